"""Grant: study places or grants are given, in all and by level."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, hits
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.status import status
from kzhealthkg.extract.syntax import Clause, is_lemma, words
from kzhealthkg.model import Mention, Token

GRANT = ("грант", "грантқа", "гранты", "квота")
REACH = 5


@cache
def _levels(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((r["pattern"], r["level"]) for r in lexicon.table("levels") if r["language"] == language)


def level_of(token: Token, language: str) -> str:
    """Return the level of study a word names, or ""."""
    return next((level for pattern, level in _levels(language) if token.norm.startswith(pattern)), "")


def grant(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the grants that one clause says are given."""
    if not any(is_lemma(t, *GRANT) for t in clause.tokens):
        return []
    for hit in hits("grant", clause):
        said = _status(status(clause, hit.last - 1))
        if said:
            return _drafts(hit, said, memory)
    return []


def _status(said: str) -> str:
    return "allocated" if said == "completed" else said


def _drafts(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    clause = hit.clause
    numbers = [m for m in clause.mentions("number") if m.first < hit.last or clause.language == "ru"]
    drafts = [_draft(hit, m, _level(clause, m, numbers), said, memory) for m in numbers if _counts_grants(clause, m)]
    return drafts


def _counts_grants(clause: Clause, number: Mention) -> bool:
    """The word counted is a grant, or a level of study in the dative (68 бакалаврға)."""
    after = clause.sentence.tokens[number.last : number.last + REACH]
    return any(is_lemma(t, *GRANT) or level_of(t, clause.language) for t in after)


def _level(clause: Clause, number: Mention, numbers: list[Mention]) -> str:
    """The level stands right behind its number, or before it (резидентураға 33 грант)."""
    tokens = clause.sentence.tokens
    if number.last < len(tokens) and level_of(tokens[number.last], clause.language):
        return level_of(tokens[number.last], clause.language)
    floor = max((m.last + 1 for m in numbers if m.last < number.first), default=clause.first)
    before = [level_of(t, clause.language) for t in tokens[floor : number.first]]
    following = min((m.first for m in numbers if m.first > number.last), default=clause.last)
    after = [level_of(t, clause.language) for t in tokens[number.last : following]] if clause.language == "ru" or len(numbers) == 1 else []
    return next((v for v in [*reversed(before), *after] if v), "")


def _draft(hit: Hit, number: Mention, level: str, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    draft = Draft("Grant", {}, number.start, clause.sentence.tokens[clause.last - 1].end, hit.frame.name)
    roles.quantity(draft, "count", number)
    draft.say("level", level)
    draft.say("status", said)
    draft.say("grantor", _grantor(clause, number))
    total = memory.last_draft("Grant", within=1, sentence=clause.index)
    if level and total is not None and "level" not in total.slots:
        for slot in ("date", "grantor"):
            draft.inherit(slot, total.slots.get(slot))
    return roles.finish(draft, clause, memory)


def _grantor(clause: Clause, number: Mention) -> str:
    """198 облыс әкімі гранты: whose grant it is stands between the number and the noun."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(number.last, min(clause.last, number.last + REACH)) if is_lemma(tokens[i], *GRANT)), None)
    between = tokens[number.last : at] if at else ()
    if any("әкім" in t.norm or "аким" in t.norm for t in between):
        return words(between).removesuffix("нің")
    return ""
