"""What a change without a measure of its own is of: what was measured just before, or nothing."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import again, rates
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.model import Mention

POINTING = frozenset(lexicon.words("kinds.indicator.changes_before", "pointing"))


def of_clause_before(clause: Clause, memory: Memory) -> bool:
    """… 62 пайызды құрады, бұл былтырғыдан 5 пайызға көп: "this" is no figure of an earlier sentence."""
    before, opening = latest(clause, memory), clause.sentence.tokens[clause.first].norm
    if clause.language == "ru":  # сумма договоров – 38 млрд, это в 1,6 раза больше
        figures = clause.whole.mentions("number", "percent", "money", last=clause.first)
        return opening in THIS and bool(figures) and figures[-1].type == "money"
    told = before is not None and before.sentence == clause.index
    figures = clause.whole.mentions("number", "percent", last=clause.first)
    return clause.language == "kk" and opening == "бұл" and bool(figures) and not told


COMPARING_RU = frozenset(lexicon.words("kinds.indicator.changes_before", "comparing_ru"))
THIS = frozenset(lexicon.words("kinds.indicator.changes_before", "this"))


def same_subject(hit: Hit, figure: Mention, memory: Memory) -> bool:
    """Нәресте өлімі 7,1-ді құрап, 12 пайызға азайды: by how much what the clause before has measured fell."""
    clause, before = hit.clause, latest(hit.clause, memory)
    if clause.language == "ru":
        told = before is not None and before.sentence == clause.index and "change" not in before.slots
        behind = clause.sentence.tokens[figure.last : figure.last + 1]
        subject_next = any(t.best.pos == "NOUN" and t.best.case == "nom" for t in behind)
        return told and not subject_next and figure.first - hit.last == 1 and _agrees_ru(hit)
    alone = clause.language == "kk" and _opening(clause) == figure.first > 0 and hit.first - figure.last <= 1
    bare = alone and figure.type == "percent" and figure.case == "dat"
    return bare and before is not None and before.sentence == clause.index and "change" not in before.slots


def _agrees_ru(hit: Hit) -> bool:
    """Смертность составила 41 [и снизилась] на 2 %: a predicate like the one before it, with no subject of its own."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    said = [t for t in tokens[: clause.first] if t.best.form in ("past", "pres")]
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    between = [t.norm for i, t in enumerate(tokens[clause.first : hit.first], clause.first) if i not in dated]
    if not said or hit.verb.best.form != "past" or not COMPARING_RU.issuperset(between):
        return False
    if said[-1].best.form == "pres":
        return said[-1].norm.endswith(PLURAL) == (_ending(hit.verb.norm) == "ли")
    return _ending(said[-1].norm) == _ending(hit.verb.norm)


PLURAL = ("ют", "ут", "ят", "ат", "ются", "утся", "ятся", "атся")


def _ending(verb: str) -> str:
    """Return the gender or number that a Russian past tense ends in; "" for the masculine."""
    plain = verb.removesuffix("ся").removesuffix("сь")
    return plain[-2:] if plain.endswith(("ла", "ло", "ли")) else ""


def _opening(clause: Clause) -> int:
    """Яғни 2022 жылғы 7,8-ден 9 пайызға: return where the words begin behind what a clause takes up, and from what."""
    at = clause.first + (clause.sentence.tokens[clause.first].norm in rates.NAMELY)
    at = next((m.last for m in clause.mentions("date") if m.first == at), at)
    return next((m.last for m in clause.mentions("number") if m.first == at and m.case == "abl"), at)


def goes_on(hit: Hit, figure: Mention, memory: Memory) -> bool:
    """2015 жылы сәби өлімі 10,9 болса, 2016 жылы 9,9-ға төмендеді: the next value of what the same sentence measured."""
    before = latest(hit.clause, memory)
    if before is None or not again.goes_on(hit.clause, figure, memory):
        return False
    fell = float(figure.value.value) < float(before.slots["value"])
    return bool(fell == (hit.frame.slots["change"] == "decrease"))


def subject(hit: Hit, figure: Mention) -> bool:
    """A subject of its own right before the figure leaves nothing to take up."""
    tokens = hit.clause.sentence.tokens
    before = tokens[figure.first - 1] if figure.first > hit.clause.first else None
    pointing = before is None or before.norm in POINTING
    return not pointing and before is not None and before.best.pos == "NOUN" and before.best.case == "nom"
