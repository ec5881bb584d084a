"""Names of people: found in every sentence, then brought to one full form across the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from kzhealthkg import lexicon
from kzhealthkg.annotate.marks import STRANGE
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import namesake
from kzhealthkg.annotate.people import foreign_names
from kzhealthkg.annotate.people.name_letters import FIRST, kind_of, kinds
from kzhealthkg.annotate.people.person_forms import Parts, Person, assemble, latin
from kzhealthkg.annotate.places import outside as place_outside
from kzhealthkg.annotate.places.forms import LEVELS_RU
from kzhealthkg.annotate.words import Piece, kk_stems, ru_tags
from kzhealthkg.morph.forms_ru import JOINING
from kzhealthkg.remembered import Remembered

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        "GP[SCG](?!P)", "GPP", "GPK", "[SC]GP(?![SCG])", "S[SC]P(?![SCG])", "G[SCG]P", r"I\.I\.[SCGK]", r"G[I]\.S", r"[SC]I\.I\.?", r"I\.[SCP]", r"SI\.",
        "GP", "GS", "GG", "G[CK]", "SG(?!S)", "[CS]P[SC]", "CP", "CS", "CG", "SS", "CC",
    )
)  # fmt: skip
"""Of the letters that ``name_letters`` gives the pieces."""

_UNLISTED = ("CS", "CG", "SS", "CC", "CP", "CPS", "CPC", "SPS", "SPC", "CGP")
"""Shapes whose given name is in no list."""

_AFTER_POST = tuple(re.compile(shape) for shape in ("LLL?(?!L)", "[CSK]S", "C[CG]", "KC", r"I\.G", "SC(?![CSG])", "S"))
_WIDEST = 6
"""Letters of the longest shape with the one behind it."""


def _fitting(letters: str, shapes: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    """Return what each of the shapes takes of some letters."""
    return tuple(match[0] for shape in shapes if (match := shape.match(letters)))


_SHAPED = Remembered(partial(_fitting, shapes=_SHAPES))
_BEHIND_POST = Remembered(partial(_fitting, shapes=(*_SHAPES, *_AFTER_POST)))


_LARGE = r"[^\x00-@\[-`{-¿a-z×ß-öø-ÿа-џәғқңөұүіһ\u2000-\u2bff]"
"""A capital, or a letter of a script that nobody writes here: none of the signs and small letters that are usual."""
_TWO = re.compile(rf"{_LARGE}(?:[^\W\d_]*+(?:[-’'ʼ‑][^\W\d_]++)*+[\s_]|\s?\.\s?){_LARGE}")


def may_hold(text: str, start: int, end: int) -> bool:
    """Say whether two capitals stand beside each other as every shape asks, or an initial before one: at times."""
    return _TWO.search(text, start, end) is not None


def find(found: Sequence[Piece], language: str, marks: int, after_posts: frozenset[int]) -> Iterator[Person]:
    """Yield the people named in pieces with such marks; ``after_posts`` holds the piece numbers that follow an office."""
    letters, strange = kinds(found, language), marks & STRANGE != 0
    last = 0
    for at in [begun.start() for begun in FIRST.finditer(letters)]:
        if at < last or not (strange or at in after_posts or _SHAPED[letters[at : at + _WIDEST]]):
            continue  # inside a name, or where none begins, as at most capitals
        person, last = _person_at(found, letters, at, language, at in after_posts, strange)
        if person and not namesake(found, at, last):
            yield person


def _person_at(
    found: Sequence[Piece], letters: str, at: int, language: str, after_post: bool, strange: bool
) -> tuple[Person | None, int]:
    if abroad := foreign_names.length(found, letters, at, language, after_post, strange):
        return _foreign(found[at : at + abroad], language), at + abroad
    for shape in (_BEHIND_POST if after_post else _SHAPED)[letters[at : at + _WIDEST]]:
        last = at + len(shape)
        if shape.endswith("GPK") and language != "ru":
            continue
        if _close(found[at:last]) and not _of_place(found, at, shape):
            person = _build(found[at:last], shape, language, at == 0 and not after_post, after_post)
            if person:
                return person, last
    return None, at + 1


def _of_place(found: Sequence[Piece], at: int, shape: str) -> bool:
    """Абайской ЦРБ; АКИМ ГОРОДА САТПАЕВ ПРОВЕРИЛ: a lone word is an adjective of a place, or a town in capitals."""
    if shape == "S" and _adjectival(found, at):
        return True
    last = found[at + len(shape) - 1].text
    if not last.isupper() or shape not in ("S", "I.S"):
        return False
    before = found[at].text if shape != "S" else found[at - 1].text if at else ""
    return before.lower() in _AREAS and (shape == "S" or names.place(last))


_AREAS = frozenset(lexicon.words("annotate.people.persons", "areas"))


def _foreign(found: Sequence[Piece], language: str) -> Person | None:
    """Return the person whom a name built as abroad names."""
    if not _close(found):
        return None
    given, family, case = foreign_names.parts(found, language)
    return Person(found[0].start, found[-1].end, given, family, case=case)


def whole(found: Sequence[Piece]) -> bool:
    """Say whether two pieces are a given name and a surname, whatever the first may be."""
    return len(found) == 2 and found[0].text.istitle() and kind_of(found[1].text, "ru") in "SC" and _close(found)


def _adjectival(found: Sequence[Piece], at: int) -> bool:
    """Whether a lone word in -ский stands before a noun: Карагандинского филиала, Абайской ЦРБ; Абайской, Жетысуской областей."""
    if not re.search(r"[сц]к[а-яё]{2,3}$", found[at].text):
        return False
    rest = (p.text for p in found[at + 1 :] if p.text not in JOINING and not re.search(r"[сц]к[а-яё]{2,3}$", p.text))
    listed = found[at + 1].text in JOINING if at + 1 < len(found) else False
    after = next(rest, "")
    short = after.isupper() and len(after) < 5
    return after.startswith((*LEVELS_RU, *_HOUSES)) if listed else short or after[:1].islower()


_HOUSES = lexicon.words("annotate.people.persons", "houses")


def _close(found: Sequence[Piece]) -> bool:
    return all(b.start - a.end <= 1 for a, b in itertools.pairwise(found))


def _build(found: Sequence[Piece], shape: str, language: str, first: bool, after_post: bool) -> Person | None:
    words = tuple([piece.text for piece, letter in zip(found, shape, strict=True) if letter != "."])
    parts = _parts(words, shape.replace(".", ""), language, first, after_post)
    return Person(found[0].start, found[-1].end, *parts) if parts else None


@lru_cache(maxsize=5_000)
def _parts(words: tuple[str, ...], parts: str, language: str, first: bool, after_post: bool) -> Parts | None:
    """Return the parts of the name that some words are; the same people are named again and again."""
    if parts[0] == "L":
        return latin(words)
    if parts[0] in "CS" and parts in _UNLISTED and not _given_like(words, parts, language, first, after_post):
        return None
    two = parts in ("SC", "GC", "GK") and not _second_name(words, parts, language, after_post)
    if two or (parts[0] == "K" and of_country(words[0], language)):
        return None
    roles = _roles(parts, words, language)
    return assemble(roles, language) if roles else None


def _given_like(words: Sequence[str], parts: str, language: str, first: bool, after_post: bool) -> bool:
    """Whether a word in no list of names stands where a given name does."""
    word = words[0]
    if word.isupper() or len(word) < 3:
        return False
    if of_country(word, language):
        return False
    if after_post and parts not in ("CG", "SS"):
        return True
    if parts in ("CG", "SS"):
        return names.compound(word) or (after_post and all(case != "ins" for _, case in kk_stems(word)))
    if parts == "CC":
        return language != "ru" and not first and names.compound(word) and not names.ordinary(words[1], language)
    return names.compound(word) or not names.ordinary(word, language)


def of_country(word: str, language: str) -> bool:
    """Кореяның X клиникасы, посол Кореи: a country in the genitive is no given name."""
    if language == "ru":
        return any(_is_country(lemma.capitalize()) for lemma, _, case in ru_tags(word.lower()) if case == "gent")
    return any(case == "gen" and _is_country(stem) for stem, case in kk_stems(word))


@lru_cache(maxsize=5_000)
def _is_country(name: str) -> bool:
    return names.country(name) or place_outside.special(name) == "country" or name in LATE


LATE = frozenset(lexicon.words("annotate.people.persons", "late"))


def _second_name(words: Sequence[str], parts: str, language: str, after_post: bool) -> bool:
    """Whether a capital after a given name is its surname: the given name stands bare, the other is no place."""
    if parts == "SC":
        return foreign_names.given_first(words, language)
    form = names.given(words[0], language)
    shouted = words[1].isupper() and not (after_post and len(words[1]) > 3)  # заместитель акима Бахтияр МАКЕН
    common = names.is_common(form.name) and not after_post if form else False
    if not form or common or (language != "ru" and form.case != "nom") or shouted:
        return False
    return parts == "GC" or (after_post and len(kk_stems(words[1])) == 1)


def _roles(parts: str, words: Sequence[str], language: str) -> dict[str, str] | None:
    """Say which word is the given name (g), the patronymic (p) and the surname (s)."""
    order = "gs" if parts == "CG" else _ORDERS.get(parts.translate(_PLAIN))
    if parts in ("GG",) and language != "ru" and names.kk_case(words[0]) != "nom":
        return None
    return dict(zip(order, words, strict=True)) if order else None


_PLAIN = str.maketrans("SCK", "sss")
_ORDERS = {
    "GPs": "gps", "GPP": "gps", "GPG": "gps", "sGP": "sgp", "GsP": "gsp", "GGP": "gsp", "IIs": "gps", "IIG": "gps", "GIs": "gps",
    "sII": "sgp", "Is": "gs", "IG": "gs", "IP": "gs", "sI": "sg", "GP": "gp", "Gs": "gs", "GG": "gs", "sG": "sg", "ss": "gs", "s": "s",
    "sPs": "gps", "sP": "gp", "ssP": "sgp",
}  # fmt: skip
