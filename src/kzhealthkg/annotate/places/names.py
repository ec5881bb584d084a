"""The name beside a type word: where it begins or ends, and which name of the gazetteer it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.places.forms import LONGEST, TypeWord, capital, joined, named, of_area, type_word
from kzhealthkg.annotate.places.outside import special
from kzhealthkg.annotate.places.two_words import goes_on, opens
from kzhealthkg.annotate.words import AND_KK
from kzhealthkg.gazetteer import forms
from kzhealthkg.model import Token

OPEN_LEVELS: Final = frozenset({"village", "town"})
"""Levels whose names no classifier holds completely."""


def name_before(tokens: tuple[Token, ...], end: int, level: str, known: bool = False) -> tuple[int, str] | None:
    """Return where the name that ends before token ``end`` begins, and the name."""
    if initialled := _initialled(tokens, end - 3, tokens[end - 1].norm if end else "", level):
        return end - 3, initialled
    for fits in (lambda name: has_level(name, level), gazetteer.known):
        for words in range(min(LONGEST, end), 0, -1):
            part = tokens[end - words : end]
            name = joined(part, part[-1].norm)
            if are_words(part) and fits(name) and not type_word(part[-1].norm):
                return end - words, name
    last = tokens[end - 1] if end else None
    if known or level == "oblast" or end < 2 or not last or not _unknown_name(last):
        return None
    if end > 2 and level in OPEN_LEVELS and opens(tokens[end - 2]):
        return end - 2, f"{tokens[end - 2].text} {last.text}"  # Үлкен Сулутор ауылы
    return end - 1, last.text


def name_after(tokens: tuple[Token, ...], at: int, level: str, open_ended: bool) -> tuple[int, str] | None:
    """Return where the name that begins at token ``at`` ends, and the name: имени X, им. X, Т. X."""
    honoured = _of_person(tokens, at, level) if open_ended and level in OPEN_LEVELS else None
    if _is_person(tokens, at):
        return honoured if honoured and names.given(tokens[at].text[:-1], "ru") else None
    at += _in_honour(tokens, at)
    for surname, _ in forms(tokens[at + 2].norm, "ru") if at + 2 < len(tokens) else ():
        if initialled := _initialled(tokens, at, surname, level):
            return at + 3, initialled
    for fits in (lambda name: has_level(name, level), gazetteer.known):
        if found := _longest_after(tokens, at, level, fits):
            return (honoured if found[0] == at + 1 else None) or second_word(tokens, at, found, level)
        if not open_ended:
            return None
    behind = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    unknown = level in OPEN_LEVELS and at < len(tokens) and _may_name(tokens[at]) and not type_word(behind)
    return honoured or (second_word(tokens, at, (at + 1, tokens[at].text), level) if unknown else None)


def second_word(tokens: tuple[Token, ...], at: int, found: tuple[int, str], level: str) -> tuple[int, str]:
    """В селе Улкен Сулутор: return a name of one word with the unknown word behind that it goes on with."""
    more = level in OPEN_LEVELS and found[0] == at + 1 and tokens[at + 1 : at + 2]
    if not more or not (goes_on(tokens, at + 1) and _may_name(tokens[at + 1])):
        return found
    return at + 2, f"{tokens[at].text} {tokens[at + 1].text}"


def _of_person(tokens: tuple[Token, ...], at: int, level: str) -> tuple[int, str] | None:
    """В ауле Сакена Асанова: a village called after somebody, whose surname stands in the genitive."""
    two = tokens[at : at + 2]
    if len(two) < 2 or not all(_may_name(t) for t in two) or has_level(two[0].text, level):
        return None
    named = two[1].norm.endswith(GENITIVES) and names.surname_like(two[1].text, "ru")
    return (at + 2, " ".join(t.text for t in two)) if named else None


GENITIVES = lexicon.words("annotate.places.names", "genitives")


def _longest_after(
    tokens: tuple[Token, ...], at: int, level: str, fits: Callable[[str], bool]
) -> tuple[int, str] | None:
    """Return the longest fitting name of the gazetteer that begins at token ``at``, with its end."""
    for words in range(min(LONGEST, len(tokens) - at), 0, -1):
        part = tokens[at : at + words]
        hits = [name for name, _ in named(part, "ru", level) if fits(name)] if are_words(part) else []
        if hits and not type_word(part[-1].norm):
            return at + words, hits[0]
    return None


def _is_person(tokens: tuple[Token, ...], at: int) -> bool:
    """Аким города Мурат Алиев: a given name that a surname follows is no town."""
    two = tokens[at : at + 2]
    capitals = len(two) == 2 and all(capital(t) and t.text.isalpha() for t in two)
    if not capitals or not names.given(two[0].text, "ru") or not names.surname_like(two[1].text, "ru"):
        return False
    return not gazetteer.known(" ".join(t.text for t in two))


def adjective_name(tokens: tuple[Token, ...], end: int, level: str) -> tuple[int, str] | None:
    """Return where the Russian adjective of a place that ends before token ``end`` begins, and the place's name."""
    if not end or not capital(tokens[end - 1]):
        return None
    for nominative, _ in forms(tokens[end - 1].norm, "ru-adjective"):
        name = joined(tokens[end - 1 : end], nominative)
        name = f"{name[:-2]}ая" if level == "oblast" and name.endswith("ий") else name  # Атырауский областной роддом
        if has_level(name, level):
            return end - 1, name
    return None


def adjectives_behind(tokens: tuple[Token, ...], at: int, word: TypeWord) -> list[tuple[int, str]]:
    """Return where the adjectives of a list behind their noun stand, and their names: в районах: Сырымском и X."""
    made: list[tuple[int, str]] = []
    at += at < len(tokens) and tokens[at].text in OPENING
    while word.plural and at < len(tokens) and (name := adjective_name(tokens, at + 1, word.level)):
        made.append((at, name[1]))
        at += 2
        if at >= len(tokens) or tokens[at - 1].norm not in AND | {","}:
            break
    return made


def past_sign(tokens: tuple[Token, ...], at: int, word: TypeWord) -> int:
    """В трёх сёлах: A, B; в сёлах X района – A, B: return where a list behind a sign begins, ``at`` where there is none."""
    start = at + 2 * of_area(tokens, at + 1)
    signed = word.plural and start + 1 < len(tokens) and tokens[start].text in SIGNS
    known = signed and _longest_after(tokens, start + 1, word.level, lambda name: has_level(name, word.level))
    return start + 1 if known and not _is_person(tokens, start + 1) else at


OPENING: Final = frozenset(":–—-")
SIGNS: Final = OPENING | {",", "("}
AND = AND_KK | frozenset(lexicon.words("annotate.places.names", "and_ru"))


def _initialled(tokens: tuple[Token, ...], at: int, surname: str, level: str) -> str:
    """Return the name that an initial at token ``at`` and a surname make, where a place bears it: Т. Рысқұлов."""
    if at < 0 or tokens[at + 1].norm != "." or len(tokens[at].text) != 1 or not capital(tokens[at]):
        return ""
    name = f"{tokens[at].text}. {joined(tokens[at + 2 : at + 3], surname)}"
    return name if has_level(name, level) else ""


def _in_honour(tokens: tuple[Token, ...], at: int) -> int:
    """Return how many tokens say that a name is given in somebody's honour: имени; им."""
    word = tokens[at].norm if at < len(tokens) else ""
    if word == "им" and at + 1 < len(tokens) and tokens[at + 1].norm == ".":
        return 2
    return int(word == "имени")


def are_words(part: tuple[Token, ...]) -> bool:
    """Whether tokens can be a name: words only, the first with a capital."""
    return capital(part[0]) and all(token.text[0].isalnum() for token in part)


def has_level(name: str, level: str) -> bool:
    """Say whether a place of this level bears the name."""
    if level == "oblast" and special(name) in _REGION_KINDS:
        return True
    return any(place.level == level for place in gazetteer.lookup(name))


_REGION_KINDS: Final = frozenset({"abbreviation", "former", "variant", "short"})
VERBAL = lexicon.words("annotate.places.names", "verbal")


def _may_name(token: Token) -> bool:
    """Whether a word that no gazetteer holds may be a name: в сёлах Малгельды, Косагаш."""
    letters = capital(token) and token.text.replace("-", "").isalpha() and not token.text.isupper()
    return letters and token.norm not in _not_names() and not type_word(token.norm)


def _unknown_name(token: Token) -> bool:
    """Whether a word that the gazetteer does not hold may still be a village's name: it bears no case."""
    if not _may_name(token):
        return False
    cased = not token.norm.endswith(VERBAL) and any(
        case in {"gen", "acc", "locadj"} for _, case in forms(token.norm, "bare")
    )
    return not cased


@cache
def _not_names() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.table("place_not_names"))


def fits_level(name: str, level: str) -> bool:
    """Say whether the name fits a type word of this level: a village's may be a town's."""
    wanted = {"village", "town"} if level == "village" else {level}
    return bool(wanted & {place.level for place in gazetteer.lookup(name)})
