"""Decisions of people: applied on every build, undone by removing the row, told when they match nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg import cli, judgements, resources
from kzhealthkg.judgements import COLUMNS, Judgement, JudgementError
from kzhealthkg.link import link
from kzhealthkg.model import Article, Entity, Linking, Statement
from kzhealthkg.text import identity


def says(source: str, **slots: Any) -> Statement:
    return Statement(source, "Visit", "x", 0, 1, slots)


SAID = [
    says("a", person="Ерлан Сейтов", region="KZ-47", facility="облыстық онкология орталығы"),
    says("b", person="Е. Сейтов", region="KZ-47", facility="онкологиялық диспансер"),
    says("c", person="Еркін Сейтов", region="KZ-61", place="Бірлік"),
    says("d", person="Ерлан Сейтов", region="KZ-61", place="Бірлік", district="Мақтаарал"),
]
ARTICLES = [Article(name, "x", identity("x"), date="2025-01-01") for name in "abcd"]


def linked(*rows: Judgement) -> Linking:
    return link(ARTICLES, SAID, rows)


def row(kind: str, *cells: str) -> Judgement:
    full = [*cells, *[""] * (len(COLUMNS[kind]) - len(cells))]
    return Judgement(kind, f"{kind}.tsv:9", dict(zip(COLUMNS[kind], full, strict=True)))


def of(linking: Linking, article: str, slot: str = "person") -> tuple[str, str, tuple[str, ...]]:
    (found,) = (one for one in linking.links if SAID[one.statement].article == article and one.slot == slot)
    return found.entity, found.outcome, found.candidates


def by_id(linking: Linking) -> dict[str, Entity]:
    return {entity.id: entity for entity in linking.entities}


FULL, SHORT = of(linked(), "a")[0], of(linked(), "b")[0]
CENTRE, DISPENSARY = of(linked(), "a", "facility")[0], of(linked(), "b", "facility")[0]


def test_without_judgements_both_things_stand_and_are_proposed_for_each_other() -> None:
    assert FULL != SHORT
    assert of(linked(), "b") == (SHORT, "Unsure", tuple(sorted([FULL, of(linked(), "c")[0]])))
    assert of(linked(), "b", "facility") == (DISPENSARY, "Unsure", (CENTRE,))


def test_a_candidate_comes_with_its_score() -> None:
    (found,) = (one for one in linked().links if one.entity == DISPENSARY)
    (score,) = found.scores
    assert "near-head=-0.10" in score
    assert score.endswith("= 0.45")


def test_same_makes_one_node_with_both_names() -> None:
    found = linked(row("same", CENTRE, DISPENSARY, "renamed in 2019"))
    assert of(found, "a", "facility") == of(found, "b", "facility") == (CENTRE, "Linked", ())
    assert DISPENSARY not in by_id(found)
    assert by_id(found)[CENTRE].properties["altLabel"] == ("онкологиялық диспансер@kk",)
    assert any("judged-same=1.00 renamed in 2019" in one.reasons for one in found.links)
    assert found.problems == ()


def test_same_chooses_a_place_of_the_classifier_over_one_made_for_a_name() -> None:
    unsure, _, candidates = of(linked(), "c", "place")
    found = linked(row("same", unsure, candidates[0], "the map shows it"))
    assert of(found, "c", "place") == (candidates[0], "Linked", ())
    assert "kato" in by_id(found)[candidates[0]].properties


def test_different_takes_a_candidate_away() -> None:
    other = of(linked(), "c")[0]
    found = linked(row("different", SHORT, other, "another year of birth"))
    assert of(found, "b") == (SHORT, "Unsure", (FULL,))
    assert of(linked(row("different", CENTRE, DISPENSARY, "two houses")), "b", "facility")[1:] == ("Linked", ())


def test_split_gives_a_mention_a_thing_of_its_own() -> None:
    found = linked(row("split", FULL, "d", "", "person/erlan-seitov-2", "the son"))
    assert of(found, "d")[:2] == ("person/erlan-seitov-2", "Linked")
    assert of(found, "a")[0] == FULL
    assert by_id(found)["person/erlan-seitov-2"].labels == {"kk": "Ерлан Сейтов"}


def test_split_of_every_mention_leaves_no_empty_thing() -> None:
    rows = [row("split", FULL, name, "", "person/other", "x") for name in "ad"]
    rows.append(row("different", SHORT, "person/other", "x"))
    found = linked(*rows)
    used = {one.entity for one in found.links} | {c for one in found.links for c in one.candidates}
    assert (FULL in by_id(found)) == (FULL in used)


def test_rename_gives_the_name_and_keeps_the_other() -> None:
    found = by_id(linked(row("rename", CENTRE, "kk", "Онкология орталығы", "its charter")))[CENTRE]
    assert found.labels["kk"] == "Онкология орталығы"
    assert found.properties["altLabel"] == ("облыстық онкология орталығы@kk",)


UNMATCHED = [
    row("same", FULL, "person/nobody", "x"),
    row("different", "person/nobody", FULL, "x"),
    row("split", FULL, "c", "", "person/other", "x"),
    row("rename", "person/nobody", "kk", "X", "x"),
]


@pytest.mark.parametrize("judgement", UNMATCHED, ids=lambda one: one.kind)
def test_a_judgement_that_matches_nothing_is_told_and_costs_nothing(judgement: Judgement) -> None:
    found = linked(judgement)
    (problem,) = found.problems
    assert (problem.where, problem.fatal) == (judgement.where, False)
    assert "matches nothing" in problem.what
    assert {e.id for e in found.entities} == {e.id for e in linked().entities}


def test_same_and_different_of_one_pair_are_told() -> None:
    problems = linked(row("same", FULL, SHORT, "x"), row("different", SHORT, FULL, "y")).problems
    assert ["says the contrary" in problem.what for problem in problems] == [True]


JUDGED = [
    row("same", FULL, SHORT, "x"),
    row("same", CENTRE, DISPENSARY, "x"),
    row("different", SHORT, of(linked(), "c")[0], "x"),
    row("rename", CENTRE, "kk", "Орталық", "x"),
    row("split", FULL, "d", "", "person/other", "x"),
]


@given(st.permutations(JUDGED))
def test_the_order_of_the_rows_changes_nothing(rows: list[Judgement]) -> None:
    assert linked(*rows).entities == linked(*JUDGED).entities
    assert {(one.statement, one.slot, one.entity) for one in linked(*rows).links} == {
        (one.statement, one.slot, one.entity) for one in linked(*JUDGED).links
    }


def test_what_is_written_is_read_sorted_and_undone(tmp_path: Path) -> None:
    judgements.add(tmp_path, "same", ["person/b", "person/a", "one man", "A. B."])
    judgements.add(tmp_path, "same", ["facility/z", "facility/y", "one house", ""])
    assert [one.things for one in judgements.read(tmp_path)] == [("facility/y", "facility/z"), ("person/a", "person/b")]
    assert judgements.undo(tmp_path, "person/b", "person/a") == 1
    assert [one.things for one in judgements.read(tmp_path)] == [("facility/y", "facility/z")]
    assert judgements.undo(tmp_path, "person/b", "person/a") == 0


def test_a_pair_judged_anew_is_judged_once(tmp_path: Path) -> None:
    judgements.add(tmp_path, "same", ["person/a", "person/b", "x", ""])
    judgements.add(tmp_path, "different", ["person/b", "person/a", "y", ""])
    assert [(one.kind, one.cells["reason"]) for one in judgements.read(tmp_path)] == [("different", "y")]


MALFORMED = {
    "one\ttwo\n": "same.tsv:1: the columns are",
    "thing\tother\treason\twho\nperson/a\tperson/b\n": "same.tsv:2: 2 cells",
    "thing\tother\treason\twho\nperson/a\tperson/b\t\t\n": "same.tsv:2: no reason",
    "thing\tother\treason\twho\nperson/a\tperson/a\tx\t\n": "same.tsv:2: a thing is set against itself",
    "thing\tother\treason\twho\nperson/a\tfacility/a\tx\t\n": "same.tsv:2: a thing of one class",
}


@pytest.mark.parametrize("text", MALFORMED)
def test_a_malformed_row_is_told_by_file_and_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "same.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(JudgementError, match=MALFORMED[text]):
        judgements.read(tmp_path)


def test_the_projects_own_judgements_are_sorted_and_have_reasons() -> None:
    for kind in COLUMNS:
        lines = resources.path("judgements", f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line for line in lines if not line.startswith("#")][1:]
        assert rows == sorted(rows)
    assert all(one.cells["reason"] for one in judgements.read())


ARTICLE = "Онкология\nМаңғыстау облысында 2024 жылы облыстық онкология орталығы салынды.\n"
OTHER = "Онкология\nМаңғыстау облысында 2025 жылы облыстық онкологиялық диспансер жөнделді.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    for name, text in (("one", ARTICLE), ("two", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, out: str) -> Path:
    sources = [str(folder / f"{name}.txt") for name in ("one", "two")]
    assert cli.main(["build", *sources, "-o", str(folder / out), "-q", "--judgements", str(folder / "j")]) == 0
    return folder / out


def test_review_lists_takes_a_decision_and_the_next_build_applies_it(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "j").mkdir()
    data = str(build(built, "before"))
    assert cli.main(["review", data, "--lang", "en"]) == 1
    shown = capsys.readouterr().out
    pair = sorted({word for word in shown.split() if word.startswith("facility/")})
    assert len(pair) == 2
    assert "near-head=-0.10" in shown
    assert "[two]" in shown

    decide = ["review", data, "--judgements", str(built / "j"), "--same", *pair]
    assert cli.main([*decide, "--lang", "en"]) == 2
    assert "needs its reason" in capsys.readouterr().err
    assert cli.main([*decide, "--reason", "one house"]) == 0
    after = str(build(built, "after"))
    capsys.readouterr()
    assert cli.main(["review", after]) == 0
    capsys.readouterr()
    assert (
        cli.main(["why", f"https://w3id.org/kzhealth/id/{pair[0]}", "--data", after, "--judgements", str(built / "j")])
        == 0
    )
    told = capsys.readouterr().out
    assert "judged-same=1.00 one house" in told
    assert "[one]" in told
    assert "[two]" in told

    assert cli.main(["review", "--judgements", str(built / "j"), "--undo", *pair]) == 0
    again = build(built, "again")
    assert (again / "kg.nq").read_bytes() == (built / "before" / "kg.nq").read_bytes()


def test_why_of_nothing_is_one_line(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "j").mkdir(exist_ok=True)
    data = str(build(built, "before"))
    assert cli.main(["why", "person/nobody", "--data", data, "--lang", "en"]) == 2
    assert capsys.readouterr().err == "kzhealthkg: person/nobody: the graph holds no such thing\n"


def test_why_of_a_project_lists_its_statements(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "j").mkdir(exist_ok=True)
    data = build(built, "before")
    line = next(x for x in (data / "kg.nq").read_text(encoding="utf-8").splitlines() if "partOfProject" in x)
    statement, project = (line.split()[i].strip("<>").removeprefix("https://w3id.org/kzhealth/id/") for i in (0, 2))
    capsys.readouterr()
    assert cli.main(["why", project, "--data", str(data), "--lang", "en"]) == 0
    assert f"{statement}: part of project" in capsys.readouterr().out
