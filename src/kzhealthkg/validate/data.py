"""Data to be judged: a file or an rdflib graph, as one merged set of triples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

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


class DataError(ValueError):
    """A file cannot be read as RDF; the text says file, line and reason."""


def triples(data: Path | Graph) -> list[ox.Triple]:
    """Return every triple of a file or graph once, its named graphs merged; DataError where it cannot be read."""
    if isinstance(data, Path):
        return _merged(_parsed(data))
    import pyoxigraph as ox

    return _merged(ox.parse(_turtle(data), ox.RdfFormat.TURTLE))


def parse(path: Path) -> list[ox.Quad]:
    """Return the quads of one RDF file; DataError says file and line of what does not parse."""
    return list(_parsed(path))


def _parsed(path: Path) -> Iterable[ox.Quad]:
    import pyoxigraph as ox

    if path.suffix not in _FORMATS:
        raise DataError(f"{path}: {path.suffix or 'no suffix'} is no RDF format; known are {' '.join(_FORMATS)}")
    try:
        return list(ox.parse(path.read_bytes(), getattr(ox.RdfFormat, _FORMATS[path.suffix])))
    except SyntaxError as error:
        raise DataError(f"{path}:{error.lineno or 1}: {error.msg}") from None
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}") from None


def _merged(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    """Return the triples of all graphs, each once, in the order in which they are met first."""
    return list(dict.fromkeys(quad.triple for quad in quads))


def _turtle(graph: Graph) -> str:
    """Return the triples of an rdflib graph, of a dataset those of all its graphs, one a line."""
    from rdflib import Dataset

    rows = (quad[:3] for quad in graph.quads()) if isinstance(graph, Dataset) else iter(graph)
    return "".join(" ".join(term.n3() for term in row) + " .\n" for row in rows)
