"""Russian works inside a house of another name: a part of it, a heading above it."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import OPENING, host, in_school
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.syntax import Clause, is_lemma


def inside_another(hit: Hit) -> bool:
    """На базе больницы открыт центр: what opens inside a facility is a service; what is built there is a work."""
    if _of_a_post(hit):
        return True
    tokens = hit.clause.tokens
    if is_lemma(tokens[hit.first - hit.clause.first], *BUILDING):
        return False
    based = "база" in hit.clause.sentence.words
    before = hit.clause.sentence.tokens[: hit.first] if based and is_lemma(hit.verb, *CREATING) else []
    based = based and any("база" in b.words and a.norm == "на" for a, b in pairwise([*before, *tokens]))
    based = based and not _is_part(hit.clause)
    held = not hit.frame.options.get("noun") and is_lemma(hit.verb, *OPENING) and host(hit.clause) is not None
    taught = not hit.frame.options.get("noun") and in_school(hit.clause) and not _is_part(hit.clause)
    return (based or held or taught) and hit.frame.slots["workType"] == "construction"


def _is_part(clause: Clause) -> bool:
    """На базе больницы появится новый корпус: a building is a work wherever it stands."""
    part = part_word(clause, clause.first, clause.last)
    return part is not None and bool(part[1]) and not preposition_at(clause, part[0])


BUILDING = lexicon.words("kinds.works.inside_ru", "building")


CREATING = lexicon.words("kinds.works.inside_ru", "creating")


def _of_a_post(hit: Hit) -> bool:
    """По словам главврача больницы, необходимость его создания …: not the house that somebody leads, but what was told before."""
    tokens, told = hit.clause.sentence.tokens, hit.clause.sentence.mentions
    if ITS.isdisjoint(t.norm for t in tokens[max(0, hit.first - 1) : hit.last]):
        return False
    posts = [(p.value.post_start, p.value.post_end) for p in told if p.type == "person" and p.value.posts]
    posts += [(p.start, p.end) for p in told if p.type == "post"]
    houses = [m for m in told if m.type == "facility" and m.last <= hit.first]
    return bool(houses) and all(any(a <= m.start and m.end <= b for a, b in posts) for m in houses)


ITS = frozenset(lexicon.words("kinds.works.inside_ru", "its"))
