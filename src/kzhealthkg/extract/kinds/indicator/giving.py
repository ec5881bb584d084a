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
