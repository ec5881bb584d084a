"""The open knowledge graph of Kazakhstan's health system, read out of the news.

Five verbs. Nothing heavy is imported before one of them is called.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # neither typing nor pathlib is loaded for the help of the command line
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any, Literal

    import networkx as nx

    from kzhealthkg.model import Rows
    from kzhealthkg.pipeline import Build
    from kzhealthkg.store import Store
    from kzhealthkg.store.dataset import RdflibStore
    from kzhealthkg.store.oxigraph import OxigraphStore
    from kzhealthkg.validate import Report

__all__ = ["build", "load", "query", "to_networkx", "validate"]


def build(paths: Sequence[str | Path], out: str | Path) -> Build:
    """Read articles (.txt, .html, .jsonl, or folders of them) and write their graph into the folder ``out``.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     article = Path(folder) / "example.txt"
    ...     _ = article.write_text("Ауылға аурухана\\nАқтөбе облысында 2024 жылы 3 аурухана салынды.", encoding="utf-8")
    ...     made = build([article], Path(folder) / "out")
    ...     sorted(made.paths)
    ['kg.nq', 'kg.trig', 'kg.ttl', 'links.tsv', 'report.txt', 'review.tsv', 'statements.jsonl']
    >>> made.articles, dict(made.kinds)
    (1, {'Works': 1})
    """
    from kzhealthkg import pipeline

    return pipeline.build(paths, out)


def load(
    source: str | Path | Sequence[str | Path], engine: Literal["pyoxigraph", "rdflib"] = "pyoxigraph"
) -> OxigraphStore | RdflibStore:
    """Return a store with a built graph: an RDF file, the folder of a build, or several of them.

    StoreError names the file and the line that does not parse.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "mine.ttl"
    ...     _ = file.write_text('<urn:a> <urn:says> "сәлем" .', encoding="utf-8")
    ...     graph = load(file)
    >>> graph.select("SELECT ?what { ?who <urn:says> ?what }").rows[0][0].value
    'сәлем'
    """
    from kzhealthkg import store

    return store.open_store(source, engine)


def query(data: Store | str | Path, name: str, **parameters: str) -> Rows:
    """Return the rows of a stored question, asked of a store, a file or the folder of a build.

    QueryError lists the questions, or the parameters, that there are.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     article = Path(folder) / "example.txt"
    ...     _ = article.write_text("Ауылға аурухана\\nАқтөбе облысында 2024 жылы 3 аурухана салынды.", encoding="utf-8")
    ...     made = build([article], folder)
    ...     rows = query(folder, "works-by-region-status-programme", region="KZ-15", lang="en")
    >>> first = dict(zip(rows.variables, rows.rows[0]))
    >>> first["regionName"].value, first["count"].value, first["statusName"].value
    ('Aktobe Region', '3', 'completed')
    """
    from kzhealthkg.query import run

    return run(_store(data), name, parameters)


def validate(data: str | Path | RdflibStore) -> Report:
    """Return what the shapes and the checks find in a file, in the folder of a build, or in an rdflib store.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "person.ttl"
    ...     _ = file.write_text("<urn:p> a <https://w3id.org/kzhealth/ontology#Person> .")
    ...     report = validate(file)
    >>> report.conforms, "person-label" in {finding.rule for finding in report.findings}
    (False, True)
    """
    from pathlib import Path

    from kzhealthkg.validate import validate as judge

    if not isinstance(data, str | Path):
        return judge(data.dataset.default_graph)
    return judge(Path(data))


def to_networkx(data: Store | str | Path, language: str = "kk") -> nx.MultiDiGraph[str]:
    """Return the graph as a networkx MultiDiGraph, its nodes labelled in ``language``.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     article = Path(folder) / "example.txt"
    ...     _ = article.write_text("Ауылға аурухана\\nАқтөбе облысында 2024 жылы 3 аурухана салынды.", encoding="utf-8")
    ...     made = build([article], folder)
    ...     network = to_networkx(folder)
    >>> "Ақтөбе облысы" in {label for _, label in network.nodes(data="label")}
    True
    """
    from kzhealthkg.view import network

    return network.network(_store(data).select(network.QUERY), language)


def _store(data: Store | str | Path) -> Store:
    from pathlib import Path

    return load(data) if isinstance(data, str | Path) else data


class _Package(ModuleType):
    """The package, on which a room that bears a verb's name, once imported, does not hide the verb.

    The rooms are reached by their own names: ``from kzhealthkg.query import names``.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
