"""Forms of Russian phrases: the nominative of a name, its plural, the adjective that agrees with a noun."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.morph.ru import parses

JOINING = frozenset(lexicon.words("morph.forms_ru", "joining"))
LOANS = {f"{word}а": word for word in lexicon.words("morph.forms_ru", "loans")}
"""Хаба: new words that are known only as the name of a town that is not declined."""


def nominative(words: list[str], singular: bool = False) -> list[str]:
    """Return the words with the adjectives and the head noun in the nominative, the rest untouched."""
    return list(_nominative(tuple(words), singular))


@lru_cache(maxsize=5_000)
def _nominative(phrase: tuple[str, ...], singular: bool) -> tuple[str, ...]:
    """Return the words of a phrase in the nominative, with the dots of "ё" only where the text has them."""
    turned = _turned_words(phrase, singular)
    return tuple(t if "ё" in w else t.replace("ё", "е") for w, t in zip(phrase, turned, strict=True))


def _turned_words(phrase: tuple[str, ...], singular: bool) -> list[str]:
    """Общей и детской смертности, впервые выявленного рака: joining words and adverbs stay as they are."""
    if _MIXED.match(phrase[0]):
        return list(phrase)
    stays = [w in JOINING or _only_adverb(w) for w in phrase]
    turned = iter(_turned([w for w, kept in zip(phrase, stays, strict=True) if not kept], singular))
    return [w if kept else next(turned) for w, kept in zip(phrase, stays, strict=True)]


_MIXED = re.compile(r"[А-ЯЁ][а-яё]+[А-ЯЁ]{2}")
"""КазНИИ глазных болезней: an abbreviation that is not declined, and what it owns."""


def _only_adverb(word: str) -> bool:
    """Впервые, лабораторно: a word that is an adverb, or only looks like a short adjective."""
    return word[-1:] in "оевь" and {str(parse.tag.POS) for parse in parses(word.lower())} <= {"ADVB", "ADJS"}


def _turned(words: list[str], singular: bool) -> list[str]:
    """Областной больницы → областная больница: the words with those that agree in the nominative."""
    head = _head(words)
    if head < 0:
        return words
    chosen = _agreement(words[: head + 1])
    if chosen is None:
        return words
    number = "sing" if singular else str(chosen[-1].tag.number)
    gender = None if number == "plur" else str(chosen[-1].tag.gender)
    turned = [_inflect(parse, {"nomn", number, gender}) for parse in chosen]
    return [_capitals(old, new) for old, new in zip(words, turned, strict=False)] + words[head + 1 :]


def agreeing(adjective: str, noun: str) -> str:
    """Return an adjective in the nominative singular, in a noun's gender: Рудненской, больницах → Рудненская."""
    genders = [str(p.tag.gender) for p in parses(noun.lower()) if p.tag.POS == "NOUN"]
    known = [p for p in parses(adjective.lower()) if p.tag.POS in ("ADJF", "PRTF")]
    return _capitals(adjective, _inflect(known[0], {"nomn", "sing", *genders[:1]})) if known and genders else adjective


def participle(verb: str, *, passive: bool) -> str:
    """Return the participle of a verb in the nominative plural: выписано → выписанные; "" where it has none."""
    voice = "pssv" if passive else "actv"
    known = (p for p in parses(verb) if p.tag.POS in ("VERB", "PRTS") and "impr" not in p.tag)  # пришли: прийти
    said = next((p.inflect({"PRTF", "plur", "nomn", voice, _tense(p)}) for p in known), None)
    return str(said.word) if said else ""


def is_transitive(verb: str) -> bool:
    """Say whether a verb takes an object: прооперировали, not обратились."""
    return next(("tran" in p.tag for p in parses(verb) if p.tag.POS == "VERB" and "impr" not in p.tag), False)


def _tense(parse: Any) -> str:
    return "pres" if "pres" in parse.tag and "PRTS" not in parse.tag else "past"


def accusative(phrase: str) -> str:
    """Return a phrase that stands in the nominative in the accusative, which only a feminine shows: такую операцию."""
    words = phrase.split()
    head = _head(words)
    chosen = _agreement(words[: head + 1]) if head >= 0 else None
    if chosen is None or not {"nomn", "sing", "femn"} <= set(chosen[-1].tag.grammemes):
        return phrase
    turned = [_inflect(parse, {"accs", "sing", "femn"}) for parse in chosen]
    return " ".join([*map(_capitals, words, turned), *words[head + 1 :]])


def plural(words: list[str], head: int) -> list[str]:
    """Return a counted phrase in the nominative plural: its head and the adjectives before it, the rest untouched."""
    turned = []
    for word in words[: head + 1]:
        known = [p for p in parses(word.lower()) if p.tag.POS in ("NOUN", "ADJF", "PRTF")]
        plain = not known or _abbreviation(word)
        turned.append(word if plain else _capitals(word, _inflect(known[0], {"nomn", "plur"})))
    return turned + _plural_too(words[head + 1 :])


def _plural_too(words: list[str]) -> list[str]:
    """Исследований и плановых операций: what "and" joins to the head itself is counted with it."""
    head = _head(words[1:]) if words[:1] == ["и"] else -1
    counted = head >= 0 and any({"NOUN", "gent", "plur"} in p.tag for p in parses(words[head + 1].lower()))
    return [words[0], *plural(words[1:], head)] if counted else words


def _head(words: list[str]) -> int:
    """The place of the first noun behind nothing but adjectives, -1 where there is none."""
    for place, word in enumerate(words):
        if not word.replace("-", "").isalpha() or not any("а" <= c <= "я" or c == "ё" for c in word.lower()):
            return -1
        known = parses(word.lower())
        guessed = not any(p.is_known for p in known) and known[0].tag.POS == "NOUN"  # акиматом
        kinds = {str(p.tag.POS) for p in known}
        if (guessed or not kinds & {"ADJF", "PRTF"}) and not _of_town(words, place):
            return place if "NOUN" in kinds and not _abbreviation(word) else -1
    return -1


def _of_town(words: list[str], place: int) -> bool:
    """Глубоковской районной больнице: a capital in -ская before a small letter describes, though a surname is so too."""
    two = words[place : place + 2]
    return len(two) == 2 and two[0].istitle() and two[1].islower() and _TOWNS.search(two[0]) is not None


_TOWNS = re.compile("[сц]к(ая|ой|ую)$")


def _shared(old: str, new: str) -> int:
    """How many letters two forms begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _abbreviation(word: str) -> bool:
    return len(word) > 1 and len(word) <= 6 and word.isupper()


def _agreement(words: list[str]) -> list[Any] | None:
    """One parse for each word so that case, number and gender agree; None where none do."""
    nouns = [p for p in parses(words[-1].lower()) if p.tag.POS == "NOUN"]
    for noun in nouns:
        chosen = [_modifier(word, noun) for word in words[:-1]]
        if all(parse is not None for parse in chosen):
            return [*chosen, noun]
    return _paucal(words, nouns)


def _paucal(words: list[str], nouns: list[Any]) -> list[Any] | None:
    """Два медицинских работника: behind two, three, four the adjective is plural, its noun singular."""
    noun = next((p for p in nouns if p.tag.case == "gent" and p.tag.number == "sing"), None)
    chosen = [next((p for p in parses(w.lower()) if {"gent", "plur"} in p.tag), None) for w in words[:-1]]
    return None if noun is None or any(p is None for p in chosen) else [*chosen, noun]


def _modifier(word: str, noun: Any) -> Any:
    for parse in parses(word.lower()):
        tag = parse.tag
        same = str(tag.case) == str(noun.tag.case) and str(tag.number) == str(noun.tag.number)
        describes = tag.POS in ("ADJF", "PRTF") or ("Surn" in tag and _TOWNS.search(word))
        if describes and same and tag.gender in (None, noun.tag.gender):
            return parse
    return None


def _inflect(parse: Any, wanted: set[str | None]) -> str:
    is_noun = parse.tag.POS == "NOUN"
    grammemes = {g for g in wanted if g and g != "None" and not (is_noun and g in ("masc", "femn", "neut"))}
    if "Supr" in parse.tag:
        return superlative(parse, grammemes)
    turned = parse.inflect(grammemes)
    found = _firm(str(parse.word), str((turned or parse).word))
    return LOANS.get(found, found)


def _firm(old: str, new: str) -> str:
    """Рентген-аппаратов → рентген-аппарат: a first part that stands in the nominative does not decline."""
    first, hyphen, _ = old.partition("-")
    declined = hyphen and not new.startswith(f"{first}-") and new.count("-") == old.count("-") == 1
    nominal = declined and any(p.tag.POS == "NOUN" and {"nomn", "sing"} in p.tag for p in parses(first))
    return f"{first}-{new.rpartition('-')[2]}" if nominal else new


def superlative(parse: Any, grammemes: set[str]) -> str:
    """Высшего is of высший, not of высочайший: the form that begins as the word does."""
    forms = [str(p.word) for p in parse.lexeme if {"Supr", *grammemes} <= set(p.tag.grammemes)]
    return next((form for form in forms if form[:4] == parse.word[:4]), str(parse.word))


def _capital(old: str, new: str) -> str:
    """МРТ-аппарат keeps its capitals part by part."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.capitalize() if old[:1].isupper() else new


def _capitals(old: str, new: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    shared = _shared(old.lower(), new.lower())
    if shared > 1 and old[:shared].isupper():
        return old[:shared] + new[shared:]  # ФАПов, ФАПы
    parts = [_capital(o, n) for o, n in zip(old.split("-"), new.split("-"), strict=False)]
    return "-".join(parts) if old.count("-") == new.count("-") else new
