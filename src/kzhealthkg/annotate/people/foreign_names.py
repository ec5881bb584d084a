"""Names that are built as no name of Kazakhstan is: Ким Чен Су, Хендрик ван дер Меер, Саид аль-Хаким, Мехмет Али Демиров."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.words import Piece, kk_stems

EASTERN = frozenset(lexicon.words("annotate.people.foreign_names", "eastern"))
PARTICLES = {
    "kk": frozenset(lexicon.words("annotate.people.foreign_names", "particles_kk")),
    "ru": frozenset(lexicon.words("annotate.people.foreign_names", "particles_ru")),
}
SYLLABLE = 4
"""Letters of the longest syllable of an eastern name."""
_ENDING = re.compile(r"-[а-яё]{3,}$")


def strange(word: str, language: str) -> bool:
    """Say whether a word is one that only foreign names hold."""
    return word in EASTERN or word in PARTICLES[language] or tied(word, language)


def length(found: Sequence[Piece], letters: str, at: int, language: str, after_post: bool, strange: bool) -> int:
    """Return the number of pieces in the foreign name that begins at a piece, 0 where none does.

    ``strange`` says whether any piece is one that only foreign names hold.
    """
    return (
        (strange and found[at].text in EASTERN and _eastern(found, letters, at))
        or (strange and letters[at] in "GCS" and _western(found, letters, at, language))
        or (letters.startswith("GGS", at) and _double(found, letters, at, language))
        or (after_post and (_syllables(found, letters, at) or _triple(found, letters, at, language)))
    )


_POSSESSED = re.compile(r"[ыі](?:н[дт][ае]|н[ае]|на?н|нен|н[ыі]ң|мен)?$")
_TRIPLE = re.compile(r"(?:G[GC]|CG)[CG](?![GSCPKIL])")


def _triple(found: Sequence[Piece], letters: str, at: int, language: str) -> int:
    """Клиника директоры Хасан Кемал Өзтүрік: behind an office a third name that no list has is the surname."""
    last = found[at + 2].text if _TRIPLE.match(letters, at) else ""
    if not last or _POSSESSED.search(last) or names.ordinary(last, language) or _placed(found[at + 2].text, language):
        return 0
    return 3 if language == "ru" or not {names.kk_case(p.text) for p in found[at : at + 2]} - {"", "nom"} else 0


@lru_cache(maxsize=20_000)
def of_body(word: str) -> bool:
    """Клиники | Мэйо Джон Смит: say whether the word behind this one is the name of a body."""
    noun = bodies.head(word, "ru")
    return noun is not None and noun[2] == "gent"


def _placed(word: str, language: str) -> bool:
    """Министр Асан Қайрат Абай облысына …: the word behind two names begins a place."""
    return names.ru_place(word) if language == "ru" else names.place(word)


def _eastern(found: Sequence[Piece], letters: str, at: int) -> int:
    """Ким Чен Су, Ли Сон-ги: a family name and two syllables, or a longer word."""
    behind = [_bare(p.text) for p in found[at + 1 : at + 3]]
    if not behind or not behind[0].istitle():
        return 0
    if letters[at + 1] == "C" and len(behind[0]) > SYLLABLE and _ENDING.search(behind[0]) is None:
        return 0 if any(names.ordinary(behind[0], language) for language in PARTICLES) else 2
    if _ENDING.search(behind[0]):
        return 2 if len(behind[0]) <= 2 * SYLLABLE + 1 else 0
    two = len(behind) == 2 and behind[1].istitle() and max(map(len, behind)) <= SYLLABLE
    return 3 if two and letters[at + 1 : at + 3] != "GG" else 0


def _syllables(found: Sequence[Piece], letters: str, at: int) -> int:
    """Директор клиники Тхэ Мин Ук: behind an office three syllables, whatever family it is."""
    short = [p.text for p in found[at : at + 3] if p.text.istitle() and 1 < len(p.text) <= SYLLABLE]
    return 3 if len(short) == 3 and letters.count("C", at, at + 3) > 1 else 0


def _western(found: Sequence[Piece], letters: str, at: int, language: str) -> int:
    """Хендрик ван дер Меер, Саид бин Халид: particles between the given name and the surname."""
    last = at + 1
    if last < len(found) and tied(found[last].text, language):
        return 2
    while last < len(found) and last <= at + 2 and found[last].text in PARTICLES[language]:
        last += 1
    behind = last > at + 1 and letters[last : last + 1] in ("C", "S", "K", "G")
    return last + 1 - at if behind else 0


def _double(found: Sequence[Piece], letters: str, at: int, language: str) -> int:
    """Мехмет Али Демиров, Нұр Ахмет Сәдуов: two given names and a surname."""
    if letters[at + 3 : at + 4] in ("P", "S", "."):
        return 0
    return 3 if language == "ru" or names.kk_case(found[at].text) == names.kk_case(found[at + 1].text) == "nom" else 0


_SURNAME = re.compile(r"(?:[ое]в|ёв|ск[иа])(?:а|у|ой|ым|[йя])?$", re.I)
"""Endings that no given name has."""


def given_first(words: Sequence[str], language: str) -> bool:
    """Посол Уфук Экичи, but not аким Сейтов Казмедцентр: a given name that ends as a surname may, and a surname no list has."""
    return not (_SURNAME.search(words[0]) or words[1].isupper() or names.ordinary(words[1], language))


def tied(word: str, language: str) -> bool:
    """Say whether a particle is tied to a surname by a hyphen: аль-Хаким."""
    if "-" not in word:
        return False
    particle, _, rest = word.partition("-")
    return rest[:1].isupper() and particle in PARTICLES[language]


def _bare(word: str) -> str:
    """Return a syllable without its Kazakh ending."""
    return next((stem for stem, case in kk_stems(word) if case != "nom"), word) if len(word) > SYLLABLE else word


def parts(found: Sequence[Piece], language: str) -> tuple[str, str, str]:
    """Return the given names of a foreign name and the rest of it in the nominative, and the case that it stood in."""
    first, *middle, last = [piece.text for piece in found]
    given = names.given(first, language)
    oblique = given is not None and given.case != "nom"
    family = names.surname(last, language, given.gender if given else "", oblique)
    case = family.case if language != "ru" else given.case if given else "nom"
    whole = [given.name if given and oblique else first]
    if middle and first not in EASTERN and middle[0][:1].isupper():
        second = names.given(middle[0], language) if oblique else None
        whole, middle = [*whole, second.name if second else middle[0]], []
    return " ".join(whole), " ".join([*middle, family.name]), case
