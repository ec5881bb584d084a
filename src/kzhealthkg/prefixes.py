"""Short names of IRIs, by the project's one table of prefixes: ``ontology/prefixes.tsv``."""

from __future__ import annotations

from functools import cache

from kzhealthkg import resources


@cache
def prefixes() -> dict[str, str]:
    """Return the table, namespace by prefix."""
    lines = resources.path("ontology", "prefixes.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


@cache
def _namespaces() -> tuple[tuple[str, str], ...]:
    """Return namespace and prefix, the longest namespace first."""
    return tuple(sorted(((iri, name) for name, iri in prefixes().items()), key=lambda pair: (-len(pair[0]), pair)))


def short(iri: str) -> str:
    """Return an IRI with its prefix, or as it is where the table has none.

    >>> short("https://w3id.org/kzhealth/id/person/x"), short("urn:x")
    ('id:person/x', 'urn:x')
    """
    for namespace, name in _namespaces():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{name}:{iri[len(namespace) :]}"
    return iri


def full(name: str) -> str:
    """Return the IRI of a short name, and anything that is no short name as it is, without angle brackets.

    >>> full("kzh:article"), full("<urn:x>")
    ('https://w3id.org/kzhealth/ontology#article', 'urn:x')
    """
    if name.startswith("<") and name.endswith(">"):
        return name[1:-1]
    prefix, colon, rest = name.partition(":")
    return prefixes()[prefix] + rest if colon and prefix in prefixes() else name


def local(iri: str) -> str:
    """Return the last part of an IRI, the whole of it where it has one part only.

    >>> local("http://www.w3.org/ns/shacl#In"), local("https://schema.org/name"), local("urn:x")
    ('In', 'name', 'urn:x')
    """
    return iri.rstrip("#/").rpartition("#")[2].rpartition("/")[2] or iri
