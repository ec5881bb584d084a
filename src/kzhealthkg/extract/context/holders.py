"""Whom an article gives an office that it names without its holder."""

from __future__ import annotations

import re
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Document, PersonValue, PostValue

HEADS = frozenset({"head", "deputy-head", "", "chief-physician"})
"""Roles that an article may give to several, so that their bare name stands for none of them."""


def holder(post: PostValue, document: Document, index: int) -> PersonValue | None:
    """Return the person whom the article, before sentence ``index`` or else after it, gives an office like this."""
    before: list[PersonValue] = []
    after: list[PersonValue] = []
    for at, sentence in enumerate(document.sentences):
        for mention in sentence.mentions:
            other = at == index and mention.case not in ("nom", "")  # әкім аудан әкімі X-ке тапсырды
            if mention.type == "person" and not other and _holds(mention.value, post, document):
                (before if at <= index else after).append(mention.value)
    names = {p.name for p in before + after}
    if post.role in HEADS and len(names) > 1:
        return None
    if before:
        return _foremost(before, post, document)
    return after[0] if len(names) == 1 else _of_the_state(post, document, index) if not names else None


def _of_the_state(post: PostValue, document: Document, index: int) -> PersonValue | None:
    """X қала әкімімен кездесті. Мемлекет басшысы тапсырды: the one named before who is known to head the state."""
    if post.role != HEAD_OF_STATE:
        return None
    said = (m.value for s in document.sentences[: index + 1] for m in s.mentions if m.type == "person")
    found = {v.name: v for v in said if v.given and v.surname and not v.posts}
    known = [v for v in found.values() if any({v.given, v.surname} <= names for names in _heads_of_state())]
    return known[0] if len(known) == 1 else None


HEAD_OF_STATE = "president"


def is_head_of_state(name: str) -> bool:
    """Say whether a name is that of one who heads, or headed, the state."""
    said = frozenset(name.split())
    return len(said) > 1 and any(said <= names for names in _heads_of_state())


@cache
def _heads_of_state() -> tuple[frozenset[str], ...]:
    """Return the names, in each language, of those who head the state."""
    rows = [r for r in lexicon.table("officials") if r["role"] == HEAD_OF_STATE]
    return tuple(frozenset(r[language].split()) for r in rows for language in ("kk", "ru"))


def _foremost(known: list[PersonValue], post: PostValue, document: Document) -> PersonValue:
    """Return the one named last; a bare әкім is the oblast's or city's that a text opens with, not the district's host."""
    if post.role != "akim" or _area(post.text):
        return known[-1]
    first, last = (_area(_office_text(p, document)) for p in (known[0], known[-1]))
    return known[0] if first in WIDER and last in NARROWER else known[-1]


def _holds(person: PersonValue, post: PostValue, document: Document) -> bool:
    for own in person.posts:
        wider = (post.role, own.role) == ("head", "department-head") and "директор" not in post.text.lower()
        if own.role != post.role and not wider:
            continue  # руководитель is the head of a department as well
        both = post.region and own.region
        text = _office_text(person, document)
        apart = post.role in HEADS and (
            _other_body(post.organization, own.organization) or _other_head(post.text, text)
        )
        if not (both and post.region != own.region) and not apart and _same_level(post.text, text):
            return True
    return False


def _office_text(person: PersonValue, document: Document) -> str:
    return str(document.article.clean.text[max(0, person.post_start) : max(0, person.post_end)])


def _area(text: str) -> int:
    """Return the rank of the area that an office is said to be over: 1 an oblast … 4 a village; 0 where none is said."""
    found = _AREAS.search(text)
    return (found.lastindex or 0) if found else 0


def _other_body(one: str, other: str) -> bool:
    """Руководитель офиса ВОЗ is not the director of a hospital: neither name is the other's, short or full."""
    first, second = (set(name.lower().replace("«", "").replace("»", "").split()) for name in (one, other))
    return bool(first and second) and not (first <= second or second <= first)


def _other_head(one: str, other: str) -> bool:
    """A chair of a council is not the director, a rector no head of a chair."""
    first, second = (found[0] if (found := _HEAD_NOUNS.search(text.lower())) else "" for text in (one, other))
    return bool(first and second) and first != second


def _same_level(one: str, other: str) -> bool:
    """An akim of a district is not the akim of its region, a senator no deputy of a maslikhat."""
    for kinds in (_AREAS, _CHAMBERS):
        first, second = (found.lastindex if (found := kinds.search(text)) else None for text in (one, other))
        if first and second and first != second:
            return False
    return True


_HEAD_NOUNS = re.compile("|".join(lexicon.words("extract.context.holders", "head_nouns")))
_AREAS = re.compile(r"(?i)(облыс|област|өңір|аймақ|регион)|(аудан|район)|(қала|город)|(ауыл|округ|сельск)")
_CHAMBERS = re.compile(r"(?i)(сенат)|(м[әа]ж[іи]лис|мәжіліс)|(м[әа]слихат)")
WIDER, NARROWER = frozenset({1, 3}), frozenset({2, 4})
"""Ranks of areas: of an oblast or city; of a district or village."""
