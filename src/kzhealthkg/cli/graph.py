"""``kzhealthkg graph``: a picture of the entities and how they hang together."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzhealthkg.cli.terminal import DEFAULT_DATA, UsageError, data_path, note
from kzhealthkg.messages import Say, say, speaker

EXAMPLE = "kzhealthkg graph --data build/ -o build/"
_MOST_NODES = 300


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("--data", metavar="FILE|DIR", help=say("arg.data"))
    parser.add_argument("-o", "--out", metavar="DIR", default=str(DEFAULT_DATA), help=say("arg.out.picture"))
    parser.add_argument("--nodes", type=int, default=_MOST_NODES, metavar="N", help=say("arg.nodes"))


def run(args: Namespace) -> int:
    """Write ``graph.png`` and ``graph.svg`` and print their paths."""
    from kzhealthkg.store import open_store
    from kzhealthkg.view import layout, network, picture

    rows = open_store(data_path(args)).select(network.QUERY)
    whole = network.folded(network.network(rows, args.lang))
    if not whole or args.nodes < 1:
        raise UsageError(say(args.lang, "picture.empty"))
    shown = layout.busiest(whole, args.nodes)
    folder = Path(args.out)
    folder.mkdir(parents=True, exist_ok=True)
    for path in picture.draw(shown, folder, speaker(args.lang)):
        print(path)
    if left := len(whole) - len(shown):
        note(args, "picture.left", left=left)
    return 0
