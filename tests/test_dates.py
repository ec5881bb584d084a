from datetime import date

import pytest

from kzhealthkg import lexicon
from kzhealthkg.annotate import tokens
from kzhealthkg.annotate.values import dates
from kzhealthkg.annotate.values.date_rules import LEANING, RULES
from kzhealthkg.annotate.values.said_date import Said
from kzhealthkg.model import Sentence

TODAY = "2025-10-08"  # a Wednesday


def read(text: str, language: str = "kk", today: str | None = TODAY) -> list[tuple[str, str]]:
    sentence = Sentence(0, len(text), tuple(tokens.tokenize(text, language)))
    return [(m.value.edtf, m.value.role) for m in dates.find_dates(sentence, today, language)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023 жылы", "2023"),
        ("2023 жылғы есеп", "2023"),
        ("2027 жылға жоспар", "2027"),
        ("2023-2024 жылдары", "2023/2024"),
        ("2011 жылдан 2025 жылға дейінгі кезеңде", "2011/2025"),
        ("2022 жылдан бері", "2022/.."),
        ("2026 жылдың наурыз айында", "2026-03"),
        ("2025 жылғы 9 мамырда", "2025-05-09"),
        ("2024 жылғы 3–5 сәуір аралығында", "2024-04-03/2024-04-05"),
        ("3 маусым 2024 жылы", "2024-06-03"),
        ("2026 жылдың үшінші тоқсанында", "2026-07/2026-09"),
        ("2026 жылдың IV тоқсанында", "2026-10/2026-12"),
        ("2026 жылдың бірінші жартыжылдығында", "2026-01/2026-06"),
        ("2024 жылдың 7 айында", "2024-01/2024-07"),
        ("05.11.2024", "2024-11-05"),
    ],
)
def test_dates_in_figures(text: str, edtf: str) -> None:
    assert read(text, today=None) == [(edtf, "date")]
    assert read(text) == [(edtf, "date")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2028 жылға дейін", "2028"),
        ("2026 жылдың соңына дейін", "2026-12-31"),
        ("2026 жылғы сәуірге дейін", "2026-04"),
        ("осы жылдың соңына дейін", "2025-12-31"),
        ("Жыл аяғына дейін", "2025-12-31"),
        ("келер жылдың соңына дейін", "2026-12-31"),
        ("алдағы үш жыл ішінде", "2028"),
        ("1 желтоқсанға дейін", "2025-12-01"),
    ],
)
def test_deadlines(text: str, edtf: str) -> None:
    assert read(text) == [(edtf, "due")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("биыл", "2025"),
        ("былтыр", "2024"),
        ("ағымдағы жылы", "2025"),
        ("келесі жылы", "2026"),
        ("өткен жылы", "2024"),
        ("бүгінгі таңда", "2025-10-08"),
        ("Қазіргі уақытта", "2025-10-08"),
        ("кеше", "2025-10-07"),
        ("ертең", "2025-10-09"),
        ("жыл басынан бері", "2025"),
        ("соңғы 4 жылда", "2021/2025"),
        ("Соңғы екі жылда", "2023/2025"),
        ("7 жыл ішінде", "2018/2025"),
        ("үш жылда", "2022/2025"),
        ("бес жыл бұрын", "2020"),
        ("соңғы алты ай ішінде", "2025-04/2025-10"),
        ("үш айдан бері", "2025-07/.."),
        ("өткен аптада", "2025-09-29/2025-10-05"),
        ("келесі айда", "2025-11"),
        ("осы айда", "2025-10"),
        ("12 қыркүйекте", "2025-09-12"),
        ("4-8 қазан аралығында", "2025-10-04/2025-10-08"),
        ("27 желтоқсанда", "2025-12-27"),
        ("осы жылғы 14 ақпанда", "2025-02-14"),
        ("былтырғы жылдың мамыр айында", "2024-05"),
        ("биылдан бастап", "2025/.."),
        ("бірінші жартыжылдықта", "2025-01/2025-06"),
    ],
)
def test_dates_from_today(text: str, edtf: str) -> None:
    assert read(text) == [(edtf, "date")]
    assert read(text, today=None) == []


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read("20 желтоқсанда", today="2025-01-12") == [("2024-12-20", "date")]
    assert read("20 қаңтарда", today="2025-12-12") == [("2026-01-20", "date")]


@pytest.mark.parametrize(
    "text",
    [
        "жыл сайын",
        "5 жылдық жоспар",
        "екі күндік жиын",
        "2 қазандық орнатылды",
        "соңғы жылдары",
        "31 қыркүйекте",
        "ертеңгі ұрпақ",
        "2024 төсек",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "edtf", "role"),
    [
        ("с начала 2025 года", "2025", "date"),
        ("за январь–июнь 2025 года", "2025-01/2025-06", "date"),
        ("на май 2027 года", "2027-05", "date"),
        ("к 2028 году", "2028", "due"),
        ("до конца 2026 года", "2026-12-31", "due"),
        ("до конца года", "2025-12-31", "due"),
        ("в первом полугодии", "2025-01/2025-06", "date"),
        ("во втором квартале 2026 года", "2026-04/2026-06", "date"),
        ("в прошлом году", "2024", "date"),
        ("в течение этого года", "2025", "date"),
        ("в ближайшие два года", "2027", "due"),
        ("за последние 10 лет", "2015/2025", "date"),
        ("на прошлой неделе", "2025-09-29/2025-10-05", "date"),
        ("три года назад", "2022", "date"),
        ("вчера", "2025-10-07", "date"),
        ("с 2019 по 2024 год", "2019/2024", "date"),
        ("с 2019 года", "2019/..", "date"),
        ("14 марта 2024 года", "2024-03-14", "date"),
        ("с 3 по 5 мая 2024 года", "2024-05-03/2024-05-05", "date"),
        ("к 1 декабря", "2025-12-01", "due"),
        ("5 и 6 октября", "2025-10-05/2025-10-06", "date"),
        ("4, 5 и 6 октября", "2025-10-04/2025-10-06", "date"),
        ("с 3 до 6 октября", "2025-10-03/2025-10-06", "date"),
        ("до конца недели", "2025-10-12", "due"),
        ("к концу следующей недели", "2025-10-19", "due"),
    ],
)
def test_russian(text: str, edtf: str, role: str) -> None:
    assert read(text, "ru") == [(edtf, role)]


def test_the_longest_phrase_wins_and_order_is_that_of_the_text() -> None:
    assert read("Бүгін, 2025 жылғы 8 қазанда, былтыр басталған жоба бітті") == [
        ("2025-10-08", "date"),
        ("2024", "date"),
    ]


def test_every_rule_of_the_table_exists() -> None:
    used = {row["rule"].partition(":")[0] for row in lexicon.table("date_phrases")}
    assert used == set(RULES)


def test_a_day_said_twice_counts_once() -> None:
    assert read("Бүгін, 2025 жылғы 7 қазанда аурухана ашылды") == [("2025-10-07", "date")]
    assert read("Сегодня, 7 октября 2025 года, открыли больницу", "ru") == [("2025-10-07", "date")]


@pytest.mark.parametrize("rule", sorted(set(RULES) - LEANING))
def test_the_other_rules_do_not_ask_where_the_sentence_looks(rule: str) -> None:
    parts = {"y": "2024", "z": "2025", "m": "мамыр", "o": "маусым", "mm": "5", "d": "3", "e": "4", "q": "1", "n": "2"}
    said = Said(2024, parts, "kk", date(2025, 10, 8), 1)
    del said.lean
    assert RULES[rule](said)
