"""The W3C's SHACL test suite through our pipeline and through pySHACL alone; the suite is not part of this project.

python benchmarks/w3c_shacl.py SUITE/data-shapes-test-suite/tests/core

Prints what differs and a tally. Two verdicts are the same where both say whether the data conforms
and name the same nodes, values and components.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pyshacl
from rdflib import RDF, SH, BNode, Graph, Namespace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kzhealthkg.validate import engine  # noqa: E402
from kzhealthkg.validate.data import Data  # noqa: E402

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
Verdict = tuple[bool, Counter[tuple[str, ...]]] | str
"""Whether the data conforms, and what was found; "error" where there is no verdict."""


def cases(folder: Path) -> Iterator[tuple[Path, Graph, Path, Path, Any]]:
    """Yield (file, its graph, data, shapes, expected result) for every test."""
    for file in sorted(folder.rglob("*.ttl")):
        graph = Graph().parse(file, publicID=file.as_uri())
        for test in graph.subjects(RDF.type, SHT.Validate):
            action = graph.value(test, MF.action)
            data, shapes = (_file(graph.value(action, part)) for part in (SHT.dataGraph, SHT.shapesGraph))
            yield file, graph, data, shapes, graph.value(test, MF.result)


def _file(iri: Any) -> Path:
    return Path(unquote(urlparse(str(iri)).path))


def expected(graph: Graph, result: Any) -> Verdict:
    """Return the verdict that the suite wants."""
    if result == SHT.Failure:
        return "error"
    return bool(graph.value(result, SH.conforms).toPython()), _results(graph, result)  # type: ignore[union-attr]


def _results(graph: Graph, report: Any) -> Counter[tuple[str, ...]]:
    parts = (SH.focusNode, SH.value, SH.sourceConstraintComponent)
    rows = (tuple(_named(graph.value(one, part)) for part in parts) for one in graph.objects(report, SH.result))
    return Counter(rows)


def _named(term: Any) -> str:
    return "_:" if isinstance(term, BNode) else str(term)


def by_pyshacl(data: Path, shapes: Path) -> Verdict:
    """Return the verdict of pySHACL alone."""
    graphs = [Graph().parse(file, publicID=file.as_uri()) for file in (data, shapes)]
    try:
        conforms, report, _ = pyshacl.validate(graphs[0], shacl_graph=graphs[1], inplace=True)
    except Exception:  # whatever it stops at is no verdict
        return "error"
    if not isinstance(report, Graph):
        return "error"
    return conforms, _results(report, report.value(None, RDF.type, SH.ValidationReport))


def by_us(data: Path, shapes: Path) -> Verdict:
    """Return the verdict of our pipeline."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            found = engine.findings(Data(data, Path(scratch)), shapes, 60, screened=True)
        except ValueError:
            return "error"
    values = [
        ("None" if one.value is None else "_:" if one.value.kind == "bnode" else one.value.value) for one in found
    ]
    rows = (
        ("_:" if one.focus.startswith("_:") else one.focus, value, str(SH) + one.component)
        for one, value in zip(found, values, strict=True)
    )
    return not found, Counter(rows)


def main() -> None:
    """Print the differences and the tally."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    tally: Counter[str] = Counter()
    folder = parser.parse_args().suite.resolve()
    for file, graph, data, shapes, result in cases(folder):
        wanted, theirs, ours = expected(graph, result), by_pyshacl(data, shapes), by_us(data, shapes)
        conforms = [verdict if isinstance(verdict, str) else verdict[0] for verdict in (theirs, ours, wanted)]
        tally["tests"] += 1
        tally["same answer as pySHACL: conforms or not"] += conforms[0] == conforms[1]
        tally["same findings as pySHACL"] += ours == theirs
        tally["as the suite wants, ours"] += ours == wanted
        tally["as the suite wants, pySHACL"] += theirs == wanted
        if not ours == theirs == wanted:
            names = [name for name, verdict in (("pySHACL", theirs), ("ours", ours)) if verdict != wanted]
            print(f"{file.relative_to(folder)}: not as the suite wants: {', '.join(names) or 'neither'}")
    for name, count in tally.items():
        print(f"{count:4}  {name}")


if __name__ == "__main__":
    main()
