"""Works told behind dashes with one verb for them all: A ауылында – амбулатория, B ауылында – ФАП бой көтерді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

SHARED = ("workType", "status", "date", "due", "programme", "source", "speaker")
SIGNS = frozenset(lexicon.words("kinds.works.dashes", "signs"))


def work_dashes(clause: Clause, told: list[Draft], memory: Memory) -> list[Draft]:
    """Return the works that stand behind the dashes before a clause whose own one stands behind the last."""
    tokens = clause.sentence.tokens
    if clause.language != "kk" or not told or not clause.first or tokens[clause.first - 1].text not in DASHES:
        return []
    before = [m for m in clause.sentence.mentions if m.type == "facility" and m.last < clause.first]
    pairs = [(place, m) for m in before for place in _labels(clause, m)]
    return [_draft(clause, place, facility, told[0], memory) for place, facility in pairs]


def _labels(clause: Clause, facility: Mention) -> list[Mention]:
    """Return the place that stands before the dash in front of a facility, where a sign of a list follows it."""
    counts = (m.first for m in clause.sentence.mentions if m.type == "number" and m.value is facility.value.count)
    tokens, at = clause.sentence.tokens, next(counts, facility.first) - 1
    listed = at > 0 and tokens[at].text in DASHES and tokens[facility.last].norm in SIGNS
    places = (m for m in clause.sentence.mentions if m.type == "place" and m.case == "loc")
    return [m for m in places if listed and m.last == at]


def _draft(clause: Clause, place: Mention, facility: Mention, whole: Draft, memory: Memory) -> Draft:
    draft = Draft("Works", {}, place.start, facility.end, "works-dash")
    draft.take_over(whole, *SHARED)
    say_name(draft, facility.value)
    say_place(draft, place.value)
    return roles.finish(draft, clause, memory)
