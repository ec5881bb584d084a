"""Pin the requirements again: with hashes, without an index address or a path of this machine.

Needs pip-tools (``make lock`` installs it).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUIET = ["--quiet", "--strip-extras", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
SETS = {
    "run.txt": ["pyproject.toml"],
    "build.txt": ["requirements/build.in"],
    "dev.txt": ["--extra", "dev", "pyproject.toml"],
}


def main() -> None:
    """Write every file of ``SETS``; versions already pinned stay unless ``--upgrade`` is given."""
    for name, sources in SETS.items():
        command = [sys.executable, "-m", "piptools", "compile", "--generate-hashes", *QUIET, *sys.argv[1:]]
        subprocess.run([*command, "--output-file", f"requirements/{name}", *sources], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
