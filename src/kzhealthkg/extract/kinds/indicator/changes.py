"""Changes of what is measured: X rose by N, fell N times, went from N to M."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import again, measures, rates
from kzhealthkg.extract.figures.from_to import from_to
from kzhealthkg.extract.figures.fronted import PAID, given_to
from kzhealthkg.extract.figures.measured_before import latest, sum_before
from kzhealthkg.extract.figures.pay import pay
from kzhealthkg.extract.figures.rates import Measure
from kzhealthkg.extract.kinds.indicator import changes_before, done, more_ru, multiples
from kzhealthkg.extract.kinds.indicator.changed import DEGREES, came_about
from kzhealthkg.model import Mention, Token

THIS = lexicon.words("kinds.indicator.changes", "this")[0]
BY_OR_TO = frozenset(lexicon.words("kinds.indicator.changes", "by_or_to"))


def change(hit: Hit, memory: Memory) -> list[Draft]:
    """Return a change by N, or from N to M."""
    clause = hit.clause
    if not came_about(hit):
        return []
    told = (*clause.mentions("percent", "number"), *pay(clause))
    figures = [m for m in told if not is_per(clause, m) and _before(hit, m)]
    figures = sorted([m for m in (*figures, *_lives(hit)) if not _of_pay(clause, m)], key=lambda m: m.first)
    pairs = from_to(clause, figures, str(hit.frame.slots["change"]))
    going_on = any(changes_before.goes_on(hit, m, memory) for m in figures)  # былтыр 7,4 болса, биыл 6,1-ге түсті
    if hit.frame.options.get("pair") and not (pairs or going_on):
        return []
    both = [_pair(hit, pair, memory, first=pair is pairs[0]) for pair in pairs]
    drafts = [d for found in both for d in found] if pairs else _steps(hit, figures, memory)
    drafts += _by_word(hit, figures, drafts, memory)
    return [d for d in drafts if str(d.slots.get("measure", LACK[0])).lower() not in LACK]


def _lives(hit: Hit) -> list[Mention]:
    """Өмір сүру ұзақтығы 75 жасқа дейін өсті, время доезда сократилось до 13 минут: how long something lasts."""
    lasting = rates.ages(hit.clause) if hit.frame.options.get("sort") == "change" else []
    return [m for m in lasting if _before(hit, m)]


def _by_word(hit: Hit, figures: list[Mention], drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Выросла вдвое, удвоилась: how many times, in one Russian word in or beside the cue."""
    word = multiples.told(hit)
    if word is None or (not drafts and any(is_step(hit, m) for m in figures)):
        return []
    measure = _changed(hit, word, memory)
    found = [_step(hit, measure, word, memory)] if measure is not None else []
    for draft in found:
        draft.slots["unit"] = "раз"
    return found


def _pair(hit: Hit, pair: tuple[Mention, Mention], memory: Memory, *, first: bool) -> list[Draft]:
    """Return a change from one value to another; behind the first of a row each has a measure of its own."""
    measure = _changed(hit, pair[0], memory)
    if measure is None or not (first or (measure[0] and hit.clause.sentence.tokens[measure[1]].best.pos != "PRON")):
        return []
    times = [m for m in hit.clause.mentions("number") if _times_before(hit.clause, m, pair[0])]
    times += [m for m in hit.clause.mentions("percent") if _percent_before(hit.clause, m, pair[0])]
    steps = [_step(hit, measure, m, memory) for m in (pair[1], *times)]
    origin = _origin(hit, measure, pair[0], memory, str(steps[0].slots.get("unit", "")))
    return [*steps, *([origin] if "date" in origin.slots else [])]


def _times_before(clause: Clause, figure: Mention, origin: Mention) -> bool:
    """2,5 есеге, яғни 85-тен 33-ке дейін; в 1,5 раза: с 9 до 6: how many times, before from what to what."""
    after = clause.sentence.tokens[figure.last : origin.first]
    return bool(after) and bool(rates.TIMES.match(after[0].norm)) and len(after) <= 3


def _percent_before(clause: Clause, figure: Mention, origin: Mention) -> bool:
    """На 12 %: с 812 до 711: by how much, before from what to what."""
    tokens = clause.sentence.tokens
    near = clause.language == "ru" and 0 < origin.first - figure.last <= 3 and origin.type == "number"
    return near and tokens[figure.first - 1].norm == "на"


def _steps(hit: Hit, figures: list[Mention], memory: Memory) -> list[Draft]:
    """Return the step nearest to the cue, and in Kazakh those of the list before it: A 20%-ға, B 11%-ға азайды."""
    steps = [m for m in figures if is_step(hit, m)]
    told = (
        _nearest_ru(hit, steps)
        if hit.clause.language == "ru"
        else [m for m in steps if m is steps[-1] or (_is_listed(hit, m) and _case(hit, m) == _case(hit, steps[-1]))]
    )
    found = [(m, _changed(hit, m, memory)) for m in told]
    return [_step(hit, measure, m, memory) for m, measure in found if measure is not None]


def _nearest_ru(hit: Hit, steps: list[Mention]) -> list[Mention]:
    """Вырос на 20%, …: the step behind the cue, else the last before it; behind a colon stand parts."""
    behind = [m for m in steps if m.first >= hit.last]
    ahead = [m for m in steps if m.last == hit.first and not any(b.first - hit.last <= 1 for b in behind)]
    chosen = ahead[-1:] or behind[:1] or steps[-1:]
    tokens = hit.clause.sentence.tokens
    chosen += [m for m in behind[1:2] if chosen == behind[:1] and _by_and_to(tokens, chosen[0], m)]
    return [m for m in chosen if not any(t.text == ":" for t in tokens[hit.last : m.first])]


def _by_and_to(tokens: tuple[Token, ...], by: Mention, to: Mention) -> bool:
    """На 7% – до 7,4: by how much, and to what."""
    between = [t.norm for t in tokens[by.last : to.first] if t.text not in "–—-,"]
    reached = between == ["до"] or (not between and to.value.bound == "atMost")
    return tokens[by.first - 1].norm == "на" and to.first - by.last <= 2 and reached


def _is_listed(hit: Hit, figure: Mention) -> bool:
    tokens = hit.clause.sentence.tokens
    after = tokens[figure.last + _times(hit, figure)].norm
    stepped = figure.type == "percent" or _case(hit, figure) == "dat"
    return stepped and (after in LIST_SIGNS or after == "ал")


def _times(hit: Hit, figure: Mention) -> bool:
    return bool(rates.TIMES.match(hit.clause.sentence.tokens[figure.last].norm))


def _case(hit: Hit, figure: Mention) -> str:
    """Return the case of a step, "1,8 есеге" being told by the word of times."""
    return hit.clause.sentence.tokens[figure.last].best.case if _times(hit, figure) else figure.case


def _before(hit: Hit, figure: Mention) -> bool:
    if hit.clause.language == "ru" or figure.last > hit.first:
        return hit.clause.language == "ru"
    between = hit.clause.sentence.tokens[figure.last : hit.first]
    return not any(a.text == "," and b.norm == THIS for a, b in pairwise(between))  # 34 %, бұл былтырғыдан көп


def is_step(hit: Hit, figure: Mention) -> bool:
    """Say whether a figure is by how much something changed."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    if figure.last < len(tokens) and rates.TIMES.match(tokens[figure.last].norm):
        return True
    if clause.language == "ru":
        return (
            any(t.norm in BY_OR_TO for t in tokens[figure.first - 1 : figure.last])  # более чем на 300
            or figure.value.bound == "atMost"
            or (figure.type == "percent" and abs(figure.first - hit.last) <= 2)
        )
    counted = hit.first - figure.last == 1 and tokens[figure.last].best.case == "dat"  # 420 адамға көп
    return figure.type == "percent" or counted or (figure.case == "dat" and hit.first - figure.last <= 1)


def _changed(hit: Hit, figure: Mention, memory: Memory) -> Measure | None:
    """Return what rose or fell; where only a comparison is said, what was measured just before."""
    clause, edge = hit.clause, min(figure.first, hit.first)
    told = replace(clause, last=edge) if hit.verb.norm in DEGREES and edge > clause.first else clause
    cases = ("nom", "gen") if hit.verb.best.lemma in OF_ITSELF else ("nom", "gen", "acc")
    measure = rates.measured(told, edge, memory, cases)
    if measure is None and clause.language == "ru":
        measure = _noun_after(hit, memory) or _object_before(hit, memory)
    measure = more_ru.more_of(hit, figure, memory) or measure or done.done(hit, figure, memory)
    past = clause.language == "ru" and clause.mentions("date", first=hit.last)  # на 4% меньше уровня 2021 года
    compares = past or any(t.norm.startswith(again.COMPARING) for t in clause.tokens) or again.than_earlier(clause)
    behind = clause.language == "ru" and hit.verb.best.pos == "NOUN"  # отмечается снижение в 10 раз
    behind = behind or figure.last <= hit.first or hit.verb.norm in DEGREES
    if measure is None and more_ru.of_others(hit, figure, memory):
        return None
    if measure is None and compares and behind and not changes_before.subject(hit, figure):
        return None if changes_before.of_clause_before(clause, memory) else ("", figure.first)
    goes_on = measure is None and (
        changes_before.goes_on(hit, figure, memory) or changes_before.same_subject(hit, figure, memory)
    )
    return ("", figure.first) if goes_on else measure


OF_ITSELF = frozenset(lexicon.words("kinds.indicator.changes", "of_itself"))


def _noun_after(hit: Hit, memory: Memory) -> Measure | None:
    """Рост заболеваемости: the genitive after a noun of change; удалось снизить нагрузку: the object of a verb."""
    clause = hit.clause
    noun = hit.verb.best.pos == "NOUN"
    if not (noun or hit.verb.best.form in ACTIVE):
        return None
    near = range(hit.last, min(clause.last, hit.last + NEAR))
    at = next((i for i in near if measures.sorts(clause, i) & rates.MEASURES), None)
    if at is None or rates.governed(clause, at):  # рост к уровню 2017 года
        return None
    if not noun and not is_case(clause.sentence.tokens[at], "acc"):
        return None
    span = measures.span(clause, at)
    said = rates.said_of_health(clause, at, span, memory)
    return (said, span[0]) if said else None


def _object_before(hit: Hit, memory: Memory) -> Measure | None:
    """Долю осложнений удалось снизить: the object of a verb of change, told before it."""
    clause, verb = hit.clause, hit.verb.best
    if verb.form not in ACTIVE or verb.lemma.endswith(REFLEXIVE):
        return None
    heads = (i for i in range(hit.first - 1, clause.first - 1, -1) if measures.sorts(clause, i) & rates.MEASURES)
    at = next((i for i in heads if is_case(clause.sentence.tokens[i], "acc")), None)
    if at is None or rates.governed(clause, at):
        return None
    span = measures.span(clause, at)
    said = rates.said_of_health(clause, at, span, memory)
    return (said, span[0]) if said else None


REFLEXIVE = ("ся", "сь")
ACTIVE = frozenset({"inf", "past"})
NEAR = 4
"""Words from a cue to the noun of what changed, at most."""


def _step(hit: Hit, measure: Measure, figure: Mention, memory: Memory) -> Draft:
    clause = hit.clause
    plain = replace(figure, value=replace(figure.value, bound="")) if figure.value.bound == "atMost" else figure
    draft = rates.drafted(clause, hit.frame.name, _paid_to(clause, measure, figure), plain, memory)
    if not measure[0] and (own := again.own_time(clause, figure)):
        draft.slots["date"] = own
    elif (
        not (measure[0] or again.only_dated(clause, figure) or _over_years(clause))
        and draft.slots.get("date") != memory.document.article.date
    ):
        draft.slots.pop("date", None)
        _take_up_date(draft, clause, memory, level=plain is not figure)
    if draft.slots.get("date") in again.compared(clause):
        draft.slots.pop("date", None)
    draft.say("unit", rates.unit(clause, figure, clause.last))
    draft.say("bound", _limit(clause, figure))
    draft.say("change", hit.frame.slots["change"])
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    return draft


def _of_pay(clause: Clause, figure: Mention) -> bool:
    """До 2,5 средних зарплат: how many times what others are paid is no step."""
    behind = clause.sentence.tokens[figure.last : figure.last + 2] if clause.language == "ru" else ()
    return any(t.norm.startswith(PAY) for t in behind)


def _paid_to(clause: Clause, measure: Measure, figure: Mention) -> Measure:
    """Врачам повысили зарплату на 30 %: whose pay it is, where nothing else tells it."""
    words = measure[0].lower().split()
    if clause.language != "ru" or not words or len(words) > len(("заработная", "плата")):
        return measure
    to = given_to(clause, figure.first, PAID).strip() if words[-1].startswith(PAY) else ""
    return (f"{measure[0]} {to}", measure[1]) if to else measure


LACK = lexicon.words("kinds.indicator.changes", "lack")
PAY = lexicon.words("kinds.indicator.changes", "pay")


def _limit(clause: Clause, figure: Mention) -> str:
    """Упала ниже 5 %, 60 пайыздан жоғары көтерілді: the level that was passed bounds the value."""
    tokens = clause.sentence.tokens
    passed = tokens[figure.first - 1] if clause.language == "ru" else tokens[min(figure.last, len(tokens) - 1)]
    fitting = clause.language == "ru" or figure.case == "abl"
    return BOUNDS.get(passed.norm, "") if fitting and figure.first > clause.first else ""


BOUNDS = dict.fromkeys(lexicon.words("kinds.indicator.changes", "below"), "atMost") | dict.fromkeys(
    lexicon.words("kinds.indicator.changes", "above"), "atLeast"
)


def _origin(hit: Hit, measure: Measure, figure: Mention, memory: Memory, reached: str) -> Draft:
    """Return the value that a change started from, in the unit that was reached, told only with a date of its own."""
    clause = hit.clause
    draft = rates.drafted(clause, hit.frame.name, measure, figure, memory)
    draft.say("unit", rates.unit(clause, figure, clause.last) or reached)
    draft.slots.pop("date", None)
    draft.say("date", again.left_date(clause, figure))
    return draft


def _over_years(clause: Clause) -> bool:
    """За последние десять лет этот показатель снизился: the time that a change took opens the clause."""
    return any(m.first == clause.first and "/" in str(m.value.edtf) for m in clause.mentions("date"))


def _take_up_date(draft: Draft, clause: Clause, memory: Memory, *, level: bool) -> None:
    """A year that something is compared with is not when it was measured, nor did it have two levels at one time."""
    before = latest(clause, memory) if rates.NOW.isdisjoint(clause.words) else None
    before = before or sum_before(clause, memory)
    if before is not None and not (level and "change" not in before.slots):
        draft.inherit("date", before.slots.get("date"))
