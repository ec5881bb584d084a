"""Procurement: equipment, vehicles, medicines are bought, delivered, installed."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains, lacking
from kzhealthkg.extract.clause.costing import building_of
from kzhealthkg.extract.clause.frames import Hit, every_hit, hits
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import MEANT_FOR
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.clause.themes import is_purpose
from kzhealthkg.extract.context import events, money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.same_money import with_this_money
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.funding import parts_ru as funding_parts_ru
from kzhealthkg.extract.kinds.funding.of_goods import of_means
from kzhealthkg.extract.kinds.funding.status_kk import goes_on_yearly
from kzhealthkg.extract.kinds.goods import bare_counts, goods, item_names, priced_ru, supplies
from kzhealthkg.extract.kinds.goods.counted_members import counted_members
from kzhealthkg.extract.kinds.goods.known import is_known, is_named, is_specific
from kzhealthkg.extract.kinds.goods.likened import likened
from kzhealthkg.extract.kinds.goods.receivers import behind_dash
from kzhealthkg.extract.kinds.procurement import (
    deals_ru,
    gapped_ru,
    lacks,
    other_givers_ru,
    parts,
    priced_things,
    receiver_rows,
)
from kzhealthkg.extract.kinds.procurement.figured_ru import figured
from kzhealthkg.extract.kinds.procurement.guards import untold
from kzhealthkg.extract.kinds.procurement.means import ends, money_status
from kzhealthkg.extract.kinds.procurement.members import members
from kzhealthkg.extract.kinds.procurement.no_things import no_thing
from kzhealthkg.extract.kinds.procurement.other_regions import settled
from kzhealthkg.extract.kinds.procurement.others import far_from_health, for_animals
from kzhealthkg.extract.kinds.procurement.out_of_ru import words_of
from kzhealthkg.extract.kinds.procurement.paid_again import paid_again
from kzhealthkg.extract.kinds.procurement.paid_for import paid_for
from kzhealthkg.extract.kinds.procurement.painted import painted
from kzhealthkg.extract.kinds.procurement.patients import for_themselves, of_patients, taken
from kzhealthkg.extract.kinds.procurement.purchased import bought
from kzhealthkg.extract.kinds.procurement.sums import part_of_sum, shared_with_another
from kzhealthkg.extract.kinds.procurement.tenders import called, undated
from kzhealthkg.extract.kinds.procurement.told_again import in_them, told_again
from kzhealthkg.extract.kinds.procurement.worth import worth
from kzhealthkg.model import Mention


def procurement(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says is bought, delivered or installed."""
    return with_this_money(settled(_procurement(clause, memory), clause), clause, memory)


def _procurement(clause: Clause, memory: Memory) -> list[Draft]:
    drafts: list[Draft] = []
    may_tell = "procurement" in clause.cues and (memory.told_any("Procurement") or goods.may_hold(clause))
    for found in every_hit("procurement", clause) if may_tell else ():
        for draft in [] if found[0].frame.options.get("idiom") else _first(found, memory):
            if not any(_same(draft, other) for other in drafts):
                drafts.append(draft)
    sorts = [d for d in counted_members(clause, memory, drafts) if not any(_same(d, other) for other in drafts)]
    _as_total(drafts, clause, memory)
    if drafts or sorts:
        return drafts + sorts + ([] if sorts else parts.left_over(clause, drafts, memory))
    for rule in TAKING_UP if "number" in clause.named or memory.told_any(*TAKEN_UP) else ():
        if told := rule(clause, memory):
            return told
    return []


def _as_total(drafts: list[Draft], clause: Clause, memory: Memory) -> None:
    """Көліктер лизингпен алынды. Оның ішінде A-ға бес көлік тиді: parts are paid for as their total is."""
    total = memory.last_draft("Procurement", within=1, sentence=clause.index) if drafts and takes_up(clause) else None
    for draft in drafts if total is not None else ():
        if total is not None and str(total.slots["item"]).endswith(str(draft.slots["item"]).rpartition(" ")[2]):
            for slot in ("source", "programme"):
                draft.inherit(slot, total.slots.get(slot))


TAKING_UP = (lacks.lacking_goods, parts.shared, parts.listed, members, bare_counts.headless, paid_again, paid_for)
"""What a clause may tell of a purchase without its verb, by a figure, or of one that was told before it."""
TAKEN_UP = ("Procurement", "Works", "Service", "Indicator")
"""Kinds of what may be told before it."""


def _first(found: list[Hit], memory: Memory) -> list[Draft]:
    """Return what the first of the frames says that fits: көлікпен толықты, 40 көлікке толықты."""
    return next(filter(None, (_drafts(hit, memory) for hit in found)), [])


def _same(one: Draft, other: Draft) -> bool:
    return all(one.slots.get(k) == other.slots.get(k) for k in ("item", "count", "amount", "facility", "place"))


def _drafts(hit: Hit, memory: Memory) -> list[Draft]:
    purpose = events.is_action_noun(hit) and (is_purpose(hit) or _paid_for(hit) or called(hit) != "")
    found = (money_status(hit.clause) or called(hit)) if purpose else _said(hit)
    if not found or _no_purchase(hit, memory):
        return []
    if hit.frame.options.get("supply") and not purpose:
        places = supplies.supplied(hit, found, memory)
        if places:
            return places
    rows = [] if purpose else _by_price(hit, found, memory) or _gapped(hit, found, memory)
    if rows:
        return rows
    items = _items(hit, memory, purpose=purpose)
    rows = _rows(hit, items[0], found, memory) if len(items) == 1 and not purpose else []
    rows = rows or _things(hit, items, found, memory)
    return undated(hit, rows) if purpose else rows


def _no_purchase(hit: Hit, memory: Memory) -> bool:
    told_otherwise = untold(hit) or painted(hit) or in_them(hit, memory)
    return told_otherwise or of_patients(hit) or for_themselves(hit) or for_animals(hit, memory)


def _items(hit: Hit, memory: Memory, *, purpose: bool) -> list[Phrase]:
    """Return what a cue says is bought: no part of a sum, nothing told before, no things that want a number."""
    if listed := [] if purpose else figured(hit.clause):
        return listed
    items = [i for i in bought(hit) if not part_of_sum(i)]
    items = [i for i in items if i.count is not None or not (purpose or _wants_count(hit, i, items))]
    return [i for i in items if not (told_again(i, memory) or no_thing(i) or taken(i) or far_from_health(i, memory))]


def _things(hit: Hit, items: list[Phrase], found: str, memory: Memory) -> list[Draft]:
    """Return a draft for each of several things; behind a dash receivers get only the last of them."""
    items = [replace(i, count=m) for i in items[:1] for m in bare_counts.elided(hit.clause, i)] + items
    prices = priced_things.own_prices(hit.clause, items)
    drafts = [_draft(hit, item, found, memory, prices.get(item.head, []) if prices else None) for item in items]
    for draft in [] if prices else _unpriced(hit, items, drafts):
        draft.drop("amount", *(() if "count" in draft.slots else ("bound",)))
    apart = len(drafts) > 1 and behind_dash(hit)
    drafts = likened(drafts[0], items[0], memory) if len(drafts) == 1 else drafts
    own = drafts[-1:] if apart else drafts
    whole = [d for d in drafts if d not in own]
    return [*whole, *(d for draft in own for d in supplies.distributed(draft, hit, memory))]


def _gapped(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """В A установлен ангиограф, в B – томограф: what the verb has, and what it is not said again of."""
    short, receivers = gapped_ru.parted(hit)
    if receivers:
        return [*_drafts(short, memory), *gapped_ru.told(hit, receivers, found, memory)]
    others = other_givers_ru.gaps(hit)
    own = _drafts(replace(hit, clause=replace(hit.clause, last=others[0][0])), memory) if others else []
    return [*own, *other_givers_ru.told(hit, others, own, memory)] if own else []


def _rows(hit: Hit, item: Phrase, found: str, memory: Memory) -> list[Draft]:
    """A-ға 3, B-ға 5 аппарат; A-ға 12 млн, B-ға 9 млн теңгеге дәрі: one thing, so much of it to each."""
    if hit.clause.language == "ru" and (dealt := deals_ru.deals(hit.clause, item)):
        whole = _draft(hit, item, found, memory)
        parts_of = [supplies.paired(whole, hit.clause, pair, memory) for pair in dealt]
        alone = item.count is None or any(number is item.count for _, number in dealt)
        return parts_of if alone else [whole, *parts_of]
    pairs = supplies.pairs(hit.clause, item)
    if pairs:
        return [supplies.paired(_draft(hit, item, found, memory), hit.clause, pair, memory) for pair in pairs]
    if not (worths := supplies.priced(hit.clause)):
        return []
    draft = _draft(hit, item, found, memory)
    return [supplies.worth(draft, *pair) for pair in worths]


def _by_price(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """[M теңгеге] A-ға томограф, [N теңгеге] B-ға рентген аппараты алынды: each thing with its price and receiver."""
    drafts: list[Draft] = []
    for words, item, alone in priced_things.parts(hit) or receiver_rows.parts(hit):
        part = replace(hit, clause=words)
        draft = priced_things.unowned(_draft(part, item, found, memory), item)
        if not alone:
            draft.slots.pop("amount", None)
        drafts += supplies.distributed(draft, part, memory)
    return drafts


def _unpriced(hit: Hit, items: list[Phrase], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of things whose price is only told of all of them."""
    if _priced_together(hit, items):
        return drafts
    money = hit.clause.mentions("money")
    detailed = len(money) == 1 and any(
        t.text == ":" for t in hit.clause.sentence.tokens[money[0].last : hit.clause.last]
    )
    behind = [d for i, d in zip(items, drafts, strict=True) if money and i.first >= money[0].last]
    return behind if detailed else []  # оборудование на 186 млн тенге: A, B, C


def _priced_together(hit: Hit, items: list[Phrase]) -> bool:
    """5 млрд теңгеге 18 техника, 38 машина алынды: one sum for several things is that of none."""
    money = hit.clause.mentions("money")
    if len(money) == 1 and len(items) == 1 and (_closes_list(hit, items[0]) or shared_with_another(items[0], money[0])):
        return True
    counted = hit.clause.mentions("number", last=money[0].first) if money else []
    if len(money) != 1 or not items or max(len(items), len(counted)) < 2:
        return False
    before = [t.norm for t in hit.clause.sentence.tokens[max(0, money[0].first - 3) : money[0].first]]
    if any(t.text == ":" for t in hit.clause.sentence.tokens[money[0].last : items[0].first]):
        return True  # 17 единиц на 380 млн тенге: 2 аппарата …
    if hit.clause.language == "ru" and len(items) > 1 and all(i.last <= money[0].first for i in items):
        return True  # 4 кювеза и 2 аппарата на 54 млн тенге
    return money[0].last <= min(i.first for i in items) or any(word in OVERALL for word in before)


def _closes_list(hit: Hit, item: Phrase) -> bool:
    """Томограф, ангиограф және 4 УДЗ аппаратымен жабдықтауға M: devices before it in the same list cost it as well."""
    found = goods.things(hit.clause) if item.count is not None else []
    last = next((p for p in found if p.head == item.head), None)
    return last is not None and len(chains.chain(found, last)) > 1


OVERALL = frozenset(lexicon.words("kinds.procurement.procurement", "overall"))


def _wants_count(hit: Hit, item: Phrase, found: list[Phrase]) -> bool:
    """Жабдықтармен жабдықталды says which things came only with a number, or the money they cost.

    In a Russian list of devices their neighbours of several words are devices as well.
    """
    paid = [m for m in hit.clause.mentions("money") if building_of(hit.clause, m) is None]
    priced = any(m.last <= item.first for m in paid) and not worth(hit)
    beside = item.last - item.first > 1 and any(is_named(i) for i in found)
    named = beside if hit.clause.language == "ru" else _among_devices(item, found)
    return bool(hit.frame.options.get("counted")) and not (priced or is_specific(item) or named)


def _among_devices(item: Phrase, found: list[Phrase]) -> bool:
    """Рентген, маммограф және екі УДЗ аппараты: one of its sort in a list of devices is a device as well."""
    single = not item.clause.sentence.tokens[item.head].best.plural
    return single and is_known(item) and any(is_specific(other) for other in found if other is not item)


def _said(hit: Hit) -> str:
    """Return what the frame says by itself (қажет: needed), else what its verb says."""
    lack = hit.frame.options.get("status", "")
    if lack:
        return lack if lacking.stated(hit) else ""
    found = events.said(hit)
    if found == "completed" and _gives_money(hit):
        return "allocated"
    after = hit.clause.sentence.tokens[hit.last : hit.clause.last] if hit.clause.language == "kk" else ()
    if (
        hit.clause.language == "kk"
        and goes_on_yearly(hit, found)
        and "due" not in {m.value.role for m in hit.clause.mentions("date")}
    ):
        return "underway"
    return "planned" if found and any(phase_of(t, "kk") == "plan" for t in after) else found


def _gives_money(hit: Hit) -> bool:
    """Выделены 49 млн на приобретение двух аппаратов: it is the money that has been given."""
    if hit.clause.language == "kk" or "money" not in hit.clause.named:
        return False
    return any(events.is_action_noun(h) and _paid_for(h) for h in hits("procurement", hit.clause))


def _draft(hit: Hit, item: Phrase, found: str, memory: Memory, prices: list[Mention] | None = None) -> Draft:
    """Return what one thing's draft says, its price among ``prices``, or where none are known its clause's first sum."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    draft = Draft(
        "Procurement", {}, min(item.start, tokens[hit.first].start), tokens[clause.last - 1].end, hit.frame.name
    )
    item_names.name(draft, item, memory)
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    known = priced_ru.of_all(clause, draft) if prices is None else prices
    sums = [m for m in known if m.case != "abl" or m.value.bound]  # 49 теңгеден: the price of one
    sums = [m for m in sums if (building_of(clause, m) or item.last) >= item.first]
    for money in [] if worth(hit) else sums[:1]:
        roles.quantity(draft, "amount", money)
    draft.say("status", found)
    own = funding_parts_ru.source(clause, sums[0])[0] if sums else money_source.source_of(clause, item.count)
    draft.say("source", own)
    return roles.finish(
        draft,
        words_of(clause, item),
        memory,
        completion=ends(clause, found) or None,
        near=item.count.first if item.count is not None else None,
    )


def _paid_for(hit: Hit) -> bool:
    """На покупку 5 машин перечислили M: what money is given for, in Russian."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    before = next((t for t in reversed(tokens[clause.first : hit.first]) if t.best.pos != "ADJ"), None)
    aimed = clause.language == "ru" and before is not None and before.norm in MEANT_FOR
    return aimed and ("money" in clause.named or of_means(clause)) and bool(list(hits("funding", clause)))
