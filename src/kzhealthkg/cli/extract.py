"""``kzhealthkg extract``: what articles say, one statement a line."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import Progress, report
from kzhealthkg.messages import Say

if TYPE_CHECKING:
    from kzhealthkg.model import Statement

EXAMPLE = "kzhealthkg extract seeds/*.txt --format table"
_HEAD = ("article", "kind", "slots", "quote")
"""The columns of a table, by the last part of the keys of their names."""


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help=say("arg.paths"))
    parser.add_argument("--format", choices=("jsonl", "table"), default="jsonl", help=say("arg.format"))


def run(args: Namespace) -> int:
    """Print the statements of every readable article; return 2 where one could not be read."""
    from kzhealthkg import pipeline

    statements, problems = pipeline.extract_paths([Path(path) for path in args.paths], progress=Progress(args))
    sys.stdout.write(_table(statements, args.lang) if args.format == "table" else _lines(statements))
    return report(args, problems)


def _lines(statements: Iterable[Statement]) -> str:
    return "".join(json.dumps(s.record(), ensure_ascii=False, default=_number) + "\n" for s in statements)


def _number(value: object) -> int | float:
    """Return a Decimal as the JSON number that reads back as the same figure."""
    number = float(str(value))
    return int(number) if number.is_integer() else number


def _table(statements: Iterable[Statement], language: str) -> str:
    from kzhealthkg import pipeline
    from kzhealthkg.view.tables import grid
    from kzhealthkg.view.words import Words

    words = Words(language, pipeline.labels(language))
    head = [words.say(f"extract.{name}") for name in _HEAD]
    body = [
        (s.article, words.name(s.kind), words.slots(s.kind, s.slots), " ".join(s.quote.split())) for s in statements
    ]
    return grid(head, body, (False,) * len(_HEAD))
