"""Offices of a facility that only the grammar of facilities knows: главный врач Абайской ЦРБ, заведующий больницей."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.annotate.facilities.office_parts import leads_part
from kzhealthkg.model import Mention, PostValue, Sentence

QUOTES = "«»“”„"
_OF_FACILITY = frozenset({"head", "deputy-head", "chief-physician", "deputy-chief-physician"})


def with_facilities(sentence: Sentence) -> Sentence:
    """Return the sentence with the offices of no body given to the one facility that their words name."""
    facilities = [m for m in sentence.mentions if m.type == "facility"]
    if not facilities:
        return sentence
    done = tuple(_held(m, facilities, sentence) if m.type in ("person", "post") else m for m in sentence.mentions)
    return sentence if done == sentence.mentions else replace(sentence, mentions=done)


def _held(mention: Mention, facilities: list[Mention], sentence: Sentence) -> Mention:
    if mention.type == "post":
        post = _filled(mention.value, (mention.start, mention.end), facilities, sentence)
        return mention if post is mention.value else replace(mention, value=post)
    value = mention.value
    if len(value.posts) != 1:
        return mention
    post = _filled(value.posts[0], (value.post_start, value.post_end), facilities, sentence)
    return mention if post is value.posts[0] else replace(mention, value=replace(value, posts=(post,)))


def _filled(post: PostValue, span: tuple[int, int], facilities: list[Mention], sentence: Sentence) -> PostValue:
    start, end = span
    if post.organization or post.role not in _OF_FACILITY:
        return post
    inside = [m for m in facilities if start <= m.start and m.end <= end]
    if len(inside) != 1 or not inside[0].value.name or inside[0].value.plural:
        return post
    name, place = inside[0].value.name, inside[0].value.place
    if leads_part(" ".join(t.text for t in sentence.tokens if start <= t.start < end), name):
        return post  # начальник отдела больницы
    name = name[1:-1] if name[0] in QUOTES and name[-1] in QUOTES and len(name) > 2 else name
    region = post.region or (place.region if place is not None else "")
    return replace(post, organization=name[:1].upper() + name[1:], region=region)
