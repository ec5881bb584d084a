"""Whether a rise or fall is told as something that has been: no aim, no plan, no likeness with another place."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, forms, is_case, is_lemma
from kzhealthkg.extract.clause.themes import is_purpose
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import again, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.kinds.indicator import more_ru
from kzhealthkg.model import Mention

REACHED = frozenset(lexicon.words("kinds.indicator.changed", "reached"))
ENABLING = lexicon.words("kinds.indicator.changed", "enabling")


def came_about(hit: Hit) -> bool:
    """Say whether a rise or fall is told as something that was: no purpose, no plan."""
    verb, clause = hit.verb, hit.clause
    if _above_norm(hit):
        return False
    if clause.language == "ru":
        before = [t.norm for t in clause.sentence.tokens[max(0, hit.first - AIMED) : hit.first]]
        if verb.best.pos == "NOUN" and not AIMS.isdisjoint(before):
            return False  # в целях повышения качества смертность снизилась
        if _conditional(hit):
            return False
        degree = hit.verb.norm not in DEGREES or _than_before(hit) or more_ru.told(hit)
        return (asserts(hit) or _came_true(hit)) and degree
    if verb.norm in DEGREES_KK and (again.than_elsewhere(clause) or _bounds(hit)):
        return False
    if status(clause, hit.last - 1) in ("planned", "needed") and not _reached(hit):
        return False
    if verb.best.form == "inf" or ("inf" in forms(verb) and not verb.best.form):
        return not (is_purpose(hit) or _to_do(hit)) or _reached(hit)
    return asserts(hit)


def _above_norm(hit: Hit) -> bool:
    """На 30 % выше нормы, нормадан 30 %-ға артық: what is held against a norm has not changed."""
    clause = hit.clause
    near = clause.sentence.tokens[max(clause.first, hit.first - BESIDE) : min(clause.last, hit.last + BESIDE)]
    return any(t.norm in NORMS for t in near)


NORMS = frozenset(lexicon.words("kinds.indicator.changed", "norms"))
BESIDE = 6
"""Words between a change and the norm that it is none from, at most."""


def _conditional(hit: Hit) -> bool:
    """Если состояние тяжёлое, время ожидания сокращается до 10 минут: what is so whenever something happens is no news."""
    before = hit.clause.sentence.tokens[: hit.first]
    always = hit.verb.best.form == "pres" and not CONDITIONS.isdisjoint(hit.clause.sentence.words)
    return always and any(t.norm in CONDITIONS for t in before)


CONDITIONS = frozenset(lexicon.words("kinds.indicator.changed", "conditions"))


def _to_do(hit: Hit) -> bool:
    """Өлімді 10 пайызға азайту: the bare name of an act upon something, which closes its clause, is yet to be done."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    closing = hit.last >= len(tokens) or not tokens[hit.last].text[0].isalnum() or tokens[hit.last].norm in AND
    upon = not hit.verb.best.possessive and hit.verb.best.case in ("", "nom")
    return closing and upon and any(t.best.case == "acc" for t in tokens[clause.first : hit.first])


def _bounds(hit: Hit) -> bool:
    """5 еседен артық төмендеген: "more than" behind a figure in the ablative only bounds it."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first]
    figured = any(m.first < hit.first <= m.last + 1 for m in hit.clause.mentions("number", "percent"))
    return figured and any(is_case(t, "abl") for t in before)


AIMED = 2
"""Words between what opens an aim and the noun of change, at most."""
AIMS = frozenset(lexicon.words("kinds.indicator.changed", "aims"))
DEGREES = frozenset(lexicon.words("kinds.indicator.changed", "degrees"))
DEGREES_KK = frozenset(lexicon.words("kinds.indicator.changed", "degrees_kk"))
EARLIER = lexicon.words("kinds.indicator.changed", "earlier")


def _than_before(hit: Hit) -> bool:
    """На 4% ниже уровня прошлого года, ниже прошлогоднего на 4%: by how much, and than when; выше 90% is no change."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    figures = clause.mentions("percent", "number")
    step = any(m.last == hit.first or (m.first > hit.last and tokens[m.first - 1].norm == "на") for m in figures)
    return step and any(t.norm.startswith(EARLIER) for t in tokens[hit.last : clause.last])


def _came_true(hit: Hit) -> bool:
    """Меры позволили снизить смертность, удалось увеличить охват: the infinitive tells what has been done."""
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    return hit.verb.best.form == "inf" and any(is_lemma(t, *ENABLING) and t.best.form == "past" for t in before)


def _reached(hit: Hit) -> bool:
    """Өлімді 13%-ға төмендетуге мүмкіндік берді, қол жеткізілді: what was aimed at has come true."""
    tokens = hit.clause.sentence.tokens[hit.last : hit.last + 2]
    said = [t.norm for t in tokens]
    return len(said) == 2 and said[0] in REACHED and tokens[1].best.form in ("past", "perf")


def changed_by(hit: Hit, clause: Clause, measure: rates.Measure, percent: Mention, memory: Memory) -> Draft:
    """Return what a measure of a clause has changed by in per cent, up or down as the cue says."""
    draft = rates.drafted(clause, hit.frame.name, measure, percent, memory)
    draft.say("unit", "%")
    draft.say("change", hit.frame.slots["change"])
    return draft
