"""Who gets something in a Russian list of facilities, and the town behind each."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import only
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, PlaceValue

FOR = frozenset(lexicon.words("kinds.goods.receivers_ru", "meant_for"))


def listed_ru(clause: Clause, receiving: list[Mention], found: list[Mention]) -> list[Mention]:
    """В больницу A, больницу посёлка B и амбулаторию C: also who stands between the commas of a list gets something."""
    cases = {m.case for m in receiving}
    ends = {end.last: m for m in found for end in (m, town_behind(clause, m)) if end is not None}
    told = list(receiving)
    for mention in found:
        before = ends.get(mention.first - 1) if clause.sentence.tokens[mention.first - 1].text == "," else None
        if mention not in told and before in told and mention.case in cases:
            told.append(mention)
    return sorted(told, key=lambda m: m.first)


def town_behind(clause: Clause, mention: Mention) -> Mention | None:
    """Больница посёлка X: the town right behind a facility."""
    return next((m for m in clause.mentions("place") if m.first == mention.last), None)


def towns_receiving(clause: Clause, *, subject: bool = False) -> list[Mention]:
    """Поликлинике г. X передали, амбулаториям X района купили: what stands right behind the one bare word for who gets something."""
    named = [m for m in clause.mentions("facility") if not m.value.name]
    cases = ("dat", "acc", "loc", "nom") if subject else ("dat", "acc", "loc")  # получила больница X
    getting = [m for m in named if m.case in cases or preposition(clause, m) in FOR]
    behind = [(m, town_behind(clause, m)) for m in getting[:1] if len(getting) == 1]
    fits = ((m, town) for m, town in behind if town is not None and not _goes_on(clause, town))
    return [town for m, town in fits if town.value.level in (AREAS if m.value.plural else SETTLEMENTS)]


AREAS = (*SETTLEMENTS, "district")


def _goes_on(clause: Clause, town: Mention) -> bool:
    """В поликлиники A и B: the first of several towns is not the only one."""
    behind = clause.sentence.tokens[town.last : town.last + 1]
    return any(t.norm in LIST_SIGNS for t in behind) and any(m.first == town.last + 1 for m in clause.mentions("place"))


def of_next(clause: Clause, mention: Mention, where: PlaceValue | None) -> bool:
    """В районную больницу, участковую больницу посёлка X: the town behind the second is none of the first's."""
    behind = [m for m in clause.mentions("place", first=mention.last) if m.value == where]
    others = clause.mentions("facility", first=mention.last)
    return clause.language == "ru" and any(o.last == m.first for m in behind for o in others)


def towns_of_several(clause: Clause, receiving: list[Mention]) -> list[Mention]:
    """В амбулатории сёл A, B и C, медучреждения п. A, с. B: the towns or districts behind a bare word for several that get something."""
    if clause.language != "ru" or len(receiving) != 1 or receiving[0].value.name or not receiving[0].value.plural:
        return []
    places = clause.mentions("place", first=receiving[0].last)
    found = places[:1] if places and only_kinds(clause, receiving[0].last, places[0].first) else []
    for mention in places[1:] if found else []:
        if not only(clause, found[-1].last, mention.first, LIST_SIGNS):
            break
        found.append(mention)
    return found if len(found) > 1 else []


def only_kinds(clause: Clause, first: int, last: int) -> bool:
    """Say whether a place follows at once, or behind a word for its kind: сёл A и B, трёх городов (A и B)."""
    numbers = {i for m in clause.mentions("number", first=first, last=last) for i in range(m.first, m.last)}
    rest = [t for i, t in enumerate(clause.sentence.tokens[first:last], first) if i not in numbers]
    rest = rest[:-1] if len(rest) > 1 and rest[-1].text in OPENING else rest
    return not rest or (len(rest) == 1 and is_lemma(rest[0], *KINDS))


OPENING = frozenset("(–—")


KINDS = lexicon.words("kinds.goods.receivers_ru", "kinds")
