"""The project's own files: their texts, what the Turtle says, and which terms it declares."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kzhealthkg import resources, vocab
from kzhealthkg.messages import LANGUAGES, told
from kzhealthkg.validate.data import DataError, parse
from kzhealthkg.validate.report import Finding, Spot
from kzhealthkg.validate.rules import own_rules, own_texts

if TYPE_CHECKING:
    import pyoxigraph as ox

SHAPES: Final = vocab.BASE + "shapes#"
TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_TERMS: Final = {
    *(OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty")),
    *(SKOS + name for name in ("Concept", "ConceptScheme")),
}
Facts = dict[str, dict[str, list[Any]]]


class Project:
    """The files below ``root``, and the Python below ``code``."""

    def __init__(self, root: Path, code: Path) -> None:
        self.root = root
        self.code = code
        self.text = cache(self._text)

    @classmethod
    def at(cls, root: Path | None = None) -> Project:
        """Return the project below a folder, else the one that is running."""
        source = root / "src" / "kzhealthkg" if root else None
        return cls(root or resources.root(), source if source and source.is_dir() else Path(__file__).parents[2])

    def files(self, *patterns: str) -> list[Path]:
        """Return the files below the root that have one of the patterns, sorted."""
        return sorted({file for pattern in patterns for file in self.root.glob(pattern)})

    @cached_property
    def turtle(self) -> list[Path]:
        """The files that declare: ontology and shapes, and last what only says how terms stand to others."""
        return sorted(self.files("ontology/**/*.ttl", "shapes/*.ttl"), key=lambda file: file.stem == "alignments")

    @cached_property
    def queries(self) -> list[Path]:
        """The questions and the checks."""
        return self.files("queries/**/*.rq")

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The names of the files of shapes, with which the names of their shapes begin."""
        return tuple(file.stem for file in self.files("shapes/*.ttl"))

    @cached_property
    def tests(self) -> bool:
        """Whether the cases are here."""
        return (self.root / "tests" / "shapes").is_dir()

    @cached_property
    def _parsed(self) -> dict[Path, list[ox.Quad] | str]:
        return {file: _parsed(file) for file in self.turtle}

    @property
    def broken(self) -> dict[Path, str]:
        """What is wrong with the Turtle that does not parse, by file: "line:column: reason"."""
        return {file: quads for file, quads in self._parsed.items() if isinstance(quads, str)}

    @property
    def triples(self) -> int:
        """How many triples ontology and shapes have."""
        return sum(len(quads) for quads in self._parsed.values() if not isinstance(quads, str))

    @cached_property
    def facts(self) -> Facts:
        """What ontology and shapes say of each IRI, by property."""
        found: Facts = defaultdict(lambda: defaultdict(list))
        for quads in self._parsed.values():
            for quad in quads if not isinstance(quads, str) else ():
                found[getattr(quad.subject, "value", "")][quad.predicate.value].append(quad.object)
        return found

    @cached_property
    def terms(self) -> dict[str, str]:
        """The declared terms of the project's namespaces, with the local name of what they are."""
        found = {
            node: next((kind for kind in map(_value, facts.get(TYPE, ())) if kind in _TERMS), "")
            for node, facts in self.facts.items()
            if node.startswith((vocab.ONTOLOGY, vocab.VOCAB))
        }
        return {node: kind.rpartition("#")[2] for node, kind in found.items() if kind}

    @cached_property
    def declared(self) -> frozenset[str]:
        """The IRIs of all terms and shapes."""
        return frozenset([*self.terms, *(node for node in self.facts if node.startswith(SHAPES))])

    def spot(self, file: Path, offset: int = 0) -> Spot:
        """Return where a character of a file stands."""
        return Spot(str(file), self.text(file).count("\n", 0, offset) + 1)

    def name(self, file: Path) -> str:
        """Return the path of a file below the root, else below the code."""
        return file.relative_to(self.root if file.is_relative_to(self.root) else self.code).as_posix()

    def finding(self, rule: str, about: Path | str, where: Spot | None = None, **values: object) -> Finding:
        """Return a finding of a rule about a file or an IRI, with ``values`` in its message and mend."""
        severity = next(one.severity for one in own_rules() if one.name == rule)
        focus = about if isinstance(about, str) else vocab.BASE + self.name(about)
        texts = {
            what: {lang: own_texts()[rule, what][lang].format(**told(values, lang)) for lang in LANGUAGES}
            for what in ("message", "mend")
        }
        if not where and isinstance(about, Path):
            where = Spot(str(about), 1)
        return Finding(severity, "project", rule, focus, messages=texts["message"], mends=texts["mend"], written=where)

    def _text(self, file: Path) -> str:
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def matches(self, file: Path, pattern: str) -> Iterator[tuple[str, Spot]]:
        """Yield the first group of each match of a pattern in a file, and where it stands."""
        for found in re.finditer(pattern, self.text(file), re.MULTILINE):
            yield found[1], self.spot(file, found.start(1))


def _parsed(file: Path) -> list[ox.Quad] | str:
    try:
        return parse(file)
    except DataError as error:
        why = error.line.values
        return f"{why.get('line', 1)}:{why.get('column', 1)}: {why['reason']}"


def _value(term: Any) -> str:
    return str(getattr(term, "value", ""))
