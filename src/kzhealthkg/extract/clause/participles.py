"""Kazakh participles by which a measure names what befell those it counts: қамтылған, ауыратын."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.model import Token

PARTICIPLE = lexicon.words("extract.clause.participles", "participle")
FRONT, VOWELS = "әеіөүиэ", "аәеиоөуұүыіэ"
PRESENT = {"ды": "тын", "ді": "тін"}


def participle(verb: Token) -> str:
    """Return the participle of a verb: қамтылған, емделген, алған; of what lasts ауыратын, емделетін."""
    if verb.best.form == "pres" and verb.norm[-2:] in PRESENT:
        return verb.norm[:-2] + PRESENT[verb.norm[-2:]]
    if verb.best.form == "prog":
        return f"{_converb(verb.best.lemma)} жатқан"
    return _of_past(verb)


def present_participle(verb: Token) -> str:
    """Return the participle of what is done all the time: көрсетеді, көрсетіп жүр → көрсететін; атқарады → атқаратын."""
    stem = _stem(verb)
    if stem[-1] in VOWELS:
        return stem + ("йтін" if _is_front(stem) else "йтын")
    return stem + ("етін" if _is_front(stem) else "атын")


def passive_participle(verb: Token) -> str:
    """Return the participle of what is done to somebody: қабылдады → қабылданған, емдеді → емделген, шығарды → шығарылған."""
    stem = _stem(verb)
    front = _is_front(stem)
    open_end = "н" if "л" in stem[-3:] else "л"
    voiced = (
        open_end if stem[-1] in VOWELS else ("ін" if front else "ын") if stem[-1] == "л" else ("іл" if front else "ыл")
    )
    return f"{stem}{voiced}{'ген' if front else 'ған'}"


def goes_on(verb: Token, following: tuple[Token, ...]) -> bool:
    """Емделуде, емделіп жатыр: whether a verb tells of what lasts."""
    lasting = verb.best.form == "prog" or (verb.best.case == "loc" and verb.norm.endswith(NOW))
    return lasting or ("conv" in verb.forms and any(t.best.lemma == LASTS for t in following))


def event_of(measure: str) -> str:
    """[Жұмыстан кеткен] дәрігерлердің саны: what befell those a measure counts, with a blank behind; "" for nothing."""
    told = BEFALLEN.match(measure)
    return f"{told[1]} " if told else ""


BEFALLEN_ENDINGS = lexicon.words("extract.clause.participles", "befallen")
BEFALLEN = re.compile(rf"(.*(?:{'|'.join(BEFALLEN_ENDINGS)}))(?:[дт][ае]р\w*)? ")


def carries(verb: Token, behind: Token) -> bool:
    """Үйреніп жатыр: say whether a word is only the auxiliary of the converb before it."""
    return behind.norm in AUXILIARIES and "conv" in verb.forms


AUXILIARIES = frozenset(lexicon.words("extract.clause.participles", "auxiliaries"))
LASTS = "жат"
NOW = lexicon.words("extract.clause.participles", "now")


def going_on(said: str) -> str:
    """Емделген: емделіп жатқан; the words that tell of what is done, for what lasts."""
    stem = said.removesuffix(said[-3:]) if said.endswith(PARTICIPLE) and not said.endswith(GOING) else ""
    return f"{_converb(stem)} жатқан" if stem else said


GOING = lexicon.words("extract.clause.participles", "going")


def _converb(stem: str) -> str:
    """Return the converb that a going on is told with: емделіп [жатқан]."""
    if stem[-1] in VOWELS:
        return f"{stem}п"
    return stem + ("іп" if _is_front(stem) else "ып")


def done_to(verb: Token) -> str:
    """Return the participle of what was done to those counted: ота жасады, ота жасалды: жасалған."""
    active = verb.best.form == "past" and _stem(verb).endswith(DOING)
    return passive_participle(verb) if active else participle(verb)


DOING = lexicon.words("extract.clause.participles", "doing")


def _of_past(verb: Token) -> str:
    if verb.norm.endswith(PARTICIPLE) or not verb.forms:  # бүйрекке мұқтаж
        return verb.norm
    stem = _stem(verb)
    front = _is_front(stem)
    sounds = ("кен" if front else "қан") if stem[-1] in "пктқсшщхчцфһ" else ("ген" if front else "ған")
    return stem + sounds


def _stem(verb: Token) -> str:
    """Алды: ал, not алд."""
    return next((r.lemma for r in verb.readings if r.pos == "VERB" and r.form), verb.best.lemma)


def _is_front(stem: str) -> bool:
    return next((c in FRONT for c in reversed(stem) if c in VOWELS), False)
