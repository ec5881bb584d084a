"""Things that others than health get: the police, schools, social care, livestock."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.near_health import near_health
from kzhealthkg.model import Token

SECTORS = lexicon.words("kinds.procurement.others", "sectors")


def for_others(item: Phrase) -> bool:
    """Полицияға 50 машина алынды: what another sector gets, where no facility is named."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    at = next((i for i in range(item.first - 1, clause.first - 1, -1) if tokens[i].norm.startswith(SECTORS)), None)
    behind = (
        item.first if clause.language == "ru" else clause.last
    )  # школам передали автобусы, больницам – микроавтобусы
    if (_meant_for_others(item) and not clause.mentions("facility")) or _at_factory(item):
        return True
    if at is None or clause.mentions("facility", last=behind):
        return False
    return any("dat" in {r.case for r in t.readings} for t in tokens[at : item.first]) or clause.says("для")


def _at_factory(item: Phrase) -> bool:
    """Зауытқа станок орнатылды, на заводе установили линию: what a factory gets is for what it makes."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if FACTORIES.isdisjoint(clause.words) or any(m.value.type for m in clause.mentions("facility")):
        return False
    works = (t for i, t in enumerate(clause.tokens, clause.first) if not item.head <= i < item.last)
    held = [t for t in works if not FACTORIES.isdisjoint(t.words)]
    if clause.language == "kk":
        return any(t.best.case in ("dat", "loc") for t in held)
    return any(a.norm in ("на", "в", "для") and b in held for a, b in pairwise(tokens[clause.first : clause.last]))


def far_from_health(item: Phrase, memory: Memory) -> bool:
    """20 жаңа көлік берілді: cars and gear that no word of health care stands with, here, right before or above."""
    at, tokens = item.clause.index, item.clause.sentence.tokens
    if not at or ANY_THING.isdisjoint(tokens[item.head].words):
        return False
    if any(t.best.pos != "NUM" and t.norm not in NEW for t in tokens[item.first : item.head]):
        return False
    told = memory.document.sentences[max(0, at - NEAR) : at + 1]
    if any(not AMBULANCE.isdisjoint(s.words) for s in (memory.document.sentences[0], *told)):
        return False
    return not (near_health(at - NEAR, at + 1, memory) or near_health(0, 1, memory))


NEW = frozenset(lexicon.words("kinds.procurement.others", "new"))
AMBULANCE = frozenset(lexicon.words("kinds.procurement.others", "ambulance"))
ANY_THING = frozenset(lexicon.words("kinds.procurement.others", "any_thing"))
NEAR = 3
"""Sentences back to a word of health care, at most."""
FACTORIES = frozenset(lexicon.words("kinds.procurement.others", "factories"))


def _meant_for_others(item: Phrase) -> bool:
    """Техника для коммунальных служб, для уборки города: whom or what a thing is for behind its name."""
    tokens = item.clause.sentence.tokens[item.last : min(item.last + MEANT_REACH, item.clause.last)]
    return item.clause.language == "ru" and tokens[:1] != () and tokens[0].norm == "для" and _says(tokens, SECTORS)


def _says(tokens: tuple[Token, ...], stems: tuple[str, ...]) -> bool:
    return any(t.norm.startswith(stems) for t in tokens)


MEANT_REACH = 4
"""Words that say whom a thing is for, "для" among them, at most."""


def social_transport(item: Phrase) -> bool:
    """Мүгедектерді тасымалдайтын 5 көлік: a vehicle for the disabled that no facility gets is of social care."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    before = tokens[max(clause.first, item.head - REACH_OF_PEOPLE) : item.head]
    vehicle = tokens[item.head].norm.startswith(VEHICLES) or is_lemma(tokens[item.head], *VEHICLES)
    return vehicle and any(t.norm.startswith(DISABLED) for t in before) and "facility" not in clause.named


DISABLED = lexicon.words("kinds.procurement.others", "disabled")
VEHICLES = lexicon.words("kinds.procurement.others", "vehicles")
REACH_OF_PEOPLE = 7


def for_animals(hit: Hit, memory: Memory) -> bool:
    """Сиырларға егілетін вакцина алынды, скот привьют: what livestock gets, told here or just before, no people named."""
    whole, language = hit.clause.whole, hit.clause.language
    if "facility" in whole.named or not measures.of_sort("people", language).isdisjoint(whole.words):
        return False
    if whole.opens(ANIMALS):
        return True
    at = whole.index - 1
    told = memory.document.sentences[at] if at >= 0 else None
    before = Clause(told, at, 0, len(told.tokens), language) if told is not None else None
    return before is not None and before.opens(ANIMALS) and "facility" not in before.named


ANIMALS = Stems(lexicon.words("kinds.procurement.others", "animals"))
