"""A report in the words of SHACL, as Turtle."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from urllib.parse import quote

from kzhealthkg import vocab
from kzhealthkg.messages import LANGUAGES, say
from kzhealthkg.model import Term
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.writers.look import USUAL, Look, addresses, sound

_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED: Final = re.compile(r'[\\"\x00-\x1f\x7f]')
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_RULES: Final = {"kzs": f"{vocab.BASE}shapes#", "check": f"{vocab.BASE}checks/"}
_PREFIXES: Final = (
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    + "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _RULES.items())
)


def as_turtle(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the report without blank nodes of its own; every language is in it whatever ``lang``.

    What was waived is no result; that is said, and which files were not read, in comments of the report.
    """
    results = [f"<urn:kzhealth:report#{number}>" for number in range(1, len(report.findings) + 1)]
    body = [f"sh:conforms {str(report.conforms).lower()}", *_comments(report)]
    if results:
        body.append("sh:result " + " , ".join(results))
    head = _subject("<urn:kzhealth:report>", "sh:ValidationReport", body)
    pairs = zip(results, report.findings, strict=True)
    known = addresses(report)
    whole = head + "".join(_subject(name, "sh:ValidationResult", _pairs(finding, known)) for name, finding in pairs)
    return sound(_PREFIXES + whole)


def _comments(report: Report) -> list[str]:
    waived = {lang: f"{say(lang, 'report.waived')}: {len(report.waived)}" for lang in LANGUAGES if report.waived}
    unread = (f"rdfs:comment {_quoted(problem)}" for problem in report.problems)
    return [*(f"rdfs:comment {_quoted(text)}@{lang}" for lang, text in waived.items()), *unread]


def _subject(name: str, kind: str, pairs: list[str]) -> str:
    return f"\n{name} a {kind} ;\n    " + " ;\n    ".join(pairs) + " .\n"


def _pairs(finding: Finding, known: dict[tuple[str, str], str]) -> list[str]:
    pairs = [
        f"sh:resultSeverity sh:{finding.severity.capitalize()}",
        f"sh:focusNode {_node(finding.focus)}",
    ]
    if rule := known[finding.source, finding.rule]:
        pairs.append(f"sh:sourceShape {_short(rule)}")
    if _NAME.fullmatch(finding.component):
        pairs.append(f"sh:sourceConstraintComponent sh:{finding.component}")
    if finding.path:
        pairs.append(f"sh:resultPath {_iri(finding.path)}")
    if finding.value:
        pairs.append(f"sh:value {_turtle(finding.value)}")
    return pairs + [f"sh:resultMessage {_tagged(text, lang)}" for lang, text in sorted(finding.messages.items())]


def _short(rule: str) -> str:
    for prefix, namespace in _RULES.items():
        if rule.startswith(namespace) and _NAME.fullmatch(rule, len(namespace)):
            return f"{prefix}:{rule[len(namespace) :]}"
    return _iri(rule)


def _node(name: str) -> str:
    if name.startswith("_:"):
        return name if _NAME.fullmatch(name[2:]) else f"_:b{name[2:].encode('utf-8', 'surrogatepass').hex()}"
    return _iri(name)


@cache
def _iri(iri: str) -> str:
    """Return an IRI as it is, and a text that is none as one that holds it."""
    import pyoxigraph as ox

    try:
        return str(ox.NamedNode(iri))
    except ValueError:
        return f"<urn:kzhealth:text:{quote(iri.encode('utf-8', 'replace'), safe='')}>"


def _turtle(term: Term) -> str:
    if term.kind == "uri":
        return _iri(term.value)
    if term.kind == "bnode":
        return _node(f"_:{term.value}")
    if term.language:
        return _tagged(term.value, term.language)
    return _quoted(term.value) + (f"^^{_iri(term.datatype)}" if term.datatype else "")


def _tagged(text: str, language: str) -> str:
    return _quoted(text) + (f"@{language}" if _is_tag(language) else "")


@cache
def _is_tag(language: str) -> bool:
    import pyoxigraph as ox

    try:
        return bool(ox.Literal("", language=language))
    except ValueError:
        return False


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}", text) + '"'
