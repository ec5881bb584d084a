"""Rooms, departments, beds and staff of one house, which are no stock."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures

INNER = lexicon.words("kinds.indicator.rooms", "inner")
BEDS = lexicon.words("kinds.indicator.rooms", "beds")


def within(clause: Clause, head: int, memory: Memory, *, of_staff: bool) -> bool:
    """Say whether the rooms or the staff of one house are counted, or the members of a plan."""
    return inner(clause, head, memory) or (
        of_staff and (staff_of_house(clause, head, memory) or _of_plan(clause, head, memory))
    )


def inner(clause: Clause, head: int, memory: Memory) -> bool:
    """Нысанда 14 кабинет бар, в стационаре 18 отделений: the rooms and the beds of one facility are no stock."""
    noun = clause.sentence.tokens[head]
    if not is_lemma(noun, *INNER):
        single = [m for m in clause.mentions("facility", last=head) if not m.value.plural and m.case == "loc"]
        return is_lemma(noun, *BEDS) and bool(single) and "place" not in clause.named
    single = [m for m in clause.mentions("facility") if not m.value.plural]
    built = memory.last_draft("Works", within=2, sentence=clause.index)  # аурухана салынып жатыр. Онда 12 бөлімше …
    spoken = memory.facility_just_before(clause.index) is not None or (built is not None and "count" not in built.slots)
    return bool(single) or (spoken and "place" not in clause.named and not _in_area(clause))


def _in_area(clause: Clause) -> bool:
    """Облыста 40 инсульт бөлімшесі бар, в регионе 40 отделений: the departments of an area lie in many houses."""
    area = area_words(clause.language)
    return any(t.best.case in ("loc", "locadj") and not area.isdisjoint(t.words) for t in clause.tokens)


def _of_plan(clause: Clause, head: int, memory: Memory) -> bool:
    """38 нысан салынады. Жаңа нысандар арасында 20 медпункт бар; тізімде 12 аурухана бар: what works are of is no stock."""
    listed = clause.language == "kk" and not clause.words.isdisjoint(LISTS | AMONG)
    if not listed or "facility" not in measures.sorts(clause, head):
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, head) if tokens[i].norm in LISTS | AMONG), head)
    new = any(t.norm.startswith(NEW) for t in tokens[max(0, at - NEW_REACH) : at])
    built = memory.last_draft("Works", within=1, sentence=clause.index) is not None
    return at < head and (tokens[at].norm in LISTS or new or built)


NEW_REACH = 5
"""Words from such a word to what opens the parts, at most."""
LISTS = frozenset(lexicon.words("kinds.indicator.rooms", "lists"))
AMONG = frozenset(lexicon.words("kinds.indicator.rooms", "among"))
NEW = lexicon.words("kinds.indicator.rooms", "new")


def staff_of_house(clause: Clause, head: int, memory: Memory) -> bool:
    """Интернатта 120 қызметкер бар, в коллективе 14 врачей, здесь 40 врачей: who works in one house is no stock."""
    if "staff" not in measures.sorts(clause, head) or _is_part(clause, head):
        return False
    if any(_is_house(clause, at) for at in range(head) if not HOUSES.isdisjoint(clause.sentence.tokens[at].words)):
        return True
    if not clause.index or "place" in clause.whole.named or _in_area(clause.whole):
        return False
    before = memory.document.sentences[clause.index - 1]
    houses = before.named.get("facility", [])
    above = Clause(before, clause.index - 1, 0, len(before.tokens), clause.language)
    here = not (HERE.isdisjoint(clause.words) or HOUSES.isdisjoint(before.words))
    one = len(houses) == 1 and not houses[0].value.plural
    return (one or here) and not _in_area(above)


def _is_part(clause: Clause, head: int) -> bool:
    """60 сотрудников, из них 20 врачей: in Russian so many of each sort are told as parts of all."""
    riding = not TRAINS.isdisjoint(clause.words)  # в поезде 18 врачей и 20 медсестёр
    return (
        clause.language == "ru"
        and not riding
        and len([m for m in clause.sentence.named["number"] if m.last <= head]) > 1
    )


def _is_house(clause: Clause, at: int) -> bool:
    """Say whether one house, team or department stands where somebody works; аудан орталығында is a town."""
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[max(0, at - 1)]
    several = any(m.value.plural for m in clause.sentence.mentions if m.type == "facility" and m.first <= at < m.last)
    town = clause.language == "kk" and not area_words("kk").isdisjoint(before.words) and token.norm.startswith(CENTRE)
    return is_case(token, "loc") and not (token.best.plural or several or town)


HOUSES = frozenset(lexicon.words("kinds.indicator.rooms", "houses"))
TRAINS = frozenset(lexicon.words("kinds.indicator.rooms", "trains"))
HERE = frozenset(lexicon.words("kinds.indicator.rooms", "here"))
CENTRE = lexicon.words("kinds.indicator.rooms", "centre")[0]
