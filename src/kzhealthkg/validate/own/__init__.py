"""``validate --self``: the project judges its own ontology, shapes, queries, lexicon and code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kzhealthkg.prefixes import short
from kzhealthkg.validate.levels import Levels
from kzhealthkg.validate.own.project import Project
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.rules import own_rules, weighed
from kzhealthkg.validate.waivers import Waivers
from kzhealthkg.validate.written import written

USUAL = Levels()
NONE = Waivers()
CASES = frozenset({"own-shape-case", "own-check-case"})
"""What is asked only where the cases are: in a checkout."""


def judged(root: Path | None = None, *, levels: Levels = USUAL, waivers: Waivers = NONE) -> Report:
    """Return what is wrong with the project's own files (those below ``root``, or those in use).

    Where there are no tests, as in a wheel, rules about cases are left out of ``rules``.
    """
    project = Project.at(root)
    rules = weighed((rule for rule in own_rules() if project.tests or rule.name not in CASES), levels)
    findings = sorted(levels.applied(_placed(project)), key=lambda finding: finding.order)
    report = Report(tuple(findings), project.triples, rules=rules)
    return waivers.applied(report, levels)


def _placed(project: Project) -> Iterator[Finding]:
    """Yield the findings, those of a term that name no place with the place where it is described."""
    found = list(_found(project))
    spots = written({finding.focus for finding in found if not finding.written}, project.turtle)
    for finding in found:
        yield replace(finding, label=short(finding.focus), written=finding.written or spots.get(finding.focus))


def _found(project: Project) -> Iterator[Finding]:
    from kzhealthkg.validate.own import cases, code, files, tables, terms

    for judge in (files.findings, terms.findings, tables.findings, code.findings, cases.findings):
        yield from judge(project)
