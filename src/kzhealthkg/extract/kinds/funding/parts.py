"""The parts of a sum, each with an aim of its own: M теңге, оның ішінде A ауруханасына N теңге, жөндеуге K теңге."""

from __future__ import annotations

import re
from dataclasses import replace

from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.funding.purpose import Purpose, purpose
from kzhealthkg.extract.kinds.funding.purpose_behind import behind
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

SUM = ("amount", "bound", "currency", "purpose")
SITE = ("facility", *LOCATED)
POINTING = re.compile(
    r"(мәселені шешу|(олардың )?әрқайсысы|барлығы|бәрі|ол|осы|бұл|бұған|осыған|оған|соған|(бұл|осы|аталған|аталмыш) сала(лар)?|(бұл|осы|аталған|аталмыш|оның)?\s*((осы|ірі|маңызды|әлеуметтік|медициналық)[\w-]*\s+)*"
    r"(((мақсат|міндет|шара|жұмыс|жоба|жоспар)[\w]* (жүзеге асыру|іске асыру|орындау|жүргізу))|мақсат(тар)?|бағыт(тар)?|бөлі(гі|к)|қала|аудан|облыс|өңір|аймақ|ауыл|шара(лар)?|жұмыс(ы|тар|тары)?|жоба(лар|сы)?|нысан|объект|мекеме|емдеу мекемесі))"
)
"""A purpose that only points back to the thing spoken of."""


def beside(clause: Clause, before: Mention, money: Mention, last: int, told: Draft) -> Draft | None:
    """Салуға M, жабдықтауға N теңге бөлінді: a sum behind another one, with an aim or a receiver of its own."""
    share = money.first == before.last and before.case == "gen"  # 5 млрд теңгенің 2 млрд теңгесі салуға бөлінді
    if share or (purpose(clause, before, (0, 0)) is None and behind(clause, before, money.first, (0, 0)) is not None):
        aim, receiver = behind(clause, money, last, (0, 0)), None
    else:
        part = replace(clause, first=before.last, last=money.last)
        aim, receiver = purpose(part, money, (0, 0)), _receiver(part, money) or _lying(part, money)
    return _part(told, money, aim, receiver)


def own_aim(share: Draft, clause: Clause, before: Mention, money: Mention, source: tuple[int, int]) -> None:
    """A бюджетінен дәріге M, B бюджетінен тамаққа N теңге: put in the aim that a sum of a row has besides its source."""
    aim = purpose(replace(clause, first=before.last, last=money.last), money, source)
    if aim is None or aim.facility is not None or aim.start < source[1] or POINTING.fullmatch(aim.text.lower()):
        return
    share.slots = {k: v for k, v in share.slots.items() if k not in SITE[:1]} | {"purpose": aim.text}


def listed(clause: Clause, sums: list[Mention], memory: Memory) -> list[Draft]:
    """… бөлінді, оның ішінде томографқа – 9 млн теңге: parts behind their total, without a verb of their own."""
    total = memory.last_draft("Funding", within=0, sentence=clause.index)
    behind_colon = clause.first and clause.sentence.tokens[clause.first - 1].text == ":"
    if total is None or not (behind_colon or takes_up(clause)) or any(t.best.form in FINITE for t in clause.tokens):
        return []
    floors = [clause.first, *(m.last for m in sums)]
    found = []
    for first, money in zip(floors, sums, strict=False):
        part = replace(clause, first=first, last=money.last)
        found.append(
            _part(total, money, purpose(part, money, (0, 0)), _receiver(part, money) or house_place(part, money))
        )
    drafts = [d for d in found if d is not None]
    for draft in drafts:
        draft.sentence, draft.end = clause.index, clause.tokens[-1].end
    return drafts if len(drafts) == len(sums) and _whole(total, drafts) else []


def _whole(total: Draft, drafts: list[Draft]) -> bool:
    """Say whether the parts are no more than their total."""
    return bool(sum(d.slots["amount"] for d in drafts) <= total.slots.get("amount", 0))


def _lying(part: Clause, money: Mention) -> Mention | None:
    """… X ауылындағыға 19 млн теңге: return where what the next sum is for lies."""
    local = [m for m in part.mentions("place", last=money.first) if m.case == "locadj" and m.value.level in LOCAL]
    return house_place(part, money) or next(iter(local), None)


def house_place(clause: Clause, money: Mention) -> Mention | None:
    """X ауданының ауруханасына: return the place that a bare house, which the money before it is for, lies in."""
    near = (m for m in clause.mentions("place", last=money.first) if m.case == "gen" and m.value.level in LOCAL)
    houses = {m.first: m for m in clause.mentions("facility", last=money.first) if not m.value.name}
    return next((m for m in near if m.last in houses), None)


LOCAL = SETTLEMENTS | {"district"}


def _receiver(clause: Clause, money: Mention) -> Mention | None:
    """Return the place in the dative right before a sum, a dash between them at most."""
    last = money.first - (clause.sentence.tokens[money.first - 1].text in DASHES)
    return next((m for m in clause.mentions("place") if m.last == last and m.case == "dat"), None)


def _part(told: Draft, money: Mention, aim: Purpose | None, receiver: Mention | None) -> Draft | None:
    """Return a part like its total, but for its own sum and aim; None where neither aim nor receiver is told."""
    pointing = aim is not None and POINTING.fullmatch(aim.text.lower())
    if pointing or (aim is None and receiver is None):
        return None
    facility = aim.facility.value if aim is not None and aim.facility is not None else None
    held = str(told.slots.get("place", "")).split(" ")[0]
    elsewhere = bool(held) and held in str(told.slots.get("purpose", ""))  # of the first aim alone
    own = SITE if facility is not None or receiver is not None or elsewhere else ()
    slots = {k: v for k, v in told.slots.items() if k not in (*SUM, *own)}
    part = Draft("Funding", slots, aim.start if aim is not None else money.start, told.end, told.rule)
    part.sentence, part.inherited = told.sentence, told.inherited - set(own)
    roles.quantity(part, "amount", money)
    if receiver is not None:
        part.cover(receiver.start, receiver.end)
        say_place(part, receiver.value)
    elif facility is not None:
        part.say("facility", facility.name)
        say_place(part, facility.place)
    only_place = receiver is not None and aim is not None and aim.start >= receiver.start and aim.end <= receiver.end
    if aim is not None and not only_place and not (facility is not None and aim.text == facility.name):
        part.say("purpose", aim.text)
    return part
