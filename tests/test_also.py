"""Several reports of one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from elsewhere import CLINIC, TORN
from kzhealthkg import cli


class TestAlso:
    def test_one_run_writes_several_reports(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        also = [f"--also=sarif={tmp_path / 'kg=1.sarif'}", f"--also=markdown={tmp_path / 'kg.md'}"]
        assert cli.main(["validate", str(CLINIC), str(TORN), "--format", "github", *also, "--lang", "en"]) == 2
        sarif = json.loads((tmp_path / "kg=1.sarif").read_text(encoding="utf-8"))
        assert sarif["version"] == "2.1.0"
        assert "person-label" in (tmp_path / "kg.md").read_text(encoding="utf-8")
        assert "::error" in capsys.readouterr().out

    def test_reports_are_written_where_nothing_could_be_read(self, tmp_path: Path) -> None:
        assert cli.main(["validate", str(TORN), "--also", f"junit={tmp_path / 'kg.xml'}"]) == 2
        assert "torn.ttl" in (tmp_path / "kg.xml").read_text(encoding="utf-8")

    @pytest.mark.parametrize("text", ["junit", "junit=", "word=kg.doc", "=kg.xml"])
    def test_what_is_no_format_and_file_is_told(self, text: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="2"):
            cli.main(["validate", str(CLINIC), "--also", text, "--lang", "en"])
        assert f"{text}: this is written FORMAT=FILE" in capsys.readouterr().err
