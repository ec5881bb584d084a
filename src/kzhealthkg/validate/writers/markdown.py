"""A report as Markdown, for the summary of a run: a table of counts, then the findings."""

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
    asked,
    groups,
    message,
    named,
    quoted,
    severities,
    sound,
    summary,
    titles,
)

USUALLY: Final = 10
_SIGNS: Final = {"violation": "❌", "warning": "⚠️", "info": "ℹ️"}
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&@!])")
_BLANK: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_FIRST: Final = re.compile(r"^([-+=]|\d+[.)])")


def as_markdown(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the report: its counts, the files that could not be read, and the findings by severity and rule."""
    known = titles(report, lang)
    lines = [f"## {say(lang, 'report.title')}", "", *_counts(report, lang), ""]
    if report.problems:
        lines += [f"### {say(lang, 'report.unread')}", "", *(f"- {_inline(line)}" for line in report.unread(lang)), ""]
    if not report.findings:
        lines += [say(lang, "report.clean"), ""]
    for group in groups(report.findings):
        lines += [*_group(group, asked(group, known, lang), lang, look), ""]
    return sound("\n".join(lines))


def _counts(report: Report, lang: str) -> Iterator[str]:
    rows = [*summary(report, lang), (say(lang, "report.triples"), report.triples)]
    yield "| " + " | ".join(_inline(name) for name, _ in rows) + " |"
    yield "|" + " ---: |" * len(rows)
    yield "| " + " | ".join(str(count) for _, count in rows) + " |"


def _group(group: Group, title: str, lang: str, look: Look) -> Iterator[str]:
    name = severities(lang)[group.severity]
    yield f"### {_SIGNS[group.severity]} {_inline(name)} · {_inline(group.rule)} ({len(group.findings)})"
    yield ""
    if title:
        yield from (_inline(title), "")
    common = advice(group.findings, lang)
    if common:
        yield from (f"→ {_inline(common)}", "")
    most = look.most(USUALLY)
    for finding in group.findings[:most]:
        yield from _finding(finding, lang, mend=not common)
    if len(group.findings) > most:
        yield f"- {say(lang, 'report.more', count=len(group.findings) - most)}"


def _finding(finding: Finding, lang: str, *, mend: bool) -> Iterator[str]:
    yield f"- **{_inline(named(finding, lang))}**  "
    rest = [_inline(message(finding, lang))]
    places = ((say(lang, "report.said"), quoted(finding)), (say(lang, "report.written"), str(finding.written or "")))
    rest += [f"{name}: {_inline(place)}" for name, place in places if place]
    if mend and finding.mend(lang):
        rest.append(f"→ {_inline(finding.mend(lang))}")
    yield from (f"  {line}  " for line in rest[:-1])
    yield f"  {rest[-1]}"


def _inline(text: str) -> str:
    """Return a text as one line in which nothing is mark-up."""
    line = _SPECIAL.sub(r"\\\1", _BLANK.sub(" ", text).strip())
    return _FIRST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", line) or "—"
