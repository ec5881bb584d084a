"""Judging in processes of their own: several at a time, stopped when time is up, and shut off from the network."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg.messages import Said
from kzhealthkg.validate import shacl

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.validate.report import Finding

_CHILD: Final = "from kzhealthkg.validate.apart import answer; answer()"


@dataclass(frozen=True, slots=True)
class Apart:
    """A judge of several sets of triples, each in another process; ShapeError where ``seconds`` are not enough."""

    shapes: Path | None
    seconds: float
    processes: int

    def __call__(self, cases: Sequence[Sequence[ox.Triple]]) -> list[Sequence[Finding]]:
        """Return the findings on each set, in their order."""
        with ThreadPoolExecutor(self.processes) as waiting:
            return list(waiting.map(self._judged, cases))

    def _judged(self, case: Sequence[ox.Triple]) -> Sequence[Finding]:
        import pyoxigraph as ox

        question = pickle.dumps((self.shapes, ox.serialize(case, format=ox.RdfFormat.N_TRIPLES)))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", _CHILD]
        try:
            done = subprocess.run(
                command, input=question, capture_output=True, timeout=self.seconds, env=environment, check=True
            )
        except subprocess.TimeoutExpired:
            raise shacl.ShapeError("shapes.late", shapes=self._named, seconds=self.seconds) from None
        except subprocess.CalledProcessError as error:
            why = error.stderr.decode().splitlines()[-1]
            raise shacl.ShapeError("at", where=self._named, reason=why) from None
        found: list[Finding] | shacl.ShapeError = pickle.loads(done.stdout)
        if isinstance(found, shacl.ShapeError):
            raise found
        return found

    @property
    def _named(self) -> str:
        return str(self.shapes) if self.shapes else Said("shapes.these")


def answer() -> None:
    """Judge what standard input asks, and write the findings, or why there are none, to standard output."""
    import pyoxigraph as ox
    import rdflib.plugins.sparql

    shapes, text = pickle.load(sys.stdin.buffer)
    sys.addaudithook(_refuse)
    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False
    try:
        found: list[Finding] | shacl.ShapeError = shacl.findings(
            [quad.triple for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES)], shapes
        )
    except shacl.ShapeError as error:
        found = error
    pickle.dump(found, sys.stdout.buffer)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise shacl.ShapeError("shapes.network")
