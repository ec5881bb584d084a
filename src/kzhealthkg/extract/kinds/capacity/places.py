"""Where a facility stands whose capacity is told: in a list of places, behind the figure, behind its name; and whose it is not."""

from __future__ import annotations

from kzhealthkg.extract.clause.lists_ru import SIGNS
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import sites_ru
from kzhealthkg.extract.context.origins import gone_to
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import entry
from kzhealthkg.extract.kinds.goods.known import is_device
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Token


def sites(clause: Clause, facility: FacilityValue, first: int) -> list[PlaceValue]:
    """A, B және C ауылдарында 25 келушіге арналған пункттер: the places that each have one."""
    if facility.name or not (facility.plural or clause.language == "kk"):
        return []
    if clause.language == "ru":
        own = [m for m in clause.mentions("facility") if m.first == first and m.value.type == facility.type]
        towns = sites_ru.sites(clause, own) if len(clause.mentions("place")) > 1 else []
        return towns[0] if towns and len(towns[0]) > 1 else []
    return place_list(clause, Mention("facility", first, first + 1, 0, 1, facility))


def at_place(draft: Draft, place: PlaceValue) -> Draft:
    """Return the draft once more, for another place."""
    here = draft.copy()
    say_place(here, place)
    return here


def behind(clause: Clause, last: int) -> PlaceValue | None:
    """Медпункт в селе A мощностью N: in Russian the place follows its facility."""
    tokens = clause.sentence.tokens
    inside = clause.language == "ru" and last < clause.last and tokens[last].norm in IN
    named = [m for m in clause.mentions("place", first=last) if m.first == last + 1] if inside else []
    return named[0].value if named else None


def after_figure(clause: Clause, number: Mention) -> PlaceValue | None:
    """Амбулатории на N посещений в смену в селе A: the settlement behind a figure, before another facility."""
    if clause.language != "ru":
        return None
    others = [m.first for m in clause.mentions("facility", first=number.last)]
    reach = min([*others, number.last + FIGURE_REACH])
    levels = (*SETTLEMENTS, "district") if _is_second(clause, number) else SETTLEMENTS
    found = [m for m in clause.mentions("place", first=number.last) if m.first < reach and m.value.level in levels]
    before = clause.sentence.tokens[number.last : found[0].first] if found else ()
    inside = any(t.norm in IN for t in before) and not any(t.text == "," for t in before)
    return found[0].value if inside else None


def of_another(clause: Clause, number: Mention, place: PlaceValue | None) -> bool:
    """ФАП на 20 посещений в районе A, амбулаторию на 30: a place behind the figure of another facility is of that one."""
    named = [m for m in clause.mentions("place") if m.value == place] if clause.language == "ru" else []
    if not named:
        return False
    first, last = (number.last, named[0].first) if named[0].first > number.first else (0, named[0].first)
    others = clause.mentions("facility", first=first, last=last)
    figures = clause.mentions("number", first=first, last=last)
    sized = [n for n in figures if any(f.last <= n.first for f in others)]
    tokens = clause.sentence.tokens
    return any(not any(t.norm in SIGNS for t in tokens[n.last : named[0].first]) for n in sized)


def _is_second(clause: Clause, number: Mention) -> bool:
    """В районе A построят амбулаторию и больницу на 40 коек в районе B: one of a list, behind another facility."""
    left = clause.mentions("facility", last=number.first)
    joined = len(left) > 1 and clause.sentence.tokens[left[-1].first - 1].norm in JOINS
    return joined and any(m.value.level == "district" for m in clause.mentions("place", last=left[-1].first))


JOINS = frozenset({",", "и", "также"})
FIGURE_REACH = 7
"""Words from a figure to the settlement of its facility, at most."""


def of_a_name(clause: Clause, place: PlaceValue | None) -> bool:
    """В состав X районной больницы входит поликлиника: the district in a hospital's name is no place of its parts."""
    return (
        place is not None
        and place.level == "district"
        and any(m.value.place is place or m.value.place == place for m in clause.mentions("facility"))
    )


def gone_there(clause: Clause, place: PlaceValue | None) -> bool:
    """Обращаются за помощью в A: местная больница рассчитана на 90 коек: where patients go is not where it stands."""
    named = [m for m in clause.sentence.mentions if m.type == "place" and place is not None and m.value == place]
    return any(gone_to(clause.sentence, m) for m in named)


def parted(clause: Clause, at: int) -> bool:
    """15 орын балаларға, 5 орын ересектерге: the places of several sorts of people are parts of a whole."""
    tokens = clause.sentence.tokens
    whose = tokens[at + 1] if at + 1 < clause.last else None
    if clause.language != "kk" or whose is None or whose.best.case != "dat" or whose.best.pos != "NOUN":
        return False
    alike = [i for i in range(clause.first, clause.last - 1) if tokens[i].best.lemma == tokens[at].best.lemma]
    return tokens[at].best.case == "nom" and sum(tokens[i + 1].best.case == "dat" for i in alike) > 1


NEAR = 3
"""Words between a device and how many it sees, at most."""


def of_device(clause: Clause, number: Mention) -> bool:
    """Аппарат тәулігіне 20 науқасты тексереді, көліктің … тасымалдайтынын: what a device can do is no facility's."""
    before = clause.sentence.tokens[max(clause.first, number.first - NEAR) : number.first]
    goods = (
        t for t in before if t.best.case in ("nom", "gen", "ins") and t.best.pos == "NOUN" and not t.best.possessive
    )
    beds = sizes.words("kk", "bed")
    named = {t.best.lemma for t in goods if entry(t, beds) is None}
    return any(lemma in nouns("items", "kk") or is_device(lemma, "kk") for lemma in named)


def of_one_doctor(clause: Clause, number: Mention) -> bool:
    """Емханада бір дәрігер күніне 30 науқасты қарайды, врач принимает 30 человек: what one doctor does is no house's."""
    tokens, first = clause.sentence.tokens, clause.first
    held = {i for m in clause.mentions("post") for i in range(m.first, m.last)}
    near = range(max(first, number.first - NEAR - 2), number.first)
    return any(i not in held and _is_one_doctor(tokens[i], clause.language) for i in near)


def _is_one_doctor(token: Token, language: str) -> bool:
    best = token.best
    alone = best.case in ("nom", "") and not (best.plural or best.possessive or best.form)
    return alone and best.lemma in nouns("professions", language) and token.norm == best.lemma
