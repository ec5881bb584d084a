"""The tables of ``lexicon/``: tab-separated, a header line, ``#`` comments that say the source."""

from __future__ import annotations

from functools import cache

from kzhealthkg import resources

TYPE_CHECKING = False  # neither typing nor tomllib is loaded for the help of the command line
if TYPE_CHECKING:
    from typing import Any


class LexiconError(resources.DataFaultError):
    """A file of the lexicon does not hold what it should; the message says which, where and what."""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``lexicon/<name>.tsv`` as dictionaries by column name.

    Raises LexiconError that names the file and line of a malformed row.
    """
    rows: list[dict[str, str]] = []
    header: list[str] = []
    for number, line in enumerate(resources.text("lexicon", f"{name}.tsv").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise LexiconError(
                "data.cells", "lexicon/{file}:{line}: {cells} cells where {header} are named in the header",
                {"file": f"{name}.tsv", "line": number, "cells": len(cells), "header": len(header)},
            )  # fmt: skip
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


@cache
def _groups(room: str) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["module"], row["group"]): tuple(row["words"].split(" | ")) for row in table(f"words/{room}")}


def words(module: str, group: str) -> tuple[str, ...]:
    """Return a group of ``lexicon/words/``, for example ``words("extract.clause.coordinated", "sized")``.

    Raises LexiconError that names the group that there is not.
    """
    room, _, name = module.partition(".")
    try:
        return _groups(room)[name, group]
    except KeyError:
        raise LexiconError(
            "data.group", "lexicon/{file}: no group {group} of {module}",
            {"file": f"words/{room}.tsv", "group": group, "module": name},
        ) from None  # fmt: skip


@cache
def frames(name: str) -> dict[str, Any]:
    """Return ``lexicon/frames/<name>.toml``; LexiconError that names the file and line where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(resources.text("lexicon", "frames", f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            "data.toml", "lexicon/{file}: not TOML: {reason}", {"file": f"frames/{name}.toml", "reason": error}
        ) from None


def cue_words(name: str, language: str, group: str) -> tuple[str, ...]:
    """Return a group of words of ``lexicon/frames/<name>.toml`` that cues name in angle brackets.

    Raises LexiconError that names the group that there is not.
    """
    try:
        return tuple(frames(name)["words"][language][group])
    except KeyError:
        raise LexiconError(
            "data.group", "lexicon/{file}: no group {group} of {module}",
            {"file": f"frames/{name}.toml", "group": group, "module": language},
        ) from None  # fmt: skip
