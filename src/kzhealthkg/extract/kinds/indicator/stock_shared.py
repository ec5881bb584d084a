"""Stocks that share one noun: 230 бүйрек және 32 бауыр трансплантациясы; 31 детская, 33 взрослые операции."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import about, group_before
from kzhealthkg.model import Mention, Token

LONGEST = 2
"""Words that stand for the whole of a counted thing, at most."""

Counted = tuple[Mention, int, Draft]
"""A number, the noun that it counts, and what was made of it."""


def sharing(clause: Clause, counted: list[Counted]) -> list[Draft]:
    """Return a draft for each number whose noun is said only behind the next number."""
    known = {number.first: (number, head, draft) for number, head, draft in counted}
    found: list[Draft] = []
    whole: Counted | None = None
    limit = 0
    for number in reversed(clause.mentions("number") if known else []):
        whole = known.get(number.first, whole)
        if number.first not in known and whole is not None:
            made = _like(clause, number, limit, whole) or _elsewhere(clause, number, limit, whole)
            made = made or _of_another_illness(clause, number, limit, whole)
            found += [made] if made is not None else []
            whole = whole if made is not None else None
        limit = number.first
    return found[::-1]


def _like(clause: Clause, number: Mention, limit: int, whole: Counted) -> Draft | None:
    following, head, draft = whole
    tokens = clause.sentence.tokens
    own = tokens[number.last : limit - 1]
    sign = tokens[limit - 1]
    joined = sign.text == "," or sign.norm in JOINING
    if not (joined and 0 < len(own) <= LONGEST and _bare(clause, own)) or following.last + len(own) > head:
        return None
    before, after = _named(clause, tokens[following.last : head + 1], own)
    if before not in str(draft.slots["measure"]):
        return None
    return _copied(draft, number, str(draft.slots["measure"]).replace(before, after))


def _of_another_illness(clause: Clause, number: Mention, limit: int, whole: Counted) -> Draft | None:
    """Диабетпен 512, обырмен 168 адам есепте тұр: as many people with another illness, each told before its figure."""
    tokens = clause.sentence.tokens
    own = about(clause, number) or _group(clause, number)
    other = about(clause, whole[0]) or _group(clause, whole[0])
    measure = str(whole[2].slots["measure"])
    following = next((m for m in clause.mentions("number") if m.first == limit), None)
    listed = (
        tokens[number.last].norm in LIST_SIGNS
        and following is not None
        and bool(about(clause, following) or _group(clause, following))
    )
    if not (own and other and listed and measure.startswith(other)):
        return None
    return _copied(whole[2], number, own + measure.removeprefix(other))


def _group(clause: Clause, number: Mention) -> str:
    """Балалар арасында 34, ересектер арасында 19 жағдай: among whom, as it stands in the measure of cases."""
    return f"{found.rstrip()}ғы " if (found := group_before(clause, number)) else ""


def _elsewhere(clause: Clause, number: Mention, limit: int, whole: Counted) -> Draft | None:
    """A облысында 4 мың, B қаласында 3 мың қыз егілді: as many of the same in another place."""
    places = {m.last: m for m in clause.mentions("place")}
    here, there = places.get(number.first), places.get(limit)
    if here is None or there is None or whole[0].first not in places or there.first - number.last > LONGEST + 1:
        return None
    made = _copied(whole[2], number, str(whole[2].slots["measure"]))
    made.drop(*LOCATED)
    say_place(made, here.value)
    return made


def _copied(draft: Draft, number: Mention, measure: str) -> Draft:
    slots = {k: v for k, v in draft.slots.items() if k not in ("value", "bound")} | {"measure": measure}
    made = replace(draft, slots=slots, inherited=set(draft.inherited), used={number.start}, start=number.start)
    roles.quantity(made, "value", number)
    return made


def _bare(clause: Clause, own: tuple[Token, ...]) -> bool:
    """Words that need a noun behind them: Russian adjectives, Kazakh words without an ending."""
    if clause.language == "ru":
        return all(t.best.pos == "ADJ" for t in own)
    nouns = [i for i, t in enumerate(clause.sentence.tokens) if t in own and t.best.pos != "ADJ"]
    counts = [i for i in nouns if measures.sorts(clause, i) & COUNTED]
    plain = all(t.best.pos in ("NOUN", "ADJ") and t.best.case in ("nom", "") and not t.best.possessive for t in own)
    return plain and not counts and not any(t.text.isupper() for t in own)


COUNTED = frozenset({"thing", "people", "staff", "facility"})


def _named(clause: Clause, whole: tuple[Token, ...], own: tuple[Token, ...]) -> tuple[str, str]:
    """Return the counted thing as it is named, and with the first words given way to a number's own."""
    if clause.language == "ru":
        other = (*own, *whole[len(own) :])
        return counted_names.plural_ru(whole, len(whole) - 1), counted_names.plural_ru(other, len(other) - 1)
    said = counted_names.singular_kk(whole)
    return said, " ".join([*(t.text for t in own), *said.split()[len(own) :]])
