"""Funding: money is given, foreseen, spent or lacking for a purpose."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.funding import parts as funding_parts
from kzhealthkg.extract.kinds.funding import rows as funding_rows
from kzhealthkg.extract.kinds.funding import sources as funding_sources
from kzhealthkg.extract.kinds.funding import totals
from kzhealthkg.extract.kinds.funding.amounts_of import of_no_cost
from kzhealthkg.extract.kinds.funding.coming_to import comes_to
from kzhealthkg.extract.kinds.funding.found_out import found_out
from kzhealthkg.extract.kinds.funding.guards import (
    AMOUNTS,
    asked_back,
    attributed,
    cheap,
    describes,
    fee,
    grew_by,
    instead,
    lent,
    lost,
    no_cost,
    of_each,
    of_one_person,
    of_somebody,
    pointing_to_none,
    price_of,
    priced,
    put_in,
    reached,
    risen_from,
    size_of,
    worth_of,
)
from kzhealthkg.extract.kinds.funding.of_goods import untold
from kzhealthkg.extract.kinds.funding.paid_in import paid_in
from kzhealthkg.extract.kinds.funding.purposes import say_purpose, segment
from kzhealthkg.extract.kinds.funding.ru import funding_ru
from kzhealthkg.extract.kinds.funding.sectors import (
    FAR,
    continues,
    cost_of_several,
    elsewhere,
    follows_elsewhere,
    mixed,
    of_all,
    of_all_sectors,
    of_any_objects,
    of_health,
)
from kzhealthkg.extract.kinds.funding.status_kk import AMOUNTING, cost_status, given_status
from kzhealthkg.model import Mention
from kzhealthkg.model.frozen import replace

SHORT = 10
"""Words in the longest clause whose money, said for nothing, is that of the thing named just before."""
OVERALL = frozenset(lexicon.words("kinds.funding.funding", "overall"))
PROJECT = lexicon.words("kinds.funding.funding", "project")
FUND_MONEY = lexicon.words("kinds.funding.funding", "fund_money")


def funding(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the money that one clause gives, foresees, spends or lacks."""
    funding_sources.told_later(clause, memory)
    if clause.language == "ru":
        told = funding_ru(clause, memory)
        rows = [d for d in totals.behind_dash(clause, memory) if not any(d.used & t.used for t in told)]
        return untold(rows + told, clause, memory)
    total = totals.behind_dash(clause, memory)
    told = total + of_health(_told(clause, memory, {start for d in total for start in d.used}))
    return untold(told + funding_sources.parted(clause, told, memory), clause, memory)


def _no_sum(clause: Clause, money: Mention) -> bool:
    if any(h.frame.options.get("total") for h in hits("funding", clause)):
        return False  # денсаулық сақтау бюджеті M теңгеге жетті
    if risen_from(clause, money) or lent(clause, money):
        return True
    return instead(clause, money) or grew_by(clause, money) or price_of(clause, money) or worth_of(clause, money)


def _told(clause: Clause, memory: Memory, used: set[int]) -> list[Draft]:
    sums = [m for m in clause.mentions("money") if m.start not in used]
    free = [m for m in sums if not (_no_sum(clause, m) or of_one_person(clause, m))]
    if not free or lost(clause) or priced(clause) or asked_back(clause) or paid_in(clause):
        return []
    if found_out(clause, memory):
        return []
    for hit in sorted(hits("funding", clause), key=lambda h: (not _costs(h, free[0]), -h.last)):
        draft = (
            None
            if pointing_to_none(hit, memory)
            or attributed(hit, free[0])
            or describes(hit)
            or not (put_in(hit) and comes_to(hit, free[0]))
            or fee(hit)
            or of_somebody(hit)
            else _draft(hit, free[0], memory)
        )
        if draft is not None:
            return (
                []
                if elsewhere(clause, draft)
                or mixed(clause, draft)
                or of_any_objects(clause, draft, memory)
                or follows_elsewhere(clause, draft, memory)
                else _all(hit, free, draft)
            )
    return funding_rows.listed(clause, free, memory) or funding_parts.listed(clause, free, memory)


def _costs(hit: Hit, money: Mention) -> bool:
    """Say whether a cue tells a cost: not where it only sums up what the verb behind gives (сомасы M қаражат бөлінді)."""
    sums_up = hit.verb.norm.startswith(AMOUNTS) and hit.last <= money.first
    given = sums_up and any(
        h.first >= money.last and not h.frame.options.get("cost") for h in hits("funding", hit.clause)
    )
    return bool(hit.frame.options.get("cost")) and not given


def _all(hit: Hit, free: list[Mention], draft: Draft) -> list[Draft]:
    """Return the sums that the clause of a cue gives beside the first one, and that one."""
    row = funding_rows.told(draft, hit.clause, [m for m in free if m.last <= hit.first])
    return row or [*_dashed(hit, free, draft), draft, *_shares(hit, free, draft)]


def _source(clause: Clause, money: Mention, first: int) -> tuple[str, int, int]:
    """Return the source said of a sum: before it, or after it with no other figure between."""
    later = [m.first for m in clause.mentions("number", "money", "percent") if m.first >= money.last]
    later += [i for i in range(money.last, min(later, default=0)) if clause.sentence.tokens[i].text == ","]
    ahead = replace(clause, first=first, last=money.first)
    found = money_source.source(ahead) if first < money.first else ("", 0, 0)
    found = (
        found if found[0] else funding_sources.adjective(clause, money.last, min(later, default=clause.last)) or found
    )
    return found if found[0] else money_source.source(replace(ahead, last=min(later, default=clause.last)))


def _shares(hit: Hit, free: list[Mention], draft: Draft) -> list[Draft]:
    """A бюджетінен M, B қорынан N теңге бөлінді: each source gives a sum of its own."""
    found = []
    sums = [m for m in free if m.last <= hit.first]
    behind_each = funding_sources.sources(hit.clause, sums, hit.first)
    for at, (before, money) in enumerate(pairwise(sums), start=1):
        name, start, end = behind_each[at] if behind_each else _source(hit.clause, money, before.last)
        if (not name or start < before.end) and (
            other := funding_parts.beside(hit.clause, before, money, segment(hit, money), draft)
        ):
            found.append(other)
            continue
        if not name or start < before.end:
            return []
        share = _from_source(draft, money, name, (start, draft.end))
        share.cover(start, end)
        funding_parts.own_aim(share, hit.clause, before, money, (start, end))
        found.append(share)
    return found


def _dashed(hit: Hit, free: list[Mention], draft: Draft) -> list[Draft]:
    """M теңге – A бюджетінен, N теңге B қорынан бөлінді: the sum before the dash comes from the first source."""
    clause, dash = hit.clause, hit.clause.first - 1
    ahead = [m for m in clause.sentence.mentions if m.type == "money" and m.last == dash]
    name, start, end = _source(clause, free[0], clause.first)
    if not ahead or clause.sentence.tokens[dash].text not in "–—-" or not name or start > free[0].start:
        return []
    draft.drop("source")
    draft.say("source", money_source.source(replace(clause, first=free[0].last))[0])
    return [_from_source(draft, ahead[0], name, (ahead[0].start, end))]


def _from_source(draft: Draft, money: Mention, name: str, span: tuple[int, int]) -> Draft:
    """Return what another sum of the same money gives, from a source of its own."""
    slots = {k: v for k, v in draft.slots.items() if k not in ("amount", "bound", "currency", "source")}
    share = Draft("Funding", slots, *span, draft.rule, draft.sentence)
    roles.quantity(share, "amount", money)
    share.say("source", name)
    return share


def _draft(hit: Hit, money: Mention, memory: Memory) -> Draft | None:
    clause, cost = hit.clause, bool(hit.frame.options.get("cost"))
    said = cost_status(hit) if cost else given_status(hit)
    if not said or _not_told(hit, money, memory):
        return None
    tokens = clause.sentence.tokens
    draft = Draft("Funding", {}, money.start, tokens[max(hit.last, money.last) - 1].end, hit.frame.name)
    roles.quantity(draft, "amount", money)
    if reached(clause, money):
        draft.drop("bound")
    draft.say("status", said)
    name, start, end = _source(clause, money, clause.first)
    draft.say("source", name or _same_fund(clause, memory))
    if name:
        draft.cover(start, end)
    cost = cost or bool(hit.frame.options.get("comes"))
    pointing = not cost and say_purpose(draft, hit, money, (start, end), memory)
    _facility(draft, hit, memory, cost=cost, pointing=pointing)
    if takes_up(clause):
        _inherit(draft, clause, memory)
    made = roles.finish(draft, clause, memory)
    begun = cost and any(phase_of(t, "kk") == "begin" for t in clause.tokens)
    if begun or ((cost or said == "needed") and "date" not in clause.named):
        made.drop("date")  # 2024 жылы бітеді (2013 жылы басталды), құны M теңге: not when it is paid
    return made


def _not_told(hit: Hit, money: Mention, memory: Memory) -> bool:
    """Say whether a sum is no price of the thing, or no money that is given: a part of something else, each one's."""
    clause = hit.clause
    if hit.frame.options.get("cost"):
        other = cheap(money) or not _equates(hit, money) or size_of(clause, money) or cost_of_several(clause, memory)
    else:
        other = _made_up(hit, money)
    return other or of_all_sectors(clause, money) or of_each(clause, money, memory)


def _made_up(hit: Hit, money: Mention) -> bool:
    """Бюджет M теңгені құрап, оның бір бөлігі … бағытталды: a sum with a verb of its own is not what is given."""
    between = hit.clause.sentence.tokens[money.last : min(money.last + 2, hit.first)]
    return hit.clause.language == "kk" and any(is_lemma(t, "құра") for t in between)


def _same_fund(clause: Clause, memory: Memory) -> str:
    """Бұған дейін қор қаржысы есебінен …: the fund that the money told just before came from."""
    pairs = pairwise(clause.tokens)
    fund = any(is_lemma(a, "қор") and is_lemma(b, *FUND_MONEY) for a, b in pairs)
    before = memory.last_draft("Funding", "Works", within=FAR, sentence=clause.index) if fund else None
    source = str(before.slots.get("source", "")) if before is not None else ""
    return source if source in ("special-state-fund", "insurance-fund") else ""


def _equates(hit: Hit, money: Mention) -> bool:
    """Құны M теңгені құрайды: the cost stands before its figure, with nothing built in between."""
    tail = hit.clause.sentence.tokens[money.last : hit.clause.last]
    if no_cost(hit) or of_no_cost(hit):
        return False
    built = hit.verb.norm == "құрылысы" and not any(is_lemma(t, *AMOUNTING) for t in tail)
    return hit.last <= money.first <= hit.last + 6 and not built


def _facility(draft: Draft, hit: Hit, memory: Memory, *, cost: bool, pointing: bool) -> None:
    """A cost, or money "for these purposes", is that of the facility spoken of just before."""
    clause = hit.clause
    bare = not draft.slots.keys() & {"purpose", "facility", "place"} and hit.last - clause.first <= SHORT
    if "facility" in draft.slots or not (cost or pointing or continues(clause) or bare) or of_all(clause, memory):
        return
    within = FAR if cost or pointing else 1
    project = [t for t in clause.sentence.tokens[clause.first : hit.first] if is_lemma(t, *PROJECT)]
    if project and clause.tokens[0].norm in OVERALL and not cost:
        return  # жалпы жобаны іске асыруға: the programme, not the thing spoken of last
    kinds = ("Works", "Funding") if project else ("Works", "Funding", "Service")
    latest = memory.last_draft(*kinds, within=within, sentence=clause.index)
    if latest is not None and not _one_of_many(latest, memory):
        draft.take_over(latest, *LOCATED, "facility")


def _one_of_many(latest: Draft, memory: Memory) -> bool:
    """A, B және C-да … салынады. Оған M жұмсалады: money for all the members of a list is for none of them."""
    beside = [d for d in memory.recent(FAR, latest.sentence) if d.sentence == latest.sentence and d.kind == latest.kind]
    return len({str(d.slots.get("place")) for d in beside}) > 1


def _inherit(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Оның ішінде …: a part comes from the same source, under the same programme."""
    latest = memory.last_draft("Funding", within=1, sentence=clause.index)
    draft.take_over(latest, "source", "programme", "date", "due")
