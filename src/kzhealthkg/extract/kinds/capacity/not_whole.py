"""Figures that seem to be of a house and are not: beds of one profile, a house that another stands on, a teller's own."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import entry
from kzhealthkg.model import FacilityValue, Mention, Sentence

AT = frozenset(lexicon.words("kinds.capacity.not_whole", "at"))
BASES = lexicon.words("kinds.capacity.not_whole", "bases")
PLAIN = lexicon.words("kinds.capacity.not_whole", "plain")
PLAIN_HOUSES = frozenset(
    {"", "medical-facility", "hospital", "district-hospital", "interdistrict-hospital", "city-hospital"}
    | {"regional-hospital", "multidisciplinary-hospital", "polyclinic", "ambulatory", "clinic", "medical-centre"}
)
"""Types of houses of no profile of their own."""


def of_profile(clause: Clause, number: Mention, at: int) -> bool:
    """40 инсультных коек, 20 балалар төсегі, 30 коек реанимации: beds of one profile are not all that a house has."""
    tokens = clause.sentence.tokens
    if entry(tokens[at], sizes.words(clause.language, "bed")) is None or at < number.last:
        return False
    if any(m.value.type not in PLAIN_HOUSES for m in clause.sentence.named.get("facility", ())):
        return False  # балалар ауруханасында 200 балалар төсегі бар
    if any(t.best.pos in ("ADJ", "NOUN") and not t.norm.startswith(PLAIN) for t in tokens[number.last : at]):
        return True
    return clause.language == "ru" and at + 1 < clause.last and _owns(clause, at + 1)


def _owns(clause: Clause, at: int) -> bool:
    """Say whether a genitive behind the beds tells what they are for: коек терапии, коек дневного стационара."""
    token = clause.sentence.tokens[at]
    if (
        token.best.pos not in ("ADJ", "NOUN")
        or all(r.case != "gen" for r in token.readings)
        or token.norm.startswith(PLAIN)
    ):
        return False
    return not any(m.first <= at < m.last for m in clause.mentions("facility", "place", "date", "organization"))


def of_base(hit: Hit, memory: Memory, mention: Mention | None, facility: FacilityValue | None) -> bool:
    """Центр на базе больницы принимает 120 человек: the house that another one stands on does not have its figure."""
    sentence, clause = hit.clause.sentence, hit.clause
    if mention is not None:
        return _is_base(sentence, mention)
    if facility is None or not clause.index:
        return False
    return _teller_house(clause, memory, facility) or _based_before(clause, memory, facility)


def _based_before(clause: Clause, memory: Memory, facility: FacilityValue) -> bool:
    """Центр расположен на базе больницы. Здесь принимают 120 человек: what is told next is told of the centre."""
    before = memory.document.sentences[clause.index - 1]
    if not all(m.last > clause.first for m in clause.sentence.named.get("facility", ())):
        return False
    told = [m for m in before.named.get("facility", ()) if m.value.type == facility.type]
    return bool(told) and all(_is_base(before, m) for m in told)


def _is_base(sentence: Sentence, mention: Mention) -> bool:
    """На базе больницы, при больнице, аурухана жанында: say whether something else stands at a house."""
    tokens = sentence.tokens
    before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
    behind = tokens[mention.last].norm if mention.last < len(tokens) else ""
    return behind.startswith(BASES) or not AT.isdisjoint(before)


def _teller_house(clause: Clause, memory: Memory, facility: FacilityValue) -> bool:
    """Ауылда пункт ашылды. Аурухана директорының айтуынша, мұнда 5 маман бар: who tells it has a house of his own."""
    own = [m for m in clause.sentence.named.get("facility", ()) if m.last <= clause.last]
    if not own or own[-1].value.type != facility.type:
        return False
    whose = any(
        p.first >= m.last and p.first - m.last <= HEAD for m in own for p in clause.sentence.named.get("person", ())
    )
    before = [*memory.document.sentences[clause.index - 1].named.get("facility", ())]
    return whose and bool(before) and before[-1].value.type != facility.type


HEAD = 3
"""Words from a house to who heads it, at most: аурухананың бас дәрігері X."""


def threshold(clause: Clause) -> bool:
    """Участвуют больницы не менее чем на 300 коек, 300 төсектен кем емес ауруханалар: how large those must be that a rule is for."""
    if LEAST.isdisjoint(clause.words) or "facility" not in clause.named:
        return False
    return all(m.value.plural and m.value.count is None and not m.value.place for m in clause.named["facility"])


LEAST = frozenset(lexicon.words("kinds.capacity.not_whole", "least"))
