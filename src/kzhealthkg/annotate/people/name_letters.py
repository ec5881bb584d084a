"""What part of a person's name each piece of a sentence may be, as a letter a piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.marks import NAMED
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people import foreign_names
from kzhealthkg.annotate.words import Piece, guards, plain
from kzhealthkg.remembered import Remembered

FIRST = re.compile("[GSCIKL]")
"""What a name may begin with."""
_BODY = re.compile(
    r"^(?:Нац|Рес|Обл|Гор|Глав|Мин|Спец|Меж)\w*(?:госпитал|центр|банк|комитет|клиник|здрав|надзор|диспансер|больниц)\w*$"
)
"""An abbreviated name of a body: Нацгоспиталя, Минздрава."""


def kinds(found: Sequence[Piece], language: str) -> str:
    """Return one letter a piece that says what part of a name it may be; "Аким" before a given name is an office.

    G given name, P patronymic, S surname by its ending, K place, C other capital, I initial, L Latin, w other.
    """
    known = _letters(language)
    letters = "".join([known[piece.text] if piece.marks & NAMED else "w" for piece in found])
    if "G" not in letters:
        return _put(letters, _towns(found, letters), "w") if language == "ru" else letters
    if language != "ru":
        akims = [m.start() for m in _BEFORE_TWO.finditer(letters) if found[m.start()].text == "Әкім"]
        return _put(letters, akims, "w")
    shouted = [m.end() - 1 for m in _AFTER_GIVEN.finditer(letters) if _shouted(found, m.end() - 1)]
    letters = _put(letters, shouted, "C")
    offices = [m.start() for m in _BEFORE_NAME.finditer(letters) if found[m.start()].text.lower() == "аким"]
    offices += [m.start() for m in _AKIM.finditer(letters) if found[m.start()].text.lower() == "аким"]
    others = [m.start() for m in _TWO_GIVEN.finditer(letters, 1) if _of_oblast(found, m.start())]
    return _put(letters, offices + others + _towns(found, letters), "w")


_AFTER_GIVEN, _TWO_GIVEN = re.compile("Gw"), re.compile("G(?=G)")
_BEFORE_NAME, _BEFORE_TWO = re.compile(".(?=G|I|[SC]G)"), re.compile(".(?=G[SCK]|C[SC])")
"""Where "аким" or "Әкім" may stand as the office and no given name."""


_AKIM = re.compile("G(?=[CSK][SC])")
"""Аким before a name that no list has: Аким Едил Жанов."""
_BEFORE_WHOLE = re.compile("[GSCK](?=GP?[SC])|K(?=[SC][SC])|C(?=C[CS](?![GSCP]))")
_OF_TOWN = frozenset(lexicon.words("annotate.people.name_letters", "of_town"))


def _towns(found: Sequence[Piece], letters: str) -> list[int]:
    whole = (m.start() for m in _BEFORE_WHOLE.finditer(letters, 1))
    return [i for i in whole if _of_town(found, i) or (letters[i] == "C" and foreign_names.of_body(found[i - 1].text))]


def _of_town(found: Sequence[Piece], at: int) -> bool:
    """Больницы города Рудного Марат Алиев: the town before a whole name is no part of it."""
    before = found[at - 2] if found[at - 1].text == "." and at > 1 else found[at - 1]
    return before.text.lower() in _OF_TOWN


def _put(letters: str, places: Sequence[int], letter: str) -> str:
    """Return the letters with another one at some places."""
    for at in places:
        letters = f"{letters[:at]}{letter}{letters[at + 1 :]}"
    return letters


def _shouted(found: Sequence[Piece], at: int) -> bool:
    """Бахтияр МАКЕН: a surname in capitals behind a given name, though it ends as no surname does."""
    word = found[at].text
    return len(word) > 3 and word.isupper() and not found[at - 1].text.isupper()


def _of_oblast(found: Sequence[Piece], at: int) -> bool:
    """Области Абай Марат Алиев: the first of two given names is that of the region."""
    if not found[at - 1].text.lower().startswith("област"):
        return False
    return any(unit.ru == f"область {found[at].text}" for unit in gazetteer.regions().values())


@cache
def _letters(language: str) -> Remembered[str, str]:
    return Remembered(partial(kind_of, language=language))


def kind_of(word: str, language: str) -> str:
    """Return the letter of a word: what part of a name it may be wherever it stands."""
    if not word[0].isalpha():
        return {"–": "-", "—": "-"}.get(word, word if word in ".,-" else "x")
    if word[0].islower():
        return "C" if foreign_names.tied(word, language) else "w"
    if ABBREVIATED.match(word):
        return "w"
    if len(word) == 1:
        return "I" if "А" <= word <= "ӿ" else "L"
    return "L" if re.match(r"[A-Za-zÀ-ɏ]", word) else _cyrillickind_of(word, language)


ABBREVIATED = re.compile(r"[A-ZА-ЯЁ]{2,}-[а-яёәғқңөұүһі]|[А-ЯЁ][а-яё]+[А-ЯЁ]{2}")
"""МРТ-диагностики, HLA-типирования: an ordinary word with an abbreviation before it; КазНИИОиР."""


_STANDING_IN = re.compile(r"[дт](?:ағы|егі)$")
"""Семейдегі: what is in a place is no name."""


def _cyrillickind_of(word: str, language: str) -> str:
    if (word.isupper() and len(word) < 4) or (language != "ru" and _STANDING_IN.search(word)):
        return "w"
    if names.patronymic(word, language):
        return "P"
    if names.given(word, language):
        return "G"
    if names.common(word, language) or _BODY.search(word):
        return "w"
    if names.surname_like(word, language) and not names.country(word) and not _noun(word, language):
        return "S"
    if word.isupper():
        return "w"
    if word.lower() in guards("surname"):
        return "C"
    return "K" if (names.ru_place(word) if language == "ru" else names.place(word)) else "C"


def _noun(word: str, language: str) -> bool:
    """Whether a word that ends like a surname of two syllables is an ordinary one: Еңбек."""
    return not re.search(r"[оеё]в|[иы]н|ск", word.lower()) and names.ordinary(word, language)


def may_begin(word: str, language: str) -> bool:
    """Say whether a name may begin with a word; of one that is cut into pieces, with any of them that is no small word."""
    return bool(FIRST.search(_letters(language)[word])) if plain(word) else any(_large(sign) for sign in word)


def may_be_named(word: str, language: str) -> bool:
    """Say whether a word may be more in a name than an ordinary word is."""
    return _letters(language)[word] != "w"


def _large(sign: str) -> bool:
    return sign.isalpha() and not sign.islower()
