"""Vacancies that somebody has taken: 14 бос орын толтырылды, закрыты 14 врачебных вакансий, удалось закрыть четыре из 11."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.model import Mention

BEHIND = 4
"""Words behind a figure within which the noun of a post stands."""
DONE = frozenset({"past", "perf"})
POSTS_KK = lexicon.words("kinds.staffing.vacancies_filled", "posts_kk")
POSTS_RU = lexicon.words("kinds.staffing.vacancies_filled", "posts_ru")
FREE = frozenset(lexicon.words("kinds.staffing.vacancies_filled", "free"))
FILLED_KK = lexicon.words("kinds.staffing.vacancies_filled", "filled_kk")
FILLED_RU = lexicon.words("kinds.staffing.vacancies_filled", "filled_ru")
MANAGED = lexicon.words("kinds.staffing.vacancies_filled", "managed")
NOT = frozenset(lexicon.words("kinds.staffing.vacancies_filled", "not"))
OF = "из"


def filled_kk(clause: Clause, numbers: Sequence[Mention]) -> list[Mention]:
    """Return the figures of vacant posts that a Kazakh verb says have been filled."""
    verbs = [t for t in clause.tokens if is_lemma(t, *FILLED_KK) and forms(t) & DONE]
    if not verbs or any(t.best.negative for t in verbs):
        return []
    return [m for m in numbers if _vacant_kk(clause, m) and m.first < clause.sentence.tokens.index(verbs[-1])]


def _vacant_kk(clause: Clause, number: Mention) -> bool:
    tokens = clause.sentence.tokens
    near = tokens[max(clause.first, number.first - 2) : min(clause.last, number.last + BEHIND)]
    post = any(is_lemma(t, *POSTS_KK) for t in tokens[number.last : number.last + BEHIND])
    return post and any(is_lemma(t, *FREE) for t in near)


def filled_ru(clause: Clause, numbers: Sequence[Mention]) -> list[Mention]:
    """Return the figures of vacancies of some staff that a Russian verb says have been filled; of a part of them that of the part."""
    verbs = [i for i, t in enumerate(clause.tokens, clause.first) if is_lemma(t, *FILLED_RU) and _done(clause, i)]
    if not verbs or not NOT.isdisjoint(clause.words):
        return []
    found = [m for m in numbers if _vacant_ru(clause, m)]
    parts = [m for m in numbers if any(m.last < len(clause.sentence.tokens) and _part_of(clause, m, w) for w in found)]
    staffed = [
        m
        for m in found
        if m.last < len(clause.sentence.tokens) and not is_lemma(clause.sentence.tokens[m.last], *POSTS_RU)
    ]
    return parts or (found if groups(clause) else staffed)[:1]


def _part_of(clause: Clause, part: Mention, whole: Mention) -> bool:
    """Четыре из одиннадцати вакансий: say whether one figure is a part of another."""
    return clause.sentence.tokens[part.last].norm == OF and whole.first == part.last + 1


def _done(clause: Clause, at: int) -> bool:
    """Закрыли, закрыто, удалось закрыть."""
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[max(clause.first, at - 2) : at + 2]
    return bool(forms(token) & DONE) or (
        "inf" in forms(token) and any(is_lemma(t, *MANAGED) and forms(t) & DONE for t in before)
    )


def _vacant_ru(clause: Clause, number: Mention) -> bool:
    tokens = clause.sentence.tokens
    behind = tokens[number.last : min(clause.last, number.last + BEHIND)]
    at = next((i for i, t in enumerate(behind) if is_lemma(t, *POSTS_RU)), None)
    return at is not None and all(t.best.pos == "ADJ" for t in behind[:at])
