"""Whose journey it is in the course of which something was told: the owner of the noun, and not who told it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import begin, groups
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention, Token

LEADING = frozenset(lexicon.words("kinds.visit.whose", "leading"))
OF_WHAT = ("facility", "place", "date")


def travellers(hit: Hit, memory: Memory) -> list[Agent] | None:
    """Return those whose journey the noun of a cue tells of: [] where nobody knows them, None where it has no owner."""
    owned = _owned_ru(hit) if hit.clause.language == "ru" else _owned_kk(hit)
    if owned is None:
        return None
    return people_of(owned, memory, hit.clause.index) if owned else []


def _people(hit: Hit, case: str) -> list[list[Mention]]:
    found = [g for g in groups(hit.clause.sentence) if hit.clause.first <= g[0].first < hit.clause.last]
    return [g for g in found if g[-1].case == case]


def _told_to(hit: Hit) -> list[Mention] | None:
    """Министру X во время визита доложил аким Y: who is told something by one behind the verb is the traveller."""
    tokens = hit.clause.sentence.tokens
    if REPORTING.isdisjoint(hit.clause.words):
        return None
    at = next((i for i in range(hit.clause.first, hit.clause.last) if is_lemma(tokens[i], *REPORTING)), None)
    if at is None:
        return None
    told = [g for g in _people(hit, "dat") if g[-1].last <= at]
    return told[0] if told and not any(g[-1].last <= at for g in _people(hit, "nom")) else None


REPORTING = frozenset(lexicon.words("kinds.visit.whose", "reporting"))


def _owned_ru(hit: Hit) -> list[Mention] | None:
    """В ходе поездки акима X; во время визита делегации; в ходе посещения центра министром X."""
    if (told := _told_to(hit)) is not None:
        return told
    if not hit.frame.options.get("place"):
        return next((g for g in _people(hit, "ins") if g[0].first >= hit.last), None)
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    if not behind or not _is_owner(hit, behind[0], hit.last):
        return None
    return next((g for g in _people(hit, "gen") if begin(g[0]) <= behind[0].start < g[-1].end), [])


def _owned_kk(hit: Hit) -> list[Mention] | None:
    """Министр X-тің ауруханаға сапары кезінде; дәрігерлердің сапары барысында."""
    tokens = hit.clause.sentence.tokens
    inside = {i for m in hit.clause.mentions(*OF_WHAT) for i in range(m.first, m.last)}
    at = hit.first - 1
    while at >= hit.clause.first and (at in inside or tokens[at].norm in LEADING):
        at -= 1
    if at < hit.clause.first or not _is_owner(hit, tokens[at], at):
        return None
    return next((g for g in _people(hit, "gen") if g[-1].last == at + 1), [])


def _is_owner(hit: Hit, token: Token, at: int) -> bool:
    """A genitive that names no house, place or day."""
    held = any(m.first <= at < m.last for m in hit.clause.mentions(*OF_WHAT))
    known = any(m.first <= at < m.last and m.case == "gen" for m in hit.clause.mentions("person", "post"))
    return known or (not held and token.best.case == "gen" and token.best.pos in ("NOUN", "ADJ", "PROPN"))
