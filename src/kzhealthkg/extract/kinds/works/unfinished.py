"""What is not ready whole: больницу построили, готовность – 95 процентов; қабырғасы қаланды, қазір 95 пайыз дайын."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Mention, Sentence

READY = lexicon.words("kinds.works.unfinished", "ready")
BUILT = lexicon.words("kinds.works.unfinished", "built")
OTHERS = frozenset(lexicon.words("kinds.works.unfinished", "others"))
BUILDING = frozenset({"construction", "repair", "reconstruction", "extension", "conversion"})
WHOLE = 100
BEFORE, BEHIND = 3, 2
"""Words around a percent in which what is ready is told, at most."""


def unfinished(draft: Draft, document: Document) -> None:
    """What is said to be done is still under way, where less than all of it is ready by the same words."""
    if draft.kind != "Works" or draft.slots.get("status") != "completed" or "count" in draft.slots:
        return
    if "percent" not in draft.slots and draft.slots.get("workType") in BUILDING:
        at = draft.sentence
        told = [m for i in (at, at + 1) for m in _shares(document, i, own=i == at)]
        draft.say("percent", int(told[0].value.value) if len(told) == 1 else None)
    if draft.slots.get("percent", WHOLE) < WHOLE:
        draft.slots["status"] = "underway"
        draft.drop("date")


def _shares(document: Document, at: int, *, own: bool) -> list[Mention]:
    """Return the percents of a sentence that say how much of the one house told of is ready."""
    sentence = document.sentences[at] if at < len(document.sentences) else None
    if sentence is None or "percent" not in sentence.named or not OTHERS.isdisjoint(sentence.words):
        return []
    houses = [m for m in sentence.named.get("facility", ()) if own or not m.value.definite]
    if len(houses) > own or not (own or of_it(sentence)):
        return []
    found = [m for m in sentence.named["percent"] if _is_ready(sentence, m)]
    return [m for m in found if 0 < m.value.value < WHOLE]


def of_it(sentence: Sentence) -> bool:
    """Нысан 95 пайызға дайын; no строительство школы, мектеп құрылысы: the building told of is not said to be another's."""
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.norm.startswith(BUILT)), None)
    if at is None:
        return False
    behind = tokens[at + 1 : at + 2]
    owned = any(t.best.pos in NOMINAL and any(r.case == "gen" for r in t.readings) for t in behind)
    before = tokens[at - 1 : at] if at else ()
    return not owned and not any(t.best.pos in ("NOUN", "PROPN") and t.best.case in ("nom", "gen") for t in before)


NOMINAL = ("NOUN", "PROPN", "ADJ")


def _is_ready(sentence: Sentence, percent: Mention) -> bool:
    """95 пайызға дайын, готов на 95 %, дайындығы – 95 пайыз: say whether a percent is so much of a house that is ready."""
    around = sentence.tokens[max(0, percent.first - BEFORE) : percent.last + BEHIND]
    return any(t.norm.startswith(READY) for t in around)
