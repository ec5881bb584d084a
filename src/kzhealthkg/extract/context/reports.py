"""The time that an article reports on, told once where it opens: итоги 2023 года, 2023 жылдың қорытындысы."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Sentence

SUMMED = frozenset(lexicon.words("extract.context.reports", "summed"))
TOLD = frozenset({"past", "perf"})
OPENING = 2
"""Sentences in which an article says what time it reports on: its headline, and the lead."""
REACH = 6
"""Words between a summing up and its date, at most."""
YEAR = 4


def reported(sentence: Sentence, index: int, today: str) -> str:
    """Return the year or months that an opening sentence sums up, "" for none or several."""
    if index > OPENING or SUMMED.isdisjoint(sentence.words):
        return ""
    dates = [m for m in sentence.mentions if m.type == "date"]
    over = [
        m for m in dates if _is_span(m.value.edtf) and m.value.edtf.split("/")[0] < today and m.value.role == "date"
    ]
    summed = [i for i, t in enumerate(sentence.tokens) if is_lemma(t, *SUMMED)]
    near = [m for m in over if any(0 <= m.first - i <= REACH or 0 <= i - m.last <= REACH for i in summed)]
    return str(near[0].value.edtf) if len({m.value.edtf for m in over}) == 1 and near else ""


def _is_span(edtf: str) -> bool:
    """A year, a quarter or a half of one: no day of a meeting."""
    return len(edtf) == YEAR or (len(edtf) == len("2024-01/2024-06") and not edtf.endswith(".."))


def still(sentence: Sentence, period: str) -> str:
    """Return the time reported on as it holds behind a sentence: one that names a later time ends the report."""
    last = period.rpartition("/")[2]
    later = (m.value.edtf.split("/")[0] for m in sentence.mentions if m.type == "date")
    return "" if any(edtf[: len(last)] > last for edtf in later) else period


def was_done(clause: Clause) -> bool:
    """Выполнено, прошли, жасалды, өтіп … жасалды: what a clause tells is over, and its sentence says no time."""
    ends = clause.sentence.tokens[clause.first :] if clause.tokens[-1].best.form == "conv" else clause.tokens
    return any(t.best.form in TOLD for t in ends) and "date" not in clause.sentence.named
