"""A report as JSON, with everything that is known of each finding."""

from __future__ import annotations

from json import dumps
from typing import Any

from kzhealthkg.validate.report import Finding, Report, Spot
from kzhealthkg.validate.writers.look import USUAL, Look, named, sound


def as_json(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the report as one JSON object; ``message`` is in ``lang``, ``messages`` has every language."""
    whole = {
        "conforms": report.conforms,
        "triples": report.triples,
        "counts": report.counts(),
        "findings": [_record(finding, lang) for finding in report.findings],
        "waived": [_record(finding, lang) for finding in report.waived],
        "problems": report.unread(lang),
    }
    return sound(dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _record(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        finding.source: finding.rule,
        "component": finding.component or None,
        "focus": finding.focus,
        "label": named(finding, lang) if finding.label else "",
        "path": finding.path or None,
        "value": finding.value.value if finding.value else None,
        "article": finding.article or None,
        "sentence": finding.sentence or None,
        "said": _spot(finding.said, "article"),
        "written": _spot(finding.written, "file"),
        "message": finding.message(lang),
        "mend": finding.mend(lang) or None,
        "messages": dict(finding.messages),
        "mends": dict(finding.mends),
    } | ({"accepted": finding.accepted} if finding.accepted else {})


def _spot(spot: Spot | None, name: str) -> dict[str, str | int] | None:
    if spot is None:
        return None
    place: dict[str, str | int] = {name: spot.name}
    place |= {key: number for key, number in (("line", spot.line), ("column", spot.column)) if number}
    return place | ({} if spot.offset is None else {"offset": spot.offset})
