"""Works on one facility become one project with its sequence of statements, across articles and languages."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kzhealthkg import emit, store
from kzhealthkg.link import link
from kzhealthkg.model import Article, Statement
from kzhealthkg.query import run
from kzhealthkg.text import identity

PLACE = {"region": "KZ-47", "workType": "construction"}
KK, RU = "Маңғыстау облыстық онкология орталығы", "Мангистауский областной онкологический центр"
SERIES: list[tuple[str, str, dict[str, Any]]] = [
    ("a", "2023-02-01", {"facility": KK, "status": "planned", "due": "2024", **PLACE}),
    ("b", "2023-09-01", {"facility": RU, "status": "underway", **PLACE}),
    ("c", "2024-10-01", {"facility": KK, "status": "underway", "percent": 65, "due": "2025-06", **PLACE}),
    ("d", "2025-05-01", {"facility": RU, "status": "underway", "percent": 96, "due": "2025-06", **PLACE}),
    ("e", "2025-07-01", {"facility": KK, "status": "completed", "date": "2025-07-01", **PLACE}),
    ("e", "2025-07-01", {"facility": KK, "status": "planned", **PLACE, "workType": "extension"}),
    ("f", "2025-07-02", {"facility": "облыстық онкология орталығы", "status": "planned", **PLACE, "region": "KZ-15"}),
    ("f", "2025-07-02", {"facilityType": "fap", "count": 3, "status": "planned", **PLACE}),
]


def graph(order: list[int]) -> store.Store:
    days = {name: day for name, day, _ in SERIES}
    articles = [
        Article(n, "салынды", identity("салынды"), date=d, language="ru" if n in "bd" else "kk")
        for n, d in days.items()
    ]
    said = [Statement(SERIES[i][0], "Works", "салынды", 0, 7, SERIES[i][2], "works.test") for i in order]
    found = link(articles, said)
    return store.from_nquads("".join(emit.nquads(articles, said, found.entities, found.links)))


def rows(order: list[int]) -> list[tuple[str, ...]]:
    answer = run(graph(order), "project-history", {"lang": "en"})
    wanted = [answer.variables.index(name) for name in ("projectName", "said", "latest", "statusName", "slipped")]
    return [tuple(row[i].value if (row[i]) else "" for i in wanted) for row in answer.rows]  # type: ignore[union-attr]


EVERY = list(range(len(SERIES)))


def test_one_project_runs_from_the_plan_to_the_opening() -> None:
    name = f"{KK}: салу"
    assert [row[1:] for row in rows(EVERY) if row[0] == name] == [
        ("2023-02-01", "false", "planned", "false"),
        ("2023-09-01", "false", "underway", "false"),
        ("2024-10-01", "false", "underway", "true"),
        ("2025-05-01", "false", "underway", "true"),
        ("2025-07-01", "true", "completed", "false"),
    ]


def test_another_kind_of_work_and_another_region_are_other_projects() -> None:
    assert len({row[0] for row in rows(EVERY)}) == 3


def test_works_on_several_unnamed_facilities_are_no_project() -> None:
    assert len(rows(EVERY)) == len(SERIES) - 1


@settings(max_examples=15)
@given(st.permutations(EVERY))
def test_the_order_of_the_articles_changes_no_row(order: list[int]) -> None:
    assert rows(order) == rows(EVERY)
