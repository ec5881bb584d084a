"""Names of places that KATO does not hold: countries, cities abroad, other names of regions."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.text import skeleton


@cache
def _specials() -> dict[str, tuple[str, dict[str, str]]]:
    table: dict[str, tuple[str, dict[str, str]]] = {}
    for row in lexicon.table("countries"):
        for name in (row["kk"], row["ru"], *filter(None, row["variants"].split("|"))):
            table.setdefault(skeleton(name), (row["level"], row))
    for row in lexicon.table("region_aliases"):
        table.setdefault(skeleton(row["alias"]), (row["kind"], row))
    return table


def special(name: str) -> str:
    """Return the kind of a name outside KATO (country, foreign, abbreviation, …), or ""."""
    return _specials().get(skeleton(name), ("", {}))[0]


def special_row(name: str) -> dict[str, str]:
    """Return the table row of a name outside KATO."""
    return _specials().get(skeleton(name), ("", {}))[1]
