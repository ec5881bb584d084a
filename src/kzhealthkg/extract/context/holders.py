"""Whom an article gives an office that it names without its holder."""

from __future__ import annotations

import re

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
        return before[-1]
    return after[0] if len(names) == 1 else None


def _holds(person: PersonValue, post: PostValue, document: Document) -> bool:
    for own in person.posts:
        if own.role != post.role and (post.role, own.role) != ("head", "department-head"):
            continue  # руководитель is the head of a department as well
        both = post.region and own.region
        text = document.article.clean.text[max(0, person.post_start) : max(0, person.post_end)]
        apart = post.role in HEADS and _other_body(post.organization, own.organization)
        if not (both and post.region != own.region) and not apart and _same_level(post.text, text):
            return True
    return False


def _other_body(one: str, other: str) -> bool:
    """Руководитель офиса ВОЗ is not the director of a hospital: neither name is the other's, short or full."""
    first, second = (set(name.lower().replace("«", "").replace("»", "").split()) for name in (one, other))
    return bool(first and second) and not (first <= second or second <= first)


def _same_level(one: str, other: str) -> bool:
    """An akim of a district is not the akim of its region, a senator no deputy of a maslikhat."""
    for kinds in (_AREAS, _CHAMBERS):
        first, second = (found.lastindex if (found := kinds.search(text)) else None for text in (one, other))
        if first and second and first != second:
            return False
    return True


_AREAS = re.compile(r"(?i)(облыс|област|өңір|аймақ|регион)|(аудан|район)|(қала|город)|(ауыл|округ|сельск)")
_CHAMBERS = re.compile(r"(?i)(сенат)|(м[әа]ж[іи]лис|мәжіліс)|(м[әа]слихат)")
