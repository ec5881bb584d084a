"""Works of old times, which an article only tells the story of."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.status_ru import FINITE, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.clause.themes_ru import themes_ru
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.works.given_up import given_up
from kzhealthkg.model import FIGURE, FacilityValue

AGES = 5
"""Words from a work to the age that dates it."""
DECADE = re.compile(r"(?:19)?[2-9]0-?(?:е|х|ых|ые)")
"""70-х, 1980-е."""
AGED = frozenset(lexicon.words("kinds.works.long_ago_ru", "aged"))
NARRATING = frozenset(lexicon.words("kinds.works.long_ago_ru", "narrating"))
START = 4
"""Words that open a clause."""


def long_ago(hit: Hit) -> bool:
    """Корпуса, построенные ещё в прошлом веке, в 70-х годах: how old a building is."""
    sentence = hit.clause.sentence
    if sentence.marks & FIGURE and _of_last_century(hit):
        return True
    if sentence.marks & FIGURE or not AGED.isdisjoint(sentence.words):
        behind = sentence.tokens[hit.last : hit.last + AGES]
        if any(is_lemma(t, *AGED) or DECADE.fullmatch(t.norm) for t in behind) or _once(hit):
            return True
    return (
        _narrated(hit.clause)
        or _written_then(hit)
        or _closed_since(hit)
        or _of_old_house(hit)
        or given_up(hit)
        or _since_then(hit)
    )


def _closed_since(hit: Hit) -> bool:
    """Больницу построили для шахтёров, но позже закрыли: what was built and closed since is history."""
    words, tokens = hit.clause.sentence.words, hit.clause.sentence.tokens
    if CLOSED.isdisjoint(words) or hit.frame.slots.get("workType") != "construction" or verb_of(hit) is None:
        return False
    behind = [(i, t) for i, t in enumerate(tokens[hit.last :], hit.last) if is_lemma(t, *CLOSED)]
    shut = [i for i, t in behind if t.best.form in ("past", "perf") and tokens[i - 1].norm != "не"]
    return any(not _for_repair(hit, i) and _of_it(hit, i) for i in shut)


def _for_repair(hit: Hit, at: int) -> bool:
    """Закрыли на ремонт."""
    return any(t.norm == "на" for t in hit.clause.sentence.tokens[at + 1 : at + 2])


def _of_it(hit: Hit, at: int) -> bool:
    """Say whether a verb of closing is said of the house before it: with a pronoun, or with no noun of its own beside."""
    tokens = hit.clause.sentence.tokens
    start = next((i for i in range(at, hit.last, -1) if tokens[i].text == "," or tokens[i].norm in JOINING), hit.last)
    near = [*range(start, at), *range(at + 1, min(at + 3, len(tokens)))]
    if any(tokens[i].norm in IT for i in near):
        return True
    nouns = (i for i in near if tokens[i].best.pos == "NOUN" and tokens[i].best.case in ("nom", "acc"))
    return all(preposition_at(hit.clause.whole, i) for i in nouns)


def _of_old_house(hit: Hit) -> bool:
    """Старую больницу построили при царе: how the house came to be that another has taken the place of."""
    built = is_lemma(hit.verb, *BUILT) and verb_of(hit) is not None and hit.verb.best.form in ("past", "perf", "part")
    if not built or OLD.isdisjoint(hit.clause.words):
        return False
    tokens = hit.clause.sentence.tokens
    return any(tokens[m.first - 1].best.lemma in OLD or tokens[m.first].best.lemma in OLD for m in themes_ru(hit))


CLOSED = frozenset(lexicon.words("kinds.works.long_ago_ru", "closed"))
JOINING = frozenset(lexicon.words("kinds.works.long_ago_ru", "joining"))
IT = frozenset(lexicon.words("kinds.works.long_ago_ru", "it"))
BUILT = lexicon.words("kinds.works.long_ago_ru", "built")
OLD = frozenset(lexicon.words("kinds.works.long_ago_ru", "old"))


def standing_before(clause: Clause, memory: Memory) -> FacilityValue | None:
    """Центр открыт на базе бывшего санатория. Отремонтированы палаты: the facility just before, if it is one still."""
    found = memory.facility_just_before(clause.index)
    if found is None:
        return None
    near = memory.document.sentences[max(0, clause.index - 1) : clause.index + 1]
    named = [(s, m) for s in near for m in s.mentions if m.type == "facility" and m.value.type == found.type]
    gone = any(m.first and s.tokens[m.first - 1].best.lemma in OLD for s, m in named[-1:])
    return None if gone else found


def _since_then(hit: Hit) -> bool:
    """Прошло 12 лет, как построили поликлинику; последнюю сдали 10 лет назад; до этого построили роддом: how it was before."""
    sentence = hit.clause.sentence
    if PASSING.isdisjoint(sentence.words) or hit.verb.best.form not in ("past", "perf"):
        return False
    tokens, clause = sentence.tokens, hit.clause
    if sentence.words & PASSED:
        return any(t.norm in ("как", "пор") for t in tokens[max(0, hit.first - AGES) : hit.first])
    if "назад" in sentence.words:
        return any(
            tokens[m.first - (m.first > 0)].best.lemma == LAST or tokens[m.first].best.lemma == LAST
            for m in themes_ru(hit)
        )
    return any(a.norm == "до" and b.norm == "этого" for a, b in pairwise(tokens[clause.first : hit.first]))


LAST = "последний"
PASSED = frozenset(lexicon.words("kinds.works.long_ago_ru", "passed"))
PASSING = PASSED | {"назад", "это", "этот", "этого"}


def _of_last_century(hit: Hit) -> bool:
    """Построили в 1968-м, в далёком 1968 году: a year of the last century behind "in" dates what was built."""
    if not is_lemma(hit.verb, *BUILT):
        return False
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    near = range(max(clause.first, hit.first - AGES), min(clause.last, hit.last + AGES))
    years = [i for i in near if YEAR.fullmatch(tokens[i].norm)]
    years = [i for i in years if not any(t.text == "," for t in tokens[min(i, hit.last) : max(i, hit.first)])]
    return any(any(t.norm in ("в", "до", "к") for t in tokens[max(0, i - 2) : i]) for i in years)


YEAR = re.compile(r"19\d\d(?:-?(?:м|го|е|х|ом))?")


def _once(hit: Hit) -> bool:
    """В 60-х годах в посёлке построили больницу."""
    built = verb_of(hit) is not None and hit.frame.slots.get("workType") == "construction"
    return built and any(DECADE.fullmatch(t.norm) for t in hit.clause.tokens[:START])


def _narrated(clause: Clause) -> bool:
    """Позже возникла необходимость расширить здание: what came to be in a story is no need of today."""
    if clause.tokens[0].norm not in NARRATING:
        return False
    return {t.best.form for t in clause.tokens if t.best.form in FINITE} == {"past"}


def _written_then(hit: Hit) -> bool:
    """Год назад газета писала, что больницу строят: how things stood at the time of an older report."""
    if hit.verb.best.form != "pres" or THEN.isdisjoint(hit.clause.sentence.words):
        return False
    before = hit.clause.sentence.tokens[: hit.clause.first]
    told = any(is_lemma(t, *TOLD) and t.best.form == "past" for t in before)
    return told and any(t.norm in THEN for t in before)


TOLD = frozenset(lexicon.words("kinds.works.long_ago_ru", "told"))
THEN = frozenset(lexicon.words("kinds.works.long_ago_ru", "then"))
