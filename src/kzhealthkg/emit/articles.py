"""An article, and the build that read it, as triples."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from kzhealthkg import vocab
from kzhealthkg.emit import terms
from kzhealthkg.emit.statements import ACTIVITY, PROV
from kzhealthkg.emit.things import LABEL, TYPE
from kzhealthkg.model import Article

_DCTERMS: Final = "http://purl.org/dc/terms/"
_VOID: Final = "http://rdfs.org/ns/void#"
_DCAT: Final = "http://www.w3.org/ns/dcat#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SOFTWARE: Final = f"software/kzhealthkg-{vocab.VERSION}"
_BREAK: Final = re.compile("\n")
_TITLES: Final = {
    "kk": "Қазақстан денсаулық сақтау жүйесінің білім графы",
    "ru": "Граф знаний системы здравоохранения Казахстана",
    "en": "Knowledge graph of Kazakhstan's health system",
}


def text_hash(article: Article) -> str:
    """Return the SHA-256 of the stored text in UTF-8, in hexadecimal."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def breaks(text: str) -> list[int]:
    """Return the offsets of the line ends of a text: every "\\n", so that "\\r\\n" counts once."""
    return [found.start() for found in _BREAK.finditer(text)]


def line_and_column(ends: Sequence[int], offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both from 1, by the line ends of its text.

    >>> line_and_column(breaks("ab\\nc"), 1), line_and_column(breaks("ab\\nc"), 3)
    ((1, 2), (2, 1))
    """
    above = bisect_left(ends, offset)
    return above + 1, offset - (ends[above - 1] if above else -1)


def triples(article: Article, digest: str, region: str, publisher: str) -> Iterator[str]:
    """Yield what an article says of itself; ``region`` and ``publisher`` are ids of things, or empty."""
    subject = terms.node("article", article.id)
    yield f"{subject} {TYPE} {terms.term('Article')}"
    yield f"{subject} {LABEL} {terms.label(article.title or article.id, article.language)}"
    values = {
        "articleId": terms.string(article.id),
        "language": terms.string(article.language),
        "published": terms.day(article.date) if article.date and is_day(article.date) else "",
        "publisher": terms.thing(publisher) if publisher else "",
        "url": terms.address(article.url) if article.url else "",
        "region": terms.thing(region) if region else "",
        "textHash": terms.string(digest),
        "textLength": terms.integer(len(article.text)),
    }
    yield from (f"{subject} {terms.term(name)} {value}" for name, value in values.items() if value)


def is_day(value: str) -> bool:
    """Say whether ``value`` is an ISO day."""
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def build(articles: Sequence[Article], rules: Iterable[str]) -> Iterator[str]:
    """Yield the dataset, the activity with its version, rules and articles, and the graphs it made."""
    yield from _dataset(max((a.date for a in articles if a.date and is_day(a.date)), default=""))
    activity, software = terms.thing(ACTIVITY), terms.thing(_SOFTWARE)
    yield f"{activity} {TYPE} <{PROV}Activity>"
    yield f"{activity} {LABEL} {terms.label(f'build {vocab.VERSION}', 'en')}"
    yield f"{activity} <{PROV}wasAssociatedWith> {software}"
    yield f"{software} {TYPE} <{PROV}SoftwareAgent>"
    yield f"{software} {LABEL} {terms.label(f'kzhealthkg {vocab.VERSION}', 'en')}"
    yield f"{software} <{_OWL}versionInfo> {terms.string(vocab.VERSION)}"
    yield from (line for rule in rules for line in _rule(activity, rule))
    yield from (line for article in articles for line in _used(activity, article.id))


def _dataset(modified: str) -> Iterator[str]:
    dataset = terms.thing("dataset")
    yield f"{dataset} {TYPE} <{_DCAT}Dataset>"
    yield f"{dataset} {TYPE} <{_VOID}Dataset>"
    yield from (f"{dataset} <{_DCTERMS}title> {terms.label(text, tag)}" for tag, text in _TITLES.items())
    yield f"{dataset} <{_DCTERMS}license> <https://creativecommons.org/licenses/by/4.0/>"
    if modified:
        yield f"{dataset} <{_DCTERMS}modified> {terms.day(modified)}"
    yield f"{dataset} <{_OWL}versionInfo> {terms.string(vocab.VERSION)}"
    yield f"{dataset} <{_VOID}uriSpace> {terms.string(vocab.THINGS)}"
    yield f"{dataset} <{_VOID}vocabulary> <{vocab.ONTOLOGY.removesuffix('#')}>"
    yield f"{dataset} <{PROV}wasGeneratedBy> {terms.thing(ACTIVITY)}"


def _rule(activity: str, rule: str) -> Iterator[str]:
    plan = terms.node("rule", rule)
    yield f"{activity} <{PROV}used> {plan}"
    yield f"{plan} {TYPE} <{PROV}Plan>"
    yield f"{plan} {LABEL} {terms.label(rule, 'en')}"


def _used(activity: str, article: str) -> Iterator[str]:
    graph, source = terms.node("graph", article), terms.node("article", article)
    yield f"{activity} <{PROV}used> {source}"
    yield f"{graph} {TYPE} <{PROV}Entity>"
    yield f"{graph} <{PROV}wasDerivedFrom> {source}"
    yield f"{graph} <{PROV}wasGeneratedBy> {activity}"
