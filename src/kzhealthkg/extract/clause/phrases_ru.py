"""The edges of a Russian noun phrase: adjectives before its head, genitives behind it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import edge, nouns
from kzhealthkg.extract.clause.stopwords import stops
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Token

REACH = 14
PEOPLE = frozenset(lexicon.words("extract.clause.phrases_ru", "people"))

CLASSES = frozenset(lexicon.words("extract.clause.phrases_ru", "classes"))
FIRST = frozenset(lexicon.words("extract.clause.phrases_ru", "first"))


def left_ru(clause: Clause, head: int) -> int:
    """Return where the adjectives before a head begin."""
    first, tokens = head, clause.sentence.tokens
    counts = {m.last for m in clause.mentions("number")}  # двадцать один аппарат, 50 с лишним кроватей
    while first > clause.first and head - first < REACH and first not in counts:
        before = tokens[first - 1]
        if (
            _describes_ru(before)
            and not _compares(before)
            and not _is_town(clause, first - 1)
            and not before.text[0].isdigit()
            and before.best.lemma not in stops() | edge()
            and not _is_first(before, tokens[head])
        ):
            first -= 1
        elif (
            before.norm in ("и", ",") and first - 2 >= clause.first and _both_adjectives(tokens[first - 2 : first + 1])
        ):
            first -= 2
        else:
            break
    return first


def _compares(token: Token) -> bool:
    """Позже машины передали, раньше аппараты закупали: a comparative tells when or how, and describes no noun."""
    return token.norm.endswith(("же", "ше", "ее")) and not any(r.case for r in token.readings)


def _is_town(clause: Clause, at: int) -> bool:
    """В Семее отделение: the name of a town with the ending of an adjective."""
    capital = clause.sentence.tokens[at].text[0].isupper()
    return capital and any(m.case == "loc" and m.first <= at < m.last for m in clause.mentions("place"))


def _is_first(before: Token, head: Token) -> bool:
    """Первыми технику получат X: who is first stands in a case of its own."""
    cases = {r.case for r in before.readings}
    return before.best.lemma in FIRST and cases.isdisjoint(r.case for r in head.readings)


def _both_adjectives(joined: tuple[Token, ...]) -> bool:
    """Хирургический и глазной кабинеты; процедурная, прививочный кабинет has a room of its own before the comma."""
    room = joined[0].norm in nouns("services", "ru")
    return joined[0].best.pos == joined[2].best.pos == "ADJ" and not room


def _describes_ru(token: Token) -> bool:
    """Специализированный is an adjective as well as a participle; ожидаемая продолжительность жизни is a term."""
    return (
        token.best.pos == "ADJ"
        or token.norm.startswith("ожидаем")
        or _compound(token)
        or (token.best.form == "part" and any(r.pos == "ADJ" for r in token.readings))
    )


def right_ru(clause: Clause, head: int) -> int:
    """Return where the genitives behind a head end."""
    tokens, last, end = clause.sentence.tokens, head + 1, head + 1
    offices = {m.first for m in clause.mentions("post", "person")}  # ключи от авто аким вручил водителям
    while last < clause.last and last - head < REACH and last not in offices:
        token = tokens[last]
        if token.text in "«“":
            closing = next((i for i in range(last, min(clause.last, last + REACH)) if tokens[i].text in "»”"), None)
            return end if closing is None else closing + 1
        joined = token.norm == "и" and last + 1 < clause.last and last > head + 1
        if joined and genitive(tokens[last + 1]) and not of_its_own(_noun_at(clause, last + 1)):
            last += 1
            continue
        abbreviation = token.text.isupper() and len(token.text) > 1 and last == head + 1
        if token.text in LETTERS and tokens[last - 1].best.lemma in CLASSES:
            return _letters(clause, last)
        if _governed(clause, last) and last > head + 1 and end == last:
            last = end = last + 1
            continue
        if (not genitive(token) and not abbreviation) or token.best.lemma in stops():
            break
        last += 1
        end = last if _nominal_genitive(token) or abbreviation else end
    return end


def _governed(clause: Clause, at: int) -> bool:
    """Система обеспечения кислородом, отделение лечения лазером: what an action is done with belongs to its name."""
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[at - 1].best
    if before.lemma not in GOVERNING or before.case != "gen" or token.best.lemma in nouns("professions", "ru"):
        return False
    named = clause.mentions("facility", "organization", "person", "post", "place", first=at)
    nominal = token.best.pos == "NOUN" and {r.case for r in token.readings if r.pos == "NOUN"} == {"ins"}
    return nominal and not any(m.first <= at < m.last for m in named)


GOVERNING = frozenset(lexicon.words("extract.clause.phrases_ru", "governing"))


LETTERS = frozenset("ABCDАВСД")


def _letters(clause: Clause, at: int) -> int:
    """Автомобили класса B и C: return where the letters of a class end."""
    tokens, last = clause.sentence.tokens, at + 1
    while last + 1 < clause.last and tokens[last].norm in ("и", ",") and tokens[last + 1].text in LETTERS:
        last += 2
    return last


def _noun_at(clause: Clause, at: int) -> Token:
    """Аппарат УЗИ премиум-класса и цифровой маммограф: return the noun that an adjective belongs to."""
    tokens = clause.sentence.tokens
    return next((t for t in tokens[at : clause.last] if t.best.pos != "ADJ"), tokens[at])


def of_its_own(token: Token) -> bool:
    """Say whether a word is a device of its own: два аппарата УЗИ и маммограф."""
    return token.best.lemma in nouns("items", "ru") and any(r.case in ("nom", "acc") for r in token.readings)


def _nominal_genitive(token: Token) -> bool:
    people = token.best.lemma in PEOPLE  # отделение патологии новорождённых
    return people or token.best.pos != "ADJ" or any(r.pos == "NOUN" and r.case == "gen" for r in token.readings)


def genitive(token: Token) -> bool:
    """Say whether a Russian word can be a genitive that depends on the noun before it."""
    if not token.text[0].isalpha():
        return False
    nominal = token.best.pos in ("NOUN", "ADJ", "PROPN") and not token.best.form
    if len(token.text) == 1 or not (nominal or _compound(token)):
        return False
    return any(r.case == "gen" for r in token.readings)


def _compound(token: Token) -> bool:
    """Робот-ассистированный, КТ-управляемый: a participle tied to a noun by a hyphen describes as an adjective does."""
    return token.best.form == "part" and "-" in token.norm
