"""The pages of this room: one style for all of them, and the boxes that show and hide."""

from __future__ import annotations

from pathlib import Path

from kzhealthkg import markup
from kzhealthkg.markup import table, tag, text

__all__ = ["page", "switch", "table", "tag", "text"]


def page(title: str, language: str, body: str) -> str:
    """Return the whole page in the style of ``page.css``."""
    return markup.page(title, language, Path(__file__).with_name("page.css").read_text(encoding="utf-8"), body)


def switch(name: str, label: str, *, on: bool = True, sample: str = "") -> str:
    """Return a box that shows and hides what page.css binds to its id."""
    checked = ' checked="checked"' if on else ""
    box = f'<input type="checkbox" id="{name}"{checked}/>'
    return tag("label", f"{box} {tag('span', text(label), class_=sample)}")
