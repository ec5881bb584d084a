"""A complex that is built at a hospital is a part of it: медицинский комплекс при городской больнице."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.hosts import HOSTS
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

COMPLEX = frozenset(lexicon.words("kinds.works.complexes_ru", "complex"))
AT = frozenset(lexicon.words("kinds.works.complexes_ru", "at"))
BUILT = frozenset({"construction", "extension"})


def of_its_house(draft: Draft, hit: Hit, mention: Mention) -> None:
    """Call the building of a complex at a named hospital an extension of the hospital."""
    tokens, at = hit.clause.sentence.tokens, hit.clause
    if draft.slots["workType"] not in BUILT or tokens[mention.last - 1].norm not in COMPLEX or AT.isdisjoint(at.words):
        return
    houses = (m for m in at.mentions("facility") if m is not mention and m.value.type.endswith(HOSTS) and m.value.name)
    house = next((m for m in houses if m.first and tokens[m.first - 1].norm in AT), None)
    if house is not None:
        draft.slots.update(workType="extension", facility=house.value.name, facilityType=house.value.type)
