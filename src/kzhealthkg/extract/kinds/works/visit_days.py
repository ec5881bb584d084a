"""Whose day a Kazakh date before a participle is: 5 наурызда министр … салынған аурухананы көрді is the visit's."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.context.dates import say_date
from kzhealthkg.extract.context.events import attributive
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Token

NEWLY = frozenset(lexicon.words("kinds.works.visit_days", "newly"))
DAY = 10
"""Characters of a date that tells the day."""


def described_date(draft: Draft, hit: Hit) -> None:
    """Бүгін әкім былтыр салынған емхананы аралады: of two dates before a participle the one beside it is its own."""
    dates = hit.clause.mentions("date", last=hit.first)
    if len(dates) > 1 and attributive(hit) and _is_own(hit, dates[-1]):
        say_date(draft, dates[-1].value, None)


def without_visit_day(draft: Draft, hit: Hit, mention: Mention) -> Draft:
    """Return a draft without the date that tells when a house was visited, and not when it was built."""
    dates = hit.clause.mentions("date", last=hit.first)
    if not dates or mention.first < hit.last or not attributive(hit):
        return draft
    visited = mention.case not in ("", "nom") or any(
        t.best.pos in NOUNS and t.best.case == "nom" for t in _between(hit, dates[-1])
    )
    if visited and draft.slots.get("date") == dates[-1].value.edtf and not _is_own(hit, dates[-1]):
        draft.drop("date")
    return draft


NOUNS = ("NOUN", "PROPN")


def _between(hit: Hit, date: Mention) -> list[Token]:
    """Return the words between a date and a participle that are of no place and no house."""
    held = {i for m in hit.clause.mentions("place", "facility") for i in range(m.first, m.last)}
    return [hit.clause.sentence.tokens[i] for i in range(date.last, hit.first) if i not in held]


def _is_own(hit: Hit, date: Mention) -> bool:
    """Say whether only places, and a day nothing at all, stand between a date and a participle: былтыр A-да ашылған."""
    between = _between(hit, date)
    if any(t.norm not in NEWLY for t in between):
        return False
    return len(date.value.edtf) < DAY or hit.first - date.last == len(between)
