"""Statements, links and articles → N-Quads text, written directly and always in the same order.

The form is that of ``docs/rdf-form.md``. Nothing here reads a clock, and no node is blank.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kzhealthkg.emit import articles as article_form
from kzhealthkg.emit import concepts, projects, statements, terms
from kzhealthkg.emit.records import link_lines, names, record_line, review_lines
from kzhealthkg.emit.things import TYPE, Things
from kzhealthkg.messages import Said
from kzhealthkg.model import Article, Entity, Link, Problem, Statement

__all__ = ["link_lines", "names", "nquads", "record_line", "review_lines", "statement_iri", "unlinked"]

_JUDGED: Final = "Unsure"
Links = Mapping[tuple[int, str, str], Link]


def nquads(
    articles: Sequence[Article],
    said: Sequence[Statement],
    entities: Iterable[Entity],
    links: Iterable[Link],
    faults: list[Problem] | None = None,
) -> Iterator[str]:
    """Yield the lines of the graph, sorted by graph and then by line, the default graph last.

    ``Link.statement`` counts in ``said``. A statement whose slot does not fit is left out and told in ``faults``.
    """
    faults = [] if faults is None else faults
    things = Things(entities)
    resolved = {(link.statement, link.slot, link.name): link for link in links}
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(said):
        by_article[statement.article].append(number)
    named: set[str] = set()
    for article in sorted(articles, key=lambda article: article.id):
        lines = _article(article, [(n, said[n]) for n in by_article[article.id]], things, resolved, faults)
        named.update(line.rpartition(" ")[2] for line in lines)
        graph = terms.node("graph", article.id)
        yield from (f"{line} {graph} .\n" for line in sorted(lines))
    yield from (f"{line} .\n" for line in sorted(_default(articles, said, named)))


def statement_iri(statement: Statement) -> str:
    """Return the IRI of a statement."""
    return terms.thing(statements.statement_id(statement))[1:-1]


def _article(
    article: Article, said: Sequence[tuple[int, Statement]], things: Things, links: Links, faults: list[Problem]
) -> set[str]:
    """Return the triples of one article's graph."""
    digest, ends = article_form.text_hash(article), article_form.breaks(article.text)
    region = things.region(article.region) if article.region else ""
    publisher = things.publisher(article.publisher, article.language) if article.publisher else ""
    lines = set(article_form.triples(article, digest, region, publisher))
    spoken_of = {region, publisher}
    for number, statement in said:
        resolve = _Resolver(number, statement, links, things)
        try:
            lines.update(_said(statement, resolve, things))
        except ValueError as error:
            what = getattr(error, "line", str(error))
            faults.append(Problem(article.id, what, Said("emit.mend", rule=statement.rule), fatal=False))
            continue
        lines.update(statements.evidence(statement, digest, article_form.line_and_column(ends, statement.start)))
        lines.update(line for link in resolve.met if link.outcome == _JUDGED for line in _judgement(link))
        spoken_of |= resolve.spoken_of
    for local in things.closure(spoken_of):
        lines.update(things.triples(local))
    return lines


def _said(statement: Statement, resolve: _Resolver, things: Things) -> list[str]:
    """Return the triples of a statement, of what follows from it and of the project that it tells of."""
    return [
        *statements.triples(statement, resolve),
        *(line for link in resolve.inferred() for line in _inferred(statement, link)),
        *projects.triples(statement, things.get(_facility(statement, resolve))),
    ]


def _facility(statement: Statement, resolve: _Resolver) -> str:
    """Return the id of the facility of a statement, named or not, "" where there is none."""
    name = statement.slots.get("facility")
    return resolve("facility", name if isinstance(name, str) else "")


class _Resolver:
    """Answers which thing a slot of one statement names, and remembers what was asked for."""

    def __init__(self, number: int, statement: Statement, links: Links, things: Things) -> None:
        self._number, self._statement, self._links, self._things = number, statement, links, things
        self.met: list[Link] = []
        self.spoken_of: set[str] = set()

    def __call__(self, slot: str, name: str) -> str:
        link = self._links.get((self._number, slot, name))
        local = link.entity if link else ""
        if slot == "region" and not local:
            local = self._things.region(name)
        if local:
            self.spoken_of.add(local)
            self.met += [link] if link else []
        return local

    def inferred(self) -> list[Link]:
        """Return the links of the statement that say who held an office it names; the persons become spoken of."""
        held = [self._links.get((self._number, "officeHolder", name)) for _, name in names(self._statement)]
        found = [link for link in held if link]
        self.spoken_of.update(link.entity for link in found)
        return found


def _inferred(statement: Statement, link: Link) -> Iterator[str]:
    """Yield who held the office that a statement names, which the article does not say, and how that is known."""
    subject = terms.thing(statements.statement_id(statement))
    yield f"{subject} {terms.term('officeHolder')} {terms.thing(link.entity)}"
    yield from (f"{subject} {terms.term('inference')} {terms.string(reason)}" for reason in link.reasons)


def _judgement(link: Link) -> Iterator[str]:
    """Yield how a doubtful link was judged."""
    local = f"judgement/{terms.digest(link.entity, link.outcome, *link.candidates, *link.reasons)}"
    subject = terms.thing(local)
    yield f"{subject} {TYPE} {terms.term('Judgement')}"
    yield f"{subject} {terms.term('about')} {terms.thing(link.entity)}"
    yield f"{subject} {terms.term('outcome')} {terms.string(link.outcome)}"
    yield from (f"{subject} {terms.term('candidate')} {terms.thing(candidate)}" for candidate in link.candidates)
    yield from (f"{subject} {terms.term('reason')} {terms.string(reason)}" for reason in link.reasons)


def _default(articles: Sequence[Article], said: Sequence[Statement], named: Iterable[str]) -> set[str]:
    """Return what only the default graph says: the dataset, the build, and the concepts that were used."""
    rules = {statement.rule for statement in said if statement.rule}
    return {*article_form.build(articles, rules), *concepts.triples(concepts.used(named))}


def unlinked(said: Sequence[Statement], links: Iterable[Link]) -> list[Problem]:
    """Return a problem for every name in a slot of a statement that was linked to no thing."""
    known = {(link.statement, link.slot, link.name) for link in links if link.entity}
    return [
        Problem(statement.article, Said("emit.unlinked", slot=slot, name=name, kind=statement.kind), fatal=False)
        for number, statement in enumerate(said)
        for slot, name in names(statement)
        if slot != "region" and (number, slot, name) not in known
    ]
