"""What a team meant to do and has done: 12 ота жасауды жоспарлап едік, жоспар толық орындалды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Token

ALL = frozenset(lexicon.words("kinds.mission.plan_met", "all"))
DONE = lexicon.words("kinds.mission.plan_met", "done")


def plan_met(hit: Hit, memory: Memory) -> bool:
    """Say whether the words behind a plan, or the next sentence, say that all of it was done."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    planned = (i for i in range(clause.first, clause.last) if phase_of(tokens[i], "kk") == "plan")
    at = next(planned, None) if clause.language == "kk" else None
    if at is None:
        return False
    rest = tokens[max(at, hit.last) + 1 :]
    following = memory.document.sentences[clause.index + 1 : clause.index + 2]
    return _says_so(rest) or any(
        _says_so(s.tokens[:NEXT]) for s in following if s.paragraph == clause.sentence.paragraph
    )


NEXT = 5
"""Words of a sentence that says of a plan that it was met, at most."""


def _says_so(tokens: tuple[Token, ...]) -> bool:
    done = any(is_lemma(t, *DONE) and t.best.form == "past" and not t.best.negative for t in tokens)
    return done and any(t.norm in ALL for t in tokens)
