"""What stands between the members of a list, or a thing and its verb: brackets, participles, other predicates."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

PARTICIPLE = frozenset({"perf", "part"})


def only(clause: Clause, first: int, last: int, known: frozenset[str]) -> bool:
    """Say whether some words stand from ``first`` to ``last``, and all of them are ``known``."""
    return first < last and all(t.norm in known for t in clause.sentence.tokens[first:last])


def past_dash(clause: Clause, at: int) -> int:
    """Return the token behind a dash that stands at ``at``, ``at`` itself where none does or the clause breaks off."""
    return at + (at < clause.last and clause.sentence.tokens[at].text in DASHES)


def without_participle(between: list[Token]) -> list[Token]:
    """Return the words between two members of a list without what only describes the second one.

    10 көлік пен жаңа жабдықталған (кабинетке арналған) екі реанимобиль: a participle and its own words part no list.
    """
    describing = {i for i, t in enumerate(between) if i and t.best.form in PARTICIPLE}
    own = describing | {i - 1 for i in describing if between[i - 1].best.case == "dat"}
    kept = [t for i, t in enumerate(between) if not i or not (i in own or t.best.pos in ("ADJ", "ADV"))]
    return kept if describing else between


MAKES = frozenset(lexicon.words("extract.clause.between", "makes"))
DESCRIBING = MAKES | frozenset(lexicon.words("extract.clause.between", "uses"))
JOINS = frozenset(lexicon.words("extract.clause.between", "joins"))
PRICING = frozenset(lexicon.words("extract.clause.between", "pricing"))
LONGEST_USE = 6


def between_members(clause: Clause, first: int, last: int) -> tuple[Token, ...]:
    """Return the tokens between two members of a list without what the first one costs, is for, or how large it is.

    Томограф на 64 среза, комплекс для операций на сердце, рентген стоимостью 9 млн тенге и маммограф.
    """
    aside = set(bracketed(clause))
    for money in clause.mentions("money", first=first, last=last) if clause.language == "ru" else ():
        aside.update(range(price_at(money, clause), money.last))
    return _without_use(tuple(clause.sentence.tokens[i] for i in range(first, last) if i not in aside))


def price_at(money: Mention, clause: Clause) -> int:
    """Return where what makes a sum a price begins: за, стоимостью, на общую сумму."""
    at, tokens = money.first, clause.sentence.tokens
    while at > clause.first and tokens[at - 1].norm in PRICING:
        at -= 1
    return at


def _without_use(between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words between two members from the signs on that end what the first is for, how large, or of what make."""
    if not between or between[0].norm not in DESCRIBING:
        return between
    joined = between[0].norm in MAKES  # пять машин марки A и две марки B
    signs = (i for i, t in enumerate(between) if t.text == "," or (joined and t.norm in JOINS))
    sign = next(signs, 0)
    told = any(t.best.form in PARTICIPLE or t.best.pos == "VERB" for t in between[:sign])
    return between if told or not 0 < sign <= LONGEST_USE else between[sign:]


def bracketed(clause: Clause) -> frozenset[int]:
    """Return the tokens that stand in brackets: томограф (Германия) жеткізілді."""
    if "(" not in clause.sentence.words:
        return frozenset()
    tokens, depth, found = clause.sentence.tokens, 0, set()
    for i in range(clause.first, clause.last):
        depth += tokens[i].text == "("
        if depth:
            found.add(i)
        depth = max(0, depth - (tokens[i].text == ")"))
    return frozenset(found)


def blocked(clause: Clause, first: int, last: int) -> bool:
    """Say whether a noun of its own, unmarked for case, or another predicate stands between a thing and its cue."""
    tokens = clause.sentence.tokens
    covered = {i for m in clause.sentence.mentions for i in range(m.first, m.last)} | bracketed(clause)
    covered |= {m.first - 1 for m in clause.mentions("money", first=first + 1) if _describes(tokens, m.first - 1)}
    for i in range(first, last):
        if i in covered:
            continue
        if i == first and tokens[i].best.form in PARTICIPLE:
            return True  # сапалы қызмет көрсететін орталық: the thing belongs to the participle
        action = any(r.form == "inf" for r in tokens[i].readings[:2])
        if tokens[i].best.form in FINITE or action or tokens[i].text in ";:—–":
            return True
        if _free(tokens, i, last):
            return True
    return False


def _describes(tokens: tuple[Token, ...], at: int) -> bool:
    """Бюджеттен бөлінген 480 млн теңгеге …: a participle right before a sum tells only of the sum."""
    return tokens[at].best.form in PARTICIPLE and not tokens[at].best.case


BOUND = frozenset({"NOUN", "PROPN", "ADJ", "ADP"})
"""What a bare noun before it belongs to: another noun, or a postposition (тәулік бойы)."""


def _free(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """A bare noun before another noun only describes that; before the cue it is the cue's own object."""
    best = tokens[i].best
    if best.pos != "NOUN" or best.form or best.case not in ("nom", "acc") or best.locative_adjective:
        return False
    following = tokens[i + 1].best if i + 1 < last else None
    return following is None or (following.pos not in BOUND and following.form != "inf")


def distance(hit: Hit, mention: Mention) -> int:
    """Count the words between a mention and its cue; places, dates, figures and signs weigh nothing: емхана | былтыр | салынды."""
    clause = hit.clause
    covered = {
        i for m in clause.mentions("place", "date", "number", "money", "programme") for i in range(m.first, m.last)
    }
    between = range(hit.last, mention.first) if mention.first >= hit.last else range(mention.last, hit.first)
    return sum(i not in covered and clause.sentence.tokens[i].text.isalnum() for i in between)
