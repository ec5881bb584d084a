"""What a share of Russian staff has or is, with no verb of its own: у 40 % врачей есть категория, 40 % врачей – с категорией."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.complements_ru import NOT_HELD
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.model import Mention
from kzhealthkg.morph import forms_ru
from kzhealthkg.text.quotation import DASHES

THERE = frozenset(lexicon.words("kinds.indicator.had_ru", "there"))
AT = lexicon.words("kinds.indicator.had_ru", "at")[0]
STATES = frozenset(lexicon.words("kinds.indicator.had_ru", "states"))
LONGEST = 5
"""Words in the longest name of what is had."""


def had(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the share of staff of whom a clause without another verb says what they have or are."""
    shares = clause.named["percent"]
    if len(shares) != 1:
        return []
    head = head_ru(clause, shares[0])
    if head is None or "staff" not in measures.sorts(clause, head) or not measures.near_health(clause, memory):
        return []
    end = measures.span(clause, head)[1]
    said = _having(clause, shares[0], end) or _being(clause, end)
    if not said:
        return []
    first = shares[0].last
    staff = counted_names.plural_ru(clause.sentence.tokens[first:end], head - first)
    told = f"{said} {staff}" if said.startswith(HAVING) else f"{staff} {said}"
    draft = rates.drafted(clause, "indicator-had-ru", (told, shares[0].first), shares[0], memory)
    draft.say("unit", "%")
    draft.cover(shares[0].start, clause.sentence.tokens[clause.last - 1].end)
    return [draft]


HAVING = "имеющие"


def _having(clause: Clause, share: Mention, end: int) -> str:
    """У 40 % врачей есть категория, категория есть у 40 % врачей: return what they have, as had; "" for nothing."""
    tokens, at = clause.sentence.tokens, share.first - 1
    if at < clause.first or tokens[at].norm != AT:
        return ""
    there = next((i for i in range(clause.first, clause.last) if tokens[i].norm in THERE), None)
    if there is None:
        return ""
    first, last = (there + 1, clause.last) if there >= end else (clause.first, there)
    words = tokens[first:last]
    plain = 0 < len(words) <= LONGEST and all(t.text[0].isalpha() and not t.best.form for t in words)
    if not plain or not is_case(words[0], "nom") or any(not NOT_HELD.isdisjoint(t.words) for t in words):
        return ""
    return f"{HAVING} {forms_ru.accusative(clause.text(first, last).lower())}"


def _being(clause: Clause, end: int) -> str:
    """40 % врачей района – с высшей категорией, – пенсионного возраста: return the words behind the dash; "" for others."""
    tokens = clause.sentence.tokens
    dash = next((i for i in range(end, min(end + 2, clause.last)) if tokens[i].text in DASHES), None)
    words = tokens[dash + 1 : clause.last] if dash is not None else ()
    if not 1 < len(words) <= LONGEST or any(not t.text[0].isalpha() or t.best.form for t in words):
        return ""
    held = words[0].norm in WITH and is_case(words[-1], "ins")
    aged = all(is_case(t, "gen") for t in words) and not STATES.isdisjoint(words[-1].words)
    return clause.text((dash or 0) + 1, clause.last) if held or aged else ""
