"""Make ontology/places/kato.tsv out of a KATO table and a table of other spellings, both CSV.

    python tools/make_gazetteer.py KATO.csv ALIASES.csv > ontology/places/kato.tsv

KATO.csv has the columns code, level, name_kk, name_ru, lat, lon, coord_method, coord_flag,
geonames_id, wikidata; ALIASES.csv has kato, alias, script, match_method. Names of districts in use beside
the classifier's come from ontology/places/district_names.tsv.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from kzhealthkg.text import skeleton

HEADER = """\
# The classifier of administrative-territorial objects of Kazakhstan (KATO, NK RK 11), edition of 2026-07-17,
# Bureau of National Statistics; compiled by siaarzh/kz-tax-rates (MIT). Coordinates, GeoNames ids and other
# spellings: GeoNames (CC BY 4.0) through Who's On First and district_names.tsv. Wikidata ids: CC0. Made by
# tools/make_gazetteer.py.
# level: o oblast, r city of republican rank, c city, d district, x district of a city, t town, a rural okrug,
# v village, s station, m locality under a village, g administration (no place of its own). Names are without
# type words; an empty ru is the same as kk. Coordinates only where the object itself was matched.
code	level	keys	kk	ru	aliases	latitude	longitude	geonames	wikidata"""
DISTRICT_NAMES = Path(__file__).parents[1] / "ontology" / "places" / "district_names.tsv"
LETTERS = {
    "oblast": "o", "city_republican": "r", "city": "c", "district": "d", "city_district": "x", "town": "t",
    "rural_okrug": "a", "village": "v", "station": "s", "locality_minor": "m",
}  # fmt: skip
TYPE_WORDS = re.compile(
    r"^(?:город|область|район|им\.?|г\.|с\.)\s*(?:им\.\s*)?(?=\S)|\s*(?:атын\.\s*)?(?:қаласы|облысы|ауданы|область|район)$",
    re.IGNORECASE,
)
UNFIT = re.compile(r"[a-zA-Z|їєў\d]|ськ|^(?:Ак-?Мола|Акмола)$|^.{1,2}$|[цЦ]і", re.IGNORECASE)
"""Ukrainian and mixed spellings, and a former name of Astana that is an oblast's name today."""
MATCHED = ("exact_in_district", "exact_unique_in_oblast", "exact_unique_in_oblast_near_district", "exact_near_siblings",
           "city_name+oblast", "polygon_centroid", "polygon_centroid_old_boundary")  # fmt: skip


def bare(name: str) -> str:
    """Return a name without its type words."""
    short = TYPE_WORDS.sub("", name.strip()).strip()
    return short or name.strip()


def other_names(path: Path) -> dict[str, list[str]]:
    """Return the trustworthy Cyrillic spellings by KATO code."""
    names: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["script"] == "cyrl" and row["match_method"] in MATCHED and not UNFIT.search(row["alias"]):
                names[row["kato"]].append(bare(row["alias"]))
    for code, name in in_use():
        names[code].append(name)
    return names


def in_use() -> list[tuple[str, str]]:
    """Return the codes and names of the project's own table."""
    rows = DISTRICT_NAMES.read_text(encoding="utf-8").splitlines()
    kept = [row.split("\t") for row in rows if not row.startswith("#")]
    return [(code, name) for code, name in kept[1:]]


def line(row: dict[str, str], spellings: list[str]) -> str:
    """Return the row of one object."""
    kk, ru = bare(row["name_kk"]), bare(row["name_ru"])
    known = {skeleton(kk), skeleton(ru)}
    aliases = sorted({name for name in spellings if skeleton(name) not in known})
    keys = sorted(known | {skeleton(name) for name in aliases})
    matched = row["coord_method"] in MATCHED and not row["coord_flag"]
    place = (f"{float(row['lat']):.5f}", f"{float(row['lon']):.5f}") if matched else ("", "")
    ids = (row["geonames_id"] if matched else "", row["wikidata"])
    cells = (row["code"], LETTERS.get(row["level"], "g"), "|".join(keys), kk, "" if ru == kk else ru)
    return "\t".join((*cells, "|".join(aliases), *place, *ids))


def main(kato: str, aliases: str) -> None:
    """Print the table."""
    spellings = other_names(Path(aliases))
    print(HEADER)
    with Path(kato).open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["code"]):
            print(line(row, spellings.get(row["code"], [])))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_gazetteer.py KATO.csv ALIASES.csv")
    main(sys.argv[1], sys.argv[2])
