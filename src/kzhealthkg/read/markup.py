"""Tags and entities inside a text: dropped through the offset map."""

from __future__ import annotations

import html
import re

from kzhealthkg import text
from kzhealthkg.model import MappedText

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
INLINE = frozenset(["a", "abbr", "b", "big", "button", "center", "cite", "code", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "label", "link", "mark", "meta", "noscript", "object", "option", "s", "script", "select", "small", "span", "strike", "strong", "style", "sub", "sup", "svg", "time", "tt", "u", "video"])  # fmt: skip
SILENT = frozenset(
    ["noscript", "script", "style", "svg", "template", "select", "button", "form", "nav", "aside", "footer", "iframe"]
)
"""Elements whose text is no part of an article."""

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,11})(?=[\s/>])[^<>]*>|<!--[^<>]*-->|<!doctype[^<>]*>", re.I
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")


def without_tags(mapped: MappedText) -> MappedText:
    """Return the text without tags, scripts and styles; block tags end a line, entities are resolved."""
    tags = [m for m in _TAG.finditer(mapped.text) if not m["name"] or m["name"].lower() in BLOCKS | INLINE]
    mapped = text.rewrite(mapped, _pieces(tags))
    return text.substitute(mapped, _ENTITY, lambda m: html.unescape(m.group()))


def _pieces(tags: list[re.Match[str]]) -> list[text.Piece]:
    """Return what goes, an element with code in it whole."""
    pieces: list[text.Piece] = []
    opened: dict[str, int] = {}
    for tag in tags:
        name = (tag["name"] or "").lower()
        if name in ("script", "style") and not tag["close"]:
            opened.setdefault(name, len(pieces))
        elif name in opened:
            kept = opened.pop(name)
            begin = pieces[kept][0]
            opened = {other: at for other, at in opened.items() if at < kept}
            pieces[kept:] = [(begin, tag.end(), "\n")]
            continue
        pieces.append((tag.start(), tag.end(), "\n" if name in BLOCKS else ""))
    return pieces
