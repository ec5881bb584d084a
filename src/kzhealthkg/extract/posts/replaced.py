"""Who came in whose place: вместо X назначен Y, X-тің орнына Y келді, X-ті Y алмастырды, оның орнын Y басты."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import FINITE, forms
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.office_changes import imagined
from kzhealthkg.model import Document, Mention, Sentence, Token

PLACE = frozenset(lexicon.words("extract.posts.replaced", "place"))
INSTEAD = lexicon.words("extract.posts.replaced", "instead")[0]
ALTERNATING = lexicon.words("extract.posts.replaced", "alternating")
COMING = lexicon.words("extract.posts.replaced", "coming")
LEAVING = lexicon.words("extract.posts.replaced", "leaving")
NEAR = 2
HIS = frozenset(lexicon.words("extract.posts.replaced", "his"))
CUES = frozenset({*PLACE, INSTEAD})
BACK = 1
DESCRIBED = 4
"""Words between "вместо" and whoever left, at most."""
DONE = frozenset({"past", "perf", "conv"})
"""Sentences before in which the office was left that somebody then took."""
POST = ("role", "organization", "region")


def replaced(document: Document, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield who left the office that another took, and who took it where only the leaving is told so far."""
    for index, sentence in enumerate(document.sentences):
        people = sentence.named.get("person", [])
        if not people or not _speaks_of_it(sentence) or imagined(sentence, sentence.end):
            continue
        old = _predecessor(sentence, people)
        new = _successor(sentence, people, old)
        changes = [d for d in drafts if d.kind == "Appointment" and index - BACK <= d.sentence <= index]
        yield from _both(old, new, changes, index)


def _speaks_of_it(sentence: Sentence) -> bool:
    """Say whether a sentence holds a word for coming in somebody's place."""
    return not CUES.isdisjoint(sentence.words) or bool(begun_in(sentence) & ALTERNATES.bit)


ALTERNATES = Stems(ALTERNATING)


def _both(old: Mention | None, new: Mention | None, drafts: Sequence[Draft], index: int) -> Iterator[Draft]:
    taken = [d for d in drafts if d.slots["change"] == "appointed" and d.sentence == index]
    left = [d for d in drafts if d.slots["change"] == "dismissed"]
    if old is not None and old.value.posts and (taken or new is not None):
        post = old.value.posts[0]
        slots = {"role": post.role, "organization": post.organization, "region": post.region}
    elif (source := (taken if old is not None else left)[-1:]) and (taken or new is not None):
        slots = {slot: source[0].slots.get(slot) for slot in POST}
    else:
        return
    if old is not None:
        yield _draft(old, slots, "dismissed", index)
    if new is not None and not taken:
        yield _draft(new, slots, "appointed", index)


def _draft(person: Mention, slots: dict[str, str], change: str, index: int) -> Draft:
    start = person.value.post_start if person.value.post_start >= 0 else person.start
    draft = Draft("Appointment", {}, min(start, person.start), person.end, "posts.replaced", sentence=index)
    for slot, value in (("person", person.value.name), *slots.items(), ("change", change)):
        draft.say(slot, value)
    return draft


def _predecessor(sentence: Sentence, people: Sequence[Mention]) -> Mention | None:
    """Return the one in whose place somebody came: behind "вместо", in the genitive before "орнына", the object."""
    for at, token in enumerate(sentence.tokens):
        if token.norm == INSTEAD:
            found = [p for p in people if p.case != "nom" and _next_to(sentence, at, p)]
        elif token.norm in PLACE:
            found = [p for p in people if p.last == at and p.case == "gen"] or _who_left(sentence, people, at)
        elif token.norm.startswith(ALTERNATING):
            found = [p for p in people if p.last <= at and p.case == "acc"]
        else:
            continue
        if found:
            return found[0]
    return None


def _next_to(sentence: Sentence, at: int, person: Mention) -> bool:
    """Вместо X; вместо ушедшей на пенсию X: say whether only words that describe a person stand between."""
    between = [t for t in sentence.tokens[at + 1 : person.first] if t.end <= _begin(person)]
    plain = all(t.text[0].islower() and t.best.form not in FINITE for t in between)
    return _begin(person) >= sentence.tokens[at].end and plain and len(between) <= DESCRIBED


def _who_left(sentence: Sentence, people: Sequence[Mention], at: int) -> list[Mention]:
    """X қызметінен босатылып, орнына Y тағайындалды: the one person named before who has left by then."""
    left = any(t.norm.startswith(LEAVING) for t in sentence.tokens[max(0, at - NEAR) : at])
    before = [p for p in people if p.last <= at and p.case in ("nom", "")]
    return before if left and len(before) == 1 else []


def _begin(person: Mention) -> int:
    start: int = person.value.post_start
    return start if start >= 0 else person.start


def _successor(sentence: Sentence, people: Sequence[Mention], old: Mention | None) -> Mention | None:
    """Return the one in the nominative between the words for a place and the verb of coming, or before it."""
    tokens = sentence.tokens
    verbs = [i for i, t in enumerate(tokens) if _has_come(t)]
    places = [i for i, t in enumerate(tokens) if t.norm in PLACE and _is_his(sentence, i, people)]
    first = places[0] if places else -1
    named = [p for p in people if p is not old and p.case in ("nom", "")]
    free = [p for p in named if verbs and first < p.first <= verbs[-1]]
    alternated = bool(verbs) and tokens[verbs[-1]].norm.startswith(ALTERNATING)
    return free[-1] if len(free) == 1 and (places or alternated) else None


def _has_come(token: Token) -> bool:
    known = token.norm.startswith((*COMING, *ALTERNATING)) and not token.best.negative
    return known and (bool(forms(token) & DONE) or token.best.pos == "ADJ")  # басты is an adjective too


def _is_his(sentence: Sentence, at: int, people: Sequence[Mention]) -> bool:
    """Оның орнына, X-тің орнына: say whose place it is."""
    named = any(p.last == at and p.case == "gen" for p in people)
    return named or (at > 0 and sentence.tokens[at - 1].norm in HIS)
