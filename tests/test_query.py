from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_graph
from kzhealthkg import resources, store, vocab
from kzhealthkg.messages import LANGUAGES
from kzhealthkg.model import Rows, Term
from kzhealthkg.query import QueryError, Question, bind, names, question, read, run

GOLDEN = Path(__file__).parent / "golden"
OXIGRAPH = Path(sys.executable).with_name("oxigraph")

GIVEN = {
    "articles": {"region": "KZ-15", "lang": "ru"},
    "compare-regions": {"first": "KZ-39", "second": "KZ-15"},
    "evidence-of-statement": {"lang": "en"},
    "facilities-latest-readiness": {"region": "KZ-39", "lang": "ru"},
    "funding-by-region-and-source": {"source": "republican-budget", "status": "planned", "lang": "en"},
    "indicators-and-capacity": {"region": "KZ-15", "lang": "en"},
    "memoranda-parties-signatories": {"type": "memorandum", "region": "KZ-47", "lang": "ru"},
    "officials-and-posts": {"role": "akim", "lang": "en"},
    "procurement": {"region": "KZ-39"},
    "promises-by-due-date": {"today": "2026-08-01", "region": "KZ-15", "lang": "ru"},
    "project-history": {"workType": "construction", "lang": "en"},
    "promises-over-time": {"lang": "en"},
    "region-profile": {"region": "KZ-39", "lang": "en"},
    "specialised-centres-by-region": {"type": "haematology-centre", "region": "KZ-15"},
    "staffing-training-grants-by-region": {"kind": "Grant", "lang": "en"},
    "statements-by-rule": {"kind": "Visit"},
    "villages-that-got-a-facility": {"region": "KZ-15", "lang": "en"},
    "visits-and-instructions": {"region": "KZ-39"},
    "who-is-connected-to-whom": {"name": "айгүл"},
    "works-by-region-status-programme": {
        "region": "KZ-15", "status": "completed", "programme": "rural-health-modernisation", "lang": "en",
    },
}  # fmt: skip
"""Values for the parameters of every question."""


@pytest.fixture(scope="module")
def oxigraph() -> store.Store:
    return store.from_nquads(small_graph.nquads())


@pytest.fixture(scope="module")
def rdflib() -> store.Store:
    return store.from_nquads(small_graph.nquads(), "rdflib")


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Store]:
    """Serve the graph with ``oxigraph serve`` on loopback."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "kg.nq").write_text(small_graph.nquads(), encoding="utf-8")
    (folder / "kg.ttl").write_bytes(store.memory(small_graph.nquads()).export("turtle"))
    for name in ("kg.nq", "kg.ttl"):
        command = [str(OXIGRAPH), "load", "--location", str(folder / "db"), "--file", str(folder / name)]
        subprocess.run(command, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(OXIGRAPH), "serve-read-only", "--location", str(folder / "db"), "--bind", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as served:
        try:
            _wait(address)
            yield store.open_endpoint(f"http://{address}/query", timeout=20)
        finally:
            served.terminate()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://{address}/", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("oxigraph serve did not start")


def tsv(rows: Rows) -> str:
    """Return rows as the golden files hold them."""
    table = [list(rows.variables), *([_cell(term) for term in row] for row in rows.rows)]
    return "".join("\t".join(row) + "\n" for row in table)


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    if term.kind == "uri":
        return f"<{term.value}>"
    return " ".join(term.value.split()) + (f"@{term.language}" if term.language else "")


@pytest.mark.parametrize("name", names())
class TestEveryQuestion:
    def test_its_rows_are_the_golden_ones(self, name: str, oxigraph: store.Store) -> None:
        golden = GOLDEN / f"{name}.tsv"
        assert tsv(run(oxigraph, name)) == golden.read_text(encoding="utf-8")
        assert len(golden.read_text(encoding="utf-8").splitlines()) > 1

    def test_its_rows_with_all_parameters_are_the_golden_ones(self, name: str, oxigraph: store.Store) -> None:
        golden = GOLDEN / f"{name}.given.tsv"
        assert tsv(run(oxigraph, name, GIVEN[name])) == golden.read_text(encoding="utf-8")
        assert len(golden.read_text(encoding="utf-8").splitlines()) > 1

    @pytest.mark.parametrize("given_", [False, True])
    def test_rdflib_gives_the_same_rows(
        self, name: str, given_: bool, oxigraph: store.Store, rdflib: store.Store
    ) -> None:
        values = GIVEN[name] if given_ else {}
        assert run(rdflib, name, values) == run(oxigraph, name, values)

    @pytest.mark.parametrize("given_", [False, True])
    def test_a_server_gives_the_same_rows(
        self, name: str, given_: bool, oxigraph: store.Store, endpoint: store.Store
    ) -> None:
        values = GIVEN[name] if given_ else {}
        assert run(endpoint, name, values) == run(oxigraph, name, values)

    def test_it_asks_in_three_languages_and_describes_its_parameters(self, name: str) -> None:
        asked = question(name)
        assert set(asked.titles) == set(LANGUAGES)
        assert all(title.endswith("?") for title in asked.titles.values())
        assert all(parameter.description.endswith(".") for parameter in asked.parameters)
        assert set(GIVEN[name]) <= {parameter.name for parameter in asked.parameters}

    def test_the_order_of_its_rows_is_total(self, name: str, oxigraph: store.Store) -> None:
        """Every row differs from the others in what it is ordered by."""
        order = question(name).sparql.rpartition("ORDER BY")[2]
        keys: list[str] = re.findall(r"\?(\w+)", order)
        rows = run(oxigraph, name)
        if set(keys) <= set(rows.variables):
            shown = [tuple(row[rows.variables.index(key)] for key in keys) for row in rows.rows]
            assert len(set(shown)) == len(shown)
        else:
            assert keys[-1] in {"said", "statement", "article"}

    def test_it_uses_only_terms_that_are_declared(self, name: str) -> None:
        text = "".join(file.read_text(encoding="utf-8") for file in resources.path("ontology").glob("**/*.ttl"))
        asked = question(name).sparql
        terms = {f"kzh:{term}" for term in re.findall(r"\bkzh:(\w+)", asked)}
        terms |= {iri for iri in re.findall(r"<[^>]+>", asked) if iri.startswith(f"<{vocab.VOCAB}") and iri[-2] != "/"}
        assert {term for term in terms if not re.search(rf"^{re.escape(term)} a ", text, re.MULTILINE)} == set()


def test_fifteen_questions_and_more_are_stored() -> None:
    assert len(names()) >= 15
    assert set(GIVEN) == set(names())


class TestMeaning:
    """What the golden rows cannot say: that the answers are the right ones."""

    def test_a_later_figure_replaces_an_earlier_one(self, oxigraph: store.Store) -> None:
        rows = dicts(run(oxigraph, "facilities-latest-readiness"))
        assert {row["facilityName"]: row["percent"] for row in rows} == {
            "Мысал көпбейінді ауруханасы": "96", "больница «Пример»": "80", "": "40.5",
        }  # fmt: skip

    def test_a_promise_is_overdue_kept_or_open(self, oxigraph: store.Store) -> None:
        states = [(row["due"], row["state"]) for row in dicts(run(oxigraph, "promises-by-due-date"))]
        assert ("2025-12-31", "overdue") in states
        assert ("2026-03", "kept") in states
        assert ("2027", "open") in states
        later = run(oxigraph, "promises-by-due-date", {"today": "2028-01-01"})
        assert {row["state"] for row in dicts(later)} == {"overdue", "kept"}

    def test_a_later_date_has_slipped(self, oxigraph: store.Store) -> None:
        rows = dicts(run(oxigraph, "promises-over-time"))
        assert [(row["due"], row["slipped"]) for row in rows if row["facilityName"] == "больница «Пример»"] == [
            ("2025-12-31", "false"),
            ("2026-06", "true"),
        ]

    def test_names_fall_back_to_the_language_there_is(self, oxigraph: store.Store) -> None:
        (row,) = dicts(run(oxigraph, "facilities-latest-readiness", {"region": "KZ-39", "lang": "en"}))
        assert (row["regionName"], row["type"]) == ("Kostanay Region", "hospital")
        assert row["facilityName"] == "больница «Пример»"

    def test_sums_are_of_one_currency(self, oxigraph: store.Store) -> None:
        rows = dicts(run(oxigraph, "funding-by-region-and-source", {"region": "KZ-47"}))
        assert {(row["currency"], row["total"]) for row in rows} == {("KZT", "4815300000"), ("USD", "2000000")}

    def test_the_words_of_one_statement_are_found(self, oxigraph: store.Store) -> None:
        (first, *_) = dicts(run(oxigraph, "procurement"))
        iri = first["statement"]
        for value in (iri, iri.rpartition("/")[2]):
            (row,) = dicts(run(oxigraph, "evidence-of-statement", {"statement": value}))
            assert row["quote"] == first["quote"] == "Аудандарға 7 жедел жәрдем көлігі сатып алынды."


def dicts(rows: Rows) -> list[dict[str, str]]:
    return [
        {name: term.value if term else "" for name, term in zip(rows.variables, row, strict=True)} for row in rows.rows
    ]


class TestValues:
    def test_an_unknown_question_lists_those_there_are(self) -> None:
        with pytest.raises(QueryError, match="no question 'weather': there are articles, compare-regions, "):
            question("weather")

    @pytest.mark.parametrize("name", ["../queries/articles", "checks/percent", "", "articles.rq"])
    def test_a_name_is_no_path(self, name: str) -> None:
        with pytest.raises(QueryError, match="no question"):
            question(name)

    def test_an_unknown_parameter_lists_those_there_are(self) -> None:
        with pytest.raises(QueryError, match=r"articles has no parameter 'colour': there are region, lang$"):
            bind(question("articles"), {"colour": "red"})

    @pytest.mark.parametrize(
        ("name", "parameter", "value", "what"),
        [
            ("articles", "region", "KZ-99", "one of KZ-10, "),
            ("articles", "region", "Ақтөбе", "one of KZ-10, "),
            ("articles", "lang", "de", "one of kk, ru, en"),
            ("funding-by-region-and-source", "status", "done", "one of planned, "),
            ("promises-by-due-date", "today", "tomorrow", "a day such as"),
            ("statements-by-rule", "kind", "Weather", "one of Works, "),
            ("evidence-of-statement", "statement", "x> } DROP ALL #", "an IRI"),
            ("region-profile", "region", 'https://e.org/"', "one of KZ-10"),
        ],
    )
    def test_a_value_that_does_not_fit_is_told_in_one_line(
        self, name: str, parameter: str, value: str, what: str
    ) -> None:
        with pytest.raises(QueryError, match=what) as caught:
            bind(question(name), {parameter: value})
        assert str(caught.value).startswith(f"{name}: {parameter} cannot be ")
        assert "\n" not in str(caught.value)

    @given(st.text(max_size=30))
    def test_no_text_breaks_out_of_its_term(self, value: str) -> None:
        asked = question("who-is-connected-to-whom")
        lines = zip(bind(asked, {"name": value}).split("\n"), asked.sparql.split("\n"), strict=True)
        assert [plain.strip() for bound, plain in lines if bound != plain] == ["VALUES ?name { UNDEF }"]
        ox.Store().query(bind(asked, {"name": value}))

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
    def test_a_text_arrives_as_it_was_given(self, value: str) -> None:
        file = "#+ param: name string A name.\nSELECT ?name {\n  VALUES ?name { UNDEF }\n}\n"
        (row,) = ox.Store().query(bind(_question(file), {"name": value}))  # type: ignore[misc]
        assert row["name"].value == value

    @pytest.mark.parametrize(("type_", "value", "term"), [("integer", "+07", "7"), ("iri", "urn:a:b", "<urn:a:b>")])
    def test_other_types(self, type_: str, value: str, term: str) -> None:
        asked = _question(f"#+ param: x {type_} A value.\nSELECT ?x {{\n  VALUES ?x {{ UNDEF }}\n}}\n")
        assert f"VALUES ?x {{ {term} }}" in bind(asked, {"x": value})
        with pytest.raises(QueryError, match="cannot be '1 2'"):
            bind(asked, {"x": "1 2"})

    def test_a_question_of_ones_own_may_have_no_head(self, tmp_path: Path, oxigraph: store.Store) -> None:
        file = tmp_path / "own.rq"
        file.write_text("SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/kzhealth/ontology#Visit> }", encoding="utf-8")
        assert dicts(run(oxigraph, read(file))) == [{"n": "3"}]

    @pytest.mark.parametrize("head", ["#+ param: x", "#+ param: x string No line of values."])
    def test_a_parameter_without_type_or_place_is_told(self, head: str) -> None:
        with pytest.raises(QueryError, match="parameter 'x' needs a type, and a line VALUES"):
            _question(head + "\nSELECT ?x { ?x ?y ?z }\n")

    def test_an_unknown_type_is_told(self) -> None:
        asked = _question("#+ param: x colour A colour.\nSELECT ?x {\n  VALUES ?x { UNDEF }\n}\n")
        with pytest.raises(QueryError, match="unknown type 'colour'"):
            bind(asked, {"x": "red"})

    def test_a_file_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "latin.rq").write_bytes(b"SELECT \xff")
        for name in ("gone.rq", "latin.rq"):
            with pytest.raises(QueryError, match=f"{name}: cannot be read"):
                read(tmp_path / name)


def _question(text: str) -> Question:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "own.rq"
        file.write_bytes(text.encode())
        return read(file)
