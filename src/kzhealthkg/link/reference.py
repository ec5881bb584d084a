"""Bodies of the reference table, met under whichever of their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.link import bodies
from kzhealthkg.link.bodies import Where
from kzhealthkg.link.collect import LANGUAGES


@cache
def bodies_by_id() -> Mapping[str, Mapping[str, str]]:
    """Return the full names, by language, of every body of the reference table, by its id."""
    rows = lexicon.table("reference_bodies")
    return {bodies.organization(row["kk"], Where()).id: {lang: row[lang] for lang in LANGUAGES} for row in rows}
