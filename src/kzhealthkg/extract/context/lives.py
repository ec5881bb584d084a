"""Where somebody once worked, which the story of a life names in passing."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Mention, Sentence


def once_worked(sentence: Sentence, mention: Mention) -> bool:
    """Ауруханада хирург болып бастаған: where somebody once worked is not what the text goes on about."""
    if LIVES.isdisjoint(sentence.words):
        return False
    led = _once_led(sentence, mention) or _once_officer(sentence, mention) or _held_office(sentence, mention)
    if led or _worked_russian(sentence, mention):
        return True
    if mention.case == "loc" and _for_years(sentence, mention):
        return True
    if mention.case != "loc" or WORKED.isdisjoint(sentence.words):
        return False
    after = sentence.tokens[mention.last : mention.last + LIFE]
    at = next((i for i, t in enumerate(after) if t.norm in WORKED), 0)
    return at > 0 and is_lemma(after[at - 1], *nouns("professions", "kk"))


def _for_years(sentence: Sentence, mention: Mention) -> bool:
    """X ауруханасында 12 жыл еңбек еткен Y: how long somebody had worked there, in a participle before the name."""
    after = sentence.tokens[mention.last : mention.last + LIFE + 2]
    years = bool(after) and after[0].best.pos == "NUM" and len(after) > 2 and is_lemma(after[1], "жыл")
    worked = years and is_lemma(after[2], *WORK)
    return worked and any(t.best.form == "perf" and not t.best.case for t in after[3:])


def _once_led(sentence: Sentence, mention: Mention) -> bool:
    """Бұған дейін X ауруханасын басқарған; ранее руководил больницей X: what somebody led in earlier days."""
    if LEADING.isdisjoint(sentence.words) or (EARLIER.isdisjoint(sentence.words) and not _over_years(sentence)):
        return False
    near = sentence.tokens[max(0, mention.first - LIFE_RU) : mention.last + LIFE]
    return any(is_lemma(t, *LEADING) for t in near)


def _over_years(sentence: Sentence) -> bool:
    """Последние пять лет возглавлял, соңғы екі жылда басқарған: a time that an office was held for."""
    return not LAST.isdisjoint(sentence.words) and not sentence.words.isdisjoint(YEARS)


LAST = frozenset(lexicon.words("extract.context.lives", "last"))
YEARS = lexicon.words("extract.context.lives", "years")
LEADING = frozenset(lexicon.words("extract.context.lives", "leading"))
EARLIER = frozenset(lexicon.words("extract.context.lives", "earlier"))


def _once_officer(sentence: Sentence, mention: Mention) -> bool:
    """Работал заместителем главврача больницы X, X бас дәрігері болып істеген: the office that somebody once had."""
    if mention.case == "loc" or OFFICER_AT.isdisjoint(sentence.words) or OFFICER.isdisjoint(sentence.words):
        return False
    before, after = sentence.tokens[max(0, mention.first - LIFE_RU) : mention.first], sentence.tokens[mention.last :]
    named = any(is_lemma(t, *NAMING) for t in before)
    worked = not named and any(is_lemma(t, *WORKING, *WAS) and t.best.form == "past" for t in before)
    if worked and any(t.best.case == "ins" and is_lemma(t, *OFFICES) for t in before):
        return True
    at = next((i for i, t in enumerate(after[:LIFE_RU]) if t.norm in WORKED), LIFE_RU)
    work = after[at + 1 : at + LIFE]
    return any(t.norm in WORK for t in work[:1]) and any(t.best.form in ("past", "perf") for t in work)


def _held_office(sentence: Sentence, mention: Mention) -> bool:
    """Соңғы бес жылда X ауруханасының бас дәрігері болған: the office that somebody had somewhere."""
    if mention.case not in ("gen", "nom") or BEING.isdisjoint(sentence.words):
        return False
    after = sentence.tokens[mention.last : mention.last + LIFE_RU]
    office = next((i for i, t in enumerate(after) if t.best.possessive and is_lemma(t, *OFFICES_KK)), None)
    return office is not None and any(t.norm in BEING for t in after[office + 1 : office + LIFE])


BEING = frozenset(lexicon.words("extract.context.lives", "being"))
OFFICES_KK = lexicon.words("extract.context.lives", "offices_kk")
OFFICES = lexicon.words("extract.context.lives", "offices")
WORK = frozenset(lexicon.words("extract.context.lives", "work"))


def _worked_russian(sentence: Sentence, mention: Mention) -> bool:
    """Проработала в больнице, трудился хирургом в больнице: where the one told of once was."""
    if not mention.first or sentence.tokens[mention.first - 1].norm not in IN:
        return False
    before = sentence.tokens[max(0, mention.first - LIFE_RU) : mention.first]
    career = any(is_lemma(t, *CAREER) for t in before)
    as_doctor = any(t.best.case == "ins" and is_lemma(t, *nouns("professions", "ru")) for t in before)
    return career or (as_doctor and any(is_lemma(t, *WORKING) and t.best.form == "past" for t in before))


CAREER = lexicon.words("extract.context.lives", "career")
WORKING = lexicon.words("extract.context.lives", "working")
LIFE_RU = 6


def once_studied(sentence: Sentence, mention: Mention) -> bool:
    """Қарағанды медицина университетін бітірген, институтында оқыған: where somebody studied is told in passing."""
    if mention.case not in ("acc", "loc", "abl", "gen") or STUDIED.isdisjoint(sentence.words):
        return False
    after = sentence.tokens[mention.last : mention.last + 2]
    return any(is_lemma(t, *STUDIED) for t in after)


STUDIED = frozenset(lexicon.words("extract.context.lives", "studied"))
LIFE = 4
WORKED = frozenset(lexicon.words("extract.context.lives", "worked"))
WAS = lexicon.words("extract.context.lives", "was")
NAMING = lexicon.words("extract.context.lives", "naming")
OFFICER = WORK.union(OFFICES)
"""Words for an office, or for the work in one."""
OFFICER_AT = WORKED | frozenset((*WORKING, *WAS))
"""Words of which one stands where it is told what office somebody had."""
LIVES = OFFICER_AT | EARLIER | LAST | BEING | WORK | frozenset(CAREER)
"""Words of which one stands wherever it is told that somebody once worked somewhere."""


def of_life(sentence: Sentence, mention: Mention) -> bool:
    """A town in the name of a facility where somebody once worked or studied."""
    if "facility" not in sentence.named:
        return False
    held = [m for m in sentence.named["facility"] if m.first <= mention.first and mention.last <= m.last]
    return any(once_worked(sentence, m) or once_studied(sentence, m) for m in held)
