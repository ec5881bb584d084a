"""Where a name may begin that no list has: behind an office and its body, a title, or what somebody is by profession."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.marks import CALLING, TITLE
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people import persons
from kzhealthkg.annotate.people.gaps import titles
from kzhealthkg.annotate.people.line import Line
from kzhealthkg.annotate.words import Piece, guards, ru_tags


def name_starts(line: Line, text: str, language: str) -> frozenset[int]:
    """Return the numbers of the pieces that a name may begin at, because an office or a title ends before them."""
    if not line.roles and not line.marks & (TITLE | CALLING):
        return frozenset()
    ends = [o.end for o in line.roles if o.case == "nom" or language == "ru"]
    found = set()
    for end in ends + _after_regions(line, text, ends) if language == "ru" else ends:
        gap = _gap_after().match(text, end, line.sentence.end)
        at = gap.end() if gap else end
        found |= _piece_at(line.pieces, at)
        found |= _behind_body(line.pieces, end) if language == "ru" else set()
    if found:  # министр Қонаев қаласындағы ауруханаға барды
        towns = {m.start for m in line.sentence.mentions if m.type == "place" and m.last - m.first > 1}
        found = {i for i in found if line.pieces[i].start not in towns}
    if found and language == "ru":
        found = {i + 1 if i in owning else i for owning in (_owning(line),) for i in found}
    if found and language == "ru":  # директор Института Гюстава … : a body's own noun begins no name
        found = {i for i in found if bodies.head(line.pieces[i].text, "ru") is None}
    found |= _after_titles(line.pieces) if line.marks & TITLE else set()
    return frozenset(found | (_after_callings(line.pieces) if line.marks & CALLING and language != "ru" else set()))


_START = attrgetter("start")


def _piece_at(pieces: Sequence[Piece], start: int) -> set[int]:
    """Return the number of the piece that begins at an offset, where one does."""
    at = bisect_left(pieces, start, key=_START)
    return {at} if at < len(pieces) and pieces[at].start == start else set()


BODY_LENGTH = 8
"""Words in the longest body and field between a Russian office and its holder."""


def _behind_body(pieces: Sequence[Piece], end: int) -> set[int]:
    """Директор клиники по лечебной работе | Денис …: the name behind the small words that say of what and what for."""
    first = bisect_left(pieces, end, key=_START)
    at = first
    while at < min(len(pieces), first + BODY_LENGTH) and (step := _of_body(pieces, at)):
        at += step
    return {at} if at < len(pieces) and not pieces[at].text.isascii() else set()


def _of_body(pieces: Sequence[Piece], at: int) -> int:
    """По лечебной работе, Европейского бюро ВОЗ в Казахстане: how many words of a body's name or a field begin here."""
    word = pieces[at].text
    if word == "в":
        state = 2 + _is_state(pieces, at + 1)  # в Республике Казахстан
        return state * _named_at(pieces, at + state)
    if _is_state(pieces, at):
        return 2  # посол Республики Корея
    if word == "по" or _is_owned(word) or (word.istitle() and persons.of_country(word, "ru")):
        return 1
    if names.ru_place(word) and names.given(word, "ru") is None and bodies.head(word, "ru") is None:
        return int(_named_at(pieces, at + 1))  # университета Семей | Асан …
    if word.isupper():
        return int(1 < len(word) < ABBREVIATION and _named_at(pieces, at + 1))
    return int(word.istitle() and any(pos == "ADJF" and case == "gent" for _, pos, case in ru_tags(word)[:1]))


def _is_state(pieces: Sequence[Piece], at: int) -> bool:
    """Республики Корея, Республике Казахстан: a state's noun and its name."""
    words = [piece.text for piece in pieces[at : at + 2]]
    return len(words) > 1 and words[0].startswith("Республик") and words[1].istitle()


def _named_at(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether two capitals begin at a piece, or the place in which a body sits stands before them."""
    words = [piece.text for piece in pieces[at : at + 4]]
    if words[:1] == ["в"]:
        words = words[2:]
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()


ABBREVIATION = 7
"""Letters of an abbreviation that names a body, less than."""


def _is_owned(word: str) -> bool:
    return word.islower() and any(case in ("gent", "ablt", "datv", "loct") for _, _, case in ru_tags(word))


OWNER_LENGTH = 60
"""Characters in the longest "управления здравоохранения … области" between a Russian office and a name."""


def _after_regions(line: Line, text: str, ends: list[int]) -> list[int]:
    """Аким X области, руководитель управления … X области, аким ВКО: a name follows the region that the office is of."""
    places = [m for m in line.sentence.mentions if m.type == "place" and (m.case == "gen" or m.value.name.isupper())]
    near = [
        m for m in places if any(end < m.start <= end + OWNER_LENGTH and "," not in text[end : m.start] for end in ends)
    ]
    return [m.end for m in near]


def _owning(line: Line) -> set[int]:
    """Директор больницы Караганды Ерлан …: the towns that a body belongs to, before a whole name."""
    starts = {m.start for m in line.sentence.mentions if m.type == "place" and m.last - m.first == 1}
    at = [i for i, piece in enumerate(line.pieces) if piece.start in starts]
    return {i for i in at if persons.whole(line.pieces[i + 1 : i + 3]) and not names.given(line.pieces[i].text, "ru")}


def _after_titles(found: Sequence[Piece]) -> set[int]:
    known = guards("title")
    after = {i + 1 for i, piece in enumerate(found) if piece.marks & TITLE and piece.text.lower() in known}
    return after | {i + 1 for i in after if i < len(found) and found[i].text == "."}


def _after_callings(found: Sequence[Piece]) -> set[int]:
    """Үндістандық хирург Раджив Кумар: two names that no list has, right behind what somebody is by profession."""
    known, at = guards("profession"), range(1, len(found) - 1)
    behind = (i for i in at if found[i - 1].text in known and found[i].text.istitle() and found[i + 1].text.istitle())
    return {i for i in behind if not any(_told_otherwise(piece.text) for piece in found[i : i + 2])}


def _told_otherwise(word: str) -> bool:
    return names.place(word) or names.ordinary(word, "kk")


@cache
def _gap_after() -> re.Pattern[str]:
    areas = r"(?:области|района|города|региона|округа|столицы)\s"
    return re.compile(rf"(?:\s|[—–-]\s|,\s|{areas}|(?:{titles()})[\s.,]+)*", re.I)
