"""A measure whose noun the words before have told: материнская смертность выросла, младенческая снизилась."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.model import Token
from kzhealthkg.morph import ru

OPENERS = frozenset(lexicon.words("extract.figures.elided_heads", "openers"))
ADJECTIVAL = lexicon.words("extract.figures.elided_heads", "adjectival")
PREDICATES = frozenset({"past", "pres"})


def elided_head(clause: Clause, memory: Memory) -> tuple[str, int] | None:
    """Return the measure of an adjective that is the subject without a noun, and where it stands."""
    tokens, at = clause.sentence.tokens, clause.first
    while at < clause.last and tokens[at].norm in OPENERS:
        at += 1
    before = latest(clause, memory) if at + 1 < clause.last and _is_subject(tokens[at], tokens[at + 1]) else None
    name = _named(str(before.slots["measure"]).split(), tokens[at].norm) if before is not None else ""
    return (name[:1].upper() + name[1:] if tokens[at].text[0].isupper() else name, at) if name else None


def _is_subject(adjective: Token, verb: Token) -> bool:
    alone = adjective.best.pos == "ADJ" and adjective.norm.endswith(ADJECTIVAL)
    return alone and any(r.case == "nom" for r in adjective.readings) and verb.best.form in PREDICATES


def _named(words: list[str], adjective: str) -> str:
    """Return the measure told before with this adjective in the place of its own, "" where they do not agree."""
    low = [w.lower() for w in words]
    if not low[1:] or low[0][-2:] != adjective[-2:]:
        plain = bool(low) and not low[0].endswith(ADJECTIVAL) and ru.agreeing(adjective, low[0]) == adjective
        return f"{adjective} {low[0]}" if plain else ""
    return " ".join([adjective, *words[1:]])
