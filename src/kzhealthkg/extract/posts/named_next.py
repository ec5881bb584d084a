"""Аурухананың жаңа директоры тағайындалды. Ол – X: who has been given an office, named in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import numbered
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.bodies import role_of
from kzhealthkg.model import Document, Mention, Sentence
from kzhealthkg.text.quotation import DASHES

GIVEN = frozenset(lexicon.words("extract.posts.named_next", "given"))
COME = frozenset(lexicon.words("extract.posts.named_next", "come"))
GETTING = frozenset(lexicon.words("extract.posts.named_next", "getting"))
NEW = frozenset(lexicon.words("extract.posts.named_next", "new"))
POINTING = frozenset(lexicon.words("extract.posts.named_next", "pointing"))
NEAR = 2
"""Words between an office and the verb, and from the pointing words to the name's office."""
REACH = 6
RECEIVING = frozenset({"dat", "loc"})
"""Cases of the body that got somebody: емханаға, в больнице."""


def named_next(document: Document) -> Iterator[Draft]:
    """Yield whoever a sentence names as the one to whom the sentence before says an office was given."""
    sentences = document.sentences
    alone = [(at, s, s.named["person"][0]) for at, s in enumerate(sentences) if len(s.named.get("person", ())) == 1]
    for index, sentence, person in alone:
        yield from _named_behind_dash(sentence, index, person)
    for index, sentence, person in alone:
        office = _given(sentences[index - 1]) if index and _points(sentence, person) else None
        if office is not None:
            yield _draft(sentences[index - 1], sentence, office, person, index)


def _named_behind_dash(sentence: Sentence, index: int, person: Mention) -> Iterator[Draft]:
    """Больница получила нового директора — им стал X: who is named behind a dash in the same sentence."""
    if "post" not in sentence.named or DASHES.isdisjoint(sentence.words):
        return
    dashes = numbered(sentence.tokens, DASHES)
    if len(dashes) != 1 or not _points(sentence, person, dashes[0] + 1):
        return
    office = _given(sentence, dashes[0])
    if office is not None:
        yield _draft(sentence, sentence, office, person, index)


def _points(sentence: Sentence, person: Mention, first: int = 0) -> bool:
    """Ол – X, бұл лауазымға X келді, это X, им стал X: whether a sentence opens with words that point back."""
    opening = sentence.tokens[first : first + NEAR]
    said = [t.norm for t in opening]
    if POINTING.isdisjoint((" ".join(said), *said[:1])):
        return False
    reach = REACH if not first else len(sentence.tokens)
    told = any(t.best.form in ("past", "pres", "fut") for t in sentence.tokens[first + NEAR : person.first])
    return not told and first <= person.first <= first + reach and person.case in ("nom", "")


def _given(sentence: Sentence, last: int = 0) -> Mention | None:
    """Return the one office in the nominative beside a verb of giving it, or in the accusative beside one of getting it, where nobody is named."""
    last = last or len(sentence.tokens)
    posts = [m for m in sentence.mentions if m.type == "post" and m.last <= last]
    if len(posts) != 1 or any(m.type == "person" and m.last <= last for m in sentence.mentions):
        return None
    post, tokens = posts[0], sentence.tokens
    near = (*tokens[max(0, post.first - NEAR) : post.first], *tokens[post.last : post.last + NEAR])
    new = any(NEW & t.words for t in tokens[max(0, post.first - 1) : post.last])
    verbs = GIVEN | COME if new else GIVEN
    if new and any(GETTING & t.words and t.forms & {"past", "perf"} for t in near):
        return post
    given = any(verbs & t.words and t.forms & {"past", "perf", "part"} and not t.best.negative for t in near)
    return post if given and any(r.case in ("nom", "") for r in tokens[post.last - 1].readings) else None


def _body(sentence: Sentence, post: Mention) -> str:
    """Қалалық емханаға жаңа басшы, роддом обрёл руководителя: the body that got somebody, where the words of the office name none."""
    named = [m for m in sentence.mentions if m.type in ("facility", "organization") and m.last <= post.first]
    getting = any(GETTING & t.words for t in sentence.tokens[: post.first])
    cases = RECEIVING | {"nom", "acc"} if getting else RECEIVING
    got = [str(m.value.name) for m in named if m.case in cases and m.value.name]
    return str(post.value.organization) or (got[0] if len(got) == 1 else "")


def _draft(one: Sentence, two: Sentence, post: Mention, person: Mention, index: int) -> Draft:
    draft = Draft("Appointment", {}, post.start, person.end, "posts.appointment-named-next", sentence=index)
    body = _body(one, post)
    role = role_of(body) if post.value.role == "head" and body else post.value.role
    values = (("person", person.value.name), ("role", role), ("organization", body))
    for slot, value in (*values, ("region", post.value.region), ("change", "appointed")):
        draft.say(slot, value)
    dates = [m for s in (one, two) for m in s.mentions if m.type == "date" and m.value.role == "date"]
    draft.say("date", dates[0].value.edtf if len(dates) == 1 else "")
    return draft
