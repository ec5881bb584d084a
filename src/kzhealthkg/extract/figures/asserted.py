"""Whether a predicate that counts something closes its clause and tells of what is or was."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.status_ru import managed
from kzhealthkg.extract.figures.counted_about import suspected
from kzhealthkg.model import Token

CLOSING = frozenset(lexicon.words("extract.figures.asserted", "closing"))

WAS = frozenset(lexicon.words("extract.figures.asserted", "was"))


def _without_brackets(tail: tuple[Token, ...]) -> tuple[Token, ...]:
    """… 12 %-ға азайды (9,1-ден 8-ге): a detail in brackets right behind the predicate changes nothing."""
    if not tail or tail[0].text != "(":
        return tail
    return tail[next((i + 1 for i, t in enumerate(tail) if t.text == ")"), len(tail)) :]


def asserts(hit: Hit) -> bool:
    """Say whether a predicate closes its clause and tells of what is or was."""
    return _asserts_ru(hit) if hit.clause.language == "ru" else _asserts_kk(hit)


def _asserts_ru(hit: Hit) -> bool:
    """В 2023 году было 12 врачей: no essence, no bare past without its date, and nothing planned or needed."""
    undated = hit.verb.norm in WAS and "date" not in hit.clause.named
    to_come = (hit.verb.best.form == "inf" and not managed(hit.clause)) or (
        hit.verb.best.form == "fut" and "pres" not in hit.verb.forms
    )
    if hit.verb.norm == "суть" or undated or to_come:
        return False
    return _waits(hit) or status(hit.clause, hit.last - 1) not in ("planned", "needed")


def _waits(hit: Hit) -> bool:
    """Пересадку почки ожидают 12 пациентов: who waits now is counted, though what they wait for is to come."""
    named = hit.frame.options.get("named", {})
    spanned = hit.clause.sentence.tokens[hit.first : hit.last] if named else ()
    return any(t.best.lemma in named and t.best.form == "pres" and phase_of(t, "ru") == "plan" for t in spanned)


def _asserts_kk(hit: Hit) -> bool:
    """12 дәрігер бар; no 12 дәрігер шетелге барды, and nothing that leads to another predicate."""
    best = hit.verb.best
    aim = best.case == "dat"  # 18 науқас ем алуға жолданды
    gone = best.lemma == "бар" and best.pos == "VERB" and "nouns" not in hit.frame.options  # 90 шақыртуға барды
    if aim or gone or suspected(hit.clause, hit.last):
        return False
    tail = _without_brackets(hit.clause.sentence.tokens[hit.last : hit.clause.last])
    unable = bool(tail) and tail[0].best.negative and "ал" in tail[0].words  # емделе алмайды
    if not all(_closes(t) for t in tail) or (unable and not hit.frame.options.get("denied")):
        return False
    return (best.case == "loc" or best.form != "inf") and best.negative == bool(hit.frame.options.get("denied"))


def _closes(token: Token) -> bool:
    """Say whether a word may stand between a predicate and the end of its clause."""
    light = token.best.pos in ("PART", "PUNCT", "ADP", "PRON", "SCONJ")
    return bool(token.best.form) or light or token.norm in CLOSING
