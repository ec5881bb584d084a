"""Names of organisations in Russian: a head noun with its adjectives, and the genitives behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies.bodies import Body, forms, head, tidy, words
from kzhealthkg.annotate.bodies.words_ru import is_adjective, is_genitive
from kzhealthkg.annotate.marks import BODY
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import DEGREES, HONOUR
from kzhealthkg.annotate.words import RU_CASE, Piece, guards, ru_gender, ru_nominative, ru_tags
from kzhealthkg.text.quotation import CLOSE, OPEN

MINISTRY = "министерств"
OF_FORM = frozenset(lexicon.words("annotate.bodies.ru", "of_form"))
OTHERS = frozenset(lexicon.words("annotate.bodies.ru", "others"))


def ru_bodies(text: str, found: Sequence[Piece], barriers: Sequence[int] = ()) -> Iterator[Body]:
    """Yield the bodies of a Russian sentence that a head noun or a legal form names."""
    for at in [at for at, piece in enumerate(found) if piece.marks & BODY and may_begin(piece.text)]:
        body = _ru_company(text, found, at) or _ru_headed(text, found, at, barriers) or _ru_known(found[at])
        if body:
            yield body


@lru_cache(maxsize=50_000)
def may_begin(word: str) -> bool:
    """Whether a word may be the head, the legal form or the whole of a name: hardly any can."""
    known = words("name", "ru")
    return word in forms() or head(word, "ru") is not None or word in known or word.rstrip("ауеом") in known


def _ru_known(piece: Piece) -> Body | None:
    known = words("name", "ru")
    name = known.get(piece.text) or known.get(piece.text.rstrip("ауеом"))
    return Body(piece.start, piece.end, name, "institution") if name else None


def _ru_company(text: str, found: Sequence[Piece], at: int) -> Body | None:
    """ТОО «…», НАО Turar Healthcare: a legal form and what it stands before."""
    if found[at].text not in forms() or (at and found[at - 1].text in forms()):
        return None
    last = at + 1
    while last < len(found) and (found[last].text in forms() or found[last].text in OF_FORM):
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


OPENING = frozenset(OPEN)
_FIRM = re.compile(r"^(?:[А-ЯЁа-яё][а-яё-]+\s+){0,2}(?:[Кк]омпания|[Фф]ирма|[Пп]редприятие)\s+(?=(?:ТОО|АО|ИП|НАО)\s)")
"""Местной компании ТОО «X»: what describes a company before its legal form is no part of its name."""
_MANY = re.compile(r"^[а-яё]+(?:ций|ний|тий|ями?|ях|ами?|ах|ов)$")
"""Медицинских организаций, учреждениях: many of them are no body."""


def _ru_headed(text: str, found: Sequence[Piece], at: int, barriers: Sequence[int]) -> Body | None:
    noun = head(found[at].text, "ru") if found[at].text[0].isalpha() else None
    if (
        not noun
        or noun[1] == "unit"
        or _MANY.search(found[at].text)
        or (at and found[at - 1].text.lower() in guards("ru-stop"))
    ):
        return None
    barrier = min([start for start in barriers if start >= found[at].end], default=len(text))
    first, last = ru_left(found, at), ru_right_edge(found, at + 1, barrier)
    name = ru_name(text, found, first, at, last)
    name = _FIRM.sub("", name)
    generic = last == at + 1 and first == at
    said = text[found[first].start : found[last - 1].end]
    capital = said != said.lower() or not OPENING.isdisjoint(said)
    return Body(
        found[first].start, found[last - 1].end, name, noun[1], RU_CASE.get(noun[2], "nom"), generic or not capital
    )


def ru_left(found: Sequence[Piece], at: int) -> int:
    """Return where the adjectives before a head noun begin; in заведующая амбулаторией the first agrees with nothing."""
    first, own = at, _cases(found[at].text)
    while first and found[first - 1].text[0].isalpha() and is_adjective(found[first - 1].text):
        if own and own.isdisjoint(_cases(found[first - 1].text)):
            break
        first -= 1
    return first


@lru_cache(maxsize=20_000)
def _cases(word: str) -> frozenset[str]:
    return frozenset(case for _, _, case in ru_tags(word.lower()) if case)


def ru_right_edge(found: Sequence[Piece], at: int, barrier: int) -> int:
    """Return the end of the genitives, abbreviations and quotations that follow a Russian head noun."""
    last = at
    while last < len(found) and found[last].start < barrier:
        step = _step_right(found, last)
        if step == last:
            break
        last = step
    return last


_ABBREVIATED = re.compile(r"^[A-ZА-ЯЁ]{2,}-(?=[а-яё])")
"""HLA-типирования: the abbreviation before an ordinary word."""


def _step_right(found: Sequence[Piece], last: int) -> int:
    word = found[last].text
    word = _ABBREVIATED.sub("", word) if "-" in word else word
    if word in OPEN:
        return next((i + 1 for i in range(last, min(len(found), last + 16)) if found[i].text in CLOSE), last)
    if word in (",", "и"):
        return _listed(found, last) if word == "," else _joined(found, last)
    if word == "№" and last + 1 < len(found) and found[last + 1].text.isdigit():
        return last + 2
    if word in ("по", "за", "на"):
        return _behind_preposition(found, last)
    if word in HONOUR:
        return _named_after(found, last)
    if word == "г" and last + 2 < len(found) and found[last + 1].text == ".":
        return last + 3
    if not word[0].isalpha() or not is_genitive(word):
        return last
    return last + 1


def _joined(found: Sequence[Piece], last: int) -> int:
    """Управление спорта и туризма, детей и их семей: return the end of what "и" joins to a name."""
    if _of_theirs(found, last):
        return last + 3
    more = last + 1 < len(found) and (_goes_on(found, last + 1) or _also_for(found, last))
    return last + 2 if more else last


def _listed(found: Sequence[Piece], last: int) -> int:
    """Центр здоровья матерей, детей и их семей: return the end of a member of a list that "и" closes within a name."""
    at = last + 1
    while at < min(len(found), last + LONGEST_MEMBER) and found[at].text.islower() and _plain(found[at].text):
        at += 1
    if not last + 1 < at < len(found) or head(found[at - 1].text, "ru") is not None:
        return last
    if found[at].text == ",":
        return at if _listed(found, at) > at else last
    more = found[at].text == "и" and at + 1 < len(found)
    return at if more and (_of_theirs(found, at) or _goes_on(found, at + 1)) else last


LONGEST_MEMBER = 4
_THEIRS = frozenset(lexicon.words("annotate.bodies.ru", "theirs"))


def _plain(word: str) -> bool:
    """Whether a word of a name is a genitive and nobody's calling: охраны, детей, but not врачей."""
    return is_genitive(word) and not any(word.startswith(stem) for stem in _STAFF)


_STAFF = lexicon.words("annotate.bodies.ru", "staff")


def _of_theirs(found: Sequence[Piece], last: int) -> bool:
    """Детей и их семей: what belongs to those named before."""
    return last + 2 < len(found) and found[last + 1].text in _THEIRS and is_genitive(found[last + 2].text)


def _behind_preposition(found: Sequence[Piece], last: int) -> int:
    """По здравоохранению, за надзором, на ПХВ: what a preposition adds to a body's name."""
    if found[last].text == "на":
        return last + 2 if last + 1 < len(found) and found[last + 1].text == "ПХВ" else last
    return _purpose(found, last) if found[last].text == "по" else _watched(found, last)


_WATCH = lexicon.words("annotate.bodies.ru", "watch")


def _watched(found: Sequence[Piece], last: int) -> int:
    """Отдел надзора за особо опасными инфекциями: return the end of what is watched over."""
    if not last or not found[last - 1].text.startswith(_WATCH):
        return last
    at = last + 1
    while at < len(found) and found[at].text.islower() and _tells(found[at].text):
        at += 1
    return at if at < len(found) and ("NOUN", "ablt") in _parts(found[at - 1].text) else last


def _tells(word: str) -> bool:
    """Whether a word is in the instrumental, or says how much its adjective is so."""
    return any(pos == "ADVB" or case == "ablt" for pos, case in _parts(word)[:1])


def _parts(word: str) -> list[tuple[str, str]]:
    return [(pos, case) for _, pos, case in ru_tags(word.lower())]


def _goes_on(found: Sequence[Piece], at: int) -> bool:
    """Whether what stands behind "и" is a further part of the name, no other party: физической культуры, but not городской больницей."""
    noun = next((i for i in range(at, min(len(found), at + LONGEST_MEMBER)) if not _describes(found[i].text)), at)
    return _continues(found[at].text) and (noun == at or _continues(found[noun].text))


def _describes(word: str) -> bool:
    return word[0].isalpha() and word.islower() and is_adjective(word)


def _continues(after: str) -> bool:
    plain = after[0].islower() or after.isupper()
    return plain and after not in OTHERS and after not in forms() and head(after, "ru") is None and is_genitive(after)


def _also_for(found: Sequence[Piece], last: int) -> bool:
    """Агентство по делам госслужбы и противодействию коррупции: a second aim in the dative."""
    aims = any(piece.text == "по" for piece in found[max(0, last - 4) : last])
    return aims and any(pos == "NOUN" and case == "datv" for _, pos, case in ru_tags(found[last + 1].text)[:1])


def _named_after(found: Sequence[Piece], last: int) -> int:
    """Return the end of "им. И.П. Павлова", "имени академика Павлова", from its first word."""
    name = at = _initials(found, last + 1)
    while at < len(found) and _of_honoured(found[at].text) and (at == name or _second(found, name, at)):
        at += 1
    return at


def _second(found: Sequence[Piece], name: int, at: int) -> bool:
    """Имени Абая Кунанбаева, but no имени Павлова | Айгуль Тасова: a name in the genitive, of the same person."""
    return is_genitive(found[at].text) and names.of_one(found[name].text, found[at].text)


def _of_honoured(word: str) -> bool:
    return word[0].isupper() and word not in forms()


def _initials(found: Sequence[Piece], at: int) -> int:
    """Return the end of the full stops, initials and degrees that begin at a piece."""
    while at < len(found) and (found[at].text in DEGREES or _initial(found[at].text)):
        at += 1
    return at


def _initial(word: str) -> bool:
    return word == "." or (len(word) == 1 and word.isupper())


def _purpose(found: Sequence[Piece], last: int) -> int:
    """Return the end of "по" with its adjectives and its noun."""
    at = last + 1
    if any(piece.text.lower().startswith(MINISTRY) for piece in found[max(0, last - 4) : last]):
        return last  # договорились с Министерством экономики по снижению ставки
    while at < len(found) and found[at].text[0].isalpha() and is_adjective(found[at].text):
        at += 1
    if at >= len(found) or not found[at].text[0].islower() or _reason(found[at].text):
        return last
    joined = at + 2 < len(found) and found[at + 1].text == "и" and found[at + 2].text[0].islower()
    return at + 3 if joined else at + 1


@lru_cache(maxsize=5_000)
def _reason(word: str) -> bool:
    """По собственному желанию, по итогам: why or after what something was done is no field of a body."""
    return any(lemma in _REASONS for lemma, _, _ in ru_tags(word.lower()))


_REASONS = frozenset(lexicon.words("annotate.bodies.ru", "reasons"))


def ru_name(text: str, found: Sequence[Piece], first: int, at: int, last: int) -> str:
    """Return a Russian body's name with its head and the adjectives before it in the nominative."""
    noun = ru_nominative(found[at].text, noun=True) if not found[at].text.isupper() else found[at].text
    gender = ru_gender(found[at].text.lower())
    front = [ru_nominative(piece.text, gender) for piece in found[first:at]]
    tail = text[found[at].end : found[last - 1].end] if last > at + 1 else ""
    name = " ".join([*front, noun]) + (unowned(_OF_TOWN.sub("", tail)) if tail else "")
    return tidy(name[:1].upper() + name[1:] if text[found[first].start].isupper() else name)


def unowned(tail: str) -> str:
    """Министерство здравоохранения страны: the country without its name is no part of the body's."""
    return _OF_COUNTRY.sub("", tail)


_OF_TOWN, _OF_COUNTRY = re.compile(r"\s+г\.\s*\S+$"), re.compile(r"\s+страны$")
