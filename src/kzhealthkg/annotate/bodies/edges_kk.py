"""Where the name of a Kazakh organisation begins: how far back from its head noun the words belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies.bodies import POSSESSED, forms, head, words
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.words import AND_KK, Piece, guards, kk_stems
from kzhealthkg.remembered import Remembered
from kzhealthkg.text.quotation import CLOSE, OPEN

_LEVELS = frozenset(lexicon.words("annotate.bodies.edges_kk", "levels"))
_DOING = re.compile(r"[а-яёәғқңөұүіһ]{3,}(?:уды|үді)$")
_STOP = re.compile(r"(?:[дт][ае]ғы|[дт]егі|[ыі]п|қыла|[ғқ]ан|[гк]ен|[уү]д[ыі])$")
_PART = frozenset(lexicon.words("annotate.bodies.edges_kk", "part"))
_PEOPLE = frozenset(lexicon.words("annotate.bodies.edges_kk", "people"))


@lru_cache(maxsize=20_000)
def _stops(word: str) -> bool:
    """Whether a Kazakh word cannot stand inside the name that follows it: it has a case or is a verb."""
    low = word.lower()
    if low in guards("modifier") or low in _PART:
        return False
    if low in guards("stop") or low in _closed():
        return True
    cased = low not in _adjectives() and any(case not in ("nom", "gen") for _, case in kk_stems(low))
    return len(low) > 3 and (cased or bool(_STOP.search(low))) and not names.place_bare(word)


@cache
def _adjectives() -> frozenset[str]:
    """Салауатты: adjectives whose end looks like a case."""
    return frozenset(row["lemma"] for row in lexicon.table("adjectives_kk"))


@cache
def _closed() -> frozenset[str]:
    """Бірнеше күн бойы палатада: pronouns, postpositions and adverbs, which no name holds."""
    return frozenset(row["form"] for row in lexicon.table("closed_kk") if row["pos"] in ("PRON", "DET", "ADP", "ADV"))


_OWN = frozenset(lexicon.words("annotate.bodies.edges_kk", "own"))
_AGAIN = frozenset(lexicon.words("annotate.bodies.edges_kk", "again"))
FIELDS = frozenset(lexicon.words("annotate.bodies.edges_kk", "fields"))
_OWNED = re.compile(r"[лдт](?:ары|ері)$")
"""Орталықтың мамандары | Қызылорда облыстық ауруханасында …: what is owned, behind which another name begins."""
_REACH = 40
"""Pieces in the longest name that is looked for."""


def left_edge(found: Sequence[Piece], at: int, barrier: int = -1) -> int:
    """Return the first piece of the Kazakh name whose last piece is ``at - 1``; ``barrier`` ends a person before."""
    first = at
    while first > 0 and found[first - 1].start >= barrier and at - first < _REACH:
        step = _step_left(found, first)
        if step == first:
            break
        first = step
        if found[first].text in OPEN or (found[first].text in forms() and found[first].text not in _kk_forms()):
            return form_before(found, first)
    return _trim(found, first, at)


@cache
def _kk_forms() -> frozenset[str]:
    return frozenset(words("form", "kk"))


def form_before(found: Sequence[Piece], first: int) -> int:
    """Return the piece of the legal form right before a name, or the name's first piece where there is none."""
    return first - 1 if first and found[first - 1].text in forms() else first


def _step_left(found: Sequence[Piece], first: int) -> int:
    """Return the new first piece when one more word, or one quotation, joins the name; the old one otherwise."""
    before = found[first - 1].text
    if (numbered := _numbered(found, first)) < first:
        return numbered
    if before.isalpha() and before not in AND_KK:
        form = before in forms()  # «X» АҚ: though ақ is a word as well
        return first - 1 if form or _word_belongs(found, first) else first
    if before in CLOSE:
        if names.place_bare(found[first].text) and any(_in_genitive(piece.text) for piece in found[first : first + 2]):
            return first  # «X» | Алматы қаласының …
        return next((i for i in range(first - 2, max(-1, first - 18), -1) if found[i].text in OPEN), first)
    if before in AND_KK:
        return first - 1 if first > 1 and _joins(found, first) else first
    if before in (".", ",") and first > 1:
        return _initial_or_list(found, first)
    return first - 1 if _word_belongs(found, first) else first


def _numbered(found: Sequence[Piece], first: int) -> int:
    """1-ші қалалық клиника, № 1-ші клиника, 1-қалалық клиника: return where the number begins that stands before, in figures."""
    before = found[first - 1].text
    if before.isalpha() and before not in _ORDINAL:
        return first
    if before.startswith("№"):
        return first - 1
    if before.isdigit() and first > 1 and found[first - 2].text == "№":
        return first - 2
    hyphen = first - 1 - (before in _ORDINAL)
    if hyphen < 1 or found[hyphen].text not in HYPHENS or found[hyphen].end != found[hyphen + 1].start:
        return first
    number = found[hyphen - 1]
    if not number.text.isdigit() or number.end != found[hyphen].start:
        return first
    return hyphen - 1 - (hyphen > 1 and found[hyphen - 2].text == "№")


_ORDINAL = frozenset(lexicon.words("annotate.bodies.edges_kk", "ordinal"))
HYPHENS = frozenset("-‑–")


def _in_genitive(word: str) -> bool:
    return any(case == "gen" for _, case in kk_stems(word.lower()))


def _word_belongs(found: Sequence[Piece], first: int) -> bool:
    """Whether the word before a name is a part of it: it ends no other name, and bears no case but of an object."""
    after = found[first].text if first < len(found) else ""
    apart, ended, folk, stops = _TOLD[found[first - 1].text]
    if apart or (ended and _begins_another(after)) or (folk and not after.lower().startswith(ASSEMBLY)):
        return False
    return not stops or _taken(found, first, after)


def _told(word: str) -> tuple[bool, bool, bool, bool]:
    """Say of a word before a name whether it is none, ends the name of another body, means people or cannot stand in a name.

    Өскемен халқы № 1 аурухана: the people of a place are no part of a name, save of their Assembly.
    """
    ended = _ends_body(word) or bool(_OWNED.search(word))
    return not word[0].isalpha(), ended, word.lower() in _PEOPLE, _stops(word)


_TOLD = Remembered(_told)
ASSEMBLY = "ассамблея"


def _begins_another(word: str) -> bool:
    return word[:1].isupper() and (names.place_bare(word) or _of_country(word))


def _taken(found: Sequence[Piece], first: int, after: str) -> bool:
    """Whether the word before a name is the object of what is done in it: балаларды оңалту, қызметке ақы төлеу."""
    before = found[first - 1].text
    behind = found[first + 1].text if first + 1 < len(found) else ""
    paid = after.islower() and not _stops(after) and any(case == "dat" for _, case in kk_stems(before.lower()))
    paid = paid and after not in _OWN and not after.endswith(_OF_SORT)
    return _object(before, after) or (paid and _object(before, behind)) or _against(found, first)


_OF_SORT = lexicon.words("annotate.bodies.edges_kk", "of_sort")
"""Ends of adjectives: жиынға фармацевтикалық бақылау департаменті келді."""


def _against(found: Sequence[Piece], first: int) -> bool:
    """Жемқорлыққа қарсы …, алдын алу және оған қарсы …: what a body fights, or its first task named once more."""
    before, after = found[first - 1].text.lower(), found[first].text
    fought = after == "қарсы" and any(case == "dat" for _, case in kk_stems(before))
    again = first > 1 and before in _AGAIN and found[first - 2].text in AND_KK
    return fought or again


@lru_cache(maxsize=20_000)
def _of_country(word: str) -> bool:
    """Қарағанды медицина университеті | Литваның Каунас университеті: another country's body begins."""
    return word[:1].isupper() and any(case == "gen" for _, case in kk_stems(word.lower())) and names.country(word)


@lru_cache(maxsize=20_000)
def _ends_body(word: str) -> bool:
    """Whether a word ends the name of another body: … басқармасы | Астана медицина университеті."""
    if word in _kk_forms():
        return True
    noun = head(word, "kk")
    return noun is not None and noun[2] == "nom" and word.lower().endswith(POSSESSED)


@lru_cache(maxsize=20_000)
def _object(word: str, after: str) -> bool:
    """Whether a word is the object of a verbal noun in a name: балаларды оңалту, қызметке ақы төлеу."""
    if word == "алдын":
        return after == "алу"
    if after != "іске" and not re.fullmatch(r"[а-яёәғқңөұүіһ]{3,}[уү]", after):
        return False
    governed = ("acc", "dat", "ins") if after == "қамту" else ("acc", "dat")
    doing = bool(_DOING.search(word))  # денсаулық сақтауды дамыту: the object is an action itself
    return len(word) > 3 and (doing or any(case in governed for _, case in kk_stems(word.lower())))


def _joins(found: Sequence[Piece], first: int) -> bool:
    """Whether a conjunction joins two modifiers of one name: онкология және хирургия орталығы."""
    left, right = found[first - 2].text, found[first].text if first < len(found) else ""
    return (
        left[0].isalpha()
        and left not in forms()
        and right[:1].islower()
        and not names.surname_like(left, "kk")
        and not _stops(left)
        and not _ends_body(left)
        and not (head(left, "kk") and head(right, "kk"))  # аурухана мен колледж: two bodies
    )


def _initial_or_list(found: Sequence[Piece], first: int) -> int:
    left, sign = found[first - 2].text, found[first - 1].text
    if sign == "." and len(left) == 1 and left.isupper():
        return first - 2
    right = found[first].text if first < len(found) else ""
    listed = sign == "," and _modifier(left) and right[:1].islower() and _modifier(right)
    return first - 2 if listed else first


def _modifier(word: str) -> bool:
    """Whether a word is one of several fields in a name: онкологиясы, гематологиясы және …, құрылыс, сәулет және …"""
    return word in FIELDS or _MEDICINE.search(word.lower()) is not None


_MEDICINE = re.compile(r"(?:логия|хирургия|педиатрия|терапия)(?:сы)?$")


def _trim(found: Sequence[Piece], first: int, at: int) -> int:
    """Drop conjunctions and words of the country or the time from the front of a name."""
    while first < at and found[first].text.lower() in guards("front"):
        first += 1
    named = next((i for i in range(first, at) if found[i].text[0].isupper() or found[i].text[0] in f"{OPEN}№"), first)
    return named - 1 if named > first and found[named - 1].text.lower() in _LEVELS else named
