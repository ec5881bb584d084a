"""Sentences in the other language: a Russian quotation in a Kazakh report, a Kazakh one in a Russian report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.model import Article, Document, Language, Sentence
from kzhealthkg.text import KAZAKH, is_kazakh

FEWEST = 5
"""Words in the shortest sentence whose language is looked at."""
LITTLE_WORDS = frozenset(lexicon.words("annotate.mixed", "little_words"))
OTHER: Final[dict[str, Language]] = {"kk": "ru", "ru": "kk"}


def mixed(document: Document, read: Callable[[Article], Document]) -> Document:
    """Return the document with each sentence of the other language as ``read`` in that language."""
    language = "ru" if document.article.language == "ru" else "kk"
    foreign = {i for i, s in enumerate(document.sentences) if _is_foreign(s, language)}
    if not foreign or len(foreign) == len(document.sentences):
        return document
    other = read(replace(document.article, language=OTHER[language])).sentences
    chosen = (
        replace(other[i], language=OTHER[language]) if i in foreign else s for i, s in enumerate(document.sentences)
    )
    return replace(document, sentences=tuple(chosen))


def _is_foreign(sentence: Sentence, language: str) -> bool:
    """Whether a sentence is surely of the other language: by its letters, and Russian also by its little words."""
    tokens = () if LITTLE_WORDS.isdisjoint(sentence.words) else sentence.tokens
    little = len([t for t in tokens if t.norm in LITTLE_WORDS and t.text.islower()])
    if little < 2 if language == "kk" else little:
        return False
    words = [t.norm for t in sentence.tokens if t.text.isalpha()]
    if len(words) < FEWEST:
        return False
    return all(map(KAZAKH.isdisjoint, words)) if language == "kk" else is_kazakh(" ".join(words))
