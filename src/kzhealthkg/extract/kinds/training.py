"""Training: staff are trained."""

from __future__ import annotations

from kzhealthkg.morph import nominative
from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.people import counted, groups, profession
from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, words
from kzhealthkg.extract.themes import is_purpose


def training(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the trainings that one clause speaks of."""
    for hit in hits("training", clause):
        if is_purpose(hit):
            continue
        found = counted(_learners(hit))
        said = status(clause, hit.last - 1)
        if found and said:
            return [_draft(hit, found[0], said, memory)]
    return []


def _learners(hit: Hit) -> list[Phrase]:
    clause = hit.clause
    found = groups(clause, last=hit.first if clause.language != "ru" else None)
    if hit.frame.options.get("teach"):
        return [g for g in found if clause.sentence.tokens[g.head].best.case == "dat"]
    return [g for g in found if g.count is not None or clause.sentence.tokens[g.head].best.case in ("nom", "gen")]


def _draft(hit: Hit, group: Phrase, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft("Training", {}, group.start, tokens[clause.last - 1].end, hit.frame.name)
    draft.say("profession", profession(group))
    if group.count is not None:
        roles.quantity(draft, "count", group.count)
    draft.say("status", said)
    countries = [m.value.name for m in clause.mentions("place") if m.value.level == "country"]
    draft.say("countries", [c for c in countries if c not in ("Қазақстан", "Казахстан")])
    topic(draft, clause, hit)
    roles.place(draft, roles.nearest_place(clause, hit.first))
    return roles.finish(draft, clause, memory)


def topic(draft: Draft, clause: Clause, hit: Hit) -> None:
    """Fill ``topic`` from what stands before "бойынша" or after the Russian verb."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first + 1, hit.first) if tokens[i].norm == "бойынша"), None)
    if at is None:
        return
    first = at - 1
    while first > clause.first and _topical(clause, first - 1):
        first -= 1
    draft.say("topic", nominative(tokens[first:at], clause.language) or words(tokens[first:at]))
    draft.cover(tokens[first].start, tokens[at].end)


def _topical(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    taken = any(m.first <= at < m.last for m in clause.mentions("number", "date", "place", "person"))
    if taken or token.best.form in ("past", "pres", "prog"):
        return False
    return token.best.case not in ("loc", "dat", "abl") and token.best.pos != "ORD" and token.text not in ";:–—"
