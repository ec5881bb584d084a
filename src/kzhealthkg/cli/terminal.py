"""What a command shows beside its data, all of it on standard error."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.messages import problem_line, say

if TYPE_CHECKING:
    from kzhealthkg.model import Problem

DEFAULT_DATA = Path("build")
DEFAULT_SEEDS = Path("seeds")
DEFAULT_JUDGEMENTS = Path("judgements")


class UsageError(ValueError):
    """The command was not understood, in one line that says what is missing."""


def note(args: Namespace, key: str, /, **values: object) -> None:
    """Say something that is good to know, unless the user wants quiet."""
    if not args.quiet:
        print(say(args.lang, key, **values), file=sys.stderr)


def report(args: Namespace, problems: Iterable[Problem]) -> int:
    """Print each problem on its line and return the exit code: 2 where an input was lost, else 0."""
    code = 0
    for problem in problems:
        if problem.fatal or not args.quiet:
            print(problem_line(problem).said(args.lang), file=sys.stderr)
        code = 2 if problem.fatal else code
    return code


class Progress:
    """One line on the terminal that is written over; silent where no terminal looks on."""

    def __init__(self, args: Namespace) -> None:
        self.language = args.lang
        self.shown = not args.quiet and sys.stderr.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show that ``done`` of ``total`` articles are read, the last one being ``name``."""
        if self.shown:
            text = say(self.language, "progress.article", done=done, total=total, name=name[-60:])
            end = "\n" if done >= total else ""
            print(f"\r\x1b[K{text}", end=end, file=sys.stderr, flush=True)


def data_path(args: Namespace) -> Path:
    """Return where the graph is; UsageError says how to make one."""
    path = Path(args.data) if args.data else DEFAULT_DATA
    if not path.exists():
        raise UsageError(say(args.lang, "error.nodata", path=path))
    return path


def judgements_path(args: Namespace) -> Path | None:
    """Return the folder of judgements: the one given, else the one that lies here, else None for the project's own."""
    if args.judgements:
        return Path(args.judgements)
    return DEFAULT_JUDGEMENTS if DEFAULT_JUDGEMENTS.is_dir() else None


def write(text: str | bytes, target: str | None) -> None:
    """Write a result to a file, or to standard output where none is named."""
    data = text.encode() if isinstance(text, str) else text
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        Path(target).write_bytes(data)
