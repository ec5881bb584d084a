"""What a share of Kazakh staff or people has or is: дәрігерлердің 58 пайызының санаты бар, 40 пайызы санатқа ие."""

from __future__ import annotations

import re
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, population, rates
from kzhealthkg.extract.kinds.indicator.shares import describes_another, limited, more_than
from kzhealthkg.extract.kinds.indicator.unlisted import OTHER
from kzhealthkg.model import Token

RULE = "indicator-held"
TOLD = frozenset({"past", "perf", "pres", "prog"})
LONGEST = 7
"""Words in the longest predicate that is said in a measure."""


def held(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the share of staff, or of people in what is of health, with what the end of their clause says of them."""
    shares = clause.named["percent"]
    if len(shares) != 1 or shares[0].first <= clause.first:
        return []
    share, at = shares[0], shares[0].first - 1
    bound = more_than(clause, share)
    first = share.last + bool(bound)  # 25 %-дан астамы
    clause = _up_to_age(clause, first)
    words = clause.sentence.tokens[first : clause.last]
    whole, staff = _whole(clause, at)
    if not whole or not 0 < len(words) <= LONGEST or not (staff or measures.of_health(clause, first, clause.last)):
        return []
    said = _said(clause, first, words)
    if not said or not measures.near_health(clause, memory):
        return []
    draft = rates.drafted(clause, RULE, (f"{said} {whole}", share.first), share, memory)
    draft.say("unit", "%")
    draft.say("bound", bound)
    draft.cover(share.start, words[-1].end)
    return [draft]


def _up_to_age(clause: Clause, first: int) -> Clause:
    """Дәрігерлердің 40 пайызы зейнет жасында, жас маман жетпейді: what their age is ends what is told of them."""
    tokens = clause.sentence.tokens
    ends = (i for i in range(first + 1, clause.last) if tokens[i].text == "," and is_lemma(tokens[i - 1], *AGES))
    return replace(clause, last=next(ends, clause.last)) if "," in clause.words else clause


def _whole(clause: Clause, at: int) -> tuple[str, bool]:
    """Return those in the genitive of whom the share is, as one of them, and whether they are staff; "" for others."""
    token, first = clause.sentence.tokens[at], measures.span(clause, at)[0]
    sorts = measures.sorts(clause, at)
    people = "people" in sorts or is_lemma(token, *population.PEOPLE)
    befallen = BEFALLEN.match(token.norm) if {"perf", "part"} & token.forms else None
    if befallen is not None and is_case(token, "gen"):  # диабетпен ауыратындардың
        first -= first == at > clause.first and is_case(clause.sentence.tokens[at - 1], "ins", "dat", "abl", "acc")
        return f"{clause.text(first, at).lower()} {befallen[0]} {ANYBODY}".strip(), False
    if not is_case(token, "gen") or not (people or "staff" in sorts) or measures.is_other(clause, first, at + 1):
        return "", False
    named = counted_names.singular_kk(clause.sentence.tokens[first : at + 1]).lower()
    return f"{limited(clause, first)}{named}", "staff" in sorts


def _said(clause: Clause, first: int, words: tuple[Token, ...]) -> str:
    """Return the predicate that closes a clause as it names those it is told of; "" for none."""
    last, owned = words[-1], clause.sentence.tokens[first - 1]
    if clause.mentions("place", "date", "number", "money", "person", first=first) or describes_another(
        clause, first, clause.last - 1
    ):
        return ""
    if any(phase_of(t, "kk") == "plan" for t in words) or any(t.best.form in TOLD for t in words[:-1]):
        return ""
    before = clause.text(first, clause.last - 1)
    if last.norm in THERE:
        return f"{before} {last.norm}" if before and is_case(owned, "gen", "loc") else ""
    if not is_case(owned, "nom"):
        return ""
    if last.norm in BEING or (last.norm in HAVING and before):
        return f"{before} {last.norm}".strip()
    if is_case(last, "loc") and is_lemma(last, *AGES):
        return f"{before} {last.norm}ғы"
    told = last.best.form in TOLD and before and (OTHER | OPINIONS).isdisjoint(last.words)
    return f"{before} {participle(last)}" if told else ""


BEFALLEN = re.compile(r".+?(?:ған|ген|қан|кен|атын|етін|йтын|йтін)(?=дар|дер)")
ANYBODY = "адам"
OPINIONS = frozenset(lexicon.words("kinds.indicator.held_kk", "opinions"))
THERE = frozenset(lexicon.words("kinds.indicator.held_kk", "there"))
HAVING = frozenset(lexicon.words("kinds.indicator.held_kk", "having"))
BEING = frozenset(lexicon.words("kinds.indicator.held_kk", "being"))
AGES = lexicon.words("kinds.indicator.held_kk", "ages")
