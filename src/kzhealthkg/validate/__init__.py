"""Judge a graph: shapes for one node, check queries for what only the whole graph can show."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kzhealthkg.validate.data import DataError
from kzhealthkg.validate.levels import Levels, levels_of
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.waivers import Waivers
from kzhealthkg.validate.writers import WRITERS, Look, as_json, as_text, as_turtle

if TYPE_CHECKING:
    from rdflib import Graph

    from kzhealthkg.validate.engine import Judging
    from kzhealthkg.validate.since import Part

__all__ = [
    "WRITERS",
    "DataError",
    "Finding",
    "Levels",
    "Look",
    "Report",
    "Waivers",
    "as_json",
    "as_text",
    "as_turtle",
    "levels_of",
    "validate",
]

USUAL = Levels()
NONE = Waivers()

SECONDS = 300.0
"""How long shapes that are not the project's own may take."""


def validate(
    data: Path | Sequence[Path] | Graph,
    *,
    shapes: Path | None = None,
    checks: bool = True,
    screened: bool = True,
    seconds: float = SECONDS,
    levels: Levels = USUAL,
    waivers: Waivers = NONE,
    since: Path | None = None,
    keep: bool = False,
    by: Judging = "pyshacl",
) -> Report:
    """Return what shapes and checks find in files or an rdflib graph; files that are no RDF are its problems.

    ``shapes`` is a Turtle file or a folder of them instead of the project's own; they are judged in
    a process without a network, for at most ``seconds``, or ShapeError says that they took longer.
    Named graphs and files are merged before they are judged. ``screened`` keeps from pySHACL what is
    beyond doubt; the findings are the same without. ``levels`` say which rules weigh something else than
    they say themselves, and which are off; ``waivers`` are what people have accepted; ``by`` is the
    judge of our shapes: pyrudof, where it is installed, finds the same.

    ``data`` may be a build's folder; ``keep`` leaves there what was found. ``since`` is the folder of an
    earlier build with such findings: then only what may get another verdict is judged, with the same
    report in the end (Report.judged says how many nodes; 0 means that all had to be).

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "person.ttl"
    ...     _ = file.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .")
    ...     report = validate(file)
    >>> report.conforms, [finding.rule for finding in report.findings]
    (False, ['person-label', 'thing-unused'])
    """
    from kzhealthkg.validate import checks as queries
    from kzhealthkg.validate import engine, verdict
    from kzhealthkg.validate.data import GRAPH, Data
    from kzhealthkg.validate.describe import described, placed
    from kzhealthkg.validate.given import hierarchy
    from kzhealthkg.validate.rules import judged_by

    build = data if isinstance(data, Path) and data.is_dir() else None
    with TemporaryDirectory() as made:
        scratch = Path(made)
        part = _part(build, since, scratch) if checks and not shapes else None
        only = part.judged if part else None
        given = Data(part.file if part else data, scratch, hierarchy())
        with closing(given):
            found = engine.findings(given, shapes, seconds, screened=screened, only=only, by=by)
            if checks:
                found += queries.findings(given.store, only)
            found = [*described(found, given.store), *(part.kept if part else ())]
            if build and keep:
                verdict.keep(build, found)
            told = placed(levels.applied(found), [build / GRAPH] if build else given.files)
            findings = tuple(sorted(told, key=lambda finding: finding.order))
            rules, problems = judged_by(levels, shapes, checks=checks), tuple(given.problems)
            report = Report(findings, len(given.store), problems=problems, rules=rules, judged=len(only or ()))
            return waivers.applied(report, levels)


def _part(build: Path | None, since: Path | None, scratch: Path) -> Part | None:
    """Return what of a build has to be judged, None where that is all."""
    from kzhealthkg.validate.since import part

    return part(build, since, scratch) if build and since else None
