"""Parts of a personal name: given names, patronymics and surnames with their endings taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.words import fold, guards, kk_stems, ru_ordinary, ru_tags, titled
from kzhealthkg.model.frozen import frozen


@frozen
class Form:
    """A name part in the nominative, the case it stood in and the gender it tells (m, f, mf or "")."""

    name: str
    case: str = "nom"
    gender: str = ""


_PATRONYMIC_KK = re.compile(r"^.{2,}(?P<f>қызы|кызы)$|^.{2,}(?:ұлы|улы)$", re.I)
_PATRONYMIC_RU = re.compile(r"^.{2,}(?:(?P<m>ович|евич|ьич)|(?P<f>овн|евн|ичн))(?P<end>[а-яё]{0,2})$", re.I)
_RU_SURNAME = re.compile(r"^(?P<stem>.+(?P<kind>[оеё]в|[иы]н|ск|цк))(?P<end>[а-яё]{0,3})$", re.I)
SHORT = frozenset(lexicon.words("annotate.names.names", "short"))
_IRREGULAR = {"павл": "Павел", "льв": "Лев", "петр": "Пётр", "пётр": "Пётр"}


@cache
def _declension(part: str, gender: str) -> tuple[tuple[str, str, str], ...]:
    """Return (ending, ending of the nominative, case) of a part of Russian names."""
    rows = (row for row in lexicon.table("name_endings_ru") if row["part"] == part and row["gender"] == gender)
    return tuple((row["ending"], row["nominative"], row["case"]) for row in rows)


@cache
def _endings(part: str, gender: str) -> dict[str, tuple[str, str]]:
    return {ending: (nominative, case) for ending, nominative, case in _declension(part, gender)}


def _ending(part: str, gender: str, ending: str) -> tuple[str, str] | None:
    """Return the nominative's ending and the case that an ending of a part of Russian names tells."""
    return _endings(part, gender).get(ending.lower())


@cache
def _given_names() -> dict[str, str]:
    return {fold(row["name"]): row["gender"] for row in lexicon.table("given_names")}


@cache
def _surname_pattern() -> re.Pattern[str]:
    rows = sorted({row["ending"] for row in lexicon.table("surname_endings")}, key=lambda e: (-len(e), e))
    return re.compile(rf"^.{{2,}}(?:{'|'.join(rows)})$", re.I)


@cache
def _common_names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in lexicon.table("given_names") if row["common"])


def is_common(name: str) -> bool:
    """Whether a given name is also an ordinary word or a place, and so proves nothing alone."""
    return fold(name) in _common_names()


@lru_cache(maxsize=20_000)
def given(word: str, language: str) -> Form | None:
    """Return the given name that a word is a form of, or None."""
    return next(iter(_given_forms(titled(word), language)), None)


@lru_cache(maxsize=20_000)
def _given_forms(word: str, language: str) -> tuple[Form, ...]:
    known = _given_names()
    stems = _ru_given(word) if language == "ru" else kk_stems(word)
    return tuple(Form(stem, case, known[fold(stem)]) for stem, case in stems if fold(stem) in known)


def _ru_given(word: str) -> Iterator[tuple[str, str]]:
    yield word, "nom"
    known = _given_names()
    for ending, nominative, case in _declension("given", ""):
        if word.lower().endswith(ending):
            stem = word[: len(word) - len(ending)]
            irregular = _IRREGULAR.get(stem.lower())
            gender = known.get(fold(stem + nominative), "") if _may_soften(stem, nominative) else ""
            if irregular:
                yield irregular, case
            elif gender and _fits(stem + nominative, gender) and (nominative or f"{stem}ь" not in _soft_names()):
                yield stem + nominative, case


def _may_soften(stem: str, nominative: str) -> bool:
    """Айгуля is of Айгуль, Игоря of Игорь; Гульнаре is of Гульнара, Гульжане of no soft name."""
    if nominative != "ь":
        return True
    return stem[-1:] in ("л", "в") or f"{stem}ь" in _soft_names()


@cache
def _soft_names() -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon.table("given_names") if row["name"].endswith("ь"))


def _fits(name: str, gender: str) -> bool:
    """Whether a name of this gender is declined at all: Акмарал is not, Аскар is."""
    return "m" in gender or name[-1] in "аяь"


@lru_cache(maxsize=20_000)
def patronymic(word: str, language: str) -> Form | None:
    """Return the patronymic that a word is a form of, or None."""
    word = titled(word)
    if not word[:1].isupper() or len(word) < 5:
        return None
    for stem, case in kk_stems(word):
        match = _PATRONYMIC_KK.match(stem)
        if match:
            return Form(stem, case, "f" if match["f"] else "m")
    return _ru_patronymic(word) if language == "ru" else _ru_patronymic_in_kk(word)


def _ru_patronymic(word: str) -> Form | None:
    match = _PATRONYMIC_RU.match(word)
    if not match:
        return None
    gender = "m" if match["m"] else "f"
    found = _ending("patronymic", gender, match["end"])
    return Form(word[: match.start("end")] + found[0], found[1], gender) if found else None


def _ru_patronymic_in_kk(word: str) -> Form | None:
    for stem, case in kk_stems(word):
        form = _ru_patronymic(stem)
        if form and form.case == "nom":
            return Form(stem, case, form.gender)
    return None


@cache
def _compound() -> re.Pattern[str]:
    parts = sorted((row["part"] for row in lexicon.table("name_parts")), key=lambda p: (-len(p), p))
    return re.compile(rf"^[^\W\d_]{{2,}}(?:{'|'.join(parts)})$", re.I)


@lru_cache(maxsize=20_000)
def compound(word: str) -> bool:
    """Whether a word is built like a Kazakh given name: Сәдібек, Толқынгүл."""
    return bool(_compound().match(titled(word)))


@lru_cache(maxsize=20_000)
def ru_compound(word: str) -> bool:
    """Whether a Russian word is the genitive of a man's name that only its second part tells: Сейтжана."""
    stem = word[:-1]
    return word.endswith("а") and compound(stem) and not given(stem, "ru") and not given(word, "ru")


@lru_cache(maxsize=20_000)
def ordinary(word: str, language: str) -> bool:
    """Whether a word with a capital is an ordinary word of the language, in any case."""
    if language == "ru":
        return ru_ordinary(word.lower())
    low = word.lower()
    if re.search(r"(?:[лдт][ыі][қк]|[ғқ]ан|[гк]ен|[лдт]ар|[лдт]ер)$", low):
        return True
    return any(stem in _vocabulary() for stem, _ in kk_stems(low))


@cache
def _vocabulary() -> frozenset[str]:
    rows = [row for name in ("nouns_kk", "adjectives_kk", "closed_kk", "verbs_kk") for row in lexicon.table(name)]
    return frozenset(next(iter(row.values())).lower() for row in rows)


@lru_cache(maxsize=20_000)
def surname_like(word: str, language: str) -> bool:
    """Whether a capitalised word has the ending of a surname, in any case."""
    word = titled(word)
    if language == "ru" and _RU_SURNAME.match(word) and _ru_surname_case(word, ""):
        return True
    return any(_surname_pattern().match(stem) for stem, _ in kk_stems(word)[: 1 if language == "ru" else None])


@lru_cache(maxsize=20_000)
def surname(word: str, language: str, gender: str = "", oblique: bool = False) -> Form:
    """Return the surname that a word is a form of; ``oblique`` says that the given name beside it is declined."""
    word = titled(word)
    return _ru_surname(word, gender, oblique) if language == "ru" else _kk_surname(word)


_OPEN_SYLLABLE = re.compile(r"[бвгджзклмнпрстфхцчш][аеёиоуюяэ]", re.I)
"""Ли, Пя: a surname of one open syllable takes endings like any other."""


def _kk_surname(word: str) -> Form:
    stems = kk_stems(word)
    known = _given_names()
    for test in (_surname_pattern().match, lambda stem: fold(stem) in known):
        for stem, case in stems:
            if test(stem):
                return Form(stem, case)
    if len(stems) > 1 and _OPEN_SYLLABLE.fullmatch(stems[1][0]):
        return Form(*stems[1])
    stem, case = stems[1] if len(stems) > 1 and len(stems[1][0]) >= 3 else stems[0]
    short = len(word) - len(stem) == 2 and len(stem) < 4 and stem not in SHORT
    return Form(word) if short else Form(stem, case)


_SOFT = re.compile(r"^(.+[лнр])(я|ю|ем)$")
_MASCULINE = (
    _SOFT,
    re.compile(r"^(.{2,}[бвгджзклмнпрстфхцчшщ])(а|у|ом|ем|е)$"),
    re.compile(r"^(.+[аоуэыи])(я|ю|ем|е)$"),
)
"""Surnames of men that end in a consonant, soft or hard, or in й, in an oblique case: Коваля, Шмидта, Гая."""


UNDECLINED = lexicon.words("annotate.names.names", "undeclined")


def _ru_surname(word: str, gender: str, oblique: bool) -> Form:
    found = _ru_surname_case(word, gender, oblique)
    if found or word.endswith(UNDECLINED):
        return found or Form(word)  # Муеззиноглу
    if not oblique or "m" not in gender:
        return Form(word)
    match = next((m for pattern in _MASCULINE if (m := pattern.match(word))), None)
    if not match:
        return Form(word)
    soft = "й" if match[1][-1] in "аоуэыи" else "ь" if _SOFT.match(word) else ""
    ending = _ending("other", "m", match[2])
    return Form(match[1] + soft, ending[1], "m") if ending else Form(word)


def _ru_surname_case(word: str, gender: str, oblique: bool = False) -> Form | None:
    match = _RU_SURNAME.match(word)
    if not match:
        return None
    family = "ск" if match["kind"].lower().endswith("к") else "ов"
    sexes = ("m", "f") if gender not in ("m", "f") else (gender,)
    fits = [Form(match["stem"] + end[0], end[1], sex) for sex in sexes if (end := _ending(family, sex, match["end"]))]
    return min(fits, key=lambda form: (form.case == "nom") == oblique, default=None)


@lru_cache(maxsize=20_000)
def common(word: str, language: str) -> bool:
    """Whether a capitalised word is no name: a pronoun, a month, an institution, a country, a place."""
    stems = [word] if language == "ru" else [stem for stem, _ in kk_stems(word)]
    return any(stem.lower() in guards("word") for stem in stems)


@lru_cache(maxsize=20_000)
def place(word: str) -> bool:
    """Whether a word, its ending taken off or not, is the name of a place or a country."""
    return any(gazetteer.known(stem) or fold(stem) in _countries() for stem, _ in kk_stems(titled(word)))


@lru_cache(maxsize=20_000)
def ru_place(word: str) -> bool:
    """Whether a Russian word in any case is the name of a place or a country."""
    lemmas = {titled(word).lower()} | {lemma for lemma, pos, _ in ru_tags(word.lower()) if pos == "NOUN"}
    return any(gazetteer.known(lemma.capitalize()) or fold(lemma) in _countries() for lemma in lemmas)


@lru_cache(maxsize=20_000)
def place_bare(word: str) -> bool:
    """Whether a word as it stands is the name of a place or a country."""
    return word[:1].isupper() and (gazetteer.known(titled(word)) or fold(titled(word)) in _countries())


@lru_cache(maxsize=20_000)
def country(word: str) -> bool:
    """Whether a word, its ending taken off or not, is a country or a city abroad."""
    return any(fold(stem) in _countries() for stem, _ in kk_stems(titled(word)))


def kk_case(word: str) -> str:
    """Return the case of a Kazakh given name, or "" for another word."""
    form = given(word, "kk")
    return form.case if form else ""


@cache
def _countries() -> frozenset[str]:
    rows = lexicon.table("countries")
    return frozenset(fold(row[key]) for row in rows for key in ("kk", "ru") if row[key])


def of_one(first: str, word: str) -> bool:
    """Абая | Кунанбаева, but no Павлова | Айгуль: say whether a word behind a name can be of the same person."""
    return given(word, "ru") is None or given(first, "ru") is not None
