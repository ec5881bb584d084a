"""Python's parser of arguments in Kazakh, Russian and English: what it says itself is in English only."""

from __future__ import annotations

import argparse
import os
import re
import sys

from kzhealthkg.messages import Say

TYPE_CHECKING = False  # typing itself is two of the 25 milliseconds that --help may take
if TYPE_CHECKING:
    from typing import Any, NoReturn

_WIDTH = 100
_CHOICE = r"invalid choice: (?P<value>.+?)(?:, maybe you meant .*)? \(choose from (?P<names>.*)\)"
_SAYS = {
    "positionals": "positional arguments",
    "options": "options",
    "verb": f"argument : {_CHOICE}",
    "argument": "argument (?P<name>[^:]*): (?P<what>.*)",
    "choice": _CHOICE,
    "unknown": "unrecognized arguments: (?P<names>.*)",
    "command": "the following arguments are required: ",
    "required": "the following arguments are required: (?P<names>.*)",
    "exclusive": "not allowed with argument (?P<name>.*)",
    "valueless": "ignored explicit argument (?P<value>.*)",
    "one": "expected one argument",
    "several": "expected (?P<count>[0-9]+) arguments?",
    "some": "expected at least one argument",
    "integer": "invalid int value: (?P<value>.*)",
    "number": "invalid float value: (?P<value>.*)",
}
"""What Python's parser says, by the last part of the key of our message."""


def worded(text: str, say: Say) -> str:
    """Return what Python's parser says in our words; anything else as it is."""
    for key, pattern in _SAYS.items():
        if found := re.fullmatch(pattern, text, re.DOTALL):
            values = found.groupdict()
            if "what" in values:
                values["what"] = worded(values["what"], say)
            return say(f"usage.{key}", **values)
    return text


class Parser(argparse.ArgumentParser):
    """A parser that tells usage and mistakes by ``say``."""

    def __init__(self, prog: str | None = None, *, say: Say, **options: Any) -> None:
        self.say = say
        super().__init__(prog, formatter_class=lambda prog: _Help(prog, say), **options)

    def add_argument_group(self, title: str | None = None, *args: Any, **options: Any) -> Any:
        """Add a group, its title in our words."""
        return super().add_argument_group(title and worded(title, self.say), *args, **options)

    def error(self, message: str) -> NoReturn:
        """Leave with 2 after the usage and the mistake."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self.say('usage.error')}: {worded(message, self.say)}\n")


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal, 100 columns at most and where there is none."""

    def __init__(self, prog: str, say: Say) -> None:
        self._say = say
        super().__init__(prog, width=min(_WIDTH, _columns()))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage after the word for it."""
        super().add_usage(usage, actions, groups, f"{self._say('usage.usage')}: " if prefix is None else prefix)


def _columns() -> int:
    try:
        return max(int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size().columns, 40)
    except (OSError, ValueError):
        return _WIDTH
