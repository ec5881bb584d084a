"""What linking costs beside extraction, and how it grows: articles made from templates.

python benchmarks/linking.py [--articles 2000 5000 20000]
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate import annotate
from kzhealthkg.extract import extract
from kzhealthkg.link import link
from kzhealthkg.model import Article, Statement
from kzhealthkg.text import clean

TEMPLATES = (
    "{region}нда {year} жылы {number} фельдшерлік-акушерлік пункт салынды.",
    "{region}ның {town} ауылында дәрігерлік амбулатория салынып жатыр, дайындығы {number} пайыз.",
    "{region}ндағы облыстық {field} орталығы {year} жылы жөнделді.",
    "№ {number} қалалық емхананың бас дәрігері {person} жаңа бөлімше ашылғанын хабарлады.",
    "«{name}» ЖШС мен {region}ның әкімдігі меморандумға қол қойды.",
    "{region} денсаулық сақтау басқармасының басшысы {person} «{name}» клиникасына барды.",
    "Бұл мақсатқа республикалық бюджеттен {number} млн теңге бөлінді.",
)
FIELDS = ("онкология", "кардиология", "перинаталдық", "оңалту", "диагностика", "қан")
LETTERS = ("бгдзклмнрст", "аеоұы")


class Maker:
    """Makes articles; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._regions = [region.kk for region in gazetteer.regions().values() if region.kk.endswith("облысы")]
        self._given = [row["name"] for row in lexicon.table("given_names")]
        places = (gazetteer.get(code) for code in gazetteer.codes()[::7])
        self._villages = [place.kk for place in places if place and place.letter == "v"]

    def word(self) -> str:
        """Return an invented name of two or three syllables."""
        syllables = self._random.choice((2, 3))
        return "".join(self._random.choice(side) for _ in range(syllables) for side in LETTERS).capitalize()

    def article(self, number: int) -> Article:
        """Return one article of all templates, in an order of its own."""
        choose = self._random.choice
        said = {
            "region": choose(self._regions), "town": choose(self._villages), "field": choose(FIELDS),
            "person": f"{choose(self._given)} {self.word()}ов", "name": self.word(),
            "year": str(choose(range(2018, 2026))), "number": str(choose(range(2, 60))),
        }  # fmt: skip
        lines = [template.format(**said) for template in TEMPLATES]
        self._random.shuffle(lines)
        text = "\n".join(lines)
        mapped, _ = clean(text)
        return Article(f"made-{number}", text, mapped, date=f"{said['year']}-06-01", language="kk")


def measured(count: int) -> tuple[float, float, int, int]:
    """Return the seconds of extraction and of linking, the statements and the things, for so many articles."""
    articles = list(_articles(count))
    start = time.process_time()
    said: list[Statement] = [one for article in articles for one in extract(annotate(article))]
    between = time.process_time()
    found = link(articles, said)
    return between - start, time.process_time() - between, len(said), len(found.entities)


def _articles(count: int) -> Iterator[Article]:
    maker = Maker(11)
    return (maker.article(number) for number in range(count))


def main() -> None:
    """Print a row for every number of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 5000])
    measured(20)  # tables are read and caches warm before anything is counted
    print("| articles | statements | things | linking / extraction | linking, µs a statement |")
    print("|---:|---:|---:|---:|---:|")
    for count in parser.parse_args().articles:
        extracting, linking, statements, things = measured(count)
        share = f"{linking / extracting:.1%}"
        print(f"| {count} | {statements} | {things} | {share} | {1e6 * linking / statements:.0f} |", flush=True)


if __name__ == "__main__":
    main()
