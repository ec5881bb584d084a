from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import rdflib
from rdflib.compare import isomorphic

import small_graph
from kzhealthkg import store
from kzhealthkg.model import Rows, Term
from kzhealthkg.store import StoreError
from kzhealthkg.store.oxigraph import EXPORTS, OxigraphStore

XSD = "http://www.w3.org/2001/XMLSchema#"
TWICE = '<a:s> <a:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <a:g1> .\n' * 1
TWICE += TWICE.replace("a:g1", "a:g2") + '<a:s> <a:q> "сөз"@kk <a:g2> .\n'


@pytest.fixture(scope="module")
def graph() -> OxigraphStore:
    return store.memory(small_graph.nquads())


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
class TestEngines:
    def test_a_triple_of_two_graphs_counts_once(self, engine: store.Engine) -> None:
        found = store.from_nquads(TWICE, engine).select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert found == Rows(("n",), ((Term("literal", "2", XSD + "integer"),),))

    def test_named_graphs_are_there_too(self, engine: store.Engine) -> None:
        found = store.from_nquads(TWICE, engine).select("SELECT ?g { GRAPH ?g { ?s <a:p> ?o } } ORDER BY ?g")
        assert [row[0].value for row in found.rows if row[0]] == ["a:g1", "a:g2"]

    def test_terms_come_in_one_form(self, engine: store.Engine) -> None:
        text = f'<a:s> <a:p> "x"^^<{XSD}string> .\n<a:s> <a:p> "2.50"^^<{XSD}decimal> .\n<a:s> <a:p> "я"@ru .\n'
        found = store.from_nquads(text, engine).select("SELECT ?o ?none { ?s ?p ?o } ORDER BY STR(?o)")
        assert found.rows == (
            (Term("literal", "2.5", XSD + "decimal"), None),
            (Term("literal", "x"), None),
            (Term("literal", "я", "", "ru"), None),
        )

    def test_ask_and_construct_are_rows(self, engine: store.Engine) -> None:
        asked = store.from_nquads(TWICE, engine)
        assert asked.select("ASK { ?s <a:q> ?o }").rows == ((Term("literal", "true", XSD + "boolean"),),)
        built = asked.select("CONSTRUCT { ?s <a:new> ?o } WHERE { ?s <a:q> ?o }")
        assert built.variables == ("subject", "predicate", "object")
        assert built.rows == ((Term("uri", "a:s"), Term("uri", "a:new"), Term("literal", "сөз", "", "kk")),)

    def test_a_bad_query_is_told_in_one_line(self, engine: store.Engine) -> None:
        with pytest.raises(StoreError, match="the query does not run") as caught:
            store.from_nquads(TWICE, engine).select("SELECT ?s {\n ?s ?p \n")
        assert "\n" not in str(caught.value)


class TestFiles:
    def test_a_file_that_does_not_parse_is_named_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "broken.ttl"
        file.write_text("@prefix a: <a:> .\n\na:s a:p ; .\n", encoding="utf-8")
        with pytest.raises(StoreError, match=rf"^{file}:3: .+") as caught:
            store.open_store(file)
        assert "\n" not in str(caught.value)

    def test_bytes_that_are_no_text_are_told(self, tmp_path: Path) -> None:
        file = tmp_path / "binary.nq"
        file.write_bytes(b"\x00\xff\xfe" * 100)
        with pytest.raises(StoreError, match=r"binary\.nq:1: "):
            store.open_store(file)

    @pytest.mark.parametrize(
        ("name", "what"),
        [("gone.ttl", "no such file"), ("text.txt", "not an RDF file by its name"), (".", "no RDF file")],
    )
    def test_what_cannot_be_loaded_is_told(self, tmp_path: Path, name: str, what: str) -> None:
        (tmp_path / "text.txt").write_text("x", encoding="utf-8")
        with pytest.raises(StoreError, match=what):
            store.open_store(tmp_path / name)

    def test_a_folder_of_a_build_is_its_trig_and_of_others_all_of_them(self, tmp_path: Path) -> None:
        (tmp_path / "a.nt").write_text("<a:1> <a:p> <a:o> .\n", encoding="utf-8")
        (tmp_path / "b.ttl").write_text("<a:2> <a:p> <a:o> .\n", encoding="utf-8")
        assert len(store.memory("")) == 0
        assert len(self.loaded(tmp_path)) == 2
        (tmp_path / "kg.trig").write_text("<a:3> <a:p> <a:o> .\n", encoding="utf-8")
        assert len(self.loaded(tmp_path)) == 1

    @staticmethod
    def loaded(path: Path) -> OxigraphStore:
        found = store.open_store(path)
        assert isinstance(found, OxigraphStore)
        return found

    def test_an_unknown_engine_lists_the_known(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="pyoxigraph, rdflib"):
            store.from_nquads("", "jena")  # type: ignore[arg-type]


class TestExports:
    @pytest.mark.parametrize(
        ("form", "parser"),
        [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")],
    )
    @pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
    def test_another_parser_reads_the_same_triples(self, graph: OxigraphStore, form: str, parser: str) -> None:
        ours = rdflib.Graph().parse(data=graph.export(form), format=parser)
        assert isomorphic(ours, rdflib.Graph().parse(data=graph.export("ntriples"), format="nt"))
        assert len(ours) == len(graph)

    @pytest.mark.parametrize("suffix", ["trig", "nq"])
    def test_graphs_read_back_as_they_were(self, graph: OxigraphStore, suffix: str, tmp_path: Path) -> None:
        file = tmp_path / f"kg.{suffix}"
        file.write_bytes(graph.export({"nq": "nquads"}.get(suffix, suffix)))
        assert set(TestFiles.loaded(file).store) == set(graph.store)

    @pytest.mark.parametrize("form", EXPORTS)
    def test_the_order_of_loading_does_not_change_the_bytes(self, graph: OxigraphStore, form: str) -> None:
        lines = small_graph.nquads().splitlines(keepends=True)
        assert store.memory("".join(lines[::-1])).export(form) == graph.export(form)

    def test_turtle_is_prefixed_and_types_stand_first(self, graph: OxigraphStore) -> None:
        text = graph.export("turtle").decode()
        assert "\nregion:KZ-15 a kzh:Region ;\n    rdfs:label " in text
        assert "kzh:status status:completed ;" in text
        assert "kzh:count 5 ;" in text
        assert '"1900000000"^^xsd:decimal' in text

    @pytest.mark.parametrize("quote", ['"^^<a:b>', 'a"@kk', "\\", "two\nlines", "'''", "<a:b>", "1"])
    def test_turtle_keeps_awkward_texts(self, quote: str) -> None:
        escaped = quote.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        made = store.memory(f'<a:s> <a:p> "{escaped}" .\n').export("turtle")
        ((_, _, value),) = rdflib.Graph().parse(data=made, format="turtle")
        assert value == rdflib.Literal(quote)

    def test_an_unknown_format_lists_the_known(self, graph: OxigraphStore) -> None:
        with pytest.raises(StoreError, match="turtle, trig, ntriples"):
            graph.export("xlsx")

    def test_nothing_is_an_empty_file(self) -> None:
        assert store.memory("").export("turtle") == b""
        assert store.memory("").export("trig") == b""


class _Page(BaseHTTPRequestHandler):
    received: ClassVar[list[bytes]] = []
    answers: ClassVar[dict[str, tuple[int, bytes]]] = {
        "/page": (200, b"<html>hello</html>"),
        "/other": (200, b'{"hello": 1}'),
        "/bad": (400, b"parse error at\nline 1"),
        "/gone": (404, b""),
        "/broken": (500, b"oh"),
        "/locked": (401, b""),
        "/busy": (503, b""),
    }

    def do_POST(self) -> None:
        self.received.append(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = self.answers[self.path]
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Page) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


class TestEndpoint:
    @pytest.mark.parametrize(
        ("path", "what"),
        [
            ("/page", "not with SPARQL results in JSON: '<html>"),
            ("/other", "not with SPARQL results in JSON"),
            ("/bad", "parse error at line 1"),
            ("/gone", "."),
            ("/broken", "."),
            ("/locked", "."),
            ("/busy", "HTTP error 503"),
        ],
    )
    def test_a_server_that_does_not_answer_well_is_told_in_one_line(self, server: str, path: str, what: str) -> None:
        with pytest.raises(StoreError, match=what) as caught:
            store.open_endpoint(server + path).select("SELECT * { ?s ?p ?o }")
        assert str(caught.value).startswith(server + path + ": ")
        assert "\n" not in str(caught.value)

    def test_a_server_is_never_asked_to_change_anything(self, monkeypatch: pytest.MonkeyPatch, server: str) -> None:
        monkeypatch.setitem(_Page.answers, "/sent", (200, b'{"head": {"vars": []}, "results": {"bindings": []}}'))
        for text in ("# nuclear\nSELECT * { ?s ?p ?o }", "CLEAR ALL"):
            assert store.open_endpoint(server + "/sent").select(text) == Rows((), ())
        assert [body.partition(b"=")[0] for body in _Page.received[-2:]] == [b"query", b"query"]

    def test_a_server_that_is_down_is_told(self) -> None:
        with HTTPServer(("127.0.0.1", 0), _Page) as closed:
            port = closed.server_port
        with pytest.raises(StoreError, match=r"no answer \(.*refused"):
            store.open_endpoint(f"http://127.0.0.1:{port}/query", timeout=5).select("ASK { ?s ?p ?o }")

    @pytest.mark.parametrize("url", ["ftp://example.org", "localhost:7878", "file:///etc/passwd"])
    def test_only_the_web_is_asked(self, url: str) -> None:
        with pytest.raises(StoreError, match="starts with http"):
            store.open_endpoint(url)
