"""What was seen in an article and what became of it, for people who write rules or check them.

Nothing is decided here: the article is read as ``extract`` reads it, and the marks and reasons come
from the same frames and predicates.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kzhealthkg.extract import stated, understood
from kzhealthkg.extract.clause.clauses import clauses
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.reasons import KINDS, reasons
from kzhealthkg.model import Document, Mention, Statement
from kzhealthkg.shown import FIGURES, Mark, Reason, Seen, Trace
from kzhealthkg.vocab import NUMBERS

Told = tuple[int, Statement]
"""A statement with its number among those of the article."""


def trace(document: Document) -> Trace:
    """Return the statements of an annotated article with everything that was seen on the way to them."""
    memory = understood(document)
    drafted = {draft.sentence: draft.kind for draft in memory.drafts}
    statements = stated(document, memory)
    spoken = _by_sentence(document, statements)
    seen = []
    for index, told in enumerate(spoken):
        parts = clauses(document.sentences[index], index, document.sentences[index].language or memory.language)
        seen.append(_seen(document, parts, index, [(n, statements[n]) for n in told], drafted.get(index, "")))
    return Trace(document.article, tuple(seen), statements)


def _seen(document: Document, parts: list[Clause], index: int, told: Sequence[Told], drafted: str) -> Seen:
    sentence = document.sentences[index]
    found = [hit for clause in parts for kind in KINDS for hit in hits(kind.lower(), clause)]
    left = _left(document, sentence.mentions, told)
    why: tuple[Reason, ...] = ()
    if left and not told:
        why = (Reason(drafted, ("said",)),) if drafted else reasons(parts, found)
    return Seen(
        *_span(document, sentence.start, sentence.end),
        clauses=tuple(_clause_span(document, clause) for clause in parts),
        mentions=tuple(_mark(document, mention) for mention in sentence.mentions),
        cues=tuple(_cue(document, hit) for hit in found),
        statements=tuple(number for number, _ in told),
        left=left,
        reasons=why,
    )


def _by_sentence(document: Document, statements: Sequence[Statement]) -> list[list[int]]:
    """Return for each sentence the numbers of the statements whose words overlap it; both come in the order of the text."""
    spans = [_span(document, s.start, s.end) for s in document.sentences]
    found: list[list[int]] = [[] for _ in spans]
    low = 0
    for number, statement in enumerate(statements):
        while low < len(spans) and spans[low][1] <= statement.start:
            low += 1
        at = low
        while at < len(spans) and spans[at][0] < statement.end:
            found[at].append(number)
            at += 1
    return found


def _left(document: Document, mentions: Sequence[Mention], told: Sequence[Told]) -> tuple[Mark, ...]:
    """Return the figures whose value stands in no statement of their sentence."""
    taken = {Decimal(str(value)) for _, s in told for slot, value in s.slots.items() if slot in NUMBERS}
    figures = [m for m in mentions if m.type in FIGURES and m.value.value not in taken]
    return tuple(_mark(document, m) for m in figures)


def _span(document: Document, start: int, end: int) -> tuple[int, int]:
    return document.article.clean.source(start, end)


def _clause_span(document: Document, clause: Clause) -> tuple[int, int]:
    return _span(document, clause.tokens[0].start, clause.tokens[-1].end)


def _cue(document: Document, hit: Hit) -> Mark:
    tokens = hit.clause.sentence.tokens
    return Mark(*_span(document, tokens[hit.first].start, hit.verb.end), hit.frame.kind, hit.frame.name)


def _mark(document: Document, mention: Mention) -> Mark:
    return Mark(*_span(document, mention.start, mention.end), mention.type, fields=_read_as(mention.value))


def _read_as(value: Any) -> tuple[tuple[str, str], ...]:
    """Return the filled fields of a mention's value, but for those that hold values of their own."""
    fields = ((name, getattr(value, name)) for name in value.__slots__)
    return tuple((name, _plain(v)) for name, v in fields if isinstance(v, str | Decimal | bool) and v)


def _plain(value: str | Decimal | bool) -> str:
    return "" if value is True else format(value, "f") if isinstance(value, Decimal) else str(value)
