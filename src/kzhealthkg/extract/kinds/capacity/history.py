"""Houses that were: what was built long ago, stood here once, or works no more holds nobody today."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.capacity.guards import TIMES_PAST
from kzhealthkg.model import Mention

OLD = 20
"""Years after which what was built then tells nothing of a facility of today."""
DECADE = re.compile(r"([3-9]0)[-–](?:х|е|ые|ых|жылдар)")
EXISTING = lexicon.words("kinds.capacity.history", "existing")
WERE = frozenset(lexicon.words("kinds.capacity.history", "were"))
FORMER = frozenset(lexicon.words("kinds.capacity.history", "former"))
AGED = frozenset(lexicon.words("kinds.capacity.history", "aged"))


def of_old(clause: Clause, mention: Mention, memory: Memory) -> bool:
    """В 1970 году построили больницу на 15 коек: what was built long ago, and nothing says that it still stands."""
    years = [int(m.value.edtf[:4]) for m in clause.mentions("date") if m.value.edtf[:4].isdigit()]
    years += [1900 + int(found[1]) for t in clause.tokens if (found := DECADE.match(t.norm))]
    now = (memory.document.article.date or "")[:4]
    dated = any(m.last <= mention.first for m in clause.mentions("date")) or len(years) > len(clause.mentions("date"))
    bare = not mention.value.name and (mention.case == "acc" or (dated and mention.case == "nom"))
    ancient = now.isdigit() and bool(years) and max(years) < int(now) - OLD
    return bare and (ancient or clause.whole.opens(TIMES_PAST))


def was_once(clause: Clause) -> bool:
    """Здесь была больница на 75 коек, мұнда 50 төсектік аурухана болған, прежняя больница: a house told to have been."""
    if "facility" not in clause.named:
        return False
    houses = clause.mentions("facility")
    tokens = clause.sentence.tokens
    before = {tokens[m.first - 1] for m in houses if m.first > clause.first} | {tokens[m.first] for m in houses}
    if any(not FORMER.isdisjoint(t.words) for t in before):
        return True
    ended = _idle(clause) or _told_of_past(clause)
    if ended and any(not AGED.isdisjoint(t.words) for t in before):
        return True
    return _idle(clause) or _existed(clause, houses)


def _existed(clause: Clause, houses: list[Mention]) -> bool:
    """Существовала больница, аурухана болған: what is told of a house in the past is no more than that it was there."""
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        last = clause.last - (tokens[clause.last - 1].text in ".,!;")
        return tokens[last - 1].norm in WERE and any(m.last == last - 1 and m.case == "nom" for m in houses)
    if not clause.says(*EXISTING) or any("perf" in t.forms for t in clause.tokens):
        return False
    was = any(is_lemma(t, *EXISTING) and t.best.form == "past" for t in clause.tokens)
    return was and any(m.case == "nom" and not m.value.name for m in houses)


def _idle(clause: Clause) -> bool:
    """Больница на 100 коек давно не работает, аурухана жұмыс істемейді: say whether a house is told not to work."""
    if clause.language == "kk":
        return any(t.best.negative and t.best.lemma in IDLE for t in clause.tokens)
    return any(a.norm == "не" and is_lemma(b, *EXISTING) for a, b in pairwise(clause.tokens))


IDLE = frozenset(lexicon.words("kinds.capacity.history", "idle"))


def _told_of_past(clause: Clause) -> bool:
    """Ескі аурухана 60 төсекке арналған еді: say whether a Kazakh clause closes with a verb of having been."""
    return clause.language == "kk" and any(t.norm in WERE for t in clause.tokens[-2:])
