"""Paths to raw articles: files, folders, gzip, JSON Lines; one Problem for each that cannot be read."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from kzhealthkg.messages import Said, reason
from kzhealthkg.model import Problem
from kzhealthkg.read.decode import NotTextError, decode
from kzhealthkg.read.known import FIELDS, MANIFESTS, manifest
from kzhealthkg.read.page import MarkupError, extract

LARGEST = 20 * 1024 * 1024
"""The most bytes of one file or record: a page with its pictures in it is large, its text is not."""
LONGEST = 5_000_000
"""The most characters of one article."""
_KINDS = (".txt", ".html", ".htm", ".jsonl")


class Raw(NamedTuple):
    """An article as found: its id, its stored text, what is said beside it, and where it stands."""

    id: str
    text: str
    known: Mapping[str, Any]
    where: str


def too_large(where: str) -> Problem:
    """Return the problem of an article that is larger than articles are."""
    mend = Said("read.large.mend", characters=LONGEST // 10**6, megabytes=LARGEST // 1024**2)
    return Problem(where, Said("read.large"), mend)


def files(paths: Iterable[str | PathLike[str]]) -> Iterator[Path | Problem]:
    """Yield every readable file once, in one order whatever the order of ``paths``."""
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in map(Path, paths):
        try:
            here = _below(path)
        except OSError as wrong:
            here = [Problem(str(path), reason(wrong))]
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
        return [*here] or [_misplaced(path, "read.folder")]
    if not path.exists():
        return [Problem(str(path), Said("read.missing"))]
    if path.name in MANIFESTS or not _kind(path):
        return [_misplaced(path, "read.kind")]
    return [path]


def _misplaced(path: Path, key: str) -> Problem:
    return Problem(str(path), Said(key), Said(f"{key}.mend", kinds=", ".join(_KINDS)))


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
            yield Problem(str(file), wrong.line, Said("read.text.mend"))
        except LookupError:
            yield Problem(str(file), Said("read.noencoding", encoding=encoding))
        except (OSError, EOFError, zlib.error) as wrong:
            yield Problem(str(file), _unread(wrong))


def _unread(wrong: OSError | EOFError | zlib.error) -> str:
    if isinstance(wrong, OSError) and wrong.strerror:
        return reason(wrong)
    return Said("read.broken", reason=wrong)


def _open(file: Path) -> IO[bytes]:
    opener: Any = gzip.open if file.name.lower().endswith(".gz") else open
    return cast("IO[bytes]", opener(file, "rb"))


def _articles(file: Path, said: dict[str, Any], encoding: str | None) -> Iterator[Raw | Problem]:
    """Yield the articles of one file, and what is wrong with it."""
    if _kind(file) == ".jsonl":
        yield from _records(file, said, encoding)
        return
    with _open(file) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield too_large(str(file))
        return
    text, note = decode(data, encoding)
    if note:
        yield Problem(str(file), note, Said("read.sure.mend"), fatal=False)
    yield _article(file, text, said)


def _article(file: Path, text: str, said: dict[str, Any]) -> Raw | Problem:
    """Return the article of a text file as it stands, or that of a page with what its head says."""
    stem = file.name[: file.name.lower().rindex(_kind(file))]
    if _kind(file) == ".txt":
        return Raw(stem, text, said, str(file))
    try:
        text, head = extract(text)
    except MarkupError as wrong:
        return Problem(str(file), wrong.line)
    return Raw(stem, text, {**head, **{key: value for key, value in said.items() if value}}, str(file))


def _records(file: Path, said: dict[str, Any], encoding: str | None) -> Iterator[Raw | Problem]:
    with _open(file) as stream:
        for number, line in enumerate(_lines(stream), 1):
            where = f"{file}:{number}"
            if len(line) > LARGEST:
                yield too_large(where)
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
        yield Problem(where, wrong.line)
        return
    except (ValueError, RecursionError) as wrong:
        yield Problem(where, Said("read.nojson", reason=" ".join(str(wrong).split())[:80]))
        return
    if note:
        yield Problem(where, note, Said("read.sure.mend"), fatal=False)
    yield _raw(record, where, said)


def _raw(record: object, where: str, said: dict[str, Any]) -> Raw | Problem:
    if not isinstance(record, dict):
        return Problem(where, Said("read.noobject"), Said("read.record.mend"))
    name, text = record.get("id"), record.get("text")
    if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
        return Problem(where, Said("read.noid"), Said("read.record.mend"))
    if not isinstance(text, str):
        return Problem(where, Said("read.notext", id=str(name)[:60]), Said("read.record.mend"))
    return Raw(str(name).strip(), text, said | {field: record.get(field) for field in FIELDS}, where)
