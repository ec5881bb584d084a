"""Тараз қалалық мәслихатының депутаты X: the town of a body whose office somebody holds is not where things stand."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Sentence

GOVERNING = frozenset({"akim", "deputy-akim"})
"""Roles of those who are told of in what they govern."""


def with_seats(sentence: Sentence) -> Sentence:
    """Return the sentence with the towns in the names of such bodies marked: their region is told of, no more."""
    held = [m for m in sentence.mentions if m.type == "place" and m.value.level in TOWNS]
    bodies = _left_alone(sentence) if held else []
    towns = [m for m in held if any(b.first <= m.first and m.last <= b.last for b in bodies)]
    if not towns:
        return sentence
    mentions = (replace(m, case="seat") if m in towns else m for m in sentence.mentions)
    return replace(sentence, mentions=tuple(mentions))


def _left_alone(sentence: Sentence) -> list[Mention]:
    """Return the councils of a sentence, and the bodies whose office somebody holds in it."""
    bodies = [m for m in sentence.mentions if m.type == "organization"]
    offices = [m for m in sentence.mentions if m.type == "person" and _is_of_body(m)] if bodies else []
    return [m for m in bodies if _is_council(m) or any(_holds(o, m) for o in offices)]


TOWNS = frozenset({"city", "town", "village", "district"})


COUNCILS = lexicon.words("annotate.places.of_bodies", "councils")


def _is_council(body: Mention) -> bool:
    """Say whether a body is a council, whose members go wherever they like."""
    return any(word.startswith(COUNCILS) for word in body.value.name.lower().split())


def _is_of_body(person: Mention) -> bool:
    posts = person.value.posts
    return bool(posts) and not any(post.role in GOVERNING for post in posts)


def _holds(person: Mention, body: Mention) -> bool:
    """Say whether a body stands in the words of somebody's office."""
    return bool(person.value.post_start <= body.start and body.end <= person.value.post_end)
