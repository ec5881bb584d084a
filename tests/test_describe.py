"""What a finding is told with: the words it rests on, where they stand, and where the RDF describes the node."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kzhealthkg import vocab
from kzhealthkg.validate import Finding, validate
from kzhealthkg.validate.describe import described
from kzhealthkg.validate.report import Spot
from kzhealthkg.validate.written import written
from small_graph import nquads

T = vocab.THINGS
DATA = f"""@base <{T}> . @prefix kzh: <{vocab.ONTOLOGY}> . @prefix oa: <http://www.w3.org/ns/oa#> .
<article/a-1> a kzh:Article ; kzh:articleId "a 1" .
<statement/late> a kzh:Works ; kzh:article <article/a-1> ; kzh:evidence <evidence/late> ; kzh:facility <facility/f> .
<statement/early> a kzh:Works ; kzh:article <article/a-1> ; kzh:evidence <evidence/early> ; kzh:facility <facility/f> .
<statement/other> a kzh:Works ; kzh:article <article/b> ; kzh:evidence <evidence/other> ; kzh:facility <facility/f> .
<evidence/late> oa:hasSource <article/a-1> ; kzh:exact "кейінгі сөз" ; kzh:start 90 ; kzh:line 3 ; kzh:column 1 .
<evidence/early> oa:hasSource <article/a-1> ; kzh:exact "алғашқы сөз" ; kzh:start 9 ; kzh:line 1 ; kzh:column 10 ;
  oa:hasSelector <evidence/early/quote> .
<evidence/other> oa:hasSource <article/b> ; kzh:exact "басқа сөз" ; kzh:start 4 .
<person/p> a kzh:Person .
"""


def told(node: str, article: str = "") -> Finding:
    store = ox.Store()
    store.load(DATA.encode(), ox.RdfFormat.TURTLE)
    finding = Finding("info", "check", "some", T + node, article=article and T + article)
    return next(described([finding], store))


@pytest.mark.parametrize(
    ("node", "article", "sentence", "said"),
    [
        ("statement/late", "", "кейінгі сөз", "a 1:3:1"),
        ("evidence/late", "", "кейінгі сөз", "a 1:3:1"),
        ("evidence/early/quote", "", "алғашқы сөз", "a 1:1:10"),
        ("facility/f", "", "алғашқы сөз", "a 1:1:10"),
        ("facility/f", "article/b", "басқа сөз", "b#char=4"),
        ("article/a-1", "", "", "a 1"),
        ("person/p", "", "", "None"),
    ],
)
def test_a_node_rests_on_its_own_words_or_on_the_first_that_speak_of_it(
    node: str, article: str, sentence: str, said: str
) -> None:
    found = told(node, article)
    assert (found.sentence, str(found.said)) == (sentence, said)


def test_a_thing_belongs_to_no_article_though_its_words_stand_in_one() -> None:
    assert told("facility/f").article == ""
    assert told("statement/late").article == T + "article/a-1"


FORMS = {
    "turtle.ttl": 'PREFIX p: <urn:p:>\n# p:x is below\n<urn:a> a p:C ;\n  p:y\n    p:x .\n\np:x a p:C .\np:z p:says """\n.\np:w a p:C\n""" .\np:w a p:C.',
    "base.ttl": "@base <http://e.org/d/> .\n<x> a <C> .\n<y> a <C> ; <p> <z> . <z> a <C> .",
    "escaped.ttl": "@prefix e: <http://e.org/> .\n<urn:q> a e:C . # end\n  e:d\\/x a e:C .\n<http://e.org/\\u0061> a e:C .",
    "graphs.trig": "@prefix p: <urn:p:> .\r\np:g {\r\n\tp:x a p:C .\r\n\t_:b a p:C .\r\n}\r\np:h { p:y a p:C }",
    "lines.nq": "<urn:p:a> <urn:p:b> <urn:p:x> .\n<urn:p:x> <urn:p:b> _:b <urn:g> .\n_:b <urn:p:b> <urn:p:c> .\n",
    "lines.nt": "<urn:p:x> <urn:p:b> <urn:p:c> .",
    "data.jsonld": '{"@context": {"p": "urn:p:", "@base": "http://e.org/"},\n"@graph": [\n{"@id": "p:a", "p:b": {"@id": "p:x"}},\n{"@id": "p:x", "p:b": 1},\n{"p:b": 2, "@id": "urn:p:y"},\n{"@id": "z", "p:b": 1}]}',
    "data.rdf": '<rdf:RDF>\n  <rdf:Description rdf:about="urn:p:x&amp;y"/>\n  <rdf:Description rdf:nodeID="b"/></rdf:RDF>',
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "node", "line", "column"),
    [
        ("turtle.ttl", "urn:p:x", 7, 1),
        ("turtle.ttl", "urn:p:w", 12, 1),
        ("turtle.ttl", "urn:p:y", 4, 3),
        ("turtle.ttl", "urn:a", 3, 1),
        ("turtle.ttl", "urn:p:none", 0, 0),
        ("base.ttl", "http://e.org/d/x", 2, 1),
        ("base.ttl", "http://e.org/d/z", 3, 23),
        ("escaped.ttl", "http://e.org/d/x", 3, 3),
        ("graphs.trig", "urn:p:x", 3, 2),
        ("graphs.trig", "_:b", 4, 2),
        ("graphs.trig", "urn:p:y", 6, 7),
        ("lines.nq", "urn:p:x", 2, 1),
        ("lines.nq", "_:b", 3, 1),
        ("lines.nt", "urn:p:x", 1, 1),
        ("data.jsonld", "urn:p:x", 4, 2),
        ("data.jsonld", "urn:p:y", 5, 12),
        ("data.jsonld", "http://e.org/z", 6, 2),
        ("data.rdf", "urn:p:x&y", 2, 20),
        ("data.rdf", "_:b", 3, 20),
    ],
)
def test_a_node_is_found_where_its_file_describes_it(
    tmp_path: Path, form: str, node: str, line: int, column: int
) -> None:
    file = tmp_path / form
    file.write_bytes(FORMS[form].encode())
    assert written([node, "urn:p:absent"], [file]) == ({node: Spot(str(file), line, column)} if line else {})


def test_the_first_file_that_has_a_node_counts(tmp_path: Path) -> None:
    files = [tmp_path / "empty.ttl", tmp_path / "gone.ttl", tmp_path / "one.ttl", tmp_path / "two.ttl"]
    files[0].touch()
    files[2].write_text("<urn:a> a <urn:C> .\n<urn:b> a <urn:C> .", encoding="utf-8")
    files[3].write_text("\n<urn:b> a <urn:C> .\n<urn:c> a <urn:C> .", encoding="utf-8")
    found = written(["urn:b", "urn:c"], files)
    assert found == {"urn:b": Spot(str(files[2]), 2, 1), "urn:c": Spot(str(files[3]), 3, 1)}


@pytest.mark.parametrize("suffix", ["nq", "trig", "ttl"])
def test_every_subject_of_a_graph_is_found_where_it_is_a_subject(tmp_path: Path, suffix: str) -> None:
    quads = list(ox.parse(nquads(), ox.RdfFormat.N_QUADS))
    form = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "ttl": ox.RdfFormat.TURTLE}[suffix]
    prefixes = {"kzh": vocab.ONTOLOGY, "id": T, "s": T + "statement/"}
    file = tmp_path / f"kg.{suffix}"
    ox.serialize([q.triple for q in quads] if suffix == "ttl" else quads, str(file), form, prefixes=prefixes)
    subjects = {quad.subject.value for quad in quads}
    lines = file.read_text(encoding="utf-8").split("\n")
    found = written(subjects, [file])
    assert found.keys() == subjects
    for node, spot in found.items():
        begins = lines[spot.line - 1][spot.column - 1 :]
        assert last_part(node) in begins.split(" ")[0].replace("\\", "")


def last_part(node: str) -> str:
    return node.rpartition("/")[2].rpartition("#")[2]


def test_validate_tells_sentence_and_both_places(tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(DATA, encoding="utf-8")
    found = next(f for f in validate(file).findings if f.focus == T + "statement/late" and f.rule == "statement-rule")
    assert (found.sentence, str(found.said)) == ("кейінгі сөз", "a 1:3:1")
    assert found.written == Spot(str(file), 3, 1)
