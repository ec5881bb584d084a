"""Works that a clause names as background: the first of 27 that were built; in 2015 it was decided to build."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import OPENING
from kzhealthkg.extract.clause.status_ru import FINITE, form_of, verb_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.portions import of_many
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.totals_ru import ONE_OF

DECIDED = lexicon.words("kinds.works.background", "decided")
PROMISED = lexicon.words("kinds.works.background", "promised")
BEFORE = 4
"""Words from "of" to the participle of those counted, at most."""


def ordered(hits: list[Hit]) -> list[Hit]:
    """Построенная в прошлом году больница ремонтируется: what a finite verb tells comes before a participle."""
    ends = any(_finite(hit) and not is_lemma(hit.verb, *OPENING) for hit in hits)
    return sorted(hits, key=lambda h: (verb_of(h) is not None, ends and describing(h), h.first))


def _finite(hit: Hit) -> bool:
    return hit.verb.best.form in FINITE


def describing(hit: Hit) -> bool:
    """Say whether a cue is a participle in a case of its own: построенных, отремонтированная."""
    return verb_of(hit) is not None and form_of(hit.verb) == "part"


def of_set(hit: Hit) -> bool:
    """Одна из 12 построенных больниц, первый из построенных объектов: all of them are not what is told of."""
    if not describing(hit):
        return False
    tokens = hit.clause.sentence.tokens
    if any(m.last == hit.first - 1 and of_many(hit.clause, m) for m in hit.clause.mentions("facility")):
        return True  # первая из 12 больниц, построенных по проекту
    reach = range(hit.first - 1, max(0, hit.first - BEFORE), -1)
    at = next((i for i in reach if tokens[i].norm == "из"), 0)
    return at > 0 and is_lemma(tokens[at - 1], *ONE_OF)


def decided_before(hit: Hit, memory: Memory) -> bool:
    """В 2015 году решено построить, 2015 жылы салу туралы шешім қабылданды: what was decided in an earlier year is no plan of today."""
    today = (memory.document.article.date or "")[:4]
    where = hit.clause if hit.clause.says(*DECIDED) else hit.clause.whole
    if not today or (where is not hit.clause and not where.says(*PROMISED)):
        return False
    years = [m.value.edtf[:4] for m in where.mentions("date")]
    return bool(years) and all(year < today for year in years)


def begun_long_ago(draft: Draft, memory: Memory) -> bool:
    """1974 жылы іргетасы қаланды: what was begun so long ago and is not said to go on has long been there."""
    begun, now = str(draft.slots.get("date", "")), memory.document.article.date or ""
    if draft.slots.get("status") != "underway" or "/" in begun or not (begun[:4].isdigit() and now[:4].isdigit()):
        return False
    return int(now[:4]) - int(begun[:4]) >= OLD


OLD = 10
"""Years in which anything that was begun has been built."""
