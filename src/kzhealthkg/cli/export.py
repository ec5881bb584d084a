"""``kzhealthkg export``: the graph in another format."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kzhealthkg.cli.terminal import UsageError, data_path, write
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.store.oxigraph import OxigraphStore

EXAMPLE = "kzhealthkg export --format jsonld -o kg.jsonld"
_RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_NETWORK = ("graphml", "gexf")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("what", nargs="?", choices=("graph", "places"), default="graph", help=say("arg.export.what"))
    parser.add_argument("--format", choices=(*_RDF, *_NETWORK), help=say("arg.format"))
    parser.add_argument("--data", metavar="FILE|DIR", help=say("arg.data"))
    parser.add_argument("-o", "--out", metavar="FILE", help=say("arg.out.file"))
    parser.set_defaults(misused=parser.error)


def run(args: Namespace) -> int:
    """Write the graph, or the places of the gazetteer, to a file or to standard output."""
    if args.what == "places":
        write(_places(args), args.out)
        return 0
    if not args.format:
        args.misused(say(args.lang, "error.noformat"))
    path = data_path(args)
    write(_network(args, path) if args.format in _NETWORK else _rdf(args, path), args.out)
    return 0


def _rdf(args: Namespace, path: Path) -> bytes:
    from kzhealthkg.store import open_store

    # Only pyoxigraph writes; it is the default engine, so this is what open_store gives.
    return cast("OxigraphStore", open_store(path)).export(args.format)


def _places(args: Namespace) -> bytes:
    """Return the gazetteer as a SKOS scheme; Turtle unless another format of triples is asked for."""
    from kzhealthkg.store import memory
    from kzhealthkg.view import places

    if args.format in _NETWORK:
        raise UsageError(say(args.lang, "error.placesonly", format=args.format))
    return memory(places.ntriples()).export(args.format or "turtle")


def _network(args: Namespace, path: Path) -> bytes:
    from kzhealthkg.store import open_store
    from kzhealthkg.view import network

    graph = network.network(open_store(path).select(network.QUERY), args.lang)
    return network.graphml(graph) if args.format == "graphml" else network.gexf(graph)
