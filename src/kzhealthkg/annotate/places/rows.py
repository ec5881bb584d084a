"""Districts of the article's region whose noun a row of figures leaves out: Панфилов – 31, Көксу – 12."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import gazetteer
from kzhealthkg.annotate.places.units import Unit, separator
from kzhealthkg.model import FIGURE, Sentence, Token

DASHES = frozenset("–—-:")


def with_rows(sentence: Sentence, here: list[Unit], region: str, date: str | None) -> list[Unit]:
    """Return the names of a sentence with those in a row of figures, where two at least are districts of the region."""
    if not region or not sentence.marks & FIGURE or DASHES.isdisjoint(sentence.words):
        return here
    found = list(_named(sentence.tokens, region, date))
    if len(found) < 2:
        return here
    taken = {unit.first for unit in found}
    return sorted([*(u for u in here if u.first not in taken), *found], key=lambda unit: unit.first)


def _named(tokens: tuple[Token, ...], region: str, date: str | None) -> Iterator[Unit]:
    for at in [sign - 1 for sign, token in enumerate(tokens[:-1]) if sign and token.text in DASHES]:
        figure = tokens[at + 2].text[0].isdigit()
        opens = at == 0 or separator(tokens[at - 1]) or tokens[at - 1].text == ":"
        name = tokens[at].text
        if figure and opens and name[0].isupper() and _is_district(name, region, date):
            yield Unit(at, at + 1, name, "district", "nom", head="row")


def _is_district(name: str, region: str, date: str | None) -> bool:
    places = gazetteer.lookup(name)
    return any(p.level == "district" and gazetteer.region(p.code, date) == region for p in places)
