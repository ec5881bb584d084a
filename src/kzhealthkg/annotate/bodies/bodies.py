"""What names of organisations share: the body itself, legal forms, head nouns.

``kind`` of a body is institution, facility (of health) or unit (of one).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.words import kk_stems, ru_tags, titled
from kzhealthkg.model.frozen import frozen
from kzhealthkg.morph.endings import HARD

POSSESSED = lexicon.words("annotate.bodies.bodies", "possessed")

ANY = frozenset(lexicon.words("annotate.bodies.bodies", "any"))
PRAISE = frozenset(lexicon.words("annotate.bodies.bodies", "praise"))
MEDICAL = frozenset(lexicon.words("annotate.bodies.bodies", "medical"))


@frozen
class Body:
    """An organisation, health facility or unit: its nominative name, and its offsets in the clean text."""

    start: int
    end: int
    name: str
    kind: str
    case: str = "nom"
    generic: bool = False
    """A bare noun (Орталық, Центр) that points to a body named before."""


@cache
def words(kind: str, language: str) -> dict[str, str]:
    """Return word → name of one kind of ``lexicon/organisations.tsv``."""
    rows = lexicon.table("organisations")
    return {row["word"]: row["name"] for row in rows if row["kind"] == kind and row["language"] in (language, "any")}


@cache
def forms() -> frozenset[str]:
    """Return the legal forms of both languages."""
    return frozenset(row["word"] for row in lexicon.table("organisations") if row["kind"] == "form")


def has_form(name: str) -> bool:
    """Whether a name holds a legal form."""
    return any(word in forms() for word in name.split())


@lru_cache(maxsize=20_000)
def head(word: str, language: str) -> tuple[str, str, str] | None:
    """Return (nominative as a head, its kind, case) where a word is the head noun of a body."""
    known = words("head", language)
    if language == "ru":
        low = word.lower()
        return next(((lemma, known[lemma], case) for lemma, pos, case in ru_tags(low) if lemma in known), None)
    for stem, case in kk_stems(word):
        kind = known.get(bare(stem.lower()))
        if kind:
            return stem, kind, case
    return None


def bare(stem: str) -> str:
    """Return a head noun with its possessive ending off: орталығы → орталық, басқармасы → басқарма."""
    known = words("head", "kk")
    if stem in known:
        return stem
    for ending in POSSESSED:
        if stem.endswith(ending):
            base = stem[: -len(ending)]
            hard = base[:-1] + HARD.get(base[-1:], base[-1:])
            found = next((form for form in (base, hard, base + "ь") if form in known), "")
            if found:
                return "" if len(ending) == 4 else found
    return stem


def of_any(name: str) -> bool:
    """Whether a name has nothing but a noun and words of praise or of health care: заманауи клиника, медициналық мекеме."""
    *before, noun = name.lower().split() or [""]
    own = [word for word in before if word not in PRAISE]
    return bool(before) and (not own or (MEDICAL.issuperset(own) and bare(noun) in ANY))


@lru_cache(maxsize=20_000)
def heads_of(name: str, language: str) -> frozenset[str]:
    """Return the head nouns inside a body's name, as lemmas."""
    found = (head(word, language) for word in re.findall(r"[^\W\d_]+", name))
    return frozenset(bare(noun[0].lower()) if language != "ru" else noun[0] for noun in found if noun)


@lru_cache(maxsize=5_000)
def tidy(name: str) -> str:
    """Return a name with single spaces and closed quotation marks; words in capitals keep only their first, when all of them are so."""
    name = " ".join(name.split())
    name += "»" if name.count("«") > name.count("»") else ""
    return _titled(name) if _shouted(name) else name


def _shouted(name: str) -> bool:
    """Whether all words of a name but the shortest are in capitals."""
    letters = False
    for word in name.split():
        if len(word) > 3 and word.isalpha():
            if not word.isupper():
                return False
            letters = True
    return letters


def _titled(name: str) -> str:
    return " ".join(titled(word) if len(word) > 4 else word for word in name.split())
