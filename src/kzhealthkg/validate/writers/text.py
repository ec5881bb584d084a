"""A report as text for people: by severity and rule, a summary last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kzhealthkg.messages import say
from kzhealthkg.validate.report import Finding, Report
from kzhealthkg.validate.writers.look import (
    USUAL,
    Group,
    Look,
    advice,
    groups,
    message,
    named,
    quoted,
    severities,
    sound,
    summary,
)

USUALLY: Final = 10
_COLOURS: Final = {"violation": "31", "warning": "33", "info": "36", "rule": "1", "faint": "2"}
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def as_text(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the findings by severity and rule, each with its node, message and places, and a summary line last."""
    lines = [line for group in groups(report.findings) for line in _group(group, lang, look)]
    if report.problems:
        lines += [f"{say(lang, 'report.unread')} ({len(report.problems)})"]
        lines += [*(f"  {_line(problem)}" for problem in report.unread(lang)), ""]
    lines.append(" · ".join(f"{name}: {count}" for name, count in summary(report, lang)))
    return sound("\n".join(lines) + "\n")


def _group(group: Group, lang: str, look: Look) -> Iterator[str]:
    name = _painted(severities(lang)[group.severity], group.severity, look)
    yield f"{name} · {_painted(_line(group.rule), 'rule', look)} ({len(group.findings)})"
    common = advice(group.findings, lang)
    if common:
        yield f"  → {_line(common)}"
    most = look.most(USUALLY)
    for finding in group.findings[:most]:
        yield from (f"  {line}" for line in plain(finding, lang, look, mend=not common))
    if len(group.findings) > most:
        yield f"  {say(lang, 'report.more', count=len(group.findings) - most)}"
    yield ""


def plain(finding: Finding, lang: str, look: Look = USUAL, *, mend: bool = True) -> Iterator[str]:
    """Yield a finding as lines: the node, then what is wrong, where, and how to mend it if that is asked."""
    yield _line(named(finding, lang))
    yield f"  {_line(message(finding, lang))}"
    places = (quoted(finding), str(finding.written or ""))
    yield from (f"  {_painted(_line(place), 'faint', look)}" for place in places if place)
    if mend and finding.mend(lang):
        yield f"  → {_line(finding.mend(lang))}"


def _painted(text: str, name: str, look: Look) -> str:
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if look.colour else text


def _line(text: str) -> str:
    """Return a text as one line that can do nothing to a terminal."""
    return _CONTROL.sub(" ", text)
