"""Which share of all people those just counted are: 178 мың адам егілді, бұл – тұрғындардың 40 пайызы."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures, population, rates
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.kinds.indicator import plan_shares
from kzhealthkg.model import Mention

NUMBER_OF = re.compile(r" саны$")
THIS = frozenset(lexicon.words("kinds.indicator.shares_of_all", "this"))


def of_all(clause: Clause, memory: Memory) -> list[Draft]:
    """178 мың адам егілді, бұл – тұрғындардың 40 пайызы; …, что составляет 84 % населения: of all, those just counted."""
    if (before := latest(clause, memory)) is None:
        return []
    share = clause.named["percent"][0]
    if plan_shares.of_plan(clause, share, THIS):
        return [plan_shares.fulfilled(clause, share, before, memory)]
    if not _points(clause, share) or before.slots.get("unit"):
        return []
    event = NUMBER_OF.sub("", str(before.slots["measure"])).rpartition(" ")[0]
    if clause.language == "ru":
        end = next(
            (i for i in range(share.last, clause.last) if not is_case(clause.sentence.tokens[i], "gen")), clause.last
        )
        whole = measures.text(clause, share.last, end)
    else:
        at = share.first - 1
        whole = measures.text(clause, measures.span(clause, at)[0], share.first)
    if not event or not whole:
        return []
    draft = rates.drafted(clause, "indicator-of-all", (f"{event} {whole}", share.first), share, memory)
    draft.take_over(before, *LOCATED, "date")
    draft.say("unit", "%")
    return [draft]


def _points(clause: Clause, share: Mention) -> bool:
    """Say whether nothing but "this is", or "which makes up", stands before a share of all people."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        opened = [t.norm for t in tokens[clause.first : share.first]]
        all_ = tokens[share.last : share.last + 1]
        return (
            opened[:1] in [[w] for w in THIS]
            and len(opened) <= 2
            and any(is_lemma(t, *population.PEOPLE) for t in all_)
        )
    at = share.first - 1
    if at < clause.first or not (is_lemma(tokens[at], *population.PEOPLE) and is_case(tokens[at], "gen")):
        return False
    first = measures.span(clause, at)[0]
    opened = [t.norm for t in tokens[max(0, first - 2) : first]]
    return any(w in THIS for w in opened) and share.last >= clause.last
