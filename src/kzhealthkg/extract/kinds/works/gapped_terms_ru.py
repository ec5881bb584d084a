"""Facilities with a term each and one verb between them: поликлинику откроют в 2024 году, больницу – в 2025-м."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.of_total import of_rest
from kzhealthkg.extract.context.when import ahead
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

OWN = ("facility", "facilityType", "count", "amount", "percent", "bound", "contractor", "due", "date")
"""What the verb's own facility has alone."""
AND = frozenset(lexicon.words("kinds.works.gapped_terms_ru", "and"))
REACH = 2
"""Words from the dash to the date, its preposition included."""


def termed(clause: Clause) -> list[tuple[Mention, Mention]]:
    """Return the facilities behind the first one that have a date of their own behind a dash, with that."""
    if "date" not in clause.named or DASHES.isdisjoint(clause.words):
        return []
    facilities = clause.mentions("facility")
    found = [(m, _date(clause, m)) for m in facilities[1:] if _opens(clause, m)]
    return [(m, date) for m, date in found if date is not None and not preposition(clause, m)]


def _opens(clause: Clause, mention: Mention) -> bool:
    """Say whether a facility stands right behind a comma, or behind one and the word that sets it against the first."""
    tokens = clause.sentence.tokens
    joined = tokens[mention.first - 1].norm in AND
    return tokens[mention.first - 1 - joined].text == ","


def _date(clause: Clause, mention: Mention) -> Mention | None:
    """Return the date behind the dash that stands right behind a facility, or behind the place where that is."""
    site = _site(clause, mention)
    at = site.last if site is not None else mention.last
    dashed = at < clause.last and clause.sentence.tokens[at].text in DASHES
    near = (d for d in clause.mentions("date") if 0 < d.first - at <= REACH)
    return next(near, None) if dashed else None


def _site(clause: Clause, mention: Mention) -> Mention | None:
    """Роддом в Шу – в мае: the place that a preposition joins to a facility."""
    joined = mention.last < clause.last and clause.sentence.tokens[mention.last].norm in IN
    return next((m for m in clause.mentions("place") if joined and m.first == mention.last + 1), None)


def there_too(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return for each of them what the verb says of the facility before."""
    made = []
    for mention, date in termed(clause) if len(drafts) == 1 else ():
        draft = drafts[0].copy()
        slot = "due" if "due" in draft.slots else "date"
        draft.drop(*OWN)
        if (site := _site(clause, mention)) is not None:
            draft.drop(*LOCATED)
            say_place(draft, site.value)
            draft.say("region", site.value.region)
        say_name(draft, mention.value)
        draft.say(slot, ahead(date.value) if slot == "due" else date.value.edtf)
        draft.cover(mention.start, date.end)
        made.append(draft)
    return made


def rest_too(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Отремонтированы 12 больниц, остальные 8 – в 2025 году: the rest of those told of, promised for another time."""
    counted = len(drafts) == 1 and drafts[0].slots.get("status") == "completed" and "count" in drafts[0].slots
    today, made = memory.document.article.date or "", list[Draft]()
    for number in clause.mentions("number") if counted and today else ():
        date = _date(clause, number)
        if date is not None and of_rest(clause, date) and ahead(date.value) > today and number.value.value > 1:
            draft = drafts[0].copy()
            draft.drop(
                "amount", "percent", "bound", "due", "date", "contractor", "count", "place", "placeCode", "district"
            )
            roles.quantity(draft, "count", number)
            draft.slots["status"] = "planned"
            draft.say("due", ahead(date.value))
            draft.cover(number.start, date.end)
            made.append(draft)
    return made


def more_then(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Сдадут больницы в A и B, ещё три – до конца 2026 года: so many more of the same have a time of their own."""
    if "date" not in clause.named or DASHES.isdisjoint(clause.words) or not drafts or _differ(drafts):
        return []
    found = [(number, _date(clause, number)) for number in clause.mentions("number") if _is_more(clause, number)]
    told = [(number, date) for number, date in found if date is not None]
    made = [_more(clause, drafts, number, date, memory) for number, date in told]
    others = [m for m in clause.mentions("date") if not any(m is date for _, date in told)]
    for draft in drafts if made else ():
        _redate(draft, {ahead(date.value) for _, date in told} | {date.value.edtf for _, date in told}, others)
    return made


def _redate(draft: Draft, apart: set[str], own: list[Mention]) -> None:
    """Take from a work the time that is of those told behind it, and give it the only other one."""
    taken = [slot for slot in ("due", "date") if draft.slots.get(slot) in apart]
    draft.drop(*taken)
    if taken and len(own) == 1:
        done = draft.slots.get("status") == "completed"
        draft.say("date" if done else "due", own[0].value.edtf if done else ahead(own[0].value))


def _differ(drafts: list[Draft]) -> bool:
    """Say whether works are of several sorts, or of a facility with a name."""
    alike = ("workType", "facilityType", "status")
    return any(d.slots.get(k) != drafts[0].slots.get(k) for d in drafts for k in alike) or "facility" in drafts[0].slots


def _is_more(clause: Clause, number: Mention) -> bool:
    tokens, at = clause.sentence.tokens, number.first
    return at - 1 > clause.first and tokens[at - 1].norm in MORE and tokens[at - 2].norm in ENDS


def _more(clause: Clause, drafts: list[Draft], number: Mention, date: Mention, memory: Memory) -> Draft:
    draft, today = drafts[0].copy(), memory.document.article.date or ""
    coming = bool(today) and ahead(date.value) > today
    placed = LOCATED if "place" in draft.slots else ()
    draft.drop("count", "amount", "percent", "bound", "contractor", "due", "date", *placed)
    draft.used = set()
    roles.quantity(draft, "count", number)
    if coming and draft.slots.get("status") == "completed":
        draft.slots["status"] = "planned"
    open_ = draft.slots.get("status") != "completed"
    draft.say("due" if open_ else "date", ahead(date.value) if open_ else date.value.edtf)
    draft.cover(number.start, date.end)
    return draft


MORE = frozenset(lexicon.words("kinds.works.gapped_terms_ru", "more"))
ENDS = frozenset({",", ";", "и", "а"})
