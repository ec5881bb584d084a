"""RDF terms as N-Quads writes them, in the one canonical form of each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from kzhealthkg import vocab

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\\ud800-\udfff]*')


def segment(text: str) -> str:
    """Return ``text`` as one segment of an IRI path; different texts give different segments.

    Letters and digits of any script stay as they are, everything else is percent-encoded.
    """
    if text in {".", ".."}:
        return text.replace(".", "%2E")
    return "".join(char if _stays(char) else _percent(char) for char in text)


def _stays(char: str) -> bool:
    return char.isalnum() or char in "-._~"


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=65536)
def thing(local: str) -> str:
    """Return the IRI of a thing by its local part, for example ``region/KZ-15``; slashes stay."""
    return f"<{vocab.THINGS}{'/'.join(segment(part) for part in local.split('/'))}>"


@lru_cache(maxsize=4096)
def node(folder: str, name: str) -> str:
    """Return the IRI of the thing called ``name`` in ``folder``; a slash in the name is encoded too."""
    return f"<{vocab.THINGS}{folder}/{segment(name)}>"


def term(name: str) -> str:
    """Return the IRI of a class or property of the ontology."""
    return f"<{vocab.ONTOLOGY}{name}>"


@lru_cache(maxsize=4096)
def concept(scheme: str, value: str) -> str:
    """Return the IRI of a concept."""
    return f"<{vocab.VOCAB}{scheme}/{segment(value)}>"


def external(iri: str) -> str:
    """Return an IRI from outside; ValueError when it is none."""
    if not _IRI.fullmatch(iri):
        raise ValueError(f"{iri!r} is no IRI")
    return f"<{iri}>"


def string(text: str) -> str:
    """Return a plain string literal."""
    return f'"{_ESCAPED.sub(_escape, text)}"' if _ESCAPED.search(text) else f'"{text}"'


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    # A lone surrogate cannot stand in UTF-8, nor be escaped: it is replaced, as decoders do.
    return _SHORT.get(char) or ("\N{REPLACEMENT CHARACTER}" if char >= "\ud800" else f"\\u{ord(char):04X}")


def label(text: str, language: str) -> str:
    """Return a name that people read, tagged kk, ru or en."""
    return f"{string(text)}@{language.partition('-')[0].lower()}"


def decimal(value: int | float | str) -> str:
    """Return a canonical xsd:decimal; ValueError when the value is no finite number."""
    return f'"{vocab.decimal_text(value)}"^^<{_XSD}decimal>'


def integer(value: int | float | str) -> str:
    """Return an xsd:integer; ValueError when the value is no whole number."""
    text = vocab.decimal_text(value)
    if "." in text:
        raise ValueError(f"{text} is no whole number")
    return f'"{text}"^^<{_XSD}integer>'


def boolean(value: bool) -> str:
    """Return an xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def day(value: date | str) -> str:
    """Return an xsd:date; ValueError when ``value`` is no ISO day."""
    return f'"{(value if isinstance(value, date) else date.fromisoformat(value)).isoformat()}"^^<{_XSD}date>'


def address(url: str) -> str:
    """Return a web address as an xsd:anyURI."""
    return f"{string(url)}^^<{_XSD}anyURI>"


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that stand for these texts, in this order."""
    return hashlib.blake2b(packed(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def packed(parts: Iterable[str]) -> str:
    """Return texts as one; each says its length first, so that different texts never become the same."""
    return "".join(f"{len(part)}:{part}" for part in parts)
