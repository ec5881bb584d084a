"""Sorts of what was done: 600 ота жасалды, оның 190-ы – тізе буыны; 112 ағза ауыстырылды: 84 бүйрек, 22 бауыр."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.indicator.part_totals import JOINS, part_of
from kzhealthkg.model import Mention

OF_THEM = lexicon.words("kinds.indicator.part_sorts", "of_them")
DONE = "indicator-done"
SORT_REACH = 5
"""Words of a sort, at most."""


def sorts_done(clause: Clause, total: Draft) -> list[Draft]:
    """600 ота жасалды. Оның 190-ы – тізе буыны, 122-сі – жамбас-сан буыны: so many of each sort of what was done."""
    if total.rule != DONE:
        return []
    found = [(n, _sort_behind(clause, n)) for n in clause.mentions("number")]
    told = all(last for _, last in found)
    return [_sort(clause, number, number.last + 1, last, total) for number, last in found if told]


def _sort_behind(clause: Clause, number: Mention) -> int:
    """Return the end of the words behind a share and its dash, 0 where they name no sort of thing."""
    tokens, at = clause.sentence.tokens, number.last + 1
    if at >= clause.last or not tokens[number.last - 1].norm.endswith(OF_THEM) or tokens[number.last].text not in "–—-":
        return 0
    return _sort_end(clause, at)


def behind_colon(clause: Clause, total: Draft) -> list[Draft]:
    """112 ағза ауыстырылды: 84 бүйрек, 22 бауыр және 6 жүрек: so many of each sort, behind the colon."""
    opened = clause.first and clause.sentence.tokens[clause.first - 1].text == ":"
    if not opened or total.sentence != clause.index or total.rule not in (DONE, TRANSPLANTED):
        return []
    found = [(n, _sort_end(clause, n.last)) for n in clause.mentions("number")]
    return [_sort(clause, n, n.last, last, total) for n, last in found] if all(last for _, last in found) else []


TRANSPLANTED = "indicator-transplanted"


def _sort(clause: Clause, number: Mention, first: int, last: int, total: Draft) -> Draft:
    draft = part_of(clause, number, last - 1, total)
    said = counted_names.singular_kk(clause.sentence.tokens[first:last])
    whole = str(total.slots["measure"])
    organ = next((w for w in whole.split() if w in ORGANS), "")  # алмастырылған ағза: алмастырылған бүйрек
    draft.say("measure", whole.replace(organ, said) if organ else said)
    return draft


ORGANS = frozenset(lexicon.words("kinds.indicator.part_sorts", "organs"))


def _sort_end(clause: Clause, at: int) -> int:
    """Return the end of the noun phrase that begins at a token and that a sign or a join ends, 0 for none."""
    tokens = clause.sentence.tokens
    last = next((i for i in range(at, clause.last) if tokens[i].text == "," or tokens[i].norm in JOINS), clause.last)
    named = at < last <= at + SORT_REACH and tokens[last - 1].best.pos in ("NOUN", "PROPN", "X")
    done = at < last and "thing" in measures.sorts(clause, last - 1)  # ашық жүрекке жасалған ота
    cases = ("nom", "gen", "", "dat", "acc") if done else ("nom", "gen", "")
    plain = all(t.best.case in cases and t.text[0].isalpha() for t in tokens[at:last])
    return last if named and plain else 0
