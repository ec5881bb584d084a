"""What says too little to be news of its own: things, staff and journeys told in general beside what tells them fully."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.general_goods import CARS, GEAR
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.sorts import things

ANY_THING = GEAR | CARS
GOODS = frozenset({"item", "status", "region", "speaker"})
FIGURES = frozenset({"count", "amount"})
DOCTORS = frozenset(lexicon.words("extract.merge.too_bare", "doctors"))
STAFF = frozenset({"measure", "profession", "status", "region", "speaker"})
BROUGHT = frozenset({"procurement-deliver-ru", "procurement-supply-ru"})


def without_too_bare(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that tell in general what others count, or what may be brought some day."""
    gone: set[int] = set()
    for kind, bare in SHAPES:
        told = [d for d in drafts if d.kind == kind]
        gone |= {id(d) for d in told if bare(d, told)}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _goods(draft: Draft, bought: Sequence[Draft]) -> bool:
    """Жаңа көліктердің кілті берілді beside 12 жедел жәрдем көлігі; поставят томографы: how many, and for whom, is not said."""
    if not draft.slots.keys() <= GOODS:
        return False
    promised = draft.plural and draft.slots.get("status") == "planned" and draft.rule in BROUGHT
    beside = any(one.sentence == draft.sentence and "count" in one.slots for one in bought)
    if draft.sentence == 0 and {*str(draft.slots["item"]).casefold().split()} <= ANY_THING:
        return any(one.sentence and one.slots.get("status") == draft.slots.get("status") for one in bought)
    return promised or (not beside and any(_counts(one, draft) for one in bought))


def _counts(one: Draft, bare: Draft) -> bool:
    """Say whether another sentence counts what was bought, by a word for the same sort or the same word."""
    counted = "count" in one.slots and one.slots.get("status") == bare.slots.get("status")
    here = "region" not in bare.slots.keys() - bare.inherited or one.slots.get("region") == bare.slots["region"]
    return counted and here and bool(things(one) & things(bare) or _stems(one) & _stems(bare))


def _stems(draft: Draft) -> set[str]:
    return {word[:STEM] for word in str(draft.slots["item"]).casefold().split() if len(word) >= STEM}


STEM = 6
"""Letters of a word that its endings leave, at least."""


def _staff(draft: Draft, staff: Sequence[Draft]) -> bool:
    """Дәрігерлерге пәтер берілді beside 12 дәрігер; кадр жетіспейді beside 5 хирург: staff whom another sentence counts or names."""
    if not draft.slots.keys() <= STAFF:
        return False
    same = [d for d in staff if all(d.slots.get(k) == draft.slots.get(k) for k in ("measure", "status"))]
    others = [d for d in same if d.sentence != draft.sentence and _one_region(d, draft)]
    if draft.slots["measure"] == "shortage" and draft.sentence:
        return _anybody(draft) and any("count" in d.slots or not _anybody(d) for d in others)
    counted = [d for d in others if not FIGURES.isdisjoint(d.slots)]
    if draft.sentence:
        return any(_kin(d, draft) for d in counted)
    return bool(counted) and all(d.sentence for d in staff if not FIGURES.isdisjoint(d.slots))


def _anybody(draft: Draft) -> bool:
    return str(draft.slots.get("profession", "")).casefold() in {"", *ANYBODY}


def _kin(counted: Draft, bare: Draft) -> bool:
    """Жас дәрігер, дәрігер; 12 хирург, дәрігерлер: the same staff, or a word for any."""
    names = [str(d.slots.get("profession", "")).casefold() for d in (counted, bare)]
    return not names[1] or names[1] in ANYBODY or names[1] in DOCTORS or names[0].endswith(names[1])


def _one_region(one: Draft, other: Draft) -> bool:
    return len({d.slots["region"] for d in (one, other) if "region" in d.slots}) <= 1


def _journey(draft: Draft, teams: Sequence[Draft]) -> bool:
    """Поезд здоровья посетит область. … Поезд отправится по станциям области: where a team goes, told once more."""
    bare = draft.rule == "mission-travel-ru" and draft.slots.keys() <= {"region", "status", "speaker"}
    return bare and any(one.sentence < draft.sentence for one in teams)


SHAPES: tuple[tuple[str, Callable[[Draft, Sequence[Draft]], bool]], ...] = (
    ("Procurement", _goods),
    ("Staffing", _staff),
    ("Mission", _journey),
)
"""Kinds, and what of them says too little."""
