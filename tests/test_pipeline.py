from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import kzhealthkg
import small_graph
from kzhealthkg import pipeline, store
from kzhealthkg.model import Article, Document, Linking, Problem, Statement
from kzhealthkg.query import names

FILES = {"kg.nq", "kg.trig", "kg.ttl", "statements.jsonl", "links.tsv", "review.tsv", "report.txt"}


def link(_: Sequence[Article], said: Sequence[Statement]) -> Linking:
    return Linking(*small_graph.link(tuple(said)))


def extract(document: Document) -> tuple[Statement, ...]:
    return tuple(s for s in small_graph.small()[1] if s.article == document.article.id)


def stages(*more: Article | Problem, shuffle: int = 0) -> pipeline.Stages:
    found: list[Article | Problem] = [*small_graph.small()[0], *more]
    random.Random(shuffle).shuffle(found)
    return pipeline.Stages(lambda _: found, lambda article: Document(article, ()), extract, link)


class TestBuild:
    def test_it_counts_what_it_made_and_names_its_files(self, tmp_path: Path) -> None:
        built = pipeline.build([], tmp_path / "new" / "out", by=stages())
        assert (built.articles, sum(built.kinds.values()), built.kinds["Works"]) == (4, 43, 13)
        assert {path.name for path in (tmp_path / "new" / "out").iterdir()} == set(built.paths) == FILES
        assert built.problems == ()

    def test_entities_and_triples_are_those_of_the_graph(self, tmp_path: Path) -> None:
        built = pipeline.build([], tmp_path, by=stages())
        graph = store.memory((tmp_path / "kg.nq").read_text(encoding="utf-8"))
        assert built.triples == len(graph)
        regions = publishers = 3
        assert built.entities == len({entity.id for entity in small_graph.small()[2]}) + regions + publishers

    def test_all_three_graph_files_say_the_same(self, tmp_path: Path) -> None:
        pipeline.build([], tmp_path, by=stages())
        merged = {suffix: store.open_store(tmp_path / f"kg.{suffix}") for suffix in ("nq", "trig", "ttl")}
        texts = {suffix: graph.export("ntriples") for suffix, graph in merged.items() if hasattr(graph, "export")}
        assert len(texts) == 3
        assert len(set(texts.values())) == 1

    def test_the_records_are_those_of_extract(self, tmp_path: Path) -> None:
        pipeline.build([], tmp_path, by=stages())
        said, _ = pipeline.extract_paths([], by=stages(shuffle=5))
        lines = (tmp_path / "statements.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["quote"] for line in lines] == [statement.quote for statement in said]

    def test_the_order_of_the_articles_changes_no_byte(self, tmp_path: Path) -> None:
        for number in (1, 2):
            pipeline.build([], tmp_path / str(number), by=stages(shuffle=number))
        assert contents(tmp_path / "1") == contents(tmp_path / "2")

    def test_progress_is_told_for_every_article(self, tmp_path: Path) -> None:
        told: list[tuple[int, int, str]] = []
        pipeline.build([], tmp_path, progress=lambda *step: told.append(step), by=stages())
        assert told == [(1, 4, "caspian 3"), (2, 4, "north-4"), (3, 4, "steppe-1"), (4, 4, "steppe-2")]

    def test_nothing_to_read_makes_an_empty_graph(self, tmp_path: Path) -> None:
        by = replace(stages(), read=lambda _: [Problem("gone.txt", "no such file")])
        built = pipeline.build([Path("gone.txt")], tmp_path, by=by)
        assert (built.articles, built.kinds, [str(p) for p in built.problems]) == (0, {}, ["gone.txt: no such file"])
        assert store.open_store(tmp_path / "kg.trig").select("ASK { ?s a ?kind }").rows

    def test_the_main_region_comes_from_the_annotated_article(self, tmp_path: Path) -> None:
        by = replace(stages(), annotate=lambda article: Document(article, (), "KZ-63"))
        pipeline.build([], tmp_path, by=by)
        rows = kzhealthkg.query(tmp_path, "articles", region="KZ-63").rows
        assert len(rows) == 4


class TestTrouble:
    def test_an_article_that_fails_is_told_and_the_others_are_done(self, tmp_path: Path) -> None:
        def annotate(article: Article) -> Document:
            if article.id == "north-4":
                raise KeyError("a\nb")
            return Document(article, ())

        built = pipeline.build([], tmp_path, by=replace(stages(), annotate=annotate))
        assert [str(problem) for problem in built.problems] == ["north-4: could not be understood: KeyError: 'a\\nb'"]
        assert built.articles == 3
        assert "north-4" not in (tmp_path / "kg.nq").read_text(encoding="utf-8")

    def test_a_statement_that_does_not_fit_is_told(self, tmp_path: Path) -> None:
        def bad(document: Document) -> Iterator[Statement]:
            for said in extract(document):
                yield replace(said, slots={**said.slots, "amount": "көп"}) if said.kind == "Grant" else said

        built = pipeline.build([], tmp_path, by=replace(stages(), extract=lambda document: tuple(bad(document))))
        assert [str(problem) for problem in built.problems] == [
            f"{article}: amount of Grant cannot be 'көп' (rule grant.test)" for article in ("north-4", "steppe-1")
        ]

    @pytest.mark.parametrize(("text", "fatal"), [("", False), ("Басқа мәтін.", True)])
    def test_two_articles_of_one_id_are_told_and_one_is_taken(self, tmp_path: Path, text: str, fatal: bool) -> None:
        first = small_graph.small()[0][0]
        twin = replace(first, text=first.text + text)
        for number in (1, 2):
            built = pipeline.build([], tmp_path / str(number), by=stages(twin, shuffle=number))
            assert [(problem.where, problem.fatal) for problem in built.problems] == [(first.id, fatal)]
        assert contents(tmp_path / "1") == contents(tmp_path / "2")

    def test_problems_stand_in_the_report(self, tmp_path: Path) -> None:
        pipeline.build([], tmp_path, by=stages(Problem("x.txt", "empty"), Problem("a.txt", "no date", fatal=False)))
        report = (tmp_path / "report.txt").read_text(encoding="utf-8")
        assert report.endswith("problems\t2\n  a.txt: no date\n  x.txt: empty\n")


class TestOurStages:
    """The real stages, on articles made here."""

    TEXTS = (
        "Ақтөбе облысында 2024 жылы 3 аурухана салынды. Бұл мақсатқа 1,9 млрд теңге бөлінді.",
        "Маңғыстау облысында биыл емхана ашылды. Ақтауда онкология орталығы салынып жатыр.",
        "Қарағанды облысында 12 жедел жәрдем көлігі сатып алынды, ауруханалар жөнделді.",
    )

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "in").mkdir()
        for number, text in enumerate(self.TEXTS):
            (tmp_path / "in" / f"text {number}.txt").write_text(
                f"{number + 1}.03.2025 09:00\n{text}\n", encoding="utf-8"
            )
        return tmp_path

    def test_two_builds_are_the_same_bytes(self, folder: Path) -> None:
        files = sorted((folder / "in").iterdir())
        for seed, order in (("1", files), ("77", files[::-1])):
            code = "import sys, kzhealthkg; kzhealthkg.build(sys.argv[2:], sys.argv[1])"
            command = [sys.executable, "-W", "error", "-c", code, str(folder / seed), *map(str, order)]
            subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed})
        assert contents(folder / "1") == contents(folder / "77")
        assert b"kzh:Works" in contents(folder / "1")["kg.ttl"]

    def test_every_stored_question_runs_on_what_was_built(self, folder: Path) -> None:
        kzhealthkg.build([folder / "in"], folder / "out")
        graph = kzhealthkg.load(folder / "out")
        assert [name for name in names() if not kzhealthkg.query(graph, name).variables] == []

    def test_what_was_built_is_valid(self, folder: Path) -> None:
        kzhealthkg.build([folder / "in"], folder / "out")
        report = kzhealthkg.validate(folder / "out")
        assert [str(finding) for finding in report.findings if finding.severity == "violation"] == []
        in_rdflib = kzhealthkg.load(folder / "out", engine="rdflib")
        assert kzhealthkg.validate(in_rdflib).triples == report.triples  # type: ignore[arg-type]


class TestPackage:
    def test_importing_it_imports_nothing_heavy(self) -> None:
        code = "import sys, kzhealthkg; print(*sorted(sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        heavy = {"rdflib", "pyoxigraph", "networkx", "matplotlib", "pyshacl", "pymorphy3", "SPARQLWrapper", "razdel"}
        assert heavy & set(done.stdout.split()) == set()

    def test_a_room_does_not_hide_the_verb_of_its_name(self) -> None:
        import kzhealthkg.query
        import kzhealthkg.validate

        assert callable(kzhealthkg.query)
        assert callable(kzhealthkg.validate)


def contents(folder: Path) -> dict[str, bytes]:
    found: Iterable[Path] = folder.iterdir()
    return {path.name: path.read_bytes() for path in found}
