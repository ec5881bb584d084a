"""What GitHub is given: the steps of action.yml, run as a runner runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from elsewhere import PERSON, ROOT, WORKS, Run, loaded

ACTION: dict[str, Any] = loaded("action.yml")


def step(
    name: str, environment: dict[str, str], folder: Path, values: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    step = next(step for step in ACTION["runs"]["steps"] if step["name"] == name)
    own = {key: filled(text, values) for key, text in step["env"].items()}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        command, cwd=folder, env=environment | own, capture_output=True, encoding="utf-8", check=False
    )


def filled(text: str, values: dict[str, str]) -> str:
    found = re.fullmatch(r"\$\{\{ (?:inputs\.|steps\.(\w+)\.outputs\.)([\w-]+)(?: \|\| '\w+')? \}\}", text)
    assert found is not None, text
    return values[f"{found[1]}.{found[2]}" if found[1] else found[2]]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory, source: Path, offline: dict[str, str]) -> dict[str, str]:
    temp = tmp_path_factory.mktemp("runner temp")
    environment = {**offline, "RUNNER_TEMP": str(temp), "GITHUB_ACTION_PATH": str(source)}
    done = step("Install kzhealthkg", environment, temp, {"python.python-path": sys.executable})
    assert done.returncode == 0, done.stderr
    return environment


class TestAction:
    @pytest.fixture
    def run(self, runner: dict[str, str], work: Path, tmp_path: Path) -> Run:
        def run(**inputs: str) -> subprocess.CompletedProcess[str]:
            for name in ("output", "summary"):
                (tmp_path / name).write_text("", encoding="utf-8")
            files = {"GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
            defaults = {name: about.get("default", "") for name, about in ACTION["inputs"].items()}
            given = {name.replace("_", "-"): text for name, text in inputs.items()}
            assert given.keys() <= defaults.keys()
            return step("Judge", runner | files, work, defaults | given)

        return run

    @staticmethod
    def outputs(tmp_path: Path) -> dict[str, str]:
        lines = (tmp_path / "output").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def test_what_is_healthy_passes(self, run: Run, tmp_path: Path) -> None:
        done = run(data="graph/healthy.nq")
        assert (done.returncode, done.stderr) == (0, "")
        assert "::error" not in done.stdout
        assert "::notice title=kzhealthkg validate::Violations: 0" in done.stdout
        assert self.outputs(tmp_path)["code"] == "0"
        assert "Violations" in (tmp_path / "summary").read_text(encoding="utf-8")

    def test_what_is_found_is_annotated_summed_up_and_written_as_sarif(self, run: Run, tmp_path: Path) -> None:
        done = run(data="clinic.ttl")
        assert done.returncode == 1
        assert f"::error file=clinic.ttl,line={PERSON},col=1,title=person-label::" in done.stdout
        assert "person-label" in (tmp_path / "summary").read_text(encoding="utf-8")
        outputs = self.outputs(tmp_path)
        results = json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
        assert {result["ruleId"] for result in results} >= {"person-label", "works-percent"}
        assert (outputs["code"], Path(outputs["reports"])) == ("1", Path(outputs["sarif"]).parent)
        assert {file.name for file in Path(outputs["reports"]).iterdir()} == {"kzhealthkg.sarif", "kzhealthkg.md"}

    def test_a_torn_file_leaves_with_2_and_the_rest_is_judged(self, run: Run, tmp_path: Path) -> None:
        done = run(data="torn.ttl\nclinic.ttl\n")
        assert done.returncode == 2
        assert "::error file=torn.ttl,line=6,col=1,title=kzhealthkg::" in done.stdout
        assert "title=person-label::" in done.stdout
        outputs = self.outputs(tmp_path)
        assert outputs["code"] == "2"
        assert "torn.ttl" in Path(outputs["sarif"]).read_text(encoding="utf-8")

    @pytest.mark.parametrize("data", ["*.ttl", "**/*.ttl", "clinic.ttl\ntorn.ttl"])
    def test_lines_and_patterns_name_files(self, run: Run, data: str) -> None:
        done = run(data=data)
        assert done.returncode == 2
        assert all(f"file={name}" in done.stdout for name in ("clinic.ttl", "torn.ttl"))

    def test_a_file_may_have_a_space_in_its_name(self, run: Run, work: Path) -> None:
        (work / "clinic.ttl").rename(work / "the clinic.ttl")
        done = run(data="the clinic.ttl")
        assert done.returncode == 1
        assert f"::error file=the clinic.ttl,line={PERSON}," in done.stdout

    @pytest.mark.parametrize(
        ("inputs", "said"),
        [
            ({"data": "lost.ttl"}, "lost.ttl: no graph there"),
            ({"data": "clinic.ttl", "profile": "stern"}, "stern"),
            ({"data": "clinic.ttl", "format": "word"}, "word"),
        ],
    )
    def test_what_is_not_understood_is_an_annotation_too(
        self, run: Run, inputs: dict[str, str], said: str, tmp_path: Path
    ) -> None:
        done = run(**inputs)
        assert done.returncode == 2
        assert self.outputs(tmp_path) == {"code": "2"}
        assert re.search(rf"^::error title=kzhealthkg::.*{said}", done.stdout, re.MULTILINE)
        assert said in done.stderr

    def test_inputs_choose_weights_language_waivers_and_further_reports(self, run: Run, tmp_path: Path) -> None:
        assert run(data="clinic.ttl", fail_on="never").returncode == 0
        done = run(data="clinic.ttl", lang="kk", waivers="waivers.tsv", profile="lenient", format="junit html turtle")
        assert "Бұзушылық" in done.stdout
        assert f"::error file=clinic.ttl,line={WORKS}," not in done.stdout
        names = {file.name for file in Path(self.outputs(tmp_path)["reports"]).iterdir()}
        assert names == {f"kzhealthkg.{suffix}" for suffix in ("sarif", "md", "xml", "html", "ttl")}

    def test_an_input_is_never_a_command(self, run: Run, work: Path) -> None:
        done = run(data="$(touch data)`touch data`;touch data", fail_on="never; touch fail", waivers="$(touch waiver)")
        assert done.returncode == 2
        assert not {"data", "fail", "waiver"} & {file.name for file in work.iterdir()}
        assert not [step["name"] for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]

    def test_every_input_is_used_and_every_output_made(self) -> None:
        text = (ROOT / "action.yml").read_text(encoding="utf-8")
        assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
        assert set(re.findall(r"judge\.outputs\.([\w-]+)", text)) == set(ACTION["outputs"])
