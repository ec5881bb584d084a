"""Nouns behind a Kazakh number that a stock does not count: those a participle describes, the whole of a share."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.figures import measures


def of_another(hit: Hit, head: int) -> bool:
    """Жылына 300 талдау жасайтын екі зертхана бар: what a participle behind a counted noun tells describes another thing."""
    behind = hit.clause.sentence.tokens[head + 1 : hit.first]
    people = all("people" in measures.sorts(hit.clause, i) for i in (head, head + 1))
    if behind and is_case(behind[0], "dat") and people:
        return "dat" not in hit.frame.options.get("cases", ())  # жүкті әйелдерге
    at = next((i for i, t in enumerate(behind[:2]) if t.best.form in PARTICIPLES and not t.best.case), None)
    if at is None or any(t.best.pos != "NOUN" or not is_case(t, "nom", "acc") for t in behind[:at]):
        return False
    described = behind[at + 1 :]
    closing = any(is_case(t, "nom") and t.best.pos in ("NOUN", "ADJ") for t in described[-1:])  # алты орталық
    people = any(
        "people" in measures.sorts(hit.clause, i) for i in range(head + 2 + at, hit.first)
    )  # бала емізетін анаға
    return closing or people or any(t.best.pos == "NOUN" and is_case(t, "nom") for t in described)


PARTICIPLES = frozenset({"part", "perf"})


def has_share(clause: Clause, head: int) -> bool:
    """400 баланың 270-і егілді: those in the genitive before a figure are the whole of which it is a part."""
    behind = (m for m in clause.mentions("number", "percent") if m.first == head + 1)
    return is_case(clause.sentence.tokens[head], "gen") and any(of_total.owned(clause, m) for m in behind)
