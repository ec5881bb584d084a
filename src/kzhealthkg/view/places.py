"""The gazetteer as a SKOS scheme: one concept an object of KATO."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from kzhealthkg import gazetteer, lexicon, vocab
from kzhealthkg.gazetteer import Place

EDITION: Final = "2026-07-17"
SCHEME: Final = f"<{vocab.VOCAB}kato>"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_SCHEMA: Final = "https://schema.org/"
_DECIMAL: Final = "http://www.w3.org/2001/XMLSchema#decimal"
_TITLES: Final = {
    "kk": "Әкімшілік-аумақтық объектілер жіктеуіші (ӘАОЖ)",
    "ru": "Классификатор административно-территориальных объектов (КАТО)",
    "en": "Classifier of administrative-territorial objects of Kazakhstan (KATO)",
}
_SOURCE: Final = (
    "KATO (NK RK 11), Bureau of National Statistics; compiled by siaarzh/kz-tax-rates (MIT). Coordinates and other names: "
    "GeoNames (CC BY 4.0) through Who's On First. Wikidata ids: CC0."
)


def ntriples() -> str:
    """Return the scheme with all its concepts as N-Triples, in the order of the codes."""
    lines = [*_scheme(), *(line for code in gazetteer.codes() for line in _concept(code))]
    return "".join(f"{line} .\n" for line in lines)


def _scheme() -> Iterator[str]:
    yield f"{SCHEME} {_TYPE} <{_SKOS}ConceptScheme>"
    yield from (f"{SCHEME} <{_SKOS}prefLabel> {_text(text)}@{language}" for language, text in _TITLES.items())
    yield f"{SCHEME} <http://www.w3.org/2002/07/owl#versionInfo> {_text(EDITION)}"
    yield f"{SCHEME} <{_DCTERMS}source> {_text(_SOURCE)}@en"
    yield f"{SCHEME} <{_DCTERMS}license> <https://creativecommons.org/licenses/by/4.0/>"


def _concept(code: str) -> Iterator[str]:
    place = gazetteer.get(code)
    if place is None:
        return
    subject = _iri(code)
    yield f"{subject} {_TYPE} <{_SKOS}Concept>"
    yield f"{subject} <{_SKOS}inScheme> {SCHEME}"
    yield f"{subject} <{_SKOS}notation> {_text(code)}^^<{vocab.VOCAB}kato/code>"
    yield f"{subject} <{_SKOS}prefLabel> {_text(place.kk)}@kk"
    yield f"{subject} <{_SKOS}prefLabel> {_text(place.ru)}@ru"
    yield f"{subject} <{_DCTERMS}type> {_text(place.level)}"
    above = gazetteer.parent(code)
    yield f"{subject} <{_SKOS}broader> {_iri(above)}" if above else f"{subject} <{_SKOS}topConceptOf> {SCHEME}"
    yield from (f"{subject} {pair}" for pair in (*_other_names(place), *_matches(place), *_where(place)))


def _other_names(place: Place) -> Iterator[str]:
    """Yield other spellings, and for a region its abbreviations and former names."""
    short = (row["alias"] for row in lexicon.table("region_aliases") if row["iso"] == _region(place))
    names = {*place.aliases, *short} - {place.kk, place.ru}
    yield from (f"<{_SKOS}altLabel> {_text(name)}" for name in sorted(names))


def _region(place: Place) -> str:
    """Return the ISO code of a place that is a region itself, else a word that no region has."""
    iso = gazetteer.region(place.code)
    return iso if iso and gazetteer.regions()[iso].kato == place.code else "-"


def _matches(place: Place) -> Iterator[str]:
    wikidata = place.wikidata or (gazetteer.regions()[_region(place)].wikidata if _region(place) != "-" else "")
    if wikidata:
        yield f"<{_SKOS}exactMatch> <http://www.wikidata.org/entity/{wikidata}>"
    if place.geonames:
        yield f"<{_SKOS}exactMatch> <https://sws.geonames.org/{place.geonames}/>"
    if _region(place) != "-":
        yield f"<{_SKOS}notation> {_text(_region(place))}^^<{vocab.VOCAB}iso-3166-2/code>"


def _where(place: Place) -> Iterator[str]:
    """Yield the coordinates, in degrees, of a place that was matched itself."""
    if place.latitude and place.longitude:
        for name, degrees in (("latitude", place.latitude), ("longitude", place.longitude)):
            yield f'<{_SCHEMA}{name}> "{vocab.decimal_text(degrees)}"^^<{_DECIMAL}>'


def _iri(code: str) -> str:
    return f"<{vocab.VOCAB}kato/{code}>"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
