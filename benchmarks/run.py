"""Measure the program on this machine, as ratios: machines differ, ratios hardly do.

python benchmarks/run.py [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = (sys.executable, "-c")
KZ = (sys.executable, "-m", "kzhealthkg")


def seconds(command: tuple[str, ...], rounds: int) -> float:
    """Return the median time of a whole process."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def commands(out: str) -> dict[str, tuple[str, ...]]:
    """Return what is measured; later ones use the build of the first."""
    return {
        "build seeds": (*KZ, "build", "seeds", "-o", out),
        "validate": (*KZ, "validate", out),
        "--help": (*PYTHON, "import sys; sys.argv[1:] = ['--help']; from kzhealthkg.cli import main; main()"),
        "import rdflib": (*PYTHON, "import rdflib"),
        "query, pyoxigraph": (*KZ, "query", "funding-by-region-and-source", "--data", out),
        "query, rdflib": (*KZ, "query", "funding-by-region-and-source", "--data", out, "--engine", "rdflib"),
        "graph": (*KZ, "graph", "--data", out, "-o", out),
    }


def main() -> None:
    """Print each command's time in bare interpreters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    bare = seconds((*PYTHON, "pass"), rounds)
    print(f"{'':20}  × python -c pass")
    with tempfile.TemporaryDirectory() as out:
        for name, command in commands(out).items():
            print(f"{name:20}  {seconds(command, rounds) / bare:8.1f}")


if __name__ == "__main__":
    main()
