"""Figures that a minister or a ministry gives: they are of the country unless he says that they are of the region."""

from __future__ import annotations

from itertools import takewhile

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.national import NATION
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Document, Sentence

STATE = frozenset({"president", "prime-minister", "deputy-prime-minister", "minister", "vice-minister"})
COUNTED = frozenset({"Indicator", "Staffing", "Procurement", "Training", "Works", "Service"})
"""Kinds whose figures may be of the whole country as well as of a region."""
FIGURED = frozenset({"Indicator", "Staffing", "Procurement"})
"""Kinds whose figures a body of the whole country gives of the whole country."""
BODIES = lexicon.words("extract.context.national_tellers", "state")
AREAS = lexicon.words("extract.context.national_tellers", "area")
AREA = Stems(AREAS)


def of_country(drafts: list[Draft], sentence: Sentence, speaker: str, memory: Memory) -> None:
    """Take the area from figures that only inherited it, where a member of the government gives them and names none."""
    inherited = [draft for draft in drafts if _placed_by_context(draft)]
    for draft in (d for d in inherited if _of_everywhere(d) and _nowhere(sentence)):
        draft.drop(*LOCATED)
    if not inherited or _local(sentence):
        return
    at = inherited[0].sentence
    teller = speaker or _last_teller(at, memory)
    if _is_body(speaker):
        inherited = [draft for draft in inherited if draft.kind in FIGURED]
    elif teller not in _of_state(memory.document):
        return
    if teller and not _area_told(at, teller, memory):
        for draft in inherited:
            draft.drop(*LOCATED)
            draft.general = draft.general or draft.kind == "Service"


def _last_teller(at: int, memory: Memory) -> str:
    """Return who was last told to speak, or the only one whom the article lets speak before."""
    before = [who for who in memory.speakers[:at] if who]
    near = any(memory.speakers[max(0, at - BACK) : at])
    return before[-1] if before and (near or len(set(memory.speakers)) <= 2) else ""


BACK = 3
"""Sentences back to who was last told to speak, at most."""


def _is_body(speaker: str) -> bool:
    """По данным министерства, Республикалық орталықтың мәліметінше: a body of the whole country gives the figure."""
    return any(word.startswith(BODIES) for word in speaker.casefold().split())


def _placed_by_context(draft: Draft) -> bool:
    placed = set(LOCATED).intersection(draft.slots)
    own = "facility" in draft.slots or (draft.kind == "Works" and int(draft.slots.get("count", 1)) < SEVERAL)
    return draft.kind in COUNTED and not own and bool(placed) and placed <= draft.inherited


def _of_everywhere(draft: Draft) -> bool:
    """Планируется реконструкция 32 районных больниц: more hospitals than one region builds or mends at a time."""
    hospitals = str(draft.slots.get("facilityType", "")).endswith("hospital")
    return draft.kind == "Works" and hospitals and int(draft.slots.get("count", 1)) >= MANY


def _nowhere(sentence: Sentence) -> bool:
    """Say whether no word of a sentence but those of its houses (районных больниц) speaks of a place or an area."""
    held = {i for m in sentence.named.get("facility", ()) for i in range(m.first, m.last)}
    rest = (t.norm for i, t in enumerate(sentence.tokens) if i not in held)
    return "place" not in sentence.named and not any(word.startswith(AREAS) for word in rest)


MANY = 20
"""Hospitals that are not those of one region, at least."""
SEVERAL = 10
"""Houses of one telling that need not be those of the region spoken of, at least."""


def _local(sentence: Sentence) -> bool:
    """В области, өңірде: an area is spoken of, and not all of them (в регионы)."""
    if "place" in sentence.named:
        return True
    if begun_in(sentence) & AREA.bit == 0:
        return False
    return NATION.isdisjoint(sentence.words) or any(
        t.norm.startswith(AREAS) for t in sentence.tokens if t.norm not in NATION
    )


def _area_told(at: int, teller: str, memory: Memory) -> bool:
    """Say whether the same one has spoken of an area in the sentences right before."""
    before = range(at - 1, -1, -1)
    his = takewhile(lambda i: memory.speakers[i] == teller, before)
    return any(_local(s) and not _of_one_house(s) for s in map(memory.document.sentences.__getitem__, his))


def _of_one_house(sentence: Sentence) -> bool:
    """В A построят больницу: the town named is where one house stands, no area that figures are given of."""
    houses, towns = sentence.named.get("facility", ()), sentence.named.get("place", ())
    single = len(houses) == 1 and not houses[0].value.plural and houses[0].value.count is None
    return single and len(towns) == 1 and towns[0].value.level == "city" and begun_in(sentence) & WIDE.bit == 0


WIDE = Stems(lexicon.words("extract.context.national_tellers", "wide"))
"""Words for an area wider than a town."""


@once_each
def _of_state(document: Document) -> set[str]:
    """Return the names of the members of the government that an article names."""
    people = (m.value for s in document.sentences for m in s.named.get("person", ()))
    return {p.name for p in people if any(post.role in STATE for post in p.posts)}
