"""``kzhealthkg export``: the graph in another format."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kzhealthkg.cli.terminal import data_path, write
from kzhealthkg.messages import Say

if TYPE_CHECKING:
    from kzhealthkg.store.oxigraph import OxigraphStore

EXAMPLE = "kzhealthkg export --format jsonld -o kg.jsonld"
_RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_NETWORK = ("graphml", "gexf")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("--format", choices=(*_RDF, *_NETWORK), required=True, help=say("arg.format"))
    parser.add_argument("--data", metavar="FILE|DIR", help=say("arg.data"))
    parser.add_argument("-o", "--out", metavar="FILE", help=say("arg.out.file"))


def run(args: Namespace) -> int:
    """Write the graph to a file or to standard output."""
    path = data_path(args)
    write(_network(args, path) if args.format in _NETWORK else _rdf(args, path), args.out)
    return 0


def _rdf(args: Namespace, path: Path) -> bytes:
    from kzhealthkg.store import open_store

    # Only pyoxigraph writes; it is the default engine, so this is what open_store gives.
    return cast("OxigraphStore", open_store(path)).export(args.format)


def _network(args: Namespace, path: Path) -> bytes:
    from kzhealthkg.store import open_store
    from kzhealthkg.view import network

    graph = network.network(open_store(path).select(network.QUERY), args.lang)
    return network.graphml(graph) if args.format == "graphml" else network.gexf(graph)
