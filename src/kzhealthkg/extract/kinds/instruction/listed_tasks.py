"""Tasks behind a colon: нақты міндеттер қойды: A-ны жөндеу, B-ны жою."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import ACTION_ENDINGS, FINITE
from kzhealthkg.extract.kinds.instruction.task_text import Task, lowered
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative

CLOSING = frozenset(".!;…")


def listed_task(hit: Hit) -> Task | None:
    """Return what a Kazakh cue demands in the list of actions that its colon opens; None where it opens none."""
    tokens, first = hit.clause.sentence.tokens, hit.last + 1
    if tokens[hit.last : first] == () or tokens[hit.last].text != ":":
        return None
    first = first + MARK if [t.text for t in tokens[first + 1 : first + MARK]] == [")"] else first  # 1) жөндеуді аяқтау
    last = next((i for i in range(first, len(tokens)) if tokens[i].text == ";"), len(tokens))
    while last > first and tokens[last - 1].text in CLOSING:
        last -= 1
    words = tokens[first:last]
    if len(words) < SHORTEST or not is_action(words[-1]) or any(t.best.form in FINITE for t in words):
        return None
    return Task(lowered(hit.clause, first, nominative(words, "kk")), words[0].start, words[-1].end)


MARK = 2
"""Signs of the number of a row's member: 1)."""
SHORTEST = 2
"""Words that a task has at least."""


def is_action(token: Token) -> bool:
    """Say whether a word names an action: -у with or without endings."""
    return any(r.form == "inf" for r in token.readings) or token.best.lemma.endswith(ACTION_ENDINGS)
