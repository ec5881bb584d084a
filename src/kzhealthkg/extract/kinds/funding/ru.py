"""Funding in Russian: money is given, foreseen, spent, lacking, or what a thing costs."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.funding import parts_ru as funding_parts_ru
from kzhealthkg.extract.kinds.funding import rows_ru as funding_rows_ru
from kzhealthkg.extract.kinds.funding.each_ru import of_each_ru
from kzhealthkg.extract.kinds.funding.guards import pointing_to_none
from kzhealthkg.extract.kinds.funding.paid_in import paid_in
from kzhealthkg.extract.kinds.funding.purpose_ru import PurposeRu, facility_in, purpose_ru
from kzhealthkg.extract.kinds.funding.sectors import (
    elsewhere,
    follows_elsewhere,
    mixed,
    of_any_objects,
    of_health,
)
from kzhealthkg.extract.kinds.funding.status_ru import cost_status, given_status
from kzhealthkg.extract.kinds.funding.told_before_ru import KINDS, inherit, say_facility, source_before
from kzhealthkg.extract.kinds.goods.priced_ru import goods_for
from kzhealthkg.model import Mention

EACH = lexicon.words("kinds.funding.ru", "each")
COST_REACH = 8
COST_SENTENCES = 3  # within which a cost is that of what was told of
ADDING = frozenset(lexicon.words("kinds.funding.ru", "adding"))
SEVERAL = frozenset(lexicon.words("kinds.funding.ru", "several"))


def funding_ru(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the money that one Russian clause gives, foresees, spends or lacks, or that a thing costs."""
    if parts := funding_parts_ru.of_sum_before(clause, memory) or funding_rows_ru.of_sum_before(clause, memory):
        return parts
    money = [m for m in clause.mentions("money") if not of_each_ru(clause, m)]
    if not money or funding_parts_ru.of_economy(clause) or paid_in(clause):
        return []
    respective = funding_rows_ru.respective(clause)
    for hit in sorted(hits("funding", clause), key=lambda h: (not h.frame.options.get("cost"), -h.last)):
        draft = _cost(hit, money, memory) if hit.frame.options.get("cost") else _given(hit, _told(hit, money), memory)
        foreign = draft is not None and _of_others(clause, draft, memory)
        if draft is not None and respective is not None and not foreign:
            return [funding_rows_ru.there(draft, *pair) for pair in respective]
        row = _apart(clause, draft) if draft is not None and respective is None else []
        if draft is not None and (row or not foreign):  # на образование направят M, на здравоохранение – N
            return of_health([*([] if foreign else _before(hit, draft)), draft, *row], "ru")
    return []


def _of_others(clause: Clause, draft: Draft, memory: Memory) -> bool:
    """Money for another sector: in its own words, in those before "which", or in those of the sentence before."""
    here = funding_parts_ru.of_school(clause) or elsewhere(clause, draft) or of_any_objects(clause, draft, memory)
    return here or mixed(clause, draft) or follows_elsewhere(clause, draft, memory)


def _told(hit: Hit, money: list[Mention]) -> Mention:
    """Return the sum that a verb tells: из выделенных 14 млрд тенге освоено 9 млрд."""
    found = funding_rows_ru.whole(hit)
    return _of_them(hit, money) if found is None else found[1]


def _of_them(hit: Hit, money: list[Mention]) -> Mention:
    """Бюджет – 914 млрд, из них 58 млрд предусмотрено на …: the part right before the verb is what it tells of."""
    begun = funding_parts_ru.begun_parts(hit.clause, money[0].last)
    own = [m for m in money if begun is not None and begun <= m.first and 0 <= hit.first - m.last <= 1]
    return own[-1] if own else money[0]


def _before(hit: Hit, draft: Draft) -> list[Draft]:
    """Return the whole of which a part was spent, where it is told that it had been given."""
    found = funding_rows_ru.whole(hit)
    given = [h for h in hits("funding", hit.clause) if h.verb.best.form == "part" and h.last <= hit.first]
    if found is None or not given or found[1].start not in draft.used:
        return []
    slots = {k: v for k, v in draft.slots.items() if k not in funding_parts_ru.SUM}
    whole = replace(draft, slots=slots, inherited=set(draft.inherited), used=set())
    roles.quantity(whole, "amount", found[0])
    whole.slots["status"] = given[0].frame.options["past"]
    if len(hit.clause.mentions("money")) > len(found) or found[0].last == found[1].first:
        whole.drop("purpose", "facility")  # из выделенных M на ремонт направят N, на технику – K
    return [whole]


def _apart(clause: Clause, draft: Draft) -> list[Draft]:
    """Return the other sums of a verb, each told apart by its source, its purpose or its year."""
    told = [m for m in funding_parts_ru.sums(clause, clause.first) if m.start in draft.used]
    rows = funding_rows_ru.rows(clause, draft, after=told[0].last) if told else []
    return rows or funding_parts_ru.parts(clause, draft)


def _made(hit: Hit, money: Mention, status: str) -> Draft:
    tokens = hit.clause.sentence.tokens
    first, last = min(hit.first, money.first), max(hit.last, money.last)
    draft = Draft("Funding", {}, tokens[first].start, tokens[last - 1].end, hit.frame.name)
    roles.quantity(draft, "amount", money)
    draft.say("status", status)
    name, start, end = funding_parts_ru.source(hit.clause, money)
    draft.say("source", name)
    if name:
        draft.cover(start, end)
    return draft


def _cost(hit: Hit, money: list[Mention], memory: Memory) -> Draft | None:
    """Стоимость проекта составляет M; a thing "стоимостью M" has the amount itself."""
    near = [m for m in money if 0 <= m.first - hit.last <= COST_REACH or 0 <= hit.first - m.last <= 2]
    if not near or (hit.verb.best.pos == "NOUN" and hit.verb.best.case == "ins"):
        return None
    if any(is_lemma(t, *EACH) for t in hit.clause.sentence.tokens[hit.last : hit.last + 2]):
        return None  # стоимость одной машины
    draft = _made(hit, near[0], cost_status(hit))
    named = [m for m in hit.clause.mentions("facility") if not m.value.definite and not m.value.plural]
    named = [m for m in named if _same_part(hit, m)]
    if named:
        say_facility(draft, hit.clause, named[0], memory)
    elif (before := _which(hit.clause)) is not None:
        say_facility(draft, replace(hit.clause, first=before[0], last=hit.clause.first), before[1], memory)
    elif not _of_things(hit):
        where = places_of(hit.clause)
        if len(where) == 1:
            say_place(draft, where[0])
        elif _of_nothing(hit.clause, memory):
            return None
        else:
            inherit(draft, hit.clause, memory, within=COST_SENTENCES)
    parts = funding_parts_ru.begun_parts(hit.clause, near[0].last)
    return roles.finish(draft, hit.clause if parts is None else replace(hit.clause, last=parts), memory)


def _which(clause: Clause) -> tuple[int, Mention] | None:
    """Проект поликлиники в A, стоимость которого M: the one facility that the words before the clause name, and where they begin."""
    opening = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 2]
    before = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    which = any(is_lemma(t, "который") for t in opening)
    return (0, before[0]) if which and len(before) == 1 and not before[0].value.plural else None


def _of_nothing(clause: Clause, memory: Memory) -> bool:
    """Открыли водопровод. Стоимость проекта – M: no work and no facility was spoken of just before."""
    told = memory.last_draft(*KINDS, within=COST_SENTENCES, sentence=clause.index)
    if any(m.value.type for m in clause.mentions("facility")):  # стоимость строительства больницы
        return False
    return told is None and clause.index - memory.facility_sentence > COST_SENTENCES


def _of_things(hit: Hit) -> bool:
    """Стоимость автомобилей: what things cost is no facility's cost."""
    behind = headed(hit.clause, "items", first=hit.last)
    return any(p.first == hit.last for p in behind)


def _same_part(hit: Hit, mention: Mention) -> bool:
    """No comma or colon parts a facility from the word of its cost."""
    first, last = min(hit.last, mention.last), max(hit.first, mention.first)
    return not any(t.text in ",:;" for t in hit.clause.sentence.tokens[first:last])


def _given(hit: Hit, money: Mention, memory: Memory) -> Draft | None:
    clause, status = hit.clause, given_status(hit)
    if pointing_to_none(hit, memory) or not status or _beside(hit, money) or _in_general(hit):
        return None
    if goods_for(hit, money) or _only_whole(hit, money):
        return None
    draft = _made(hit, money, "allocated" if _spent_in_part(hit, money) else status)
    if _by_anybody(hit, draft):
        return None
    if hit.frame.options.get("total") and draft.slots.get("bound") == "atMost":
        draft.drop("bound")  # вырос до M
    _, start, end = money_source.source(clause)
    found = None if hit.frame.options.get("sourced") else purpose_ru(clause, (start, end))
    found = None if found is not None and _of_next(clause, money, found) else found
    if hit.frame.options.get("purposed") and (found is None or found.pointing):
        return None
    if found is not None:
        _say_purpose(draft, clause, found, memory)
    adding = any(t.norm in ADDING for t in clause.tokens)
    adding = adding and (found is None or found.pointing)  # дополнительно на здравоохранение: of no house told of
    if (takes_up(clause) or adding) and not draft.slots.keys() & {"facility", "place"}:
        inherit(draft, clause, memory, within=1)
    return roles.finish(draft, clause, memory)


def _by_anybody(hit: Hit, draft: Draft) -> bool:
    """Пациент заплатил M, другу перевели M: money of people, or for people, and for no house."""
    if hit.frame.options.get("housed") and not hit.clause.mentions("facility"):
        return True
    return bool(hit.frame.options.get("sourced")) and "source" not in draft.slots and not _paid(hit)


def _paid(hit: Hit) -> bool:
    """Область заплатила M: who pays is a body of the state or a house, no patient."""
    return any(is_lemma(t, *PAYERS) and t.best.case == "nom" for t in hit.clause.tokens)


PAYERS = lexicon.words("kinds.funding.ru", "payers")
PROGRAMMES = lexicon.words("kinds.funding.ru", "programmes")


def _in_general(hit: Hit) -> bool:
    """Программа предусматривает выплату: what a programme envisages in general."""
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    active = hit.verb.best.lemma == "предусматривать" and hit.verb.best.form == "pres"
    return active and not hit.verb.norm.endswith("ся") and any(t.best.lemma in PROGRAMMES for t in before)


def _of_next(clause: Clause, money: Mention, found: PurposeRu) -> bool:
    """M пойдёт через страхование, а N – на помощь; M, из которых N – на лекарства: the purpose is that of the next sum."""
    later = (m for m in clause.mentions("money") if money.last <= m.first < found.first)
    but = any("а" in [t.norm for t in clause.sentence.tokens[money.last : m.first]] for m in later)
    return but or funding_parts_ru.opens_part(clause, money.last, found.first)


def _spent_in_part(hit: Hit, money: Mention) -> bool:
    """Из выделенных 87 млрд освоено 61 %: the whole, of which a share has been spent, was given."""
    share = any(0 <= m.first - hit.last <= 2 for m in hit.clause.mentions("percent"))
    return share and hit.frame.options["past"] == "completed" and money.last <= hit.first


def _only_whole(hit: Hit, money: Mention) -> bool:
    """Из запланированных 14 млрд тенге поступила половина: the sum is none that the verb tells of."""
    told = money.last <= hit.first and funding_rows_ru.out_of(hit.clause, money)
    return told and not _spent_in_part(hit, money)


def _beside(hit: Hit, money: Mention) -> bool:
    """Направили врачей, выдав каждому по M; бюджет вырос на M: the money is that of the gerund, or a step."""
    between = hit.clause.sentence.tokens[hit.last : money.first]
    if hit.frame.options.get("total") and (money.first < hit.last or any(t.norm == "на" for t in between)):
        return True
    return any(t.best.form == "ger" for t in between)


def _say_purpose(draft: Draft, clause: Clause, found: PurposeRu, memory: Memory) -> None:
    draft.cover(found.start, found.end)
    relative = found.text.split()[-1:] and found.text.split()[-1].startswith("котор")  # на возведение которой
    draft.say("purpose", "" if relative else found.text)
    facility = facility_in(clause, found)
    if facility is not None and not facility.value.plural:
        say_facility(draft, clause, facility, memory)
    elif found.pointing:
        if not any(t.norm in SEVERAL for t in clause.tokens):
            named = () if clause.says("бюджет") else ("source",)  # на эти цели в бюджете предусмотрено
            inherit(draft, clause, memory, within=1, also=(*named, "programme"))
        source_before(draft, clause, memory)
    elif len(places_of(clause)) == 1:
        say_place(draft, places_of(clause)[0])
