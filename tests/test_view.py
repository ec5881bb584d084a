"""Rows as tables and result files, the graph as a network and as a picture."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from kzhealthkg import messages, store, vocab
from kzhealthkg.model import Rows, Term
from kzhealthkg.view import layout, network, picture, results, tables
from kzhealthkg.view.columns import Columns
from small_graph import nquads

XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = Rows(
    ("name", "amount"),
    (
        (Term("literal", "Шымкент <қаласы> & «Ауруы жоқ»", "", "kk"), Term("literal", "1900000000.5", XSD + "decimal")),
        (Term("uri", vocab.THINGS + "region/KZ-15"), None),
    ),
)
FORMATS = ("{http://www.w3.org/2005/sparql-results#}", "{http://www.w3.org/XML/1998/namespace}lang")


def test_a_table_is_aligned_by_display_width() -> None:
    lines = tables.table(ROWS).splitlines()
    assert len({tables.width(line) for line in lines[1:3]}) == 1
    assert lines[2].endswith("1\u00a0900\u00a0000\u00a0000.5")
    assert lines[3].strip() == "region/KZ-15"
    assert lines[-1] == "(rows: 2)"


@pytest.mark.parametrize(("text", "columns"), [("Қазақ", 5), ("и\u0306", 1), ("漢字", 4), ("а\u200bб", 2), ("", 0)])
def test_width_counts_terminal_columns(text: str, columns: int) -> None:
    assert tables.width(text) == columns


def test_a_long_cell_is_wrapped_and_nothing_of_it_is_lost() -> None:
    text = " ".join(f"сөз{number}" for number in range(60)) + " " + "ұ" * 130
    shown = tables.table(Rows(("who", "what"), ((Term("literal", "Асан"), Term("literal", text)),)), limit=60)
    assert max(tables.width(line) for line in shown.splitlines()) <= 60
    cells = "".join(line.removeprefix("Асан").strip() for line in shown.splitlines()[2:-1])
    assert cells.replace(" ", "") == text.replace(" ", "")


def test_no_rows_make_a_table_with_a_head() -> None:
    assert tables.table(Rows(("a",), ())).splitlines() == ["a", "─", "(rows: 0)"]


def test_a_column_without_values_is_only_named() -> None:
    shown = tables.table(Rows(("a", "b"), ((Term("literal", "x"), None),)), columns=Columns("ru"))
    assert shown.splitlines() == ["a", "─", "x", "(строк: 1; пустые столбцы: b)"]


def test_words_stay_whole_where_there_is_room() -> None:
    row = (Term("literal", "денсаулық сақтау"), Term("literal", "ауданаралық көпбейінді аурухана " * 9))
    assert "ауданаралық көпбейінді" in tables.table(Rows(("a", "b"), (row,)), limit=50)


def test_the_words_of_the_source_stand_under_their_row() -> None:
    statement = Term("uri", vocab.THINGS + "statement/0a1b")
    row = (Term("literal", "Арай"), Term("literal", "Арайда емхана ашылды"), statement)
    lines = tables.table(Rows(("place", "quote", "statement"), (row,))).splitlines()
    assert lines == ["place", "─────", "Арай", "    «Арайда емхана ашылды» · 0a1b", "(rows: 1)"]


@pytest.mark.parametrize(
    ("number", "shown"), [("1234", "1234"), ("-12345", "-12\u00a0345"), ("12345.60", "12\u00a0345.60"), ("1e6", "1e6")]
)
def test_thousands_are_set_apart(number: str, shown: str) -> None:
    assert tables.grouped(number) == shown


def test_csv_has_bare_values() -> None:
    read = list(csv.reader(io.StringIO(results.as_csv(ROWS))))
    assert read == [
        ["name", "amount"],
        ["Шымкент <қаласы> & «Ауруы жоқ»", "1900000000.5"],
        [vocab.THINGS + "region/KZ-15", ""],
    ]


def test_json_is_sparql_results_json() -> None:
    bindings = json.loads(results.as_json(ROWS))["results"]["bindings"]
    assert bindings[0]["name"] == {"type": "literal", "value": "Шымкент <қаласы> & «Ауруы жоқ»", "xml:lang": "kk"}
    assert bindings[0]["amount"] == {"type": "literal", "value": "1900000000.5", "datatype": XSD + "decimal"}
    assert bindings[1] == {"name": {"type": "uri", "value": vocab.THINGS + "region/KZ-15"}}


def test_xml_says_the_same_as_json() -> None:
    space, language = FORMATS
    root = ET.fromstring(results.as_xml(ROWS))
    literal = root.find(f".//{space}literal")
    assert literal is not None
    assert (literal.text, literal.get(language)) == ("Шымкент <қаласы> & «Ауруы жоқ»", "kk")
    assert [len(result) for result in root.iter(f"{space}result")] == [2, 1]


def test_triples_as_turtle_read_back() -> None:
    import pyoxigraph as ox

    triple = (Term("uri", "urn:a"), Term("uri", "urn:b"), Term("literal", 'екі "жол"\n', "", "kk"))
    found = list(ox.parse(results.as_turtle(Rows(results.TRIPLE, (triple,))).encode(), ox.RdfFormat.TURTLE))
    assert [quad.object for quad in found] == [ox.Literal('екі "жол"\n', language="kk")]


@cache
def whole() -> nx.MultiDiGraph[str]:
    return network.network(store.from_nquads(nquads()).select(network.QUERY))


def test_the_network_has_every_node_that_the_ontology_types() -> None:
    asked = f'SELECT DISTINCT ?s {{ ?s a ?c FILTER(STRSTARTS(STR(?c), "{vocab.ONTOLOGY}")) }}'
    assert len(whole()) == len(store.from_nquads(nquads()).select(asked).rows) > 20
    assert all(data["type"] and data["label"] for _, data in whole().nodes(data=True))


def test_labels_come_in_the_language_asked_for() -> None:
    rows = store.from_nquads(nquads()).select(network.QUERY)
    region = vocab.THINGS + "region/KZ-15"
    names = {language: network.network(rows, language).nodes[region]["label"] for language in messages.LANGUAGES}
    assert len(set(names.values())) == 3


def test_a_statement_becomes_links_from_what_it_is_about() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, kind in {"r": "Region", "d": "District", "v": "Village", "p": "Programme", "s": "Works"}.items():
        graph.add_node(node, type=kind, label=node)
    graph.add_edge("v", "d", key="within")
    graph.add_edge("d", "r", key="within")
    for slot, target in {"region": "r", "district": "d", "place": "v", "programme": "p"}.items():
        graph.add_edge("s", target, key=slot)
    shown = set(network.folded(graph).edges(keys=True))
    assert shown == {("v", "d", "within"), ("d", "r", "within"), ("v", "p", "Works")}


def test_graph_files_read_back_with_all_nodes() -> None:
    again = nx.parse_graphml(network.graphml(whole()).decode())
    assert set(again.nodes) == set(whole().nodes)
    text = network.gexf(whole())
    assert set(nx.read_gexf(io.BytesIO(text)).nodes) == set(whole().nodes)
    assert b"lastmodifieddate" not in text


def test_no_two_labels_share_a_slot() -> None:
    spots = layout.layout(network.folded(whole()))
    outer = max(spot.radius for spot in spots.values())
    ring = sorted((s.angle, s.label.count("\n") + 1) for s in spots.values() if s.radius == outer)
    assert len(ring) > 10
    for (a, lines), (b, more) in pairwise(ring):
        assert (b - a) * outer >= layout.LINE * (lines + more) / 2 - 1e-6


def test_a_picture_keeps_the_best_connected() -> None:
    folded = network.folded(whole())
    few = layout.busiest(folded, 5)
    assert len(few) == 5
    assert {"Region"} <= set(nx.get_node_attributes(few, "type").values())


def test_pictures_are_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_view as t; from pathlib import Path;"
        "t.picture.draw(t.network.folded(t.whole()), Path(sys.argv[2]), t.messages.speaker('kk'))"
    )
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", program, str(Path(__file__).parent), str(tmp_path / seed)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    for name in ("graph.png", "graph.svg"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    assert (tmp_path / "1" / "graph.png").read_bytes()[:4] == b"\x89PNG"


def test_nothing_is_cut_off_at_the_edge_of_the_picture(tmp_path: Path) -> None:
    from matplotlib.image import imread

    folded = network.folded(whole())
    for node in folded:
        folded.nodes[node]["label"] += " облыстық көпбейінді балалар ауруханасының жанындағы"
    pixels = imread(picture.draw(folded, tmp_path, messages.speaker("kk"))[0])[:, :, :3]
    for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert edge.min() == 1.0
    assert pixels.min() < 0.5


def test_the_font_has_every_kazakh_letter() -> None:
    from matplotlib.font_manager import findfont, get_font

    characters = get_font(findfont("DejaVu Sans")).get_charmap()
    assert all(ord(letter) in characters for letter in "әғқңөұүһіӘҒҚҢӨҰҮҺІ«»№")
