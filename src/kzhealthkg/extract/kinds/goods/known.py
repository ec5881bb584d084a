"""Which things are known by their names alone: дерматоскоп by its ending, томограф by the list, КТ by its capitals."""

from __future__ import annotations

from functools import cache, partial

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.figures import measures
from kzhealthkg.remembered import Remembered


@cache
def _endings(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = lexicon.table("item_endings")
    return tuple((r["ending"], tuple(r["not"].split())) for r in rows if r["language"] == language)


@cache
def _ends(language: str) -> tuple[str, ...]:
    return tuple(end for end, _ in _endings(language))


def is_device(lemma: str, language: str) -> bool:
    """Say whether a noun ends as the names of devices do: дерматоскоп, коагулометр."""
    return devices_of(language)[lemma]


@cache
def devices_of(language: str) -> Remembered[str, bool]:
    """Return the table of which nouns are named as devices are."""
    return Remembered(partial(_is_device, language=language))


def _is_device(lemma: str, language: str) -> bool:
    if not lemma.endswith(_ends(language)) or lemma in nouns("professions", language):
        return False
    return any(
        lemma.endswith(end) and len(lemma) > len(end) + 1 and lemma not in barred for end, barred in _endings(language)
    )


def is_known(item: Phrase) -> bool:
    """Say whether a phrase names a thing without a verb's help: by its head or a word of health care in it."""
    lemma, language = item.clause.sentence.tokens[item.head].best.lemma, item.clause.language
    tokens = item.clause.sentence.tokens
    return (
        lemma in nouns("items", language)
        or is_device(lemma, language)
        or measures.medical(tokens[item.first : item.last], language)
    )


def is_specific(item: Phrase) -> bool:
    """Say whether a phrase names one device of its sort (компьютерлік томограф), no жабдық or көлік in general."""
    token = item.clause.sentence.tokens[item.head]
    lemma, language = token.best.lemma, item.clause.language
    if is_named(item):
        return True
    known = lemma in nouns("services", language) & nouns("items", language) or is_device(lemma, language)
    return not token.best.plural and (item.last - item.first > 1 or is_device(lemma, language)) and known


def is_named(item: Phrase) -> bool:
    """Рентген-аппараты, томографом, УДЗ аппараттарымен: devices of one sort, be they one or many."""
    tokens, language = item.clause.sentence.tokens[item.first : item.last], item.clause.language
    known = nouns("items", language)
    shortened = any(t.text.isupper() and not known.isdisjoint(t.words) for t in tokens)
    lemma = item.clause.sentence.tokens[item.head].best.lemma
    if language == "kk":
        return shortened and len(tokens) > 1
    first, joined, _ = lemma.partition("-")
    return shortened or is_device(lemma, "ru") or (bool(joined) and (first in known or is_device(first, "ru")))
