"""Works that a heading only counts or calls by their sort, and a list behind its sign names: салынған нысандар: F, G."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.sites import place_list
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import FINITE, Clause, forms
from kzhealthkg.extract.clause.themes import PARTICIPLE, group_end
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import completion, say_name
from kzhealthkg.extract.kinds.works.lines import LINE
from kzhealthkg.model import Mention, PlaceValue

SIGNS = frozenset(":–—-")
LINES = 16
"""Lines in the longest list."""


def named_list(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works of a list whose heading a clause is, each with the source, programme and time of the heading."""
    tokens = clause.sentence.tokens
    if clause.last >= len(tokens) or tokens[clause.last].text not in SIGNS or "works" not in clause.cues:
        return []
    hit = _heading(clause)
    said = status(clause, hit.last - 1, group_end(hit)) if hit is not None else ""
    if hit is None or not said:
        return []
    told = ((rest, m) for rest in _rests(clause, memory) for m in rest.mentions("facility") if _is_member(m))
    return [draft for rest, m in told for draft in _drafts(hit, rest, m, said, memory)]


def _heading(clause: Clause) -> Hit | None:
    """Салынған [нысандар]: a participle of works right before the facilities, named by no more than their sort, that close it."""
    sorts = [m for m in clause.mentions("facility") if m.last == clause.last and not m.value.name]
    sort = next((m for m in sorts if m.value.plural or m.value.count is not None), None)
    if sort is None or sort.case not in ("nom", ""):
        return None
    cues = (h for h in hits("works", clause) if forms(h.verb) & PARTICIPLE and not h.verb.best.negative)
    return next((h for h in cues if group_end(h) <= sort.first and not h.frame.options.get("equip")), None)


def _rests(clause: Clause, memory: Memory) -> Iterator[Clause]:
    """Yield what stands behind the sign, or else the lines below it, as far as no verb tells something of its own."""
    rest = Clause(clause.sentence, clause.index, clause.last + 1, len(clause.sentence.tokens), clause.language)
    if rest.first < rest.last:
        yield from (rest,) if _is_bare(rest) else ()
        return
    for index in range(clause.index + 1, min(clause.index + LINES, len(memory.document.sentences))):
        sentence = memory.document.sentences[index]
        line = Clause(sentence, index, 0, len(sentence.tokens), clause.language)
        if line.last > LINE or "facility" not in line.named or not _is_bare(line):
            return
        yield line


def _is_bare(rest: Clause) -> bool:
    return not any(t.best.form in FINITE for t in rest.tokens)


def _is_member(mention: Mention) -> bool:
    value = mention.value
    sorted_ = bool(value.name) or value.type not in ("", "medical-facility")
    return sorted_ and mention.case in ("nom", "") and not value.definite


def _drafts(hit: Hit, rest: Clause, mention: Mention, said: str, memory: Memory) -> list[Draft]:
    """Return the work on one member, one for each place that a plural is told of."""
    places: list[PlaceValue | None] = [*place_list(rest, mention)]
    places = places or [memory.resolve(mention.value).place or nearest_place(rest, mention.first)]
    return [_draft(hit, rest, mention, place, said, memory) for place in places]


def _draft(hit: Hit, rest: Clause, mention: Mention, place: PlaceValue | None, said: str, memory: Memory) -> Draft:
    slots = {"workType": hit.frame.slots["workType"], "status": said}
    heading = hit.clause.tokens
    draft = Draft("Works", slots, heading[0].start, heading[-1].end, "works-named-list")
    say_name(draft, memory.remember_place(memory.resolve(mention.value), place))
    say_place(draft, place)
    draft.say("source", money_source.source(hit.clause)[0])
    roles.finish(draft, hit.clause, memory, completion=completion(hit, said))
    draft.start, draft.end, draft.sentence = mention.start, mention.end, rest.index
    for site in (m for m in rest.mentions("place", last=mention.first) if m.value == place):
        draft.cover(site.start, mention.end)
    return draft
