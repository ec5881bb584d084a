"""Whether two names are of one facility: a name without some of its words, or a centre called in other words."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft

ANYBODY = frozenset(lexicon.words("extract.merge.names", "anybody"))
"""Words for staff of any profession."""
SPECIAL = frozenset(lexicon.words("extract.merge.names", "special"))
LEVELS = lexicon.words("extract.merge.names", "levels")


def shortened(short: str, long: str) -> bool:
    """Қалалық аурухана, қалалық көпсалалы аурухана: a name without some of the words before its last."""
    rest = iter(long.split())
    return short.split()[-1] == long.split()[-1] and all(word in rest for word in short.split())


def without_town(draft: Draft) -> str:
    """Городская больница Талдыкоргана: return a facility's name in lower case without its town behind it."""
    words = str(draft.slots["facility"]).lower().replace("«", "").replace("»", "").split()
    town = str(draft.slots.get("place", "")).lower()[:STEM]
    behind = len(words) > 1 and len(town) == STEM and words[-1].startswith(town)
    return " ".join(words[:-1] if behind else words)


STEM = 5
"""Letters that a form of a town's name shares with it, at least."""


def called_otherwise(one: Draft, other: Draft) -> bool:
    """Онкология орталығы, қалалық онкологиялық диспансер: in one town two names for its one place of a specialism."""
    names = [str(d.slots.get("facility", "")) for d in (one, other)]
    sort = one.slots.get("facilityType", "")
    same = sort == other.slots.get("facilityType") and (sort in SPECIAL or _above_lead(one, other, names))
    placed = _in_one_place(one, other) and ("place" in {*one.slots, *other.slots} or _told_on(one, other))
    if not (same and placed and all(names)) or all(_is_own(name) for name in names):
        return False
    first, second = (levels(name) for name in names)
    return first == second or not (first and second)


def _in_one_place(one: Draft, other: Draft) -> bool:
    """Say whether two works are in one place, which a headline may leave out."""
    first, later = sorted((one, other), key=lambda d: d.sentence)
    unplaced = first.sentence == 0 < later.sentence and {"place", "district"}.isdisjoint(first.slots)
    return first.slots.get("place") == later.slots.get("place") or unplaced


def _above_lead(one: Draft, other: Draft, names: list[str]) -> bool:
    """Открылась глазная клиника. В A открылась клиника микрохирургии глаза: a headline describes what the lead tells."""
    early, late = sorted((one.sentence, other.sentence))
    headline = early == 0 < late <= LEAD and one.rule == other.rule
    return headline and all(names) and not any(_is_own(name) for name in names)


def _told_on(one: Draft, other: Draft) -> bool:
    """Онкология орталығы жөнделуде. Онкодиспансерде жөндеу …: nothing but a few sentences stands between the two names."""
    districts = one.slots.get("district") == other.slots.get("district")
    return districts and 0 < abs(one.sentence - other.sentence) <= LEAD


LEAD = 2
"""Sentences below a headline that tell it again."""


def _is_own(name: str) -> bool:
    capital = name[0].isupper() and not name.lower().startswith(COMMON)
    return capital or any(letter.isdigit() or letter in '«"№' for letter in name)


COMMON = (*LEVELS, *lexicon.words("extract.merge.names", "specialisms"))
"""Beginnings of the words that open a sentence with a house of no name of its own."""


def levels(name: str) -> set[str]:
    """Return the words of a name that tell whose institution it is: облыстық, қалалық."""
    return {level for word in name.lower().split() for level in LEVELS if word.startswith(level)}
