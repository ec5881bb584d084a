"""The tagger as a second finder of people, places and organisations, put in the place of the rules or beside them.

It speaks at three points of annotation: what a person's name is, what a body's name is, and which
words name a place. Everything behind these (posts, cases, linking to the gazetteer) stays as it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
import features

from kzhealthkg import gazetteer
from kzhealthkg.annotate.bodies import organizations
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people import persons
from kzhealthkg.annotate.people.persons import Person
from kzhealthkg.annotate.places import places
from kzhealthkg.annotate.places.forms import type_word
from kzhealthkg.annotate.places.spans import Unit
from kzhealthkg.annotate.words import PIECE, Piece, kk_stems
from kzhealthkg.gazetteer import forms
from kzhealthkg.model import Token

MODES = ("rules", "tagger", "union")


@dataclass(frozen=True, slots=True)
class Span:
    """A name that the tagger found, over the tokens ``first:last`` of what it was shown, and how sure it is."""

    kind: str
    first: int
    last: int
    sure: float


class Tagger:
    """A model, asked once for every sentence."""

    def __init__(self, model: Path, sure: float = 0.9, listed: bool = True) -> None:
        """``sure`` is what it must at least be beside the rules; ``listed``: of places only those of the gazetteer."""
        import pycrfsuite

        self.sure, self.listed = sure, listed
        self._model = pycrfsuite.Tagger()
        self._model.open(str(model))
        self._seen: dict[tuple[str, ...], list[Span]] = {}

    def spans(self, words: tuple[str, ...]) -> list[Span]:
        """Return the names in a sentence."""
        if words not in self._seen:
            self._seen[words] = list(self._spans(words)) if words else []
        return self._seen[words]

    def _spans(self, words: tuple[str, ...]) -> Iterator[Span]:
        self._model.set(features.features(words))
        tags = self._model.tag()
        for kind, first, last in sorted(corpus.entities(tags), key=lambda e: e[1]):
            yield Span(kind, first, last, min(self._model.marginal(tags[i], i) for i in range(first, last)))


@contextmanager
def mode(name: str, tagger: Tagger) -> Iterator[None]:
    """Annotate with the rules alone, the tagger alone, or both, within the block; Russian stays with the rules."""
    kept = persons.find, organizations.bodies, places.units, places._accepted
    if name != "rules":
        alone = name == "tagger"
        persons.find = _persons(tagger, kept[0], alone)  # type: ignore[assignment]
        organizations.bodies = _bodies(tagger, kept[1], alone)
        places.units, places._accepted = _places(tagger, kept[2], kept[3], alone)
    try:
        yield
    finally:
        persons.find, organizations.bodies, places.units, places._accepted = kept


def _persons(tagger: Tagger, rules: Callable[..., Iterator[Person]], alone: bool) -> Callable[..., Iterator[Person]]:
    def find(found: Sequence[Piece], language: str, after_posts: frozenset[int] = frozenset()) -> Iterator[Person]:
        said = list(rules(found, language, after_posts)) if language == "ru" or not alone else []
        if language != "ru":
            spans = tagger.spans(tuple(piece.text for piece in found))
            every = [(s, p) for s in spans if s.kind == "PERSON" and (p := _person(found[s.first : s.last]))]
            said += [p for s, p in every if alone or (s.sure >= tagger.sure and _may_be_person(found, s, p, said))]
        return iter(sorted(said, key=lambda person: person.start))

    return find


def _person(found: Sequence[Piece]) -> Person | None:
    parts = [piece.text for piece in found if piece.text[0].isalpha()]
    if not parts or not parts[0][0].isupper():
        return None
    given = next((w for w in parts if names.given(w, "kk")), parts[0] if len(parts) > 1 else "")
    father = next((w for w in parts if names.patronymic(w, "kk")), "")
    family = next((w for w in parts if w not in (given, father)), "")
    name = names.given(given, "kk")
    said = names.surname(family, "kk") if family else None
    case = next((f.case for f in (said, name) if f and f.case != "nom"), "nom")
    return Person(
        found[0].start, found[-1].end, name.name if name else given, said.name if said else "", father, "", case
    )


def _may_be_person(found: Sequence[Piece], span: Span, person: Person, said: Sequence[Person]) -> bool:
    """Guards: of two words with capitals, no street's or school's name, nothing that the rules name."""
    words = [piece.text for piece in found[span.first : span.last] if piece.text[0].isalpha()]
    whole = len(words) > 1 and all(w[0].isupper() and not w.isupper() for w in words)
    free = not any(p.start < person.end and person.start < p.end for p in said)
    common = any(names.common(w, "kk") or names.ordinary(w, "kk") for w in words)
    return whole and free and not common and not persons.namesake(found, span.first, span.last, "kk")


def _bodies(tagger: Tagger, rules: Callable[..., list[Body]], alone: bool) -> Callable[..., list[Body]]:
    def bodies(text: str, found: Sequence[Piece], people: Sequence[tuple[int, int]], language: str) -> list[Body]:
        said = rules(text, found, people, language) if language == "ru" or not alone else []
        if language != "ru":
            for span in tagger.spans(tuple(piece.text for piece in found)):
                body = _body(text, found[span.first : span.last]) if span.kind == "ORGANISATION" else None
                if body and (alone or (span.sure >= tagger.sure and _may_be_body(found, span, body, said, people))):
                    said = [*said, body]
        return sorted(said, key=lambda body: body.start)

    return bodies


def _body(text: str, found: Sequence[Piece]) -> Body:
    last = found[-1].text
    stems = kk_stems(last)
    stem, case = stems[1] if len(stems) > 1 and last[0].isalpha() else stems[0]
    start = found[0].start
    return Body(start, found[-1].end, text[start : found[-1].start] + stem, "institution", case)


def _may_be_body(
    found: Sequence[Piece], span: Span, body: Body, said: Sequence[Body], people: Sequence[tuple[int, int]]
) -> bool:
    """Guards: of two words or an abbreviation, with a capital, nothing that the rules name."""
    words = [piece.text for piece in found[span.first : span.last] if piece.text[0].isalpha()]
    taken = [(b.start, b.end) for b in said] + list(people)
    free = not any(start < body.end and body.start < end for start, end in taken)
    named = len(words) > 1 or any(len(w) > 2 and w.isupper() for w in words)
    return free and named and any(w[0].isupper() for w in words)


Units = Callable[[tuple[Token, ...], str], list[Unit]]
Accepts = Callable[..., bool]


def _places(tagger: Tagger, rules: Units, accepts: Accepts, alone: bool) -> tuple[Units, Accepts]:
    vouched: set[int] = set()

    def units(tokens: tuple[Token, ...], language: str) -> list[Unit]:
        said = rules(tokens, language) if language == "ru" or not alone else []
        for unit, span in _units(tagger, tokens) if language != "ru" else ():
            over = [u for u in said if u.first < unit.last and unit.first < u.last]
            if alone or (span.sure >= tagger.sure and not over and (gazetteer.known(unit.name) or not tagger.listed)):
                said = [*said, unit]
            if alone or span.sure >= tagger.sure:
                kept.extend(over or [unit])
        vouched.update(id(unit) for unit in kept)
        return sorted(said, key=lambda unit: unit.first)

    kept: list[Unit] = []  # an id is a unit's own only as long as the unit lives

    def accepted(unit: Unit, *rest: Any) -> bool:
        return id(unit) in vouched or accepts(unit, *rest)

    return units, accepted


def _units(tagger: Tagger, tokens: tuple[Token, ...]) -> Iterator[tuple[Unit, Span]]:
    """Yield the places that the tagger finds, as the rules would hand them on: name, level, case."""
    cut = [(i, m) for i, token in enumerate(tokens) for m in PIECE.finditer(token.text)]
    for span in tagger.spans(tuple(m[0] for _, m in cut)):
        if span.kind not in ("GPE", "LOCATION"):
            continue
        first, last = cut[span.first][0], cut[span.last - 1][0] + 1
        kind = type_word(tokens[last - 1].norm)
        level = kind.level if kind and last - first > 1 else ""
        end = last - 1 if level else last
        name, case = _nominative([token.text for token in tokens[first:end]])
        yield Unit(first, last, name, level, kind.case if level and kind else case, head="after" if level else ""), span


def _nominative(words: Sequence[str]) -> tuple[str, str]:
    *lead, last = words
    for stem, case in forms(last, "bare"):
        name = " ".join([*lead, last[: len(stem)] if last.lower().startswith(stem) else stem.capitalize()])
        if gazetteer.known(name) or places.special(name):
            return name, case
    return " ".join(words), "nom"


def found(document: Any) -> dict[str, list[str]]:
    """Return the names of a document's people, places and organisations."""
    said: dict[str, list[str]] = {"person": [], "place": [], "organization": []}
    for mention in itertools.chain.from_iterable(s.mentions for s in document.sentences):
        if mention.type == "post" or mention.type == "person":
            posts = [mention.value] if mention.type == "post" else mention.value.posts
            said["organization"] += [post.organization for post in posts if post.organization]
        if mention.type in said:
            said[mention.type].append(mention.value.name)
        if mention.type == "facility" and mention.value.name:
            said["organization"].append(mention.value.name)
    return {kind: sorted(set(listed)) for kind, listed in said.items()}


__all__ = ["MODES", "Tagger", "found", "mode"]
