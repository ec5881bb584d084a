"""What is only designed yet: разработают ПСД строительства больницы, құрылысының жобалық құжаттамасы әзірленеді."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phases_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.unfinished import of_it
from kzhealthkg.model import Document, Sentence, Token

PAPERS = frozenset(lexicon.words("kinds.works.designs", "papers"))
DESIGNING = lexicon.words("kinds.works.designs", "designing")
LABOUR = lexicon.words("kinds.works.designs", "labour")
REACH = 4
"""Words from the papers of a design to what is to be built, at most."""


def undated(draft: Draft, hit: Hit) -> Draft:
    """Return a draft without the day on which only the papers of its work will be ready."""
    if of_design(hit):
        draft.drop("date", "due", "percent")
        draft.slots["status"] = "planned"
    return draft


def of_design(hit: Hit) -> bool:
    """Say whether a cue tells of the papers of a work, and not of the work: проектные работы по строительству."""
    if hit.frame.options.get("designs"):
        return True
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if clause.words.isdisjoint(PAPERS):
        return False
    before = tokens[max(clause.first, hit.first - REACH) : hit.first]
    if clause.language == "ru":
        return not hit.verb.best.form and (any(_is_paper(before, i) for i in range(len(before))) or _at_stage(hit))
    return any(t.best.lemma in PAPERS for t in tokens[hit.first : min(clause.last, hit.last + REACH)])


def _at_stage(hit: Hit) -> bool:
    """Капремонт роддома на стадии разработки ПСД: at the stage of its papers a work has not begun."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if STAGES.isdisjoint(clause.words):
        return False
    stages = [i for i in range(hit.last, clause.last) if tokens[i].best.lemma in STAGES and tokens[i - 1].norm == "на"]
    return any(t.best.lemma in PAPERS for i in stages for t in tokens[i + 1 : min(clause.last, i + REACH)])


STAGES = frozenset(lexicon.words("kinds.works.designs", "stages"))


def of_several_sorts(hit: Hit) -> bool:
    """Разработаны проекты 20 объектов: ремонт 8, строительство 12: what is drawn for all of them is no one sort of work."""
    if not hit.frame.options.get("designs") or hit.clause.language != "ru":
        return False
    if hit.frame.slots.get("workType") != "construction":
        return False
    words = hit.clause.sentence.words
    unsaid = not any(is_lemma(t, *BUILDING) for t in hit.clause.sentence.tokens[hit.first : hit.last])
    return unsaid and not words.isdisjoint(BUILDING) and not words.isdisjoint(MENDING)


BUILDING = lexicon.words("kinds.works.designs", "building")
MENDING = frozenset(lexicon.words("kinds.works.designs", "mending"))


def _is_paper(words: tuple[Token, ...], at: int) -> bool:
    """ПСД, документация; работы, where they are called проектные; no sign and no verb stands behind."""
    paper = words[at].best.lemma in PAPERS and not is_lemma(words[at], *DESIGNING)
    labour = at > 0 and is_lemma(words[at], *LABOUR) and is_lemma(words[at - 1], *DESIGNING)
    return (paper or labour) and all(t.best.pos in ("ADP", "ADJ", "NOUN") for t in words[at + 1 :])


def still_drawn(draft: Draft, document: Document) -> None:
    """Жобасы әзірленіп жатыр. Құрылысы 2027 жылы аяқталады: what is only being designed is planned, though its end is told."""
    slots = draft.slots
    if draft.kind != "Works" or slots.get("status") != "underway" or "percent" in slots or "date" in slots:
        return
    own = document.sentences[draft.sentence]
    behind = document.sentences[draft.sentence + 1 : draft.sentence + 1 + DRAWN_BEHIND]
    near = [*document.sentences[max(0, draft.sentence - 1) : draft.sentence + 1], *(s for s in behind if _of_it(s))]
    if all(AWAITED.isdisjoint(s.words) for s in near):
        return
    language = document.language_of(own)
    told = [t for t in own.tokens if language == "ru" or (draft.start <= t.start and t.end <= draft.end)]
    stages = set(phases_of(told, language))
    if "end" in stages and not stages & {"begin", "go"} and any(_draws(s) or _not_begun(s) for s in near):
        slots["status"] = "planned"


DRAWN_BEHIND = 3
"""Sentences from a work to what tells that it is only being drawn, at most."""


def _of_it(sentence: Sentence) -> bool:
    """Say whether a sentence behind a work names no other house and no place: құрылысының жобасы әзірленіп жатыр."""
    houses = sentence.named.get("facility", ())
    return "place" not in sentence.named and not any(m.value.name[:1].isupper() or m.value.plural for m in houses)


def _draws(sentence: Sentence) -> bool:
    """Жобасы әзірленуде, құжаттамасы дайындалып жатыр, разрабатывается проект: papers are being drawn."""
    tokens = (*sentence.tokens, *sentence.tokens[-1:])
    for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if a.norm.startswith(DRAFTS) and not DRAWN.isdisjoint(b.words):
            return b.best.form in GOING or c.norm in GOING_ON
        if not DRAWN.isdisjoint(a.words) and a.best.form in GOING and b.norm.startswith(DRAFTS):
            return True
    return False


def _not_begun(sentence: Sentence) -> bool:
    """Проект на госэкспертизе, к строительству приступят летом, құрылысы көктемде басталады: nobody builds yet."""
    tokens = (*sentence.tokens, *sentence.tokens[-1:])
    if any(a.norm in ON_WAY and not EXPERTISE.isdisjoint(b.words) for a, b in pairwise(tokens)):
        return True
    begins = any(not BEGIN.isdisjoint(t.words) and t.best.form in AHEAD for t in tokens)
    return begins and of_it(sentence)


AHEAD = frozenset({"fut", "inf", "fin"})
ON_WAY = frozenset(lexicon.words("kinds.works.designs", "on_way"))
EXPERTISE = frozenset(lexicon.words("kinds.works.designs", "expertise"))
BEGIN = frozenset(lexicon.words("kinds.works.designs", "begin"))
GOING = frozenset({"prog", "pres"})
DRAWN = frozenset(lexicon.words("kinds.works.designs", "drawn"))
AWAITED = DRAWN | EXPERTISE | BEGIN
DRAFTS = lexicon.words("kinds.works.designs", "drafts")
GOING_ON = frozenset(lexicon.words("kinds.works.designs", "going_on"))
