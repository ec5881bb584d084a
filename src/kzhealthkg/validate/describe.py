"""Findings made readable: what the node is called, the article it belongs to, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kzhealthkg import vocab
from kzhealthkg.validate.report import Finding, Spot
from kzhealthkg.validate.written import written

if TYPE_CHECKING:
    import pyoxigraph as ox

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_SOURCE: Final = "http://www.w3.org/ns/oa#hasSource"
_ARTICLE, _EVIDENCE, _EXACT, _ID = (vocab.ONTOLOGY + name for name in ("article", "evidence", "exact", "articleId"))
_START, _LINE, _COLUMN = (vocab.ONTOLOGY + name for name in ("start", "line", "column"))
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Words of an article: its IRI, where they stand in it, and the words."""

    article: str
    said: Spot
    sentence: str

    @property
    def order(self) -> tuple[str, int, int, int, str]:
        return self.article, self.said.offset or 0, self.said.line, self.said.column, self.sentence


def described(findings: Iterable[Finding], store: ox.Store) -> Iterator[Finding]:
    """Yield the findings with label and article of their nodes, and with the words that these rest on.

    A statement rests on its evidence, a thing on the first statement that speaks of it.
    """
    facts = _Facts(store)
    for finding in findings:
        article = finding.article or facts.article(finding.focus)
        found = facts.evidence(finding.focus, article)
        said = found.said if found else Spot(facts.article_id(article))
        label = finding.label or facts.label(finding.focus)
        words = found.sentence if found else ""
        yield replace(finding, label=label, article=article, said=said if said.name else None, sentence=words)


def placed(findings: Iterable[Finding], files: Iterable[Path]) -> Iterator[Finding]:
    """Yield the findings with the place in the RDF files where their node is described."""
    found = list(findings)
    spots = written({finding.focus for finding in found}, files)
    yield from (replace(finding, written=spots.get(finding.focus)) for finding in found)


class _Facts:
    """What the graph says of single nodes; each is looked up once."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self.label = cache(self._label)
        self.article_id = cache(self._article_id)
        self.evidence = cache(self._found)

    def _values(self, node: str, name: str) -> Iterator[str]:
        import pyoxigraph as ox

        term = _term(node)
        if not isinstance(term, ox.Literal):
            for quad in self._store.quads_for_pattern(term, ox.NamedNode(name), None, ox.DefaultGraph()):
                yield _name(quad.object)

    def _first(self, node: str, *properties: str) -> str:
        """Follow the properties from the node, each time to the smallest value; "" where one is missing."""
        for name in properties:
            node = min(self._values(node, name), default="") if node else ""
        return node

    def _label(self, node: str) -> str:
        quote = self._first(node, _EVIDENCE, _EXACT) or self._first(node, _EXACT)
        kind = self._first(node, _TYPE).removeprefix(vocab.ONTOLOGY)
        if quote:
            return f"{kind} «{quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + '…'}»"
        return self._first(node, _LABEL) or node.removeprefix(vocab.THINGS)

    def article(self, node: str) -> str:
        """Return the IRI of the article that a node belongs to, "" for none."""
        own = self._first(node, _ARTICLE) or self._first(node, _SOURCE)
        return own or (node if self._first(node, _TYPE) == vocab.ONTOLOGY + "Article" else "")

    def _article_id(self, article: str) -> str:
        return self._first(article, _ID) or article.removeprefix(vocab.THINGS + "article/")

    def _found(self, node: str, article: str) -> _Evidence | None:
        """Return the words that a node rests on, those of ``article`` before others."""
        found = [self._read(evidence, article) for evidence in self._evidences(node)] if node != article else []
        return min(found, key=lambda each: (each.article != article, each.order), default=None)

    def _evidences(self, node: str) -> set[str]:
        """Return the evidence of a node, or else of the statements that speak of it."""
        own = {node} if self._first(node, _EXACT) else set(self._values(node, _EVIDENCE))
        return own or {evidence for user in self._users(node) for evidence in self._of_user(user)}

    def _of_user(self, user: str) -> Iterable[str]:
        return {user} if self._first(user, _EXACT) else self._values(user, _EVIDENCE)

    def _users(self, node: str) -> set[str]:
        import pyoxigraph as ox

        return {_name(q.subject) for q in self._store.quads_for_pattern(None, None, _term(node), ox.DefaultGraph())}

    def _read(self, evidence: str, article: str) -> _Evidence:
        """Return one evidence; one that names no source is taken to be of the article."""
        source = self._first(evidence, _SOURCE) or article
        start, line, column = (_number(self._first(evidence, name)) for name in (_START, _LINE, _COLUMN))
        said = Spot(self.article_id(source), line or 0, column or 0, start)
        return _Evidence(source, said, self._first(evidence, _EXACT))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _name(term: object) -> str:
    """Return an IRI, a literal's text, or "_:" and the label of a nameless node."""
    return str(term) if str(term).startswith("_:") else str(getattr(term, "value", term))


def _term(node: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return what a finding is about; shapes may also judge a literal (sh:targetNode)."""
    import pyoxigraph as ox

    try:
        return ox.BlankNode(node[2:]) if node.startswith("_:") else ox.NamedNode(node)
    except ValueError:
        return ox.Literal(node)
