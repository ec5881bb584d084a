"""Values without a predicate: behind a dash, in brackets, in a list that shares one measure."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.per import PER, is_per, per_end
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.measured_before import COMPARED
from kzhealthkg.extract.figures.pay import pay
from kzhealthkg.extract.figures.rates import Measure
from kzhealthkg.extract.kinds.indicator import changes
from kzhealthkg.extract.kinds.indicator.number_parts import are_people, elided, of_whole, shares_verb
from kzhealthkg.model import Mention

DATING = lexicon.words("kinds.indicator.dashes", "dating")

OTHERS = lexicon.words("kinds.indicator.dashes", "others")
FRAGMENT_KK = frozenset(lexicon.words("kinds.indicator.dashes", "fragment_kk"))
FRAGMENT_RU = frozenset(lexicon.words("kinds.indicator.dashes", "fragment_ru"))
DASHES = frozenset("–—-:")
"""Signs before a value; what stands before a colon may be a heading, which measures nothing itself."""


def behind_dash(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the values that stand behind dashes, and the changes told in brackets after them."""
    drafts: list[Draft] = []
    if DASHES.isdisjoint(clause.whole.words):
        return drafts
    first = clause.first
    figures = [*clause.mentions("percent", "number"), *pay(clause), *rates.ages(clause)]
    behind = [m for m in figures if _is_behind_dash(clause, m)]
    if behind and clause.whole.begins("себебі"):
        return drafts  # оның себебі: A – 70 %: shares of what the text names elsewhere
    for number in behind:
        part = Clause(clause.sentence, clause.index, first, clause.last, clause.language)
        before = drafts[-1] if drafts else memory.last_draft("Indicator", within=2, sentence=clause.index)
        measure = _dashed(part, _dash(clause, number), memory, before)
        if measure is None and (of_cases(clause, number) or _listed(clause, memory)):
            measure = _illness(part, _dash(clause, number))
        drafts += _told(part, measure, number, memory) if measure is not None else []
        first = min(number.last + 1, clause.last)
    return drafts


def _is_behind_dash(clause: Clause, number: Mention) -> bool:
    """Ана өлімі – 5, диабет – 40 жағдай: say whether a dash alone parts a figure from its measure."""
    tokens, dash = clause.sentence.tokens, _dash(clause, number)
    if clause.language == "kk" and number.case == "dat":
        return False  # ана өлімі – 5%-ға, … төмендеді: by how much, told by the verb
    behind = number.last + (of_cases(clause, number) or _years(clause, number) or _heads(clause, number, dash))
    of_whole = number.type == "percent" and behind < clause.last and tokens[behind].norm == "от"
    ends = behind >= clause.last or tokens[behind].text in '(,;.»”"' or of_whole or _counted_per(clause, behind)
    ends = ends or shares_verb(clause, behind)
    return ends and dash >= clause.first and (tokens[dash].text in DASHES or dash == number.first)


def _heads(clause: Clause, number: Mention, dash: int) -> bool:
    """Донорлар саны – 300 адам, число застрахованных – 90 тыс. человек: people, of whom a number was said to follow."""
    tokens = clause.sentence.tokens
    said = any("size" in measures.sorts(clause, i) for i in range(max(clause.first, dash - NUMBER_REACH), dash))
    said = said or are_people(clause, dash)
    told = said and number.last < clause.last and is_lemma(tokens[number.last], *PEOPLE)
    return told and not clause.opens(GUESTS)


PEOPLE = lexicon.words("kinds.indicator.dashes", "people")
GUESTS = Stems(lexicon.words("kinds.indicator.dashes", "guests"))
NUMBER_REACH = 5
"""Words from the noun of a number to its dash, at most."""


def _years(clause: Clause, number: Mention) -> bool:
    """Продолжительность жизни – 75,4 года, время доезда – 13 минут: the word for how long something lasts."""
    return number.last < clause.last and is_lemma(clause.sentence.tokens[number.last], *rates.YEARS, *rates.SPANS)


def _counted_per(clause: Clause, at: int) -> bool:
    """24,1 на 10 тысяч населения: what a value is counted per."""
    return any(m.first in (at, at + 1) and is_per(clause, m) for m in clause.mentions("number"))


def of_cases(clause: Clause, number: Mention) -> bool:
    """Рак лёгкого – 3 случая: cases, which the words before the dash tell what they are of."""
    return number.last < clause.last and "event" in measures.sorts(clause, number.last)


def _listed(clause: Clause, memory: Memory) -> bool:
    """Выявлено 40 заболеваний, из них: глаукома – 12: a line of a list of cases that a colon opens."""
    before = memory.document.sentences[clause.index - 1].tokens if clause.index else ()
    told = (d for d in memory.recent(REACH, clause.index) if d.kind == "Indicator")
    latest = next(told, None)
    return bool(before) and before[-1].text in ":;" and latest is not None and latest.rule in CASES


REACH = 8
CASES = frozenset({"indicator-case-ru", "indicator-case", "indicator-dash"})


def _illness(clause: Clause, dash: int) -> Measure | None:
    """Return an illness that stands alone before a dash, in a line or a list of its own."""
    tokens = clause.sentence.tokens
    opened = max((i + 1 for i in range(clause.first, dash) if tokens[i].text in ":;,"), default=clause.first)
    first = next((i for i in range(opened, dash) if tokens[i].text[0].isalpha()), dash)
    bracket = next((i for i in range(first, dash) if tokens[i].text == "("), dash)  # грипп типа А (H3N2)
    words = tokens[first:bracket]
    plain = 0 < len(words) <= LONGEST and all(t.text[0].isalpha() and not t.best.form for t in words)
    named = clause.mentions("place", "date", "facility", first=first, last=dash)
    ill = any(measures.sorts(clause, i) & {"rate", "health"} for i in range(first, dash))
    return (clause.text(first, dash), first) if plain and ill and not named else None


LONGEST = 6


def _dash(clause: Clause, number: Mention) -> int:
    """Return the place of the sign before a figure; what it is counted per may stand between: – 100 мың адамға шаққанда 9."""
    tokens, at = clause.sentence.tokens, number.first - 1
    if of_whole(clause, number):
        return number.first
    if at > clause.first and clause.language == "kk" and is_case(tokens[at], "dat"):  # – 1000 тірі туғанға 8,7
        return next((m.first - 1 for m in clause.mentions("number") if per_end(clause, m) == number.first), at)
    if at < clause.first or not PER.match(tokens[at].norm):
        return at
    return next((i for i in range(at, max(clause.first, at - PER_REACH) - 1, -1) if tokens[i].text in DASHES), at)


PER_REACH = 6


def _told(clause: Clause, measure: Measure, number: Mention, memory: Memory) -> list[Draft]:
    if any(is_lemma(t, *OTHERS) for t in clause.sentence.tokens[max(clause.first, measure[1] - 1) : measure[1] + 1]):
        return []  # прочие заболевания – 526: all but those told
    rule = "indicator-dash" if measure[0] else COMPARED
    draft = rates.drafted(clause, rule, measure, number, memory)
    if "measure" not in draft.slots:
        return []
    draft.say("unit", rates.unit(clause, number, clause.last) if _years(clause, number) else "")
    draft.say("unit", rates.unit(clause, number, number.last) if number.type != "number" else "")
    _reached(draft, clause)
    _undated_by_brackets(draft, clause, number)
    return [draft, *_bracketed(clause, draft, number, memory)]


def _reached(draft: Draft, clause: Clause) -> None:
    """Выросла выживаемость – до 65%: what a change came to is no bound."""
    hit = next((h for h in hits("indicator", clause) if h.frame.options["sort"] == "change"), None)
    if clause.language == "ru" and hit is not None and draft.slots.get("bound") == "atMost":
        del draft.slots["bound"]
        draft.say("change", hit.frame.slots["change"])


def _undated_by_brackets(draft: Draft, clause: Clause, number: Mention) -> None:
    """A date behind the value, in brackets, dates what the brackets say."""
    dates = [m for m in clause.sentence.mentions if m.type == "date"]
    if dates and all(m.first > number.last for m in dates):
        draft.slots.pop("date", None)


def _dashed(clause: Clause, dash: int, memory: Memory, latest: Draft | None) -> Measure | None:
    """Return the measure before a dash: its own, or a fragment that takes its head from the one before."""
    if latest is not None and latest.sentence == clause.index and _only_date(clause, dash):
        return "", clause.first
    fragment = _fragment(clause, dash)
    if fragment is not None and latest is not None and latest.rule == "indicator-dash":
        return _inherited(clause, fragment, dash, str(latest.slots["measure"]))
    at = dash - 1
    if at < clause.first:
        return None
    if clause.language == "ru":
        closed = dash - (clause.sentence.tokens[dash - 1].text == ",")  # доля рака, выявленного рано, – 58 %
        found = rates.measured(clause, closed, memory)
        return found if found is None or not _broken(clause, found[1], dash) else None
    at = next((m.first - 1 for m in clause.mentions("number", last=dash) if per_end(clause, m) == dash), at)
    if at < clause.first:
        return None  # 100 мың тұрғынға шаққанда – 12,4
    said = measures.sorts(clause, at) & rates.MEASURES and is_case(clause.sentence.tokens[at], "nom")
    return rates.measured(clause, dash, memory) if said else elided(clause, dash, latest)


def _broken(clause: Clause, first: int, dash: int) -> bool:
    """Смертность от рака снизилась на 7 %, органов дыхания – 30 %: another figure stands between."""
    found = clause.mentions("percent", "number", "money", first=first, last=dash)
    found += [m for m in rates.ages(clause) if first <= m.first < dash]
    return any(not is_per(clause, m) for m in found)


def _only_date(clause: Clause, dash: int) -> bool:
    """Былтыр – 35, өткен жылдың сәйкес кезеңінде – 35: only the time differs from what was said before."""
    dates = clause.mentions("date", last=dash)
    rest = range(dates[-1].last, dash) if dates else range(0)
    return bool(dates) and all(clause.sentence.tokens[i].norm.startswith(DATING) for i in rest)


def _fragment(clause: Clause, dash: int) -> int | None:
    """Return where a fragment begins: лейкоз кезінде —, при лейкозе —; None where the phrase has its own head."""
    tokens = clause.sentence.tokens
    first = next((i for i in range(clause.first, dash) if tokens[i].text[0].isalpha()), None)
    if first is None:
        return None
    if clause.language == "ru":
        return first if tokens[first].norm in FRAGMENT_RU else None
    return first if tokens[dash - 1].norm in FRAGMENT_KK else None


def _inherited(clause: Clause, first: int, dash: int, before: str) -> Measure | None:
    """Put a fragment in the place of the fragment of the measure before."""
    said = clause.text(first, dash)
    said = said[:1].lower() + said[1:]
    if clause.language == "ru":
        head = re.split(r" (?:при|среди|у|по|от|для) ", before, maxsplit=1)[0]
        return f"{head} {said}", first
    parts = re.split(r" (?:кезінде|бойынша|арасында) ", before, maxsplit=1)
    return (f"{said} {parts[1]}", first) if len(parts) == 2 else None


def _bracketed(clause: Clause, value: Draft, number: Mention, memory: Memory) -> list[Draft]:
    """— 68% (2015 жылғы 31%-дан екі есе өсті): by how much, and from what, it changed."""
    tokens, first = clause.sentence.tokens, number.last + _years(clause, number)
    if first >= len(tokens) or tokens[first].text != "(":
        return []
    end = next((i for i in range(first, len(tokens)) if tokens[i].text == ")"), len(tokens))
    inside = Clause(clause.sentence, clause.index, first + 1, end, clause.language)
    hit = next((h for h in hits("indicator", inside) if h.frame.options["sort"] == "change"), None)
    if hit is None:
        return _earlier(inside, value, memory)
    drafts = [_part(inside, hit, m, value, memory) for m in inside.mentions("percent", "number")]
    return [d for d in drafts if d is not None]


def _earlier(inside: Clause, value: Draft, memory: Memory) -> list[Draft]:
    """— 8,7 (2014 жылы – 10,1): the same in another year."""
    figures, dates = inside.mentions("number", "percent"), inside.mentions("date")
    alone = len(figures) == len(dates) == 1 and dates[0].first == inside.first and figures[0].last == inside.last
    if not alone or any(t.text not in "–—-." for t in inside.sentence.tokens[dates[0].last : figures[0].first]):
        return []
    draft = rates.drafted(inside, "indicator-brackets", (str(value.slots["measure"]), inside.first), figures[0], memory)
    draft.say("unit", "%" if figures[0].type == "percent" else "")
    draft.start, draft.slots["date"] = value.start, dates[0].value.edtf
    return [draft]


def _part(inside: Clause, hit: Hit, figure: Mention, value: Draft, memory: Memory) -> Draft | None:
    tokens = inside.sentence.tokens
    measure = (str(value.slots["measure"]), inside.first)
    origin = (figure.case == "abl" and not figure.value.bound) or tokens[figure.first - 1].norm == "с"
    if not origin and not changes.is_step(hit, figure):
        return None
    draft = rates.drafted(inside, "indicator-brackets", measure, figure, memory)
    draft.slots.pop("date", None)
    draft.start, draft.end = value.start, tokens[min(inside.last, len(tokens) - 1)].end
    draft.say("unit", "%" if figure.type == "percent" else rates.times(inside))
    if origin:
        draft.say("date", next((m.value.edtf for m in inside.mentions("date")), ""))
    else:
        draft.say("change", hit.frame.slots["change"])
    return draft
