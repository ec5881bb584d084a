"""``kzhealthkg validate``: a graph, judged by the shapes and the checks."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli import also, policy
from kzhealthkg.cli.terminal import UsageError, data_path, note, write
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.validate import Levels, Look, Report, Waivers

EXAMPLE = "kzhealthkg validate build/ --format sarif -o kg.sarif"


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("data", nargs="*", metavar="DATA", help=say("arg.validate.data"))
    parser.add_argument("--format", choices=also.FORMATS, default="text", help=say("arg.format"))
    parser.add_argument("--limit", type=int, metavar="N", help=say("arg.limit"))
    parser.add_argument("-o", "--out", metavar="FILE", help=say("arg.out.file"))
    also.add(parser, say)
    parser.add_argument("--since", metavar="BUILD", help=say("arg.since"))
    parser.add_argument("--keep", action="store_true", help=say("arg.keep"))
    parser.add_argument("--shapes", metavar="PATH", help=say("arg.shapes"))
    parser.add_argument("--engine", choices=("pyshacl", "pyrudof"), default="pyshacl", help=say("arg.shacl"))
    parser.add_argument("--seconds", type=float, default=300.0, metavar="N", help=say("arg.seconds"))
    parser.add_argument("--self", action="store_true", help=say("arg.self"))
    policy.add(parser, say)


def run(args: Namespace) -> int:
    """Print what was found; return 1 where something weighs as much as --fail-on, 2 where a file was not read."""
    from kzhealthkg.validate.rules import rules

    known = rules(_shapes(args))
    levels = policy.levels(args, known)
    if args.rules:
        sys.stdout.write(policy.listed(args, known, levels))
        return 0
    waivers = policy.waivers(args)
    report = _own(args, levels, waivers) if args.self else _judged(args, levels, waivers)
    if args.write_waivers:
        report = policy.accepted(args, report, waivers, levels)
    _write(args, report)
    also.write_all(args, report, _look(args))
    return 2 if report.problems else policy.code(args, report)


def _own(args: Namespace, levels: Levels, waivers: Waivers) -> Report:
    """Return the report on the project itself; what is left out for want of tests is said."""
    from kzhealthkg.validate import own

    if args.data:
        raise UsageError(say(args.lang, "error.selfdata"))
    report = own.judged(levels=levels, waivers=waivers)
    if not {rule.name for rule in report.rules} >= own.CASES:
        note(args, "validate.nocases")
    return report


def _judged(args: Namespace, levels: Levels, waivers: Waivers) -> Report:
    """Return the report; where nothing could be read, formats for programs are written before that is said."""
    from kzhealthkg.validate import DataError, Report, validate

    try:
        report = validate(
            _data(args), shapes=_shapes(args), seconds=args.seconds, levels=levels, waivers=waivers,
            since=Path(args.since) if args.since else None, keep=args.keep, by=args.engine,
        )  # fmt: skip
        if args.since:
            note(args, "validate.part" if report.judged else "validate.whole", count=report.judged, since=args.since)
        return report
    except DataError as error:
        nothing = Report((), problems=error.problems)
        if args.format != "text":
            _write(args, nothing)
        also.write_all(args, nothing, _look(args))
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


def _data(args: Namespace) -> Path | list[Path]:
    """Return what is to be judged; UsageError where --since or --keep find no build's folder to work on."""
    named = [Path(name) for name in args.data]
    given = named if len(named) > 1 else [data_path(Namespace(data=args.data and args.data[0], lang=args.lang))]
    if (args.since or args.keep) and (len(given) > 1 or not given[0].is_dir()):
        raise UsageError(say(args.lang, "error.nobuild", option="--since" if args.since else "--keep"))
    return given[0] if len(given) == 1 else given


def _shapes(args: Namespace) -> Path | None:
    return Path(args.shapes) if args.shapes else None
