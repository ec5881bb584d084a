"""A report as one HTML page of its own: counts, unread files, findings by rule; light and dark, no script."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kzhealthkg.markup import page, tag, text
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
    severities,
    sound,
    summary,
    titles,
)

USUALLY: Final = 200
_CLASSES: Final = ("violation", "warning", "info")


def as_html(report: Report, lang: str = "en", look: Look = USUAL) -> str:
    """Return the page; the groups fold, and those with violations are open."""
    title = say(lang, "report.title")
    known = titles(report, lang)
    body = tag("header", tag("h1", text(title)) + _verdict(report, lang) + _counts(report, lang)) + "\n"
    found = "".join(_group(group, asked(group, known, lang), lang, look) for group in groups(report.findings))
    body += tag("main", f"\n{_problems(report, lang)}{found}{_waived(report, lang)}{_held(report, known, lang)}") + "\n"
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    return sound(page(title, lang, style, body))


def _verdict(report: Report, lang: str) -> str:
    key = "report.bad" if not report.conforms else "report.unsure" if report.problems else "report.clean"
    return tag("p", text(say(lang, key)), class_="verdict " + ("bad" if key != "report.clean" else "good"))


def _counts(report: Report, lang: str) -> str:
    rows = [*summary(report, lang), (say(lang, "report.triples"), report.triples)]
    names = [*_CLASSES, *[""] * len(rows)]
    cells = zip(rows, names, strict=False)
    items = (tag("div", tag("dt", text(label)) + tag("dd", str(count)), class_=name) for (label, count), name in cells)
    return tag("dl", "".join(items), class_="counts")


def _problems(report: Report, lang: str) -> str:
    if not report.problems:
        return ""
    items = "".join(tag("li", tag("code", text(line))) for line in report.unread(lang))
    return tag("section", tag("h2", text(say(lang, "report.unread"))) + tag("ul", items), class_="unread") + "\n"


def _group(group: Group, title: str, lang: str, look: Look) -> str:
    name = tag("span", text(severities(lang)[group.severity]), class_="level")
    heading = tag("h2", f"{name} {tag('code', text(group.rule))} {tag('small', str(len(group.findings)))}")
    most = look.most(USUALLY)
    common = advice(group.findings, lang)
    items = "".join(tag("li", _finding(finding, lang, mend=not common)) + "\n" for finding in group.findings[:most])
    rest = len(group.findings) - most
    more = tag("p", text(say(lang, "report.more", count=rest)), class_="more") if rest > 0 else ""
    above = (tag("p", text(title), class_="asked") if title else "") + _mend(common, lang)
    inside = f"<summary>{heading}</summary>{above}\n<ol>\n{items}</ol>{more}"
    open_ = {"open": "open"} if group.severity == "violation" else {}
    return tag("details", inside, class_=group.severity, **open_) + "\n"


def _mend(mend: str, lang: str) -> str:
    return tag("p", f"<b>{text(say(lang, 'report.mend'))}</b> {text(mend)}", class_="mend") if mend else ""


def _finding(finding: Finding, lang: str, *, mend: bool) -> str:
    head = tag("h3", text(named(finding, lang)))
    wrong = tag("p", text(message(finding, lang)))
    quote = tag("blockquote", text(" ".join(finding.sentence.split()))) if finding.sentence else ""
    places = (
        ("report.said", str(finding.said or "")),
        ("report.written", str(finding.written or "")),
        ("report.node", finding.focus),
    )
    rows = (
        f"<div><dt>{text(say(lang, key))}</dt> <dd>{tag('code', text(value))}</dd></div>"
        for key, value in places
        if value
    )
    how = _mend(finding.mend(lang), lang) if mend else ""
    return head + wrong + quote + how + tag("dl", "".join(rows), class_="places")


def _waived(report: Report, lang: str) -> str:
    if not report.waived:
        return ""
    heading = tag("h2", f"{text(say(lang, 'report.waived'))} {tag('small', str(len(report.waived)))}")
    items = "".join(tag("li", _accepted(finding, lang)) + "\n" for finding in report.waived)
    return tag("details", f"<summary>{heading}</summary>\n<ol>\n{items}</ol>", class_="waived") + "\n"


def _accepted(finding: Finding, lang: str) -> str:
    head = f"{tag('code', text(finding.rule))} {text(named(finding, lang))}: {text(message(finding, lang))}"
    return head + (tag("p", text(finding.accepted), class_="asked") if finding.accepted else "")


def _held(report: Report, known: dict[str, str], lang: str) -> str:
    broken = {finding.rule for finding in report.findings}
    rules = [(name, title) for name, title in known.items() if name not in broken]
    if not rules:
        return ""
    heading = tag("h2", f"{text(say(lang, 'report.held'))} {tag('small', str(len(rules)))}")
    items = "".join(tag("li", f"{tag('code', text(name))} {text(title)}") + "\n" for name, title in rules)
    return tag("details", f"<summary>{heading}</summary>\n<ul>\n{items}</ul>", class_="held") + "\n"
