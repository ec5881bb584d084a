"""The house told of before, whose staff or team a clause tells of: врачи Центра, бригада нашей больницы."""

from __future__ import annotations

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.kinds.mission.staff_words import is_team, staff_before
from kzhealthkg.model import FacilityValue, Mention, Token


def pointed(clause: Clause, memory: Memory) -> str:
    """Орталық мамандары, врачи Центра, бригада больницы: the name of the facility whose staff they are."""
    house = _house(clause, memory)
    return house.name if house is not None else ""


def away(clause: Clause, memory: Memory) -> bool:
    """Врачи Центра провели приём в Сатпаеве, аталған диспансердің мамандары Шу ауданында: the staff of the house told of before at work in another town."""
    house = _house(clause, memory)
    if house is None:
        return False
    towns = [m.value for m in clause.mentions("place") if m.case == "loc" and m.value.code]
    towns = [t for t in towns if t.level in (*SETTLEMENTS, "district")]
    own = house.place.name if house.place is not None else ""
    return any(t.name != own if own else not gazetteer.sure_city(t.code) for t in towns)


def _house(clause: Clause, memory: Memory) -> FacilityValue | None:
    for mention in clause.mentions("facility"):
        if mention.value.definite and _staffed(clause, mention):
            found = memory.resolve(mention.value)
            return None if found.definite else found
    return None


def _staffed(clause: Clause, house: Mention) -> bool:
    """Say whether the specialists or the team of a house are who a clause tells of."""
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        after = tokens[house.last : house.last + 3]
        owns = house.case in ("", "nom", "gen", "abl")  # ауруханаға Германиядан келген мамандар: where they came to
        return owns and any(is_team(t, "kk") and t.best.case == "nom" for t in after)
    crew = house.first > clause.first and is_lemma(tokens[_before_ours(tokens, house.first)], *group("crew", "ru"))
    return house.case == "gen" and (crew or staff_before(tokens, house.first))


def _before_ours(tokens: tuple[Token, ...], at: int) -> int:
    """Бригада [нашего] центра: the word before a house and what points to it."""
    return at - 2 if at > 1 and tokens[at - 1].best.lemma in OURS else at - 1


OURS = frozenset(lexicon.words("kinds.mission.pointed", "ours"))
