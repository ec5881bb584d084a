"""``kzhealthkg validate``: a graph, judged by the shapes and the checks."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli import policy
from kzhealthkg.cli.terminal import data_path, write
from kzhealthkg.messages import Say

if TYPE_CHECKING:
    from kzhealthkg.validate import Levels, Look, Report, Waivers

EXAMPLE = "kzhealthkg validate build/ --format sarif -o kg.sarif"
FORMATS = ("text", "json", "turtle", "sarif", "junit", "github", "markdown", "html")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("data", nargs="*", metavar="DATA", help=say("arg.validate.data"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=say("arg.format"))
    parser.add_argument("--limit", type=int, metavar="N", help=say("arg.limit"))
    parser.add_argument("-o", "--out", metavar="FILE", help=say("arg.out.file"))
    policy.add(parser, say)


def run(args: Namespace) -> int:
    """Print what was found; return 1 where something weighs as much as --fail-on, 2 where a file was not read."""
    from kzhealthkg.validate.rules import rules

    known = rules()
    levels = policy.levels(args, known)
    if args.rules:
        sys.stdout.write(policy.listed(args, known, levels))
        return 0
    waivers = policy.waivers(args)
    report = _judged(args, levels, waivers)
    if args.write_waivers:
        report = policy.accepted(args, report, waivers, levels)
    _write(args, report)
    return 2 if report.problems else policy.code(args, report)


def _judged(args: Namespace, levels: Levels, waivers: Waivers) -> Report:
    """Return the report; where nothing could be read, formats for programs are written before that is said."""
    from kzhealthkg.validate import DataError, Report, validate

    try:
        return validate(_files(args), levels=levels, waivers=waivers)
    except DataError as error:
        if args.format != "text":
            _write(args, Report((), problems=tuple(str(error).splitlines())))
        raise


def _write(args: Namespace, report: Report) -> None:
    from kzhealthkg.validate import WRITERS

    write(WRITERS[args.format](report, args.lang, _look(args)), args.out)


def _look(args: Namespace) -> Look:
    from kzhealthkg.validate import Look

    colour = args.out is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return Look(args.limit, colour=colour, fail_on=args.fail_on, when=_now())


def _now() -> datetime:
    """Return the time, or the one that SOURCE_DATE_EPOCH asks for, so that a result can be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def _files(args: Namespace) -> list[Path]:
    """Return the files; of a build's folder the one that holds the whole graph with its article graphs."""
    given = [data_path(Namespace(data=name, lang=args.lang)) for name in args.data or [None]]
    return [path / "kg.trig" if path.is_dir() else path for path in given]
