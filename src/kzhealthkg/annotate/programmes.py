"""Programmes and national projects, by the words of ``lexicon/programmes.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model.frozen import frozen
from kzhealthkg.sieve import Sieve

_SHORT = re.compile(
    r"(?<!\w)ұлттық\s+жоба(?!лар|сы|\w*шы)\w*|(?<!\w)(?:эт\w+\s+)?(?:нацпроект|национальн\w+\s+проект)(?:а|у|ом|е)?(?!\w|ов|ы)",
    re.I,
)
_TAIL = re.compile(
    r"[»”]?\s*(?:\([^)]{2,12}\)\s*)?(?:(?:атты|пилоттық|ұлттық|мемлекеттік)\s+)*(?:жоба|бағдарлама|тұжырымдама|кодекс|жоспар)\w*",
    re.I,
)
_LEAD = re.compile(
    r"(?:(?:пилотн|национальн|государственн)\w+\s+)*(?:нац)?(?:проект|программ|концепци|кодекс)\w*\s+[«“]?$|[«“]$",
    re.I,
)

_THING = re.compile(
    r"\s*[»”]\s*(?:[\w-]+(?<!н[дт][ае])\s+){0,2}(?:пойыз|орталы|клиника|емхана|аурухана|автобус|кешен|қоғамды|ЖШС|АҚ)\w*",
    re.I,
)
_THING_LEAD = re.compile(r"(?:поезд|центр|клиник|больниц|комплекс|ТОО|АО)\w{0,3}\s+[«“]\s*$", re.I)


@frozen
class Found:
    """A programme's id and the offsets of the words that name it."""

    id: str
    start: int
    end: int


@cache
def named() -> Sieve[tuple[str, re.Pattern[str]]]:
    """Return the programmes with a pattern of their names, by which of them a text may hold."""
    rows = [(row["id"], p) for row in lexicon.table("programmes") for p in row["patterns"].split(" || ") if p]
    return Sieve(((id_, re.compile(pattern, re.I)), pattern) for id_, pattern in rows)


def find(text: str, words: Iterable[str]) -> list[Found]:
    """Return the programmes named in a text of these words, in order; a bare "national project" is the one named last before."""
    every = sorted(_named(text, words), key=lambda f: (f.start, -f.end))
    if not every:
        return []
    kept = [f for i, f in enumerate(every) if not any(f.start < g.end for g in every[:i])]
    return sorted([*kept, *_referring(text, kept)], key=lambda f: f.start)


def _named(text: str, words: Iterable[str]) -> Iterator[Found]:
    for id_, pattern in named().fitting(words):
        for match in pattern.finditer(text):
            if _names_a_thing(text, match):
                continue
            lead = _LEAD.search(text, max(0, match.start() - 60), match.start())
            tail = _TAIL.match(text, match.end())
            end = tail.end() if tail else match.end() + (text[match.end() : match.end() + 1] in ("»", "”"))
            start = lead.start() if lead else match.start()
            yield Found(id_, start, end)


def _names_a_thing(text: str, match: re.Match[str]) -> bool:
    """«X» пойызы, поезд «X»: a train or a clinic that bears the name of a programme is none."""
    before = _THING_LEAD.search(text, max(0, match.start() - 20), match.start())
    named = _TAIL.match(text, match.end())  # «X» жобасы аясында емхана салынды
    return bool(before or (not named and _THING.match(text, match.end())))


def _referring(text: str, named: list[Found]) -> Iterator[Found]:
    for match in _SHORT.finditer(text):
        if any(f.start < match.end() and match.start() < f.end for f in named):
            continue
        before = [f for f in named if f.end <= match.start()]
        if before:
            yield Found(before[-1].id, match.start(), match.end())
