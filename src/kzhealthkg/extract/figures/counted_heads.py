"""The noun that a figure counts."""

from __future__ import annotations

from itertools import takewhile

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.inside_kk import MARKED
from kzhealthkg.extract.clause.nouns import light
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.figures import measures, people_ru
from kzhealthkg.extract.figures.figures import SIGNS
from kzhealthkg.extract.figures.masses import MASSES
from kzhealthkg.model import Mention, Token

HEAD_REACH = 8
INSIDE = lexicon.words("extract.figures.counted_heads", "inside")


def head_kk(clause: Clause, first: int, limit: int, only: frozenset[str], cases: frozenset[str]) -> int | None:
    """Return the last noun of the wanted sorts and cases in the phrase that begins at token ``first``.

    Two that one number counts are one phrase: 300 дәрігер мен мейіргер.
    """
    head = _first_head(clause, first, limit, only, cases)
    if head is None or not is_case(clause.sentence.tokens[head], "nom", ""):
        return head
    if _is_owned(clause, head + 1, limit) or _opens_other_case(clause, head, limit):
        return None
    behind = clause.sentence.tokens[head + 1 : limit]
    joined = len(behind) > 1 and behind[0].norm in JOINING and behind[1].best.pos != "NUM"
    joined = joined and "thing" not in measures.sorts(clause, head)
    second = head_kk(clause, head + 2, limit, only, cases) if joined else None
    return head if second is None or _stands_apart(clause, second) else second


def _first_head(clause: Clause, first: int, limit: int, only: frozenset[str], cases: frozenset[str]) -> int | None:
    """12 жаңа [төсек]: return the first noun behind a number that it may count, None for none."""
    head = None
    for at in range(first, min(limit, first + HEAD_REACH)):
        token = clause.sentence.tokens[at]
        if token.text in SIGNS or token.norm in JOINING or token.text[0].isdigit() or token.norm == "ғана":
            break
        if token.best.pos == "NUM" and at > first:
            break
        if is_case(token, *(MARKED - cases)) or token.best.form in ("past", "pres", "conv", "prog", "intent"):
            head = None if head == at - 1 and _is_part_of(clause, head) else head
            break
        if measures.sorts(clause, at) & only and is_case(token, *cases) and not _describes(clause, at):
            head = at
        elif _is_subject(token, cases) and not _is_part_of(clause, at):
            break
        if token.best.case == "gen" and "facility" in measures.sorts(clause, at):
            return None if _owns_next(clause, at) else head
    return head


def _opens_other_case(clause: Clause, head: int, limit: int) -> bool:
    """40 емхана мен ауруханада кабинет бар: the case of a list of houses stands on its last member alone."""
    tokens = clause.sentence.tokens
    joined = head + 1 < limit and tokens[head + 1].norm in JOINING and tokens[head + 1].text != ","
    if not joined or "facility" not in measures.sorts(clause, head):
        return False
    behind = range(head + 2, min(limit, head + 2 + LIST_REACH))
    return any("facility" in measures.sorts(clause, i) and tokens[i].best.case in LOCAL for i in behind)


LIST_REACH = 3
LOCAL = ("loc", "dat", "abl")


def _stands_apart(clause: Clause, second: int) -> bool:
    """40 дәрігер және ауруханалар, 30 көз клиникасы мен кабинеті: a second noun that the number does not count by itself.

    Обаның 2 жағдайы мен тырысқақтың 3 фактісі: nor does it count who owns the next thing.
    """
    tokens = clause.sentence.tokens
    if is_case(tokens[second], "gen") and any(t.text[0].isdigit() for t in tokens[second + 1 : second + 2]):
        return True
    shares_owner = bool(tokens[second].best.possessive) and tokens[second - 1].norm in JOINING
    return bool(tokens[second].best.plural) or shares_owner


def _describes(clause: Clause, at: int) -> bool:
    """46 медициналық нысанда, жан сақтау бөлімінде: what stands inside a name whose noun is in another case."""
    bare = is_case(clause.sentence.tokens[at], "nom", "")
    if bare and at + 2 < clause.last and any(r.form == "inf" for r in clause.sentence.tokens[at + 1].readings):
        return not _has_action(clause, at) and _is_part_of(clause, at + 1)
    held = any(m.first <= at < m.last for m in clause.sentence.mentions if m.type == "facility")
    return held and clause.sentence.tokens[at].best.pos == "ADJ"


def _has_action(clause: Clause, at: int) -> bool:
    """412 бала оңалту қызметін алды, оңалту курсынан өтті, күту парағында тұр: people are no part of what is told of them."""
    people = "people" in measures.sorts(clause, at) and not is_lemma(clause.sentence.tokens[at], *INSIDE)
    return people and is_case(clause.sentence.tokens[at + 2], "acc", "abl", "loc", "ins")


def _owns_next(clause: Clause, at: int) -> bool:
    """6 емхананың мамандары: who owns is counted, but what is owned is told of."""
    behind = (t.best for t in clause.sentence.tokens[at + 1 : min(clause.last, at + 3)])
    return any(b.pos == "NOUN" and b.possessive and b.case == "nom" and not b.form for b in behind)


def _is_subject(token: Token, cases: frozenset[str]) -> bool:
    """93 бригадасы шақыртуға шығады: a possessed nominative, where another case is wanted, is counted itself."""
    best = token.best
    return "nom" not in cases and best.pos == "NOUN" and best.possessive and best.case == "nom" and not best.form


def _is_part_of(clause: Clause, head: int) -> bool:
    """36 денсаулық сақтау мекемесінде: an action noun before a possessed noun is a part of its name."""
    action, noun = clause.sentence.tokens[head : head + 2]
    return bool(noun.best.possessive) and any(r.form == "inf" for r in action.readings)


def _is_owned(clause: Clause, first: int, limit: int) -> bool:
    """Емхана есігі, ота жасау бөлмесі: a possessed noun behind the noun is what is counted."""
    near = list(takewhile(lambda t: t.text not in SIGNS and t.norm not in JOINING, clause.sentence.tokens[first:limit]))
    ends = [t.best.possessive and t.best.case in MARKED for t in near[1:]] + [False]
    found = (t.best for t, inside in zip(near, ends, strict=False) if not inside)  # 40 әйел сүт безі обырымен
    return any(b.pos == "NOUN" and b.possessive and b.case == "nom" and not b.form for b in found)


def head_ru(clause: Clause, number: Mention) -> int | None:
    """Return the noun that a Russian number counts; тыс. and млн. may end in a stop of their own."""
    stopped = [t.text for t in clause.sentence.tokens[number.last : number.last + 1]] == ["."]
    for at in range(number.last + stopped, min(clause.last, number.last + 5)):
        token = clause.sentence.tokens[at]
        if people_ru.describes(clause, at):
            continue
        if people_ru.stands_alone(clause, at):
            return at
        if (token.best.lemma in light() and token.best.pos == "NOUN") or is_lemma(token, *MASSES):
            continue  # 20 единиц санитарного транспорта
        if token.best.pos in ("NOUN", "PROPN", "X"):
            return at
        if token.best.pos != "ADJ" and not (token.best.form == "part" and token.best.case):
            return None
    return None
