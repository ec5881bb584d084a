"""What the line above a list says of all its members: Закрыты: …; Мына стационарлар жабылды: …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.capacity.guards import CLOSED, ENDED
from kzhealthkg.model import Sentence

FEWER = lexicon.words("kinds.capacity.headings", "fewer")
GOES_ON = frozenset(",;")
BULLETS = frozenset("-–—•*·")
LONGEST = 14
"""Words of the longest such line."""


def under_closed(clause: Clause, memory: Memory) -> bool:
    """Say whether a clause is in a list below a line that tells what was closed: its houses can do nothing now."""
    sentences = memory.document.sentences
    for at in range(clause.index, 0, -1):
        above = sentences[at - 1]
        sign = above.tokens[-1].text
        if sign == ":":
            return len(above.tokens) <= LONGEST and _is_closed(above)
        if sign not in GOES_ON and sentences[at].tokens[0].text not in BULLETS:
            return False
    return False


def _is_closed(heading: Sentence) -> bool:
    if heading.words.isdisjoint(CLOSED) and heading.words.isdisjoint(FEWER):
        return False
    return any(is_lemma(t, *CLOSED, *FEWER) and ENDED & t.forms for t in heading.tokens)
