"""Builds with one defect each: it is found, by its name, and nothing else is reported."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kzhealthkg import pipeline, prefixes, resources, vocab
from kzhealthkg.validate import Finding, validate

DEFECTS = re.findall(
    r"(?ms)^#\+ ([\w-]+): ([^\n]+)\n(.*?)(?=^#\+|\Z)", (Path(__file__).parent / "corrupted.ru").read_text("utf-8")
)
SEEDS = resources.root() / "seeds"
Said = Counter[tuple[str, str]]


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> list[ox.Quad]:
    """The triples of a build of the seeds, its graphs merged."""
    folder = tmp_path_factory.mktemp("healthy")
    pipeline.build([SEEDS], folder)
    quads = ox.parse(path=folder / "kg.nq", format=ox.RdfFormat.N_QUADS)
    return list(dict.fromkeys(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads))


@pytest.fixture(scope="module")
def before(healthy: list[ox.Quad], tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What the healthy build reports."""
    return said(reported(healthy, tmp_path_factory.mktemp("before")))


def reported(quads: list[ox.Quad], folder: Path) -> tuple[Finding, ...]:
    file = folder / "kg.nt"
    file.write_text("".join(f"{quad.triple} .\n" for quad in quads), encoding="utf-8")
    return validate(file).findings


def said(findings: tuple[Finding, ...]) -> Said:
    return Counter((finding.rule, finding.focus) for finding in findings)


def corrupted(quads: list[ox.Quad], update: str) -> list[ox.Quad]:
    store = ox.Store()
    store.bulk_extend(quads)
    names = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.prefixes().items())
    store.update(names + update, base_iri=vocab.THINGS)
    return list(store)


def near(nodes: set[object], quads: list[ox.Quad]) -> set[str]:
    """Return the nodes, what they speak of, and what speaks of them."""
    ends = [(quad.subject, quad.object) for quad in quads if not isinstance(quad.object, ox.Literal)]
    linked = {end for pair in ends if not nodes.isdisjoint(pair) for end in pair}
    return {str(node).strip("<>") for node in nodes | linked}


def test_the_healthy_build_has_no_violation(healthy: list[ox.Quad], tmp_path: Path) -> None:
    assert {finding.rule for finding in reported(healthy, tmp_path)} <= {"agreement-parties"}


def test_there_are_forty_defects_and_no_two_are_one() -> None:
    assert len({update for _, _, update in DEFECTS}) == len(DEFECTS) >= 40


@pytest.mark.parametrize(("rule", "what", "update"), DEFECTS, ids=[f"{rule}: {what}" for rule, what, _ in DEFECTS])
def test_a_defect_is_found_and_nothing_else(
    rule: str, what: str, update: str, healthy: list[ox.Quad], before: Said, tmp_path: Path
) -> None:
    quads = corrupted(healthy, update)
    changed = set(healthy) ^ set(quads)
    assert 0 < len(changed) < 60, what
    found = reported(quads, tmp_path)
    after = said(found)
    assert {focus for _, focus in after - before} & near({quad.subject for quad in changed}, [*healthy, *quads])
    assert {name for name, _ in after - before} == {rule}
    assert before - after == Counter()
