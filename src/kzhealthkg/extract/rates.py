"""Measured values and their changes: X is N, X rose by N, X – N."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract import measures, roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.status import status
from kzhealthkg.extract.stocks import asserts, latest, take_up
from kzhealthkg.extract.syntax import Clause, forms, is_case, is_lemma
from kzhealthkg.extract.themes import is_purpose
from kzhealthkg.model import Mention

TIMES = re.compile(r"^(есе|раз)")
PER = re.compile(r"^(шаққан|есептегенде)")
MEASURES = frozenset({"rate", "size"})
CASES = {"жет": "dat", "тең": "dat", "теңел": "dat", "жақында": "dat", "ас": "abl", "асып": "abl"}
COMPARING = ("салыстырған", "қарағанда", "былтырғы", "сравнени", "чем", "прошл", "алдыңғы")
FRAGMENT_KK = frozenset({"кезінде", "бойынша", "арасында"})
FRAGMENT_RU = frozenset({"при", "среди", "у", "по", "от", "для"})


def value(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the value a predicate says: X N-ді құрады, X N-ге жетті, X составил N."""
    clause = hit.clause
    number = _beside(hit)
    if number is None or not asserts(hit):
        return []
    measure = measured(clause, min(number.first, hit.first), memory)
    if measure is None:
        return []
    draft = drafted(hit.clause, hit.frame.name, measure, number, memory)
    draft.say("unit", _unit(clause, number, hit.first if clause.language == "kk" else clause.last, draft))
    draft.say("bound", hit.frame.slots.get("bound") or ("atLeast" if is_lemma(hit.verb, "ас", "асып") else ""))
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    return [draft] if "measure" in draft.slots else []


def _beside(hit: Hit) -> Mention | None:
    """Return the figure next to the predicate, in the case it wants; what it is per is no value."""
    found = [m for m in hit.clause.mentions("percent", "number") if not is_per(hit.clause, m)]
    if hit.clause.language == "ru":
        near = [m for m in found if 0 <= m.first - hit.last <= 2]
        return near[0] if near else None
    near = [m for m in found if 0 <= hit.first - m.last <= 2]
    if not near:
        return None
    wanted = next((c for lemma, c in CASES.items() if is_lemma(hit.verb, lemma)), "")
    between = hit.clause.sentence.tokens[near[-1].last - 1 : hit.first]
    said = (
        any(is_case(t, wanted) for t in between)
        if wanted
        else near[-1].last == hit.first or is_case(between[-1], "acc")
    )
    return near[-1] if said else None


def is_per(clause: Clause, number: Mention) -> bool:
    """1000 тірі туған нәрестеге шаққанда, на 1000 родившихся: what a rate is counted per."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return (
            tokens[number.first - 1].norm == "на"
            and number.value.value in (1000, 10000, 100000)
            and number.type == "number"
        )
    return any(PER.match(t.norm) for t in tokens[number.last : number.last + 6])


def _per(clause: Clause) -> str:
    """Return the words of "per 1000 …", or "" where none are said."""
    tokens = clause.sentence.tokens
    number = next((m for m in clause.mentions("number") if is_per(clause, m)), None)
    if number is None or clause.language == "ru":
        return ""
    end = next(i for i in range(number.last, len(tokens)) if PER.match(tokens[i].norm))
    return f"{clause.text(number.first, end)} шаққанда"


Measure = tuple[str, int]
"""The words of a measure, and the token at which they begin; "" or only brackets: as said before."""


def measured(clause: Clause, before: int, memory: Memory, cases: tuple[str, ...] = ("nom",)) -> Measure | None:
    """Return what is measured: the phrase before the figure, or what the sentences before were about."""
    head = _head_ru(clause) if clause.language == "ru" else _head_kk(clause, before, cases)
    if head is None:
        return None
    first, last = measures.span(clause, head)
    per = _per(clause)
    if (
        first + 1 == last
        and "size" in measures.sorts(clause, head)
        and is_lemma(clause.sentence.tokens[head], *POINTERS)
    ):
        return f" ({per})" if per else "", first
    said = _of_health(clause, head, (first, last), memory)
    return (f"{said} ({per})" if per else said, first) if said else None


POINTERS = ("көрсеткіш", "үлес", "показатель", "деңгей")


def _of_health(clause: Clause, head: int, span: tuple[int, int], memory: Memory) -> str:
    if measures.is_other(clause, *span):
        return ""
    inside = "rate" in measures.sorts(clause, head) or measures.of_health(clause, *span)
    return measures.text(clause, *span) if inside or measures.near_health(clause, memory) else ""


def _head_kk(clause: Clause, before: int, cases: tuple[str, ...]) -> int | None:
    """Return the head nearest before a figure that can be measured."""
    for at in range(before - 1, clause.first - 1, -1):
        token = clause.sentence.tokens[at]
        if token.text == "," or token.best.form in ("past", "pres", "prog", "intent"):
            return None
        if measures.sorts(clause, at) & MEASURES and is_case(token, *cases):
            return at
    return None


def _head_ru(clause: Clause) -> int | None:
    for at in range(clause.first, clause.last):
        token = clause.sentence.tokens[at]
        if measures.sorts(clause, at) & MEASURES and any(r.case == "nom" for r in token.readings):
            return at
    return None


def drafted(clause: Clause, rule: str, measure: Measure, number: Mention, memory: Memory) -> Draft:
    """Return the draft of one measured value, with when and where; without ``measure`` where none is known."""
    said, first = measure
    tokens = clause.sentence.tokens
    draft = Draft("Indicator", {}, tokens[first].start, number.end, rule)
    draft.cover(number.start, number.end)
    roles.quantity(draft, "value", number)
    roles.place(draft, roles.nearest_place(clause, number.first))
    roles.finish(draft, clause, memory, completion=False)
    if said and not said.startswith(" ("):
        draft.say("measure", said)
    else:
        take_up(draft, clause, memory)
        draft.say("measure", f"{draft.slots['measure']}{said}" if "measure" in draft.slots else "")
    return draft


def _unit(clause: Clause, number: Mention, last: int, draft: Draft) -> str:
    """Return the unit: percent, times, or the noun that follows where the measure names nothing counted."""
    tokens = clause.sentence.tokens
    if number.type == "percent":
        return "%"
    if number.last < len(tokens) and TIMES.match(tokens[number.last].norm):
        return times(clause)
    following = tokens[number.last : min(last, number.last + 1)]
    years = [t for t in following if is_lemma(t, "жас", "жыл", "ай", "күн", "минут", "год", "лет", "день", "минута")]
    return measures.singular_kk(tuple(years)) if years and clause.language == "kk" else ""


def times(clause: Clause) -> str:
    """Return "times" in the clause's language."""
    return "раз" if clause.language == "ru" else "есе"


def change(hit: Hit, memory: Memory) -> list[Draft]:
    """Return a change by N, or from N to M."""
    clause = hit.clause
    if not _told(hit):
        return []
    figures = [m for m in clause.mentions("percent", "number") if not is_per(clause, m) and _before(hit, m)]
    pair = _from_to(clause, figures)
    figure = pair[1] if pair else next((m for m in reversed(figures) if is_step(hit, m)), None)
    if figure is None:
        return []
    measure = _changed(hit, pair[0] if pair else figure, memory)
    if measure is None:
        return []
    drafts = [_step(hit, measure, figure, memory), *([_origin(hit, measure, pair[0], memory)] if pair else [])]
    return [d for d in drafts if "measure" in d.slots]


def _told(hit: Hit) -> bool:
    """Say whether a rise or fall is told as something that was: no purpose, no plan."""
    verb, clause = hit.verb, hit.clause
    if clause.language == "ru":
        return asserts(hit)
    if status(clause, hit.last - 1) in ("planned", "needed"):
        return False
    if verb.best.form == "inf" or ("inf" in forms(verb) and not verb.best.form):
        return not is_purpose(hit)
    return asserts(hit)


def _before(hit: Hit, figure: Mention) -> bool:
    return hit.clause.language == "ru" or figure.last <= hit.first


def _from_to(clause: Clause, figures: list[Mention]) -> tuple[Mention, Mention] | None:
    """Return the figures of "from A to B"."""
    tokens = clause.sentence.tokens
    for one, other in pairwise(figures):
        if one.type != other.type or other.first - one.last > 4:
            continue
        if clause.language == "ru":
            if tokens[one.first - 1].norm in ("с", "со") and (
                "до" in (tokens[other.first - 1].norm, tokens[other.first].norm)
            ):
                return one, other
        elif one.case == "abl" and other.case == "dat" and not one.value.bound:
            return one, other
    return None


def is_step(hit: Hit, figure: Mention) -> bool:
    """Say whether a figure is by how much something changed."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    if figure.last < len(tokens) and TIMES.match(tokens[figure.last].norm):
        return True
    if clause.language == "ru":
        before = tokens[figure.first - 1].norm
        return before in ("на", "до") or (figure.type == "percent" and abs(figure.first - hit.last) <= 2)
    return figure.type == "percent" or (figure.case == "dat" and hit.first - figure.last <= 1)


def _changed(hit: Hit, figure: Mention, memory: Memory) -> Measure | None:
    """Return what rose or fell; where only a comparison is said, what was measured just before."""
    clause = hit.clause
    measure = measured(clause, min(figure.first, hit.first), memory, ("nom", "gen", "acc"))
    if measure is None and clause.language == "ru":
        measure = _noun_after(hit, memory)
    compares = any(t.norm.startswith(COMPARING) for t in clause.tokens)
    if measure is None and compares and figure.last <= hit.first:
        return "", figure.first
    return measure


def _noun_after(hit: Hit, memory: Memory) -> Measure | None:
    """Рост заболеваемости: the genitive after a noun of change."""
    clause = hit.clause
    if hit.verb.best.pos != "NOUN" or hit.last >= clause.last:
        return None
    at = next(
        (i for i in range(hit.last, min(clause.last, hit.last + 4)) if measures.sorts(clause, i) & MEASURES), None
    )
    if at is None:
        return None
    span = measures.span(clause, at)
    said = _of_health(clause, at, span, memory)
    return (said, span[0]) if said else None


def _step(hit: Hit, measure: Measure, figure: Mention, memory: Memory) -> Draft:
    clause = hit.clause
    plain = replace(figure, value=replace(figure.value, bound="")) if figure.value.bound == "atMost" else figure
    draft = drafted(clause, hit.frame.name, measure, plain, memory)
    if not measure[0]:
        draft.slots.pop("date", None)
        take_up_date(draft, clause, memory)
    draft.say("unit", _unit(clause, figure, clause.last, draft))
    draft.say("change", hit.frame.slots["change"])
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    return draft


def _origin(hit: Hit, measure: Measure, figure: Mention, memory: Memory) -> Draft:
    """Return the value that a change started from; its date stands beside it."""
    clause = hit.clause
    draft = drafted(clause, hit.frame.name, measure, figure, memory)
    draft.say("unit", _unit(clause, figure, clause.last, draft))
    draft.slots.pop("date", None)
    beside = [m for m in clause.mentions("date") if m.last == figure.first or 0 <= m.first - figure.last <= 2]
    draft.say("date", beside[0].value.edtf if beside else "")
    return draft


def take_up_date(draft: Draft, clause: Clause, memory: Memory) -> None:
    """A year that something is compared with is not when it was measured."""
    before = latest(clause, memory)
    if before is not None:
        draft.inherit("date", before.slots.get("date"))
