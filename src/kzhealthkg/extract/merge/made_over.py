"""What was turned into a hospital was not built: шипажай ауруханаға айналдырылды. Қалада жаңа аурухана пайда болды."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Sentence

HOUSES = lexicon.words("extract.merge.made_over", "houses")
TURNED = lexicon.words("extract.merge.made_over", "turned")
HOSPITAL = "hospital"
CONVERSION = "conversion"
ADDED = ("due", "amount", "source", "contractor", "date", "programme")
NEAR = 2
"""Sentences between what a house was turned into and what tells of it again, at most."""


def made_over(drafts: list[Draft], document: Document) -> list[Draft]:
    """Return the drafts with a conversion for each hospital that another house was turned into, told once."""
    new = [d for d in drafts if _is_new(d)]
    new = [d for d in new if any(map(_turned, document.sentences[max(0, d.sentence - 1) : d.sentence + 2]))]
    turned = [d for d in drafts if new and d.kind == "Works" and d.slots["workType"] == CONVERSION]
    gone: set[int] = set()
    for draft in new:
        one = next((d for d in turned if _is_it(d, draft)), None)
        if one is None:
            draft.slots["workType"] = CONVERSION
        else:
            one.take_over(draft, *ADDED)
            gone.add(id(draft))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _is_new(draft: Draft) -> bool:
    """Say whether a work is that one hospital is built or opened."""
    built = draft.kind == "Works" and draft.slots["workType"] == "construction" and "count" not in draft.slots
    return built and str(draft.slots.get("facilityType", "")).endswith(HOSPITAL)


def _is_it(turned: Draft, new: Draft) -> bool:
    """Say whether nothing speaks against a hospital being the one that a house was turned into."""
    slots = ("facility", "place", "region")
    apart = any(turned.slots[k] != new.slots[k] for k in slots if k in turned.slots and k in new.slots)
    sort = str(turned.slots.get("facilityType", "")).endswith(HOSPITAL)
    return sort and not apart and abs(turned.sentence - new.sentence) <= NEAR


@once_each
def _turned(sentence: Sentence) -> bool:
    """Шипажай ауруханаға айналдырылды, қайта жабдықталды; санаторий перепрофилировали под госпиталь."""
    if not any(t.norm.startswith(HOUSES) for t in sentence.tokens):
        return False
    return any(f"{a.norm} {b.norm}".startswith(TURNED) for a, b in pairwise(sentence.tokens))
