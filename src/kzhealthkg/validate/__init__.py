"""Judge a graph: shapes for one node, check queries for what only the whole graph can show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.validate.data import DataError
from kzhealthkg.validate.levels import Levels, levels_of
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.writers import WRITERS, Look, as_json, as_text, as_turtle

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = [
    "WRITERS",
    "DataError",
    "Finding",
    "Levels",
    "Look",
    "Report",
    "as_json",
    "as_text",
    "as_turtle",
    "levels_of",
    "validate",
]

USUAL = Levels()


def validate(data: Path | Graph, *, shapes: Path | None = None, checks: bool = True, levels: Levels = USUAL) -> Report:
    """Return what shapes and checks find in a file or an rdflib graph; DataError where a file is no RDF.

    ``shapes`` is a Turtle file or a folder of them instead of the project's own. Named graphs are
    merged before they are judged. ``levels`` say which rules weigh something else than they say
    themselves, and which are off.

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
    from kzhealthkg.validate import shacl
    from kzhealthkg.validate.data import triples
    from kzhealthkg.validate.describe import described, placed
    from kzhealthkg.validate.rules import judged_by

    merged = triples(data)
    found = shacl.findings(merged, shapes)
    if checks:
        found += queries.findings(merged)
    told = placed(described(levels.applied(found), queries.store(merged)), [data] if isinstance(data, Path) else [])
    rules = judged_by(levels, shapes, checks=checks)
    return Report(tuple(sorted(told, key=lambda finding: finding.order)), len(merged), rules=rules)
