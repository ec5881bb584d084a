"""What money is for, and where that lies."""

from __future__ import annotations

import re
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import events
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.figures import known
from kzhealthkg.extract.kinds.funding import parts as funding_parts
from kzhealthkg.extract.kinds.funding.parts import POINTING
from kzhealthkg.extract.kinds.funding.purpose import Purpose, purpose
from kzhealthkg.extract.kinds.funding.purpose_behind import behind
from kzhealthkg.model import Mention, PlaceValue

POINTER = re.compile(
    r"(бұл|осы|аталған|аталмыш|оның|оны|оларды|екеуін|үшеуін|бәрін|барлығын|мекеме(нің)?|нысан(ның)?|жоба(ның)?|ғимарат(тың)?)\s+(?=\w)",
    re.IGNORECASE,
)
ACTIONS = {"құрылысы": "құрылыс", "жөндеуі": "жөндеу", "реконструкциясы": "реконструкция"}
PLURAL = re.compile(r"\w+(лар|лер|дар|дер|тар|тер)(ды|ді|ты|ті|дың|дің|тың|тің|ы|і)?\b")


def say_purpose(draft: Draft, hit: Hit, money: Mention, skip: tuple[int, int], memory: Memory) -> bool:
    """Say what the money is for; return whether that points back to what was spoken of."""
    clause = hit.clause
    found: Purpose | None = purpose(clause, money, skip) or behind(clause, money, segment(hit, money), skip)
    if found is None:
        return False
    draft.cover(found.start, found.end)
    text, pointing = _unpointed(found.text)
    draft.say("purpose", "" if found.facility is not None and text == found.facility.value.name else text)
    say_place(draft, _local(clause, money, segment(hit, money) if found.start >= money.end else money.first))
    if (lying := funding_parts.house_place(replace(clause, last=money.last), money)) is not None:
        say_place(draft, lying.value)
    if found.facility is not None:
        facility = known(memory, clause.sentence, found.facility)
        where = facility.place or nearest_place(clause, found.facility.first)
        where = where if facility.name or _alone(clause, found.facility.first) else None
        facility = memory.remember_place(facility, where)
        draft.say("facility", facility.name)
        say_place(draft, where)
    return pointing


def segment(hit: Hit, money: Mention) -> int:
    """Return where the words behind a sum end: at the next sum, or at the verb."""
    return min((m.first for m in hit.clause.mentions("money") if money.last <= m.first < hit.first), default=hit.first)


def _unpointed(text: str) -> tuple[str, bool]:
    """Return a purpose without the words that point back (оның құрылысы), and whether it had any."""
    if POINTING.fullmatch(text.lower()):
        return "", True
    shorter = POINTER.sub("", text, count=1) if POINTER.match(text) else text
    if shorter.lower() in BARE:
        return shorter, True
    alone = shorter.lower() in ACTIONS or shorter.lower() in ACTIONS.values()
    return ACTIONS.get(shorter.lower(), shorter), (shorter != text or alone) and not PLURAL.search(shorter)


BARE = frozenset(lexicon.words("kinds.funding.purposes", "bare"))


def _local(clause: Clause, money: Mention, last: int) -> PlaceValue | None:
    """Семейде … құрылысына M бөлінді, M Семейдегі … құрылысына бөлінді: the place that the money is spent in."""
    before = clause.mentions("place", last=money.first)
    found = [m for m in before or clause.mentions("place", last=last) if m.case in ("loc", "locadj")]
    alone = found and _alone(clause, found[-1].last)
    return found[-1].value if alone and found[-1].value.level in SETTLEMENTS else None


def _alone(clause: Clause, before: int) -> bool:
    """A мен B ауылдарындағы емханаларға: what lies in several places lies in none of them."""
    return len(events.listed(clause.mentions("place", last=before), clause)) < 2
