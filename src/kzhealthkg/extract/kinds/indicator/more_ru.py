"""Of what Russian says there is more or less: врачи провели на 20 % больше операций, доноров стало на 12 % меньше."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.figures.rates import Measure
from kzhealthkg.model import Mention

DEGREES = frozenset(lexicon.words("kinds.indicator.more_ru", "degrees"))
BECAME = lexicon.words("kinds.indicator.more_ru", "became")
THAN = frozenset(lexicon.words("kinds.indicator.more_ru", "than"))
COUNTED = frozenset({"thing", "people", "staff"})
NEAR = 3
"""Words between a degree and what there is more of, and between that and the figure."""


def more_of(hit: Hit, figure: Mention, memory: Memory) -> Measure | None:
    """Return those of whom there is more or less, beside the degree and the figure before it."""
    clause, at = hit.clause, _noun(hit, figure)
    if at is None or not measures.near_health(clause, memory):
        return None
    first, last = measures.span(clause, at)
    first = max(first, hit.last) if at >= hit.last else first
    return counted_names.plural_ru(clause.sentence.tokens[first:last], at - first), first


def of_others(hit: Hit, figure: Mention, memory: Memory) -> bool:
    """Приняли 5200 родов. … родилось на 210 детей больше: say whether a figure counts what the measure before has not named."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    between = range(figure.last, hit.first) if hit.verb.norm in DEGREES and clause.language == "ru" else range(0)
    nouns = [tokens[i].best.lemma for i in between if tokens[i].best.pos == "NOUN"]
    before = latest(clause, memory) if nouns and not set(nouns) <= NEUTRAL else None
    words = str(before.slots.get("measure", "")).lower().split() if before is not None else []
    return before is not None and not any(w.startswith(n[:STEM]) for n in nouns for w in words)


NEUTRAL = frozenset(lexicon.words("kinds.indicator.more_ru", "neutral"))
STEM = 4
"""Letters by which a noun is known again in another case."""


def told(hit: Hit) -> bool:
    """Say whether a degree tells in the past of what there is more."""
    figures = [m for m in hit.clause.mentions("percent", "number") if m.last == hit.first]
    past = any(t.best.form in ("past", "perf") for t in hit.clause.tokens)
    return past and any(_noun(hit, m) is not None for m in figures)


def _noun(hit: Hit, figure: Mention) -> int | None:
    """Return the noun of what there is more of: behind the degree, else ahead of what it became."""
    clause = hit.clause
    if hit.verb.norm not in DEGREES or figure.last != hit.first or _elsewhere(hit):
        return None
    near = range(hit.last, min(clause.last, hit.last + NEAR))
    return next((i for i in near if _counted(clause, i)), None) or _ahead(hit, figure)


def _counted(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    many = any(r.pos == "NOUN" and r.case == "gen" and r.plural for r in token.readings)
    return many and bool(measures.sorts(clause, at) & COUNTED)


def _ahead(hit: Hit, figure: Mention) -> int | None:
    """Операций стало на 20 % больше: the genitive before a verb of becoming."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    verb = next((i for i in range(figure.first - 1, clause.first, -1) if is_lemma(tokens[i], *BECAME)), None)
    if verb is None or figure.first - verb > NEAR:
        return None
    return next((i for i in range(clause.first, verb) if _counted(clause, i)), None)


def _elsewhere(hit: Hit) -> bool:
    """На 20 % больше врачей, чем в столице: a place it is compared with is no time before."""
    behind = hit.clause.sentence.tokens[hit.last :]
    at = next((i for i, t in enumerate(behind, hit.last) if t.norm in THAN), None)
    return at is not None and any(m.type == "place" and m.first >= at for m in hit.clause.sentence.mentions)
