"""The ontology: it parses, says each term in three languages, leaves none undeclared, and contradicts nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kzhealthkg import lexicon, resources, vocab

ROOT = resources.root()
FILES = sorted((ROOT / "ontology").glob("**/*.ttl"))
CORE = ("classes", "properties", "alignments")
KZH = vocab.ONTOLOGY


@cache
def ontology() -> Graph:
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


@cache
def prefixes() -> dict[str, str]:
    lines = (ROOT / "ontology" / "prefixes.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def own_terms() -> list[URIRef]:
    types = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
    return sorted({s for t in types for s in ontology().subjects(RDF.type, t) if isinstance(s, URIRef)})


def languages(term: Node, predicate: URIRef) -> list[str]:
    return sorted(str(text.language) for text in ontology().objects(term, predicate) if isinstance(text, Literal))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_parses_and_has_no_blank_node(file: Path) -> None:
    graph = Graph().parse(file)
    assert len(graph) > 0
    assert all(isinstance(node, URIRef | Literal) for triple in graph for node in triple)


def test_every_term_has_one_label_and_one_definition_in_each_language() -> None:
    names = {
        term: languages(term, SKOS.prefLabel if str(term).startswith(vocab.VOCAB) else RDFS.label)
        for term in own_terms()
    }
    definitions = {term: languages(term, SKOS.definition) for term in own_terms()}
    assert [term for term, found in names.items() if found != ["en", "kk", "ru"]] == []
    assert [term for term, found in definitions.items() if found != ["en", "kk", "ru"]] == []


def test_no_text_is_in_the_wrong_script() -> None:
    for term in own_terms():
        for predicate in (RDFS.label, SKOS.prefLabel, SKOS.definition):
            texts = {
                text.language: str(text) for text in ontology().objects(term, predicate) if isinstance(text, Literal)
            }
            assert not re.search("[а-яёәғқңөұүһі]", texts.get("en", "").lower()), term
            assert not re.search("[әғқңөұүһі]", texts.get("ru", "").lower()), term


def test_the_version_and_licence_are_those_of_the_code() -> None:
    header = URIRef(KZH.removesuffix("#"))
    assert [str(value) for value in ontology().objects(header, OWL.versionInfo)] == [vocab.VERSION]
    assert str(ontology().value(header, OWL.versionIRI)) == f"{header}/{vocab.VERSION}"
    licence = ontology().value(header, URIRef("http://purl.org/dc/terms/license"))
    assert str(licence) == "https://creativecommons.org/licenses/by/4.0/"


def test_nothing_is_imported_and_no_two_things_are_declared_the_same() -> None:
    assert not list(ontology().triples((None, OWL.imports, None)))
    assert not list(ontology().triples((None, OWL.sameAs, None)))


def test_a_shared_property_has_no_second_domain_or_range() -> None:
    for prop in own_terms():
        assert len(list(ontology().objects(prop, RDFS.domain))) <= 1
        assert len(list(ontology().objects(prop, RDFS.range))) <= 1


def test_every_broader_concept_is_in_the_same_scheme_and_the_order_has_no_cycle() -> None:
    for concept in ontology().subjects(RDF.type, SKOS.Concept):
        above = list(ontology().transitive_objects(concept, SKOS.broader))
        assert len({ontology().value(c, SKOS.inScheme) for c in above}) == 1
        assert concept not in {b for c in above[1:] for b in ontology().objects(c, SKOS.broader)}
        assert (above[-1], SKOS.topConceptOf, ontology().value(concept, SKOS.inScheme)) in ontology()


def texts_with_terms() -> list[Path]:
    folders = ("ontology", "shapes", "queries", "tests/shapes", "tests/checks")
    return sorted(file for name in folders for end in ("ttl", "rq") for file in (ROOT / name).glob(f"**/*.{end}"))


def terms_in(file: Path) -> set[str]:
    """The IRIs of the project's terms that a Turtle or SPARQL file uses, written in full or with a prefix."""
    text = re.sub(r'"(?:[^"\\\n]|\\.)*"|(?m:^#.*$)', '""', file.read_text(encoding="utf-8"))
    full = set(re.findall(rf"<({re.escape(KZH)}\w+|{re.escape(vocab.VOCAB)}[\w-]+/[\w-]+)>", text))
    declared = dict(re.findall(r"(?i)prefix\s+([\w-]*):\s*<([^>]*)>", text))
    short = re.findall(r"(?<![\w?:<-])([\w-]+):([\w-]+)", re.sub(r"<[^>\s]*>", "", text))
    iris = {declared.get(prefix, "") + name for prefix, name in short}
    return full | {iri for iri in iris if iri.startswith((KZH, vocab.VOCAB))}


def test_no_term_is_used_that_is_not_declared() -> None:
    declared = {str(term) for term in own_terms()}
    breaking = {"Rumour", "unheard-of", "exactly", "tent", "treasure", "wizard", "school", "handshake", "surname"}
    used = {(iri, file.name) for file in texts_with_terms() for iri in terms_in(file)}
    assert len(used) > 300
    assert sorted((i, f) for i, f in used if i not in declared and re.split("[#/]", i)[-1] not in breaking) == []


def test_prefixes_mean_the_same_everywhere() -> None:
    for file in texts_with_terms():
        text = file.read_text(encoding="utf-8")
        for prefix, namespace in re.findall(r"(?im)^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>", text):
            assert prefixes().get(prefix) == namespace, f"{file}: {prefix}"


CODES = {
    ("bounds", "bound"): vocab.BOUND,
    ("buildings", "workType"): vocab.WORK_TYPE,
    ("capacity", "unit"): vocab.CAPACITY_UNIT,
    ("facility_types", "type"): vocab.FACILITY_TYPE,
    ("roles", "role"): vocab.ROLE,
    ("sources", "source"): vocab.SOURCE,
}


@pytest.mark.parametrize(("table", "column"), CODES)
def test_tables_of_the_lexicon_name_concepts_that_exist(table: str, column: str) -> None:
    named = {row[column] for row in lexicon.table(table)}
    assert named - {"", "-"} <= set(CODES[table, column])


@pytest.mark.parametrize("file", sorted((ROOT / "lexicon" / "frames").glob("*.toml")), ids=lambda file: file.stem)
def test_frames_name_kinds_slots_and_concepts_that_exist(file: Path) -> None:
    declared = {str(term) for term in own_terms()}
    for frame in lexicon.frames(file.stem).get("frame", []):
        kind = frame["kind"]
        slots = frame.get("slots", {})
        assert set(slots) <= set(vocab.slots(kind)), frame["name"]
        for slot, value in slots.items():
            if slot in vocab.CONCEPT_SLOTS:
                assert f"{vocab.VOCAB}{vocab.CONCEPT_SLOTS[slot]}/{value}" in declared, frame["name"]


def closed(*more: Path) -> Graph:
    """The OWL-RL closure of classes, properties, alignments and some data."""
    import owlrl

    graph = Graph()
    for name in CORE:
        graph.parse(ROOT / "ontology" / f"{name}.ttl")
    for file in more:
        graph.parse(file)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def contradictions(graph: Graph) -> list[Node]:
    nothing = list(graph.subjects(RDF.type, OWL.Nothing))
    return nothing + [s for s in graph.subjects(predicate=None) if "ErrorMessage" in str(graph.value(s, RDF.type))]


def test_the_closure_of_the_ontology_with_data_has_no_contradiction() -> None:
    shapes = ROOT / "tests" / "shapes"
    graph = closed(shapes / "world.ttl", *sorted(shapes.glob("*/valid.ttl")))
    assert contradictions(graph) == []
    village, claim = URIRef(vocab.THINGS + "place/v1"), URIRef("https://schema.org/Claim")
    assert (village, RDF.type, URIRef(KZH + "Place")) in graph
    assert (URIRef(vocab.THINGS + "statement/s1"), RDF.type, claim) in graph


def test_the_closure_of_a_contradiction_is_noticed(tmp_path: Path) -> None:
    both = tmp_path / "both.ttl"
    both.write_text(f"<urn:x> a <{KZH}Person>, <{KZH}Article> .", encoding="utf-8")
    assert contradictions(closed(both)) != []
