"""Each file of its own: it parses, its prefixes are those of the one table, its version is that of the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kzhealthkg import vocab
from kzhealthkg.validate.own.project import OWL, Project
from kzhealthkg.validate.report import Finding, Spot

PREFIX: Final = r"(?i)^[ \t]*@?prefix\s+([\w-]*):\s*<([^>]*)>"
_VERSION: Final = r"[0-9]+\.[0-9]+\.[0-9]+[\w.+-]*"
_PLACES: Final = {
    "CHANGELOG.md": rf"\A(?:[^#]|#[^#])*?^## ({_VERSION})",
    "pyproject.toml": rf'^version = "({_VERSION})"',
    "docs/rdf-form.md": rf'(?:build-|kzhealthkg-|"build |"kzhealthkg |owl:versionInfo ")({_VERSION})',
    "src/kzhealthkg/vocab.py": rf'^VERSION: Final = "({_VERSION})"',
}
"""Where the version stands besides the ontology, by file."""


def findings(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with single files."""
    yield from _unread(project)
    for file in (*project.turtle, *project.queries):
        yield from prefixes(project, file)
    yield from _versions(project)


def _unread(project: Project) -> Iterator[Finding]:
    for file, said in project.broken.items():
        yield _broken(project, file, said)
    for file in project.queries:
        if said := _unasked(project.text(file)):
            yield _broken(project, file, said)


def _broken(project: Project, file: Path, said: str) -> Finding:
    place = re.match(r"([0-9]+):([0-9]+): ", said)
    where = Spot(str(file), int(place[1]), int(place[2])) if place else None
    return project.finding("own-parse", file, where, reason=said[place.end() if place else 0 :].rstrip("."))


def _unasked(query: str) -> str:
    """Return what is wrong with a query, "" where nothing is: "line:column: reason"."""
    import pyoxigraph as ox

    try:
        ox.Store().query(query)
    except SyntaxError as error:
        place = re.search(r"at ([0-9]+:[0-9]+): (?:expected (?:one of )?)?", str(error))
        reason = " ".join(str(error).split())
        return f"{place[1]}: {reason}" if place else reason
    return ""


def prefixes(project: Project, file: Path) -> Iterator[Finding]:
    """Yield the prefixes that mean something else in a file than in the table."""
    table = _table(project)
    for found in re.finditer(PREFIX, project.text(file), re.MULTILINE):
        prefix, namespace = found[1], found[2]
        if table.get(prefix) != namespace:
            where, wanted = project.spot(file, found.start(1)), table.get(prefix, "—")
            yield project.finding("own-prefix", file, where, prefix=prefix, found=namespace, wanted=wanted)


def _table(project: Project) -> dict[str, str]:
    lines = project.text(project.root / "ontology" / "prefixes.tsv").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {prefix: namespace for prefix, _, namespace in rows}


def _versions(project: Project) -> Iterator[Finding]:
    ontology = vocab.ONTOLOGY.removesuffix("#")
    for name, start in (("versionInfo", ""), ("versionIRI", f"{ontology}/")):
        found = [term.value.removeprefix(start) for term in project.facts[ontology].get(OWL + name, ())] or ["—"]
        for version in found:
            if version != vocab.VERSION:
                yield project.finding("own-version", ontology, found=version, wanted=vocab.VERSION)
    for place, pattern in _PLACES.items():
        for version, where in project.matches(project.root / place, pattern):
            if version != vocab.VERSION:
                file = project.root / place
                yield project.finding("own-version", file, where, found=version, wanted=vocab.VERSION)
