"""What stands between a Russian cue and a facility: verbs that take it for themselves, other nouns, or nothing that counts."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import SIGNS, WORKS, inside_size
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.status_ru import FINITE, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

REACH = 12
"""Words between a Russian cue and its facility, at most."""


def across(hit: Hit, mention: Mention) -> bool:
    """Another finite verb between a mention and the cue takes the mention for itself."""
    tokens = hit.clause.sentence.tokens
    between = tokens[hit.last : mention.first] if mention.first >= hit.last else tokens[mention.last : hit.first]
    between = between[_joined_verb(between) or _description(between) :]
    verb = verb_of(hit)
    taken = verb is not None and verb.best.form == "inf"  # больницу в X планируют построить
    others = [t for t in between if t.best.form in FINITE | {"inf"} and not (taken and phase_of(t, "ru"))]
    named = {tokens[i].start for m in hit.clause.mentions("place") for i in range(m.first, m.last)} if others else set()
    return any(t.best.lemma != "быть" and t.start not in named for t in others) and len(between) > 2  # в селе Кенес


FITTING = lexicon.words("extract.clause.gaps_ru", "fitting")


def _joined_verb(between: tuple[Token, ...]) -> int:
    """Построена и уже работает больница: how many words the verb takes that "and" joins to the cue."""
    joined = between[:3] if between and between[0].norm == "и" else ()
    found = [i for i, t in enumerate(joined) if t.best.form == "pres" or is_lemma(t, *FITTING)]
    return found[0] + 1 if found else 0


def _description(between: tuple[Token, ...]) -> int:
    """Поликлиника, способная принимать 200 человек, открылась: how many words an adjective between commas adds to a subject."""
    if len(between) < DESCRIBED or between[0].text != "," or between[1].best.pos != "ADJ" or between[1].best.form:
        return 0
    closing = max(i for i, t in enumerate(between) if t.text == ",")
    return 0 if any(t.best.form in FINITE for t in between[:closing]) else closing


DESCRIBED = 4
"""Tokens of the shortest such description: the two commas, the adjective and its verb."""


def clear(clause: Clause, first: int, last: int, inner: frozenset[str] = frozenset()) -> bool:
    """Nothing but adjectives, parts of a building, sizes and figures stands between a noun and its genitive.

    ``inner`` holds the parts of a facility (кровля, отделение) that may stand there too.
    """
    held = listed = False
    covered = {i for m in clause.mentions("place", "number", "date") for i in range(m.first, m.last)}
    for i in range(first, last):
        token = clause.sentence.tokens[i]
        listed = listed or token.norm in SIGNS
        if token.best.form in FINITE or (listed and is_lemma(token, *WORKS)):
            return False
        if token.norm in SIGNS:
            held = False
        elif _is_noun(token) and i not in covered and not (_of_building(clause, i, inner) or _of_area(clause, i)):
            held = not inside_size(clause, i)
    return not held and last - first <= REACH


def _is_noun(token: Token) -> bool:
    """Главного is rather an adjective, whatever else it may be."""
    return token.best.pos in ("NOUN", "PROPN") and not any(r.pos == "ADJ" for r in token.readings)


def _of_area(clause: Clause, at: int) -> bool:
    """Строительство первого в стране онкоцентра: where a thing is the first or the only one."""
    tokens = clause.sentence.tokens
    return tokens[at - 1].norm in IN and is_lemma(tokens[at], *area_words("ru"))


def _of_building(clause: Clause, at: int, inner: frozenset[str]) -> bool:
    """Фундамент строительства больницы, ремонт корпуса больницы, ремонт кровли больницы."""
    return part_word(clause, at, at + 1) is not None or is_lemma(clause.sentence.tokens[at], "строительство", *inner)
