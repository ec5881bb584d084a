"""Для строительства поликлиники выделен участок, готовы проекты 12 амбулаторий: what building is prepared for is planned."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

BUILDING = frozenset(lexicon.words("kinds.works.prepared_ru", "building"))
MEANT = frozenset(lexicon.words("kinds.works.prepared_ru", "meant"))
GROUND = frozenset(lexicon.words("kinds.works.prepared_ru", "ground"))
ALLOTTING = frozenset(lexicon.words("kinds.works.prepared_ru", "allotting"))
DRAWN = frozenset(lexicon.words("kinds.works.prepared_ru", "drawn"))
MAKING = frozenset(lexicon.words("kinds.works.prepared_ru", "making"))
READY = frozenset(lexicon.words("kinds.works.prepared_ru", "ready"))
TOLD = frozenset({"past", "perf", "pres"})


def prepared(hit: Hit) -> bool:
    """Say whether ground has been found, or a project is ready, for the building that a noun names."""
    clause, words = hit.clause, hit.clause.words
    if hit.verb.best.lemma not in BUILDING or clause.mentions("percent"):
        return False
    ground = not GROUND.isdisjoint(words) and preposition_at(clause, hit.first) in MEANT and _allotted(clause)
    return ground or (not DRAWN.isdisjoint(words) and _of_project(hit) and _ready(clause))


def _allotted(clause: Clause) -> bool:
    """Выделен участок, нашли землю; not участок не выделен."""
    return _undenied(clause, (t for t in clause.tokens if is_lemma(t, *ALLOTTING) and t.best.form in TOLD))


def _of_project(hit: Hit) -> bool:
    """Проекты строительства, проекты для строительства, на строительство готов проект: the noun hangs on that of a drawing."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    meant = preposition_at(clause, hit.first)
    at = hit.first - (2 if meant else 1)
    if meant and meant not in MEANT:
        return False
    behind = any(is_lemma(t, *DRAWN) and t.best.case == "nom" for t in tokens[hit.last : clause.last])
    return (at >= clause.first and is_lemma(tokens[at], *DRAWN)) or (bool(meant) and behind)


def _ready(clause: Clause) -> bool:
    """Проект готов, разработан; not проект не готов."""
    return _undenied(clause, (t for t in clause.tokens if t.norm in READY or is_lemma(t, *MAKING)))


def _undenied(clause: Clause, told: Iterator[Token]) -> bool:
    first = next(told, None)
    return first is not None and not denied(clause, first)
