"""What is done, told to have grown or fallen without a word of size: операциялар 20%-ға артты."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import words
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.rates import Measure
from kzhealthkg.model import Mention

DONE = frozenset({"thing", "health"})
ADVERBS = 1
"""How many words may stand between what is done and by how much it rose."""


def done(hit: Hit, figure: Mention, memory: Memory) -> Measure | None:
    """Буын ауыстыру оталары 20%-ға артты, операции на сердце выросли на 15%: return what rose or fell."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    edge = min(figure.first, hit.first)
    heads = [i for i in range(clause.first, edge) if measures.sorts(clause, i) >= DONE and _many(hit, i)]
    if not heads or (
        figure.type != "percent" and not any(rates.TIMES.match(t.norm) for t in tokens[figure.last : figure.last + 1])
    ):
        return None
    span = measures.span(clause, heads[-1])
    apart = edge - span[1] > ADVERBS or any(t.best.pos == "NOUN" for t in tokens[span[1] : edge])
    told = not (apart or rates.governed(clause, heads[-1])) and rates.said_of_health(clause, heads[-1], span, memory)
    return (words(tokens[span[0] : span[1]]), span[0]) if told else None


def _many(hit: Hit, at: int) -> bool:
    """Say whether a noun in the nominative names many and, in Russian, hangs on no other and has the verb."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    many = any(r.pos == "NOUN" and r.case == "nom" and r.plural for r in tokens[at].readings)
    if clause.language != "ru":
        return many
    dated = any(m.last == at for m in clause.mentions("date"))
    hangs = at > clause.first and tokens[at - 1].best.pos in ("NOUN", "CCONJ", "CONJ") and not dated
    return many and bool(hit.verb.best.plural) and not hangs
