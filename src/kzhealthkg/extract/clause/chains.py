"""Things told in one list: those before the one that a verb governs, and those behind it."""

from __future__ import annotations

from collections.abc import Iterable

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import between_members, without_participle
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.nouns import edge, light, nouns
from kzhealthkg.extract.clause.phrases import SIZED, Phrase
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

OTHERS = frozenset(lexicon.words("extract.clause.chains", "others"))
SUPPLYING = frozenset(lexicon.words("extract.clause.chains", "supplying"))
ADDING = frozenset(lexicon.words("extract.clause.chains", "adding"))


def chain(found: list[Phrase], last: Phrase) -> list[Phrase]:
    """Return the members of the list that a phrase closes: 3 рентген, 2 УДЗ аппараты және 5 көлік."""
    members = [last]
    for item in reversed(found[: found.index(last)]):
        if _is_rest(item):
            continue
        between = without_others(without_participle([*between_members(last.clause, item.last, left_edge(members[0]))]))
        between = _unpaid(_undescribed(between, members[0]))
        if not between or any(t.norm not in LIST_SIGNS | ADDING for t in between):
            break
        if all(t.norm in ADDING for t in between):
            break  # көліктердің барлығы дефибриллятормен …
        members.insert(0, item)
    return [m for m in members if not _is_rest(m)] or members


def _undescribed(between: list[Token], member: Phrase) -> list[Token]:
    """20 дефибриллятор мен [заманауи] 5 наркоз аппараты: leave out what describes a counted thing before its number."""
    last = len(between)
    while member.count is not None and last > 1 and _describes(between[last - 1]):
        last -= 1
    return between[:last]


def _unpaid(between: list[Token]) -> list[Token]:
    """5 аппарат, [демеушілер есебінен] 3 рентген: leave out whose money pays for the next member."""
    paid = len(between) > 1 and between[0].norm in LIST_SIGNS and between[-1].best.case == "abl"
    return between[:1] if paid and is_lemma(between[-1], *PAYING) else between


PAYING = lexicon.words("extract.clause.chains", "paying")


def _describes(token: Token) -> bool:
    if token.norm in LIST_SIGNS | ADDING:
        return False
    return (
        token.best.lemma in edge()
        or token.best.locative_adjective
        or (token.best.pos == "ADJ" and token.best.case in ("nom", "", "gen"))
    )


def without_others(tokens: Iterable[Token]) -> list[Token]:
    """Томограф и другие приборы, а также эндоскоп: leave out what is told of the rest in general."""
    found, other = list[Token](), False
    for token in tokens:
        other = not OTHERS.isdisjoint(token.words) or (other and token.best.pos in ("NOUN", "ADJ", "PART"))
        found += [] if other else [token]
    return found


def _is_rest(item: Phrase) -> bool:
    """Say whether a phrase is the rest of a list of things in general: и другие приборы, no и других врачей."""
    tokens, clause = item.clause.sentence.tokens, item.clause
    if OTHERS.isdisjoint(clause.sentence.words):
        return False
    said = any(is_lemma(t, *OTHERS) for t in tokens[max(clause.first, item.first - 2) : item.head])
    return said and tokens[item.head].best.lemma not in nouns("professions", clause.language)


def left_edge(item: Phrase) -> int:
    """Return the token at which a thing begins, its count or the figure that measures it included."""
    first = min(item.first, item.count.first) if item.count else supplied(item)
    if first <= item.clause.first or item.clause.sentence.tokens[first - 1].norm not in SIZED:
        return first
    return next((m.first for m in item.clause.mentions("number", last=first - 1) if m.last == first - 1), first)


def supplied(item: Phrase) -> int:
    """[Оттегімен] қамтамасыз ету жүйесі: return where a thing's name begins, with the noun of what it supplies."""
    tokens, first = item.clause.sentence.tokens, item.first
    with_it = tokens[first].norm in SUPPLYING and first > item.clause.first and tokens[first - 1].best.case == "ins"
    return first - 1 if with_it and tokens[first - 1].best.pos == "NOUN" else first


def following(found: list[Phrase], first: Phrase) -> list[Phrase]:
    """Return the members of the list that a phrase opens."""
    members = [first]
    for item in found[found.index(first) + 1 :]:
        if _is_rest(item):
            continue
        apart = without_others(between_members(first.clause, members[-1].last, left_edge(item)))
        between = [t for t in apart if t.best.lemma not in light()]  # и новый томограф
        if not between or any(t.norm not in LIST_SIGNS and t.norm != "а" for t in between):
            break
        members.append(item)
    return members


def goes_on(item: Phrase, last: int) -> bool:
    """Операция залы, зертхана және [жүк лифттері] іске қосылды: say whether a thing's list goes on up to ``last``."""
    tokens = item.clause.sentence.tokens
    sign, *rest = tokens[item.last : last]
    if sign.norm not in LIST_SIGNS or not rest or rest[-1].best.pos != "NOUN":
        return False
    alike = (rest[-1].best.case or "nom") == (tokens[item.head].best.case or "nom")
    return alike and all(t.norm in LIST_SIGNS or _names(t) for t in rest)


def _names(token: Token) -> bool:
    """Say whether a word may stand in the name of a thing: жүк, жаңа; no place, verb or number does."""
    best = token.best
    plain = not best.form and best.case in ("nom", "acc", "gen", "") and not best.locative_adjective
    return plain and best.pos in ("NOUN", "ADJ")
