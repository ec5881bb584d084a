"""What money is for: the Kazakh dative or "үшін" phrase before the sum."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.kinds.funding.purpose_start import start_kk
from kzhealthkg.model import Mention, Token
from kzhealthkg.model.frozen import frozen
from kzhealthkg.morph import nominative

NO_AIM = lexicon.words("kinds.funding.purpose", "no_aim")

TILL = frozenset(lexicon.words("kinds.funding.purpose", "till"))
POSTPOSITIONS = frozenset(lexicon.words("kinds.funding.purpose", "postpositions"))


@frozen
class Purpose:
    """A purpose: its nominative text, its clean-text span, and the facility it names as owner."""

    text: str
    start: int
    end: int
    facility: Mention | None = None


def purpose(clause: Clause, money: Mention, skip: tuple[int, int]) -> Purpose | None:
    """Return what the money of a clause is for; ``skip`` is the span that says whose money it is."""
    end = _end_kk(clause, money, skip)
    return None if end is None else read_kk(clause, _above(clause, end), skip)


RECEIVERS = lexicon.words("kinds.funding.purpose", "receivers")


def _above(clause: Clause, end: int) -> int:
    """Жоспарды орындау үшін жабдық алуға, … жөндеуге M қажет: the aim that stands above a list of aims."""
    tokens = clause.sentence.tokens
    over = next((i for i in range(clause.first + 1, end - 1) if tokens[i].norm in POSTPOSITIONS), None)
    listed = over is not None and any(t.text == "," for t in tokens[over:end])
    return over if over is not None and listed else end


def _end_kk(clause: Clause, money: Mention, skip: tuple[int, int]) -> int | None:
    """Return the end (exclusive) of the purpose: its dative word, or the word before "үшін"."""
    tokens = clause.sentence.tokens
    for i in range(money.first - 1, clause.first - 1, -1):
        if skip[0] <= tokens[i].start < skip[1]:
            continue
        if tokens[i].norm in POSTPOSITIONS or (tokens[i].norm == "бойынша" and "inf" in forms(tokens[i - 1])):
            return i
        between = tokens[i : money.first]
        own = [t for t in between if not skip[0] <= t.start < skip[1]]
        if tokens[i + 1].norm in TILL:
            continue  # осы уақытқа дейін
        if aims(tokens[i]) and not (at_place(clause, i) or _within_a_name(between) or _of_participle(own)):
            return i + 1
    return None


def _of_participle(tokens: list[Token]) -> bool:
    """Көмек көрсетуге ниет білдірген ұйымдарға M төленді: a dative that a participle before a noun governs."""
    pairs = pairwise(tokens[1:])
    return any(a.best.form in ("perf", "part") and a.best.pos == "VERB" and b.best.pos == "NOUN" for a, b in pairs)


def _within_a_name(tokens: tuple[Token, ...]) -> bool:
    """«… халқына көмек көрсету» бағдарламасы аясында M бөлінді: a dative inside a quoted name says no purpose."""
    signs = [t.text for t in tokens]
    return signs.count("»") + signs.count("”") > signs.count("«") + signs.count("“")


def aims(token: Token) -> bool:
    """Say whether a word may end a purpose: a dative says what for, but "жылына", "айына" say how often and "орнына" instead of what."""
    governed = token.best.case == "dat" and token.best.pos in ("NOUN", "VERB", "PROPN")
    return governed and not is_lemma(token, *RECEIVERS, *NO_AIM)


def at_place(clause: Clause, i: int) -> bool:
    """Say whether a word belongs to a place or a date."""
    return any(m.first <= i < m.last for m in clause.mentions("place", "date"))


def _behind_aim(clause: Clause, first: int, end: int) -> int:
    """Сапаны арттыру мақсатында емхана салуға M бөлінді: what is paid for stands behind what it is meant to bring."""
    aims_at = (i + 1 for i in range(end - 2, first, -1) if clause.sentence.tokens[i].norm in POSTPOSITIONS)
    return next(aims_at, first)


def read_kk(clause: Clause, end: int, skip: tuple[int, int]) -> Purpose | None:
    """Return the purpose that ends before token ``end``, what stands before it in its clause left out."""
    tokens = clause.sentence.tokens
    first = _behind_aim(clause, start_kk(clause, end, skip), end)
    receiver = next(
        (m for m in clause.mentions("facility") if m.first == first and m.case == "dat" and m.last < end), None
    )
    if receiver is not None:
        text = nominative(tokens[receiver.last : end], "kk")
        return Purpose(text, tokens[first].start, tokens[end - 1].end, receiver)
    named = [m for m in clause.mentions("facility", first=first, last=end) if m.value.name]
    start = tokens[first].start
    owner = named[0] if len(named) == 1 else None
    if owner is not None and owner.case == "gen" and owner.first - first <= 3 and owner.last < end:
        first = owner.last if end - owner.last > 1 else owner.first
    if first >= end:
        return None
    owned = end - first == 1 and any(m.last == first and m.case == "gen" for m in clause.mentions("place"))
    text = nominative(tokens[first:end], "kk", bare=owned)  # облыстың медицинасына: медицина
    return Purpose(text, start, tokens[end - 1].end, owner)
