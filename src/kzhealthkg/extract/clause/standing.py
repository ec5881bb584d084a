"""Facilities of a sentence: where they stand, which one a bare noun may mean, and those that are only passed by."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.gone import once_gone
from kzhealthkg.extract.clause.lists_ru import SIGNS
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import is_lemma, unlisted_place
from kzhealthkg.model import FacilityValue, Mention, Sentence
from kzhealthkg.model.frozen import replace

COMING = lexicon.words("extract.clause.standing", "coming")
MOVING = lexicon.words("extract.clause.standing", "moving")

SETTLEMENTS = frozenset({"city", "town", "village", "rural_okrug"})


def meant_for(sentence: Sentence, mention: Mention) -> bool:
    """Зертханаға арналған бөлме: what rooms or things are for is not spoken of."""
    base = "базе" in sentence.words and [
        t.norm for t in sentence.tokens[max(0, mention.first - 2) : mention.first]
    ] == ["на", "базе"]
    if base and any(m.type == "facility" and m.last <= mention.first for m in sentence.mentions):
        return True  # строительство центра на базе больницы: of the centre
    if mention.case != "dat" or "арналған" not in sentence.words:
        return False
    return any(t.norm == "арналған" for t in sentence.tokens[mention.last : mention.last + 1])


def moved_to(sentence: Sentence, mention: Mention) -> bool:
    """Науқастар №2 ауруханаға көшірілді, X ауруханасынан мамандар келді: where others go or come from is not spoken of."""
    if mention.case not in MOVED:
        return False
    after = sentence.tokens[mention.last : mention.last + 3]
    if mention.case == "abl":
        return any(is_lemma(t, *COMING) for t in after)
    return once_gone(sentence, mention) or any(is_lemma(t, *MOVING) for t in after)


MOVED = ("abl", "dat")
"""Cases of what others come from, or go to."""


def placed(sentence: Sentence, mention: Mention) -> FacilityValue:
    """Return a facility with the settlement that its sentence names before it, where it holds none itself."""
    facility: FacilityValue = mention.value
    if facility.place is not None or facility.definite or "place" not in sentence.named:
        return facility
    places = sentence.named["place"]
    before = [m for m in places if m.last <= mention.first and m.case not in ("abl", "seat")]
    before = [m for m in before if m.case != "dat" or not once_gone(sentence, m)]
    near = [m for m in [*before, *_behind(sentence, mention)] if m.value.level in SETTLEMENTS]
    if not (near or before) or elsewhere(sentence, mention):
        return facility
    apart = _of_another(sentence, near, before) or _given_apart(sentence, near, mention)
    apart = apart or _of_member(sentence, near, mention)
    near = near if not (apart or (near and held_by_another(sentence, near[-1], mention.first))) else []
    near = near or [m for m in before[-1:] if _of_district(m, facility)]
    return replace(facility, place=near[-1].value) if near and not _of_list(sentence, near) else facility


def _of_another(sentence: Sentence, near: list[Mention], before: list[Mention]) -> bool:
    """A қаласында емхана, B ауданында аурухана салынады: the town of the facility before is not the next district's."""
    if not near or not before or before[-1].value.level != "district" or before[-1].first < near[-1].last:
        return False
    first, last = near[-1].last, before[-1].first
    return any(m.type == "facility" and first <= m.first and m.last <= last for m in sentence.mentions)


def held_by_another(sentence: Sentence, place: Mention, at: int) -> bool:
    """Больница в A и центр, поликлиника на 100 посещений в селе A, роддом: the town behind a facility is not that of the next."""
    if place.last > at or owner_before(sentence, place) is None:
        return False
    return any(t.norm in SIGNS for t in sentence.tokens[place.last : at])


def _of_member(sentence: Sentence, near: list[Mention], mention: Mention) -> bool:
    """A және B ауруханаларында: the town in the name of one member of a list is not that of the next, which has its own."""
    if not near:
        return False
    inside = [m for m in sentence.named["facility"] if m.first <= near[-1].first < m.last]
    span = range(inside[-1].last, mention.first) if inside else range(0)
    members = [m for m in sentence.mentions if m.type == "facility" and m.case == mention.case]
    between = [sentence.tokens[i] for i in span if not any(m.first <= i < m.last for m in members)]
    own = sentence.tokens[mention.first].text[0].isupper() and len(mention.value.name.split()) > 1
    return own and bool(between) and inside[-1].case == mention.case and all(t.norm in JOINS for t in between)


JOINS = frozenset(lexicon.words("extract.clause.standing", "joins"))


def described_by(sentence: Sentence, mention: Mention) -> bool:
    """Центр, объединяющий больницу и роддом: what a participle phrase holds that describes the facility before it."""
    tokens = sentence.tokens
    for at in (m.last for m in sentence.named["facility"] if m.last < mention.first):
        if tokens[at].text == "," and tokens[at + 1].best.form == "part" and mention.first > at + 1:
            cases = {r.case for r in tokens[at + 1].readings if r.form == "part"}
            within = tokens[at + 2 : mention.first]
            return mention.case not in cases and not any(t.best.form in FINITE or t.text in ";–—" for t in within)
    return False


def owner_before(sentence: Sentence, place: Mention) -> Mention | None:
    """Return the facility that a place stands right behind, with nothing but a size between: центр на 80 коек в селе A."""
    tokens, at = sentence.tokens, place.first - 1
    inside = next((m for m in sentence.mentions if m.type == "place" and m.last == place.first), None)
    if inside is not None:
        return owner_before(sentence, inside)  # в селе A B района
    if at < 1 or tokens[at].norm not in IN:
        return None
    before = next((m for m in reversed(sentence.mentions) if m.type == "facility" and m.last <= at), None)
    sized = tokens[before.last : at] if before is not None else ()
    if any(t.norm in SIGNS for t in sized):
        return None  # роддом на 100 коек, а в A – больница
    return before if not sized or (sized[0].norm == "на" and len(sized) <= SIZE + 1) else None


def _given_apart(sentence: Sentence, near: list[Mention], mention: Mention) -> bool:
    """A ауылындағы емханаға УДЗ аппараты, облыстық ауруханаға томограф: the village is the first receiver's alone."""
    if not near or mention.case != "dat" or near[-1].case not in ("locadj", "gen"):
        return False
    behind = (m for m in sentence.mentions if m.type == "facility" and m.first == near[-1].last)
    return any(m.case == "dat" and mention.first - m.last >= GIFT for m in behind)


GIFT = 2
"""Words between two receivers where a thing stands between them, at least."""


def _of_district(place: Mention, facility: FacilityValue) -> bool:
    """X ауданында аудандық ауруханаға …: a name that every district has is of the district told before it."""
    bare = not facility.name and facility.count is None and not facility.plural
    common = bare or facility.name.casefold().startswith(COMMON)
    return common and place.value.level == "district" and place.case in ("loc", "locadj", "gen")


COMMON = lexicon.words("extract.clause.standing", "common")


def elsewhere(sentence: Sentence, mention: Mention) -> bool:
    """Атырауда аурухана, Жылыойда емхана салынады: a place that no list knows holds, not the one told before it."""
    before = [m.last for m in sentence.mentions if m.type in ("place", "facility") and m.last <= mention.first]
    unlisted = [i for i in range(max(before, default=1), mention.first) if unlisted_place(sentence.tokens[i])]
    inside = {i for m in sentence.mentions for i in range(m.first, m.last)} if unlisted else set()
    return any(i not in inside for i in unlisted)


def _of_list(sentence: Sentence, towns: list[Mention]) -> bool:
    """В A и B завершено строительство больницы: what is told of in several towns stands in none of them alone."""
    if len(towns) < 2:
        return False
    return [t.norm for t in sentence.tokens[towns[-2].last : towns[-1].first]] == ["и"]


def _behind(sentence: Sentence, mention: Mention) -> list[Mention]:
    """Центр гематологии в Караганде: in Russian the place may follow the facility."""
    following = sentence.tokens[mention.last : mention.last + SIZE + 1]
    sized = bool(following) and following[0].norm == "на"  # больница на 100 коек в Караганде
    reach = range(SIZE + 1) if sized else range(1)
    at = next((i for i in reach if i < len(following) and following[i].norm in IN), None)
    return [m for m in sentence.mentions if m.type == "place" and at is not None and m.first == mention.last + at + 1]


SIZE = 4
"""Words of a size behind a facility, at most: на 100 посещений в смену."""


def may_be_named(pointer: FacilityValue, name: str) -> bool:
    """Диализ орталығы … емхана: a house of no known sort is not called by a word for one of another sort."""
    wide = pointer.type in ("", "medical-facility", "hospital", "clinic", "medical-centre")
    return not name or wide or bool(pointer.noun and pointer.noun in name.lower())


CALLED_APART = frozenset({"maternity-hospital"})
"""Hospitals that the bare word does not call: роддом, перзентхана."""


def may_be(pointer: FacilityValue, named: FacilityValue) -> bool:
    """A bare аурухана points to a hospital only; нысан and мекеме to anything."""
    if not pointer.type or pointer.type == "medical-facility":
        return True
    bare = "-" not in pointer.type or pointer.type.startswith("medical-")
    family = pointer.type.rsplit("-", 1)[-1]
    akin = bare and named.type.endswith(family) and named.type not in CALLED_APART
    return named.type == pointer.type or akin
