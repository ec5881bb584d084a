"""What a graph was found to be: findings in a fixed order, and whether it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from kzhealthkg.messages import said
from kzhealthkg.model import Term

Severity = Literal["violation", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file or an article: its name, and line and column from 1; 0 where they are not known.

    ``offset`` counts characters from 0, None where it is not known. It is shown only where there is no line.
    """

    name: str
    line: int = 0
    column: int = 0
    offset: int | None = None

    def __str__(self) -> str:
        if not self.line and self.offset is not None:
            return f"{self.name}#char={self.offset}"
        return ":".join([self.name, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape or a check found wrong, with its message in kk, ru and en.

    ``rule`` is the local name of the shape or check, ``component`` that of the SHACL constraint
    component ("MinCountConstraintComponent") or empty for a check, ``focus`` an IRI, ``path`` a
    property's IRI or empty, ``article`` an article's IRI or empty where the node belongs to none,
    ``sentence`` the words of the article that the node rests on, ``said`` where they stand in it,
    ``written`` where the node is described in the RDF, ``mends`` how to mend it, in kk, ru and en, and
    ``accepted`` why people live with it, "" where they do not.
    """

    severity: Severity
    source: Literal["shape", "check", "waiver", "project"]
    rule: str
    focus: str
    label: str = ""
    path: str = ""
    value: Term | None = None
    messages: Mapping[str, str] = field(default_factory=dict)
    article: str = ""
    component: str = ""
    sentence: str = ""
    said: Spot | None = None
    written: Spot | None = None
    mends: Mapping[str, str] = field(default_factory=dict)
    accepted: str = ""

    def message(self, language: str) -> str:
        """Return the message in ``language``, else in English, else in any language there is."""
        return _in(self.messages, language)

    def mend(self, language: str) -> str:
        """Return how to mend it, in ``language`` where it is told so; "" where nobody knows."""
        return _in(self.mends, language)

    @property
    def order(self) -> tuple[int | str, ...]:
        """The key that findings are sorted by: what matters most first."""
        value = (self.value.value, self.value.datatype, self.value.language) if self.value else ("", "", "")
        return (
            SEVERITIES.index(self.severity),
            self.rule,
            self.article,
            self.focus,
            self.path,
            *value,
            self.message("en"),
        )


class Ruling(Protocol):
    """A rule that was judged by: name, IRI ("" for none), source, weight, and what it asks in kk, ru and en."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def iri(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> Severity: ...  # noqa: D102
    @property
    def titles(self) -> Mapping[str, str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, sorted, how many triples were looked at, and what could not be judged.

    ``waived`` are findings that people have accepted; ``problems`` say, a line each, which files
    could not be read and why; ``rules`` are all that was judged by, broken or not; ``judged`` is the
    number of nodes that were judged anew, 0 where it was all of them.
    """

    findings: tuple[Finding, ...]
    triples: int = 0
    waived: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    rules: tuple[Ruling, ...] = ()
    judged: int = 0

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and information do not count."""
        return not self.fails("violation")

    def fails(self, least: Severity) -> bool:
        """Whether there is a finding that weighs at least so much."""
        return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(least) for finding in self.findings)

    def unread(self, language: str) -> list[str]:
        """Return which files could not be read and why, in ``language`` as far as it is told so."""
        return [said(problem, language) for problem in self.problems]

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity, zeros too."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
