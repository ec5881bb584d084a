"""The words of offices: roles, deputies, acting ones; their bodies are found elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.marks import FORMER, ROLE, ROLE_WORD
from kzhealthkg.annotate.words import ru_cases
from kzhealthkg.model import Sentence
from kzhealthkg.model.frozen import frozen, replace
from kzhealthkg.sieve import Sieve

_KK_END = (
    r"(?P<many>лар|лер|дар|дер|тар|тер)?(?P<own>ымыз|іміз|мыз|міз|[ыі]|с[ыі])?"
    r"(?P<case>[ндт][ыі]ң|[нғқгк][ае]|[ндт][ыі]|н|н?[дт][ае]|[ндт][ае]н|[мбп]ен)?"
)
DEPUTIES = {
    "minister": "vice-minister", "akim": "deputy-akim", "department-head": "deputy-department-head",
    "chief-physician": "deputy-chief-physician", "head": "deputy-head",
}  # fmt: skip
_KK_DEPUTY = re.compile(
    rf"\s+(?:бірінші\s+|(?:[\w,-]+\s+){{0,5}}?(?:жөніндегі|бойынша)\s+)?орынбасар{_KK_END}(?![\w-])", re.I
)
_KK_ACTING = re.compile(
    rf"\s+(?:уақытша\s+)?(?:міндет(?:ін|терін)\s+(?:уақытша\s+)?атқарушы{_KK_END}(?!\w)|м\.\s?а\.|МА(?!\w))", re.I
)
_KK_ACTING_SHORT = re.compile(r"\s+(?:м\.\s?а\.|МА(?!\w))")
"""Басқарма басшысы м.а.: the office may stand in the nominative too."""
_FORMER = re.compile(
    r"(?:(?<!\w)(?:бұрынғы|ескі|алғашқы|экс|бывш\w+|прежн\w+|тогдашн\w+|сол кездегі|сол тұстағы|предыдущ\w+|(?:ранее|прежде|до этого)\s+\w+вш\w+|занимавш\w+)[\s-]+|экс-)(?:[\w-]+\s+){0,3}?$",
    re.I,
)
_FORMER_DEPUTY = re.compile(r"\s+(?:бұрынғы|экс-?)\s*орынбасар", re.I)
_KK_FOR_NOW = re.compile(r"(?<!\w)уақытша\s+$", re.I)
_RU_ACTING = re.compile(r"(?:(?<!\w)и\.\s?о\.?|(?<!\w)ио|врио|исполняющ\w+\s+обязанности)\s*$", re.I)
_RU_SINGULAR = lexicon.words("annotate.people.roles", "singular")
_RU_STANDING_IN = lexicon.words("annotate.people.roles", "standing_in")
_ABBREVIATED = frozenset(lexicon.words("annotate.people.roles", "abbreviated"))
_RU_MANY = re.compile(r"(?:[^йш]и|ы|[аи]ми|[ая]ми|ей|ов|[ая]х|[ая]м)$", re.I)


@frozen
class Office:
    """An office as said: ``start``–``end`` covers its role and its body, ``head`` begins the role words."""

    start: int
    end: int
    head: int
    role: str
    scope: str
    plural: bool = False
    acting: bool = False
    case: str = "nom"
    organization: str = ""
    region: str = ""
    bare: bool = True
    """Whether nothing was said beside the role words."""

    cases: frozenset[str] = frozenset()
    """The cases that the Russian role word may stand in; empty where nothing is known."""
    kazakh: bool = False
    was: str = ""
    """The role of an office that was held before and is none now."""
    of_unit: bool = False
    """The head of a unit whose own name tells no institution."""

    @property
    def lends(self) -> bool:
        """Whether its body may be that of the next office in a list."""
        return bool(self.organization) and self.scope in ("body", "company") and not self.of_unit

    @property
    def borrows(self) -> bool:
        """Whether it is an office of a body that was not named with it."""
        return self.scope in ("body", "company") and (self.of_unit or (self.bare and not self.organization))

    def role_word(self, text: str) -> str:
        """Return the role words, lower-cased."""
        return text[self.head : self.end].lower()


@lru_cache(maxsize=1_000)
def _pattern(rows: tuple[int, ...], language: str) -> re.Pattern[str]:
    table = lexicon.table("roles")
    parts = "|".join(f"(?P<r{number}>{_expanded(table[number]['pattern'], language)})" for number in rows)
    end = rf"{_KK_END}(?![\w-])" if language == "kk" else r"(?![\w-])"
    return re.compile(rf"(?<![\w-])(?:{parts}){end}", re.I)


@cache
def said(language: str) -> Sieve[int]:
    """Return the numbers of the rows of roles, those of longer words first, by which of them a sentence may hold."""
    rows = [row for row in enumerate(lexicon.table("roles")) if row[1]["language"] == language]
    rows.sort(key=lambda row: (-len(row[1]["pattern"]), row[0]))
    return Sieve((number, _expanded(row["pattern"], language)) for number, row in rows)


def _expanded(pattern: str, language: str) -> str:
    """Return the pattern of a row; акимат, ректорат and президентский are no forms of the office they come from."""
    return (pattern if language == "kk" else pattern.replace("*", "(?!ат|ск)[а-яё]{0,4}")).replace(" ", r"\s+")


def roles(text: str, sentence: Sentence, language: str) -> tuple[Office, ...]:
    """Return the role words of a sentence of ``text``, deputies and acting ones made out, without their bodies."""
    if not sentence.marks & ROLE:
        return ()
    rows = said(language).fitting([token.norm for token in sentence.tokens if token.marks & ROLE_WORD])
    return tuple(_roles(text, sentence, language, rows)) if rows else ()


def _roles(text: str, sentence: Sentence, language: str, rows: tuple[int, ...]) -> Iterator[Office]:
    start, end = sentence.start, sentence.end
    pattern, at = _pattern(rows, language), start
    while match := pattern.search(text, at, end):
        row = next(lexicon.table("roles")[number] for number in rows if match[f"r{number}"] is not None)
        if (
            language == "kk"
            and not (match["own"] or match["case"] or match["many"])
            and _owner_only(sentence, match.end())
        ):
            at = match.end()
            continue
        office = _kk_role(text, match, row, end) if language == "kk" else _ru_role(text, match, row, start)
        at = max(office.end, match.start() + 1)
        former = sentence.marks & FORMER and (
            _FORMER.search(text, start, office.start) or _FORMER_DEPUTY.match(text, office.end, end)
        )
        yield replace(office, role="-", was=office.role) if former else office


@cache
def _former() -> Sieve[None]:
    return Sieve([(None, _FORMER.pattern)])


def may_be_former(word: str) -> bool:
    """Say whether a lower-cased word may be one of those without which no office is said to be held no more."""
    return _former().tells(word)


def _owner_only(sentence: Sentence, at: int) -> bool:
    """Президент Әкімшілігі, Президент жарлығы: an office before what it has is nobody's here."""
    after = next((t for t in sentence.tokens if t.start >= at), None)
    if after is None or after.text in _ABBREVIATED or after.best.pos != "NOUN" or not after.best.possessive:
        return False
    return after.best.lemma in _belongings()


@cache
def _belongings() -> frozenset[str]:
    return frozenset(lexicon.words("annotate.people.roles", "belongings"))


def _kk_role(text: str, match: re.Match[str], row: dict[str, str], end: int) -> Office:
    """Return the office of Kazakh role words with the deputy or the acting one that follows them."""
    start, last = match.span()
    acting = bool(_KK_FOR_NOW.search(text, max(0, start - 12), start))
    case, many = _kk_case(match["case"]), bool(match["many"])
    office = Office(start, last, start, row["role"], row["scope"], many, acting, case, kazakh=True)
    if office.case != "gen":
        for_now = _KK_ACTING_SHORT.match(text, office.end, end) if match["own"] and office.case == "nom" else None
        return replace(office, acting=True, end=for_now.end()) if for_now else office
    deputy = _KK_DEPUTY.match(text, office.end, end)
    if deputy:
        role = DEPUTIES.get(office.role, "deputy-head")
        office = replace(
            office, role=role, end=deputy.end(), plural=bool(deputy["many"]), case=_kk_case(deputy["case"])
        )
    stand_in = _KK_ACTING.match(text, office.end, end)
    if stand_in:
        office = replace(office, acting=True, end=stand_in.end(), case=_kk_case(stand_in.groupdict().get("case")))
    return office


def _kk_case(ending: str | None) -> str:
    """Return the case of the ending of an office, nom where it has none."""
    if not ending:
        return "nom"
    if ending.endswith("ң"):
        return "gen"
    if ending.endswith("ен") and ending[0] in "мбп":
        return "ins"
    if len(ending) == 3:
        return "abl"
    if ending[-1] not in "ае":
        return "acc"
    return "loc" if ending[-2] in "дт" else "dat"


def _ru_role(text: str, match: re.Match[str], row: dict[str, str], start: int) -> Office:
    acting = _RU_ACTING.search(text, start, match.start())
    begin = acting.start() if acting else match.start()
    last = (
        match[0].split()[0 if row["scope"] in ("parliament", "region") else -1].lower()
    )  # депутаты Мажилиса, акима области
    plural = bool(_RU_MANY.search(last)) and not last.endswith(_RU_SINGULAR) and row["scope"] != "state"
    first = next(word for word in (acting or match)[0].lower().split() if word not in _RU_HIS)
    cases = frozenset() if first.startswith(_RU_STANDING_IN) else _of_one(ru_cases(first))
    return Office(begin, match.end(), match.start(), row["role"], row["scope"], plural, bool(acting), cases=cases)


_RU_HIS = frozenset(lexicon.words("annotate.people.roles", "his"))


def _of_one(cases: frozenset[str]) -> frozenset[str]:
    """Главный врач: of people no nominative is an accusative too."""
    return cases - {"acc"} if "nom" in cases and "gen" not in cases else cases
