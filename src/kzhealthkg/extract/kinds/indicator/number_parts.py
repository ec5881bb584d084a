"""A number of people and its parts behind dashes: дәрігерлер саны 640, оның ішінде хирургтар – 410 және педиатрлар – 230."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.participles import event_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.rates import Measure
from kzhealthkg.extract.kinds.indicator.stocks import PARTS
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES


def shares_verb(clause: Clause, at: int) -> bool:
    """Балалар – 40 және ересектер – 90 болды: "and" before another member, or the verb that all share."""
    rest = clause.sentence.tokens[at : clause.last]
    return clause.language == "kk" and (
        (rest[0].norm in AND and any(t.text in DASHES for t in rest)) or (len(rest) == 1 and is_lemma(rest[0], *BEING))
    )


BEING = lexicon.words("kinds.indicator.number_parts", "being")


def of_whole(clause: Clause, number: Mention) -> bool:
    """Дәрігерлер саны 640, оның ішінде …: a total right behind its noun, whose parts follow without a verb."""
    tokens, at = clause.sentence.tokens, number.last
    followed = at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].norm in PARTS
    headed = followed and number.first > clause.first and tokens[number.first - 1].norm == NUMBER
    return headed and clause.language == "kk"


def elided(clause: Clause, dash: int, latest: Draft | None) -> Measure | None:
    """Жазылғандар саны – 30, қайтыс болғандар – 2: people of whom a number was said to follow just before."""
    whole = str(latest.slots.get("measure", "")) if latest is not None else ""
    if latest is None or latest.sentence != clause.index or latest.rule not in TOTALS:
        return None
    begun = _parts_begin(clause, dash)
    if not (are_people(clause, dash) or (begun and _of_sort(clause.sentence.tokens[dash - 1]))):
        return None
    first = max(begun, measures.span(clause, dash - 1)[0])
    befallen = clause.sentence.tokens[dash - 1].best.form  # қайтыс болғандар –: what befell them is their own
    event = event_of(whole) if begun and not befallen else ""
    return (f"{event}{clause.text(first, dash).strip()} {NUMBER}", first) if whole.endswith(f" {NUMBER}") else None


def _of_sort(token: Token) -> bool:
    """Оның ішінде реанимациялық төсектер –, ОМҚ –: a sort of what was numbered."""
    return any(r.plural and r.case == "nom" for r in token.readings) or (len(token.text) > 1 and token.text.isupper())


def _parts_begin(clause: Clause, dash: int) -> int:
    """Return where the words behind оның ішінде begin in a sentence, 0 where no parts are told before a dash."""
    opened = enumerate(pairwise(clause.sentence.tokens[:dash]))
    return next((i + 2 for i, (a, b) in opened if a.norm in PARTS and b.norm == INSIDE), 0)


INSIDE = lexicon.words("kinds.indicator.number_parts", "inside")[0]
TOTALS = frozenset({"indicator-dash", "indicator-value"})
NUMBER = lexicon.words("kinds.indicator.number_parts", "number")[0]


def are_people(clause: Clause, dash: int) -> bool:
    """Қайтыс болғандар –, балалар –: people in the plural right before a dash."""
    token = clause.sentence.tokens[dash - 1]
    people = token.best.form in ("part", "perf") or bool(PEOPLE_SORTS & measures.sorts(clause, dash - 1))
    return clause.language == "kk" and people and any(r.plural and r.case == "nom" for r in token.readings)


PEOPLE_SORTS = frozenset({"people", "staff"})
