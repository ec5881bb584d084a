"""``kzhealthkg validate``: a graph, judged by the shapes and the checks."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import data_path, write
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.validate import Look
    from kzhealthkg.validate.levels import Levels
    from kzhealthkg.validate.rules import Rule

EXAMPLE = "kzhealthkg validate build/ --format sarif -o kg.sarif"
FORMATS = ("text", "json", "turtle", "sarif", "junit", "github", "markdown", "html")
FAIL_ON = ("violation", "warning", "info", "never")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("data", nargs="?", metavar="DATA", help=say("arg.data"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=say("arg.format"))
    parser.add_argument("--limit", type=int, metavar="N", help=say("arg.limit"))
    parser.add_argument("-o", "--out", metavar="FILE", help=say("arg.out.file"))
    _levels_arguments(parser, say)


def _levels_arguments(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("--fail-on", choices=FAIL_ON, default="violation", help=say("arg.failon"))
    parser.add_argument("--profile", default="default", metavar="NAME|FILE", help=say("arg.profile"))
    parser.add_argument("--level", action="append", default=[], metavar="RULE=LEVEL", help=say("arg.level"))
    parser.add_argument("--off", action="append", default=[], metavar="RULE", help=say("arg.off"))
    parser.add_argument("--rules", action="store_true", help=say("arg.rules"))


def run(args: Namespace) -> int:
    """Print what was found; return 1 where something weighs as much as --fail-on."""
    from kzhealthkg.validate import WRITERS, validate
    from kzhealthkg.validate.rules import rules

    known = rules()
    levels = _levels(args, known)
    if args.rules:
        sys.stdout.write(_listed(known, levels, args.lang))
        return 0
    report = validate(_file(data_path(args)), levels=levels)
    write(WRITERS[args.format](report, args.lang, _look(args)), args.out)
    return 1 if args.fail_on != "never" and report.fails(args.fail_on) else 0


def _levels(args: Namespace, known: tuple[Rule, ...]) -> Levels:
    from kzhealthkg.validate import levels_of

    return levels_of(args.profile, {rule.name for rule in known}, args.level, args.off)


def _listed(known: tuple[Rule, ...], levels: Levels, lang: str) -> str:
    """Return the rules as a table: name, level in this run, where it comes from, what it asks."""
    head = [say(lang, f"rules.{name}") for name in ("rule", "level", "source", "title")]
    rows = [[rule.name, levels.of(rule.name, rule.severity), rule.source, rule.title(lang)] for rule in known]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(3)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]])
        for row in [head, *rows]
    )
    return "".join(f"{line}\n" for line in lines)


def _look(args: Namespace) -> Look:
    from kzhealthkg.validate import Look

    colour = args.out is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return Look(args.limit, colour=colour, fail_on=args.fail_on, when=_now())


def _now() -> datetime:
    """Return the time, or the one that SOURCE_DATE_EPOCH asks for, so that a result can be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def _file(path: Path) -> Path:
    """Return the file of a build's folder that holds the whole graph with its article graphs."""
    return path / "kg.trig" if path.is_dir() else path
