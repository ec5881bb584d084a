"""``kzhealthkg explain``: articles with everything that was seen in them, and why a figure says nothing."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzhealthkg.cli.terminal import Progress, note, report, write
from kzhealthkg.messages import Say

EXAMPLE = "kzhealthkg explain seeds/ --html explained.html"


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=say("arg.paths"))
    parser.add_argument("--html", metavar="FILE.html", help=say("arg.explain.html"))


def run(args: Namespace) -> int:
    """Show the articles in the terminal (not where a page is all that is asked for); 2 where one could not be read."""
    from kzhealthkg import pipeline
    from kzhealthkg.view.words import Words

    traces, problems = pipeline.trace_paths([Path(path) for path in args.paths], progress=Progress(args))
    words = Words(args.lang, pipeline.labels(args.lang))
    if not (args.html and args.quiet):
        from kzhealthkg.view.marked import marked

        sys.stdout.write(marked(traces, words, colours=_coloured()))
    if args.html:
        from kzhealthkg.view.explained import explained

        write(explained(traces, words), args.html)
        note(args, "written", path=args.html)
    return report(args, problems)


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
