"""What a Kazakh body's name holds of the name of another: the university whose clinic it is, the field of a department."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.annotate.bodies import bodies

LEVELS = frozenset(lexicon.words("annotate.people.names_in_kk", "levels"))


def owner_in(name: str, noun: str) -> str:
    """Университет ректоры beside X университетінің клиникасы: the owner inside the name is the one that is meant."""
    words = name.split()
    for at, word in enumerate(words[:-1]):
        found = bodies.head(word, "kk")
        if found and found[2] == "gen" and bodies.bare(found[0].lower()) == noun:
            return " ".join([*words[:at], found[0]])
    return name


def named_in(short: str, name: str) -> bool:
    """Whether a name may be the full one of a shorter: every field the shorter tells stands in it."""
    fields = {w for w in short.lower().split()[:-1] if w not in LEVELS}
    return fields <= set(name.lower().split())
