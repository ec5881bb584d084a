"""Groups of staff: a profession, how many, and the phrase that names them."""

from __future__ import annotations

from kzhealthkg.extract.phrases import Phrase, headed
from kzhealthkg.extract.syntax import Clause


def groups(clause: Clause, first: int | None = None, last: int | None = None) -> list[Phrase]:
    """Return the groups of staff a clause names, those that a person's name or facility holds left out."""
    found = headed(clause, "professions", first, last)
    return [p for p in found if not _named(clause, p) and not _apposed(clause, p)]


def _named(clause: Clause, group: Phrase) -> bool:
    return any(m.first <= group.head < m.last for m in clause.mentions("person", "facility", "organization", "post", "programme"))


def _apposed(clause: Clause, group: Phrase) -> bool:
    """Гематолог-дәрігер Антон …: a profession right before a name is no group."""
    return any(m.first == group.last for m in clause.mentions("person"))


def counted(found: list[Phrase]) -> list[Phrase]:
    """Return the groups that have a number; all of them where none has."""
    numbered = [p for p in found if p.count is not None]
    return numbered or found


def profession(group: Phrase) -> str:
    """Return the name of a group in the nominative singular."""
    return group.text(singular=True)
