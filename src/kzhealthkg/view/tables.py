"""Rows as a table for people: columns aligned by display width, long cells wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

from kzhealthkg.messages import say
from kzhealthkg.model import Rows, Term
from kzhealthkg.view.columns import Columns
from kzhealthkg.vocab import BASE, THINGS

WIDTH = 120
ENGLISH = Columns()
_LONG, _LEAST = 40, 8
_UNDER = ("quote", "statement")
_NUMBERS = ("decimal", "integer", "double", "float")
_THOUSANDS = "\u00a0"


def width(text: str) -> int:
    """Return how many terminal columns ``text`` takes."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(rows: Rows, limit: int = WIDTH, columns: Columns = ENGLISH) -> str:
    """Return ``rows`` as a table of about ``limit`` columns; what is empty in every row is only named below it.

    Where the words of the source are among the columns, they stand under their row.
    """
    under = [i for i, name in enumerate(rows.variables) if name in _UNDER and "quote" in rows.variables]
    filled = [i for i in range(len(rows.variables)) if any(row[i] for row in rows.rows) or not rows.rows]
    shown = [i for i in filled if i not in under]
    head = [columns.heading(rows.variables[i]) for i in shown]
    body = [[cell(row[i], rows.variables[i], columns) for i in shown] for row in rows.rows]
    notes = [_evidence([cell(row[i], rows.variables[i]) for i in under]) for row in rows.rows] if under else []
    right = [_numeric([row[i] for row in rows.rows]) for i in shown]
    empty = ", ".join(columns.heading(name) for i, name in enumerate(rows.variables) if i not in filled)
    count = say(columns.language, "table.rows", count=len(body))
    note = f"{count}; {say(columns.language, 'table.empty', names=empty)}" if empty else count
    return grid(head, body, right, limit, notes) + f"({note})\n"


def _evidence(cells: Sequence[str]) -> str:
    return f"«{cells[0]}»" + "".join(f" · {text}" for text in cells[1:]) if cells[0] else ""


def grid(
    head: Sequence[str],
    body: Sequence[Sequence[str]],
    right: Sequence[bool],
    limit: int = WIDTH,
    notes: Sequence[str] = (),
) -> str:
    """Return texts in columns under ``head``, each row's note below it; ``right`` says which are set to the right."""
    widths = _widths([head, *body], right, limit)
    lines = [*_lines(head, widths, right), "  ".join("─" * w for w in widths)]
    for row, note in zip_longest(body, notes, fillvalue=""):
        lines += _lines(row, widths, right)
        lines += [f"    {line}" for line in wrap(note, limit - 4)] if note else []
    return "\n".join([*lines, ""])


def cell(term: Term | None, name: str = "", columns: Columns = ENGLISH) -> str:
    """Return a term as people read it: no namespace, no column's name again, thousands apart, codes in words."""
    if term is None:
        return ""
    if term.kind == "uri":
        return local(term.value).removeprefix(f"{name}/")
    if term.datatype.rpartition("#")[2] in _NUMBERS:
        return grouped(term.value)
    return columns.value(name, " ".join(term.value.split()), term.datatype)


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
    """Return the width of every column: all of it where there is room, else its longest word and a share of the rest."""
    columns = range(len(rows[0]))
    most = [max(width(row[i]) for row in rows) for i in columns]
    room = limit - 2 * (len(most) - 1)
    if sum(most) <= room:
        return most
    words = [most[i] if right[i] else max(width(word) for row in rows for word in row[i].split(" ")) for i in columns]
    least = next((w for w in (_capped(words, right, cap) for cap in range(_LONG, _LEAST, -1)) if sum(w) <= room), None)
    if least is None:
        return _capped(words, right, _LEAST)
    share = (room - sum(least)) / (sum(most) - sum(least))
    return [few + int((many - few) * share) for few, many in zip(least, most, strict=True)]


def _capped(widths: Sequence[int], right: Sequence[bool], cap: int) -> list[int]:
    return [w if fixed else min(w, cap) for w, fixed in zip(widths, right, strict=True)]


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
