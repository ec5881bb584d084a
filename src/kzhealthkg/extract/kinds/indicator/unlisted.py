"""Those counted of whom a verb that no frame lists tells something of health: 8 мың науқасты қабылдадық.

The verbs of health news are open; what is closed is who is counted, how a predicate ends its clause, and the verbs
that tell of gatherings, journeys and accidents instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.cues import Frame, frames
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status_ru import denied
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.measures import of_health
from kzhealthkg.extract.kinds.indicator.stock_people import ATTENDING, PATIENTS
from kzhealthkg.extract.kinds.indicator.stocks import stock
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

OTHER = frozenset(lexicon.words("kinds.indicator.unlisted", "other"))
LIGHT = frozenset(lexicon.words("kinds.indicator.unlisted", "light"))
CARRYING = frozenset(lexicon.words("kinds.indicator.unlisted", "carrying"))
MEANT = lexicon.words("kinds.indicator.unlisted", "meant")
AFTER = frozenset(lexicon.words("kinds.indicator.unlisted", "after"))
TRADE = frozenset(lexicon.words("kinds.indicator.unlisted", "trade"))
ACCIDENTS = frozenset(lexicon.words("kinds.indicator.unlisted", "accidents"))


def unlisted(clause: Clause, memory: Memory) -> list[Draft]:
    """Return those counted in a clause, with what its predicate says of them."""
    frame = _frame(clause.language)
    if FIGURES.isdisjoint(clause.named) or clause.words.isdisjoint(frame.options["nouns"]):
        return []
    clause = _without_parts(clause)
    if clause.words.isdisjoint(frame.options["nouns"]):
        return []
    figures = clause.mentions("number", *(("percent",) if clause.language == "ru" else ()))
    if not figures:
        return []
    at = _predicate(clause)
    clause, figures = _own_row(clause, figures, at)
    if at is None or clause.mentions("money", first=figures[0].last, last=at):
        return []  # мың пациенттің әрқайсысына 280 мың теңгеден бөлінген: money for each counts nobody
    if _intends(clause, at) or any(_tells_of_another(clause, figure, at) for figure in figures):
        return []
    return stock(Hit(frame, clause, at, at + 1, clause.sentence.tokens[at]), memory)


FIGURES = frozenset({"number", "percent"})


def _own_row(clause: Clause, figures: list[Mention], at: int | None) -> tuple[Clause, list[Mention]]:
    """80 адамның жағдайы ауыр, – 6 науқас аппаратқа қосылған: a row with a state of its own is no row of the verb behind it."""
    tokens = clause.sentence.tokens
    if clause.language != "kk" or at is None or len(figures) < SEVERAL:
        return clause, figures
    last = [m for m in figures if m.last <= at][-1:]
    parted = bool(last) and tokens[last[0].first - 1].text in DASHES and tokens[last[0].first - 2].text in ",;"
    return (replace(clause, first=last[0].first), last) if parted else (clause, figures)


SEVERAL = 2


def _without_parts(clause: Clause) -> Clause:
    """Поступило 480 больных, из них экстренно – 310: return a clause up to the parts that it tells of its figure."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or "," not in clause.words:
        return clause
    opened = ((i, f"{tokens[i + 1].norm} {tokens[i + 2].norm}") for i in range(clause.first, clause.last - 2))
    end = next((i for i, words in opened if tokens[i].text == "," and words.startswith(PARTS)), clause.last)
    return replace(clause, last=end) if clause.first < end < clause.last else clause


PARTS = lexicon.words("kinds.indicator.unlisted", "parts")


def _intends(clause: Clause, at: int) -> bool:
    """500 балаға ота жасауды жоспарлап отыр, ота жоспарланған: what is meant to be done, and counts nobody yet."""
    spanned = clause.sentence.tokens[max(clause.first, at - 1) : at + 1]
    return clause.language == "kk" and any(phase_of(t, "kk") == "plan" for t in spanned)


@cache
def _frame(language: str) -> Frame:
    return next(f for f in frames("indicator", language) if f.options.get("participle"))


def _predicate(clause: Clause) -> int | None:
    """Return the finite verb of a clause: the last word of a Kazakh one, the only one of a Russian one."""
    tokens = clause.sentence.tokens
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}  # с начала года: no verb
    found = [i for i in range(clause.first, clause.last) if tokens[i].best.form in FINITE and i not in dated]
    if clause.language == "ru":
        found = [i for i in found if not denied(clause, tokens[i])]
    else:
        found += [i for i in _ending(clause) if i not in found]
        found = found[:-1] if len(found) > 1 and _is_copula(clause, *found[-2:]) else found
    if not found or (clause.language == "ru" and len(found) > 1) or not OTHER.isdisjoint(tokens[found[-1]].words):
        return None
    return None if _says_nothing(clause, found[-1]) else found[-1]


def _is_copula(clause: Clause, verb: int, last: int) -> bool:
    """Жатыр екен, емделген еді: the verb before a copula tells what befell them."""
    return last == verb + 1 and clause.sentence.tokens[last].best.pos == "AUX"


def _ending(clause: Clause) -> list[int]:
    """Return where a Kazakh clause ends in what may be a verb in the past or a noun: оқшауланды, түсті; not жауапты."""
    tokens = clause.sentence.tokens
    last = next((i for i in range(clause.last - 1, clause.first, -1) if tokens[i].text[0].isalpha()), clause.first)
    return [last] if "past" in tokens[last].forms and tokens[last].best.pos == "NOUN" else []


def _says_nothing(clause: Clause, at: int) -> bool:
    """5 бала болды, 40 науқас сонда тұрады, 5 науқас алды: a light verb without a word of its own."""
    tokens = clause.sentence.tokens
    before = tokens[at - 1] if at > clause.first else None
    counted = _frame(clause.language).options["nouns"]
    if before is not None and before.norm in TRADE:
        return True  # 300 балаға дәрі сатып алынды: of the things bought
    if not tokens[at].words.isdisjoint(ACCIDENTS):
        return clause.words.isdisjoint(PATIENTS)
    behind = _behind(clause, at, counted)
    if not tokens[at].words.isdisjoint(CARRYING):
        brought = clause.mentions("facility") and not tokens[at].words.isdisjoint(ATTENDING)
        return not (brought or of_health(clause, behind, at))
    between = clause.mentions(
        "date", "place", first=behind, last=at
    )  # қазір сараптама тапсырып жатыр: cut from its verb
    alone = before is None or not before.words.isdisjoint(counted) or before.best.pos == "ADV" or bool(between)
    to_be = before is not None and before.best.form == "part"  # қабылдайтын болады: who will be, is not yet
    return not LIGHT.isdisjoint(tokens[at].words) and (alone or to_be)


def _behind(clause: Clause, at: int, counted: Sequence[str]) -> int:
    """Return where the words between the last of those counted and their verb begin."""
    people = (i for i in range(at - 1, clause.first, -1) if not clause.sentence.tokens[i].words.isdisjoint(counted))
    return next(people, clause.first) + 1


def _tells_of_another(clause: Clause, number: Mention, at: int) -> bool:
    """Жүз тұрғыны бар ауыл; состояние здоровья 100 человек, центр, обслуживающий 100 человек: no verb's own figure."""
    tokens = clause.sentence.tokens
    if is_per(clause, number) or _one_does(clause, at):
        return True
    if clause.language == "kk":
        meant = any(t.norm.startswith(MEANT) for t in tokens[number.last : at])  # 300 науқасқа арналған корпус салынды
        meant = meant or any(t.norm in AFTER for t in tokens[number.last : at])  # 5 бала шетінегеннен кейін
        apart = _of_a_house(clause, number, at) or _by_staff(clause, number, at) or _dealt_out(clause, number, at)
        if meant or apart:
            return True
        return any(
            t.best.possessive and is_case(t, "nom") and "бар" in n.words for t, n in pairwise(tokens[number.last : at])
        )
    before = tokens[number.first - 1] if number.first > clause.first else None
    limited = number.value.bound == "atMost" or (before is not None and before.best.pos == "ADP")
    if limited or not COURSES.isdisjoint(clause.words):
        return True  # упало до 12 пациентов; курсы окончили 40 пациентов
    if _has_object(clause, number, at):
        return True
    between = tokens[at + 1 : number.first] or tuple(t for t in tokens[number.last : at] if t.text == ",")
    owned = before is not None and before.best.pos == "NOUN" and before.best.case == "gen"
    owned = owned or (before is not None and not LEVELS.isdisjoint(before.words))  # на уровне 4500 человек
    owned = owned or any(_is_object(t, n) for t, n in pairwise(tokens[at : number.first]))
    return owned or any(t.text == "," or t.best.pos == "CCONJ" or "part" in t.forms for t in between)


LEVELS = frozenset(lexicon.words("kinds.indicator.unlisted", "levels"))


def _dealt_out(clause: Clause, number: Mention, at: int) -> bool:
    """29 сәби A облысында, 24-і B-да, 21-і C-да тіркелді: the town before the verb is that of the last figure alone."""
    tokens = clause.sentence.tokens
    later = clause.mentions("number", first=number.last, last=at)
    shares = any(tokens[m.last - 1].norm.endswith(("-і", "-ы", "-сі", "-сы")) for m in later)
    return shares and len(clause.mentions("place", first=number.last, last=at)) > 1


def _one_does(clause: Clause, at: int) -> bool:
    """Один аппарат обслуживает двух пациентов: how many one of a sort does is no figure of those counted."""
    tokens = clause.sentence.tokens
    ones = clause.language == "ru" and tokens[at].best.form == "pres" and not ONES.isdisjoint(clause.words)
    return ones and any(t.norm in ONES for t in tokens[clause.first : min(at, clause.first + OPENS)])


ONES = frozenset(lexicon.words("kinds.indicator.unlisted", "ones"))
OPENS = 2
"""Words that open a clause, among which one of a sort is named."""


def _has_object(clause: Clause, number: Mention, at: int) -> bool:
    """Дом покинули 45 больных, поставили на ноги 45 больных: what those counted have done is done to another thing."""
    tokens = clause.sentence.tokens
    reached = any(
        a.norm in INTO and {"acc", "loc"} & {r.case for r in b.readings} == {"acc"}
        for a, b in pairwise(tokens[at + 1 : number.first])
    )
    many = tokens[at].norm.endswith(PLURAL)
    before = (i for i in range(clause.first, at) if many and i + 1 == at and _is_bare(clause, i))
    return reached or any({"nom", "acc"} <= {r.case for r in tokens[i].readings} for i in before)


def _is_bare(clause: Clause, at: int) -> bool:
    """Say whether a noun stands without a preposition: not в больницы."""
    before = clause.sentence.tokens[at - 1] if at > clause.first else None
    return clause.sentence.tokens[at].best.pos == "NOUN" and (before is None or before.best.pos not in ("ADP", "ADJ"))


INTO = frozenset(lexicon.words("kinds.indicator.unlisted", "into"))
PLURAL = ("ли", "лись", "ут", "ют", "ат", "ят", "тся")
COURSES = frozenset(lexicon.words("kinds.indicator.unlisted", "courses"))


def _by_staff(clause: Clause, number: Mention, at: int) -> bool:
    """60 маман тұрғындарға ем жасап жүр: those counted treat others, who are no part of them."""
    counted = _frame("kk").options["nouns"]
    rest = clause.sentence.tokens[number.last : at]
    staff = next(
        (i for i, t in enumerate(rest) if t.best.lemma in nouns("professions", "kk") and is_case(t, "nom")), -1
    )
    return staff >= 0 and any(t.best.case == "dat" and not t.words.isdisjoint(counted) for t in rest[staff + 1 :])


def _of_a_house(clause: Clause, number: Mention, at: int) -> bool:
    """300 науқас емделе алатын жаңа аурухана салды: a participle before a facility tells what that one is for."""
    tokens = clause.sentence.tokens
    starts = [m.first for m in clause.mentions("facility", first=number.last, last=at)]
    return any(tokens[i - 1].best.form == "part" for i in starts)


def _is_object(before: Token, noun: Token) -> bool:
    """Обеспечивает [лечение] 30 % пациентов: what a verb does stands between it and those whose it is."""
    return noun.best.pos == "NOUN" and noun.best.case == "acc" and before.best.pos not in ("ADP", "ADJ")
