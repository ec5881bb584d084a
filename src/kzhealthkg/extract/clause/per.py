"""What a rate is counted per: 1000 тірі туған нәрестеге шаққанда, 1000 тірі туғанға 7,4, на 1000 родившихся."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.model import Mention

PER = re.compile(r"^(шаққан|есептегенде)")
ROUND = (1000, 10000, 100000)
REACH = 6


def is_per(clause: Clause, number: Mention) -> bool:
    """Say whether a figure is what a rate is counted per."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return (
            number.value.value in ROUND and number.type == "number" and tokens[per_first(clause, number)].norm == "на"
        )
    return bool(_told(clause, number) or _plain(clause, number))


def per_first(clause: Clause, number: Mention) -> int:
    """На 1000, на каждые 1000: return where the words begin by which a Russian rate is counted per so many."""
    at = number.first - 1
    return at - (at > 0 and clause.sentence.tokens[at].norm in EACH)


EACH = frozenset(lexicon.words("extract.clause.per", "each"))


def per_end(clause: Clause, number: Mention) -> int:
    """Return where the words of "per so many" end that a figure opens, 0 where it opens none."""
    at = _told(clause, number)
    return at + 1 if at else _plain(clause, number)


def _told(clause: Clause, number: Mention) -> int:
    """Return where шаққанда ends the words behind a figure, 0 where a sign or another figure stands before it."""
    tokens = clause.sentence.tokens
    for at in range(number.last, min(len(tokens), number.last + REACH)):
        if PER.match(tokens[at].norm):
            return at
        if not tokens[at].text[0].isalpha():
            break
    return 0


def _plain(clause: Clause, number: Mention) -> int:
    """Return where the people end that a rate is told of without шаққанда (1000 тірі туғанға 7,4), 0 for none."""
    if number.value.value not in ROUND or number.type != "number":
        return 0
    behind = clause.mentions("number", "percent", first=number.last)
    following = behind[0] if behind and 0 < behind[0].first - number.last <= REACH else None
    if following is None or (following.value.value % 1 == 0 and following.case in ("nom", "")):
        return 0
    between = clause.sentence.tokens[number.last : following.first]
    plain = all(t.text[0].isalpha() for t in between) and is_case(between[-1], "dat")
    return following.first if plain else 0


def per_words(clause: Clause, before: int) -> str:
    """Return the words of "per 1000 …" that the figure at token ``before`` is counted per, or "" where none are said."""
    found = [m for m in clause.mentions("number") if is_per(clause, m)] if clause.language == "kk" else []
    ahead = [m for m in found if m.first < before]
    number = next(iter(ahead[-1:] or found[:1]), None)
    if number is None:
        return _of_one(clause, before)
    if _of_another(clause, number, before):
        return ""
    return f"{clause.text(number.first, _told(clause, number) or _plain(clause, number))} шаққанда"


def _of_one(clause: Clause, before: int) -> str:
    """Бір дәрігерге шаққандағы тұрғындар саны: what a rate is counted per one of; "" where it is not."""
    tokens = clause.sentence.tokens
    if clause.language != "kk":
        return ""
    ends = (i for i in range(clause.first + 2, min(before, clause.last)) if PER.match(tokens[i].norm))
    end = next(ends, 0)
    first = next((i for i in range(end - 1, max(clause.first - 1, end - REACH), -1) if tokens[i].norm == ONE), None)
    return f"{clause.text(first, end).lower()} шаққанда" if end and first is not None else ""


ONE = "бір"


def _of_another(clause: Clause, number: Mention, before: int) -> bool:
    """1000 тірі туғанға шаққанда сәби өлімі 6,9, ана өлімі 12,4: another figure in the list has had it already."""
    had = [m for m in clause.mentions("number", "percent", first=number.last, last=before) if not is_per(clause, m)]
    return any(t.text == "," for m in had for t in clause.sentence.tokens[m.last : before])


def per_behind(clause: Clause, before: int) -> str:
    """Показатель – 4,1 на тысячу родившихся: what the next Russian figure is counted per, "" where none is said."""
    figures = clause.mentions("number", "percent", first=before) if clause.language == "ru" else []
    figure = next((m for m in figures if not is_per(clause, m)), None)
    per = next((m for m in figures if is_per(clause, m) and figure and 0 < m.first - figure.last <= BEHIND), None)
    if per is None:
        return ""
    tokens, last = clause.sentence.tokens, per.last
    while last < clause.last and last - per.last < OF_WHOM and tokens[last].best.pos in ("NOUN", "ADJ", "VERB"):
        last += 1
    return clause.text(per.first - 1, last)


BEHIND, OF_WHOM = 3, 2
"""Words from a figure to what it is per, and of those who are counted, at most."""
