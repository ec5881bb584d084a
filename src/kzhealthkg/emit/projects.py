"""Works of one kind on one facility are one project, whichever articles speak of them."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import vocab
from kzhealthkg.emit import concepts, terms
from kzhealthkg.emit.statements import statement_id
from kzhealthkg.emit.things import LABEL, TYPE
from kzhealthkg.model import Entity, Statement


def triples(statement: Statement, facility: Entity | None) -> Iterator[str]:
    """Yield the project of a statement and what it is; nothing where the statement is no works on one facility.

    The facility and the work type alone decide the id, so another article changes no project.
    """
    work = str(statement.slots.get("workType") or "")
    if statement.kind != "Works" or facility is None or work not in vocab.WORK_TYPE:
        return
    project = terms.thing(f"project/{terms.digest(facility.id, work)}")
    yield f"{terms.thing(statement_id(statement))} {terms.term('partOfProject')} {project}"
    yield f"{project} {TYPE} {terms.term('Project')}"
    yield f"{project} {terms.term('facility')} {terms.thing(facility.id)}"
    yield f"{project} {terms.term('workType')} {terms.concept(vocab.CONCEPT_SLOTS['workType'], work)}"
    named = concepts.labels(vocab.CONCEPT_SLOTS["workType"], work)
    for language, label in facility.labels.items():
        yield f"{project} {LABEL} {terms.label(f'{label}: {named[language]}', language)}"
