"""Where the facilities of a Russian clause stand: each its own place, a shared one, or a list of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import rows
from kzhealthkg.extract.clause.gapped_counts import gapped_counts
from kzhealthkg.extract.clause.gapped_dates import gapped_dates
from kzhealthkg.extract.clause.lists_ru import SIGNS
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.standing import SETTLEMENTS, held_by_another, owner_before
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.places_ru import LIGHT, between, candidates, inside
from kzhealthkg.model import Mention, PlaceValue
from kzhealthkg.text.quotation import DASHES

AT = frozenset(lexicon.words("extract.context.sites_ru", "at"))
CENTRES = frozenset(lexicon.words("extract.context.sites_ru", "centres"))


def sites(clause: Clause, found: list[Mention]) -> list[list[PlaceValue]]:
    """Return for each of the mentions the places that it stands in, one as a rule, more for a list."""
    if (before := rows.where(clause)) is not None and before.value.level in SETTLEMENTS:
        return [[before.value] for _ in found]
    if not found:
        return []
    if (behind := _behind_dash(clause, found[-1])) is not None:
        rest = sites(replace(clause, last=found[-1].first), found[:-1]) if found[:-1] else []
        return [*rest, behind]
    clause = _before_dash(clause, found)
    parts = _parts_from(clause, found)
    if parts and (len(found) > 1 or len(between(clause, parts, clause.last)) == 1):
        return _of_parts(clause, found, parts)
    if len(found) == 1 and (here := _before_next(clause, found[0])):
        return [here]
    return _each_its_own(clause, found) or _one_for_all(clause, found)


def _behind_dash(clause: Clause, mention: Mention) -> list[PlaceValue] | None:
    """Больницы в A и амбулатории – в B: where the last of a list stands, if a dash parts it from its place."""
    tokens, at = clause.sentence.tokens, mention.last
    dashed = at + 2 < clause.last and tokens[at].text in DASHES and tokens[at + 1].norm in IN
    ahead = [m for m in candidates(clause) if m.last <= mention.first]
    there = between(clause, at + 2, clause.last) if dashed and ahead else []
    return there if len(there) == 1 else None


def _each_its_own(clause: Clause, found: list[Mention]) -> list[list[PlaceValue]]:
    """Return the places that stand before or behind each of several mentions, [] where one is told for them all."""
    ends = [*(m.first for m in found[1:]), _end_of(clause, found)]
    starts = [_start_of(clause, found), *(m.last for m in found[:-1])]
    ahead = [between(clause, start, m.first) for m, start in zip(found, starts, strict=False)]
    own = [between(clause, m.last, end) for m, end in zip(found, ends, strict=False)]
    if own[-1] and not any(own[:-1]) and ahead[0] and _of_another(clause, found[0]):
        return [own[-1] for _ in found]
    if len(found) < LISTED:
        return []
    if _two_towns(ahead, own):
        return [*(ahead[0] for _ in found[1:]), own[-1]]
    if ahead[0] and any(ahead[1:]) and not own[-1]:
        return _carried_on(clause, found, ahead)
    if _apart(clause, found, ahead, own) or _inside_list(clause, found, ahead, own):
        return own
    return _shared_by_pair(clause, found, own) if sum(map(bool, own)) > 1 else []


LISTED = 2
"""Facilities in a list, at least."""


def _one_for_all(clause: Clause, found: list[Mention]) -> list[list[PlaceValue]]:
    several = len(found) > 1
    named = clause.mentions("facility") if several else [*found, *_beyond(clause, found)]
    first, last = _start_of(clause, found), _end_of(clause, found)
    near = [m for m in candidates(clause) if first <= m.first and m.last <= last]
    shared = inside(clause, [m for m in near if not any(f.first <= m.first < f.last for f in named)])
    if not shared and (before := rows.where(clause)) is not None and before.value.level in {*SETTLEMENTS, "district"}:
        shared = [before.value]
    general = [any(_out_there(clause, o) for o in found[: i + 1]) for i in range(len(found))]
    alone = [several and (len(shared) > 1 or _owner(m) or out) for m, out in zip(found, general, strict=True)]
    return [[] if own_place else shared for own_place in alone]


def _end_of(clause: Clause, found: list[Mention]) -> int:
    """Корпус центра и блок к больнице в A: where the next member of a list begins that has a place of its own."""
    tokens, last = clause.sentence.tokens, found[-1].last
    owners = (owner_before(clause.sentence, m) for m in clause.mentions("place", first=last))
    apart = (m.first for m in owners if m and m.first > last and any(t.norm in SIGNS for t in tokens[last : m.first]))
    return next(apart, clause.last)


def _start_of(clause: Clause, found: list[Mention]) -> int:
    """Пристройку к больнице в A, корпус центра: behind the place of another member of the list that stands before."""
    places = clause.mentions("place", last=found[0].first)
    return max((m.last for m in places if held_by_another(clause.sentence, m, found[0].first)), default=clause.first)


def _beyond(clause: Clause, found: list[Mention]) -> list[Mention]:
    """Строительство поликлиники, ремонт A районной больницы: the others behind a sign; отделение A больницы is there."""
    tokens = clause.sentence.tokens
    spans = [
        (m, sorted((m, one), key=lambda x: x.first))
        for m in clause.mentions("facility")
        for one in found[:1]
        if m is not one
    ]
    return [m for m, (a, b) in spans if any(t.norm in SIGNS for t in tokens[a.last : b.first])]


def _of_another(clause: Clause, mention: Mention) -> bool:
    """Строят стационар в A, ремонтируют поликлинику и роддом в B: the place before is that of what stands before it."""
    tokens = clause.sentence.tokens
    towns = [m for m in candidates(clause) if clause.first <= m.first and m.last <= mention.first]
    if not towns or not any(t.text == "," for t in tokens[towns[-1].last : mention.first]):
        return False
    held = {i for m in towns for i in range(m.first, m.last)}
    return any(i not in held and tokens[i].best.pos == "NOUN" for i in range(clause.first, towns[-1].first))


def _two_towns(ahead: list[list[PlaceValue]], own: list[list[PlaceValue]]) -> bool:
    """В A построили больницу и поликлинику в B: one town before them all, another behind the last alone."""
    first, last = ahead[0], own[-1]
    alone = len(first) == len(last) == 1 and not any(own[:-1]) and not any(ahead[1:])
    towns = alone and first[0].level in SETTLEMENTS and last[0].level in SETTLEMENTS
    return towns and first[0].name != last[0].name


def _parts_from(clause: Clause, found: list[Mention]) -> int:
    """Return where the parts of a counted total begin: 9 объектов: …, 9 объектов, из них …; 0 where none do."""
    if not found or found[0].value.count is None or found[0].value.count.value < LEAST:
        return 0
    last = found[1].first if len(found) > 1 else clause.last
    norms = [t.norm for t in clause.sentence.tokens[:last]]
    opens = (i for i in range(found[0].last, last) if norms[i] == ":" or tuple(norms[i - 1 : i + 1]) in OPENINGS)
    return next(opens, -1) + 1


LEAST = 3
"""Facilities in a total whose parts are told, at least."""
OPENINGS = frozenset(tuple(phrase.split()) for phrase in lexicon.words("extract.context.sites_ru", "openings"))


def _of_parts(clause: Clause, found: list[Mention], first: int) -> list[list[PlaceValue]]:
    """19 объектов: два центра в A, пять медпунктов: a place behind one part is neither the total's nor the next part's."""
    whole = sites(replace(clause, last=first), found[:1])[0]
    parts = found[1:]
    ends = [*(m.first for m in parts[1:]), clause.last][: len(parts)]
    own = [between(clause, m.last, end) for m, end in zip(parts, ends, strict=True)]
    if parts and not (any(own[:-1]) and not own[-1]):
        own = sites(replace(clause, first=first), parts)
    return [whole, *(places or whole for places in own)]


def _apart(clause: Clause, found: list[Mention], ahead: list[list[PlaceValue]], own: list[list[PlaceValue]]) -> bool:
    """Say whether the place behind one facility of a list is that of it alone."""
    counted = [m.value.count is not None and m.value.count.value > 1 for m in found]
    if own[-1] and not any(own[:-1]) and not any(ahead):
        # a name says where its facility is; 19 пунктов, 8 амбулаторий и больница в A
        out = any(_elsewhere(clause, m) for m in found[:-1])  # поликлиника в областном центре и роддом в A
        return out or bool(found[0].value.name) or (all(counted[:-1]) and not counted[-1])
    if own[0] and not any(own[1:]) and not any(ahead[:1]):
        return True  # диспансер в A, больница и 9 амбулаторий: the place of the one is not said of the others
    return bool(own[0]) and all(m.value.place is not None for m in found[1:])


def _before_next(clause: Clause, mention: Mention) -> list[PlaceValue]:
    """Строящийся центр в A и больница в B: of several facilities each stands in the place right behind it."""
    after = [m.first for m in clause.mentions("facility", first=mention.last)]
    return between(clause, mention.last, after[0]) if after and clause.mentions("place", first=after[0]) else []


def _before_dash(clause: Clause, found: list[Mention]) -> Clause:
    """В A и B откроют центры, в C – отделение: a place before a dash is of what the dash stands for."""
    tokens, after = clause.sentence.tokens, max((m.last for m in found), default=clause.first)
    told = [*(m.first for m in gapped_counts(clause)), *(m.first for m in gapped_dates(clause))]
    told = [first for first in told if first >= after][:1]
    for mention in clause.mentions("place", first=after):
        dashed = mention.last < clause.last and tokens[mention.last].text in "–—-"
        if dashed and mention.first > after and tokens[mention.first - 1].norm in IN:
            told.append(mention.first)
            break
    return replace(clause, last=min(told)) if told else clause


def _out_there(clause: Clause, mention: Mention) -> bool:
    """В A открыты поликлиники, а в районах – 38 ФАПов: where these stand is said in general before their dash."""
    counts = [m.first for m in clause.mentions("number") if m.value is mention.value.count]
    before = clause.sentence.tokens[
        max(clause.first, min([mention.first, *counts]) - 4) : min([mention.first, *counts])
    ]
    dashed = len(before) > 2 and before[-1].text in "–—-"
    return dashed and any(a.norm in AT and is_lemma(b, *AREAS) for a, b in pairwise(before))


AREAS = lexicon.words("extract.context.sites_ru", "areas")


def _elsewhere(clause: Clause, mention: Mention) -> bool:
    """Центр в A и две поликлиники на 500 посещений в областном центре: where the second stands is said in other words."""
    behind = clause.sentence.tokens[mention.last : min(clause.last, mention.last + 7)]
    if len(behind) > 1 and behind[0].text in "–—" and behind[1].norm in IN:
        return True  # больница в районе A и две поликлиники – в микрорайонах B и C
    near = behind[3:] if len(behind) > 3 and behind[0].norm == "на" and behind[1].text[0].isdigit() else behind
    return bool(near) and near[0].norm in IN and any(t.best.lemma in CENTRES for t in near[:3])


def _owner(mention: Mention) -> bool:
    """Рудненская больница: of a list, what is called after a town stands in no other one."""
    name = mention.value.name
    return bool(name) and (mention.value.place is not None or name[0].isupper())


def _shared_by_pair(clause: Clause, found: list[Mention], own: list[list[PlaceValue]]) -> list[list[PlaceValue]]:
    """A и B в Астане, C в Алматы: what only "and" joins stands in one place."""
    for at in range(len(found) - 2, -1, -1):
        between = clause.sentence.tokens[found[at].last : found[at + 1].first]
        if not own[at] and [t.norm for t in between] == ["и"]:
            own[at] = own[at + 1]
    return own


def _carried_on(clause: Clause, found: list[Mention], ahead: list[list[PlaceValue]]) -> list[list[PlaceValue]]:
    """В A открыли больницу и поликлинику, в B – роддом: a place holds until the next one is said, or stands behind its own."""
    made: list[list[PlaceValue]] = []
    here: list[PlaceValue] = []
    for mention, places, behind in zip(found, ahead, [*ahead[1:], []], strict=True):
        own = made and made[-1] is places and places
        here = [] if own else (places or here)
        made.append(behind if behind and _right_behind(clause, mention) else here)
    return made


def _inside_list(
    clause: Clause, found: list[Mention], ahead: list[list[PlaceValue]], own: list[list[PlaceValue]]
) -> bool:
    """Центр на 200 коек, роддома в A и B, 19 амбулаторий: places right behind one in the middle are of that one alone."""
    at = [i for i, places in enumerate(own) if places]
    return not ahead[0] and len(at) == 1 and 0 < at[0] < len(own) - 1 and _right_behind(clause, found[at[0]])


def _right_behind(clause: Clause, mention: Mention) -> bool:
    """Роддома в A и B, 19 пунктов: the place belongs to the facility that it stands right behind."""
    tokens, place = clause.sentence.tokens, next(iter(clause.mentions("place", first=mention.last)), None)
    return place is not None and all(t.norm in IN or t.norm in LIGHT for t in tokens[mention.last : place.first])
