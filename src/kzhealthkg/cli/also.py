"""More reports of one run of `validate`: each --also FORMAT=FILE is one, so that CI judges a graph only once."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import write
from kzhealthkg.messages import Say

if TYPE_CHECKING:
    from kzhealthkg.validate import Look, Report

FORMATS = ("text", "json", "turtle", "sarif", "junit", "github", "markdown", "html")


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the argument."""
    parser.add_argument(
        "--also", action="append", default=[], metavar="FORMAT=FILE", type=_reader(say), help=say("arg.also")
    )


def write_all(args: Namespace, report: Report, look: Look) -> None:
    """Write the reports that --also asks for."""
    from kzhealthkg.validate import WRITERS

    for form, file in args.also:
        write(WRITERS[form](report, args.lang, replace(look, colour=False)), file)


def _reader(say: Say) -> Callable[[str], tuple[str, str]]:
    def read(text: str) -> tuple[str, str]:
        form, _, file = text.partition("=")
        if form not in FORMATS or not file:
            raise ArgumentTypeError(say("error.also", text=text, formats=" ".join(FORMATS)))
        return form, file

    return read
