"""Triples by their subject: in memory, or on disk where they are too many for that."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg.validate.nodes import is_iri

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.nodes import Node, Props

TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_AT_ONCE: Final = 20_000

Pair = tuple[str, Any]
"""A property's IRI and a value."""


class Groups(ABC):
    """Every node with its properties; a triple counts once, however many graphs state it."""

    def __init__(self) -> None:
        self._closures: dict[tuple[str, ...], frozenset[str]] = {}

    @abstractmethod
    def pairs(self, node: Node) -> Sequence[Pair]:
        """Return the properties and values of one node, as often as they are stated."""

    @abstractmethod
    def every(self) -> Iterator[tuple[Node, Sequence[Pair]]]:
        """Yield every subject with its properties and values."""

    def items(self) -> Iterator[tuple[Node, Props]]:
        """Yield every subject with its properties."""
        for node, pairs in self.every():
            yield node, _props(pairs)

    def about(self, node: Node) -> Props:
        """Return the properties of a node; none for one that is no subject."""
        return _props(self.pairs(node))

    def classes(self, node: Node) -> frozenset[str]:
        """Return the classes of a node, those above them too."""
        named = self._named(node)
        if named not in self._closures:
            self._closures[named] = self._upward(named)
        return self._closures[named]

    def _named(self, node: Node) -> tuple[str, ...]:
        return tuple(value.value for name, value in self.pairs(node) if name == TYPE and is_iri(value))

    def _upward(self, named: Iterable[str]) -> frozenset[str]:
        import pyoxigraph as ox

        found: set[str] = set()
        waiting = list(named)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                above = self.pairs(ox.NamedNode(name))
                waiting += [value.value for prop, value in above if prop == SUBCLASS and is_iri(value)]
        return frozenset(found)

    def all(self) -> Iterator[ox.Triple]:
        """Yield every triple."""
        import pyoxigraph as ox

        for node, pairs in self.every():
            yield from (ox.Triple(node, ox.NamedNode(name), value) for name, value in pairs)

    def triples(self, nodes: Iterable[Node]) -> Iterator[ox.Triple]:
        """Yield what is said of some nodes."""
        import pyoxigraph as ox

        for node in nodes:
            for name, value in self.pairs(node):
                yield ox.Triple(node, ox.NamedNode(name), value)


class Memory(Groups):
    """Triples in memory."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        super().__init__()
        rows: dict[Node, list[Pair]] = {}
        for triple in triples:
            subject = triple.subject
            if subject not in rows:
                rows[subject] = []
            rows[subject].append((triple.predicate.value, triple.object))
        self._rows = rows

    def pairs(self, node: Node) -> Sequence[Pair]:
        """Return the properties and values of one node."""
        return self._rows.get(node, ())

    def every(self) -> Iterator[tuple[Node, Sequence[Pair]]]:
        """Yield every subject, in the order in which they were met."""
        yield from self._rows.items()


class Disk(Groups):
    """Triples in a database file, of which little is in memory at a time."""

    def __init__(self, triples: Iterable[ox.Triple], file: Path) -> None:
        super().__init__()
        self._base = sqlite3.connect(file)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute("CREATE TABLE stated (subject TEXT, rest TEXT)")
        rows = ((str(t.subject), f"{t.predicate} {t.object} .\n") for t in triples)
        self._base.executemany("INSERT INTO stated VALUES (?, ?)", rows)
        self._base.execute("CREATE INDEX by_subject ON stated (subject)")
        self._kept = lru_cache(maxsize=_AT_ONCE)(self._asked)
        self._named_kept = lru_cache(maxsize=10 * _AT_ONCE)(super()._named)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def pairs(self, node: Node) -> Sequence[Pair]:
        """Return the properties and values of one node."""
        return self._kept(str(node))

    def every(self) -> Iterator[tuple[Node, Sequence[Pair]]]:
        """Yield every subject, in the order of their names."""
        rows = self._base.execute("SELECT subject, rest FROM stated ORDER BY subject")
        lines = (f"{subject} {rest}" for subject, rest in rows)
        for node, triples in groupby(_parsed(lines), key=lambda triple: triple.subject):
            yield node, [(triple.predicate.value, triple.object) for triple in triples]

    def _asked(self, subject: str) -> Sequence[Pair]:
        rows = self._base.execute("SELECT rest FROM stated WHERE subject = ?", (subject,))
        lines = (f"{subject} {rest}" for (rest,) in rows)
        return [(triple.predicate.value, triple.object) for triple in _parsed(lines)]

    def _named(self, node: Node) -> tuple[str, ...]:
        return self._named_kept(node)


def _parsed(lines: Iterable[str]) -> Iterator[ox.Triple]:
    """Read N-Triples back, some thousand lines at a time."""
    import pyoxigraph as ox

    waiting = iter(lines)
    while text := "".join(islice(waiting, _AT_ONCE)):
        for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def _props(pairs: Sequence[Pair]) -> Props:
    props: dict[str, list[Node]] = {}
    for name, value in pairs:
        if name not in props:
            props[name] = [value]
        elif value not in props[name]:
            props[name].append(value)
    return props
