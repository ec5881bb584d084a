"""The graph as a networkx MultiDiGraph: whole, or folded to the entities and what is said of them."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg import vocab
from kzhealthkg.model import Rows, Term

if TYPE_CHECKING:
    import networkx as nx

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_SPOKEN: Final = {"kk": ("kk", "ru", "en"), "ru": ("ru", "kk", "en"), "en": ("en", "kk", "ru")}
_SEPARATOR: Final = " | "

QUERY: Final = f"""SELECT ?s ?p ?o WHERE {{
  ?s a ?class ; ?p ?o .
  FILTER(STRSTARTS(STR(?class), "{vocab.ONTOLOGY}"))
}} ORDER BY ?s ?p ?o"""
"""The one question that ``network`` needs answered."""

ENTITIES: Final = (
    "Country", "Region", "District", "City", "Town", "RuralDistrict", "Village", "Place",
    "Facility", "Organization", "Person", "Programme",
)  # fmt: skip
_SUBJECTS: Final = ("publisher", "person", "signatories", "facility", "place", "district", "region")
"""Slots by what a statement is first of all about; the others are linked to it."""
_UP: Final = "within"


def network(rows: Rows, language: str = "kk") -> nx.MultiDiGraph[str]:
    """Return every node of the ontology's classes, with ``type``, ``label`` and its literals.

    ``rows`` answers ``QUERY``. Edges are keyed by the property's local name. Several values of
    one property become one text, for graph files hold no lists.
    """
    import networkx as nx

    values: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows.rows, key=_order):
        subject, predicate, target = row
        if subject and predicate and target:
            values[subject.value][predicate.value].append(target)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, properties in values.items():
        graph.add_node(iri, **_attributes(iri, properties, values, language))
    for iri, properties in values.items():
        for name, other in _links(properties, values):
            graph.add_edge(iri, other, key=name, label=name)
    return graph


def _order(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    return tuple(f"{t.value}\0{t.language}\0{t.datatype}" if t else "" for t in row)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _links(properties: dict[str, list[Term]], nodes: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = ((_local(name), t) for name, terms in properties.items() for t in terms)
    return [(name, t.value) for name, t in pairs if t.kind == "uri" and t.value in nodes]


def _attributes(iri: str, properties: dict[str, list[Term]], nodes: dict[str, Any], language: str) -> dict[str, str]:
    texts = {
        _local(name): _SEPARATOR.join(_text(t) for t in terms if t.value not in nodes)
        for name, terms in properties.items()
        if name not in (_TYPE, _LABEL)
    }
    types = sorted(_local(t.value) for t in properties[_TYPE] if t.value.startswith(vocab.ONTOLOGY))
    head = {"type": types[0], "label": _label(iri, properties.get(_LABEL, []), language)}
    return head | {name: text for name, text in texts.items() if text and name not in head}


def _text(term: Term) -> str:
    if term.kind == "uri" and term.value.startswith(vocab.BASE):
        return _local(term.value)
    return term.value


def _label(iri: str, labels: list[Term], language: str) -> str:
    spoken = {term.language: term.value for term in reversed(labels)}
    return next((spoken[tag] for tag in (*_SPOKEN[language], "") if tag in spoken), _local(iri))


def folded(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return the entities alone: each statement becomes links from what it is about to what it names."""
    result = part(graph, {n for n, kind in graph.nodes(data="type") if kind in ENTITIES})
    for node, kind in graph.nodes(data="type"):
        if kind in vocab.KINDS or kind == "Article":
            _fold(result, kind, _named(graph, node))
    return result


def part(graph: nx.MultiDiGraph[str], kept: set[str]) -> nx.MultiDiGraph[str]:
    """Return the graph of the ``kept`` nodes, in the order they had: networkx's own subgraph follows a set."""
    import networkx as nx

    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    result.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in kept)
    result.add_edges_from(e for e in graph.edges(keys=True, data=True) if e[0] in kept and e[1] in kept)
    return result


def _named(graph: nx.MultiDiGraph[str], statement: str) -> dict[str, list[str]]:
    named: dict[str, list[str]] = defaultdict(list)
    for _, target, slot in graph.out_edges(statement, keys=True):
        if slot in vocab.ENTITY_SLOTS or slot == "publisher":
            named[slot].append(target)
    return named


def _fold(result: nx.MultiDiGraph[str], kind: str, named: dict[str, list[str]]) -> None:
    first = next((slot for slot in (*_SUBJECTS, *named) if named.get(slot)), None)
    if first is None:
        return
    above = {up for n in named[first] for up in _above(result, n)}
    others = {target for slot, targets in named.items() if slot != first for target in targets}
    for source in named[first]:
        for target in sorted(others - above - {source} - _implied(result, others)):
            result.add_edge(source, target, key=kind, label=kind)


def _above(graph: nx.MultiDiGraph[str], node: str) -> set[str]:
    """Return every place that ``node`` lies in."""
    found: set[str] = set()
    todo = [node]
    while todo:
        ups = [up for _, up, name in graph.out_edges(todo.pop(), keys=True) if name == _UP and up not in found]
        found.update(ups)
        todo += ups
    return found


def _implied(graph: nx.MultiDiGraph[str], nodes: set[str]) -> set[str]:
    """Return those of ``nodes`` that another of them lies in."""
    return {up for node in nodes for up in _above(graph, node)} & nodes


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as GraphML."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(graph, out)
    return out.getvalue()


def gexf(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as GEXF 1.2, without the day it was written."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(graph)) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text).encode()
