"""Which part of a Russian clause tells of one work: without the participles that the cue is no part of."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import FINITE, form_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention
from kzhealthkg.model.frozen import replace


def core(hit: Hit) -> Clause:
    """The clause without the participle phrases that the cue is no part of: they have dates of their own."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    opens = [
        i for i in range(clause.first, clause.last - 1) if tokens[i].text == "," and form_of(tokens[i + 1]) == "part"
    ]
    after = [i for i in (*opens, *_parts(clause)) if i >= hit.last]
    inside = [i for i in opens if i < hit.first]
    first = inside[-1] + 1 if inside and form_of(tokens[hit.first]) == "part" else clause.first
    first = hit.first if not inside and describes(hit) else first
    return replace(clause, first=first, last=min(after) if after else clause.last)


def describes(hit: Hit) -> bool:
    """Вчера аким осмотрел построенную больницу: a participle behind the clause's own verb has no date of that verb's."""
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    return form_of(hit.verb) == "part" and any(t.best.pos == "VERB" and form_of(t) in FINITE for t in before)


def of_new(clause: Clause, mention: Mention) -> bool:
    """Построен лечебный блок новой больницы: a block of a house that is itself new adds nothing to an old one."""
    tokens, first = clause.sentence.tokens, mention.first
    while first > clause.first and tokens[first - 1].best.pos == "ADJ":
        first -= 1
    return any(
        t.best.lemma == NEW and t.best.pos == "ADJ" and t.best.case != "nom" for t in tokens[first : mention.last]
    )


NEW = "новый"


def _parts(clause: Clause) -> list[int]:
    """Return where a part of a total begins: из них …, в том числе …"""
    norms = [t.norm for t in clause.sentence.tokens[: clause.last]]
    starts = [i for i in range(clause.first, clause.last - 1) if norms[i : i + 2] == ["из", "них"]]
    return starts + [i for i in range(clause.first, clause.last - 2) if norms[i : i + 3] == ["в", "том", "числе"]]


def own_date(draft: Draft, hit: Hit) -> None:
    """Больница, построенная в 2019 году, отремонтирована: a date between commas behind a participle is that of the participle.

    And the date of what the sentence tells is none of the participle's: в 2023 году больница, построенная давно, оснащена.
    """
    if describes(hit) and "date" not in core(hit).named:
        draft.drop("date")
    clause = hit.clause.whole
    dates = clause.mentions("date") if "date" in draft.slots else []
    asides = _asides(clause) if dates else []
    if not asides:
        return
    mine = next((aside for aside in asides if hit.first in aside), None)
    own = [m for m in dates if (m.first in mine if mine is not None else not any(m.first in a for a in asides))]
    told = {m.value.edtf for m in dates} - {m.value.edtf for m in own}
    if draft.slots["date"] in told and (mine is None or mine.stop < clause.last):
        draft.drop("date")
        draft.say("date", own[0].value.edtf if len(own) == 1 and draft.slots.get("status") == "completed" else "")


def _asides(clause: Clause) -> list[range]:
    """Return the phrases between commas that a participle opens."""
    tokens = clause.sentence.tokens
    commas = [i for i in range(clause.first, clause.last) if tokens[i].text == ","]
    opened = [i for i in commas if i + 1 < clause.last and form_of(tokens[i + 1]) == "part"]
    return [range(i + 1, next((j for j in commas if j > i), clause.last)) for i in opened]
