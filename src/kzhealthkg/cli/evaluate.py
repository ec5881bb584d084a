"""``kzhealthkg evaluate``: what is extracted, against a gold file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kzhealthkg.cli.terminal import DEFAULT_SEEDS, Progress, note, report, write
from kzhealthkg.messages import Say

if TYPE_CHECKING:
    from kzhealthkg.evaluate import Scores, Tally
    from kzhealthkg.evaluate.records import Record
    from kzhealthkg.model import Problem
    from kzhealthkg.view.words import Words

Grid = tuple[Sequence[str], Sequence[Sequence[str]]]
"""A head and the rows under it."""

EXAMPLE = "kzhealthkg evaluate gold.jsonl seeds/*.txt"


def add(parser: ArgumentParser, say: Say) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("gold", metavar="GOLD.jsonl", help=say("arg.gold"))
    parser.add_argument("paths", nargs="*", default=[], metavar="PATH", help=say("arg.paths.seeds"))
    parser.add_argument("--predicted", metavar="FILE.jsonl", help=say("arg.predicted"))
    parser.add_argument("--articles", action="append", default=[], metavar="PATH", help=say("arg.articles"))
    parser.add_argument("--html", metavar="FILE.html", help=say("arg.evaluate.html"))
    parser.add_argument("--format", choices=("table", "json"), default="table", help=say("arg.format"))


def run(args: Namespace) -> int:
    """Print the figures by kind and by slot; return 2 where an article could not be read."""
    from kzhealthkg import evaluate

    gold = evaluate.read(Path(args.gold))
    found, problems = _found(args)
    scores = evaluate.score(gold, found)
    words = _words(args.lang)
    sys.stdout.write(_json(scores) if args.format == "json" else _tables(scores, words))
    if args.html:
        _page(args, words, gold, found, scores)
    return report(args, problems)


def _words(language: str) -> Words:
    from kzhealthkg import pipeline
    from kzhealthkg.view.words import Words

    return Words(language, pipeline.labels(language))


def _found(args: Namespace) -> tuple[list[Record], list[Problem]]:
    from kzhealthkg import evaluate, pipeline

    if args.predicted:
        return evaluate.read(Path(args.predicted)), []
    statements, problems = pipeline.extract_paths(_paths(args), progress=Progress(args))
    return [statement.record() for statement in statements], list(problems)


def _paths(args: Namespace) -> list[Path]:
    return [Path(path) for path in (*args.paths, *args.articles)] or [DEFAULT_SEEDS]


def _page(args: Namespace, words: Words, gold: list[Record], found: list[Record], scores: Scores) -> None:
    """Write the page of what differs; without articles their statements still show the words they quote."""
    from kzhealthkg import evaluate, pipeline
    from kzhealthkg.view.compared import differences

    texts = pipeline.texts(_paths(args))
    pairs = list(evaluate.compared(gold, found))
    write(differences(pairs, texts, _grids(scores, words), words), args.html)
    note(args, "written", path=args.html)


def _tables(scores: Scores, words: Words) -> str:
    from kzhealthkg.view.tables import grid

    return "\n".join(grid(head, body, [False, *[True] * (len(head) - 1)]) for head, body in _grids(scores, words))


def _grids(scores: Scores, words: Words) -> list[Grid]:
    """Return the figures by kind and by slot."""
    from kzhealthkg.evaluate.score import total

    say = words.say
    every = {**dict(sorted(scores.kinds.items())), say("score.all"): total(scores.kinds.values())}
    met = {**scores.detection, say("score.all"): total(scores.detection.values())}
    kinds = [
        (words.name(kind), *_counts(met[kind]), _share(met[kind].f1), *_figures(tally), _share(tally.guarded))
        for kind, tally in every.items()
    ]
    slots = [(words.slot(slot), *_counts(t), *_figures(t)) for slot, t in sorted(scores.slots.items())]
    figures = [say(f"score.{key}") for key in ("precision", "recall", "slots")]
    counts = [say("score.gold"), say("score.predicted")]
    by_kind = [say("score.kind"), *counts, say("score.detection"), *figures, say("score.guarded")]
    return [(by_kind, kinds), ([say("score.slot"), *counts, *figures], slots)]


def _counts(tally: Tally) -> tuple[str, str]:
    return str(tally.gold), str(tally.found)


def _figures(tally: Tally) -> tuple[str, str, str]:
    return _share(tally.precision), _share(tally.recall), _share(tally.f1)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _json(scores: Scores) -> str:
    import json

    from kzhealthkg.evaluate.score import total

    kinds = {
        kind: _record(tally) | {"statements": _record(scores.detection[kind])} for kind, tally in scores.kinds.items()
    }
    whole = _record(total(scores.kinds.values())) | {"statements": _record(total(scores.detection.values()))}
    slots = {slot: _record(tally) for slot, tally in sorted(scores.slots.items())}
    return json.dumps({"articles": scores.articles, "all": whole, "kinds": kinds, "slots": slots}, indent=1) + "\n"


def _record(tally: Tally) -> dict[str, float]:
    figures = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1, "guarded": tally.guarded}
    return {key: round(value, 4) for key, value in figures.items()}
