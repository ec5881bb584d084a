"""The marks of a word: each finder's own tables are asked what may begin at it."""

from __future__ import annotations

from collections.abc import Callable

from kzhealthkg.annotate import marks, programmes, words
from kzhealthkg.annotate.bodies import kk as bodies_kk
from kzhealthkg.annotate.bodies import organizations
from kzhealthkg.annotate.bodies import ru as bodies_ru
from kzhealthkg.annotate.facilities import heads_ru as facility_heads_ru
from kzhealthkg.annotate.facilities import words as facility_words
from kzhealthkg.annotate.facility_types import heads
from kzhealthkg.annotate.people import foreign_names, name_letters, roles
from kzhealthkg.annotate.places import adjectives as place_adjectives
from kzhealthkg.annotate.places import readings as place_readings
from kzhealthkg.annotate.places import roads, venues
from kzhealthkg.annotate.places.forms import openings
from kzhealthkg.annotate.values import dates, values
from kzhealthkg.model import FIGURE, HYPHEN, Token

Rule = tuple[int, Callable[[Token], bool]]

SHARED: tuple[Rule, ...] = (
    (FIGURE, lambda token: token.text[0].isdigit()),
    (HYPHEN, lambda token: "-" in token.norm),
    (marks.PLACE_TYPE, lambda token: token.norm in openings()),
    (marks.TITLE, lambda token: token.norm in words.guards("title")),
    (marks.VENUE, lambda token: venues.may_tell(token) or roads.may_tell(token)),
    (marks.CALLING, lambda token: token.text in words.guards("profession")),
    (marks.COMPANY, lambda token: organizations.may_name(token.norm)),
    (marks.COMPANY_WORD, lambda token: organizations.may_hold(token.norm)),
    (marks.PROGRAMME, lambda token: programmes.named().tells(token.norm)),
    (marks.PROGRAMME_WORD, lambda token: programmes.named().holds(token.norm)),
    (marks.LOOSE, lambda token: not words.plain(token.text)),
    (marks.TIE, lambda token: words.ties(token.text)),
    (marks.CAPITAL, lambda token: token.text[0].isupper()),
    (marks.FORMER, lambda token: roles.may_be_former(token.norm)),
)
RULES: dict[str, tuple[Rule, ...]] = {
    "kk": (
        *SHARED,
        (marks.VALUE, lambda token: values.may_begin(token, "kk")),
        (marks.DATE, lambda token: dates.phrases("kk").tells(token.norm)),
        (marks.DATE_WORD, lambda token: dates.phrases("kk").holds(token.norm)),
        (marks.PLACE, lambda token: place_readings.may_begin(token.text, "bare")),
        (marks.FACILITY, lambda token: facility_words.read_as_head(token, heads("kk")) is not None),
        (marks.ROLE, lambda token: roles.said("kk").tells(token.norm)),
        (marks.ROLE_WORD, lambda token: roles.said("kk").holds(token.norm)),
        (marks.NAME, lambda token: name_letters.may_begin(token.text, "kk")),
        (marks.NAMED, lambda token: name_letters.may_be_named(token.text, "kk")),
        (marks.STRANGE, lambda token: foreign_names.strange(token.text, "kk")),
        (marks.BODY, lambda token: bodies_kk.may_end(token.text)),
    ),
    "ru": (
        *SHARED,
        (marks.VALUE, lambda token: values.may_begin(token, "ru")),
        (marks.DATE, lambda token: dates.phrases("ru").tells(token.norm)),
        (marks.DATE_WORD, lambda token: dates.phrases("ru").holds(token.norm)),
        (marks.PLACE, lambda token: place_readings.may_begin(token.text, "ru")),
        (marks.TOWN, place_adjectives.may_be),
        (marks.FACILITY, lambda token: bool(facility_heads_ru.read_as_head(token))),
        (marks.ROLE, lambda token: roles.said("ru").tells(token.norm)),
        (marks.ROLE_WORD, lambda token: roles.said("ru").holds(token.norm)),
        (marks.NAME, lambda token: name_letters.may_begin(token.text, "ru")),
        (marks.NAMED, lambda token: name_letters.may_be_named(token.text, "ru")),
        (marks.STRANGE, lambda token: foreign_names.strange(token.text, "ru")),
        (marks.BODY, lambda token: bodies_ru.may_begin(token.text)),
    ),
}
"""What gives each mark, by the language of the article."""


def marked(token: Token, language: str) -> int:
    """Return the marks of a word, which its spelling alone decides."""
    return sum(mark for mark, fits in RULES["ru" if language == "ru" else "kk"] if fits(token))
