"""A person's name made of its parts: each in the nominative, with the case and the gender that they tell together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.names import Form
from kzhealthkg.annotate.words import titled
from kzhealthkg.model.frozen import frozen


@frozen
class Person:
    """A name as one sentence gives it, in the nominative; an initial stands as its one letter."""

    start: int
    end: int
    given: str = ""
    surname: str = ""
    patronymic: str = ""
    gender: str = ""
    case: str = "nom"

    @property
    def name(self) -> str:
        """Given name and surname; the patronymic only where there is no surname."""
        if self.initials:
            second = f"{self.patronymic}." if len(self.patronymic) == 1 else ""
            return f"{self.given}.{second} {self.surname}"
        return " ".join(part for part in (self.given, self.surname or self.patronymic) if part)

    @property
    def initials(self) -> bool:
        """Whether only the first letter of the given name is known."""
        return len(self.given) == 1

    @property
    def full(self) -> bool:
        """Whether given name and surname are both known."""
        return bool(self.given and self.surname and not self.initials)


Parts = tuple[str, str, str, str, str]
"""Given name, surname, patronymic, gender and case: all that a person is but where the name stands."""


BODIES = frozenset(lexicon.words("annotate.people.person_forms", "bodies"))
"""Merck Group, Medical Tourism Association: words of the names of bodies in Latin letters."""


def latin(words: Sequence[str]) -> Parts | None:
    """Return the parts of a name in Latin letters."""
    if any(word.isupper() or word.casefold() in BODIES for word in words) or len(words) < 2:
        return None
    return words[0], words[-1], "", "", "nom"


def assemble(roles: dict[str, str], language: str) -> Parts:
    """Return the parts of the name that a given name (g), a patronymic (p) and a surname (s) are together."""
    given = names.given(roles["g"], language) if len(roles.get("g", "")) > 1 else Form(roles.get("g", ""))
    given = _oblique(roles, language) or given or names.surname(roles["g"], language)
    if language != "ru" and given.case != "nom" and next(iter(roles)) == "g" and len(roles) > 1:
        given = Form(titled(roles["g"]))  # Арстан Мамырбек: only the last part of a name is declined
    father = names.patronymic(roles["p"], language) if len(roles.get("p", "")) > 1 else Form(roles.get("p", ""))
    father = father or Form(roles["p"])
    gender = father.gender or given.gender.replace("mf", "")
    oblique = given.case != "nom" or father.case != "nom"
    own = "" if _woman(roles, given, language) else gender or ("f" if _bare_feminine(roles) else "")
    family = names.surname(roles["s"], language, own, oblique) if "s" in roles else Form("")
    case = next((form.case for form in (given, father, family) if form.case != "nom"), "nom")
    return given.name, family.name, father.name, gender or family.gender, case


_FEMININE = re.compile(r"(?:[оеё]в|[иы]н)а$")
_FEMININE_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н|[сц]к)ой$")
_MASCULINE_OBLIQUE = re.compile(r"(?:[оеё]в|[иы]н)ым$|[сц]ким$")


def _woman(roles: dict[str, str], given: Form, language: str) -> bool:
    """Риза Омарова: a name of men that stands undeclined beside such a surname is here a woman's."""
    declined = language == "ru" and given.case == "nom" and len(given.name) > 1 and given.name[-1] not in "иоуыэею"
    return declined and "p" not in roles and bool(_FEMININE.search(roles.get("s", "")))


def _oblique(roles: dict[str, str], language: str) -> Form | None:
    """Алии Рустемовой, Сейтжана Омарова, Камалтином Мухамеджановым: a given name that no list holds, declined as its surname is."""
    word, family = roles.get("g", ""), roles.get("s", "")
    if language != "ru":
        return None
    if _FEMININE_OBLIQUE.search(family):
        return _feminine(word, language)
    if names.ru_compound(word) and _FEMININE.search(family):
        return Form(word[:-1], "gen", "m")
    masculine = len(word) > 4 and word.endswith("ом") and _MASCULINE_OBLIQUE.search(family)
    return Form(word[:-2], "ins", "m") if masculine and not names.given(word, language) else None


_OF_WOMAN = re.compile(r"(?P<a>[а-яё]{2,}(?:[бвдзлмнпрстфц](?=ы$|ой$)|[гкхжчшщ](?=и$|ой$)))(?:ы|и|(?P<ins>ой))$", re.I)


def _feminine(word: str, language: str) -> Form | None:
    """Алии, Айсары, Сабирой Рустемовой: a woman's name that no list holds, in the genitive or the instrumental."""
    if word.endswith("ии"):
        return Form(f"{word[:-1]}я", "gen", "f")
    found = None if names.given(word, language) else _OF_WOMAN.match(word)
    return Form(f"{found['a']}а", "ins" if found["ins"] else "gen", "f") if found else None


def _bare_feminine(roles: dict[str, str]) -> bool:
    """Whether a Russian surname beside initials is to be read as a nominative: А. Иванова, not "of А. Иванов"."""
    return len(roles.get("g", "")) == 1 and bool(re.search(r"(?:[оеё]в|[иы]н)а$|ская$", roles["s"]))
