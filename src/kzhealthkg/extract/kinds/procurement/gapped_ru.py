"""Things told without their verb in Russian: в A установлен ангиограф, в B – томограф, для C – два аппарата УЗИ."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods, item_names, supplies
from kzhealthkg.model import Mention

DASHES = "–—-"
TO = frozenset(lexicon.words("kinds.procurement.gapped_ru", "to"))
SIGNS = frozenset(lexicon.words("kinds.procurement.gapped_ru", "signs"))


def parted(hit: Hit) -> tuple[Hit, list[Mention]]:
    """Return a cue with the clause up to the first receiver that a dash stands behind, and such receivers."""
    clause = hit.clause
    if clause.language != "ru":
        return hit, []
    named = supplies.whole(clause.mentions("facility", "place", first=hit.last))
    found = [m for m in named if _before_dash(clause, m) and _things(clause, m, clause.last)]
    if not found or not _own(hit, found[0]):
        return hit, []
    return replace(hit, clause=replace(clause, last=found[0].first - 2)), found


def _before_dash(clause: Clause, mention: Mention) -> bool:
    tokens, at = clause.sentence.tokens, mention.first
    dashed = mention.last < clause.last and tokens[mention.last].text in DASHES
    return dashed and at - 2 > clause.first and tokens[at - 1].norm in TO and tokens[at - 2].norm in SIGNS


def _own(hit: Hit, receiver: Mention) -> bool:
    """The verb has a thing of its own before the first receiver with a dash."""
    return bool(goods.things(hit.clause, last=receiver.first - 1))


def _things(clause: Clause, receiver: Mention, last: int) -> list[Phrase]:
    """Return what is named right behind a receiver's dash, with the members of its list."""
    return [p for p in goods.things(clause, first=receiver.last + 1, last=last) if goods.is_known(p)]


def told(hit: Hit, found: list[Mention], status: str, memory: Memory) -> list[Draft]:
    """Return what each receiver with a dash gets."""
    ends = [*(m.first - 2 for m in found[1:]), hit.clause.last]
    return [
        _draft(hit, receiver, item, status, memory)
        for receiver, end in zip(found, ends, strict=True)
        for item in _things(hit.clause, receiver, end)
    ]


def _draft(hit: Hit, receiver: Mention, item: Phrase, status: str, memory: Memory) -> Draft:
    draft = Draft("Procurement", {}, item.start, item.end, hit.frame.name)
    item_names.name(draft, item, memory)
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    draft.say("status", status)
    made = supplies.received(draft, hit.clause, receiver, memory)
    return roles.finish(made, replace(hit.clause, first=receiver.first), memory)
