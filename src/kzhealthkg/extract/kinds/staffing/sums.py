"""Which sum is that of a support: one for all the staff of a clause, or one for each group."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import JOINING, Phrase
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.kinds.staffing.cues import BENEFITS
from kzhealthkg.model import Mention

LEAST_SUM = 100_000
"""Tenge in the least sum that is told without its unit."""


def say_sum(draft: Draft, clause: Clause, group: Phrase | None = None) -> None:
    """Put the money of a clause into a draft of support: of several groups, each has what stands behind it."""
    if draft.slots["measure"] in BENEFITS:
        own = _own_sum(clause, group) if group is not None else []
        for money in _reached(own or clause.mentions("money"))[:1]:
            if not (_one_of_two(clause, money) or _from_to(clause, money) or _of_loan(clause, money)):
                roles.quantity(draft, "amount", money)


def _reached(sums: list[Mention]) -> list[Mention]:
    """5 млн теңгеден 8,5 млн теңгеге дейін өсті: the sum that it has come to."""
    first, rest = sums[:1], sums[1:]
    grown = any(m.case == "abl" for m in first) and any(m.case == "dat" for m in rest[:1])
    return rest if grown else sums


def _of_loan(clause: Clause, money: Mention) -> bool:
    """Вместе с подъёмными дают кредит до M; жәрдемақымен қатар M несие беріледі: the sum of a loan told beside a benefit."""
    words = [t.norm for t in clause.tokens]
    if not (any(w.startswith(LOANS) for w in words) and any(w.startswith(GIFTS) for w in words)):
        return False
    before, behind = words[: money.first - clause.first][::-1], words[money.last - clause.first :]
    near = behind if clause.language == "kk" else before
    return next((w.startswith(LOANS) for w in near if w.startswith(LOANS + GIFTS)), False)


LOANS = lexicon.words("kinds.staffing.sums", "loans")
GIFTS = lexicon.words("kinds.staffing.sums", "gifts")


def _from_to(clause: Clause, money: Mention) -> bool:
    """Подъёмные от 500 тысяч до 10 млн тенге: between two sums neither is the one."""
    words = [t.norm for t in clause.sentence.tokens[max(clause.first, money.first - RANGE) : money.last]]
    return clause.language == "ru" and "от" in words and "до" in words


RANGE = 6
"""Words from the lower sum of a range to the upper one, at most."""


def _one_of_two(clause: Clause, money: Mention) -> bool:
    """10 және 5 млн теңге: of two sums that share their unit neither is the one."""
    before = money.first - 1
    joined = before > clause.first and clause.sentence.tokens[before].norm in JOINING
    return joined and any(m.last == before for m in clause.mentions("number", "money"))


def _dashed_sum(clause: Clause, group: Phrase) -> list[Mention]:
    """Врачам – по 8,5 млн, медсёстрам – по 2,5 млн тенге: the sum behind the dash, whose unit may be said once."""
    tokens = clause.sentence.tokens
    sums = [m for m in clause.mentions("money", "number", first=group.last) if tokens[m.first - 1].norm == "по"]
    dashed = [m for m in sums if m.first == group.last + 2 and tokens[group.last].text in "–—-"]
    return [m for m in dashed if m.type == "money" or m.value.value >= LEAST_SUM]


def _own_sum(clause: Clause, group: Phrase) -> list[Mention]:
    """Маманға 5 млн, дәрігерге 9 млн теңге: a sum before the next group, whose unit may be said once."""
    if clause.language == "ru":
        return _dashed_sum(clause, group)
    following = next((g.first for g in groups(clause) if g.first >= group.last), None)
    if following is None and len(clause.mentions("money")) > 1:
        return [m for m in clause.mentions("money") if m.first >= group.last]  # the last group of several
    if following is None or "money" not in clause.named:
        return []
    sums = [m for m in clause.mentions("money", "number", first=group.last, last=following) if m is not group.count]
    return [m for m in sums if m.type == "money" or m.value.value >= LEAST_SUM]
