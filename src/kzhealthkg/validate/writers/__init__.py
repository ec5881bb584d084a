"""A report in the formats that people and their tools read, one module a format."""

from __future__ import annotations

from typing import Final, Protocol

from kzhealthkg.validate.report import Report
from kzhealthkg.validate.writers.github import as_github
from kzhealthkg.validate.writers.html import as_html
from kzhealthkg.validate.writers.json import as_json
from kzhealthkg.validate.writers.junit import as_junit
from kzhealthkg.validate.writers.look import USUAL, Look
from kzhealthkg.validate.writers.markdown import as_markdown
from kzhealthkg.validate.writers.sarif import as_sarif
from kzhealthkg.validate.writers.text import as_text
from kzhealthkg.validate.writers.turtle import as_turtle

__all__ = ["WRITERS", "Look", "as_json", "as_text", "as_turtle"]


class Writer(Protocol):
    """What writes a report in one format."""

    def __call__(self, report: Report, lang: str = "en", look: Look = USUAL) -> str:
        """Return the report as text."""
        ...


WRITERS: Final[dict[str, Writer]] = {
    "text": as_text,
    "json": as_json,
    "turtle": as_turtle,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "markdown": as_markdown,
    "html": as_html,
}
"""Format name → writer of (report, language, look)."""
