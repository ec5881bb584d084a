"""What a value or a change is of: the measure, with when, where and per how many."""

from __future__ import annotations

import re
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.per import per_behind, per_words
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import compared_with, same_period, year_earlier
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.elided_heads import elided_head
from kzhealthkg.extract.figures.lying import rural
from kzhealthkg.extract.figures.measured_before import counts_cases, latest, take_up
from kzhealthkg.extract.figures.pay import TENGE
from kzhealthkg.extract.figures.population import of_population
from kzhealthkg.extract.figures.ranks import POINTERS, ranked, unranked, without_rank
from kzhealthkg.extract.figures.relative_ru import with_antecedent
from kzhealthkg.extract.figures.stock_names import among, where_only
from kzhealthkg.extract.figures.vague import counts_per_head, describes_next, of_no_health, vague
from kzhealthkg.model import Mention, Quantity, Token

SPANS = lexicon.words("extract.figures.rates", "spans")
YEARS = lexicon.words("extract.figures.rates", "years")
TIMES = re.compile(r"^(есе|раз)")
POPULATION = re.compile(r"(?i)(халық|халқының|тұрғындар|тұрғындарының) саны$|^численность населения")
"""How many live in a settlement is no figure of health."""
MEASURES = frozenset({"rate", "size"})
NAMELY = frozenset(lexicon.words("extract.figures.rates", "namely"))


Measure = tuple[str, int]
"""The words of a measure, and the token at which they begin; "" or only brackets: as said before."""


def measured(clause: Clause, before: int, memory: Memory, cases: tuple[str, ...] = ("nom",)) -> Measure | None:
    """Return what is measured: the phrase before the figure, or what the sentences before were about."""
    head = _head_ru(clause, before) if clause.language == "ru" else _head_kk(clause, before, cases)
    if head is None:
        return elided_head(clause, memory) if clause.language == "ru" else None
    if describes_next(clause, head, before):
        return None
    first, last = measures.span(clause, head)
    if clause.sentence.tokens[head].norm in PRONOUNS or _theirs(clause, head, memory):
        return "", first
    if _of_now(clause, head, first):  # егер былтыр 9000 адам ауырса, бүгінгі көрсеткіш 9500-ге өсті
        told = latest(clause, memory)
        return ("", first) if told is not None and told.sentence == clause.index else None
    per = per_words(clause, before)
    if points(clause, head, (first, last)):
        per = per or (per_behind(clause, before) if counts_cases(latest(clause, memory)) else "")
        return f" ({per})" if per else "", first
    first = without_rank(clause, first, head)
    said = "" if vague(clause, head, (first, last), memory) else said_of_health(clause, head, (first, last), memory)
    if said and counts_per_head(clause, head, before):
        per = per_behind(clause, before)
    if said and clause.language == "ru" and " среди " not in said:
        said += among(clause, first) or where_only(clause, first)
    return (f"{said} ({per})" if per else said, first) if said else None


PRONOUNS = frozenset(lexicon.words("extract.figures.rates", "pronouns"))


def _theirs(clause: Clause, head: int, memory: Memory) -> bool:
    """Доноров 320, за год их число выросло: a number of those told last, by what measures them."""
    before = clause.sentence.tokens[head - 1].norm if head > clause.first else ""
    if before not in THEIRS or not bare(clause, head, measures.span(clause, head)):
        return False
    return bool(memory.drafts) and memory.drafts[-1].kind == "Indicator"


THEIRS = frozenset(lexicon.words("extract.figures.rates", "theirs"))


def points(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Көрсеткіш, общий коэффициент: a size by itself is of what was spoken of before."""
    told = [i for i in range(*span) if "overall" not in measures.sorts(clause, i)]
    alone = len(told) == 1 and "size" in measures.sorts(clause, head) and not bare(clause, head, span)
    return alone and (span[1] - span[0] > 1 or is_lemma(clause.sentence.tokens[head], *POINTERS))


def _of_now(clause: Clause, head: int, first: int) -> bool:
    """Бүгінгі көрсеткіш: a size by itself, told of this day only, is of what the same sentence told before."""
    words = clause.sentence.tokens[first:head]
    return is_lemma(clause.sentence.tokens[head], *POINTERS) and bool(words) and all(t.norm in NOW for t in words)


NOW = frozenset(lexicon.words("extract.figures.rates", "now"))


def said_of_health(clause: Clause, head: int, span: tuple[int, int], memory: Memory) -> str:
    """Return the words of a measure, or "" where nothing near says that it is one of health."""
    if bare(clause, head, span):
        return _coverage(clause, head, memory)
    if ranked(clause, head, span) or measures.is_other(clause, *span) or _of_one_event(clause, head, span):
        return ""
    if _is_weight(clause, head):
        return ""
    if of_population(clause, span):
        return ""
    inside = "rate" in measures.sorts(clause, head) or measures.of_health(clause, *span)
    if not inside and of_no_health(clause, head, span):
        return ""
    return measures.text(clause, *span) if inside or measures.near_health(clause, memory) else ""


def _of_one_event(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Курстың ұзақтығы – 25 күн, длительность операции – 3 часа: how long one course lasts measures nothing."""
    owners = (t for i, t in enumerate(clause.sentence.tokens[span[0] : span[1]], span[0]) if i != head)
    return clause.sentence.tokens[head].norm.startswith(LENGTH) and any(is_lemma(t, *EVENTS) for t in owners)


EVENTS = lexicon.words("extract.figures.rates", "events")
LENGTH = lexicon.words("extract.figures.rates", "length")


def bare(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Охват, самый высокий охват: a size that, at most ranked, says nothing of what is measured."""
    return "bare" in measures.sorts(clause, head) and unranked(clause, span[0], head) == span[1] - 1


def _coverage(clause: Clause, head: int, memory: Memory) -> str:
    """Привито 20 тысяч детей, охват – 68 %: of what a coverage is, as told just before; "" for any other bare size."""
    if clause.sentence.tokens[head].norm not in COVERAGE:
        return ""
    before = [t for s in memory.document.sentences[max(0, clause.index - 2) : clause.index] for t in s.tokens]
    words = (t.norm for t in (*reversed(clause.sentence.tokens[:head]), *reversed(before)))
    said = next((found for word in words if (found := _covered(word, clause.language))), "")
    told = (said, clause.sentence.tokens[head].norm)
    return " ".join(told if clause.language == "kk" else told[::-1]) if said else ""


COVERAGE = frozenset(lexicon.words("extract.figures.rates", "coverage"))


def _covered(word: str, language: str) -> str:
    """Return by what people are covered, in the instrumental, where a word tells it: привито, скрининга."""
    rows = (r for r in lexicon.table("covering") if r["language"] == language)
    return next((r["instrumental"] for r in rows if word.startswith(r["stem"])), "")


def _head_kk(clause: Clause, before: int, cases: tuple[str, ...]) -> int | None:
    """Return the head nearest before a figure that can be measured."""
    for at in range(before - 1, clause.first - 1, -1):
        token = clause.sentence.tokens[at]
        if token.text == "," and clause.sentence.tokens[at + 1].norm in NAMELY:
            continue
        if token.text == "," or token.best.form in ("past", "pres", "prog", "intent"):
            return None
        if token.norm in PRONOUNS and (at == clause.first or _dated(clause, at)):
            return at
        if measures.sorts(clause, at) & MEASURES and is_case(token, *cases):
            return None if _is_cause(clause, at, before) else at
        if token.best.lemma in MONEY and is_case(token, "nom"):
            return None  # ауруларды емдеуге бөлінген қаржы 12 пайызға өсті
    return None


def _is_cause(clause: Clause, at: int, before: int) -> bool:
    """Сырқаттар санының артуына байланысты бригадалар 54-ке жетті: why something changed is not what changed."""
    if BECAUSE.isdisjoint(clause.words) or is_case(clause.sentence.tokens[at], "nom"):
        return False
    return any(t.norm in BECAUSE for t in clause.sentence.tokens[at + 1 : before])


BECAUSE = frozenset(lexicon.words("extract.figures.rates", "because"))
MONEY = frozenset(lexicon.words("extract.figures.rates", "money"))


def _is_weight(clause: Clause, head: int) -> bool:
    """Вес ребёнка, баланың салмағы: what somebody weighs measures nothing; the share in a whole (удельный вес) does."""
    tokens = clause.sentence.tokens
    return is_lemma(tokens[head], *WEIGHT) and not any(is_lemma(t, *SHARED) for t in tokens[max(0, head - 1) : head])


WEIGHT = lexicon.words("extract.figures.rates", "weight")
SHARED = lexicon.words("extract.figures.rates", "shared")


def _dated(clause: Clause, last: int) -> bool:
    """Қазір ол 2 700-ге төмендеді: say whether nothing but a date stands in the clause before a token."""
    return any((m.first, m.last) == (clause.first, last) for m in clause.mentions("date"))


def _is_nominative(clause: Clause, at: int) -> bool:
    """По уровню рождаемости: behind a noun, what may be a genitive is one."""
    cases = {r.case for r in clause.sentence.tokens[at].readings}
    owned = at > clause.first and clause.sentence.tokens[at - 1].best.pos == "NOUN" and "gen" in cases
    return "nom" in cases and not owned


def _head_ru(clause: Clause, before: int) -> int | None:
    """Return the nominative that is measured: the last one before the figure, else the first behind it."""
    able = [i for i in range(clause.first, clause.last) if _is_nominative(clause, i)]
    units = {i for m in clause.mentions("percent") for i in range(m.first, m.last)}  # на 21 процент больше
    found = [i for i in able if i not in units and measures.sorts(clause, i) & MEASURES]
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


LINKING = frozenset(lexicon.words("extract.figures.rates", "linking"))


def _apart(clause: Clause, first: int, last: int) -> bool:
    """Заражаемость снижена на 2 %, смертность – на 9 %: what stands behind a comma has a figure of its own."""
    return any(t.text in LIST_SIGNS for t in clause.sentence.tokens[first:last])


def drafted(clause: Clause, rule: str, measure: Measure, number: Mention, memory: Memory) -> Draft:
    """Return the draft of one measured value, with when and where; without ``measure`` where none is known."""
    first, said = measure[1], with_antecedent(clause, *measure)
    draft = Draft("Indicator", {}, clause.sentence.tokens[first].start, number.end, rule)
    draft.cover(number.start, number.end)
    roles.quantity(draft, "value", number)
    say_place(draft, nearest_place(clause, number.first))
    same_period(draft, clause, memory)
    roles.finish(draft, clause, memory, completion=False, near=number.first)
    if clause.language == "ru" and draft.slots.get("date") in compared_with(clause) | compared_with(clause.whole):
        del draft.slots["date"]
    year_earlier(draft, clause, number.first, memory)
    if said is None or (POPULATION.search(said) and "place" in draft.slots):
        return draft
    if said and not said.startswith(" ("):
        draft.say("measure", said)
    else:
        take_up(draft, clause, memory)
        where = rural(clause, number.first)  # ауылда бұл көрсеткіш 17,2-ден аспайды
        told = str(draft.slots.get("measure", ""))
        told = f"{where}{told[:1].lower()}{told[1:]}" if where else told
        draft.say("measure", f"{told}{said}" if told else "")
    return draft


def unit(clause: Clause, number: Mention, last: int) -> str:
    """Return the unit: percent, times, or the noun that follows where the measure names nothing counted."""
    tokens = clause.sentence.tokens
    if number.type == "percent":
        return "%"
    if number.type == "money":
        return TENGE[clause.language]
    if number.last < len(tokens) and TIMES.match(tokens[number.last].norm):
        return times(clause)
    following = tokens[number.last : min(last, number.last + 1)]
    own = tokens[number.first : number.last]
    said = next((ratio for t in (*own, *following) for ratio in RATIOS if is_lemma(t, ratio)), "")
    return said or next((lemma for t in following for lemma in (*YEARS, *SPANS) if is_lemma(t, lemma)), "")


RATIOS = lexicon.words("extract.figures.rates", "ratios")


LASTING = lexicon.words("extract.figures.rates", "lasting")
LASTS = Stems(LASTING)
AGE = re.compile(r"\d{1,3}(?:[.,]\d+)?")


def age_at(clause: Clause, at: int) -> Mention | None:
    """Өмір сүру ұзақтығы 75 жас, время ожидания – 13 минут: return how long what is measured lasts, which counts nothing elsewhere."""
    tokens = clause.sentence.tokens
    if not AGE.fullmatch(tokens[at].norm) or at + 1 >= clause.last or not is_lemma(tokens[at + 1], *YEARS, *SPANS):
        return None
    if not any(t.norm.startswith(LASTING) for t in tokens[:at]):
        return None
    value = Quantity(Decimal(tokens[at].norm.replace(",", ".")))
    return Mention("number", at, at + 1, tokens[at].start, tokens[at].end, value, tokens[at + 1].best.case)


def ages(clause: Clause) -> list[Mention]:
    """Return the lengths of life, of waiting and of stay that a clause tells."""
    if not clause.opens(LASTS):
        return []
    found = (age_at(clause, i) for i in range(clause.first, clause.last - 1))
    return [m for m in found if m is not None]


def times(clause: Clause) -> str:
    """Return "times" in the clause's language."""
    return "раз" if clause.language == "ru" else "есе"
