"""Findings made readable: what the node is called, and which article it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kzhealthkg import vocab
from kzhealthkg.validate.report import Finding

if TYPE_CHECKING:
    import pyoxigraph as ox

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_SOURCE: Final = "http://www.w3.org/ns/oa#hasSource"
_ARTICLE, _EVIDENCE, _EXACT = (vocab.ONTOLOGY + name for name in ("article", "evidence", "exact"))
_WANTED: Final = frozenset({_TYPE, _LABEL, _SOURCE, _ARTICLE, _EVIDENCE, _EXACT})
_LONGEST: Final = 60

Facts = dict[tuple[str, str], list[str]]


def described(findings: Iterable[Finding], triples: Iterable[ox.Triple]) -> Iterator[Finding]:
    """Yield the findings with the label and the article of their nodes."""
    facts: Facts = defaultdict(list)
    for triple in triples:
        if triple.predicate.value in _WANTED:
            facts[_value(triple.subject), triple.predicate.value].append(_value(triple.object))
    for finding in findings:
        label = finding.label or _label(facts, finding.focus)
        yield replace(finding, label=label, article=finding.article or _article(facts, finding.focus))


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _first(facts: Facts, node: str, *properties: str) -> str:
    """Follow the properties from the node, each time to the smallest value; "" where one is missing."""
    for name in properties:
        node = min(facts.get((node, name), ()), default="")
    return node


def _label(facts: Facts, node: str) -> str:
    quote = _first(facts, node, _EVIDENCE, _EXACT) or _first(facts, node, _EXACT)
    kind = _first(facts, node, _TYPE).removeprefix(vocab.ONTOLOGY)
    if quote:
        return f"{kind} «{quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + '…'}»"
    return _first(facts, node, _LABEL) or node.removeprefix(vocab.THINGS)


def _article(facts: Facts, node: str) -> str:
    own = _first(facts, node, _ARTICLE) or _first(facts, node, _SOURCE)
    return own or (node if _first(facts, node, _TYPE) == vocab.ONTOLOGY + "Article" else "")
