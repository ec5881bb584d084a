"""What a verb and a noun said once are told of in another town: в A построят больницу на 150 коек, в B – на 200."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

SIGNS = frozenset(lexicon.words("extract.context.gapped", "signs"))
SIZE = frozenset(lexicon.words("extract.context.gapped", "size"))
OWN = ("facility", "count", "amount", "percent", "contractor", "bound", *LOCATED)
"""What is not said again of the other town."""


def gapped(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return the work and the size of each further town that a Russian clause tells without verb and noun."""
    works = [d for d in drafts if d.kind == "Works" and "place" in d.slots and "count" not in d.slots]
    sized = [d for d in drafts if d.kind == "Capacity" and "place" in d.slots]
    if clause.language != "ru" or len(sized) != 1 or len(works) > 1:
        return []
    return [_there(draft, *pair) for pair in _pairs(clause) for draft in (*works, *sized)]


def _pairs(clause: Clause) -> Iterator[tuple[Mention, Mention]]:
    """Yield each town before a dash and the size behind it: …, а в B – на 200."""
    tokens, numbers = clause.sentence.tokens, {m.first: m for m in clause.mentions("number")}
    for place in clause.mentions("place"):
        at = place.first - 2
        opens = at > clause.first and tokens[at + 1].norm in IN and tokens[at].norm in SIGNS
        behind = [t.norm for t in tokens[place.last : place.last + 2]]
        sized = len(behind) > 1 and behind[0] in DASHES and behind[1] in SIZE
        if opens and sized and place.last + 2 in numbers:
            yield place, numbers[place.last + 2]


def _there(draft: Draft, place: Mention, size: Mention) -> Draft:
    made = draft.copy()
    made.drop(*OWN)
    if draft.kind == "Capacity":
        roles.quantity(made, "value", size)
        made.used = {size.start}
    say_place(made, place.value)
    made.cover(place.start, size.end)
    return made
