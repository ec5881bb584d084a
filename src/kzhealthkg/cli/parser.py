"""The parser of the command line, its help in the reader's language.

Only the verb that is asked for is loaded and gets its arguments: ``--help`` shall cost no more than
three times a bare interpreter, of which argparse alone takes half.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

from kzhealthkg.cli.usage import Parser
from kzhealthkg.messages import LANGUAGES, Say, locale_language, speaker

TYPE_CHECKING = False  # typing itself is two of the 25 milliseconds that --help may take
if TYPE_CHECKING:
    from typing import Any

VERBS = ("build", "extract", "explain", "query", "validate", "export", "graph", "evaluate", "why", "review")
_EXAMPLE = "kzhealthkg build seeds/ -o build"


class _Version(argparse.Action):
    """Print the version, and only then load what knows it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Leave with 0, as argparse's own action does."""
        from kzhealthkg.vocab import VERSION

        print(f"kzhealthkg {VERSION}")
        parser.exit()


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of one command, ``run`` being its function; a mistake exits with 2."""
    parser = make(_language(arguments), [word for word in arguments if word in VERBS][:1])
    if not arguments:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return parser.parse_args(arguments)


def make(language: str, loaded: Iterable[str] = VERBS) -> argparse.ArgumentParser:
    """Return the parser, its help in ``language``, with the arguments of the verbs ``loaded``."""
    say = speaker(language)
    parser = Parser("kzhealthkg", **_options(say("about"), _EXAMPLE, say))
    _help(parser, say)
    parser.add_argument("--version", action=_Version, nargs=0, help=say("option.version"))
    _lang(parser, say, language)
    verbs = parser.add_subparsers(title=say("verbs"), metavar="", required=True)
    for name in VERBS:
        about = say(f"verb.{name}")
        if name in loaded:
            module = import_module(f"kzhealthkg.cli.{name}")
            verb = verbs.add_parser(name, help=about, **_options(about, module.EXAMPLE, say))
            _help(verb, say)
            module.add(verb, say)
            _shared(verb, say, language)
            verb.set_defaults(run=module.run)
        else:
            verbs.add_parser(name, help=about, say=say, add_help=False)
    return parser


def _language(arguments: Sequence[str]) -> str:
    """Return the language asked for before the parser exists, for its own help is in it."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=False):
        asked = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in LANGUAGES:
            return asked
    return locale_language()


def _options(about: str, example: str, say: Say) -> dict[str, Any]:
    epilog = f"{say('example')} {example}"
    return {"say": say, "description": about, "epilog": epilog, "add_help": False, "allow_abbrev": False}


def _help(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("-h", "--help", action="help", help=say("option.help"))


def _shared(verb: argparse.ArgumentParser, say: Say, language: str) -> None:
    verb.add_argument("-q", "--quiet", action="store_true", help=say("option.quiet"))
    _lang(verb, say, language)


def _lang(parser: argparse.ArgumentParser, say: Say, language: str) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default=language, help=say("option.lang"))
