"""A build judged only where it differs from an earlier one gets the verdict that it gets as a whole."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzhealthkg import store, vocab
from kzhealthkg.validate import validate, verdict
from kzhealthkg.validate.data import GRAPH
from kzhealthkg.validate.since import Turtle
from test_screen import ODD, SMALL, Change, change, changed

PERCENT = ox.NamedNode(vocab.ONTOLOGY + "percent")


def build(folder: Path, triples: list[ox.Triple]) -> Path:
    folder.mkdir(exist_ok=True)
    text = (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    (folder / GRAPH).write_bytes(store.memory(text).export("turtle"))
    return folder


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build(tmp_path_factory.mktemp("judged"), SMALL)
    validate(folder, keep=True)
    return folder


@given(before=st.lists(change, max_size=3), after=st.lists(change, min_size=1, max_size=3))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_gets_the_verdict_of_the_whole(before: list[Change], after: list[Change], tmp_path: Path) -> None:
    old, new = build(tmp_path / "old", changed(before)), build(tmp_path / "new", changed([*before, *after]))
    validate(old, keep=True)
    assert validate(new, since=old).findings == validate(new).findings


PREDICATES = sorted({triple.predicate.value for triple in SMALL})


@pytest.mark.parametrize("predicate", PREDICATES, ids=lambda iri: iri.rpartition("#")[2].rpartition("/")[2])
def test_a_property_that_is_gone_is_seen_by_all_rules_that_look_through_it(
    predicate: str, judged: Path, tmp_path: Path
) -> None:
    first = next(triple for triple in SMALL if triple.predicate.value == predicate)
    new = build(tmp_path, [triple for triple in SMALL if triple != first])
    assert validate(new, since=judged).findings == validate(new).findings


def test_one_changed_node_does_not_have_all_judged(tmp_path: Path) -> None:
    first = next(triple for triple in SMALL if triple.predicate.value.endswith("#amount"))
    old = build(tmp_path / "old", SMALL)
    new = build(tmp_path / "new", [*(t for t in SMALL if t != first), ox.Triple(first.subject, PERCENT, first.object)])
    validate(old, keep=True)
    assert 0 < validate(new, since=old).judged < len(Turtle.read(new / GRAPH).blocks) / 2


def test_without_what_was_found_before_all_is_judged(tmp_path: Path) -> None:
    old, new = build(tmp_path / "old", SMALL), build(tmp_path / "new", SMALL[1:])
    assert validate(new, since=old).judged == 0
    validate(old, keep=True)
    build(old, SMALL[2:])  # no longer the graph that was judged
    assert verdict.kept(old) is None
    assert validate(new, since=old).judged == 0


def test_what_was_found_is_kept_as_it_was(tmp_path: Path) -> None:
    folder = build(tmp_path / "old", changed([("value", 5, ODD[0]), ("drop", 9, ODD[0])]))
    found = validate(folder, keep=True).findings
    kept = verdict.kept(folder)
    assert kept is not None
    assert found
    assert sorted((finding.order, finding.label, finding.said) for finding in kept) == sorted(
        (finding.order, finding.label, finding.said) for finding in found
    )
