"""Shapes over data: ours here, anybody else's in a process that can be stopped; screened where it can be."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from kzhealthkg.validate import given, shacl
from kzhealthkg.validate.apart import Apart
from kzhealthkg.validate.nodes import SH
from kzhealthkg.validate.screen import findings as screened_findings
from kzhealthkg.validate.shapes import Shapes

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.data import Data
    from kzhealthkg.validate.report import Finding
    from kzhealthkg.validate.screen import Judge

_HOURS: Final = 86_400.0
_QUOTED: Final = re.compile(r"""(?s)'''.*?'''|\"\"\".*?\"\"\"|'[^'\n]*'|"[^"\n]*"|<[^<>\s]*>|\#[^\n]*""")
_ESCAPED: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OUTWARD: Final = re.compile(r"\b(SERVICE|FROM|LOAD)\b", re.IGNORECASE)

Judging = Literal["pyshacl", "pyrudof"]


def findings(
    data: Data,
    shapes: Path | None,
    seconds: float,
    *,
    screened: bool,
    only: frozenset[str] | None = None,
    by: Judging = "pyshacl",
) -> list[Finding]:
    """Return what the shapes (a file, a folder, or the project's own) find; ShapeError where they are none.

    Shapes that are not the project's own get no network and ``seconds`` at most. ``only`` are the
    IRIs of the nodes to be judged, where it is not all. ``by`` names the judge of our own shapes.
    """
    import pyoxigraph as ox

    rules = Shapes(given.shape_triples(shapes), own=shapes is None)
    if not rules.own:
        _refuse_outward(rules.triples, shapes)
    if screened:
        nodes = None if only is None else [ox.NamedNode(name) for name in sorted(only)]
        return screened_findings(data.groups, rules, _judge(shapes, seconds, by), nodes)
    return list(chain.from_iterable(_judge(shapes, seconds, by)([list(data.triples())])))


def _judge(shapes: Path | None, seconds: float, by: Judging) -> Judge:
    """Return pyrudof where it is asked for, else pySHACL: for one set of triples and our shapes in this process."""
    if by == "pyrudof" and not shapes:
        from kzhealthkg.validate import rudof

        return lambda cases: [rudof.findings(case) for case in cases]
    apart = Apart(shapes, seconds if shapes else _HOURS, os.cpu_count() or 1)

    def judge(cases: Sequence[Sequence[ox.Triple]]) -> Iterable[Sequence[Finding]]:
        if shapes or len(cases) > 1:
            return apart(cases)
        return [shacl.findings(case) for case in cases]

    return judge


def _refuse_outward(triples: Iterable[Any], shapes: Path | None) -> None:
    """Refuse queries that would fetch something; ShapeError names the word."""
    for triple in triples:
        if triple.predicate.value in (f"{SH}select", f"{SH}ask", f"{SH}construct"):
            query = _ESCAPED.sub(_unescaped, triple.object.value)
            found = _OUTWARD.search(_QUOTED.sub(" ", query))
            if found:
                raise shacl.ShapeError("shapes.outward", shapes=shapes, word=found[1].upper())


def _unescaped(found: re.Match[str]) -> str:
    """Return the character that an escape of SPARQL means; no character is beyond U+10FFFF."""
    return chr(min(int(found[1] or found[2], 16), sys.maxunicode))
