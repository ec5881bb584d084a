"""What articles say, what it was linked to, and answers to questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kzhealthkg.model.articles import Problem


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one article says, with the words it says it in.

    ``slots`` holds the slots of the kind, in the order of ``vocab``. ``start`` and ``end`` count
    code points of the article's stored text. ``part_of`` is the statement of the article whose sum of money
    holds this one's.
    """

    article: str
    kind: str
    quote: str
    start: int
    end: int
    slots: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""
    part_of: Statement | None = None

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"{self.article}: offsets {self.start}:{self.end} do not fit the quote")

    def record(self) -> dict[str, Any]:
        """Return the statement as the flat record that ``extract`` prints."""
        head = {"article": self.article, "kind": self.kind}
        tail = {"rule": self.rule, "quote": self.quote, "start": self.start, "end": self.end}
        whole = {"partOf": [self.part_of.start, self.part_of.end]} if self.part_of else {}
        return head | dict(self.slots) | whole | tail


@dataclass(frozen=True, slots=True)
class Link:
    """How a mention's name in a statement was resolved to an entity.

    ``outcome`` is Linked, New or Unsure; ``reasons`` are "feature=weight" texts.
    """

    statement: int
    slot: str
    name: str
    outcome: Literal["Linked", "New", "Unsure"]
    entity: str = ""
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    """For each candidate the features that speak for and against it, and their sum."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that persists: ``iri`` local part, class name of the ontology, labels by language."""

    id: str
    type: str
    labels: Mapping[str, str]
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Property local name → values; a value that starts with "id:" is another entity's id."""


@dataclass(frozen=True, slots=True)
class Linking:
    """Every thing that the statements name, by id, and how each name was resolved, by statement."""

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...] = ()
    """Judgements that match nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """One value of an answer; ``kind`` is as in SPARQL's JSON results, ``datatype`` empty for plain strings."""

    kind: Literal["uri", "literal", "bnode"]
    value: str
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a question: the variables in order, and a term or None for each in every row."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
