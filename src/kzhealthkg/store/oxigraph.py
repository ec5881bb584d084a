"""Quads in memory in Oxigraph, and every export format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import pyoxigraph as ox

from kzhealthkg import vocab
from kzhealthkg.model import Rows, Term
from kzhealthkg.store import turtle as writer
from kzhealthkg.store.terms import StoreError, answer, first_line, literal, triples_as_rows

FORMATS: Final[dict[str, str]] = {
    "ntriples": "N_TRIPLES",
    "nquads": "N_QUADS",
    "jsonld": "JSON_LD",
    "rdfxml": "RDF_XML",
}
"""Export formats that Oxigraph writes, with its names for them; turtle and trig are written here."""

EXPORTS: Final = ("turtle", "trig", *FORMATS)


def merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield every quad, and for each of a named graph its triple in the default graph."""
    default = ox.DefaultGraph()
    for quad in quads:
        yield quad
        if quad.graph_name != default:
            yield ox.Quad(quad.subject, quad.predicate, quad.object, default)


class OxigraphStore:
    """The quads in memory in Oxigraph, the merge of all graphs as its default graph."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.store = ox.Store()
        self.store.bulk_extend(merged(quads))

    def select(self, sparql: str) -> Rows:
        """Run a query; StoreError says what is wrong with it."""
        try:
            found = self.store.query(sparql)
        except (SyntaxError, ValueError, OSError) as error:
            raise StoreError("store.query", reason=first_line(error)) from None
        if isinstance(found, ox.QueryBoolean):
            return answer(bool(found))
        if isinstance(found, ox.QueryTriples):
            return triples_as_rows((_term(t.subject), _term(t.predicate), _term(t.object)) for t in found)
        variables = tuple(variable.value for variable in found.variables)
        return Rows(variables, tuple(tuple(_term(row[name]) for name in variables) for row in found))

    def __len__(self) -> int:
        """Return the number of distinct triples of the merged graph."""
        return sum(1 for _ in self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))

    def export(self, form: str) -> bytes:
        """Return the graph in a format of ``EXPORTS``, sorted: the same quads give the same bytes."""
        if form not in EXPORTS:
            raise StoreError("store.format", form=form, forms=", ".join(EXPORTS))
        if form == "turtle":
            return writer.turtle(map(_texts, self._triples())).encode()
        if form == "trig":
            return writer.trig(self._graphs()).encode()
        items = self._named_quads() if form == "nquads" else self._triples()
        # One prefix at most: Oxigraph writes several in another order on every run.
        prefixes = {"kzh": vocab.ONTOLOGY} if form == "rdfxml" else None
        data: bytes = ox.serialize(items, format=getattr(ox.RdfFormat, FORMATS[form]), prefixes=prefixes) or b""
        return data

    def _graphs(self) -> list[tuple[str, list[writer.Triple]]]:
        """Return the named graphs by name, and last what no named one has."""
        groups = groupby(self._named_quads(), key=lambda quad: quad.graph_name)
        found = [(_name(graph), [_texts(quad.triple) for quad in quads]) for graph, quads in groups]
        return sorted(found, key=lambda graph: (not graph[0], graph[0]))

    def _named_quads(self) -> list[ox.Quad]:
        """Return the quads of the named graphs, and those of the default graph that no named one has."""
        named = [quad for quad in self.store if quad.graph_name != ox.DefaultGraph()]
        stated = {quad.triple for quad in named}
        rest = [quad for quad in self._default() if quad.triple not in stated]
        return sorted(named + rest, key=lambda quad: (_name(quad.graph_name), *_order(quad.triple)))

    def _triples(self) -> list[ox.Triple]:
        return sorted((quad.triple for quad in self._default()), key=_order)

    def _default(self) -> Iterator[ox.Quad]:
        return self.store.quads_for_pattern(None, None, None, ox.DefaultGraph())


def _name(graph: Any) -> str:
    return "" if graph == ox.DefaultGraph() else str(graph)


def _texts(triple: ox.Triple) -> writer.Triple:
    return str(triple.subject), str(triple.predicate), str(triple.object)


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    """Sort key by subject, then rdf:type before the other properties."""
    subject, predicate, value = _texts(triple)
    return subject.strip("<>"), not predicate.endswith("-rdf-syntax-ns#type>"), predicate, value


def _term(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return literal(term.value, term.datatype.value, term.language or "")
    return Term("bnode" if isinstance(term, ox.BlankNode) else "uri", term.value)
