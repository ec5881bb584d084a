from decimal import Decimal

import pytest

from kzhealthkg.annotate import tokens
from kzhealthkg.annotate.values.values import find_values
from kzhealthkg.model import Mention, Sentence


def mentions(text: str, language: str = "kk") -> list[Mention]:
    return find_values(Sentence(0, len(text), tuple(tokens.tokenize(text, language))), language)


def read(text: str, language: str = "kk") -> list[tuple[str, str, str]]:
    return [(m.type, f"{m.value.value.normalize():f}{m.value.unit}", m.value.bound) for m in mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,3 млрд. тг бөлінді", "2300000000KZT"),
        ("3 млрд. 415,7 млн. теңге", "3415700000KZT"),
        ("6 миллиард 100 миллион теңге", "6100000000KZT"),
        ("80 млн. тенге", "80000000KZT"),
        ("1 250 340 000 теңге", "1250340000KZT"),
        ("12 мың теңге", "12000KZT"),
        ("1,2 трлн теңге", "1200000000000KZT"),
        ("$27,5 млн", "27500000USD"),
        ("4 миллиард доллар", "4000000000USD"),
        ("15 млн АҚШ доллары", "15000000USD"),
        ("40 мың еуро", "40000EUR"),
        ("бес жүз мың теңге", "500000KZT"),
        ("бір жарым миллион теңге", "1500000KZT"),
    ],
)
def test_money(text: str, value: str) -> None:
    assert read(text) == [("money", value, "")]


def test_the_case_is_that_of_the_last_word() -> None:
    assert mentions("2,5 млрд теңгеге 3 нысан салынды")[0].case == "dat"
    assert mentions("40%-ға жетті")[0].case == "dat"
    assert mentions("Оның 17-сі дайын")[0].case == "nom"
    assert mentions("7 млрд-тан астам")[0].case == "abl"


@pytest.mark.parametrize("text", ["45%-ға дайын", "45 пайызға өсті", "45 % құрайды"])
def test_percent(text: str) -> None:
    assert read(text) == [("percent", "45%", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 емхана", "14"),
        ("Үш аурухана", "3"),
        ("он бес дәрігер", "15"),
        ("жүз елу төсек", "150"),
        ("жиырма бір бала", "21"),
        ("екеуі ашылды", "2"),
        ("320 нысанның көпшілігі", "320"),
        ("3 508 тұрғын", "3508"),
        ("2030 тұрғын емделді", "2030"),
        ("31 жас маман", "31"),
        ("20 тәулік бойғы төсек", "20"),
    ],
)
def test_counts(text: str, value: str) -> None:
    assert read(text) == [("number", value, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Бір жолғы көмек берілді",
        "бірқатар нысан",
        "Олардың бірі ашылды",
        "екінші орын",
        "65-ші орын",
        "№7 мектеп",
        "2026 жылы",
        "5 жылда",
        "Төрт күн ішінде",
        "екі күндік жиын",
        "16 жасқа толған",
        "6-10 қараша аралығында",
        "22 мен 24 мамыр аралығында",
        "сағат 10-да",
        "10:30",
        "03.05.2024",
        "тел. 8-727-111-22-33",
        "+7 701 555 4433",
        "Lumos Sign 18 жүйесі",
        "NORM 2022 бойынша",
        "Абай даңғылы, 17",
        "төртінші тоқсанда",
        "IV тоқсанда",
        "Балалар үшін салынды",
        "Оны және оның серігін",
        "жүздеген адам",
        "мыңдаған тұрғын",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("40-тан астам отбасы", ("number", "40", "atLeast")),
        ("оннан аса ота", ("number", "10", "atLeast")),
        ("3 млрд теңгеден артық қаржы", ("money", "3000000000KZT", "atLeast")),
        ("кемінде 9 мейіргер", ("number", "9", "atLeast")),
        ("шамамен 4,5 млрд теңге", ("money", "4500000000KZT", "about")),
        ("6 мыңға жуық бала", ("number", "6000", "about")),
        ("25 шақты орын", ("number", "25", "about")),
        ("900 млн теңгеге дейін", ("money", "900000000KZT", "atMost")),
        ("12-ден аспайтын топ", ("number", "12", "atMost")),
        ("700 адамнан астам", ("number", "700", "atLeast")),
        ("90 төсекке дейін", ("number", "90", "atMost")),
    ],
)
def test_bounds(text: str, found: tuple[str, str, str]) -> None:
    assert read(text) == [found]


def test_a_bound_belongs_to_the_figure_it_touches() -> None:
    assert read("31%-дан екі еседен астам") == [("percent", "31%", ""), ("number", "2", "atLeast")]


@pytest.mark.parametrize("text", ["3-4 мың адам", "от 3 до 4 тысяч человек"])
def test_ranges(text: str) -> None:
    (found,) = mentions(text, "ru" if "от" in text else "kk")
    assert (found.value.low, found.value.value) == (Decimal(3000), Decimal(4000))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("свыше 2,5 млрд тенге", ("money", "2500000000KZT", "atLeast")),
        ("9 тысяч тенге", ("money", "9000KZT", "")),
        ("двадцать три врача", ("number", "23", "")),
        ("не менее 12 коек", ("number", "12", "atLeast")),
        ("до 450 посещений", ("number", "450", "atMost")),
        ("около 70 человек", ("number", "70", "about")),
        ("полтора миллиона рублей", ("money", "1500000RUB", "")),
        ("75 процентов", ("percent", "75%", "")),
        ("более чем в три раза", ("number", "3", "atLeast")),
    ],
)
def test_russian(text: str, found: tuple[str, str, str]) -> None:
    assert read(text, "ru") == [found]


@pytest.mark.parametrize(
    "text", ["Он приехал", "одна больница", "к 2028 году", "за 12 лет", "с 3 по 8 мая", "десятки школ", "10-летие"]
)
def test_russian_words_that_count_nothing(text: str) -> None:
    assert read(text, "ru") == []


def test_a_change_from_one_figure_to_another_is_no_bound() -> None:
    assert read("выросла с шести клиник до 48 клиник", "ru") == [("number", "6", ""), ("number", "48", "")]


def test_the_mention_covers_figure_unit_and_bound() -> None:
    text = "Оған 3 млрд теңгеден астам қаржы бөлінді"
    (found,) = mentions(text)
    assert text[found.start : found.end] == "3 млрд теңгеден астам"
    assert (found.first, found.last) == (1, 5)


def test_values_are_plain_numbers() -> None:
    assert [str(m.value.value) for m in mentions("7,80 млн теңге, 2,50 есе, 1,5 млрд теңге")] == [
        "7800000",
        "2.5",
        "1500000000",
    ]
