"""The nouns that every room shares: frozen, with offsets that are checked on construction.

Offsets are Unicode code points. Two texts exist for an article: the *stored* text, exactly as it
was given, and the *clean* text that the annotators read (chrome left out, Kazakh Latin turned into
Cyrillic). ``MappedText`` leads from the second to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Language = Literal["kk", "kk-Latn", "ru"]


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text that was made from another one, and where each of its characters came from.

    ``starts[i]`` and ``ends[i]`` are the half-open source span of character ``i``.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a mapped text needs one source span for every character")

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the non-empty span ``start:end``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside a text of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its stored text, its clean text, and what it says of itself.

    ``date`` is an ISO day or None; ``region`` is an ISO 3166-2 code or None.
    """

    id: str
    text: str
    clean: MappedText
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: Language = "kk"
    region: str | None = None

    def quote(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the stored words of a clean span, with their offsets in the stored text."""
        first, last = self.clean.source(start, end)
        return self.text[first:last], first, last


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input, said in one line: where, what, and how to mend it."""

    where: str
    what: str
    mend: str = ""
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.mend})" if self.mend else "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One morphological reading of a word.

    ``lemma`` is the nominative singular of a nominal, and for a verb its stem as written, voice
    included ("салын" for салынады), or the infinitive for Russian. ``case`` is one of nom, gen,
    dat, acc, loc, abl, ins. ``form`` is set for verbs only: past, perf, pres, prog, conv, inf,
    part (participle before a noun), intent, cond, imper.
    """

    lemma: str
    pos: str
    case: str = ""
    plural: bool = False
    possessive: bool = False
    form: str = ""
    negative: bool = False
    person: str = ""
    locative_adjective: bool = False
    """Kazakh -дағы / -дегі: "that is in"."""


def said_words(norm: str, readings: Iterable[Reading]) -> frozenset[str]:
    """Return a word's lower-cased form and the lemmas of its readings."""
    return frozenset((norm, *[reading.lemma for reading in readings]))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of the clean text; ``norm`` is its lower-cased Cyrillic form."""

    text: str
    norm: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    words: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    """The norm and the lemmas of all readings: what a rule may ask for, at the cost of one look."""

    def __post_init__(self) -> None:
        if not self.words:
            object.__setattr__(self, "words", said_words(self.norm, self.readings))

    @property
    def best(self) -> Reading:
        """The preferred reading."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed stretch of a sentence: a value or an entity, with the case its last word carries.

    ``first`` and ``last`` are token indexes in the sentence, ``last`` exclusive; ``start`` and
    ``end`` are offsets in the clean text. ``value`` is one of the payload classes below.
    """

    type: str
    first: int
    last: int
    start: int
    end: int
    value: Any
    case: str = ""

    def __post_init__(self) -> None:
        if not (self.first < self.last and self.start < self.end):
            raise ValueError(f"empty mention {self}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, money or percent. ``unit`` is "KZT", "USD", … for money, "%" for percent."""

    value: Decimal
    unit: str = ""
    bound: str = ""
    low: Decimal | None = None
    """The lower end where a range was given; ``value`` is then the upper end."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as EDTF; ``role`` is "due" where the words themselves say a deadline, else "date".

    Words that leave the year open (желтоқсанда, екі жылда) mean ``ahead`` of what is yet to come and ``behind``
    of what is over; both are empty where the tense changes nothing.
    """

    edtf: str
    role: str = "date"
    ahead: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A resolved place. ``level`` is oblast, city, district, village, … or country.

    ``name`` is the nominative name as text, without its type word. ``code`` is the KATO code where
    exactly one fits; ``candidates`` lists the codes where several do.
    """

    name: str
    level: str
    region: str = ""
    district: str = ""
    code: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacilityValue:
    """A health facility: ``name`` as said, in the nominative; empty for a bare type noun."""

    name: str
    type: str = ""
    count: Quantity | None = None
    place: PlaceValue | None = None
    plural: bool = False
    definite: bool = False
    """A bare нысан, орталық, мекеме, which points to a facility named before."""


@dataclass(frozen=True, slots=True)
class OrganizationValue:
    """An organisation other than a health facility, its name in the nominative."""

    name: str
    type: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class PostValue:
    """An office. ``role`` is a concept of the role scheme, or empty (a medical director)."""

    role: str
    organization: str = ""
    region: str = ""
    acting: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A person: ``name`` is "given surname" as the article gives them anywhere."""

    name: str
    given: str = ""
    surname: str = ""
    patronymic: str = ""
    posts: tuple[PostValue, ...] = ()
    post_start: int = -1
    """Where the words of the posts begin in the clean text; -1 where no post was said."""
    post_end: int = -1


@dataclass(frozen=True, slots=True)
class ProgrammeValue:
    """A known programme or national project, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean text with its tokens and the mentions found in it, in order."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    paragraph: int = 0
    """The number of the line of the clean text that the sentence stands on."""
    words: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    """The words of all tokens: what a rule may ask of the whole sentence at the cost of one look."""

    def __post_init__(self) -> None:
        if not self.words:
            object.__setattr__(self, "words", frozenset().union(*[token.words for token in self.tokens]))


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated article; ``region`` is the ISO code of the region it is mainly about, "" for none."""

    article: Article
    sentences: tuple[Sentence, ...]
    region: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one article says, with the words it says it in.

    ``slots`` holds the slots of the kind, in the order of ``vocab``. ``start`` and ``end`` count
    code points of the article's stored text.
    """

    article: str
    kind: str
    quote: str
    start: int
    end: int
    slots: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"{self.article}: offsets {self.start}:{self.end} do not fit the quote")

    def record(self) -> dict[str, Any]:
        """Return the statement as the flat record that ``extract`` prints."""
        head = {"article": self.article, "kind": self.kind}
        tail = {"rule": self.rule, "quote": self.quote, "start": self.start, "end": self.end}
        return head | dict(self.slots) | tail


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
