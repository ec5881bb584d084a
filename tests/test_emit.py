from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_graph
from kzhealthkg import emit, vocab
from kzhealthkg.emit import articles, statements, terms
from kzhealthkg.model import Entity, Link, Problem, Statement

KZH = vocab.ONTOLOGY
QUAD = re.compile(r'<[^<>" ]+> <[^<>" ]+> (<[^<>" ]+>|"([^"\\]|\\.)*"(@[a-z]+|\^\^<[^<>" ]+>)?)( <[^<>" ]+>)? \.\n')


def quads(text: str) -> list[Any]:
    return list(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def lines_about(statement: Statement) -> list[str]:
    return list(statements.triples(statement, lambda slot, name: f"place/{name}"))


def said(kind: str, **slots: object) -> Statement:
    return Statement("a", kind, "сөз", 0, 3, slots, "test")


class TestTerms:
    @given(st.text(max_size=40))
    def test_any_name_makes_a_valid_iri(self, name: str) -> None:
        assert ox.NamedNode(terms.node("article", name)[1:-1]).value.startswith(vocab.THINGS)

    @given(st.text(max_size=12), st.text(max_size=12))
    def test_different_names_make_different_iris(self, one: str, other: str) -> None:
        assert (terms.node("x", one) == terms.node("x", other)) == (one == other)

    @given(st.lists(st.text(max_size=5), max_size=3), st.lists(st.text(max_size=5), max_size=3))
    def test_different_parts_make_different_digests(self, one: list[str], other: list[str]) -> None:
        assert (terms.digest(*one) == terms.digest(*other)) == (one == other)

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
    def test_a_literal_reads_back_as_the_same_text(self, text: str) -> None:
        (quad,) = quads(f"<a:s> <a:p> {terms.string(text)} .\n")
        assert quad.object.value == text

    def test_a_lone_surrogate_does_not_break_the_file(self) -> None:
        assert terms.string("a\ud800b").encode() == '"a\ufffdb"'.encode()

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (1900000000, "1900000000"),
            (62.5, "62.5"),
            (Decimal("1.50E+3"), "1500"),
            (Decimal("0.10"), "0.1"),
            (-0.0, "0"),
        ],
    )
    def test_decimals_are_canonical(self, value: float | Decimal, text: str) -> None:
        assert vocab.decimal_text(value) == text

    @given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
    def test_an_engine_keeps_a_decimal_as_it_is_written(self, value: Decimal) -> None:
        store = ox.Store()
        store.extend(
            quads(f'<a:s> <a:p> "{vocab.decimal_text(value)}"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n')
        )
        (quad,) = quads(str(next(iter(store))) + " .\n")
        assert quad.object.value == vocab.decimal_text(value)

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), "NaN"])
    def test_what_is_no_number_is_refused(self, value: float | str) -> None:
        with pytest.raises(ValueError, match="no finite number"):
            terms.decimal(value)


class TestStatements:
    def test_money_is_a_canonical_decimal_and_a_count_an_integer(self) -> None:
        lines = "\n".join(lines_about(said("Works", amount=Decimal("12.50"), count=3)))
        assert f'<{KZH}amount> "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal>' in lines
        assert f'<{KZH}count> "3"^^<http://www.w3.org/2001/XMLSchema#integer>' in lines

    def test_closed_values_are_concepts_and_codes_are_texts(self) -> None:
        lines = "\n".join(lines_about(said("Staffing", measure="shortage", status="needed")))
        assert f'<{KZH}measure> "shortage"' in lines
        assert f"<{KZH}status> <{vocab.VOCAB}status/needed>" in lines

    def test_a_list_repeats_its_property(self) -> None:
        lines = [line for line in lines_about(said("Agreement", topics=("б", "а"))) if f"<{KZH}topics>" in line]
        assert len(lines) == 2

    @pytest.mark.parametrize(
        ("due", "first", "last"),
        [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-10/2026-12", "2026-10-01", "2026-12-31"),
            ("2024/..", "2024-01-01", None),
            ("../2025-06-30", None, "2025-06-30"),
            ("келер жыл", None, None),
        ],
    )
    def test_a_date_has_its_bounds_beside_it(self, due: str, first: str | None, last: str | None) -> None:
        found = re.findall(r'#due(\w*)> "([^"]*)"', "\n".join(lines_about(said("Works", due=due))))
        assert dict(found) == {"": due} | ({"From": first} if first else {}) | ({"To": last} if last else {})

    @pytest.mark.parametrize("slots", [{"count": "көп"}, {"count": 2.5}, {"amount": "NaN"}, {"colour": "red"}])
    def test_a_slot_that_does_not_fit_is_refused_by_name(self, slots: dict[str, object]) -> None:
        with pytest.raises(ValueError, match=next(iter(slots))):
            lines_about(said("Works", **slots))

    def test_the_id_comes_from_content_and_not_from_the_rule_or_the_order_of_slots(self) -> None:
        one = said("Works", count=3, place="Мысал")
        other = replace(one, rule="another", slots={"place": "Мысал", "count": Decimal("3.0")})
        assert emit.statement_iri(one) == emit.statement_iri(other)

    @pytest.mark.parametrize(
        "change", [{"article": "b"}, {"kind": "Service"}, {"start": 1, "end": 4}, {"slots": {"count": 4}}]
    )
    def test_the_id_changes_with_article_kind_span_and_slots(self, change: dict[str, object]) -> None:
        one = said("Works", count=3)
        assert emit.statement_iri(one) != emit.statement_iri(replace(one, **change))  # type: ignore[arg-type]


class TestPlaces:
    @given(st.text(alphabet="aб\n\r\u2028𝒌", max_size=30), st.integers(0, 30))
    def test_line_and_column_lead_back_to_the_offset(self, text: str, offset: int) -> None:
        offset = min(offset, len(text))
        line, column = articles.line_and_column(articles.breaks(text), offset)
        above = text.split("\n")[: line - 1]
        assert sum(len(each) + 1 for each in above) + column - 1 == offset
        assert line == text[:offset].count("\n") + 1

    def test_evidence_says_where_its_quote_begins(self) -> None:
        texts = {article.id: article.text for article in small_graph.small()[0]}
        asked = f"""PREFIX kzh: <{KZH}> SELECT ?id ?exact ?line ?column {{
            ?evidence kzh:exact ?exact ; kzh:line ?line ; kzh:column ?column ;
              <http://www.w3.org/ns/oa#hasSource>/kzh:articleId ?id }}"""
        store = ox.Store()
        store.bulk_extend(ox.Quad(*quad.triple) for quad in quads(small_graph.nquads()))
        rows: Any = store.query(asked)
        found = [[term.value for term in row] for row in rows]
        assert len(found) > 10
        for article, exact, line, column in found:
            assert texts[article].split("\n")[int(line) - 1][int(column) - 1 :].startswith(exact)


class TestGraph:
    def test_every_line_is_a_quad_and_none_has_a_blank_node(self) -> None:
        lines = small_graph.nquads().splitlines(keepends=True)
        assert [line for line in lines if not QUAD.fullmatch(line)] == []

    def test_lines_are_sorted_within_their_graph_and_each_stands_once(self) -> None:
        lines = small_graph.nquads().splitlines()
        graphs = [quad.graph_name for quad in quads(small_graph.nquads())]
        groups = [list(group) for _, group in groupby(zip(graphs, lines, strict=True), key=itemgetter(0))]
        assert len(set(lines)) == len(lines)
        assert [str(group[0][0]).rpartition("/")[2] for group in groups] == [
            "caspian%203>", "north-4>", "steppe-1>", "steppe-2>", "DEFAULT",
        ]  # fmt: skip
        assert all(group == sorted(group, key=itemgetter(1)) for group in groups)

    def test_all_sixteen_kinds_are_there_with_evidence_that_the_text_holds(self) -> None:
        articles, all_said, *_ = small_graph.small()
        assert {statement.kind for statement in all_said} == set(vocab.KINDS)
        texts = {article.id: article.text for article in articles}
        assert all(texts[s.article][s.start : s.end] == s.quote for s in all_said)

    def test_what_a_slot_names_is_described_in_the_same_graph(self) -> None:
        found = quads(small_graph.nquads())
        thing = ox.NamedNode(vocab.THINGS + "place/153235100")
        district = next(q.object for q in found if q.subject == thing and q.predicate.value == KZH + "within")
        assert {q.object.value for q in found if q.subject == district and q.predicate.value == KZH + "within"} == {
            vocab.THINGS + "region/KZ-15"
        }
        labels = {
            (q.object.language, q.object.value)
            for q in found
            if q.subject.value == vocab.THINGS + "region/KZ-15" and q.predicate.value.endswith("#label")
        }
        assert labels == {("kk", "Ақтөбе облысы"), ("ru", "Актюбинская область"), ("en", "Aktobe Region")}

    def test_a_doubtful_link_is_judged_and_not_guessed(self) -> None:
        judgements = [q for q in quads(small_graph.nquads()) if q.object == ox.NamedNode(KZH + "Judgement")]
        assert len(judgements) == 1

    def test_a_used_concept_brings_its_names_and_what_is_broader(self) -> None:
        text = small_graph.nquads()
        concept = f"<{vocab.VOCAB}facility-type/fap> <http://www.w3.org/2004/02/skos/core#"
        assert f'{concept}prefLabel> "фельдшерлік-акушерлік пункт"@kk .\n' in text
        assert f"{concept}broader> <{vocab.VOCAB}facility-type/" in text
        assert f"<{vocab.VOCAB}facility-type/sanatorium>" not in text

    def test_the_newest_article_dates_the_dataset(self) -> None:
        modified = [q for q in quads(small_graph.nquads()) if q.predicate.value.endswith("dc/terms/modified")]
        assert [q.object.value for q in modified] == ["2026-02-03"]

    def test_a_statement_that_does_not_fit_is_told_and_the_others_are_written(self) -> None:
        articles, all_said, entities, links = small_graph.small()
        faults: list[Problem] = []
        bad = replace(all_said[0], slots={"count": "көп"})
        text = "".join(emit.nquads(articles, (bad, *all_said[1:]), entities, links, faults))
        assert [str(fault) for fault in faults] == ["steppe-1: count of Works cannot be 'көп' (rule works.test)"]
        assert emit.statement_iri(bad) not in text
        assert emit.statement_iri(all_said[1]) in text

    def test_names_without_a_link_are_listed(self) -> None:
        _, all_said, _, links = small_graph.small()
        assert emit.unlinked(all_said, links) == []
        fewer = [link for link in links if link.name != "Хромтау"]
        assert [str(problem) for problem in emit.unlinked(all_said, fewer)] == [
            "steppe-2: district 'Хромтау' of a Works is linked to nothing"
        ]


class TestRecords:
    def test_review_has_the_doubtful_first_and_every_row_all_columns(self) -> None:
        _, all_said, _, links = small_graph.small()
        rows = [line.split("\t") for line in emit.review_lines(all_said, links)]
        assert {len(row) for row in rows} == {9}
        assert [row[0] for row in rows[:3]] == ["outcome", "Unsure", "New"]
        assert rows[1][5] == "place/156030000 place/156000000"

    def test_review_has_a_name_once_an_article(self) -> None:
        _, all_said, _, links = small_graph.small()
        rows = [line.split("\t")[1:4] for line in emit.review_lines(all_said, links)]
        assert rows.count(["caspian 3", "facility", "Маңғыстау облыстық онкология орталығы"]) == 1

    def test_a_record_writes_whole_numbers_whole(self) -> None:
        line = emit.record_line(said("Works", amount=Decimal("12.50"), count=Decimal("3")))
        assert '"amount": 12.5, "count": 3,' in line


SCRIPT = """
import random, sys
sys.path.insert(0, sys.argv[1])
import small_graph
from kzhealthkg import emit
from kzhealthkg.model import Link
articles, said, entities, links = small_graph.small()
number = list(range(len(said)))
random.Random(int(sys.argv[2])).shuffle(number)
place = {old: new for new, old in enumerate(number)}
links = [Link(place[l.statement], l.slot, l.name, l.outcome, l.entity, l.candidates, l.reasons) for l in links]
text = "".join(emit.nquads(articles[::-1], [said[n] for n in number], entities[::-1], links[::-1]))
sys.stdout.buffer.write(text.encode())
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_bytes_depend_on_neither_the_order_nor_the_hash_seed(seed: str) -> None:
    command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), seed]
    done = subprocess.run(command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
    assert done.stdout == small_graph.nquads().encode()


def test_an_entity_outside_may_be_matched_but_a_bad_address_is_refused() -> None:
    assert terms.external("http://www.wikidata.org/entity/Q1") == "<http://www.wikidata.org/entity/Q1>"
    with pytest.raises(ValueError, match="no IRI"):
        terms.external("Q1> <x")


def test_a_facility_without_a_name_is_linked_by_an_empty_one() -> None:
    articles, all_said, entities, links = small_graph.small()
    number = next(n for n, s in enumerate(all_said) if s.kind == "Works" and "facility" not in s.slots)
    point = Entity("facility/point", "Facility", {"kk": "фельдшерлік пункт"})
    link = Link(number, "facility", "", "New", point.id)
    text = "".join(emit.nquads(articles, all_said, (*entities, point), (*links, link)))
    assert f"<{emit.statement_iri(all_said[number])}> <{KZH}facility> <{vocab.THINGS}facility/point> " in text
    assert f"<{vocab.THINGS}facility/point> <{KZH}facilityType>" not in text


def test_the_publisher_is_told_by_its_name_alone() -> None:
    articles, all_said, entities, links = small_graph.small()
    press = Entity("organization/press", "Organization", {"kk": "Дала хабары"})
    text = "".join(emit.nquads(articles, all_said, (*entities, press), links))
    found = re.findall(f"<{KZH}publisher> (<[^>]+>)", text)
    assert (len(found), len(set(found))) == (4, 3)
    assert text == small_graph.nquads()
