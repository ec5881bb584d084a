"""A sentence on its way to its mentions."""

from __future__ import annotations

from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.annotate.words import Piece
from kzhealthkg.model import Sentence
from kzhealthkg.model.frozen import frozen


@frozen
class Line:
    """One sentence on its way: its pieces and what may begin at any of them, its role words, people and bodies."""

    sentence: Sentence
    pieces: tuple[Piece, ...]
    marks: int
    roles: tuple[Office, ...]
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
