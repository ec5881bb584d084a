"""Bytes to text: UTF-8, UTF-16, and the two 8-bit code pages of Kazakhstan's older files."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kzhealthkg.messages import Said, SaidError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CODE_PAGES = ("cp1251", "kz1048")
_ODD = re.compile("[^\\w\\s!-~«»“”„‘’–—…№§°•·©®\u00a0]|[Ѓѓ‚ƒЉЊЌЋЏђљњќћџЎўЈҐЁЄЇЅѕєїўґј]|[\x00-\x08\x0e-\x1f]")
_MOST_ODD = 0.02
_MOST_BROKEN = 0.005
_SAMPLE = 4096
_CYRILLIC = re.compile("[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")


class Decoded(NamedTuple):
    """A text, and how it was read where that was not plain UTF-8."""

    text: str
    note: str = ""


class NotTextError(SaidError):
    """The bytes are no text in any encoding that is read."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of ``data``, line ends untouched, a byte order mark left out.

    Raises NotTextError where no encoding fits, LookupError for an unknown ``encoding``.
    """
    if encoding:
        return _as_told(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _marked(data[len(bom) :], name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    if "\x00" in text:
        return _wide(data)
    return Decoded(text)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeError as wrong:
        raise NotTextError("read.not", encoding=encoding) from wrong


def _marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), "" if name == "utf-8" else Said("read.as", encoding=name))
    except UnicodeDecodeError as wrong:
        raise NotTextError("read.mark", encoding=name) from wrong


def _wide(data: bytes) -> Decoded:
    """Return UTF-16 without a mark, told by its letters; anything else with zero bytes is binary."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _oddity(text) <= _MOST_ODD and "\x00" not in text:
            return Decoded(text, Said("read.as", encoding=name))
    raise NotTextError("read.binary")


def _guessed(data: bytes) -> Decoded:
    if b"\x00" in data:
        return _wide(data)
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") <= _MOST_BROKEN * len(mended):
        return Decoded(mended, Said("read.mended", sign="\ufffd"))
    texts = [(data.decode(name, "replace"), name) for name in _CODE_PAGES]
    text, name = min(texts, key=lambda pair: _oddity(pair[0]))
    if _oddity(text) > _MOST_ODD or not _CYRILLIC.search(text):
        raise NotTextError("read.bytes")
    return Decoded(text, Said("read.as", encoding=name))


def _oddity(text: str) -> float:
    """Return the share of characters that no Kazakh or Russian text has."""
    step = max(1, len(text) // (64 * _SAMPLE))
    sample = "".join(text[i : i + _SAMPLE] for i in range(0, len(text), step * _SAMPLE))
    return len(_ODD.findall(sample)) / (len(sample) or 1)
