"""What `validate` is told about weights and waivers: profile, levels, rules that are off, accepted findings."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import DEFAULT_JUDGEMENTS, UsageError, note
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from kzhealthkg.validate import Levels, Report, Waivers
    from kzhealthkg.validate.rules import Rule

DEFAULT_WAIVERS = DEFAULT_JUDGEMENTS / "waivers.tsv"
USERS = ("USER", "LOGNAME", "USERNAME")
FAIL_ON = ("violation", "warning", "info", "never")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments."""
    parser.add_argument("--fail-on", choices=FAIL_ON, default="violation", help=say("arg.failon"))
    parser.add_argument("--profile", default="default", metavar="NAME|FILE", help=say("arg.profile"))
    parser.add_argument("--level", action="append", default=[], metavar="RULE=LEVEL", help=say("arg.level"))
    parser.add_argument("--off", action="append", default=[], metavar="RULE", help=say("arg.off"))
    parser.add_argument("--rules", action="store_true", help=say("arg.rules"))
    parser.add_argument("--waivers", metavar="FILE", help=say("arg.waivers"))
    parser.add_argument("--write-waivers", metavar="FILE", help=say("arg.writewaivers"))
    parser.add_argument("--who", metavar="NAME", help=say("arg.waivers.who"))
    parser.add_argument("--today", metavar="YYYY-MM-DD", help=say("arg.today"))


def code(args: Namespace, report: Report) -> int:
    """Return 1 where something was found that weighs as much as --fail-on, else 0."""
    return 1 if args.fail_on != "never" and report.fails(args.fail_on) else 0


def levels(args: Namespace, known: Collection[Rule]) -> Levels:
    """Return the levels that --profile, --level and --off ask for; SaidError where there is no such name.

    ``known`` are the rules of this run; the project's own may be named beside them, as its profiles do.
    """
    from kzhealthkg.validate import levels_of
    from kzhealthkg.validate.rules import rules

    return levels_of(args.profile, {rule.name for rule in (*rules(), *known)}, args.level, args.off)


def listed(args: Namespace, known: Collection[Rule], weights: Levels) -> str:
    """Return the rules as a table: name, level in this run, where it comes from, what it asks."""
    head = [say(args.lang, f"rules.{name}") for name in ("rule", "level", "source", "title")]
    rows = [[rule.name, weights.of(rule.name, rule.severity), rule.source, rule.title(args.lang)] for rule in known]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(3)]
    return "".join("  ".join([*map(str.ljust, row, widths), row[3]]) + "\n" for row in [head, *rows])


def waivers(args: Namespace) -> Waivers:
    """Return the waivers of --waivers, else of the table that lies here, as they hold on --today."""
    from kzhealthkg.validate import Waivers
    from kzhealthkg.validate.waivers import read

    file = Path(args.waivers) if args.waivers else DEFAULT_WAIVERS if DEFAULT_WAIVERS.is_file() else None
    return Waivers(read(file) if file else (), _today(args))


def accepted(args: Namespace, report: Report, given: Waivers, weights: Levels) -> Report:
    """Write a waiver for all that was found to --write-waivers; return the report as the next run gives it."""
    from kzhealthkg.validate.waivers import extend, read, written

    file = Path(args.write_waivers)
    note(args, "waiver.written", path=file, count=extend(file, report.findings, _who(args)))
    if nameless := sum(not written(finding.focus) for finding in report.findings):
        note(args, "waiver.nameless", count=nameless)
    known = {(row.check, row.node) for row in given.waivers}
    new = tuple(row for row in read(file) if (row.check, row.node) not in known)
    return replace(given, waivers=new).applied(report, weights)


def _who(args: Namespace) -> str:
    who = " ".join((args.who or next(filter(None, map(os.environ.get, USERS)), "")).split())
    if not who:
        raise UsageError(say(args.lang, "error.nowho"))
    return who


def _today(args: Namespace) -> date:
    from datetime import date

    from kzhealthkg.validate.waivers import day

    today = day(args.today) if args.today else date.today()
    if today is None:
        raise UsageError(say(args.lang, "error.noday", text=args.today))
    return today
