"""The same quads in an rdflib dataset: slower, and a second opinion on every query."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import rdflib

from kzhealthkg.model import Rows, Term
from kzhealthkg.store.oxigraph import merged
from kzhealthkg.store.terms import XSD, StoreError, answer, first_line, literal, triples_as_rows


class RdflibStore:
    """The same quads in an rdflib dataset, its default graph the merge of all graphs."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.dataset = rdflib.Dataset()
        graphs: dict[str, rdflib.Graph] = {"DEFAULT": self.dataset.default_graph}
        for quad in merged(quads):
            name = str(quad.graph_name)
            if name not in graphs:
                graphs[name] = self.dataset.graph(_rdflib_term(quad.graph_name))
            graphs[name].add((_rdflib_term(quad.subject), _rdflib_term(quad.predicate), _rdflib_term(quad.object)))

    def select(self, sparql: str) -> Rows:
        """Run a query; StoreError says what is wrong with it."""
        try:
            found = _quietly(self.dataset, sparql)
            if found.type == "ASK":
                return answer(bool(found.askAnswer))
            if found.type != "SELECT":
                return triples_as_rows(tuple(_term(term) for term in triple) for triple in found.graph or ())
            names = found.vars or []
            rows = tuple(tuple(_term(row.get(name)) for name in names) for row in found.bindings)
        except Exception as error:  # rdflib raises pyparsing errors, its own, and bare Exception
            raise StoreError("store.query", reason=first_line(error)) from None
        return Rows(tuple(map(str, names)), rows)


def _quietly(dataset: rdflib.Dataset, sparql: str) -> rdflib.query.Result:
    """Run a query without the deprecation warnings that rdflib raises against itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = dataset.query(sparql)
        if found.type == "SELECT":
            found.bindings = list(found.bindings)  # they are found only when asked for
        return found


def _rdflib_term(term: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    datatype = term.datatype.value
    # rdflib holds Literal("x", xsd:string) and Literal("x") apart; RDF 1.1 does not.
    plain = term.language or datatype == XSD + "string"
    return rdflib.Literal(term.value, lang=term.language, datatype=None if plain else rdflib.URIRef(datatype))


def _term(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        return literal(str(term), str(term.datatype or XSD + "string"), term.language or "")
    return Term("bnode" if isinstance(term, rdflib.BNode) else "uri", str(term))
