"""natasha's tagger of names beside the rules, on the Russian articles among marked-up ones.

PYTHONPATH=src python benchmarks/tagger/natasha_ru.py GOLD ARTICLES [GOLD ARTICLES …]
(with benchmarks/tagger/natasha.requirements.txt installed, in an environment of its own)

natasha's package carries its weights: a news embedding of 27 MB and a tagger of 2.4 MB.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "src")]

import ablation  # noqa: E402
import second  # noqa: E402

from kzhealthkg.annotate import annotate, tokens  # noqa: E402
from kzhealthkg.evaluate import Tally, read  # noqa: E402
from kzhealthkg.extract import extract  # noqa: E402
from kzhealthkg.model import Article  # noqa: E402

Names = dict[str, list[str]]
KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}


def natasha() -> Callable[[Article], Names]:
    """Return natasha as a finder of names; ImportError where it is not installed."""
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def find(article: Article) -> Names:
        doc = Doc(article.clean.text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        found: Names = {kind: [] for kind in KINDS.values()}
        for span in doc.spans:
            found[KINDS[span.type]].append(span.text)
        return {kind: sorted(set(names)) for kind, names in found.items()}

    return find


def rules(article: Article) -> Names:
    """Return the names that the rules find."""
    return second.found(annotate(article))


def figures(
    find: Callable[[Article], Names], given: Iterable[Article], wanted: dict[tuple[str, str], set[str]]
) -> None:
    """Print recall, and names in no slot, by class."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for article in given:
        said = find(article)
        for kind in ablation.CLASSES:
            tallies[kind].add(ablation.compare(wanted[article.id, kind], said[kind], kind))
    for kind, tally in tallies.items():
        print(f"  {kind:14}{tally.gold:5}{tally.recall:8.3f}{int(tally.found - tally.right):6}{tally.f1:8.3f}")


def speed(work: Callable[[Article], object], given: Sequence[Article], rounds: int = 5) -> float:
    """Return tokens a second, warm, the best of some rounds."""
    count = sum(len(s.tokens) for a in given for s in tokens.sentences(a))
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for article in given:
            work(article)
        times.append(time.process_time() - start)
    return count / min(times)


def main() -> None:
    """Print the names and the speed of both."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    paths = [Path(argument) for argument in sys.argv[1:]]
    gold = ablation.gold_names(record for path in paths[::2] for record in read(path))
    given = [a for path in paths[1::2] for a in ablation.articles(path) if a.language == "ru"]
    print(f"{len(given)} articles; class, names in the gold, recall, names in no slot, F1")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    finders = {"natasha": natasha(), "rules": rules}
    loaded = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    for name, find in finders.items():
        print(name)
        figures(find, given, gold)
    print(f"natasha: loads in {loaded:.2f} s, {grown:.0f} MB")
    whole = {**finders, "rules, statements too": lambda article: extract(annotate(article))}
    for name, work in whole.items():
        print(f"{name}: {speed(work, given):.0f} tokens/s")


if __name__ == "__main__":
    main()
