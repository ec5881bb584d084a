"""How the parts of a Russian figure are named: by an adjective, an addition, a sort, or what befell them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import ru

LONGEST = 8
"""Words in the longest name of a part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between commas: its figures, and the tokens that name what they are of."""

    figures: tuple[Mention, ...]
    first: int
    last: int


def named(clause: Clause, row: Part, whole: Draft) -> str:
    """Return the measure of a part, "" where its name is none: an adjective, an addition, a sort, what befell it."""
    tokens = clause.sentence.tokens[row.first : row.last]
    said, of = clause.text(row.first, row.last), str(whole.slots["measure"])
    if clause.mentions("place", first=row.first, last=row.last) and tokens[0].best.pos != "ADP":
        return ""
    if tokens[0].best.pos == "ADP" or tokens[0].norm in OLDER:
        return f"{of} {said}" if len(tokens) > 1 else ""
    if all(t.best.pos == "ADJ" or t.best.form == "part" for t in tokens):
        return _described(said, of)
    on = next(
        (i + 2 for i, (a, b) in enumerate(pairwise(tokens)) if is_lemma(a, *FALLING) and b.norm == ON), len(tokens)
    )
    if on < len(tokens) and "people" in measures.sorts(clause, row.first + on):
        return f"{of} среди {clause.text(row.first + on, row.last)}"  # из них 348 случаев пришлись на детей
    if any(t.best.form in FINITE for t in tokens):
        return "" if _dealt_out(tokens) else f"{of}: {said}"
    return _sort(clause, row, whole)


def _dealt_out(tokens: tuple[Token, ...]) -> bool:
    """Из 14 машин две получила городская станция: who got some of the things is their subject."""
    pairs = ((a, b) for a, b in pairwise(tokens) if is_lemma(a, *GETTING))
    return any("nom" in cases and "acc" not in cases for cases in ({r.case for r in b.readings} for _, b in pairs))


FALLING = lexicon.words("kinds.indicator.part_names_ru", "falling")
ON = "на"
FINITE = frozenset({"past", "pres", "perf"})
GETTING = lexicon.words("kinds.indicator.part_names_ru", "getting")
OLDER = frozenset(lexicon.words("kinds.indicator.part_names_ru", "older"))


def _described(said: str, whole: str) -> str:
    """Return a measure with the adjective of its part: родившиеся недоношенные дети."""
    words = whole.split()
    if not said.endswith(PLURAL) or not 0 < len(words) <= LONGEST // 2 + 1:
        return ""
    if words[0].lower() in SUMS:  # количество [необоснованных] вызовов
        return " ".join([words[0], f"{said[:-1]}х".lower(), *words[1:]])
    befallen = len(words) > 1 and any(r.form == "part" for r in ru.analyse(words[0].lower()))
    return " ".join([*words[:befallen], f"{said[:-1]}е".lower(), *words[befallen:]])


SUMS = frozenset(lexicon.words("kinds.indicator.part_names_ru", "sums"))
PLURAL = lexicon.words("kinds.indicator.part_names_ru", "plural")


def _sort(clause: Clause, row: Part, whole: Draft) -> str:
    """Return the sort of a part: первоклассники of those vaccinated, частные клиники of houses."""
    at = next((i for i in range(row.first, row.last) if clause.sentence.tokens[i].best.pos == "NOUN"), None)
    if at is None:
        return ""
    tokens = clause.sentence.tokens[row.first : row.last]
    ahead = row.last <= row.figures[0].first and tokens[at - row.first].best.case == "gen"  # детей – 173
    counted = ahead or (row.figures[-1].last == row.first and row.figures[-1].type == "number")
    said = counted_names.plural_ru(tokens, at - row.first) if counted else clause.text(row.first, row.last)
    if whole.rule == DONE:
        return _done_to(tokens, str(whole.slots["measure"]).split(), row)
    befell = _befell(str(whole.slots["measure"]).split())
    of_people = "people" in measures.sorts(clause, at)
    if whole.rule.startswith("indicator-stock"):
        return said
    if whole.rule == CASES and not of_people and measures.of_health(clause, row.first, row.last):
        return measures.text(clause, row.first, row.last)  # 312 – сахарного диабета
    return (
        f"{befell} {said}"
        if of_people and befell.split()[0].endswith(BEFALLEN)
        else f"{whole.slots['measure']}: {said}"
    )


def _befell(whole: list[str]) -> str:
    """Return what befell those of a whole, with what belongs to it: заболевшие корью [люди]."""
    last = len(whole) > 1 and whole[-1] in PEOPLE
    return " ".join(whole[:-1] if last else whole[:1])


PEOPLE = frozenset(lexicon.words("kinds.indicator.part_names_ru", "people"))


def _done_to(tokens: tuple[Token, ...], whole: list[str], row: Part) -> str:
    """В том числе 63 детям; из них 101 — сердца: to whom, or of what, so many of the same were done."""
    said = " ".join(t.text for t in tokens)
    if row.last <= row.figures[0].first or len(tokens) > 1 or len(whole) < len(("проведённые", "операции", "сердца")):
        return f"{' '.join(whole)} {said}"
    owned = any(r.case == "gen" for r in tokens[0].readings)
    return " ".join([*whole[: -1 if owned else None], said])


DONE = "indicator-done-ru"
CASES = "indicator-case-ru"
BEFALLEN = lexicon.words("kinds.indicator.part_names_ru", "befallen")
