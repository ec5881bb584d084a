"""From whose money: the source that a clause names."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, widened
from kzhealthkg.extract.context import of_total
from kzhealthkg.model import FIGURE, Mention
from kzhealthkg.model.frozen import replace
from kzhealthkg.sieve import Sieve


@cache
def _sources(language: str) -> Sieve[tuple[str, re.Pattern[str]]]:
    rows = (row for row in lexicon.table("sources") if row["language"] == language)
    return Sieve(((row["source"], re.compile(row["pattern"])), row["pattern"]) for row in rows)


def source(clause: Clause) -> tuple[str, int, int]:
    """Return the source of money that a clause names and its clean-text span; ("", 0, 0) for none."""
    if not clause.tokens:
        return "", 0, 0
    own = own_source(clause)
    return own if own[0] else own_source(widened(clause))


def source_of(clause: Clause, count: Mention | None) -> str:
    """A бюджеті есебінен 14, B бюджеті есебінен 9 көлік: the source of so many things, told behind the count before."""
    if count is None:
        return source(clause)[0]
    if clause.language != "kk":
        return _source_ru(clause, count)
    others = any(pays_for(clause, m) for m in clause.mentions("number", first=count.last))
    return _before(clause, count)[0] or ("" if others else source(clause)[0])


def _source_ru(clause: Clause, count: Mention) -> str:
    """60 куплены в лизинг и 20 машин из бюджета: each of two counts has the source behind it, and not that of the other."""
    numbers = [m.first for m in clause.mentions("number") if m.first != count.first]
    before = next((at for at in numbers if at < count.first), None)
    behind = next((at for at in numbers if at > count.first), clause.last)
    tokens = clause.sentence.tokens
    comma = next((i for i in range(count.last, behind) if tokens[i].text == ","), None) if numbers else None
    if comma is not None and before is None and own_source(replace(clause, first=comma, last=behind))[0]:
        return own_source(replace(clause, last=comma))[0]  # за счёт бюджета 200, за счёт спонсоров – 12
    own = own_source(replace(clause, first=count.first, last=behind))[0] if numbers else ""
    if own or before is None or COLON in (t.text for t in tokens[before : count.first]):
        return own or source(clause)[0]
    return "" if own_source(replace(clause, first=before, last=count.first))[0] else source(clause)[0]


COLON = ":"


def pays_for(clause: Clause, count: Mention) -> bool:
    """[Республикалық бюджет есебінен] 14: say whether the words right before a count tell whose money pays for it."""
    end = _before(clause, count)[2]
    return bool(end) and sum(t.start >= end for t in clause.sentence.tokens[clause.first : count.first]) <= 1


def _before(clause: Clause, count: Mention) -> tuple[str, int, int]:
    """Return the source told between a count and the one before it."""
    first = max((m.last for m in clause.mentions("number", last=count.first)), default=clause.first)
    near = replace(clause, first=first, last=count.first)
    return own_source(near) if near.tokens else ("", 0, 0)


def own_source(clause: Clause) -> tuple[str, int, int]:
    """Return the source that the words of a clause themselves name."""
    able = _sources(clause.language).fitting([token.norm for token in clause.tokens])
    text = _text(clause) if able else ""
    for name, pattern in able:
        found = pattern.search(text)
        base = clause.tokens[0].start
        if found and not (
            _receives(clause, base + found.end())
            or _speaks(clause, base + found.start(), base + found.end())
            or _of_a_share(clause, base + found.start(), base + found.end())
            or _of_a_list(clause, base + found.start(), base + found.end())
        ):
            return name, base + found.start(), _without_sum(clause, base + found.start(), base + found.end())
    return "", 0, 0


def _without_sum(clause: Clause, start: int, end: int) -> int:
    """[Компания] емхана салуға M теңге бөлді: a giver told up to the verb is only the giver, not the aim and the sum."""
    inside = any(start < m.start < end for m in clause.mentions("money"))
    return next((t.end for t in clause.tokens if t.end > start), end) if inside else end


def _receives(clause: Clause, end: int) -> bool:
    """Сақтандыру қорына M көзделген: what gets the money is not where it comes from; инвестор қаражатына is."""
    last = next((t for t in reversed(clause.tokens) if t.end <= end), None)
    given = clause.language == "kk" and last is not None and last.best.case == "dat"
    return last is not None and given and not is_lemma(last, *MEANS)


MEANS = lexicon.words("extract.context.money_source", "means")


def _of_a_list(clause: Clause, start: int, end: int) -> bool:
    """Оптимизировать перечень проектов ГЧП, МЖӘ жобаларының тізбесі: a list or a law of such things pays for nothing."""
    if clause.language == "ru":
        near = [t for t in clause.sentence.tokens if t.end <= start][-LISTED:]
    else:
        near = [t for t in clause.sentence.tokens if t.start >= end][:LISTED]
    return any(is_lemma(t, *LISTS) for t in near)


LISTED = 3
LISTS = lexicon.words("extract.context.money_source", "lists")


def _of_a_share(clause: Clause, start: int, end: int) -> bool:
    """80 % из республиканского бюджета, республикалық бюджеттен – 80 %: from where a part of a sum comes is not of all of it."""
    parts = [m for m in clause.whole.mentions("percent") if m.value.value < WHOLE]
    return (
        _of_so_many(clause, start)
        or _of_a_third(clause, start)
        or any(0 <= start - m.end <= SHARE_REACH or 0 <= m.start - end <= SHARE_REACH for m in parts)
    )


def _of_so_many(clause: Clause, start: int) -> bool:
    """50 машин: 20 по лизингу и 30 за счёт бюджета: a number without a noun before the source is that of a part."""
    numbers = clause.whole.mentions("number") if clause.language == "ru" else []
    tokens = clause.sentence.tokens
    between = ([t.norm for t in tokens[m.last :] if t.start < start] for m in numbers[1:] if m.end <= start)
    return any(WITH_MEANS.issuperset(words) for words in between)


WITH_MEANS = frozenset(lexicon.words("extract.context.money_source", "with_means"))


def _of_a_third(clause: Clause, start: int) -> bool:
    """Две трети этой суммы поступает из бюджета, половина – средства бюджета: a part that is told in words."""
    last = max((i for i, t in enumerate(clause.whole.tokens) if t.end <= start), default=-1)
    before = clause.whole.tokens[max(0, last + 1 - THIRD_REACH) : last + 1]
    at = next((i for i, t in enumerate(before) if is_lemma(t, *of_total.PARTS_IN_WORDS)), None)
    return at is not None and not any(t.marks & FIGURE for t in before[at:])


THIRD_REACH = 6
WHOLE = 100
SHARE_REACH = 4
"""Letters between a share and the source that it comes from, at most: a blank, a dash, a preposition."""


def _speaks(clause: Clause, start: int, end: int) -> bool:
    """Сақтандыру қорының мәліметінше, по данным фонда: who tells of money is not who gives it."""
    owners = {"kk": ("owner", end), "ru": ("after", start)}
    side, at = owners[clause.language]
    said = {r["word"] for r in lexicon.table("speech") if r["language"] == clause.language and r["side"] == side}
    near = [
        t for t in clause.tokens if (0 <= t.start - at < SPEAKING if side == "owner" else 0 < at - t.start < SPEAKING)
    ]
    stop = next((i for i, t in enumerate(near) if t.text == ","), len(near))
    return any(t.norm in said for t in (near[:stop] if side == "owner" else near[-4:]))


SPEAKING = 90
"""Letters between a body and the word that it is said to tell with, at most."""


def _text(clause: Clause) -> str:
    """Return the clause's lower-cased text with clean-text spacing, so that offsets hold."""
    parts, position = [], clause.tokens[0].start
    for token in clause.tokens:
        parts.append(
            " " * (token.start - position) + token.norm.ljust(token.end - token.start)[: token.end - token.start]
        )
        position = token.end
    return "".join(parts)
