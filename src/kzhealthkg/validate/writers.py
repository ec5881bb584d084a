"""A report as text for people, as JSON, and as a SHACL report in Turtle."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Final

from kzhealthkg import lexicon, vocab
from kzhealthkg.model import Term
from kzhealthkg.validate.report import SEVERITIES, Finding, Report

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WIDEST: Final = 100
_PREFIXES: Final = (
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    f"@prefix kzs: <{vocab.BASE}shapes#> .\n"
    f"@prefix check: <{vocab.BASE}checks/> .\n"
)


def as_text(report: Report, lang: str = "en") -> str:
    """Return the findings by severity and rule, each with its node and message, and a summary line last."""
    names = {row["severity"]: row[lang] for row in lexicon.table("severities")}
    lines: list[str] = []
    for (severity, rule), group in groupby(report.findings, lambda finding: (finding.severity, finding.rule)):
        found = list(group)
        lines.append(f"{names[severity]} · {rule} ({len(found)})")
        lines += [f"  {line}" for finding in found for line in _lines(finding, lang)]
        lines.append("")
    counts = report.counts()
    lines.append(" · ".join(f"{names[severity]}: {counts[severity]}" for severity in SEVERITIES))
    return "\n".join(lines) + "\n"


def _lines(finding: Finding, lang: str) -> Iterator[str]:
    article = finding.article.rpartition("/")[2]
    yield finding.label + (f" [{article}]" if article else "")
    slot = finding.path.rpartition("#")[2]
    value = "" if finding.value is None or finding.value.value == finding.focus else finding.value.value
    said = " = ".join(part for part in (slot, value[:_WIDEST]) if part)
    yield "  " + finding.message(lang) + (f" ({said})" if said else "")


def as_json(report: Report, lang: str = "en") -> str:
    """Return the report as one JSON object; ``message`` is in ``lang``, ``messages`` has every language."""
    whole = {
        "conforms": report.conforms,
        "triples": report.triples,
        "counts": report.counts(),
        "findings": [_record(finding, lang) for finding in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        finding.source: finding.rule,
        "focus": finding.focus,
        "label": finding.label,
        "path": finding.path or None,
        "value": finding.value.value if finding.value else None,
        "article": finding.article or None,
        "message": finding.message(lang),
        "messages": dict(finding.messages),
    }


def as_turtle(report: Report, lang: str = "en") -> str:
    """Return the report in the words of SHACL, without blank nodes; every language is in it whatever ``lang``."""
    results = [f"<urn:kzhealth:report#{number}>" for number in range(1, len(report.findings) + 1)]
    body = [f"sh:conforms {str(report.conforms).lower()}"]
    if results:
        body.append("sh:result " + " , ".join(results))
    head = _subject("<urn:kzhealth:report>", "sh:ValidationReport", body)
    pairs = zip(results, report.findings, strict=True)
    return _PREFIXES + head + "".join(_subject(name, "sh:ValidationResult", _pairs(finding)) for name, finding in pairs)


def _subject(name: str, kind: str, pairs: list[str]) -> str:
    return f"\n{name} a {kind} ;\n    " + " ;\n    ".join(pairs) + " .\n"


def _pairs(finding: Finding) -> list[str]:
    pairs = [
        f"sh:resultSeverity sh:{finding.severity.capitalize()}",
        f"sh:focusNode {_node(finding.focus)}",
        f"sh:sourceShape {'kzs' if finding.source == 'shape' else 'check'}:{finding.rule}",
    ]
    if finding.path:
        pairs.append(f"sh:resultPath <{finding.path}>")
    if finding.value:
        pairs.append(f"sh:value {_turtle(finding.value)}")
    return pairs + [f"sh:resultMessage {_quoted(text)}@{lang}" for lang, text in sorted(finding.messages.items())]


def _node(name: str) -> str:
    return name if name.startswith("_:") else f"<{name}>"


def _turtle(term: Term) -> str:
    if term.kind == "uri":
        return f"<{term.value}>"
    if term.kind == "bnode":
        return f"_:{term.value}"
    text = _quoted(term.value)
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


WRITERS: Final[dict[str, Callable[[Report, str], str]]] = {"text": as_text, "json": as_json, "turtle": as_turtle}
"""Format name → writer of (report, language)."""
