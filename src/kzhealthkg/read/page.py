"""A web page: its visible text, which is what is stored for an .html file, and what its head says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kzhealthkg.messages import SaidError
from kzhealthkg.read.markup import BLOCKS, SILENT

_META = {
    "og:title": "title", "og:site_name": "publisher", "og:url": "url", "article:published_time": "date",
    "datepublished": "date", "pubdate": "date", "date": "date", "dc.date": "date",
}  # fmt: skip
_CANONICAL = "canonical"
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_LEAST = 200
"""A page's <article> or <main> is believed to hold the article from so many characters on."""


class _Page(HTMLParser):
    """Collects visible text, that within <article> or <main> apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.known: dict[str, str] = {}
        self.all: list[str] = []
        self.main: list[str] = []
        self._silent: list[str] = []
        self._inside = 0
        self._title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, {key: value or "" for key, value in attrs})
        if tag in SILENT and tag not in _VOID:
            self._silent.append(tag)
        self._inside += tag in ("article", "main")
        self._title = tag == "title"
        if tag in BLOCKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._add("\n")
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        self._inside = max(0, self._inside - (tag in ("article", "main")))
        self._title = False

    def handle_data(self, data: str) -> None:
        if self._title:
            self.known.setdefault("head", data.strip())
        else:
            self._add(re.sub(r"\s+", " ", data))

    def _add(self, data: str) -> None:
        if not self._silent:
            self.all.append(data)
            if self._inside:
                self.main.append(data)

    def _note(self, tag: str, attrs: dict[str, str]) -> None:
        name = _META.get((attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower())
        if tag == "meta" and name and attrs.get("content"):
            self.known.setdefault(name, attrs["content"])
        elif tag == "link" and attrs.get("rel") == _CANONICAL and attrs.get("href"):
            self.known["url"] = attrs["href"]
        elif tag == "time" and attrs.get("datetime"):
            self.known.setdefault("date", attrs["datetime"])


class MarkupError(SaidError):
    """A page's markup cannot be parsed."""


def extract(source: str) -> tuple[str, dict[str, str]]:
    """Return a page's visible text, one block a line, and its title, publisher, url and date where its head says them.

    Raises MarkupError where the markup cannot be parsed.
    """
    page = _Page()
    try:
        page.feed(source)
        page.close()
    except AssertionError as broken:
        raise MarkupError("read.markup", reason=broken) from broken
    main = _tidy("".join(page.main))
    known = dict(page.known)
    head = known.pop("head", "")
    body = main if len(main) >= _LEAST else _tidy("".join(page.all))
    return (f"{head}\n{body}" if head and "title" not in known and head not in body else body), known


def _tidy(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
