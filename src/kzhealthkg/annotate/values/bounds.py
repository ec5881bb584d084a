"""What bounds a figure: the words before it, behind it and in it that make it the least, the most or an estimate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.values import numbers
from kzhealthkg.model import Quantity, Token
from kzhealthkg.model.frozen import frozen

FROM = frozenset(lexicon.words("annotate.values.bounds", "from"))


@frozen
class Span:
    """A figure with its unit over the tokens ``first:last``."""

    quantity: Quantity
    kind: str
    first: int
    last: int
    case: str


def case_of(token: Token) -> str:
    """Return the case of the last word of a figure, nom where it tells none."""
    numeral = numbers.numeral_reading(token)
    if numeral:
        return numeral.case or "nom"
    fitting = (r.case for r in token.readings if r.case and r.pos not in ("VERB", "PUNCT"))
    return next(fitting, "nom")


@cache
def _bounds(language: str, place: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the words that bound a figure, the longest first, by the one of them that stands beside it."""
    rows = [row for row in lexicon.table("bounds") if row["language"] == language and row["place"] == place]
    found = [(tuple(row["words"].split()), row["case"], row["bound"]) for row in rows]
    beside: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words, case, bound in sorted(found, key=lambda row: -len(row[0])):
        beside.setdefault(words[-1 if place == "before" else 0], []).append((words, case, bound))
    return beside


def said_before(tokens: Sequence[Token], span: Span, language: str, floor: int) -> tuple[int, str]:
    """Return where the words that bound a figure begin before it, and the bound they make, "" for none."""
    before = tokens[span.first - 1].norm if span.first else ""
    for words, _, bound in _bounds("ru" if language == "ru" else "kk", "before").get(before, ()):
        start = span.first - len(words)
        if start >= floor and tuple(token.norm for token in tokens[start : span.first]) == words:
            if words == ("до",) and _changes(tokens, start):
                return span.first, ""
            return start, bound
    return span.first, ""


def _changes(tokens: Sequence[Token], place: int) -> bool:
    """Whether "до" ends a movement ("с девяти клиник до 55") rather than bounding a figure."""
    words = [token.norm for token in tokens[max(0, place - 8) : place]]
    return not FROM.isdisjoint(words)


def said_behind(tokens: Sequence[Token], span: Span, language: str) -> tuple[int, str]:
    """Return where the words that bound a Kazakh figure end behind it, and the bound they make, "" for none."""
    first = span.last + 2 * _ending_apart(tokens, span)
    begun = tokens[first].norm if first < len(tokens) else ""
    for words, case, bound in _bounds("ru" if language == "ru" else "kk", "after").get(begun, ()):
        end = first + len(words)
        if tuple(token.norm for token in tokens[first:end]) != words:
            continue
        if _stands_bare(tokens, span, end) if case == "bare" else span.case == (case or span.case):
            return end, bound
    return span.last, ""


def _stands_bare(tokens: Sequence[Token], span: Span, end: int) -> bool:
    """1200 аса адам: the ending was left off; in 5 аса маңызды жоба the word belongs to the adjective."""
    following = tokens[end].best if end < len(tokens) else None
    return span.kind == "number" and span.case == "nom" and following is not None and following.pos == "NOUN"


def _ending_apart(tokens: Sequence[Token], span: Span) -> bool:
    """900 - ден астам: the case ending of a figure behind a dash with gaps around it."""
    apart = [token.norm for token in tokens[span.last : span.last + 2]]
    return len(apart) == 2 and apart[0] in "-–—" and bool(span.case.strip("nom")) and len(apart[1]) <= 3


def approximate(tokens: Sequence[Token], span: Span, language: str) -> str:
    """The bound in 5 мыңдай, екі жүздей, 136-дай, 2 миллиардтай теңге, 200 млн теңгедей."""
    said = tokens[span.first : span.last] if language != "ru" else ()
    return "about" if any(_is_approximate(token, span.kind, language) for token in said) else ""


def _is_approximate(token: Token, kind: str, language: str) -> bool:
    word = numbers.approximate(token)
    figure = word.rstrip("-").isdigit() or (word and numbers.numeral(token, language) is not None)
    return bool(figure or (word and kind == "money"))


def passed(tokens: Sequence[Token], span: Span) -> str:
    """The bound in 4 млрд теңгеден асады, превысила 4 млрд тенге: the verb stays outside of the figure."""
    before = tokens[span.first - 1] if span.first else None
    if span.kind == "money" and before is not None and before.best.lemma in PASSING:
        return "atLeast"
    verb = (t.best.lemma for t in tokens[span.last : span.last + 1] if t.best.pos == "VERB" and not t.best.negative)
    return "atLeast" if span.kind == "money" and span.case == "abl" and "ас" in verb else ""


PASSING = frozenset(lexicon.words("annotate.values.bounds", "passing"))
POINTING = frozenset(lexicon.words("annotate.values.bounds", "pointing"))


def said_behind_noun(tokens: Sequence[Token], span: Span, language: str) -> str:
    """The bound in "500 адамнан астам": one or two words that carry the case stand between."""
    if language == "ru" or span.kind != "number" or tokens[span.last - 1].best.possessive:
        return ""
    for gap in (1, 2):
        place = span.last + gap
        if numbers.parse(tokens, place - 1, language):
            return ""
        if place >= len(tokens):
            return ""
        noun = tokens[place - 1]
        if noun.norm in POINTING:
            return ""
        for words, case, bound in _bounds("kk", "after").get(tokens[place].norm, ()):
            if case != "nom" and len(words) == 1 and case_of(noun) == case:
                return bound
    return ""
