"""Turtle and TriG for people: sorted, prefixed, and the same bytes for the same triples.

Oxigraph's own writer puts the prefixes in another order on every run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from kzhealthkg import vocab
from kzhealthkg.prefixes import prefixes
from kzhealthkg.store.terms import XSD

Triple = tuple[str, str, str]
"""Subject, predicate, object as N-Triples writes them."""

_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_IRI: Final = re.compile(r"<(.*[/#])([A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)>")
_TYPED: Final = re.compile(r'("(?:[^"\\]|\\.)*")\^\^(<[^<>]*>)', re.DOTALL)
_OWN: Final = re.compile(f"(?:{re.escape(vocab.THINGS)}|{re.escape(vocab.VOCAB)})([a-z][a-z-]*)/")
_NUMBER: Final = re.compile(r'"(-?[0-9]+)"')


class _Names:
    """Shortens IRIs, and remembers the prefixes that it used."""

    def __init__(self) -> None:
        self._prefix = {namespace: prefix for prefix, namespace in prefixes().items()}
        self._taken = set(self._prefix.values())
        self._short: dict[str, str] = {_TYPE: "a"}
        self.used: dict[str, str] = {}

    def __call__(self, term: str) -> str:
        if term not in self._short:
            self._short[term] = self._shorten(term)
        return self._short[term]

    def _shorten(self, term: str) -> str:
        if term.startswith("<"):
            found = _IRI.fullmatch(term)
            prefix = self._find(found[1]) if found else None
            return f"{prefix}:{found[2]}" if found and prefix else term
        typed = _TYPED.fullmatch(term)
        if not typed:
            return term
        number = _NUMBER.fullmatch(typed[1])
        if number and typed[2] == f"<{XSD}integer>":
            return number[1]
        return f"{typed[1]}^^{self(typed[2])}"

    def _find(self, namespace: str) -> str | None:
        """Return the prefix of a namespace; folders of things and concept schemes are prefixes of their own."""
        own = _OWN.fullmatch(namespace)
        prefix = self._prefix.get(namespace) or (own[1] if own and own[1] not in self._taken else None)
        if prefix:
            self.used.setdefault(prefix, namespace)
            # A scheme and a folder of one name: the first one met in sorted order keeps the prefix.
            return prefix if self.used[prefix] == namespace else None
        return None


def turtle(triples: Iterable[Triple]) -> str:
    """Return triples that are sorted by subject as Turtle."""
    names = _Names()
    body = "\n".join(_subjects(triples, names, ""))
    return f"{_head(names)}\n{body}" if body else ""


def trig(graphs: Sequence[tuple[str, Sequence[Triple]]]) -> str:
    """Return graphs as TriG; the graph with an empty name is the default one."""
    names = _Names()
    blocks = []
    for graph, triples in graphs:
        if graph:
            blocks.append(f"{names(graph)} {{\n" + "\n".join(_subjects(triples, names, "    ")) + "}\n")
        else:
            blocks.append("\n".join(_subjects(triples, names, "")))
    return f"{_head(names)}\n" + "\n".join(blocks) if blocks else ""


def _head(names: _Names) -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(names.used.items()))


def _subjects(triples: Iterable[Triple], names: _Names, indent: str) -> Iterator[str]:
    for subject, about in groupby(triples, key=lambda triple: triple[0]):
        lines = [
            f"{names(predicate)} {' , '.join(names(triple[2]) for triple in same)}"
            for predicate, same in groupby(about, key=lambda triple: triple[1])
        ]
        yield f"{indent}{names(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"
