"""Numbers that stand for facilities told just before: оның алтауы жөнделді; 27 нысанды салу және 14-ін жөндеу."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.of_total import of_them
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.shares import total_above
from kzhealthkg.extract.kinds.works.sites import ONE_OF
from kzhealthkg.model import FacilityValue, Mention


def counted_part(hit: Hit, memory: Memory) -> list[Mention]:
    """Оның алтауы жөнделді: a number of its own, out of the facilities counted just before."""
    total = total_above(hit.clause, memory)
    if total is None or "count" not in total.slots or hit.clause.language == "ru":
        return []
    tokens = hit.clause.sentence.tokens
    found = [m for m in hit.clause.mentions("number", last=hit.first) if of_them(tokens[m.last - 1])]
    if not found and (one := _one(hit)) is not None:
        alone = FacilityValue("", str(total.slots.get("facilityType", "")))
        token = tokens[one]
        return [Mention("facility", one, one + 1, token.start, token.end, alone, "nom")]
    part = FacilityValue("", str(total.slots.get("facilityType", "")), found[-1].value if found else None)
    return [replace(m, type="facility", value=part) for m in found[-1:]]


def _one(hit: Hit) -> int | None:
    """Return where a clause says "one of them": соның (ішінде) бірі X ауылында салынды."""
    tokens = hit.clause.sentence.tokens
    ones = (i for i in range(hit.clause.first, hit.first) if tokens[i].norm in ONE_OF)
    return next((i for i in ones if any(t.norm in roles.PART_OF for t in tokens[max(0, i - 2) : i])), None)


def with_total(hit: Hit, mentions: list[Mention]) -> list[Mention]:
    """30 нысан – амбулаториялар мен пункттер салынды: the total that a dash takes apart into its sorts."""
    sentence = hit.clause.sentence
    if len(mentions) < LEAST or SIGNS.isdisjoint(sentence.words) or mentions[0].case not in NAMED:
        return mentions
    near = (m for m in sentence.mentions if m.type == "facility" and 0 < mentions[0].first - m.last <= REACH)
    totals = (m for m in near if m.value.count is not None and not m.value.name and m.value.type in ANY)
    fits = (m for m in totals if sentence.tokens[m.last].text in SIGNS and m.case in NAMED)
    return [*(m for m in fits if not _of_others(hit, m.last, mentions)), *mentions]


def _of_others(hit: Hit, first: int, mentions: list[Mention]) -> bool:
    """12 нысан: мектеп, аурухана және емхана: a total that other houses share is none of health."""
    covered = {i for m in mentions for i in range(m.first, m.last)}
    between = (hit.clause.sentence.tokens[i] for i in range(first, mentions[-1].last) if i not in covered)
    return any(t.best.pos in ("NOUN", "PROPN") for t in between)


NAMED = ("nom", "")
REACH = 3
"""Words from the end of a total to its first sort, at most: – 12 жаңа амбулатория."""
ANY = ("", "medical-facility")
SIGNS = frozenset("–—-:")
LEAST = 2
"""Sorts that a dash takes a total apart into, at least."""


def of_the_whole(drafts: list[Draft], clause: Clause, memory: Memory) -> None:
    """12 нысанда жөндеу жүргізілді, оның бесеуі аяқталды: what is finished is the work told of the whole."""
    total = total_above(clause, memory)
    if total is not None:
        for draft in drafts:
            draft.slots["workType"] = total.slots["workType"]


def own_share(hit: Hit, mentions: list[Mention]) -> list[Mention]:
    """27 нысанды салу және 14-ін жөндеу: the share right before a cue is what is worked on, of the things before it."""
    tokens = hit.clause.sentence.tokens
    near = [m for m in hit.clause.mentions("number") if m.last == hit.first and tokens[m.last - 1].best.possessive]
    if not near or not mentions or mentions[-1].value.count is None or mentions[-1].last > near[0].first:
        return []
    part = FacilityValue("", mentions[-1].value.type, near[0].value)
    return [replace(near[0], type="facility", value=part)]
