"""What changed between two builds, and which nodes may get another verdict for it.

A build's Turtle has a block a subject and a line a property, in a fixed order, so builds are
compared as text, and of a large graph only the blocks that matter are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kzhealthkg.prefixes import short
from kzhealthkg.validate import checks, given, verdict
from kzhealthkg.validate.data import GRAPH
from kzhealthkg.validate.shapes import Shapes

if TYPE_CHECKING:
    from kzhealthkg.validate.report import Finding

_PREFIX: Final = re.compile(r"@prefix ([a-z-]*): <([^<>]*)> \.\n")
_NAME: Final = re.compile(r"(?<![\w<:?$])([a-z]+:[A-Za-z]+)\b")
_JOINS: Final = re.compile(r"^#\+ joins: (.+)$", re.MULTILINE)
_PART: Final = 0.5
"""Share of the subjects up to which a part is judged."""


@dataclass(frozen=True)
class Turtle:
    """A build's Turtle: its prefixes, and its blocks by subject."""

    prefixes: Mapping[str, str]
    blocks: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Turtle:
        """Return a file that this project's writer wrote."""
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        blocks = (block for block in body.split("\n\n") if block)
        return cls(dict(_PREFIX.findall(head + "\n")), {block.partition(" ")[0]: block for block in blocks})

    def iri(self, subject: str) -> str:
        """Return a subject as an IRI."""
        prefix, _, name = subject.partition(":")
        return subject[1:-1] if subject.startswith("<") else self.prefixes[prefix] + name

    def kind(self, subject: str) -> str:
        """Return the first line of a subject's block, which says what it is; "" where it is not described."""
        return self.blocks.get(subject, "").partition(" ;\n")[0]

    def text(self, subjects: Iterable[str]) -> str:
        """Return a document of some of the blocks."""
        head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in self.prefixes.items())
        return head + "\n\n".join(self.blocks[subject] for subject in subjects if subject in self.blocks)


@dataclass(frozen=True)
class Change:
    """Two builds: ``seen`` are the properties that rules look through, ``joins`` those by which nodes are compared."""

    old: Turtle
    new: Turtle
    seen: frozenset[str]
    joins: frozenset[str]

    @cached_property
    def touched(self) -> frozenset[str]:
        """The subjects that are described in another way than before, or are new, or gone."""
        old, new = self.old.blocks, self.new.blocks
        return frozenset(subject for subject in old.keys() | new.keys() if old.get(subject) != new.get(subject))

    @cached_property
    def judged(self) -> frozenset[str]:
        """The subjects that may get another verdict: what changed, what leads there, and what is compared with it."""
        found = self._leading_to(self.touched | self._speaking_of_another())
        return frozenset(found | self._compared_with(found) | self._mentioned())

    def _speaking_of_another(self) -> set[str]:
        """Return what speaks, by any property, of a subject that is new, gone, or of another kind than before."""
        other = {subject for subject in self.touched if self.old.kind(subject) != self.new.kind(subject)}
        return {one for one in self.new.blocks if not other.isdisjoint(self._words(one))} if other else set()

    @cached_property
    def small(self) -> bool:
        """Whether it is worth while to judge a part only."""
        return self.old.prefixes == self.new.prefixes and len(self.judged) < _PART * len(self.new.blocks)

    @cached_property
    def needed(self) -> set[str]:
        """The subjects whose blocks are needed to judge what is to be judged."""
        found = {subject for subject in self.judged if subject in self.new.blocks}
        edge = {word for subject in found for word in self._words(subject)}
        while edge := {word for word in edge if word in self.new.blocks} - found:
            found |= edge
            edge = {word for subject in edge for word in self._links[0].get(subject, ())}
        return found | self._mentioning(found)

    def _words(self, subject: str) -> list[str]:
        return self.new.blocks[subject].split()[1:]

    def _leading_to(self, subjects: Iterable[str]) -> set[str]:
        """Return the subjects, and all from which rules come to them."""
        found, edge = set(subjects), set(subjects)
        while edge:
            edge = {one for one, words in self._links[0].items() if one not in found and not edge.isdisjoint(words)}
            found |= edge
        return found

    @cached_property
    def _links(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """By subject: the words of the lines that rules look through, and the lines by which nodes are compared."""
        links, shared = {}, {}
        for subject, block in self.new.blocks.items():
            lines = [line.split() for line in block.split(" ;\n")[1:]]
            links[subject] = [word for words in lines if words[0] in self.seen for word in words[1:]]
            if own := [" ".join(words[:2]) for words in lines if words[0] in self.joins]:
                shared[subject] = own
        return links, shared

    def _compared_with(self, subjects: Iterable[str]) -> set[str]:
        """Return what shares, now or before, a value with one of the subjects that rules compare them by."""
        blocks = (build.blocks.get(subject, "") for build in (self.old, self.new) for subject in subjects)
        lines = (line.split() for block in blocks for line in block.split(" ;\n")[1:])
        values = {" ".join(words[:2]) for words in lines if words[0] in self.joins}
        return {one for one, own in self._links[1].items() if not values.isdisjoint(own)}

    def _mentioned(self) -> set[str]:
        """Return what changed subjects speak of, or spoke of: it may have got its first mention, or lost its last."""
        blocks = (build.blocks.get(subject, "") for build in (self.old, self.new) for subject in self.touched)
        return {word for block in blocks for word in block.split() if word in self.new.blocks}

    def _mentioning(self, found: set[str]) -> set[str]:
        """Return for each subject that is judged, and each property, one that speaks of it by that property."""
        known: set[tuple[str, str]] = set()
        more = set()
        for subject in (*found, *self.new.blocks):
            if not self.judged.isdisjoint(self._words(subject)):
                lines = (line.split() for line in self.new.blocks[subject].split(" ;\n"))
                own = {(words[0], word) for words in lines for word in words[1:] if word in self.judged}
                if not own <= known:
                    more.add(subject)
                    known |= own
        return more


@dataclass(frozen=True)
class Part:
    """What of a build is to be judged: a file with all that is needed, the nodes, and what is known of the others."""

    file: Path
    judged: frozenset[str]
    kept: list[Finding]


def part(build: Path, earlier: Path, scratch: Path) -> Part | None:
    """Return what of a build's folder may get another verdict than the earlier build; None where it is no part."""
    known = verdict.kept(earlier)
    if known is None:
        return None
    change = Change(Turtle.read(earlier / GRAPH), Turtle.read(build / GRAPH), *_looked_through())
    if not change.small:
        return None
    judged = frozenset(change.new.iri(subject) for subject in change.judged)
    file = scratch / "part.ttl"
    file.write_text(change.new.text(sorted(change.needed)), encoding="utf-8")
    return Part(file, judged, [finding for finding in known if finding.focus not in judged])


def _looked_through() -> tuple[frozenset[str], frozenset[str]]:
    """Return the properties, by their short names, that rules look through, and those that they compare nodes by."""
    queries = [check.query for check in checks.load()]
    shapes = {short(path.value) for path in Shapes(given.shape_triples(None), own=True).looking()}
    seen = {name for query in queries for name in _NAME.findall(query)} | shapes
    joins = {name for query in queries for line in _JOINS.findall(query) for name in line.split()}
    return frozenset(seen), frozenset(joins)
