"""A report as JUnit's XML: a suite a source, a test a rule, so that a test keeps its name from run to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from kzhealthkg.markup import tag, text
from kzhealthkg.messages import say
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.writers.look import USUAL, Look, advice, named, problem, severities, sound, summary, titles
from kzhealthkg.validate.writers.text import plain

USUALLY: Final = 50
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Suite:
    """A source of findings with its tests, XML already, and what is said beside them."""

    name: str
    tests: Sequence[str]
    beside: str = ""


def as_junit(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the report as XML; a rule that holds is a test passed, a file that could not be read an error.

    What weighs less than ``look.fail_on``, and what is waived, stands in the output of its suite.
    """
    suites = [_suite(source, report, lang, look) for source in sorted(_sources(report))]
    if report.problems:
        suites.append(_Suite("files", [_error(line) for line in report.unread(lang)]))
    when = (look.when or _EPOCH).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    properties = [("triples", report.triples), *summary(report, lang)]
    body = "".join(_element(suite, number, when, properties) for number, suite in enumerate(suites))
    return sound(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{body}</testsuites>\n')


def _sources(report: Report) -> dict[str, list[str]]:
    """Return the names of the rules by source."""
    found: dict[str, set[str]] = {}
    for rule in report.rules:
        found.setdefault(rule.source, set()).add(rule.name)
    for finding in (*report.findings, *report.waived):
        found.setdefault(finding.source, set()).add(finding.rule)
    return {source: sorted(names) for source, names in found.items()}


def _suite(source: str, report: Report, lang: str, look: Look) -> _Suite:
    own = [finding for finding in report.findings if finding.source == source]
    light = [line for finding in own if not look.fails(finding.severity) for line in _light(finding, lang)]
    waived = [line for f in report.waived if f.source == source for line in _waived(f, lang)]
    asked = titles(report, lang)
    failed: dict[str, list[Finding]] = {rule: [] for rule in _sources(report)[source]}
    for finding in own:
        if look.fails(finding.severity):
            failed[finding.rule].append(finding)
    faults = {rule: _failure(found, asked[rule], lang, look) if found else "" for rule, found in failed.items()}
    tests = [_test(source, rule, fault) for rule, fault in faults.items()]
    return _Suite(f"{source}s", tests, "\n".join([*light, *waived]))


def _light(finding: Finding, lang: str) -> Iterator[str]:
    yield f"{severities(lang)[finding.severity]} · {finding.rule}"
    yield from (f"  {line}" for line in plain(finding, lang))


def _waived(finding: Finding, lang: str) -> Iterator[str]:
    told = f"{say(lang, 'report.waived')} · {finding.rule}: {named(finding, lang)}"
    yield f"{told} · {finding.accepted}" if finding.accepted else told


def _test(source: str, rule: str, failure: str) -> str:
    return tag("testcase", failure, name=rule or "-", classname=f"kzhealthkg.{source}", time="0") + "\n"


def _failure(findings: Sequence[Finding], title: str, lang: str, look: Look) -> str:
    most = look.most(USUALLY)
    common = advice(findings, lang)
    lines = [f"→ {common}"] * bool(common)
    lines += [line for finding in findings[:most] for line in plain(finding, lang, mend=not common)]
    if len(findings) > most:
        lines.append(say(lang, "report.more", count=len(findings) - most))
    first = title or findings[0].message(lang)
    return tag("failure", text("\n".join(lines)), message=f"{first} ({len(findings)})", type=findings[0].severity)


def _error(line: str) -> str:
    spot, what = problem(line)
    error = tag("error", text(line), message=what or line, type="unread")
    return (
        tag("testcase", error, name=(spot.name if spot else line) or "-", classname="kzhealthkg.file", time="0") + "\n"
    )


def _element(suite: _Suite, number: int, when: str, properties: Sequence[tuple[str, int]]) -> str:
    counts = {name: str(sum(f"<{name[:-1]} " in test for test in suite.tests)) for name in ("failures", "errors")}
    pairs = "".join(tag("property", "", name=name, value=str(value)) for name, value in properties)
    beside = tag("system-out", text(suite.beside)) + tag("system-err", "")
    body = f"\n{tag('properties', pairs)}\n{''.join(suite.tests)}{beside}\n"
    own = {"name": suite.name, "package": "kzhealthkg", "id": str(number), "tests": str(len(suite.tests)), **counts}
    return tag("testsuite", body, **own, time="0", timestamp=when, hostname="localhost") + "\n"
