"""Do names meet, and keep apart? Measured on pairs; a third of them was held back while the weights were set."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from kzhealthkg.link import bodies, link, match, persons, places
from kzhealthkg.link.bodies import Where
from kzhealthkg.link.collect import Things
from kzhealthkg.link.places import Said
from kzhealthkg.link.weights import Score
from kzhealthkg.model import Statement

FILE = Path(__file__).parent / "pairs" / "names.tsv"
HELD_BACK = 3
"""Every third pair was not looked at while the weights were set."""
Pair = dict[str, str]


@cache
def pairs() -> tuple[Pair, ...]:
    lines = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return tuple(dict(zip(lines[0], line, strict=True)) for line in lines[1:])


def where(text: str) -> Where:
    region, district, place = [*text.split(";"), "", ""][:3]
    said, things = Said(region, place, "", district, None, "a", "kk"), Things()
    above = places.district(things, said).entity if district else ""
    return Where(region, places.settlement(things, said, above).entity if place else "", above, "a")


def scored(pair: Pair) -> Score:
    if pair["kind"] == "person":
        return match.people(persons.read(pair["left"]), persons.read(pair["right"]))
    facility = pair["kind"] == "facility"
    one, other = (bodies.told(pair[side], where(pair[f"{side}_where"]), facility) for side in ("left", "right"))
    return match.bodies(one, other)


def measured(chosen: Iterable[Pair]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    met = [(scored(pair).verdict == "same", pair["same"] == "1") for pair in chosen]
    right = sum(found and same for found, same in met)
    precision = right / sum(found for found, _ in met)
    recall = right / sum(same for _, same in met)
    return precision, recall, 2 * precision * recall / (precision + recall)


def split() -> tuple[list[Pair], list[Pair]]:
    """Return the pairs that the weights were set on, and those held back."""
    held = list(pairs()[::HELD_BACK])
    return [pair for pair in pairs() if pair not in held], held


def test_the_pairs_are_many_and_half_of_them_are_two_things() -> None:
    same = sum(pair["same"] == "1" for pair in pairs())
    assert len(pairs()) >= 200
    assert 0.4 < same / len(pairs()) < 0.6
    assert {pair["kind"] for pair in pairs()} == {"person", "facility", "organisation"}


@pytest.mark.parametrize("part", [0, 1], ids=["tuned", "held-back"])
def test_names_meet_and_keep_apart(part: int) -> None:
    precision, _, f1 = measured(split()[part])
    assert precision >= 0.98
    assert f1 >= 0.95


@pytest.mark.parametrize("kind", ["person", "facility", "organisation"])
def test_every_kind_of_name_meets(kind: str) -> None:
    precision, _, f1 = measured(pair for pair in pairs() if pair["kind"] == kind)
    assert precision >= 0.95
    assert f1 >= 0.9


def test_the_order_of_two_names_changes_nothing() -> None:
    for pair in pairs():
        turned = pair | {
            "left": pair["right"], "right": pair["left"],
            "left_where": pair["right_where"], "right_where": pair["left_where"],
        }  # fmt: skip
        assert sorted(scored(turned).features) == sorted(scored(pair).features), pair


def ids(pair: Pair) -> tuple[str, str]:
    make = bodies.facility if pair["kind"] == "facility" else bodies.organization
    one, other = (make(pair[side], where(pair[f"{side}_where"])).id for side in ("left", "right"))
    return one, other


def test_the_ids_of_bodies_keep_two_apart_and_bring_one_together() -> None:
    met = [
        (one == other, pair["same"] == "1")
        for pair in pairs()
        if pair["kind"] != "person"
        for one, other in [ids(pair)]
    ]
    assert not any(equal and not same for equal, same in met)
    assert sum(equal for equal, same in met if same) / sum(same for _, same in met) >= 0.95


def test_two_patronymics_under_one_name_are_put_to_a_person() -> None:
    def of(name: str) -> Statement:
        return Statement("a", "Visit", "x", 0, 1, {"person": name})

    said = [of("Ерлан Маратұлы Сейтов"), of("Ерлан Болатұлы Сейтов")]
    assert {one.outcome for one in link([], said).links} == {"Unsure"}
    one_man = [of("Ерлан Маратұлы Сейтов"), of("Ерлан Маратович Сейтов")]
    assert {one.outcome for one in link([], one_man).links} == {"New"}
