"""What a Kazakh article says of a building only in passing: its age, an old stop, how it is fitted out."""

from __future__ import annotations

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.memory import Memory
from kzhealthkg.model import Mention

ASIDE, LONG = 1, 5
"""Years back from the article beyond which a finished work, said in passing or of its own, is history."""


def attribute(hit: Hit, mention: Mention, found: str) -> bool:
    """Жабдықталған емхана, тоқтап қалған құрылыс: what is only said in passing of a thing spoken of."""
    if mention.first < hit.last:
        return False
    standing = any(t.norm.startswith("тұр") for t in hit.clause.sentence.tokens[hit.last : mention.first])
    return bool(hit.frame.options.get("equip")) or (found == "stopped" and not standing)


def told_now(drafts: list[Draft], mentions: list[Mention], hit: Hit, memory: Memory) -> list[Draft]:
    """Leave out what was built long before the article: 1980 жылы салынған, 2 жыл бұрын ашылған емхана …"""
    years = ASIDE if mentions and mentions[0].first >= hit.last else LONG
    return [d for d in drafts if not _past(d, memory, years)]


def _past(draft: Draft, memory: Memory, years: int) -> bool:
    written, date = str(memory.document.article.date or ""), str(draft.slots.get("date", ""))
    done = draft.slots.get("status") in ("completed", "stopped")
    last = date.rpartition("/")[2][:4]
    return done and last.isdigit() and written[:4].isdigit() and int(written[:4]) - int(last) > years
