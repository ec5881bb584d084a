"""What stands in the shapes: their names, weights, own messages, and the parameters of their constraints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from kzhealthkg import lexicon, text
from kzhealthkg.prefixes import local
from kzhealthkg.validate.facts import SH, Facts, key, listed, value
from kzhealthkg.validate.given import shape_triples
from kzhealthkg.validate.report import SEVERITIES, Severity

if TYPE_CHECKING:
    import pyoxigraph as ox

_LISTS: Final = frozenset({"in", "languageIn", "and", "or", "xone"})
_PATHS: Final = frozenset({"equals", "disjoint", "lessThan", "lessThanOrEquals"})
_MORE: Final = ("path", "property", "closed", "uniqueLang", "sparql", "expression", "js")
_LIGHTER: Final = {"debug": "info", "trace": "info"}
_WEIGHTS: Final = frozenset({*SEVERITIES, *_LIGHTER})
_LONGEST_LIST: Final = 200
_NUMBER: Final = re.compile(r"[+-]?[0-9]+([.][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its IRI or _:id, its name in reports, and its parameters by local name as texts to show."""

    node: str
    name: str
    severity: Severity = "violation"
    messages: dict[str, str] = field(default_factory=dict)
    path: str = ""
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> str:
        """What it asks for in the words of SHACL: all that can be said of a shape without a message."""
        said = (f"{name} {text}" for name, text in self.parameters.items() if name not in ("property", "allowed"))
        return f"{self.path}: {', '.join(said)}".removeprefix(": ")


@cache
def components() -> dict[str, dict[str, str]]:
    """Return the rows of ``lexicon/shacl_components.tsv`` by the local name of the component."""
    return {row["component"]: row for row in lexicon.table("shacl_components")}


def fills(component: str) -> dict[str, str]:
    """Return which parameter of a shape fills which placeholder of a component's texts."""
    row = components().get(component) or components()["*"]
    return dict(pair.split("=", 1) for pair in row["fills"].split() if "=" in pair)


@cache
def _parameters() -> tuple[str, ...]:
    """Return the local names of all parameters that a component has, and of what else makes a shape."""
    return tuple(sorted({name for row in components() for name in fills(row).values()} - {"allowed"} | {*_MORE}))


class Catalogue:
    """The shapes of a shapes graph, each found by its IRI, its name, or its blank node."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._facts = Facts(triples)

    def find(self, name: str) -> Shape | None:
        """Return a shape by what a validator calls it: its IRI, or _: and a blank node's id."""
        return self._by_node.get(name)

    def judging(self) -> tuple[Shape, ...]:
        """Return the shapes, by name, that can be broken themselves, not only by the shapes that they hold."""
        return tuple(
            shape
            for shape in self._all
            if (shape.messages or set(shape.parameters) - {"property"}) and self._reports(shape.node)
        )

    def _reports(self, node: str) -> bool:
        idle = self._facts.objects(node, "deactivated")
        return self._names.reports(node) and (not idle or _false(idle))

    @cached_property
    def _all(self) -> tuple[Shape, ...]:
        found = (self._shape(node, self._names.names[node]) for node in self._nodes)
        return tuple(sorted(found, key=lambda shape: (shape.name, shape.node)))

    @cached_property
    def _names(self) -> _Names:
        return _Names(self._facts, self._nodes)

    @cached_property
    def _nodes(self) -> list[str]:
        """Return the nodes that have what makes a shape."""
        known = {SH + name for name in _parameters()}
        return [node for node, facts in self._facts.by_node.items() if not known.isdisjoint(facts)]

    @cached_property
    def _by_node(self) -> dict[str, Shape]:
        return {shape.node: shape for shape in self._all}

    def _shape(self, node: str, name: str) -> Shape:
        own = {key: self._facts.objects(node, key) for key in _parameters()}
        parameters = {key: self._parameter(key, terms) for key, terms in own.items() if terms and not _false(terms)}
        if "closed" in parameters:
            parameters["allowed"] = listed(self._allowed(node))
        weights = [local(key(term)).lower() for term in self._facts.objects(node, "severity")]
        weight = cast("Severity", next((_LIGHTER.get(one, one) for one in weights if one in _WEIGHTS), "violation"))
        path = parameters.pop("path", "")
        return Shape(node, name, weight, tagged(self._facts.objects(node, "message")), path, parameters)

    def _parameter(self, name: str, terms: Iterable[Any]) -> str:
        if name in _LISTS:
            return listed(self._facts.shown(one) for term in terms for one in self._facts.members(term))
        if name == "path" or name in _PATHS:
            return listed(sorted(self._facts.path(term) for term in terms))
        return listed(sorted(self._plain(name, term) for term in terms))

    def _plain(self, name: str, term: Any) -> str:
        """Return a parameter as a person would write it: numbers and patterns without quotes."""
        if not hasattr(term, "datatype"):
            return self._facts.shown(term).removeprefix("sh:")
        bare = name in ("pattern", "flags") or _NUMBER.fullmatch(term.value)
        return str(term.value) if bare else value(term.value, term.language or "")

    def _allowed(self, node: str) -> list[str]:
        """Return the properties that a closed shape allows."""
        held = (key(shape) for shape in self._facts.objects(node, "property"))
        paths = [self._facts.path(path) for shape in held for path in self._facts.objects(shape, "path")]
        ignored = (one for term in self._facts.objects(node, "ignoredProperties") for one in self._facts.members(term))
        return sorted({*paths, *(self._facts.path(one) for one in ignored)})


class _Names:
    """Names for shapes: the last part of the IRI, or the holder's name and the path where there is no IRI."""

    def __init__(self, facts: Facts, nodes: Iterable[str]) -> None:
        self._facts = facts
        # Of several that hold one node the last counts: a shape with an IRI that says sh:property of it.
        held = sorted(self._held(), key=lambda row: (not row[1][0].startswith("_:"), row[1][1] == "property"))
        self._holders = dict(held)
        self.names: dict[str, str] = {}
        for name, group in groupby(
            sorted((self._name(node), self._order(node), node) for node in nodes), itemgetter(0)
        ):
            for number, (_, _, node) in enumerate(group, 1):
                self.names[node] = name if number == 1 else f"{name}-{number}"

    def reports(self, node: str, depth: int = 0) -> bool:
        """Return whether a shape's results are told, not only counted by the shape that holds it."""
        holder, by = self._holders.get(node, ("", "property"))
        known = not holder.startswith("_:") or depth > _LONGEST_LIST
        return by == "property" and (known or self.reports(holder, depth + 1))

    def _held(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield each blank node with the node that refers to it and by what."""
        for node, facts in self._facts.by_node.items():
            for name, terms in facts.items():
                yield from ((key(term), (node, local(name))) for term in terms if key(term).startswith("_:"))

    def _name(self, node: str, depth: int = 0) -> str:
        if not node.startswith("_:"):
            return local(node)
        if node not in self._holders or depth > _LONGEST_LIST:
            return "nameless"
        holder, by = self._holders[node]
        paths = [
            re.sub(r"\W+", "-", self._facts.path(path, local)).strip("-") for path in self._facts.objects(node, "path")
        ]
        part = next(iter(paths), by if by not in ("first", "rest", "property") else "")
        return "-".join(filter(None, (self._name(holder, depth + 1), part)))

    def _order(self, node: str) -> str:
        """Return what two shapes of one name are told apart by, whatever their blank nodes are called."""
        return self._facts.described(node) if node.startswith("_:") else node


def _false(terms: Iterable[Any]) -> bool:
    """Return whether a switch (sh:closed, sh:uniqueLang) is set, and set to false."""
    return all(term.value in ("false", "0") and "boolean" in getattr(term, "datatype", term).value for term in terms)


def tagged(terms: Iterable[Any]) -> dict[str, str]:
    """Return texts by language, several of one language in one; a text without a language is read for its own."""
    found: dict[str, list[str]] = {}
    for term in (one for one in terms if hasattr(one, "language")):
        language = term.language or text.detect(term.value) or "en"
        found.setdefault(language.partition("-")[0].lower(), []).append(term.value)
    return {language: " ".join(sorted(found[language])) for language in sorted(found)}


def load(shapes: Path | None = None) -> Catalogue:
    """Return the shapes of a file or folder, else the project's own; DataError where they cannot be read."""
    return Catalogue(shape_triples(shapes))
