"""The parser of the command line, its help in the reader's language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kzhealthkg.cli import build, evaluate, export, extract, graph, query, validate
from kzhealthkg.messages import LANGUAGES, Say, locale_language, speaker
from kzhealthkg.vocab import VERSION

VERBS = (build, extract, query, validate, export, graph, evaluate)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of one command, ``run`` being its function; a mistake exits with 2."""
    return make(_language(arguments)).parse_args(arguments)


def make(language: str) -> argparse.ArgumentParser:
    """Return the whole parser, its help in ``language``."""
    say = speaker(language)
    parser = _parser(None, "kzhealthkg", say("about"), say, "kzhealthkg build seeds/ -o build")
    parser.add_argument("--version", action="version", version=f"kzhealthkg {VERSION}", help=say("option.version"))
    verbs = parser.add_subparsers(title=say("verbs"), metavar="", required=True)
    for module in VERBS:
        name = module.__name__.rpartition(".")[2]
        verb = _parser(verbs, name, say(f"verb.{name}"), say, module.EXAMPLE)
        module.add(verb, say)
        _shared(verb, say, language)
        verb.set_defaults(run=module.run)
    return parser


def _language(arguments: Sequence[str]) -> str:
    """Return the language asked for before the parser exists, for its own help is in it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    early.add_argument("--lang", choices=LANGUAGES)
    try:
        return early.parse_known_args(arguments)[0].lang or locale_language()
    except argparse.ArgumentError:
        return locale_language()


def _parser(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser] | None, name: str, about: str, say: Say, example: str
) -> argparse.ArgumentParser:
    options = {
        "description": about,
        "epilog": f"{say('example')} {example}",
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "add_help": False,
        "allow_abbrev": False,
    }
    parser = verbs.add_parser(name, help=about, **options) if verbs else argparse.ArgumentParser(name, **options)  # type: ignore[arg-type]
    parser.add_argument("-h", "--help", action="help", help=say("option.help"))
    return parser


def _shared(verb: argparse.ArgumentParser, say: Say, language: str) -> None:
    verb.add_argument("-q", "--quiet", action="store_true", help=say("option.quiet"))
    verb.add_argument("--lang", choices=LANGUAGES, default=language, help=say("option.lang"))
