"""One truth in five places: the code's vocabulary, the ontology, the shapes, the JSON-LD context, the documents."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kzhealthkg import lexicon, resources, vocab
from kzhealthkg.validate import validate
from kzhealthkg.validate.own.code import SCHEMES

ROOT = resources.root()
KZH = Namespace(vocab.ONTOLOGY)
SHAPES = Namespace(vocab.BASE + "shapes#")
DOMAIN_INCLUDES = URIRef("https://schema.org/domainIncludes")
EVERY_SLOT = {
    slot: {kind for kind in vocab.KINDS if slot in vocab.slots(kind)} for k in vocab.KINDS for slot in vocab.slots(k)
}
BOUNDS = {"dateFrom", "dateTo", "dueFrom", "dueTo"}


@cache
def graph(folder: str) -> Graph:
    found = Graph()
    for file in sorted((ROOT / folder).glob("**/*.ttl")):
        found.parse(file)
    return found


def names(nodes: Any) -> set[str]:
    return {str(node).removeprefix(vocab.ONTOLOGY) for node in nodes}


def literal_type(slot: str) -> URIRef:
    if slot in vocab.INTEGERS:
        return XSD.integer
    if slot in vocab.NUMBERS:
        return XSD.decimal
    return XSD.boolean if slot == "acting" else XSD.string


def test_the_kinds_are_the_subclasses_of_statement() -> None:
    assert names(graph("ontology").subjects(RDFS.subClassOf, KZH.Statement)) == set(vocab.KINDS)


@pytest.mark.parametrize("slot", EVERY_SLOT)
def test_a_slot_belongs_to_the_kinds_that_the_ontology_says(slot: str) -> None:
    domain = names(graph("ontology").objects(KZH[slot], RDFS.domain))
    included = names(graph("ontology").objects(KZH[slot], DOMAIN_INCLUDES))
    if slot in vocab.COMMON:
        assert "Statement" in domain | included
    else:
        assert (domain | included) & set(vocab.KINDS) == EVERY_SLOT[slot]


@pytest.mark.parametrize("slot", EVERY_SLOT)
def test_a_slot_holds_what_the_ontology_says(slot: str) -> None:
    kind = OWL.DatatypeProperty
    expected: Node = literal_type(slot)
    if slot in vocab.CONCEPT_SLOTS:
        kind, expected = OWL.ObjectProperty, SKOS.Concept
    elif slot in vocab.ENTITY_SLOTS:
        kind, expected = OWL.ObjectProperty, KZH[vocab.ENTITY_SLOTS[slot]]
    assert (KZH[slot], RDF.type, kind) in graph("ontology")
    assert list(graph("ontology").objects(KZH[slot], RDFS.range)) == [expected]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_closed_values_are_the_concepts_of_their_scheme(scheme: str) -> None:
    node = URIRef(vocab.VOCAB + scheme)
    concepts = {
        str(c): str(graph("ontology").value(c, SKOS.notation)) for c in graph("ontology").subjects(SKOS.inScheme, node)
    }
    assert (node, RDF.type, SKOS.ConceptScheme) in graph("ontology")
    assert concepts == {f"{node}/{value}": value for value in SCHEMES[scheme]}


def test_every_scheme_is_one_file_and_is_in_the_vocabulary() -> None:
    files = {file.stem for file in (ROOT / "ontology" / "concepts").glob("*.ttl")}
    assert files == set(SCHEMES)
    assert set(vocab.CONCEPT_SLOTS.values()) <= set(SCHEMES)


def shapes_of(kind: str) -> dict[str, list[Node]]:
    """The property shapes of a kind's closed shape, by the name of their path."""
    closed = [
        shape
        for shape in graph("shapes").subjects(SH.targetClass, KZH[kind])
        if graph("shapes").value(shape, SH.closed)
    ]
    assert len(closed) == 1
    found: dict[str, list[Node]] = {}
    for shape in graph("shapes").objects(closed[0], SH.property):
        found.setdefault(names([graph("shapes").value(shape, SH.path)]).pop(), []).append(shape)
    return found


@pytest.mark.parametrize("kind", vocab.KINDS)
def test_the_shape_of_a_kind_allows_exactly_its_slots(kind: str) -> None:
    of_sums = {"partOf"} if "amount" in vocab.slots(kind) else set()
    assert set(shapes_of(kind)) == {*vocab.slots(kind), *BOUNDS, *of_sums, "article", "evidence", "rule"}


def held(kind: str, slot: str, what: URIRef) -> set[Node]:
    return {value for shape in shapes_of(kind)[slot] for value in graph("shapes").objects(shape, what)}


def listed(kind: str, slot: str) -> set[str]:
    return {str(item) for head in held(kind, slot, SH["in"]) for item in Collection(graph("shapes"), head)}


PAIRS = [(kind, slot) for kind in vocab.KINDS for slot in vocab.slots(kind)]


@pytest.mark.parametrize(("kind", "slot"), PAIRS)
def test_the_shape_of_a_slot_holds_what_the_vocabulary_says(kind: str, slot: str) -> None:
    maximum = {int(str(value)) for value in held(kind, slot, SH.maxCount)}
    assert maximum == (set() if slot in vocab.LISTS else {1})
    if (kind, slot) in vocab.CODE_SLOTS:
        assert listed(kind, slot) == set({"measure": vocab.MEASURE, "unit": vocab.CAPACITY_UNIT}[slot])
    elif slot in vocab.CONCEPT_SLOTS:
        scheme = vocab.CONCEPT_SLOTS[slot]
        allowed = {f"{vocab.VOCAB}{scheme}/{value}" for value in SCHEMES[scheme]}
        assert listed(kind, slot)
        assert listed(kind, slot) <= allowed
        assert slot == "change" or listed(kind, slot) == allowed
    elif slot in vocab.ENTITY_SLOTS:
        assert held(kind, slot, SH["class"]) == {KZH[vocab.ENTITY_SLOTS[slot]]}
    else:
        assert held(kind, slot, SH.datatype) == {literal_type(slot)}


def test_the_change_of_an_indicator_and_of_an_office_share_the_scheme() -> None:
    both = listed("Appointment", "change") | listed("Indicator", "change")
    assert both == {f"{vocab.VOCAB}change/{value}" for value in vocab.CHANGE}


def test_a_statement_is_of_one_of_the_kinds() -> None:
    head = graph("shapes").value(SHAPES["statement-type"], SH["in"])
    assert head is not None
    assert names(Collection(graph("shapes"), head)) == set(vocab.KINDS)


def test_the_dates_of_shapes_are_the_dates_of_the_code() -> None:
    from kzhealthkg import edtf

    pattern = str(graph("shapes").value(SHAPES["statement-date"], SH.pattern))
    assert pattern == str(graph("shapes").value(SHAPES["statement-due"], SH.pattern))
    right = ["2024", "2026-02", "2025-12-31", "2023-11-06/2023-11-10", "2024/..", "../2024", "2026-10/2026-12"]
    wrong = ["", "24", "2024-13", "2024-1", "2024-02-32", "2024/2025/2026", "кеше", "../.."]
    assert [text for text in right if not (re.search(pattern, text) and edtf.valid(text))] == []
    assert [text for text in wrong if re.search(pattern, text) or edtf.valid(text)] == []


def context() -> dict[str, Any]:
    loaded = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    return dict(loaded["@context"])


def test_the_context_names_every_class_and_property_and_the_prefixes() -> None:
    o = graph("ontology")
    classes = names(o.subjects(RDF.type, OWL.Class))
    objects, data = (names(o.subjects(RDF.type, OWL[f"{kind}Property"])) for kind in ("Object", "Datatype"))
    expected: dict[str, Any] = {name: f"kzh:{name}" for name in classes}
    expected |= {name: {"@id": f"kzh:{name}", "@type": "@id"} for name in objects}
    for name in data:
        typed = str(o.value(KZH[name], RDFS.range)).replace(str(XSD), "xsd:")
        expected[name] = {"@id": f"kzh:{name}"} | ({} if typed == "xsd:string" else {"@type": typed})
    rest = {key: value for key, value in context().items() if key not in expected}
    assert {key: context().get(key) for key in expected} == expected
    lines = (ROOT / "ontology" / "prefixes.tsv").read_text(encoding="utf-8").splitlines()[2:]
    prefixes = dict(line.split("\t") for line in lines)
    # The prefixes of the schemes are left out: "status" is a slot there.
    assert rest == {"@version": 1.1} | {key: iri for key, iri in prefixes.items() if vocab.VOCAB not in iri}


def test_json_with_the_context_is_the_graph_that_it_says() -> None:
    record = {"@context": context(), "@id": "urn:s", "@type": "Works", "count": 3, "percent": "62.5", "place": "urn:p"}
    found = {str(quad.triple) for quad in ox.parse(json.dumps(record), ox.RdfFormat.JSON_LD)}
    assert found == {
        f"<urn:s> <{RDF.type}> <{KZH.Works}>",
        f'<urn:s> <{KZH["count"]}> "3"^^<{XSD.integer}>',
        f'<urn:s> <{KZH.percent}> "62.5"^^<{XSD.decimal}>',
        f"<urn:s> <{KZH.place}> <urn:p>",
    }


def test_the_example_of_the_form_of_the_graph_is_valid() -> None:
    text = (ROOT / "docs" / "rdf-form.md").read_text(encoding="utf-8")
    example = Graph().parse(data="\n".join(re.findall(r"```turtle\n(.*?)```", text, re.DOTALL)), format="turtle")
    report = validate(example)
    assert len(example) > 90
    assert [(finding.rule, finding.focus) for finding in report.findings if finding.severity == "violation"] == []


def test_the_check_of_unknown_properties_knows_all_there_are() -> None:
    query = (ROOT / "queries" / "checks" / "unknown-property.rq").read_text(encoding="utf-8")
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    declared = {node for kind in kinds for node in graph("ontology").subjects(RDF.type, kind)}
    assert set(re.findall(r' "(\w+)"', query)) == names(declared)


def test_the_regions_of_shapes_are_those_of_the_lexicon() -> None:
    head = graph("shapes").value(SHAPES["region-iso-code"], SH["in"])
    assert head is not None
    assert [str(code) for code in Collection(graph("shapes"), head)] == [row["iso"] for row in lexicon.table("regions")]
