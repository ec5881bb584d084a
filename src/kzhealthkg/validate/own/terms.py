"""The terms: labels and definitions in three languages, and none that is used undeclared or declared unused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from kzhealthkg import vocab
from kzhealthkg.messages import LANGUAGES
from kzhealthkg.prefixes import full, short
from kzhealthkg.validate.own import code
from kzhealthkg.validate.own.files import PREFIX
from kzhealthkg.validate.own.project import SHAPES, SKOS, Project
from kzhealthkg.validate.report import Finding, Spot

LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_ABOVE: Final = tuple(f"http://www.w3.org/2000/01/rdf-schema#{name}" for name in ("subClassOf", "domain", "range"))
DEFINITION: Final = SKOS + "definition"
_MESSAGE: Final = "http://www.w3.org/ns/shacl#message"
_OURS: Final = (vocab.ONTOLOGY, vocab.VOCAB, SHAPES)
_KAZAKH: Final = "[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"
_WRONG: Final = {"en": "[А-Яа-яЁё]|" + _KAZAKH, "ru": _KAZAKH}
_QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|^#.*$', re.MULTILINE)
_NAME: Final = re.compile(r"<([^>\s]*)>|(?<![\w?:<-])([\w-]+):([\w-]+)")
_SAID: Final = re.compile(r"\bkzh:[A-Za-z]\w*")
"""A term that a comment or a text for people names."""


def findings(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the terms of ontology, shapes and queries."""
    for term in project.terms:
        yield from texts(project, term)
    for shape, facts in project.facts.items():
        yield from _scripts(project, shape, facts.get(_MESSAGE, ()))
    uses = {file: list(used(project, file)) for file in (*project.turtle, *project.queries)}
    for file, names in uses.items():
        yield from undeclared(project, file, names)
    yield from _unused(project, uses)


def texts(project: Project, term: str) -> Iterator[Finding]:
    """Yield what is wrong with the label and the definition of a term."""
    facts, kind = project.facts[term], project.terms[term]
    labels = facts.get(SKOS + "prefLabel" if kind.startswith("Concept") else LABEL, [])
    definitions = facts.get(DEFINITION, [])
    asked = (("own-label", labels), ("own-definition", definitions))
    for rule, found in asked[: 1 if kind == "ConceptScheme" else 2]:
        languages = sorted(str(getattr(text, "language", "")) for text in found)
        if languages != sorted(LANGUAGES):
            yield project.finding(rule, term, found=", ".join(languages) or "—")
    yield from _scripts(project, term, (*labels, *definitions))


def _scripts(project: Project, about: str, found: Iterable[Any]) -> Iterator[Finding]:
    for text in found:
        if _in_another_script(text):
            yield project.finding("own-script", about, text=text.value, language=text.language)


def _in_another_script(text: Any) -> bool:
    return bool(re.search(_WRONG.get(getattr(text, "language", ""), r"(?!)"), text.value))


def used(project: Project, file: Path) -> Iterator[tuple[str, Spot]]:
    """Yield the IRIs of the project's terms that a Turtle or SPARQL file uses, and where."""
    whole = project.text(file)
    declared = dict(re.findall(PREFIX, whole, re.MULTILINE))
    bare = _QUOTED.sub(lambda found: " " * len(found[0]), whole)
    bare = re.sub(PREFIX, lambda found: " " * len(found[0]), bare, flags=re.MULTILINE)
    for found in _NAME.finditer(bare):
        iri = found[1] if found[2] is None else declared.get(found[2], "") + found[3]
        if iri.startswith(_OURS) and iri not in _OURS:
            yield iri, project.spot(file, found.start())
    for found in _SAID.finditer(whole):
        if bare[found.start()] == " ":
            yield full(found[0]), project.spot(file, found.start())


def undeclared(project: Project, file: Path, names: Iterable[tuple[str, Spot]]) -> Iterator[Finding]:
    """Yield the terms that a file uses and nobody declares, each where it stands first."""
    first: dict[str, Spot] = {}
    for iri, where in names:
        if iri not in project.declared:
            first.setdefault(iri, where)
    for iri, where in first.items():
        yield project.finding("own-term", iri, where, term=short(iri), file=file)


def _unused(project: Project, uses: dict[Path, list[tuple[str, Spot]]]) -> Iterator[Finding]:
    """Yield the classes and properties that nothing names but their own description."""
    ontology = project.root / "ontology"
    named = {iri for file, names in uses.items() if not file.is_relative_to(ontology) for iri, _ in names}
    named |= {iri for iri, _, _ in code.named(project)} | code.vocabulary()
    named |= {term.value for facts in project.facts.values() for name in _ABOVE for term in facts.get(name, ())}
    for term, kind in project.terms.items():
        if term not in named and not kind.startswith("Concept"):
            yield project.finding("own-term-unused", term, term=short(term))
