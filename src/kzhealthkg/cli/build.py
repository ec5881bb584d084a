"""``kzhealthkg build``: articles → the graph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import DEFAULT_DATA, DEFAULT_SEEDS, Progress, judgements_path, report
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.pipeline import Build

EXAMPLE = "kzhealthkg build seeds/ -o build"


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=say("arg.paths.seeds"))
    parser.add_argument("-o", "--out", metavar="DIR", default=str(DEFAULT_DATA), help=say("arg.out.folder"))
    parser.add_argument("--judgements", metavar="DIR", help=say("arg.judgements"))


def run(args: Namespace) -> int:
    """Build the graph, say how much came of it, and return 2 where an input could not be read."""
    from kzhealthkg import pipeline

    paths = [Path(path) for path in args.paths] or [DEFAULT_SEEDS]
    by = pipeline.stages(judgements_path(args))
    built = pipeline.build(paths, Path(args.out), progress=Progress(args), by=by)
    if not args.quiet:
        _summary(built, args.lang)
    return report(args, built.problems)


def _summary(built: Build, language: str) -> None:
    from kzhealthkg import pipeline
    from kzhealthkg.view.tables import grid
    from kzhealthkg.view.words import Words

    words = Words(language, pipeline.labels(language))
    print(f"{say(language, 'built.articles')}: {built.articles}")
    print(f"{say(language, 'built.statements')}: {sum(built.kinds.values())}")
    head = (say(language, "built.kind"), say(language, "built.count"))
    body = [(words.name(kind), str(count)) for kind, count in built.kinds.items()]
    sys.stdout.write(grid(head, body, (False, True)))
    print(f"{say(language, 'built.entities')}: {built.entities}")
    print(f"{say(language, 'built.triples')}: {built.triples}")
