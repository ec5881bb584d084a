"""Files to Articles: decoded, cleaned with an offset map, dated; what cannot be read is a Problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any, get_args

from kzhealthkg import text
from kzhealthkg.messages import Said, SaidError, problem_line
from kzhealthkg.model import Article, Language, Problem
from kzhealthkg.read.clean import Cleaned, clean
from kzhealthkg.read.known import checked
from kzhealthkg.read.sources import LONGEST, Raw, raws, too_large
from kzhealthkg.text.health import of_health

__all__ = ["RefusedError", "article", "read"]


class RefusedError(SaidError):
    """A text that is no article on health in Kazakh or Russian; the message is one line."""


def read(paths: Iterable[str | PathLike[str]], *, encoding: str | None = None) -> Iterator[Article | Problem]:
    """Yield the articles of .txt, .html and .jsonl files and folders, and a Problem for all that is wrong.

    The stored text of an .html file is its visible text. Problems of an article come before it.
    """
    taken: dict[str, str] = {}
    for raw in raws(paths, encoding):
        if isinstance(raw, Problem):
            yield raw
        elif raw.id in taken:
            what = Said("read.twice", id=raw.id, other=taken[raw.id])
            yield Problem(raw.where, what, Said("read.twice.mend"))
        else:
            taken[raw.id] = raw.where
            made, problems = _made(raw)
            yield from problems
            if made:
                yield made


def article(stored: str, id: str = "article", **known: Any) -> Article:  # noqa: A002
    """Return the article that ``stored`` is; ``known`` overrides what the text says: title, date, region, …

    Raises RefusedError where it is empty, too long, in Arabic script, in another language or not on health.
    """
    made, problems = _made(Raw(id, stored, known, id))
    if not made:
        line = problem_line(problems[-1])
        raise RefusedError(line.key, **line.values)
    return made


def _made(raw: Raw) -> tuple[Article | None, list[Problem]]:
    wrong = _unreadable(raw)
    if wrong:
        return None, [wrong]
    known, problems = checked(raw.known, raw.where)
    cleaned = clean(raw.text)
    wrong = _unfit(raw, cleaned)
    if wrong:
        return None, [*problems, wrong]
    made = _article(raw, cleaned, known)
    if not made.date:
        problems.append(Problem(raw.where, Said("read.nodate"), Said("read.nodate.mend"), fatal=False))
    return made, problems


def _unreadable(raw: Raw) -> Problem | None:
    if not raw.text.strip("\ufeff \t\r\n\x0b\x0c\u00a0"):
        return Problem(raw.where, Said("read.empty"))
    if len(raw.text) > LONGEST:
        return too_large(raw.where)
    if re.search("[\ud800-\udfff]", raw.text + raw.id):
        return Problem(raw.where, Said("read.halves"), Said("read.halves.mend"))
    return None


def _unfit(raw: Raw, cleaned: Cleaned) -> Problem | None:
    if not cleaned.language:
        if text.script_of(raw.text) == "arabic":
            return Problem(raw.where, Said("read.arabic"), Said("read.arabic.mend"))
        return Problem(raw.where, Said("read.neither"))
    if not of_health(cleaned.mapped.text):
        return Problem(raw.where, Said("read.health"))
    return None


def _article(raw: Raw, cleaned: Cleaned, known: Mapping[str, str]) -> Article:
    return Article(
        id=raw.id,
        text=raw.text,
        clean=text.legible(cleaned.mapped),
        title=known.get("title") or _title(raw, cleaned),
        publisher=known.get("publisher") or cleaned.publisher,
        date=known.get("date") or cleaned.date,
        url=known.get("url"),
        language=_language(cleaned.language, known.get("language")),
        region=known.get("region") or cleaned.region,
    )


def _language(seen: Language | None, said: str | None) -> Language:
    """Return the language: what is said holds, but for the script, which the letters show."""
    for language in get_args(Language):
        if language == (seen if seen == "kk-Latn" or not said or said == "kk-Latn" else said):
            return language  # type: ignore[no-any-return]
    return "kk"


def _title(raw: Raw, cleaned: Cleaned) -> str | None:
    """Return the title in the article's own script."""
    if not cleaned.title:
        return None
    start, end = cleaned.mapped.source(*cleaned.title)
    if cleaned.language != "kk-Latn":
        return cleaned.mapped.text[slice(*cleaned.title)]
    return " ".join(text.normalise(text.identity(raw.text[start:end])).text.split())
