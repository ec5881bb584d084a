"""Names of people: found in every sentence, then brought to one full form across the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import namesake
from kzhealthkg.annotate.people import foreign_names
from kzhealthkg.annotate.people.person_forms import Person, assemble, latin
from kzhealthkg.annotate.places import outside as place_outside
from kzhealthkg.annotate.places.forms import LEVELS_RU
from kzhealthkg.annotate.words import Piece, guards, kk_stems, plain, ru_tags
from kzhealthkg.morph.forms_ru import JOINING
from kzhealthkg.remembered import Remembered

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        "GP[SCG](?!P)", "GPP", "GPK", "[SC]GP(?![SCG])", "S[SC]P(?![SCG])", "G[SCG]P", r"I\.I\.[SCGK]", r"G[I]\.S", r"[SC]I\.I\.?", r"I\.[SCP]", r"SI\.",
        "GP", "GS", "GG", "G[CK]", "SG(?!S)", "[CS]P[SC]", "CP", "CS", "CG", "SS", "CC",
    )
)  # fmt: skip
"""G given name, P patronymic, S surname by its ending, K place, C other capital, I initial, L Latin, w other."""

_FIRST = re.compile("[GSCIKL]")
"""What a shape may begin with."""

_UNLISTED = ("CS", "CG", "SS", "CC", "CP", "CPS", "CPC", "SPS", "SPC", "CGP")
"""Shapes whose given name is in no list."""

_BODY = re.compile(
    r"^(?:Нац|Рес|Обл|Гор|Глав|Мин|Спец|Меж)\w*(?:госпитал|центр|банк|комитет|клиник|здрав|надзор|диспансер|больниц)\w*$"
)
"""An abbreviated name of a body: Нацгоспиталя, Минздрава."""
_AFTER_POST = tuple(re.compile(shape) for shape in ("LLL?(?!L)", "[CSK]S", "C[CG]", "KC", r"I\.G", "SC(?![CSG])", "S"))
_WIDEST = 6
"""Letters of the longest shape with the one behind it."""


def _fitting(letters: str, shapes: Sequence[re.Pattern[str]]) -> tuple[str, ...]:
    """Return what each of the shapes takes of some letters."""
    return tuple(match[0] for shape in shapes if (match := shape.match(letters)))


_SHAPED = Remembered(partial(_fitting, shapes=_SHAPES))
_BEHIND_POST = Remembered(partial(_fitting, shapes=(*_SHAPES, *_AFTER_POST)))


def kinds(found: Sequence[Piece], language: str) -> str:
    """Return one letter a piece that says what part of a name it may be; "Аким" before a given name is an office."""
    known = _letters(language)
    letters = "".join([known[piece.text] for piece in found])
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
_OF_TOWN = frozenset(lexicon.words("annotate.people.persons", "of_town"))


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
    return Remembered(partial(_kind, language=language))


def _kind(word: str, language: str) -> str:
    if not word[0].isalpha():
        return {"–": "-", "—": "-"}.get(word, word if word in ".,-" else "x")
    if word[0].islower():
        return "C" if foreign_names.tied(word, language) else "w"
    if ABBREVIATED.match(word):
        return "w"
    if len(word) == 1:
        return "I" if "А" <= word <= "ӿ" else "L"
    return "L" if re.match(r"[A-Za-zÀ-ɏ]", word) else _cyrillic_kind(word, language)


ABBREVIATED = re.compile(r"[A-ZА-ЯЁ]{2,}-[а-яёәғқңөұүһі]|[А-ЯЁ][а-яё]+[А-ЯЁ]{2}")
"""МРТ-диагностики, HLA-типирования: an ordinary word with an abbreviation before it; КазНИИОиР."""


_STANDING_IN = re.compile(r"[дт](?:ағы|егі)$")
"""Семейдегі: what is in a place is no name."""


def _cyrillic_kind(word: str, language: str) -> str:
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
    return bool(_FIRST.search(_letters(language)[word])) if plain(word) else any(_large(sign) for sign in word)


def _large(sign: str) -> bool:
    return sign.isalpha() and not sign.islower()


def find(found: Sequence[Piece], language: str, after_posts: frozenset[int] = frozenset()) -> Iterator[Person]:
    """Yield the people named in a sentence; ``after_posts`` holds the piece numbers that follow an office."""
    letters = kinds(found, language)
    at = 0
    while begun := _FIRST.search(letters, at):
        at = begun.start()
        person, last = _person_at(found, letters, at, language, at in after_posts)
        if person and not namesake(found, at, last):
            yield person
        at = last if person else at + 1


def _person_at(
    found: Sequence[Piece], letters: str, at: int, language: str, after_post: bool
) -> tuple[Person | None, int]:
    if abroad := foreign_names.length(found, letters, at, language, after_post=after_post):
        return _foreign(found[at : at + abroad], language), at + abroad
    for shape in (_BEHIND_POST if after_post else _SHAPED)[letters[at : at + _WIDEST]]:
        last = at + len(shape)
        if shape.endswith("GPK") and language != "ru":
            continue
        if _close(found[at:last]) and not (shape == "S" and _adjectival(found, at)):
            person = _build(found[at:last], shape, language, at == 0 and not after_post, after_post)
            if person:
                return person, last
    return None, at + 1


def _foreign(found: Sequence[Piece], language: str) -> Person | None:
    """Return the person whom a name built as abroad names."""
    if not _close(found):
        return None
    given, family, case = foreign_names.parts(found, language)
    return Person(found[0].start, found[-1].end, given, family, case=case)


def whole(found: Sequence[Piece]) -> bool:
    """Say whether two pieces are a given name and a surname, whatever the first may be."""
    return len(found) == 2 and found[0].text.istitle() and _kind(found[1].text, "ru") in "SC" and _close(found)


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
    words = [piece.text for piece, letter in zip(found, shape, strict=True) if letter != "."]
    parts = shape.replace(".", "")
    span = (found[0].start, found[-1].end)
    if parts[0] == "L":
        return latin(words, span)
    if parts[0] in "CS" and parts in _UNLISTED and not _given_like(words, parts, language, first, after_post):
        return None
    two = parts in ("SC", "GC", "GK") and not _second_name(words, parts, language, after_post)
    if two or (parts[0] == "K" and of_country(words[0], language)):
        return None
    roles = _roles(parts, words, language)
    return assemble(roles, span, language) if roles else None


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
