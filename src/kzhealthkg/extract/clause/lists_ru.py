"""Lists of facilities in Russian, and the prepositions that stand before a mention."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.coordinated import run_around
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN_OR_ON, WITH
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention

SOMEWHERE = lexicon.words("extract.clause.lists_ru", "somewhere")
WORKS = lexicon.words("extract.clause.lists_ru", "works")
SIGNS = frozenset(lexicon.words("extract.clause.lists_ru", "signs"))
SIZED = lexicon.words("extract.clause.lists_ru", "sized")


def listed(hit: Hit, found: list[Mention], member: Mention) -> list[Mention]:
    """Return the list that a mention begins or belongs to: A, B и C; 36 объектов – 7 A, 2 B."""
    clause = hit.clause
    found = [m for m in found if m is member or preposition(clause, m) not in WITH]
    return run_around(found, member, lambda left, right: _joined(clause, left, right, hit))


def _joined(clause: Clause, left: Mention, right: Mention, hit: Hit) -> bool:
    """Between members stand signs, figures, adjectives, sizes, where each of them lies, and the verb of the first."""
    covered = {i for m in clause.mentions("place", "number", "money") for i in range(m.first, m.last)}
    covered |= {*range(hit.first, hit.last), *_in_brackets(clause), *_companions(clause)}
    if left.last < hit.first < right.first and preposition(clause, left):
        return False  # документы готовы на 50 ФАПов, построено 20 ФАПов
    signs = False
    for i in range(left.last, right.first):
        token = clause.sentence.tokens[i]
        if (signs and is_lemma(token, *WORKS)) or (token.best.form in TOLD and i not in covered):
            return False
        signs = signs or token.norm in SIGNS
        light = token.norm in SIGNS or i in covered or token.best.pos in ("ADJ", "NUM") or is_lemma(token, *SIZED)
        part = part_word(clause, i, i + 1) is not None and not preposition(clause, right)
        if not (light or part or _where(clause, i) or inside_size(clause, i) or _among(clause, i)):
            return False
    return signs


TOLD = frozenset({"past", "pres", "fut", "perf"})
"""Forms of verbs that none but the cue's own may have between two members."""
AMONG = tuple(tuple(opening.split()) for opening in lexicon.words("extract.clause.lists_ru", "among"))


CENTRES = tuple(tuple(place.split()) for place in lexicon.words("extract.clause.lists_ru", "centres"))


def _among(clause: Clause, at: int) -> bool:
    """30 объектов, в том числе 21 ФАП; центр в областном центре и роддом: words that open parts, or name a town otherwise."""
    tokens = clause.sentence.tokens
    for words in (*AMONG, *CENTRES):
        starts = range(max(clause.first, at - len(words) + 1), at + 1)
        if tokens[at].norm in words and any(tuple(t.norm for t in tokens[i : i + len(words)]) == words for i in starts):
            return True
    return False


def _companions(clause: Clause) -> Iterator[int]:
    """Больница с поликлиникой и ФАП: what a member of a list has with it is no member."""
    tokens = clause.sentence.tokens
    for mention in clause.mentions("facility"):
        if mention.first > clause.first and tokens[mention.first - 1].norm in WITH:
            yield from range(mention.first - 1, mention.last)


def _in_brackets(clause: Clause) -> Iterator[int]:
    depth = 0
    for i in range(clause.first, clause.last):
        text = clause.sentence.tokens[i].text
        depth += text == "("
        if depth:
            yield i
        depth -= text == ")" and depth > 0


def _where(clause: Clause, at: int) -> bool:
    """ "В" and "на" before a place or a size."""
    tokens = clause.sentence.tokens
    following = at + 1
    generic = is_lemma(tokens[at], *SOMEWHERE) or (
        tokens[at].text[0].isupper() and is_lemma(tokens[at - 1], *SOMEWHERE)
    )
    if generic or (tokens[at].norm == "в" and is_lemma(tokens[following], *SOMEWHERE, "сельский")):
        return True
    if tokens[at].norm == "за" and any(m.first == following for m in clause.mentions("money")):
        return True
    if tokens[at].norm not in IN_OR_ON or following >= clause.last:
        return False
    return any(m.first == following for m in clause.mentions("place")) or tokens[following].text[0].isdigit()


def inside_size(clause: Clause, at: int) -> bool:
    """На 500 посещений в смену, на 60 коек: how large a thing is, between it and its noun."""
    words = clause.sentence.tokens[max(clause.first, at - 5) : at]
    return any(t.norm == "на" for t in words) and any(t.text[0].isdigit() for t in words)


def preposition(clause: Clause, mention: Mention) -> str:
    """Return the preposition that governs a mention, with adjectives and a count between; "" for none."""
    counts = [m.first for m in clause.mentions("number") if m.value is mention.value.count]
    return preposition_at(clause, min([mention.first, *counts]))


def one_each(clause: Clause, mention: Mention) -> bool:
    """По одному ФАПу, по одной новой амбулатории появится в A и B: say whether there is one in each place."""
    return one_each_at(clause, mention.first) is not None


def one_each_at(clause: Clause, head: int) -> int | None:
    """Return where the word for one stands that has "по" before it, and only adjectives up to a token behind."""
    tokens, at = clause.sentence.tokens, head - 1
    while at > clause.first and tokens[at].best.pos == "ADJ" and not is_lemma(tokens[at], "один"):
        at -= 1
    return at if at > clause.first and is_lemma(tokens[at], "один") and tokens[at - 1].norm == "по" else None


def preposition_at(clause: Clause, at: int) -> str:
    """Return the preposition before token ``at``, with adjectives and a count between; "" for none."""
    tokens = clause.sentence.tokens
    covered = {i for m in clause.named.get("number", ()) for i in range(m.first, m.last)}
    at -= 1
    while at > clause.first and (
        at in covered
        or tokens[at].best.pos in ("ADJ", "NUM")
        or tokens[at].best.form == "part"
        or (tokens[at].best.pos == "ADV" and tokens[at + 1].best.form == "part")  # в быстро возводимых больницах
    ):
        at -= 1
    if at < clause.first:
        return ""
    if tokens[at].norm == "по" and (at + 1 in covered or is_lemma(tokens[at + 1], "один")):
        return ""  # построят по два медпункта, по одному ФАПу: so many each
    return tokens[at].norm if tokens[at].best.pos == "ADP" else ""
