"""Data to be judged: files or an rdflib graph, all their graphs as one; a broken file costs only itself."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from kzhealthkg.messages import Said, SaidError, reason, said
from kzhealthkg.validate.groups import Disk, Groups, Memory

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

_FORMATS: Final = {
    ".ttl": "TURTLE",
    ".trig": "TRIG",
    ".nt": "N_TRIPLES",
    ".nq": "N_QUADS",
    ".jsonld": "JSON_LD",
    ".json": "JSON_LD",
    ".rdf": "RDF_XML",
    ".xml": "RDF_XML",
}
_WHERE: Final = re.compile(r"^Parser error (at|between) line[^:]*: ")
GRAPH: Final = "kg.ttl"
"""The file of a build's folder that holds the whole graph, its articles' graphs merged."""

LARGE: Final = 64 * 2**20
"""Bytes of input from which triples are kept on disk."""


AT_ONCE: Final = 100_000
"""Triples that are given to a store on disk at a time."""


class DataError(SaidError):
    """A file cannot be read as RDF; the text says file, line, column and reason; ``problems`` are its lines."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, **values)
        self.problems: tuple[str, ...] = (self.line,)


class NothingReadError(DataError):
    """None of several files can be read as RDF."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        ValueError.__init__(self, "\n".join(self.problems))

    def said(self, language: str) -> str:
        """Return the lines in ``language``."""
        return "\n".join(said(problem, language) for problem in self.problems)


class Data:
    """Triples from files, builds' folders or a graph, by subject and as a store.

    ``problems`` are the files left out, a line each; DataError where none is left.
    """

    def __init__(self, data: Path | Sequence[Path] | Graph, scratch: Path, beside: Iterable[ox.Triple] = ()) -> None:
        self._scratch = scratch
        self._beside = beside
        self.problems: list[str] = []
        given = [data] if isinstance(data, Path) else data if isinstance(data, Sequence) else []
        paths = [path / GRAPH if path.is_dir() else path for path in given]
        self.files: list[Path] = []
        self.large = sum(path.stat().st_size for path in paths if path.is_file()) >= LARGE
        self._sources = list(self._sound(paths)) if paths else [_of_graph(cast("Graph", data))]
        if not self._sources:
            raise NothingReadError(self.problems)

    def _sound(self, paths: Iterable[Path]) -> Iterator[Path | list[ox.Triple]]:
        """Yield what can be read: a path where there is too much for the memory, else its triples."""
        for path in paths:
            try:
                if self.large:
                    for _ in _triples(path):
                        pass
                source = path if self.large else list(_triples(path))
            except DataError as error:
                self.problems.append(error.line)
            else:
                self.files.append(path)
                yield source

    def triples(self) -> Iterator[ox.Triple]:
        """Yield every triple, some perhaps more than once."""
        for source in self._sources:
            yield from _triples(source) if isinstance(source, Path) else source

    @cached_property
    def groups(self) -> Groups:
        """The triples by subject, with those that stand beside the data: which class is below which."""
        stated = chain(self._beside, self.triples())
        return Disk(stated, self._scratch / "stated.sqlite") if self.large else Memory(stated)

    @cached_property
    def store(self) -> ox.Store:
        """The triples as the default graph of a store."""
        import pyoxigraph as ox

        store = ox.Store(str(self._scratch / "store")) if self.large else ox.Store()
        quads = (ox.Quad(triple.subject, triple.predicate, triple.object) for triple in self.triples())
        # The loader keeps in memory what it gets at once, and sorts it there.
        while some := list(islice(quads, AT_ONCE)):
            store.bulk_extend(some)
        return store

    def close(self) -> None:
        """Let go of the files in the scratch folder."""
        for made in ("groups", "store"):
            if isinstance(held := self.__dict__.pop(made, None), Disk):
                held.close()
        if self.large:
            # A store on disk lets go of its files when it is freed; what describes findings holds it in a circle.
            held = None
            gc.collect()


def triples(data: Path | Graph) -> list[ox.Triple]:
    """Return every triple of a file or graph once, its named graphs merged; DataError where it cannot be read."""
    return list(dict.fromkeys(_triples(data) if isinstance(data, Path) else _of_graph(data)))


def parse(path: Path) -> list[ox.Quad]:
    """Return the quads of one RDF file; DataError says file, line and column of what does not parse."""
    return list(_quads(path))


def _triples(path: Path) -> Iterator[ox.Triple]:
    return (quad.triple for quad in _quads(path))


def _quads(path: Path) -> Iterator[ox.Quad]:
    import pyoxigraph as ox

    if path.suffix not in _FORMATS:
        suffix = path.suffix or Said("data.nosuffix")
        raise DataError("data.format", file=path, suffix=suffix, known=" ".join(_FORMATS))
    try:
        form = getattr(ox.RdfFormat, _FORMATS[path.suffix])
        yield from ox.parse(path=path, format=form, base_iri=path.absolute().as_uri())
    except SyntaxError as error:
        line, column, why = error.lineno or 1, error.offset or 1, _WHERE.sub("", error.msg)
        raise DataError("data.syntax", file=path, line=line, column=column, reason=why) from None
    except OSError as error:
        raise DataError("at", where=path, reason=reason(error)) from None


def _of_graph(graph: Graph) -> list[ox.Triple]:
    """Return the triples of an rdflib graph, of a dataset those of all its graphs."""
    import pyoxigraph as ox
    from rdflib import Dataset

    rows = (quad[:3] for quad in graph.quads()) if isinstance(graph, Dataset) else iter(graph)
    text = "".join(" ".join(term.n3() for term in row) + " .\n" for row in rows)
    return [quad.triple for quad in ox.parse(text, ox.RdfFormat.TURTLE)]
