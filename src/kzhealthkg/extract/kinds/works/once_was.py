"""Old houses made over, which an article only describes: в здании, приспособленном под больницу; раньше это было общежитие."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_lemma

BEFORE = frozenset(lexicon.words("kinds.works.once_was", "before"))
HOUSES = lexicon.words("kinds.works.once_was", "houses")
REACH = 8
"""Words from the house that somebody works in to what it was made of, at most."""
CONVERTED = "conversion"
OLD_FORMS = ("perf", "past")


def once_was(hit: Hit) -> bool:
    """Say whether a conversion is told of how a house came to be, and not as news."""
    if hit.frame.slots.get("workType") != CONVERTED:
        return _turned_away(hit)
    if hit.clause.language == "kk":
        return hit.verb.best.form == "perf" and not BEFORE.isdisjoint(hit.clause.sentence.words)
    if hit.verb.best.form not in (*OLD_FORMS, "part"):
        return False
    return not BEFORE.isdisjoint(hit.clause.sentence.words) or _lives_in(hit)


def _turned_away(hit: Hit) -> bool:
    """Больницу реконструируют под жильё, аурухана жатақханаға қайта жаңғыртылады: what becomes no house of health care."""
    if AWAY.isdisjoint(hit.clause.words) or hit.frame.slots.get("workType") not in MENDING:
        return False
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    for at in (i for i in range(clause.first, clause.last) if tokens[i].best.lemma in AWAY):
        if clause.language == "kk":
            into = bool(hit.verb.best.form) and tokens[at].best.case == "dat"  # мектепке жөндеу жүргізілді
            before = into and 0 < hit.first - at <= AWAY_REACH
            if before or any(t.norm == "етіп" for t in tokens[at + 1 : at + 2]):
                return True
        elif any(t.norm == "под" for t in tokens[max(clause.first, at - AWAY_REACH) : at]):
            return True
    return False


MENDING = ("repair", "reconstruction")
AWAY = frozenset(lexicon.words("kinds.works.once_was", "away"))
AWAY_REACH = 2
"""Words from "under" to what a house is made into, and from that to the Kazakh verb, at most."""


def _lives_in(hit: Hit) -> bool:
    """Больница находится в здании, которое переоборудовали: the house that something is in stands before."""
    tokens = hit.clause.sentence.tokens
    near = range(max(1, hit.first - REACH), hit.first)
    houses = [i for i in near if is_lemma(tokens[i], *HOUSES) and tokens[i].best.case == "loc"]
    return any(tokens[i + 1].text == "," for i in houses if i + 1 < len(tokens))
