"""Stored questions: what each asks, which parameters it takes, and its rows from any store.

A question is one file of ``queries/``. Its head says what it asks and what can be given:

    #+ question-en: Where does the money come from?
    #+ param: region thing:region Only this region, for example KZ-15.

A parameter's default stands in the query itself, on a line of its own such as ``VALUES ?region { UNDEF }``;
a given value takes the place of what is in the braces. So every file runs as it is, in any SPARQL tool,
and a value can never be more than one term.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from kzhealthkg import lexicon, resources, vocab
from kzhealthkg.messages import Said, SaidError, reason
from kzhealthkg.model import Rows

_HEAD: Final = re.compile(r"#\+ ([a-z-]+): *(.*)")
_VALUES: Final = r"(?m)^(\s*VALUES \?{name} \{{ )(.*)( \}}\s*)$"
_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\x7f\ud800-\udfff]+')
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"


class QueryError(SaidError):
    """A question, a parameter or a value that does not exist, in one line that lists what does."""


class Askable(Protocol):
    """A store that answers SELECT queries."""

    def select(self, sparql: str) -> Rows:
        """Return the rows of a query."""
        ...


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be given to a question; ``default`` is a SPARQL term, or UNDEF for none."""

    name: str
    type: str
    default: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its name, what it asks in kk, ru and en, its parameters and its SPARQL."""

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str


def names() -> tuple[str, ...]:
    """Return the names of all stored questions, sorted."""
    return tuple(sorted(file.stem for file in resources.path("queries").glob("*.rq")))


def question(name: str) -> Question:
    """Return a stored question; QueryError lists the names there are."""
    if name not in names():
        raise QueryError("query.unknown", name=name, names=", ".join(names()))
    return read(resources.path("queries", f"{name}.rq"))


def read(file: Path) -> Question:
    """Return the question in a file of one's own; QueryError says what its head or its text lacks."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else Said("file.encoding")
        raise QueryError("query.unread", file=file, reason=why) from None
    head = [(found[1], found[2].strip()) for line in text.splitlines() if (found := _HEAD.fullmatch(line))]
    titles = {key.removeprefix("question-"): value for key, value in head if key.startswith("question-")}
    parameters = tuple(_parameter(file, value, text) for key, value in head if key == "param")
    return Question(file.stem, titles, parameters, text)


def _parameter(file: Path, line: str, text: str) -> Parameter:
    name, type_, description = [*line.split(None, 2), "", "", ""][:3]
    found = re.search(_VALUES.format(name=re.escape(name)), text)
    if not type_ or not found:
        raise QueryError("query.head", file=file, name=name)
    return Parameter(name, type_, found[2].strip(), description)


def bind(asked: Question, given: Mapping[str, str]) -> str:
    """Return the SPARQL of a question with the values given; QueryError names a value that does not fit."""
    known = {parameter.name: parameter for parameter in asked.parameters}
    sparql = asked.sparql
    for name, value in given.items():
        if name not in known:
            names = ", ".join(known) or Said("query.none")
            raise QueryError("query.noparameter", question=asked.name, name=name, names=names)
        term = _term(asked.name, known[name], str(value))
        sparql = _replace(sparql, name, term)
    return sparql


def _replace(sparql: str, name: str, term: str) -> str:
    """Return the query with ``term`` in the braces of every VALUES line of a parameter."""
    return re.sub(_VALUES.format(name=re.escape(name)), lambda found: f"{found[1]}{term}{found[3]}", sparql)


def run(store: Askable, asked: Question | str, given: Mapping[str, str] | None = None) -> Rows:
    """Return the rows of a question; everything not given keeps its default."""
    asked = question(asked) if isinstance(asked, str) else asked
    return store.select(bind(asked, given or {}))


def _term(asked: str, parameter: Parameter, value: str) -> str:
    """Return a value as the SPARQL term that the parameter's type asks for."""
    family, _, detail = parameter.type.partition(":")
    try:
        return _TERMS[family](detail, value)
    except KeyError:
        types = ", ".join(_TERMS)
        raise QueryError("query.type", question=asked, name=parameter.name, type=parameter.type, types=types) from None
    except SaidError as error:
        raise QueryError("query.value", question=asked, name=parameter.name, value=value, reason=error) from None


def _iri(_: str, value: str) -> str:
    if not _IRI.fullmatch(value):
        raise SaidError("query.iri")
    return f"<{value}>"


def _thing(folder: str, value: str) -> str:
    """Return a thing by its IRI or by what comes after its folder; a region must be one of the table."""
    if folder == "region" and not _IRI.fullmatch(value):
        _choice("|".join(row["iso"] for row in lexicon.table("regions")), value)
    return _iri("", value if _IRI.fullmatch(value) else f"{vocab.THINGS}{folder}/{value}")


def _concept(scheme: str, value: str) -> str:
    """Return a concept by its IRI or its notation, which must be one of the scheme's closed values."""
    if _IRI.fullmatch(value):
        return _iri("", value)
    _choice("|".join(getattr(vocab, scheme.replace("-", "_").upper())), value)
    return f"<{vocab.VOCAB}{scheme}/{value}>"


def _choice(options: str, value: str) -> str:
    if value not in options.split("|"):
        raise SaidError("query.choice", options=options.replace("|", ", "))
    return _string("", value)


def _kind(_: str, value: str) -> str:
    if value not in vocab.KINDS:
        raise SaidError("query.choice", options=", ".join(vocab.KINDS))
    return f"<{vocab.ONTOLOGY}{value}>"


def _string(_: str, value: str) -> str:
    quoted = value.encode("utf-8", "replace").decode().replace("\\", "\\\\").replace('"', '\\"')
    return '"' + quoted.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def _date(_: str, value: str) -> str:
    try:
        return f'"{date.fromisoformat(value).isoformat()}"^^<{_XSD}date>'
    except ValueError:
        raise SaidError("query.day") from None


def _integer(_: str, value: str) -> str:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise SaidError("query.integer")
    return str(int(value))


_TERMS: Final = {
    "iri": _iri, "thing": _thing, "concept": _concept, "choice": _choice, "kind": _kind, "string": _string,
    "date": _date, "integer": _integer,
}  # fmt: skip
