"""Shapes and checks: each is whole, is applied, and has its two cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kzhealthkg.messages import LANGUAGES
from kzhealthkg.validate import checks
from kzhealthkg.validate.checks import CheckError
from kzhealthkg.validate.own.project import SHAPES, Project
from kzhealthkg.validate.report import Finding

SH: Final = "http://www.w3.org/ns/shacl#"
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


def findings(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with shapes, checks and their cases."""
    shapes = sorted(node for node, facts in project.facts.items() if SH + "message" in facts)
    held = {str(term.value) for facts in project.facts.values() for term in facts.get(SH + "property", ())}
    for shape in shapes:
        if lack := ", ".join(_lack(project, shape, held)):
            yield project.finding("own-shape", shape, lack=lack)
    yield from _checks(project)
    if project.tests:
        yield from _shape_cases(project, shapes)
        yield from _check_cases(project)


def _lack(project: Project, shape: str, held: set[str]) -> Iterator[str]:
    """Yield what a shape lacks, in the words of SHACL."""
    facts = project.facts[shape]
    if _stem(project, shape) == "":
        yield "name"
    languages = [getattr(text, "language", "") for text in facts[SH + "message"]]
    if sorted(languages) != sorted(LANGUAGES):
        yield "sh:message"
    if len(facts.get(SH + "severity", ())) != 1:
        yield "sh:severity"
    if shape not in held and not any(SH + target in facts for target in _TARGETS):
        yield "sh:target"


def _stem(project: Project, shape: str) -> str:
    """Return the stem of the file that a shape's name begins with, "" where there is none."""
    name = shape.removeprefix(SHAPES)
    return max((stem for stem in project.stems if name.startswith(f"{stem}-")), key=len, default="")


def _checks(project: Project) -> Iterator[Finding]:
    """Yield the checks that lack a text or a level."""
    folder = project.root / "queries" / "checks"
    table = folder / "LEVELS.tsv"
    files = {file.stem: file for file in project.files("queries/checks/*.rq")}
    try:
        levels = checks.levels(table)
    except CheckError as error:
        yield _unwhole(project, table, error.reason)
        return
    for name in sorted(levels.keys() ^ files.keys()):
        yield _unwhole(project, table, name)
    for file in files.values():
        try:
            checks.read(file, "violation")
        except CheckError as error:
            yield _unwhole(project, file, error.reason)


def _unwhole(project: Project, file: Path, reason: object) -> Finding:
    return project.finding("own-check", file, reason=reason)


def _shape_cases(project: Project, shapes: list[str]) -> Iterator[Finding]:
    folder = project.root / "tests" / "shapes"
    for file in project.files("shapes/*.ttl"):
        yield from _missing(project, "own-shape-case", file, folder / file.stem / "valid.ttl")
    for shape in shapes:
        stem = _stem(project, shape)
        name = shape.removeprefix(f"{SHAPES}{stem}-")
        yield from _missing(project, "own-shape-case", shape, folder / stem / f"invalid.{name}.ttl")


def _check_cases(project: Project) -> Iterator[Finding]:
    folder = project.root / "tests" / "checks"
    for check in project.files("queries/checks/*.rq"):
        for state in ("healthy", "broken"):
            yield from _missing(project, "own-check-case", check, folder / check.stem / f"{state}.ttl")


def _missing(project: Project, rule: str, about: str | Path, file: Path) -> Iterator[Finding]:
    if not file.is_file():
        yield project.finding(rule, about, file=project.name(file))
