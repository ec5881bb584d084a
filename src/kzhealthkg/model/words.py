"""Annotated text: words with their readings, sentences, and the stretches of them that mean something."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import field
from functools import reduce
from operator import attrgetter, or_
from typing import Any, Final

from kzhealthkg.model.articles import Article
from kzhealthkg.model.frozen import Keeping, frozen, once


@frozen
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


FIGURE: Final = 1 << 14
"""The mark of a word that begins with a digit."""
HYPHEN: Final = 1 << 15
"""The mark of a word that holds a hyphen."""

UNREAD = Reading("", "")
"""The reading of a word that nothing is known of."""


@frozen
class Token:
    """A word, number or sign of the clean text; ``norm`` is its lower-cased Cyrillic form."""

    text: str
    norm: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    words: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    """The norm and the lemmas of all readings: what a rule may ask for, at the cost of one look."""
    best: Reading = field(repr=False, compare=False, default=UNREAD)
    """The preferred reading, the first."""
    forms: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    """The verb forms among the readings."""
    keys: tuple[str, ...] = field(repr=False, compare=False, default=())
    """The norm and the lemmas in order, the preferred first: what tables are asked for. A plural noun is no future of a verb."""
    marks: int = field(repr=False, compare=False, default=0)
    """What may begin at the word, for those who look for it: a bit each."""


@frozen
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


def sorted_by_type(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Return mentions by their type."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.type in found:
            found[mention.type].append(mention)
        else:
            found[mention.type] = [mention]
    return found


@frozen
class Sentence(Keeping):
    """A sentence of the clean text with its tokens and the mentions found in it, in order."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    paragraph: int = 0
    """The number of the line of the clean text that the sentence stands on."""
    words: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    """The words of all tokens: what a rule may ask of the whole sentence at the cost of one look."""
    marks: int = field(repr=False, compare=False, default=0)
    """The marks of all tokens."""
    language: str = ""
    """Its language, kk or ru, where that is not the article's."""

    def __post_init__(self) -> None:
        if not self.words:
            object.__setattr__(self, "words", frozenset().union(*[token.words for token in self.tokens]))
            object.__setattr__(self, "marks", reduce(or_, [token.marks for token in self.tokens], 0))

    @once
    def named(self) -> dict[str, list[Mention]]:
        """The mentions by their type, in order; nobody may change the lists."""
        return sorted_by_type(self.mentions)

    def touched(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that a stretch of the clean text holds, or a part of which it holds."""
        return range(bisect_right(self.tokens, start, key=_END), bisect_left(self.tokens, end, key=_START))


_START, _END = attrgetter("start"), attrgetter("end")


@frozen
class Document(Keeping):
    """An annotated article; ``region`` is the ISO code of the region it is mainly about, "" for none."""

    article: Article
    sentences: tuple[Sentence, ...]
    region: str = ""

    def language_of(self, sentence: Sentence) -> str:
        """Return the language, kk or ru, of a sentence; Kazakh in Latin script is kk."""
        return sentence.language or ("ru" if self.article.language == "ru" else "kk")
