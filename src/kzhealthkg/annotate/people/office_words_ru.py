"""The words of a Russian office's body: what names none, what describes a unit, where a body sits."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.facilities.words import noise
from kzhealthkg.annotate.words import ru_tags

MOST_DESCRIBING = 3
"""Words between the head of a unit and the unit, at most: заведующий первым детским отделением."""


@lru_cache(maxsize=20_000)
def only_described(name: str) -> bool:
    """Крупный медицинский центр, медицинское учреждение: words of praise or of any clinic name no body."""
    *before, noun = name.lower().split()
    plain = noise("ru") | PLAIN
    return noun in HOUSES and all(any(lemma in plain for lemma, _, _ in ru_tags(word)) for word in before)


HOUSES = frozenset(lexicon.words("annotate.people.office_words_ru", "houses"))
PLAIN = frozenset(lexicon.words("annotate.people.office_words_ru", "plain"))


@lru_cache(maxsize=20_000)
def describes_unit(word: str) -> bool:
    """Say whether a word may describe a unit that somebody heads: первым детским."""
    return word.islower() and any(case == "ablt" and pos == "ADJF" for _, pos, case in ru_tags(word))


def instrumental_unit(word: str) -> bool:
    """Say whether a word is a unit in the instrumental: отделением."""
    return any(case == "ablt" and lemma in bodies.words("head", "ru") for lemma, _, case in ru_tags(word.lower()))


def _locative(word: str) -> bool:
    return word[0].isalpha() and any(case == "loct" for _, _, case in ru_tags(word.lower()))


def in_state(before: str, word: str) -> bool:
    """В Республике Казахстан, в РК: a word of where a body sits, not of why somebody left it (в связи с)."""
    named = word[0].isupper() and (_locative(word) or before.startswith("Республик") or word == "РК")
    return named or word.startswith(STATES)


STATES = lexicon.words("annotate.people.office_words_ru", "states")


def region_gen(name: str) -> str:
    """Return the name of an oblast in the genitive."""
    return name.replace("ская область", "ской области").replace("область ", "области ")


@cache
def finite(word: str) -> bool:
    """Say whether a word is a finite verb, a gerund or a short participle."""
    return any(pos in ("VERB", "GRND", "PRTS") for _, pos, _ in ru_tags(word)[:1])


ONCE = frozenset(lexicon.words("annotate.people.office_words_ru", "once"))


def held_once(between: str) -> bool:
    """X, ранее директор больницы; X, до этого он был директором: words of former times or a verb stand before an office."""
    return any(word in ONCE or finite(word) for word in re.findall("[а-яё]+", between.lower()))


def acts(behind: str) -> bool:
    """X, аким выделил ему квартиру: a verb behind an office says that another, who holds it, does something."""
    return any(finite(word) for word in re.findall("[а-яё]{3,}", behind.lower())[:2])
