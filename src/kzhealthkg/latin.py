"""Kazakh Latin to Cyrillic: the alphabets of 2017, 2018 and 2021, a mix of them, Kazakh Wikipedia's, gh and ng, ad hoc ASCII."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kzhealthkg import lexicon

Piece = tuple[int, int, str | None]

_APOSTROPHES = "'’‘ʼʹ`"
_TOKEN = re.compile(
    r"(?P<other>(?:https?://|www\.)\S+|[@#]\w+|\b[\w.+-]{1,64}@[\w.-]+"
    r"|\b[\w-]{1,64}\.(?:kz|com|org|ru|net|info|gov|edu)\b|\b\w*[\d_]\w*)"
    rf"|(?P<word>[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*[{_APOSTROPHES}]?)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«“\"][^«»“”\"\n]{1,80}[»”\"]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_APOSTROPHE_LETTER = re.compile(rf"[aginoscuy][{_APOSTROPHES}](?=\w|\s|[,.])")
_VOWELS = frozenset("aáäeiíıïoóöuúüūyýw")
_MARKED = frozenset("áǵíıńóúýäğǧñŋöüūşï")
_FOLDED = str.maketrans("áäǵğǧńñŋóöúüūýwıïí", "aagggnnnoouuuuuiii")
_LOWER = {
    "umlaut": str.maketrans("Iİ", "ıi"),
    "turkic": str.maketrans("Iİ", "ıi"),
    "crossed": str.maketrans("Iİ", "ıi"),
}
_PLAIN_LOWER = str.maketrans("İ", "i")
_S_FOR_C = str.maketrans("cC", "sS")
_BEHIND_VOWEL = re.compile("[aäeıioöü]([uw])")
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_LONGEST_STEM = 12
_LONGEST_WORD = 64


class Rule(NamedTuple):
    """One row of ``latin.tsv``."""

    before: str
    after: str
    cyrillic: str


def is_kazakh(letters: Counter[str], text: str) -> bool:
    """Tell whether a text in Latin script is Kazakh, by ``letters``, the counts of its lower-cased letters."""
    total = sum(count for char, count in letters.items() if _LATIN.match(char)) or 1
    marks = sum(letters[c] for c in _MARKED) + len(_APOSTROPHE_LETTER.findall(text))
    with_x = letters["w"] and letters["ñ"] and not letters["ə"]  # xalıq, as Kazakh Wikipedia spells it
    own, alien = letters["q"] / total, 0 if with_x else text.count("x") / total
    return alien < 0.01 and own >= 0.008 and own + marks / total >= 0.025


def alphabet(text: str) -> str:
    """Return which alphabet a Kazakh Latin text is written in, by the letters only that one has."""
    count = Counter(text.lower())
    acute = sum(count[c] for c in "áǵńóúý")
    umlaut = sum(count[c] for c in "äğǧñŋöüşū")
    apostrophe = len(_APOSTROPHE_LETTER.findall(text))
    if not max(acute, umlaut, apostrophe):
        return "ascii"
    if apostrophe > max(acute, umlaut):
        return "apostrophe"
    if acute >= umlaut and text.count("gh") > count["ǵ"] + count["ń"] + count["ı"]:
        return "digraph"
    if acute >= umlaut:
        return "mixed" if count["í"] > count["ý"] else "acute"
    if count["ï"] + count["w"] <= count["ū"]:
        return "umlaut"
    behind = Counter(_BEHIND_VOWEL.findall(text.lower()))
    return "crossed" if behind["u"] > 2 * behind["w"] else "turkic"  # ұ never stands behind a vowel


def with_dotless(text: str) -> str:
    """Return a text with ı for the i of a page that has no ı and writes the Kazakh vowel as Cyrillic і: оblystyń ákіmі."""
    if "ı" in text or 4 * text.count("і") < text.count("i"):
        return text
    return text.replace("i", "ı") if "і" in text else text


@cache
def _rules(name: str) -> tuple[dict[str, tuple[Rule, ...]], dict[str, tuple[int, ...]]]:
    """Return an alphabet's rules by spelling, and by first letter the lengths to try, longest first."""
    found: dict[str, list[Rule]] = {}
    for own in (True, False):  # what the alphabet itself says goes before what all share
        for row in lexicon.table("latin"):
            if row["alphabet"] == (name if own else "*"):
                found.setdefault(row["latin"], []).append(Rule(row["before"], row["after"], row["cyrillic"]))
    lengths: dict[str, set[int]] = {}
    for spelling in found:
        lengths.setdefault(spelling[0], set()).add(len(spelling))
    return {k: tuple(v) for k, v in found.items()}, {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}


@cache
def _stems() -> dict[str, str]:
    return {row["latin"]: row["cyrillic"] for row in lexicon.table("latin") if row["alphabet"] == "stem"}


def _holds(rule: Rule, word: str, start: int, end: int) -> bool:
    return all(_before(code, word, start) for code in rule.before) and all(_after(c, word, end) for c in rule.after)


def _before(code: str, word: str, start: int) -> bool:
    if code == "F":
        return bool(set(word) & set("ei")) and not set(word) & set("aqy")
    if code == "B":
        return bool(set(word) & set("aqy")) and "e" not in word
    previous = word[:start].rstrip("'")[-1:]
    if not previous or code == "^":
        return (code == "^") == (not previous)
    return (code == "V") == (previous in _VOWELS)


def _after(code: str, word: str, end: int) -> bool:
    following = word[end : end + 1]
    if not following or code == "$":
        return (code == "$") == (not following)
    return (code == "V") == (following in _VOWELS)


def _convert(word: str, name: str) -> tuple[Piece, ...]:
    """Return the pieces of one lower-cased word."""
    pieces = _stem_pieces(word)
    at = pieces[-1][1] if pieces else 0
    rules, lengths = _rules(name)
    while at < len(word):
        piece = _next(word, at, rules, lengths.get(word[at], ()))
        pieces.append(piece)
        at = piece[1]
    return tuple(pieces)


def _stem_pieces(word: str) -> list[Piece]:
    """Return the pieces of the longest known loanword that a lower-cased word begins with; none of other words."""
    folded = word.translate(_FOLDED)
    for length in range(min(_LONGEST_STEM, len(word)), 2, -1):
        stem = _stems().get(folded[:length]) or _stems().get(folded[:length].replace("c", "s"))
        if stem is not None:
            after = word[length : length + 1]
            first = (0, length, stem.removesuffix("ь") if after in _VOWELS else stem)  # gospıtal|i
            return [first, (length, length + 1, "я")] if stem.endswith("и") and after == "a" else [first]  # onkologı|a
    return []


def _next(word: str, at: int, rules: dict[str, tuple[Rule, ...]], lengths: tuple[int, ...]) -> Piece:
    for length in lengths:
        end = at + length
        candidates = rules.get(word[at:end], ()) if end <= len(word) else ()
        for rule in candidates:
            if _holds(rule, word, at, end):
                return at, end, rule.cyrillic
    return at, at + 1, None


@cache
def _keepers(name: str) -> re.Pattern[str]:
    rows = [
        r["pattern"] for r in lexicon.table("latin_keep") if r["alphabet"] == "*" or name in r["alphabet"].split(",")
    ]
    return re.compile("|".join(f"(?i:{row[4:]})" if row.startswith("(?i)") else f"(?:{row})" for row in rows))


def _is_kazakh_word(word: str) -> bool:
    lower = word.lower()
    return bool(set(lower) & _MARKED) or "q" in lower.replace("que", "")


@lru_cache(maxsize=1 << 16)
def _is_foreign(word: str, name: str) -> bool:
    return not _is_kazakh_word(word) and _keepers(name).fullmatch(word) is not None


def _protected(text: str, name: str) -> list[tuple[int, int]]:
    """Return the quoted names that hold a foreign word and no Kazakh one."""
    spans = []
    for match in _QUOTED.finditer(text):
        words = [w.group() for w in _TOKEN.finditer(match.group()) if w.lastgroup == "word"]
        if any(_is_foreign(w, name) for w in words) and not any(_is_kazakh_word(w) for w in words):
            spans.append(match.span())
    return spans


def conversions(text: str) -> Iterator[Piece]:
    """Yield the spans of ``text`` that change from Kazakh Latin to Cyrillic, in order."""
    name, text = alphabet(text), _with_s(text)
    spans = iter(_protected(text, name))
    span = next(spans, None)
    chained = -1
    for match in _TOKEN.finditer(text):
        start = match.start()
        while span and span[1] <= start:
            span = next(spans, None)
        if not _is_candidate(match) or (span and span[0] <= start):
            continue
        after = text[match.end() : match.end() + 1]
        if _stays(match[0], after, name, chained == start):
            chained = match.end() + 1 if after == " " else -1
            continue
        for first, last, new in _cased(match[0], name):
            yield start + first, start + last, new


def _stays(word: str, after: str, name: str, chained: bool) -> bool:
    """Whether a word stays in Latin: a foreign one that is no initial, or one with a capital right behind such a word."""
    initial = word in ("I", "V") and after == "."
    return (_is_foreign(word, name) and not initial) or (chained and word[0].isupper() and not _is_kazakh_word(word))


def _with_s(text: str) -> str:
    """Return a text with s where it writes that sound as c throughout, as some old pages do."""
    count = Counter(text.lower())
    return text.translate(_S_FOR_C) if alphabet(text) == "turkic" and count["c"] > 2 * count["s"] else text


def _is_candidate(match: re.Match[str]) -> bool:
    word = match.group()
    return match.lastgroup == "word" and len(word) <= _LONGEST_WORD and _LATIN.match(word) is not None


@lru_cache(maxsize=1 << 16)
def _cased(word: str, name: str) -> tuple[Piece, ...]:
    """Return the pieces of a word as written; pieces that keep their length are one piece."""
    shouted = word.isupper() and len(word) > 1
    lower = _with_dotless(word, name, shouted).translate(_LOWER.get(name, _PLAIN_LOWER)).translate(_STRAIGHT).lower()
    pieces: list[tuple[int, int, str]] = []
    for start, end, new in _convert(lower, name):
        cased = _like(word[start:end], new or word[start:end], shouted)
        if pieces and len(cased) == end - start and len(pieces[-1][2]) == pieces[-1][1] - pieces[-1][0]:
            pieces[-1] = (pieces[-1][0], end, pieces[-1][2] + cased)
        else:
            pieces.append((start, end, cased))
    return tuple(pieces)


def _with_dotless(word: str, name: str, shouted: bool) -> str:
    """Return a word with ı for a capital I that stands for и or й: one letter is the capital of both i and ı."""
    if name == "mixed":
        return word.replace("I", "ı")
    if name != "acute" or "I" not in word:
        return word
    if shouted:
        return _BESIDE_VOWEL.sub("ı", word)
    return word if word[0] != "I" or word.lower().startswith(_native()) else f"ı{word[1:]}"


_BESIDE_VOWEL = re.compile("(?<=[AÁEOÓUÚYÝıI])I|I(?=[AÁEOÓUÚI])")


@cache
def _native() -> tuple[str, ...]:
    return tuple(row["latin"] for row in lexicon.table("latin") if row["alphabet"] == "native")


def _like(old: str, new: str, shouted: bool) -> str:
    if shouted:
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
