"""What those counted give, where the sentence opens with it: жедел көмекті 142 бригада көрсетеді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.participles import participle, present_participle
from kzhealthkg.extract.clause.syntax import is_case, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.model import Mention

CREWS = lexicon.words("kinds.indicator.giving", "crews")
PLAIN = frozenset(lexicon.words("kinds.indicator.giving", "plain"))


def giving(hit: Hit, number: Mention, head: int) -> str:
    """Return what those counted give, a participle and a blank behind; "" where it says no more than who they are."""
    clause, at = hit.clause, hit.first
    if (
        clause.language != "kk"
        or not at < number.first < hit.last - 1
        or not is_case(clause.sentence.tokens[at], "acc")
    ):
        return ""
    first = measures.span(clause, at)[0]
    owned = clause.sentence.tokens[at].best.possessive  # жедел жәрдем қызметін атқаратын
    given = opening(clause.text(first, at + 1) if owned else measures.text(clause, first, at + 1), first)
    crew = is_lemma(clause.sentence.tokens[head], *CREWS)
    named = clause.mentions("place", "date", "facility", "organization", first=first, last=at)
    if named or not given or (not crew and PLAIN.issuperset(given.lower().split())):
        return ""
    told = participle(hit.verb) if hit.verb.best.form == "past" else present_participle(hit.verb)
    return f"{given} {told} "


def answering(hit: Hit, number: Mention) -> str:
    """Мобильді топтар 7 мың шақыртуға шықты: who has answered calls, with a blank behind; "" for any crew, or nobody."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    near = (*range(number.first - 1, clause.first - 1, -1), *range(number.last, hit.first))
    at = next((i for i in near if is_lemma(tokens[i], *ANSWERERS) and is_case(tokens[i], "nom")), None)
    if at is None:
        return ""
    first = measures.span(clause, at)[0]
    words = tokens[first : at + 1]
    named = clause.mentions("place", "date", "number", "person", first=first, last=at)
    if named or len(words) == 1 or any(t.norm in URGENT for t in words):
        return ""
    told = clause.text(hit.first, hit.last - 1)
    verb = participle(hit.verb) if hit.verb.best.form == "past" else present_participle(hit.verb)
    return f"{opening(clause.text(first, at + 1), first)} {f'{told} {verb}'.strip()} "


def answered_by(hit: Hit) -> str:
    """Мобильные бригады обслужили 12 тысяч вызовов: who has answered calls, in brackets; "" for any crew, or nobody."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if hit.frame.name != ANSWERED_RU:
        return ""
    near = range(hit.first - 1, clause.first - 1, -1)
    at = next((i for i in near if is_lemma(tokens[i], *ANSWERERS) and is_case(tokens[i], "nom")), None)
    if at is None or (at > clause.first and tokens[at - 1].best.pos == "ADP"):
        return ""
    first, last = measures.span(clause, at)
    named = clause.mentions("place", "date", "number", "person", first=first, last=last)
    if named or last - first < LEAST or last > hit.first or any(t.norm in URGENT for t in tokens[first:last]):
        return ""
    return f" ({opening(clause.text(first, last), first)})"


ANSWERED_RU = "indicator-answered-ru"
LEAST = 2
"""Words that tell which crews, at least."""
ANSWERERS = lexicon.words("kinds.indicator.giving", "answerers")
URGENT = frozenset(lexicon.words("kinds.indicator.giving", "urgent"))
