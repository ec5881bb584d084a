"""Validation beside its peers on made articles: whole processes, start-up included, as ratios of ours.

python benchmarks/validation.py [--articles 1000] [--rounds 3] [--jena COMMAND]

``--jena`` is a command that takes ``--shapes FILE --data FILE`` and prints a SHACL report: Apache
Jena's ``shacl validate``, or a script that calls it. pySHACL and pyrudof run where they are
installed. Each peer gets the merged graph and the shapes in one file each; ours reads the build,
and runs the check queries besides.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "benchmarks"))

from linking import Maker  # noqa: E402

from kzhealthkg.validate.given import hierarchy, shape_triples  # noqa: E402

KZ = (sys.executable, "-m", "kzhealthkg")
PYSHACL = """
import sys, pyshacl
print(pyshacl.validate(sys.argv[2], shacl_graph=sys.argv[1], inplace=True)[2])
"""
PYRUDOF = """
import sys, pyrudof
engine = pyrudof.Rudof(pyrudof.RudofConfig())
engine.read_shacl(sys.argv[1], pyrudof.ShaclFormat.Turtle)
engine.read_data(sys.argv[2], pyrudof.RDFFormat.Turtle)
for entry in engine.validate_shacl():
    print("sh:ValidationResult", entry.focus_node)
"""
RESULT = re.compile(r"Constraint Violation in|Validation Result in|sh:ValidationResult\b")


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """Build so many articles, and once more with one of them changed; return the two builds."""
    maker = Maker(11)
    articles = [maker.article(number) for number in range(count)]
    middle = articles[count // 2]
    changed = [*articles]
    changed[count // 2] = replace(middle, text=middle.text.replace("салынды", "салынып жатыр"))
    builds = []
    for name, some in (("before", articles), ("after", changed)):
        rows = ({"id": one.id, "text": one.text, "date": one.date, "language": "kk"} for one in some)
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        run([*KZ, "build", str(folder / f"{name}.jsonl"), "-o", str(folder / name), "--quiet"])
        bend(folder / name / "kg.ttl")
        builds.append(folder / name)
    return builds[0], builds[1]


def bend(file: Path) -> None:
    """Make every hundredth percentage one that no shape allows, so that there is something to be found."""
    parts = re.split(r'(?<=kzh:percent ")', file.read_text(encoding="utf-8"))
    bent = (f"100{part}" if number % 100 == 1 else part for number, part in enumerate(parts))
    file.write_text("".join(bent), encoding="utf-8")


def run(command: Sequence[str]) -> str:
    """Run a command of which 0 and 1 are good answers, and return what it prints."""
    done = subprocess.run(command, cwd=ROOT / "src", capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{shlex.join(command)}\n{done.stderr}")
    return done.stdout


def measured(command: Sequence[str], rounds: int) -> tuple[float, str]:
    """Return the seconds of the best of some rounds, and what the command prints."""
    best, printed = float("inf"), ""
    for _ in range(rounds):
        start = time.perf_counter()
        printed = run(command)
        best = min(best, time.perf_counter() - start)
    return best, printed


def peers(shapes: Path, data: Path, jena: str | None) -> dict[str, list[str]]:
    """Return the commands of those that are here."""
    files = [str(shapes), str(data)]
    found = {"pyrudof": [sys.executable, "-c", PYRUDOF, *files], "pySHACL": [sys.executable, "-c", PYSHACL, *files]}
    jena_command = [*shlex.split(jena or ""), "--shapes", files[0], "--data", files[1]]
    return {"Apache Jena": jena_command, **found} if jena else found


def written(folder: Path, build: Path) -> tuple[Path, Path]:
    """Write our shapes, and a build's graph with what is above which class, as peers want them."""
    shapes, data = folder / "shapes.ttl", folder / "data.ttl"
    graph = [quad.triple for quad in ox.parse(path=build / "kg.ttl")]
    for file, triples in ((shapes, shape_triples(None)), (data, [*graph, *hierarchy()])):
        file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"")
    return shapes, data


def shape_findings(printed: str) -> int:
    """Return how many findings of shapes there are in our JSON."""
    return sum("shape" in finding for finding in json.loads(printed)["findings"])


def main() -> None:
    """Print a row for each way to judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jena", metavar="COMMAND")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        before, after = make(Path(made), args.articles)
        shapes, data = written(Path(made), before)
        judge = [*KZ, "validate", "--format", "json", "--quiet"]
        ours, printed = measured([*judge, str(before), "--keep"], args.rounds)
        print(f"{'':34}{'seconds':>8}  {'× ours':>7}  findings of shapes")
        print(f"{'ours, shapes and checks':34}{ours:8.2f}  {1:7.2f}  {shape_findings(printed)}")
        part, printed = measured([*judge, str(after), "--since", str(before)], args.rounds)
        print(f"{'ours, one article changed':34}{part:8.2f}  {part / ours:7.2f}  {shape_findings(printed)}")
        for name, command in peers(shapes, data, args.jena).items():
            taken, printed = measured(command, 1 if name == "pySHACL" else args.rounds)
            print(f"{name + ', shapes alone':34}{taken:8.2f}  {taken / ours:7.2f}  {len(RESULT.findall(printed))}")


if __name__ == "__main__":
    main()
