"""What a service must be told with to be one for sure: the house in which it is, its place, or what part of a house it is."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import in_school
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.inside import in_it
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.extract.draft import PLACED, Draft

GOING_ON = "service-go-on"
BACK = 5
"""Sentences back in which two settlements leave it open in which of them a house is that has no name."""


def unsure(hit: Hit, item: Phrase, draft: Draft, memory: Memory) -> bool:
    """Откроется центр, создана ассоциация, отделение работает: what is in no house told may be anything else."""
    options = hit.frame.options
    if "facility" in draft.slots or not (options.get("opens") or options.get("working")) or options.get("being"):
        return False
    if hit.frame.name.startswith(GOING_ON) or _housed(item, memory):
        return False
    head = item.clause.sentence.tokens[item.head]
    own = "place" in draft.slots and "place" not in draft.inherited
    if options.get("working") or (draft.slots["status"] != "completed" and item.clause.language == "ru"):
        return not (own and is_lemma(head, *SORTS)) and not is_lemma(head, *SERVICES)
    if draft.slots["status"] != "completed":
        return not own
    return item.clause.language == "ru" and not (own or is_lemma(head, *SORTS))


SERVICES = lexicon.words("kinds.service.sure", "services")
SORTS = lexicon.words("kinds.service.sure", "sorts")


def only_since(hit: Hit) -> bool:
    """Кабинет ашылған соң кезек азайды, после того как открыли кабинет: what is only told as the time of something else."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk":
        return any(t.norm in SINCE for t in tokens[hit.last : hit.last + 1])
    if AFTER.isdisjoint(clause.sentence.words):
        return False
    before = [t.norm for t in tokens[max(0, clause.first - TIMES) : hit.first] if t.text != ","]
    return any(a in AFTER and b in AS for a, b in pairwise(before))


SINCE = frozenset(lexicon.words("kinds.service.sure", "since"))
AFTER = frozenset(lexicon.words("kinds.service.sure", "after"))
AS = frozenset(lexicon.words("kinds.service.sure", "as"))
TIMES = 4
"""Words of "after", at most: после того, как."""


def _housed(item: Phrase, memory: Memory) -> bool:
    """В больнице открыт кабинет, мұнда кабинет ашылады: a house told beside the thing, or right before and pointed to."""
    clause = item.clause
    if any(not m.first <= item.head < m.last for m in clause.whole.mentions("facility")) or in_school(clause):
        return True
    opening = clause.sentence.tokens[clause.first : clause.first + 2]
    points = in_it(opening) or not HERE.isdisjoint(t.norm for t in opening)
    return points and clause.index - memory.facility_sentence <= 1


HERE = frozenset(lexicon.words("kinds.service.sure", "here"))


def without_guess(draft: Draft, clause: Clause, memory: Memory) -> None:
    """A мен B ауылдарында … Мұнда кабинет бар: where several places are told of, none is that of a house without a name."""
    if "facility" in draft.slots or "place" not in draft.slots or "place" in clause.sentence.named:
        return
    near = memory.document.sentences[max(0, clause.index - BACK) : clause.index]
    sorts = {m.value.type for m in clause.mentions("facility")} - ANYTHING
    if sorts:
        near = tuple(s for s in near if any(m.value.type in sorts for m in s.named.get("facility", ())))
    named = {m.value.name for s in near for m in s.named.get("place", ()) if m.value.level in SETTLEMENTS}
    if len(named) > 1:
        draft.drop(*PLACED)
