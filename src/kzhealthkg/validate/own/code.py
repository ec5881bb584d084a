"""The code: every kind, slot, closed value and term that it names is declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from kzhealthkg import vocab
from kzhealthkg.prefixes import full, short
from kzhealthkg.validate.own.project import Project
from kzhealthkg.validate.report import Finding, Spot

_NAMED: Final = re.compile(
    r"""\b(?:vocab\.)?ONTOLOGY\s*\+\s*(?:name\ for\ name\ in\ \()?((?:"\w+"(?:,\s*)?)+)"""
    r"""|ONTOLOGY\}(\w+)|\bterm\(("\w+")\)|\b(kzh:[A-Za-z]\w*)"""
)
SCHEMES: Final = {
    "status": vocab.STATUS,
    "bound": vocab.BOUND,
    "work-type": vocab.WORK_TYPE,
    "role": vocab.ROLE,
    "source": vocab.SOURCE,
    "measure": vocab.MEASURE,
    "level": vocab.LEVEL,
    "agreement-type": vocab.AGREEMENT_TYPE,
    "change": vocab.CHANGE,
    "capacity-unit": vocab.CAPACITY_UNIT,
    "facility-type": vocab.FACILITY_TYPE,
}
"""Concept scheme → the closed values that the code has for it."""


def findings(project: Project) -> Iterator[Finding]:
    """Yield the terms that the code names and nobody declares, each at its first place in a file."""
    table = project.code / "vocab.py"
    for iri in sorted(vocabulary() - project.terms.keys()):
        yield project.finding("own-code", iri, Spot(str(table), 1), term=short(iri))
    for iri, file, offset in named(project):
        if iri not in project.declared:
            yield project.finding("own-code", iri, project.spot(file, offset), term=short(iri))


@cache
def vocabulary() -> frozenset[str]:
    """Return the IRIs of the kinds, slots, classes and concepts of ``vocab``."""
    slots = {slot for kind in vocab.KINDS for slot in vocab.slots(kind)}
    names = {*vocab.KINDS, *slots, *vocab.ENTITY_SLOTS.values()}
    values = (f"{scheme}/{value}" for scheme, values in SCHEMES.items() for value in values)
    return frozenset([*(vocab.ONTOLOGY + name for name in names), *(vocab.VOCAB + value for value in values)])


@lru_cache(1)
def named(project: Project) -> tuple[tuple[str, Path, int], ...]:
    """Return the terms that stand in the Python, once a file, with the file and the offset."""
    return tuple(_named(project))


def _named(project: Project) -> Iterator[tuple[str, Path, int]]:
    for file in sorted(project.code.rglob("*.py")):
        seen: set[str] = set()
        for found in _NAMED.finditer(project.text(file)):
            for name in re.findall(r"[\w:]+", found[found.lastindex or 0]):
                iri = full(name) if name.startswith("kzh:") else vocab.ONTOLOGY + name
                if iri not in seen:
                    seen.add(iri)
                    yield iri, file, found.start()
