"""Values without a verb: нәресте өлімінің көрсеткіші 1000 тірі туғанға шаққанда 6,8."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.syntax import ENDS, Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.pay import pay
from kzhealthkg.extract.kinds.indicator.group_shares import GUESTS
from kzhealthkg.model import Mention


def nominal(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the value that closes a Kazakh sentence, or its part before a comparison, told by a measure alone."""
    number = _closing(clause)
    if number is None:
        return []
    measure = rates.measured(clause, number.first, memory)
    if measure is None or not measure[0] or not _beside(clause, measure[1], number):
        return []
    guests = any(t.norm.startswith(GUESTS) for t in clause.sentence.tokens)
    if guests and not measures.tells_rate(measure[0], "kk"):
        return []  # форумға 300 дәрігер қатысты, оның ішінде студенттер саны 40
    draft = rates.drafted(clause, "indicator-nominal", measure, number, memory)
    draft.say("unit", rates.unit(clause, number, clause.last))
    dates = clause.mentions("date")
    if dates and all(m.first > number.last for m in dates):
        draft.slots.pop("date", None)
    return [draft] if "measure" in draft.slots else []


def _closing(clause: Clause) -> Mention | None:
    """Return the figure that ends a sentence without any verb."""
    tokens = clause.sentence.tokens
    apart = clause.first and tokens[clause.first - 1].text != ","
    if apart or clause.last < len(tokens) - 1:
        return None
    figures = [*clause.mentions("number", "percent", "money"), *rates.ages(clause)]
    ends = [m for m in figures if _ends(clause, m) or (tokens[m.last].text == "," and _compares(clause, m))]
    plain = bool(ends) and ends[0].case in ("nom", "") and (ends[0].type != "money" or ends[0] in pay(clause))
    told = any(t.best.form in ENDS for t in tokens[clause.first : ends[0].first]) if plain else True
    closed = plain and (not _ends(clause, ends[0]) or not any(t.best.form in ENDS for t in clause.tokens))
    return ends[0] if closed and not told else None


def _ends(clause: Clause, figure: Mention) -> bool:
    """Say whether a figure closes a clause, with no more than those it counts or its unit behind it: 24 800 адам, 73 жас."""
    behind = clause.sentence.tokens[figure.last : clause.last]
    counts = len(behind) == 1 and is_lemma(behind[0], *COUNTED) and is_case(behind[0], "nom")
    return not behind or counts


COUNTED = (*rates.YEARS, *rates.SPANS, *lexicon.words("kinds.indicator.nominal", "counted"))


def _compares(clause: Clause, figure: Mention) -> bool:
    """… 73 пайыз, өткен жылғыдан 4 пайызға жоғары: by how much it changed stands behind the comma."""
    behind = clause.mentions("number", "percent", first=figure.last)
    changed = any(h.frame.options["sort"] == "change" and h.first >= figure.last for h in hits("indicator", clause))
    return changed and len(behind) == 1 and behind[0].case in ("dat", "nom", "")


def _beside(clause: Clause, first: int, number: Mention) -> bool:
    """Say whether behind the measure there are only dates, the per and the figure, and no sign."""
    others = [m for m in clause.mentions("number", "percent", last=number.first) if not is_per(clause, m)]
    signs = any(not (t.text[0].isalnum() or t.text in "«»()") for t in clause.sentence.tokens[first : number.first])
    return not signs and not any(m.first > first for m in others)
