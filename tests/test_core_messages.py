"""Every constraint of SHACL Core speaks Kazakh, Russian and English, and says how to mend what breaks it."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pyoxigraph as ox
import pytest

from kzhealthkg import lexicon
from kzhealthkg.messages import LANGUAGES
from kzhealthkg.validate import Finding, validate
from kzhealthkg.validate.catalogue import Catalogue, components
from kzhealthkg.validate.shacl import ShapeError

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix kzh: <https://w3id.org/kzhealth/ontology#> .
"""
SHAPE = "ex:S a sh:NodeShape ; sh:targetClass ex:T ; {} .\n"
PROPERTY = SHAPE.format("sh:property [ sh:path ex:p ; {} ]")
ROWS = lexicon.table("shacl_components")

# component, what stands in the shape, what is said of ex:n, message and mend in English
CASES = [
    (
        "Class", "sh:class kzh:Person", "ex:p ex:o",
        "p: o is not of the class kzh:Person.",
        "Describe o as kzh:Person (rdf:type), or name a node of that class instead.",
    ),
    (
        "Datatype", "sh:datatype xsd:integer", 'ex:p "five"',
        "p: «five» is not a literal of the datatype xsd:integer.",
        'Write the value as the datatype wants it: "…"^^xsd:integer.',
    ),
    (
        "NodeKind", "sh:nodeKind sh:IRI", 'ex:p "five"@en',
        "p: «five»@en is not of the kind IRI.",
        'Give a value of the kind IRI: IRI is <…>, Literal "…", BlankNode […].',
    ),
    (
        "MinCount", "sh:minCount 2", "ex:p 1",
        "p: the number of values must be at least 2.",
        "Add values of p to the node: at least 2 in all.",
    ),
    (
        "MaxCount", "sh:maxCount 1", "ex:p 1 , 2",
        "p: the number of values must be at most 1.",
        "Remove values of p until no more than 1 is left.",
    ),
    (
        "MinExclusive", "sh:minExclusive 3", "ex:p 3",
        "p: «3» must be greater than 3.",
        "Give a value greater than 3, of a datatype that can be compared with it.",
    ),
    (
        "MinInclusive", "sh:minInclusive 3.5", "ex:p 3",
        "p: «3» must not be less than 3.5.",
        "Give a value not less than 3.5, of a datatype that can be compared with it.",
    ),
    (
        "MaxExclusive", "sh:maxExclusive 3", "ex:p 3",
        "p: «3» must be less than 3.",
        "Give a value less than 3, of a datatype that can be compared with it.",
    ),
    (
        "MaxInclusive", 'sh:maxInclusive "2024-01-01"^^xsd:date', 'ex:p "2025-01-01"^^xsd:date',
        "p: «2025-01-01» must not be greater than «2024-01-01».",
        "Give a value not greater than «2024-01-01», of a datatype that can be compared with it.",
    ),
    (
        "MinLength", "sh:minLength 3", 'ex:p "ab"',
        "p: «ab» must have a length of at least 3.",
        "Write a longer value: its length is at least 3.",
    ),
    (
        "MaxLength", "sh:maxLength 3", 'ex:p "abcd"',
        "p: «abcd» must have a length of at most 3.",
        "Shorten the value: its length is at most 3.",
    ),
    (
        "Pattern", 'sh:pattern "^[a-z]{2}$" ; sh:flags "i"', 'ex:p "abc"',
        "p: «abc» does not match ^[a-z]{2}$ i",
        "Write the value so that it matches ^[a-z]{2}$ i",
    ),
    (
        "LanguageIn", 'sh:languageIn ( "kk" "ru" )', 'ex:p "abc"@de',
        "p: the language of «abc»@de is none of «kk», «ru».",
        "Tag the text with one of the languages «kk», «ru».",
    ),
    (
        "UniqueLang", "sh:uniqueLang true", 'ex:p "a"@kk , "b"@kk',
        "p: one language has several values.",
        "Keep one value of p for each language.",
    ),
    (
        "Equals", "sh:equals ex:q", "ex:p 1",
        "p: its values must be those of q; «1» is not in both.",
        "Give «1» to both properties or to neither: p, q.",
    ),
    (
        "Disjoint", "sh:disjoint ex:q", "ex:p 1 ; ex:q 1",
        "p: «1» is a value of q too.",
        "Keep «1» in one of the properties only: p, q.",
    ),
    (
        "LessThan", "sh:lessThan ex:q", "ex:p 2 ; ex:q 2",
        "p: «2» must be less than the value of q.",
        "Compare the two values and correct the wrong one: p < q.",
    ),
    (
        "LessThanOrEquals", "sh:lessThanOrEquals ex:q", "ex:p 3 ; ex:q 2",
        "p: «3» must not be greater than the value of q.",
        "Compare the two values and correct the wrong one: p ≤ q.",
    ),
    (
        "Not", "sh:not [ sh:datatype xsd:integer ]", "ex:p 3",
        "p: «3» must not conform to [datatype xsd:integer].",
        "Change «3» so that it does not conform to [datatype xsd:integer].",
    ),
    (
        "And", "sh:and ( [ sh:minInclusive 5 ] ex:Named )", "ex:p 3",
        "p: «3» must conform to all of [minInclusive «5»], Named.",
        "Find which of these «3» breaks, and mend that: [minInclusive «5»], Named.",
    ),
    (
        "Or", "sh:or ( [ sh:datatype xsd:date ] [ sh:class ex:X ] )", "ex:p 3",
        "p: «3» must conform to one or more of [datatype xsd:date], [class X].",
        "Choose one and make «3» conform to it: [datatype xsd:date], [class X].",
    ),
    (
        "Xone", "sh:xone ( [ sh:datatype xsd:integer ] [ sh:minInclusive 1 ] )", "ex:p 3",
        "p: «3» must conform to exactly one of [datatype xsd:integer], [minInclusive «1»].",
        "Make «3» conform to one of these and to no other: [datatype xsd:integer], [minInclusive «1»].",
    ),
    (
        "Node", "sh:node ex:Named", "ex:p 3",
        "p: «3» does not conform to Named.",
        "Mend «3» so that it conforms to Named.",
    ),
    (
        "QualifiedMinCount", "sh:qualifiedValueShape [ sh:class ex:X ] ; sh:qualifiedMinCount 1", "ex:p ex:o",
        "p: the number of values that conform to [class X] must be at least 1.",
        "Add values of p that conform to [class X]: at least 1 in all.",
    ),
    (
        "QualifiedMaxCount", "sh:qualifiedValueShape ex:Any ; sh:qualifiedMaxCount 0", "ex:p ex:o",
        "p: the number of values that conform to Any must be at most 0.",
        "Remove values of p that conform to Any until no more than 0 is left.",
    ),
    (
        "HasValue", "sh:hasValue ex:o", "ex:p ex:x",
        "p: o must be among the values.",
        "Add o to the values of p.",
    ),
    (
        "In", 'sh:in ( kzh:Person "b" )', "ex:p 3",
        "p: «3» is none of kzh:Person, «b».",
        "Take a value from the list: kzh:Person, «b».",
    ),
]  # fmt: skip
NAMED = 'ex:Named a sh:NodeShape ; sh:pattern "z" .\nex:Any a sh:NodeShape ; sh:nodeKind sh:IRI .\n'


def judged(tmp_path: Path, shape: str, said: str = "ex:p 1") -> list[Finding]:
    (tmp_path / "shapes.ttl").write_text(PREFIXES + NAMED + shape, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(f"{PREFIXES}ex:n a ex:T ; {said} .\n", encoding="utf-8")
    return list(validate(tmp_path / "data.ttl", shapes=tmp_path / "shapes.ttl", checks=False).findings)


@pytest.mark.parametrize(("component", "asked", "said", "message", "mend"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_constraint_says_what_and_how_to_mend_it(
    component: str, asked: str, said: str, message: str, mend: str, tmp_path: Path
) -> None:
    shape = SHAPE.format(f"sh:property [ sh:path ex:p ; {asked} ]")
    found = [one for one in judged(tmp_path, shape, said) if one.component == f"{component}ConstraintComponent"]
    assert found
    assert {one.rule for one in found} == {"S-p"}
    assert message in {one.message("en") for one in found}
    assert mend in {one.mend("en") for one in found}
    for one in found:
        assert set(one.messages) == set(one.mends) == set(LANGUAGES)
        assert len(set(one.messages.values())) == len(set(one.mends.values())) == 3
        assert not any("{" in text.replace("{2}", "") for text in [*one.messages.values(), *one.mends.values()])


def test_a_closed_shape_says_which_properties_it_allows(tmp_path: Path) -> None:
    shape = SHAPE.format("sh:closed true ; sh:ignoredProperties ( ex:z ) ; sh:property [ sh:path kzh:article ]")
    found = [one for one in judged(tmp_path, shape) if one.path == "http://example.org/p"]
    assert [one.rule for one in found] == ["S"]
    assert found[0].message("en") == "p: the property is not allowed here; its value is «1»."
    assert found[0].mend("ru") == "Уберите свойство или замените допустимым: kzh:article, z."


def test_a_node_that_is_judged_itself_is_called_so(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, SHAPE.format("sh:nodeKind sh:BlankNode"))
    assert found.message("en") == "the node itself: n is not of the kind BlankNode."
    assert found.message("kk") == "түйіннің өзі: n түйінінің түрі BlankNode емес."


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("[ sh:inversePath ex:p ]", "^p"),
        ("( ex:a kzh:article )", "a/kzh:article"),
        ("[ sh:alternativePath ( ex:a [ sh:inversePath ex:b ] ) ]", "(a|^b)"),
        ("( [ sh:zeroOrMorePath ex:a ] [ sh:oneOrMorePath ex:b ] [ sh:zeroOrOnePath ex:c ] )", "a*/b+/c?"),
    ],
)
def test_a_path_is_shown_as_sparql_writes_it(path: str, shown: str, tmp_path: Path) -> None:
    (found,) = judged(tmp_path, SHAPE.format(f"sh:property [ sh:path {path} ; sh:minCount 9 ]"))
    assert found.message("en") == f"{shown}: the number of values must be at least 9."


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ('"Only Kazakh"@kk', {"kk": "Only Kazakh"}),
        ('"Two"@ru-KZ , "One"@ru', {"ru": "One Two"}),
        ('"No language"', {"en": "No language"}),
        ('"Нужно имя"', {"ru": "Нужно имя"}),
        ('"Аты керек, бірақ жоқ"', {"kk": "Аты керек, бірақ жоқ"}),
        ('"Nombre"@es , "Name"@en', {"es": "Nombre", "en": "Name"}),
    ],
)
def test_a_shape_s_own_message_stays_and_the_others_are_added(own: str, kept: dict[str, str], tmp_path: Path) -> None:
    shape = SHAPE.format(f"sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:message {own} ]")
    (found,) = judged(tmp_path, shape)
    default = {
        "kk": "q: мәндер саны кемінде 1 болуы керек.",
        "ru": "q: значений должно быть не меньше 1.",
        "en": "q: the number of values must be at least 1.",
    }
    assert dict(found.messages) == default | kept


def test_a_condition_in_sparql_keeps_the_message_that_its_query_filled(tmp_path: Path) -> None:
    query = 'sh:sparql [ sh:message "odd {?value}"@en ; sh:select "SELECT $this ?value { $this ex:p ?value }" ; sh:prefixes ex: ]'
    declared = 'ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .\n'
    (found,) = judged(tmp_path, SHAPE.format(query) + declared)
    assert found.message("en") == "odd 1"
    assert found.message("ru") == "сам узел: не выполнено условие SPARQL формы S; значение: «1»."
    assert found.mend("en").startswith("Read the query of S ")


def test_a_message_that_is_no_text_is_none(tmp_path: Path) -> None:
    shape = SHAPE.format('sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:message "{x} {value}" , ex:iri ]')
    (found,) = judged(tmp_path, shape)
    assert found.message("en") == "{x} {value}"


def test_braces_in_a_value_are_a_part_of_it(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, SHAPE.format("sh:property [ sh:path ex:p ; sh:maxLength 1 ]"), 'ex:p "{path} {0}"')
    assert found.message("en") == "p: «{path} {0}» must have a length of at most 1."


def test_nameless_shapes_have_names_that_stay(tmp_path: Path) -> None:
    two = "sh:property [ sh:path ex:q ; sh:minCount 1 ] , [ sh:path ex:q ; sh:hasValue 5 ] , [ sh:path ex:r ; sh:minCount 1 ]"
    shape = SHAPE.format(two)
    for _ in range(3):
        found = {one.rule: one.component for one in judged(tmp_path, shape)}
        assert found == {
            "S-q": "HasValueConstraintComponent",
            "S-q-2": "MinCountConstraintComponent",
            "S-r": "MinCountConstraintComponent",
        }


def test_shapes_of_one_last_name_are_told_apart(tmp_path: Path) -> None:
    shapes = "".join(
        f"<http://example.org/{part}#p> sh:path ex:p ; sh:maxCount {most} ; sh:targetClass ex:T .\n"
        for part, most in (("a", 0), ("b", 1))
    )
    found = judged(tmp_path, shapes, "ex:p 1 , 2")
    assert {one.rule: one.message("en")[-2:] for one in found} == {"p": "0.", "p-2": "1."}


@pytest.mark.parametrize("severity", ["sh:Trace", "sh:Debug", "sh:Info"])
def test_what_is_less_than_information_is_information(severity: str, tmp_path: Path) -> None:
    shape = SHAPE.format(f"sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:severity {severity} ]")
    assert [one.severity for one in judged(tmp_path, shape)] == ["info"]


def test_shapes_that_hold_each_other_many_times_over_are_named_soon() -> None:
    names = [f"_:b{number}" for number in range(40)]
    held = "".join(f"{one} sh:or ( {' '.join(names)} ) ; sh:node {' , '.join(names)} .\n" for one in names)
    text = PREFIXES + "ex:S sh:property _:b0 .\n" + held
    catalogue = Catalogue(quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE))
    assert max(len(shape.asked) for shape in catalogue.judging()) < 10_000


def test_why_a_value_breaks_the_shape_that_it_is_sent_to_is_no_finding_of_its_own(tmp_path: Path) -> None:
    shape = SHAPE.format("sh:property [ sh:path ex:p ; sh:node ex:Named ]")
    assert [(one.rule, one.focus) for one in judged(tmp_path, shape)] == [("S-p", "http://example.org/n")]


def test_a_literal_may_be_judged_itself(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, 'ex:S a sh:NodeShape ; sh:targetNode "a b" ; sh:nodeKind sh:IRI .\n')
    assert (found.focus, found.message("en")) == ("a b", "the node itself: «a b» is not of the kind IRI.")


def test_a_weight_that_is_none_of_ours_is_a_violation(tmp_path: Path) -> None:
    shape = SHAPE.format("sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:severity ex:Dreadful ]")
    assert [one.severity for one in judged(tmp_path, shape)] == ["violation"]


def test_the_table_has_every_component_that_the_validator_knows() -> None:
    from pyshacl.constraints import ALL_CONSTRAINT_COMPONENTS

    known = {component.__name__ for component in ALL_CONSTRAINT_COMPONENTS}
    known -= {"QualifiedValueShapeConstraintComponent", "SPARQLBasedConstraint"}
    known |= {
        "QualifiedMinCountConstraintComponent",
        "QualifiedMaxCountConstraintComponent",
        "SPARQLConstraintComponent",
    }
    assert known <= set(components())
    judged_here = {f"{case[0]}ConstraintComponent" for case in CASES}
    assert known - judged_here == {
        "ClosedConstraintComponent", "PropertyConstraintComponent", "SPARQLConstraintComponent",
    }  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["component"])
def test_the_texts_of_a_component_say_the_same_in_all_languages(row: dict[str, str]) -> None:
    known = {"path", "value", "shape", *(pair.partition("=")[0] for pair in row["fills"].split() if "=" in pair)}
    for part in ("message", "mend"):
        names = [sorted(names_in(row[f"{part}_{language}"])) for language in LANGUAGES]
        assert {name for found in names for name in found} <= known
        assert re.search("[а-яё]", row[f"{part}_ru"])
        assert not re.search("[әғқңөұүһі]", row[f"{part}_ru"])
        assert not re.search("[а-яёәғқңөұүһі]", row[f"{part}_en"])
        if part == "message":
            assert len({tuple(found) for found in names}) == 1
    assert re.search("[әғқңөұүһі]", row["message_kk"] + row["mend_kk"])


def names_in(text: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    "asked",
    [
        'sh:minCount "one"',
        "sh:maxCount ex:many",
        'sh:minLength "long"',
        "sh:in ex:none",
        "sh:in ex:round",
        "sh:class 5",
        "sh:path ()",
    ],
)
def test_a_parameter_that_is_not_what_it_should_be_stops_nothing_but_these_shapes(asked: str, tmp_path: Path) -> None:
    told = ""
    try:
        judged(tmp_path, SHAPE.format(f"sh:property [ sh:path ex:p ; {asked} ]") + "ex:round rdf:rest ex:round .\n")
    except ShapeError as error:
        told = str(error)
    assert told == "" or told.startswith(f"{tmp_path / 'shapes.ttl'}: ")
    assert "\n" not in told
