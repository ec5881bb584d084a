"""Stored text to clean text: what is of the page goes, what was broken is joined, every character maps back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kzhealthkg import lexicon, text
from kzhealthkg.model import Language, MappedText
from kzhealthkg.read import lines as reading
from kzhealthkg.read.lines import Dated, Line
from kzhealthkg.read.markup import without_tags

_HEAD, _FOOT = 10, 5
"""How many lines over and under an article may tell of it."""
_LONG = 250
"""A line of the body: the head ends with the first of so many characters."""
_TITLE = (8, 220)
"""The least and the greatest length of a title."""
_REPEATED = 40
_HEADS = 7
"""How many lines, its own with them, a label stands over at most."""
_NAME_WORDS = 3
_OPENING = 3
_LEAST_WORDS = 5
_BULLET = re.compile(r"[-–—•*·▪●◦✓✔✅]|\d{1,2}[.)] ")
_NAME = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text with what the lines around it say: title, publisher, ISO date, ISO region code."""

    mapped: MappedText
    language: Language | None
    title: tuple[int, int] | None
    """Where the title stands in the clean text."""
    publisher: str | None
    date: str | None
    region: str | None


def clean(stored: str) -> Cleaned:
    """Return the clean text of a stored one, and what its header and footer say."""
    mapped, language = text.prepared(without_tags(text.identity(stored)))
    every = reading.split(mapped.text)
    head = _head(every)
    date, kept = _without_dates(every, head)
    date = date or next(
        (d.day for line in head if _is_page_title(line, head) and (d := reading.find_date(line.text))), None
    )
    kept = _without_chrome([line for line in kept if not _is_page_title(line, head)], len(mapped.text))
    kept = _without_repeats(kept)
    openings = kept[:_OPENING]
    kept = [reading.trimmed(line, at < _OPENING) for at, line in enumerate(kept)]
    result = _joined(mapped, kept)
    publisher = reading.publisher(head, result.text, openings)
    return Cleaned(result, language, _title(kept), publisher, date, _region(head, every))


def _head(every: list[Line]) -> list[Line]:
    """Return the lines over the body: so many that are not plainly of the page."""
    head: list[Line] = []
    told = 0
    for line in every:
        head.append(line)
        told += not reading.is_chrome(line)
        if len(line.text) > _LONG or told >= _HEAD:
            break
    return head


def _without_dates(every: list[Line], head: list[Line]) -> tuple[str | None, list[Line]]:
    """Return the article's date and the lines without those, or those parts, that only give it."""
    kept: list[Line] = []
    dates: list[str] = []
    foot = max(len(head), len(every) - _FOOT)
    for at, line in enumerate(every):
        dated = reading.date_line(line) if at < len(head) or at >= foot else None
        if not dated and at < len(head):
            line, dated = _without_prefix(line)
        if at < len(head) and reading.is_split_clock(every, at):
            continue
        if dated and not (at < len(head) and reading.is_clock(every, at)):
            dates.append(dated.day)
        if not dated or dated.start < 0:
            kept.append(line)
    return (dates[0] if dates else None), kept


def _without_prefix(line: Line) -> tuple[Line, Dated | None]:
    for pattern in reading.prefixes():
        match = pattern.match(line.text)
        dated = reading.find_date(match.group()) if match else None
        if match and dated:
            return line.cut(match.end(), len(line.text)), Dated(dated.day, -1, -1)
    return line, None


def _is_page_title(line: Line, head: list[Line]) -> bool:
    """Tell whether a line of the head is another one with the site's name, date or section after it, or glued before."""
    shortest = _TITLE[0]
    return line in head and any(
        len(o.text) >= shortest
        and o.start > line.start
        and len(line.text) > len(o.text)
        and (_is_followed(line.text, o.text) or _is_glued(line.text, o.text))
        for o in head
    )


def _is_followed(line: str, title: str) -> bool:
    return line.startswith(title) and not line[len(title) :].lstrip()[:1].isalnum()


def _is_glued(line: str, title: str) -> bool:
    """ДомойНовостиОткрыли амбулаторию: a trail of sections runs into the title without a space."""
    trail = line.removesuffix(title)
    return trail != line and trail[-1:].islower() and not {*".,:;!?"} & {*trail}


def _without_chrome(kept: list[Line], size: int) -> list[Line]:
    article: list[Line] = []
    heads = 0
    for at, line in enumerate(kept):
        heads = _HEADS if at and reading.is_chrome(line, "label") else heads - 1 if _may_be_head(line) else 0
        if heads > 0:
            continue
        if line.start > size / 2 and reading.is_chrome(line, "tail"):
            break
        following = kept[at + 1] if at + 1 < len(kept) else None
        above = following and len(line.text.split()) <= _NAME_WORDS and reading.is_chrome(following, "above")
        below = kept[at - 1] if 0 < at < _HEAD else None
        under = below and len(line.text.split()) < _NAME_WORDS and reading.is_chrome(below, "above")
        if not above and not under and not reading.is_chrome(line):
            article.append(line)
    return article


def _may_be_head(line: Line) -> bool:
    """Whether a line may be the head of another article: short, and ended by no full stop."""
    return len(line.text) <= _TITLE[1] and not line.text.endswith((".", "!", "…", ":", ";", "»"))


def _without_repeats(kept: list[Line]) -> list[Line]:
    """Return the lines without those all of whose sentences were read before: a title, a body carried twice."""
    seen: set[str] = set()
    article: list[Line] = []
    running = True
    for line in kept:
        sentences = [s for s in _SENTENCE_END.split(line.text.casefold()) if s]
        running = all(s in seen for s in sentences) and (running or len(line.text) >= _REPEATED)
        if not running:
            article.append(line)
        running = running or len(article) <= 1
        seen.update(sentences)
    return article


def _joined(mapped: MappedText, kept: list[Line]) -> MappedText:
    """Return the lines one under the other; what was broken in mid-sentence goes on after a space."""
    pieces: list[text.Piece] = []
    broken = [at > 0 and _is_broken(kept[at - 1], line, at == 1) for at, line in enumerate(kept)]
    for at, line in enumerate(kept):
        if at:
            end = mapped.text.index("\n", kept[at - 1].end)
            beside = mapped.text.count("\n", end, line.start) == 1 and at > 1
            goes_on = broken[at] or (beside and _cuts_name(kept[at - 1], line, any(broken[at - 1 : at + 2])))
            pieces.append((end, end + 1, " " if goes_on else "\n"))
        pieces.append((line.start, line.end, None))
    return text.assemble(mapped, pieces)


def _cuts_name(line: Line, following: Line, wrapped: bool) -> bool:
    """Tell whether a line ends between two capitals of a wrapped paragraph, or between a given name and a surname."""
    words, first = line.text.split(), following.text.split()[0].rstrip(".,:;!?»")
    if len(words) < _LEAST_WORDS or not all(w.istitle() and _NAME.fullmatch(w) for w in (words[-1], first)):
        return False
    return wrapped or first.casefold().endswith(_surnames())


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["ending"] for row in lexicon.table("surname_endings") if row["gender"] in "mf")


def _is_broken(line: Line, following: Line, may_be_title: bool) -> bool:
    last = line.text[-1]
    if last in ".!?…:;" or _BULLET.match(following.text):
        return False
    if last == "," or (following.text[0].islower() and not _BULLET.match(line.text)):
        return True
    words = line.text.split()
    return not may_be_title and len(words) >= _LEAST_WORDS and words[-1].lower() in _unfinished()


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.table("line_ends"))


def _title(kept: list[Line]) -> tuple[int, int] | None:
    """Return the span of the first line where it is a title: short, unfinished by a full stop, with a body under it."""
    if len(kept) < 2 or _is_broken(kept[0], kept[1], may_be_title=True):
        return None
    size = len(kept[0].text)
    return (0, size) if _TITLE[0] <= size <= _TITLE[1] and kept[0].text[-1] not in ".:;," else None


def _region(head: list[Line], every: list[Line]) -> str | None:
    """Return the one region that a line with a date, or a line of its own, names in full."""
    names = _regions()
    codes = {names[line.text.casefold()] for line in every if line.text.casefold() in names}
    dated = [line.text.casefold() for line in head if reading.date_line(line)]
    codes |= {code for line in dated for name, code in names.items() if name in line}
    return codes.pop() if len(codes) == 1 else None


@cache
def _regions() -> dict[str, str]:
    return {row[key].casefold(): row["iso"] for row in lexicon.table("regions") for key in ("kk", "ru")}
