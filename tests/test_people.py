"""People, their offices, organisations and programmes; sentences of our own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kzhealthkg.annotate.people.people import find_people
from kzhealthkg.annotate.tokens import sentences
from kzhealthkg.annotate.words import fold, kk_stems
from kzhealthkg.extract.context.speaker import speakers
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.posts import posts
from kzhealthkg.model import Article, Document, Language, Mention, PersonValue
from kzhealthkg.text import clean

CASES = Path(__file__).parent / "people.txt"


def document(text: str, language: Language = "kk", region: str | None = None) -> Document:
    article = Article("own", text, clean(text)[0], date="2025-06-01", language=language, region=region)
    bare = sentences(article)
    found = find_people(bare, article, region or "")
    return Document(article, tuple(replace(s, mentions=tuple(m)) for s, m in zip(bare, found, strict=True)))


def mentions(doc: Document, kind: str) -> list[Mention]:
    return [m for s in doc.sentences for m in s.mentions if m.type == kind]


def shown(mention: Mention) -> str:
    value: PersonValue = mention.value
    offices = []
    for post in value.posts:
        cells = [post.role, post.organization, post.region, "acting" if post.acting else ""]
        offices.append(", ".join(cells).rstrip(", ") if any(cells[:1]) else f", {post.organization}")
    return f"{value.name} | {mention.case} | {'; '.join(offices)}".rstrip()


def cases() -> list[tuple[Language, str, list[str]]]:
    found: list[tuple[Language, str, list[str]]] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            language, sentence = line[2:].split(" ", 1)
            found.append(("ru" if language == "ru" else "kk", sentence, []))
        elif line.startswith("= "):
            found[-1][2].append(line[2:].strip())
    return found


@pytest.mark.parametrize(("language", "sentence", "expected"), cases())
def test_people_of_a_sentence(language: Language, sentence: str, expected: list[str]) -> None:
    found = [shown(m) for m in mentions(document(sentence, language), "person")]
    assert "\n".join(found) == "\n".join(expected)


def test_a_name_takes_the_fullest_form_of_its_article() -> None:
    doc = document(
        "Б. Ержанов келді. Министр Болат Серікұлы Ержанов сөйледі. Болат Серікұлы аралады. Ержановтың сөзі ұзақ болды."
    )
    assert [m.value.name for m in mentions(doc, "person")] == ["Болат Ержанов"] * 4


def test_a_patronymic_stays_where_no_surname_is_given() -> None:
    doc = document("Басқарма төрағасының орынбасары Нұрбол Асқарұлы қатысты. Нұрбол Асқарұлымен кездесті.")
    assert [m.value.name for m in mentions(doc, "person")] == ["Нұрбол Асқарұлы"] * 2


def test_two_people_of_one_surname_are_not_mixed_up() -> None:
    doc = document("Асан Ахметов пен Болат Ахметов келді. Ахметов сөз алды.")
    assert [m.value.name for m in mentions(doc, "person")] == ["Асан Ахметов", "Болат Ахметов"]


def test_the_head_of_the_region_is_its_akim() -> None:
    doc = document("Өңір басшысы Серік Омаров ауруханаға барды.", region="KZ-23")
    (person,) = mentions(doc, "person")
    post = person.value.posts[0]
    assert (post.role, post.organization, post.region) == ("akim", "Атырау облысының әкімдігі", "KZ-23")


def test_evidence_covers_office_and_name() -> None:
    text = "Бүгін «Шипа» ЖШС директоры, м.ғ.к., хирург-дәрігер Асан Ержанов келді."
    (person,) = mentions(document(text), "person")
    start, end = person.value.post_start, person.value.post_end
    assert text[start:end] == "«Шипа» ЖШС директоры"


def test_an_office_without_a_name_is_a_mention() -> None:
    found = mentions(document("Вице-министр нысанды аралады."), "post")
    assert [(m.value.role, m.value.text) for m in found] == [("vice-minister", "Вице-министр")]


def test_organisations_in_the_nominative() -> None:
    doc = document('Жабдықты «Мед Сервис» ЖШС-нен, "Жаңа ем" АҚ-тан және Қарағанды медицина университетінен алды.')
    expected = ["«Мед Сервис» ЖШС", "«Жаңа ем» АҚ", "Қарағанды медицина университеті"]
    assert [m.value.name for m in mentions(doc, "organization")] == expected


def test_a_bare_national_project_is_the_one_named_before() -> None:
    doc = document(
        "«Ауылдағы денсаулық сақтау саласын жаңғырту» ұлттық жобасы басталды. Ұлттық жоба аясында нысан салынды."
    )
    assert [m.value.id for m in mentions(doc, "programme")] == ["rural-health-modernisation"] * 2
    assert mentions(document("Ұлттық жоба аясында нысан салынды."), "programme") == []


def told(doc: Document) -> list[Draft]:
    return posts(doc, speakers(doc))


def kinds(drafts: list[Draft]) -> list[tuple[str, str, str, str]]:
    keys = ("person", "role", "change")
    return [(d.kind, *(str(d.slots.get(key, "")) for key in keys)) for d in drafts]  # type: ignore[misc]


def test_a_post_is_said_once_an_article() -> None:
    doc = document("Министр Асан Ержанов келді. ҚР Денсаулық сақтау министрі Асан Ержанов кетті.")
    (draft,) = told(doc)
    assert draft.slots["organization"] == "ҚР Денсаулық сақтау министрлігі"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Асан Ержанов Абай облысының әкімі болып тағайындалды.", ("Асан Ержанов", "akim", "appointed")),
        ("kk", "Қаржы министрі Асан Ержанов қызметінен босатылды.", ("Асан Ержанов", "minister", "dismissed")),
        ("kk", "Облыс әкімі болып экс-министр Асан Ержанов тағайындалды.", ("Асан Ержанов", "akim", "appointed")),
        ("ru", "Асан Ержанов назначен министром здравоохранения.", ("Асан Ержанов", "minister", "appointed")),
        ("ru", "От должности директора центра освобождён Иван Носов.", ("Иван Носов", "head", "dismissed")),
        (
            "ru",
            "Президент Олег Лисов освободил от должности министра Ивана Носова.",
            ("Иван Носов", "minister", "dismissed"),
        ),
    ],
)
def test_appointments(language: Language, text: str, expected: tuple[str, str, str]) -> None:
    found = [k for k in kinds(told(document(text, language))) if k[0] == "Appointment"]
    assert found == [("Appointment", *expected)]


def test_a_verb_without_an_office_appoints_nobody() -> None:
    doc = document("Лечение назначил врач Иван Носов.", "ru")
    assert told(doc) == []


def test_endings_come_off_by_the_rules_of_harmony() -> None:
    assert ("Ержанов", "gen") in kk_stems("Ержановтың")
    assert kk_stems("Сейтқали") == (("Сейтқали", "nom"),)
    assert fold("Ақмарал") == fold("Акмарал")
