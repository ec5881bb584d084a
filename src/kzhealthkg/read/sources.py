"""Paths to raw articles: files, folders, gzip, JSON Lines; one Problem for each that cannot be read."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from kzhealthkg.model import Problem
from kzhealthkg.read.decode import NotTextError, decode
from kzhealthkg.read.known import FIELDS, MANIFESTS, manifest
from kzhealthkg.read.page import extract

LARGEST = 20 * 1024 * 1024
"""The most bytes of one file or record: a page with its pictures in it is large, its text is not."""
LONGEST = 5_000_000
"""The most characters of one article."""
_KINDS = (".txt", ".html", ".htm", ".jsonl")
TOO_LARGE = "too large for one article"
SPLIT = f"at most {LONGEST // 10**6} million characters, in a file of {LARGEST // 1024**2} MB"


class Raw(NamedTuple):
    """An article as found: its id, its stored text, what is said beside it, and where it stands."""

    id: str
    text: str
    known: Mapping[str, Any]
    where: str


def files(paths: Iterable[str | PathLike[str]]) -> Iterator[Path | Problem]:
    """Yield every readable file once, in one order whatever the order of ``paths``."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in map(Path, paths):
        try:
            here = _below(path)
        except OSError as wrong:
            here = [Problem(str(path), wrong.strerror or "cannot be opened")]
        for item in here:
            if isinstance(item, Problem):
                problems.append(item)
            else:
                found.setdefault(item.resolve(), item)
    yield from sorted(problems, key=str)
    yield from sorted(found.values(), key=lambda file: file.as_posix())


def _below(path: Path) -> list[Path | Problem]:
    if path.is_dir():
        here = [p for p in path.rglob("*") if p.is_file() and _kind(p) and not _is_hidden(p, path)]
        return [*here] or [Problem(str(path), "a folder without articles", f"put {', '.join(_KINDS)} files into it")]
    if not path.exists():
        return [Problem(str(path), "no such file or folder")]
    if path.name in MANIFESTS or not _kind(path):
        return [Problem(str(path), "not a kind of file that is read", f"one of {', '.join(_KINDS)}, or those with .gz")]
    return [path]


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)


def _kind(file: Path) -> str:
    name = file.name.lower().removesuffix(".gz")
    return next((kind for kind in _KINDS if name.endswith(kind)), "")


def raws(paths: Iterable[str | PathLike[str]], encoding: str | None) -> Iterator[Raw | Problem]:
    """Yield the articles of ``paths`` as found, and a Problem for each file or record that is none."""
    manifests: dict[Path, dict[str, dict[str, Any]]] = {}
    for file in files(paths):
        if isinstance(file, Problem):
            yield file
            continue
        if file.parent not in manifests:
            manifests[file.parent], problems = manifest(file.parent)
            yield from problems
        try:
            yield from _articles(file, manifests[file.parent].get(file.name, {}), encoding)
        except NotTextError as wrong:
            yield Problem(str(file), str(wrong), "save it as UTF-8 text")
        except LookupError:
            yield Problem(str(file), f"unknown encoding {encoding}")
        except (OSError, EOFError, zlib.error) as wrong:
            yield Problem(str(file), getattr(wrong, "strerror", None) or f"cannot be read: {wrong}")


def _open(file: Path) -> IO[bytes]:
    opener: Any = gzip.open if file.name.lower().endswith(".gz") else open
    return cast("IO[bytes]", opener(file, "rb"))


def _articles(file: Path, said: dict[str, Any], encoding: str | None) -> Iterator[Raw | Problem]:
    if _kind(file) == ".jsonl":
        yield from _records(file, said, encoding)
        return
    with _open(file) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Problem(str(file), TOO_LARGE, SPLIT)
        return
    text, note = decode(data, encoding)
    if note:
        yield Problem(str(file), note, "save it as UTF-8 to be sure", fatal=False)
    stem = file.name[: file.name.lower().rindex(_kind(file))]
    if _kind(file) == ".txt":
        yield Raw(stem, text, said, str(file))
        return
    try:
        text, head = extract(text)
    except ValueError as wrong:
        yield Problem(str(file), str(wrong))
        return
    yield Raw(stem, text, {**head, **{key: value for key, value in said.items() if value}}, str(file))


def _records(file: Path, said: dict[str, Any], encoding: str | None) -> Iterator[Raw | Problem]:
    with _open(file) as stream:
        for number, line in enumerate(_lines(stream), 1):
            where = f"{file}:{number}"
            if len(line) > LARGEST:
                yield Problem(where, TOO_LARGE, SPLIT)
            elif line.strip():
                yield from _record(line, where, said, encoding)


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield line after line; of one that is too long only the beginning."""
    while line := stream.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
        yield line


def _record(line: bytes, where: str, said: dict[str, Any], encoding: str | None) -> Iterator[Raw | Problem]:
    try:
        text, note = decode(line, encoding)
        record = json.loads(text)
    except NotTextError as wrong:
        yield Problem(where, str(wrong))
        return
    except (ValueError, RecursionError) as wrong:
        yield Problem(where, f"not a JSON record: {' '.join(str(wrong).split())[:80]}")
        return
    if note:
        yield Problem(where, note, "save it as UTF-8 to be sure", fatal=False)
    yield _raw(record, where, said)


def _raw(record: object, where: str, said: dict[str, Any]) -> Raw | Problem:
    if not isinstance(record, dict):
        return Problem(where, "not a JSON object", 'a record is {"id": ..., "text": ...}')
    name, text = record.get("id"), record.get("text")
    if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
        return Problem(where, "a record without an id", 'a record is {"id": ..., "text": ...}')
    if not isinstance(text, str):
        return Problem(where, f"record {str(name)[:60]} has no text", 'a record is {"id": ..., "text": ...}')
    return Raw(str(name).strip(), text, said | {field: record.get(field) for field in FIELDS}, where)
