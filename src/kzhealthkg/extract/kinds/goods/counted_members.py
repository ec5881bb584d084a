"""Counted sorts of a purchase told as a whole: 140 аппарат алынды, оның ішінде 2 томограф; из них 3 аппарата ИВЛ."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods, item_names
from kzhealthkg.extract.kinds.goods.item_names import item_text
from kzhealthkg.extract.kinds.goods.known import is_known, is_specific

CARRIED = ("status", "facility", "place", "placeCode", "district", "region", "date", "due", "source", "programme")
OPENINGS = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.goods.counted_members", "openings"))
FIRST = frozenset(phrase[0] for phrase in OPENINGS)
LAST = frozenset(phrase[-1] for phrase in OPENINGS)


def counted_members(clause: Clause, memory: Memory, drafts: list[Draft]) -> list[Draft]:
    """Return the counted things that a clause lists as parts of what it, or the one before, says was bought."""
    opened = opened_parts(clause)
    total = _total(clause, memory, drafts, opened[0]) if opened else None
    if total is None or not opened or clause.mentions("facility", "place", "person", "money", first=opened[1]):
        return []
    found = [
        item_names.without_one(i)
        for i in goods.things(clause, first=opened[1])
        if i.count is not None or is_specific(i)
    ]
    counts = [item.count for item in found if item.count is not None]
    numbers = [m.start for m in clause.mentions("number", first=opened[1])]
    known = all(is_known(item) for item in found) and numbers == [count.start for count in counts]
    limit = total.slots.get("count")
    alone = len(found) - len(counts)  # 12 единиц, среди них – томограф и эндоскоп
    told = bool(counts) or clause.language == "ru"
    fits = limit is None or (told and sum(float(count.value.value) for count in counts) + alone <= limit)
    return [member(item, total, memory) for item in found] if known and fits else []


def opened_parts(clause: Clause) -> tuple[int, int] | None:
    """Return where the words that open a list of parts begin, and where they end."""
    if LAST.isdisjoint(clause.sentence.words):
        return None
    norms = [t.norm for t in clause.sentence.tokens[: clause.last]]
    for at in [at for at in range(clause.first, clause.last) if norms[at] in FIRST]:
        size = next((len(p) for p in OPENINGS if tuple(norms[at : at + len(p)]) == p), 0)
        if size:
            return at, at + size
    return None


def _total(clause: Clause, memory: Memory, drafts: list[Draft], opened: int) -> Draft | None:
    """Return the purchase whose parts follow: told before them in the clause, or just before it."""
    start = clause.sentence.tokens[opened].start
    here = [d for d in drafts if d.start < start]
    near = (
        None
        if drafts or opened > clause.first + 1
        else memory.last_draft("Procurement", within=1, sentence=clause.index)
    )
    total = here[-1] if here else near
    return total if total is not None and (total.slots.get("count", 1) != 1 or _is_mass(total)) else None


def _is_mass(total: Draft) -> bool:
    """Оборудование на 90 млн, в том числе томограф: what is of no number and made up of devices."""
    return "count" not in total.slots and any(w in MASSES for w in str(total.slots.get("item", "")).lower().split())


MASSES = frozenset(lexicon.words("kinds.goods.counted_members", "masses"))


def member(item: Phrase, total: Draft, memory: Memory, rule: str = "procurement-counted-member") -> Draft:
    """Return one thing of a list as a purchase of its own, with what is said of the total."""
    draft = Draft("Procurement", {"item": item_text(item)}, item.start, item.end, rule)
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    draft.take_over(total, *CARRIED)
    return roles.finish(draft, item.clause, memory)
