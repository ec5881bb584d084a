"""``kzhealthkg query``: a stored question, or one of your own, put to the graph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import UsageError, data_path
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.model import Rows
    from kzhealthkg.query import Question
    from kzhealthkg.store import Store

EXAMPLE = "kzhealthkg query works-by-region-status-programme --param region=KZ-15 --format csv"
_FORMATS = ("table", "csv", "json", "xml", "turtle")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=say("arg.query.name"))
    parser.add_argument("--list", action="store_true", help=say("arg.query.list"))
    parser.add_argument("--file", metavar="FILE.rq", help=say("arg.query.file"))
    parser.add_argument("--param", action="append", default=[], metavar="K=V", help=say("arg.query.param"))
    parser.add_argument("--data", metavar="FILE|DIR", help=say("arg.data"))
    parser.add_argument(
        "--engine", choices=("pyoxigraph", "rdflib"), default="pyoxigraph", help=say("arg.query.engine")
    )
    parser.add_argument("--endpoint", metavar="URL", help=say("arg.query.endpoint"))
    parser.add_argument("--format", choices=_FORMATS, default="table", help=say("arg.format"))


def run(args: Namespace) -> int:
    """Print the rows of one question, or the questions there are."""
    from kzhealthkg.query import bind
    from kzhealthkg.query import run as ask

    if args.list:
        sys.stdout.write(listing(args.lang))
        return 0
    asked = _question(args)
    given = _given(args, asked)
    bind(asked, given)  # a wrong parameter is told before a large graph is loaded
    sys.stdout.write(formatted(ask(_store(args), asked, given), args))
    return 0


def listing(language: str) -> str:
    """Return the stored questions with what they ask and their parameters, one a row."""
    from kzhealthkg.query import names, question
    from kzhealthkg.view.tables import grid

    found = [question(name) for name in names()]
    body = [(q.name, q.titles.get(language, ""), ", ".join(p.name for p in q.parameters)) for q in found]
    return grid(tuple(say(language, f"list.{key}") for key in ("name", "question", "parameters")), body, (False,) * 3)


def _question(args: Namespace) -> Question:
    from kzhealthkg.query import question, read

    if args.file:
        return read(Path(args.file))
    if not args.name:
        raise UsageError(say(args.lang, "error.noquestion"))
    return question(args.name)


def _given(args: Namespace, asked: Question) -> dict[str, str]:
    """Return the parameters given; names come in the language of the messages unless the user says otherwise."""
    spoken = {"lang": args.lang} if "lang" in (p.name for p in asked.parameters) else {}
    return spoken | dict(_pair(text, args.lang) for text in args.param)


def _pair(text: str, language: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise UsageError(say(language, "error.param", text=text))
    return name, value


def _store(args: Namespace) -> Store:
    from kzhealthkg import store

    return store.open_endpoint(args.endpoint) if args.endpoint else store.open_store(data_path(args), args.engine)


def formatted(rows: Rows, args: Namespace) -> str:
    """Return rows in the format asked for; UsageError where rows are no triples and Turtle is wanted."""
    from kzhealthkg import pipeline
    from kzhealthkg.view import results, tables
    from kzhealthkg.view.columns import Columns

    if args.format == "turtle":
        if rows.variables != results.TRIPLE:
            raise UsageError(say(args.lang, "error.rowsonly", format=args.format))
        return results.as_turtle(rows)
    if args.format == "table":
        return tables.table(rows, columns=Columns(args.lang, pipeline.labels(args.lang)))
    return {"csv": results.as_csv, "json": results.as_json, "xml": results.as_xml}[args.format](rows)
