"""New heads told without a verb of appointing: introduced to the staff, the new head is X, X is the new head now."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.relays import unrelayed
from kzhealthkg.extract.clause.syntax import FINITE, forms, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.office_changes import imagined
from kzhealthkg.model import Document, Mention, PostValue, Sentence, Token
from kzhealthkg.text.quotation import DASHES

NEW = frozenset(lexicon.words("extract.posts.introduced", "new"))
SHOWING = lexicon.words("extract.posts.introduced", "showing")
BECOMING = frozenset(lexicon.words("extract.posts.introduced", "becoming"))
DONE = frozenset({"past", "perf"})
NEAR = 2
HOUSES = ("facility", "organization")


def introduced(document: Document) -> Iterator[Draft]:
    """Yield the offices whose new holders are shown or named."""
    for index, whole in enumerate(document.sentences):
        if NEW.isdisjoint(whole.words) or "person" not in whole.named:
            continue
        sentence = unrelayed(whole, document.language_of(whole))
        people = sentence.named.get("person", [])
        shown = any(is_lemma(t, *SHOWING) and forms(t) & DONE and not t.best.negative for t in sentence.tokens)
        found = [_shown(p, sentence) for p in people if shown or _is_named(p, sentence)]
        found += [_become(p, sentence) for p in people if not shown and len(people) == 1]
        if not imagined(sentence, sentence.end):
            yield from (_draft(person, post, edges, index) for person, post, edges in filter(None, found))


_Found = tuple[Mention, PostValue, tuple[int, ...]]


def _shown(person: Mention, sentence: Sentence) -> _Found | None:
    """Жаңа бас дәрігер X таныстырылды, представили нового директора X: the office of a person is told as new."""
    value = person.value
    if not value.posts or not _is_new(sentence, value.post_start, max(value.post_end, person.start)):
        return None
    return person, value.posts[0], (value.post_start, value.post_end)


def _is_named(person: Mention, sentence: Sentence) -> bool:
    """Новый главврач больницы – X: say whether a sentence without a verb ends with a dash and a name."""
    dash = person.first > 0 and sentence.tokens[person.first - 1].text in DASHES
    closed = all(t.best.pos == "PUNCT" for t in sentence.tokens[person.last :])
    return dash and closed and person.value.post_start < person.start and not any(map(_finite, sentence.tokens))


def _finite(token: Token) -> bool:
    return token.best.form in FINITE


def _become(person: Mention, sentence: Sentence) -> _Found | None:
    """X аурухананың жаңа бас дәрігері болды: the new office right before the verb."""
    for post in (m for m in sentence.mentions if m.type == "post" and m.start >= person.end):
        behind = sentence.tokens[post.last : post.last + 2]
        become = bool(behind) and not behind[0].words.isdisjoint(BECOMING) and bool(forms(behind[0]) & DONE)
        closed = len(behind) < NEAR or behind[1].best.pos == "PUNCT"
        if become and closed and person.case in ("nom", "") and _is_new(sentence, post.start, post.end):
            return person, post.value, (post.start, post.end, behind[0].end)
    return None


def _is_new(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the office itself is told as new, not the house: жаңа аурухананың бас дәрігері."""
    inside = {i for m in sentence.mentions if m.type in HOUSES for i in range(m.first, m.last)}
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    near = [i for i in range(max(0, first - NEAR), len(tokens)) if tokens[i].end <= end]
    return any(not NEW.isdisjoint(tokens[i].words) and not {i, i + 1} & inside for i in near)


def _draft(person: Mention, post: PostValue, edges: tuple[int, ...], index: int) -> Draft:
    bounds = (person.start, person.end, *edges)
    draft = Draft("Appointment", {}, min(bounds), max(bounds), "posts.appointment-told", sentence=index)
    values = (("person", person.value.name), ("role", post.role), ("organization", post.organization))
    for slot, value in (*values, ("region", post.region), ("change", "appointed")):
        draft.say(slot, value)
    return draft
