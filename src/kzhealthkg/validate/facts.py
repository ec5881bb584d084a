"""Triples by subject, and how their terms are shown to people: short IRIs, quoted texts, property paths, lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg.prefixes import local, prefixes, short

if TYPE_CHECKING:
    import pyoxigraph as ox

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SH: Final = "http://www.w3.org/ns/shacl#"
_PATHS: Final = {"inversePath": "^{}", "zeroOrMorePath": "{}*", "oneOrMorePath": "{}+", "zeroOrOnePath": "{}?"}
_DEEPEST: Final = 4
_LONGEST: Final = 60
_MOST: Final = 12


class Facts:
    """What a graph says of each node; a node is its IRI, or ``_:`` and an id."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.by_node: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            self.by_node[key(triple.subject)][triple.predicate.value].append(triple.object)
        # Nodes that hold each other many times over are described once, or a small file could take for ever.
        self.described = cache(self._described)

    def objects(self, node: str, name: str) -> list[Any]:
        """Return the objects of one property of SHACL."""
        return self.by_node[node].get(SH + name, []) if node in self.by_node else []

    def members(self, term: Any) -> list[Any]:
        """Return the members of an RDF list; of a broken one, those that can be reached."""
        found, node, seen = [], key(term), set()
        while node in self.by_node and node not in seen:
            seen.add(node)
            found += self.by_node[node].get(_RDF + "first", [])[:1]
            node = key(next(iter(self.by_node[node].get(_RDF + "rest", [])), ""))
        return found

    def path(self, term: Any, name: Callable[[str], str] | None = None, depth: int = 0) -> str:
        """Return a property path as SPARQL writes it, its IRIs by ``name``, else as they are shown."""
        node, name = key(term), name or iri
        if depth > _DEEPEST:
            return "…"
        if not node.startswith("_:"):
            return name(node)
        for kind, form in _PATHS.items():
            for inner in self.objects(node, kind):
                return form.format(self.path(inner, name, depth + 1))
        either = self.objects(node, "alternativePath")
        steps = [self.path(one, name, depth + 1) for one in self.members(either[0] if either else term)[:_MOST]]
        return f"({'|'.join(steps)})" if either else "/".join(steps)

    def shown(self, term: Any, depth: int = 0) -> str:
        """Return a term as people read it; a blank node by what is said of it."""
        node = key(term)
        if node.startswith("_:") and not hasattr(term, "datatype"):
            return self.described(node, depth)
        return value(term.value, getattr(term, "language", "") or "", literal=hasattr(term, "datatype"))

    def _described(self, node: str, depth: int = 0) -> str:
        """Return what is said of a blank node, its lists as lists."""
        if depth > _DEEPEST:
            return "[…]"
        if members := self.members(node):
            return f"({listed([self.shown(one, depth + 1) for one in members[: _MOST + 1]])})"
        facts = self.by_node.get(node, {})
        said = [f"{local(name)} {self._object(name, one, depth)}" for name in sorted(facts) for one in facts[name]]
        return f"[{_cut('; '.join(sorted(said)), 4 * _LONGEST)}]"

    def _object(self, name: str, term: Any, depth: int) -> str:
        return self.path(term, None, depth) if name == SH + "path" else self.shown(term, depth + 1)


def key(term: Any) -> str:
    """Return the name of a node in Facts; of a literal its text, which is no node."""
    if isinstance(term, str):
        return term
    return f"_:{term.value}" if type(term).__name__ == "BlankNode" else str(term.value)


def iri(name: str) -> str:
    """Return an IRI by its prefix, else by its last part; a blank node as it is."""
    return name if name.startswith("_:") else _known(name) or local(name)


def _known(name: str) -> str:
    shortened = short(name)
    return shortened if shortened.partition(":")[0] in prefixes() else ""


def value(text: str, language: str = "", *, literal: bool = True) -> str:
    """Return a value as people read it: a literal in quotes and cut, with its language, an IRI short."""
    if not literal:
        return iri(text)
    return f"«{' '.join(_cut(text, _LONGEST).split())}»" + (f"@{language}" if language else "")


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def listed(texts: Iterable[str]) -> str:
    """Return texts with commas between, the first dozen of many."""
    every = list(texts)
    return ", ".join(every[:_MOST]) + (f", … ({len(every)})" if len(every) > _MOST else "")
