"""Pairs of values that pySHACL stops at: what cannot be compared breaks sh:lessThan, but ends its run.

So where it stops, the constraint gives way to one that every value breaks (sh:not of a shape that
all pass), and of what is then found only that stays which is out of order or cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg.validate.facts import key

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

    from kzhealthkg.validate.report import Finding

_SH: Final = "http://www.w3.org/ns/shacl#"
_ALL_PASS: Final = "urn:kzhealth:all-pass"
_NOT: Final = "NotConstraintComponent"
_COMPONENTS: Final = {
    "lessThan": "LessThanConstraintComponent",
    "lessThanOrEquals": "LessThanOrEqualsConstraintComponent",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A constraint on the order of two properties: its parameter, and the property that is to be more."""

    parameter: str
    other: str

    def broken(self, low: Any, high: Any) -> bool:
        """Whether two terms of rdflib are out of order, or cannot be compared."""
        less, more = getattr(low, "value", None), getattr(high, "value", None)
        try:
            return not (less < more if self.parameter == "lessThan" else less <= more)  # type: ignore[operator]
        except TypeError:
            return True


Pairs = Mapping[str, list[Pair]]
"""The constraints by the IRI of their shape, or _: and the id of its blank node."""


def relaxed(shapes: Iterable[ox.Triple]) -> tuple[list[ox.Triple], Pairs]:
    """Return the shapes without constraints on order, and these."""
    import pyoxigraph as ox

    kept: list[ox.Triple] = []
    pairs: dict[str, list[Pair]] = {}
    for triple in shapes:
        parameter = triple.predicate.value.removeprefix(_SH)
        if parameter in _COMPONENTS:
            pairs.setdefault(key(triple.subject), []).append(Pair(parameter, _name(triple.object)))
            kept.append(ox.Triple(triple.subject, ox.NamedNode(_SH + "not"), ox.NamedNode(_ALL_PASS)))
        else:
            kept.append(triple)
    return kept, pairs


def judged(found: Iterable[Finding], pairs: Pairs, data: Graph) -> Iterator[Finding]:
    """Yield the findings of relaxed shapes as those of the shapes themselves."""
    from rdflib import BNode, URIRef

    for finding in found:
        if finding.component != _NOT or finding.rule not in pairs:
            yield finding
            continue
        focus = BNode(finding.focus[2:]) if finding.focus.startswith("_:") else URIRef(finding.focus)
        for pair in pairs[finding.rule]:
            lows = [low for low in data.objects(focus, URIRef(finding.path)) if _same(low, finding)]
            highs = list(data.objects(focus, URIRef(pair.other)))
            broken = sum(pair.broken(low, high) for low in lows for high in highs)
            yield from [replace(finding, component=_COMPONENTS[pair.parameter])] * broken


def _same(term: Any, finding: Finding) -> bool:
    value = finding.value
    return value is not None and (str(term), str(getattr(term, "datatype", None) or "")) == (
        value.value,
        value.datatype,
    )


def _name(term: Any) -> str:
    return str(term.value)
