"""The words around a facility's head in Kazakh: what belongs to its name, what counts it, what rules it out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.facility_types import Heads
from kzhealthkg.annotate.marks import FACILITY
from kzhealthkg.model import FIGURE, Reading, Token

ADJECTIVE = re.compile(r"(лық|лік|дық|дік|тық|тік|[аәеи]лды|[аә]лық|ялық|иялық)$")
LEGAL_FORM = re.compile(r"^(жшс|жшқ|ао|ақ|кеақ|шжқ|мкк|рмк|мкқк|кмм|кмк|рмқк|ққ|кқ|рқб|ммк|мм|жк)([-–]|$)", re.I)
LATIN = re.compile(r"[A-Z][\w&.-]*")
_SIGNED, _RANK = re.compile(r"№\s?\d+"), re.compile(r"\d+-(?:[іы]?н)?ш[іы]")


@cache
def modifiers(language: str) -> dict[str, bool]:
    """Return the words that belong to a facility's name, and whether they make no name of their own."""
    rows = lexicon.table("facility_modifiers")
    return {row["word"]: row["bare"] == "yes" for row in rows if row["language"] == language}


@cache
def _sciences() -> tuple[str, ...]:
    """The ends of words that name a branch of medicine: «*логия»."""
    return tuple(word[1:] for word in modifiers("kk") if word.startswith("*"))


@cache
def noise(language: str) -> frozenset[str]:
    """Return the words that may stand between a count or a place and the name."""
    return frozenset(r["word"] for r in lexicon.table("facility_noise") if r["language"] == language)


@cache
def measures() -> frozenset[str]:
    """Return the adjectives that say a size (төсектік, орындық) and are no part of a name."""
    sizes = frozenset(r["lemma"] for r in lexicon.table("capacity") if r["side"] == "adjective")
    return sizes | frozenset(lexicon.words("annotate.facilities.words", "sums"))


@cache
def guards(kind: str) -> frozenset[str]:
    """Return the words of one kind of ``lexicon/facility_guards.tsv``."""
    return frozenset(r["word"] for r in lexicon.table("facility_guards") if r["kind"] == kind)


@cache
def areas() -> frozenset[str]:
    """Return the Kazakh nouns for a stretch of land."""
    return frozenset(r["word"] for r in lexicon.table("areas") if r["language"] == "kk")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(r["lemma"] for r in lexicon.table("nouns_kk"))


@cache
def ordinary() -> frozenset[str]:
    """Return the words that the lexicon of nouns and adjectives knows: with a capital they are no name yet."""
    return _nouns() | {r["lemma"] for r in lexicon.table("adjectives_kk")}


@cache
def given_names() -> frozenset[str]:
    """Return the given names of the lexicon, in lower case."""
    return frozenset(r["name"].lower() for r in lexicon.table("given_names"))


def head(token: Token, known: Heads) -> Reading | None:
    """Return the reading that makes a token the head of a facility's name."""
    return read_as_head(token, known) if token.marks & FACILITY else None


def read_as_head(token: Token, known: Heads) -> Reading | None:
    """Return the reading of a head, for a token whose marks are not known; abbreviations need their capitals."""
    for reading in token.readings:
        if reading.lemma in known and not reading.form:
            return reading
        if numbered(token) and (noun := reading.lemma.rpartition("-")[2]) in known:
            return replace(reading, lemma=noun)
        if reading.lemma.upper() in known and token.text[: len(reading.lemma)].isupper():
            return reading
    return None


def numbered(token: Token) -> bool:
    """3-емхана, 5-аурухана: a number of its name stands before the head, tied to it."""
    return token.text[0].isdigit() and "-" in token.norm


def word_of(reading: Reading, known: Heads) -> str:
    """Return the row of the table of heads that a reading fits."""
    return reading.lemma if reading.lemma in known else reading.lemma.upper()


def modifies(token: Token) -> bool:
    """Whether the lexicon says that a word belongs to the names of facilities."""
    last = token.norm.rpartition("-")[2]
    return token.norm in modifiers("kk") or last in modifiers("kk") or token.norm.endswith(_sciences())


def bare(tokens: tuple[Token, ...]) -> bool:
    """Whether words before a head make no name: дәрігерлік амбулатория, отбасылық-дәрігерлік амбулатория."""
    parts = [part for t in tokens for part in ((t.norm,) if t.norm in modifiers("kk") else t.norm.split("-"))]
    return bool(parts) and all(modifiers("kk").get(part, False) for part in parts)


def belongs(token: Token) -> bool:
    """Whether a word before a name is part of it: a listed word, an adjective of relation, a Latin name."""
    word = token.norm
    if word in noise("kk") or word in measures() or word.rpartition("-")[2] in measures():
        return False
    if modifies(token) or LATIN.fullmatch(token.text):
        return True
    return bool(ADJECTIVE.search(word)) and len(word) > 5 and not token.best.form


def level(token: Token) -> bool:
    """Облыстық, қалалық, аудандық."""
    return token.norm in guards("level")


def adjective(token: Token) -> bool:
    """Whether a part of a name takes no possessive after it (перинаталдық орталық), as a noun would."""
    related = bool(ADJECTIVE.search(token.norm)) and token.norm not in _nouns()
    return related or token.norm in guards("adjective")


def capital(token: Token) -> bool:
    """Whether a word begins with a capital, other than an abbreviation or a headline."""
    return token.text[0].isupper() and not token.text.isupper()


def numeral(tokens: tuple[Token, ...], first: int) -> int:
    """Return how many tokens before ``first`` are a number of its name: №2, № 2, 3-ші қалалық …"""
    if first == 0 or not (tokens[first - 1].marks & FIGURE or tokens[first - 1].text[0] == "№"):
        return 0
    if _SIGNED.fullmatch(tokens[first - 1].text) or _ranked(tokens, first):
        return 1
    return 2 if first >= 2 and tokens[first - 2].text == "№" and tokens[first - 1].marks & FIGURE else 0


def _ranked(tokens: tuple[Token, ...], first: int) -> bool:
    """3-ші қалалық аурухана: an ordinal in figures before a word of level."""
    return bool(_RANK.fullmatch(tokens[first - 1].norm)) and level(tokens[first])
