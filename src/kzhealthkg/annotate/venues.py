"""Where a briefing is held: a place that says nothing of where the things told there are."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg.model import Mention, Token

BRIEFINGS = ("брифинг", "баспасөз", "пресс-конференци", "окқ", "оқо", "цкс", "сцк")
CAPITAL = "KZ-71"
REACH = 6
LOCATED = frozenset({"loc", "locadj"})


def is_venue(tokens: Sequence[Token], mention: Mention) -> bool:
    """Елордада өткен брифингте, на брифинге в Астане: the capital as the seat of a briefing."""
    return mention.type == "place" and mention.value.region == CAPITAL and _is_seat(tokens, mention)


def _is_seat(tokens: Sequence[Token], mention: Mention) -> bool:
    behind = tokens[mention.last : mention.last + REACH]
    if mention.first and tokens[mention.first - 1].norm in ("в", "во"):
        before = tokens[max(0, mention.first - 1 - REACH // 2) : mention.first - 1]
        return any(t.norm.startswith(BRIEFINGS) for t in [*before, *behind[: REACH // 2]])
    return mention.case in LOCATED and any(t.norm.startswith(BRIEFINGS) for t in _phrase(behind))


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    """Return the words up to the first sign that closes a phrase."""
    end = next((i for i, t in enumerate(tokens) if t.text in ",;:—–.!?"), len(tokens))
    return list(tokens[:end])
