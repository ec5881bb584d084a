"""What a graph was found to be: findings in a fixed order, and whether it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from kzhealthkg.model import Term

Severity = Literal["violation", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape or a check found wrong, with its message in kk, ru and en.

    ``rule`` is the local name of the shape or check, ``focus`` an IRI, ``path`` a property's IRI or
    empty, ``article`` an article's IRI or empty where the node belongs to none.
    """

    severity: Severity
    source: Literal["shape", "check"]
    rule: str
    focus: str
    label: str = ""
    path: str = ""
    value: Term | None = None
    messages: Mapping[str, str] = field(default_factory=dict)
    article: str = ""

    def message(self, language: str) -> str:
        """Return the message in ``language``, else in English, else in any language there is."""
        return self.messages.get(language) or self.messages.get("en") or next(iter(self.messages.values()), "")

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


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on one graph, sorted, and how many triples were looked at."""

    findings: tuple[Finding, ...]
    triples: int = 0

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and information do not count."""
        return not any(finding.severity == "violation" for finding in self.findings)

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity, zeros too."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}
