"""What the tests of action, template, hook and plugin share: the project as others get it, and files to judge."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
CLINIC = ROOT / "docs" / "example" / "clinic.ttl"
TORN = ROOT / "docs" / "example" / "torn.ttl"
PERSON = CLINIC.read_text(encoding="utf-8").splitlines().index("<person/mysalov> a kzh:Person .") + 1
WORKS = CLINIC.read_text(encoding="utf-8").splitlines().index("<statement/readiness> a kzh:Works ;") + 1
PLUGIN = "kzhealthkg" if entry_points(group="pytest11", name="kzhealthkg") else "kzhealthkg.pytest_plugin"
"""What pytest knows the plugin by: its own name where the project is installed as it is now."""

SHIPPED = (
    "LICENSE", "LICENSE-DATA", "NOTICE", "README.md", "judgements", "lexicon", "ontology", "pyproject.toml", "queries",
    "requirements", "shapes", "src", ".pre-commit-hooks.yaml",
)  # fmt: skip
Run = Callable[..., subprocess.CompletedProcess[str]]


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A. Mysalova", "-c", "user.email=mysalova@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def repository(folder: Path) -> Path:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    return folder
