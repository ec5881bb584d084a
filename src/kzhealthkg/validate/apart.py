"""Judging in processes of their own: several at a time, stopped when time is up, and shut off from the network."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzhealthkg.validate import shacl

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.report import Finding


@dataclass(frozen=True, slots=True)
class Apart:
    """A judge of several sets of triples, each in another process; ShapeError where ``seconds`` are not enough."""

    shapes: Path | None
    seconds: float
    processes: int

    def __call__(self, cases: Sequence[Sequence[ox.Triple]]) -> Iterable[Sequence[Finding]]:
        """Return the findings on each set, in their order."""
        import pyoxigraph as ox

        texts = [ox.serialize(case, format=ox.RdfFormat.N_TRIPLES) or b"" for case in cases]
        if not texts:
            return []
        context = multiprocessing.get_context("spawn")
        with context.Pool(min(self.processes, len(texts)), _lock) as pool:
            waiting = pool.map_async(partial(_told, self.shapes), texts, chunksize=1)
            try:
                answers = waiting.get(self.seconds)
            except multiprocessing.TimeoutError:
                pool.terminate()
                raise shacl.ShapeError(
                    f"{self.shapes or 'the shapes'}: no verdict within {self.seconds:g} s; "
                    "a pattern or a query in them may never end"
                ) from None
        return [_answer(answer) for answer in answers]


def _told(shapes: Path | None, text: bytes) -> list[Finding] | str:
    import pyoxigraph as ox

    try:
        return shacl.findings((quad.triple for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES)), shapes)
    except shacl.ShapeError as error:
        return str(error)


def _answer(answer: list[Finding] | str) -> list[Finding]:
    if isinstance(answer, str):
        raise shacl.ShapeError(answer)
    return answer


def _lock() -> None:
    """Shut this process off from the network for good."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise shacl.ShapeError("the shapes ask for something on the network, which shapes may not do")
