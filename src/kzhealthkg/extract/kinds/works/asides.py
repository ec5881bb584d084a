"""What a Kazakh article says of a building only in passing: its age, an old stop, how it is fitted out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.status import BY_FORM, GONE, NO_MORE, supposes
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FacilityValue, Mention, Token

ASIDE, LONG = 1, 5
"""Years back from the article beyond which a finished work, said in passing or of its own, is history."""
INSIDE = lexicon.words("kinds.works.asides", "inside")
LYING = lexicon.words("kinds.works.asides", "lying")
AT_ONCE = lexicon.words("kinds.works.asides", "at_once")


def attribute(hit: Hit, mention: Mention, found: str) -> bool:
    """Жабдықталған емхана, тоқтап қалған құрылыс: what is only said in passing of a thing spoken of."""
    if mention.first < hit.last:
        before = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - 1) : mention.first]
        built = found == "completed" and hit.frame.slots["workType"] == "construction"
        return built and any(t.norm == "қазіргі" for t in before)  # қазіргі емхана 1000 адамға арналып салынған
    between = hit.clause.sentence.tokens[hit.last : mention.first]
    standing = any(t.norm.startswith("тұр") for t in between)
    old = _long_ago(hit) or any(t.norm == "ескі" for t in between)
    return bool(hit.frame.options.get("equip")) or (found == "stopped" and not standing) or old


def owns_part(hit: Hit, mention: Mention) -> bool:
    """Аурухананың бөлімі қайта ашылды, аурухана жүйесін іске қосты: a part or a system opens, not the facility."""
    if hit.frame.slots["workType"] != "construction" or hit.frame.options.get("noun") or mention.last > hit.first:
        return False
    others = {i for m in hit.clause.mentions("facility", first=mention.last) for i in range(m.first, m.last)}
    between = [hit.clause.sentence.tokens[i] for i in range(mention.last, hit.first) if i not in others]
    parts = [t for t in between if any(r.lemma in nouns("services", "kk") for r in t.readings[:2])]
    if mention.case == "gen":
        return any(is_lemma(t, *INNER) and t.best.possessive and t.best.case == "nom" for t in parts)
    return mention.case in ("nom", "") and any(t.best.case == "acc" for t in parts)


INNER = lexicon.words("kinds.works.asides", "inner")
MANY = 20
"""From so many on a number counts all the sorts of a list that has no other."""


def listed(mentions: list[Mention], hit: Hit) -> list[Mention]:
    """ФАП, амбулатория салынады: the bare sorts of a list of buildings point back to none."""
    if len(mentions) < 2 or hit.frame.slots["workType"] != "construction":
        return mentions
    return of_one_count([replace(m, value=replace(m.value, definite=False)) for m in mentions])


def of_one_count(mentions: list[Mention]) -> list[Mention]:
    """350 амбулатория, емхана салынады: a number that all the sorts of a list share tells of none of them."""
    if len(mentions) < 2 or (count := mentions[0].value.count) is None or count.value < MANY:
        return mentions
    if mentions[0].value.type in ("", "medical-facility"):
        return mentions
    if any(m.value.count is not None or m.value.name or m.value.plural or m.value.place for m in mentions[1:]):
        return mentions
    whole, last = mentions[0], mentions[-1]
    return [replace(whole, last=last.last, end=last.end, case=last.case, value=replace(whole.value, type=""))]


def _long_ago(hit: Hit) -> bool:
    """Жарты ғасырдан астам уақыт бұрын салынған, 40 жыл бұрын тұрғызылған: words of an age right before a participle."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - AGE) : hit.first]
    if any(f"{a.norm} {b.norm}".startswith(TIMES_PAST) for a, b in pairwise(before)):
        return True  # кеңес дәуірінде, өткен ғасырда
    if not before or before[-1].norm != "бұрын":
        return False
    years = [m.value.value for m in hit.clause.mentions("number") if m.last >= hit.first - AGE]
    return any(t.norm.startswith("ғасыр") for t in before) or any(value > LONG for value in years)


TIMES_PAST = lexicon.words("kinds.works.asides", "times_past")
AGE = 6
"""Words in the longest phrase of an age."""


def told_now(drafts: list[Draft], mentions: list[Mention], hit: Hit, memory: Memory) -> list[Draft]:
    """Leave out what was built long before the article: 1980 жылы салынған, 2 жыл бұрын ашылған емхана …"""
    years = ASIDE if mentions and mentions[0].first >= hit.last else LONG
    for draft in drafts:
        if mentions and mentions[0].last <= hit.first and _past(draft, memory, years):
            _redate(draft, mentions[0], hit)
    return [d for d in drafts if not _past(d, memory, years)]


def _redate(draft: Draft, mention: Mention, hit: Hit) -> None:
    """30 жыл бұрын салынған емхана былтыр жөнделді: the date of a participle before a thing is not the verb's."""
    clause = hit.clause
    old = [m for m in clause.mentions("date", last=mention.first) if m.value.edtf == draft.slots.get("date")]
    if not old or not any(forms(t) & {"perf"} for t in clause.sentence.tokens[old[0].last : mention.first]):
        return
    later = [m.value.edtf for m in clause.mentions("date", first=mention.last) if m.value.role == "date"]
    del draft.slots["date"]
    draft.say("date", later[0] if later else "")


def _past(draft: Draft, memory: Memory, years: int) -> bool:
    written, date = str(memory.document.article.date or ""), str(draft.slots.get("date", ""))
    done = draft.slots.get("status") in ("completed", "stopped")
    last = date.rpartition("/")[2][:4]
    return done and last.isdigit() and written[:4].isdigit() and int(written[:4]) - int(last) > years


LIKE = frozenset(lexicon.words("kinds.works.asides", "like"))


def likewise(hit: Hit, mention: Mention, latest: Draft | None) -> Mention:
    """Дәл осындай нысан Y ауылында …: another one of the kind spoken of, where a place of its own is named."""
    clause = hit.clause
    sites = [
        m
        for m in clause.mentions("place", last=hit.first)
        if (m.value.level in SETTLEMENTS or m.value.level == "district") and m.case in ("loc", "locadj")
    ]
    before = clause.sentence.tokens[max(clause.first, mention.first - 4) : mention.first]
    value = mention.value
    alike = any(t.norm in LIKE for t in before) or _point(clause, mention, latest)
    if latest is None or not sites or value.name or value.count or not alike:
        return mention
    bare = value.type in ("", "medical-facility")
    kind = str(latest.slots.get("facilityType", "")) if bare else value.type
    return replace(mention, value=replace(value, type=kind, definite=False, plural=False))


def _point(clause: Clause, mention: Mention, latest: Draft | None) -> bool:
    """A және B ауылдарындағы пункттер: bare points are of the sort of points told before."""
    bare = mention.last - mention.first == 1 and is_lemma(clause.sentence.tokens[mention.first], "пункт")
    return bare and latest is not None and latest.slots.get("facilityType") in ("medical-point", "fap")


def pointing(mention: Mention, clause: Clause) -> Mention:
    """Емдеу мекемесі … жабдықталған: a bare general word that opens a clause points back."""
    value = mention.value
    general = value.type in ("", "medical-facility") and not (value.name or value.count or value.plural or value.place)
    opens = all(t.norm in THIS for t in clause.sentence.tokens[clause.first : mention.first])
    alone = general and opens and mention.case in ("", "nom", "gen") and not clause.mentions("place")
    return replace(mention, value=replace(value, definite=True)) if alone else mention


THIS = frozenset(lexicon.words("kinds.works.asides", "this"))


def _titled(hit: Hit) -> bool:
    """«Ауылда денсаулық сақтауды жаңғырту» жобасы: a word of a programme's name."""
    return any(m.first < hit.last <= m.last for m in hit.clause.mentions("programme"))


def planned_type(hit: Hit, drafts: list[Draft]) -> None:
    """Жөндеуден өткізу үшін жобалық-сметалық құжаттар …: the papers are for the work that is named before them."""
    if not hit.verb.norm.startswith("жоба"):
        return
    named = [
        h.frame.slots["workType"]
        for h in hits("works", hit.clause)
        if h.first < hit.first and h.frame.options.get("noun") and not _titled(h)
    ]
    for draft in drafts:
        draft.slots["workType"] = named[-1] if named else draft.slots["workType"]


HAVING = frozenset(lexicon.words("kinds.works.asides", "having"))
UNITS = frozenset(lexicon.words("kinds.works.asides", "units"))


def per_place(clause: Clause, mention: Mention, facility: FacilityValue) -> FacilityValue:
    """Үш ауылда ФАП ашылды: as many facilities as places."""
    if facility.count is not None or facility.name or facility.type in ("", "medical-facility") or facility.definite:
        return facility
    tokens = clause.sentence.tokens
    if _lists_on(clause, mention) or any(
        m.value.count is not None for m in clause.mentions("facility", last=mention.first)
    ):
        return facility
    counted = [m for m in clause.mentions("number", last=mention.first) if _counts_places(tokens, m)]
    if counted and clause.mentions("facility", first=counted[0].last, last=mention.first):
        return facility
    one = len(counted) == 1 and not any(
        m.first >= counted[0].last for m in clause.mentions("place", last=mention.first)
    )
    return replace(facility, count=counted[0].value, place=None) if one and counted[0].value.value > 1 else facility


WIDE = lexicon.words("kinds.works.asides", "wide")


def in_wide(clause: Clause, mention: Mention) -> bool:
    """Өңірде онкодиспансер ашылады: somewhere in the region, not in the one town that an article names."""
    before = clause.sentence.tokens[clause.first : mention.first]
    wide = (t for t in before if t.best.case == "loc" and t.norm.endswith(INSIDE))
    return any(is_lemma(t, *WIDE) for t in wide) and not clause.mentions("place")


def _lists_on(clause: Clause, mention: Mention) -> bool:
    """Үш ауылда ФАП, амбулатория салынады: of each sort there are fewer than places."""
    others = clause.mentions("facility", first=mention.last)
    return bool(others) and not clause.mentions("number", first=mention.last, last=others[0].first)


def in_many(clause: Clause, mention: Mention) -> bool:
    """16 ауылда ФАП, амбулатория салынады: in so many places, none of which is named."""
    found = clause.mentions("number", last=mention.first)
    return any(m.value.value > 1 and _counts_places(clause.sentence.tokens, m) for m in found)


def _counts_places(tokens: tuple[Token, ...], number: Mention) -> bool:
    after = tokens[number.last : number.last + 3]
    at = next((i for i, t in enumerate(after) if is_lemma(t, *UNITS)), None)
    if at is None or any(t.norm in HAVING or t.best.possessive or t.best.form for t in after[:at]):
        return False
    unit = after[at]
    return unit.best.case in ("loc", "locadj") or unit.norm.endswith(LYING)


ASKING = frozenset(lexicon.words("kinds.works.asides", "asking"))


SUPPOSING = ASKING | NO_MORE | {"еді", "егер"}


def supposed(clause: Clause) -> bool:
    """Егер қаржы бөлінсе, емхана салынады; салынар еді; қашан ашылады: what only would be, or is asked."""
    tokens = clause.sentence.tokens
    if SUPPOSING.isdisjoint(clause.sentence.words):
        return False
    would = clause.says("еді") and any(b.norm == "еді" and "fut" in forms(a) for a, b in pairwise(clause.tokens))
    asked = clause.says(*ASKING) and any(t.norm in ASKING for t in clause.tokens)
    begun = "егер" in clause.sentence.words and any(t.norm == "егер" for t in tokens[: clause.last])
    return would or asked or (begun and supposes(clause)) or _was_meant(clause)


def _was_meant(clause: Clause) -> bool:
    """Биыл ашылады деп жоспарланған еді: what was meant at another time."""
    if clause.sentence.words.isdisjoint(NO_MORE):
        return False
    rest = clause.sentence.tokens[clause.first : clause.last + 4]
    triples = zip(rest, rest[1:], rest[2:], strict=False)
    return any(a.norm == "деп" and phase_of(b, "kk") == "plan" and c.norm in NO_MORE for a, b, c in triples)


def opened(hit: Hit, said: str) -> str:
    """Емхана ашылып, халық қуанып жатыр; бүгін ашып отырмыз: what opens is open, whatever else goes on."""
    alone = hit.last >= hit.clause.last and hit.verb.best.form == "conv"
    now = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    alone = alone or (hit.verb.best.form == "conv" and any(t.norm.startswith("отыр") for t in now))
    at_once = is_lemma(hit.verb, *AT_ONCE)
    return "completed" if said == "underway" and alone and at_once else said


PART_OF = frozenset(lexicon.words("kinds.works.asides", "part_of"))


def contrasted(hit: Hit, said: str) -> str:
    """Оның 30-ы A-да салынса, 20-сы B-да салынды: a condition that sets one number against another was met."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    last = clause.tokens[-1] if hit.frame.options.get("noun") else hit.verb
    closes = last.best.form == "cond" and (last is not hit.verb or hit.last == clause.last)
    if said or not closes or not clause.mentions("number"):
        return said
    other = clause.mentions("number", first=clause.last, last=len(tokens))
    part = any(t.norm in PART_OF for t in clause.tokens[:1])
    final = next((t.best.form for t in reversed(tokens) if t.best.form in BY_FORM), "")
    gone = any(t.norm in GONE for t in clause.tokens)
    return "completed" if (other or part) and (gone or BY_FORM.get(final) == "completed") else ""


HANDING = frozenset(lexicon.words("kinds.works.asides", "handing"))


def obliged(hit: Hit, said: str) -> str:
    """Биыл 556 нысанды пайдалануға беру қажет: what has to be handed over is planned, not lacking."""
    words = hit.clause.sentence.tokens[hit.first : hit.last]
    due = bool(hit.clause.mentions("date")) and any(t.norm in HANDING for t in words)
    return "planned" if said == "needed" and due else said


HOUSES = lexicon.words("kinds.works.asides", "houses")


def of_house(hit: Hit) -> bool:
    """Емхана 1968 жылы салынған ғимаратта орналасқан: the house that a facility is in was built, not the facility."""
    rest = hit.clause.sentence.tokens[hit.last : min(hit.clause.last, hit.last + HOUSE_REACH)]
    noun = next((t for t in rest if t.best.pos != "ADJ"), None)
    if noun is None or not is_lemma(noun, *HOUSES):
        return False
    inside = noun.best.case in ("loc", "dat", "abl") and not noun.best.possessive
    return inside and hit.verb.best.form == "perf"


HOUSE_REACH = 3
"""Words from a participle to the house that it describes, at most."""
