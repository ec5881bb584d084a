"""A report as SARIF 2.1.0, the format of tools that find faults in code."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from json import dumps
from typing import Any, Final
from urllib.parse import quote

from kzhealthkg import vocab
from kzhealthkg.messages import say
from kzhealthkg.validate.report import Finding, Report, Severity, Spot
from kzhealthkg.validate.writers.look import USUAL, Look, addresses, message, named, problem, relative, sound, titles

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[dict[Severity, str]] = {"violation": "error", "warning": "warning", "info": "note"}
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_ROOT: Final = "%SRCROOT%"

Part = dict[str, Any]


def as_sarif(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the report as one run; waived findings are suppressed results, unread files notifications."""
    every = [*report.findings, *report.waived]
    rules = _rules(report, every, lang)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    files = sorted({finding.written.name for finding in every if finding.written})
    results = [_result(finding, lang, numbers[finding.rule], files) for finding in every]
    for result, mark in zip(results, _fingerprints(every), strict=True):
        result["partialFingerprints"] = {"kzhealthkg/v1": mark}
    for result, finding in zip(results[len(report.findings) :], report.waived, strict=True):
        result["suppressions"] = [{"kind": "external", "justification": finding.accepted}]
    run = {
        "tool": {"driver": _driver(rules)},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(name)} for name in files],
        "invocations": [_invocation(report, lang)],
        "results": results,
        "properties": {"triples": report.triples, "counts": report.counts(), "waived": len(report.waived)},
    }
    return sound(dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n")


def _driver(rules: list[Part]) -> Part:
    return {
        "name": "kzhealthkg",
        "version": vocab.VERSION,
        "semanticVersion": vocab.VERSION,
        "informationUri": vocab.BASE,
        "rules": rules,
    }


def _rules(report: Report, findings: Iterable[Finding], lang: str) -> list[Part]:
    """Return the rules by name: those that were broken, and those that held."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.rule, finding)
    known = {rule.name: (rule.source, rule.severity) for rule in report.rules}
    known = {name: (finding.source, finding.severity) for name, finding in first.items()} | known
    iris = addresses(report)
    return [
        _rule(name, title, known[name][1], first.get(name), lang)
        | {"properties": {"tags": [known[name][0]]}}
        | _help_uri(iris[known[name][0], name])
        for name, title in titles(report, lang).items()
    ]


def _help_uri(iri: str) -> Part:
    return {"helpUri": _uri(iri)} if _ABSOLUTE.match(iri) else {}


def _rule(name: str, title: str, severity: Severity, first: Finding | None, lang: str) -> Part:
    short = title or (first.message(lang) if first else "") or name
    mend = first.mend(lang) if first else ""
    return {
        "id": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": " ".join(part for part in (short, mend) if part)},
        "help": {"text": mend or short},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(finding: Finding, lang: str, rule: int, files: list[str]) -> Part:
    label, mend = named(finding, lang), finding.mend(lang)
    text = f"{label}: {message(finding, lang)}" + (f" → {mend}" if mend else "")
    found: Part = {"ruleId": finding.rule, "ruleIndex": rule, "level": _LEVELS[finding.severity]}
    place: Part = {"logicalLocations": [{"name": label, "fullyQualifiedName": finding.focus, "kind": "resource"}]}
    said = _said(finding)
    if finding.written:
        at = _location(finding.written.name) | {"index": files.index(finding.written.name)}
        place["physicalLocation"] = {"artifactLocation": at} | _region(finding.written)
    elif said:
        place["physicalLocation"] = said
    found |= {"message": {"text": text}, "locations": [place]}
    if finding.written and said:
        found["relatedLocations"] = [{"physicalLocation": said, "message": {"text": say(lang, "report.said")}}]
    return found | {"properties": _properties(finding)}


def _properties(finding: Finding) -> Part:
    value = finding.value.value if finding.value else ""
    own = {"component": finding.component, "path": finding.path, "value": value, "sentence": finding.sentence}
    return {name: text for name, text in own.items() if text}


def _said(finding: Finding) -> Part:
    """Return where the words stand in the article, which is no file but has an IRI."""
    if not finding.said:
        return {}
    article = finding.article or f"{vocab.THINGS}article/{finding.said.name}"
    region = _region(finding.said).get("region", {})
    if finding.sentence and region:
        region["snippet"] = {"text": finding.sentence}
    return {"artifactLocation": {"uri": _uri(article)}} | ({"region": region} if region else {})


def _region(spot: Spot) -> Part:
    if spot.line:
        return {"region": {"startLine": spot.line} | ({"startColumn": spot.column} if spot.column else {})}
    return {"region": {"charOffset": spot.offset}} if spot.offset is not None else {}


def _location(name: str) -> Part:
    """Return a file relative to the folder the command runs in, where it is below it."""
    path = relative(name)
    return {"uri": "file://" + _uri(path, "")} if path.startswith("/") else {"uri": _uri(path, ""), "uriBaseId": _ROOT}


def _uri(text: str, kept: str = ":#?=&@") -> str:
    return quote(text.encode("utf-8", "replace"), safe=f"/-._~!$'()*+,;%{kept}" if kept else "/-._~")


def _invocation(report: Report, lang: str) -> Part:
    notes = [_notification(line) for line in report.unread(lang)]
    return {"executionSuccessful": not notes} | ({"toolExecutionNotifications": notes} if notes else {})


def _notification(line: str) -> Part:
    spot, what = problem(line)
    place = [{"physicalLocation": {"artifactLocation": _location(spot.name)} | _region(spot)}] if spot else []
    note: Part = {"level": "error", "message": {"text": what or line}}
    return note | ({"locations": place} if place else {})


def _fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a mark for each finding that stays when lines move or messages are put better; twins are numbered."""
    marks, seen = [], Counter[str]()
    for finding in findings:
        value = finding.value.value if finding.value else ""
        parts = (finding.source, finding.rule, finding.component, finding.focus, finding.path, value)
        packed = "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
        mark = hashlib.sha256(packed).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks
