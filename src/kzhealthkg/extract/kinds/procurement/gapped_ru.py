"""Things told without their verb in Russian: в A установлен ангиограф, в B – томограф, для C – два аппарата УЗИ."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.mentions_ru import cases
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods, item_names, supplies
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.extract.kinds.goods.receivers_ru import town_behind
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

TO = frozenset(lexicon.words("kinds.procurement.gapped_ru", "to"))
SIGNS = frozenset(lexicon.words("kinds.procurement.gapped_ru", "signs"))


def parted(hit: Hit) -> tuple[Hit, list[Mention]]:
    """Return a cue with the clause up to the first receiver that a dash stands behind, and such receivers."""
    clause = hit.clause
    if clause.language != "ru":
        return hit, []
    named = supplies.whole(clause.mentions("facility", "place", first=hit.last))
    found = [m for m in named if _before_dash(hit, m) and _things(clause, m, clause.last)]
    if not found or not _own(hit, found[0]):
        return hit, []
    return replace(hit, clause=replace(clause, last=_opening(hit, found[0]))), found


def _before_dash(hit: Hit, mention: Mention) -> bool:
    clause, at = hit.clause, _dash(hit.clause, mention)
    dashed = at < clause.last and clause.sentence.tokens[at].text in DASHES
    return dashed and _opening(hit, mention) > clause.first


def _dash(clause: Clause, mention: Mention) -> int:
    """Return the token behind a receiver and the town that is said behind it: поликлиника (города) A –."""
    town = town_behind(clause, mention)
    return town.last if town is not None else mention.last


def _opening(hit: Hit, mention: Mention) -> int:
    """Return the sign before a receiver, or -1: …, в A –; …, а для B –; …, больнице C –; with "получила" …, больница C –."""
    tokens, at = hit.clause.sentence.tokens, mention.first - 1
    own = "nom" if _bought_for_itself(hit) else "dat"
    gets = mention.type == "facility" and own in {mention.case, *cases(hit.clause, mention)}
    at -= tokens[at].norm in TO
    told = gets or at < mention.first - 1
    return at if told and tokens[at].norm in SIGNS else -1


def _bought_for_itself(hit: Hit) -> bool:
    """Больница A получила, больница A купила ангиограф, больница B – томограф: who gets a thing is the subject."""
    if hit.frame.options.get("receiver") == "subject":
        return True
    before = hit.clause.mentions("facility", last=hit.first) if supplies.gets_itself(hit) else []
    return any("nom" in cases(hit.clause, m) and not preposition(hit.clause, m) for m in before)


def _own(hit: Hit, receiver: Mention) -> bool:
    """The verb has a thing of its own before the first receiver with a dash."""
    return bool(goods.things(hit.clause, last=receiver.first - 1))


def _things(clause: Clause, receiver: Mention, last: int) -> list[Phrase]:
    """Return what is named right behind a receiver's dash, up to the next one, with the members of its list."""
    tokens, first = clause.sentence.tokens, _dash(clause, receiver) + 1
    dash = next((i for i in range(first, last) if tokens[i].text in DASHES), None)
    if dash is not None:
        last = max((i for i in range(first, dash) if tokens[i].norm in SIGNS), default=first)
    return [p for p in goods.things(clause, first=first, last=last) if is_known(p)]


def told(hit: Hit, found: list[Mention], status: str, memory: Memory) -> list[Draft]:
    """Return what each receiver with a dash gets."""
    ends = [*(_opening(hit, m) for m in found[1:]), hit.clause.last]
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
    own = replace(hit.clause, first=receiver.first)
    made = supplies.received(draft, own, receiver, memory)
    town = town_behind(hit.clause, receiver)
    if town is not None:
        say_place(made, town.value)
    return roles.finish(made, own, memory)
