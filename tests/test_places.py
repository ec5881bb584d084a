from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kzhealthkg.annotate.places.main_region import main_region
from kzhealthkg.annotate.places.places import find_places
from kzhealthkg.annotate.tokens import sentences
from kzhealthkg.model import Article, PlaceValue
from kzhealthkg.text import clean


def article(text: str, **known: Any) -> Article:
    mapped, language = clean(text)
    return Article("a", text, mapped, **{"language": language or "kk", "date": "2025-03-01", **known})


def found(text: str, **known: Any) -> list[tuple[str, PlaceValue]]:
    here = article(text, **known)
    mentions = find_places(sentences(here), here)
    return [(here.quote(m.start, m.end)[0], m.value) for line in mentions for m in line if m.type == "place"]


def names(text: str, **known: Any) -> list[str]:
    return [f"{v.name} {v.level} {v.region}".strip() for _, v in found(text, **known)]


def codes(text: str, **known: Any) -> list[str]:
    return [v.code for _, v in found(text, **known)]


KAZAKH = [
    ("Жамбыл облысындағы үш аурухана жөнделді.", ["Жамбыл oblast KZ-31"]),
    ("Делегация Шымкент қаласы мен Түркістан облысына барды.", ["Шымкент city KZ-79", "Түркістан oblast KZ-61"]),
    (
        "Жоба Батыс Қазақстан, Алматы және Жамбыл облыстарында жүріп жатыр.",
        ["Батыс Қазақстан oblast KZ-27", "Алматы oblast KZ-19", "Жамбыл oblast KZ-31"],
    ),
    ("Қостанайдағы емхана ашылды.", ["Қостанай city KZ-39"]),
    ("Бұл жолы дәрігерлер Балқашта болды.", ["Балқаш city KZ-35"]),
    ("Биыл БҚО-да бес жаңа емхана салынады.", ["БҚО oblast KZ-27"]),
    ("Дәрігерлер Израиль мен Түркияда оқыды.", ["Израиль country", "Түркия country"]),
    ("Кездесу Бішкек қаласында өтті.", ["Бішкек foreign"]),
    ("Жалағаш аудандық ауруханасына аппарат жеткізілді.", ["Жалағаш district KZ-43"]),
    ("Маңғыстау облыстық ауруханасы жаңарды.", ["Маңғыстау oblast KZ-47"]),
    ("Маңғыстау: емхана жаңарды.", ["Маңғыстау oblast KZ-47"]),
    ("Орталықтың Астана, Қызылорда және Павлодар қалаларындағы бөлімшелері бар.",
     ["Астана city KZ-71", "Қызылорда city KZ-43", "Павлодар city KZ-55"]),
    ("Құрманғазы, Жылыой аудандық ауруханаларында.", ["Құрманғазы district KZ-23", "Жылыой district KZ-23"]),
]  # fmt: skip

RUSSIAN = [
    ("В Павлодаре и Костанае открыты клиники.", ["Павлодар city KZ-55", "Костанай city KZ-39"]),
    ("Больница Актюбинской области отремонтирована.", ["Актюбинская oblast KZ-15"]),
    ("Техника доставлена в Астану, Алматы, Караганду.", ["Астана city KZ-71", "Алматы city KZ-75", "Караганда city KZ-35"]),
    ("Главврач из области Абай выступил.", ["Абай oblast KZ-10"]),
    ("Жители г. Семей получили поликлинику.", ["Семей city KZ-10"]),
    ("В Жамбылской и Павлодарской областях строят ФАПы.", ["Жамбылская oblast KZ-31", "Павлодарская oblast KZ-55"]),
    ("Врачи учились в Германии и Израиле.", ["Германия country", "Израиль country"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KAZAKH + RUSSIAN)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_kazakh_in_latin_script() -> None:
    assert names("Úsh aýrýhana Qyzylorda oblysynda salyndy.") == ["Қызылорда oblast KZ-43"]


@pytest.mark.parametrize(
    "text",
    [
        "Абай атындағы ауруханада кездесу өтті.",
        "Емхана Қажымұқан көшесінде орналасқан.",
        "Бас дәрігер Темір Асқаров сөз сөйледі.",
        "Облыста екі емхана ашылды.",
        "Облыс орталығында және аудан орталығында емхана бар.",
        "Жоба Батыс Қазақстан өңірлерін қамтиды.",
        "Өңірде бірлік пен достық бар, алға жылжу бар.",
        "Бірлік керек, деді ол. Достық та керек.",
        "Қалада жаңа емхана ашылды, ауданда да ашылады.",
        "«Семей» клиникасы жаңа құрал алды.",
        "М.С. Айдарова мен Л.Д. Серікова келді.",
        "Алтай тауларында демалыс бар.",
        "Главврач Абай Серіков и доктор Павлова выступили на улице Абая.",
        "Обсудили работу с Иваном и с Петровым.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["АСТАНА. ҚАЗАҚПАРАТ — Министр сөз сөйледі.", "ШЫМКЕНТ — Министр сөз сөйледі."])
def test_the_city_of_a_dateline_is_no_place_of_the_report(text: str) -> None:
    here = article(text)
    mentions = [m for line in find_places(sentences(here), here) for m in line]
    assert [m.type for m in mentions] == ["dateline"]
    assert main_region(sentences(here), find_places(sentences(here), here), here) == ""


def test_a_list_of_villages_under_several_districts() -> None:
    text = "Мекемелер Алға ауданы Тоқмансай және Қарабұлақ, Темір ауданы Ақсай, Шалқар ауданы Қаратоғай ауылдарында ашылды."
    villages = [(v.name, v.district, v.code) for _, v in found(text) if v.level == "village"]
    assert villages == [
        ("Тоқмансай", "Алға", "153251300"),
        ("Қарабұлақ", "Алға", "153243100"),
        ("Ақсай", "Темір", "155632100"),
        ("Қаратоғай", "Шалқар", "156451100"),
    ]


def test_russian_villages_of_the_district_that_follows() -> None:
    text = "Амбулатории строят в сёлах Токмансай и Карабулак Алгинского района."
    villages = [(v.name, v.district, v.code) for _, v in found(text) if v.level == "village"]
    assert villages == [("Токмансай", "Алгинский", "153251300"), ("Карабулак", "Алгинский", "153243100")]


def test_the_district_in_the_genitive_governs() -> None:
    ((_, district), (quote, village)) = found("Мұғалжар ауданының Бірлік ауылындағы амбулатория ашылды.")
    assert (quote, village.code, village.district) == ("Бірлік ауылындағы", "154851100", "Мұғалжар")
    assert district.code == "154800000"


def test_one_village_name_in_two_districts_is_two_places() -> None:
    first = found("Мұғалжар ауданы Бірлік ауылында емхана бар.")[-1][1]
    second = found("Мойынқұм ауданы Бірлік ауылында емхана бар.")[-1][1]
    assert (first.code, first.region) == ("154851100", "KZ-15")
    assert (second.code, second.region) == ("315635100", "KZ-31")


def test_a_village_name_alone_is_never_resolved() -> None:
    ((_, village),) = found("Бірлік ауылында емхана ашылды.")
    assert village.code == ""
    assert len(village.candidates) > 20


def test_several_of_the_name_in_the_region_stay_candidates() -> None:
    village = found("Түркістан облысының Бірлік ауылында емхана ашылды.")[-1][1]
    assert (village.code, village.region) == ("", "KZ-61")
    assert set(village.candidates) == {"613655100", "613945100", "614637100"}


def test_one_of_the_name_in_the_region_is_the_place() -> None:
    village = found("Маңғыстау облысының Бірлік ауылында емхана ашылды.")[-1][1]
    assert (village.code, village.region, village.district) == ("475040200", "KZ-47", "")


def test_a_village_in_no_classifier_keeps_its_region() -> None:
    village = found("Маңғыстау облысында құрылыс жүруде. Қосбұлақ ауылында амбулатория салынады.")[-1][1]
    assert (village.name, village.region, village.code, village.candidates) == ("Қосбұлақ", "KZ-47", "", ())


@pytest.mark.parametrize(("date", "region"), [("2021-05-01", "KZ-63"), ("2023-05-01", "KZ-10")])
def test_a_city_lies_in_the_region_of_the_day(date: str, region: str) -> None:
    assert names("Семейде аурухана ашылды.", date=date) == [f"Семей city {region}"]


def test_former_names() -> None:
    assert names("Оңтүстік Қазақстан облысында емхана ашылды.", date="2016-01-01") == [
        "Оңтүстік Қазақстан oblast KZ-61"
    ]
    assert codes("Нұр-Сұлтан қаласында емхана ашылды.", date="2021-01-01") == ["710000000"]


def test_names_that_look_inflected_stay_whole() -> None:
    assert names("Түркістан қаласы мен Қызылорда қаласы дамып келеді.") == [
        "Түркістан city KZ-61",
        "Қызылорда city KZ-43",
    ]


def test_cases_are_kept() -> None:
    here = article("Дәрігерлер Қарағандыдан Павлодарға, Тараздағы орталыққа барды.")
    cases = [m.case for line in find_places(sentences(here), here) for m in line]
    assert cases == ["abl", "dat", "locadj"]


def test_the_members_of_a_list_share_its_case() -> None:
    here = article("Курстар Астана, Павлодар және Ақтөбеде өтті.")
    assert [m.case for line in find_places(sentences(here), here) for m in line] == ["loc", "loc", "loc"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Атырау облысында екі емхана ашылды.\nТағы біреуі салынады.", "KZ-23"),
        ("Министр жоспармен таныстырды.\nӨңірлерде жұмыс жүруде.", ""),
        ("Курстар Астана, Павлодар және Ақтөбеде өтті.", ""),
        ("Дәрігерлер Германияда оқыды.", ""),
    ],
)
def test_the_main_region(text: str, region: str) -> None:
    here = article(text)
    every = sentences(here)
    assert main_region(every, find_places(every, here), here) == region


def test_a_town_that_only_tells_where_a_title_s_people_are_from() -> None:
    here = article("Пятьдесят литров крови сдал житель Тараза\nУ банка крови есть запасы.", language="ru")
    here = replace(here, title="Пятьдесят литров крови сдал житель Тараза")
    every = sentences(here)
    assert main_region(every, find_places(every, here), here) == ""


def test_what_the_article_says_of_itself_is_its_main_region() -> None:
    here = article("Бірлік ауылында емхана ашылды.", region="KZ-31")
    every = sentences(here)
    assert main_region(every, find_places(every, here), here) == "KZ-31"


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Мұғалжар ауданы Бірлік, Қожасай және Сага ауылдарында."
    assert found(text) == found(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Емхана Меркі ауданында ашылды.", "315400000"),
        ("Емхана Бөкей ордасы ауданында ашылды.", "275400000"),
        ("Емхана Т. Рысқұлов ауданында ашылды.", "315000000"),
        ("Емхана Ғ.Мүсірепов ауданының орталығында ашылды.", "596600000"),
        ("Поликлинику открыли в районе имени Габита Мусрепова.", "596600000"),
        ("Поликлинику открыли в районе им. Т. Рыскулова.", "315000000"),
        ("Поликлинику открыли в Теренкольском районе.", "554800000"),
    ],
)
def test_a_district_is_known_by_the_names_in_use(text: str, code: str) -> None:
    assert codes(text) == [code]
