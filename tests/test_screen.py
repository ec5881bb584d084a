"""Screening changes how long judging takes, never what is found; strangers' shapes get neither time nor network."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzhealthkg import vocab
from kzhealthkg.validate import Finding, data, engine, shacl, validate
from kzhealthkg.validate.apart import Apart
from kzhealthkg.validate.given import hierarchy, shape_triples
from kzhealthkg.validate.groups import Disk, Memory
from kzhealthkg.validate.screen import Screen
from kzhealthkg.validate.shacl import ShapeError
from kzhealthkg.validate.shapes import Shapes
from small_graph import nquads

SMALL = sorted({quad.triple for quad in ox.parse(nquads(), ox.RdfFormat.N_QUADS)}, key=str)
PREFIXES = f"""
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix kzh: <{vocab.ONTOLOGY}> . @prefix : <urn:x#> .
"""
ODD = (
    ox.Literal(""), ox.Literal("x"), ox.Literal("x", language="de"), ox.Literal("140"), ox.Literal(140),
    ox.Literal("1.5", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    ox.Literal("2025-02-30", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    ox.NamedNode("urn:nowhere"), ox.BlankNode("b"), ox.NamedNode(vocab.ONTOLOGY + "Person"),
)  # fmt: skip


def file(folder: Path, triples: list[ox.Triple]) -> Path:
    path = folder / "data.nt"
    path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    return path


def in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.order)


Change = tuple[str, int, ox.Literal | ox.NamedNode | ox.BlankNode]
change = st.tuples(
    st.sampled_from(["drop", "value", "property", "add"]), st.integers(0, len(SMALL) - 1), st.sampled_from(ODD)
)


def changed(changes: list[Change]) -> list[ox.Triple]:
    """Return the small graph with some triples dropped, bent or added."""
    triples: list[ox.Triple | None] = list(SMALL)
    for what, at, value in changes:
        old = SMALL[at]
        if what in ("drop", "value", "property"):
            triples[at] = None
        if what in ("value", "add"):
            triples.append(ox.Triple(old.subject, old.predicate, value))
        if what == "property":
            triples.append(ox.Triple(old.subject, ox.NamedNode(vocab.ONTOLOGY + "percent"), old.object))
    return [triple for triple in triples if triple is not None]


@given(changes=st.lists(change, min_size=1, max_size=6))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bent_graph_gets_the_same_findings(changes: list[Change], tmp_path: Path) -> None:
    triples = changed(changes)
    given = data.Data(file(tmp_path, triples), tmp_path, hierarchy())
    assert in_order(engine.findings(given, None, 60, screened=True)) == in_order(shacl.findings(triples))


@pytest.mark.parametrize(
    ("low", "high", "broken"),
    [
        ('"2025-02-01"^^xsd:date', '"2025-01-01"^^xsd:date', True),
        ('"2025-01-01"^^xsd:date', '"2025-02-01"^^xsd:date', False),
        ('"2025-01-01"^^xsd:date', '"soon"', True),
        ('"2025-01-01"^^xsd:date', "[]", True),
        ("3", "4", False),
    ],
)
def test_what_cannot_be_compared_breaks_the_order_and_stops_nothing(
    tmp_path: Path, low: str, high: str, *, broken: bool
) -> None:
    shapes = """
    :S a sh:NodeShape ; sh:targetClass :T ; sh:property :P , :Q . :P sh:path :low ; sh:lessThan :high .
    :Q sh:path :low ; sh:maxCount 0 .
    """
    (tmp_path / "shapes.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    # The second node makes pySHACL stop, whatever the first is.
    stated = f':a a :T ; :low {low} ; :high {high} . :z a :T ; :low "2025-01-01"^^xsd:date ; :high [] .'
    (tmp_path / "data.ttl").write_text(PREFIXES + stated, encoding="utf-8")
    found = shacl.findings(data.triples(tmp_path / "data.ttl"), tmp_path / "shapes.ttl")
    assert sorted((f.focus[-1], f.component) for f in found) == sorted(
        [
            ("z", "LessThanConstraintComponent"),
            ("a", "MaxCountConstraintComponent"),
            ("z", "MaxCountConstraintComponent"),
        ]
        + [("a", "LessThanConstraintComponent")] * broken
    )


def test_a_healthy_graph_needs_no_judge() -> None:
    shapes = Shapes(shape_triples(None), own=True)
    assert not shapes.blind
    assert shapes.shallow
    assert Screen(shapes).doubtful(Memory([*hierarchy(), *SMALL])) == set()


def test_triples_on_disk_are_the_same_groups_as_in_memory(tmp_path: Path) -> None:
    memory, disk = Memory(SMALL), Disk(SMALL, tmp_path / "stated.sqlite")
    assert dict(memory.items()).keys() == dict(disk.items()).keys()
    for node, props in disk.items():
        assert {name: set(values) for name, values in props.items()} == {
            name: set(values) for name, values in memory.about(node).items()
        }
        assert memory.classes(node) == disk.classes(node)
    disk.close()


def judged(tmp_path: Path, shapes: str, stated: str, seconds: float = 60) -> list[str]:
    (tmp_path / "shapes.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(PREFIXES + stated, encoding="utf-8")
    report = validate(tmp_path / "data.ttl", shapes=tmp_path / "shapes.ttl", checks=False, seconds=seconds)
    return [finding.focus for finding in report.findings]


def test_shapes_of_others_are_judged_by_what_they_say(tmp_path: Path) -> None:
    shapes = ":S a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path [ sh:inversePath :p ] ; sh:minCount 1 ] ."
    assert judged(tmp_path, shapes, ":a a :T . :b a :T . :c :p :b .") == ["urn:x#a"]


def test_nested_shapes_see_as_far_as_they_look(tmp_path: Path) -> None:
    shapes = """
    :S a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path :p ; sh:node :V ] .
    :V a sh:NodeShape ; sh:property [ sh:path :q ; sh:node [ sh:property [ sh:path :r ; sh:minCount 1 ] ] ] .
    """
    assert judged(tmp_path, shapes, ":a a :T ; :p :b . :b :q :c . :d a :T ; :p :e . :e :q :f . :f :r 1 .") == [
        "urn:x#a"
    ]


def test_a_pattern_that_never_ends_is_stopped(tmp_path: Path) -> None:
    shapes = ':S a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path :p ; sh:pattern "^(a+)+$" ] .'
    with pytest.raises(ShapeError, match=r"shapes\.ttl: no verdict within 3 s"):
        judged(tmp_path, shapes, f':a a :T ; :p "{"a" * 60}b" .', seconds=3)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what was asked of it."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x", paths
    server.shutdown()
    server.server_close()


def querying(query: str) -> str:
    """Return a shape whose constraint is a query."""
    constraint = f"[ a sh:SPARQLConstraint ; sh:select {json.dumps(query)} ]"
    return f":S a sh:NodeShape ; sh:targetClass :T ; sh:sparql {constraint} ."


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this WHERE {{ SERVICE <{url}> {{ $this ?p ?o }} }}",
        "SELECT $this FROM <{url}> WHERE {{ $this ?p ?o }}",
        r"SELECT $this WHERE {{ \u0053ervice <{url}> {{ $this ?p ?o }} }}",
        r"SELECT $this \U00000046ROM <{url}> WHERE {{ $this ?p ?o }}",
    ],
)
def test_queries_that_would_fetch_something_are_refused(
    tmp_path: Path, asked: tuple[str, list[str]], query: str
) -> None:
    url, paths = asked
    with pytest.raises(ShapeError, match="shapes may fetch nothing"):
        judged(tmp_path, querying(query.format(url=url)), ":a a :T .")
    assert paths == []


def test_imports_are_not_followed(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    url, paths = asked
    shapes = f"""
    <urn:shapes> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <{url}> .
    :S a sh:NodeShape ; sh:targetClass :T ; sh:property [ sh:path :p ; sh:minCount 1 ] .
    """
    assert judged(tmp_path, shapes, ":a a :T .") == ["urn:x#a"]
    assert paths == []


def test_the_process_that_judges_has_no_network(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    url, paths = asked
    query = f"SELECT $this WHERE {{ SERVICE <{url}> {{ $this ?p ?o }} }}"
    (tmp_path / "shapes.ttl").write_text(PREFIXES + querying(query), encoding="utf-8")
    (tmp_path / "data.ttl").write_text(PREFIXES + ":a a :T .", encoding="utf-8")
    with pytest.raises(ShapeError):
        Apart(tmp_path / "shapes.ttl", 60, 1)([data.triples(tmp_path / "data.ttl")])
    assert paths == []
