"""Whether the people that a stock counts are a figure of health: patients, the ill, students of medicine."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.counted_about import HAVING, NEEDING, about, having
from kzhealthkg.model import Mention

ILLNESSES = frozenset({"rate", "diagnosis", "organ"})
ILL = frozenset(lexicon.words("kinds.indicator.stock_people", "ill"))


def of_those_wanted(hit: Hit, number: Mention, head: int, memory: Memory) -> bool:
    """Say whether those counted are patients, or students of medicine, where a frame wants such alone."""
    if hit.frame.options.get("taught") and not _taught(hit.clause, memory):
        return False
    return _are_patients(hit, number, head) or _attended(hit, head, memory)


def _taught(clause: Clause, memory: Memory) -> bool:
    """Медицина университетінде 900 студент оқиды: who studies in a house where medicine is taught, or by its word."""
    house = memory.facility_just_before(clause.index) or memory.spoken_of()
    named = [m.value.type for m in clause.sentence.mentions if m.type == "facility" and m.value.type]
    school = set(named) & SCHOOLS or (not named and house is not None and house.type in SCHOOLS)
    if not named and _other_school(clause):
        return measures.medical(clause.sentence.tokens, clause.language)
    return (
        bool(school)
        or (not named and _school_again(clause, memory))
        or measures.medical(clause.sentence.tokens, clause.language)
    )


def _school_again(clause: Clause, memory: Memory) -> bool:
    """Бүгінде оқу орнында 900 студент білім алады: a school by its bare noun, where one of medicine was told of."""
    tokens = clause.sentence.tokens
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    at = next((i for i in range(clause.first, clause.last) if i not in dated and tokens[i].norm not in POINTING), -1)
    size = next((len(n) for n in SCHOOL_NOUNS if [t.norm for t in tokens[at : at + len(n)]] == n), 0)
    return size > 0 and any(f.type in SCHOOLS for f in memory.facilities)


def _other_school(clause: Clause) -> bool:
    """Политехникалық колледжде: a school that an adjective sets apart from those told of."""
    tokens = clause.tokens
    return any(b.norm in SCHOOL_WORDS and a.best.pos in NAMING and a.norm not in POINTING for a, b in pairwise(tokens))


NAMING = ("ADJ", "NOUN", "PROPN")
"""What a word is that tells which school is meant."""

SCHOOL_WORDS = frozenset(lexicon.words("kinds.indicator.stock_people", "school_words"))
POINTING = frozenset(lexicon.words("kinds.indicator.stock_people", "pointing"))
SCHOOL_NOUNS = [noun.split() for noun in lexicon.words("kinds.indicator.stock_people", "school_nouns")]
SCHOOLS = frozenset({"medical-university", "medical-college"})


def _are_patients(hit: Hit, number: Mention, head: int) -> bool:
    """400 науқас, 400 баланың жүрегіне: say whether those a frame wants ill, or cared for, are told to be."""
    clause, options = hit.clause, hit.frame.options
    if not (options.get("ill") or options.get("care")):
        return True
    if options.get("care") and not PATIENTS.isdisjoint(clause.sentence.tokens[head].words):
        return True
    if options.get("care") and clause.language == "ru":
        return _tells_of_health(clause)
    told = options.get("care") and measures.of_health(clause, head + 1, hit.last)
    behind = clause.language == "kk" and any(measures.sorts(clause, i) & ILLNESSES for i in range(head + 1, hit.first))
    return bool(told) or behind or _is_ill(clause, head) or _ill_before(hit, number)


def _attended(hit: Hit, head: int, memory: Memory) -> bool:
    """Ауруханаға 40 бала жеткізілді, дәрігерлер 40 әйелді тексерді, 40 адамды қабылдадық: people whom health care attends to."""
    clause = hit.clause
    if clause.language != "kk" or not hit.frame.options.get("care") or hit.verb.words.isdisjoint(ATTENDING):
        return False
    houses = [m for m in clause.mentions("facility") if (m.value.type or m.value.name) and m.value.type not in SCHOOLS]
    inside = {i for m in houses for i in range(m.first, m.last)}
    elsewhere = (i for i in range(clause.first, hit.first) if i not in inside and i != head)
    if any(
        is_case(clause.sentence.tokens[i], "dat") and clause.sentence.tokens[i].best.pos == "NOUN" for i in elsewhere
    ):
        return False  # 40 адам жұмысқа қабылданды
    by_staff = any("staff" in measures.sorts(clause, i) for i in range(clause.first, hit.first))
    ours = hit.verb.norm.endswith(WE) and measures.near_health(clause, memory)
    return bool(houses) or by_staff or ours


ATTENDING = frozenset(lexicon.words("kinds.indicator.stock_people", "attending"))
WE = lexicon.words("kinds.indicator.stock_people", "we")


def _tells_of_health(clause: Clause) -> bool:
    """Операции сделали 40 детям: words of health besides the names of houses and bodies."""
    named = clause.mentions("facility", "organization", "person", "profession")
    inside = {i for m in named for i in range(m.first, m.last)}
    return any(measures.of_health(clause, i, i + 1) for i in range(clause.first, clause.last) if i not in inside)


PATIENTS = frozenset(lexicon.words("kinds.indicator.stock_people", "patients"))


def _is_ill(clause: Clause, head: int) -> bool:
    """Қант диабеті бар 400 бала: people whom only their illness makes a figure of health."""
    first = measures.span(clause, head)[0]
    had = having(clause, first - 2) if first > clause.first + 1 else None  # аутизмі бар 27 бала
    first = had if had is not None else first
    return any(
        measures.sorts(clause, i) & ILLNESSES or clause.sentence.tokens[i].best.lemma in ILL for i in range(first, head)
    )


def _ill_before(hit: Hit, number: Mention) -> bool:
    """Қант диабетімен ауыратын 400 адам бар, диабетпен 400 адам ауырады: the illness stands before the number."""
    clause, said = hit.clause, about(hit.clause, number).split()
    before = clause.sentence.tokens[number.first - 1]
    told = before.best.form in ("perf", "part") or before.norm in HAVING | NEEDING  # ерекше қажеттілігі бар 400 бала
    if not told and "as" not in hit.frame.options:
        return False
    near = range(max(clause.first, number.first - len(said)), number.first)
    ill = (i for i in near if measures.sorts(clause, i) & ILLNESSES or clause.sentence.tokens[i].best.lemma in ILL)
    return any(clause.sentence.tokens[i].text in said for i in ill)
