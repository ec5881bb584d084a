"""What GitLab is given: the lines of ci/gitlab.yml, run as a runner runs them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from elsewhere import git, loaded, repository
from kzhealthkg.vocab import VERSION

JOB = loaded("ci/gitlab.yml")[".kzhealthkg"]


def ran(shell: str, lines: list[str], folder: Path, environment: dict[str, str], **variables: str) -> Any:
    command = [shell, "-ec", "\n".join(lines)]
    given = environment | JOB["variables"] | variables
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def installed(source: Path, offline: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment after the lines that come before the script; a shell that is not bash runs them."""
    upstream = repository(shutil.copytree(source, tmp_path_factory.mktemp("upstream"), dirs_exist_ok=True))
    git(upstream, "tag", f"v{VERSION}")
    lines = [*JOB["before_script"], 'echo "$kzhealthkg"']
    done = ran("sh", lines, upstream.parent, offline, KZHEALTHKG_REPOSITORY=upstream.as_uri())
    assert done.returncode == 0, done.stderr
    return offline | {"kzhealthkg": done.stdout.strip()}


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_a_broken_graph_fails_and_leaves_its_reports(shell: str, work: Path, installed: dict[str, str]) -> None:
    done = ran(shell, JOB["script"], work, installed, KZHEALTHKG_DATA="clinic.ttl graph/*.nq")
    assert done.returncode == 1, done.stderr
    tests = ElementTree.parse(work / JOB["artifacts"]["reports"]["junit"]).iter("testcase")
    failed = {test.get("name") for test in tests if test.find("failure") is not None}
    assert failed >= {"person-label", "works-percent"}
    assert all((work / name).is_file() for name in JOB["artifacts"]["paths"])
    assert JOB["artifacts"]["when"] == "always"


def test_a_healthy_graph_passes(work: Path, installed: dict[str, str]) -> None:
    done = ran("sh", JOB["script"], work, installed, KZHEALTHKG_DATA="graph/healthy.nq", KZHEALTHKG_LANG="ru")
    assert done.returncode == 0, done.stderr
    assert "Нарушения: 0" in done.stdout


def test_variables_choose_weights_and_waivers(work: Path, installed: dict[str, str]) -> None:
    given = {"KZHEALTHKG_DATA": "clinic.ttl", "KZHEALTHKG_PROFILE": "lenient", "KZHEALTHKG_FAIL_ON": "never"}
    done = ran("sh", JOB["script"], work, installed, **given, KZHEALTHKG_WAIVERS="waivers.tsv")
    assert done.returncode == 0, done.stderr
    assert "Waived: 1" in done.stdout


def test_a_torn_file_leaves_with_2_and_an_error_in_the_report(work: Path, installed: dict[str, str]) -> None:
    done = ran("sh", JOB["script"], work, installed, KZHEALTHKG_DATA="torn.ttl")
    assert done.returncode == 2
    errors = [test.get("name") for test in ElementTree.parse(work / "kzhealthkg.xml").iter("testcase") if len(test)]
    assert errors == ["torn.ttl"]


def test_without_a_repository_it_says_so(work: Path, offline: dict[str, str]) -> None:
    done = ran("sh", JOB["before_script"], work, offline)
    assert (done.returncode, "KZHEALTHKG_REPOSITORY" in done.stdout) == (2, True)


def test_it_takes_this_version() -> None:
    assert JOB["variables"]["KZHEALTHKG_REF"] == f"v{VERSION}"
