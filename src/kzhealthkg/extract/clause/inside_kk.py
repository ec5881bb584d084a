"""What may stand inside a Kazakh noun phrase, before its head."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import light
from kzhealthkg.extract.clause.stopwords import in_term, of_age, stops
from kzhealthkg.extract.clause.syntax import Clause

BOUNDARIES = frozenset({"date", "money", "number", "percent", "person", "post"})
MARKED = frozenset({"dat", "acc", "loc", "abl", "ins"})
EACH = frozenset(lexicon.words("extract.clause.inside_kk", "each"))
ACTORS = frozenset(lexicon.words("extract.clause.inside_kk", "actors"))
BODIES = frozenset(lexicon.words("extract.clause.inside_kk", "bodies"))


def inside_kk(clause: Clause, at: int) -> bool:
    """Say whether the word at a token may describe what stands behind it."""
    token = clause.sentence.tokens[at]
    best = token.best
    if (
        token.text[0].isdigit()
        or best.pos in ("PUNCT", "ORD", "SYM", "CONJ", "CCONJ", "ADP", "PRON")
        or ((best.pos == "NUM" or token.norm in stops()) and not in_term(clause, at))
    ):
        return False
    if (
        (best.form and best.form != "inf" and not in_term(clause, at))
        or _is_unit(clause, at)
        or _stands_apart(clause, at)
    ):
        return False
    of_prior = best.locative_adjective and at > clause.first and (in_term(clause, at - 1) or of_age(clause, at))
    if of_prior or (best.case == "dat" and in_term(clause, at)):
        return True
    if best.locative_adjective or best.case in MARKED:
        return best.pos == "ADJ" and not best.locative_adjective
    return not _boundary(clause, at)


def _stands_apart(clause: Clause, at: int) -> bool:
    """Балқашта; көліктер дефибриллятормен; әр кешен рентген …: a place with a case, and an actor, describe no noun."""
    best = clause.sentence.tokens[at].best
    if "place" in clause.named and any(m.last == at + 1 and m.case in MARKED for m in clause.named["place"]):
        return True
    if best.case != "nom":
        return False
    beside = next((i for i in range(at + 1, clause.last) if clause.sentence.tokens[i].best.pos != "ADJ"), at)
    after = clause.sentence.tokens[beside].best
    several = best.plural or best.lemma in ACTORS
    each = at > clause.first and clause.sentence.tokens[at - 1].norm in EACH and after.pos == "NOUN"
    listed = beside + 1 < clause.last and clause.sentence.tokens[beside + 1].text == ","
    ruled = (several and (after.case in ("acc", "ins") or (listed and best.plural and after.pos == "NOUN"))) or each
    return (ruled and not (best.possessive or after.possessive)) or _acts_on(clause, at, beside)


def _acts_on(clause: Clause, at: int, beside: int) -> bool:
    """Министрлік тиімді оқыту жүйесін енгізді: a body before words that end in an object is who acts on it."""
    best, after = clause.sentence.tokens[at].best, clause.sentence.tokens[beside].best
    if after.possessive or not (after.pos == "NOUN" or after.form == "inf"):
        return False
    named = any(m.last == at + 1 and m.case == "nom" for m in clause.mentions("facility", "organization"))
    if not (named or (best.lemma in BODIES and not best.possessive)):
        return False
    behind = (t.best for t in clause.sentence.tokens[beside : clause.last])
    marked = next((reading for reading in behind if reading.case not in ("nom", "")), None)
    return marked is not None and marked.case == "acc" and bool(marked.possessive) and marked.pos == "NOUN"


def _is_unit(clause: Clause, at: int) -> bool:
    """3 жинақ құрал: a word that only says how a thing is counted."""
    unit = clause.sentence.tokens[at].best.lemma in light()
    return unit and any(m.last == at for m in clause.named.get("number", ()))


def _boundary(clause: Clause, at: int) -> bool:
    """Dates, money, numbers, people and whole institutions are no part of a phrase."""
    return not BOUNDARIES.isdisjoint(clause.named) and any(m.first <= at < m.last for m in clause.mentions(*BOUNDARIES))
