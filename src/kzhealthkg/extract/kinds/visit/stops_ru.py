"""What a Russian verb of visiting governs: where one goes, not where one comes from."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import coordinated
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.groups import is_calling, words_of
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.standing import described_by, placed
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.visit.stop import Stop
from kzhealthkg.model import Mention, Token

ORDER = frozenset(lexicon.words("kinds.visit.stops_ru", "order"))
NEAR = 2
AWAY = frozenset(lexicon.words("kinds.visit.stops_ru", "away"))
TOWARDS = frozenset(lexicon.words("kinds.visit.stops_ru", "towards"))


GUESTS_OF = lexicon.words("kinds.visit.stops_ru", "guests_of")
SITES = lexicon.words("kinds.visit.stops_ru", "sites")
JOURNEYS = lexicon.words("kinds.visit.stops_ru", "journeys")


def other_event(hit: Hit) -> bool:
    """На открытии форума побывал X: an event of something else is not where the article was."""
    events, tokens = hit.frame.options.get("event", ()), hit.clause.tokens
    pairs = pairwise(tokens) if hit.clause.language == "ru" else ()
    behind = [b for a, b in pairs if is_lemma(a, *events) and not is_lemma(b, *events)]
    owners = [t for t in behind if t.best.pos in ("NOUN", "ADJ") and t.best.case == "gen" and t.text[0].islower()]
    return any(not _of_site(hit, t) for t in owners)


def of_other_site(hit: Hit, site: Token) -> bool:
    """Осмотрел ремонт трассы, ход строительства новой школы: what is worked on is told, and it is no facility."""
    sites, tokens = (*hit.frame.options.get("site", ()), *SITES), hit.clause.sentence.tokens
    if hit.clause.language != "ru":
        return False
    at = next(
        (
            i
            for i in range(hit.clause.last - 1, hit.clause.first - 1, -1)
            if tokens[i] is site or is_lemma(tokens[i], *sites)
        ),
        hit.clause.last,
    )
    behind = tokens[at + 1 : hit.clause.last]
    owner = next((t for t in behind if t.best.pos != "ADJ"), None)
    return owner is not None and owner.best.pos == "NOUN" and owner.best.case == "gen" and owner.text[0].islower()


def _of_site(hit: Hit, owner: Token) -> bool:
    following = [t for t in hit.clause.tokens if t.start >= owner.start][: NEAR + 1]
    return any(is_lemma(t, *SITES) for t in following)


def governed(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Return the facilities or places that a Russian cue governs: behind it, else before it."""
    if hit.frame.options.get("stop") and not _is_listed_ru(hit):
        return []
    found = [m for m in found if m.type == "place" or not described_by(hit.clause.sentence, m)]
    found = [m for m in found if not _away(hit, m) and (not hit.frame.options.get("arrive") or _towards(hit, m))]
    right = [m for m in found if m.first > hit.first and m.case != "abl" and not _employs(hit, m)]
    left = [m for m in found if m.last <= hit.first and not _employs(hit, m)]
    if right:
        return _along(hit, right)
    return coordinated(hit.clause, left, left[-1]) if left else []


def _employs(hit: Hit, mention: Mention) -> bool:
    """Врачи больницы X и Y побывали в A: whose doctors they are is not where they went."""
    before = hit.clause.sentence.tokens[max(0, mention.first - 1) : mention.first]
    return mention.case == "gen" and any(map(is_calling, before))


def _along(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Посетил амбулаторию в селе X, центр в Y и поликлинику: members of a list, each with where it stands."""
    listed = coordinated(hit.clause, found, found[0])
    while len(listed) < len(found) and _stands_before(hit, listed[-1], found[len(listed)]):
        listed = found[: len(listed) + 1]
    return listed


def _stands_before(hit: Hit, left: Mention, right: Mention) -> bool:
    tokens = hit.clause.sentence.tokens
    places = hit.clause.mentions("place", first=left.last, last=right.first)
    inside = {i for m in places for i in range(m.first, m.last)}
    between = [tokens[i].norm for i in range(left.last, right.first) if i not in inside]
    return bool(places) and between in [["в", sign] for sign in (",", "и")]


def _towards(hit: Hit, mention: Mention) -> bool:
    """Прибыл в больницу: one comes to what a preposition of direction stands before."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - NEAR) : mention.first]
    return any(t.norm in TOWARDS for t in before) or any(t.norm in (",", "и") for t in before[-1:])


def _away(hit: Hit, mention: Mention) -> bool:
    """Приехал из больницы, к партнёрам больницы: what stands before a mention may say that one was not there."""
    floor = hit.last if mention.first >= hit.last else hit.clause.first
    before = hit.clause.sentence.tokens[max(floor, mention.first - NEAR) : mention.first]
    if " ".join(t.norm for t in before) in GUESTS_OF:
        return False
    if any(is_lemma(t, *words_of("partner", "ru")) for t in before[-1:]):
        return True
    found = [t.norm for t in before if t.best.pos == "ADP"]
    if found[-1:] == ["по"] and _journey_over(hit, mention):
        return False
    with_whom = WITH if hit.frame.name.startswith(BEGINNING) else ()
    return bool(found) and found[-1] in AWAY - set(with_whom)


BEGINNING = ("visit-learn", "visit-start")
"""Rules by which one is at what stands behind "с": ознакомился с больницей, начал поездку с больницы."""


def _journey_over(hit: Hit, mention: Mention) -> bool:
    """Совершил рабочую поездку по области: one has been all over it."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - NEAR) : mention.first]
    return mention.type == "place" and any(is_lemma(a, *JOURNEYS) and b.norm == "по" for a, b in pairwise(before))


def _is_listed_ru(hit: Hit) -> bool:
    """Первой остановкой стала X: an ordinal stands with the noun of a stop."""
    words, tokens = hit.frame.options["stop"], hit.clause.tokens
    if ORDER.isdisjoint(hit.clause.sentence.words):
        return False
    if hit.clause.first and hit.clause.whole.says("который"):
        tokens = hit.clause.sentence.tokens[: hit.clause.last]  # первым объектом, который посетил X, стала Y
    return any(is_lemma(t, *words) for t in tokens) and any(is_lemma(t, *ORDER) for t in tokens)


def it(hit: Hit, memory: Memory) -> list[Stop]:
    """Центр открыт в A. Его посетил X: the one facility whose works the sentence before tells of."""
    tokens, index = hit.clause.sentence.tokens, hit.clause.index
    sign = tokens[hit.first - 1] if hit.first == hit.clause.first + 1 else None
    if hit.clause.language != "ru" or not index or sign is None or sign.norm not in IT:
        return []
    before = memory.document.sentences[index - 1]
    named = [m for m in before.mentions if m.type == "facility"]
    told = [d for d in memory.recent(1, index) if d.kind == "Works" and d.sentence == index - 1]
    if len(named) != 1 or len(told) != 1 or named[0].case not in ("nom", "acc") or named[0].value.plural:
        return []
    noun = next((t for t in before.tokens[named[0].first : named[0].last] if t.best.pos == "NOUN"), None)
    agrees = noun is not None and noun.best.lemma.endswith(FEMALE) == (sign.norm in IT_FEMALE)
    return [Stop(sign.start, sign.end, hit.first, placed(before, named[0]))] if agrees else []


IT = frozenset(lexicon.words("kinds.visit.stops_ru", "it"))
IT_FEMALE = frozenset(lexicon.words("kinds.visit.stops_ru", "it_female"))
FEMALE = ("а", "я")
