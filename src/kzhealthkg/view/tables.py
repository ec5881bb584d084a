"""Rows as a table for people: columns aligned by display width, long cells wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kzhealthkg.model import Rows, Term
from kzhealthkg.vocab import BASE, THINGS

WIDTH = 120
_LEAST = 12
_NUMBERS = ("decimal", "integer", "double", "float")
_THOUSANDS = "\u00a0"


def width(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(rows: Rows, limit: int = WIDTH) -> str:
    """Return ``rows`` as a table of at most ``limit`` columns, with a line that counts the rows."""
    body = [[cell(term) for term in row] for row in rows.rows]
    right = [_numeric([row[i] for row in rows.rows]) for i in range(len(rows.variables))]
    count = f"({len(body)} row{'' if len(body) == 1 else 's'})"
    return grid(rows.variables, body, right, limit) + count + "\n"


def grid(head: Sequence[str], body: Sequence[Sequence[str]], right: Sequence[bool], limit: int = WIDTH) -> str:
    """Return texts in columns under ``head``; ``right`` says which columns are set to the right."""
    widths = _widths([head, *body], right, limit)
    rule = "  ".join("─" * w for w in widths)
    return "\n".join([*_lines(head, widths, right), rule, *(s for row in body for s in _lines(row, widths, right)), ""])


def cell(term: Term | None) -> str:
    """Return a term as people read it: no namespace, no quotation marks, thousands apart."""
    if term is None:
        return ""
    if term.kind == "uri":
        return local(term.value)
    if term.datatype.rpartition("#")[2] in _NUMBERS:
        return grouped(term.value)
    return " ".join(term.value.split())


def local(iri: str) -> str:
    """Return an IRI of this graph without its base; others stay whole."""
    return iri.removeprefix(THINGS).removeprefix(BASE)


def grouped(number: str) -> str:
    """Return a decimal numeral of five digits or more with its thousands set apart."""
    whole, point, rest = number.partition(".")
    if not whole.lstrip("-").isdigit() or len(whole.lstrip("-")) < 5:
        return number
    return f"{int(whole):,}".replace(",", _THOUSANDS) + point + rest


def _numeric(terms: Sequence[Term | None]) -> bool:
    present = [term for term in terms if term is not None]
    return bool(present) and all(term.datatype.rpartition("#")[2] in _NUMBERS for term in present)


def _widths(rows: Sequence[Sequence[str]], right: Sequence[bool], limit: int) -> list[int]:
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    spare = limit - 2 * (len(widths) - 1)
    while sum(widths) > spare:
        wide = [i for i, w in enumerate(widths) if w > _LEAST and not right[i]]
        if not wide:
            break
        widths[max(wide, key=lambda i: widths[i])] -= 1
    return widths


def _lines(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    cells = [wrap(text, w) for text, w in zip(row, widths, strict=True)]
    height = max(len(c) for c in cells)
    padded = [c + [""] * (height - len(c)) for c in cells]
    return [
        "  ".join(_pad(p[n], w, r) for p, w, r in zip(padded, widths, right, strict=True)).rstrip(" ")
        for n in range(height)
    ]


def _pad(text: str, size: int, right: bool) -> str:
    space = " " * (size - width(text))
    return space + text if right else text + space


def wrap(text: str, size: int) -> list[str]:
    """Return ``text`` in lines of at most ``size`` columns; only a word too long for a line is cut."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width(joined) <= size:
            lines[-1] = joined
        else:
            lines += _cut(word, size)
    return [line for line in lines if line] or [""]


def _cut(word: str, size: int) -> list[str]:
    pieces = [""]
    for char in word:
        if width(pieces[-1] + char) > size:
            pieces.append("")
        pieces[-1] += char
    return pieces
