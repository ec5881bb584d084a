"""Parts of a total of works: оның сегізі ФАП, төртеуі – дәрігерлік амбулатория; олардың 2-уі Ақсуда."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.standing import placed
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.among import INHERITED, among, in_places, member
from kzhealthkg.extract.kinds.works.lines import line_date, list_start, same_year
from kzhealthkg.extract.kinds.works.part_sites import member_sites
from kzhealthkg.extract.kinds.works.shares import total_above
from kzhealthkg.model import FacilityValue, Mention, PlaceValue
from kzhealthkg.text.quotation import DASHES

OPENINGS = lexicon.words("kinds.works.parts", "openings")
LISTING = lexicon.words("kinds.works.parts", "listing")
BACK = 6
"""Sentences before a list in which the total stands that it takes apart."""
MEMBERS = 2
"""Counted facilities that make a list."""
BEFORE = 2
"""Sentences back from a total that is too small for a list to the one that the list takes apart."""
OPENING = 5
"""Words in the longest line that only opens a list."""
UNDONE = frozenset({"planned", "needed", "underway"})
AUXILIARIES = frozenset(lexicon.words("kinds.works.parts", "auxiliaries"))
COPULAS = frozenset(lexicon.words("kinds.works.parts", "copulas"))
SHOWING = frozenset(lexicon.words("kinds.works.parts", "showing"))
CARRIED = lexicon.words("kinds.works.parts", "carried")
SETTLED = lexicon.words("kinds.works.parts", "settled")


def work_parts(clause: Clause, memory: Memory, told: list[Draft]) -> list[Draft]:
    """Return the parts that a verbless clause tells of a total named just before, or in it (``told``)."""
    total = told[0] if told else _counted_above(clause, memory)
    if total is None or "count" not in total.slots:
        return []
    if told and (inside := _in_brackets(clause, total)):
        return [d for n in inside for d in _part(clause, n, clause.last, total, memory)]
    if _verb(clause):
        return _of_programme(clause, total, memory) or in_places(clause, total, memory)
    if listed := among(clause, total, memory) or in_places(clause, total, memory):
        return listed
    whole = _whole(clause)
    if whole is None and not told and _lists(clause, total):
        return [d for n in clause.mentions("number") for d in _part(clause, n, clause.last, total, memory)]
    if whole is None and not told and (counted := _item(clause, total, memory)):
        return [d for n in counted for d in _part(clause, n, clause.last, total, memory)]
    if whole is None and not _continues(clause):
        return _single(clause, total, memory) or _named(clause, total, memory) or _by_date(clause, total, memory)
    numbers = [m for m in clause.mentions("number") if whole is None or m.first >= whole.last]
    numbers = [m for m in numbers if not any(m.start in draft.used for draft in told)]
    return [d for i, n in enumerate(numbers) for d in _part(clause, n, _end(numbers, i, clause), total, memory)]


def _of_programme(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """Оның 10-ы … жобасы аясында жүзеге асырылды: a part that only its programme tells from the rest."""
    numbers, named = clause.mentions("number"), clause.mentions("programme")
    carried = clause.says(*CARRIED)
    alone = len(numbers) == 1 and len(named) == 1 and not clause.mentions("facility", "place")
    if not (carried and alone and _continues(clause)) or numbers[0].value.value >= total.slots["count"]:
        return []
    draft = Draft("Works", {}, numbers[0].start, clause.tokens[-1].end, "works-part")
    draft.take_over(total, "workType", "facilityType", "status", "date", "due")
    roles.quantity(draft, "count", numbers[0])
    return [roles.finish(draft, clause, memory)]


def _counted_above(clause: Clause, memory: Memory) -> Draft | None:
    """Return the work that the sentence before tells of, or the counted one that a list takes apart."""
    same = memory.last_draft("Works", within=0, sentence=clause.index)
    above = 0 if same is not None and "count" in same.slots else list_start(clause, memory)
    if not above:
        return _room_for(clause, total_above(clause, memory), memory)
    recent = (d for d in memory.recent(above + BACK, clause.index) if d.kind == "Works" and d.rule != "works-part")
    opened = clause.index - above + 1  # the line that ends in the colon
    first = opened - (len(memory.document.sentences[opened].tokens) <= OPENING)  # олардың қатарында:
    counted = (d for d in recent if "count" in d.slots)
    return next((d for d in counted if d.slots.get("status") in UNDONE or d.sentence >= first), None)


def _room_for(clause: Clause, total: Draft | None, memory: Memory) -> Draft | None:
    """Return the total, or the one told before it where the members counted here come to more than it."""
    counts = [m.value.count.value for m in clause.mentions("facility") if m.value.count is not None and m.case != "gen"]
    if total is None or "count" not in total.slots or len(counts) < MEMBERS or sum(counts) <= total.slots["count"]:
        return total
    before = [d for d in memory.recent(1 + BEFORE, clause.index) if d.kind == "Works" and d.sentence != total.sentence]
    return next((d for d in before if d.slots.get("count") == sum(counts)), None)


def _whole(clause: Clause) -> Mention | None:
    """Return the counted facilities that a clause takes apart: 540 нысанның 227-сі …"""
    found = [m for m in clause.mentions("facility") if m.value.count is not None and m.case == "gen"]
    return found[0] if found else None


def _by_date(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """7 нысан – маусымда: an item of a list that says how many, and when."""
    when = line_date(clause.sentence)
    counted = [m for m in clause.mentions("facility") if m.value.count is not None and not m.value.name]
    if when is None or len(counted) != 1 or _verb(replace(clause, last=when[2])):
        return []
    if counted[0].value.count.value > total.slots["count"]:
        return []  # екі емхана ашылды. Бүгінде ауданда 67 мекеме бар
    first = [m.start for m in clause.mentions("number", last=counted[0].last)][-1:]
    draft = Draft("Works", {}, min(counted[0].start, *first), max(counted[0].end, when[1]), "works-part")
    draft.take_over(total, "workType", "status", "programme", "source")
    if draft.slots.get("status") == "needed":
        draft.slots["status"] = "planned"
    draft.say("count", roles.number(counted[0].value.count))
    draft.say("due" if draft.slots.get("status") == "planned" else "date", when[0] or same_year(clause, memory))
    return [roles.finish(draft, clause, memory)]


def _named(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """Олар A, B және C ауылдарындағы амбулатория: the places of the facilities counted just before."""
    facilities = [m for m in clause.mentions("facility") if m.value.count is None and not m.value.name]
    opening = clause.tokens[0].norm
    if each := _each(clause, total):
        return [_one(clause, facility, place, total, memory) for facility, place in each]
    if opening != "олар" or len(facilities) != 1:
        return []
    told = replace(facilities[0], start=clause.tokens[0].start)
    found = place_list(clause, facilities[0])
    return [member(clause, told, FacilityValue("", told.value.type, place=place), total, memory) for place in found]


def _each(clause: Clause, total: Draft) -> list[tuple[Mention, PlaceValue | None]]:
    """Олар – A емханасы, B мен C ауылдарындағы ФАП-тар: as many facilities as were counted just before, and where."""
    inside = clause.tokens[0].norm in SHOWING
    before = clause.tokens[:2] if inside else clause.sentence.tokens[max(0, clause.first - 2) : clause.first]
    shown = len(before) == 2 and before[0].norm in SHOWING and before[1].text in "–—-:"
    if not shown and not (before and before[-1].text == ":" and total.sentence == clause.index):
        return []
    found = [pair for m in clause.mentions("facility") if m.value.count is None for pair in _standing(clause, m)]
    return found if len(found) == total.slots["count"] else []


def _standing(clause: Clause, mention: Mention) -> list[tuple[Mention, PlaceValue | None]]:
    """Return a facility, or one of a sort for each of the places before it: A мен B ауылдарындағы ФАП-тар."""
    if not mention.value.plural:
        return [(mention, None)]
    first = max((m.last for m in clause.mentions("facility", last=mention.first)), default=clause.first)
    return [(mention, place) for place in place_list(replace(clause, first=first), mention)]


def _one(clause: Clause, facility: Mention, place: PlaceValue | None, total: Draft, memory: Memory) -> Draft:
    """Return the work on a facility of the list; one of many of a sort bears no name."""
    value = placed(clause.sentence, facility)
    name = "" if facility.value.plural else value.name
    return member(clause, facility, replace(value, name=name, place=place or value.place), total, memory)


def _continues(clause: Clause) -> bool:
    """The sentence or the clause opens with "of them", and this clause too begins with a number."""
    openings = (words(clause.sentence.tokens[:3]).lower(), words(clause.tokens[:3]).lower())
    return any(opening.startswith(OPENINGS) for opening in openings)


def _lists(clause: Clause, total: Draft) -> bool:
    """40 нысан салынады: 20 амбулатория, 14 ФАП және 6 пункт: members that come to no more than the total."""
    said, before = (
        words(clause.tokens[:3]).lower(),
        clause.sentence.tokens[clause.first - 1].text if clause.first else "",
    )
    opened = before == ":" or said.startswith(LISTING) or words(clause.sentence.tokens[:3]).lower().startswith(LISTING)
    numbers = clause.mentions("number")
    return opened and len(numbers) == len(_members_of(total, clause, clause.first, clause.last)) > 1


def _item(clause: Clause, total: Draft, memory: Memory) -> list[Mention]:
    """Return the numbers of a line "- A ауданында – 2 емхана, 3 пункт" of the list that takes a total apart."""
    members = _members_of(total, clause, clause.first, clause.last)
    counts = [m.value.count for m in members]
    if not list_start(clause, memory) or line_date(clause.sentence) is not None:
        return []
    return [m for m in clause.mentions("number") if any(m.value is count for count in counts)]


def _single(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    """- A ауданы, B ауылы – емхана; - емхана – B ауылы: the one facility of a line of the list, with its place."""
    found = clause.mentions("facility")
    one = len(found) == 1 and not found[0].value.plural and found[0].case in ("nom", "")
    named = [m for m in clause.sentence.mentions if m.type == "place" and m.value.level != "oblast"] if one else []
    before = [m for m in named if m.last <= found[0].first] or named[-1:]
    listed = bool(before) and total.sentence != clause.index and list_start(clause, memory) > 0
    return [_one(clause, found[0], before[-1].value, total, memory)] if listed else []


def _members_of(total: Draft, clause: Clause, first: int, last: int) -> list[Mention]:
    """Return the counted facilities between two tokens; [] where they come to more than the total."""
    found = [m for m in clause.mentions("facility", first=first, last=last) if m.value.count is not None]
    whole = Decimal(str(total.slots["count"]))
    return found if sum(m.value.count.value for m in found) <= whole and not any(m.value.name for m in found) else []


def _in_brackets(clause: Clause, total: Draft) -> list[Mention]:
    """Return the numbers of 40 нысан (20 амбулатория, 20 ФАП) салынады that brackets tell of a total's members."""
    tokens = clause.sentence.tokens
    opened = next((i for i in range(clause.first, clause.last) if tokens[i].text == "("), None)
    if opened is None:
        return []
    close = next((i for i in range(opened, clause.last) if tokens[i].text == ")"), clause.last)
    members = _members_of(total, clause, opened, close)
    numbers = clause.mentions("number", first=opened, last=close)
    return numbers if len(members) == len(numbers) > 1 else []


def _verb(clause: Clause) -> bool:
    finite = [t for t in clause.tokens if t.best.form in ("past", "pres", "prog", "intent", "fut")]
    ends = clause.tokens[-2:]
    last = ends[:-1] if ends and ends[-1].norm in AUXILIARIES else ends[-1:]
    finite += [t for t in last if t.best.form == "perf"]  # танылған болатын
    return any(t.norm not in COPULAS for t in finite)


def _end(numbers: list[Mention], i: int, clause: Clause) -> int:
    return numbers[i + 1].first if i + 1 < len(numbers) else clause.last


def _part(clause: Clause, number: Mention, last: int, total: Draft, memory: Memory) -> list[Draft]:
    near = clause.mentions("facility", first=number.last, last=last)
    facilities = [m for m in near if m.value.count is number.value or _behind_dash(clause, number, m)]
    place, several = member_sites(clause, clause.mentions("number"), number)
    centre = _centre(clause, number.last, last)
    if not facilities and place is None and not several and not centre:
        return []
    kind = facilities[0].value if facilities else FacilityValue("", str(total.slots.get("facilityType", "")))
    span = (number.start, facilities[-1].end if facilities else max(number.end, centre))
    whole = _share(span, kind, total)
    roles.quantity(whole, "count", number)
    members = [(whole, place), *((_share(span, kind, total), where) for where in several)]
    for draft, where in members:
        say_place(draft, where)
    return [roles.finish(draft, clause, memory) for draft, _ in members]


def _share(span: tuple[int, int], kind: FacilityValue, total: Draft) -> Draft:
    """Return the draft of a part of a total, without its number and its place."""
    draft = Draft("Works", {}, *span, "works-part")
    draft.take_over(total, *INHERITED)
    draft.say("facilityType", kind.type if kind.type != "medical-facility" else "")
    return draft


def _behind_dash(clause: Clause, number: Mention, facility: Mention) -> bool:
    """18-і – фельдшерлік-акушерлік пункт: the sort of the part that the number counts."""
    dashed = clause.sentence.tokens[number.last].text in DASHES and facility.first == number.last + 1
    return dashed and facility.value.count is None and not facility.value.name


def _centre(clause: Clause, first: int, last: int) -> int:
    """Return where "облыс орталығында", "қалада" ends, 0 for none: a part without a place that has a name."""
    tokens = clause.sentence.tokens[first : min(last, first + 3)]
    found = (t for t in tokens if is_lemma(t, *SETTLED) and t.best.case == "loc")
    return next((t.end for t in found), 0)
