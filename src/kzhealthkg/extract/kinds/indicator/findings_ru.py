"""What was found in how many people, in Russian: у 318 человек выявлен диабет, патология найдена у 12 %."""

from __future__ import annotations

from kzhealthkg.extract.clause.counted_names import plural_ru
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

ILL = frozenset({"rate", "health", "finding"})
COUNTED = frozenset({"people", "thing", "facility"})
REACH = 5
"""Words from a verb that finds to the illness behind it, at most."""


def findings(hit: Hit, memory: Memory) -> list[Draft]:
    """Return in how many people, or in what share of them, an illness was found."""
    clause = hit.clause
    numbers = [m for m in clause.mentions("number", "percent") if _whose(clause, m)]
    told = hit.verb.best.form in ("perf", "past") and asserts(hit) and not denied(clause, hit.verb)
    illness = _illness(hit) if numbers and told else None
    of_each = [(m, _behind_dash(clause, m) if _dashed(clause, m) else illness) for m in numbers if illness]
    named = [(number, _in_whom(clause, number, own)) for number, own in of_each if own]
    drafts = [rates.drafted(clause, hit.frame.name, own, number, memory) for number, own in named]
    for draft in drafts:
        draft.say("unit", "%" if any(m.type == "percent" and m.start in draft.used for m in numbers) else "")
        draft.cover(hit.verb.start, hit.verb.end)
    return drafts


def _in_whom(clause: Clause, number: Mention, illness: rates.Measure) -> rates.Measure:
    """У 30% школьников выявлен сколиоз: a share is of those whom it names."""
    tokens, last = clause.sentence.tokens, number.last
    while last < clause.last and tokens[last].best.pos in ("ADJ", "NOUN", "VERB") and is_case(tokens[last], "gen"):
        last += 1
    people = any("people" in measures.sorts(clause, i) for i in range(number.last, last))
    named = number.type == "percent" and people and " у " not in illness[0] and not number.first < illness[1] < last
    return (f"{illness[0]} у {clause.text(number.last, last)}", illness[1]) if named else illness


def _dashed(clause: Clause, number: Mention) -> bool:
    return any(t.text in DASHES for t in clause.sentence.tokens[number.last : min(clause.last, number.last + 2)])


def _behind_dash(clause: Clause, number: Mention) -> rates.Measure | None:
    """У 45 детей нашли сколиоз, у 60 – плоскостопие: what a share of the list has instead."""
    behind = range(number.last, min(clause.last, number.last + REACH))
    at = next((i for i in behind if clause.sentence.tokens[i].text in DASHES), clause.last)
    own = next((i for i in range(at + 1, min(clause.last, at + REACH)) if _is_found(clause, i)), None)
    return _named(clause, own) if own is not None else None


def _whose(clause: Clause, number: Mention) -> bool:
    """У 318 человек, у более чем 300 детей: a number of people, not of cases."""
    tokens = clause.sentence.tokens
    before = [t.norm for t in tokens[max(clause.first, number.first - 3) : number.first]]
    noun = next((i for i in range(number.last, clause.last) if tokens[i].best.pos != "ADJ"), number.last)
    things = measures.sorts(clause, noun) if noun < clause.last else frozenset[str]()
    return "у" in before and ("people" in things or things.isdisjoint({"thing", "facility", "event"}))


def _illness(hit: Hit) -> rates.Measure | None:
    """Return the illness that is the subject or the object of the verb."""
    clause = hit.clause
    behind = range(hit.last, min(clause.last, hit.last + REACH))
    ahead = range(hit.first - 1, clause.first - 1, -1)
    at = next((i for row in (behind, ahead) for i in row if _is_found(clause, i)), None)
    named = _named(clause, at) if at is not None else None
    return _diagnosed(hit, named) if named is not None and named[0] == DIAGNOSIS else named


DIAGNOSIS = "диагноз"


def _diagnosed(hit: Hit, named: rates.Measure) -> rates.Measure | None:
    """Диагноз подтверждён у 52 (детей): a diagnosis of nothing named is that of the people counted."""
    clause = hit.clause
    how = hit.frame.options.get("diagnosed", {}).get(hit.verb.best.lemma)
    number = next((m for m in clause.mentions("number", "percent") if _whose(clause, m)), None)
    if how is None or number is None:
        return None
    head = head_ru(clause, number)
    people = plural_ru(clause.sentence.tokens[number.last : head + 1], head - number.last) if head else "люди"
    return f"{people.lower()} с {how} диагнозом", named[1]


def _named(clause: Clause, at: int) -> rates.Measure | None:
    first, last = measures.span(clause, at)
    said = measures.text(clause, first, last)
    said = said if said.count("«") == said.count("»") else said.strip("«»")
    return (said if said[1:2].isupper() else said[:1].lower() + said[1:], first) if said else None


def _is_found(clause: Clause, at: int) -> bool:
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[at - 1 : at]
    named = any(r.case in ("nom", "acc") and r.pos == "NOUN" for r in token.readings)
    owned = any(t.best.pos == "NOUN" and at > clause.first for t in before) and token.best.case == "gen"
    said = measures.sorts(clause, at)
    return named and not owned and bool(said & ILL) and not said & COUNTED and not rates.governed(clause, at)
