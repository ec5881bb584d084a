"""Works that their builder has left: инвестор отказался от строительства, инвестор жобадан бас тартты."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

LEAVING = frozenset(lexicon.words("kinds.works.given_up", "leaving"))
INVESTORS = frozenset(lexicon.words("kinds.works.given_up", "investors"))
PROJECTS = frozenset(lexicon.words("kinds.works.given_up", "projects"))
REFUSED = lexicon.words("kinds.works.given_up", "refused")
LEFT = 5
"""Words from giving up to what is given up, at most."""


def given_up(hit: Hit) -> bool:
    """Инвестор, который вёл строительство больницы, отказался от проекта: what its builder has left is not going on."""
    words = hit.clause.sentence.words
    if LEAVING.isdisjoint(words) or INVESTORS.isdisjoint(words) or PROJECTS.isdisjoint(words):
        return False
    tokens = hit.clause.sentence.tokens
    if hit.clause.language == "kk":
        left = (i for i, t in enumerate(tokens) if i and t.norm.startswith(REFUSED) and tokens[i - 1].norm == "бас")
        return any(_of_project(tokens[max(0, i - LEFT) : i - 1]) for i in left)
    left = (i for i, t in enumerate(tokens) if t.best.lemma in LEAVING and t.best.form in FINITE)
    behind = (tokens[i + 1 : i + LEFT] for i in left if i and tokens[i - 1].norm != "не")
    return any(near and near[0].norm != "на" and _of_project(near) for near in behind)  # вышла на строительство


def _of_project(words: tuple[Token, ...]) -> bool:
    """От проекта, из строительства, жобадан: say whether what is left is what had been promised."""
    return any(is_lemma(t, *PROJECTS) for t in words)
