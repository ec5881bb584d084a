"""Facilities by their full names: перинаталдық орталық is the one перинаталдық орталығы that the article names in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.facilities import words
from kzhealthkg.model import FacilityValue, Mention, PostValue, Sentence
from kzhealthkg.model.frozen import replace

QUOTES = str.maketrans("", "", "«»“”„'")
FIGURED = re.compile(r"[\d№]")
LIMITING = frozenset(lexicon.words("annotate.facilities.full", "limiting"))
ADDING = frozenset(lexicon.words("annotate.facilities.full", "adding"))
ENDING = 2
"""Letters that the head of a name may have more where a word before it owns it."""


def with_full_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences with each short name of a facility made the one full name that it shortens."""
    named = {m.value.name: m.value for s in sentences for m in s.mentions if m.type == "facility" and _is_one(m.value)}
    if len(named) < 2:
        return list(sentences)
    full = {name.lower(): value for name in named if (value := _full(name, named)) is not None}
    if not full:
        return list(sentences)
    added = _added(sentences, {value.name for value in full.values()})
    return [_renamed(s, {k: v for k, v in full.items() if i >= added.get(v.name, 0)}) for i, s in enumerate(sentences)]


def _added(sentences: Sequence[Sentence], names: set[str]) -> dict[str, int]:
    """Посетил районную больницу. Затем побывал в X районной больнице: where a house is first told of as one more."""
    first: dict[str, int] = {}
    for i, sentence in enumerate(sentences):
        for name in (m.value.name for m in sentence.named.get("facility", ()) if m.value.name in names):
            first.setdefault(name, i)
    return {name: i for name, i in first.items() if i and not ADDING.isdisjoint(_opening(sentences[i]))}


def _opening(sentence: Sentence) -> set[str]:
    return {token.norm for token in sentence.tokens[:2]}


def _is_one(value: FacilityValue) -> bool:
    return bool(value.name) and value.count is None and not value.plural


def _full(short: str, named: dict[str, FacilityValue]) -> FacilityValue | None:
    """Return the one facility of the article whose name holds all the words of a shorter one."""
    if FIGURED.search(short):
        return None
    found = [value for name, value in named.items() if name != short and _shortens(short, name)]
    found = [v for v in found if v.type == named[short].type]
    longest = max(found, key=lambda v: len(v.name), default=None)
    one = longest is not None and all(v is longest or _shortens(v.name, longest.name) for v in found)
    return longest if one else None


@lru_cache(maxsize=5_000)
def _parts(name: str) -> tuple[str, ...]:
    bare = [w for w in name.translate(QUOTES).lower().split() if not words.LEGAL_FORM.match(w)]
    return tuple(bare)


def _shortens(short: str, long: str) -> bool:
    """Say whether a name is another without some of its words, in their order; its head may lack the owner's ending."""
    few, many = _parts(short), _parts(long)
    if not 1 < len(few) < len(many) or not _same(few[-1], many[-1]):
        return False
    rest = iter(many)
    return all(any(_same(word, other) for other in rest) for word in few)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(long) - len(short) <= ENDING and long[: len(short) - 1] == short[:-1])


def _renamed(sentence: Sentence, full: dict[str, FacilityValue]) -> Sentence:
    done = tuple(_made_full(sentence, m, full) for m in sentence.mentions)
    return sentence if done == sentence.mentions else replace(sentence, mentions=done)


def _made_full(sentence: Sentence, mention: Mention, full: dict[str, FacilityValue]) -> Mention:
    if mention.type in ("post", "person"):
        return _with_full_posts(mention, full)
    value = full.get(mention.value.name.lower()) if mention.type == "facility" and _is_one(mention.value) else None
    if value is None or _is_another(sentence, mention) or _of_another_town(sentence, mention, value.name):
        return mention
    return replace(mention, value=replace(mention.value, name=value.name, place=mention.value.place or value.place))


def _of_another_town(sentence: Sentence, mention: Mention, name: str) -> bool:
    """Районная больница в селе A: the one called after another town or district is not meant."""
    first = name.split(" ", 1)[0]
    if not (first[:1].isupper() and (first.lower().endswith(TOWNS) or gazetteer.known(first))):
        return False
    houses = sentence.named["facility"]
    named = [m for m in sentence.named.get("place", ()) if m.value.level in NARROW]
    near = [m.value for m in named if not any(h.first <= m.first < h.last for h in houses if h is not mention)]
    return bool(near) and not any(first[:STEM] == own[:STEM] for v in near for own in (v.name, v.district))


TOWNS = lexicon.words("annotate.facilities.full", "towns")
NARROW = frozenset({"village", "town", "city", "district", "rural_okrug"})
STEM = 4
"""Letters that a place shares with the adjective made of it, at least."""


def _with_full_posts(mention: Mention, full: dict[str, FacilityValue]) -> Mention:
    """Return an office, or a person with offices, as those of the bodies' full names."""
    posts = mention.value.posts if mention.type == "person" else (mention.value,)
    if full.keys().isdisjoint([post.organization.lower() for post in posts]):
        return mention
    named = tuple(_of_full(post, full) for post in posts)
    return replace(mention, value=replace(mention.value, posts=named) if mention.type == "person" else named[0])


def _of_full(post: PostValue, full: dict[str, FacilityValue]) -> PostValue:
    """Return an office as that of the body's full name."""
    body = full.get(post.organization.lower())
    return replace(post, organization=body.name) if body is not None else post


def _is_another(sentence: Sentence, mention: Mention) -> bool:
    """Жаңа перинаталдық орталық, Таразда перинаталдық орталық: one that is new, or stands in a place of its own."""
    before = sentence.tokens[max(0, mention.first - 1) : mention.first]
    if any(t.norm in _introducing() or t.best.form == "part" for t in before):
        return True
    if any(t.norm in LIMITING for t in sentence.tokens[mention.last : mention.last + 1]):
        return True  # реабилитационный центр для взрослых is not the детский one
    return any(_is_site(m, mention) for m in sentence.mentions)


@cache
def _introducing() -> frozenset[str]:
    return words.guards("new") | words.noise("kk") | words.noise("ru")


def _is_site(place: Mention, mention: Mention) -> bool:
    return place.type == "place" and mention.first - 1 <= place.last <= mention.first
