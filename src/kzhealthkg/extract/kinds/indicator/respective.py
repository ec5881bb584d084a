"""Figures told respectively: материнская и младенческая смертность составили 10,1 и 9,5 соответственно."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit, every_hit
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.ranks import POINTERS
from kzhealthkg.model import Mention

WORDS = frozenset(lexicon.words("kinds.indicator.respective", "words"))
JOINS = LIST_SIGNS | frozenset(lexicon.words("kinds.indicator.respective", "joins"))
SORTS = frozenset({"change", "value"})
REACH = 2
"""Sentences back to the measures that "these figures" points to."""


def respective(clause: Clause, memory: Memory) -> list[Draft] | None:
    """Return a draft for each measure of a list with its own figure; None where none is told respectively."""
    if WORDS.isdisjoint(clause.words) or _leads_over(clause):
        return None
    hit = next((h for found in every_hit("indicator", clause) for h in found if h.frame.options["sort"] in SORTS), None)
    figures = _row(clause)
    if hit is None or len(figures) < len(("A", "B")) or not asserts(hit):
        return []
    if placed := _by_places(hit, figures, memory):
        return placed
    names = _pointed(clause, memory, len(figures)) or _named(clause, min(hit.first, figures[0].first), len(figures))
    return [_draft(hit, name, figure, memory) for name, figure in zip(names, figures, strict=True)] if names else []


def _leads_over(clause: Clause) -> bool:
    """Тиісінше, бұл 12 пайызға көп: at the head of a clause and before a comma the word only says "accordingly"."""
    opening = [t.norm for t in clause.tokens[:2]]
    return len(opening) > 1 and opening[0] in WORDS and opening[1] == ","


def _by_places(hit: Hit, figures: list[Mention], memory: Memory) -> list[Draft]:
    """Ана өлімі A мен B облыстарында тиісінше 1,3 және 2 есеге өскен: the same measure in each place in its order."""
    clause = hit.clause
    places = [m for m in clause.mentions("place", last=figures[0].first) if m.value.level != "country"]
    if clause.language != "kk" or len(places) != len(figures):
        return []
    measure = rates.measured(clause, places[0].first, memory) or rates.measured(clause, figures[0].first, memory)
    if measure is None or not measure[0] or measure[0].startswith(" ("):
        return []
    times = bool(rates.TIMES.match(clause.sentence.tokens[figures[-1].last].norm))
    drafts = [_draft(hit, measure[0], figure, memory) for figure in figures]
    for draft, place in zip(drafts, places, strict=True):
        draft.drop(*LOCATED)
        say_place(draft, place.value)
        draft.say("unit", rates.times(clause) if times else "")
    return drafts


def _row(clause: Clause) -> list[Mention]:
    """Return the figures that nothing but commas and "and" part; 10 және 9 пайызға: percents as the last one is."""
    found = [m for m in clause.mentions("number", "percent") if not is_per(clause, m)]
    tokens = clause.sentence.tokens
    apart = all(all(t.norm in JOINS for t in tokens[a.last : b.first]) for a, b in pairwise(found))
    return [replace(m, type=found[-1].type) for m in found] if apart else []


def _pointed(clause: Clause, memory: Memory, count: int) -> list[str]:
    """Эти показатели, бұл көрсеткіштер: return the measures told last before the sentence, in their order."""
    pointing = any(is_lemma(t, *POINTERS) and t.best.plural for t in clause.tokens)
    told = [d for d in memory.recent(REACH, clause.index) if d.kind == "Indicator" and d.sentence < clause.index]
    names = list(dict.fromkeys(str(d.slots["measure"]) for d in reversed(told)))
    return names[-count:] if pointing and len(names) >= count else []


def _named(clause: Clause, before: int, count: int) -> list[str]:
    """Return the measures of a list before the figures; an adjective alone shares the noun of the last one."""
    tokens = clause.sentence.tokens
    last = next((i for i in range(before, clause.first, -1) if tokens[i - 1].norm not in WORDS), before)
    parts, end = list[tuple[int, int]](), last
    for i in range(last - 1, clause.first - 1, -1):
        if tokens[i].norm in JOINS:
            parts.insert(0, (i + 1, end))
            end = i
    parts.insert(0, (clause.first, end))
    if len(parts) != count or any(b <= a for a, b in parts) or clause.mentions("place", "date", last=last):
        return []
    names = [clause.text(*part) for part in parts]
    noun = " ".join(names[-1].split()[1:])
    alone = [b - a == 1 and tokens[a].best.pos == "ADJ" for a, b in parts]
    names = [f"{name} {noun}" if bare and noun else name for name, bare in zip(names, alone, strict=True)]
    rate = all(
        bare or any("rate" in measures.sorts(clause, i) for i in range(*part))
        for bare, part in zip(alone, parts, strict=True)
    )
    return [name[:1].lower() + name[1:] for name in names] if rate else []


def _draft(hit: Hit, name: str, figure: Mention, memory: Memory) -> Draft:
    draft = rates.drafted(hit.clause, "indicator-respective", (name, figure.first), figure, memory)
    draft.say("unit", rates.unit(hit.clause, figure, hit.clause.last))
    draft.say("change", hit.frame.slots.get("change", ""))
    dates = {m.value.edtf for m in hit.clause.mentions("date")}
    if len(dates) == 1 and not draft.slots.get("change"):
        draft.slots["date"] = dates.pop()  # для сравнения: в 2010 году …
    return draft
