"""Sentences and tokens of an article's clean text, with the readings of every token.

A number with its Kazakh ending is one token ("60-тан"), so is a percent sign with one ("%-ға"); an
ending behind a closing quote ("»-нің") is a token of its own with part of speech SUFFIX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any

from kzhealthkg import lexicon, morph
from kzhealthkg.annotate.marking import marked
from kzhealthkg.annotate.organs import ORGAN, with_organs
from kzhealthkg.model import FIGURE, Article, Reading, Sentence, Token
from kzhealthkg.remembered import Remembered

_LETTER = r"[^\W\d_]"
_ENDING = rf"(?:[-‑]{_LETTER}+)?"
TOKEN = re.compile(
    rf"""
    {_LETTER}++(?![\w.+:@'’ʼ‑-])                                        # a plain word, as most are
  | https?://\S+ | www\.\S+ | [\w.+-]++@[\w-]+\.\w+ | [@\#]\w+
  | \d{{4}}-\d{{2}}-\d{{2}}(?!\d) | \d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\d) | \d{{1,2}}:\d{{2}}(?!\d)
  | (?:\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)(?:[.,]\d+)? | \d+(?:[.,]\d+)*)(?![A-Za-z\d]|[.,]\d){_ENDING}
  | \w+(?:['’ʼ‑-]\w+)*
  | (?<=[»”“"’)\]])[-‑]{_LETTER}+
  | %(?:{_ENDING}(?!{_LETTER})|(?:{_LETTER}{{2,4}}|[ыі])(?!{_LETTER})|)           # 9%-ға, 9%ға
  | \.\.\.
  | \S
    """,
    re.VERBOSE,
)

_Form = tuple[str, str, tuple[Reading, ...], frozenset[str], Reading, frozenset[str], tuple[str, ...], int]
"""What all tokens of one spelling share: the text, and what is found out of it."""
_Cut = tuple[int, int, str, str, tuple[Reading, ...], frozenset[str], Reading, frozenset[str], tuple[str, ...], int]
"""A token of a stretch without blanks: its offsets there, and its form."""
_WORDY = 40
"""Characters in the longest stretch without blanks that is remembered; those of words are shorter."""
_INSIDE_FIGURE = re.compile(r" (?<=\d )\d")
"""A blank between two figures: sought from the blank on, which costs a third of what a figure first does."""
_PARTING = re.compile(r"(?<!\d) | (?!\d)")
_PICTURE = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_ITEM = re.compile(
    rf"""
    (?:(?<=[.!?…:;»”"―\)\]])|(?=[ ]*(?:[•▪●]|{_PICTURE})))                  # hardly anywhere else
    (?:
    (?:(?<=[.!?…])|(?<=[.!?…][»”―\)\]]))[ ]+(?=[«„“―(\[—–-]?[ ]?№?[^\W_])   # after an end mark
  | (?<=[^\W\d_]{{3}}[.!?])(?=[А-ЯЁӘҒҚҢӨҰҮІҺ][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮІҺ])  # no space after the mark
  | (?<=[:;.!?…])[ ]*(?=[-–—•▪●*][ ]?[^\W_a-zа-яёәғқңөұүіһ])            # an item of a list
  | [ ]*(?=[•▪●])
  | (?<!{_PICTURE})(?<!{_PICTURE}[ ])[ ]*(?=(?:{_PICTURE}\ufe0f?[ ]*)++[^\W_a-zа-яёәғқңөұүіһ])
    )
    """,
    re.VERBOSE,
)
_ENDS = frozenset(".!?…:;»”―)]")
_SIGN = re.compile(rf"[.!?…:;»”―\)\]•▪●]|{_PICTURE}")
"""An end mark, a bullet or a picture."""
_CLOSING, _END_MARKS = frozenset("»”―)]"), frozenset(".!?…")
"""Signs that end a sentence only behind one of the others."""
_LAST_WORD = re.compile(
    r"(?:([\d%]\S*)[ ]*(?:(?:млн|млрд|трлн|мың|тыс)\.?[ ]*)?)?(?:(?<=[\s.(«„“―-])|^)([^\W\d_]+(?:-[^\W\d_]+)?)\.$"
)
_DATELINE = re.compile(r"[^\W\d_a-zа-яёәғқңөұүіһ]{4,}\.$")
_CURRENCIES = lexicon.words("annotate.tokens", "currencies")
_TITLED = re.compile(r"[^\W\d_a-zа-яёәғқңөұүіһ][a-zа-яёәғқңөұүіһ]|[^\W\d_] ")
"""A word that begins a sentence: a capital and a small letter, or a word of one letter."""
_TITLE = 90
_SAID = re.compile(r" ?, ?[-–—]")
_NEAR = 200
"""Characters before and after an end mark that tell whether it ends a sentence."""
_SHORT = 60
"""Characters in the longest abbreviation with the number before it."""
LONGEST = 2_000
"""Characters in the longest stretch that is read as one sentence: three times the longest that the press writes."""
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:\s?[–—-]\s?(?:19|20)\d\d)?\s?(?:жж?|гг?)\.")
"""2023 ж. Астанада …: a year that opens a sentence is none by itself."""
_DASHED_FIGURE = re.compile(r"\s*[–—-]\s*(?:[^\W\d_]{2,7} )?\d")
_NUMBERED = re.compile(r"\d{1,2}\.$")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of the clean text with their tokens."""
    found: list[Sentence] = []
    offset = 0
    for number, line in enumerate(article.clean.text.split("\n")):
        for start, end in _readable(line) if line else ():
            tokens, marks = _read(line[start:end], article.language, offset + start)
            if tokens:
                told = frozenset().union(*[token.words for token in tokens])
                found.append(Sentence(offset + start, offset + end, tuple(tokens), (), number, told, marks))
        offset += len(line) + 1
    return tuple(found)


def tokenize(text: str, language: str, offset: int = 0) -> list[Token]:
    """Return the tokens of a text whose first character stands at ``offset``."""
    return _read(text, language, offset)[0]


def _read(text: str, language: str, offset: int) -> tuple[list[Token], int]:
    """Return the tokens of a text with the marks of all."""
    tokens, marks = _tokens_of(text.split(" "), language, offset)
    if marks & FIGURE and _INSIDE_FIGURE.search(text):  # most blanks part tokens, those inside of a figure do not
        tokens, marks = _tokens_of(_PARTING.split(text), language, offset)
    return with_organs(tokens) if ORGAN in text else tokens, marks


def _tokens_of(stretches: Iterable[str], language: str, at: int) -> tuple[list[Token], int]:
    """Return the tokens of stretches with a blank behind each, the first of which begins at an offset, and their marks."""
    known, told = _stretches(language), 0
    tokens: list[Token] = []
    for stretch in stretches:
        for start, end, word, norm, readings, words, best, forms, keys, marks in known[stretch]:
            tokens.append(Token(word, norm, at + start, at + end, readings, words, best, forms, keys, marks))
            told |= marks
        at += len(stretch) + 1
    return tokens, told


def marks_of(word: str, language: str) -> int:
    """Return the marks of all tokens of one spelling."""
    return _forms(language)[word][-1]


@cache
def _forms(language: str) -> Remembered[str, _Form]:
    return Remembered(partial(_form, language=language))


@cache
def _stretches(language: str) -> Remembered[str, tuple[_Cut, ...]]:
    """Return the table of the tokens that a stretch without blanks is cut into."""
    form = _forms(language)

    def cut(stretch: str) -> tuple[_Cut, ...]:
        return tuple((*found.span(), *form[found[0]]) for found in TOKEN.finditer(stretch))

    return Remembered(cut, keeps=lambda stretch: len(stretch) <= _WORDY)


def _form(word: str, language: str) -> _Form:
    """Return what all tokens of one spelling share."""
    low, readings = word.lower().replace("‑", "-"), morph.readings(word, language)
    norm = word if low == word else low
    words = frozenset((norm, *[reading.lemma for reading in readings]))
    forms = _ONE[frozenset([reading.form for reading in readings if reading.form])]
    marks = _ONE[marked(Token(word, norm, 0, len(word), readings, words, readings[0]), language)]
    return word, norm, readings, words, readings[0], forms, _keys(norm, readings), marks


_ONE = Remembered[Any, Any](lambda value: value)
"""Sets of forms and marks, of which there are few: those that are equal are one, and stay near."""


def _keys(norm: str, readings: tuple[Reading, ...]) -> tuple[str, ...]:
    """Return a word and its lemmas; жабдықтар, a plural noun, is not also the future of a verb."""
    if readings[0].pos == "CCONJ":
        return ()  # ал 2016 жылы: and no "take"
    noun = readings[0].pos == "NOUN" and readings[0].plural
    return tuple(dict.fromkeys([norm, *[r.lemma for r in readings if not (noun and r.form == "fut")]]))


def spans(line: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences and list items of one paragraph, without outer spaces."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _breaks(line):
        before = line[max(start, match.start() - _NEAR) : match.start()]
        if match.start() > start and not _joined(before, line[match.end() : match.end() + _NEAR]):
            found += _trimmed(line, start, match.start())
            start = match.end()
    return [*found, *_trimmed(line, start, len(line))]


def _breaks(line: str) -> Iterable[re.Match[str]]:
    """Return where a sentence or an item may end: only behind an end mark in a line without bullets and pictures."""
    signs = list(_SIGN.finditer(line))
    if not _ENDS.issuperset([sign[0] for sign in signs]):
        return _ITEM.finditer(line)
    ends = [sign.end() for sign in signs if sign[0] not in _CLOSING or line[sign.start() - 1] in _END_MARKS]
    behind = [_ITEM.match(line, end) for end in ends]
    return [found for found in behind if found]


def _readable(line: str) -> list[tuple[int, int]]:
    """Return the spans of a paragraph's sentences, those too long to be one cut at blanks or left out."""
    found = spans(line)
    return found if len(line) <= LONGEST else [piece for span in found for piece in _cut(line, *span)]


def _cut(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the span of a sentence, or of those pieces of one without end that are language."""
    if end - start <= LONGEST:
        return [(start, end)]
    return [span for span in _pieces(line, start, end) if _is_prose(line[slice(*span)])]


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = line.rfind(" ", start + 1, start + LONGEST)
        if blank < 0:
            blank = line.find(" ", start + LONGEST, end)
        blank = end if blank < 0 else blank
        yield from _trimmed(line, start, blank)
        start = blank
    yield from _trimmed(line, start, end)


def _is_prose(text: str) -> bool:
    """Whether part of an endless line is language: mostly letters, and words that are not the same few again."""
    said = text.split()
    return len(text) <= LONGEST and 2 * sum(map(str.isalpha, text)) > len(text) and 5 * len(set(said)) > len(said)


def _trimmed(line: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the span of a stretch without outer spaces, none where it is blank."""
    piece = line[start:end]
    opened = piece.lstrip()
    return ((start + len(piece) - len(opened), start + len(piece.rstrip())),) if opened else ()


def _joined(before: str, after: str) -> bool:
    """Whether an end mark between two stretches does not end a sentence."""
    if before.rfind("«") > before.rfind("»") and _title(before[before.rfind("«") :], after):
        return True
    last = before[before.rfind(" ") + 1 : -1]
    if before.endswith(".") and _is_whole(last) and not _first(after).islower():
        return False  # as most sentences end
    said = before.strip()
    if not said or not before.endswith("."):
        return not said or (before[-1] in "!?…»”―)" and _first(after).islower())
    if _NUMBERED.fullmatch(said) or _YEAR_ALONE.fullmatch(said) or _first(after).islower():
        return True
    if _DATELINE.fullmatch(said):
        return after.lstrip(" —–-").split(" ")[0].isupper()
    if _abbreviations().get(last.lower()) == "capitals":  # 2 млрд. США … 2 млрд. На эти деньги …
        following = after.lstrip(" «„“(―—–-")
        return not _TITLED.match(following) or following.lower().startswith(_CURRENCIES)
    if _may_abbreviate(last) and _DASHED_FIGURE.match(after):
        return True  # (2023 г. – 7,1)
    return (not last.isalpha() or _may_abbreviate(last)) and _ends_shortened(before[-_SHORT:], last)


def _is_whole(word: str) -> bool:
    """Whether a word before a full stop is no abbreviation and no name in capitals."""
    return len(word) > 1 and word.isalpha() and not word.isupper() and word.lower() not in _abbreviations()


def _ends_shortened(near: str, last: str) -> bool:
    """Whether a stretch before a full stop ends in an abbreviation; ``last`` is what stands behind its last blank."""
    word = last.rpartition(".")[2]
    if word.isalpha() and _abbreviated(word, after_number=True):
        return True  # whatever stands before it
    match = _LAST_WORD.search(near)
    if match is None:
        return False
    numbered = near[: match.start()].rstrip().endswith("№")  # больница № 2 г. X
    return _abbreviated(match[2], bool(match[1]) and not numbered)


def _title(opened: str, after: str) -> bool:
    """Whether a quotation open at an end mark is a short title with the mark inside it: no speech (», – деді X)."""
    closing = after.find("»")
    short = 0 <= closing < _TITLE - len(opened) and "«" not in after[:closing]
    return short and not _SAID.match(after, closing + 1)


def _first(text: str) -> str:
    return text.lstrip(" «„“(―—–-")[:1]


def _may_abbreviate(word: str) -> bool:
    return len(word) == 1 or word.lower() in _abbreviations()


def _abbreviated(word: str, after_number: bool) -> bool:
    if len(word) == 1 and word.isupper():
        return True
    joins = _abbreviations().get(word.lower(), "never")
    return joins == "always" or (joins == "number" and not after_number)


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["joins"] for row in lexicon.table("abbreviations")}
