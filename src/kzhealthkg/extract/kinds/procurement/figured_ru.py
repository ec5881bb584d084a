"""Things with their figures behind dashes in Russian: закуплены аппараты ИВЛ – 20, мониторы – 45 штук."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

SIGNS = frozenset(lexicon.words("kinds.procurement.figured_ru", "signs"))
UNITS = lexicon.words("kinds.procurement.figured_ru", "units")
NAMING = ("place", "facility", "person", "organization", "date", "money", "percent")
LEAST = 2
"""Things with a figure each that make such a list, at least."""
LONGEST = 5
"""Words in the longest name of a thing that no list knows."""


def figured(clause: Clause) -> list[Phrase]:
    """Return the things of a list, each with the number behind its dash, and the whole before them; [] where there is no such list."""
    if clause.language != "ru" or DASHES.isdisjoint(clause.words) or "number" not in clause.named:
        return []
    rows = [m for m in clause.mentions("number") if _alone(clause, m)]
    known = {p.last: p for p in goods.things(clause)} if len(rows) >= LEAST else {}
    found = [(known.get(m.first - 1) or _named(clause, m.first - 1), m) for m in rows] if known else []
    items = [replace(item, count=number) for item, number in found if item is not None and item.count in (None, number)]
    listed = len(items) == len(found) >= LEAST and any(is_known(item) for item in items)
    return [*_whole(clause, items[0]), *items] if listed and _one_list(clause, items) else []


def _whole(clause: Clause, first: Phrase) -> list[Phrase]:
    """45 единиц оборудования: аппараты ИВЛ – 20, …: the counted whole before a colon."""
    if first.first <= clause.first or clause.sentence.tokens[first.first - 1].text != ":":
        return []
    return [p for p in goods.things(clause, last=first.first - 1) if p.count is not None and p.last == first.first - 1]


def _alone(clause: Clause, number: Mention) -> bool:
    """– 20 штук, …: a figure between a dash and the end of a list's member, with a unit behind it at most."""
    tokens, after = clause.sentence.tokens, number.last
    if number.first <= clause.first or tokens[number.first - 1].text not in DASHES:
        return False
    after += after < clause.last and is_lemma(tokens[after], *UNITS)
    return after >= clause.last or tokens[after].norm in SIGNS


def _named(clause: Clause, dash: int) -> Phrase | None:
    """Очки – 200 штук: the words between a sign and the dash, closed by a noun that names no person, place or sum."""
    tokens = clause.sentence.tokens
    first = next((i + 1 for i in range(dash - 1, clause.first, -1) if tokens[i].norm in SIGNS), dash)
    words = tokens[first:dash]
    plain = 0 < len(words) <= LONGEST and all(t.best.pos in ("NOUN", "ADJ", "ADP", "PROPN") for t in words)
    head = next((i for i in range(first, dash) if tokens[i].best.pos in ("NOUN", "PROPN")), dash)
    fits = plain and head < dash and any(r.case == "nom" for r in tokens[head].readings)
    return (
        Phrase(clause, first, dash, head, None)
        if fits and not clause.mentions(*NAMING, first=first, last=dash)
        else None
    )


def _one_list(clause: Clause, items: list[Phrase]) -> bool:
    """Say whether each thing behind the first begins right behind what counts the one before it."""
    ends = [i.count.last for i in items if i.count is not None]
    return all(b.first - end <= GAP for end, b in zip(ends, items[1:], strict=False))


GAP = 3
"""Words from a figure to the next thing: its unit, a sign, "and"."""
