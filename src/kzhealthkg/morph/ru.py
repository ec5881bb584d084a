"""Russian words by pymorphy3, in the readings of the house."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.model import Reading

_CASES = {
    "nomn": "nom",
    "gent": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc2": "loc",
}
_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip


@cache
def analyser() -> Any:
    """Return the one pymorphy3 analyser of the process.

    It is told where its dictionary is: to look for one it reads what every installed package says of itself.
    """
    import pymorphy3
    import pymorphy3_dicts_ru

    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru")


_SPELT = re.compile("[\0-\u052f\u2010-\u201f№]+")
"""Words of the scripts that pymorphy3 can name the letters of; it fails on others."""
_SPECIALISTS = lexicon.words("morph.ru", "specialists")
"""Нефрологов, подиатров: many specialists, no village in -ово."""

_TOWNSMEN = lexicon.words("morph.ru", "townsmen")
"""Астанчан: many people of a town, no thing of that name."""
_PROCEDURES = lexicon.words("morph.ru", "procedures")
"""Отопластика, уретероскопии: a procedure, nobody called an отопластик."""
_POINTING = frozenset(lexicon.words("morph.ru", "pointing"))
"""На данный момент: this one, and nothing that somebody gave."""


@lru_cache(maxsize=20_000)
def parses(word: str) -> tuple[Any, ...]:
    """Return pymorphy3's parses of a word, the likeliest first; none of a word in a strange script."""
    found = tuple(analyser().parse(word)) if _SPELT.fullmatch(word) else ()
    if word.endswith(_SPECIALISTS) and found and not found[0].is_known:
        return tuple(p for p in found if not p.normal_form.endswith("ово")) or found
    if word.endswith(_TOWNSMEN) and found and not found[0].is_known:
        return tuple(p for p in found if p.normal_form.endswith("чанин")) or found
    if found and not found[0].is_known and any(p.normal_form.endswith(_PROCEDURES) for p in found):
        return tuple(sorted(found, key=lambda p: not p.normal_form.endswith(_PROCEDURES)))
    if word in _POINTING:
        return tuple(p for p in found if "PRTF" not in p.tag) or found
    return found


_OFTENER = (
    dict.fromkeys(lexicon.words("morph.ru", "verbs"), "VERB")
    | dict.fromkeys(lexicon.words("morph.ru", "adjectives"), "ADJF")
    | dict.fromkeys(lexicon.words("morph.ru", "participles"), "PRTS")
)


def analyse(word: str, capital: bool = False) -> tuple[Reading, ...]:
    """Return the readings of a lower-cased Russian word, the likeliest first; never empty."""
    known = parses(word)
    if known and not capital and "Name" in known[0].tag:  # вели приём: a small letter begins no name, nor an order
        known = tuple(sorted(known, key=lambda p: ("Name" in p.tag) + ("impr" in p.tag)))
    if (
        known and {"VERB", "2per", "plur", "futr"} in known[0].tag
    ):  # завершите: the press bids oftener than it foretells
        known = tuple(sorted(known, key=lambda p: "impr" not in p.tag))
    if known and "impr" in known[0].tag:  # пришли, вышли: the press tells oftener than it bids
        known = tuple(sorted(known, key=lambda p: not {"VERB", "past", "plur"} <= set(p.tag.grammemes)))
    if known and word.endswith("ся") and "futr" in known[0].tag:  # реализуются: what is being done by some, or will be
        known = tuple(sorted(known, key=lambda p: "pres" not in p.tag))
    if word in _OFTENER:
        known = tuple(sorted(known, key=lambda p: _OFTENER[word] not in p.tag))
    if capital and known and _guessed(known[0]) and _TOWN.search(word):
        known = tuple(sorted(known, key=lambda p: "ADJF" not in p.tag))
    if capital and known and not known[0].is_known and _VILLAGE.search(word):
        known = tuple(p for p in known if "VERB" not in p.tag) or known
    found = dict.fromkeys(_reading(parse) for parse in known)
    return tuple(found) or (Reading(word, "X"),)


_TOWN = re.compile("[сц]к(ой|ую)$")
"""Шуской, Алгинскую: adjectives of towns that are guessed to be of a noun in -ка or of a verb in -ковать."""

_VILLAGE = re.compile("(?<!ов)[аеоуыя]л$")
"""Алтынемел, Каратал, Жанажол: villages that are guessed to be what somebody did."""


def _guessed(parse: Any) -> bool:
    """Say whether no dictionary holds a word, and its ending is taken for a verb's or a common noun's."""
    return not parse.is_known and not {"Surn", "Name", "Geox", "ADJF"} & set(parse.tag.grammemes)


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    pos = _POS.get(str(tag.POS), "X")
    return Reading(
        parse.normal_form,
        "PROPN" if pos == "NOUN" and {"Name", "Surn", "Patr", "Geox"} & tag.grammemes else pos,
        _CASES.get(str(tag.case), ""),
        str(tag.number) == "plur",
        form=_form(tag),
        person=str(tag.person)[0] if tag.person else "",
    )


def _form(tag: Any) -> str:
    """Verb form: short passive participles report a result, so they count as perfect."""
    if tag.POS == "INFN":
        return "inf"
    if tag.POS == "PRTS":
        return "perf"
    if tag.POS == "PRTF":
        return "part"
    if tag.POS == "GRND":
        return "ger"
    if tag.POS != "VERB":
        return ""
    if tag.mood == "impr":
        return "imper"
    return {"past": "past", "pres": "pres", "futr": "fut"}.get(str(tag.tense), "")
