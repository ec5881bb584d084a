"""Texts that remember where each character came from; scripts, languages, spellings.

Every step takes a ``MappedText`` and gives one whose characters lead back to the same source, so
steps follow each other freely. All steps are linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from kzhealthkg import latin, lexicon
from kzhealthkg.model import Language, MappedText
from kzhealthkg.text.idle import idle
from kzhealthkg.text.latin_words import says_kazakh
from kzhealthkg.text.quotation import SPEECH, marks, speech_marks

Piece = tuple[int, int, str | None]
"""A span of a text and what stands there afterwards; None keeps the span as it is."""

_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u024f\u0259\u0275"
KAZAKH = frozenset("әғқңөұүһі")
_KAZAKH_SHARE = 0.25
"""Of the words of a Kazakh text so many at least have a letter that Russian lacks; names alone do not reach it."""
_UNKAZAKH = frozenset("вёфцчщъьэюя")
_KAZAKH_LETTER, _UNKAZAKH_LETTER = re.compile("[әғқңөұүһі]"), re.compile("[вёфцчщъьэюя]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_BORDER = re.compile(f"[{_LATIN}](?=[{_CYRILLIC}])|[{_CYRILLIC}](?=[{_LATIN}])")
_WORD = re.compile(r"[^\W\d_]+")
_LONE = re.compile(f"(?<=[{_CYRILLIC}][ ,])[{_LATIN}](?= [{_CYRILLIC}0-9«])")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
                        "\u2060-\u206f\ufe00-\ufe0f\ufeff]+")  # fmt: skip
_STRESS = re.compile(f"(?<=[{_CYRILLIC}])[\u0300\u0301]+")
_MIXED_O = re.compile(f"[Оо]\u0301(?=[{_LATIN}])|(?<=[{_LATIN}])[Оо]\u0301")
"""О́ńir: a Cyrillic letter with a mark of its own, for the Ó of Kazakh Latin."""
_BREAK = re.compile(r" *(?:\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]) *")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*"
                     "| [ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")  # fmt: skip


def identity(text: str) -> MappedText:
    """Return ``text`` mapped to itself."""
    return MappedText(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def assemble(mapped: MappedText, pieces: Iterable[Piece]) -> MappedText:
    """Return the text made of ``pieces``, which are non-empty spans of ``mapped`` in order."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for first, last, new in pieces:
        if new is None or len(new) == last - first:
            texts.append(mapped.text[first:last] if new is None else new)
            starts += mapped.starts[first:last]
            ends += mapped.ends[first:last]
        elif new:
            texts.append(new)
            starts += [mapped.starts[first]] * len(new)
            ends += [mapped.ends[last - 1]] * len(new)
    return MappedText("".join(texts), tuple(starts), tuple(ends))


def rewrite(mapped: MappedText, changes: Iterable[Piece]) -> MappedText:
    """Return the text with ``changes`` made, in order, and the rest kept."""
    pieces: list[Piece] = []
    last = 0
    for change in changes:
        if change[0] > last:
            pieces.append((last, change[0], None))
        pieces.append(change)
        last = change[1]
    if not pieces:
        return mapped
    if last < len(mapped.text):
        pieces.append((last, len(mapped.text), None))
    return assemble(mapped, pieces)


def substitute(mapped: MappedText, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> MappedText:
    """Return the text with every non-empty match of ``pattern`` replaced."""
    make = new if callable(new) else lambda match: new
    return rewrite(mapped, ((m.start(), m.end(), make(m)) for m in pattern.finditer(mapped.text) if m.group()))


def normalise(mapped: MappedText) -> MappedText:
    """Return the text in NFC, line ends as "\\n", spaces single, invisible characters left out."""
    mapped = _composed(substitute(mapped, _INVISIBLE, ""))
    mapped = substitute(mapped, _MIXED_O, lambda match: "Ó" if match.group()[0] == "О" else "ó")
    mapped = substitute(mapped, _STRESS, "")
    mapped = substitute(mapped, _SPACES, " ")
    return substitute(mapped, _BREAK, "\n")


def _composed(mapped: MappedText) -> MappedText:
    if unicodedata.is_normalized("NFC", mapped.text):
        return mapped
    starters = [i for i, char in enumerate(mapped.text) if i == 0 or not unicodedata.combining(char)]
    changes: list[Piece] = []
    for first, last in zip(starters, [*starters[1:], len(mapped.text)], strict=True):
        new = unicodedata.normalize("NFC", mapped.text[first:last])
        if new != mapped.text[first:last]:
            changes.append((first, last, new))
    return rewrite(mapped, changes)


def detect(text: str) -> Language | None:
    """Return the language by its letters, or None where it is neither Kazakh nor Russian."""
    script = script_of(text)
    letters = Counter(text.lower())
    if script == "latin":
        return "kk-Latn" if latin.is_kazakh(letters, text) or says_kazakh(letters, text) else None
    if script != "cyrillic":
        return None
    words = _WORD.findall(text.lower())
    kazakh = sum(not KAZAKH.isdisjoint(word) for word in words)
    if kazakh:
        return "kk" if kazakh > _KAZAKH_SHARE * len(words) and not _names_alone(text) else "ru"
    return "kk" if _UNKAZAKH.isdisjoint(letters) and letters["ы"] else "ru"


def _names_alone(text: str) -> bool:
    """Аким Әсет Сейітов открыл больницу: only names have letters that Russian lacks, and other words some that Kazakh lacks."""
    plain = "".join(word for word in _WORD.findall(text) if word.islower())
    return not _KAZAKH_LETTER.search(plain) and bool(_UNKAZAKH_LETTER.search(plain))


def is_kazakh(text: str) -> bool:
    """Say whether a text in lower case is Kazakh by its letters, and in Cyrillic."""
    russian = _UNKAZAKH_LETTER.search(text) and not _KAZAKH_LETTER.search(text)
    return not russian and detect(text) == "kk"


def script_of(text: str) -> str:
    """Return the script most of the letters are of: cyrillic, latin, arabic, or "" for others."""
    counts = Counter(text)
    sizes = {"cyrillic": 0, "latin": 0, "arabic": 0, "": 0}
    for char, count in counts.items():
        if char.isalpha():
            sizes[_script(char)] += count
    return max(sizes, key=lambda script: (sizes[script], script == "")) if any(sizes.values()) else ""


def _script(char: str) -> str:
    if "\u0400" <= char <= "\u052f":
        return "cyrillic"
    if char <= "\u024f" or char in "\u0259\u0275":
        return "latin"
    return "arabic" if _ARABIC.match(char) else ""


@cache
def _lookalikes() -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    rows = lexicon.table("homoglyphs")
    cyrillic = {ord(r["latin"]): r["cyrillic"] for r in rows if r["use"] == "pair"}
    latin_ = {ord(r["cyrillic"]): r["latin"] for r in rows if r["use"] in ("pair", "latin")}
    return cyrillic, latin_, {ord(r["latin"]): r["cyrillic"] for r in rows if r["use"] == "always"}


def one_script(mapped: MappedText, home: str = "cyrillic") -> MappedText:
    """Return the text with every word that mixes Cyrillic and Latin lookalikes in one script.

    ``home`` is the script a word goes to that could be written in both.
    """
    cyrillic, _, always = _lookalikes()
    text = mapped.text.translate(always)
    changes: list[Piece] = []
    if _BORDER.search(text):
        changes += [(m.start(), m.end(), _unmixed(m.group(), home)) for m in _WORD.finditer(text)]
    mapped = rewrite(MappedText(text, mapped.starts, mapped.ends), changes)
    if home == "latin":
        return mapped
    return substitute(mapped, _LONE, lambda m: m.group().translate(cyrillic) if m.group().islower() else m.group())


def _unmixed(word: str, home: str) -> str:
    if not _BORDER.search(word):
        return word
    cyrillic, latin_, _ = _lookalikes()
    forms = {"cyrillic": word.translate(cyrillic), "latin": word.translate(latin_)}
    whole = [script for script, form in forms.items() if all(_script(c) == script for c in form)]
    return forms[home if home in whole else whole[0]] if whole else word


def to_cyrillic(mapped: MappedText) -> MappedText:
    """Return a text in Kazakh Latin with its Kazakh words in Cyrillic, foreign words kept."""
    return rewrite(mapped, latin.conversions(mapped.text))


def clean(source: str | MappedText) -> tuple[MappedText, Language | None]:
    """Return ``source`` prepared and made ready to be read, and its language."""
    mapped, language = prepared(source)
    return legible(mapped), language


def prepared(source: str | MappedText) -> tuple[MappedText, Language | None]:
    """Return ``source`` normalised, its words each in one script and Kazakh in Cyrillic, and its language."""
    mapped = normalise(identity(source) if isinstance(source, str) else source)
    language = detect(mapped.text)
    if language == "kk-Latn":
        mapped = MappedText(latin.with_dotless(mapped.text), mapped.starts, mapped.ends)
        return to_cyrillic(one_script(mapped, "latin")), language
    return one_script(mapped), language


def legible(mapped: MappedText) -> MappedText:
    """Return the text as it is read: without idle words, shortened phrases in full, marks and dashes as in print."""
    said = rewrite(mapped, ((start, end, "") for start, end in idle(mapped.text)))
    return spoken(written_out(said))


def written_out(mapped: MappedText) -> MappedText:
    """Return the text with shortened phrases in full: в т.ч. is в том числе."""
    for pattern, full in _shortenings():
        if pattern.search(mapped.text):
            mapped = substitute(mapped, pattern, full)
    return mapped


@cache
def _shortenings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = lexicon.table("shortenings")
    return tuple((re.compile(rf"(?<!\w){r['pattern']}"), r["full"]) for r in rows)


def spoken(mapped: MappedText) -> MappedText:
    """Return the text with marks and dashes as in print, and the quotation dash for the marks around what is said."""
    mapped = rewrite(mapped, ((at, at + 1, mark) for at, mark in marks(mapped.text)))
    return rewrite(mapped, ((at, at + 1, SPEECH) for at in speech_marks(mapped.text)))


@cache
def _keys() -> tuple[re.Pattern[str], dict[str, str], dict[int, str]]:
    rows = {r["spelling"]: r["key"] for r in lexicon.table("skeleton")}
    several = {spelling: key for spelling, key in rows.items() if len(spelling) > 1}
    pattern = re.compile("|".join(sorted(several)))
    return pattern, several, {ord(s): key for s, key in rows.items() if len(s) == 1}


@lru_cache(maxsize=1 << 16)
def skeleton(text: str) -> str:
    """Return the key by which a name is compared across languages, scripts and spellings.

    >>> skeleton("Ақтөбе") == skeleton("Актобе") == skeleton("Aqtóbe")
    True
    """
    pattern, several, single = _keys()
    words = (_meant(word) for word in _WORD_OR_NUMBER.findall(unicodedata.normalize("NFC", text).casefold()))
    key = pattern.sub(lambda m: several[m.group()], " ".join(words)).translate(single)
    key = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    return _IE.sub("e", _DOUBLE.sub(r"\1", key))


_WORD_OR_NUMBER = re.compile(r"(?:[^\W\d_]|(?<=[^\W\d_])['’ʼ`](?=[^\W\d_]|\W|$))+|\d+(?:[.,]\d+)*")
_DOUBLE = re.compile(r"([a-z])\1+")
_IE = re.compile(r"(?<=[aou])ie")


def _meant(word: str) -> str:
    """Return in Latin a word spelled with Cyrillic letters that only resemble Latin ones (ѕ, ј)."""
    _, latin_, _ = _lookalikes()
    return word.translate(latin_) if "ѕ" in word or "ј" in word else word
