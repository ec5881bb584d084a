"""What the stores share: prefixes, the error, and answers in one form whatever the engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from kzhealthkg import vocab
from kzhealthkg.messages import SaidError
from kzhealthkg.model import Rows, Term

XSD: Final = "http://www.w3.org/2001/XMLSchema#"


class StoreError(SaidError):
    """Data or a query that a store cannot take, or a server that does not answer, in one line."""


def first_line(error: BaseException) -> str:
    """Return the first line of what an error says."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def answer(value: bool) -> Rows:
    """Return the answer to an ASK as one row."""
    return Rows(("answer",), ((Term("literal", str(value).lower(), XSD + "boolean"),),))


def triples_as_rows(triples: Iterable[Any]) -> Rows:
    """Return the triples of a CONSTRUCT as sorted rows."""
    rows = sorted((tuple(triple) for triple in triples), key=repr)
    return Rows(("subject", "predicate", "object"), tuple(rows))


def literal(value: str, datatype: str, language: str) -> Term:
    """Return a literal in the form that all stores share: canonical numbers, no xsd:string."""
    if language or datatype == XSD + "string":
        return Term("literal", value, "", language.lower())
    if datatype == XSD + "decimal":
        value = vocab.decimal_text(value)
    return Term("literal", value, datatype)
