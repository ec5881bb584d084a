"""Names of places that KATO does not hold: countries, cities abroad, other names of regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, PlaceValue, Sentence
from kzhealthkg.text import skeleton


@cache
def _specials() -> dict[str, tuple[str, dict[str, str]]]:
    table: dict[str, tuple[str, dict[str, str]]] = {}
    for row in lexicon.table("countries"):
        for name in (row["kk"], row["ru"], *filter(None, row["variants"].split("|"))):
            table.setdefault(skeleton(name), (row["level"], row))
    for row in lexicon.table("region_aliases"):
        table.setdefault(skeleton(row["alias"]), (row["kind"], row))
    return table


def common_places(sentence: Sentence, language: str) -> list[Mention]:
    """Return the places that a common noun names (елорда)."""
    spoken = "ru" if language == "ru" else "kk"
    return [] if _nouns(spoken).isdisjoint(sentence.words) else list(_common_places(sentence, _common(spoken)))


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(_common(language))


def _common_places(sentence: Sentence, known: dict[str, dict[str, dict[str, str]]]) -> Iterator[Mention]:
    """Елорда, южная столица: yield the cities that a common noun means with what describes it."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        rows = known.get(token.best.lemma)
        if rows is None or (at and tokens[at - 1].norm in DAYS) or _abroad(sentence, at + 1):
            continue
        row = rows.get(tokens[at - 1].best.lemma, rows[""]) if at else rows[""]
        if row["name"]:
            value = PlaceValue(row["name"], "city", row["region"], "", row["code"])
            case = "locadj" if token.best.locative_adjective else token.best.case
            yield Mention("place", at, at + 1, token.start, token.end, value, case)


def _abroad(sentence: Sentence, at: int) -> bool:
    """Столица Турции, столица соседней Турции, столица Южной Кореи: another country stands behind the noun."""
    near = sentence.tokens[at : at + 2]
    named = near if near and near[0].best.pos == "ADJ" else near[:1]
    lemmas = [r.lemma for t in named if t.text[0].isupper() for r in t.readings if r.case == "gen"]
    return any(special(lemma) in ABROAD and lemma not in HOME for lemma in lemmas)


ABROAD = frozenset({"country", "foreign"})
HOME = frozenset(lexicon.words("annotate.places.outside", "home"))


DAYS = frozenset(lexicon.words("annotate.places.outside", "days"))
"""День столицы: a holiday is no place."""


@cache
def _common(language: str) -> dict[str, dict[str, dict[str, str]]]:
    """Return the rows of each noun by the adjective before it."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in lexicon.table("common_places"):
        if row["language"] == language:
            found.setdefault(row["lemma"], {})[row["described"]] = row
    return found


@cache
def _openings() -> frozenset[str]:
    return frozenset(key.split(" ")[0] for key in _specials() if " " in key)


def begins(word: str) -> bool:
    """Say whether a name of several words begins with this one."""
    return skeleton(word).split(" ")[0] in _openings()


@lru_cache(maxsize=20_000)
def special(name: str) -> str:
    """Return the kind of a name outside KATO (country, foreign, abbreviation, …), or ""."""
    return _specials().get(skeleton(name), ("", {}))[0]


def special_row(name: str) -> dict[str, str]:
    """Return the table row of a name outside KATO."""
    return _specials().get(skeleton(name), ("", {}))[1]
