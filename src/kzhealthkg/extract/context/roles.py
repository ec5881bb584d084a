"""The roles every kind shares: figures, the programme, and what is left empty of when and where.

Each role is looked for in the clause first, then in the rest of the sentence, then in memory; what
is found in memory is marked as inherited.
"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import parallel
from kzhealthkg.extract.context.dates import say_date, say_dates
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.origins import at_large
from kzhealthkg.extract.context.programmes import outside, same_programme, taken_programme
from kzhealthkg.extract.context.regions import say_region
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Quantity


def quantity(draft: Draft, slot: str, mention: Mention) -> None:
    """Put a number into a slot, its bound beside it, and its currency where it is not tenge."""
    value: Quantity = mention.value
    if slot in RANGED.get(draft.kind, ()) and value.low is not None and value.bound in ("", "atLeast"):
        draft.slots.pop(slot, None)  # 4–5 млн случаев, 4-5 мыңнан астам, не хватает 3–4 врачей: neither is the value
    else:
        draft.say(slot, number(value))
    if slot not in BESIDE or "count" not in draft.slots:
        draft.say("bound", value.bound)  # 12 аппаратов на сумму более 300 млн are twelve
    if mention.type == "money" and value.unit not in ("KZT", ""):
        draft.say("currency", value.unit)
    draft.used.add(mention.start)
    draft.cover(mention.start, mention.end)


RANGED = dict.fromkeys(("Indicator", "Capacity"), ("value",)) | dict.fromkeys(("Staffing", "Procurement"), ("count",))
"""Slots of kinds that hold one figure or none: of a range neither end."""
BESIDE = ("amount", "percent")
"""Figures beside a count, which the bound of a statement is not of."""


def number(value: Quantity) -> int | float:
    """Return a quantity's value as JSON has it: an integer where it is whole."""
    return int(value.value) if value.value == int(value.value) else float(value.value)


def programme(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Fill ``programme`` from the clause or its sentence."""
    if outside(clause):
        draft.drop("programme")
        return
    said = [m for m in clause.sentence.named.get("programme", ()) if not _only_in_part(clause, m)]
    found = [m for m in clause.named.get("programme", ()) if m in said] or [m for m in said if not _of_part(clause, m)]
    if found:
        draft.say("programme", found[-1].value.id)
    elif takes_up(clause):
        draft.inherit("programme", taken_programme(clause, memory))
    elif same_programme(clause, memory):
        draft.inherit("programme", memory.programme)


def _only_in_part(clause: Clause, mention: Mention) -> bool:
    """Выделено 5 млрд, в том числе 2 млрд по проекту; оның ішінде 2 млрд … жобасы: a part of a sum under a programme."""
    if not any(words in clause.low for words in IN_PART):
        return False
    tokens = clause.sentence.tokens
    figures = clause.mentions("money", "number", last=mention.first)
    before = " ".join(t.norm for t in tokens[figures[0].last : figures[-1].first]) if len(figures) > 1 else ""
    return any(words in before for words in IN_PART)


IN_PART = lexicon.words("extract.context.roles", "in_part")
PART_OF = frozenset(lexicon.words("extract.context.roles", "part_of"))


def _of_part(clause: Clause, mention: Mention) -> bool:
    """25 нысан салынды, оның 10-ы (бұл) … жобасы бойынша: a programme told of a part, or of what it helps."""
    between = clause.sentence.tokens[clause.last : mention.first]
    opened = next((i for i, t in enumerate(between) if t.norm in PART_OF), None)
    first = clause.last + (opened or 0)
    numbers = clause.mentions("number", first=first, last=mention.first)
    served = any(t.norm == "бұл" for t in between) and "facility" in clause.named
    inside = opened is not None and any(t.norm == "ішінде" for t in between[opened + 1 : opened + 2])
    return served or inside or (opened is not None and bool(numbers) and numbers[0].first <= first + 2)


def _paired(draft: Draft, clause: Clause, completion: bool | None) -> None:
    """В 2024 году 254 врача, а в 2025 году – 529: each figure has its own date, and so its own region."""
    dated, placed = parallel.partner(clause, draft, "date"), parallel.partner(clause, draft, "place")
    if dated is not None:
        say_date(draft, dated.value, completion)
    if placed is not None and not ({"place", "region"} & draft.slots.keys() or at_large(clause, draft.end)):
        draft.say("region", placed.value.region)


def finish(
    draft: Draft, clause: Clause, memory: Memory, *, completion: bool | None = None, near: int | None = None
) -> Draft:
    """Fill the shared roles that the kind has left empty; ``completion`` and ``near`` as for ``say_dates``."""
    programme(draft, clause, memory)
    _paired(draft, clause, completion)
    say_dates(draft, clause, memory, completion=completion, near=near)
    say_region(draft, clause, memory)
    draft.forget_past()
    draft.sentence = clause.index
    return draft
