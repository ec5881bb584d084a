"""Resignations told by a noun: министр X-тің отставкасы, отставка директора X."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.supposed import rumoured
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.office_changes import date_of
from kzhealthkg.model import Document, Mention, Sentence, Token

NOUNS = Stems(lexicon.words("extract.posts.resignations", "nouns"))
"""Beginnings of the noun."""
UNSURE = Stems(lexicon.words("extract.posts.resignations", "unsure"))
"""Beginnings of words by which nobody has left yet: a rumour, a wish, a refusal."""
NEAR = 2
"""Characters between the noun and the office or the name, at most."""


def resigned(document: Document) -> Iterator[Draft]:
    """Yield the offices that their holders have left, by a noun that they own."""
    for index, sentence in enumerate(document.sentences):
        said = begun_in(sentence)
        if not said & NOUNS.bit or said & UNSURE.bit or rumoured(sentence):
            continue
        people = [m for m in sentence.named.get("person", ()) if m.value.posts]
        nouns = [t for t in sentence.tokens if NOUNS.begin(t.norm)]
        yield from (_left(p, noun, sentence, index) for noun in nouns for p in people if _owns(p, noun))


def _owns(person: Mention, noun: Token) -> bool:
    """Say whether a name in the genitive stands right before the Kazakh noun, or the office right behind the Russian one."""
    kazakh = person.case == "gen" and 0 <= noun.start - person.end <= NEAR
    return kazakh or 0 <= min(person.value.post_start, person.start) - noun.end <= NEAR


def _left(person: Mention, noun: Token, sentence: Sentence, index: int) -> Draft:
    post = person.value.posts[0]
    edges = (person.value.post_start, person.value.post_end, person.start, person.end, noun.start, noun.end)
    draft = Draft("Appointment", {}, min(edges), max(edges), "posts.resignation", sentence=index)
    for slot, value in (("person", person.value.name), ("role", post.role), ("organization", post.organization)):
        draft.say(slot, value)
    draft.say("region", post.region)
    draft.say("change", "dismissed")
    draft.say("date", date_of(sentence))
    return draft
