"""Measured values and their changes: X is N, X rose by N, X – N."""

from __future__ import annotations

import re
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract import again, measures, roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.per import is_per, per_words
from kzhealthkg.extract.status_ru import will_be
from kzhealthkg.extract.stock_names import among, where_only
from kzhealthkg.extract.stocks import asserts, take_up
from kzhealthkg.extract.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.themes import LIST_SIGNS
from kzhealthkg.extract.when import compared_with, same_period, year_earlier
from kzhealthkg.model import Mention, Quantity, Token

AGE = re.compile(r"\d{1,3}(?:[.,]\d+)?")
SPANS = lexicon.words("extract.rates", "spans")
YEARS = lexicon.words("extract.rates", "years")
TIMES = re.compile(r"^(есе|раз)")
POPULATION = re.compile(r"(?i)(халық|халқының|тұрғындар|тұрғындарының) саны$|^численность населения")
"""How many live in a settlement is no figure of health."""
MEASURES = frozenset({"rate", "size"})
CASES = {"жет": "dat", "тең": "dat", "теңел": "dat", "жақында": "dat", "ас": "abl", "асып": "abl"}
NAMELY = frozenset(lexicon.words("extract.rates", "namely"))


def value(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the value a predicate says: X N-ді құрады, X N-ге жетті, X составил N."""
    clause = hit.clause
    number = _beside(hit) or _years(hit)
    if number is None or not asserts(hit):
        return []
    row = again.dated_row(clause, number)
    if row and (named := measured(clause, row[0].first, memory)) is not None:
        return [_of_year(hit, named, m, memory) for m in row]
    measure = measured(clause, min(number.first, hit.first), memory) or _of_subject(clause, memory)
    if measure is None and again.goes_on(clause, number, memory):
        measure = "", number.first
    if measure is None:
        return []
    draft = drafted(hit.clause, hit.frame.name, measure, number, memory)
    draft.say("unit", unit(clause, number, hit.first if clause.language == "kk" else clause.last))
    draft.say("bound", _passed(hit))
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    told = [*_members(hit, number, memory), *_origin(hit, number, draft, memory), draft]
    return told if "measure" in draft.slots else []


def _of_year(hit: Hit, measure: Measure, figure: Mention, memory: Memory) -> Draft:
    draft = drafted(hit.clause, hit.frame.name, measure, figure, memory)
    draft.slots["date"] = again.dated(hit.clause, figure) or draft.slots.get("date", "")
    draft.say("unit", unit(hit.clause, figure, hit.clause.last))
    return draft


def _origin(hit: Hit, number: Mention, told: Draft, memory: Memory) -> list[Draft]:
    """71 пайыздан 86 пайызға жетті: the value that was left behind."""
    before = again.left_behind(hit.clause, number)
    if before is None or not told.slots.get("measure"):
        return []
    draft = drafted(hit.clause, hit.frame.name, (str(told.slots["measure"]), before.first), before, memory)
    draft.slots.pop("date", None)
    draft.say("date", again.dated(hit.clause, before))
    draft.say("unit", unit(hit.clause, before, hit.clause.last))
    return [draft]


def fulfilled(hit: Hit, memory: Memory) -> list[Draft]:
    """План вакцинации выполнен на 92 %: how much of a plan has come true."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    shares = [m for m in clause.mentions("percent", first=hit.last) if m.first - hit.last <= 2]
    at = next((i for i in range(hit.first - 1, clause.first - 1, -1) if is_lemma(tokens[i], "план")), None)
    done = hit.verb.best.form == "perf" and not will_be(clause)
    if not (shares and done) or at is None or not measures.near_health(clause, memory):
        return []
    last = measures.span(clause, at)[1]
    said = f"выполнение плана {clause.text(at + 1, last)}".strip()
    draft = drafted(clause, hit.frame.name, (said, at), shares[0], memory)
    draft.say("unit", "%")
    return [draft]


def _passed(hit: Hit) -> str:
    """Превысил 60 %, 60 %-дан асты: at least; не превысил, аспады: at most."""
    over = hit.frame.slots.get("bound") or ("atLeast" if is_lemma(hit.verb, "ас", "асып") else "")
    before = hit.clause.sentence.tokens[max(0, hit.first - 1)].norm
    denied = hit.verb.best.negative if hit.clause.language == "kk" else before == "не"
    return "atMost" if over and denied else over


def _of_subject(clause: Clause, memory: Memory) -> Measure | None:
    """Продолжительность жизни выросла и достигла N: the subject stands in the clause before."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or clause.first < 2 or tokens[clause.first - 1].norm != "и":
        return None
    return measured(Clause(clause.sentence, clause.index, 0, clause.first - 1, "ru"), clause.first - 1, memory)


def _members(hit: Hit, last: Mention, memory: Memory) -> list[Draft]:
    """X 70%-ды, Y 30%-ды құрайды: the figures that share the last one's predicate, each behind its own measure."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    drafts: list[Draft] = []
    for number in clause.mentions("number", "percent", last=last.first) if clause.language == "kk" else []:
        measure = measured(clause, number.first, memory)
        alike = number.case == last.case != "nom" or (last.type == "percent" and number.type == "number")
        apart = tokens[number.last].norm in LIST_SIGNS | {"ал"}
        if alike and apart and measure is not None and measure[0] and not is_per(clause, number):
            drafts.append(drafted(clause, hit.frame.name, measure, number, memory))
            drafts[-1].say("unit", unit(clause, last, last.last))
    return drafts


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


def _years(hit: Hit) -> Mention | None:
    """Өмір сүру ұзақтығы 75 жасқа жетті: an age, which counts nothing elsewhere, as a value."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    near = (
        range(hit.last, min(clause.last, hit.last + 3))
        if clause.language == "ru"
        else range(max(clause.first, hit.first - 2), hit.first)
    )
    for at in near:
        if AGE.fullmatch(tokens[at].norm) and at + 1 < clause.last and is_lemma(tokens[at + 1], *YEARS):
            value = Quantity(Decimal(tokens[at].norm.replace(",", ".")))
            return Mention("number", at, at + 1, tokens[at].start, tokens[at].end, value, "nom")
    return None


Measure = tuple[str, int]
"""The words of a measure, and the token at which they begin; "" or only brackets: as said before."""


def measured(clause: Clause, before: int, memory: Memory, cases: tuple[str, ...] = ("nom",)) -> Measure | None:
    """Return what is measured: the phrase before the figure, or what the sentences before were about."""
    head = _head_ru(clause, before) if clause.language == "ru" else _head_kk(clause, before, cases)
    if head is None:
        return None
    first, last = measures.span(clause, head)
    if clause.sentence.tokens[head].norm in PRONOUNS:
        return "", first
    per = per_words(clause, before)
    if points(clause, head, (first, last)):
        return f" ({per})" if per else "", first
    said = said_of_health(clause, head, (first, last), memory)
    if said and clause.language == "ru" and " среди " not in said:
        said += among(clause, first) or where_only(clause, first)
    return (f"{said} ({per})" if per else said, first) if said else None


PRONOUNS = frozenset(lexicon.words("extract.rates", "pronouns"))
POINTERS = lexicon.words("extract.rates", "pointers")


def points(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Көрсеткіш, общий коэффициент: a size by itself is of what was spoken of before."""
    told = [i for i in range(*span) if "overall" not in measures.sorts(clause, i)]
    alone = len(told) == 1 and "size" in measures.sorts(clause, head)
    return alone and (span[1] - span[0] > 1 or is_lemma(clause.sentence.tokens[head], *POINTERS))


def said_of_health(clause: Clause, head: int, span: tuple[int, int], memory: Memory) -> str:
    """Return the words of a measure, or "" where nothing near says that it is one of health."""
    if (
        _ranked(clause, head, span)
        or measures.is_other(clause, *span)
        or ("bare" in measures.sorts(clause, head) and span[1] - span[0] == 1)
    ):
        return ""
    if _of_population(clause, span):
        return ""
    inside = "rate" in measures.sorts(clause, head) or measures.of_health(clause, *span)
    return measures.text(clause, *span) if inside or measures.near_health(clause, memory) else ""


def _ranked(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Лучшие показатели, худший результат: a size that is only ranked tells nothing of what is measured."""
    words = clause.sentence.tokens[span[0] : head]
    alone = span[1] == head + 1 and is_lemma(clause.sentence.tokens[head], *POINTERS)
    return alone and bool(words) and all(t.norm.startswith(RANKS) for t in words)


RANKS = lexicon.words("extract.rates", "ranks")


def ranked_cases(clause: Clause, first: int, last: int) -> bool:
    """Наибольшее количество случаев: a ranked size of what was measured just before."""
    words = clause.sentence.tokens[first:last]
    ranked = any(t.norm.startswith(RANKS) for t in words)
    plain = all(
        t.norm.startswith(RANKS) or measures.sorts(clause, first + i) & {"size", "event"} for i, t in enumerate(words)
    )
    return ranked and plain


def _of_population(clause: Clause, span: tuple[int, int]) -> bool:
    """Ауылдың халық саны: how many people live somewhere, where nothing says that they are a clinic's."""
    tokens = clause.sentence.tokens[span[0] : span[1]]
    people = len(tokens) > 1 and is_lemma(tokens[-2], *PEOPLE) and tokens[-1].norm in ("саны", "численность")
    people = people and not any(t.best.form == "perf" for t in tokens[:-2])  # сақтандырылмаған тұрғындар саны
    return people and not measures.medical(clause.tokens, clause.language) and not clause.mentions("facility")


PEOPLE = lexicon.words("extract.rates", "people")


def _head_kk(clause: Clause, before: int, cases: tuple[str, ...]) -> int | None:
    """Return the head nearest before a figure that can be measured."""
    for at in range(before - 1, clause.first - 1, -1):
        token = clause.sentence.tokens[at]
        if token.text == "," and clause.sentence.tokens[at + 1].norm in NAMELY:
            continue
        if token.text == "," or token.best.form in ("past", "pres", "prog", "intent"):
            return None
        if token.norm in PRONOUNS and at == clause.first:
            return at
        if measures.sorts(clause, at) & MEASURES and is_case(token, *cases):
            return at
    return None


def _is_nominative(clause: Clause, at: int) -> bool:
    """По уровню рождаемости: behind a noun, what may be a genitive is one."""
    cases = {r.case for r in clause.sentence.tokens[at].readings}
    owned = at > clause.first and clause.sentence.tokens[at - 1].best.pos == "NOUN" and "gen" in cases
    return "nom" in cases and not owned


def _head_ru(clause: Clause, before: int) -> int | None:
    """Return the nominative that is measured: the last one before the figure, else the first behind it."""
    able = [i for i in range(clause.first, clause.last) if _is_nominative(clause, i)]
    found = [i for i in able if measures.sorts(clause, i) & MEASURES]
    near = [i for i in found if i < before and not governed(clause, i)]
    return (
        near[-1] if near else next((i for i in found if not (_apart(clause, before, i) or governed(clause, i))), None)
    )


def governed(clause: Clause, at: int) -> bool:
    """В то же время, на высокий уровень: a noun behind a preposition is no subject."""
    tokens = clause.sentence.tokens
    while at > clause.first and (_is_accusative(tokens[at - 1]) or tokens[at - 1].norm in LINKING):
        at -= 1
    return at > clause.first and tokens[at - 1].best.pos == "ADP"


def _is_accusative(token: Token) -> bool:
    return token.best.pos == "ADJ" and any(r.case == "acc" for r in token.readings)


LINKING = frozenset(lexicon.words("extract.rates", "linking"))


def _apart(clause: Clause, first: int, last: int) -> bool:
    """Заражаемость снижена на 2 %, смертность – на 9 %: what stands behind a comma has a figure of its own."""
    return any(t.text in LIST_SIGNS for t in clause.sentence.tokens[first:last])


def drafted(clause: Clause, rule: str, measure: Measure, number: Mention, memory: Memory) -> Draft:
    """Return the draft of one measured value, with when and where; without ``measure`` where none is known."""
    said, first = measure
    tokens = clause.sentence.tokens
    draft = Draft("Indicator", {}, tokens[first].start, number.end, rule)
    draft.cover(number.start, number.end)
    roles.quantity(draft, "value", number)
    roles.place(draft, roles.nearest_place(clause, number.first))
    same_period(draft, clause, memory)
    roles.finish(draft, clause, memory, completion=False, near=number.first)
    if clause.language == "ru" and draft.slots.get("date") in compared_with(clause) | compared_with(clause.whole):
        del draft.slots["date"]
    year_earlier(draft, clause, number.first)
    if POPULATION.search(said) and "place" in draft.slots:
        return draft
    if said and not said.startswith(" ("):
        draft.say("measure", said)
    else:
        take_up(draft, clause, memory)
        draft.say("measure", f"{draft.slots['measure']}{said}" if "measure" in draft.slots else "")
    return draft


def unit(clause: Clause, number: Mention, last: int) -> str:
    """Return the unit: percent, times, or the noun that follows where the measure names nothing counted."""
    tokens = clause.sentence.tokens
    if number.type == "percent":
        return "%"
    if number.last < len(tokens) and TIMES.match(tokens[number.last].norm):
        return times(clause)
    following = tokens[number.last : min(last, number.last + 1)]
    return next((lemma for t in following for lemma in (*YEARS, *SPANS) if is_lemma(t, lemma)), "")


def times(clause: Clause) -> str:
    """Return "times" in the clause's language."""
    return "раз" if clause.language == "ru" else "есе"
