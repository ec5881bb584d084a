"""Names of organisations in one sentence, none inside another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kzhealthkg.annotate.bodies.bodies import Body, has_form, words
from kzhealthkg.annotate.bodies.kk import kk_bodies
from kzhealthkg.annotate.bodies.ru import ru_bodies
from kzhealthkg.annotate.marks import BODY, COMPANY, COMPANY_WORD
from kzhealthkg.annotate.words import Piece, kk_stems
from kzhealthkg.model.frozen import replace
from kzhealthkg.sieve import Sieve

_COMPANY = re.compile(r"^компания\s+(?=[A-Z«])|(?<=[A-Za-z»])\s+компаниясы$", re.I)
_ENDING = re.compile(r"\s?[-‑](?P<ending>[а-яәғқңөұүһі]{2,3})(?!\w)", re.I)


def bodies(
    text: str, found: Sequence[Piece], told: int, people: Sequence[tuple[int, int]], language: str
) -> list[Body]:
    """Return the bodies of a sentence, none inside another.

    ``told`` holds the marks of its pieces, ``people`` the spans of names in it.
    """
    every: list[Body] = []
    if told & BODY and language == "ru":
        every += ru_bodies(text, found, [start for start, _ in people])
    elif told & BODY:
        every += kk_bodies(text, found, [end for _, end in people])
    if told & COMPANY and _telling().fitting([piece.text.lower() for piece in found if piece.marks & COMPANY_WORD]):
        every += _known(text, found[0].start, found[-1].end)
    if not every:
        return every
    apart = _apart(every) if len(every) > 1 else every
    return [_bare(body) if "компания" in body.name.lower() else body for body in apart if body.kind != "unit"]


def _apart(every: list[Body]) -> list[Body]:
    """Return the longest bodies, none of which stands in another, in the order of the text; units stand in others."""
    kept: list[Body] = []
    for body in sorted(every, key=lambda body: (body.start - body.end, body.start)):
        if body.kind != "unit" and not any(body.start < other.end and other.start < body.end for other in kept):
            kept.append(body)
    return sorted(kept, key=lambda body: body.start)


def _bare(body: Body) -> Body:
    """Return a body without the word for a company beside a name in Latin letters or in quotes."""
    name = _COMPANY.sub("", body.name)
    return body if name == body.name else replace(body, name=name)


@cache
def _companies() -> tuple[re.Pattern[str], dict[str, str]]:
    named = words("quoted", "any") | words("latin", "any")
    parts = "|".join(re.escape(name) for name in sorted(named, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\w-])[«“]?(?P<name>{parts})(?:[»”]|(?![\w]))", re.I), {n.lower(): n for n in named}


@cache
def _company_names() -> frozenset[str]:
    return frozenset(_companies()[1].values())


@cache
def _telling() -> Sieve[str]:
    return Sieve((name, re.escape(name)) for name in _companies()[1])


def may_name(word: str) -> bool:
    """Say whether a lower-cased word may be one of those that the name of no known company is without."""
    return _telling().tells(word)


def may_hold(word: str) -> bool:
    """Say whether a lower-cased word may be any of those of a known company's name."""
    return _telling().holds(word)


def _known(text: str, start: int, end: int) -> Iterator[Body]:
    """Yield the companies that are known by a name without a legal form: «СҚ-Фармация», AstraZeneca."""
    pattern, names = _companies()
    for match in pattern.finditer(text, start, end):
        name = names[match["name"].lower()]
        ending = _ENDING.match(text, match.end(), end)
        case = (
            next((c for _, c in kk_stems("ата-" + ending["ending"].lower()) if c != "nom"), "nom") if ending else "nom"
        )
        quoted = match[0][0] in "«“"
        yield Body(match.start(), match.end(), f"«{name}»" if quoted else name, "institution", case)


def with_form(body: Body, others: Sequence[Body]) -> str:
    """Return a company's name with the legal form that the article gives it elsewhere, if it gives one."""
    bare = body.name.strip("«»")
    if bare not in _company_names() or has_form(body.name):
        return body.name
    fuller = {other.name for other in others if has_form(other.name) and f"«{bare}»" in other.name}
    return fuller.pop() if len(fuller) == 1 else body.name
