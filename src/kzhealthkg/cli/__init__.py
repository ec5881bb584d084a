"""The command line: one subcommand a verb, one module each.

Exit codes: 0 done, 1 done and something was found wrong, 2 something could not be read or was
not understood. Only data goes to standard output. Nothing heavy is imported before it is needed:
``--help`` answers in the time of a bare interpreter and argparse.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kzhealthkg.cli.parser import parse
from kzhealthkg.messages import SaidError, fault, locale_language, reason, said, say
from kzhealthkg.resources import DataFaultError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    language = locale_language()
    try:
        args = parse(sys.argv[1:] if arguments is None else arguments)
        language = args.lang
        code = int(args.run(args))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"kzhealthkg: {say(language, 'error.interrupted')}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader (head, a pager) has had enough; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DataFaultError as error:
        print(f"kzhealthkg: {fault(error, language)}", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        if not _ours(error):
            raise
        print(f"kzhealthkg: {_line(error, language)}", file=sys.stderr)
        return 2
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: most legacy encodings have no Kazakh letters."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _ours(error: Exception) -> bool:
    """Return whether the error is about the user's input; any other is a fault of the program."""
    return isinstance(error, OSError) or type(error).__module__.startswith("kzhealthkg.")


def _line(error: Exception, language: str) -> str:
    if isinstance(error, SaidError):
        return error.said(language)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {said(reason(error), language)}"
    return str(error)
