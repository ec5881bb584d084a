"""Measure the matching of names on tests/pairs/names.tsv, and nomenklatura's on the same pairs where it is installed.

PYTHONPATH=src:tests python benchmarks/linking_pairs.py [-o benchmarks/results/linking-pairs.md]
(with benchmarks/linking.requirements.txt installed, in an environment of its own)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

import test_link_pairs as names  # noqa: E402

Matcher = Callable[[names.Pair], float]
ALGORITHMS = ("name-based", "logic-v1", "logic-v2")
THRESHOLD = 0.7
"""What nomenklatura itself takes for a match unless told otherwise."""


def ours(pair: names.Pair) -> float:
    """Return 1 where the two names are one thing, by name and by where they are said."""
    return float(names.scored(pair).verdict == "same")


def ours_by_name(pair: names.Pair) -> float:
    """Return 1 where the two names alone are one thing."""
    return ours(pair | {"left_where": "", "right_where": ""})


def theirs(algorithm: str) -> Matcher:
    """Return nomenklatura's score of two names; ImportError where it is not installed."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig

    matcher = get_algorithm(algorithm)
    assert matcher is not None
    config = ScoringConfig.defaults()

    def entity(name: str, kind: str) -> object:
        schema = "Person" if kind == "person" else "Organization"
        return model.get_proxy({"id": name, "schema": schema, "properties": {"name": [name]}})

    def score(pair: names.Pair) -> float:
        return float(matcher.compare(*(entity(pair[side], pair["kind"]) for side in ("left", "right")), config).score)

    return score


def figures(matcher: Matcher, pairs: Sequence[names.Pair], threshold: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a matcher; precision 1 where it finds nothing."""
    met = [(matcher(pair) >= threshold, pair["same"] == "1") for pair in pairs]
    right = sum(found and same for found, same in met)
    precision = right / (sum(found for found, _ in met) or 1) if right else float(not any(f for f, _ in met))
    recall = right / sum(same for _, same in met)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def best(matcher: Matcher, pairs: Sequence[names.Pair]) -> float:
    """Return the threshold of the best F1 on these pairs."""
    return max((n / 100 for n in range(5, 100)), key=lambda n: figures(matcher, pairs, n)[2])


def matchers() -> dict[str, tuple[Matcher, float]]:
    """Return every matcher with its threshold; nomenklatura also at the best one for the tuned pairs."""
    tuned, _ = names.split()
    found = {"kzhealthkg": (ours, 0.5), "kzhealthkg, names only": (ours_by_name, 0.5)}
    try:
        for algorithm in ALGORITHMS:
            matcher = theirs(algorithm)
            found[f"nomenklatura {algorithm}"] = (matcher, THRESHOLD)
            limit = best(matcher, tuned)
            found[f"nomenklatura {algorithm}, best threshold {limit:.2f}"] = (matcher, limit)
    except ImportError:
        print("nomenklatura is not installed: measured without it", file=sys.stderr)
    return found


def table(kind: str = "") -> str:
    """Return the figures as a Markdown table, for one kind of name or for all."""
    tuned, held = ([pair for pair in part if kind in {"", pair["kind"]}] for part in names.split())
    head = f"| matcher | tuned ({len(tuned)}): P | R | F1 | held back ({len(held)}): P | R | F1 |"
    rows = [head, "|---|" + "---:|" * 6]
    for name, (matcher, threshold) in matchers().items():
        cells = [f"{x:.3f}" for part in (tuned, held) for x in figures(matcher, part, threshold)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--out", type=Path)
    out = parser.parse_args().out
    text = f"{table()}\nPeople only:\n\n{table('person')}"
    out.write_text(text, encoding="utf-8") if out else sys.stdout.write(text)


if __name__ == "__main__":
    main()
