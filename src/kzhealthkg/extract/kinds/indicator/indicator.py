"""Indicator: a measured value, its change, or a stock of things."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every_hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import values
from kzhealthkg.extract.figures.pointing_ru import points_back
from kzhealthkg.extract.kinds.indicator import (
    bracketed,
    changes,
    changes_listed,
    dashes,
    described_ru,
    elisions,
    employed,
    evidenced,
    expected,
    filled_ru,
    findings_ru,
    found_shares,
    gapped_changes_kk,
    group_shares,
    had_ru,
    headed,
    held_kk,
    listed_shares,
    members,
    multiples,
    nation_wide,
    nominal,
    none_ru,
    of_whom,
    opening_dates,
    other_times,
    part_places,
    parts_ru,
    per_head_ru,
    pointed,
    regional,
    respective,
    restricted,
    sectors,
    settings,
    shares,
    shares_of_all,
    standards_ru,
    stock_parts,
    stock_rows,
    stocks,
    structures,
    than_before_ru,
    thing_shares_ru,
    unlisted,
    whereabouts,
    whole_lists,
    without_ru,
)

UNFIGURED = frozenset((*multiples.TIMES, *multiples.CHANGING, *none_ru.UNFOUND))
"""Words that tell a figure without being one: вдвое; ни одного случая."""
Rule = Callable[[Clause, Memory], list[Draft]]

SORTS: dict[str, Callable[[Hit, Memory], list[Draft]]] = {
    "change": changes.change,
    "value": values.value,
    "plan": values.fulfilled,
    "stock": stocks.stock,
    "share": shares.share,
    "found": found_shares.found,
    "finding": findings_ru.findings,
    "made-up": group_shares.made_up,
    "filled": filled_ru.filled,
    "per-head": per_head_ru.per_head,
}

RULES = tuple[tuple[str, Rule], ...]
"""Rules, each with the type of mention without which it tells nothing; "" where it needs none."""

BEFORE_CUES: RULES = (
    ("percent", structures.in_structure),
    ("", regional.by_place),
    ("", regional.by_line),
    ("", regional.by_count),
    ("", group_shares.behind_dash),
    ("", dashes.behind_dash),
    ("", listed_shares.in_brackets),
    ("number", bracketed.cases),
    ("percent", bracketed.coverage),
)
"""What tells by its own form, before any cue is asked: rows, dashes, brackets."""
WITHOUT_CUES: dict[str, RULES] = {
    "kk": (
        ("percent", shares_of_all.of_all),
        ("", stock_parts.parts),
        ("number", stock_rows.row),
        ("", nominal.nominal),
        ("", part_places.in_state),
        ("number", part_places.without),
        ("number", part_places.to_each),
        ("", unlisted.unlisted),
        ("percent", held_kk.held),
        ("percent", changes_listed.listed),
    ),
    "ru": (
        ("percent", shares_of_all.of_all),
        ("number", stock_parts.verbless),
        ("", unlisted.unlisted),
        ("", none_ru.none),
        ("number", without_ru.without),
        ("percent", had_ru.had),
        ("percent", thing_shares_ru.thing_shares),
        ("percent", changes_listed.listed),
    ),
}
"""What may still measure the figures that no cue has taken, by the language."""


def indicator(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the values, changes and stocks that one clause of a sentence with a figure measures."""
    drafts: list[Draft] = []
    if points_back(clause):
        return drafts
    if (told := respective.respective(clause, memory)) is not None:
        return told
    for needed, rule in BEFORE_CUES:
        if (not needed or needed in clause.named) and (told := rule(clause, memory)):  # hardly ever
            _add(drafts, told)
    for found in every_hit("indicator", clause):
        _add(drafts, next(filter(None, (SORTS[hit.frame.options["sort"]](hit, memory) for hit in found)), []))
    than_before_ru.told(clause, drafts)
    if drafts and not drafts[-1].slots.get("change"):
        _add(drafts, regional.by_place(clause, memory, str(drafts[-1].slots["measure"])))
    _add(drafts, other_times.told(clause, drafts, memory))
    _add(drafts, nation_wide.told(clause, drafts, memory))
    _add(drafts, parts_ru.parts(clause, drafts, memory))
    _add(drafts, elisions.elided(clause, drafts))
    _add(drafts, elisions.behind_colon(clause, memory))
    _add(drafts, gapped_changes_kk.of_owners(clause, drafts))
    _without_cues(clause, drafts, memory)
    gapped_changes_kk.gapped(clause, drafts, memory)
    members.of_whole(clause, drafts, memory)
    pointed.named(clause, drafts, memory)
    if drafts and expected.expected(clause, memory):
        return []
    headed.graded(clause, drafts)
    sectors.in_sector(clause, drafts, memory)
    described_ru.described(clause, drafts)
    opening_dates.without_opening(clause, drafts)
    drafts = whole_lists.with_whole_lists(clause, of_whom.without_all(clause, drafts, memory))
    drafts = [d for d in whereabouts.unplace(clause, drafts, memory) if not employed.got_work(d)]
    drafts = [d for d in drafts if not standards_ru.of_standard(clause, d)]
    settings.set_in(clause, drafts)
    return evidenced.evidenced(clause, restricted.restricted(clause, drafts))


def _without_cues(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """Add what the rules without a cue tell, and the parts of what they count: в городе 312 клиник, из них 64 частные."""
    for needed, rule in WITHOUT_CUES[clause.language]:
        if (not needed or needed in clause.named) and (told := rule(clause, memory)):
            _add(drafts, told)
            _add(drafts, parts_ru.parts(clause, drafts, memory))


def _pointing(draft: Draft) -> bool:
    """Смертность от него, одан болатын өлім: a measure that only points to what it is of."""
    words = str(draft.slots.get("measure", "")).casefold().split()
    return not POINTERS.isdisjoint(words) or not any(word[0].isalpha() for word in words)


POINTERS = frozenset(lexicon.words("kinds.indicator.indicator", "pointers"))


def _add(drafts: list[Draft], more: Iterable[Draft]) -> None:
    """Take the drafts that tell what a value measures and whose figures no other has."""
    for draft in more:
        whole = {"measure", "value"} <= draft.slots.keys() and not _pointing(draft)
        if whole and not any(draft.used & other.used for other in drafts):
            drafts.append(draft)
