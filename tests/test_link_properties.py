"""Whatever is said, in whatever order: the result is the same, and a further article changes no id."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kzhealthkg.link import link
from kzhealthkg.model import Article, Linking, Statement
from kzhealthkg.text import identity
from test_link_pairs import pairs

DAYS = {"a": "2020-09-01", "b": "2023-01-10", "c": "2025-06-01", "d": None, "e": "2021-05-10"}
ARTICLES = [
    Article(name, "x", identity("x"), date=day, language="ru" if name in "be" else "kk") for name, day in DAYS.items()
]
NAMES = {
    kind: sorted({pair[side] for pair in pairs() if pair["kind"] == kind for side in ("left", "right")})
    for kind in ("person", "facility", "organisation")
}
REGIONS = ("KZ-15", "KZ-47", "KZ-55", "KZ-10", "KZ-75")
PLACES = (("", ""), ("Бірлік", ""), ("Тоқмансай", "Алға"), ("Қосбұлақ", ""), ("Семей", ""), ("Павлодар", ""))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    place, district = draw(st.sampled_from(PLACES))
    slots: dict[str, Any] = {
        "region": draw(st.sampled_from(REGIONS)), "place": place, "district": district,
        "person": draw(st.sampled_from(NAMES["person"])), "role": draw(st.sampled_from(("", "akim", "minister"))),
        "facility": draw(st.sampled_from(NAMES["facility"])),
        "grantor": draw(st.sampled_from((*NAMES["organisation"], "облыс әкімі"))),
    }  # fmt: skip
    kept = {slot: value for slot, value in slots.items() if value and draw(st.booleans())}
    return Statement(draw(st.sampled_from(sorted(DAYS))), "Visit", "x", 0, 1, kept)


SAID = st.lists(statements(), min_size=1, max_size=14)


def told(said: list[Statement]) -> tuple[Linking, set[tuple[Any, ...]]]:
    found = link(ARTICLES, said)
    links = {
        (
            said[one.statement].article,
            id(said[one.statement]),
            one.slot,
            one.name,
            one.entity,
            one.outcome,
            one.candidates,
        )
        for one in found.links
    }
    return found, links


@given(SAID, st.randoms(use_true_random=False))
def test_the_order_changes_nothing(said: list[Statement], random: Any) -> None:
    other = list(said)
    random.shuffle(other)
    assert told(other)[1] == told(said)[1]
    assert told(other)[0].entities == told(said)[0].entities


@given(SAID, st.sets(st.sampled_from(sorted(DAYS)), min_size=1))
def test_a_further_article_changes_no_id(said: list[Statement], kept: set[str]) -> None:
    part = [one for one in said if one.article in kept]
    few, every = told(part), told(said)
    assert {link[:5] for link in few[1]} <= {link[:5] for link in every[1]}
    assert {entity.id for entity in few[0].entities} <= {entity.id for entity in every[0].entities}


@given(SAID)
def test_every_link_and_every_candidate_is_a_thing(said: list[Statement]) -> None:
    found, _ = told(said)
    ids = {entity.id for entity in found.entities}
    for one in found.links:
        assert {one.entity, *one.candidates} <= ids
        assert one.reasons
        assert len(one.scores) in {0, len(one.candidates)}
        assert one.outcome == "Unsure" or not one.candidates
