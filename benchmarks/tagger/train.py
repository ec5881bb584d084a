"""Train a tagger of names on KazNERD and measure it on ids that it has not seen.

PYTHONPATH=src python benchmarks/tagger/train.py KAZNERD [-o OUT] [--iterations N]
(with benchmarks/tagger/requirements.txt installed; ``make tagger KAZNERD=DIR`` does both)

KAZNERD is the folder of the corpus with its files IOB2_*.txt (IS2AI/KazNERD, CC BY 4.0). The model
and its figures are written into OUT; nothing of the corpus is.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "src")]

import corpus  # noqa: E402
import features  # noqa: E402

LIMIT = 3_000_000
"""No model may be larger, in bytes."""
PARAMETERS = {"c1": 0.25, "c2": 0.02, "feature.minfreq": 2.0, "feature.possible_transitions": False}


def train(sentences: Sequence[corpus.Tagged], model: Path, iterations: int) -> None:
    """Write a model of the sentences; ImportError where python-crfsuite is not installed."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS | {"max_iterations": iterations})
    for sentence in sentences:
        trainer.append(features.features(sentence.tokens), sentence.tags)
    trainer.train(str(model))


def figures(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of whole entities by class, and of all."""
    right, said, true = Counter[str](), Counter[str](), Counter[str]()
    for gold_tags, found_tags in zip(gold, found, strict=True):
        g, f = corpus.entities(tuple(gold_tags)), corpus.entities(tuple(found_tags))
        for tally, marks in ((right, g & f), (said, f), (true, g)):
            tally.update(name for kind, _, _ in marks for name in (kind, "all"))
    return {name: _prf(right[name], said[name], true[name]) for name in (*corpus.CLASSES, "all")}


def _prf(right: int, said: int, true: int) -> dict[str, float]:
    precision, recall = right / (said or 1), right / (true or 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "entities": true}


def measure(model: Path, held_out: Sequence[corpus.Tagged]) -> dict[str, Any]:
    """Return the figures of a model on held-out sentences, and its speed in tokens a second."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    start = time.process_time()
    found = [tagger.tag(features.features(s.tokens)) for s in held_out]
    speed = sum(len(s.tokens) for s in held_out) / (time.process_time() - start)
    return {"tokens_a_second": round(speed, -2), "classes": figures([s.tags for s in held_out], found)}


def main() -> None:
    """Train, measure, and refuse a model that is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kaznerd", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "build" / "tagger")
    parser.add_argument("--iterations", type=int, default=80)
    args = parser.parse_args()
    sentences = corpus.read(args.kaznerd)
    if not sentences:
        sys.exit(f"{args.kaznerd}: no sentences in files IOB2_*.txt here")
    args.out.mkdir(parents=True, exist_ok=True)
    model = args.out / "names.crfsuite"
    learned, held_out = corpus.split(sentences)
    train(learned, model, args.iterations)
    sizes = {"trained": len(learned), "held_out": len(held_out), "bytes": model.stat().st_size}
    report = sizes | measure(model, held_out)
    (args.out / "held_out.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    show(report)
    if sizes["bytes"] > LIMIT:
        sys.exit(f"{model}: {sizes['bytes']} bytes, {LIMIT} are allowed")


def show(report: dict[str, Any]) -> None:
    """Print the figures by class."""
    print({key: value for key, value in report.items() if key != "classes"})
    for name, row in report["classes"].items():
        print(f"{name:14}{row['entities']:6}  {row['precision']:.3f} {row['recall']:.3f} {row['f1']:.3f}")


if __name__ == "__main__":
    main()
