"""Values of other times beside a figure: 0,6 (в 2023 году – 0,9), 98, а годом ранее – 110, 1,2 против 1,6, 45 (былтыр – 60)."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import AGAINST, EARLIER_BY, article_year, opened
from kzhealthkg.extract.context.when import YEAR as YEARS
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.kinds.indicator.elisions import LIMITING
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

SAME = lexicon.words("kinds.indicator.other_times", "same")
COUNTED = frozenset(lexicon.words("kinds.indicator.other_times", "counted"))
ENDS = frozenset(").,;»(")
REACH = 4
PERIOD = frozenset(lexicon.words("kinds.indicator.other_times", "period"))


def told(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return a draft for each value that a date of its own tells apart from the one told before it."""
    if not clause.words.isdisjoint(YEARS) and (before := _year_before(clause, drafts, memory)):
        return before
    if "date" not in clause.named:
        return []
    pairs = [(date, figure) for date in clause.mentions("date") if (figure := _figure(clause, date)) is not None]
    found = [_beside(clause, *pair, _base(clause, pair[1], drafts, memory, only_was=True)) for pair in pairs]
    return [draft for draft in found if draft is not None]


def _year_before(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Выполнено 4300 операций, годом ранее – 3900: the figure of the year before that of the value told."""
    if YEARS.isdisjoint(clause.words) or EARLIER_BY.isdisjoint(clause.words):
        return []
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last - 1) if _earlier(tokens, i)), None)
    figures = [m for m in clause.mentions("number", "percent") if at is not None and _of_year_before(clause, m, at)]
    base = _base(clause, figures[0], drafts, memory, only_was=True) if figures else None
    when = _year_earlier(base, memory) if base is not None else ""
    if base is None or not when or (figures[0].type == "percent") != (base.slots.get("unit") == "%"):
        return []
    made = valued(figures[0], base)
    made.sentence = clause.index
    made.say("date", when)
    made.cover(tokens[at or 0].start, figures[0].end)
    return [made]


def _year_earlier(base: Draft, memory: Memory) -> str:
    """Return the time a year before that of a value, or before the article where no time of it is told."""
    said = str(base.slots.get("date") or article_year(memory.document.article.date or ""))
    parts = said.split("/")
    return "/".join(f"{int(p[:4]) - 1}{p[4:]}" for p in parts) if all(p[:4].isdigit() for p in parts) else ""


def _of_year_before(clause: Clause, figure: Mention, at: int) -> bool:
    """Годом ранее – 3900, 412 против 380 годом ранее: a figure right behind the words for the year before, or held against."""
    tokens = clause.sentence.tokens
    between = [t for t in tokens[at + 2 : figure.first] if t.norm not in IDLE and t.norm not in LIMITING]
    behind = figure.first >= at + 2 and len(between) <= 1 and all(t.text in DASHES for t in between)
    against = tokens[figure.first - 1].norm in AGAINST and 0 <= at - figure.last <= 2
    return (behind and ends(clause, figure.last)) or against


IDLE = frozenset(lexicon.words("kinds.indicator.other_times", "idle"))


def _earlier(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].norm in YEARS and tokens[at + 1].norm in EARLIER_BY


def _beside(clause: Clause, date: Mention, figure: Mention, base: Draft | None) -> Draft | None:
    """Return the value of another time; where that stands in brackets, its date is not that of the first."""
    if base is not None and _bracketed(clause, date, figure) and base.slots.get("date") == date.value.edtf:
        base.drop("date")
    return _other(clause, date, figure, base)


def _figure(clause: Clause, date: Mention) -> Mention | None:
    """Return the figure behind a date and its dash or in brackets there, or before it behind "against"."""
    if clause.language == "kk":
        return _in_brackets(clause, date)
    tokens, first = clause.sentence.tokens, _behind_period(clause, date.last)
    for figure in clause.mentions("number", "percent"):
        between = [t for t in tokens[first : figure.first] if t.norm not in LIMITING and t.text != "."]
        signs = [t for t in between if t.norm not in IDLE]
        dashed = len(signs) == 1 and signs[0].text in DASHES
        behind = (dashed or (between and not signs)) and ends(clause, figure.last)  # в 2023 году их было 60
        against = tokens[figure.first - 1].norm in AGAINST and 0 <= _before_period(clause, date) - figure.last <= 2
        if behind or against or _bracketed(clause, date, figure):
            return figure
    return None


def _bracketed(clause: Clause, date: Mention, figure: Mention) -> bool:
    """8,2 за тот же период 2013 года (9,1): of the year before is what the brackets hold."""
    signs = [t.text for t in clause.sentence.tokens[date.last : date.last + 1]]
    alone = signs == ["("] and figure.first == date.last + 1 and ends(clause, figure.last)
    return alone and _before_period(clause, date) < date.first


def _behind_period(clause: Clause, at: int) -> int:
    """В прошлом году за этот же период – 398: return where the words for the same period end."""
    near = [t.norm for t in clause.sentence.tokens[at : at + REACH]]
    named = next((i for i, word in enumerate(near) if word in PERIOD), None)
    same = named is not None and any(word.startswith(SAME) for word in near[:named])
    return at + named + 1 if same and named is not None else at


def _before_period(clause: Clause, date: Mention) -> int:
    """Против 9,1 за тот же период 2013 года: return where the words for the same period begin."""
    tokens = clause.sentence.tokens
    low = max(clause.first, date.first - REACH)
    near = range(low, date.first)
    same = any(tokens[i].norm in PERIOD for i in near) and any(tokens[i].norm.startswith(SAME) for i in near)
    return next((i for i in near if tokens[i].best.pos == "ADP"), date.first) if same else date.first


def _in_brackets(clause: Clause, date: Mention) -> Mention | None:
    """45 жағдай (былтыр – 60): return the figure of a bracket that a date, with "the same months", opens."""
    tokens = clause.sentence.tokens
    if date.first == clause.first or tokens[date.first - 1].text != "(":
        return None
    first = next((i for i in range(date.last, clause.last) if not tokens[i].norm.startswith(SAME)), clause.last)
    first += first < clause.last and tokens[first].text in DASHES
    found = (m for m in clause.mentions("number", "percent", first=first) if m.first == first)
    return next((m for m in found if ends(clause, m.last)), None)


def ends(clause: Clause, at: int) -> bool:
    """Say whether a figure that ends before token ``at`` ends what tells it, but for what it counts."""
    tokens = clause.sentence.tokens
    return at >= clause.last or tokens[at].text in ENDS or tokens[at].norm in COUNTED


def _base(
    clause: Clause, figure: Mention, drafts: list[Draft], memory: Memory, *, only_was: bool = False
) -> Draft | None:
    """Return the value beside which another time is told: the last one before it, else that of the sentence before."""
    before = [d for d in drafts if d.used and max(d.used) < figure.start]
    finite = [t for t in clause.tokens if t.best.form in FINITE]
    if before or not all(only_was and t.norm in IDLE for t in finite):
        return max(before, key=lambda d: max(d.used), default=None)
    return _total(clause, memory) if not drafts else None


def _total(clause: Clause, memory: Memory) -> Draft | None:
    """412 человек, в том числе 136 детей. Годом ранее – 388: of the figures of one predicate the first one."""
    last = latest(clause, memory)
    alike = (d for d in memory.drafts if last is not None and (d.rule, d.sentence) == (last.rule, last.sentence))
    return next(alike, last)


def _other(clause: Clause, date: Mention, figure: Mention, base: Draft | None) -> Draft | None:
    if base is None or (base.slots.get("change") and base.slots.get("unit")):
        return None
    if (figure.type == "percent") != (base.slots.get("unit") == "%"):
        return None
    made = valued(figure, base)
    made.sentence = clause.index
    made.say("date", _same_period(clause, date, base) or opened(base, clause, date).edtf)
    made.cover(min(date.start, figure.start), max(date.end, figure.end))
    return made


def valued(figure: Mention, base: Draft) -> Draft:
    """Return a draft of the same measure with another figure, without the time of the first."""
    slots = {k: v for k, v in base.slots.items() if k not in ("value", "bound", "change", "date")}
    made = replace(base, slots=slots, inherited=set(base.inherited), used=set())
    roles.quantity(made, "value", figure)
    return made


def _same_period(clause: Clause, date: Mention, base: Draft) -> str:
    """За аналогичный период прошлого года: the months of the value told before, a year earlier; "" for none."""
    words = clause.sentence.tokens[max(clause.first, date.first - REACH) : date.last + REACH]
    said = str(base.slots.get("date", ""))
    if not said or not any(t.norm.startswith(SAME) for t in words):
        return ""
    parts = said.split("/")
    shifts = all(part[:4].isdigit() for part in parts)
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in parts) if shifts else ""
