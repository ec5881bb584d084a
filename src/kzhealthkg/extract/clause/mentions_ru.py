"""A mention in a Russian clause: the cases of its head, the preposition before it, a part of it behind a cue."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.lists_ru import preposition, preposition_at
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Reading
from kzhealthkg.text.quotation import DASHES

ATTACHED = frozenset(lexicon.words("extract.clause.mentions_ru", "attached"))


@cache
def heads() -> frozenset[str]:
    """Return the nouns that head a facility's name."""
    return frozenset(r["head"] for r in lexicon.table("facility_heads") if r["language"] == "ru")


def preposition_before(clause: Clause, mention: Mention) -> str:
    """Return the preposition of a facility or of its building: к (зданию) амбулатории."""
    building = part_word(clause, max(clause.first, mention.first - 1), mention.first)
    return preposition_at(clause, building[0]) if building else preposition(clause, mention)


PART_BEHIND = 6


def part_behind(clause: Clause, mention: Mention) -> tuple[int, str] | None:
    """К больнице сделана пристройка, в больнице открыли корпус: the part that is said behind the facility it belongs to."""
    at = "" if mention.value.plural else preposition_before(clause, mention)
    if at not in ATTACHED and at not in HAVING:
        return None
    part = part_word(clause, mention.last, min(clause.last, mention.last + PART_BEHIND))
    return part if part is None or at in ATTACHED or is_wing(clause, part[0]) else None


def is_wing(clause: Clause, at: int) -> bool:
    """Say whether a token is a part of a house with walls of its own, as its subject or object: корпус, пристройка."""
    token = clause.sentence.tokens[at]
    return is_lemma(token, *WINGS) and any(r.case in ("nom", "acc") for r in token.readings)


HAVING = frozenset(lexicon.words("extract.clause.mentions_ru", "having"))
WINGS = lexicon.words("extract.clause.mentions_ru", "wings")


def head_readings(clause: Clause, mention: Mention) -> list[Reading]:
    """Return the readings of a mention's head; an abbreviation's have no case."""
    for token in clause.sentence.tokens[mention.first : mention.last]:
        found = [r for r in token.readings if r.lemma in heads()]
        if found:
            return found
    return []


def cases(clause: Clause, mention: Mention) -> set[str]:
    """Return the cases that a mention's head can stand in, its adjectives agreeing."""
    tokens = clause.sentence.tokens[mention.first : mention.last]
    found = {r.case for r in head_readings(clause, mention)}
    if not found or "" in found:
        return {"nom", "acc", "gen", "loc"}
    for token in tokens:
        own = {r.case for r in token.readings if r.pos == "ADJ"}
        if token.best.pos == "ADJ" and own & found:
            found &= own
        elif token.best.pos == "NOUN":
            break
    return found | ({"nom", "acc"} if mention.value.count is not None else set())


AREA = frozenset(lexicon.words("extract.clause.mentions_ru", "area"))


def landmark(clause: Clause, mention: Mention) -> bool:
    """Открыто здание суда в районе старой больницы: by what a house stands is not what is done to it."""
    tokens, at = clause.sentence.tokens, mention.first - 1
    while at > clause.first and tokens[at].best.pos == "ADJ":
        at -= 1
    near = at > clause.first and tokens[at].norm in AREA and tokens[at - 1].norm in IN
    return near and not mention.value.plural and "gen" in cases(clause, mention)


def apposed(clause: Clause, found: list[Mention], chosen: Mention) -> Mention:
    """Появится ещё один роддом – перинатальный центр: what a bare sort is, is said behind the dash."""
    sign = [t.text for t in clause.sentence.tokens[chosen.last : chosen.last + 1]]
    bare = sign and sign[0] in DASHES and not (chosen.value.name or chosen.value.plural)
    behind = [m for m in found if bare and m.first == chosen.last + 1 and m.value.name and not m.value.plural]
    return behind[0] if behind else chosen
