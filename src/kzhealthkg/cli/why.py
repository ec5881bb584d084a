"""``kzhealthkg why``: everything that made a node."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzhealthkg.cli import links
from kzhealthkg.cli.links import Row
from kzhealthkg.cli.terminal import UsageError, data_path, judgements_path
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.model import Term
    from kzhealthkg.store import Store
    from kzhealthkg.view.words import Words

EXAMPLE = "kzhealthkg why region/KZ-15 --data build/"
_QUOTE = 160
_PLAIN = ("type", "label", "altLabel", "exactMatch")
"""Properties of other vocabularies that things have; messages call them thing.<name>."""


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("thing", metavar="IRI", help=say("arg.thing"))
    parser.add_argument("--data", metavar="DIR", help=say("arg.data"))
    parser.add_argument("--judgements", metavar="DIR", help=say("arg.judgements"))


def run(args: Namespace) -> int:
    """Print what a node is, and the mentions, features, judgements and articles that it comes from."""
    from kzhealthkg import pipeline, store
    from kzhealthkg.judgements import local
    from kzhealthkg.view.words import Words

    thing = local(args.thing)
    graph = store.open_store(data_path(args))
    words = Words(args.lang, pipeline.labels(args.lang))
    facts = _facts(graph, _iri(thing), words)
    if not facts:
        raise UsageError(say(args.lang, "error.nothing", thing=args.thing))
    sections = {"facts": facts, **_sections(args, graph, thing, words)}
    blocks = [f"{say(args.lang, f'why.{key}')}:\n" + "\n".join(lines) for key, lines in sections.items() if lines]
    sys.stdout.write("\n\n".join([thing, *blocks]) + "\n")
    return 0


def _sections(args: Namespace, graph: Store, thing: str, words: Words) -> dict[str, list[str]]:
    """Return the lines of every part but the facts; a statement is named by its own links."""
    rows = [row for row in links.read(args) if thing in {row.entity, row.statement}]
    judged = _judgements(args, thing)
    return {
        "mentions": list(_mentions(rows, words)),
        "statements": [] if rows else _referring(graph, _iri(thing), words),
        "candidates": sorted({f"  {one}  {score}" for row in rows for one, score in _scored(row)}),
        "judgements": judged,
        "articles": list(_articles(graph, rows)),
    }


def _iri(thing: str) -> str:
    from kzhealthkg import vocab

    return thing if ":" in thing.partition("/")[0] else vocab.THINGS + thing


def _referring(graph: Store, iri: str, words: Words) -> list[str]:
    """Return what points to a node that no name was linked to: a project, a concept, an article."""
    rows = graph.select(f"SELECT DISTINCT ?from ?property {{ ?from ?property <{iri}> }}").rows
    return sorted(f"  {_short(from_)}: {_called(property_, words)}" for from_, property_ in rows if from_ and property_)


def _facts(graph: Store, iri: str, words: Words) -> list[str]:
    if any(sign in iri for sign in '<>"{}|^`\\ \n'):
        return []
    rows = graph.select(f"SELECT DISTINCT ?property ?value {{ <{iri}> ?property ?value }}").rows
    return sorted(f"  {_called(name, words)}: {_called(value, words)}" for name, value in rows if name and value)


def _called(term: Term, words: Words) -> str:
    """Return a property, a class or a concept by its label; anything else in short, so that it can be asked for."""
    from kzhealthkg import vocab

    short = _short(term)
    if term.kind != "uri" or term.value.startswith(vocab.THINGS):
        return short
    return words.say(f"thing.{short}") if short in _PLAIN else words.labels.get(short, short)


def _short(term: Term) -> str:
    from kzhealthkg import vocab

    if term.kind == "uri":
        for space in (vocab.ONTOLOGY, vocab.THINGS, vocab.VOCAB):
            if term.value.startswith(space):
                return term.value.removeprefix(space)
        return term.value.rpartition("#")[2] if "#" in term.value else term.value
    return f"{term.value} @{term.language}" if term.language else term.value


def _mentions(rows: list[Row], words: Words) -> Iterator[str]:
    """Yield for every name its slot, outcome and features, and under it the words of the articles."""
    named = sorted({(row.name, row.slot, row.outcome, row.reasons, row.entity) for row in rows})
    for name, slot, outcome, reasons, entity in named:
        judged = f"{words.say(f'outcome.{outcome}')}  {' '.join(reasons)}"
        yield f"  {words.slot(slot)}: {name or '—'} → {entity}  {judged}"
        for row in sorted(rows, key=lambda row: (row.article, row.statement)):
            if (row.name, row.slot, row.outcome, row.reasons, row.entity) == (name, slot, outcome, reasons, entity):
                yield f"    [{row.article}] {words.name(row.kind)} {row.statement}: {row.quote[:_QUOTE]}"


def _scored(row: Row) -> Iterator[tuple[str, str]]:
    return zip(row.candidates, row.scores or ("",) * len(row.candidates), strict=False)


def _judgements(args: Namespace, thing: str) -> list[str]:
    from kzhealthkg import judgements

    rows = [row for row in judgements.read(judgements_path(args)) if thing in row.things]
    return [f"  {row.kind}: {', '.join(cell for cell in row.cells.values() if cell)} ({row.where})" for row in rows]


def _articles(graph: Store, rows: list[Row]) -> Iterator[str]:
    """Yield the articles with the number of their mentions, their dates and titles."""
    from kzhealthkg import vocab

    query = (
        f"PREFIX kzh: <{vocab.ONTOLOGY}> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT DISTINCT ?id ?title ?day { ?article kzh:articleId ?id ; rdfs:label ?title "
        "OPTIONAL { ?article kzh:published ?day } } ORDER BY ?id ?title"
    )
    counted = Counter(row.article for row in rows)
    for id_, title, day in graph.select(query).rows if counted else ():
        if id_ and title and id_.value in counted:
            yield f"  {id_.value} ({counted[id_.value]})  {day.value if day else ''}  {title.value}".rstrip()
