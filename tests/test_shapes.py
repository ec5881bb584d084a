"""Every shape has a graph that passes and one that breaks exactly that shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhealthkg import resources
from kzhealthkg.validate import engine, rudof, shacl
from kzhealthkg.validate.data import Data, triples
from kzhealthkg.validate.given import hierarchy
from kzhealthkg.validate.report import Finding

CASES = Path(__file__).parent / "shapes"
SH = "http://www.w3.org/ns/shacl#"
INVALID = sorted(CASES.glob("*/invalid.*.ttl"))
VALID = sorted(CASES.glob("*/valid.ttl"))
SHAPE_FILES = sorted(resources.path("shapes").glob("*.ttl"))


def in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.order)


def judged(case: Path) -> list[Finding]:
    """Judge a case in its world, by pySHACL alone, with screening and by pyrudof: what is found must be the same."""
    paths = [CASES / "world.ttl", case]
    stated = [triple for path in paths for triple in triples(path)]
    found = shacl.findings(stated)
    assert in_order(rudof.findings(stated)) == in_order(found)
    screened = engine.findings(Data(paths, Path(), hierarchy()), None, 60, screened=True)
    assert in_order(screened) == in_order(found)
    return found


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.parent.name)
def test_a_valid_case_breaks_nothing(case: Path) -> None:
    assert judged(case) == []


@pytest.mark.parametrize("case", INVALID, ids=lambda case: f"{case.parent.name}-{case.name[8:-4]}")
def test_an_invalid_case_breaks_exactly_its_shape(case: Path) -> None:
    found = judged(case)
    assert {finding.rule for finding in found} == {f"{case.parent.name}-{case.name.split('.')[1]}"}
    assert all(set(finding.messages) == {"kk", "ru", "en"} and finding.focus for finding in found)


def test_the_world_of_the_cases_is_valid() -> None:
    assert shacl.findings(triples(CASES / "world.ttl")) == []


def test_shapes_use_neither_sparql_nor_unicode_classes() -> None:
    for file in SHAPE_FILES:
        text = file.read_text(encoding="utf-8")
        assert "sh:sparql" not in text
        assert "\\p{" not in text
