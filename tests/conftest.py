"""What tests of more than one file need."""

from __future__ import annotations

import os
import shutil
import sysconfig
from pathlib import Path

import pytest
from hypothesis import settings

from elsewhere import CLINIC, ROOT, SHIPPED, TORN
from small_graph import nquads

settings.register_profile("kzhealthkg", deadline=None, derandomize=True)
settings.load_profile("kzhealthkg")
"""A busy machine fails no property, and the same code is asked the same examples."""


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip finds what is installed here, and asks no registry."""
    folder = tmp_path_factory.mktemp("site")
    for place in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for entry in Path(place).iterdir():
            if "kzhealthkg" not in entry.name and entry.suffix != ".pth" and entry.name != "pip":
                (folder / entry.name).symlink_to(entry)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(folder), "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0", "PYTHONUTF8": "1"}


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is cloned."""
    folder = tmp_path_factory.mktemp("source")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_data"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder of somebody's own, with a healthy graph, one with four faults, and one that is torn; and a waiver of one fault."""
    folder = tmp_path / "their work"
    (folder / "graph").mkdir(parents=True)
    (folder / "graph" / "healthy.nq").write_text(nquads(), encoding="utf-8")
    for file in (CLINIC, TORN):
        shutil.copy(file, folder / file.name)
    waiver = "works-percent\tid:statement/readiness\tasked the akimat\tA. Mysalova\t"
    (folder / "waivers.tsv").write_text(f"check\tnode\treason\twho\tuntil\n{waiver}\n", encoding="utf-8")
    return folder
