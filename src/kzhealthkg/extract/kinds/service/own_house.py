"""A centre with a name of its own that opens in no facility: a house that is built, and no service."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import BASES
from kzhealthkg.extract.clause.nouns import edge
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.inside import here
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.service.none import SYSTEMS

CENTRES = lexicon.words("kinds.service.own_house", "centres")
RULE = "service-house"


def of_its_own(hit: Hit, item: Phrase, draft: Draft, memory: Memory) -> bool:
    """Say whether what opens is a named centre in no other house: «A» аутизм орталығы ашылды."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    opened = not hit.frame.options.get("working") and draft.slots.get("status") in ("completed", "planned")
    if not opened or "facility" in draft.slots or not is_lemma(tokens[item.head], *CENTRES) or item.count is not None:
        return False
    inside = any(not m.first <= item.head < m.last for m in clause.mentions("facility")) or clause.says(*BASES)
    return "«" in str(draft.slots["item"]) and not inside and here(clause, memory) is None


def is_house(draft: Draft, hit: Hit, item: Phrase) -> bool:
    """В Шымкенте действует ожоговый центр: a centre that works in no facility named is one of its own."""
    if "facility" not in draft.slots and set(str(draft.slots["item"]).split()) <= ALONE:
        return True  # в области появится ещё один стационар: a hospital, told in general
    working = "working" in hit.frame.options and "facility" not in draft.slots
    head = hit.clause.sentence.tokens[item.head]
    if working and national(hit.clause.whole):
        return True  # елімізде бірыңғай жүйе жұмыс істейді: what the country has, told in general
    hosts = [m for m in hit.clause.mentions("facility") if not m.first <= item.head < m.last]
    counted = item.count is not None and item.count.value.value > 1  # 12 зертхана жұмыс істейді: a stock of houses
    return working and not hosts and (counted or is_lemma(head, *HOUSES, *SYSTEMS))


ALONE = frozenset(lexicon.words("kinds.service.own_house", "alone"))
HOUSES = lexicon.words("kinds.service.own_house", "houses")


def as_house(draft: Draft) -> Draft:
    """Return the work by which a centre of its own has opened."""
    name = " ".join(w for w in str(draft.slots.pop("item")).split() if w.lower() not in edge())
    draft.kind, draft.rule = "Works", RULE
    draft.slots = {"workType": "construction", "facility": name, **draft.slots}
    return draft


def without_unnamed(drafts: list[Draft]) -> list[Draft]:
    """Аутизм орталығы ашылды. … «A» аутизм орталығы ашылды: return the drafts without a service that a named house tells."""
    houses = [d for d in drafts if d.rule == RULE]
    return [d for d in drafts if not (d.kind == "Service" and any(_tells(h, d) for h in houses))]


def _tells(house: Draft, service: Draft) -> bool:
    words = {w for w in str(service.slots["item"]).casefold().split() if w not in edge()}
    near = house.slots.get("region") == service.slots.get("region") and "facility" not in service.slots
    return near and words <= set(str(house.slots["facility"]).casefold().split())
