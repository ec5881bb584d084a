"""When a draft is: the date or the term of its clause, else of its sentence, of what it takes up or of a heading."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.ages import long_ago, of_age, of_survival
from kzhealthkg.extract.context.aside_dates import APART
from kzhealthkg.extract.context.memory import Memory, is_item
from kzhealthkg.extract.context.of_total import of_rest
from kzhealthkg.extract.context.old_terms import not_kept, was_due
from kzhealthkg.extract.context.openings import adds, takes_up
from kzhealthkg.extract.context.plan_years import of_plan
from kzhealthkg.extract.context.reports import was_done
from kzhealthkg.extract.context.scheduled import scheduled
from kzhealthkg.extract.context.when import (
    ahead,
    from_then,
    of_document,
    of_its_day,
    of_plan_before,
    only_compared,
    opened,
    seen_from,
    since,
    to_be_done,
)
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import DateValue, Mention
from kzhealthkg.text.quotation import DASHES

DESCRIBING = lexicon.words("extract.context.dates", "describing")
COMPLETION = frozenset({"Works", "Procurement", "Service", "Policy"})


def say_dates(
    draft: Draft, clause: Clause, memory: Memory, *, completion: bool | None = None, near: int | None = None
) -> None:
    """Fill ``date`` and ``due`` from the clause, else its sentence, else the heading above it.

    ``completion`` says whether a date is a deadline whatever the status: True, False, or by the status;
    of several dates that figures part, only the one before the figure at token ``near`` holds.
    """
    found = _dates_said(draft, clause, memory, near)
    for mention in found:
        length = _its_length(draft, clause, mention)
        if not (length or _no_time_of(draft, clause, mention, memory, completion)):
            promised = scheduled(draft, clause, mention, memory.document.article.date or "")
            if promised and "percent" not in draft.slots:
                draft.slots["status"] = "planned"
            owed = draft.kind == "Works" and (to_be_done(clause, mention) or (promised and "percent" in draft.slots))
            begins = of_plan(clause, mention) or _comes_into_force(draft, clause, mention) or _starts(draft, clause)
            say_date(draft, opened(draft, clause, mention), False if begins else owed or completion)
    if not found:
        _dates_before(draft, clause, memory, completion)
    open_time = draft.kind != "Indicator" or bool({"date", "due"} & set(draft.slots)) or _ever_since(clause)
    if memory.reported and not open_time and was_done(clause):
        draft.inherit("date", memory.reported)
    heading = memory.heading_date if clause.sentence.paragraph - memory.heading_paragraph <= UNDER_HEADING else ""
    if heading and draft.slots.get("status") == "planned" and not {"date", "due"} & set(draft.slots):
        say_date(draft, DateValue(heading), completion)


def _comes_into_force(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """1 қаңтардан бастап енгізіледі, вводится с 1 января: from when on is no term to be kept."""
    return draft.kind in COMPLETION and mention.value.role != "due" and since(clause, mention)


def _starts(draft: Draft, clause: Clause) -> bool:
    """Начнут устанавливать в конце мая, жеткізу маусымда басталады: when it begins is no term of it."""
    return draft.kind == "Procurement" and any(phase_of(t, clause.language) == "begin" for t in clause.tokens)


def _ever_since(clause: Clause) -> bool:
    """Бағдарлама іске қосылғалы 12 мың бала туды: what has been counted since then is of no single year."""
    return clause.language == "kk" and any(t.norm.endswith(SINCE) and "conv" in t.forms for t in clause.tokens)


SINCE = lexicon.words("extract.context.dates", "since")
EACH = frozenset(lexicon.words("extract.context.dates", "each"))
UNDER_HEADING = 6
"""Paragraphs below a heading with a date that it still dates."""


def _dates_said(draft: Draft, clause: Clause, memory: Memory, near: int | None) -> list[Mention]:
    """Return the dates of a clause, else of its sentence, that may be those of a draft."""
    said = clause.mentions("date") or _sentence_dates(
        clause, str(draft.slots.get("status", "")), memory.document.article.date or ""
    )
    if not said:
        return said
    if draft.kind == "Indicator" and "date" not in clause.named:
        said = [m for m in said if not long_ago(m, memory.document.article.date or "")]
    if draft.kind == "Indicator" and "date" not in clause.named and _of_now(clause):
        said = [m for m in said if "/" not in m.value.edtf]  # за пять лет население выросло, нагрузка доходит до 58
    said = [m for m in said if not (_promised(draft, clause, m, memory) or of_rest(clause, m))]
    found = [m for m in said if not (of_age(draft, clause, m) or of_document(clause, m) or was_due(clause, m))]
    found = [m for m in found if not not_kept(clause, m, memory.document.article.date or "")]
    found = [m for m in found if not any(rule(draft, clause, m) for rule in (*APART, of_survival))]
    found = found if draft.kind != "Funding" else [m for m in found if not _of_other_sum(draft, clause, m)]
    return found if near is None else _beside(found, clause, near)


def _promised(draft: Draft, clause: Clause, mention: Mention, memory: Memory) -> bool:
    """Медпункт желтоқсанда беріледі, оған 64 млн теңге бөлінді: when the promise before is due dates no money given."""
    if draft.slots.get("status") not in ("allocated", "completed") or mention.last > clause.first:
        return False
    told = (d for d in memory.recent(0, clause.index) if d.sentence == clause.index)
    return any(d.slots.get("due") == ahead(mention.value) for d in told)


def _of_now(clause: Clause) -> bool:
    """Say whether a Russian clause tells of the present, which no time over years that another clause names is of."""
    return clause.language == "ru" and any(t.best.form == "pres" and t.best.pos == "VERB" for t in clause.tokens)


def _of_other_sum(draft: Draft, clause: Clause, date: Mention) -> bool:
    """128 млрд теңге (2021 жылы – 112 млрд): a date in brackets is that of the sum inside them."""
    tokens = clause.sentence.tokens
    opened = date.first > 0 and tokens[date.first - 1].text == "(" and tokens[date.first - 1].start >= draft.start
    close = next((t.end for t in tokens[date.last :] if t.text == ")"), 0) if opened else 0
    return any(m.type == "money" and date.end <= m.start and m.end <= close for m in clause.sentence.mentions)


def _no_time_of(draft: Draft, clause: Clause, mention: Mention, memory: Memory, completion: bool | None) -> bool:
    """Say whether a date is not when a draft was or will be: its beginning, a visit, a plan of today.

    A day is no visit's where it is told that a work begins or ends: құрылысы 15 маусымда басталды, аяқталады.
    """
    seen = not of_its_day(clause, completion) and _only_seen(draft, mention, memory)
    if draft.kind == "Works" and (seen or _its_beginning(draft, mention)):
        return True
    today, said, ends = memory.document.article.date or "", mention.value.edtf, completion is True
    to_come = ahead(mention.value)
    past = (
        len(said) in (YEAR, DAY) and "/" not in to_come and to_come < today[: len(to_come)]
    )  # обещали ещё в 2008 году
    return (ends and said == today) or (draft.slots.get("status") == "planned" and (said == today or past))


YEAR = 4
"""Signs of a date that names a year alone."""


def _dates_before(draft: Draft, clause: Clause, memory: Memory, completion: bool | None) -> None:
    """Take the date of what a clause adds to, details, or is an item of a list of."""
    if adds(clause) and draft.slots.get("status") in ("completed", "allocated"):
        draft.inherit("date", memory.date_before(clause.index, draft.kind))
    if clause.index and from_then(clause) and draft.slots.get("status", "completed") == "completed":
        _from_then_on(draft, clause, memory)
    if takes_up(clause):
        _taken_up(draft, clause, memory, completion)
    if is_item(clause.sentence) and draft.slots.get("status") != "planned":
        draft.inherit("date", memory.list_date)


def _from_then_on(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Бөлімше 2021 жылы ашылды. Содан бері 340 адам емделді: from the one date that the sentence before tells."""
    before = [m for m in memory.document.sentences[clause.index - 1].mentions if m.type == "date"]
    said = str(before[0].value.edtf) if len(before) == 1 and before[0].value.role != "due" else ""
    if said and ("/" not in said or said.endswith("/..")):
        draft.inherit("date", f"{said.removesuffix('/..')}/..")


def _only_seen(draft: Draft, mention: Mention, memory: Memory) -> bool:
    """Кеше емхананың құрылысымен танысты: the day of a visit is not when the building goes on."""
    day = str(mention.value.edtf)
    going_on = draft.slots.get("status") == "underway" and mention.value.role != "due"
    return going_on and len(day) == DAY and day != memory.document.article.date


DAY = 10


def _its_beginning(draft: Draft, mention: Mention) -> bool:
    """2022 жылы басталған жөндеу маусымда бітеді: when a work began is no term of it."""
    return str(draft.slots.get("date", "")) == f"{mention.value.edtf}/.."


def _its_length(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Амбулаторияны бір жылда тұрғызды: how long one work has taken is not when; екі жылда 12 нысан салынды is."""
    words = clause.sentence.tokens[mention.first : mention.last]
    bare = len(words) == LENGTH and words[0].best.pos == "NUM" and words[1].norm in TERMS
    return bare and draft.kind == "Works" and "count" not in draft.slots


LENGTH = 2
"""Words of a bare length of time: бір жылда."""
TERMS = frozenset(lexicon.words("extract.context.dates", "terms"))


def _beside(found: list[Mention], clause: Clause, near: int) -> list[Mention]:
    """Былтыр 25, биыл 200 көлік алынды: each figure has the date before it."""
    dated = {i for m in found for i in range(m.first, m.last)}
    figures = [m for m in clause.mentions("number", "percent", last=near) if m.first not in dated]
    passed = max((m.last for m in figures), default=clause.first)
    own = [m for m in found if passed <= m.first and m.last <= near]
    return own if len(found) > 1 and own else [m for m in found if not _of_another(m, clause, near)]


def _of_another(mention: Mention, clause: Clause, near: int) -> bool:
    return _of_figure_before(mention, clause, near) or _of_figure_behind(mention, clause, near)


def _of_figure_behind(mention: Mention, clause: Clause, near: int) -> bool:
    """98 случаев, а в 2023 году – 110; 0,6 (в 2023 году – 0,9): a date with a figure of its own behind a dash."""
    tokens = clause.sentence.tokens
    dashed = near < mention.first and mention.last < clause.last and tokens[mention.last].text in DASHES
    return dashed and any(m.first == mention.last + 1 for m in clause.mentions("number", "percent"))


def _of_figure_before(mention: Mention, clause: Clause, near: int) -> bool:
    """Былтырғы 31 пайыздан 24 пайызға түсті: a date that describes one figure is not the next one's."""
    tokens = clause.sentence.tokens
    told = tokens[mention.last - 1].norm.endswith(DESCRIBING) and mention.last < near
    return told and any(m.first == mention.last for m in clause.mentions("number", "percent", last=near))


def _taken_up(draft: Draft, clause: Clause, memory: Memory, completion: bool | None) -> None:
    """2025 жылы нысандар салынады. Атап айтқанда, …: what is detailed is of the time just said."""
    opens_sentence = clause.index and takes_up(clause.whole)  # else what is detailed stands in this very sentence
    before = memory.document.sentences[clause.index - 1 : clause.index] if opens_sentence else ()
    told = [m for s in before for m in s.mentions if m.type == "date" and not of_age(draft, clause, m)]
    told = [m for m in told if m.value.edtf != memory.document.article.date and not only_compared(before[0], m)]
    if len(told) != 1 or {"date", "due"} & set(draft.slots):
        return
    done = draft.slots.get("status") in ("completed", "allocated")
    if not (done and (told[0].value.role == "due" or _to_come(memory, clause.index - 1))):
        had = set(draft.slots)
        say_date(draft, told[0].value, completion)
        draft.inherited |= set(draft.slots) - had


def _to_come(memory: Memory, index: int) -> bool:
    """Ремонт начнётся в июне. На эти цели выделено M: the date of a plan is not that of the money."""
    told = [d for d in memory.recent(1, index + 1) if d.sentence == index]
    return bool(told) and all(d.slots.get("status") == "planned" for d in told)


def _sentence_dates(clause: Clause, status: str, today: str) -> list[Mention]:
    """Dates said once for the whole sentence stand before the clause; what is under way or lacking has no past years."""
    often = not EACH.isdisjoint(clause.words)  # сегодня здесь 12 врачей, ежегодно выполняется 800 операций
    before = [m for m in clause.sentence.mentions if m.type == "date" and m.last <= clause.first and not often]
    before = [
        m
        for m in before
        if not _of_subject(clause, m) and not (m.value.role == "due" and status in ("allocated", "completed"))
    ]
    apart = (_another_year, _since_founded)
    before = [m for m in before if not (any(r(clause, m) for r in apart) or of_plan_before(clause, m, status))]
    found = before if status != "stopped" else []  # пообещали в 2017 году, но стройка не началась
    if status not in ("underway", "needed"):
        return found
    return [m for m in found if "/" not in m.value.edtf and m.value.edtf >= today[:4] and not _monthly(m)]


def _monthly(mention: Mention) -> bool:
    """A қыркүйекте ашылады, B салынып жатыр: a month without its year is that of its own clause."""
    return bool(mention.value.ahead or mention.value.behind)


def _of_subject(clause: Clause, mention: Mention) -> bool:
    """Ана өлімі соңғы екі жылда тіркелмеген, сәби өлімі …: a date behind another figure's subject is that figure's."""
    before = clause.sentence.tokens[mention.first - 1] if mention.first else None
    told = before is not None and before.best.pos == "NOUN" and before.best.possessive and before.best.case == "nom"
    return clause.language == "kk" and told


def _since_founded(clause: Clause, date: Mention) -> bool:
    """Центр работает с 1996 года, здесь трудятся 22 врача: since when a house stands dates nothing else."""
    return clause.language == "ru" and date.value.edtf.endswith("/..") and any(t.norm in HERE for t in clause.tokens)


HERE = frozenset(lexicon.words("extract.context.dates", "here"))


def _another_year(clause: Clause, date: Mention) -> bool:
    """В 2023 году получили A, в этом ждём B: a year that is not said again ends the one before it."""
    between = clause.sentence.tokens[date.last : clause.last]
    return clause.language == "ru" and any(a.norm == "в" and b.norm in THIS_YEAR for a, b in pairwise(between))


THIS_YEAR = frozenset(lexicon.words("extract.context.dates", "this_year"))


def say_date(draft: Draft, value: DateValue, completion: bool | None) -> None:
    """Fill ``date``, or ``due`` where a date is a term; ``completion`` as for ``say_dates``."""
    if completion is None:
        owed = draft.kind in COMPLETION or draft.slots.get("measure") == "housing"  # квартиры получат в мае
        completion = owed and draft.slots.get("status") == "planned"
    if completion is False and value.role == "due" and draft.kind == "Works":
        return
    if value.role == "due" and draft.kind in ("Indicator", "Capacity"):
        return  # қарашасына дейін 2925 адам: what is has no term
    slot = "due" if value.role == "due" or (completion and not value.edtf.endswith("/..")) else "date"
    draft.slots.setdefault(slot, seen_from(draft, slot, value))
