"""What a finding of a shape says in the languages that the shape does not speak, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kzhealthkg.messages import LANGUAGES, say
from kzhealthkg.model import Term
from kzhealthkg.prefixes import local
from kzhealthkg.validate.catalogue import Catalogue, Shape, components, fills
from kzhealthkg.validate.facts import iri, value
from kzhealthkg.validate.report import SEVERITIES, Finding

# Only these tell more in the result than in the shape: their messages have the variables of a query filled in.
_FILLED: Final = frozenset({"SPARQLConstraintComponent", "JSConstraintComponent"})


def worded(findings: Iterable[Finding], shapes: Catalogue) -> Iterator[Finding]:
    """Yield the findings of shapes, of which they have the IRI, by the shape's name, with messages in kk, ru and en and how to mend them.

    A shape's own message stays; the languages that it lacks get the default of the SHACL component.
    """
    for finding in findings:
        shape = shapes.find(finding.rule)
        yield _worded(finding, shape) if shape else replace(finding, rule=local(finding.rule))


def _worded(finding: Finding, shape: Shape) -> Finding:
    own = finding.messages if _speaks_itself(finding) else shape.messages
    severity = finding.severity if finding.severity in SEVERITIES else shape.severity
    messages = {language: _text("message", language, finding, shape) for language in LANGUAGES} | dict(own)
    mends = {language: _text("mend", language, finding, shape) for language in LANGUAGES}
    return replace(finding, severity=severity, rule=shape.name, messages=dict(sorted(messages.items())), mends=mends)


def _speaks_itself(finding: Finding) -> bool:
    return finding.component in _FILLED or finding.component not in components()


def _text(part: str, language: str, finding: Finding, shape: Shape) -> str:
    row = components().get(finding.component) or components()["*"]
    return row[f"{part}_{language}"].format_map(_values(finding, shape, language)).strip()


def _values(finding: Finding, shape: Shape, language: str) -> Mapping[str, str]:
    """Return what fills the placeholders; the path is where the result says it is, else where the shape looks."""
    filled = {name: shape.parameters.get(parameter, "") for name, parameter in fills(finding.component).items()}
    path = iri(finding.path) if ":" in finding.path else shape.path
    return filled | {"path": path or say(language, "shape.itself"), "value": _shown(finding), "shape": shape.name}


def _shown(finding: Finding) -> str:
    term = finding.value or Term("uri", finding.focus)
    # The id of a blank node is another one in every run.
    nameless = term.kind == "bnode" or term.value.startswith("_:")
    return "[…]" if nameless else value(term.value, term.language, literal=term.kind == "literal")
