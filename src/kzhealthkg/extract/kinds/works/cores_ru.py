"""Which part of a Russian clause tells of one work: without the participles that the cue is no part of."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import FINITE, form_of
from kzhealthkg.extract.clause.syntax import Clause
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
