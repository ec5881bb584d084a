"""Sentences in the other language: a Russian quotation in a Kazakh report, a Kazakh one in a Russian report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.model import Article, Document, Language, Sentence, Token
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
    words = [t for t in sentence.tokens if t.text.isalpha()]
    if len(words) < FEWEST:
        return False
    if language == "kk":
        return all(KAZAKH.isdisjoint(t.norm) for t in words[:1] + _no_names(words[1:]))
    plain = _no_names(words) or words
    return _all_kazakh(words) and (not all(KAZAKH.isdisjoint(t.norm) for t in plain) or _all_kazakh(plain))


def _no_names(words: list[Token]) -> list[Token]:
    """Глава Асқар Сейітов открыл больницу: the letters of a name tell nothing of the language that names it."""
    return [t for t in words if t.text.islower()]


def _all_kazakh(words: list[Token]) -> bool:
    return is_kazakh(" ".join(t.norm for t in words))
