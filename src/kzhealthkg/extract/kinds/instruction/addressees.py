"""Who is told to do something in Kazakh: people, offices and bodies in the dative, and where the task goes on beside them."""

from __future__ import annotations

from kzhealthkg.extract.clause.groups import begin, groups
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.instruction.listed_tasks import is_action
from kzhealthkg.extract.kinds.instruction.task_text import group
from kzhealthkg.model import Token

TURN = "ал"
TOLD = 4
"""Words of the longest address behind a comma."""
ADDRESS = 6


def address(clause: Clause, first: int, at: int) -> int:
    """Step over the one who is told: a name, an office or a body in the dative."""
    tokens = clause.sentence.tokens
    listed = (i for i in range(first + 1, at) if tokens[i].text == "," and is_action(tokens[i - 1]))
    at = next(listed, at)  # A-ны, екіншісіне B-ны: who is told the second thing is not who is told the first
    near = [m for m in clause.mentions("person", "post", "organization", first=first, last=at) if m.case == "dat"]
    ends = [m.last for m in near if m.first - first <= ADDRESS]
    lists = [g for g in groups(clause.sentence) if g[-1].case == "dat" and first <= g[0].first and g[-1].last <= at]
    ends += [g[-1].last for g in lists if g[0].first - first <= ADDRESS]
    reach = range(first, min(at, first + ADDRESS))
    ends += [i + 1 for i in reach if _is_told(tokens, i)]
    ends += [first + 1] if _is_asked(tokens, first, at) else []
    return max(ends) - first if ends else 0


def _is_asked(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Министрліктен жауап беруді талап етті: of whom something is demanded."""
    asked = tokens[first].best.case == "abl" and is_lemma(tokens[first], *group("to", "kk"))
    return asked and at + 1 < len(tokens) and tokens[at + 1].norm == DEMAND


DEMAND = "талап"


def without_told(clause: Clause, first: int, at: int) -> tuple[Token, ...]:
    """Мердігерге A-ны, қала әкімі X-ке B-ны тапсырды: who else is told is no part of the task."""
    tokens = clause.sentence.tokens
    told: set[int] = set()
    for mention in clause.mentions("person", "post", "organization", first=first + 1, last=at):
        begin_ = next((i for i in range(first, mention.last) if tokens[i].start >= begin(mention)), mention.first)
        turn = tokens[begin_ - 1].norm == TURN
        if mention.case == "dat" and (turn or tokens[begin_ - 1].text == ","):
            told |= set(range(begin_ - turn, mention.last))
    for behind in (i + 1 for i in range(first, at) if tokens[i].text == ","):
        near = range(behind, min(at, behind + TOLD))
        to = (i for i in near if tokens[i].best.case == "dat" and is_lemma(tokens[i], *group("to", "kk")))
        told |= set(range(behind, next(to, behind - 1) + 1))
    return tuple(tokens[i] for i in range(first, at + 1) if i not in told)


def _is_told(tokens: tuple[Token, ...], at: int) -> bool:
    """Басшыларға тапсырды; 20 дәрігерге пәтер беруді: people that are counted are no addressee."""
    counted = at > 0 and tokens[at - 1].best.pos == "NUM"
    owned = at + 1 < len(tokens) and tokens[at + 1].best.form in ("part", "perf")  # дәрігерлерге берілетін үй
    return tokens[at].best.case == "dat" and is_lemma(tokens[at], *group("to", "kk")) and not (counted or owned)


def before_told(clause: Clause, at: int) -> int:
    """Жөндеуді [тиісті] басқармаға тапсырды: step over the one who is told, where the task stands before."""
    tokens = clause.sentence.tokens
    told = [m for m in clause.mentions("person", "post", "organization") if m.case == "dat" and m.first <= at < m.last]
    starts = [next((i for i in range(at + 1) if tokens[i].start >= begin(m)), at) for m in told]
    first = min(starts, default=at if _is_told(tokens, at) else at + 1)
    before = first - 1
    while before > clause.first and (tokens[before].norm in group("skip", "kk") or _heads_told(tokens[before])):
        before -= 1
    task = before >= clause.first and is_action(tokens[before]) and tokens[before].best.case == "acc"
    return before if first <= at and task else at


def _heads_told(token: Token) -> bool:
    return token.best.case in ("nom", "") and is_lemma(token, *group("to", "kk"))  # басқарма басшысы X-ке
