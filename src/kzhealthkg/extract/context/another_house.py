"""Whether the one place of an article is told later only, and of a facility of another sort."""

from __future__ import annotations

from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Mention, PlaceValue, Sentence

UNSORTED: Final = frozenset({"", "medical-facility"})
HOSPITAL: Final = "hospital"


def of_another_house(draft: Draft, document: Document, place: PlaceValue) -> bool:
    """Больница получила томограф. В X районе построят три медпункта: the place is that of the points, not of the hospital."""
    told = [at for at, s in enumerate(document.sentences) if _names(s, place)]
    if len(told) == 1 and told[0] < draft.sentence and _next_stop(draft, document, told[0], place):
        return True
    if told and told[0] == draft.sentence:
        return _told_behind(draft, document.sentences[draft.sentence], place)
    if not told or told[0] < draft.sentence:
        return len(told) == 1 and told[0] >= OPENING and _told_of_another(draft, document.sentences[told[0]], place)
    if any(_tells_another(document.sentences[at]) for at in told):
        return True
    own = _sorts(document.sentences[draft.sentence]) or {_sort(str(draft.slots.get("facilityType", "")))}
    there = [_sorts(document.sentences[at]) for at in told]
    return not own & UNSORTED and all(sorts and not sorts & (own | UNSORTED) for sorts in there)


def _next_stop(draft: Draft, document: Document, at: int, place: PlaceValue) -> bool:
    """Ол A қаласындағы мектепті аралады. Одан әрі аурухана құрылысын көрді: the town of one stop is not that of the next."""
    here = document.sentences[draft.sentence]
    opens = not NEXT.isdisjoint(t.norm for t in here.tokens[:NEAR])
    as_well = any(t.norm in ALSO and draft.start < t.start < draft.end for t in here.tokens)  # аурухана да салынуда
    if not (opens or as_well):
        return False
    named = [m for m in document.sentences[at].named["place"] if m.value.name == place.name]
    if document.language_of(here) == "ru":
        return all(_of_house(document.sentences[at], m) for m in named)
    return all(m.case == "locadj" for m in named)


def _of_house(sentence: Sentence, place: Mention) -> bool:
    """Осмотрел поликлинику (в городе) A: the town right behind a house is said of it alone."""
    houses = [m for m in sentence.named.get("facility", ()) if m.first < place.first < m.last + REACH]
    return bool(houses) and all(t.text != "," for t in sentence.tokens[houses[-1].last : place.first])


NEXT: Final = frozenset(lexicon.words("extract.context.another_house", "next"))
ALSO: Final = frozenset(lexicon.words("extract.context.another_house", "also"))
NEAR: Final = 4
"""Words that open a sentence."""


def _tells_another(sentence: Sentence) -> bool:
    """Тағы бір аурухана Жаркентте салынады, ещё одну больницу построят в X: one house more, beside the one told of before."""
    if ANOTHER.isdisjoint(sentence.words):
        return False
    firsts = {m.first for m in sentence.mentions if m.type == "facility"}
    return any(t.norm in ANOTHER and not firsts.isdisjoint(range(i, i + REACH)) for i, t in enumerate(sentence.tokens))


ANOTHER: Final = frozenset(lexicon.words("extract.context.another_house", "another"))
OPENING: Final = 2
"""Sentences that say what an article is about."""


def _told_of_another(draft: Draft, sentence: Sentence, place: PlaceValue) -> bool:
    """Ол X қаласындағы емханаға барды. Перзентхана жөнделуде: a town named but once, far down, with a house of another sort."""
    named = next(m for m in sentence.named["place"] if m.value.name == place.name)
    own = _sort(str(draft.slots.get("facilityType", "")))
    houses = (m for m in sentence.mentions if m.type == "facility")
    beside = [m for m in houses if m.first - REACH < named.last <= m.last or m.last <= named.first < m.last + REACH]
    sorts = {_sort(m.value.type) for m in beside}
    return own not in UNSORTED and bool(sorts) and sorts.isdisjoint({own, *UNSORTED})


REACH: Final = 3
"""Words from a house to the town that it stands in, or back, fewer than."""


def _told_behind(draft: Draft, sentence: Sentence, place: PlaceValue) -> bool:
    """Амбулатория салынды, A ауылында медпункт ашылды: the place behind is that of the house told with it."""
    first = next(m for m in sentence.named["place"] if m.value.name == place.name)
    behind = {_sort(m.value.type) for m in sentence.mentions if m.type == "facility" and m.start >= first.end}
    own = {_sort(str(draft.slots.get("facilityType", ""))), *UNSORTED}
    return draft.start < first.start and bool(behind) and behind.isdisjoint(own)


def _names(sentence: Sentence, place: PlaceValue) -> bool:
    return any(m.type == "place" and m.value.name == place.name for m in sentence.mentions)


def _sorts(sentence: Sentence) -> set[str]:
    return {_sort(m.value.type) for m in sentence.mentions if m.type == "facility"}


def _sort(kind: str) -> str:
    """All hospitals are of one sort: the district hospital is "the hospital" elsewhere."""
    return HOSPITAL if kind.endswith(HOSPITAL) else kind
