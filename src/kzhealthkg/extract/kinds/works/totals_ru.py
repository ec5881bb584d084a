"""Parts of a total of Russian works told before, and more of the same: сдано 29 из них, введут ещё пять, один из них строится в A."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.status_ru import FINITE, carried, carrying, form_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.portions import OF_THEM
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.kinds.works.drafts_ru import drafted, finished
from kzhealthkg.model import FacilityValue, Mention

ONE_OF = lexicon.words("kinds.works.totals_ru", "one_of")
MORE = frozenset(lexicon.words("kinds.works.totals_ru", "more"))
OPENING = 3
"""Words within which a clause says that it is about one of them."""
LIKE = ("workType", "facilityType", "region", "place", "placeCode", "district", "programme")
"""What a part of a total, or more of the same, takes from it."""


def of_total(hit: Hit, latest: Draft, found: str, memory: Memory) -> list[Draft]:
    """Один из них строится …, 51 из которых возведён, введут ещё пять: parts of a total, or more of the same."""
    clause = hit.clause
    if any(is_lemma(t, *ONE_OF) and t.best.case == "nom" for t in clause.tokens[:OPENING]):
        return _one_of(hit, latest, found, memory)
    if "count" not in latest.slots:
        return []
    latest = _whole(latest, clause, memory)
    if (more := _more(clause)) is not None:
        return [_part_of(hit, latest, more, found, memory, _kept(clause, latest, found))]
    share = _share(clause, latest)
    return [_part_of(hit, latest, share, found, memory, (*LIKE, "date"))] if share is not None else []


def _kept(clause: Clause, latest: Draft, found: str) -> tuple[str, ...]:
    """Из них 20 построены в сёлах, ещё 30 взамен старых: in a list that opens so all were done when the total was."""
    listed = " ".join(t.norm for t in clause.sentence.tokens[:2]) in OF_THEM and clause.first > 0
    return (*LIKE, "date") if listed and latest.slots.get("status") == found else LIKE


def _whole(latest: Draft, clause: Clause, memory: Memory) -> Draft:
    """Возводят 18 объектов: 5 уже готовы, 13 сдадут: the total told before, and not the part of it told last."""
    near = (d for d in memory.recent(1, clause.index) if d.kind == "Works" and "count" in d.slots)
    same = [d for d in near if all(d.slots.get(k) == latest.slots.get(k) for k in LIKE)]
    return max(same, key=lambda d: d.slots["count"], default=latest)


def _share(clause: Clause, total: Draft) -> Mention | None:
    """51 из которых возведён, из них 20 уже готовы, сдано 29: how many of those told of just before."""
    tokens = clause.sentence.tokens
    near = [m for m in clause.whole.mentions("number") if clause.first <= m.last + 2 <= clause.last]
    found = [m for m in near if " ".join(t.norm for t in tokens[m.last : m.last + 2]) in OF_THEM]
    if found or clause.mentions("facility", "money", "percent"):
        return found[0] if found else None
    numbers = [m for m in clause.mentions("number") if _alone(clause, m) and not m.value.unit]
    opened = " ".join(t.norm for t in clause.tokens[:2]) in OF_THEM
    fewer = numbers and numbers[0].value.value < total.slots["count"]
    return numbers[0] if fewer and (opened or len(clause.mentions("number")) == 1) else None


def _alone(clause: Clause, number: Mention) -> bool:
    """Сдано 29; из них 29 уже сданы; ещё пять построят: no noun stands behind the figure."""
    tokens, last = clause.sentence.tokens, number.last
    behind = tokens[last] if last < clause.last else None
    light = behind is None or behind.text in ",." or behind.best.pos in ("ADV", "PART") or bool(form_of(behind))
    return light and not preposition_at(clause, number.first)


def _more(clause: Clause) -> Mention | None:
    """А к концу года введут ещё пять, остальные 12 сдадут: as many more of what was told of just before."""
    numbers = clause.mentions("number")
    last = numbers[-1] if numbers and "facility" not in clause.named else None
    alone = last is not None and _alone(clause, last)
    return last if alone and last is not None and clause.sentence.tokens[last.first - 1].norm in MORE else None


def _part_of(hit: Hit, latest: Draft, share: Mention, found: str, memory: Memory, kept: tuple[str, ...]) -> Draft:
    tokens = hit.clause.sentence.tokens
    opened = hit.frame.slots.get("workType") == "construction"  # отремонтированы 10 больниц, из них 4 открыты
    slots = {k: v for k, v in hit.frame.slots.items() if not (opened and k == "workType")}
    draft = Draft("Works", slots, share.start, share.end, hit.frame.name)
    draft.cover(tokens[hit.first].start, tokens[hit.last - 1].end)
    roles.quantity(draft, "count", share)
    draft.take_over(_at_large(latest, memory), *kept)
    draft.say("status", found)
    return finished(draft, hit, found, memory)


def _one_of(hit: Hit, latest: Draft, found: str, memory: Memory) -> list[Draft]:
    """Один из них строится в A, другой в B: members of the total named just before."""
    places = places_of(hit.clause)
    kind = str(latest.slots.get("facilityType", ""))
    first, token = hit.clause.first, hit.clause.tokens[0]
    last = max(hit.first, first + 1)  # заработали три пункта: the verb may open the clause
    mention = Mention("facility", first, last, token.start, token.end, FacilityValue("", kind), "nom")
    drafts = [drafted(hit, mention, FacilityValue("", kind), place, found, memory) for place in places]
    total = _at_large(latest, memory)
    for draft in drafts:
        draft.take_over(total, "programme", "source", "district", *_times(draft, latest, found))
    bare = "facility" not in latest.slots and "place" not in latest.slots
    latest.general = latest.general or bool(bare and drafts)
    return drafts if bare or "count" in latest.slots else []


def _at_large(total: Draft, memory: Memory) -> Draft:
    """В районах A и B построят медпункты. Один из них появится в селе C: of several districts told, which one is not said."""
    beside = (d for d in memory.drafts if d.kind == "Works" and d.sentence == total.sentence)
    if all(d.slots.get("district") == total.slots.get("district") for d in beside if "district" in d.slots):
        return total
    spread = total.copy()
    spread.drop(*PLACED)
    return spread


def _times(draft: Draft, total: Draft, found: str) -> tuple[str, ...]:
    """Два центра появятся до 2027 года. Один построят в A, второй – в B: when, where the total is as far and none has its own."""
    alike = "count" in total.slots and total.slots.get("status") == found
    return ("date", "due") if alike and draft.slots.keys().isdisjoint({"date", "due"}) else ()


def at_sites(clause: Clause, memory: Memory) -> list[Draft]:
    """Отремонтируют 23 объекта. Работы на восьми объектах уже начаты: on how many of those told of the work goes on."""
    if "number" not in clause.named or not clause.says(*WORKING):
        return []
    tokens = clause.sentence.tokens
    numbers = [m for m in clause.mentions("number") if m.last < clause.last and is_lemma(tokens[m.last], *SITES)]
    numbers = [m for m in numbers if preposition_at(clause, m.first) in ON]
    verbs = [t for t in carrying(clause) if t.best.form in FINITE]
    told = (d for d in memory.recent(SITES_BACK, clause.index) if d.kind == "Works" and d.slots.get("count", 1) > 1)
    total = next(told, None)
    if len(numbers) != 1 or total is None or not verbs or numbers[0].value.value > total.slots["count"]:
        return []
    draft = Draft("Works", {}, clause.tokens[0].start, clause.tokens[-1].end, "works-sites-ru")
    draft.take_over(total, *LIKE)
    roles.quantity(draft, "count", numbers[0])
    draft.say("status", carried(clause, verbs[0]))
    return [roles.finish(draft, clause, memory)]


SITES_BACK = 8
"""Sentences back to the total of whose sites so many are told of."""
SITES = lexicon.words("kinds.works.totals_ru", "sites")
WORKING = lexicon.words("kinds.works.totals_ru", "working")
ON = frozenset(lexicon.words("kinds.works.totals_ru", "on"))
