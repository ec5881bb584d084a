"""Health facilities in Russian: agreeing adjectives, a head, and the genitives after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities.heads_ru import REACH, agrees, head_reading, head_readings
from kzhealthkg.annotate.facilities.lists_ru import counted_each, members
from kzhealthkg.annotate.facilities.named_ru import bare_words, counted_from, honoured, may_describe, meant_for, vague
from kzhealthkg.annotate.facilities.names import place_inside
from kzhealthkg.annotate.facilities.words import noise
from kzhealthkg.annotate.facility_types import facility_type, heads
from kzhealthkg.annotate.marks import FACILITY
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import HONOUR
from kzhealthkg.model import FacilityValue, Mention, Quantity, Reading, Sentence, Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import CLOSE

_FORMS = "|".join(lexicon.words("annotate.facilities.ru", "legal_form"))
LEGAL_FORM = re.compile(f"(?i)^({_FORMS})$")
NUMBERED = re.compile(r"№\s?\d+")
CALLED = frozenset(lexicon.words("annotate.facilities.ru", "called"))
SIZE = lexicon.words("annotate.facilities.ru", "size")
SHE = re.compile(r"(?<=к)(ой|ую)$")
"""Мунайлинской ЦРБ: больница is a word of the feminine gender."""
ALTERNATIVES = frozenset(lexicon.words("annotate.facilities.ru", "alternatives"))
POINTING = frozenset(lexicon.words("annotate.facilities.ru", "pointing"))
SMALL = frozenset({"city", "town"})
OF_ANIMALS = frozenset(lexicon.words("annotate.facilities.ru", "of_animals"))


def find_facilities(sentence: Sentence) -> list[Mention]:
    """Return the facilities a Russian sentence names."""
    if not sentence.marks & FACILITY:
        return []
    found: list[Mention] = []
    after = 0
    for at in [i for i, token in enumerate(sentence.tokens) if token.marks & FACILITY]:
        if at < after or not head_readings(sentence.tokens[at]):
            continue
        mention = _mention(sentence, at, after)
        if mention is not None:
            sorts = counted_each(sentence, mention, at, after) or _elided(sentence, mention, at, after)
            found += [*sorts, *members(sentence, mention, at, after)]
            after = found[-1].last
    return found


def _elided(sentence: Sentence, mention: Mention, at: int, floor: int) -> Iterator[Mention]:
    """Фельдшерско-акушерских и медицинских пунктов: an adjective before "и" names a sort of its own."""
    tokens, value = sentence.tokens, mention.value
    start = counted_from(sentence, mention.first) if value.count is not None else mention.first
    first = start - 2
    joined = first >= floor and tokens[start - 1].norm in ALTERNATIVES and at > mention.first
    if not joined or not _belongs(sentence, first, at):
        return
    if (value.count is None) != (_count(sentence, first) is None) and value.count is not None:
        return
    kind = facility_type(nominative((tokens[first], tokens[at]), "ru", singular=True))
    count = _count(sentence, first)
    sort = kind and value.type not in ("", kind) and _bare((tokens[first], tokens[at]))
    if sort or (count is not None and value.count is not None and not value.name):
        own = FacilityValue("", kind if sort else value.type, count, None, True, False)
        yield Mention("facility", first, first + 1, tokens[first].start, tokens[first].end, own, mention.case)


def _mention(sentence: Sentence, at: int, floor: int) -> Mention | None:
    first = _left_end(sentence, at, floor)
    head = head_reading(sentence, first, at)
    last = _right_end(sentence, first, at)
    first, last = _with_quotes(sentence.tokens, first, last)
    tokens = sentence.tokens[first:last]
    text = _written(tokens, head.plural)
    alone = last - first == 1
    kind, meant = meant_for(text, sentence, last)
    owner = None if kind else _owner(sentence, at)
    kind = kind if owner is None else facility_type(nominative(sentence.tokens[at + 1 : last], "ru"))
    if (
        any(t.best.lemma in OF_ANIMALS for t in tokens)
        or (not kind and not alone)
        or (alone and not meant and not _stands_alone(sentence, first, head))
    ):
        return None
    count = _count(sentence, first)
    known = heads("ru")[head.lemma] if alone else ""
    short = sentence.tokens[at].text.isupper() and at - first <= 1  # ГБ has the same form in every case and number
    many = (head.plural and not short) or (count is not None and count.value > 1)
    sole = known == "name" or (kind == "medical-facility" and heads("ru")[head.lemma] == "no")  # медицинский комплекс
    bare = not sole and ((alone and kind) or known == "ref" or _bare(tokens) or vague(tokens))
    name = "" if many or bare else text
    pointing = (alone and known != "name") or (kind == "medical-facility" and not name)  # лечебное учреждение
    definite = pointing and not meant and not many and not _introduced(sentence, first)
    noun = head.lemma if definite else ""
    value = FacilityValue(name, kind, count, place_inside(sentence, first, last), many, definite, noun)
    return Mention("facility", first, last, tokens[0].start, tokens[-1].end, value, head.case or "nom")


def _written(tokens: tuple[Token, ...], plural: bool) -> str:
    """Return the words of a name in the nominative: those before an abbreviation agree with больница."""
    if tokens[-1].text.isupper() and any(t.best.pos == "NOUN" for t in tokens[:-1]):
        return f"{nominative(tokens[:-1], 'ru', singular=not plural)} {tokens[-1].text}"  # центром СПИД
    if tokens[-1].text.isupper():
        return " ".join(
            [*(SHE.sub("ая", t.text) if t.best.pos != "NOUN" else t.text for t in tokens[:-1]), tokens[-1].text]
        )
    return nominative(tokens, "ru", singular=not plural)


def _stands_alone(sentence: Sentence, first: int, head: Reading) -> bool:
    """Больница is a facility by itself, объект only where no adjective makes it another thing."""
    known = heads("ru")[head.lemma]
    before = sentence.tokens[first - 1].best if first else None
    other = before is not None and before.pos == "ADJ" and before.lemma not in noise("ru")
    return known in ("yes", "name") or (known == "ref" and not other)


def _left_end(sentence: Sentence, at: int, floor: int) -> int:
    """Return where a facility's name begins: its adjectives, but no name before it (вместо Розы Тестовой роддом возглавит X)."""
    first, floor = at, max([floor, *(m.last for m in sentence.mentions if m.type == "person" and m.last <= at)])
    while first > floor and at - first < REACH and _belongs(sentence, first - 1, at):
        first -= 1
    return first


def _belongs(sentence: Sentence, at: int, head: int) -> bool:
    """An adjective that agrees with the head belongs to its name; one that only praises it does not."""
    token = sentence.tokens[at]
    if NUMBERED.fullmatch(token.text):
        return True
    fits = may_describe(token) and any(r.pos == "ADJ" for r in token.readings)
    if (
        (token.best.form and not fits)
        or token.norm == "это"
        or token.best.lemma in noise("ru")
        or token.best.lemma.endswith(SIZE)
    ):
        return False
    if token.best.pos not in ("ADJ", "PROPN") and not fits and not token.text[0].isupper():
        return False
    described = [r for r in token.readings if r.pos == "ADJ" or (r.pos == "PROPN" and r.lemma.endswith("ский"))]
    return any(agrees(r, h) for r in described for h in head_readings(sentence.tokens[head]))


def _right_end(sentence: Sentence, first: int, at: int) -> int:
    """Grow over genitives: центр гематологии, станция скорой медицинской помощи Астаны, поликлиника № 2."""
    tokens, last = sentence.tokens, at + 1
    if (owner := _owner(sentence, at)) is not None:
        return _right_end(sentence, last, owner)
    end = last
    while last < len(tokens) and last - at < REACH:
        step = _step(sentence, first, at, last)
        if not step:
            break
        honour, last = tokens[last].norm in HONOUR, last + step
        if honour or tokens[last - 1].best.pos != "ADJ":
            end = last
        if last + 1 < len(tokens) and _goes_on(tokens, last) and _genitive(tokens[last + 1]):
            last += 1
    return end


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Центр хирургии и терапии, центр акушерства, гинекологии и терапии: a list of fields goes on."""
    if tokens[at].norm == "и":
        return True
    behind = tokens[at + 1 : at + FIELDS]
    ends = next((i for i, t in enumerate(behind) if t.norm in ALTERNATIVES), len(behind))
    listed = tokens[at].text == "," and ends + 1 < len(behind) and behind[ends].norm == "и" and ends > 0
    return listed and all(_genitive(t) and t.text.islower() for t in (*behind[:ends], behind[ends + 1]))


FIELDS = 6
"""Words from the comma after a field to the last field of the list, less than."""


def _owner(sentence: Sentence, at: int) -> int | None:
    """Филиал Центра гематологии: return the head of the facility that a branch belongs to, right behind it."""
    tokens = sentence.tokens
    if not any(r.lemma == BRANCH for r in head_readings(tokens[at])):
        return None
    for head in range(at + 1, min(len(tokens), at + OWNED)):
        if any(r.case == "gen" and not r.plural for r in head_readings(tokens[head])):
            return head if _left_end(sentence, head, at + 1) == at + 1 else None
        if tokens[head].best.pos != "ADJ":
            return None
    return None


BRANCH = "филиал"
OWNED = 5
"""Words from a branch to the noun of the facility that it belongs to, less than."""


def _step(sentence: Sentence, first: int, at: int, last: int) -> int:
    tokens = sentence.tokens
    if NUMBERED.fullmatch(tokens[last].text):
        return 1
    if tokens[last].norm in HONOUR:
        return honoured(tokens, last) - last
    if tokens[last].text == "№" and last + 1 < len(tokens) and tokens[last + 1].text.isdigit():
        return 2
    place = next((m for m in sentence.mentions if m.type == "place" and m.first == last), None)
    if place is not None:
        named = last > at + 1 or not _bare(tokens[first : at + 1])
        return int(named and place.last - place.first == 1 and place.value.level in SMALL and place.case == "gen")
    return int((_genitive(tokens[last]) or _called(tokens, at, last)) and not _someone(sentence, last))


def _called(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Клиника Асан, госпиталь Рихтер: a foreign name that stands bare behind its head."""
    name = tokens[last].text
    if (
        last != at + 1
        or CALLED.isdisjoint(r.lemma for r in head_readings(tokens[at]))
        or not name[0].isupper()
        or not name[1:].islower()
    ):
        return False
    return not (head_readings(tokens[last]) or names.ordinary(name, "ru") or names.given(name, "ru"))


def _someone(sentence: Sentence, at: int) -> bool:
    """Say whether a person or an office begins at a token: … больницы аким области X."""
    start = sentence.tokens[at].start
    people = (m for m in sentence.mentions if m.type in ("person", "post"))
    return any(m.start == start or (m.type == "person" and m.value.post_start == start) for m in people)


def _genitive(token: Token) -> bool:
    if token.norm == "делами":  # управления делами президента
        return True
    if not token.text[0].isalpha() or len(token.text) == 1 or head_readings(token) or token.best.lemma in noise("ru"):
        return False
    if token.best.pos not in ("NOUN", "ADJ", "PROPN") or token.best.form:
        return False
    doer = token.best.pos == "NOUN" and token.best.case == "ins"  # больнице акиматом подарены машины
    return not doer and any(r.case == "gen" for r in token.readings)


def _with_quotes(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Widen over ТОО «Центр гематологии» where the head stands inside the quotation."""
    opened = first > 0 and tokens[first - 1].text in "«“"
    if opened and first > 1 and LEGAL_FORM.match(tokens[first - 2].text):  # ТОО «Клиника Асыл»
        last = next((i for i in range(last, min(len(tokens), last + REACH)) if tokens[i].text in CLOSE), last)
    if opened and last < len(tokens) and tokens[last].text in CLOSE:
        first, last = first - 1, last + 1
        first = _legal_form(tokens, first)
    elif last < len(tokens) and tokens[last].text in "«“":
        closing = next((i for i in range(last + 1, min(len(tokens), last + REACH)) if tokens[i].text in CLOSE), None)
        last = last if closing is None else closing + 1
    return first, last


def _legal_form(tokens: tuple[Token, ...], first: int) -> int:
    """Return where ТОО or ГКП на ПХВ before a quotation begins."""
    while first > 0 and (
        LEGAL_FORM.match(tokens[first - 1].text)
        or (first > 1 and tokens[first - 1].norm == "на" and LEGAL_FORM.match(tokens[first - 2].text))
    ):
        first -= 1
    return first


def _introduced(sentence: Sentence, first: int) -> bool:
    """Новая поликлиника, одна поликлиника: a facility that is named for the first time."""
    return first > 0 and _praises(sentence.tokens[first - 1]) and sentence.tokens[first - 1].best.lemma not in POINTING


def _praises(token: Token) -> bool:
    """Новый, современный: a word before a name that is no part of it."""
    return token.best.lemma in noise("ru") and token.best.pos != "NOUN"


def _bare(tokens: tuple[Token, ...]) -> bool:
    head = next((i for i, t in enumerate(tokens) if head_readings(t)), 0)
    return head == len(tokens) - 1 and all(t.best.lemma in bare_words() for t in tokens[:head])


def _count(sentence: Sentence, first: int) -> Quantity | None:
    """Return the number that counts the facilities; 15 из 30 объектов are 15."""
    at = first
    while at > 0 and _praises(sentence.tokens[at - 1]):
        at -= 1
    ends = {m.last: m for m in sentence.mentions if m.type == "number"}
    found = ends.get(at)
    if found is not None and found.first > 0 and sentence.tokens[found.first - 1].norm == "из":
        found = ends.get(found.first - 1, found)
    return found.value if found is not None else None
