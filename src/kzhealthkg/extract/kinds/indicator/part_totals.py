"""Totals of which parts are told: what they count, and the draft of one of their parts."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.participles import event_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.indicator.number_parts import NUMBER
from kzhealthkg.model import Mention, Sentence

AMONG = frozenset(lexicon.words("kinds.indicator.part_totals", "among"))
JOINS = frozenset(lexicon.words("kinds.indicator.part_totals", "joins"))
STAFFED = ("indicator-stock",)
"""Rules whose totals count things or staff as such."""
BOUNDS = {"астамы": "atLeast", "артығы": "atLeast", "жуығы": "about"}


def share_end(sentence: Sentence, number: Mention) -> tuple[int, str]:
    """Return where a share ends, and its bound: 83 мыңнан астамы, 120-сы."""
    after = sentence.tokens[number.last : number.last + 1]
    bound = BOUNDS.get(after[0].norm, "") if after else ""
    return number.last + bool(bound), bound


def counts_people(total: Draft) -> bool:
    """Say whether a total counts people by what befell them, not by what they are."""
    return total.rule not in STAFFED and str(total.slots["measure"]).rsplit(" ", 1)[-1] in people()


def befallen(total: Draft) -> str:
    """Return what befell those a total counts: емделген [науқас], жұмыстан кеткен [дәрігерлердің саны]."""
    said = str(total.slots["measure"])
    return event_of(said).strip() if said.endswith(NUMBER) else " ".join(said.split()[:-1])


def numbered(total: Draft) -> bool:
    """Say whether a total is told as a number: дәрігерлердің саны."""
    return str(total.slots["measure"]).endswith(NUMBER)


def last_word(total: Draft) -> str:
    """Return the noun of what a total counts."""
    return str(total.slots["measure"]).split()[-1]


def of_cases(total: Draft) -> bool:
    """Say whether a total counts the cases of an illness."""
    return total.rule in CASES


CASES = frozenset({"indicator-case", "indicator-found-cases"})


def people() -> frozenset[str]:
    """Return the nouns of people."""
    return measures.of_sort("people", "kk")


def part_of(clause: Clause, number: Mention, last: int, total: Draft) -> Draft:
    """Return the draft of a part, with when and where the total was told; its words end at token ``last``."""
    end = clause.sentence.tokens[last].end
    draft = Draft("Indicator", {}, number.start, end, "indicator-part", sentence=clause.index)
    roles.quantity(draft, "value", number)
    draft.take_over(total, *LOCATED, "date")
    return draft
