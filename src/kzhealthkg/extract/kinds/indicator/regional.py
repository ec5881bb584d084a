"""Figures by place: a measure said once, then each place with its figure in brackets or behind a dash."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.figured_places import LEAST, Pair, counted_in, figured, told_verb
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures, ranks, rates
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.figures.measured_before import topic_before

ROW = "indicator-place"
REACH = 3
"""Sentences back to what a bare "figure" or "indicator" is of."""


def by_place(clause: Clause, memory: Memory, counted: str = "") -> list[Draft]:
    """Ең жоғары көрсеткіш A облысында (15,5), B облысында (14,1): each place with its figure.

    ``counted`` is what the clause's own predicate counts: привито 20 детей, в A – 10, в B – 7.
    """
    if "place" not in clause.sentence.named:
        return []
    whole = clause.whole
    rows = figured(whole, 1)
    lone = len(rows) == 1 and (told_verb(whole, rows[0][0]) or _ranked(whole) > 0)
    if (len(rows) < LEAST and not lone) or not clause.first <= rows[-1][1].first < clause.last:
        return []
    measure = counted or _measure(whole, rows[0][0].first, memory)
    if not measure:
        return []
    change = _change(whole)
    return [_draft(whole, pair, measure, change, memory) for pair in rows]


def by_line(clause: Clause, memory: Memory) -> list[Draft]:
    """A облысы – 40 жағдай: a line of its own, below one that ends in a colon or is such a line."""
    before = memory.last_draft("Indicator", within=1, sentence=clause.index)
    if before is None and not clause.first and len(clause.sentence.tokens) <= LINE:
        return _below_heading(clause, memory)
    if clause.first or before is None or len(clause.sentence.tokens) > LINE:
        return []
    opened = memory.document.sentences[clause.index - 1].tokens[-1].text == ":" and before.sentence < clause.index
    rows = figured(clause.whole, 1) if opened or before.rule == ROW else []
    if len(rows) != 1 or rows[0][0].first > OPENED:
        return []
    draft = _draft(clause.whole, rows[0], str(before.slots["measure"]), str(before.slots.get("change", "")), memory)
    draft.slots.pop("date", None)
    draft.inherit("date", before.slots.get("date"))
    return [] if _told_there(draft, memory) else [draft]


def _told_there(draft: Draft, memory: Memory) -> bool:
    """A – 300, B – 20, … подтверждено 90 тысяч случаев. A – 700, B – 60: a second list of the places is of something else."""
    told = (d for d in memory.drafts if d.rule == ROW)
    return any(all(d.slots.get(k) == draft.slots.get(k) for k in SAME) for d in told)


SAME = ("measure", "region", "district", "place", "unit", "change")


def _below_heading(clause: Clause, memory: Memory) -> list[Draft]:
    """Гепатит жұқтырғандар саны: … Тараз – 1 204 адам: the first line below a heading that names what is counted."""
    sentence = memory.document.sentences[clause.index - 1] if clause.index else clause.sentence
    rows = figured(clause.whole, 1) if sentence.tokens[-1].text == ":" and "place" in clause.sentence.named else []
    if len(rows) != 1 or rows[0][0].first > OPENED or rows[0][1].type == "percent":
        return []
    heading = Clause(sentence, clause.index - 1, 0, len(sentence.tokens), clause.language)
    measure = _measure(heading, heading.last - 1, memory)
    return [_draft(clause.whole, rows[0], opening(measure, 0), "", memory)] if measure else []


def by_count(clause: Clause, memory: Memory) -> list[Draft]:
    """Выявлено девять случаев. Шесть – в A районе и два – в B: where those counted just before are, with no verb."""
    total = memory.last_draft("Indicator", within=1, sentence=clause.index)
    counts = total is not None and total.rule in COUNTING and total.sentence == clause.index - 1
    if clause.language != "ru" or not counts or clause.first or any(t.best.form in FINITE for t in clause.tokens):
        return []
    rows = counted_in(clause.whole)
    if total is None or not rows or sum(m.value.value for _, m in rows) > total.slots.get("value", 0):
        return []
    drafts = [_draft(clause.whole, pair, str(total.slots["measure"]), "", memory) for pair in rows]
    for draft, (place, _) in zip(drafts, rows, strict=True):
        draft.drop(*LOCATED)
        say_place(draft, place.value)
    return drafts


COUNTING = frozenset({"indicator-case-ru", "indicator-treated-ru"})
FINITE = frozenset({"past", "pres", "fut", "perf", "inf"})


LINE = 12
"""Words of a line that holds a place and its figure, at most."""
OPENED = 2
"""Signs and prepositions before the place of such a line, at most."""


def _measure(clause: Clause, before: int, memory: Memory) -> str:
    """Return what the row measures: the head before the first place, else what was measured just before."""
    cases = ("nom", "acc", "gen")
    if most := _most_of(clause, before) or _most_ru(clause, before, memory):
        return most
    for at in range(before - 1, clause.first - 1, -1):
        if clause.sentence.tokens[at].norm == AMONG:
            continue  # в том числе в Астане – 214
        sorts = measures.sorts(clause, at)
        if (
            sorts & rates.MEASURES or ("event" in sorts and ranks.ranked_cases(clause, *measures.span(clause, at)))
        ) and (clause.language == "ru" or is_case(clause.sentence.tokens[at], *cases)):
            return _named(clause, at, memory)
    told = memory.last_draft("Indicator", within=int(_goes_on(clause)), sentence=clause.index)
    return str(told.slots["measure"]) if told is not None and not told.slots.get("change") else ""


def _goes_on(clause: Clause) -> bool:
    """Больше всех привито в A – 900 человек. Далее: B – 700, C – 650: the ranking of the sentence before."""
    return clause.sentence.tokens[0].norm in NEXT


NEXT = frozenset(lexicon.words("kinds.indicator.regional", "next"))
AMONG = lexicon.words("kinds.indicator.regional", "among")[0]


def _most_of(clause: Clause, before: int) -> str:
    """Сақтандырылмағандардың ең көбі A-да (512), B-да (388): return those of whom the most are told, "" for none."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first + 2, before) if tokens[i].norm in MOST), None)
    whose = at - 1 - (tokens[at - 1].norm == "ең") if at is not None else -1
    if whose < clause.first or not is_case(tokens[whose], "gen"):
        return ""
    return measures.text(clause, measures.span(clause, whose)[0], whose + 1)


MOST = frozenset(lexicon.words("kinds.indicator.regional", "most"))


def _ranked(clause: Clause) -> int:
    """Больше всего случаев кори в A – 903: return where what is ranked begins, 0 for nothing."""
    opening = [t.norm for t in clause.sentence.tokens[:RANKING]]
    most = clause.language == "ru" and len(opening) == RANKING and opening[0] in MOST_RU and opening[1] in OF_ALL
    return RANKING if most else 0


def _most_ru(clause: Clause, before: int, memory: Memory) -> str:
    """Return what of health a Russian ranking tells that one place has the most or the least of, "" for none."""
    tokens, first = clause.sentence.tokens, _ranked(clause)
    head = next((i for i in range(first, before) if tokens[i].best.pos == "NOUN"), before) if first else before
    if head == before or not is_case(tokens[head], "gen") or any(t.best.pos != "ADJ" for t in tokens[first:head]):
        return ""
    span = measures.span(clause, head)
    told = measures.of_health(clause, *span) and BUILT_OR_BOUGHT.isdisjoint(measures.sorts(clause, head))
    return rates.said_of_health(clause, head, span, memory) if told else ""


MOST_RU = frozenset(lexicon.words("kinds.indicator.regional", "most_ru"))
OF_ALL = frozenset(lexicon.words("kinds.indicator.regional", "of_all"))
BUILT_OR_BOUGHT = frozenset({"facility", "thing", "staff"})
RANKING = 2
"""Words that open a ranking: больше всего."""


def _named(clause: Clause, head: int, memory: Memory) -> str:
    first, last = measures.span(clause, head)
    if "lack" in measures.sorts(clause, head):
        return ""  # of staff, which is no Indicator
    pointing = rates.points(clause, head, (first, last)) or ranks.ranked_cases(clause, first, last)
    if not pointing or rates.bare(clause, head, (first, last)):
        first = ranks.unranked(clause, first, head)
        return rates.said_of_health(clause, head, (first, last), memory)
    before = memory.last_draft("Indicator", within=REACH, sentence=clause.index)
    percents = "percent" in clause.named
    if before is not None and percents and before.slots.get("unit") != "%" and clause.index - before.sentence > 1:
        before = None  # 90 жағдай тіркелді. Сәби өлімі азайды. Жақсы нәтиже – A облысында (-31%)
    return str(before.slots["measure"]) if before is not None else topic_before(clause, memory)


def _change(clause: Clause) -> str:
    """Return the change that the row's own words tell, or ""."""
    told = [h.frame.slots["change"] for h in hits("indicator", clause) if h.frame.options["sort"] == "change"]
    return told[0] if len(set(told)) == 1 else ""


def _draft(clause: Clause, pair: Pair, measure: str, change: str, memory: Memory) -> Draft:
    place, figure = pair
    draft = rates.drafted(clause, ROW, (measure, place.first), figure, memory)
    if place.value.level == "oblast":
        draft.drop(*LOCATED)  # the town of the next figure is none of an oblast's
        say_place(draft, place.value)
    if figure.type == "percent":
        draft.say("unit", "%")
        draft.say("change", _signed(clause, pair) or change)
    if "date" not in clause.named:
        draft.inherit("date", _date_before(measure, clause, memory))
    return draft


def _date_before(measure: str, clause: Clause, memory: Memory) -> object:
    """Return when the same was measured just before, for the places that it is now told by."""
    before = memory.last_draft("Indicator", within=1, sentence=clause.index)
    return before.slots.get("date") if before is not None and before.slots["measure"] == measure else None


def _signed(clause: Clause, pair: Pair) -> str:
    """(-48%), (+12%): the change that a sign in brackets tells."""
    signs = [t.text for t in clause.sentence.tokens[pair[0].last : pair[1].first]]
    if signs[0] != "(" or len(signs) < LEAST:
        return ""
    return "increase" if signs[1] == "+" else "decrease"
