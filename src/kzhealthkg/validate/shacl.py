"""A graph against the shapes, by pySHACL: what must hold for one node."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from kzhealthkg.messages import Said, SaidError
from kzhealthkg.model import Term
from kzhealthkg.validate import pairs
from kzhealthkg.validate.catalogue import Catalogue
from kzhealthkg.validate.core_messages import worded
from kzhealthkg.validate.given import hierarchy, shape_triples
from kzhealthkg.validate.report import Finding, Severity

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


class ShapeError(SaidError):
    """The shapes themselves are wrong, so nothing can be judged by them."""


def _unfit(text: object) -> ShapeError:
    """Return the error that tells what pySHACL says of the shapes, in its first line."""
    return ShapeError("shapes.unfit", reason=(str(text).strip().splitlines() or [type(text).__name__])[0])


_STOPS: Final = (ShapeError, TypeError)


def findings(triples: Iterable[ox.Triple], shapes: Path | None = None) -> list[Finding]:
    """Return what the shapes (a file, a folder, or the project's own) say of the triples."""
    data = _graph([*triples, *hierarchy()])
    rules = list(shape_triples(shapes))
    try:
        return list(worded(_results(_report(data, rules)), Catalogue(rules)))
    except _STOPS as error:
        why = error if isinstance(error, ShapeError) else _unfit(error)
    without, taken = pairs.relaxed(rules)
    try:
        return list(worded(pairs.judged(_results(_report(data, without)), taken, data), Catalogue(rules)))
    except _STOPS:
        raise ShapeError("at", where=shapes or Said("shapes.these"), reason=why) from None


def _report(data: Graph, shapes: Iterable[ox.Triple]) -> Graph:
    """Let pySHACL judge; ShapeError or TypeError where it cannot."""
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    # What they would print on standard error is raised here, or said of the value.
    logging.getLogger("pyshacl-validate").disabled = True
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            _, report, text = pyshacl.validate(data, shacl_graph=_graph(shapes), inplace=True)
    except ReportableRuntimeError as error:
        raise _unfit(error) from None
    if not hasattr(report, "subjects"):
        raise _unfit(text)
    return cast("Graph", report)


def _graph(triples: Iterable[ox.Triple]) -> Graph:
    """Return the triples as an rdflib graph, literals as they are written."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for triple in triples:
        graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def _node(term: Any) -> Any:
    import rdflib

    if not hasattr(term, "datatype"):
        return rdflib.URIRef(term.value) if type(term).__name__ == "NamedNode" else rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == _STRING
    return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value), normalize=False)


def _results(report: Graph) -> Iterator[Finding]:
    from rdflib import SH, Literal

    # Not every sh:ValidationResult: some are details of another (sh:detail).
    for result in report.objects(predicate=SH.result):
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
        texts = sorted(text for text in report.objects(result, SH.resultMessage) if isinstance(text, Literal))
        messages = {text.language or "en": str(text) for text in texts}
        yield Finding(
            severity=cast("Severity", severity),
            source="shape",
            rule=_name(report.value(result, SH.sourceShape)),
            focus=_name(report.value(result, SH.focusNode)),
            path=str(report.value(result, SH.resultPath) or ""),
            value=_term(report.value(result, SH.value)),
            messages=dict(sorted(messages.items())),
            component=_local(str(report.value(result, SH.sourceConstraintComponent))),
        )


def _name(node: Any) -> str:
    from rdflib import BNode

    return f"_:{node}" if isinstance(node, BNode) else str(node)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _term(node: Any) -> Term | None:
    from rdflib import Literal, URIRef

    if node is None:
        return None
    if isinstance(node, Literal):
        return Term("literal", str(node), str(node.datatype or ""), node.language or "")
    return Term("uri" if isinstance(node, URIRef) else "bnode", str(node))
