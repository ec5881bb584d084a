"""How far a work is, where the next sentence says otherwise: салынып жатыр. Қазір нысан толық дайын; строят. Работы остановлены."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Sentence, Token

HALTED = Stems(lexicon.words("kinds.works.contradicted", "halted"))
READY = frozenset(lexicon.words("kinds.works.contradicted", "ready"))
PAPERS = frozenset(lexicon.words("kinds.works.contradicted", "papers"))
DRAWN = Stems(lexicon.words("kinds.works.contradicted", "drawn"))
WALLS = frozenset(lexicon.words("kinds.works.contradicted", "walls"))
PUT_UP = Stems(lexicon.words("kinds.works.contradicted", "put_up"))
TO_COME = frozenset(lexicon.words("kinds.works.contradicted", "to_come"))
HALFWAY = ("underway", "planned")


def contradicted(draft: Draft, document: Document) -> None:
    """Leave out how far a work is, where the sentence behind tells of the same house that it is not so."""
    status, at = draft.slots.get("status"), draft.sentence + 1
    if draft.kind != "Works" or status not in HALFWAY or draft.slots.get("count", 1) != 1 or "percent" in draft.slots:
        return
    if at >= len(document.sentences) or not _of_same(document.sentences[at], document.sentences[at - 1]):
        return
    if _otherwise(document.sentences[at], str(status)):
        draft.drop("status")


def _of_same(sentence: Sentence, before: Sentence) -> bool:
    """Say whether a sentence goes on about the one house that the sentence before names, and nothing of it is to come."""
    if sentence.paragraph != before.paragraph or not TO_COME.isdisjoint(sentence.words):
        return False
    named = sentence.named.get("facility", ())
    return not {"place", "percent"} & sentence.named.keys() and all(m.value.definite for m in named)


def _otherwise(sentence: Sentence, status: str) -> bool:
    """Say whether a sentence tells of a halt, of what is ready, of mere papers, or of walls where only plans were told."""
    begun = begun_in(sentence)
    if status == "planned":
        return begun & PUT_UP.bit != 0 and not WALLS.isdisjoint(sentence.words)
    if not PAPERS.isdisjoint(sentence.words):
        return begun & DRAWN.bit != 0
    ending = begun & HALTED.bit != 0 or not READY.isdisjoint(sentence.words)
    return ending and any(_is_so(sentence.tokens, i) for i in range(len(sentence.tokens)))


def _is_so(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether a word tells, without denying it, that a work has been halted or a house is ready."""
    token = tokens[at]
    if token.norm not in READY and not (HALTED.begin(token.norm) and token.best.form in PAST):
        return False
    around = {t.norm for t in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])}
    return not token.best.negative and DENYING.isdisjoint(around)


PAST = ("past", "perf", "conv")
DENYING = frozenset(lexicon.words("kinds.works.contradicted", "denying"))


def already_built(draft: Draft, document: Document) -> None:
    """Построена и скоро откроется новая больница: what is built is done, though its doors are yet to open."""
    if draft.rule != OPENED or draft.slots.get("status") != "planned" or draft.slots.get("count", 1) != 1:
        return
    before = [t for t in document.sentences[draft.sentence].tokens if t.end <= draft.start][-NEAR:]
    at = next((i for i, t in enumerate(before) if t.norm.startswith(BUILT) and t.best.form), None)
    if at is not None and any(t.norm == "и" for t in before[at + 1 :]) and not any(t.text == "," for t in before[at:]):
        draft.slots["status"] = "completed"
        draft.drop("due", "date")


OPENED = "works-construct-ru"
BUILT = lexicon.words("kinds.works.contradicted", "built")
NEAR = 4
"""Words from "built and" to the opening that is to come, at most."""
