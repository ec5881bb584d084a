"""The concepts that a graph speaks of, with the names and the order that ``ontology/`` gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kzhealthkg import resources, vocab

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_KEPT: Final = frozenset({"prefLabel", "notation", "inScheme", "broader"})


def used(objects: Iterable[str]) -> set[str]:
    """Return the concepts among these objects and all that are broader than they."""
    found: set[str] = set()
    waiting = [term for term in objects if term.startswith(f"<{vocab.VOCAB}")]
    while waiting:
        concept = waiting.pop()
        if concept not in found:
            found.add(concept)
            waiting += (line.rpartition(" ")[2] for line in _table().get(concept, ()) if f"{_SKOS}broader>" in line)
    return found


def triples(concepts: Iterable[str]) -> Iterator[str]:
    """Yield type, names, notation, scheme and broader concept of each; nothing for one that is not declared."""
    for concept in concepts:
        yield from _table().get(concept, ())


@cache
def labels(scheme: str, value: str) -> dict[str, str]:
    """Return the names of a concept by language; empty for one that is not declared."""
    import pyoxigraph as ox

    lines = _table().get(f"<{vocab.VOCAB}{scheme}/{value}>", ())
    quads = ox.parse("".join(f"{line} .\n" for line in lines), ox.RdfFormat.N_TRIPLES)
    named = (quad.object for quad in quads if quad.predicate.value == f"{_SKOS}prefLabel")
    return {name.language or "": name.value for name in named if isinstance(name, ox.Literal)}


@cache
def _table() -> dict[str, list[str]]:
    import pyoxigraph as ox

    table: dict[str, list[str]] = {}
    for file in sorted(resources.path("ontology").glob("**/*.ttl")):
        for quad in ox.parse(path=str(file)):
            if str(quad.subject).startswith(f"<{vocab.VOCAB}") and _keeps(str(quad.predicate), str(quad.object)):
                table.setdefault(str(quad.subject), []).append(str(quad.triple))
    return table


def _keeps(predicate: str, value: str) -> bool:
    if predicate.endswith("#type>"):
        return value == f"<{_SKOS}Concept>"
    return predicate.startswith(f"<{_SKOS}") and predicate[len(_SKOS) + 1 : -1] in _KEPT
