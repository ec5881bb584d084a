"""Where the facilities of a Kazakh clause stand: one place, or the members of a list of places."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, PlaceValue, Quantity, Token

RESIDENTS = lexicon.words("extract.clause.sites", "residents")
SETTLED = lexicon.words("extract.clause.sites", "settled")
JOINS = frozenset(lexicon.words("extract.clause.sites", "joins"))


def place_list(clause: Clause, mention: Mention) -> list[PlaceValue]:
    """Return the places of the list nearest before a facility, else after it; [] where one place holds."""
    if mention.type == "facility" and _holds_district(clause, mention):
        return []  # A және B аудандарында ФАП, X аудандық ауруханасы салынады
    named = [m for m in clause.mentions("facility") if m.value.name and m.last == mention.first and m.case == "gen"]
    inside = [mention, *named]  # X аудандық ауруханасының перзентханасы
    outside = [m for m in clause.mentions("place") if not any(f.first <= m.first < f.last for f in inside)]
    sites = [m for m in outside if m.case != "seat" and (m.value.level in SETTLEMENTS or m.value.level == "district")]
    before = [m for m in sites if m.last <= mention.first]
    behind = [m for m in sites if m.first >= mention.last]
    if not before and behind and _of_several_sorts(clause, behind[0]):
        return []
    nearest = closed_list(clause, before) or _run(clause, behind)
    members = [m for m in nearest if not (_governs(m, nearest) or _has_under(clause, m))]
    return [m.value for m in members] if len(members) > 1 else []


def _holds_district(clause: Clause, mention: Mention) -> bool:
    """Say whether a facility's name holds its district, so that the districts before it are not where it stands."""
    if not mention.value.name or mention.value.plural:
        return False
    inside = clause.mentions("place", first=mention.first, last=mention.last)
    return any(m.value.level == "district" for m in inside)


def in_as_many(clause: Clause, mention: Mention, size: int) -> Quantity | None:
    """Үш ауылда – A, B және C-да – пункт салынады, қалған екеуі – A мен B-дағы пункттер: how many facilities a list is of."""
    told = [m for m in clause.sentence.mentions if m.type == "number" and m.last < mention.first]
    fitting = (m for m in told if m.value.value == size and not m.value.bound)
    found = next((m for m in fitting if _of_settlements(clause.sentence.tokens, m)), None)
    return None if found is None else found.value


def _of_settlements(tokens: tuple[Token, ...], number: Mention) -> bool:
    """Say whether a number counts the settlements, or the facilities, of the list behind it."""
    following = tokens[number.last : number.last + 2]
    inside = any(t.best.case == "loc" and is_lemma(t, *SETTLED) for t in following)
    return inside or (bool(tokens[number.last - 1].best.possessive) and following[0].text in "–—")


def _of_several_sorts(clause: Clause, place: Mention) -> bool:
    """4 ФАП пен 3 амбулатория салынды (A, B, C аудандары): it is not said which of them stands where."""
    return sum(m.value.count is not None for m in clause.mentions("facility", last=place.first)) > 1


def without_residents(clause: Clause, found: list[Mention]) -> list[Mention]:
    """A ауданында B және C аудандары тұрғындарының …: whose residents are spoken of is not where it is, beside A."""
    kept = list(found)
    for last, mention in enumerate(found):
        following = clause.sentence.tokens[mention.last : mention.last + 1]
        if mention.case in ("nom", "gen", "") and any(is_lemma(t, *RESIDENTS) for t in following):
            group = closed_list(clause, found[: last + 1])
            kept = [m for m in kept if m not in group]
    return kept or found


def closed_list(clause: Clause, found: list[Mention]) -> list[Mention]:
    """Return the list that the last of the places closes."""
    first = len(found) - 1
    while first > 0 and _joined(clause, found[first - 1], found[first]):
        first -= 1
    return found[first:] if found else []


def _run(clause: Clause, found: list[Mention]) -> list[Mention]:
    """Return the list that the first of the places opens."""
    last = 1
    while last < len(found) and _joined(clause, found[last - 1], found[last]):
        last += 1
    return found[:last]


def _joined(clause: Clause, left: Mention, right: Mention) -> bool:
    """Only signs of a list stand between two members, or nothing where one lies in the other."""
    begin = _with_oblast(clause, right)
    if begin < right.first and begin == left.last:
        return False  # Орал қаласынан Түркістан облысының Кентау қаласына
    between = clause.sentence.tokens[left.last : begin]
    okrug = next((i for i, t in enumerate(between) if t.norm.startswith("округ")), None)
    if okrug is not None and okrug > 1 and between[okrug - 1].norm == "ауылдық" and between[0].norm in JOINS:
        between = (
            *between[: max(1, okrug - 2)],
            *between[okrug + 1 :],
        )  # A ауылында және X ауылдық округінің B ауылында
    return all(t.norm in JOINS or t.norm == "қарасты" for t in between)


def _with_oblast(clause: Clause, place: Mention) -> int:
    """Түркістан облысының Кентау қаласы: return where a place begins, the oblast that it lies in included."""
    holding = (m.first for m in clause.mentions("place") if m.last == place.first and m.value.level == "oblast")
    return next(holding, place.first)


def _governs(mention: Mention, found: list[Mention]) -> bool:
    """A district or city that only says where the places after it lie is no member of the list."""
    leads = mention.case in ("gen", "locadj") or mention.value.level == "rural_okrug"
    behind = [o for o in found if o.first == mention.last]
    leads = leads or (mention.value.level == "city" and any(o.value.level == "village" for o in behind))
    if behind and (
        leads or (mention.value.level == "district" and any(_within(o.value, mention.value) for o in behind))
    ):
        return True
    return mention.value.level == "district" and any(o.value.district == mention.value.name for o in found)


def _has_under(clause: Clause, mention: Mention) -> bool:
    """A қаласына қарасты B ауылында: the town that a village belongs to."""
    return mention.case == "dat" and any(t.norm == "қарасты" for t in clause.sentence.tokens[mention.last :][:1])


def _within(inner: PlaceValue, outer: PlaceValue) -> bool:
    """Панфилов ауданы Жаркент қаласында: the town that stands right behind a district of which it is a part."""
    return bool(outer.code) and inner.level in SETTLEMENTS and inner.code.startswith(outer.code[:4])


def of_its_own(clause: Clause, mention: Mention) -> bool:
    """F базасында A бөлімі, Байқоңыр қаласында B ашылды: a member of a list with a town of its own right before it."""
    towns = [m for m in clause.mentions("place", last=mention.first) if m.value.level in SETTLEMENTS]
    if not towns or mention.first - towns[-1].last > 2 or towns[-1].case not in ("loc", "abl", "locadj"):
        return False
    return towns[-1].first > 0 and clause.sentence.tokens[towns[-1].first - 1].text == ","
