"""What was met: every thing once, with the names it was given, and every link with its reasons."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kzhealthkg.model import Entity
from kzhealthkg.text import skeleton

LANGUAGES: Final = ("kk", "ru", "en")
_SLUG: Final = 48


@dataclass(slots=True)
class Thing:
    """One thing while it is being collected; ``fixed`` labels come from reference tables."""

    type: str
    fixed: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    values: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: set[str] = field(default_factory=set)
    reference: bool = False


class Things:
    """The things of a build by id."""

    def __init__(self) -> None:
        self.by_id: dict[str, Thing] = {}

    def add(self, local: str, thing: Thing) -> Thing:
        """Return the thing with this id, which is ``thing`` where it was not met before."""
        return self.by_id.setdefault(local, thing)

    def entities(self) -> tuple[Entity, ...]:
        """Return every thing as an entity, by id."""
        return tuple(_entity(local, self.by_id[local]) for local in sorted(self.by_id))


def _entity(local: str, thing: Thing) -> Entity:
    labels = dict(thing.fixed)
    labels |= {lang: best(names) for lang, names in thing.names.items() if lang not in labels and names}
    ordered: dict[str, str] = {lang: labels[lang] for lang in LANGUAGES if lang in labels}
    others = {f"{name}@{lang}" for lang, names in thing.names.items() for name in names if labels.get(lang) != name}
    chosen = {name: (best(values),) for name, values in thing.values.items()}
    extra = {"altLabel": tuple(sorted(others))} if others else {}
    return Entity(local, thing.type, ordered, {**thing.properties, **chosen, **extra})


def best(names: Counter[str]) -> str:
    """Return the most frequent name, of equals the longest, of these the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def digest(*parts: str) -> str:
    """Return eight hexadecimal digits that stand for these texts in this order."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=4).hexdigest()


def slug(words: Iterable[str]) -> str:
    """Return words as one short lower-case ASCII word with hyphens."""
    plain = (word.lower() if word.isascii() else skeleton(word) for word in words)
    text = re.sub(r"[^a-z0-9]+", "-", " ".join(plain)).strip("-")
    return text[:_SLUG].rstrip("-") or "x"
