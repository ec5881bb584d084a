"""What ships: the wheel's contents, the pinned requirements, the licences."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("run", "build", "dev")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.mark.parametrize("folder", ["lexicon", "ontology", "shapes", "queries", "judgements"])
def test_the_wheel_carries_every_data_file(wheel: zipfile.ZipFile, folder: str) -> None:
    tracked = subprocess.run(["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False)
    files = tracked.stdout.split() or [str(f.relative_to(ROOT)) for f in (ROOT / folder).rglob("*") if f.is_file()]
    present = [name for name in files if (ROOT / name).exists()]
    assert present
    assert set(wheel.namelist()) >= {f"kzhealthkg/_data/{name}" for name in present}


def test_the_wheel_carries_every_module_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    modules = {str(f.relative_to(ROOT / "src")) for f in (ROOT / "src").rglob("*.py") if "_data" not in f.parts}
    shipped = {name for name in wheel.namelist() if name.endswith(".py")}
    assert shipped == modules
    assert "kzhealthkg/py.typed" in wheel.namelist()
    assert all(name.startswith(("kzhealthkg/", "kzhealthkg-")) for name in wheel.namelist())


def test_the_wheel_carries_the_licences(wheel: zipfile.ZipFile) -> None:
    names = {Path(name).name for name in wheel.namelist() if ".dist-info/licenses/" in name}
    assert names == {"LICENSE", "LICENSE-DATA", "NOTICE"}


def test_the_wheel_says_what_others_call_it_by(wheel: zipfile.ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt")]
    said = configparser.ConfigParser()
    said.read_string(wheel.read(name).decode())
    assert dict(said["console_scripts"]) == {"kzhealthkg": "kzhealthkg.cli:main"}
    assert dict(said["pytest11"]) == {"kzhealthkg": "kzhealthkg.pytest_plugin"}


def pinned(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+) \\$", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_are_pinned_with_hashes_and_name_no_host(name: str) -> None:
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    allowed = re.compile(r"[A-Za-z0-9._-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|\s*#.*|")
    assert [line for line in lines if not allowed.fullmatch(line)] == []
    assert not [line for line in lines if "/" in line]
    assert pinned(name)


def test_everything_the_project_needs_is_pinned() -> None:
    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[<>=]", requirement)[0].lower() for requirement in requirements}

    assert names(PROJECT["dependencies"]) <= {name.lower() for name in pinned("run")}
    assert names(PROJECT["optional-dependencies"]["dev"]) <= {name.lower() for name in pinned("dev")}


def test_the_locks_agree() -> None:
    every = [pinned(name) for name in LOCKS]
    for one in every:
        for other in every:
            assert {name: one[name] for name in one.keys() & other} == {
                name: other[name] for name in one.keys() & other
            }


def test_notice_names_what_others_made() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for origin in (
        "KATO",
        "Bureau of National Statistics",
        "siaarzh/kz-tax-rates",
        "GeoNames",
        "Who's On First",
        "ISO",
    ):
        assert origin in notice
