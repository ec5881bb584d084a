"""Where the facility of a Kazakh work stands, and which part of a counted total the work is on."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import rows
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.joined_owners import apart
from kzhealthkg.extract.clause.sites import closed_list
from kzhealthkg.extract.clause.standing import SETTLEMENTS, elsewhere, placed
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.clause.themes import group_end
from kzhealthkg.extract.context import regions
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.context.of_total import of_them
from kzhealthkg.extract.context.where import nearest_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

ONE_OF = frozenset(lexicon.words("kinds.works.sites", "one_of"))


def described(hit: Hit) -> PlaceValue | None:
    """40 нысан салынған A облысы: the place that the cue, a participle, describes."""
    found = rows.bearer(hit.clause, group_end(hit))
    return found.value if found is not None else None


def share_of(hit: Hit, mention: Mention) -> Mention:
    """60 нысанның 55-і, емханалардың төртеуі берілді: the work is on the part, not on the total."""
    if mention.value.count is None and not (mention.value.plural and mention.case == "gen"):
        return mention
    tokens = hit.clause.sentence.tokens
    if mention.case == "gen" and any(t.norm in ONE_OF for t in tokens[mention.last : mention.last + 1]):
        return replace(mention, value=replace(mention.value, count=None, plural=False))
    numbers = hit.clause.mentions("number", first=mention.last, last=hit.first)
    parts = [m for m in numbers if of_them(tokens[m.last - 1])]
    only = any(t.norm == "ғана" for t in tokens[parts[0].last : hit.first]) if parts else False
    if not parts or not (only or (mention.case == "gen" and parts[0].first <= mention.last + 1)):
        return mention
    value = replace(mention.value, count=parts[0].value)
    return replace(mention, value=value, last=parts[0].last, end=parts[0].end)


def own_place(clause: Clause, mention: Mention) -> PlaceValue | None:
    """A settlement that the clause itself names outranks where a facility of the same name stands."""
    if mention.value.place is not None or elsewhere(clause.sentence, mention):
        return None
    if _behind_area(clause, mention):
        return None
    found = [m for m in clause.mentions("place", last=mention.first) if m.case in ("loc", "locadj", "gen")]
    return found[-1].value if found and found[-1].value.level in SETTLEMENTS else None


def site(hit: Hit, mention: Mention) -> PlaceValue | None:
    """Return the place nearest before a facility, else before its cue, else earlier in the sentence."""
    if elsewhere(hit.clause.sentence, mention) or _behind_area(hit.clause, mention):
        return None
    before = nearest_place(hit.clause, mention.first, "abl") or _after(hit, mention)
    return before or placed(hit.clause.sentence, mention).place or _district(hit.clause, mention)


def _behind_area(clause: Clause, mention: Mention) -> bool:
    """A қаласында орталық, ал аудандарда 12 медпункт салынды: behind the town an area of no name says where it is."""
    places = [m.last for m in clause.mentions("place", last=mention.first)]
    between = range(places[-1], mention.first) if places else range(0)
    held = {i for m in clause.mentions("facility", "place", "date") for i in range(m.first, m.last)}
    return any(i not in held and apart(clause.sentence.tokens, i) for i in between)


def _district(clause: Clause, mention: Mention) -> PlaceValue | None:
    """X ауданында 4 емхана салынып, 3 медпункт жөнделді: the one district that a sentence opens with holds for all."""
    wide = national(clause) or clause.says(*regions.WIDE)
    if mention.value.definite or mention.value.name or wide:
        return None
    said = [m for m in clause.sentence.mentions if m.type == "place" and m.last <= mention.first]
    one = len(said) == 1 and said[0].case == "loc" and said[0].value.level == "district"
    return said[0].value if one else None


def stands_at(own: PlaceValue, hit: Hit, memory: Memory) -> Draft | None:
    """Return the newest work told of that stands at a place, so that a general word there means it: no total, of which one may stand anywhere."""
    near = (d for d in memory.recent(3, hit.clause.index) if d.kind == "Works")
    return next((d for d in near if may_stand(d, own) and not ("count" in d.slots and own.level in SETTLEMENTS)), None)


def may_stand(draft: Draft, own: PlaceValue) -> bool:
    """A work of no place may stand anywhere in the district that it is told of, or where none is told."""
    narrow = "place" in draft.slots and own.level != "district"
    if narrow or not own.code or not (code := str(draft.slots.get("placeCode", ""))):
        return own.name in (draft.slots.get("place", own.name), draft.slots.get("district"))
    return own.code[:DISTRICT] == code[:DISTRICT]


def told_district(clause: Clause, mention: Mention) -> PlaceValue | None:
    """X ауданында аурухана қайта ашылды: the district right before a bare sort says which one is meant."""
    found = [m for m in clause.mentions("place", last=mention.first) if m.case in ("loc", "locadj", "gen")]
    return found[-1].value if found and found[-1].value.level == "district" else None


def elsewhere_than(own: PlaceValue | None, found: FacilityValue, mention: Mention) -> FacilityValue:
    """A аудандық ауруханасы жөнделді. B ауылында аурухана салынады: another one, where B lies in another district."""
    known = found.place
    if own is None or known is None or not mention.value.definite:
        return found
    other: FacilityValue = replace(mention.value, definite=False)
    if own.code and known.code:
        return found if own.code[:DISTRICT] == known.code[:DISTRICT] else other
    return found if own.name in (known.name, known.district) else other


DISTRICT = 4
"""Digits of a code that its district or city has."""


def _after(hit: Hit, mention: Mention) -> PlaceValue | None:
    """Return the place between a facility and its cue, where it is not that of the next member of a list."""
    others = hit.clause.mentions("facility", first=mention.last, last=hit.first)
    between = hit.clause.mentions("place", first=mention.last, last=hit.first)
    if others and between and between[0].first < others[-1].last:
        return None
    return nearest_place(_before_share(hit, mention, between), hit.first)


def _before_share(hit: Hit, mention: Mention, places: list[Mention]) -> Clause:
    """4 емхана A ауданында, 2-уі B ауданында салынады: of a clause, what stands before the share that has a place of its own."""
    tokens = hit.clause.sentence.tokens
    numbers = hit.clause.mentions("number", first=mention.last, last=hit.first)
    parts = [m.first for m in numbers if of_them(tokens[m.last - 1])]
    apart = bool(parts and places) and places[0].last <= parts[0] and any(p.first > parts[0] for p in places)
    return replace(hit.clause, last=parts[0]) if apart else hit.clause


def pointed_list(hit: Hit, mention: Mention, memory: Memory) -> list[PlaceValue]:
    """A, B және C ауылдарында … Аталған ауылдарда пункттер салынуда: one in each of the villages just listed."""
    index, tokens = hit.clause.index, hit.clause.sentence.tokens
    said = range(hit.clause.first, min(hit.first, mention.first + 1))
    pointing = (tokens[i + 1] for i in said[:-1] if tokens[i].norm in THESE and is_lemma(tokens[i + 1], *SETTLED))
    if not index or not any(t.best.plural for t in pointing):
        return []
    before = memory.document.sentences[index - 1]
    named = [m for m in before.mentions if m.type == "place" and m.value.level in SETTLEMENTS]
    whole = Clause(before, index - 1, 0, len(before.tokens), hit.clause.language)
    group = closed_list(whole, named)
    return [m.value for m in group] if len(group) == len(named) > 1 else []


THESE = frozenset(lexicon.words("kinds.works.sites", "these"))
SETTLED = lexicon.words("kinds.works.sites", "settled")
