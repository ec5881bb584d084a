"""Words that only rank what is measured: the best results, the highest rate, ең жоғары көрсеткіш."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures import measures

POINTERS = lexicon.words("extract.figures.ranks", "pointers")


def ranked(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Лучшие показатели, худший результат: a size that is only ranked tells nothing of what is measured."""
    words = clause.sentence.tokens[span[0] : head]
    alone = span[1] == head + 1 and is_lemma(clause.sentence.tokens[head], *POINTERS)
    return alone and bool(words) and all(t.norm.startswith(RANKS) for t in words)


RANKS = lexicon.words("extract.figures.ranks", "ranks")


def unranked(clause: Clause, first: int, head: int) -> int:
    """Наибольшее количество больных: return where the words begin that tell what is measured."""
    while first < head and clause.sentence.tokens[first].norm.startswith(RANKS):
        first += 1
    return first


def without_rank(clause: Clause, first: int, head: int) -> int:
    """Самый высокий уровень заболеваемости, ең жоғары өлім көрсеткіші: return where the words begin behind a superlative."""
    tokens = clause.sentence.tokens
    before = tokens[first - 1].norm if first > clause.first else ""
    if clause.language == "kk":
        opened = first + (tokens[first].norm == MOST_KK)
        return opened + 1 if MOST_KK in (tokens[first].norm, before) and opened < head else first
    at = first + is_lemma(tokens[first], *MOST_RU)
    most = at > first or before in MOST_RU
    told = is_lemma(tokens[at], *SUPERLATIVES) or (most and is_lemma(tokens[at], *DEGREES))
    return at + 1 if told and at < head else first


MOST_KK = lexicon.words("extract.figures.ranks", "most_kk")[0]
MOST_RU = lexicon.words("extract.figures.ranks", "most_ru")
SUPERLATIVES = lexicon.words("extract.figures.ranks", "superlatives")
DEGREES = lexicon.words("extract.figures.ranks", "degrees")


def ranked_cases(clause: Clause, first: int, last: int) -> bool:
    """Наибольшее количество случаев: a ranked size of what was measured just before."""
    words = clause.sentence.tokens[first:last]
    ranked = any(t.norm.startswith(RANKS) for t in words)
    plain = all(
        t.norm.startswith(RANKS) or measures.sorts(clause, first + i) & {"size", "event"} for i, t in enumerate(words)
    )
    return ranked and plain
