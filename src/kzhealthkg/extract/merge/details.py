"""What is told in general and detailed right behind: жабдық алынды. Атап айтқанда, томограф …; оборудование, а именно …"""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft
from kzhealthkg.model import Document, Sentence

PHRASES = [tuple(phrase.split()) for phrase in lexicon.words("extract.merge.details", "phrases")]
FIRST = frozenset(phrase[0] for phrase in PHRASES)
LAST = frozenset(phrase[-1] for phrase in PHRASES)
KINDS = frozenset({"Works", "Procurement", "Service", "Staffing", "Training", "Mission", "Visit"})
FIGURES = frozenset({"count", "amount", "value", "percent", "patients", "operations", "participants"})
SHARED = ("kind", "status", "workType", "measure", "person")
TAKEN = (*LOCATED, "facility", "programme", "date", "due", "source", "speaker")
"""What a detail takes over from the general sentence."""


def without_generals(drafts: list[Draft], document: Document) -> list[Draft]:
    """Return the drafts without those that tell in general, and with no figure or the same one, what others right behind detail."""
    gone: set[int] = set()
    for general, details in _turns(drafts, document):
        spread = {d.slots.get("district", d.slots.get("place")) for d in general if d.kind == "Works"}
        for one in general:
            able = [d for d in details if _details(d, one)]
            told = able if _is_general(one) or [d for d in able if _as_many(d, one)] == details[:1] else []
            for detail in told:
                detail.take_over(one, *_taken(detail, several=len(spread) > 1))
            gone |= {id(one)} if told else set()
    return [d for d in drafts if id(d) not in gone]


def _taken(detail: Draft, *, several: bool) -> tuple[str, ...]:
    """В районах A и B построят объекты. Так, в селе C – ФАП: in which of several the village lies, and its code, are not said."""
    placed = {"place", "district"} & detail.slots.keys()
    left = {"placeCode"} if placed and not several else set(PLACED) if several else set()
    return tuple(slot for slot in TAKEN if slot not in left)


def _turns(drafts: list[Draft], document: Document) -> Iterator[tuple[list[Draft], list[Draft]]]:
    """Yield what is told before words that announce details, and the details."""
    for index, sentence in enumerate(document.sentences if drafts else ()):
        if LAST.isdisjoint(sentence.words) or (at := _announced(sentence)) is None:
            continue
        own = [d for d in drafts if d.sentence == index]
        if at == 0:
            yield [d for d in drafts if d.sentence == index - 1], own
        else:
            place = sentence.tokens[at].start
            yield [d for d in own if d.start < place], [d for d in own if place < d.end and d.start >= place]


def _announced(sentence: Sentence) -> int | None:
    """Return the token at which words announce details, None where none do."""
    norms = [t.norm for t in sentence.tokens]
    able = (i for i, norm in enumerate(norms) if norm in FIRST)
    return next((i for i in able if any(tuple(norms[i : i + len(p)]) == p for p in PHRASES)), None)


def _is_general(draft: Draft) -> bool:
    return draft.kind in KINDS and FIGURES.isdisjoint(draft.slots) and not (draft.kind == "Works" and _named(draft))


def _as_many(detail: Draft, general: Draft) -> bool:
    """12 маман оқытылды. Атап айтсақ, 12 дәрігер кардиология бойынша оқытылды: the same ones, told more of."""
    first, second = ({k: d.slots[k] for k in FIGURES if k in d.slots} for d in (detail, general))
    return general.kind in KINDS - {"Works"} and first == second


def _named(draft: Draft) -> bool:
    return "facility" in draft.slots and not draft.plural


def _details(detail: Draft, general: Draft) -> bool:
    """Say whether one is of the same deed and nowhere else."""
    first, second = ({"kind": d.kind, **d.slots} for d in (detail, general))
    same = all(first.get(k) == second.get(k) for k in SHARED)
    return same and all(first.get(k, v) == v for k in ("region", "facility") if (v := second.get(k)))
