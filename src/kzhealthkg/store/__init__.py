"""One small interface over three stores: pyoxigraph in memory, rdflib, and a SPARQL server.

A store's default graph is the merge of every graph that was loaded, each triple once: Oxigraph's own
union of graphs counts a triple once for every graph that states it, so the merge is made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from kzhealthkg.messages import reason
from kzhealthkg.model import Rows
from kzhealthkg.store.terms import StoreError, first_line

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kzhealthkg.store.dataset import RdflibStore
    from kzhealthkg.store.endpoint import EndpointStore
    from kzhealthkg.store.oxigraph import OxigraphStore

__all__ = ["Store", "StoreError", "from_nquads", "memory", "open_endpoint", "open_store"]

Engine = Literal["pyoxigraph", "rdflib"]
SUFFIXES: Final = (".trig", ".nq", ".ttl", ".nt", ".jsonld", ".rdf")


class Store(Protocol):
    """What can be asked."""

    def select(self, sparql: str) -> Rows:
        """Return the rows of a SELECT, one row for an ASK, or the triples of a CONSTRUCT."""
        ...


def open_store(source: str | Path | Sequence[str | Path], engine: Engine = "pyoxigraph") -> OxigraphStore | RdflibStore:
    """Load a file, a folder or several of them; StoreError names the file and line that does not parse."""
    sources = [source] if isinstance(source, str | Path) else list(source)
    quads = [quad for path in sources for file in _files(Path(path)) for quad in _parse(file)]
    return _store(quads, engine)


def from_nquads(text: str, engine: Engine = "pyoxigraph") -> OxigraphStore | RdflibStore:
    """Load N-Quads text."""
    return _store(_nquads(text), engine)


def memory(text: str) -> OxigraphStore:
    """Load N-Quads text into pyoxigraph, which can also export it."""
    from kzhealthkg.store.oxigraph import OxigraphStore

    return OxigraphStore(_nquads(text))


def _nquads(text: str) -> list[ox.Quad]:
    import pyoxigraph as ox

    try:
        return list(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise StoreError("store.nquads", line=error.lineno, reason=first_line(error)) from None


def open_endpoint(url: str, timeout: int = 60) -> EndpointStore:
    """Return a store that asks the SPARQL server at ``url``, waiting ``timeout`` seconds at most."""
    from kzhealthkg.store.endpoint import EndpointStore

    return EndpointStore(url, timeout)


def _store(quads: list[ox.Quad], engine: str) -> OxigraphStore | RdflibStore:
    if engine == "pyoxigraph":
        from kzhealthkg.store.oxigraph import OxigraphStore

        return OxigraphStore(quads)
    if engine == "rdflib":
        from kzhealthkg.store.dataset import RdflibStore

        return RdflibStore(quads)
    raise StoreError("store.engine", engine=engine, engines="pyoxigraph, rdflib")


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise StoreError("store.missing", path=path)
    if path.is_file():
        return [path]
    if (path / "kg.trig").is_file():
        return [path / "kg.trig"]
    found = sorted(file for file in path.iterdir() if file.suffix in SUFFIXES)
    if not found:
        raise StoreError("store.nofile", path=path, suffixes=", ".join(SUFFIXES))
    return found


def _parse(file: Path) -> Iterator[ox.Quad]:
    import pyoxigraph as ox

    form = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    if form is None or file.suffix not in SUFFIXES:
        raise StoreError("store.suffix", file=file, suffixes=", ".join(SUFFIXES))
    try:
        yield from ox.parse(file.read_bytes(), format=form, base_iri=file.resolve().as_uri())
    except SyntaxError as error:
        raise StoreError("store.syntax", file=file, line=error.lineno or 1, reason=first_line(error)) from None
    except OSError as error:
        raise StoreError("at", where=file, reason=reason(error)) from None
