"""Which patterns of a table may match a text: told by parts of its words, without running the patterns.

Most patterns hold some literal letters. A text none of whose words has them need not be searched, and what a
word has is found out once for all texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Generic, TypeVar

from kzhealthkg.remembered import Remembered

Need = frozenset[str]
"""Parts of words, in lower case, one of which every match holds."""

FIGURE = r"\d"
"""The part of a word that stands for any figure."""
_ATOM = re.compile(
    r"\(\?[a-z]+\)|(?P<flat>\((?:\?:)?[\w|]+\)(?![?*{]))|(?P<around>\(\?<?[=!])|(?P<group>\((?:\?(?:P<\w+>|[a-z-]*:))?)(?!\?)"
    r"|(?P<maybe>\)(?:[?*]|\{0?(?:,\d*)?\}))|(?P<close>\))|(?P<either>\|)"
    r"|(?P<figure>\\d)(?![?*]|\{0|\{,)|(?P<letter>\w)(?![?*+{])|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[\d,]+\}|\\?.",
    re.DOTALL,
)
_RARER = 3
"""How many times as rare a part of a word is with one letter more."""
_WORD = re.compile(r"\w+")
Value = TypeVar("Value")


def words(text: str) -> set[str]:
    """Return the lower-cased words of a text, figures and words with figures included."""
    return set(_WORD.findall(text.lower()))


def needs(pattern: str) -> frozenset[Need]:
    """Return what every match of a pattern holds: of each set at least one member, inside of a word.

    >>> sorted(map(sorted, needs("(?:осы|келесі) жыл(?:дың)?")))
    [['жыл'], ['келесі', 'осы']]
    """
    return _group(_ATOM.finditer(f"{pattern})"))


def _group(atoms: Iterator[re.Match[str]]) -> frozenset[Need]:
    """Read up to the end of a group; return what it needs, nothing where it may be absent."""
    every: list[set[Need]] = [set()]
    run = ""
    for atom in atoms:
        kind = atom.lastgroup
        if kind == "letter":
            run += atom.group().lower()
            continue
        every[-1] |= {frozenset({run})} | _inner(atom, atoms)
        run = ""
        if kind == "either":
            every.append(set())
        elif kind in ("close", "maybe"):
            return _either(every) if kind == "close" else frozenset()
    raise ValueError("a pattern has a bracket that nothing opens or closes")


def _inner(atom: re.Match[str], atoms: Iterator[re.Match[str]]) -> frozenset[Need]:
    kind = atom.lastgroup
    if kind == "figure":
        return frozenset({frozenset({FIGURE})})
    if kind == "flat":
        return _flat(atom[0])
    inner = _group(atoms) if kind in ("group", "around") else frozenset()
    return inner if kind == "group" else frozenset()


@cache
def _flat(group: str) -> frozenset[Need]:
    """Return what a group of mere words needs; the months stand in many patterns of one table."""
    return _either([{frozenset({word.lower()})} for word in _members(group)])


def _members(group: str) -> list[str]:
    return group.removeprefix("(").removeprefix("?:").removesuffix(")").split("|")


def _either(every: list[set[Need]]) -> frozenset[Need]:
    """Return the needs of the only alternative, or of several the most telling one of each, together."""
    telling = [[need for need in one if all(len(part) > 1 or part.isdigit() for part in need)] for one in every]
    if len(telling) == 1 or not all(telling):
        return frozenset(telling[0] if len(telling) == 1 else ())
    return frozenset({frozenset[str]().union(*(max(one, key=_weight) for one in telling))})


def _weight(need: Need) -> tuple[int, int, list[str]]:
    return min(map(len, need)), -len(need), sorted(need)


SIGNS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
"""The letters and figures that words in lower case begin with."""


_ANY = "*"
"""Stands for a sign of which nothing is known."""


def openings(pattern: str) -> frozenset[str]:
    """Return what a match of a pattern may begin with: two letters or figures, or one where any sign may follow it.

    >>> sorted(openings("(?:осы |келесі )?жыл|к "))
    ['жы', 'к', 'ке', 'ос']
    """
    return frozenset(head.rstrip(_ANY) for head in _heads(_ATOM.finditer(f"{pattern})"))) - {""}


def _heads(atoms: Iterator[re.Match[str]]) -> set[str]:
    """Read up to the end of a group; return what it may begin with, "" where it may be absent."""
    every: set[str] = set()
    heads = {""}
    for atom in atoms:
        kind = atom.lastgroup
        if kind in ("close", "maybe"):
            return _repeated(every | heads, atom.string[atom.start() + 1 :])
        if kind == "either":
            every, heads = every | heads, {""}
            continue
        said = _heads(atoms) if kind in ("group", "around") else _signs(atom)
        heads = heads if kind == "around" else _joined(heads, said)
    raise ValueError("a pattern has a bracket that nothing opens or closes")


def _joined(heads: set[str], said: set[str]) -> set[str]:
    """Return the beginnings with what follows those of less than two signs; what begins with any other is no word."""
    short = {head for head in heads if len(head) < 2} - {_ANY}
    return (heads - short) | {
        (head + sign)[:2] for head in short for sign in ({_ANY} if head and _ANY in said else said)
    }


def _repeated(heads: set[str], behind: str) -> set[str]:
    """Return the beginnings of what a quantifier may stand behind."""
    if behind.startswith(("*", "+", "{")):
        heads = {(head + _ANY)[:2] if head not in ("", _ANY) else head for head in heads}
    return heads | {""} if behind.startswith(("?", "*", "{0", "{,")) else heads


def _signs(atom: re.Match[str]) -> set[str]:
    """Return the signs that an atom stands for or its words begin with, "" where it may be absent, as a quantifier is."""
    sign = atom[0]
    if atom.lastgroup != "flat" and (sign[0] in "?*+{" or sign.startswith("(?")):
        return {""}
    begun = [word[:2].lower() for word in _members(sign)] if atom.lastgroup == "flat" else _standing_for(sign)
    return _repeated({*begun}, atom.string[atom.end() :])


@cache
def _standing_for(sign: str) -> frozenset[str]:
    """Return the letters and figures that a sign of a pattern stands for, and any sign where it may be another."""
    known = frozenset(filter(re.compile(sign).fullmatch, SIGNS))
    return known if known and sign not in (r"\w", ".") and not sign.startswith("[^") else known | {_ANY}


class Sieve(Generic[Value]):
    """Values with a pattern each; tells whose pattern may match a text."""

    def __init__(self, rows: Iterable[tuple[Value, str]]) -> None:
        every = [(value, needs(pattern)) for value, pattern in rows]
        parts = frozenset[str]().union(*(need for _, needed in every for need in needed)) - {FIGURE}
        self._bits = {part: 1 << at for at, part in enumerate([FIGURE, *sorted(parts)])}
        """A bit for each part, so that what a text holds is one number."""
        self._rows = tuple((value, [self._number(need) for need in needed]) for value, needed in every)
        self._telling = self._number(_telling([needed for _, needed in every]))
        self._known = Remembered(self._held)
        self._fits = lru_cache(maxsize=5_000)(self._fitting)

    def fitting(self, words: Iterable[str]) -> tuple[Value, ...]:
        """Return the values whose pattern may match a text of these lower-cased words, in the order given."""
        return self._fits(reduce(or_, map(self._known.__getitem__, words), 0))

    def tells(self, word: str) -> bool:
        """Say whether a lower-cased word is one of those without any of which no text is worth being asked of."""
        return self._known[word] & self._telling != 0

    def holds(self, word: str) -> bool:
        """Say whether a lower-cased word holds any part that tells of a pattern."""
        return self._known[word] != 0

    def _held(self, word: str) -> int:
        """Return the number of the parts that a word holds."""
        figure = {FIGURE} if any(map(str.isdigit, word)) else set()
        return self._number({part for part in self._bits if part in word} - {FIGURE} | figure)

    def _number(self, parts: Iterable[str]) -> int:
        return sum(self._bits[part] for part in parts)

    def _fitting(self, held: int) -> tuple[Value, ...]:
        return tuple(value for value, needed in self._rows if all(held & need for need in needed))


def _telling(rows: Iterable[frozenset[Need]]) -> Need:
    """Return parts one of which every match of each pattern holds: as few as may be, and long ones, which are rare.

    Patterns that need nothing are passed over.
    """
    told: set[str] = set()
    for needed in sorted(filter(None, rows), key=len):
        told |= min(needed, key=lambda need: (sum(_RARER ** -len(part) for part in need - told), sorted(need)))
    return frozenset(told)
