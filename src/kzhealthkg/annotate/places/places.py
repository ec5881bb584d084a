"""The places an article names, resolved by district, region, level and the article's own region and day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kzhealthkg import gazetteer
from kzhealthkg.annotate.marks import PLACE, PLACE_TYPE, VENUE
from kzhealthkg.annotate.places.accepted import accepted, ambiguous
from kzhealthkg.annotate.places.again import as_told_before
from kzhealthkg.annotate.places.bare import with_bare_names
from kzhealthkg.annotate.places.bracketed import with_bracketed
from kzhealthkg.annotate.places.datelines import is_dateline, is_label
from kzhealthkg.annotate.places.forms import openings
from kzhealthkg.annotate.places.meant import Context, lies_in, resolve
from kzhealthkg.annotate.places.outside import common_places
from kzhealthkg.annotate.places.readings import may_begin
from kzhealthkg.annotate.places.roads import is_road_end
from kzhealthkg.annotate.places.rows import with_rows
from kzhealthkg.annotate.places.spans import units
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.annotate.places.venues import comes_from, is_origin, is_seat, is_venue
from kzhealthkg.model import Article, Mention, PlaceValue, Sentence, Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.division import division_day


def find_places(sentences: tuple[Sentence, ...], article: Article) -> list[list[Mention]]:
    """Return the place mentions of every sentence, in order, resolved against the whole article.

    The city that a report opens with (АСТАНА. KAZINFORM —) is a mention of type "dateline", not "place", and the
    seat of a briefing one of type "venue", an end of a road one of type "road"; the case of a town that a meeting is held in is "seat".
    """
    named = [units(sentence, article.language) for sentence in sentences]
    _of_oblast(named)
    day = division_day(article)
    main = article.region or _most_named(sentences, named, day)
    found: list[list[Mention]] = []
    for sentence, bare in zip(sentences, named, strict=True):
        here = with_bracketed(sentence, with_rows(sentence, bare, main, day))
        said = _mentions(sentence, here, Context(day, main, article.language)) if here else []
        common = common_places(sentence, article.language)
        said = sorted((*said, *common), key=lambda m: m.first) if common else said
        found.append(_told_as(sentence.tokens, said) if sentence.marks & VENUE else said)
    return with_bare_names(sentences, as_told_before(found), article.language)


LEAD = 3
"""Sentences of a headline and its lead."""


def _of_oblast(named: list[list[Unit]]) -> None:
    """Павлодарда дәрігер жетіспейді. Павлодар облысында …: a headline's bare town is the oblast that the lead tells of."""
    lead = {u.name for here in named[1:LEAD] for u in here if u.level == "oblast" and u.case in ("loc", "locadj")}
    for unit in named[0] if lead and named else ():
        alone = all(u is unit or u.name != unit.name or u.level == "oblast" for here in named for u in here)
        if not unit.level and unit.name in lead and alone:
            unit.level = "oblast"


def _told_as(tokens: tuple[Token, ...], said: list[Mention]) -> list[Mention]:
    """Return the places of a sentence, those that are a venue, the end of a road, an origin or a seat marked as such."""
    regions = frozenset(m.value.region for m in said)
    return [_as_told(tokens, mention, regions) for mention in said]


def _as_told(tokens: tuple[Token, ...], mention: Mention, regions: frozenset[str]) -> Mention:
    if is_venue(tokens, mention, regions):
        mention = replace(mention, type="venue")
    if is_road_end(tokens, mention):
        mention = replace(mention, type="road")
    if is_origin(tokens, mention):
        mention = replace(mention, case="abl")
    return replace(mention, case="seat") if is_seat(tokens, mention) else mention


_WORD = re.compile(r"\w+(?:-\w+)*|\S")


def title_places(article: Article) -> list[Mention]:
    """Return the places that an article's title names."""
    words = _WORD.finditer(article.title or "")
    endings = "ru" if article.language == "ru" else "bare"
    tokens = tuple(_unread(w[0], w.start(), endings) for w in words)
    if not tokens:
        return []
    sentence = Sentence(0, tokens[-1].end, tokens)
    return _mentions(sentence, units(sentence, article.language), Context(division_day(article), "", article.language))


def _unread(word: str, start: int, endings: str) -> Token:
    """Return a word of a title, which is only cut into words and not read."""
    norm = word.lower()
    marks = PLACE_TYPE * (norm in openings()) | PLACE * may_begin(word, endings)
    return Token(word, norm, start, start + len(word), (), frozenset({norm}), marks=marks)


def _mentions(sentence: Sentence, here: list[Unit], context: Context) -> list[Mention]:
    for unit in here[:1]:
        unit.level = "oblast" if not unit.level and is_label(unit, sentence.tokens) else unit.level
    stated = [u for u in here if u.level == "oblast" and u.head != "adjective"]
    if len({u.name for u in stated}) == 1:
        context.region = resolve(stated[0], context).region
    _govern(here, context)
    opening = [unit for unit in here[:1] if not unit.level and is_dateline(unit, sentence.tokens)]
    kept = (unit for unit in here if unit.level or unit in opening or accepted(unit, sentence.tokens, context))
    above = {id(unit.governor) for unit in here}
    kept = (unit for unit in kept if unit.level != "rural_okrug" or id(unit) not in above)
    return [_mention(sentence.tokens, unit, resolve(unit, context)) for unit in kept]


def _govern(here: list[Unit], context: Context) -> None:
    """Алакөл ауданы A ауылында … мен B ауылында: a village lies in the district named before it, where it has one."""
    above: Unit | None = None
    for unit in here:
        if unit.level in ("district", "rural_okrug"):
            _lie_in(unit, above, context)
            above = unit
        elif unit.level in ("village", "town"):
            _lie_in(unit, above, context)


def _lie_in(unit: Unit, above: Unit | None, context: Context) -> None:
    """Let a unit lie in the district or rural okrug before it where the gazetteer has one of its name there."""
    while above is not None and unit.governor is None and unit.level != "district":
        code = resolve(above, context).code
        inside = any(code and lies_in(p.code, code) for p in gazetteer.lookup(unit.name))
        unit.governor = above if inside else None
        above = above.governor


def _mention(tokens: tuple[Token, ...], unit: Unit, value: PlaceValue) -> Mention:
    start, end = tokens[unit.first].start, tokens[unit.last - 1].end
    type_ = "place" if unit.level or not is_dateline(unit, tokens) else "dateline"
    return Mention(type_, unit.first, unit.last, start, end, value, unit.case)


def _most_named(sentences: Iterable[Sentence], named: Iterable[list[Unit]], date: str | None) -> str:
    """Return the region that surely resolved names lie in most often; ties go to the first named."""
    votes: dict[str, int] = {}
    context = Context(date, "")
    for number, (sentence, here) in enumerate(zip(sentences, named, strict=True)):
        for unit in here:
            region = _sure_region(unit, context)
            if region and not (is_dateline(unit, sentence.tokens) or comes_from(sentence.tokens, unit)):
                votes[region] = votes.get(region, 0) + (3 if number == 0 or unit.level == "oblast" else 1)
    return max(votes, key=lambda region: votes[region], default="")


def _sure_region(unit: Unit, context: Context) -> str:
    value = resolve(unit, context)
    weak = not unit.level and (unit.quoted or unit.name in ambiguous())
    return "" if weak else value.region
