"""``kzhealthkg validate``: a graph, judged by the shapes and the checks."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzhealthkg.cli.terminal import data_path
from kzhealthkg.messages import Say

EXAMPLE = "kzhealthkg validate build/ --format text"


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("data", nargs="?", metavar="DATA", help=say("arg.data"))
    parser.add_argument("--format", choices=("text", "json", "turtle"), default="text", help=say("arg.format"))


def run(args: Namespace) -> int:
    """Print what was found; return 1 where there is a violation."""
    from kzhealthkg.validate import WRITERS, validate

    report = validate(_file(data_path(args)))
    sys.stdout.write(WRITERS[args.format](report, args.lang))
    return 0 if report.conforms else 1


def _file(path: Path) -> Path:
    """Return the file of a build's folder that holds the whole graph with its article graphs."""
    return path / "kg.trig" if path.is_dir() else path
