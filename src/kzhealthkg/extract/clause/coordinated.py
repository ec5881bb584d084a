"""The members of a list of mentions: what may stand between two of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, unlisted_place
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

LIST_SIGNS = frozenset(lexicon.words("extract.clause.coordinated", "list_signs"))
NAMELY = frozenset(lexicon.words("extract.clause.coordinated", "namely"))
SIZED = lexicon.words("extract.clause.coordinated", "sized")


def coordinated(clause: Clause, found: list[Mention], member: Mention) -> list[Mention]:
    """Return the list that a mention is a member of: A, B және C."""
    return run_around(found, member, lambda left, right: _joined(clause, left, right))


def run_around(found: list[Mention], member: Mention, joined: Callable[[Mention, Mention], bool]) -> list[Mention]:
    """Return the mentions around one whose neighbours are all joined."""
    at = found.index(member)
    first = last = at
    while first > 0 and joined(found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and joined(found[last], found[last + 1]):
        last += 1
    return found[first : last + 1]


def _joined(clause: Clause, left: Mention, right: Mention) -> bool:
    """Only signs of a list, figures and light words stand between two members."""
    placed = {i for m in clause.mentions("place", "number", "money", "date") for i in range(m.first, m.last)}
    aside = _aside(clause.sentence.tokens, left.last)
    aside += clause.language == "kk" and aside < right.first and part_word(clause, aside, aside + 1) is not None
    aside += along(clause, left)
    held = [i for i in range(aside, right.first) if i not in placed]
    between = [
        clause.sentence.tokens[i] for i in held if not (clause.sentence.tokens[i].text in DASHES and i - 1 in placed)
    ]
    if between and between[0].text == "," and " ".join(t.norm for t in between[1:3]) in NAMELY:
        del between[1:3]
    between = _plain(between, clause.sentence.tokens[left.first - 1] if left.first else None)
    signs = [t for t in between if t.norm in LIST_SIGNS] or along(clause, left)
    described = clause.language == "ru"  # больницу и строящуюся поликлинику
    return bool(signs) and all(_is_light(t) or (described and t.best.form == "part") for t in between)


def _plain(between: list[Token], before: Token | None) -> list[Token]:
    """В больнице, затем в поликлинике; больницу, а также диспансер: leave out the order, and what is said again."""
    rest = [t for t in between if t.norm not in THEN]
    if [t.norm for t in rest[1:3]] == ["а", "также"]:
        del rest[1]
    again = before is not None and before.best.pos == "ADP" and rest[1:] and rest[-1].norm == before.norm
    return rest[:-1] if again else rest


THEN = frozenset(lexicon.words("extract.clause.coordinated", "then"))


def along(clause: Clause, mention: Mention) -> bool:
    """Емханамен қатар аурухана салынды: a facility in the instrumental is one more member of the list."""
    after = clause.sentence.tokens[mention.last : mention.last + 1]
    return mention.case == "ins" and any(t.norm in ALONG for t in after)


ALONG = frozenset(lexicon.words("extract.clause.coordinated", "along"))


def _aside(tokens: tuple[Token, ...], first: int) -> int:
    """Return where brackets right behind a member close: ФАП (190 млн теңге) және …"""
    if tokens[first].text != "(":
        return first
    return next((i + 1 for i in range(first, len(tokens)) if tokens[i].text == ")"), first)


def _is_light(token: Token) -> bool:
    """Figures, sizes (30 келушіге арналған) and adjectives stand before a member of a list."""
    if token.norm in LIST_SIGNS or token.text[0].isdigit() or token.best.pos in ("ADJ", "NUM") or unlisted_place(token):
        return True
    if token.best.case in ("loc", "nom") and is_lemma(token, *area_nouns()):
        return True  # аурухана және ауылдарда 9 амбулатория; аудан орталығында емхана
    if token.best.case == "loc" and is_lemma(token, "орталық"):
        return True
    return is_lemma(token, *light_words()) or token.norm.startswith(SIZED)


@cache
def area_nouns() -> frozenset[str]:
    """Return the nouns of areas where a member of a list may stand: ауылдарда, елді мекендерде."""
    return area_words("kk") | set(lexicon.words("extract.clause.coordinated", "areas"))


@cache
def light_words() -> frozenset[str]:
    """Return the words that may stand before a member of a list without ending it."""
    measures = {r["lemma"] for r in lexicon.table("capacity")}
    return frozenset(r["word"] for r in lexicon.table("facility_noise")) | measures
