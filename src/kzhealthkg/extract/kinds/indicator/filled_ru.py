"""How far something is filled, staffed or worn, in Russian: коечный фонд загружен на 47%, реанимация – на 52%."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

REACH = 5
"""Words from a predicate to its percentage, at most."""
LONGEST = 8


def filled(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the share of what is full, worn or provided, and of what shares its predicate."""
    clause = hit.clause
    told = "perf" in hit.verb.forms and not denied(clause, hit.verb) and not will_be(clause)
    shares = [m for m in clause.mentions("percent", first=hit.last) if told and _by(clause, m)]
    if not shares or shares[0].first - hit.last > REACH:
        return []
    first = _subject(clause, hit.first)
    if first is None or not measures.near_health(clause, memory) or measures.is_other(clause, first, hit.first):
        return []
    if hit.frame.options.get("health") and not measures.of_health(clause, first, hit.first):
        return []
    last = shares[0].first - 1
    rows = [(clause.text(first, last), first, shares[0])]
    rows += [(f"{name} {hit.verb.norm}", shares[0].first, m) for m in shares[1:] if (name := _elided(clause, m))]
    return [_draft(hit, row, memory) for row in rows]


def _by(clause: Clause, share: Mention) -> bool:
    return clause.sentence.tokens[share.first - 1].norm == "на"


def _subject(clause: Clause, before: int) -> int | None:
    """Return where the subject of a predicate begins: the first nominative of the clause that nothing governs."""
    tokens = clause.sentence.tokens
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    nouns = (i for i in range(clause.first, before) if tokens[i].best.pos == "NOUN" and i not in dated)
    able = (i for i in nouns if any(r.case == "nom" for r in tokens[i].readings))
    at = next((i for i in able if not rates.governed(clause, i)), None)
    first = phrase(clause, at).first if at is not None else before
    parted = any(t.text in ",:;–—" or t.best.form in FINITE for t in tokens[first:before])
    held = clause.mentions("number", "percent", "money", "date", first=first, last=before)
    return first if 0 < before - first <= LONGEST and not parted and not held else None


FINITE = frozenset({"past", "pres", "fut", "inf"})


def _elided(clause: Clause, share: Mention) -> str:
    """Реанимация – на 52%: return what stands between the comma and the dash."""
    tokens, last = clause.sentence.tokens, share.first - 2
    if last <= clause.first or tokens[last].text not in DASHES:
        return ""
    first = next((i + 1 for i in range(last - 1, clause.first, -1) if tokens[i].text == ","), last)
    return clause.text(first, last) if 0 < last - first <= LONGEST else ""


def _draft(hit: Hit, row: tuple[str, int, Mention], memory: Memory) -> Draft:
    said, first, share = row
    draft = rates.drafted(hit.clause, hit.frame.name, (said, first), share, memory)
    draft.say("unit", "%")
    return draft
