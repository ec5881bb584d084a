"""The verbs in their order: read → annotate → extract → link → emit → files. Only here do the rooms meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kzhealthkg import vocab
from kzhealthkg.messages import Said
from kzhealthkg.model import Article, Document, Linking, Problem, Statement
from kzhealthkg.resources import DataFaultError

if TYPE_CHECKING:
    from kzhealthkg.shown import Trace
    from kzhealthkg.store import Store

_THINGS: Final = tuple(f"{vocab.THINGS}{cls.lower()}/" for cls in sorted(set(vocab.ENTITY_SLOTS.values())))

_LABELS: Final = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?term ?label { ?term rdfs:label|skos:prefLabel ?label FILTER(LANG(?label) = "LANGUAGE") }"""

Progress = Callable[[int, int, str], None]
"""Called with articles done, articles in all, and the name of the one just done."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The verbs, each a function of what the one before it gave."""

    read: Callable[[Sequence[Path]], Iterable[Article | Problem]]
    annotate: Callable[[Article], Document]
    extract: Callable[[Document], Sequence[Statement]]
    link: Callable[[Sequence[Article], Sequence[Statement]], Linking]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: counts, problems, and its files by name."""

    articles: int
    kinds: Mapping[str, int]
    entities: int
    triples: int
    problems: tuple[Problem, ...]
    paths: Mapping[str, Path]


def stages(judgements: Path | str | None = None) -> Stages:
    """Return the project's own stages; ``judgements`` is a folder of people's decisions, else the project's own."""
    from functools import partial

    from kzhealthkg import judgements as decisions
    from kzhealthkg.annotate import annotate
    from kzhealthkg.extract import extract
    from kzhealthkg.link import link
    from kzhealthkg.read import read

    return Stages(read, annotate, extract, partial(link, judgements=decisions.read(judgements)))


def build(
    paths: Sequence[Path | str], out: Path | str, progress: Progress | None = None, by: Stages | None = None
) -> Build:
    """Read articles, and write their graph and what people want beside it into the folder ``out``."""
    from kzhealthkg import emit, store

    by = by or stages()
    articles, said, problems = _said(paths, progress, by)
    linking = by.link(articles, said)
    problems += [*linking.problems, *emit.unlinked(said, linking.links)]
    text = "".join(emit.nquads(articles, said, linking.entities, linking.links, problems))
    graph = store.memory(text)
    done = Build(len(articles), _kinds(said), _entities(graph), len(graph), _sorted(problems), {})
    files = {
        "kg.nq": text.encode(),
        "kg.trig": graph.export("trig"),
        "kg.ttl": graph.export("turtle"),
        "statements.jsonl": _lines(map(emit.record_line, said)),
        "links.tsv": _lines(emit.link_lines(said, linking.links)),
        "review.tsv": _lines(emit.review_lines(said, linking.links)),
        "report.txt": _lines(_report(done)),
    }
    return replace(done, paths=_write(Path(out), files))


def extract_paths(
    paths: Sequence[Path | str], progress: Progress | None = None, by: Stages | None = None
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Return what articles say, by article and in the order of the text, and what was wrong with the input."""
    _, said, problems = _said(paths, progress, by or stages())
    return tuple(said), _sorted(problems)


def trace_paths(
    paths: Sequence[Path | str], progress: Progress | None = None, by: Stages | None = None
) -> tuple[tuple[Trace, ...], tuple[Problem, ...]]:
    """Return articles with everything that was seen in them, by article, and what was wrong with the input."""
    from kzhealthkg.extract.trace import trace

    traces: list[Trace] = []

    def extract(document: Document) -> Sequence[Statement]:
        traces.append(replace(trace(document), article=_placed(document)))
        return traces[-1].statements

    _, _, problems = _said(paths, progress, replace(by or stages(), extract=extract))
    return tuple(traces), _sorted(problems)


def texts(paths: Sequence[Path | str], by: Stages | None = None) -> dict[str, str]:
    """Return the stored texts of the articles that can be read, by id."""
    found = (by or stages()).read([Path(path) for path in paths])
    return {item.id: item.text for item in found if isinstance(item, Article)}


def labels(language: str) -> dict[str, str]:
    """Return what kinds, slots, concepts, regions and programmes are called, by name ("Works", "status/planned")."""
    from kzhealthkg import lexicon, resources, store

    folder = resources.path("ontology")
    files = [folder / "classes.ttl", folder / "properties.ttl", *sorted((folder / "concepts").glob("*.ttl"))]
    rows = store.open_store(files).select(_LABELS.replace("LANGUAGE", language)).rows
    found = {re.split("ontology#|vocab/", term.value)[-1]: label.value for term, label in rows if term and label}
    for scheme, table, key in (("region", "regions", "iso"), ("programme", "programmes", "id")):
        found |= {f"{scheme}/{row[key]}": row[language] for row in lexicon.table(table)}
    return found


def _said(
    paths: Sequence[Path | str], progress: Progress | None, by: Stages
) -> tuple[list[Article], list[Statement], list[Problem]]:
    """Read, annotate and extract; an article that fails becomes a problem, and the others are done."""
    given = list(by.read([Path(path) for path in paths]))
    found = [item for item in given if isinstance(item, Article)]
    problems = [item for item in given if isinstance(item, Problem)]
    articles: list[Article] = []
    said: list[Statement] = []
    unique = _unique(found, problems)
    for number, article in enumerate(unique, 1):
        try:
            document = by.annotate(article)
            said += by.extract(document)
        except DataFaultError:
            raise
        except Exception as error:  # one article's fault must not cost the others
            problems.append(Problem(article.id, Said("build.fault", error=f"{type(error).__name__}: {_line(error)}")))
        else:
            articles.append(_placed(document))
        if progress:
            progress(number, len(unique), article.id)
    return articles, said, problems


def _placed(document: Document) -> Article:
    """Return the article with the region that it turned out to be mainly about."""
    return replace(document.article, region=document.region or document.article.region)


def _unique(found: Iterable[Article], problems: list[Problem]) -> list[Article]:
    """Return the articles by id, each id once; the order of the files decides nothing."""
    kept: dict[str, Article] = {}
    for article in sorted(found, key=lambda article: (article.id, article.text, article.date or "")):
        first = kept.setdefault(article.id, article)
        if first is not article:
            same = first.text == article.text
            what = Said("build.again" if same else "build.other")
            problems.append(Problem(article.id, what, "" if same else Said("build.other.mend"), fatal=not same))
    return list(kept.values())


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _entities(graph: Store) -> int:
    """Return the number of things that statements speak of: places, facilities, people, bodies, programmes."""
    rows = graph.select("SELECT DISTINCT ?thing { ?thing a ?class }").rows
    return sum(bool(term and term.value.startswith(_THINGS)) for (term,) in rows)


def _kinds(said: Iterable[Statement]) -> dict[str, int]:
    """Return the number of statements by kind, in the order of the vocabulary."""
    counted = Counter(statement.kind for statement in said)
    return {kind: counted[kind] for kind in vocab.KINDS if counted[kind]}


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=str))


def _report(built: Build) -> list[str]:
    """Return the lines of ``report.txt``."""
    return [
        f"articles\t{built.articles}",
        f"statements\t{sum(built.kinds.values())}",
        *(f"  {kind}\t{count}" for kind, count in built.kinds.items()),
        f"entities\t{built.entities}",
        f"triples\t{built.triples}",
        f"problems\t{len(built.problems)}",
        *(f"  {problem}" for problem in built.problems),
    ]


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _write(folder: Path, files: Mapping[str, bytes]) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}
