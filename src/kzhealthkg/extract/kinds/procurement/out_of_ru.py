"""So many of a number of things: из 40 заказанных машин поставлены 26."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.extract.kinds.goods.bare_counts import UNITS
from kzhealthkg.model import Mention

OF = frozenset(lexicon.words("kinds.procurement.out_of_ru", "of"))

OPENING = 3
"""Words in which a clause says of how many it tells."""


def part_of(hit: Hit) -> Phrase | None:
    """Return the things of which a clause opens by telling how many there were, counted by the figure of its verb."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "ru" or OF.isdisjoint(clause.words) or hit.frame.options.get("status"):
        return None  # из 48 машин 19 нуждаются в замене
    if (among := _among(hit)) is not None:
        return among
    reach = range(clause.first, min(clause.last, clause.first + OPENING))
    at = next((i for i in reach if tokens[i].norm in OF), None)
    total = next((m for m in clause.mentions("number") if at is not None and _opened(hit, at + 1, m.first)), None)
    found = [p for p in goods.things(clause, first=total.last) if _of(total, p)] if total is not None else []
    if total is None or not found:
        return None
    whole = found[0]
    figures = [m for m in clause.mentions("number", first=whole.last) if m.value.value < total.value.value]
    told = [m for m in figures if _alone(hit, m.last)]
    return replace(whole, count=told[0]) if len(told) == 1 else None


def _among(hit: Hit) -> Phrase | None:
    """В районе 11 машин, две из них куплены: so many of the things counted before."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    near = range(max(clause.first, hit.first - REACH), hit.first)
    at = next((i for i in near if tokens[i].norm in OF and tokens[i + 1].norm in THEM), None)
    if at is None:
        return None
    beside = [m for m in clause.mentions("number") if m.last == at or m.first == at + 2]
    counted = [p for p in goods.things(clause, last=at) if p.count is not None and p.count not in beside]
    return replace(counted[-1], count=beside[0]) if counted and len(beside) == 1 else None


def words_of(clause: Clause, item: Phrase) -> Clause:
    """Сейчас 11 машин, две из них куплены в 2023 году: the words behind the whole, where its part is told."""
    if clause.language != "ru" or item.count is None or item.count.first < item.last or THEM.isdisjoint(clause.words):
        return clause
    return replace(clause, first=item.last)


REACH = 5
"""Words from a part of the things counted before to its verb, at most."""
THEM = frozenset(lexicon.words("kinds.procurement.out_of_ru", "them"))


def _opened(hit: Hit, first: int, last: int) -> bool:
    """Из (запланированных) 40: only what describes the things stands before how many there are."""
    between = hit.clause.sentence.tokens[first:last]
    return 0 <= last - first < OPENING and all(t.best.pos == "ADJ" or t.best.form in ("part", "perf") for t in between)


def _of(total: Mention, item: Phrase) -> bool:
    """Из 40 (заказанных) машин: only what describes them stands between the figure and the things."""
    between = item.clause.sentence.tokens[total.last : item.first]
    return all(t.best.pos == "ADJ" or t.best.form in ("part", "perf") or is_lemma(t, *UNITS) for t in between)


def _alone(hit: Hit, last: int) -> bool:
    """Say whether behind a figure, and the unit of things, stands nothing that it counts."""
    tokens, end = hit.clause.sentence.tokens, hit.clause.last
    last += last < end and is_lemma(tokens[last], *UNITS)
    behind = tokens[last] if last < end else None
    return behind is None or behind.best.pos not in ("NOUN", "ADJ", "NUM") or bool(behind.best.form)
