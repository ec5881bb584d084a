"""Findings that people have accepted for a time: a sorted table of check, node, reason, who and until."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from kzhealthkg import resources
from kzhealthkg.messages import LANGUAGES, SaidError, say
from kzhealthkg.prefixes import full, prefixes, short
from kzhealthkg.validate import rows
from kzhealthkg.validate.levels import Levels, nearest
from kzhealthkg.validate.report import Finding, Report, Spot
from kzhealthkg.validate.rules import WAIVER_RULES, rules, waiver_rules, weighed

COLUMNS: Final = ("check", "node", "reason", "who", "until")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXPIRED, _NEEDLESS = WAIVER_RULES


@dataclass(frozen=True, slots=True)
class Waiver:
    """One row: which rule is waived for which node (its IRI), why, by whom, until which day, and where it stands."""

    check: str
    node: str
    reason: str
    who: str
    until: date | None
    where: Spot

    @property
    def why(self) -> str:
        """The reason, with who gave it and until when it holds."""
        return f"{self.reason} ({', '.join(str(part) for part in (self.who, self.until) if part)})"


@dataclass(frozen=True, slots=True)
class Waivers:
    """Waivers as they hold on one day; where the day is not known none has expired."""

    waivers: tuple[Waiver, ...] = ()
    today: date | None = None

    def applied(self, report: Report, levels: Levels) -> Report:
        """Return the report without what is waived, but with the waivers that have expired or match nothing.

        A waiver of a rule that the report was not judged by may still be needed.
        """
        if not self.waivers:
            return report
        holding = {(row.check, row.node): row.why for row in self.waivers if not self._expired(row)}
        why = [(finding, holding.get((finding.rule, finding.focus), "")) for finding in report.findings]
        waived = tuple(replace(finding, accepted=reason) for finding, reason in why if reason)
        kept = [finding for finding, reason in why if not reason]
        told = levels.applied(self._told(report))
        findings = tuple(sorted([*kept, *told], key=lambda finding: finding.order))
        judged = {rule.name: rule for rule in (*report.rules, *weighed(waiver_rules(), levels))}
        by_name = tuple(judged[name] for name in sorted(judged))
        return replace(report, findings=findings, waived=(*report.waived, *waived), rules=by_name)

    def _told(self, report: Report) -> Iterator[Finding]:
        """Yield what is wrong with the waivers themselves."""
        ran = {rule.name for rule in report.rules}
        known = ran | {rule.name for rule in rules()}
        met = {(finding.rule, finding.focus): finding for finding in (*report.waived, *report.findings)}
        for row in self.waivers:
            finding = met.get((row.check, row.node))
            if finding and self._expired(row):
                yield replace(_finding(_EXPIRED, row), label=finding.label, article=finding.article)
            elif not finding and row.check in ran:
                yield _finding(_NEEDLESS, row)
            elif not finding and row.check not in known:
                yield replace(_finding(_NEEDLESS, row), mends=_said("waiver.unknown", row, nearest(row.check, known)))

    def _expired(self, row: Waiver) -> bool:
        return self.today is not None and row.until is not None and row.until < self.today


def _finding(rule: str, row: Waiver) -> Finding:
    return Finding(
        severity="warning",
        source="waiver",
        rule=rule,
        focus=row.node,
        label=short(row.node),
        messages=_said(f"{rule}.message", row),
        mends=_said(f"{rule}.mend", row),
        written=row.where,
    )


def _said(key: str, row: Waiver, near: str = "") -> dict[str, str]:
    values = {"check": row.check, "reason": row.reason, "who": row.who, "until": row.until, "nearest": near}
    return {language: say(language, key, **values) for language in LANGUAGES}


def read(file: Path) -> tuple[Waiver, ...]:
    """Return the waivers of a table; SaidError names file and line of a row that is not as it should be."""
    return tuple(_checked(file, rows.read(file, COLUMNS).rows))


def _checked(file: Path, table: Iterable[tuple[int, dict[str, str]]]) -> Iterator[Waiver]:
    seen: dict[tuple[str, str], int] = {}
    for number, row in table:
        waiver = _waiver(file, number, row)
        first = seen.setdefault((waiver.check, waiver.node), number)
        if first != number:
            raise SaidError("waiver.twice", file=file, line=number, first=first)
        yield waiver


def _waiver(file: Path, number: int, row: dict[str, str]) -> Waiver:
    for column in COLUMNS[:-1]:
        if not row[column]:
            raise SaidError("waiver.empty", file=file, line=number, column=column)
    node, until = _node(row["node"]), day(row["until"])
    if not node:
        raise SaidError("waiver.node", file=file, line=number, node=row["node"])
    if row["until"] and not until:
        raise SaidError("waiver.until", file=file, line=number, until=row["until"])
    return Waiver(row["check"], node, row["reason"], row["who"], until, Spot(str(file), number))


def _node(text: str) -> str:
    """Return the IRI that a cell names, in full or by a prefix; "" where it names none."""
    prefix, colon, rest = text.partition(":")
    whole = text.startswith("<") and text.endswith(">") and ":" in text
    known = colon and (prefix in prefixes() or prefix == "urn" or rest.startswith("//"))
    return full(text) if (whole or known) and " " not in text else ""


def day(text: str) -> date | None:
    """Return the day that is written YYYY-MM-DD, None where it is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def written(node: str) -> str:
    """Return an IRI as a table of waivers names it: by its prefix, else in full; "" for what cannot be named."""
    for name in (short(node), f"<{node}>"):
        if node and not node.startswith("_:") and _node(name) == node and name == " ".join(name.split()):
            return name
    return ""


def extend(file: Path, findings: Iterable[Finding], who: str) -> int:
    """Add a row for each finding that has none to a table, which is made where it is not there; return how many.

    The rows and notes that stand there stay as they are. A nameless node cannot be waived. The file is
    written whole or not at all; SaidError where it is malformed.
    """
    table = rows.read(file if file.exists() else resources.path("judgements", "waivers.tsv"), COLUMNS)
    there = {(waiver.check, waiver.node) for waiver in _checked(file, table.rows)}
    wanted = {(finding.rule, finding.focus) for finding in findings if finding.rule not in WAIVER_RULES} - there
    added = ["\t".join((check, name, "baseline", who, "")) for check, node in wanted if (name := written(node))]
    kept = ["\t".join(row[column] for column in COLUMNS) for _, row in table.rows]
    rows.write(replace(table, file=file), COLUMNS, [*kept, *added])
    return len(added)
