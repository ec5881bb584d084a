"""Sums of one Russian verb that tell each its own source, purpose or year: на ремонт – 3 млрд, на закуп – 1 млрд."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft
from kzhealthkg.extract.kinds.funding.parts_ru import SUM, begun_parts, opens_part, sum_before, sums
from kzhealthkg.extract.kinds.funding.purpose_ru import purpose_ru
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import DASHES

SITE = ("facility", *PLACED)
PARTED = frozenset(",;:.")
JOINS = frozenset(lexicon.words("kinds.funding.rows_ru", "joins"))
LOCAL = lexicon.words("kinds.funding.rows_ru", "local")
STATE = lexicon.words("kinds.funding.rows_ru", "state")
LONGEST = 12
"""Words in the longest label of a sum."""

Span = tuple[int, int]
BEHIND = frozenset(lexicon.words("kinds.funding.rows_ru", "behind"))


def rows(clause: Clause, draft: Draft, *, after: int) -> list[Draft]:
    """Return a draft for each sum behind a token that is told apart by a label of its own behind or before a dash."""
    found = []
    floor = after
    for money in sums(clause, after):
        label = _label(clause, money, floor)
        made = _row(clause, draft, money, label) if label is not None else None
        found += [made] if made is not None else []
        floor = money.last
    fits = _fits(draft, found, parts=begun_parts(clause, after) is not None)
    if found and fits:
        _without_date(draft, clause, after)
    return found if fits else []


def of_sum_before(clause: Clause, memory: Memory) -> list[Draft]:
    """Выделено M. Из них N – на ремонт: the verbless parts, by their purposes, of the sum told just before."""
    told = sum_before(clause, memory)
    if told is None or any(t.best.form in FINITE for t in clause.tokens):
        return []
    found = rows(clause, told.copy(), after=clause.first)
    whole = float(str(told.slots["amount"]))
    if len(found) != len(sums(clause, clause.first)) or sum(float(str(d.slots["amount"])) for d in found) > whole:
        return []
    for draft in found:
        named = clause.mentions("facility", "place")
        draft.slots = {**{k: v for k, v in told.slots.items() if k in SITE and not named}, **draft.slots}
    return found


def _without_date(draft: Draft, clause: Clause, after: int) -> None:
    """Выделено 38 млрд, в текущем году – 6 млрд: the year in the label of the next sum is not that of the first."""
    later = {m.value.edtf for m in clause.mentions("date", first=after) if _label_of(clause, m)}
    earlier = {m.value.edtf for m in clause.mentions("date", last=after)}
    if draft.slots.get("date") in later - earlier:
        draft.drop("date")


def _label_of(clause: Clause, date: Mention) -> bool:
    return date.last < clause.last and clause.sentence.tokens[date.last].text in DASHES


def _fits(draft: Draft, found: list[Draft], *, parts: bool) -> bool:
    """Parts come to no more than their total."""
    told = [float(str(d.slots["amount"])) for d in found]
    return not parts or sum(told) <= float(str(draft.slots["amount"])) * ROUNDED


ROUNDED = 1.01


def _label(clause: Clause, money: Mention, floor: int) -> Span | None:
    """Return the words that tell a sum apart: those before the dash before it, or behind the dash behind it."""
    tokens = clause.sentence.tokens
    if tokens[money.first - 1].text in DASHES:
        first = _begun(clause, floor, money.first - 1)
        return (first, money.first - 1) if _plain(clause, first, money.first - 1) else None
    behind = money.last + (money.last < clause.last and tokens[money.last].text == ".")
    if behind < clause.last and tokens[behind].norm == "на" and opens_part(clause, clause.first, money.first):
        last = _ended(clause, behind)  # из них N на ремонт и K на технику
        return (behind, last) if _plain(clause, behind, last) else None
    if behind < clause.last and tokens[behind].text in DASHES:
        last = _ended(clause, behind + 1)
        return (behind + 1, last) if _plain(clause, behind + 1, last) else None
    return None


def _begun(clause: Clause, floor: int, last: int) -> int:
    tokens = clause.sentence.tokens
    opened = [i + 1 for i in range(floor, last) if tokens[i].text in PARTED or tokens[i].norm in JOINS]
    return opened[-1] if opened else floor


def _ended(clause: Clause, first: int) -> int:
    tokens = clause.sentence.tokens
    numbers = [m.first for m in sums(clause, first)]
    limit = min(numbers, default=clause.last)
    while limit > first and (tokens[limit - 1].text in PARTED or tokens[limit - 1].norm in JOINS):
        limit -= 1
    return limit


def _plain(clause: Clause, first: int, last: int) -> bool:
    words = clause.sentence.tokens[first:last]
    return 0 < len(words) <= LONGEST and not any(t.best.form in FINITE for t in words)


def _row(clause: Clause, draft: Draft, money: Mention, label: Span) -> Draft | None:
    """Return the draft of a sum by what its label is: a source, a purpose, or a year."""
    part = replace(clause, first=label[0], last=label[1])
    name, basket = source_in(part), _basket(part)
    found = None if name else purpose_ru(part, (0, 0))
    dates = part.mentions("date")
    if basket:
        return _like(draft, clause, money, label, purpose=basket)
    if name:
        return _like(draft, clause, money, label, source=name)
    if found is not None and not found.pointing and found.text:
        made = _like(draft, clause, money, label, purpose=found.text)
        made.drop(*SITE)
        return made
    if len(dates) == 1 and dates[0].last >= label[1] - 1:
        return _like(draft, clause, money, label, date=dates[0].value.edtf)
    return None


def _basket(part: Clause) -> str:
    """По гарантированному объёму, в системе ОСМС: the share of free or insured care that a sum is for."""
    opened = 1 + (part.tokens[0].norm == "в")
    said = part.tokens[opened:] if part.tokens[0].norm in BEHIND else ()
    known = any(t.norm.startswith(BASKETS) for t in said)
    return nominative(said, "ru") if known else ""


BASKETS = lexicon.words("kinds.funding.rows_ru", "baskets")


def source_in(part: Clause) -> str:
    """Return the source that a label names, also where it leaves the budget out: из местного – 2 млрд."""
    name = money_source.own_source(part)[0]
    words = [t for t in part.tokens if t.text[0].isalpha() and t.norm not in LIGHT]
    if name or len(words) != 1 or words[0].best.case != "gen":
        return name
    kinds = (("republican-budget", STATE), ("local-budget", LOCAL))
    return next((kind for kind, stems in kinds if words[0].norm.startswith(stems)), "")


LIGHT = frozenset(lexicon.words("kinds.funding.rows_ru", "light"))


def _like(draft: Draft, clause: Clause, money: Mention, label: Span, **own: str) -> Draft:
    slots = {k: v for k, v in draft.slots.items() if k not in SUM or (k == "source" and "source" not in own)}
    part = replace(draft, slots={**slots, **own}, inherited=set(draft.inherited), used=set(), sentence=clause.index)
    tokens = clause.sentence.tokens
    part.start, part.end = tokens[min(label[0], money.first)].start, tokens[max(label[1], money.last) - 1].end
    roles.quantity(part, "amount", money)
    return part


RESPECTIVELY = lexicon.words("kinds.funding.rows_ru", "respectively")


def respective(clause: Clause) -> list[tuple[Mention, Mention]] | None:
    """A, B и C получат 120, 80 и 60 млн тенге соответственно: return each place with its sum, None for no such row."""
    if not clause.says(*RESPECTIVELY):
        return None
    money = clause.mentions("money")[-1]
    scale = money.value.value / _figure(clause, money)
    listed = [m for m in clause.mentions("number") if m.last <= money.first and _listed(clause, m.last, money.first)]
    shared = [replace(m, value=replace(money.value, value=m.value.value * scale)) for m in listed]
    places = clause.mentions("place")
    sums_told = [*clause.mentions("money")[:-1], *shared, money]
    return list(zip(places, sums_told, strict=True)) if len(places) == len(sums_told) > 1 else []


def _figure(clause: Clause, money: Mention) -> Decimal:
    """Return the figure of a sum without its scale: 60 of 60 млн тенге."""
    text = clause.sentence.tokens[money.first].text.replace(",", ".")
    return Decimal(text) if text.replace(".", "", 1).isdigit() else money.value.value


def _listed(clause: Clause, first: int, last: int) -> bool:
    """120, 80 и 60 млн: nothing but figures and signs stands between."""
    between = clause.sentence.tokens[first:last]
    return all(t.norm in (",", "и") or t.text[0].isdigit() for t in between)


def there(draft: Draft, place: Mention, money: Mention) -> Draft:
    """Return the sum of one of several places."""
    made = draft.copy()
    made.drop(*SUM[:3], *LOCATED, "facility")
    roles.quantity(made, "amount", money)
    say_place(made, place.value)
    return made


def whole(hit: Hit) -> tuple[Mention, Mention] | None:
    """Из выделенных 14 млрд тенге освоено 9 млрд: return the whole and its part, None where no part is told."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if "из" not in clause.words:
        return None
    found = sums(clause, clause.first)
    if len(found) < 2 or found[0].value.value < found[1].value.value:
        return None
    if found[1].first == found[0].last and 0 <= hit.first - found[1].last <= 1:
        return (found[0], found[1]) if out_of(clause, found[0]) else None  # из M тенге K (уже) направили
    if not any(t.best.form in FINITE for t in tokens[found[0].last : found[1].first]):
        return None
    near = any(t.norm == "из" for t in tokens[max(clause.first, found[0].first - REACH) : found[0].first])
    opened = near if hit.frame.options["past"] == "completed" else out_of(clause, found[0])
    return (found[0], found[1]) if opened else None


ATTRIBUTE = frozenset({"part", "ADJ"})


def out_of(clause: Clause, money: Mention) -> bool:
    """Из (запланированных) 14 млрд тенге: a sum of which the clause tells a part, and not what a source holds."""
    tokens, at = clause.sentence.tokens, money.first - 1
    while (
        at > clause.first
        and tokens[at].best.lemma != "который"
        and ATTRIBUTE & {tokens[at].best.form, tokens[at].best.pos}
    ):
        at -= 1
    return at >= clause.first and tokens[at].norm == "из"


REACH = 8
