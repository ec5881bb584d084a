"""Names of organisations: ministries, companies with a legal form, bodies headed by a known noun.

``Body`` is what this module finds; ``kind`` says whether it is an institution, a health facility or a
unit of one. Only institutions become mentions, the rest serve the offices of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate import names
from kzhealthkg.annotate.words import Piece, guards, kk_stems, ru_gender, ru_nominative, ru_tags, titled

OPEN, CLOSE = "«“„", "»”"
RU_CASE = {"gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc"}


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, health facility or unit: its nominative name, and its offsets in the clean text."""

    start: int
    end: int
    name: str
    kind: str
    case: str = "nom"
    generic: bool = False
    """A bare noun (Орталық, Центр) that points to a body named before."""


@cache
def words(kind: str, language: str) -> dict[str, str]:
    """Return word → name of one kind of ``lexicon/organisations.tsv``."""
    rows = lexicon.table("organisations")
    return {row["word"]: row["name"] for row in rows if row["kind"] == kind and row["language"] in (language, "any")}


@cache
def forms() -> frozenset[str]:
    """Return the legal forms of both languages."""
    return frozenset(row["word"] for row in lexicon.table("organisations") if row["kind"] == "form")


def has_form(name: str) -> bool:
    """Whether a name holds a legal form."""
    return any(word in forms() for word in name.split())


@lru_cache(maxsize=20_000)
def head(word: str, language: str) -> tuple[str, str, str] | None:
    """Return (nominative as a head, its kind, case) where a word is the head noun of a body."""
    known = words("head", language)
    if language == "ru":
        low = word.lower()
        return next(((lemma, known[lemma], case) for lemma, pos, case in ru_tags(low) if lemma in known), None)
    for stem, case in kk_stems(word):
        kind = known.get(bare(stem.lower()))
        if kind:
            return stem, kind, case
    return None


def bare(stem: str) -> str:
    """Return a head noun with its possessive ending off: орталығы → орталық, басқармасы → басқарма."""
    known = words("head", "kk")
    if stem in known:
        return stem
    for ending in ("лары", "лері", "дары", "дері", "тары", "тері", "сы", "сі", "ы", "і"):
        if stem.endswith(ending):
            base = stem[: -len(ending)]
            hard = base[:-1] + {"ғ": "қ", "г": "к", "б": "п"}.get(base[-1:], base[-1:])
            found = next((form for form in (base, hard, base + "ь") if form in known), "")
            if found:
                return "" if len(ending) == 4 else found
    return stem


def heads_of(name: str, language: str) -> set[str]:
    """Return the head nouns inside a body's name, as lemmas."""
    found = (head(word, language) for word in re.findall(r"[^\W\d_]+", name))
    return {bare(noun[0].lower()) if language != "ru" else noun[0] for noun in found if noun}


_STOP = re.compile(r"(?:[дт][ае]ғы|[дт]егі|[ыі]п|қыла)$")


@lru_cache(maxsize=20_000)
def _stops(word: str) -> bool:
    """Whether a Kazakh word cannot stand inside the name that follows it: it has a case or is a verb."""
    low = word.lower()
    if low in guards("modifier"):
        return False
    if low in guards("stop"):
        return True
    cased = any(case not in ("nom", "gen") for _, case in kk_stems(low))
    return len(low) > 3 and (cased or bool(_STOP.search(low))) and not names.place_bare(word)


def left_edge(found: Sequence[Piece], at: int, barrier: int = -1) -> int:
    """Return the first piece of the Kazakh name whose last piece is ``at - 1``; ``barrier`` ends a person before."""
    first = at
    while first > 0 and found[first - 1].start >= barrier:
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
    after = found[first].text if first < len(found) else ""
    if not before[0].isalpha() or (_stops(before) and not _object(before, after)):
        return first
    return first - 1


def _object(word: str, after: str) -> bool:
    """Whether a word is the object of a verbal noun in a name: жобаларды іске асыру, балаларды оңалту."""
    if after != "іске" and not re.fullmatch(r"[а-яёәғқңөұүіһ]{3,}[уү]", after):
        return False
    return len(word) > 3 and any(case in ("acc", "dat") for _, case in kk_stems(word.lower()))


def _joins(found: Sequence[Piece], first: int) -> bool:
    """Whether a conjunction joins two modifiers of one name: онкология және хирургия орталығы."""
    left, right = found[first - 2].text, found[first].text if first < len(found) else ""
    return left[0].isalpha() and right[:1].islower() and not names.surname_like(left, "kk") and not _stops(left)


def _initial_or_list(found: Sequence[Piece], first: int) -> int:
    left, sign = found[first - 2].text, found[first - 1].text
    if sign == "." and len(left) == 1 and left.isupper():
        return first - 2
    right = found[first].text if first < len(found) else ""
    listed = sign == "," and _modifier(left) and right[:1].islower() and _modifier(right)
    return first - 2 if listed else first


def _modifier(word: str) -> bool:
    """Whether a word is one of several fields in a name: онкологиясы, гематологиясы және …"""
    return bool(re.search(r"(?:логия|хирургия|педиатрия|терапия)(?:сы)?$", word.lower()))


def _trim(found: Sequence[Piece], first: int, at: int) -> int:
    """Drop conjunctions and words of the country or the time from the front of a name."""
    while first < at and found[first].text.lower() in guards("front"):
        first += 1
    return next((i for i in range(first, at) if found[i].text[0].isupper() or found[i].text in OPEN), first)


def bodies(text: str, found: Sequence[Piece], people: Sequence[tuple[int, int]], language: str) -> list[Body]:
    """Return the bodies of a sentence, none inside another; ``people`` holds the spans of names in it."""
    if language == "ru":
        every = list(ru_bodies(text, found, [start for start, _ in people]))
    else:
        every = list(kk_bodies(text, found, [end for _, end in people]))
    every.sort(key=lambda body: (body.start - body.end, body.start))
    kept: list[Body] = []
    for body in every:
        if body.kind != "unit" and not any(body.start < other.end and other.start < body.end for other in kept):
            kept.append(body)
    return sorted(kept, key=lambda body: body.start)


def kk_bodies(text: str, found: Sequence[Piece], barriers: Sequence[int] = ()) -> Iterator[Body]:
    """Yield the bodies of a Kazakh sentence that a head noun or a legal form names."""
    for at, piece in enumerate(found):
        body = _quoted_company(text, found, at) or _headed(text, found, at, barriers) or _abbreviated(piece)
        if body:
            yield body


def _abbreviated(piece: Piece) -> Body | None:
    known = words("name", "kk")
    for stem, case in kk_stems(piece.text):
        if stem in known:
            return Body(piece.start, piece.end, known[stem], "institution", case)
    return None


def _headed(text: str, found: Sequence[Piece], at: int, barriers: Sequence[int]) -> Body | None:
    piece = found[at]
    noun = head(piece.text, "kk")
    if not noun or (at + 1 < len(found) and found[at + 1].text.lower().startswith(("төраға", "төрайым"))):
        return None
    if piece.text.istitle() and noun[0].lower() in words("head", "kk"):
        return Body(piece.start, piece.end, noun[0], noun[1], noun[2], generic=True)
    barrier = max((end for end in barriers if end <= piece.start), default=-1)
    first = left_edge(found, at, barrier)
    return named(text, found, first, at + 1)


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
    return _quoted_company(text, found, last - 1)


def tidy(name: str) -> str:
    """Return a name with single spaces; words in capitals keep only their first, when all of them are so."""
    name = " ".join(name.split())
    letters = [w for w in name.split() if w.isalpha() and len(w) > 3]
    if letters and all(w.isupper() for w in letters):
        name = " ".join(titled(w) if len(w) > 4 else w for w in name.split())
    return name


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
    match = re.match(r"^(.*?)([^\W\d_]+)([»”])$", quoted, re.S)
    if not match:
        return quoted
    stem = next((stem for stem, case in kk_stems(match[2]) if case == "gen"), match[2])
    return match[1] + stem + match[3]


def ru_bodies(text: str, found: Sequence[Piece], barriers: Sequence[int] = ()) -> Iterator[Body]:
    """Yield the bodies of a Russian sentence that a head noun or a legal form names."""
    for at, piece in enumerate(found):
        body = _ru_company(text, found, at) or _ru_headed(text, found, at, barriers) or _ru_known(piece)
        if body:
            yield body


def _ru_known(piece: Piece) -> Body | None:
    known = words("name", "ru")
    name = known.get(piece.text) or known.get(piece.text.rstrip("ауеом"))
    return Body(piece.start, piece.end, name, "institution") if name else None


def _ru_company(text: str, found: Sequence[Piece], at: int) -> Body | None:
    """ТОО «…», НАО Turar Healthcare: a legal form and what it stands before."""
    if found[at].text not in forms() or (at and found[at - 1].text in forms()):
        return None
    last = at + 1
    while last < len(found) and (found[last].text in forms() or found[last].text in ("на", "ПХВ", "ВО")):
        last += 1
    end = _name_after_form(found, last)
    if end == last:
        return None
    return Body(found[at].start, found[end - 1].end, tidy(text[found[at].start : found[end - 1].end]), "institution")


def _name_after_form(found: Sequence[Piece], at: int) -> int:
    if at < len(found) and found[at].text in OPEN:
        return next((i + 1 for i in range(at, min(len(found), at + 16)) if found[i].text in CLOSE), at)
    end = at
    while end < len(found) and re.match(r"[A-Z]", found[end].text):
        end += 1
    return end


def _ru_headed(text: str, found: Sequence[Piece], at: int, barriers: Sequence[int]) -> Body | None:
    noun = head(found[at].text, "ru") if found[at].text[0].isalpha() else None
    if not noun or noun[1] == "unit":
        return None
    barrier = min((start for start in barriers if start >= found[at].end), default=len(text))
    first, last = _ru_left(found, at), ru_right_edge(found, at + 1, barrier)
    name = ru_name(text, found, first, at, last)
    generic = last == at + 1 and first == at
    capital = any(c.isupper() or c in OPEN for c in text[found[first].start : found[last - 1].end])
    return Body(
        found[first].start, found[last - 1].end, name, noun[1], RU_CASE.get(noun[2], "nom"), generic or not capital
    )


def _ru_left(found: Sequence[Piece], at: int) -> int:
    first = at
    while first and found[first - 1].text[0].isalpha() and _adjective(found[first - 1].text):
        first -= 1
    return first


def _adjective(word: str) -> bool:
    return bool(re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ую|юю|ей|ом|ем)$", word)) and any(
        pos in ("ADJF", "PRTF") for _, pos, _ in ru_tags(word.lower())
    )


def ru_right_edge(found: Sequence[Piece], at: int, barrier: int) -> int:
    """Return the end of the genitives, abbreviations and quotations that follow a Russian head noun."""
    last = at
    while last < len(found) and found[last].start < barrier:
        step = _step_right(found, last)
        if step == last:
            break
        last = step
    return last


def _step_right(found: Sequence[Piece], last: int) -> int:
    word = found[last].text
    if word in OPEN:
        return next((i + 1 for i in range(last, min(len(found), last + 16)) if found[i].text in CLOSE), last)
    if word == "и" and last + 1 < len(found) and found[last + 1].text[0].islower():
        return last + 2 if _genitive(found[last + 1].text) else last
    if word == "№" and last + 1 < len(found) and found[last + 1].text.isdigit():
        return last + 2
    if word == "по":
        return _purpose(found, last)
    if word in ("им", "имени"):
        return _named_after(found, last)
    if word == "г" and last + 2 < len(found) and found[last + 1].text == ".":
        return last + 3
    if not word[0].isalpha() or not _genitive(word):
        return last
    return last + 1


def _named_after(found: Sequence[Piece], last: int) -> int:
    """Return the end of "им. И.П. Павлова", from its first word."""
    at = last + 1
    while at < len(found) and (found[at].text == "." or len(found[at].text) == 1 or found[at].text == "акад"):
        at += 1
    while at < len(found) and found[at].text[0].isupper() and found[at].text not in forms():
        at += 1
    return at


def _purpose(found: Sequence[Piece], last: int) -> int:
    """Return the end of "по" with its adjectives and its noun."""
    at = last + 1
    while at < len(found) and found[at].text[0].isalpha() and _adjective(found[at].text):
        at += 1
    return at + 1 if at < len(found) and found[at].text[0].islower() else last


@lru_cache(maxsize=20_000)
def _genitive(word: str) -> bool:
    if word in forms() or word in ("РК", "UMC") or re.match(r"[A-Z][A-Za-z]+", word):
        return True
    tags = ru_tags(word.lower())
    if any(pos in ("VERB", "PREP", "CONJ", "INFN", "GRND", "ADVB", "PRED", "PRCL", "NPRO") for _, pos, _ in tags[:1]):
        return False
    return any(case == "gent" for _, _, case in tags) or (word[0].isupper() and names.place(word))


def ru_name(text: str, found: Sequence[Piece], first: int, at: int, last: int) -> str:
    """Return a Russian body's name with its head and the adjectives before it in the nominative."""
    noun = ru_nominative(found[at].text, noun=True) if not found[at].text.isupper() else found[at].text
    gender = ru_gender(found[at].text.lower())
    front = [ru_nominative(piece.text, gender) for piece in found[first:at]]
    tail = text[found[at].end : found[last - 1].end] if last > at + 1 else ""
    name = " ".join([*front, noun]) + re.sub(r"\s+г\.\s*\S+$", "", tail)
    return tidy(name[:1].upper() + name[1:] if text[found[first].start].isupper() else name)
