"""Parts of a Russian sum: выделено M, в том числе N из областного бюджета; and sums that are a school's."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

PARTING = tuple(tuple(phrase.split()) for phrase in lexicon.words("kinds.funding.parts_ru", "parting"))
SCHOOLS = lexicon.words("kinds.funding.parts_ru", "schools")
REACH = 6
"""Words from "which" back to the noun it stands for."""
LEAST = 1_000_000
"""The least number that can be a sum whose currency was said before."""
LONGEST = 3
"""Words between the opening of a part and its sum, at most."""


SUM = ("amount", "bound", "currency", "source")


def source(clause: Clause, money: Mention) -> tuple[str, int, int]:
    """Return where a sum comes from: a source that is said of its part is not its own."""
    at = begun_parts(clause, money.last)
    at = _next_giver(clause, money) if at is None else at
    return money_source.source(clause) if at is None else money_source.own_source(replace(clause, last=at))


def _next_giver(clause: Clause, money: Mention) -> int | None:
    """Выделено M, от спонсора – N: return the comma behind a sum that opens the next one's source."""
    later = next((m.first for m in sums(clause, money.last)), None)
    if later is None:
        return None
    tokens = clause.sentence.tokens
    comma = next((i for i in range(money.last, later) if tokens[i].text == ","), None)
    named = comma is not None and money_source.own_source(replace(clause, first=comma, last=later))[0]
    return comma if named else None


def begun_parts(clause: Clause, first: int) -> int | None:
    """Return where a colon, a comma with another source or "в том числе" opens the parts of the sum before ``first``."""
    norms = [t.norm for t in clause.sentence.tokens]
    for later in sums(clause, first)[:1]:
        for at in range(max(first, later.first - REACH - REACH), later.first):
            if norms[at] == ":" or _parts(norms, at):
                return at
    return None


def _parts(norms: list[str], at: int) -> bool:
    return any(tuple(norms[at : at + len(words)]) == words for words in PARTING)


def opens_part(clause: Clause, first: int, last: int) -> bool:
    """M, из которых 12 – на лекарства: whether a part of the sum before ``first`` is opened before ``last``."""
    norms = [t.norm for t in clause.sentence.tokens]
    return any(_parts(norms, at) for at in range(first, last))


def sums(clause: Clause, first: int) -> list[Mention]:
    """Return the sums of money behind a token; 2,9 млрд – из A: the currency may be said once for all."""
    found = clause.mentions("money", "number", first=first, last=clause.last)
    return [m for m in found if m.type == "money" or m.value.value >= LEAST]


def parts(clause: Clause, draft: Draft) -> list[Draft]:
    """Return the parts of a sum that come each from a source of its own, which stands right behind it."""
    told = [m for m in clause.mentions("money") if m.start in draft.used]
    at = begun_parts(clause, told[0].last) if told else None
    behind = sums(clause, at) if at is not None else []
    begun = [at or 0, *(m.last for m in behind)]
    ends = [*(m.first for m in behind), clause.last][1:]
    found = []
    for first, money, end in zip(begun, behind, ends, strict=False):
        name, start, last = money_source.own_source(replace(clause, first=money.first, last=end))
        if not name and len(behind) == 1:  # из них в этом году из республиканского бюджета выделено N
            name, start, last = money_source.own_source(replace(clause, first=first, last=money.first))
        if name:
            found.append(_given(clause, first, money, _part(draft, money, name, start, last)))
    return found


def _given(clause: Clause, at: int, money: Mention, part: Draft) -> Draft:
    """Return a part with what its own verb and date say, where it has them: стоимость M, из них N выделено в этом году."""
    own = [h for h in hits("funding", clause) if at <= h.first < money.first and not h.frame.options.get("cost")]
    dates = clause.mentions("date", first=at, last=money.first)
    if own and own[-1].verb.best.form == "perf":
        part.say("status", own[-1].frame.options["past"])
        part.drop("facility", "date")
        part.say("date", dates[-1].value.edtf if dates else "")
    return part


def _part(draft: Draft, money: Mention, name: str, start: int, last: int) -> Draft:
    """Return the part of a sum that one source gives."""
    slots = {k: v for k, v in draft.slots.items() if k not in SUM}
    part = replace(draft, slots=slots, inherited=set(draft.inherited), used=set())
    roles.quantity(part, "amount", money)
    part.say("source", name)
    part.cover(start, last)
    return part


def of_sum_before(clause: Clause, memory: Memory) -> list[Draft]:
    """Проект обошёлся в M. Из них N – средства бюджета: the parts, by their sources, of the sum told just before."""
    told = sum_before(clause, memory)
    if told is None:
        return []
    behind = [m for m in sums(clause, clause.first) if m.value.value < told.slots["amount"]]
    ends = [*(m.first for m in behind), clause.last][1:]
    given = next((h.frame.options["past"] for h in hits("funding", clause) if h.verb.best.form in DONE), "")
    found = []
    for money, end in zip(behind, ends, strict=True):
        name, _, last = money_source.own_source(replace(clause, first=money.first, last=end))
        if name:
            found.append(_of_whole(told, money, name, max(last, money.end), given))
            found[-1].sentence = clause.index
    return found


def sum_before(clause: Clause, memory: Memory) -> Draft | None:
    """Return the sum of the sentence before, whose parts a sentence opens: Из них …"""
    norms = tuple(t.norm for t in clause.tokens[:LONGEST])
    if clause.first or not any(norms[: len(words)] == words for words in OF_THEM):
        return None
    told = memory.last_draft("Funding", within=1, sentence=clause.index)
    return None if told is None or told.sentence == clause.index else told


def _of_whole(told: Draft, money: Mention, name: str, end: int, given: str) -> Draft:
    """Return a part with what it has from its whole."""
    slots = {k: v for k, v in told.slots.items() if k not in SUM}
    part = Draft("Funding", slots, money.start, end, told.rule)
    part.say("source", name)
    roles.quantity(part, "amount", money)
    if given:
        part.slots["status"] = given
    return part


OF_THEM = frozenset(tuple(phrase.split()) for phrase in lexicon.words("kinds.funding.parts_ru", "of_them"))
DONE = frozenset({"perf", "past"})


def of_economy(clause: Clause) -> bool:
    """В экономику привлечено M инвестиций, наложен штраф в M: money that is not for health care, or is a punishment."""
    fined = not clause.sentence.words.isdisjoint(FINES)
    wide = clause.says(*ECONOMY) or _of_area(clause) or _of_all_sectors(clause)
    return fined or (wide and not any(m.value.type or m.value.name for m in clause.mentions("facility")))


def _of_all_sectors(clause: Clause) -> bool:
    """На объекты социальной сферы, социальные нужды: money of which health care has only a part."""
    pairs = pairwise(clause.tokens)
    return any(a.best.lemma == "социальный" and is_lemma(b, *SPHERES) for a, b in pairs)


def _of_area(clause: Clause) -> bool:
    """На развитие района, на развитие Иртышского района: money for all that there is in an area."""
    tokens = clause.tokens
    growing = (i for i, t in enumerate(tokens[:-1]) if t.best.lemma == "развитие")
    behind = (next((t for t in tokens[i + 1 : i + 3] if t.best.pos == "NOUN"), None) for i in growing)
    return any(noun is not None and is_lemma(noun, *AREAS) for noun in behind)


ECONOMY = lexicon.words("kinds.funding.parts_ru", "economy")
SPHERES = lexicon.words("kinds.funding.parts_ru", "spheres")
AREAS = lexicon.words("kinds.funding.parts_ru", "areas")
FINES = lexicon.words("kinds.funding.parts_ru", "fines")


def of_school(clause: Clause) -> bool:
    """Школа, на ремонт которой выделено M: the money is that of what "which" stands for."""
    tokens = clause.sentence.tokens
    which = next((i for i in range(clause.first - 1, clause.last) if "который" in tokens[i].words), None)
    if which is None or clause.first == 0 or which - clause.first > LONGEST:
        return False
    before = tokens[max(0, which - REACH) : which]
    health = any(m.last > which - REACH for m in clause.sentence.mentions if m.type == "facility")
    return any(is_lemma(t, *SCHOOLS) for t in before) and not health
