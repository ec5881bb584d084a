"""Facilities that are needed in Russian: нам нужна новая поликлиника в A, селу необходима новая больница."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.mentions_ru import cases, is_wing
from kzhealthkg.extract.clause.prepositions import MEANT_FOR
from kzhealthkg.extract.clause.status_ru import denied, imperfective
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
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
    if not found:
        return _house_needed(hit, memory)
    if len(found) != 1 or denied(clause, hit.verb) or _was_planned(hit, found[0]):
        return []
    places = sites(whole, found)[0] or ([found[0].value.place] if found[0].value.place else [])
    where = places[0] if len(places) == 1 else None
    return [drafted(hit, found[0], found[0].value, where, hit.frame.options.get("status", "needed"), memory)]


def _house_needed(hit: Hit, memory: Memory) -> list[Draft]:
    """Больнице нужен новый корпус, для поликлиники требуется новое здание: the house that a facility is in need of."""
    clause = hit.clause
    owners = clause.mentions("facility")
    if len(owners) != 1 or owners[0].value.plural or "status" in hit.frame.options or denied(clause, hit.verb):
        return []
    if any(t.best.form == "past" for t in clause.tokens):
        return []
    told = clause.sentence.tokens[owners[0].first - 1].norm in MEANT_FOR if owners[0].first > clause.first else False
    near = range(max(clause.first + 1, hit.first - REACH), min(clause.last, hit.last + REACH))
    part = next((i for i in near if _is_house(clause, i)), None)
    if part is None or not (told or _has_need(clause, owners[0])):
        return []
    facility = memory.resolve(owners[0].value)
    draft = drafted(hit, owners[0], facility, facility.place, hit.frame.options.get("status", "needed"), memory)
    draft.slots["workType"] = "extension" if is_wing(clause, part) else "construction"
    draft.cover(clause.sentence.tokens[part].start, clause.sentence.tokens[part].end)
    return [draft]


def _has_need(clause: Clause, owner: Mention) -> bool:
    """Больнице, of which form and case tell no more than that it is no subject."""
    return "dat" in cases(clause, owner) and not preposition(clause, owner)


def _is_house(clause: Clause, at: int) -> bool:
    """Новое здание, новый хирургический корпус: a house as a subject, with "new" among the words before it."""
    token, before = clause.sentence.tokens[at], clause.sentence.tokens[max(clause.first, at - REACH) : at]
    if not (is_lemma(token, *HOUSES) and (_nominative(token) or is_wing(clause, at))):
        return False
    described = next((i for i in range(len(before), 0, -1) if before[i - 1].best.pos != "ADJ"), 0)
    return any(is_lemma(t, *NEW) and _nominative(t) for t in before[described:])


HOUSES = lexicon.words("kinds.works.needs_ru", "houses")


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


def of_what_stands(hit: Hit) -> bool:
    """Необходимость его создания назрела давно: why something was set up, of which the sentence names no more than "it"."""
    tokens, at = hit.clause.sentence.tokens, hit.first - 1
    its = at > hit.clause.first and tokens[at].norm in ITS
    return its and is_lemma(tokens[at - 1], *NEED)


ITS = frozenset(lexicon.words("kinds.works.needs_ru", "its"))
NEED = lexicon.words("kinds.works.needs_ru", "need")
THERE_IS = frozenset(lexicon.words("kinds.works.needs_ru", "there_is"))


def _is_new(hit: Hit, mention: Mention) -> bool:
    """The facility stands right beside the word of need, and "new" before it or in it."""
    tokens = hit.clause.sentence.tokens
    near = -REACH <= hit.first - mention.last <= 1 if mention.last <= hit.first else mention.first - hit.last <= REACH
    before = tokens[max(hit.clause.first, mention.first - REACH) : mention.last]
    new = any(is_lemma(t, *NEW) and "gen" not in {r.case for r in t.readings} for t in before)
    return near and not mention.value.plural and new  # для нового корпуса больницы нужны врачи


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
