"""A headline's rounded figure is the exact one that the body gives."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.measure_words import WORD, plain, stems
from kzhealthkg.extract.merge.measured_again import HEADLINE, NEWS, ill_in_headline

FIGURES = {"Indicator": "value", "Funding": "amount", "Training": "count", "Staffing": "count", "Grant": "count"}
FIGURES |= {"Procurement": "count", "Mission": "patients", "Capacity": "value", "Works": "count"}
SAME = ("measure", "profession", "level", "item", "unit", "facilityType", "workType", "status")
"""Slots that two figures of one thing share."""
FAR = 12
"""Sentences from a headline's works to the exact number of them, at most."""


def without_rounded(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those whose rounded figure a later one of the same thing gives exactly."""
    exact = [d for d in drafts if not (_may_be_rounded(d) and _told_exactly(d, drafts))]
    counted = [d for d in exact if d.kind == "Indicator" and "value" in d.slots and d.sentence < HEADLINE]
    return [d for d in exact if d not in counted or not any(ill_in_headline(d, other) for other in counted)]


def _told_exactly(draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether one of some drafts gives a figure exactly, which then is of the time that was told with it."""
    exact = next((other for other in drafts if _rounds(draft, other)), None)
    if exact is not None and draft.kind == "Indicator" and exact.sentence - draft.sentence == 1:
        exact.inherit("date", draft.slots.get("date"))
    return exact is not None


def _may_be_rounded(draft: Draft) -> bool:
    """Say whether a draft is a headline's "more than", or so many works below a heading: hardly any is."""
    more = draft.kind in FIGURES and draft.slots.get("bound") in ("atLeast", "about")
    if draft.kind == "Works":
        return more
    return draft.sentence < HEADLINE and (more or _whole_percent(draft) or _headline_sum(draft) or _thousands(draft))


def _thousands(draft: Draft) -> bool:
    """Принял 5 тысяч родов: a headline's number of thousands; of staff, of hundreds."""
    counted = draft.kind in ("Indicator", "Staffing", "Mission", "Procurement") and draft.sentence == 0
    value = draft.slots.get(FIGURES[draft.kind], 0) if counted else 0
    return isinstance(value, int) and value > 0 and value % (TENTH if draft.kind == "Staffing" else 1000) == 0


def _whole_percent(draft: Draft) -> bool:
    """… на 29 процентов, до 75 лет: a headline's share or age without its decimals."""
    slots = draft.slots
    return draft.kind == "Indicator" and slots.get("unit") in WHOLE and isinstance(slots.get("value"), int)


WHOLE = frozenset(lexicon.words("extract.merge.rounded", "whole"))


def _headline_sum(draft: Draft) -> bool:
    """Медицинаға 21 млрд теңге жұмсалды: a headline's sum without its decimals."""
    amount = draft.slots.get("amount", 0) if draft.kind == "Funding" and draft.sentence == 0 else 0
    return bool(amount) and amount % MILLION == 0


MILLION = 1_000_000
KNOWN = 2
"""Figures by which a rounded sum is known again whatever it is said to be for."""


def _rounds(one: Draft, other: Draft) -> bool:
    """2500-ден астам …: 2556; 14 мыңнан астам: 14 120."""
    slot = FIGURES.get(one.kind, "")
    if one.kind != other.kind or one is other or slot not in one.slots or slot not in other.slots:
        return False
    if one.sentence >= other.sentence or not _there(one, other) or ("bound" in other.slots and not _closer(one, other)):
        return False
    if "bound" not in one.slots and one.kind != "Works":
        return _cut_short(one, other, slot)
    if one.kind == "Works" and other.sentence - one.sentence > (HEADLINE if one.sentence >= HEADLINE else FAR):
        return False
    close = _nearly if one.slots.get("bound") == "about" else _rounded
    return "bound" in one.slots and close(one.slots[slot], other.slots[slot]) and _akin(one, other)


def _cut_short(one: Draft, other: Draft, slot: str) -> bool:
    """21 млрд: 21,3 млрд; 300 врачей: 312; 5 тысяч: 5 120; 29 %: 29,3 %: a headline's figure without its last digits."""
    if one.kind == "Funding":
        return _headline_sum(one) and _same_sum(one, other)
    if one.kind == "Staffing":
        return _lead_of(one, other)
    if not _thousands(one):
        return _cut(one, other) and (plain(one) == plain(other) or len(stems(one) & stems(other)) > 1)
    whole = one.slots[slot] == other.slots[slot] // 1000 * 1000
    if one.kind == "Procurement":
        return whole and other.sentence <= HEADLINE and _akin(one, other)
    told = whole and one.rule == other.rule and other.sentence <= HEADLINE
    return told or (plain(one) == plain(other) and _nearly(one.slots[slot], other.slots[slot]))


def _lead_of(one: Draft, other: Draft) -> bool:
    """В области не хватает 300 врачей. Не хватает 312 врачей: a headline's round number of the staff that the lead counts."""
    value, exact = one.slots["count"], other.slots["count"]
    unit = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    near = exact % unit != 0 and abs(exact - value) * CLOSE <= value >= HUNDRED
    alike = all(one.slots.get(k) == other.slots.get(k) for k in ("measure", "profession", "status"))
    return near and alike and other.sentence <= HEADLINE


def _there(one: Draft, other: Draft) -> bool:
    """Say whether two figures are of one region; a headline's sum of money or patients may leave it out."""
    silent = one.kind in ("Funding", "Mission") and one.sentence == 0 and "region" not in one.slots
    return silent or one.slots.get("region") == other.slots.get("region")


def _closer(one: Draft, other: Draft) -> bool:
    """Более 20 тыс. – in the headline, more than 22 thousand of the same below it: the closer bound."""
    same = one.kind == "Indicator" and one.slots.get("bound") == other.slots["bound"] == "atLeast"
    near = one.sentence == 0 and other.sentence <= HEADLINE and plain(one)[:2] == plain(other)[:2]
    return same and near and one.slots.get("unit") == other.slots.get("unit")


def _same_sum(one: Draft, other: Draft) -> bool:
    """21 млрд: 21,3 млрд, said for the same."""
    unit = 10 ** (len(str(one.slots["amount"])) - len(str(one.slots["amount"]).rstrip("0")))
    exact = other.slots["amount"]
    near = one.slots["amount"] != exact and one.slots["amount"] in (exact // unit * unit, round(exact / unit) * unit)
    same = all(one.slots[k] == other.slots[k] for k in ("status", "source") if k in one.slots and k in other.slots)
    same = same or {d.slots.get("status") for d in (one, other)} == MEANT
    purposes = [_meant(str(d.slots.get("purpose", ""))) for d in (one, other)]
    known = len(str(one.slots["amount"]).rstrip("0")) >= KNOWN and (not all(purposes) or _of_one_time(one, other))
    alike = known or bool(purposes[0] & purposes[1])
    return near and same and other.sentence <= HEADLINE and alike


def _of_one_time(one: Draft, other: Draft) -> bool:
    """2026 жылы қала тұрғындарының еміне 360 млрд: as much as the lead has for help in that town and that year, in other words."""
    told = all(one.slots[k] == other.slots.get(k) for k in ("date", "region", "place", "status") if k in one.slots)
    return told and "date" in one.slots


def _meant(purpose: str) -> set[str]:
    """Return the beginnings of a purpose's words; медицинаға, денсаулық сақтауға: the field has several names."""
    words = purpose.casefold().split()
    return {FIELD[0] if w.startswith(FIELD) else w[:WORD] for w in words}


MEDICAL = lexicon.words("extract.merge.rounded", "medical")
PREFIX = MEDICAL[-1]
FIELD = lexicon.words("extract.merge.rounded", "field")
MEANT = {"planned", "allocated"}
"""Потратят 18 млрд; выделено 18,3 млрд: money that a headline promises has been given."""


def _cut(one: Draft, other: Draft) -> bool:
    """29 %: 29,3 %, of one change."""
    same = all(one.slots.get(k) == other.slots.get(k) for k in ("unit", "change"))
    dates = {d.slots["date"] for d in (one, other) if "date" in d.slots}
    return (
        same
        and len(dates) < 2
        and isinstance(other.slots["value"], float)
        and one.slots["value"] in _whole(other.slots["value"])
    )


def _whole(figure: float) -> tuple[int, int]:
    return int(figure), round(figure)


def _rounded(figure: float, exact: float) -> bool:
    """Say whether a figure is the exact one cut after its last digit that is no nought."""
    unit = 1
    while figure and figure % (unit * 10) == 0:
        unit *= 10
    return figure < exact and exact // unit * unit == figure and unit > 1


def _nearly(figure: float, exact: float) -> bool:
    """Почти 300: 287."""
    return exact != figure and abs(figure - exact) <= figure / TENTH


TENTH = 10
"""A figure told as "nearly" is off by a tenth at most."""


def _akin(one: Draft, other: Draft) -> bool:
    """Say whether two figures are of one thing: indicators share a word, staff the measure; sums of money always may."""
    if one.kind == "Staffing":
        return one.slots.get("measure") == other.slots.get("measure")
    if one.kind == "Funding":
        return True
    if one.kind == "Indicator" and one.slots["bound"] == "about":
        told = plain(one)[:-1] == plain(other)[:-1] and bool(plain(one)[1:] or plain(one) == plain(other))
        return told or _of_lead(one, other)
    if one.kind == "Indicator":
        return bool(stems(one) & stems(other))
    if one.kind == "Procurement" and _one_thing(one, other):
        return one.slots.get("status") == other.slots.get("status")
    return all(one.slots.get(k) == other.slots.get(k) for k in SAME)


def _of_lead(one: Draft, other: Draft) -> bool:
    """Мыңға жуық балаға көмек көрсетілді. 987 бала емделді: as many of the same people in the headline and the lead."""
    near = one.sentence == 0 and 0 < other.sentence < HEADLINE
    value, exact = one.slots["value"], other.slots["value"]
    close = exact >= HUNDRED and abs(value - exact) * CLOSE <= value
    told = near and plain(one)[-1:] == plain(other)[-1:]
    return (told or _of_one_illness(one, other)) and close and "change" not in {*one.slots, *other.slots}


def _of_one_illness(one: Draft, other: Draft) -> bool:
    """2 мыңға жуық адам вирус жұқтырған. … вирус жұқтырған 1989 науқас есепте: two words of a headline told again below it."""
    shared = {w[:WORD] for w in plain(one)[:-1]} & {w[:WORD] for w in plain(other)[:-1]}
    return one.sentence == 0 and other.sentence <= NEWS and any(len(w) >= WORD for w in shared)


HUNDRED = 100
CLOSE = 20
"""A headline's figure is off by a twentieth at most where it is worded otherwise."""


def _one_thing(one: Draft, other: Draft) -> bool:
    """Более 200 единиц медоборудования, 214 единиц оборудования: one word holds the other, of one house or town."""
    short, long = sorted((str(d.slots["item"]).casefold() for d in (one, other)), key=len)
    houses = [str(d.slots.get("facility", "")).casefold().split()[:1] for d in (one, other)]
    placed = houses[0] == houses[1] or not all(houses)
    told = len(short) > WORD and long.endswith(short) and " " not in long
    return placed and (told or _bare_item(short) == _bare_item(long))


def _bare_item(item: str) -> str:
    """Медтехника, медицинская техника: return what a thing of medicine is called without that."""
    words = [w for w in item.split() if not w.startswith(MEDICAL)]
    return " ".join(words) if words else item.removeprefix(PREFIX)
