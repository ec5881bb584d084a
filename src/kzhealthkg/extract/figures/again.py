"""The next value of what has just been measured: былтыр 7,1 болса, биыл 6,2-ні құрады; 71 пайыздан 86 пайызға жетті."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.per import per_end
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import compared_with
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

COMPARED_REACH = 5
COMPARING = lexicon.words("extract.figures.again", "comparing")
APART = 4
"""Words from the value left behind to the one reached, at most."""


def goes_on(clause: Clause, figure: Mention, memory: Memory) -> bool:
    """Say whether a figure with nothing but its date or its per is the next value of what the same sentence measured."""
    before = latest(clause, memory)
    if clause.language == "ru" or before is None or before.sentence != clause.index:
        return False
    if only_per(clause, figure):
        return figure.type == "number"
    if "change" in before.slots and figure.first == clause.first:
        return True  # ота саны 15 пайызға артып, 1 240-қа жетті
    same = (figure.type == "percent") == (before.slots.get("unit") == "%")
    level = "change" not in before.slots or "unit" not in before.slots  # 6,1-ге төмендеді, бір жыл бұрын 7,4 болған
    return level and only_dated(clause, figure) and same


def only_per(clause: Clause, figure: Mention) -> bool:
    """Say whether nothing but a per stands before a figure: өлім азайып, 1000 сәбиге шаққанда 6,4 болды."""
    opening = next((m for m in clause.mentions("number", last=figure.first) if m.first == clause.first), None)
    behind = per_end(clause, opening) if opening is not None else 0
    return bool(behind) and behind == figure.first


def only_dated(clause: Clause, figure: Mention) -> bool:
    """Say whether nothing but a date of its own stands before a figure: ал 2016 жылы 9,9-ға …"""
    dated = {i for m in clause.mentions("date", last=figure.first) for i in range(m.first, m.last)}
    before = (i for i in range(clause.first, figure.first) if clause.sentence.tokens[i].norm != "ал")
    return bool(dated) and all(i in dated for i in before)


def dated_row(clause: Clause, last: Mention) -> list[Mention]:
    """Return the values of one measure in several years: 2019 жылы 7,1, 2020 жылы 6,2, 2021 жылы 5,9 болды; [] for none."""
    ends = {m.last for m in clause.mentions("date")}
    figures = [_alike(m, last, ends) for m in clause.mentions("number", "percent", last=last.last)]
    figures = [m for m in figures if m.type == last.type]
    row = [
        m
        for m in figures
        if m.first in ends or (m.first - 1 in ends and clause.sentence.tokens[m.first - 1].text in DASHES)
    ]
    apart = all(clause.sentence.tokens[m.last].norm in LIST_SIGNS | {"ал"} for m in row[:-1])
    return row if clause.language == "kk" and len(row) > 1 and apart and row == figures else []


def _alike(figure: Mention, last: Mention, ends: set[int]) -> Mention:
    """2015 жылы 60 %, 2020 жылы 70, былтыр 72 %: a bare figure behind its year is a percent as the last one is."""
    return replace(figure, type=last.type) if last.type == "percent" and figure.first in ends else figure


def own_time(clause: Clause, figure: Mention) -> str:
    """Былтырғы көрсеткіш 60-қа кеміді: the date that describes what is measured, standing right before it, "" for none."""
    tokens = clause.sentence.tokens
    dated = [m for m in clause.mentions("date", last=figure.first) if m.last < figure.first]
    described = [
        m for m in dated if tokens[m.last - 1].norm.startswith(TIMES) or tokens[m.last - 1].norm.endswith(OF_TIME)
    ]
    sized = [m for m in described if is_case(tokens[m.last], "nom") and "size" in measures.sorts(clause, m.last)]
    return str(sized[-1].value.edtf) if sized and clause.language == "kk" else ""


def left_behind(clause: Clause, figure: Mention) -> Mention | None:
    """Return the figure in the ablative that a value has come from: 71 пайыздан 86 пайызға."""
    found = [m for m in clause.mentions("number", "percent") if 0 <= figure.first - m.last <= APART]
    fits = clause.language == "kk" and figure.case == "dat"
    return next((m for m in found if fits and m.case == "abl" and m.type == figure.type and not m.value.bound), None)


def dated(clause: Clause, figure: Mention) -> str:
    """Return the date right before or right behind a figure, "" for none."""
    first = figure.first - (clause.sentence.tokens[figure.first - 1].text in DASHES)
    beside = [m for m in clause.mentions("date") if m.last == first or 0 <= m.first - figure.last <= 2]
    return beside[0].value.edtf if beside else ""


def left_date(clause: Clause, figure: Mention) -> str:
    """Былтырғы 9-дан 6-ға, 2023 жылмен салыстырғанда 9-дан 6-ға: when a value left behind held; "" where nothing tells."""
    against = compared(clause) if clause.language == "kk" else compared_with(clause)
    return dated(clause, figure) or (against.pop() if len(against) == 1 else "")


def compared(clause: Clause) -> set[str]:
    """2021 жылмен салыстырғанда: the dates of what something is compared with."""
    tokens = clause.sentence.tokens
    marks = [i for i in range(clause.first, clause.last) if tokens[i].norm.startswith(COMPARING[:2])]
    found = {m.value.edtf for m in clause.mentions("date") for i in marks if 0 <= i - m.last <= COMPARED_REACH}
    return found | {m.value.edtf for m in clause.mentions("date") if _than(clause, m)}


def than_earlier(clause: Clause) -> bool:
    """2014 жылғы көрсеткіштен 6 %-ға көп: a Kazakh figure beside that of an earlier time."""
    return any(_than(clause, m) for m in clause.mentions("date"))


def than_elsewhere(clause: Clause) -> bool:
    """Республикалық деңгейден 3 пайызға төмен, Ақтөбемен салыстырғанда көп: a Kazakh figure beside that of another place."""
    tokens = clause.sentence.tokens[clause.first : clause.last]
    if "date" in clause.named or not clause.opens(LEVELS):
        return False
    named = [m for m in clause.mentions("place") if m.last < clause.last and m.case in ("ins", "dat", "abl")]
    against = any(clause.sentence.tokens[m.last].norm.startswith(COMPARING[:2]) for m in named)
    general = any(t.norm.startswith(GENERAL) for t in tokens)
    level = any(t.best.case in ("abl", "dat", "ins") and t.norm.startswith(LEVEL) for t in tokens)
    return against or (general and level) or not OTHERS.isdisjoint(clause.words)


GENERAL = lexicon.words("extract.figures.again", "general")
LEVEL = lexicon.words("extract.figures.again", "level")
OTHERS = frozenset(lexicon.words("extract.figures.again", "others"))
LEVELS = Stems((*LEVEL, *COMPARING[:2], *OTHERS))


def _than(clause: Clause, date: Mention) -> bool:
    """Былтырғы кезеңнен 2 пайызға төмен, 2020 жылғыдан көп: the time that a figure is higher or lower than."""
    if clause.language != "kk":
        return False
    tokens = clause.sentence.tokens[date.last - 1 : date.last + 2]
    figures = clause.mentions("number", "percent", first=date.last)
    near = bool(figures) and figures[0].first - date.last <= len(tokens) - 1
    return near and any(
        t.best.case == "abl" and t.norm.startswith(TIMES) for t in tokens[: figures[0].first - date.last + 1]
    )


OF_TIME = lexicon.words("extract.figures.again", "of_time")
TIMES = lexicon.words("extract.figures.again", "times")
