"""Rows in the result formats of SPARQL 1.1: CSV, JSON and XML."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kzhealthkg.model import Rows, Term

_XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
_LANGUAGE = "xml:lang"
TRIPLE = ("subject", "predicate", "object")
"""The variables under which a store answers a CONSTRUCT."""


def as_csv(rows: Rows) -> str:
    """Return ``rows`` as CSV: a header line, then bare values, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows.variables)
    writer.writerows([_csv(term) for term in row] for row in rows.rows)
    return out.getvalue()


def as_json(rows: Rows) -> str:
    """Return ``rows`` as SPARQL 1.1 Query Results JSON."""
    bindings = [
        {name: _json(term) for name, term in zip(rows.variables, row, strict=True) if term} for row in rows.rows
    ]
    answer = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def as_xml(rows: Rows) -> str:
    """Return ``rows`` as SPARQL Query Results XML."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in rows.variables)
    body = "\n".join(f"<result>{_bindings(rows.variables, row)}</result>" for row in rows.rows)
    return f"{_XML_HEAD}\n<head>{head}</head>\n<results>\n{body}\n</results>\n</sparql>\n"


def _csv(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _json(term: Term) -> dict[str, Any]:
    tail = {_LANGUAGE: term.language, "datatype": "" if term.language else term.datatype}
    return {"type": term.kind, "value": term.value} | {key: value for key, value in tail.items() if value}


def _bindings(names: tuple[str, ...], row: tuple[Term | None, ...]) -> str:
    pairs = zip(names, row, strict=True)
    return "".join(f"<binding name={quoteattr(name)}>{_xml(term)}</binding>" for name, term in pairs if term)


def _xml(term: Term) -> str:
    if term.kind != "literal":
        return f"<{term.kind}>{escape(term.value)}</{term.kind}>"
    attributes = {key: value for key, value in _json(term).items() if key in (_LANGUAGE, "datatype")}
    text = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<literal{text}>{escape(term.value)}</literal>"


def as_turtle(rows: Rows) -> str:
    """Return rows of three terms, the triples of a CONSTRUCT, as Turtle."""
    import pyoxigraph as ox

    lines = "".join(" ".join(_ntriples(term) for term in row if term) + " .\n" for row in rows.rows)
    triples = ox.parse(lines.encode(), ox.RdfFormat.N_TRIPLES)
    written: Any = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.TURTLE)
    return str(written, "utf-8")


def _ntriples(term: Term) -> str:
    if term.kind != "literal":
        return f"_:{term.value}" if term.kind == "bnode" else f"<{term.value}>"
    text = json.dumps(term.value, ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text
