"""A report as workflow commands of GitHub, which show as annotations of a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kzhealthkg.messages import say
from kzhealthkg.validate.report import Finding, Report, Severity, Spot
from kzhealthkg.validate.writers.look import (
    USUAL,
    Group,
    Look,
    groups,
    message,
    named,
    problem,
    quoted,
    relative,
    sound,
    summary,
)

USUALLY: Final = 10
_COMMANDS: Final[dict[Severity, str]] = {"violation": "error", "warning": "warning", "info": "notice"}
_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Final = _DATA | {":": "%3A", ",": "%2C"}


def as_github(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return one command a line: the files that could not be read, the findings, and a notice with the counts."""
    lines = [_command("error", what, "kzhealthkg", spot) for spot, what in map(problem, report.unread(lang))]
    lines += [line for group in groups(report.findings) for line in _group(group, lang, look)]
    counts = " · ".join(f"{name}: {count}" for name, count in summary(report, lang))
    return sound("\n".join([*lines, _command("notice", counts, "kzhealthkg validate", None)]) + "\n")


def _group(group: Group, lang: str, look: Look) -> Iterator[str]:
    most = look.most(USUALLY)
    for finding in group.findings[:most]:
        yield _command(_COMMANDS[group.severity], _told(finding, lang), group.rule, finding.written)
    if len(group.findings) > most:
        more = say(lang, "report.more", count=len(group.findings) - most)
        yield _command(_COMMANDS[group.severity], more, group.rule, None)


def _told(finding: Finding, lang: str) -> str:
    mend = finding.mend(lang)
    lines = (named(finding, lang), message(finding, lang), quoted(finding), mend and f"→ {mend}")
    return "\n".join(line for line in lines if line)


def _command(name: str, data: str, title: str, spot: Spot | None) -> str:
    place = {"file": relative(spot.name), "line": spot.line, "col": spot.column} if spot else {}
    pairs = {**place, "title": title}
    properties = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in pairs.items() if value)
    return f"::{f'{name} {properties}'.rstrip()}::{_escaped(data, _DATA)}"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(sign, sign) for sign in text)
