"""Text as HTML and XML, and a self-contained HTML page: no address outside itself, no script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def page(title: str, language: str, style: str, body: str) -> str:
    """Return the whole page, readable as XML too; its policy keeps it from loading anything."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def text(value: str) -> str:
    """Return a text as HTML or XML, signs that neither may hold replaced one for one."""
    return escape(_FORBIDDEN.sub("\ufffd", value))


def tag(name: str, content: str, /, **attributes: str) -> str:
    """Return an element; ``content`` is HTML already, attributes are texts, ``class_`` is class, ``data_x`` data-x."""
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value)
    written = "".join(f' {key}="{text(value)}"' for key, value in pairs)
    return f"<{name}{written}>{content}</{name}>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """Return a table of texts; the last ``numbers`` columns are set to the right."""
    left = len(head) - numbers

    def cells(name: str, row: Sequence[str]) -> str:
        return "".join(tag(name, text(cell), class_="n" if i >= left else "") for i, cell in enumerate(row))

    body = "".join(f"<tr>{cells('td', row)}</tr>\n" for row in rows)
    return (
        f'<div class="wide"><table><thead><tr>{cells("th", head)}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n'
    )
