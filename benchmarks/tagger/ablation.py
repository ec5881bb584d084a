"""Rules, tagger, or both: names and statements of marked-up articles in each of the three.

PYTHONPATH=src python benchmarks/tagger/ablation.py MODEL GOLD ARTICLES [--gained]
(with benchmarks/tagger/requirements.txt installed)

GOLD and ARTICLES are JSON Lines: statements as ``kzhealthkg evaluate`` reads them, and articles
with id, text, date and language. ``--gained`` also prints the names that only the union has.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "src")]

import second  # noqa: E402

from kzhealthkg.annotate import annotate  # noqa: E402
from kzhealthkg.evaluate import Tally, alike, read, score  # noqa: E402
from kzhealthkg.evaluate.score import total  # noqa: E402
from kzhealthkg.extract import extract  # noqa: E402
from kzhealthkg.model import Article, Document  # noqa: E402
from kzhealthkg.read import article  # noqa: E402

CLASSES = {
    "person": ("person", "signatories"),
    "place": ("place", "district"),
    "organization": ("organization", "grantor", "parties"),
}
"""Class of a name → the slots of the gold that hold such names."""


def articles(path: Path) -> list[Article]:
    """Return the articles of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [article(r["text"], id=r["id"], **{k: r[k] for k in ("date", "language") if r.get(k)}) for r in rows]


def gold_names(gold: Iterable[dict]) -> dict[tuple[str, str], set[str]]:
    """Return (article, class) → the names that the slots of the gold hold."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in gold:
        for kind, slots in CLASSES.items():
            for slot in slots:
                value = record.get(slot) or []
                found[record["article"], kind] |= set(value if isinstance(value, list) else [value])
    return found


def compare(gold: set[str], said: Sequence[str], kind: str) -> Tally:
    """Count the gold's names that were found, and the found ones that no slot of the gold holds."""
    like = alike.person if kind == "person" else alike.name
    met = sum(any(like(g, s) > 0 for s in said) for g in gold)
    beyond = sum(not any(like(g, s) > 0 for g in gold) for s in said)
    return Tally(met, met + beyond, len(gold))


def run(name: str, tagger: second.Tagger, given: Sequence[Article]) -> list[Document]:
    """Return the articles annotated in one of the modes."""
    with second.mode(name, tagger):
        return [annotate(one) for one in given]


def show_names(name: str, documents: Sequence[Document], wanted: dict[tuple[str, str], set[str]]) -> None:
    """Print recall, and names in no slot, of the Kazakh articles by class."""
    for kind in CLASSES:
        tally = Tally()
        for document in documents:
            if document.article.language != "ru":
                said = second.found(document)[kind]
                tally.add(compare(wanted[document.article.id, kind], said, kind))
        print(f"{name:8}{kind:14}{tally.gold:5}{tally.recall:8.3f}{int(tally.found - tally.right):6}{tally.f1:8.3f}")


def show_statements(name: str, documents: Sequence[Document], gold: list[dict], out: Path | None) -> None:
    """Print the scores of the statements."""
    said = [s.record() for document in documents for s in extract(document)]
    if out:
        lines = (json.dumps(record, ensure_ascii=False, default=str) + "\n" for record in said)
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    figures = score(gold, said)
    detection, slots = total(figures.detection.values()), total(figures.kinds.values())
    print(f"{name:8}{detection.f1:10.4f}{slots.precision:8.4f}{slots.recall:8.4f}{slots.f1:8.4f}{slots.guarded:9.4f}")


def main() -> None:
    """Print the figures of the three modes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--gained", action="store_true")
    parser.add_argument("--sure", type=float, default=0.9, help="what the tagger must at least be beside the rules")
    parser.add_argument("--unlisted", action="store_true", help="places that the gazetteer does not hold as well")
    parser.add_argument("-o", "--out", type=Path, help="a folder for the statements of each mode")
    args = parser.parse_args()
    gold, given, tagger = (
        read(args.gold),
        articles(args.articles),
        second.Tagger(args.model, args.sure, not args.unlisted),
    )
    documents = {name: run(name, tagger, given) for name in second.MODES}
    print(f"{'':8}{'names (kk)':14}{'gold':>5}{'recall':>8}{'more':>6}{'F1':>8}")
    for name in second.MODES:
        show_names(name, documents[name], gold_names(gold))
    print(f"{'':8}{'detection':>10}{'slots P':>8}{'R':>8}{'F1':>8}{'guarded':>9}")
    for name in second.MODES:
        show_statements(name, documents[name], gold, args.out)
    if args.gained:
        gained(documents["rules"], documents["union"])


def gained(rules: Sequence[Document], union: Sequence[Document]) -> None:
    """Print the names that only the union has, to be judged by a reader."""
    for one, other in zip(rules, union, strict=True):
        before, after = second.found(one), second.found(other)
        for kind in CLASSES:
            for name in sorted(set(after[kind]) - set(before[kind])):
                print("+", one.article.id, kind, name, sep="\t")
            for name in sorted(set(before[kind]) - set(after[kind])):
                print("-", one.article.id, kind, name, sep="\t")


if __name__ == "__main__":
    main()
