"""Where nodes are described in the RDF files: one pass over the bytes of each, for the nodes that are asked for.

In Turtle and its kin a node is described where it begins a line as a subject. One that does so nowhere
(several statements on one line) is sought by the end of its IRI; a mention counts where there is no more.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from kzhealthkg.validate.report import Spot

_TURTLE: Final = frozenset({".ttl", ".trig", ".nt", ".nq"})
_JSON: Final = frozenset({".jsonld", ".json"})
_NODE: Final = rb"(<[^<>\s]*+>|(?:[\w.-]|[\x80-\xff])*+:(?:[\w.:%-]|[\x80-\xff]|\\.)*+)"
_AT_LINE: Final = rb"[ \t]*+" + _NODE
_AFTER_AN_END: Final = rb"\n(?:(?<=[.{}\n]\n)|(?<=[.{}\n]\r\n))"
_HERE: Final = re.compile(_NODE)
_LAST: Final = re.compile(rb"[^\s,;(){}\[\]\"]+\Z")
_LONG: Final = re.compile(rb'"""(?:[^"\\]|\\.|"(?!""))*+"""|' + rb"'''(?:[^'\\]|\\.|'(?!''))*+'''", re.DOTALL)
_PREFIX: Final = rb"[ \t]*+@?(?i:prefix)\s+([^\s:]*):\s*<([^>]*)>"
_BASE: Final = rb"[ \t]*+@?(?i:base)\s+<([^>]*)>"
_DIRECTIVE: Final = re.compile(rb"(?i:prefix|base)\b.*>")
_COMMENT: Final = re.compile(rb"(?:^|\s)#.*")
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)")
_RESERVED: Final = tuple(re.compile(rf"([/~!$&'()*+,;=?#@{more}])") for more in ("", "%"))
_BEHIND: Final = r"\\\1"
"""What stands for a reserved sign in a local name; "%" is kept by some writers and not by others."""
_ID: Final = re.compile(rb'"@?id"\s*:\s*"((?:[^"\\]|\\.)*+)"')
_ALONE: Final = re.compile(rb'"@?id"\s*:\s*"(?:[^"\\]|\\.)*+"\s*\}')
_PAIR: Final = re.compile(rb'"(@base|[\w.-]+)"\s*:\s*(?:\{\s*"@id"\s*:\s*)?"([^"\\]*+)"')
_ABOUT: Final = re.compile(rb"""\brdf:(?:about|nodeID)\s*=\s*["']([^"']*+)["']""")
_CHUNK: Final = 2**20
_FURTHEST: Final = 500
"""Bytes from the beginning of a name to its last part."""
_MOST: Final = 1000
"""Mentions of one node that are looked at."""

Places = Iterable[tuple[str, int]]
"""Nodes and the offsets at which they stand."""


def written(nodes: Iterable[str], files: Iterable[Path]) -> dict[str, Spot]:
    """Return where each node (an IRI or "_:x") is described, in the first file that has it; none for one in no file."""
    missing, found = set(nodes), dict[str, Spot]()
    for file in files:
        if missing:
            found |= _in_file(missing, file)
            missing -= found.keys()
    return found


def _in_file(nodes: set[str], file: Path) -> dict[str, Spot]:
    try:
        with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _spots(data, _offsets(data, file.suffix, nodes), str(file))
    except (OSError, ValueError):  # ValueError: an empty file cannot be mapped
        return {}


def _spots(data: mmap.mmap, offsets: Mapping[str, int], name: str) -> dict[str, Spot]:
    """Return offsets as lines and columns; every line end is counted once."""
    spots: dict[str, Spot] = {}
    line, at = 1, 0
    for node, offset in sorted(offsets.items(), key=lambda pair: (pair[1], pair[0])):
        line += sum(data[low : min(low + _CHUNK, offset)].count(b"\n") for low in range(at, offset, _CHUNK))
        at = offset
        begin = data.rfind(b"\n", 0, offset) + 1
        spots[node] = Spot(name, line, len(data[begin:offset].decode("utf-8", "replace")) + 1)
    return spots


def _offsets(data: mmap.mmap, suffix: str, nodes: set[str]) -> dict[str, int]:
    if suffix in _TURTLE:
        return _Turtle(data).offsets(nodes)
    if suffix in _JSON:
        return _first(_json(data), nodes, lambda offset: not _alone(data, offset))
    return _first(_xml(data), nodes, lambda offset: True)


def _first(places: Places, nodes: set[str], describes: Callable[[int], bool]) -> dict[str, int]:
    """Return where each node is first described, or else where it is first mentioned."""
    described: dict[str, int] = {}
    mentioned: dict[str, int] = {}
    for node, offset in places:
        if node in nodes and node not in described:
            (described if describes(offset) else mentioned).setdefault(node, offset)
    return mentioned | described


class _Turtle:
    """A file of the Turtle family."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._base = next((_text(found[1]) for found in _lines(_BASE, data)), "")
        self._prefixes = {_text(found[1]): self._full(_text(found[2])) for found in _lines(_PREFIX, data)}

    @cached_property
    def _strings(self) -> list[tuple[int, int]]:
        """The long strings, in which a line may look like a node."""
        if self._data.find(b'"""') < 0 and self._data.find(b"'''") < 0:
            return []
        return [found.span() for found in _LONG.finditer(self._data)]

    def offsets(self, nodes: set[str]) -> dict[str, int]:
        """Return the offset of each node that is in the file."""
        found = _first(self._at_lines(nodes), nodes, self._is_subject)
        lost = {node for node in nodes if node not in found or not self._is_subject(found[node])}
        elsewhere = (place for node in sorted(lost) for place in self._anywhere(node))
        return found | _first(elsewhere, lost, self._is_subject)

    def _at_lines(self, nodes: set[str]) -> Iterator[tuple[str, int]]:
        """Yield where a node in a usual spelling begins a line after an end."""
        spelled = {name.encode(): node for node in nodes for name in self._spellings(node)}
        for found in _lines(_AT_LINE, self._data, _AFTER_AN_END):
            if node := spelled.get(found[1]):
                yield node, found.start(1)

    def _spellings(self, node: str) -> Iterator[str]:
        yield node if node.startswith("_:") else f"<{node}>"
        for prefix, namespace in self._prefixes.items():
            if node.startswith(namespace):
                local = node[len(namespace) :]
                yield from {f"{prefix}:{local}", *(f"{prefix}:{signs.sub(_BEHIND, local)}" for signs in _RESERVED)}

    def _anywhere(self, node: str) -> Iterator[tuple[str, int]]:
        """Yield the places of one node, wherever on their lines."""
        tail, offset = re.split(r"[/#:%]", node)[-1].encode(), -1
        for _ in range(_MOST if tail else 0):
            offset = self._data.find(tail, offset + 1)
            if offset < 0:
                return
            begin = max(offset - _FURTHEST, 0)
            before = _LAST.search(self._data[begin:offset])
            start = begin + before.start() if before else offset
            found = _HERE.match(self._data, start)
            if found and self._node(found[1]) == node:
                yield node, start

    def _node(self, name: bytes) -> str:
        if name.startswith(b"<"):
            return self._full(_unescaped(_text(name[1:-1])))
        prefix, _, local = _text(name).partition(":")
        if prefix == "_" or prefix not in self._prefixes:
            return _text(name)
        return self._prefixes[prefix] + _unescaped(local.rstrip("."))

    def _full(self, iri: str) -> str:
        return urljoin(self._base, iri) if self._base and not re.match("[A-Za-z][A-Za-z0-9+.-]*:", iri) else iri

    def _is_subject(self, offset: int) -> bool:
        """Whether a statement begins here: what stands before it, comments left out, is an end or a beginning."""
        if any(low < offset < high for low, high in self._strings):
            return False
        while offset >= 0:
            begin = self._data.rfind(b"\n", 0, offset) + 1
            before = _COMMENT.sub(b"", self._data[begin:offset]).strip()
            if before:
                return before.endswith((b".", b"{", b"}")) or bool(_DIRECTIVE.fullmatch(before))
            offset = begin - 1
        return True


def _lines(pattern: bytes, data: mmap.mmap, end: bytes = b"\n") -> Iterator[re.Match[bytes]]:
    """Yield what stands at the beginning of a line; the expression begins with a fixed sign, which is what makes it fast."""
    if first := re.match(pattern, data):
        yield first
    yield from re.finditer(end + pattern, data)


def _alone(data: mmap.mmap, offset: int) -> bool:
    """Whether an object of JSON-LD has only its id, so that it mentions a node and does not describe it."""
    return data[max(offset - 20, 0) : offset].rstrip().endswith(b"{") and bool(_ALONE.match(data, offset))


def _json(data: mmap.mmap) -> Iterator[tuple[str, int]]:
    short = {_text(found[1]): _text(found[2]) for found in _PAIR.finditer(data)}
    base = short.get("@base", "")
    for found in _ID.finditer(data):
        name = _unescaped(_text(found[1]))
        prefix, colon, rest = name.partition(":")
        known = colon and prefix in short
        yield short[prefix] + rest if known else name if colon else urljoin(base, name), found.start()


def _xml(data: mmap.mmap) -> Iterator[tuple[str, int]]:
    from html import unescape

    for found in _ABOUT.finditer(data):
        name = unescape(_text(found[1]))
        yield name if found[0].startswith(b"rdf:about") else f"_:{name}", found.start()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: found[3] or chr(int(found[1] or found[2], 16)), text)
