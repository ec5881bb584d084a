"""Sentences and tokens of an article's clean text, with the readings of every token.

A number with its Kazakh ending is one token ("60-тан"), so is a percent sign with one ("%-ға"); an
ending behind a closing quote ("»-нің") is a token of its own with part of speech SUFFIX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kzhealthkg import lexicon, morph
from kzhealthkg.annotate.marking import marked
from kzhealthkg.model import Article, Reading, Sentence, Token
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
  | %{_ENDING}
  | \.\.\.
  | \S
    """,
    re.VERBOSE,
)

_Form = tuple[str, str, tuple[Reading, ...], frozenset[str], Reading, frozenset[str], tuple[str, ...], int]
"""What all tokens of one spelling share: the text, and what is found out of it."""
_PICTURE = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_ITEM = re.compile(
    rf"""
    (?:(?<=[.!?…:;»”"\)\]])|(?=[ ]*(?:[•▪●]|{_PICTURE})))                  # hardly anywhere else
    (?:
    (?:(?<=[.!?…])|(?<=[.!?…][»”"\)\]]))[ ]+(?=[«„“"(\[—–-]?[ ]?№?[^\W_])   # after an end mark
  | (?<=[^\W\d_]{{3}}[.!?])(?=[А-ЯЁӘҒҚҢӨҰҮІҺ][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮІҺ])  # no space after the mark
  | (?<=[:;.!?…])[ ]*(?=[-–—•▪●*][ ]?[^\W_a-zа-яёәғқңөұүіһ])            # an item of a list
  | [ ]*(?=[•▪●])
  | (?<!{_PICTURE})(?<!{_PICTURE}[ ])[ ]*(?=(?:{_PICTURE}\ufe0f?[ ]*)++[^\W_a-zа-яёәғқңөұүіһ])
    )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(
    r"(?:([\d%]\S*)[ ]*(?:(?:млн|млрд|трлн|мың|тыс)\.?[ ]*)?)?(?:(?<=[\s.(«\"„“-])|^)([^\W\d_]+(?:-[^\W\d_]+)?)\.$"
)
_DATELINE = re.compile(r"[^\W\d_a-zа-яёәғқңөұүіһ]{4,}\.$")
_TITLE = 90
_NEAR = 200
"""Characters before and after an end mark that tell whether it ends a sentence."""
_SHORT = 60
"""Characters in the longest abbreviation with the number before it."""
LONGEST = 2_000
"""Characters in the longest stretch that is read as one sentence: three times the longest that the press writes."""
_NUMBERED = re.compile(r"\d{1,2}\.$")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of the clean text with their tokens."""
    found: list[Sentence] = []
    offset = 0
    for number, line in enumerate(article.clean.text.split("\n")):
        for start, end in _readable(line):
            tokens = tuple(tokenize(line[start:end], article.language, offset + start))
            if tokens:
                found.append(Sentence(offset + start, offset + end, tokens, paragraph=number))
        offset += len(line) + 1
    return tuple(found)


def tokenize(text: str, language: str, offset: int = 0) -> list[Token]:
    """Return the tokens of a text whose first character stands at ``offset``."""
    forms_of, end, tokens = _forms(language), 0, list[Token]()
    for found in TOKEN.findall(text):
        start = text.index(found, end)  # only blanks stand between
        end = start + len(found)
        word, norm, readings, words, best, forms, keys, marks = forms_of[found]
        tokens.append(Token(word, norm, offset + start, offset + end, readings, words, best, forms, keys, marks))
    return tokens


@cache
def _forms(language: str) -> Remembered[str, _Form]:
    """Return the table of what all tokens of one form share."""

    def form(word: str) -> _Form:
        norm, readings = word.lower().replace("‑", "-"), morph.readings(word, language)
        words = frozenset((norm, *[reading.lemma for reading in readings]))
        forms = frozenset([reading.form for reading in readings if reading.form])
        marks = marked(Token(word, norm, 0, len(word), readings, words, readings[0]), language)
        return word, norm, readings, words, readings[0], forms, _keys(norm, readings), marks

    return Remembered(form)


def _keys(norm: str, readings: tuple[Reading, ...]) -> tuple[str, ...]:
    """Return a word and its lemmas; жабдықтар, a plural noun, is not also the future of a verb."""
    if readings[0].pos == "CCONJ":
        return ()  # ал 2016 жылы: and no "take"
    noun = readings[0].pos == "NOUN" and readings[0].plural
    return tuple(dict.fromkeys([norm, *[r.lemma for r in readings if not (noun and r.form == "fut")]]))


def spans(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences and list items of one paragraph, without outer spaces."""
    start = 0
    for match in _ITEM.finditer(line):
        before = line[max(start, match.start() - _NEAR) : match.start()]
        if match.start() > start and not _joined(before, line[match.end() : match.end() + _NEAR]):
            yield from _trimmed(line, start, match.start())
            start = match.end()
    yield from _trimmed(line, start, len(line))


def _readable(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a paragraph's sentences, those too long to be one cut at blanks or left out."""
    for start, end in spans(line):
        if end - start <= LONGEST:
            yield start, end
        else:
            yield from (span for span in _cut(line, start, end) if _is_prose(line[slice(*span)]))


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = line[start:end]
    if opened := piece.lstrip():
        yield start + len(piece) - len(opened), start + len(piece.rstrip())


def _joined(before: str, after: str) -> bool:
    """Whether an end mark between two stretches does not end a sentence."""
    if before.rfind("«") > before.rfind("»") and _title(before[before.rfind("«") :], after):
        return True
    if not before.strip() or not before.endswith("."):
        return not before.strip() or (before[-1] in '!?…»”")' and _first(after).islower())
    if _NUMBERED.fullmatch(before.strip()) or _first(after).islower():
        return True
    if _DATELINE.fullmatch(before.strip()):
        return after.lstrip(" —–-").split(" ")[0].isupper()
    near = before[-_SHORT:]
    match = _LAST_WORD.search(near)
    if match is None:
        return False
    numbered = near[: match.start()].rstrip().endswith("№")  # больница № 2 г. X
    return _abbreviated(match[2], bool(match[1]) and not numbered)


def _title(opened: str, after: str) -> bool:
    """Whether a quotation that is open at an end mark is a short title with the mark inside it."""
    closing = after.find("»")
    return 0 <= closing < _TITLE - len(opened) and "«" not in after[:closing]


def _first(text: str) -> str:
    return text.lstrip(' «„“"(—–-')[:1]


def _abbreviated(word: str, after_number: bool) -> bool:
    if len(word) == 1 and word.isupper():
        return True
    joins = _abbreviations().get(word.lower(), "never")
    return joins == "always" or (joins == "number" and not after_number)


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["joins"] for row in lexicon.table("abbreviations")}
