"""Parts of a total that a Russian sentence without a verb tells: В том числе 11 медпунктов и одна амбулатория."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import only
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.status_ru import FINITE
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.dashed_shares_ru import counted_out, shares
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.extract.kinds.works.listed_ru import heading_of
from kzhealthkg.model import Mention, PlaceValue

CARRIED = ("workType", "status", "date", "due", "programme", "source", "region", "place", "placeCode", "district")


def detailed(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the facilities that a sentence opening with "в том числе" counts out of the works told just before."""
    total = None if clause.first or not clause.index else _total(clause, memory)
    if total is None or not (takes_up(clause) or clause.sentence.tokens[0].norm == "это"):
        return []
    if any(t.best.form in FINITE for t in clause.tokens):
        return []
    found = counted_out(clause, [m for m in clause.mentions("facility") if _is_part(clause, m)])
    if sum(int(m.value.count.value) if m.value.count else 1 for m in found) > total.slots["count"]:
        return []
    return _parts(clause, found, total, memory) if found else []


def by_line(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the members that a line of a list tells: сдано восемь медобъектов: – ФАП в селе A; – медпункты в сёлах B и C: each line says which and where."""
    heading = heading_of(clause, memory) if not clause.first and clause.index else None
    total = _listed_total(heading, memory) if heading is not None else None
    found = [m for m in clause.whole.mentions("facility") if _is_part(clause.whole, m)] if total is not None else []
    if total is None or not found:
        return []
    return _parts(clause.whole, found, total, memory)


def apposed(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Построено 20 медобъектов — амбулатории, ФАПы и медпункты: the sorts that a sign behind the counted total tells, and the total."""
    built = [d for d in drafts if d.slots["workType"] != "equipping"]  # амбулатории, оснащённые техникой
    total = built[0] if len(built) == 1 else None
    if total is None or total.slots.get("count", 1) == 1 or not UNSORTED.isdisjoint(total.slots):
        return []
    named = clause.mentions("facility")
    whole = next((m for m in named if m.value.count and m.value.count.value == total.slots["count"]), None)
    if whole is not None and (told := shares(clause, whole)):
        return [total, *(_part(clause, total, m, [], memory) for m in told)]
    found = [m for m in named if whole is not None and m.first > whole.last]
    if whole is None or len(found) < SEVERAL or not all(_is_sort(clause, m) for m in found):
        return []
    listed = all(only(clause, a.last, b.first, LIST_SIGNS) for a, b in pairwise(found))
    if not (listed and _introduced(clause, whole.last, found[0].first)):
        return []
    return [*(_part(clause, total, m, [], memory) for m in found), total]


UNSORTED = frozenset({"facility", "facilityType", "percent"})
SEVERAL = 2
"""Sorts that a list behind a total tells, at least."""


def _is_sort(clause: Clause, mention: Mention) -> bool:
    value = mention.value
    told = value.name or value.count or value.place or value.type in ("", "medical-facility")
    return not (told or preposition(clause, mention))


def _introduced(clause: Clause, sign: int, first: int) -> bool:
    """Say whether a dash or colon, and at most what the things are like, stands between a total and its sorts."""
    tokens = clause.sentence.tokens
    described = all(t.best.form not in FINITE and t.text not in ",.;" for t in tokens[sign + 1 : first])
    return tokens[sign].text in INTRODUCING and first - sign <= DESCRIBED and described


INTRODUCING = frozenset(lexicon.words("kinds.works.details_ru", "introducing"))
DESCRIBED = 8
"""Words from the sign to the first of the sorts, at most."""


def _parts(clause: Clause, found: list[Mention], total: Draft, memory: Memory) -> list[Draft]:
    listed = zip(found, _own_sites(clause, found), strict=True)
    made = [(m, places) for m, at in listed for places in (_apart(at) if m.value.count is None else [at])]
    return [_part(clause, total, m, places, memory) for m, places in made]


def _own_sites(clause: Clause, found: list[Mention]) -> list[list[PlaceValue]]:
    """Это два ФАПа, амбулатория и поликлиника в городе A: the town behind the last of many is that one's alone."""
    where = sites(clause, found)
    behind = [m for m in clause.mentions("place") if m.first < found[-1].last]
    if len(found) < MANY or behind or any(places != where[-1] for places in where):
        return where
    return [*([] for _ in found[1:]), where[-1]]


MANY = 3
"""Members of a list that a town behind the last of them is not said of."""


def _listed_total(heading: int, memory: Memory) -> Draft | None:
    """Return the counted works that a heading tells; в перечень вошли: lists those told just before."""
    tokens = memory.document.sentences[heading].tokens
    back = LISTED_BACK if len(tokens) <= SHORT and any(is_lemma(t, *LISTS) for t in tokens) else 0
    near = (d for d in memory.recent(back, heading) if d.sentence <= heading)
    works = (d for d in near if d.kind == "Works" and d.rule != "works-details-ru")
    return next((d for d in works if "facilityType" not in d.slots and d.slots.get("count", 1) != 1), None)


LISTED_BACK = 3
SHORT = 8
"""Words in the longest heading that only says that a list follows."""
LISTS = lexicon.words("kinds.works.details_ru", "lists")


def _apart(places: list[PlaceValue]) -> list[list[PlaceValue]]:
    """Медпункты в сёлах A, B и C: one in each."""
    return [[place] for place in places] or [[]]


def _total(clause: Clause, memory: Memory) -> Draft | None:
    """14 объектов: 6 – в A, 8 – в B. Из них пять ФАПов, …: the parts are of the whole, not of what one place has of it."""
    told = [d for d in memory.recent(1, clause.index) if d.kind == "Works"]
    counted = [d for d in told[:1] if d.slots.get("count", 1) != 1 and d.slots["workType"] != "equipping"]
    same = [d for d in told if counted and d.sentence == counted[0].sentence and "count" in d.slots]
    return max(same, key=lambda d: d.slots["count"], default=None)


def _is_part(clause: Clause, mention: Mention) -> bool:
    known = mention.value.name or mention.value.type not in ("", "medical-facility")
    return bool(known) and not preposition(clause, mention)


def _part(clause: Clause, total: Draft, mention: Mention, places: list[PlaceValue], memory: Memory) -> Draft:
    draft = Draft("Works", {}, mention.start, mention.end, "works-details-ru")
    say_name(draft, mention.value)
    where = places[0] if len(places) == 1 else mention.value.place
    say_place(draft, where)
    draft.take_over(total, *(CARRIED if where is None else CARRIED[:7]))
    draft.used.update(m.start for m in clause.mentions("number") if m.value is mention.value.count)
    made = roles.finish(draft, clause, memory)
    if where is None and "region" not in total.slots and clause.mentions("place"):
        made.drop(
            "region"
        )  # два ФАПа, больница и поликлиника в городе A: the region of A is said of its own house alone
    return made
