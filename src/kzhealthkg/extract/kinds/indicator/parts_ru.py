"""Parts of a Russian figure: из них 300 — недоношенные, 310 — из сёл; 67 из них фельдшерские; в реанимации – 12."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.origins import at_large
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.extract.kinds.indicator.part_names_ru import FINITE, LONGEST, Part, named
from kzhealthkg.extract.kinds.indicator.stock_told import counted
from kzhealthkg.extract.kinds.indicator.stocks import is_countable
from kzhealthkg.model import Mention, Sentence, Token

OPENINGS = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.indicator.parts_ru", "openings"))
LIMITING = frozenset(lexicon.words("kinds.indicator.parts_ru", "limiting"))
JOINS = frozenset(lexicon.words("kinds.indicator.parts_ru", "joins"))
SIGNS = frozenset("–—-():")


def parts(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return the parts of the figure before it that a clause tells beside "из них", "в том числе"."""
    opened = (
        (_opened(clause) or _colon(clause) or _dash(clause) or _bracket(clause)) if clause.language == "ru" else None
    )
    if opened is None:
        return _of_said(clause, memory) if clause.language == "ru" else []
    rows = _rows(clause, opened) if opened is not None else []
    if opened is None or not rows:
        return []
    figures = {m.start for row in rows for m in row.figures}
    _drop_fragments(drafts, figures)
    whole = _whole(clause, opened[0], [d for d in drafts if d.used.isdisjoint(figures)], memory)
    sign = clause.sentence.tokens[opened[0]].text
    if whole is not None and sign in SIGNS and not _adds_up(rows, whole, exact=sign != ":"):
        return []
    told = {start for draft in drafts for start in draft.used}
    found = [d for row in rows for d in _parts_of(clause, row, whole, memory)] if whole else []
    if whole is not None and any(d is whole for d in drafts):
        _give_up(whole, found)
    return [d for d in found if d.used.isdisjoint(told)]


def _of_said(clause: Clause, memory: Memory) -> list[Draft]:
    """Из 320 объектов 45 находятся в аварийном состоянии: the whole is said with its number before its parts."""
    tokens, number = clause.sentence.tokens, next(iter(clause.mentions("number")), None)
    if number is None or number.first != clause.first + 1 or tokens[clause.first].norm not in OF:
        return []
    head = head_ru(clause, number)
    if head is None or not is_countable(clause, head, COUNTED, memory):
        return []
    whole = counted(clause, number, head, "indicator-stock-ru", memory)
    rows = _rows(clause, (clause.first, measures.span(clause, head)[1]))
    told = [row for row in rows if any(t.best.form in FINITE for t in tokens[row.first : row.last])]
    return [d for row in told or rows if row.figures for d in _parts_of(clause, row, whole, memory)]


OF = frozenset(lexicon.words("kinds.indicator.parts_ru", "of"))
COUNTED = frozenset({"facility", "thing", "people", "staff"})


def _give_up(whole: Draft, found: list[Draft]) -> None:
    """12 операций, в том числе 3 в Астане и 4 в 2024 году: where and when a part was is not where and when the whole was."""
    for slots in (LOCATED, ("date",)):
        own = {d.slots[slots[0]] for d in found if slots[0] in d.slots and slots[0] not in d.inherited}
        whole.drop(*(slots if whole.slots.get(slots[0]) in own else ()))


def _opened(clause: Clause) -> tuple[int, int] | None:
    """Return where the words that open a part begin and end; the first of them in the clause."""
    if HEADS.isdisjoint(clause.words):
        return None
    norms = [t.norm for t in clause.sentence.tokens[: clause.last]]
    for at in range(clause.first, clause.last):
        for phrase in OPENINGS:
            if tuple(norms[at : at + len(phrase)]) == phrase:
                return at, at + len(phrase)
    return None


def _colon(clause: Clause) -> tuple[int, int] | None:
    """В городе 312 клиник: 64 государственные и 248 частных: return the colon behind a figure."""
    tokens = clause.sentence.tokens
    at = (
        next((i for i in range(clause.first, clause.last) if tokens[i].text == ":"), None)
        if ":" in clause.words
        else None
    )
    return (at, at + 1) if at is not None and _counts(clause, at) else None


def _dash(clause: Clause) -> tuple[int, int] | None:
    """В районе 30 клиник – 18 государственных и 12 частных: return the dash between two figures."""
    numbers = clause.named.get("number", [])
    if len(numbers) <= len(("whole", "part")):
        return None
    tokens, starts = clause.sentence.tokens, {m.first for m in numbers[1:]}
    at = next((i for i in range(clause.first, clause.last) if i + 1 in starts and tokens[i].text in DASHES), None)
    if at is None or any(t.text in "(,;" for t in tokens[numbers[0].last : at]):
        return None  # 68 случаев (I стадия – 46, II стадия – 22): each dash has a name of its own before it
    return at, at + 1


def _bracket(clause: Clause) -> tuple[int, int] | None:
    """68 случаев рака (I стадия – 46, II стадия – 22): return the bracket that named parts with their figures follow."""
    numbers = clause.named.get("number", [])
    if len(numbers) < len(("whole", "part", "part")) or "(" not in clause.words:
        return None
    tokens = clause.sentence.tokens
    at = next((i for i in range(numbers[0].last, numbers[1].first) if tokens[i].text == "("), None)
    named = at is not None and at + 2 < numbers[1].first and tokens[numbers[1].first - 1].text in DASHES
    return (at, at + 1) if at is not None and named else None


DASHES = frozenset("–—")


def _adds_up(rows: list[Part], whole: Draft, *, exact: bool) -> bool:
    """Say whether the figures of several parts make up a whole, or behind a colon a part of it."""
    figures = [m for row in rows for m in row.figures]
    counts = len(figures) > 1 and all(m.type == "number" for m in figures)
    told, value = sum(m.value.value for m in figures) if counts else 0, whole.slots.get("value", 0)
    return counts and (told == value if exact else told <= value)


HEADS = frozenset(phrase[-1] for phrase in OPENINGS)


def _drop_fragments(drafts: list[Draft], figures: set[int]) -> None:
    """Проведённые из них лапароскопических: a measure with the words that open a part is none."""
    opening = tuple(" ".join(phrase) for phrase in OPENINGS)
    drafts[:] = [
        d for d in drafts if d.used.isdisjoint(figures) or not any(o in str(d.slots.get("measure")) for o in opening)
    ]


def _whole(clause: Clause, at: int, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return what counts the nearest figure before the words that open a part."""
    before = clause.sentence.tokens[at].start
    opens = all(not t.text[0].isalnum() for t in clause.sentence.tokens[:at])
    sentence = memory.document.sentences[clause.index - 1] if opens and clause.index else clause.sentence
    figures = [m for m in sentence.mentions if m.type in FIGURES and m.start < before and not _beside(clause, m, at)]
    figures = [m for m in figures if not _closed(sentence, m, before)] or figures
    figures = [m for m in figures if m.type != "percent"] or figures  # 181 тысяча, или 0,9% населения, из них …
    told = (d for d in memory.recent(1, clause.index) if d.kind == "Indicator")
    held = [d for d in (*drafts, *told) if figures and figures[-1].start in d.used]
    return next((d for d in held if "measure" in d.slots and not {"change", "unit"} & d.slots.keys()), None)


def _closed(sentence: Sentence, figure: Mention, before: int) -> bool:
    """Лечатся 300 человек (20 детей), из них 5 – …: brackets closed before the words hold a part, not the whole."""
    signs = [t.text for t in sentence.tokens[figure.last :] if t.start < before and t.text in ("(", ")")]
    return signs[:1] == [")"]


FIGURES = frozenset({"number", "percent", "money"})


def _beside(clause: Clause, figure: Mention, at: int) -> bool:
    """67 из них: a figure right before the words is a part."""
    return figure in clause.sentence.mentions and figure.last == at


def _rows(clause: Clause, opened: tuple[int, int]) -> list[Part]:
    """Return the parts that commas and joins tell apart, with the figure right before the words or those behind them."""
    first, last = opened
    ahead = [m for m in _counts(clause, clause.first) if m.last == first]
    if ahead:
        return _named(clause, [Part((ahead[-1],), last, _end(clause, last))])
    found, at = list[Part](), last
    while at < clause.last:
        end = _end(clause, at)
        inside = tuple(m for m in _counts(clause, at) if m.last <= end)
        if len(inside) > 1 or not (inside or found) or (found and _contrasts(clause, at)):
            break
        found.append(_part(clause, inside, at, end))
        at = end + 1
    return _named(clause, found)


def _contrasts(clause: Clause, at: int) -> bool:
    """…, а доноров за год – 7: what a contrast opens with a noun of its own is no part."""
    tokens = clause.sentence.tokens
    return tokens[at].norm == AGAINST and not any(m.first == at + 1 for m in clause.mentions("number", "percent"))


AGAINST = lexicon.words("kinds.indicator.parts_ru", "against")[0]


def _counts(clause: Clause, first: int) -> list[Mention]:
    return [m for m in clause.mentions("number", "percent", first=first) if not is_per(clause, m)]


def _end(clause: Clause, at: int) -> int:
    """Return where a stretch ends: at a comma, or at a join with a figure behind it."""
    tokens, figures = clause.sentence.tokens, {m.first for m in clause.mentions("number", "percent")}
    for i in range(at, clause.last):
        joined = tokens[i].norm in JOINS and (i + 1 in figures or i + 2 in figures)
        if tokens[i].text in ",;." or (joined and i > at):
            return i
    return clause.last


def _part(clause: Clause, figures: tuple[Mention, ...], first: int, last: int) -> Part:
    """Return a stretch with its name: behind the figure, or before it and a sign."""
    tokens = clause.sentence.tokens
    if not figures:
        return Part((), first, last)
    signed = figures[0].first > first and tokens[figures[0].first - 1].text in SIGNS
    ahead = _trimmed(tokens, first, figures[0].first)
    behind = _trimmed(tokens, figures[0].last, last)
    if ahead[1] > ahead[0] and (signed or behind[0] == behind[1]):
        return Part(figures, ahead[0], ahead[1] - (tokens[ahead[1] - 1].best.form in FINITE))
    return Part(figures, *behind)


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Return a stretch without signs, joins and words of emphasis at its ends."""
    idle = LIMITING | JOINS | SIGNS
    while first < last and tokens[first].norm in idle:
        first += 1
    while last > first and tokens[last - 1].norm in idle:
        last -= 1
    closed = any(t.text == "(" for t in tokens[first:last]) and tokens[last : last + 1]
    return first, last + bool(closed and closed[0].text == ")")  # тип А (H1N1)


def _named(clause: Clause, rows: list[Part]) -> list[Part]:
    """203 тысячи, или 82%, получают лекарства: figures without a name have the one of the next stretch."""
    found, waiting = list[Part](), tuple[Mention, ...]()
    for row in rows:
        if row is not rows[0] and _opened(Clause(clause.sentence, clause.index, row.first, row.last, "ru")):
            break  # … 98, в том числе 12 детей: parts of a part
        first, last = _trimmed(clause.sentence.tokens, row.first, row.last)
        if first == last:
            waiting += row.figures
        elif row.figures or waiting:
            found.append(Part((*waiting, *row.figures), first, last))
            waiting = ()
        else:
            break
    return [*found, *_told_behind(clause, waiting)] if waiting else found


def _told_behind(clause: Clause, figures: tuple[Mention, ...]) -> list[Part]:
    """…, получают лекарства: what the verb that opens the next clause tells of figures without a name."""
    tokens, first = clause.sentence.tokens, clause.last + 1
    if first >= len(tokens) or tokens[clause.last].text != "," or tokens[first].best.form not in FINITE:
        return []
    return [Part(figures, first, next((i for i in range(first, len(tokens)) if tokens[i].text in ",;."), len(tokens)))]


def _parts_of(clause: Clause, row: Part, whole: Draft, memory: Memory) -> list[Draft]:
    """Return the drafts of a part; none where its name cannot be read."""
    held = clause.mentions("number", "percent", "money", first=row.first, last=row.last)
    where = [
        m for m in clause.mentions("place", "date") if row.first <= m.first <= row.first + 1 and m.last == row.last
    ]
    held += [m for m in clause.mentions("date", first=row.first, last=row.last) if m not in where]
    measure = str(whole.slots["measure"]) if where else named(clause, row, whole)
    if held or not measure or row.last - row.first > LONGEST:
        return []
    return [_draft(clause, m, row, (measure, whole), where, memory) for m in row.figures if _fits(m, whole)]


def _fits(figure: Mention, whole: Draft) -> bool:
    return figure.type == "percent" or figure.value.value <= whole.slots.get("value", 0)


def _draft(
    clause: Clause, figure: Mention, row: Part, told: tuple[str, Draft], where: list[Mention], memory: Memory
) -> Draft:
    measure, whole = told
    draft = Draft("Indicator", {"measure": measure}, figure.start, figure.end, "indicator-part-ru")
    roles.quantity(draft, "value", figure)
    draft.say("unit", "%" if figure.type == "percent" else "")
    draft.cover(clause.sentence.tokens[row.first].start, clause.sentence.tokens[row.last - 1].end)
    if whole.sentence == clause.index:
        draft.cover(whole.start, figure.end)
    if where and where[0].type == "place":
        say_place(draft, where[0].value)
    elif where:
        draft.say("date", where[0].value.edtf)
    draft.take_over(whole, *(LOCATED if not draft.slots.get("place") else ()), "date")
    roles.finish(draft, clause, memory, completion=False, near=figure.first)
    draft.drop(*(LOCATED if at_large(clause, figure.end) else ()))
    return draft
