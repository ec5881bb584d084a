"""Parts of what a clause itself counts, told without a verb: 129 пункттің 84-і апатты жағдайда; 71 ауылда пункт жоқ."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.per import ROUND
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.kinds.indicator.part_states import where
from kzhealthkg.model import Mention, Token

COUNTED = frozenset({"people", "staff", "facility", "thing"})
STATES = lexicon.words("kinds.indicator.part_places", "states")


def in_state(clause: Clause, memory: Memory) -> list[Draft]:
    """129 медпункттің 84-і апатты жағдайда: so many of those in the genitive before are in a state."""
    if clause.words.isdisjoint(STATES):
        return []
    figures = [*of_total.shares(clause), *clause.mentions("percent")]
    found = [_in_state(clause, figure, memory) for figure in figures if measures.near_health(clause, memory)]
    return [draft for draft in found if draft is not None]


def _in_state(clause: Clause, figure: Mention, memory: Memory) -> Draft | None:
    tokens, at = clause.sentence.tokens, figure.first - 1
    end = where(clause, figure) if at >= clause.first and is_case(tokens[at], "gen") else 0
    if not end or not is_lemma(tokens[end - 1], *STATES) or not measures.sorts(clause, at) & COUNTED:
        return None
    said, whole = clause.text(figure.last, end), tokens[measures.span(clause, at)[0] : at + 1]
    said = f"{said}{'ғы' if said.endswith('а') else 'гі'} {counted_names.singular_kk(whole).lower()}"
    draft = rates.drafted(clause, "indicator-in-state", (said, figure.first), figure, memory)
    draft.say("unit", "%" if figure.type == "percent" else "")
    draft.cover(figure.start, tokens[end - 1].end)
    return draft


def without(clause: Clause, memory: Memory) -> list[Draft]:
    """71 ауылда медициналық пункт жоқ: in how many villages there is no house of health care."""
    if NONE not in clause.words:
        return []
    at = next((i for i in range(clause.first, clause.last) if clause.sentence.tokens[i].norm == NONE), clause.first)
    told = [(m, end) for m in clause.mentions("number", last=at) if (end := _in_places(clause, m))]
    return [_without(clause, number, end, at, memory) for number, end in told if _house(clause, end, at)]


NONE = "жоқ"


def to_each(clause: Clause, memory: Memory) -> list[Draft]:
    """Бір дәрігерге 1 640 тұрғыннан келеді, 1000 адамға 14 донордан келеді, 2 мың адам бекітілген: how many to each."""
    tokens, last = clause.sentence.tokens, clause.last - 1
    cases = _each_case(tokens[last])
    number = next((m for m in clause.mentions("number") if m.last == last - 1), None) if cases else None
    if number is None or not measures.sorts(clause, last - 1) & COUNTED:
        return []
    at = next((i for i in range(number.first - 1, clause.first, -1) if is_case(tokens[i], "dat")), None)
    many = _round(clause, at) if at is not None else None
    first = (
        next((i for i in range(at, clause.first - 1, -1) if tokens[i].norm in ONE), many) if at is not None else None
    )
    if not is_case(tokens[last - 1], *cases, *(("nom", "") if many is not None else ())):
        return []
    if (
        at is None
        or first is None
        or not (measures.sorts(clause, at) & COUNTED and measures.near_health(clause, memory))
    ):
        return []
    told = COME if is_lemma(tokens[last], *COMING) else participle(tokens[last])
    said = f"{opening(clause.text(first, at + 1), first)} {told} {tokens[last - 1].best.lemma}"
    draft = rates.drafted(clause, "indicator-to-each", (said, first), number, memory)
    draft.cover(tokens[first].start, tokens[last].end)
    return [draft]


def _round(clause: Clause, at: int) -> int | None:
    """[10 мың] адамға 31 дәрігерден келеді: return where a round number of those in the dative begins."""
    numbers = (m for m in clause.mentions("number", last=at) if m.value.value in ROUND and at - m.last <= 1)
    return next((m.first for m in numbers), None)


def _each_case(verb: Token) -> tuple[str, ...]:
    """Return the cases in which a verb has those who fall to each: N тұрғыннан келеді, N тұрғын тіркелген."""
    if is_lemma(verb, *COMING):
        return ("abl",) if verb.best.form in ("pres", "perf") else ()
    listed = is_lemma(verb, *LISTING) and verb.best.form in ("past", "perf") and not verb.best.negative
    return ("nom", "") if listed else ()


COME = "келетін"
LISTING = lexicon.words("kinds.indicator.part_places", "listing")
COMING = lexicon.words("kinds.indicator.part_places", "coming")
ONE = frozenset(lexicon.words("kinds.indicator.part_places", "one"))


def _in_places(clause: Clause, number: Mention) -> int:
    """Return where the villages end that a number counts, in the locative: 655 елді мекенде; 0 for none."""
    tokens = clause.sentence.tokens
    near = range(number.last, min(clause.last, number.last + 3))
    at = next((i for i in near if is_lemma(tokens[i], *PLACES)), None)
    if at is None or any(_counts_others(t) for t in tokens[number.last : at]):
        return 0
    return at + 1 if is_case(tokens[at], "loc") else 0


def _counts_others(token: Token) -> bool:
    """Мың адам тұратын, 300 тұрғыны бар ауылда: the number is that of those who live in the one village."""
    return token.best.form in ("part", "perf") or bool(token.best.possessive)


PLACES = lexicon.words("kinds.indicator.part_places", "places")


def _house(clause: Clause, first: int, last: int) -> bool:
    """Say whether a house of health care, and nothing with a figure, stands between the villages and that there is none."""
    held = clause.mentions("number", "percent", "date", first=first, last=last)
    return first < last and not held and "facility" in measures.sorts(clause, last - 1)


def _without(clause: Clause, number: Mention, end: int, at: int, memory: Memory) -> Draft:
    tokens = clause.sentence.tokens
    first = end + sum(t.norm in EVEN for t in tokens[end : end + 2])
    places = counted_names.singular_kk(tokens[number.last : end])
    said = f"{clause.text(first, at + 1)} {places}"
    draft = rates.drafted(clause, "indicator-without", (said, number.first), number, memory)
    draft.cover(number.start, tokens[at].end)
    return draft


EVEN = frozenset(lexicon.words("kinds.indicator.part_places", "even"))
