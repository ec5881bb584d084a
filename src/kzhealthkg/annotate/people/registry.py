"""The people of one article: every mention gets the fullest form that the article gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kzhealthkg.annotate.marks import CAPITAL
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import namesake
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.words import Piece, fold, kk_stems, titled
from kzhealthkg.model.frozen import replace
from kzhealthkg.remembered import Remembered

PARTS = ("surname", "given")
"""The parts of a name that may stand for all of it, in the order in which they are tried."""
STILL = "еёоуэюи"
"""Vowels that close a foreign surname without cases."""


class Registry:
    """The people of one article: the fullest form of every name that the article gives anywhere."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._full: dict[tuple[str, str], Person] = {}
        self._parts: dict[str, tuple[Person, str] | None] = {}
        """Whom each word with a capital means, as it was asked for."""
        self._begun: dict[tuple[str, str], list[Person]] = {}
        """The people by each part of their names and the letter that it begins with: no ending changes that."""
        self._named: dict[str, list[Person]] = {}
        """The people by their surnames."""
        for person in people:
            if person.full:
                self._add(person)
        for person in self._full.values():
            for part in PARTS:
                self._begun.setdefault((part, fold(getattr(person, part))[:1]), []).append(person)
            self._named.setdefault(fold(person.surname), []).append(person)
        self._capitals = {letter for _, letter in self._begun if letter}

    def _add(self, person: Person) -> None:
        key = (fold(person.given), fold(person.surname))
        known = self._full.get(key)
        if known is None or (person.patronymic and not known.patronymic):
            self._full[key] = replace(known, patronymic=person.patronymic) if known else person

    def resolve(self, person: Person) -> Person:
        """Return the person with the parts that the article gives elsewhere, if exactly one fits."""
        fits = self._undeclined(person) or [known for known in self._alike(person) if _fits(person, known)]
        if len(fits) != 1:
            return person
        known = fits[0]
        if (person.given, person.surname, person.patronymic) == (known.given, known.surname, known.patronymic):
            return person
        return replace(person, given=known.given, surname=known.surname, patronymic=known.patronymic)

    def _undeclined(self, person: Person) -> list[Person]:
        """Визит Петера Бюле: the surname that the article's nominative shows to have no cases is no Бюл."""
        if person.case == "nom" or not person.full:
            return []
        begun = self._begun.get(("surname", fold(person.surname)[:1]), ())
        alike = [p for p in begun if p.case == "nom" and fold(p.given) == fold(person.given)]
        return [p for p in alike if p.surname[-1] in STILL and fold(p.surname[:-1]) == fold(person.surname)]

    def _alike(self, person: Person) -> Iterable[Person]:
        """Return those whose surname a person may bear."""
        if not person.surname:
            return self._full.values()
        family = fold(person.surname)
        his = self._named.get(family[:-1], ()) if person.initials else ()
        return (*self._named.get(family, ()), *his)

    def partial(self, found: Sequence[Piece], language: str, taken: Sequence[Person]) -> Iterator[Person]:
        """Yield the bare surnames and given names of people whom the article names in full."""
        begun, parts = self._capitals, self._parts
        if not begun:
            return
        for at in [at for at, piece in enumerate(found) if piece.marks & CAPITAL and _CAPITAL[piece.text] in begun]:
            piece = found[at]
            if piece.text not in parts:
                parts[piece.text] = self._only(titled(piece.text), language) if len(piece.text) > 2 else None
            meant = parts[piece.text]
            if meant is None or any(other.start <= piece.start < other.end for other in taken):
                continue
            if not namesake(found, at, at + 1):
                yield replace(meant[0], case=meant[1], start=piece.start, end=piece.end)

    def _only(self, word: str, language: str) -> tuple[Person, str] | None:
        """Return whom a bare surname or given name means, in the case that it stands in."""
        letter = fold(word)[:1]
        for part in PARTS:
            begun = self._begun.get((part, letter))
            if begun is None:
                continue
            fits = [(known, case) for known in begun if (case := _bare_case(word, known, part, language))]
            if len(fits) == 1:
                return fits[0]
        return None


def _capital(word: str) -> str:
    """Return the capital that a word begins with as names are compared, "" for any other sign."""
    return fold(word[0])[:1] if word[0].isupper() else ""


_CAPITAL = Remembered(_capital)


def _bare_case(word: str, known: Person, part: str, language: str) -> str:
    """Return the case in which a word is this part of a known name, or ""."""
    wanted = fold(getattr(known, part))
    if part == "given":
        form = names.given(word, language)
        return form.case if form and fold(form.name) == wanted and not names.is_common(form.name) else ""
    if not wanted.startswith(fold(word[:2])):
        return ""  # no ending of a surname changes the letters that it begins with
    if language == "ru":
        form = names.surname(word, language, known.gender, oblique=fold(word) != wanted)
        return form.case if fold(form.name) == wanted else ""
    return next((case for stem, case in kk_stems(word) if fold(stem) == wanted), "")


def _his(person: Person, known: Person) -> str:
    """По словам А. Серикова: beside an initial the genitive of a man's surname looks like a woman's."""
    return f"{fold(known.surname)}а" if person.initials and known.gender != "f" else ""


def _fits(person: Person, known: Person) -> bool:
    if person.surname and fold(person.surname) not in (fold(known.surname), _his(person, known)):
        return False
    if not person.surname and fold(person.patronymic) not in ("", fold(known.patronymic)) and known.patronymic:
        return False
    given = fold(person.given)
    return not given or given == fold(known.given) or (len(given) == 1 and fold(known.given).startswith(given))
