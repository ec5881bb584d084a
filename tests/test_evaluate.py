"""The figures of evaluate, on a gold small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kzhealthkg import evaluate
from kzhealthkg.evaluate import alike
from kzhealthkg.evaluate.align import align
from kzhealthkg.evaluate.score import total

GOLD: dict[str, Any] = {
    "article": "a",
    "kind": "Works",
    "region": "KZ-15",
    "place": "Жаңатұрмыс",
    "status": "completed",
    "date": "2024-05",
    "quote": "Жаңатұрмыс ауылында мамырда амбулатория ашылды",
}


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> tuple[evaluate.Tally, evaluate.Tally]:
    scores = evaluate.score(gold, found)
    return total(scores.detection.values()), total(scores.kinds.values())


def test_the_gold_against_itself_is_perfect() -> None:
    met, slots = scored([GOLD], [dict(GOLD)])
    assert (met.f1, slots.f1, slots.guarded) == (1.0, 1.0, 1.0)


def test_nothing_found_is_zero_and_no_error() -> None:
    met, slots = scored([GOLD], [])
    assert (met.precision, met.recall, slots.f1) == (0.0, 0.0, 0.0)


def test_a_wrong_a_half_right_and_a_guessed_slot() -> None:
    found = GOLD | {"status": "planned", "date": "2024", "amount": 5}
    met, slots = scored([GOLD], [found])
    assert met.f1 == 1.0
    assert (slots.right, slots.found, slots.gold, slots.extra) == (2.5, 4, 4, 1)
    assert slots.precision == slots.recall == 0.625
    assert slots.guarded == pytest.approx(2 * 2.5 / 9)


def test_another_kind_is_missed_and_spurious() -> None:
    met, slots = scored([GOLD], [GOLD | {"kind": "Service"}])
    assert (met.right, met.found, met.gold) == (0, 1, 1)
    assert (slots.right, slots.found, slots.gold) == (0, 4, 4)


def test_only_articles_of_the_gold_are_judged() -> None:
    met, _ = scored([GOLD], [dict(GOLD), GOLD | {"article": "another"}])
    assert (met.found, met.gold) == (1, 1)


def test_each_statement_is_met_once_and_the_best_first() -> None:
    other = GOLD | {"place": "Қызылту"}
    assert sorted(align([GOLD, other], [dict(other), dict(GOLD), dict(GOLD)])) == [(0, 1), (1, 0)]


def test_slots_are_counted_by_name() -> None:
    slots = evaluate.score([GOLD], [GOLD | {"status": "planned"}]).slots
    assert {name: tally.f1 for name, tally in slots.items()} == {"region": 1, "place": 1, "status": 0, "date": 1}


@pytest.mark.parametrize(
    ("slot", "gold", "found", "mark"),
    [
        ("place", "Шымкент", "г. Шымкента", 1.0),
        ("place", "Қызылорда қаласы", "Кызылорда", 1.0),
        ("facility", "№ 2 емхана", "№ 3 емхана", 0.0),
        ("facility", "Арай аудандық ауруханасы", "Арай аудандық аурухана", 1.0),
        ("facility", "Арай", "Арай аудандық көпбейінді орталық ауруханасы", 0.5),
        ("person", "Сәуле Нұрқызы", "Сәуле Бекова", 1.0),
        ("person", "С. Бекова", "Сәуле Бекова", 1.0),
        ("person", "Сәуле Бекова", "Дана Бекова", 0.0),
        ("amount", 1900000000, "1900000000.0", 1.0),
        ("amount", 19, "көп", 0.0),
        ("date", "2024", "2024-03", 0.5),
        ("date", "2024-01-01/2024-03-01", "2024-01-01", 0.5),
        ("date", "2024", "2023", 0.0),
        ("unit", "%", "пайыз", 1.0),
        ("unit", "есе", "%", 0.0),
        ("topics", ["білім", "ғылым"], ["ғылым"], 0.5),
        ("parties", ["Мысал қоры"], ["Мысал қоры", "Үлгі институты"], 0.5),
        ("status", "planned", "needed", 0.0),
    ],
)
def test_values_are_compared_as_their_slot_asks(slot: str, gold: object, found: object, mark: float) -> None:
    assert alike.value(slot, gold, found) == mark


def test_what_another_slot_says_is_not_missing() -> None:
    gold = GOLD | {"facility": "амбулатория", "facilityType": "ambulatory"}
    assert alike.implied("facility", gold, {"facilityType": "ambulatory"}) == 1.0
    assert alike.implied("facility", gold, {"facilityType": "fap"}) == 0.0
    assert alike.implied("date", {"date": "2024"}, {"due": "2024"}) == 0.5
    assert alike.implied("place", {"place": "Арай ауданы", "region": "KZ-15"}, {"region": "KZ-15"}) == 1.0
    assert alike.implied("status", GOLD, {}) == 0.0


@pytest.mark.parametrize("line", ["{", "[]", '{"article": "a"}'])
def test_a_broken_gold_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(GOLD) + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(evaluate.GoldError, match=r"gold\.jsonl:3: "):
        evaluate.read(file)
