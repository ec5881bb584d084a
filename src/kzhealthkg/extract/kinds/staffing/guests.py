"""Staff who go abroad, who have come from elsewhere to help, or whom a sentence tells as patients: none is recruited."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import FOREIGN, HOME
from kzhealthkg.model import Mention

COMING = lexicon.words("kinds.staffing.guests", "coming")
FROM = frozenset(lexicon.words("kinds.staffing.guests", "from"))
TREATED = Stems(lexicon.words("kinds.staffing.guests", "treated"))
"""Beginnings of words of an inoculation or of falling ill: of whom they are told, no staff is found."""

LASTING = Stems(lexicon.words("kinds.staffing.guests", "lasting"))
"""Beginnings of words of those who have come to stay."""


def no_recruits(hit: Hit) -> bool:
    """30 маман Үндістанға жіберіледі, Мәскеуден 12 дәрігер келді: who goes abroad, or comes from there for a time."""
    clause = hit.clause
    if hit.frame.slots["measure"] == "recruitment" and (clause.whole.opens(TREATED) or _sends_money(hit)):
        return True
    abroad = [m for m in clause.mentions("place") if m.value.level in FOREIGN and m.value.name not in HOME]
    come = bool(abroad) and is_lemma(hit.verb, *COMING)
    return any(_reached(clause, m) or (come and _left(clause, m)) for m in abroad) or _lent(hit)


def _sends_money(hit: Hit) -> bool:
    """На зарплату 300 врачей направили 2 млрд тенге: it is the sum that goes there."""
    if "money" not in hit.clause.named:
        return False
    near = range(NEAR + 1)
    return any(m.first - hit.last in near or hit.first - m.last in near for m in hit.clause.mentions("money"))


NEAR = 1
"""Words between a verb of sending and the sum that is sent, at most."""


def _lent(hit: Hit) -> bool:
    """Ақтаудан Бейнеуге 6 дәрігер жіберілді: who is sent from a town, not to live and to no hospital, only helps."""
    clause = hit.clause
    if not is_lemma(hit.verb, *SENT) or not any(_left(clause, m) for m in clause.mentions("place")):
        return False
    return not clause.whole.opens(LASTING) and not any(m.case == "dat" for m in clause.mentions("facility"))


SENT = lexicon.words("kinds.staffing.guests", "sent")


def _reached(clause: Clause, place: Mention) -> bool:
    return place.case == "dat" or _behind(clause, place, "в")


def _left(clause: Clause, place: Mention) -> bool:
    """Кореядан, Ресей астанасынан, из Турции."""
    if clause.language == "ru":
        return any(_behind(clause, place, word) for word in FROM)
    behind = clause.sentence.tokens[place.last : min(clause.last, place.last + 1)]
    capital = any(t.best.pos == "NOUN" and t.best.possessive and t.best.case == "abl" for t in behind)
    return place.case == "abl" or (place.case in ("nom", "gen", "") and capital)


def _behind(clause: Clause, place: Mention, word: str) -> bool:
    return place.first > 0 and clause.sentence.tokens[place.first - 1].norm == word
