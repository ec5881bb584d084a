"""Readings of a word in either language; figures, signs and endings behind quotes included."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kzhealthkg.model import Reading, Token
from kzhealthkg.morph import endings, forms_ru, kk, ru

_FIGURE = re.compile(r"(%|[\d\u00a0\u202f ]+(?:[.,]\d+)*)(?:(?:(?<=%)|[-‑])([^\W\d_]+))?")
_KAZAKH_LETTER = re.compile("[әғқңөұүі]")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүіһ]+(?:['’ʼ-][а-яёәғқңөұүіһ]+)*")
_HEAD_TAIL = re.compile(r"(.+)[-‑]([а-яёәғқңөұүіһ]+)")
SHORT = 4
"""Letters of a bare ending behind a figure, at most."""
_COLLECTIVE = re.compile("^[еа]?у(?=[іы])")
"""2-уі, 5-еуі, 10-ауы: "the two, five, ten of them"."""
_ORDINAL = re.compile(r"(?:ы|і)?н?ш(?:ы|і)(.*)|(?:ый|ой|ая|ое|ые|ого|го|му|ом|ых|ую|й|я|е|х|м)()")

_CARDINAL_RU = re.compile(r"(?:\d*(?<![1])[234]-х|\d+-(?:ти|(?P<ins>мя|ми)))$")
"""2-х, 5-ти, 3-мя: a number in figures with its ending; 90-х is an ordinal."""


def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Return the readings of a word as written, the preferred one first; never empty."""
    low = word.lower().replace("‑", "-")
    figure = _FIGURE.fullmatch(low)
    if figure and language == "ru" and (cardinal := _CARDINAL_RU.match(low)):
        return (Reading(figure[1], "NUM", "ins" if cardinal["ins"] else "gen"),)
    if figure:
        return (_figure(figure[1], figure[2] or ""),)
    if not any(c.isalpha() for c in low):
        return (Reading(word, "PUNCT"),)
    if low.startswith("-"):
        return (Reading("", "SUFFIX", ending_case(low[1:])),)
    if not _CYRILLIC.fullmatch(low):
        return (_foreign(low),)
    if language == "ru" and not re.search("[әғқңөұүіһ]", low):
        return ru.analyse(low, word[0].isupper())
    return _kazakh(word, low)


def _kazakh(word: str, low: str) -> tuple[Reading, ...]:
    head, hyphen, tail = word.rpartition("-")
    if hyphen and _twice(head.lower(), tail):
        return (Reading(head.lower(), "NUM", "abl"),)
    if hyphen and tail.islower() and (head.isupper() or not set(head.lower()) & set(endings.VOWELS)):
        return (_foreign(low),)
    return kk.analyse(low, word[0].isupper())


def _twice(numeral: str, tail: str) -> bool:
    """Бір-бір, екі-екіден: so many of each; no бір-біріне, "to one another"."""
    again = tail.startswith(numeral) and numeral in kk.numerals()
    return again and (tail == numeral or ending_case(tail[len(numeral) :]) == "abl")


def _foreign(low: str) -> Reading:
    """An abbreviation or Latin name, with a hyphen before its ending or none at all."""
    match = _HEAD_TAIL.fullmatch(low)
    slots = _tail_slots(match[2]) if match else ()
    if match and not slots and len(match[2]) > 4:
        tail = kk.analyse(match[2], False)[0]
        return replace(tail, lemma=f"{match[1]}-{tail.lemma}", pos="NOUN", form="")
    if not match or not slots:
        return Reading(low, "PROPN", "nom")
    pos = "NUM" if match[1] in kk.numerals() else "PROPN"
    return Reading(
        match[1], pos, _case(slots), "plural" in slots, "poss3" in slots, locative_adjective="locadj" in slots
    )


def _figure(number: str, tail: str) -> Reading:
    pos = "SYM" if number == "%" else "NUM"
    ordinal = _ORDINAL.fullmatch(tail) if tail else None
    if ordinal:
        return Reading(number, "ORD", ending_case(ordinal[1] or ""))
    slots = _tail_slots(_COLLECTIVE.sub("", tail)) if tail else ()
    if tail and not slots:
        noun = kk.analyse(tail, False)[0] if len(tail) > SHORT else None  # 3-емханада
        known = noun is not None and noun.pos == "NOUN" and kk.is_noun(noun.lemma)
        return (
            replace(noun, lemma=f"{number}-{noun.lemma}")
            if noun and known
            else Reading(f"{number}-{tail}", "NOUN", "nom")
        )
    return Reading(number, pos, _case(slots), "plural" in slots, "poss3" in slots, locative_adjective="locadj" in slots)


def ending_case(tail: str) -> str:
    """Return the case of an ending that stands alone ("нің" → gen), nom where there is none."""
    return _case(_tail_slots(tail))


@lru_cache(maxsize=4096)
def _tail_slots(tail: str) -> tuple[str, ...]:
    """The slots of a bare ending, without a check of harmony: nobody knows how the head is spoken."""
    best: tuple[str, ...] = ()
    for size in range(len(tail), 0, -1):
        for ending in endings.endings().get(tail[-size:], ()):
            if ending.slot not in ("plural", "poss3", "case", "pcase", "locadj"):
                continue
            name = ending.feature if ending.slot in ("case", "pcase") else ending.slot
            inner = _tail_slots(tail[:-size]) if size < len(tail) else ()
            if (size == len(tail) or inner) and (not best or size == len(tail)):
                best = (name, *inner)
                break
    return best


def _case(slots: tuple[str, ...]) -> str:
    return next(
        (s for s in slots if s in ("gen", "dat", "acc", "loc", "abl", "ins", "equ")),
        "loc" if "locadj" in slots else "nom",
    )


def nominative(tokens: tuple[Token, ...], language: str, *, singular: bool = False, bare: bool = False) -> str:
    """Return a noun phrase in the nominative, spaced as in the text; "" for no words.

    ``singular`` also takes the plural off the head; ``bare`` leaves the Kazakh head's lemma alone,
    without plural and possessive ("автокөліктерін" → "автокөлік").
    """
    if not tokens:
        return ""
    words = [token.text for token in tokens]
    if tokens[-1].best.pos == "SUFFIX":
        words[-1] = ""
    elif language == "ru" and not _KAZAKH_LETTER.search(tokens[-1].norm):
        words = forms_ru.nominative(words, singular or bare)
    else:
        words[-1] = _head(tokens[-1], singular, bare)
    if len(words) == 1:
        return words[0]
    gaps = [" " if before.end < after.start else "" for before, after in pairwise(tokens)]
    return "".join([word + gap for word, gap in zip(words, [*gaps, ""], strict=True)])


def _head(token: Token, singular: bool, bare: bool) -> str:
    reading = nominal(token)
    if reading is None or reading.pos in ("PUNCT", "SYM", "NUM", "ORD", "SUFFIX"):
        return token.text
    compound = "-" in reading.lemma and _CYRILLIC.fullmatch(reading.lemma.rpartition("-")[2])  # call-орталығы
    if not (compound or _CYRILLIC.fullmatch(token.norm)) or (reading.pos == "PROPN" and "-" in token.text):
        return token.text[: len(reading.lemma)]
    if bare:
        return _as_written(token.text, reading.lemma)
    if singular and reading.plural:
        lemma = _as_written(token.text, reading.lemma)
        return endings.possessive(lemma) if reading.possessive else lemma
    unmarked = reading.case in ("nom", "") and not reading.locative_adjective
    return token.text if unmarked else kk.uncased(token.text, reading)


def nominal(token: Token) -> Reading | None:
    """Return the preferred reading as a noun, adjective or verbal noun, or None."""
    fitting = (r for r in token.readings if r.pos != "VERB" or r.form in ("inf", "part"))
    return next(fitting, None)


def _as_written(word: str, lemma: str) -> str:
    """The lemma with the capitals of the word."""
    if word.isupper() and len(word) > 1:
        return lemma.upper()
    return word[: len(lemma)] if word.lower().startswith(lemma) else word[0] + lemma[1:]
