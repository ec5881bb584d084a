"""Quads in memory in Oxigraph, and every export format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyoxigraph as ox

from kzhealthkg.model import Rows, Term
from kzhealthkg.store.terms import PREFIXES, StoreError, answer, first_line, literal, triples_as_rows

FORMATS: Final[dict[str, tuple[str, bool]]] = {
    "turtle": ("TURTLE", False),
    "trig": ("TRIG", True),
    "nquads": ("N_QUADS", True),
    "ntriples": ("N_TRIPLES", False),
    "jsonld": ("JSON_LD", False),
    "rdfxml": ("RDF_XML", False),
}
"""Export format → pyoxigraph's name of it, and whether it carries the named graphs."""


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
            raise StoreError(f"the query does not run: {first_line(error)}") from None
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
        """Return the graph in a format of FORMATS, sorted: the same quads give the same bytes."""
        if form not in FORMATS:
            raise StoreError(f"no format {form!r}: there are {', '.join(FORMATS)}")
        name, graphs = FORMATS[form]
        items = self._named_quads() if graphs else self._triples()
        # No prefix table in the line formats; Oxigraph would refuse one for them.
        prefixes = PREFIXES if form in {"turtle", "trig", "rdfxml"} else None
        written: bytes = ox.serialize(items, format=getattr(ox.RdfFormat, name), prefixes=prefixes) or b""
        return written

    def _named_quads(self) -> list[ox.Quad]:
        """Return the quads of the named graphs, and those of the default graph that no named one has."""
        named = [quad for quad in self.store if quad.graph_name != ox.DefaultGraph()]
        stated = {quad.triple for quad in named}
        rest = [quad for quad in self._default() if quad.triple not in stated]
        return sorted(named + rest, key=lambda q: (str(q.graph_name), *_order(q)))

    def _triples(self) -> list[ox.Triple]:
        return [quad.triple for quad in sorted(self._default(), key=_order)]

    def _default(self) -> Iterator[ox.Quad]:
        return self.store.quads_for_pattern(None, None, None, ox.DefaultGraph())


def _order(quad: ox.Quad) -> tuple[str, bool, str, str]:
    """Sort key by subject, then rdf:type before the other properties."""
    predicate = str(quad.predicate)
    return str(quad.subject), not predicate.endswith("-rdf-syntax-ns#type>"), predicate, str(quad.object)


def _term(term: Any) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return literal(term.value, term.datatype.value, term.language or "")
    return Term("bnode" if isinstance(term, ox.BlankNode) else "uri", term.value)
