"""Аурухана директоры X, главный врач X: an office of a bare institution is of the one that the article names."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Mention, Sentence

ROLES = frozenset({"head", "deputy-head", "chief-physician", "deputy-chief-physician"})
PHYSICIANS = frozenset({"chief-physician", "deputy-chief-physician"})
HOUSES = lexicon.words("extract.posts.bodies", "houses")
"""Beginnings of nouns of an institution."""
DEPARTMENT = re.compile(r"(?:[\w-]+ое )*управление (?:общественного )?зд(?:рав|оров)")
"""A Russian name of a health department, in lower case."""
BESIDE = 30
"""Characters before an office in which the word for its institution stands."""


def of_the_one(drafts: list[Draft], document: Document) -> list[Draft]:
    """Give such offices the one institution named by then, where the words for them fit it."""
    bare = [d for d in drafts if d.kind == "Post" and d.slots.get("role") in ROLES and "organization" not in d.slots]
    named = _named(document) if bare else []
    for draft in bare:
        known = {name: region for at, name, region in named if at <= draft.sentence}
        one = len(known) == len({name.casefold() for _, name, _ in named}) == 1
        if one and not _led_by_another(draft, min(known), drafts) and _fits(draft, min(known), document):
            draft.inherit("organization", min(known))
            draft.inherit("region", known[min(known)])
    return drafts


def _led_by_another(draft: Draft, name: str, drafts: list[Draft]) -> bool:
    """X орталығының директоры A, орталық директоры B: in one list a body has one head."""
    beside = (d for d in drafts if d.kind == "Post" and d.sentence == draft.sentence and d.slots.get("role") == "head")
    return any(d.slots.get("organization") == name and d.slots["person"] != draft.slots["person"] for d in beside)


def of_the_ministry(drafts: list[Draft], document: Document) -> list[Draft]:
    """Министр X: the ministry is the one that the article names, where it names only one."""
    bare = [
        d for d in drafts if d.kind == "Post" and d.slots.get("role") in MINISTERS and "organization" not in d.slots
    ]
    if not bare:
        return drafts
    named = (m.value.name for s in document.sentences for m in s.named.get("organization", ()))
    known = {name for name in named if any(w.startswith(MINISTRIES) for w in name.casefold().split())}
    for draft in bare if len(known) == 1 else []:
        draft.inherit("organization", min(known))
    return drafts


BEHIND = 11
"""Letters behind an office in which its stand-in stands: исполняющий обязанности главы [ведомства]."""


def of_the_body(drafts: list[Draft], document: Document) -> list[Draft]:
    """Глава ведомства X: a stand-in for the body named last by then, where that is a ministry the minister."""
    text = document.article.clean.text
    for draft in drafts:
        bare = (
            draft.kind in ("Post", "Appointment")
            and draft.slots.get("role") == "head"
            and "organization" not in draft.slots
        )
        sentence = document.sentences[draft.sentence]
        near = text[max(sentence.start, draft.start - BESIDE) : draft.end + BEHIND].casefold() if bare else ""
        if any(stem in near for stem in STAND_INS) and _of_ministry(draft.sentence, document):
            draft.slots["role"] = "minister"
    return drafts


def of_the_receiver(drafts: list[Draft], document: Document) -> list[Draft]:
    """Емханаға X бас дәрігер болып тағайындалды: the body in the dative is the one that got somebody for a bare office."""
    for draft in drafts:
        given = draft.kind == "Appointment" and draft.slots.get("change") == "appointed"
        if not given or draft.slots.get("role") not in ROLES or "organization" in draft.slots:
            continue
        sentence = document.sentences[draft.sentence]
        got = _receivers(sentence, draft.end) if document.language_of(sentence) == "kk" else []
        if len(got) == 1:
            draft.say("organization", got[0].value.name)
            draft.say("role", role_of(got[0].value.name) if draft.slots["role"] == "head" else draft.slots["role"])
            draft.inherit("region", getattr(getattr(got[0].value, "place", None), "region", ""))
            draft.cover(got[0].start, got[0].end)
    return drafts


def _receivers(sentence: Sentence, end: int) -> list[Mention]:
    """Return the named bodies in the dative before the verb, with no other predicate behind them."""
    bodies = [m for kind in ("facility", "organization") for m in sentence.named.get(kind, ()) if m.end <= end]
    named = [m for m in bodies if m.case == "dat" and m.value.name and not getattr(m.value, "plural", False)]
    wider = [m for m in named if not any(o is not m and o.first <= m.first and m.last <= o.last for o in named)]
    behind = [t for m in wider for t in sentence.tokens[m.last :] if t.end < end]
    return wider if not any(t.best.form in PREDICATES and t.norm not in AS for t in behind) else []


PREDICATES = frozenset({"conv", "past", "perf", "pres", "part"})
AS = frozenset(lexicon.words("extract.posts.bodies", "as_kk"))


def role_of(name: str) -> str:
    """Return the office of who leads a body of this name: a minister, the head of a health department, a head."""
    low = name.lower()
    if low.startswith("министерство") or low.endswith("министрлігі"):
        return "minister"
    kazakh = "денсаулық" in low and low.endswith("басқармасы")
    return "department-head" if kazakh or DEPARTMENT.match(low) else "head"


def _of_ministry(at: int, document: Document) -> bool:
    """Say whether the body named last up to a sentence is a ministry."""
    told = [t.norm for s in document.sentences[: at + 1] for t in s.tokens if t.norm.startswith((*MINISTRIES, *OTHERS))]
    return bool(told) and told[-1].startswith(MINISTRIES)


OTHERS = lexicon.words("extract.posts.bodies", "others")
STAND_INS = lexicon.words("extract.posts.bodies", "stand_ins")
MINISTERS = frozenset({"minister", "vice-minister"})
MINISTRIES = lexicon.words("extract.posts.bodies", "ministries")


def _named(document: Document) -> list[tuple[int, str, str]]:
    """Return the institutions that an article names, each with the sentence and the region that the name tells."""
    return [
        (at, m.value.name, m.value.place.region if m.value.place is not None else "")
        for at, sentence in enumerate(document.sentences)
        for m in sentence.mentions
        if m.type == "facility" and m.value.name and not (m.value.definite or m.value.plural) and " " in m.value.name
    ]


SECTIONS = frozenset(lexicon.words("extract.posts.bodies", "sections"))


def _fits(draft: Draft, name: str, document: Document) -> bool:
    """Say whether the office is called by the noun of the institution, or is a physician's and called by none."""
    text = document.article.clean.text
    sentence = document.sentences[draft.sentence]
    ahead = 0 if document.article.language == "ru" else BESIDE  # больницу посетил директор центра
    said = text[max(sentence.start, draft.start - ahead) : draft.end].casefold().split()
    if not SECTIONS.isdisjoint(text[max(sentence.start, draft.start - BESIDE) : draft.end + BEHIND].casefold().split()):
        return False  # начальник отдела больницы, орталықтың бөлім басшысы
    houses = [house for house in HOUSES if any(word.startswith(house) for word in said)]
    last = [house for house in HOUSES if any(word.startswith(house) for word in name.casefold().split())]
    return bool(set(houses) & set(last)) if houses else draft.slots["role"] in PHYSICIANS and bool(last)
