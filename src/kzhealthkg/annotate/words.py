"""Pieces of a sentence and the case endings of names: what the finders of people and bodies share.

Names are rarely in a dictionary, so their endings are taken off by the rules of vowel harmony and
assimilation alone, and the caller decides which stem is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from kzhealthkg import lexicon
from kzhealthkg.annotate.marks import LOOSE, TIE
from kzhealthkg.model import Sentence, Token
from kzhealthkg.morph import forms_ru, ru

PIECE = re.compile(r"[^\W\d_]+(?:[-’'ʼ‑][^\W\d_]+)*|\d+|[^\w\s]")
AND_KK = frozenset(lexicon.words("annotate.words", "and_kk"))
IN_RU = frozenset(lexicon.words("annotate.words", "in_ru"))
RU_CASE = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc"}

_VOWEL = "аеёиоуыэюяәөұүі"
_VOICELESS = "пткқсшщцчхфһбвгд"
_VOICED = "жзйлрмнңь"
_KK_ENDINGS = (
    ("gen", rf"(?<=[{_VOWEL}мнң])н[ыі]ң|(?<=[жзйлруь])д[ыі]ң|(?<=[{_VOICELESS}])т[ыі]ң"),
    ("ins", rf"(?<=[{_VOWEL}жзйлрмнңь])мен|(?<=[жз])бен|(?<=[{_VOICELESS}])пен"),
    ("abl", rf"(?<=[мнң{_VOWEL}])н[ае]н|(?<=[{_VOWEL}жзйлрь])д[ае]н|(?<=[{_VOICELESS}])т[ае]н"),
    ("loc", rf"(?<=[ыі])нд[ае]|(?<=[{_VOWEL}{_VOICED}])д[ае]|(?<=[{_VOICELESS}])т[ае]"),
    ("dat", rf"(?<=[ыі])н[ае]|(?<=[{_VOWEL}{_VOICED}])[ғг][ае]|(?<=[{_VOICELESS}])[қк][ае]"),
    ("acc", rf"(?<=[{_VOWEL}])н[ыі]|(?<=[уи])д[ыі]|(?<=[{_VOICED}])д[ыі]|(?<=[{_VOICELESS}])т[ыі]|(?<=[ыі])н"),
)
_KK = tuple((case, re.compile(rf"(?:{pattern})$")) for case, pattern in _KK_ENDINGS)
_HYPHEN = tuple((case, re.compile(rf"[-‑](?:{pattern})$")) for case, pattern in (
    ("gen", "[ндт][ыі]ң"), ("ins", "[мбп]ен"), ("abl", "[ндт][ае]н"), ("loc", "[дт][ае]"),
    ("dat", "[ғгқкн][ае]"), ("acc", "[ндт][ыі]"),
))  # fmt: skip
_SIGNS = frozenset(".,:;!?()«»„“”—–…")
_TIES = frozenset("-’'ʼ‑")
_FOLD = str.maketrans("әғқңөұүһіыё‑’ʼ", "агкноуухиие-''", "ьъ")


class Piece(Protocol):
    """A word, a number or a sign, with its offsets in the clean text: most are tokens."""

    @property
    def text(self) -> str:
        """The word, number or sign; « or » for a straight quote."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def marks(self) -> int:
        """What may begin at it."""


class _Part(NamedTuple):
    """A piece that is no token."""

    text: str
    start: int
    end: int
    marks: int


def plain(text: str) -> bool:
    """Say whether a token is a sign, a word of letters or a number of digits only, which is one piece."""
    return text in _SIGNS or text.isalpha() or text.isdecimal()


def ties(text: str) -> bool:
    """Say whether a token may tie the words beside it."""
    return text[0] in _TIES or text[-1] in _TIES


def pieces(text: str, sentence: Sentence, marks_of: Callable[[str], int]) -> tuple[tuple[Piece, ...], int]:
    """Return the pieces of a sentence of ``text`` and what may begin at any; words with a hyphen stay whole."""
    tokens, tied, marks = sentence.tokens, sentence.marks & TIE, sentence.marks
    if not tied and not marks & LOOSE:
        return tokens, marks
    loose = [at for at, t in enumerate(tokens) if t.marks & LOOSE]
    if tied:
        loose = sorted({*loose, *[at for at, t in enumerate(tokens) if t.text not in _SIGNS and _tied(text, t)]})
    found: list[Piece] = []
    end = 0
    for first, last in _runs(loose):
        found += tokens[end:first]
        close = tokens[last].start if last < len(tokens) else tokens[-1].end
        begin = tokens[first].start
        for part, start, stop in _parts(text[begin:close]):
            found.append(_Part(part, begin + start, begin + stop, marks_of(part)))
            marks |= found[-1].marks
        end = last
    return (*found, *tokens[end:]), marks


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of numbers that follow each other: the first of each and the one behind its last."""
    first = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] != number + 1:
            yield numbers[first], number + 1
            first = at


def _tied(text: str, token: Token) -> bool:
    """Whether a hyphen or an apostrophe may tie a token to what stands beside it."""
    return text[token.end : token.end + 1] in _TIES or text[token.start - 1 : token.start] in _TIES


@lru_cache(maxsize=5_000)
def _parts(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((match[0], *match.span()) for match in PIECE.finditer(text))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return the letters that a name's Kazakh and Russian spellings share.

    >>> fold("Ақмарал") == fold("Акмарал"), fold("Айгүл") == fold("Айгуль")
    (True, True)
    """
    return word.lower().translate(_FOLD)


def titled(word: str) -> str:
    """Return a word in capitals with only the first letters left so (ӘЛНАЗАРОВА → Әлназарова)."""
    return "-".join(part.capitalize() for part in word.split("-")) if len(word) > 1 and word.isupper() else word


@lru_cache(maxsize=20_000)
def kk_stems(word: str) -> tuple[tuple[str, str], ...]:
    """Return the word itself and every stem left when one legal Kazakh case ending is taken off, with the case.

    >>> kk_stems("Әлназарованың")[1]
    ('Әлназарова', 'gen')
    """
    found = [(word, "nom")]
    low = word.lower()
    for case, pattern in _HYPHEN + _KK:
        match = pattern.search(low)
        if match and match.start() >= 2:
            found.append((word[: match.start()], case))
    return tuple(found)


@cache
def guards(kind: str) -> frozenset[str]:
    """Return the lower-cased words of one kind of ``lexicon/name_guards.tsv``."""
    return frozenset(row["word"].lower() for row in lexicon.table("name_guards") if row["kind"] == kind)


@lru_cache(maxsize=20_000)
def ru_tags(word: str) -> tuple[tuple[str, str, str], ...]:
    """Return (lemma, part of speech, case) of every reading of a Russian word, likeliest first."""
    return tuple((p.normal_form, str(p.tag.POS or ""), str(p.tag.case or "")) for p in ru.parses(word))


@lru_cache(maxsize=5_000)
def ru_cases(word: str) -> frozenset[str]:
    """Return the cases, in the project's names, that a Russian word may stand in; in the singular where it has one."""
    tags = [p.tag for p in ru.parses(word) if p.tag.case in RU_CASE]
    single = [tag for tag in tags if tag.number == "sing"]
    cases = frozenset(RU_CASE[tag.case] for tag in single or tags)
    return cases - {"nom"} if word in oblique() else cases


@cache
def oblique() -> frozenset[str]:
    """Return the words that the dictionary takes for nominatives and that are none: акима."""
    return frozenset(lexicon.words("annotate.words", "oblique"))


_MASCULINE = "маслихат"
"""A word that the dictionary does not know and takes for a feminine one."""
_PLACE_ADJECTIVE = re.compile(r"(.+[сц]к)(?:ой|ую|ого|ому|ом|им)$")
_OF_PLACE = {"femn": "ая", "masc": "ий", "neut": "ое"}
"""Endings of an adjective made of a place, which the dictionary may not know: Мангистауской."""


@lru_cache(maxsize=5_000)
def ru_nominative(word: str, gender: str = "", noun: bool = False) -> str:
    """Return a Russian noun or adjective in the nominative singular, its capital kept; unchanged if unknown."""
    if noun and word.lower().startswith(_MASCULINE):
        return word[: len(_MASCULINE)]
    if gender in _OF_PLACE and not noun and word[:1].isupper() and (named := _PLACE_ADJECTIVE.match(word)):
        return named[1] + _OF_PLACE[gender]
    for parse in ru.parses(word):
        if parse.tag.POS not in ({"NOUN"} if noun else {"ADJF", "PRTF", "NOUN"}):
            continue
        wanted = {"nomn", "sing"} | ({gender} if gender and parse.tag.POS != "NOUN" else set())
        if "Supr" in parse.tag:
            return _same_capitals(word, forms_ru.superlative(parse, wanted))
        form = parse.inflect(wanted)
        if form and form.word[:4] == word[: min(4, len(word) - 2)].lower() + form.word[min(4, len(word) - 2) : 4]:
            return _same_capitals(word, str(form.word))
    return re.sub("его$", "ий", word)


def _same_capitals(word: str, form: str) -> str:
    """Return the form with the capitals that the word has."""
    pairs = zip(word, form, strict=False)
    return "".join(f.upper() if w.isupper() else f for w, f in pairs) + form[len(word) :]


@lru_cache(maxsize=5_000)
def ru_ordinary(word: str) -> bool:
    """Whether a Russian word is in the dictionary as anything but a name of a person."""
    return any(p.is_known and not {"Name", "Surn", "Patr"} & set(p.tag.grammemes) for p in ru.parses(word))


@lru_cache(maxsize=20_000)
def ru_gender(word: str) -> str:
    """Return the grammatical gender of a Russian noun: masc, femn, neut, or ""."""
    if word.startswith(_MASCULINE):
        return "masc"
    return next((str(p.tag.gender) for p in ru.parses(word) if p.tag.POS == "NOUN" and p.tag.gender), "")
