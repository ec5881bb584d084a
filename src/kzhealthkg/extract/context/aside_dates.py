"""Dates of other words than those of what is told: in brackets, or above a clause of "which"."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import every
from kzhealthkg.extract.clause.hosts import DESCRIBING
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.when import only_compared
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES


def in_aside(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Центр (открыт в 2015 году) принял 300 больных: when something else was; (2024) and (в мае) date what is told."""
    if draft.kind == "Works" or "(" not in clause.sentence.words:
        return False  # a building's brackets tell its own term
    tokens = clause.sentence.tokens
    opened = max((i for i in range(mention.first) if tokens[i].text in "()"), default=None)
    closed = next((i for i in range(mention.last, len(tokens)) if tokens[i].text in "()"), None)
    if opened is None or closed is None or tokens[opened].text != "(" or tokens[closed].text != ")":
        return False
    told = [t for t in tokens[opened + 1 : mention.first] if t.text[0].isalpha() and t.best.pos != "ADP"]
    told += [t for t in tokens[mention.last : closed] if t.text[0].isalnum()]
    told = told if not any(phase_of(t, clause.language) for t in told) else []
    return bool(told) and not tokens[opened].start <= draft.start < tokens[closed].end


def above_which(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """В мае издали приказ, согласно которому построят больницу: when the order came is not when its work is due."""
    if clause.language != "ru" or draft.slots.get("status") not in ("planned", "needed"):
        return False
    tokens = clause.sentence.tokens
    which = (
        t
        for i, t in enumerate(tokens)
        if "который" in t.words and any(b.text == "," for b in tokens[max(0, i - LED) : i])
    )
    return any(mention.end <= t.start < draft.start for t in which)


def in_description(_: Draft, clause: Clause, mention: Mention) -> bool:
    """На базе больницы, которую сейчас ремонтируют, создаётся хаб: when what describes the house goes on."""
    tokens = clause.sentence.tokens
    if clause.language != "ru" or DESCRIBING.isdisjoint(clause.sentence.words):
        return False
    comma = next((i for i in range(mention.first - 1, -1, -1) if tokens[i].text == ","), -1)
    closed = any(t.text == "," for t in tokens[mention.last : clause.first])
    led = comma > 0 and any(t.norm in DESCRIBING for t in tokens[comma + 1 : min(comma + 3, mention.first)])
    return led and closed


def stocked_for(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Закупили вакцину на 2025 год, келесі жылға дәрі алынды: the year that things bought are to last for."""
    bought = draft.kind == "Procurement" and draft.slots.get("status") == "completed"
    if not bought or not YEAR.fullmatch(mention.value.edtf):
        return False
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        return tokens[mention.last - 1].best.case == "dat"
    return "на" in [t.norm for t in tokens[max(0, mention.first - 1) : mention.first + 1]]


def before_then(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Маусымда 200 төсек, кейінірек тағы 116 төсек келеді: what comes later is not of the time before it."""
    if LATER.isdisjoint(clause.sentence.words):
        return False
    tokens = clause.sentence.tokens
    figures = (m.first for m in clause.mentions("number", "money") if m.start in draft.used)
    last = min(figures, default=clause.last)
    return any(_is_then(tokens, i) for i in range(mention.last, last))


def _is_then(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word says by itself that something is later: not жөндеуден кейін, nor позже срока."""
    if tokens[at].norm not in LATER:
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.best.case == "abl" and before.norm not in THENCE:
        return False
    return not any("gen" in {r.case for r in t.readings} for t in tokens[at + 1 : at + 2] if t.best.pos == "NOUN")


LATER = frozenset(lexicon.words("extract.context.aside_dates", "later"))
THENCE = frozenset(lexicon.words("extract.context.aside_dates", "thence"))


def of_what_was_before(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """После того как в 2023 году открыли центр, купили томограф: when the first deed was."""
    done = draft.slots.get("status") in ("completed", "allocated")
    if clause.language != "ru" or not done or mention.last > clause.first:
        return False
    led = pairwise([t.norm for t in clause.sentence.tokens[max(0, mention.first - OPENED) : mention.first]])
    return any(pair in AFTER_WHICH for pair in led)


AFTER_WHICH = {("того", "как"), ("тех", "как"), ("того", "когда")}
OPENED = 8
"""Words from "after" to the date of what was before, at most."""


def of_holiday(_: Draft, clause: Clause, mention: Mention) -> bool:
    """25 қазан – Республика күні қарсаңында, накануне 25 октября: the day of a holiday is not that of what is told."""
    if EVES.isdisjoint(clause.sentence.words) or mention.case == "loc":
        return False
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return any(t.norm in EVES for t in tokens[max(0, mention.first - EVE) : mention.first])
    behind = tokens[mention.last : mention.last + HOLIDAY]
    honoured = behind[:1] and behind[0].text in DASHES
    return any(t.norm in EVES and (honoured or t.norm.startswith(ON_THE_EVE)) for t in behind)


EVES = frozenset(lexicon.words("extract.context.aside_dates", "eves"))
ON_THE_EVE = lexicon.words("extract.context.aside_dates", "on_the_eve")
EVE = 3
HOLIDAY = 7
"""Words behind its day in which a holiday is named, at most."""
YEAR = re.compile(r"\d{4}(?:/\d{4})?")
"""A year, or some years, and no month or day."""
LED = 4
"""Words from a comma to "which", at most: , в соответствии с которым."""


def of_compared(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Нужно 15 машин, больше, чем в 2023 году: the time of what things, staff or money are only set against."""
    return draft.kind in COMPARED and only_compared(clause.sentence, mention)


COMPARED = frozenset({"Procurement", "Staffing"})


def of_begun_house(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """3 тамызда қабылдай бастаған орталықта 300 науқас емделді: when a house began its work is not when so many were treated."""
    if clause.language != "kk" or draft.kind not in COUNTED or clause.sentence.words.isdisjoint(BEGINNING):
        return False
    tokens = clause.sentence.tokens
    for at in range(mention.last, min(mention.last + BEGINNING_REACH, clause.last - 1)):
        if tokens[at].norm in BEGINNING:
            return any(m.first == at + 1 and m.case in ("loc", "gen") for m in clause.mentions("facility"))
        if tokens[at].text == ",":
            return False
    return False


COUNTED = frozenset({"Indicator", "Mission"})
BEGINNING = frozenset(lexicon.words("extract.context.aside_dates", "beginning"))
BEGINNING_REACH = 5
"""Words from a date to what began then, at most."""


def some_time_after(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Поступят после 15 июня, 15 маусымнан кейін жеткізіледі: no time by which anything is there is told."""
    if draft.kind not in DELIVERED:
        return False
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return mention.first > 0 and tokens[mention.first - 1].norm in AFTER
    return any(t.norm in AFTER for t in tokens[mention.last : mention.last + 1])


def of_signing(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Меморандум подписали 5 мая, а в клинике открылось отделение: the day of a paper is not that of what came of it."""
    if draft.kind not in OF_PAPERS or clause.sentence.words.isdisjoint(SIGNED):
        return False
    tokens = clause.sentence.tokens
    if mention.last <= clause.first:
        return any(is_lemma(t, *SIGNED) for t in tokens[: clause.first])
    return any(is_lemma(t, *SIGNED) for t in tokens[max(0, mention.first - SIGNED_REACH) : mention.first])


def of_return(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """В прошлом году больница вернулась государству, закупили томограф: when the house got its owner is told of that."""
    if draft.kind not in OF_PAPERS or clause.sentence.words.isdisjoint(OWNERS):
        return False
    told = [t for t in clause.sentence.tokens[mention.last :] if t.start < draft.start]
    return any(is_lemma(t, *RETURNED) for t in told) and any(is_lemma(t, *OWNERS) for t in told)


def of_another_deed(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """В 2023 году открыли центр, для него купили томограф: a date of a clause before that tells no purchase."""
    if draft.kind != "Procurement" or mention.last > clause.first:
        return False
    between = clause.sentence.tokens[mention.last : clause.first]
    if not any(t.best.pos == "VERB" and t.best.form in FINITE for t in between):
        return False
    bought = every("procurement", clause.whole)
    return not any(mention.last <= hit.first < clause.first for hit in bought)


def of_noun_before(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """В рамках проекта 2022 года купили томограф: the year of a project, of a make, is not when anything was bought."""
    if draft.kind != "Procurement" or clause.language != "ru" or not YEAR.fullmatch(mention.value.edtf):
        return False
    tokens = clause.sentence.tokens
    before = tokens[mention.first - 1].best if mention.first and mention.case == "gen" else None
    return before is not None and before.pos == "NOUN" and before.lemma not in TIMES


TIMES = frozenset(lexicon.words("extract.context.aside_dates", "times"))
FINITE = frozenset({"past", "pres", "fut", "conv", "perf"})


RETURNED = frozenset(lexicon.words("extract.context.aside_dates", "returned"))
OWNERS = frozenset(lexicon.words("extract.context.aside_dates", "owners"))
SIGNED = frozenset(lexicon.words("extract.context.aside_dates", "signed"))
SIGNED_REACH = 4
OF_PAPERS = frozenset({"Service", "Works", "Procurement"})
DELIVERED = frozenset({"Procurement", "Service", "Staffing"})
AFTER = frozenset(lexicon.words("extract.context.aside_dates", "after"))


APART = (
    of_signing,
    of_return,
    of_another_deed,
    of_noun_before,
    of_compared,
    some_time_after,
    in_aside,
    in_description,
    above_which,
    stocked_for,
    before_then,
    of_what_was_before,
    of_holiday,
    of_begun_house,
)
"""What tells that a date of a draft's sentence is not its own."""
