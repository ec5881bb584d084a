"""Capacity: how much a facility can do: beds, places, visits, people served, staff."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.events import shares
from kzhealthkg.extract.figures import counted, entry, known, pointed, said_of, spoken_of
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phrases import nouns
from kzhealthkg.extract.syntax import Clause, forms, is_case
from kzhealthkg.model import FacilityValue, Mention, Quantity, Token

WITH_BEDS = frozenset(
    {"perinatal-centre", "oncology-centre", "haematology-centre", "cardiology-centre", "stroke-centre"}
    | {"surgery-centre", "tb-dispensary", "mental-health-centre"}
)
"""Facility types other than hospitals whose places are beds."""

COMPOUND = re.compile(r"(\d+)\s?[-–]\s?(\w[\w-]*)")
RATE_REACH = 5
FACILITY_REACH = 6
LINKS = frozenset({"на", "до", "и", "—", "–", "-", ":", ","})
ABLE = ("ал", "қауқарлы", "қабілетті", "мүмкіндік", "мүмкін", "мочь", "смочь", "способный", "позволять", "готовый")


@cache
def _words(language: str, *sides: str) -> dict[str, str]:
    """Return lemma → unit for the given sides of the table; professions are the side "staff"."""
    rows = lexicon.table("capacity")
    found = {r["lemma"]: r["unit"] for r in rows if r["language"] == language and r["side"] in sides}
    return found | (dict.fromkeys(nouns("professions", language), "staff") if "staff" in sides else {})


def capacity(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the capacities that one clause gives to the facilities it speaks of."""
    drafts = _attributes(clause, memory)
    for hit in hits("capacity", clause):
        used = {start for draft in drafts for start in draft.used}
        drafts += [d for d in _predicated(hit, memory) if not d.used & used]
    return [d for d in drafts if not _is_share(d, clause, memory)]


def _is_share(draft: Draft, clause: Clause, memory: Memory) -> bool:
    """Оның 7-і анестезиолог: a part of the staff just spoken of is no facility's staff."""
    staff = (
        draft.slots.get("unit") == "staff"
        and memory.last_draft("Staffing", within=2, sentence=clause.index) is not None
    )
    return staff and any(m.start in draft.used for m in shares(clause))


def _attributes(clause: Clause, memory: Memory) -> list[Draft]:
    """300 төсектік аурухана, 300-коечная больница, больница на 300 коек."""
    drafts = []
    for number in [*clause.mentions("number"), *_compounds(clause)]:
        said = _adjective(clause, number) or (_after_na(clause, number) if clause.language == "ru" else None)
        if said is not None:
            unit, mention, last = said
            facility = known(memory, clause.sentence, mention)
            end = max(last, _rates(clause, number, last - 1)[1]) if clause.language == "ru" else last
            drafts += _say(clause, memory, number, unit, facility, (mention.first, end, mention.last))
    return drafts


def _compounds(clause: Clause) -> list[Mention]:
    """Return the figures that a hyphen ties to their adjective: 300-орындық, 630-коечная."""
    found = []
    for at in range(clause.first, clause.last):
        token = clause.sentence.tokens[at]
        match = COMPOUND.fullmatch(token.norm)
        if match and _size(match[2], clause.language) is not None:
            value = Quantity(Decimal(match[1]))
            found.append(Mention("number", at, at + 1, token.start, token.end, value))
    return found


def _size(word: str, language: str) -> str | None:
    """Return the unit of a size adjective, whatever its ending in Russian."""
    for lemma, unit in _words(language, "adjective", "compound").items():
        if word == lemma or (language == "ru" and word.startswith(lemma[:-2])):
            return unit
    return None


def _adjective(clause: Clause, number: Mention) -> tuple[str, Mention, int] | None:
    """Return the unit, the facility and the end of the size adjective that stands between them."""
    tokens = clause.sentence.tokens
    match = COMPOUND.fullmatch(tokens[number.last - 1].norm)
    if match:
        unit, last = _size(match[2], clause.language), number.last
    else:
        at = number.last + (tokens[number.last : number.last + 1] != () and _is_bed(tokens[number.last]))
        if at >= clause.last or clause.language == "ru":
            return None
        table = _words("kk", "adjective")
        unit, last = "beds" if at > number.last and entry(tokens[at], table) else entry(tokens[at], table), at + 1
    mention = None if unit is None else _right(clause, last)
    return None if unit is None or mention is None else (unit, mention, last)


def _is_bed(token: Token) -> bool:
    """Төсек орындық, written apart."""
    return token.norm in ("төсек", "койка")


def _after_na(clause: Clause, number: Mention) -> tuple[str, Mention, int] | None:
    """Больница на 630 коек, поликлиника на 250 посещений в смену."""
    tokens = clause.sentence.tokens
    found = counted(clause, number, _words("ru", "bed", "place", "person", "resident"))
    left = clause.mentions("facility", last=number.first)
    if found is None or not left:
        return None
    at, unit = found
    between = tokens[left[-1].last : number.first]
    holds = left[-1].case == "loc" and not between and unit == "beds"
    if not holds and (not between or between[-1].norm != "на" or not _adjacent(between[:-1])):
        return None
    return _rated(clause, number, at, unit), left[-1], at + 1


def _adjacent(between: tuple[Token, ...]) -> bool:
    verbs = any(t.best.form or t.text in ",;:—–" for t in between)
    return len(between) <= FACILITY_REACH and not verbs


def _right(clause: Clause, last: int) -> Mention | None:
    """Return the facility that begins soon after token ``last``, no sign between."""
    tokens = clause.sentence.tokens
    for mention in clause.sentence.mentions:
        if mention.type == "facility" and last <= mention.first <= last + FACILITY_REACH:
            return None if any(t.text in ",;:—–" for t in tokens[last : mention.first]) else mention
    return None


def _predicated(hit: Hit, memory: Memory) -> list[Draft]:
    """Return what one predicate says: each figure it counts, of the facility it is said of."""
    clause, options = hit.clause, hit.frame.options
    if options.get("lasting") and hit.verb.best.form in ("past", "perf"):
        return []
    drafts = []
    for number, at, unit in _figures(hit):
        said = _rated(clause, number, at, unit or options.get("unit", ""))
        if options.get("able") and not _able(hit) and not _rates(clause, number, at)[0]:
            continue
        mention, facility = _owner(hit, memory, number)
        if facility is not None:
            first = mention.first if mention else number.first
            end = max(_group_end(hit), _rates(clause, number, at)[1])
            drafts += _say(clause, memory, number, said, facility, (first, end, mention.last if mention else end))
    return [_dated(draft, hit, memory) for draft in drafts]


def _figures(hit: Hit) -> list[tuple[Mention, int, str]]:
    """Return the figures of a predicate, where the noun they count stands, and its unit."""
    clause, options = hit.clause, hit.frame.options
    table = _words(clause.language, *options["counts"])
    table = {k: u for k, u in table.items() if k in options["people"]} if "people" in options else table
    found = []
    for number in clause.mentions("number"):
        known_noun = counted(clause, number, table)
        if known_noun is None or not _on_its_side(hit, number):
            continue
        at, unit = known_noun
        if _fits(hit, at, unit):
            found.append((number, at, unit))
    return found


def _on_its_side(hit: Hit, number: Mention) -> bool:
    if hit.frame.options.get("after"):
        before = hit.clause.sentence.tokens[number.first - 1].norm
        linked = hit.clause.language == "kk" or before in LINKS or number.first == hit.last
        return number.first >= hit.last and linked
    return hit.clause.language == "ru" or number.last <= hit.first


def _fits(hit: Hit, at: int, unit: str) -> bool:
    """Say whether the counted noun stands in the case that the predicate wants."""
    if hit.frame.options.get("case") != "dat":
        return True
    return is_case(hit.clause.sentence.tokens[at], "nom", "") if unit == "staff" else _goal(hit, at)


def _goal(hit: Hit, at: int) -> bool:
    """Say whether the counted noun, or an action on it, stands in the dative before the cue."""
    words = hit.clause.sentence.tokens[at : hit.first]
    if hit.first - at > 5:
        return False
    return any(r.case == "dat" for t in words for r in t.readings)


def _rated(clause: Clause, number: Mention, at: int, unit: str) -> str:
    """Return the unit with the rate beside the figure: per shift, per day."""
    if unit in ("beds", "staff"):
        return unit
    return next((r for r in _rates(clause, number, at)[0] if r), unit)


def _rates(clause: Clause, number: Mention, at: int) -> tuple[list[str], int]:
    """Return the rates said beside a figure that counts token ``at``, and where its words end."""
    tokens, table, end = clause.sentence.tokens, _words(clause.language, "rate"), at + 1
    near = [
        *range(_floor(clause, number), number.first),
        *range(at + 1, min(clause.last, at + 4)),
    ]
    found = []
    for i in near:
        rate = next((u for lemma, u in table.items() if _begins(tokens[i], lemma)), None)
        if rate is not None:
            found.append(rate)
            end = max(end, i + 1)
    return found, end


def _floor(clause: Clause, number: Mention) -> int:
    """Return where the words before a figure begin to be its own: behind the figure before it."""
    others = [m.last for m in clause.mentions("number") if m.last <= number.first]
    if others and clause.language == "ru":
        return number.first
    return max(clause.first, number.first - RATE_REACH, *others)


def _begins(token: Token, word: str) -> bool:
    return token.norm == word or (word == "ауысым" and token.norm.startswith(word))


def _able(hit: Hit) -> bool:
    return any(r.lemma in ABLE for t in hit.clause.tokens for r in t.readings)


def _owner(hit: Hit, memory: Memory, number: Mention) -> tuple[Mention | None, FacilityValue | None]:
    """Return the facility a predicate's figure belongs to, and its mention where the clause names it."""
    clause = hit.clause
    if clause.language == "ru":
        mention = _named_ru(clause, number)
        return mention, said_of(memory, clause.sentence, mention) if mention else _unnamed(hit, memory, number)
    end = _group_end(hit)
    if _attributive(clause, end):
        mention = _right(clause, end)
        return mention, known(memory, clause.sentence, mention) if mention else None
    left = [m for m in clause.mentions("facility", last=hit.first) if not m.value.plural]
    mention = left[-1] if left else None
    return mention, said_of(memory, clause.sentence, mention) if mention else _unnamed(hit, memory, number)


def _named_ru(clause: Clause, number: Mention) -> Mention | None:
    named = [m for m in clause.mentions("facility") if not m.value.plural]
    left = [m for m in named if m.last <= number.first]
    return left[-1] if left else (named[0] if named else None)


def _group_end(hit: Hit) -> int:
    """Return where the verb group ends: қабылдай [алатын], қабылдауға [қауқарлы]."""
    tokens, at = hit.clause.sentence.tokens, hit.last
    while at < hit.clause.last and (
        tokens[at].best.form or any(r.lemma in ABLE or r.lemma == "бар" for r in tokens[at].readings)
    ):
        at += 1
    return at


def _attributive(clause: Clause, end: int) -> bool:
    """Say whether a noun follows that the verb group describes."""
    if end >= clause.last or clause.sentence.tokens[end].text in ",;:—–":
        return False
    last = clause.sentence.tokens[end - 1]
    return (
        bool(forms(last) & {"perf", "part"}) or last.norm.endswith("ған") or any(r.lemma in ABLE for r in last.readings)
    )


def _unnamed(hit: Hit, memory: Memory, number: Mention) -> FacilityValue | None:
    """Return the facility pointed to, or the one the article speaks of where no place takes the figure."""
    clause = hit.clause
    found = pointed(clause, memory, max(hit.last, number.first))
    if found is not None or hit.frame.options.get("subject") != "named":
        return found or spoken_of(clause, memory)
    return None if _of_a_place(clause) else spoken_of(clause, memory, within=1)


def _of_a_place(clause: Clause) -> bool:
    """Облыста 3 мың дәрігер …: a figure of a place is no facility's."""
    area = {r["word"] for r in lexicon.table("areas") if r["language"] == clause.language}
    named = any(m.type == "place" for m in clause.sentence.mentions)
    return named or any(r.lemma in area for t in clause.tokens for r in t.readings)


def _dated(draft: Draft, hit: Hit, memory: Memory) -> Draft:
    if hit.frame.options.get("dated"):
        roles.dates(draft, hit.clause, memory, completion=False)
    return draft


def _say(
    clause: Clause, memory: Memory, number: Mention, unit: str, facility: FacilityValue, span: tuple[int, int, int]
) -> list[Draft]:
    """Return the statement, or [] where nothing says which facility it is."""
    many = facility.count is not None or facility.plural
    name, kind = "" if many else facility.name, facility.type if facility.type != "medical-facility" else ""
    if not name and not kind:
        return []
    tokens = clause.sentence.tokens
    first, last = min(span[0], number.first), max(span[1], span[2], number.last)
    draft = Draft("Capacity", {}, tokens[first].start, tokens[last - 1].end, "capacity", sentence=clause.index)
    draft.say("facility", name)
    draft.say("facilityType", kind)
    roles.quantity(draft, "value", number)
    draft.say("unit", "beds" if unit == "places" and _has_beds(kind) else unit)
    roles.place(draft, facility.place or roles.nearest_place(clause, first))
    roles.region(draft, clause, memory)
    return [draft]


def _has_beds(kind: str) -> bool:
    return kind.endswith("hospital") or kind in WITH_BEDS
