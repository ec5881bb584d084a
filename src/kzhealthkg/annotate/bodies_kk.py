"""Names of organisations in Kazakh: what stands before a head noun or beside a legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate import names
from kzhealthkg.annotate.bodies import CLOSE, OPEN, Body, forms, head, tidy, words
from kzhealthkg.annotate.marks import BODY
from kzhealthkg.annotate.words import Piece, guards, kk_stems

_LEVELS = frozenset(lexicon.words("annotate.bodies_kk", "levels"))
_STOP = re.compile(r"(?:[дт][ае]ғы|[дт]егі|[ыі]п|қыла|[ғқ]ан|[гк]ен)$")
_PART = frozenset(lexicon.words("annotate.bodies_kk", "part"))
_PEOPLE = frozenset(lexicon.words("annotate.bodies_kk", "people"))


@lru_cache(maxsize=20_000)
def _stops(word: str) -> bool:
    """Whether a Kazakh word cannot stand inside the name that follows it: it has a case or is a verb."""
    low = word.lower()
    if low in guards("modifier") or low in _PART:
        return False
    if low in guards("stop"):
        return True
    cased = any(case not in ("nom", "gen") for _, case in kk_stems(low))
    return len(low) > 3 and (cased or bool(_STOP.search(low))) and not names.place_bare(word)


_OWN = frozenset(lexicon.words("annotate.bodies_kk", "own"))
_AGAIN = frozenset(lexicon.words("annotate.bodies_kk", "again"))
FIELDS = frozenset(lexicon.words("annotate.bodies_kk", "fields"))
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
            return _form_before(found, first)
    return _trim(found, first, at)


def _kk_forms() -> frozenset[str]:
    return frozenset(words("form", "kk"))


def _form_before(found: Sequence[Piece], first: int) -> int:
    return first - 1 if first and found[first - 1].text in forms() else first


def _step_left(found: Sequence[Piece], first: int) -> int:
    """Return the new first piece when one more word, or one quotation, joins the name; the old one otherwise."""
    before = found[first - 1].text
    if before in CLOSE:
        return next((i for i in range(first - 2, max(-1, first - 18), -1) if found[i].text in OPEN), first)
    if before in ("және", "мен", "пен", "бен"):
        return first - 1 if first > 1 and _joins(found, first) else first
    if before in (".", ",") and first > 1:
        return _initial_or_list(found, first)
    if before.startswith("№"):
        return first - 1
    if before.isdigit() and first > 1 and found[first - 2].text == "№":
        return first - 2
    after = found[first].text if first < len(found) else ""
    if (_ends_body(before) and after and (names.place_bare(after) or _of_country(after))) or _folk(before, after):
        return first
    behind = found[first + 1].text if first + 1 < len(found) else ""
    paid = after.islower() and not _stops(after) and any(case == "dat" for _, case in kk_stems(before.lower()))
    paid = paid and after not in _OWN
    taken = _object(before, after) or (paid and _object(before, behind)) or _against(found, first)
    if not before[0].isalpha() or (_stops(before) and not taken):
        return first
    return first - 1


def _against(found: Sequence[Piece], first: int) -> bool:
    """Жемқорлыққа қарсы …, алдын алу және оған қарсы …: what a body fights, or its first task named once more."""
    before, after = found[first - 1].text.lower(), found[first].text
    fought = after == "қарсы" and any(case == "dat" for _, case in kk_stems(before))
    again = first > 1 and before in _AGAIN and found[first - 2].text in ("және", "мен", "әрі")
    return fought or again


@lru_cache(maxsize=20_000)
def _of_country(word: str) -> bool:
    """Қарағанды медицина университеті | Литваның Каунас университеті: another country's body begins."""
    return word[:1].isupper() and any(case == "gen" for _, case in kk_stems(word.lower())) and names.country(word)


def _folk(word: str, after: str) -> bool:
    """Өскемен халқы № 1 аурухана: the people of a place are no part of a name, save of their Assembly."""
    return word.lower() in _PEOPLE and not after.lower().startswith("ассамблея")


@lru_cache(maxsize=20_000)
def _ends_body(word: str) -> bool:
    """Whether a word ends the name of another body: … басқармасы | Астана медицина университеті."""
    if word in _kk_forms():
        return True
    noun = head(word, "kk")
    return noun is not None and noun[2] == "nom" and word.lower().endswith(("ы", "і"))


@lru_cache(maxsize=20_000)
def _object(word: str, after: str) -> bool:
    """Whether a word is the object of a verbal noun in a name: балаларды оңалту, қызметке ақы төлеу."""
    if word == "алдын":
        return after == "алу"
    if after != "іске" and not re.fullmatch(r"[а-яёәғқңөұүіһ]{3,}[уү]", after):
        return False
    governed = ("acc", "dat", "ins") if after == "қамту" else ("acc", "dat")
    return len(word) > 3 and any(case in governed for _, case in kk_stems(word.lower()))


def _joins(found: Sequence[Piece], first: int) -> bool:
    """Whether a conjunction joins two modifiers of one name: онкология және хирургия орталығы."""
    left, right = found[first - 2].text, found[first].text if first < len(found) else ""
    return (
        left[0].isalpha()
        and left not in forms()
        and right[:1].islower()
        and not names.surname_like(left, "kk")
        and not _stops(left)
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
    return word in FIELDS or bool(re.search(r"(?:логия|хирургия|педиатрия|терапия)(?:сы)?$", word.lower()))


def _trim(found: Sequence[Piece], first: int, at: int) -> int:
    """Drop conjunctions and words of the country or the time from the front of a name."""
    while first < at and found[first].text.lower() in guards("front"):
        first += 1
    named = next((i for i in range(first, at) if found[i].text[0].isupper() or found[i].text[0] in f"{OPEN}№"), first)
    return named - 1 if named > first and found[named - 1].text.lower() in _LEVELS else named


def kk_bodies(text: str, found: Sequence[Piece], barriers: Sequence[int] = ()) -> Iterator[Body]:
    """Yield the bodies of a Kazakh sentence that a head noun or a legal form names."""
    for at in [at for at, piece in enumerate(found) if piece.marks & BODY and may_end(piece.text)]:
        body = _quoted_company(text, found, at) or _headed(text, found, at, barriers) or _abbreviated(found[at])
        if body:
            yield body


@lru_cache(maxsize=50_000)
def may_end(word: str) -> bool:
    """Whether a name may end in a word or sign: hardly any can."""
    stems = {stem for stem, _ in kk_stems(word)}
    return word in CLOSE or head(word, "kk") is not None or not stems.isdisjoint(forms() | words("name", "kk").keys())


def _abbreviated(piece: Piece) -> Body | None:
    known = words("name", "kk")
    for stem, case in kk_stems(piece.text):
        if stem in known:
            return Body(piece.start, piece.end, known[stem], "institution", case)
    return None


def _headed(text: str, found: Sequence[Piece], at: int, barriers: Sequence[int]) -> Body | None:
    piece = found[at]
    noun = head(piece.text, "kk")
    if noun and noun[0].lower().startswith("кеңес") and not (at and found[at - 1].text.lower() in guards("council")):
        return None
    if not noun or (at + 1 < len(found) and found[at + 1].text.lower().startswith(("төраға", "төрайым"))):
        return None
    if piece.text.istitle() and noun[0].lower() in words("head", "kk"):
        return Body(piece.start, piece.end, noun[0], noun[1], noun[2], generic=True)
    barrier = max((end for end in barriers if end <= piece.start), default=-1)
    first = max(left_edge(found, at, barrier), _field_start(text, found, at))
    if at - first == 1 and noun[0].lower() in CENTRES and found[first].text.lower() in _areas():
        return None  # облыс орталығы is a town
    if noun[2] == "ins":
        first = _behind_subject(found, first, at)
    return named(text, found, first, at + 1)


def _behind_subject(found: Sequence[Piece], first: int, at: int) -> int:
    """Министрлік Сеул университетімен: a body that stands before a partner's name is who has dealings with it."""
    subjects = (i + 1 for i in range(at - 2, first - 1, -1) if _is_subject(found, i))
    return next(subjects, first)


def _is_subject(found: Sequence[Piece], at: int) -> bool:
    noun = head(found[at].text, "kk")
    return noun is not None and noun[2] in ("", "nom") and found[at + 1].text[:1].isupper()


CENTRES = lexicon.words("annotate.bodies_kk", "centres")


@cache
def _areas() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon.table("areas") if r["language"] == "kk")


def _field_start(text: str, found: Sequence[Piece], at: int) -> int:
    """Return where a ministry's name begins: at its state or its field, not at the words before them."""
    if not found[at].text.lower().startswith("министрлі"):
        return 0
    field = ministry_field().search(text, found[0].start, found[at].start)
    return next((i for i, piece in enumerate(found) if field and piece.start >= field.start()), 0)


@cache
def _countries() -> tuple[str, ...]:
    """Return the countries whose bare name may stand before their ministry: Өзбекстан Денсаулық сақтау министрлігі."""
    rows = (row for row in lexicon.table("countries") if row["level"] == "country")
    return ("Қазақстан", *(re.escape(row["kk"]) for row in rows))


@cache
def ministry_field() -> re.Pattern[str]:
    """Return the pattern of a ministry's state and field, up to the place where its noun begins."""
    fields = sorted(words("ministry", "kk"), key=lambda f: (-len(f), f))
    state = (
        r"(?:(?:ҚР|(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+\s+)?(?:Республикасы(?:ның)?|РЕСПУБЛИКАСЫ(?:НЫҢ)?)"
        rf"|[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+[нтд][ыі]ң|{'|'.join(_countries())})\s+)?"
    )
    alternatives = "|".join(field.replace(" ", r"\s+") for field in fields)
    return re.compile(rf"(?<!\w){state}(?i:{alternatives})\s*$")


def named(text: str, found: Sequence[Piece], first: int, last: int) -> Body | None:
    """Return the Kazakh body that the pieces ``first:last`` name, or None where they name none."""
    end = found[last - 1]
    noun = head(end.text, "kk")
    if noun:
        stem, kind, case = noun
        lead = text[found[first].start : end.start]
        name = tidy(lead + stem)
        capital = any(c.isupper() or c in OPEN for c in lead)
        return Body(found[first].start, end.end, name, kind, case, generic=first == last - 1 or not capital)
    return _quoted_company(text, found, last - 1) or _abbreviated(end)


def _quoted_company(text: str, found: Sequence[Piece], at: int) -> Body | None:
    """A name in quotes with a legal form on either side; the piece ``at`` ends it."""
    piece = found[at]
    if piece.text in CLOSE:
        return _form_first(text, found, at)
    form, case = next(((stem, case) for stem, case in kk_stems(piece.text) if stem in forms()), ("", ""))
    if not form or not at:
        return None
    first = _name_before_form(found, at)
    if first == at:
        return None
    first = _form_before(found, first)
    return Body(found[first].start, piece.end, tidy(text[found[first].start : piece.start] + form), "institution", case)


def _name_before_form(found: Sequence[Piece], at: int) -> int:
    """Return the first piece of a quoted, or else Latin, name right before a legal form."""
    if found[at - 1].text in CLOSE:
        return next((i for i in range(at - 2, max(-1, at - 16), -1) if found[i].text in OPEN), at)
    first = at
    while first and re.match(r"[A-Z]", found[first - 1].text) and found[first - 1].text not in forms():
        first -= 1
    return first


def _form_first(text: str, found: Sequence[Piece], at: int) -> Body | None:
    first = next((i for i in range(at - 1, max(-1, at - 16), -1) if found[i].text in OPEN), 0)
    start = first
    while start > 0 and found[start - 1].text in forms():
        start -= 1
    if start == first or found[first].text not in OPEN:
        return None
    inner = _inner(text[found[first].start : found[at].end])
    return Body(
        found[start].start, found[at].end, tidy(text[found[start].start : found[first].start] + inner), "institution"
    )


def _inner(quoted: str) -> str:
    """Take a case ending off the last word inside quotes: «… қоғамының» → «… қоғамы»."""
    match = re.match(r"^(.*?)([^\W\d_]+)([»”\"])$", quoted, re.S)
    if not match:
        return quoted
    stem = next((stem for stem, case in kk_stems(match[2]) if case == "gen"), match[2])
    return match[1] + stem + match[3]
