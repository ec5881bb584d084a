"""What pre-commit is given: the hook, installed from a clone of the project and run by pre-commit itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from elsewhere import PERSON, Run, git, loaded, repository


@pytest.fixture(scope="module")
def hooks(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(shutil.copytree(source, tmp_path_factory.mktemp("hooks"), dirs_exist_ok=True))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def run(hooks: Path, home: str, work: Path, offline: dict[str, str]) -> Run:
    revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=hooks, capture_output=True, text=True, check=True)

    def run(*staged: str, **options: object) -> subprocess.CompletedProcess[str]:
        hook = {"id": "kzhealthkg-validate", **options}
        config = {"repos": [{"repo": str(hooks), "rev": revision.stdout.strip(), "hooks": [hook]}]}
        (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        git(work, "init", "-q")
        git(work, "add", ".pre-commit-config.yaml", *staged)
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never"]
        environment = offline | {"PRE_COMMIT_HOME": home, "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)

    return run


def test_only_rdf_that_is_staged_is_judged(run: Run) -> None:
    done = run("waivers.tsv")
    assert (done.returncode, "(no files to check)Skipped" in done.stdout) == (0, True), done.stdout
    done = run("graph/healthy.nq")
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout
    done = run("clinic.ttl")
    assert (done.returncode, "person-label" in done.stdout) == (1, True), done.stdout
    assert f"clinic.ttl:{PERSON}:1" in done.stdout


def test_a_torn_file_is_told(run: Run) -> None:
    done = run("torn.ttl")
    assert (done.returncode, "exit code: 2" in done.stdout, "torn.ttl:6:1: " in done.stdout) == (1, True, True)


def test_arguments_and_the_whole_graph(run: Run) -> None:
    done = run("clinic.ttl", args=["--fail-on", "never"], verbose=True)
    assert (done.returncode, "person-label" in done.stdout) == (0, True), done.stdout
    done = run("waivers.tsv", args=["graph/healthy.nq", "clinic.ttl"], always_run=True, pass_filenames=False)
    assert (done.returncode, "person-label" in done.stdout) == (1, True), done.stdout


@pytest.mark.parametrize("name", ["a.ttl", "b/a.trig", "a.nq", "a.nt", "a.jsonld"])
def test_it_is_asked_for_files_that_the_program_reads(name: str) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert re.search(hook["files"], name)
    assert not re.search(hook["files"], f"{name}.bak")


def test_files_that_change_together_are_judged_together() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["require_serial"] is True
