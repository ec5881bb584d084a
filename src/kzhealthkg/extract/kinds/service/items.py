"""Which things a cue of service speaks of, and how they are named."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.having import owner_of
from kzhealthkg.extract.clause.heads import may_hold
from kzhealthkg.extract.clause.hosts import host
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase, phrase
from kzhealthkg.extract.clause.phrases_ru import genitive
from kzhealthkg.extract.clause.shared_heads import sharing
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import events, wording
from kzhealthkg.extract.context.governed import MOBILE, NAMED, governed, inside
from kzhealthkg.extract.context.inside import is_inner
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.service.bases import centres, hosted, is_town, joined, of_sport, opened_here, shared
from kzhealthkg.extract.kinds.service.listed import listed
from kzhealthkg.extract.kinds.service.names import whole, with_purpose, without_subject
from kzhealthkg.extract.kinds.service.shared_owner_ru import one_way, with_shared_owner
from kzhealthkg.extract.kinds.service.sorts import sorts_behind, sorts_of_many
from kzhealthkg.extract.kinds.service.unnamed import is_new
from kzhealthkg.extract.kinds.service.words import alone, is_known, is_sort

OBJECT = frozenset({"nom", "acc"})
SIZES = lexicon.words("kinds.service.items", "sizes")
OWNERS = ("facility", "place", "organization", "person")
ROOMS = frozenset(lexicon.words("kinds.service.items", "rooms"))
TEAMS = frozenset(lexicon.words("kinds.service.items", "teams"))
TAKE_UP = 4
ANY_DEVICE = frozenset(lexicon.words("kinds.service.items", "any_device"))
DEVICES = ANY_DEVICE.union(lexicon.words("kinds.service.items", "device_nouns"))
"""Words for any device, and words that are one where the fuller name has them as well."""
PRESS = lexicon.words("kinds.service.items", "press")
URGENT = lexicon.words("kinds.service.items", "urgent")
PARTS = lexicon.words("kinds.service.items", "parts")
BESIDE = frozenset(lexicon.words("kinds.service.items", "beside"))
LISTING = frozenset(lexicon.words("kinds.service.items", "listing"))
MEANT = frozenset(lexicon.words("kinds.service.items", "meant"))
BOUNDS = lexicon.words("kinds.service.items", "bounds")


def may_serve(clause: Clause) -> bool:
    """Say whether a clause may name a thing that opens or works: by its noun, as a part of a house, or in one named."""
    if may_hold(clause, "services"):
        return True
    return "facility" in clause.named and (any(map(is_inner, clause.named["facility"])) or host(clause) is not None)


def served(hit: Hit, memory: Memory) -> list[tuple[Phrase, str]]:
    """Return the things that open or work by a cue, each with how it is named."""
    if inside := hosted(hit) or opened_here(hit, memory):
        parts = [p for p in governed(hit, "services", OBJECT, _named_otherwise) if joined(p, inside)]
        centre = [(p, wording.lowered(p, p.text())) for p in inside]
        return centre + [pair for p in parts if _telling(p) for pair in _named(p)]
    found = _governed(hit)
    members = [listed(hit, item) for item in found]
    telling = [bool(m) or _telling(p) or is_new(hit, p, memory) for p, m in zip(found, members, strict=True)]
    bare = [(item, _taken_up(item, memory)) for item, tells in zip(found, telling, strict=True) if not tells]
    named = [m or _named(p) for p, m, tells in zip(found, members, telling, strict=True) if tells]
    told = _apart([pair for pairs in named for pair in pairs])
    told += [p for p in bare if p[1]]
    if hit.frame.options.get("working"):
        told = [*centres(hit, memory), *told]
    return told or [(item, owner) for item in found if (owner := _owned(item))]


def _apart(told: list[tuple[Phrase, str]]) -> list[tuple[Phrase, str]]:
    """Отделения травматологии, нейрохирургии и урологии: a member of such a list is no thing of its own."""
    return [(p, text) for p, text in told if not any(q.head < p.head < q.last and q.last - q.head > 2 for q, _ in told)]


def _governed(hit: Hit) -> list[Phrase]:
    """Return the things that a cue governs and that may be services, without what only sizes or owns them."""
    options, clause = hit.frame.options, hit.clause
    russian = clause.language == "ru" and hit.verb.best.form != "inf"
    noun = russian and not options.get("working") and events.is_action_noun(hit)
    found = governed(hit, "services", frozenset({"gen"} if noun else options.get("cases", OBJECT)), _named_otherwise)
    found = sharing([_trimmed(p) for p in found])
    if options.get("working"):
        found = [p for p in found if p.count is None or wording.described(p)]
    if options.get("placed"):
        found = [p for p in found if p.first >= hit.last or host(clause) is not None]  # расположены в трёх зданиях
    if options.get("being"):
        found = [p for p in found if clause.sentence.tokens[p.head].best.lemma not in ROOMS]
    found = [p for p in found if is_known(p, hit) and not (_is_other(p) or _only_held(p, hit) or _built(p, hit))]
    return [with_purpose(whole(without_subject(p))) for p in with_shared_owner(found)]


def _is_other(item: Phrase) -> bool:
    """A school is of another world, one of patients is not."""
    return not is_sort(item) and measures.is_other(item.clause, item.first, item.last)


def _trimmed(item: Phrase) -> Phrase:
    """20 орындық жансақтау бөлімі, 18 жасқа дейінгі балаларға арналған A бөлімі: its size, or an age, is not what it is."""
    tokens = item.clause.sentence.tokens
    if tokens[item.first].norm.startswith(BOUNDS):
        meant = next((i for i in range(item.first, item.head) if tokens[i].norm in MEANT), item.first - 1)
        return replace(item, first=meant + 1, count=None)
    sized = tokens[item.first].norm.startswith(SIZES) and is_lemma(tokens[item.head], *PARTS)
    return replace(item, first=item.first + 1, count=None) if sized else item


def _only_held(item: Phrase, hit: Hit) -> bool:
    """Томографы бар орталық ашылады, бағдарлама бойынша ашылды: what is only told beside the thing that opens."""
    after = item.clause.sentence.tokens[item.last : item.last + 1] if item.last < hit.last - 1 else ()
    if hit.frame.options.get("being"):
        return is_lemma(item.clause.sentence.tokens[item.head], *HAD)  # дәрігердің 30 жылдық тәжірибесі бар
    return any(t.norm in BESIDE for t in after) or owner_of(item.clause, item.last) is not None


def _built(item: Phrase, hit: Hit) -> bool:
    """Начаты работы по строительству центра МРТ: it is the building that has begun."""
    between = item.clause.sentence.tokens[hit.first : item.first]
    return any(is_lemma(work, *LABOUR) and by.norm == "по" for work, by in pairwise(between))


LABOUR = frozenset(lexicon.words("kinds.service.items", "labour"))
HAD = lexicon.words("kinds.service.items", "had")


def _owned(item: Phrase) -> str:
    """Ультрадыбыстық зерттеудің үш бөлмесі: what a bare counted room or department is for stands before its number."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    at = item.count.first - 1 if item.count is not None else -1
    single = item.last - item.first == 1 and tokens[item.head].best.possessive
    if clause.language != "kk" or not single or at < clause.first or tokens[at].best.case != "gen":
        return ""
    if tokens[at].best.pos != "NOUN" or inside(clause, phrase(clause, at), *OWNERS):
        return ""
    return f"{phrase(clause, at).text()} {item.text()}"


def _taken_up(item: Phrase, memory: Memory) -> str:
    """Аппарат іске қосылды: a bare word for a device is the one bought a little before."""
    token = item.clause.sentence.tokens[item.head]
    before = memory.last_draft("Procurement", within=TAKE_UP, sentence=item.clause.index)
    name = str(before.slots["item"]) if before is not None else ""
    bare = item.last - item.first == 1 and token.best.lemma in DEVICES
    same = any(part.lower().startswith(token.best.lemma) for part in name.split())
    return name if bare and (same or token.best.lemma in ANY_DEVICE) else ""


def _named_otherwise(item: Phrase) -> bool:
    """A стационар or зертхана inside a facility is a service, though it is a sort of facility too: провизорлық стационар."""
    clause = item.clause
    if _apposed(item):
        return True
    hospital = any(
        m.first <= item.head < m.last and m.value.type.endswith("hospital") for m in clause.mentions("facility")
    )
    own = clause.sentence.tokens[item.head].best.lemma in alone(clause.language) and not hospital
    types = [t for t in NAMED if not (own and t == "facility")]
    return inside(clause, item, *types)


def _apposed(item: Phrase) -> bool:
    """Ещё один стационар – больница на 300 коек: a bare word that the facility behind the dash explains."""
    sign = [t.text for t in item.clause.sentence.tokens[item.last : item.last + 1]]
    return (
        item.clause.language == "ru"
        and sign in (["–"], ["—"], ["-"])
        and any(m.first == item.last + 1 for m in item.clause.mentions("facility"))
    )


def _telling(item: Phrase) -> bool:
    """A bare жүйе or бөлімшесі says too little, a топ is a service only where it moves."""
    clause = item.clause
    head = clause.sentence.tokens[item.head]
    lemma = head.best.lemma
    if clause.sentence.tokens[item.first].norm.startswith((*SIZES, *BOUNDS)) or _vague(item):
        return False
    if is_town(clause, item.head) or head.norm.startswith(PRESS) or of_sport(item):
        return False
    if lemma in TEAMS:
        told = clause.sentence.tokens[item.first : item.last]  # жедел-тергеу тобы: a crew of the police
        return any(t.norm.startswith((*MOBILE, *URGENT)) and "-" not in t.norm for t in told)
    compound = lemma.rpartition("-")[2] != lemma and len(lemma.rpartition("-")[2]) > 1  # ПТР-зертхана
    return item.last - item.first > 1 or compound or lemma in alone(clause.language) or bool(wording.described(item))


def _vague(item: Phrase) -> bool:
    """Маңызды қызмет іске қосылды: which one nobody says."""
    described_by = item.clause.sentence.tokens[item.first : item.head]
    return item.last == item.head + 1 and bool(described_by) and all(is_lemma(t, *VAGUE) for t in described_by)


VAGUE = lexicon.words("kinds.service.items", "vague")


def _any_way(item: Phrase) -> bool:
    """Емдеу әдістері, методы лечения: which ones nobody says."""
    words_ = item.clause.sentence.tokens[item.first : item.last]
    ways = [t for t in words_ if is_lemma(t, *WAYS)]
    return bool(ways) and all(t in ways or t.norm in TREATING for t in words_)


WAYS = lexicon.words("kinds.service.items", "ways")
TREATING = frozenset(lexicon.words("kinds.service.items", "treating"))


def _named(item: Phrase) -> list[tuple[Phrase, str]]:
    """Return a thing with its text; кабинет стоматолога, хирурга are two."""
    if _any_way(item):
        return []
    if not one_way(item) and (several := sorts_of_many(item)):
        return several
    item = shared(item)
    first = (item, f"{wording.described(item)} {wording.lowered(item, wording.unowned(item) or item.text())}".strip())
    if more := sorts_behind(item):
        return [first, *more]
    if item.clause.language != "ru" or item.last - item.head != 2:
        return [first]
    tokens, found, at = item.clause.sentence.tokens, [first], item.last
    while at + 1 < item.clause.last and tokens[at].norm in LISTING and _is_owner(item.clause, at + 1):
        member = replace(item, last=at + 2)
        found.append((member, f"{replace(item, last=item.head + 1).text()} {words(tokens[at + 1 : at + 2])}"))
        at += 2
    return found


def _is_owner(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    return genitive(token) and token.best.lemma in nouns("professions", "ru")
