"""Whom a Russian participle of the past tells of: X, посетивший больницу; прибывшему в район X."""

from __future__ import annotations

import re

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import begin, groups
from kzhealthkg.extract.clause.syntax import forms
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention

DONE = re.compile(r"[аеиоуыэюя]вш|[бгдкпрсх]ш")
"""Посетивший, прибывший, приехавший: what a participle of an action that is over is built with."""
YEAR = 4


def told_of(hit: Hit, memory: Memory) -> list[Agent]:
    """Return those whom the participle of a cue describes; [] where it is none, or is of another year."""
    clause = hit.clause
    if clause.language != "ru" or "part" not in forms(hit.verb) or not DONE.search(hit.verb.norm):
        return []
    if any(len(m.value.edtf) == YEAR for m in clause.mentions("date")):
        return []
    found = [g for g in groups(clause.sentence) if _agrees(hit, g[-1]) and (_ahead(hit, g[-1]) or _behind(hit, g[0]))]
    return people_of(found[0], memory, clause.index) if found else []


def _agrees(hit: Hit, mention: Mention) -> bool:
    """Say whether a person, or the first word of an office, stands in the case of the participle."""
    said = (
        {mention.case}
        if mention.type == "person"
        else {r.case for r in hit.clause.sentence.tokens[mention.first].readings}
    )
    return not mention.case or bool(said & {r.case for r in hit.verb.readings})


def _ahead(hit: Hit, mention: Mention) -> bool:
    """Министр X, посетивший больницу: whom it tells of stands right before its comma."""
    tokens = hit.clause.sentence.tokens
    return mention.last == hit.first - 1 and tokens[mention.last].text == ","


def _behind(hit: Hit, mention: Mention) -> bool:
    """Посетивший больницу министр X: whom it tells of stands behind what was visited, with no verb between."""
    tokens, first = hit.clause.sentence.tokens, begin(mention)
    between = [t for t in tokens[hit.last :] if t.start < first]
    opened = hit.first == 0 or tokens[hit.first - 1].text != ","
    return (
        opened
        and first > hit.verb.start
        and not any(t.text in ",;—–" or t.best.form in ("past", "pres") for t in between)
    )
