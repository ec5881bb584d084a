"""What a Kazakh article says of a building only in passing: its age, an old stop, how it is fitted out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.over_places import counts_places
from kzhealthkg.model import Mention

ASIDE, NARRATED, LONG = 1, 3, 5
"""Years back from the article beyond which a finished work, said in passing, narrated (ашылған) or told, is history."""


def attribute(hit: Hit, mention: Mention, found: str) -> bool:
    """Жабдықталған емхана, тоқтап қалған құрылыс: what is only said in passing of a thing spoken of."""
    if mention.first < hit.last:
        before = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - 1) : mention.first]
        built = found == "completed" and hit.frame.slots["workType"] == "construction"
        # қазіргі емхана 1000 адамға арналып салынған; емхана өткен ғасырдың 70-жылдары салынған
        return built and (any(t.norm == "қазіргі" for t in before) or _long_ago(hit))
    between = hit.clause.sentence.tokens[hit.last : mention.first]
    standing = any(t.norm.startswith("тұр") for t in between) or _is_said(hit, mention)
    old = (
        _long_ago(hit)
        or any(t.norm == "ескі" for t in between)
        or _in_passing(mention, found)
        or _lacks(hit, mention, found)
        or _visited(hit, mention, found)
        or _of_many(mention, found)
    )
    return bool(hit.frame.options.get("equip")) or (found == "stopped" and not standing) or old


def becomes(hit: Hit, mention: Mention) -> bool:
    """Салынып жатқан орталық көпбейінді мекеме болады: "central" is the centre itself, which the rest is said of."""
    behind = hit.clause.sentence.tokens[mention.last : mention.last + 1]
    said = any(t.norm in BECOMING for t in behind)
    return said and mention.first >= hit.last and mention.value.name.lower().startswith(CENTRAL)


def these(hit: Hit, mention: Mention, found: str, memory: Memory) -> bool:
    """A мен B-да ФАП ашылды. Осы ФАП-тар жобамен салынды: those houses whose opening was told, without a number."""
    value, behind = mention.value, hit.clause.sentence.tokens[mention.last : mention.last + 1]
    if value.count is None and value.definite and any(t.norm in ALL_OF for t in behind):
        return memory.told_any("Works")  # аталған нысанның барлығы
    if found != "completed" or not value.plural or value.count is not None or not memory.told_any("Works"):
        return False
    before = hit.clause.sentence.tokens[max(0, mention.first - 1) : mention.first + 1]
    return hit.frame.slots["workType"] == "construction" and any(t.norm in POINTING for t in before)


ALL_OF = frozenset(lexicon.words("kinds.works.asides", "all_of"))
POINTING = frozenset(lexicon.words("kinds.works.asides", "pointing"))
BECOMING = frozenset(lexicon.words("kinds.works.asides", "becoming"))
CENTRAL = lexicon.words("kinds.works.asides", "central")


def _is_said(hit: Hit, mention: Mention) -> bool:
    """Бұл – құрылысы 2019 жылы тоқтап қалған нысан: what closes its sentence is said of what was spoken of."""
    return mention.case in ("", "nom") and mention.last >= len(hit.clause.sentence.tokens) - 1


def _in_passing(mention: Mention, found: str) -> bool:
    """Салынған емханада 300 адам тексерілді: an unnamed house in which, or of which, something else is told."""
    value = mention.value
    unnamed = not value.name and value.count is None and not value.plural
    return unnamed and mention.case in ("loc", "gen") and (found == "completed" or value.definite)


def _lacks(hit: Hit, mention: Mention, found: str) -> bool:
    """Жаңадан ашылған орталыққа дәрігер керек: a house of no name that is told only to lack something."""
    if found != "completed" or mention.case != "dat" or mention.value.count is not None or mention.value.plural:
        return False
    named = any(t.text[0].isupper() or t.text[0] in QUOTES for t in hit.clause.sentence.tokens[hit.last : mention.last])
    behind = hit.clause.sentence.tokens[mention.last : hit.clause.last]
    return not named and any(phase_of(t, "kk") == "need" or t.norm in LACKING for t in behind)


def _visited(hit: Hit, mention: Mention, found: str) -> bool:
    """Жаңадан ашылған емханаға барды, аппарат жеткізілді: a house of no name and no place to which something else is done."""
    value, sentence = mention.value, hit.clause.sentence
    opened = hit.frame.slots["workType"] == "construction" and not hit.frame.options.get("noun")
    if found != "completed" or not opened or value.count is not None or value.name or value.place is not None:
        return False
    if hit.clause.language != "kk" or not {"place", "date"}.isdisjoint(sentence.named):
        return False
    behind = sentence.tokens[mention.last :]
    joined = mention.case == "acc" or any(t.norm in AND for t in behind[:1])
    return mention.case in ASIDES or (joined and any(is_lemma(t, *VISITING) for t in behind))


def _of_many(mention: Mention, found: str) -> bool:
    """A мен B қалаларында салынған нысандарды аралады: houses without number and name that something else is told of."""
    value = mention.value
    loose = found == "completed" and value.plural and not value.name and value.count is None
    return loose and (value.type in ("", "medical-facility") or mention.case in OBLIQUE)


OBLIQUE = ("dat", "ins", "abl", "acc", "gen", "loc")
ASIDES = ("dat", "ins", "abl")
"""Cases in which a house is not what is told of."""
VISITING = lexicon.words("kinds.works.asides", "visiting")
LACKING = frozenset(lexicon.words("kinds.works.asides", "lacking"))
QUOTES = '«"“'


def owns_part(hit: Hit, mention: Mention) -> bool:
    """Аурухананың бөлімі қайта ашылды, аурухана жүйесін іске қосты: a part or a system opens, not the facility."""
    works = ("construction", "equipping")  # аурухананың көз бөлімшесі аппараттармен жабдықталды
    if hit.frame.slots["workType"] not in works or hit.frame.options.get("noun") or mention.last > hit.first:
        return False
    others = {i for m in hit.clause.mentions("facility", first=mention.last) for i in range(m.first, m.last)}
    between = [hit.clause.sentence.tokens[i] for i in range(mention.last, hit.first) if i not in others]
    parts = [t for t in between if any(r.lemma in nouns("services", "kk") for r in t.readings[:2])]
    if mention.case == "gen":
        inner = [t for t in parts if is_lemma(t, *INNER) and t.best.possessive and t.best.case == "nom"]
        return any(works[0] == hit.frame.slots["workType"] or not t.best.plural for t in inner)
    own = bool(parts) and parts[-1] is between[-1] and parts[-1].best.case == "nom"  # перзентхана палата ашты
    return mention.case in ("nom", "") and (own or any(t.best.case == "acc" for t in parts))


INNER = lexicon.words("kinds.works.asides", "inner")
MANY = 5
"""From so many on a number counts all the sorts of a list that has no other."""


def listed(mentions: list[Mention], hit: Hit) -> list[Mention]:
    """ФАП, амбулатория салынады: the bare sorts of a list of buildings point back to none."""
    if len(mentions) < 2:
        return mentions
    built = hit.frame.slots["workType"] == "construction"
    return of_one_count([replace(m, value=replace(m.value, definite=False)) for m in mentions] if built else mentions)


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
    if any(t.norm.startswith(DECADES) for t in before[-3:]):
        return True  # алпысыншы жылдары, 70-жылдары
    if (
        before
        and before[-1].norm in AS_WHAT
        and not any(m.last == hit.first - 1 for m in hit.clause.mentions("facility"))
    ):
        return True  # жатақхана болып салынған, балабақша ретінде салынған
    if not before or before[-1].norm != "бұрын":
        return False
    years = [m.value.value for m in hit.clause.mentions("number") if m.last >= hit.first - AGE]
    return any(t.norm.startswith("ғасыр") for t in before) or any(value > LONG for value in years)


AS_WHAT = frozenset(lexicon.words("kinds.works.asides", "as_what"))
DECADES = lexicon.words("kinds.works.asides", "decades")
TIMES_PAST = lexicon.words("kinds.works.asides", "times_past")
AGE = 6
"""Words in the longest phrase of an age."""


def told_now(drafts: list[Draft], mentions: list[Mention], hit: Hit, memory: Memory) -> list[Draft]:
    """Leave out what was built long before the article: 1980 жылы салынған, 2 жыл бұрын ашылған емхана …"""
    narrated = hit.verb.best.form == "perf" and all("count" not in d.slots for d in drafts)
    years = ASIDE if mentions and mentions[0].first >= hit.last else NARRATED if narrated else LONG
    if mentions and mentions[0].first >= hit.last and _is_said(hit, mentions[0]):
        near = memory.last_draft("Works", within=LONG, sentence=hit.clause.index)
        told = (
            near is not None and near.slots.get("status") != "stopped"
        )  # … ашылмақ. Құрылысы 2011 жылы тоқтаған нысан
        drafts = [d for d in drafts if not (told and d.slots.get("status") == "stopped")]
        return [d for d in drafts if d.slots.get("status") == "stopped" or not _past(d, memory, years)]
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
    """Say whether a work ended, or stopped, so many years before the article was written."""
    written, date = str(memory.document.article.date or LATE), str(draft.slots.get("date", ""))
    done = draft.slots.get("status") in ("completed", "stopped")
    last = date.rpartition("/")[2][:4]
    return done and last.isdigit() and written[:4].isdigit() and int(written[:4]) - int(last) > years


LATE = "2010"
"""The earliest year that an article without a date is taken to be of."""
LIKE = frozenset(lexicon.words("kinds.works.asides", "like"))


def likewise(hit: Hit, mention: Mention, latest: Draft | None) -> Mention:
    """Дәл осындай нысан Y ауылында …: another one of the kind spoken of, where a place of its own, or several, are told."""
    clause = hit.clause
    sites = [
        m
        for m in clause.mentions("place", last=hit.first)
        if (m.value.level in SETTLEMENTS or m.value.level == "district") and m.case in ("loc", "locadj")
    ]
    before = clause.sentence.tokens[max(clause.first, mention.first - 4) : mention.first]
    value = mention.value
    alike = any(t.norm in LIKE for t in before) or _point(clause, mention, latest)
    many = next((m for m in clause.mentions("number", last=hit.first) if _of_places(clause, m)), None)
    if latest is None or not (sites or many) or value.name or value.count or not alike:
        return mention
    bare = value.type in ("", "medical-facility")
    kind = str(latest.slots.get("facilityType", "")) if bare else value.type
    count = many.value if many is not None and not sites else None
    return replace(mention, value=replace(value, type=kind, definite=False, plural=False, count=count))


def _of_places(clause: Clause, number: Mention) -> bool:
    return number.value.value > 1 and counts_places(clause.sentence.tokens, number)


POINTS = lexicon.words("kinds.works.asides", "points")


def _point(clause: Clause, mention: Mention, latest: Draft | None) -> bool:
    """A және B ауылдарындағы пункттер: bare points are of the sort of points told before."""
    bare = mention.last - mention.first == 1 and is_lemma(clause.sentence.tokens[mention.first], *POINTS)
    return bare and latest is not None and latest.slots.get("facilityType") in ("medical-point", "fap")


def pointing(mention: Mention, clause: Clause) -> Mention:
    """Емдеу мекемесі … жабдықталған: a bare general word that opens a clause points back."""
    value = mention.value
    general = value.type in ("", "medical-facility") and not (value.name or value.count or value.plural or value.place)
    opens = all(t.norm in THIS for t in clause.sentence.tokens[clause.first : mention.first])
    alone = general and opens and mention.case in ("", "nom", "gen") and "place" not in clause.named
    return replace(mention, value=replace(value, definite=True)) if alone else mention


THIS = frozenset(lexicon.words("kinds.works.asides", "this"))


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
