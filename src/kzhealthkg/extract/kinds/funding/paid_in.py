"""Money that people and employers pay in: взносы, жарналар, what a fund of insurance has taken; it is given for nothing."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

DUES = frozenset(lexicon.words("kinds.funding.paid_in", "dues"))
PAYING = frozenset(lexicon.words("kinds.funding.paid_in", "paying"))
AIMING = frozenset(lexicon.words("kinds.funding.paid_in", "aiming"))
FUNDS = lexicon.words("kinds.funding.paid_in", "funds")
SPENT = frozenset(lexicon.words("kinds.funding.paid_in", "spent"))
REACH = 3
"""Words from "на" to the dues that money is for: на уплату этих взносов."""


def paid_in(clause: Clause) -> bool:
    """Say whether a clause tells of dues that were paid, or of what came into a fund."""
    words = clause.words
    if words.isdisjoint(PAYING):
        return False
    if not words.isdisjoint(DUES):
        return any(_is_paid(clause, i) for i in range(clause.first, clause.last))
    return (
        _from_place(clause)
        or _into_account(clause)
        or any(_into_fund(clause, i) for i in range(clause.first, clause.last))
    )


def _is_paid(clause: Clause, at: int) -> bool:
    """Поступили взносы, жарна аударды; not на взносы, жарнасын төлеуге: there dues are what money is for."""
    tokens = clause.sentence.tokens
    if not is_lemma(tokens[at], *DUES):
        return False
    if clause.language == "kk":
        behind = tokens[at + 1 : at + REACH]
        if tokens[at].best.case == "abl" or any(t.norm in SPENT for t in behind[:1]):
            return False  # жарналар есебінен: out of dues
        return tokens[at].best.case != "dat" and not any(t.best.case == "dat" and t.best.form == "inf" for t in behind)
    return not any(t.norm in AIMING | SPENT for t in tokens[max(clause.first, at - REACH) : at])


def _into_fund(clause: Clause, at: int) -> bool:
    """Перечислили в Фонд, қорға аударды: a fund takes the money, and nothing is said of what it is for."""
    tokens = clause.sentence.tokens
    if not is_lemma(tokens[at], *FUNDS):
        return False
    if clause.language == "kk":
        return tokens[at].best.case == "dat"
    return _behind_into(clause, at) and not any(t.norm in AIMING for t in clause.tokens)


def _into_account(clause: Clause) -> bool:
    """На её счёт поступило M: what came into an account, and nothing is said of what it is for."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last) if tokens[i].norm in ACCOUNTS), None)
    if clause.language != "ru" or at is None or not any(t.norm == INTO for t in tokens[max(clause.first, at - 2) : at]):
        return False
    return sum(t.norm in AIMING for t in clause.tokens) == 1


ACCOUNTS = frozenset(lexicon.words("kinds.funding.paid_in", "accounts"))
INTO = lexicon.words("kinds.funding.paid_in", "into")[0]


def _from_place(clause: Clause) -> bool:
    """Наибольшие суммы поступили из A: what a place pays is given to none."""
    places = [m for m in clause.mentions("place") if m.first > clause.first]
    out_of = any(clause.sentence.tokens[m.first - 1].norm in FROM for m in places)
    cities = any(clause.sentence.tokens[m.first - 2].norm in FROM for m in places if m.first > clause.first + 1)
    return (out_of or cities) and not any(t.norm in AIMING for t in clause.tokens)


FROM = frozenset(lexicon.words("kinds.funding.paid_in", "from"))


def _behind_into(clause: Clause, at: int) -> bool:
    """В фонд, в Государственный фонд: say whether "в" and adjectives in the accusative stand before."""
    tokens = clause.sentence.tokens
    first = at - 1
    while first > clause.first and tokens[first].best.pos == "ADJ":
        first -= 1
    return first >= clause.first and tokens[first].norm == "в" and _accusative(tokens[at])


def _accusative(token: Token) -> bool:
    return any(r.case == "acc" for r in token.readings)
