"""Facilities that are needed in Russian: нам нужна новая поликлиника в A, селу необходима новая больница."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.status_ru import denied, imperfective
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts_ru import drafted
from kzhealthkg.model import Mention, Token

NEW = lexicon.words("kinds.works.needs_ru", "new")
REACH = 3


def needed(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the new facility that a word of need is said of."""
    clause = hit.clause
    found = [m for m in clause.mentions("facility") if _is_new(hit, m) and not preposition(clause, m)]
    whole = clause
    if not found and (spoken := _another(hit)) is not None:
        found, whole = [spoken], clause.whole
    if len(found) != 1 or denied(clause, hit.verb) or _was_planned(hit, found[0]):
        return []
    places = sites(whole, found)[0] or ([found[0].value.place] if found[0].value.place else [])
    where = places[0] if len(places) == 1 else None
    return [drafted(hit, found[0], found[0].value, where, hit.frame.options.get("status", "needed"), memory)]


def _was_planned(hit: Hit, mention: Mention) -> bool:
    """Раньше планировалась новая больница, планируется ремонт новой больницы: what was planned, or for a house that stands."""
    if "status" not in hit.frame.options:
        return False
    before = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - REACH) : mention.first]
    other = any(t.best.pos == "NOUN" and _nominative(t) for t in before)
    return other or mention.case != "nom" or (hit.verb.best.form == "past" and hit.verb.best.lemma in imperfective())


def necessary(hit: Hit) -> bool:
    """Есть необходимость строительства больницы: say whether there is a need of the work that a noun names."""
    clause, at = hit.clause, hit.first - 1
    at -= at > clause.first and clause.sentence.tokens[at].best.pos == "ADP"
    need = at >= clause.first and is_lemma(clause.sentence.tokens[at], *NEED)
    return need and any(t.norm in THERE_IS for t in clause.tokens)


NEED = lexicon.words("kinds.works.needs_ru", "need")
THERE_IS = frozenset(lexicon.words("kinds.works.needs_ru", "there_is"))


def _is_new(hit: Hit, mention: Mention) -> bool:
    """The facility stands right beside the word of need, and "new" before it or in it."""
    tokens = hit.clause.sentence.tokens
    near = -REACH <= hit.first - mention.last <= 1 if mention.last <= hit.first else mention.first - hit.last <= REACH
    before = tokens[max(hit.clause.first, mention.first - REACH) : mention.last]
    return near and not mention.value.plural and any(is_lemma(t, *NEW) for t in before)


def _another(hit: Hit) -> Mention | None:
    """Амбулатория аварийная, селу нужна новая: a new one of the sort that the sentence has told of, with no noun behind."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    comma = next((i for i in range(hit.first - 1, 0, -1) if tokens[i].text in ",–—"), 0)
    near = (hit.first - 1, hit.last)
    new = [i for i in near if comma < i < clause.last and is_lemma(tokens[i], *NEW) and _nominative(tokens[i])]
    if len(new) != 1 or any(m.type == "facility" and m.first > comma for m in clause.sentence.mentions):
        return None
    behind = [t for t in tokens[new[0] + 1 : clause.last] if t is not hit.verb]
    if any(_nominative(t) and t.best.pos in ("NOUN", "ADJ") for t in behind[:BEHIND]):
        return None  # больнице нужна новая современная техника
    before = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= comma]
    subjects = [m for m in before if m.case == "nom" and not m.value.plural]
    return subjects[0] if len(subjects) == 1 else None


def _nominative(token: Token) -> bool:
    return "nom" in {r.case for r in token.readings}


BEHIND = 3
"""Words behind "new" in which the noun would stand that it describes."""
