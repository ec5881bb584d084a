"""Things like those told just before: закупили томограф и ангиограф, в A появится аналогичное оборудование."""

from __future__ import annotations

from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods.item_names import ALL_OF_IT, DEVICES, LIKE


def likened(draft: Draft, item: Phrase, memory: Memory) -> list[Draft]:
    """Return a draft for each of the things that "the like equipment" stands for; the draft itself where it names its own."""
    words = item.clause.sentence.tokens[item.first : item.head + 1]
    generic = words[-1].best.lemma in ALL_OF_IT | DEVICES
    told = memory.last_draft("Procurement", within=1, sentence=item.clause.index)
    if not (generic and len(words) > 1 and all(t.best.lemma in LIKE for t in words[:-1])) or told is None:
        return [draft]
    same = (d for d in memory.recent(1, item.clause.index) if d.kind == "Procurement" and d.sentence == told.sentence)
    made = {str(d.slots["item"]): draft.copy() for d in same}
    for name, copy in made.items():
        copy.slots["item"] = name
    return list(made.values())
