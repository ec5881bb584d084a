"""Facilities that share one head: Арал және Шиелі аудандық ауруханалары, №1, №3 және №4 емханалар."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import gazetteer
from kzhealthkg.annotate.facilities import words
from kzhealthkg.annotate.facilities.counted_sorts import counted_sorts
from kzhealthkg.annotate.facilities.names import names_a_place
from kzhealthkg.annotate.facility_types import facility_type, heads
from kzhealthkg.annotate.words import AND_KK
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Sentence, Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.morph import nominative

Part = tuple[int, int]


def members(sentence: Sentence, whole: Mention, at: int) -> list[Mention]:
    """Return the facilities that share the head ``at``, or the one facility as it is."""
    owners = _owners(sentence, whole) or _before_head(sentence, whole, at) or _numbered(sentence.tokens, whole)
    if len(owners) > 1:
        return [_owned(sentence, whole, part, owners[-1][1], at) for part in owners]
    return (
        _by_level(sentence, whole, at) or _by_kind(sentence, whole, at) or [*_counted_each(sentence, whole, at), whole]
    )


def _owners(sentence: Sentence, whole: Mention) -> list[Part]:
    """Return the places or numbers that the head is said of, in the order of the text."""
    part = _unit(sentence, whole.first, whole.last)
    found = [part] if part else []
    while part:
        known = len(found) + whole.value.plural  # A, B аудандық ауруханалары
        end = _separated(sentence.tokens, part[0], known) or _signed(sentence.tokens, part[0])
        part = _unit_before(sentence, end) if end else None
        found = [part, *found] if part else found
    return found


def _before_head(sentence: Sentence, whole: Mention, at: int) -> list[Part]:
    """Жармыш, Онды және Ұштаған амбулаторияларында: the places that a bare plural head is said of."""
    owned = words.head(sentence.tokens[at], heads("kk"))
    if whole.first != at or owned is None or not (owned.plural and owned.possessive):
        return []
    found, end = list[Part](), at
    while end and (part := _unit_before(sentence, end) or _capital_before(sentence, end)):
        found = [part, *found]
        end = _separated(sentence.tokens, part[0], 2)
    return found if len(found) > 1 else []


def _numbered(tokens: tuple[Token, ...], whole: Mention) -> list[Part]:
    """№2, 4 және 7 емханаларда: the numbers that one sign is set before."""
    found, end = list[Part](), whole.first if whole.value.plural else 0
    while end and (size := words.numeral(tokens, end) or int(tokens[end - 1].text.isdigit())):
        found = [(end - size, end), *found]
        end = _separated(tokens, end - size, 2)
    return found if len(found) > 1 and tokens[found[0][0]].text.startswith("№") else []


def _capital_before(sentence: Sentence, end: int) -> Part | None:
    """A word with a capital that also reads as another one: Онды."""
    token = sentence.tokens[end - 1]
    plain = any(r.case in ("nom", "") and not r.form for r in token.readings)
    held = any(m.first < end <= m.last for m in sentence.mentions if m.type != "place")
    return (end - 1, end) if words.capital(token) and plain and not held else None


def _separated(tokens: tuple[Token, ...], first: int, known: int) -> int:
    """Return where the member before a comma or "and" ends; the last two are joined by "and"."""
    if first < 2:
        return 0
    before = tokens[first - 1]
    return first - 1 if before.norm in AND_KK or (before.text == "," and known > 1) else 0


def _signed(tokens: tuple[Token, ...], first: int) -> int:
    """№3, №8 емханаларда: between numbers that have their signs a comma alone is enough."""
    if first < 2 or tokens[first].text[0] != "№" or tokens[first - 1].text != ",":
        return 0
    size = words.numeral(tokens, first - 1)
    return first - 1 if size and tokens[first - 1 - size].text[0] == "№" else 0


def _unit(sentence: Sentence, first: int, last: int) -> Part | None:
    """Return the place or number that a name begins with."""
    for size in (1, 2):
        if first + size < last and words.numeral(sentence.tokens, first + size) == size:
            return first, first + size
    place = next((m for m in sentence.mentions if m.type == "place" and m.first == first and m.last < last), None)
    if place is not None:
        return first, place.last
    if first + 1 < last and words.level(sentence.tokens[first + 1]) and names_a_place(sentence, first):
        return first, first + 1
    return None


def _unit_before(sentence: Sentence, end: int) -> Part | None:
    size = words.numeral(sentence.tokens, end)
    if size:
        return end - size, end
    place = next((m for m in sentence.mentions if m.type == "place" and m.last == end), None)
    if place is not None:
        possessive = sentence.tokens[end - 1].best.possessive
        return (place.first, end) if place.case in ("", "nom") and not possessive else None
    return (end - 1, end) if names_a_place(sentence, end - 1) else None


def _owned(sentence: Sentence, whole: Mention, part: Part, shared: int, at: int) -> Mention:
    tokens = sentence.tokens
    own, rest = tokens[part[0] : part[1]], tokens[shared : at + 1]
    name = "№" * own[0].text.isdigit() + nominative((*own, *rest), "kk", singular=True)
    last = whole.last if part[1] == shared else part[1]
    place = _place(sentence, part, words.level(tokens[shared]), whole.value.place)
    value = replace(whole.value, name=name, place=place, plural=False, count=None, definite=False)
    return replace(whole, first=part[0], last=last, start=own[0].start, end=tokens[last - 1].end, value=value)


def _place(sentence: Sentence, part: Part, levelled: bool, beside: PlaceValue | None) -> PlaceValue | None:
    found = (m.value for m in sentence.mentions if m.type == "place" and (m.first, m.last) == part)
    return next(found, None) or (_district(sentence.tokens[part[0]].text, beside) if levelled and beside else None)


def _district(name: str, beside: PlaceValue) -> PlaceValue | None:
    """Арал және Шиелі аудандық ауруханалары: a word that is no place of itself is a district of the same region."""
    known = [p for p in gazetteer.lookup(name) if p.level == "district" and p.code[:2] == beside.code[:2]]
    return PlaceValue(name, "district", beside.region, "", known[0].code) if len(known) == 1 else None


def _by_level(sentence: Sentence, whole: Mention, at: int) -> list[Mention]:
    """Атырау қалалық және облыстық ауруханалары: what stands before and after the levels is shared."""
    tokens = sentence.tokens
    joint = _joint(tokens, whole.first, at) if whole.value.plural else None
    if joint is None or joint == whole.first:
        return []
    left, right = tokens[joint - 1], tokens[joint + 1]
    if not (words.level(left) and words.level(right)):
        return []
    front, rest = tokens[whole.first : joint - 1], tokens[joint + 2 : at + 1]
    return list(_made(sentence, whole, joint, [(*front, left, *rest), (*front, right, *rest)]))


def _joint(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Return where the first "and" between two tokens stands."""
    return next((i for i in range(first, last) if tokens[i].norm in AND_KK), None)


def _by_kind(sentence: Sentence, whole: Mention, at: int) -> list[Mention]:
    """Медициналық және фельдшерлік-акушерлік пункттер: two types that share a head are two facilities."""
    tokens = sentence.tokens
    counted = whole.value.count is not None and not whole.value.name
    joint = _joint(tokens, whole.first, at) if whole.value.plural or counted else None
    if joint is None or joint in (whole.first, at - 1):
        return []
    parts = [(*tokens[whole.first : joint], tokens[at]), tokens[joint + 1 : at + 1]]
    kinds = [facility_type(nominative(part, "kk")) for part in parts]
    if counted and all(kinds) and kinds[0] != kinds[1]:
        return [replace(whole, value=replace(whole.value, type="medical-facility"))]  # 13 A және B орталық
    return list(_made(sentence, whole, joint, parts)) if all(kinds) and kinds[0] != kinds[1] else []


def _made(sentence: Sentence, whole: Mention, joint: int, parts: list[tuple[Token, ...]]) -> Iterator[Mention]:
    tokens = sentence.tokens
    for part, first, last in zip(parts, (whole.first, joint + 1), (joint, whole.last), strict=True):
        value = _value(whole.value, part)
        yield replace(whole, first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end, value=value)


def _value(whole: FacilityValue, part: tuple[Token, ...]) -> FacilityValue:
    owned = whole.place is not None and part[0].text[0].isupper()
    name = "" if words.bare(part[:-1]) else nominative(part, "kk", singular=True, bare=False)
    return replace(whole, name=name, type=facility_type(name or nominative(part, "kk")), plural=not owned)


def _counted_each(sentence: Sentence, whole: Mention, at: int) -> list[Mention]:
    """5 аудандық және 2 қалалық аурухана: each number before the last one counts a sort of its own, without the head."""
    return counted_sorts(sentence, whole, 0, JOINS, lambda own: _sort(own, sentence.tokens[at]))


def _sort(own: tuple[Token, ...], head: Token) -> str:
    """Аудандық … аурухана: the type that words make of a head said behind them, "" where they are no part of a name."""
    return facility_type(nominative((*own, head), "kk")) if own and all(map(words.belongs, own)) else ""


JOINS = frozenset({*AND_KK, ","})
