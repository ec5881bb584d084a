"""How far each of several works has got: A емханасының құрылысы 90 пайызға, B амбулаториясы 75 пайызға аяқталған."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.among import standing
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.model import Mention

READY = lexicon.words("kinds.works.percents", "ready")
READINESS = lexicon.words("kinds.works.percents", "readiness")
MENDED = lexicon.words("kinds.works.percents", "mended")
FULL = 100


def percents(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works of a clause in which facilities and percents take turns; [] for any other clause."""
    if clause.language != "kk" or "percent" not in clause.named:
        return []
    told = clause.mentions("facility", "percent")
    turns = all(m.type == ("percent" if i % 2 else "facility") for i, m in enumerate(told))
    if len(told) < 4 or len(told) % 2 or not turns or not _is_ready(clause, told[-1]):
        return []
    pairs = list(zip(told[::2], told[1::2], strict=True))
    return [_draft(clause, pair, before, memory) for pair, before in zip(pairs, [None, *told[1::2]], strict=False)]


def _is_ready(clause: Clause, last: Mention) -> bool:
    """Say whether the words behind the last percent, or in the first bracket, tell that so much is done."""
    behind = clause.sentence.tokens[last.last : clause.last]
    if any(a.text == "(" and is_lemma(b, *READINESS) for a, b in pairwise(clause.tokens)):
        return True  # A аурухана (дайындығы 80 пайыз), B емхана (45 пайыз)
    return any(phase_of(t, "kk") == "end" or is_lemma(t, *READY) for t in behind)


def _draft(clause: Clause, pair: tuple[Mention, Mention], before: Mention | None, memory: Memory) -> Draft:
    mention, percent = pair
    between = clause.sentence.tokens[mention.last : percent.first]
    kind = "repair" if any(is_lemma(t, *MENDED) for t in between) else "construction"
    draft = Draft("Works", {"workType": kind}, mention.start, percent.end, "works-percents")
    facility = standing(clause, mention, before)
    say_name(draft, facility)
    say_place(draft, facility.place)
    roles.quantity(draft, "percent", percent)
    draft.say("status", "underway" if draft.slots["percent"] < FULL else "completed")
    return roles.finish(draft, clause, memory)
