"""What is too large for the memory is judged from the disk, with the same report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhealthkg.validate import DataError, data, validate
from small_graph import nquads

BROKEN = '<urn:x> <https://w3id.org/kzhealth/ontology#percent> "140" .\n'


def test_large_data_gets_the_same_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kg.nq"
    file.write_text(nquads().replace("#amount> ", "#percent> ") + BROKEN, encoding="utf-8")
    report = validate(file)
    assert {finding.severity for finding in report.findings} == {"violation", "warning"}
    monkeypatch.setattr(data, "LARGE", 1)
    monkeypatch.setattr(data, "AT_ONCE", 100)
    assert validate(file) == report


def test_a_broken_large_file_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = tmp_path / "kg.nq", tmp_path / "bad.nq"
    good.write_text(nquads(), encoding="utf-8")
    bad.write_text(nquads() + "<urn:x> nonsense\n", encoding="utf-8")
    monkeypatch.setattr(data, "LARGE", 1)
    report = validate([bad, good])
    assert report.findings == validate(good).findings
    assert [problem.partition(": ")[0] for problem in report.problems] == [f"{bad}:{len(nquads().splitlines()) + 1}:9"]
    with pytest.raises(DataError, match=r"bad\.nq"):
        validate(bad)
