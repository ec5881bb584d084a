"""The ontology: no blank node, one order of concepts, no contradiction; the rest the project asks of itself."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kzhealthkg import resources, vocab
from kzhealthkg.validate.own import files, terms
from kzhealthkg.validate.own.project import Project

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


def own_terms() -> list[URIRef]:
    types = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
    return sorted({s for t in types for s in ontology().subjects(RDF.type, t) if isinstance(s, URIRef)})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_parses_and_has_no_blank_node(file: Path) -> None:
    graph = Graph().parse(file)
    assert len(graph) > 0
    assert all(isinstance(node, URIRef | Literal) for triple in graph for node in triple)


def test_the_licence_is_open() -> None:
    licence = ontology().value(URIRef(KZH.removesuffix("#")), URIRef("http://purl.org/dc/terms/license"))
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


CASES = sorted(file for name in ("shapes", "checks") for file in (ROOT / "tests" / name).glob("**/*.ttl"))
BREAKING = {"Rumour", "unheard-of", "exactly", "tent", "treasure", "wizard", "school", "handshake", "surname"}


def test_the_cases_use_the_terms_and_the_prefixes_of_the_project() -> None:
    project = Project.at()
    used = {(iri, file.name) for file in CASES for iri, _ in terms.used(project, file)}
    assert len({iri for iri, _ in used}) > 100
    odd = {(iri, name) for iri, name in used if iri not in project.declared}
    assert {(iri, name) for iri, name in odd if re.split("[#/]", iri)[-1] not in BREAKING} == set()
    assert [finding for file in CASES for finding in files.prefixes(project, file)] == []


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
