"""``kzhealthkg review``: the links in doubt, and the decisions of people."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli import links
from kzhealthkg.cli.links import Row
from kzhealthkg.cli.terminal import DEFAULT_JUDGEMENTS, UsageError, note
from kzhealthkg.messages import Say, say

if TYPE_CHECKING:
    from kzhealthkg.view.words import Words

EXAMPLE = "kzhealthkg review build/"
_QUOTE = 160
_SHOWN = 3


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("dir", nargs="?", metavar="DIR", help=say("arg.data"))
    parser.add_argument("--data", metavar="DIR", help=say("arg.data"))
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--same", nargs=2, metavar=("A", "B"), help=say("arg.same"))
    decision.add_argument("--different", nargs=2, metavar=("A", "B"), help=say("arg.different"))
    decision.add_argument("--split", nargs=3, metavar=("A", "ARTICLE", "B"), help=say("arg.split"))
    decision.add_argument("--rename", nargs=3, metavar=("A", "LANG", "NAME"), help=say("arg.rename"))
    decision.add_argument("--undo", nargs=2, metavar=("A", "B"), help=say("arg.undo"))
    parser.add_argument("--name", default="", metavar="NAME", help=say("arg.split.name"))
    parser.add_argument("--reason", metavar="TEXT", help=say("arg.reason"))
    parser.add_argument("--who", default="", metavar="NAME", help=say("arg.who"))
    parser.add_argument("--judgements", metavar="DIR", help=say("arg.judgements"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=say("arg.format"))


def run(args: Namespace) -> int:
    """Print what is in doubt, or write a decision down; return 1 where something is in doubt."""
    args.data = args.data or args.dir
    if args.undo:
        return _undo(args)
    if decision := _decision(args):
        return _write(args, *decision)
    doubtful = _doubtful(links.read(args))
    sys.stdout.write(_json(doubtful) if args.format == "json" else _text(doubtful, args.lang))
    return 1 if doubtful else 0


def _folder(args: Namespace) -> Path:
    return Path(args.judgements) if args.judgements else DEFAULT_JUDGEMENTS


def _decision(args: Namespace) -> tuple[str, list[str]] | None:
    """Return the table and the cells of the decision that was given, None where none was."""
    from kzhealthkg.judgements import local

    end = [args.reason or "", args.who]
    for kind in ("same", "different"):
        if pair := getattr(args, kind):
            return kind, [*map(local, pair), *end]
    if args.split:
        thing, article, becomes = args.split
        return "split", [local(thing), article, args.name, local(becomes), *end]
    return ("rename", [local(args.rename[0]), *args.rename[1:], *end]) if args.rename else None


def _write(args: Namespace, kind: str, cells: list[str]) -> int:
    from kzhealthkg import judgements

    if not args.reason:
        raise UsageError(say(args.lang, "error.noreason"))
    row = judgements.add(_folder(args), kind, cells)
    known = _known(args)
    for thing in row.things[: 1 if kind == "split" else None]:
        if known and thing not in known:
            note(args, "review.unknown", thing=thing)
    note(args, "review.written", file=_folder(args) / f"{kind}.tsv")
    return 0


def _known(args: Namespace) -> set[str]:
    """Return the ids that a build knows, none where there is no build."""
    try:
        rows = links.read(args)
    except UsageError:
        return set()
    return {row.entity for row in rows} | {one for row in rows for one in row.candidates}


def _undo(args: Namespace) -> int:
    from kzhealthkg.judgements import local, undo

    removed = undo(_folder(args), *map(local, args.undo))
    note(args, "review.undone", count=removed)
    return 0 if removed else 1


def _doubtful(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the links in doubt, those of one thing and one name together."""
    unsure = sorted((r for r in rows if r.outcome == "Unsure"), key=lambda r: (r.entity, r.name, r.article, r.quote))
    return [list(group) for _, group in groupby(unsure, key=lambda row: (row.entity, row.name))]


def _text(doubtful: list[list[Row]], language: str) -> str:
    from kzhealthkg import pipeline
    from kzhealthkg.view.words import Words

    if not doubtful:
        return f"{say(language, 'review.none')}\n"
    words = Words(language, pipeline.labels(language))
    blocks = ["\n".join(_block(group, words)) for group in doubtful]
    return "\n\n".join([*blocks, say(language, "review.count", count=len(doubtful))]) + "\n"


def _block(group: list[Row], words: Words) -> Iterator[str]:
    first = group[0]
    yield f"{words.slot(first.slot)}: {first.name or '—'}  {first.entity}"
    yield f"  {' '.join(first.reasons)}"
    for candidate, score in _candidates(first):
        yield f"  ? {candidate}  {score}".rstrip()
    if not first.candidates:
        yield f"  {words.say('review.nocandidate')}"
    for row in group[:_SHOWN]:
        yield f"  [{row.article}] {row.quote[:_QUOTE]}"


def _candidates(row: Row) -> Iterator[tuple[str, str]]:
    scores = row.scores or ("",) * len(row.candidates)
    return zip(row.candidates, scores, strict=False)


def _json(doubtful: list[list[Row]]) -> str:
    records = [_record(group) for group in doubtful]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _record(group: list[Row]) -> dict[str, object]:
    first = group[0]
    return {
        "entity": first.entity,
        "slot": first.slot,
        "name": first.name,
        "reasons": list(first.reasons),
        "candidates": [{"entity": one, "score": score} for one, score in _candidates(first)],
        "evidence": [{"article": row.article, "statement": row.statement, "quote": row.quote} for row in group],
    }
