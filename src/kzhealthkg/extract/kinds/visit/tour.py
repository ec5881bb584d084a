"""Stops that no single mention names: the members of an itinerary, and the house that receives a guest."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import coordinated
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import grouped
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma, is_verb, words
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.visit.stop import Stop
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Sentence, Token
from kzhealthkg.morph import nominative

BODIES = ("facility", "organization")
BULLET = re.compile(r"[*•▪–—-]|\d{1,2}|[.)]")
LOOSE_ENDS = frozenset(",;.")
CLITIC = frozenset(",.;:)»")
HEAD_WITHIN = 4
LONGEST = 28
TOLD = FINITE | {"perf"}
NEAR_COLON = 7
"""Words from the verb to the colon behind which its stops are named, at most."""
OPENING, CLOSING = "«“(", "»”)"


guest_words = partial(grouped, "guests")
"""Returns the words of one group of lexicon/guests.tsv, by its name and the language."""


@cache
def _heads(language: str) -> frozenset[str]:
    return frozenset(r["head"] for r in lexicon.table("facility_heads") if r["language"] == language)


# An itinerary ----------------------------------------------------------------------------------------


def itinerary(hit: Hit, memory: Memory) -> list[Stop]:
    """Return the stops of a list behind the verb: paragraphs below a colon, or Russian names after commas."""
    if not hit.frame.options.get("place"):
        return []
    found = _below(hit, memory) or _behind_colon(hit) or (_behind(hit) if hit.clause.language == "ru" else [])
    health = [s for s in found if s.facility is not None and s.facility.type]
    return found if len(found) > 1 and 2 * len(health) >= len(found) else []


def _below(hit: Hit, memory: Memory) -> list[Stop]:
    """… келесі мекемелерге барды: and below it a paragraph a stop."""
    sentences, index = memory.document.sentences, hit.clause.index
    if not lists_below(hit.clause):
        return []
    found: list[Stop] = []
    for sentence in sentences[index + 1 :]:
        first = next((i for i, t in enumerate(sentence.tokens) if not BULLET.fullmatch(t.text)), len(sentence.tokens))
        stop = _member(sentence, first, len(sentence.tokens), hit) if first < len(sentence.tokens) else None
        if stop is None or not (first or _goes_on(sentences[index + 1])):
            break
        found.append(stop)
    return found


def _behind_colon(hit: Hit) -> list[Stop]:
    """Посетил ряд объектов: A, B и C; … нысандарды аралады: A, B: named houses right behind the colon, in the same sentence."""
    tokens = hit.clause.sentence.tokens
    at = next((i for i in range(hit.last, min(hit.last + NEAR_COLON, len(tokens) - 1)) if tokens[i].text == ":"), None)
    if at is None or any(m.value.name for m in hit.clause.mentions("facility", last=at)):
        return []
    rest = replace(hit.clause, first=at + 1, last=len(tokens))
    if any(t.best.form in TOLD for t in rest.tokens):
        return []  # посетил объекты: больница отремонтирована
    named = [m for m in rest.mentions("facility") if m.value.name]
    listed = coordinated(rest, named, named[0]) if named and named[0].first == at + 1 else []
    return [Stop(m.start, m.end, m.first, m.value) for m in listed]


def lists_below(clause: Clause) -> bool:
    """Say whether a clause closes its sentence with a colon, so that a list may follow."""
    return clause.sentence.tokens[-1].text == ":" and clause.last >= len(clause.sentence.tokens) - 1


def _goes_on(sentence: Sentence) -> bool:
    """A member without a bullet ends in a comma or semicolon."""
    return sentence.tokens[-1].text in ",;"


def _behind(hit: Hit) -> list[Stop]:
    """Посетили A имени X, B, ООО «C»: names with what belongs to them, where not all are known facilities."""
    sentence, last = hit.clause.sentence, hit.clause.last
    begun = {m.first for m in sentence.mentions if m.type in BODIES}
    starts = [i for i in range(hit.last, last) if i in begun or _opens(sentence, i)]
    if not starts or starts[0] > hit.last + 1 or _plain(sentence, starts):
        return []
    edges = [s for s in starts if s == starts[0] or (_parted(sentence, s) and not _inside(sentence, starts[0], s))]
    ends = [e - 1 for e in edges[1:]] + [last]
    made = [_member(sentence, a, b, hit) for a, b in zip(edges, ends, strict=True)]
    return [s for s in made if s is not None]


def _plain(sentence: Sentence, starts: list[int]) -> bool:
    """Say whether facilities alone are listed, as any clause may."""
    return all(any(m.type == "facility" and m.first == s for m in sentence.mentions) for s in starts)


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether an institution that is not known begins at a token: a capital before a head noun."""
    token, behind = sentence.tokens[at], sentence.tokens[at : at + HEAD_WITHIN]
    if not token.text[0].isupper():
        return False
    noun = next((t for t in behind if t.best.pos == "NOUN"), None)
    if noun is None or _heads("ru").isdisjoint(noun.words):
        return False
    return not any(m.first <= at < m.last for m in sentence.mentions)


def _parted(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at - 1].norm in (",", "и", ";")


def _inside(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether a token stands in brackets or quotation marks, or within a longer name."""
    part = sentence.tokens[first:at]
    open_ = sum(t.text in OPENING for t in part) > sum(t.text in CLOSING for t in part)
    return open_ or any(m.type in BODIES and m.first < at < m.last for m in sentence.mentions)


def _member(sentence: Sentence, first: int, last: int, hit: Hit) -> Stop | None:
    """Return the institution that tokens ``first:last`` name, or None where they tell anything else."""
    last, place = _bracketed(sentence, first, _end(sentence, first, last))
    if place is None and hit.clause.language == "ru":
        last, place = _standing(sentence, first, last)
    part = sentence.tokens[first:last]
    own = [m for m in sentence.mentions if m.type in BODIES and first <= m.first and m.last <= last]
    if not part or not (own or _headed(part, hit.clause.language)):
        return None
    types = [m.value.type for m in own if m.type == "facility" and m.value.type]
    within = [m.value for m in own if m.type == "facility" and m.value.place]
    kind = types[0] if types else ("medical-facility" if _headed(part, hit.clause.language) else "")
    place = place or (within[0].place if within else None)
    name = _name(own, part, first, hit.clause.language)
    told = bool(name) or (place is not None and bool(types))
    return Stop(part[0].start, part[-1].end, hit.first, FacilityValue(name, kind, place=place)) if told else None


def _end(sentence: Sentence, first: int, last: int) -> int:
    while last > first and sentence.tokens[last - 1].text in LOOSE_ENDS:
        last -= 1
    return last


def _bracketed(sentence: Sentence, first: int, last: int) -> tuple[int, PlaceValue | None]:
    """X орталығы (Мәскеу): where it is stands in brackets behind it."""
    if sentence.tokens[last - 1].text != ")":
        return last, None
    at = next((i for i in range(last - 1, first, -1) if sentence.tokens[i].text == "("), last)
    places = [m.value for m in sentence.mentions if m.type == "place" and at < m.first and m.last < last]
    return at, places[-1] if places else None


def _standing(sentence: Sentence, first: int, last: int) -> tuple[int, PlaceValue | None]:
    """Центр гематологии в Усть-Каменогорске: where it is stands behind its name."""
    places = [m for m in sentence.mentions if m.type == "place" and m.last == last and m.first > first + 1]
    apart = [m for m in places if sentence.tokens[m.first - 1].norm in IN]
    return (apart[0].first - 1, apart[0].value) if apart else (last, None)


def _headed(part: tuple[Token, ...], language: str) -> bool:
    chosen = [t for t in part if t.best.pos == "NOUN"][:1] if language == "ru" else part[-1:]
    return any(is_lemma(t, *_heads(language)) for t in chosen)


def _name(own: list[Mention], part: tuple[Token, ...], first: int, language: str) -> str:
    """Return the name as the list gives it; the known part alone where a predicate follows."""
    leading = max((m for m in own if m.first == first), key=lambda m: m.last, default=None)
    told = any(is_verb(t) and t.best.pos == "VERB" and not t.text[0].isupper() for t in part)
    if told or len(part) > LONGEST:
        return str(leading.value.name) if leading else ""
    if language != "ru":
        return words(part)
    if leading is None:
        return nominative(part, "ru")
    rest = part[leading.last - first :]
    return str(leading.value.name) + ("" if not rest or rest[0].text in CLITIC else " ") + words(rest)


# The house that receives a guest ---------------------------------------------------------------------


def at_home(hit: Hit, people: list[Agent], memory: Memory) -> list[Stop]:
    """Return the publisher's own house where a guest came to it: біздің бөлімшеге келді, прибыл по приглашению."""
    clause = hit.clause
    if not hit.frame.options.get("place") or not all(a.said for a in people):
        return []
    own = [(a.start, a.end) for a in people]
    invited = clause.says(*guest_words("invited", clause.language))
    if (hit.frame.options.get("arrive") and invited) or _to_us(hit):
        return [Stop(hit.verb.start, hit.verb.end, hit.first, home=True)]
    units = _reach(hit) if names_house(clause) else ()
    at = next((i for i in units if _is_unit(hit, i) and not _held(clause.sentence.tokens[i], own)), None)
    told = any(d.kind == "Visit" and "stop" in d.slots for d in memory.drafts)
    if at is None or (told and not _ours(hit, at)):
        return []
    tokens = clause.sentence.tokens
    return [Stop(tokens[at - _ours(hit, at)].start, tokens[at].end, at, place=_home(memory), home=True)]


def _to_us(hit: Hit) -> bool:
    """К нам приехал X, у нас побывал X: who tells it received the guest."""
    known = guest_words("us", hit.clause.language)
    return bool(known) and any(f"{a.norm} {b.norm}" in known for a, b in pairwise(hit.clause.tokens))


def names_house(clause: Clause) -> bool:
    """Say whether a clause speaks of a house or a unit that may be the publisher's own, or of an invitation there."""
    known = guest_words("unit", clause.language) | guest_words("invited", clause.language)
    return not known.isdisjoint(clause.sentence.words)


def _reach(hit: Hit) -> range:
    return range(hit.clause.first, hit.clause.last if hit.clause.language == "ru" else hit.first)


def _held(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def _is_unit(hit: Hit, at: int) -> bool:
    """A bare noun in a case of the verb, with nothing that says which but "our"."""
    tokens, language = hit.clause.sentence.tokens, hit.clause.language
    if guest_words("unit", language).isdisjoint(tokens[at].words) or _named(hit, at):
        return False
    if language == "ru":
        following = tokens[at + 1 : at + 2]
        owned = any(t.best.case == "gen" and t.best.pos in ("NOUN", "ADJ") for t in following) or any(
            t.text in OPENING for t in following
        )
        return (
            not owned
            and (_ours(hit, at) or _starts(hit, at))
            and bool({"acc", "nom", "loc" if _ours(hit, at) else ""} & _cases(tokens[at]))
        )
    fits = tokens[at].best.case in set(hit.frame.options["cases"]) - {"gen", "nom"}
    return fits and (_ours(hit, at) or (not tokens[at].best.possessive and _starts(hit, at)))


def _cases(token: Token) -> set[str]:
    return {r.case for r in token.readings}


def _named(hit: Hit, at: int) -> bool:
    """Say whether the noun is part of a name that says more than the noun does."""
    return any(m.first <= at < m.last and m.value.name for m in hit.clause.mentions(*BODIES))


def _ours(hit: Hit, at: int) -> bool:
    before = hit.clause.sentence.tokens[at - 1] if at else None
    return before is not None and is_lemma(before, *guest_words("ours", hit.clause.language))


def _starts(hit: Hit, at: int) -> bool:
    """The noun opens its clause, or only a date, a sign or the preposition stands before it."""
    before = hit.clause.sentence.tokens[at - 1] if at > hit.clause.first else None
    dated = any(m.last == at for m in hit.clause.mentions("date"))
    return before is None or dated or before.best.pos in ("PUNCT", "ADP") or (hit.last == at)


def _home(memory: Memory) -> PlaceValue | None:
    """Return the town of the house where the headline gives it: X бөлімшесінің қонақтары."""
    title = memory.document.sentences[0]
    if not any(is_lemma(t, *guest_words("unit", memory.language)) for t in title.tokens):
        return None
    towns = [m.value for m in title.mentions if m.type == "place" and m.value.level in SETTLEMENTS]
    return towns[0] if len(towns) == 1 else None


def welcome(hit: Hit, memory: Memory) -> bool:
    """Say whether the sentence or the headline speaks of a guest, an expert or a journey."""
    known = guest_words("guest", hit.clause.language)
    near = (*hit.clause.sentence.tokens, *memory.document.sentences[0].tokens)
    return any(is_lemma(t, *known) for t in near)
