"""One statement and its evidence as triples, each a "subject predicate object" text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from kzhealthkg import edtf, vocab
from kzhealthkg.emit import terms
from kzhealthkg.emit.things import TYPE
from kzhealthkg.messages import SaidError
from kzhealthkg.model import Statement

OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"
ACTIVITY: Final = f"activity/build-{vocab.VERSION}"

Resolve = Callable[[str, str], str]
"""(slot, name) → the id of the entity that the name was linked to, or "" where it was not."""

_PREDICATE: Final = {slot: terms.term(slot) for kind in vocab.KINDS for slot in vocab.slots(kind)}
_BY: Final = f"<{PROV}wasGeneratedBy> {terms.thing(ACTIVITY)}"
_ARTICLE, _EVIDENCE, _RULE = terms.term("article"), terms.term("evidence"), terms.term("rule")
_PART_OF: Final = terms.term("partOf")


def statement_id(statement: Statement) -> str:
    """Return the id of a statement: its article, kind, evidence and slots decide it, the rule does not."""
    slots = (f"{name}={_key(value)}" for name, value in sorted(statement.slots.items()))
    span = f"{statement.start}:{statement.end}"
    return f"statement/{terms.digest(statement.article, statement.kind, span, *slots)}"


def _key(value: Any) -> str:
    if isinstance(value, str | bool):
        return str(value)
    if isinstance(value, list | tuple):
        return terms.packed(map(_key, value))
    return vocab.decimal_text(value)


def evidence_id(statement: Statement) -> str:
    """Return the id of a statement's evidence, which statements with one span share."""
    return f"evidence/{terms.digest(statement.article, str(statement.start), str(statement.end))}"


def triples(statement: Statement, resolve: Resolve) -> Iterator[str]:
    """Yield what a statement says; ValueError names a slot whose value does not fit."""
    subject = terms.thing(statement_id(statement))
    yield f"{subject} {TYPE} {terms.term(statement.kind)}"
    yield f"{subject} {_ARTICLE} {terms.node('article', statement.article)}"
    yield f"{subject} {_EVIDENCE} {terms.thing(evidence_id(statement))}"
    yield f"{subject} {_BY}"
    if statement.rule:
        yield f"{subject} {_RULE} {terms.string(statement.rule)}"
    for slot, value in statement.slots.items():
        for part in value if slot in vocab.LISTS else (value,):
            for pair in _slot(statement.kind, slot, part, resolve):
                yield f"{subject} {pair}"
    if statement.part_of:
        yield f"{subject} {_PART_OF} {terms.thing(statement_id(statement.part_of))}"
    if "facility" not in statement.slots and (nameless := resolve("facility", "")):
        yield f"{subject} {_PREDICATE['facility']} {terms.thing(nameless)}"


def _slot(kind: str, slot: str, value: Any, resolve: Resolve) -> Iterator[str]:
    """Yield predicate and object for one value of a slot."""
    if slot not in _PREDICATE:
        raise SaidError("emit.slot", kind=kind, slot=slot)
    if slot in vocab.ENTITY_SLOTS:
        local = resolve(slot, value)
        if local:
            yield f"{_PREDICATE[slot]} {terms.thing(local)}"
        return
    try:
        yield f"{_PREDICATE[slot]} {_object(kind, slot, value)}"
    except (ValueError, ArithmeticError):
        raise SaidError("emit.value", slot=slot, kind=kind, value=value) from None
    if slot in vocab.DATES:
        yield from _bounds(slot, value)


def _object(kind: str, slot: str, value: Any) -> str:
    if slot in vocab.INTEGERS:
        return terms.integer(value)
    if slot in vocab.NUMBERS:
        return terms.decimal(value)
    if slot == "acting":
        return terms.boolean(value)
    if slot in vocab.CONCEPT_SLOTS and (kind, slot) not in vocab.CODE_SLOTS:
        return terms.concept(vocab.CONCEPT_SLOTS[slot], value)
    return terms.string(value)


def _bounds(slot: str, value: str) -> Iterator[str]:
    """Yield the first and the last day; none for a date that is not EDTF, which validation reports."""
    if edtf.valid(value):
        for side, day in zip(("From", "To"), edtf.bounds(value), strict=True):
            if day:
                yield f"{terms.term(slot + side)} {terms.day(day)}"


def evidence(statement: Statement, text_hash: str, at: tuple[int, int]) -> Iterator[str]:
    """Yield the evidence of a statement: the quote, its place in the stored text, and the two selectors.

    ``at`` are the line and the column of the quote's first character.
    """
    local = evidence_id(statement)
    subject = terms.thing(local)
    position, quote = terms.thing(f"{local}/position"), terms.thing(f"{local}/quote")
    exact = terms.string(statement.quote)
    start, end, line, column = map(terms.integer, (statement.start, statement.end, *at))
    yield f"{subject} {TYPE} {terms.term('Evidence')}"
    yield f"{subject} <{OA}hasSource> {terms.node('article', statement.article)}"
    yield from (f"{subject} <{OA}hasSelector> {selector}" for selector in (position, quote))
    own: Mapping[str, str] = {"exact": exact, "start": start, "end": end, "line": line, "column": column}
    yield from (f"{subject} {terms.term(name)} {value}" for name, value in own.items())
    yield f"{subject} {terms.term('textHash')} {terms.string(text_hash)}"
    yield f"{position} {TYPE} <{OA}TextPositionSelector>"
    yield f"{position} <{OA}start> {start}"
    yield f"{position} <{OA}end> {end}"
    yield f"{quote} {TYPE} <{OA}TextQuoteSelector>"
    yield f"{quote} <{OA}exact> {exact}"
