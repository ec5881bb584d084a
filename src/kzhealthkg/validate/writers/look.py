"""What all formats share: how much is shown, what a finding says in one line, and which rules there were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from kzhealthkg import lexicon, resources, vocab
from kzhealthkg.messages import say
from kzhealthkg.prefixes import local
from kzhealthkg.validate.data import parse
from kzhealthkg.validate.report import SEVERITIES, Finding, Report, Severity, Spot

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PLACE: Final = re.compile(r"(?P<name>.+?):(?P<line>\d+)(?::(?P<column>\d+))?: (?P<what>.*)", re.DOTALL)
_BARE: Final = re.compile(r"(?P<name>\S+?): (?P<what>.*)", re.DOTALL)
_WIDEST: Final = 100
_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is shown.

    ``limit`` is how many findings of a rule are shown where people read, 0 for all and None for the
    format's own measure; ``fail_on`` is the least severity that JUnit calls a failure; ``when`` is the
    time of the run.
    """

    limit: int | None = None
    colour: bool = False
    fail_on: Severity | Literal["never"] = "violation"
    when: datetime | None = None

    def most(self, usual: int) -> int:
        """Return how many findings of a rule to show in a format that usually shows so many."""
        limit = usual if self.limit is None else self.limit
        return limit if limit > 0 else 10**9

    def fails(self, severity: Severity) -> bool:
        """Return whether a finding of this severity is a failure."""
        return self.fail_on != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(self.fail_on)


USUAL: Final = Look()


class Group(NamedTuple):
    """The findings of one rule at one severity."""

    severity: Severity
    rule: str
    findings: Sequence[Finding]


def groups(findings: Iterable[Finding]) -> Iterator[Group]:
    """Yield the findings by severity and rule, in their own order."""
    for (severity, rule), found in groupby(findings, lambda finding: (finding.severity, finding.rule)):
        yield Group(severity, rule, list(found))


def advice(findings: Sequence[Finding], lang: str) -> str:
    """Return how to mend all of the findings, where one text is told of several; "" where each has its own."""
    mends = {finding.mend(lang) for finding in findings}
    return mends.pop() if len(mends) == 1 and len(findings) > 1 else ""


def asked(group: Group, titles: dict[str, str], lang: str) -> str:
    """Return what the rule of a group asks, "" where its findings say the same."""
    title = titles[group.rule]
    return "" if all(finding.message(lang) == title for finding in group.findings) else title


def severities(lang: str) -> dict[Severity, str]:
    """Return what the severities are called."""
    names = {row["severity"]: row[lang] for row in lexicon.table("severities")}
    return {severity: names[severity] for severity in SEVERITIES}


def summary(report: Report, lang: str) -> list[tuple[str, int]]:
    """Return the counts by name: of each severity, and of waived findings and unread files where there are any."""
    counts = report.counts()
    rows = [(name, counts[severity]) for severity, name in severities(lang).items()]
    rows += [(say(lang, "report.waived"), len(report.waived))] * bool(report.waived)
    return rows + [(say(lang, "report.unread"), len(report.problems))] * bool(report.problems)


def named(finding: Finding, lang: str) -> str:
    """Return what the node of a finding is called, its kind in ``lang``; its IRI where it has no name."""
    kind, quote, words = finding.label.partition(" «")
    label = "" if lang == "en" or not quote else class_labels().get((kind, lang), "")
    return f"{label[:1].upper()}{label[1:]}{quote}{words}" if label else finding.label or finding.focus


@cache
def class_labels() -> dict[tuple[str, str], str]:
    """Return what the classes of the ontology are called, by local name and language."""
    quads: list[Any] = list(parse(resources.path("ontology", "classes.ttl")))
    found = ((quad.subject.value, quad.object) for quad in quads if quad.predicate.value == _LABEL)
    return {(local(iri), label.language): label.value for iri, label in found}


def message(finding: Finding, lang: str) -> str:
    """Return what is wrong, with the property and the value."""
    slot = finding.path.rpartition("#")[2]
    value = "" if finding.value is None or finding.value.value == finding.focus else finding.value.value
    about = " = ".join(part for part in (slot, value[:_WIDEST]) if part)
    return finding.message(lang) + (f" ({about})" if about else "")


def quoted(finding: Finding) -> str:
    """Return where the words of the article stand and, unless the label has them all, the words."""
    words = " ".join(finding.sentence.split())
    known = words and f"«{words}»" in finding.label
    said = str(finding.said) if finding.said else ""
    return ": ".join(part for part in (said, f"«{words}»" if words and not known else "") if part)


def titles(report: Report, lang: str) -> dict[str, str]:
    """Return what the rules ask, by name, "" where it is not known; those that were only broken too."""
    known = {rule.name: rule.titles for rule in report.rules}
    broken = {finding.rule: "" for finding in (*report.findings, *report.waived)}
    told = {name: texts.get(lang) or texts.get("en") or next(iter(texts.values()), "") for name, texts in known.items()}
    return dict(sorted((broken | told).items()))


def addresses(report: Report) -> dict[tuple[str, str], str]:
    """Return the IRIs of the rules by source and name, "" for a shape that has none."""
    found = {(f.source, f.rule): _address(f.rule, f.source) for f in (*report.findings, *report.waived)}
    return found | {(rule.source, rule.name): rule.iri for rule in report.rules}


def _address(rule: str, source: str) -> str:
    """Return the IRI that a rule of the project has."""
    return f"{vocab.BASE}shapes#{rule}" if source == "shape" else f"{vocab.BASE}{source}s/{rule}"


def problem(line: str) -> tuple[Spot | None, str]:
    """Return the file and place of what could not be read, where the line names them, and the reason."""
    found = _PLACE.fullmatch(line) or _BARE.fullmatch(line)
    if not found:
        return None, line
    place = found.groupdict()
    return Spot(place["name"], int(place.get("line") or 0), int(place.get("column") or 0)), place["what"]


def relative(name: str) -> str:
    """Return a path as seen from the folder the command runs in, where it is below it, with slashes."""
    path = Path(name)
    return (path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path).as_posix()


def sound(text: str) -> str:
    """Return a text that UTF-8 can hold."""
    return _SURROGATE.sub("\ufffd", text)
