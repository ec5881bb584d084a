"""A mission told without figures: a lesson, doctors told by name, a reception, a team told of before that will come again."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import has
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_counts import meant_for
from kzhealthkg.extract.kinds.mission import came
from kzhealthkg.extract.kinds.mission.specialists import specialists

OURS = lexicon.words("kinds.mission.plain", "ours")
RECEPTION = frozenset(lexicon.words("kinds.mission.plain", "reception"))


def may_be_plain(hit: Hit, memory: Memory) -> bool:
    """Without a figure only a lesson, doctors told by name, a reception and a team told of before make a mission."""
    clause, options = hit.clause, hit.frame.options
    if options.get("teach"):
        return True
    told = "person" in clause.named or not RECEPTION.isdisjoint(clause.words) or memory.told_any("Mission")
    told = told or came.may_come(clause)
    return bool(options.get("treat")) and told


def may_be_told(hit: Hit, said: str, memory: Memory) -> bool:
    """Say whether a clause without a figure holds what ``plain`` asks of it, before its team and its place are found."""
    clause, options = hit.clause, hit.frame.options
    if options.get("teach"):
        return said != "planned" and not _for_learners(clause)
    named = said == "completed" and any(m.case in ("nom", "") for m in clause.named.get("person", ()))
    again = said == "planned" and comes_again(clause, memory)
    return named or again or not RECEPTION.isdisjoint(clause.words) or came.may_see(hit, said)


def plain(hit: Hit, draft: Draft, said: str, memory: Memory) -> bool:
    """Without figures a lesson counts that somebody held somewhere, and what doctors said by name did or will do."""
    options = hit.frame.options
    if options.get("teach"):
        where = any(slot in draft.slots for slot in ("facility", "place", "organization"))
        taught = where and ("organization" in draft.slots or specialists(hit.clause) or came.is_crew(hit.clause))
        return taught and said != "planned" and not _for_learners(hit.clause)
    told = _by_name(hit, draft, said, memory) or _again(hit, draft, said, memory) or _received(hit, draft, said)
    told = told or came.sees(hit, draft, said)
    return bool(options.get("treat")) and told


def _for_learners(clause: Clause) -> bool:
    """Провели мастер-класс для хирургов: a lesson for staff is told as their training."""
    if clause.language != "ru" or not clause.says("для"):
        return False
    return any(meant_for(g) for g in groups(clause))


def _received(hit: Hit, draft: Draft, said: str) -> bool:
    """X орталығының дәрігерлері Семейде қабылдау жүргізді: whose doctors saw patients in which town."""
    reception = any(not RECEPTION.isdisjoint(t.words) for t in hit.clause.sentence.tokens[hit.first : hit.last])
    to_come = hit.clause.language == "ru" and said == "planned"
    return reception and (said == "completed" or to_come) and {"organization", "place"} <= set(draft.slots)


def _by_name(hit: Hit, draft: Draft, said: str, memory: Memory) -> bool:
    """X орталығының дәрігерлері A мен B қабылдау жүргізді: where, the headline may say."""
    named = [m for m in hit.clause.mentions("person") if m.case in ("nom", "")]
    if said != "completed" or not named or "organization" not in draft.slots or hit.frame.options.get("treated"):
        return False
    _at_heading(draft, memory)
    return "place" in draft.slots or "facility" in draft.slots


def _at_heading(draft: Draft, memory: Memory) -> None:
    """A headline with one town says where the team worked, unless the clause does."""
    title = [m for m in memory.document.sentences[0].mentions if m.type == "place" and m.value.level in SETTLEMENTS]
    if len(title) == 1 and not {"place", "facility"} & set(draft.slots):
        draft.slots.pop("region", None)
        say_place(draft, title[0].value)


def comes_again(clause: Clause, memory: Memory) -> bool:
    """Say whether the clause tells a plan of those whose mission the article has told."""
    if not memory.told_any("Mission") or not has(clause.whole, "plan"):
        return False
    words = clause.sentence.words
    return any(t.norm.endswith(OURS) for t in clause.sentence.tokens) or not (
        NEXT.isdisjoint(words) or RECEPTION.isdisjoint(words)
    )


NEXT = frozenset(lexicon.words("kinds.mission.plain", "next"))
"""Келесі қабылдау … жоспарлануда: the same team in another place."""


def _again(hit: Hit, draft: Draft, said: str, memory: Memory) -> bool:
    """Планируем и дальше приезжать и проводить диагностику пациентам: the team told of before will come again."""
    latest = memory.latest("Mission")
    if said != "planned" or latest is None or not comes_again(hit.clause, memory):
        return False
    draft.take_over(latest, *LOCATED, "organization")
    return "organization" in draft.slots
