"""What is judged by: the triples of the shapes, and which class is below which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kzhealthkg import resources
from kzhealthkg.validate.data import DataError, parse

if TYPE_CHECKING:
    import pyoxigraph as ox

_SUBCLASS: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


def shape_triples(shapes: Path | None) -> Iterator[ox.Triple]:
    """Yield the triples of a file of shapes, a folder of them, or the project's own."""
    folder = shapes or resources.path("shapes")
    files = sorted(folder.glob("*.ttl")) if folder.is_dir() else [folder]
    if not files:
        raise DataError("data.noshapes", folder=folder)
    for file in files:
        yield from (quad.triple for quad in parse(file))


def hierarchy() -> Iterator[ox.Triple]:
    """Yield which class is below which: all that the shapes need of the ontology."""
    for quad in parse(resources.path("ontology", "classes.ttl")):
        if quad.predicate.value == _SUBCLASS:
            yield quad.triple
