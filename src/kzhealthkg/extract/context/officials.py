"""Who of the people of an article holds an office, and which."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Document

STATE = frozenset({"president", "prime-minister", "minister", "akim", "deputy-akim", "vice-minister"})
GOVERNING = STATE | {"head", "deputy-head", "department-head"}
"""Roles whose holders give others tasks."""


@once_each
def offices(document: Document) -> dict[str, set[str]]:
    """Return the roles that an article gives to each person whom it names."""
    found: dict[str, set[str]] = {}
    for person in (m.value for s in document.sentences for m in s.mentions if m.type == "person"):
        found.setdefault(person.name, set()).update(post.role for post in person.posts)
    return found


def in_office(name: str, memory: Memory, roles: frozenset[str] | None = None) -> bool:
    """Say whether the article gives the person an office, one of ``roles`` where they are given."""
    held = offices(memory.document).get(name, set())
    return bool(held) if roles is None else not roles.isdisjoint(held)


def governing(memory: Memory) -> set[str]:
    """Return the names of those to whom the article gives an office of state or of an akimat."""
    return {name for name, held in offices(memory.document).items() if not held.isdisjoint(GOVERNING)}


@once_each
def outsiders(document: Document) -> set[str]:
    """Return the names of those whom an article calls ministers of anything but health."""
    found: set[str] = set()
    for person in (m.value for s in document.sentences for m in s.named.get("person", ())):
        bodies = [p.organization.casefold() for p in person.posts if p.role in MINISTERS and p.organization]
        if bodies and not any(word in body for body in bodies for word in OF_HEALTH):
            found.add(person.name)
    return found


MINISTERS = frozenset({"minister", "vice-minister"})
OF_HEALTH = lexicon.words("extract.context.officials", "of_health")


def in_other_ministry(name: str, memory: Memory) -> bool:
    """Еңбек министрі: say whether a person is a minister of anything but health."""
    return name in outsiders(memory.document)
