"""Lines of a list of works: where the list begins, and the date that a line gives."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Sentence

ITEM = 10
"""Words in the longest item of a list that is read as one."""
LINE = 16
"""Words in the longest line of a list, with what it says in brackets."""


def list_start(clause: Clause, memory: Memory) -> int:
    """Return how many lines above the sentence before the list begins that this line is an item of, 0 for none."""
    sentences = memory.document.sentences
    for at in range(clause.index - 1, max(-1, clause.index - ITEM), -1):
        if sentences[at].tokens[-1].text == ":":
            return clause.index - at + 1
        if len(sentences[at].tokens) > LINE:
            return 0
    return 0


def line_date(sentence: Sentence) -> tuple[str, int, int] | None:
    """Return the date that a short line gives, "" for a bare month, where its word ends, and the token after it."""
    bracket = next((i for i, t in enumerate(sentence.tokens) if t.text == "("), len(sentence.tokens))
    if bracket > ITEM:
        return None
    dates = [m for m in sentence.mentions if m.type == "date" and m.last <= bracket]
    if dates:
        return (dates[0].value.edtf, dates[0].end, dates[0].last) if len(dates) == 1 else None
    tokens = sentence.tokens[:ITEM]
    at = next((i for i, t in enumerate(tokens) if t.norm.startswith(_months())), None)
    return None if at is None else ("", tokens[at].end, at + 1)


def same_year(clause: Clause, memory: Memory) -> str:
    """7 нысан – биыл маусымда; 12 нысан – қазан: a bare month is of the year of the line above, where it is later."""
    above = memory.last_draft("Works", within=1, sentence=clause.index)
    told = str(above.slots.get("due") or above.slots.get("date") or "") if above is not None else ""
    rows = [r for r in lexicon.table("months") if r["language"] == "kk"]
    month = next((int(r["number"]) for t in clause.sentence.tokens for r in rows if t.norm.startswith(r["stem"])), 0)
    later = len(told) == len("2024-06") and int(told[5:]) < month
    return f"{told[:4]}-{month:02}" if above is not None and above.rule == "works-part" and later else ""


@cache
def _months() -> tuple[str, ...]:
    return tuple(r["stem"] for r in lexicon.table("months") if r["language"] == "kk")
