"""Who holds, takes and leaves which office: Post and Appointment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kzhealthkg.extract.clause.groups import names_anybody
from kzhealthkg.extract.clause.relays import unrelayed
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.areas import in_area, leads_no_body
from kzhealthkg.extract.posts.bodies import of_the_body, of_the_ministry, of_the_one, of_the_receiver
from kzhealthkg.extract.posts.cut_names import with_whole_names
from kzhealthkg.extract.posts.introduced import introduced
from kzhealthkg.extract.posts.named_next import named_next
from kzhealthkg.extract.posts.office_changes import (
    Change,
    changes,
    date_of,
    holder,
    left_by,
    listed_behind,
    nearest,
    relative_of,
    reported_of,
    shared,
)
from kzhealthkg.extract.posts.once import SINGLE, once
from kzhealthkg.extract.posts.owned import owned
from kzhealthkg.extract.posts.pronouns_ru import with_pronoun
from kzhealthkg.extract.posts.replaced import replaced
from kzhealthkg.extract.posts.resignations import resigned
from kzhealthkg.extract.posts.told import told
from kzhealthkg.extract.posts.told_kk import told_kk
from kzhealthkg.model import Document, Mention, PostValue, Sentence
from kzhealthkg.model.frozen import frozen

_INSTEAD = re.compile(
    r"орнына|на (?:его|е[её]) место|вместо н(?:его|е[её])|(?:его|е[её]) преемник|эт(?:у|от) (?:должность|пост|позицию|место)|(?:осы|бұл) (?:қызметке|лауазымға|орынға)"
    r"|(?:^|(?<=\W))(?:им|ею|ей) стал",
    re.I,
)
_FOR_NOW = re.compile(r"уақытша|м\.\s?а\.|міндетін атқар|временно|и\.\s?о\.|исполняющ", re.I)
_LINKED = re.compile(
    r"(?<!\w)(?:(?:(?:от|с|на)\s+(?:\w+\s+)?)?(?:должности|поста|должность|пост)|к\s+(?:исполнению\s+)?обязанност(?:ям|ей))\s*$",
    re.I,
)
_FROM = re.compile(r"\s+(?:от|с)\s+(?:\w+\s+)?(?:должности|поста)", re.I)
HELD = frozenset({"person", "post"})
"""Types of the mentions of those who hold offices."""
BACK = 3
BODY_BACK = 6
_OF_FACILITY = frozenset({"head", "chief-physician", "deputy-head"})
"""Roles whose body is the institution spoken of, where the words for them name none."""


def posts(document: Document, speakers: Sequence[str]) -> list[Draft]:
    """Return one draft an article for every person and office, and one for every office taken or left.

    ``speakers`` tells who says each sentence.
    """
    if not names_anybody(document):
        return []
    drafts: list[Draft] = []
    left: _Left | None = None
    for index, sentence in enumerate(document.sentences):
        news = with_pronoun(sentence, document, index)
        if news.named.keys().isdisjoint(HELD):
            continue
        news = unrelayed(news, document.language_of(sentence))
        found = sorted(changes(news, document), key=lambda c: c.start)
        taken, left = _taken(found, news, index, document, left)
        said = {(draft.slots["person"], draft.slots.get("role")) for draft in taken}
        drafts += taken
        drafts += [d for d in _held(sentence, index, found) if (d.slots["person"], d.slots.get("role")) not in said]
    drafts += [*_told_next(document, speakers), *named_next(document), *told(document), *told_kk(document)]
    drafts += introduced(document)
    drafts += [*replaced(document, drafts), *resigned(document)]
    drafts = of_the_body(of_the_receiver(_without_taken(drafts), document), document)
    known = of_the_ministry(of_the_one(once(drafts), document), document)
    known = [d for d in with_whole_names(_without_bare(known), document) if not leads_no_body(d, document)]
    return list(owned(in_area(known, document), document))


def _without_bare(drafts: list[Draft]) -> list[Draft]:
    """Басқарма басшысы X: an office of no body is the one that the person has been given by its full name."""
    full = {d.slots["person"] for d in drafts if d.kind == "Post" and "organization" in d.slots}
    bare = ("head", "deputy-head")
    return [
        d
        for d in drafts
        if not (
            d.kind == "Post"
            and d.slots["person"] in full
            and "organization" not in d.slots
            and d.slots.get("role") in bare
        )
    ]


def _without_taken(drafts: list[Draft]) -> list[Draft]:
    """Who is said to have been appointed is not also said, by the same words, to hold the office."""
    taken = {(d.slots["person"], d.slots.get("role"), d.sentence) for d in drafts if d.kind == "Appointment"}
    return [d for d in drafts if d.kind != "Post" or (d.slots["person"], d.slots.get("role"), d.sentence) not in taken]


def _held(sentence: Sentence, index: int, found: Sequence[Change]) -> Iterator[Draft]:
    active = any(not change.passive for change in found)
    for mention in sentence.named.get("person", ()):
        value = mention.value
        for post in value.posts:
            if _acts_on(mention, post, active=active):
                continue
            start, end = min(value.post_start, mention.start), max(value.post_end, mention.end)
            yield _draft("Post", mention, post, (start, end), index)


def _acts_on(person: Mention, post: PostValue, *, active: bool) -> bool:
    """Президент X-ты қабылдады, әкім X-ты басшы етіп тағайындады: who appoints holds the office, not who is appointed."""
    before = person.case == "acc" and 0 <= person.value.post_start < person.start
    return before and (active or post.role == "president")


def _draft(kind: str, person: Mention, post: PostValue, span: tuple[int, int], index: int) -> Draft:
    draft = Draft(kind, {}, *span, rule=f"posts.{kind.lower()}", sentence=index)
    draft.say("person", person.value.name)
    draft.say("role", post.role)
    draft.say("organization", post.organization)
    draft.say("region", post.region)
    if post.acting:
        draft.say("acting", True)
    return draft


def _of_type(sentence: Sentence, kind: str) -> list[Mention]:
    return sentence.named.get(kind, [])


# Taking and leaving an office ------------------------------------------------------------------------


@frozen
class _Left:
    """An office that a sentence before told of, and that sentence's number."""

    post: PostValue
    index: int


def _taken(
    found: Sequence[Change], sentence: Sentence, index: int, document: Document, left: _Left | None
) -> tuple[list[Draft], _Left | None]:
    """Return the changes that a sentence tells of, and the office that what follows may speak of."""
    drafts: list[Draft] = []
    for change in found:
        others = _without(sentence, drafts) if change.change == "appointed" and drafts else sentence
        instead = _INSTEAD.search(document.article.clean.text, sentence.start, sentence.end)
        draft = _appointment(change, others, index, document, left) if instead else None
        draft = draft or _appointment(change, sentence, index, document, left)
        listed = [_changed(p, p.value.posts[0], change, [], sentence, index) for p in listed_behind(change, sentence)]
        drafts += listed or ([draft, *shared(draft, change, sentence)] if draft is not None else [])
        left = _left_open(left, drafts, [change], sentence, document, index)
    return drafts, left


def _without(sentence: Sentence, taken: Sequence[Draft]) -> Sentence:
    """X освобождён от должности, этот пост занял Y: return a sentence without those who have left."""
    gone = {d.slots["person"] for d in taken if d.slots["change"] == "dismissed"}
    kept = tuple(m for m in sentence.mentions if m.type != "person" or m.value.name not in gone)
    return replace(sentence, mentions=kept)


def _left_open(
    before: _Left | None,
    taken: list[Draft],
    changes: Sequence[Change],
    sentence: Sentence,
    document: Document,
    index: int,
) -> _Left | None:
    """Return the office that the next sentence may speak of: the one just taken or left, by whomever."""
    text = document.article.clean.text
    nameless = [o.value for c in changes if not taken and (o := _office_at(c, sentence, text) or left_by(c, sentence))]
    if taken:
        slots = taken[-1].slots
        nameless = [PostValue(slots.get("role", ""), slots.get("organization", ""), slots.get("region", ""))]
    return _Left(nameless[-1], index) if nameless else before


def _of_predecessor(change: Change, sentence: Sentence, index: int, text: str, left: _Left | None) -> PostValue | None:
    """Оның орнына X тағайындалды; им стал X; X қызметінен кетті: the office is the one just spoken of."""
    if left is None or index - left.index > BACK:
        return None
    instead = _INSTEAD.search(text, sentence.start, sentence.end)
    if change.change == "appointed" and not instead:
        return None
    end = next((t.start for t in sentence.tokens if t.norm.startswith("котор")), sentence.end)
    return replace(left.post, acting=bool(_FOR_NOW.search(text, sentence.start, end)) and bool(instead))


def _appointment(
    change: Change, sentence: Sentence, index: int, document: Document, left: _Left | None
) -> Draft | None:
    """Return the draft of one change: its office stands at the verb, its person is the nearest one named."""
    people, person, post = _of_type(sentence, "person"), None, None
    text = document.article.clean.text
    office = _office_at(change, sentence, text)
    if office is not None:
        free = [p for p in people if not office.start <= p.start < office.end]
        person = reported_of(change, free, text) or relative_of(change, free, sentence)
        person = person or nearest([p for p in free if (p.case == "nom") == change.passive], office.start)
        post = office.value
    else:
        told = reported_of(change, people, text)
        person = holder(change, [told] if told is not None and not told.value.posts else people)
        person = told if told is not None and told.value.posts else person
        post = (person.value.posts or person.value.former)[0] if person else None
    if post is None and (post := _of_predecessor(change, sentence, index, text, left)):
        new = people if change.passive or change.office_end < 0 else [p for p in people if p.start >= change.start]
        fitting = [p for p in new if (p.case == "nom") == change.passive]
        instead = _INSTEAD.search(text, sentence.start, sentence.end)
        person = nearest([p for p in fitting if instead and p.start >= instead.end()] or fitting, change.end)
    if person is None or post is None:
        return None
    office_edges = [office.start, office.end] if office else []
    return _changed(person, _of_body(post, left, index), change, office_edges, sentence, index)


def _changed(
    person: Mention, post: PostValue, change: Change, office: list[int], sentence: Sentence, index: int
) -> Draft:
    edges = [person.start, person.end, change.start, change.end, *office]
    draft = _draft("Appointment", person, post, (min(edges), max(edges)), index)
    draft.say("change", change.change)
    draft.say("date", date_of(sentence))
    return draft


def _of_body(post: PostValue, left: _Left | None, index: int) -> PostValue:
    """Директор қызметінен босатылды: the body is the one whose office the article has just told of."""
    known = left.post if left is not None and index - left.index <= BODY_BACK else None
    if known is None or post.organization or not {post.role, known.role} <= _OF_FACILITY:
        return post
    return replace(post, organization=known.organization, region=post.region or known.region)


def _office_at(change: Change, sentence: Sentence, text: str) -> Mention | None:
    offices = _of_type(sentence, "post")
    for mention in offices:
        behind = (_behind_object(change, sentence, text), mention.start)
        gap = (mention.end, change.office_end) if change.office_end >= 0 else behind
        if 0 <= gap[1] - gap[0] <= 40 and not text[gap[0] : gap[1]].strip(" «»\n"):
            return mention
    before = offices if change.office_start >= 0 else []
    return next((m for m in before if _stands_before(change, m, sentence, text)), None)


def _behind_object(change: Change, sentence: Sentence, text: str) -> int:
    """Назначил X министром, освободил X от должности министра: the office stands behind whom it is given to or taken from."""
    start = change.office_start
    objects = [p for p in _of_type(sentence, "person") if p.start >= start and not text[start : p.start].strip()]
    if not objects or change.passive:
        return start
    linked = _FROM.match(text, objects[0].end) if change.change == "dismissed" else None
    return linked.end() if linked else objects[0].end


def _stands_before(change: Change, mention: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a Russian office stands before its verb: "от должности директора … освобождён", "министром назначен"."""
    between = re.sub(r"(?i)пока|временно|сегодня|вновь|снова", "", text[mention.end : change.start])
    raised = mention.value.acting or any(r.case == "ins" for r in sentence.tokens[mention.first].readings)
    become = raised and not between.strip()
    return mention.end <= change.start and (become or bool(_LINKED.search(text[sentence.start : mention.start])))


# Said in the next sentence ---------------------------------------------------------------------------


def _told_next(document: Document, speakers: Sequence[str]) -> Iterator[Draft]:
    """«…», – деді X. Министрдің айтуынша …: whom a sentence names alone, the next may call by the office."""
    people = [m.value for s in document.sentences if "person" in s.named for m in s.named["person"]]
    held, roles = {p.name for p in people if p.posts}, {post.role for p in people for post in p.posts}
    for index, (one, two) in enumerate(pairwise(document.sentences)):
        named = one.named["person"] if "post" in two.named and "person" in one.named else []
        if len(named) != 1 or named[0].value.name in held:
            continue
        office = next(m for m in two.mentions if m.type in HELD)
        called = office.type == "post" and _quoted(one, named[0], speakers[index])
        if called and office.first <= 1 and office.value.role in SINGLE - roles and office.case in ("nom", "gen"):
            held.add(named[0].value.name)
            yield _draft("Post", named[0], office.value, (named[0].start, office.end), index)


def _quoted(sentence: Sentence, person: Mention, speaker: str) -> bool:
    """Say whether a person says the sentence: деді X, or the bare name behind the quotation."""
    before = [t.text for t in sentence.tokens[max(0, person.first - 2) : person.first]]
    return speaker == person.value.name or any(sign in "»”–—" for sign in before)
