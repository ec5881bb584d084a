"""pyrudof as the judge of our own shapes, for those who have installed it: quick where much is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from kzhealthkg.messages import SaidError
from kzhealthkg.model import Term
from kzhealthkg.prefixes import local
from kzhealthkg.validate import given
from kzhealthkg.validate.catalogue import Catalogue
from kzhealthkg.validate.core_messages import worded
from kzhealthkg.validate.report import Finding, Severity

if TYPE_CHECKING:
    import pyoxigraph as ox

Values = dict[tuple[str, str], list[Any]]
"""The objects of the data by subject and property."""


class EngineError(SaidError):
    """pyrudof is asked for and not installed."""


def findings(triples: Iterable[ox.Triple]) -> list[Finding]:
    """Return what our shapes say of the triples, as pySHACL would; EngineError where pyrudof is not installed."""
    data = [*triples, *given.hierarchy()]
    rules = list(given.shape_triples(None))
    values = _values(data)
    found = (_finding(entry, values) for entry in _entries(data, rules))
    return list(worded(found, Catalogue(rules)))


def _entries(data: Sequence[ox.Triple], rules: Sequence[ox.Triple]) -> Iterable[Any]:
    import pyoxigraph as ox

    try:
        import pyrudof
    except ImportError:
        raise EngineError("engine.missing") from None
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    texts = [(ox.serialize(part, format=ox.RdfFormat.N_TRIPLES) or b"").decode() for part in (rules, data)]
    engine.read_shacl(texts[0], pyrudof.ShaclFormat.NTriples)
    engine.read_data(texts[1], pyrudof.RDFFormat.NTriples)
    return cast("Iterable[Any]", engine.validate_shacl())


def _finding(entry: Any, values: Values) -> Finding:
    return Finding(
        severity=cast("Severity", entry.severity.lower()),
        source="shape",
        rule=entry.source_shape,
        focus=entry.focus_node,
        path=entry.path or "",
        value=_term(entry, values) if entry.value else None,
        component=local(entry.constraint_component),
    )


def _values(data: Iterable[ox.Triple]) -> Values:
    found: Values = {}
    for triple in data:
        found.setdefault((_name(triple.subject), triple.predicate.value), []).append(triple.object)
    return found


def _term(entry: Any, values: Values) -> Term:
    """Return the value as the data has it: pyrudof tells it in a form of its own."""
    for value in values.get((entry.focus_node, entry.path or ""), ()):
        if hasattr(value, "datatype") and entry.value.startswith(f'"{value.value}"'):
            plain = value.language or value.datatype.value.endswith("#string")
            return Term("literal", value.value, "" if plain else value.datatype.value, value.language or "")
    return Term("bnode", entry.value[2:]) if entry.value.startswith("_:") else Term("uri", entry.value)


def _name(node: Any) -> str:
    return str(node) if str(node).startswith("_:") else str(node.value)
