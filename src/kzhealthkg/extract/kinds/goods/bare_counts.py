"""Counts without their noun: былтыр 25, биыл 200 көлік алынды; оның 180-і жаңартылды."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import blocked
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit, every_hit
from kzhealthkg.extract.clause.lists_ru import one_each_at
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import events, money_source, of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Quantity, Token

REACH = 1
"""Sentences in which a thing may be left out once it was said."""
CARRIED = ("source", "region", "place", "district", "placeCode", "programme")
WEAK = frozenset({"procurement-get", "procurement-with", "procurement-need", "procurement-lack"})
PARTED = LIST_SIGNS | {"ал"}
MORE = frozenset(lexicon.words("kinds.goods.bare_counts", "more"))


def elided(clause: Clause, item: Phrase) -> list[Mention]:
    """Return the figures before a counted thing that leave it out, each with a date or a source of its own."""
    if item.count is None or clause.language != "kk":
        return []
    tokens, dates = clause.sentence.tokens, clause.mentions("date")
    found = []
    for number in clause.mentions("number", last=item.count.first):
        dated = any(0 <= number.first - m.last <= 1 for m in dates)
        apart = tokens[number.last].norm in PARTED
        if apart and all(money_source.pays_for(clause, m) for m in (number, item.count)):
            found.append(number)
            continue
        if dated and apart and any(number.last < m.first and m.last <= item.count.first for m in dates):
            found.append(number)
    return found


def single(item: Phrase) -> Phrase:
    """На приобретение (всего) одной единицы маммографа, по одному маммографу: one said in a word counts as well."""
    if item.clause.language != "ru" or item.count is not None:
        return item
    first = item.clause.first
    if item.first > first and (at := one_each_at(item.clause, item.head)) is not None:
        return replace(item, first=at + 1, count=_one(item.clause.sentence.tokens, at))
    at = item.first - 1
    at -= at >= first and is_lemma(item.clause.sentence.tokens[at], *UNITS)
    fits = first <= at < item.first - 1 and item.clause.sentence.tokens[at].norm in ONES
    return replace(item, count=_one(item.clause.sentence.tokens, at)) if fits else item


def quoted(item: Phrase) -> Phrase:
    """25 новых «Газелей», 5 «Газель»: a thing that stands alone within marks is counted before them."""
    tokens, at = item.clause.sentence.tokens, item.first - 1
    alone = item.clause.first <= at and tokens[at].text == "«"
    if item.count is not None or not alone or item.last == len(tokens) or tokens[item.last].text != "»":
        return item
    while at > item.clause.first and tokens[at - 1].best.pos == "ADJ":
        at -= 1
    number = next((m for m in item.clause.mentions("number") if m.last == at), None)
    return item if number is None else replace(item, count=number)


def _one(tokens: tuple[Token, ...], at: int) -> Mention:
    return Mention("number", at, at + 1, tokens[at].start, tokens[at].end, Quantity(Decimal(1)))


ONES = frozenset(lexicon.words("kinds.goods.bare_counts", "ones"))
OTHERS = frozenset(lexicon.words("kinds.goods.bare_counts", "others"))
UNITS = lexicon.words("kinds.goods.bare_counts", "units")


def headless(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what a clause says is bought that names only how many: 200-і жеткізілді."""
    if "procurement" not in clause.cues:
        return []
    total = memory.last_draft("Procurement", "Indicator", within=REACH, sentence=clause.index)
    if total is None:
        return []
    for hit in (found[0] for found in every_hit("procurement", clause)):
        number = _number(hit) or _of_units(hit, total)
        item = _item(total) if number is not None and _alone(total, hit, memory) else ""
        if number is not None and item:
            return _made(hit, number, item, total, memory)
    return []


def _alone(total: Draft, hit: Hit, memory: Memory) -> bool:
    """5 рентген, 2 КТ алынады. 6-сы жеткізілді; 41 науқас жатыр, 12-сі …: of several things it is not said of which."""
    at = hit.clause.index
    told = {d.slots.get("item") for d in memory.recent(at - total.sentence, at) if d.kind == "Procurement"}
    figures = hit.clause.whole.mentions("number", last=hit.clause.first)
    return (total.kind != "Procurement" or len(told) < SEVERAL) and (total.sentence == at or not figures)


SEVERAL = 2


def _item(total: Draft) -> str:
    """Return the thing of which so many were bought before, or of which there are so many."""
    if total.kind == "Procurement":
        return str(total.slots["item"]) if "count" in total.slots else ""
    measure = str(total.slots["measure"])
    head = measure.split()[-1].lower()
    return measure if any(head.startswith(noun[:-1]) for noun in nouns("items", "kk") if len(noun) > 4) else ""


def _number(hit: Hit) -> Mention | None:
    """Return the share right before a verb, or the bare figure that begins its clause or follows a date."""
    clause = hit.clause
    near = clause.mentions("number", last=hit.first)
    taken = clause.language == "kk" and bool(near) and near[-1].case == "acc"  # оның 400-ін аламыз
    if (hit.frame.name in WEAK and not taken) or hit.frame.options.get("idiom"):
        return None
    if clause.language == "ru":
        return _number_ru(clause)
    if not near or clause.mentions("money", "percent"):
        return None
    share = near[-1] in of_total.shares(clause) and not blocked(clause, near[-1].last, hit.first)
    if not share and near[-1].last != hit.first:
        return None
    dated = any(0 <= near[-1].first - m.last <= 1 for m in clause.mentions("date"))
    return near[-1] if share or dated else None


def _number_ru(clause: Clause) -> Mention | None:
    """Ещё 12 поступят в мае, закупят ещё 120 единиц на M тенге, из них 30 поставлены: more of a thing, or a part of it."""
    shares = of_total.shares(clause)
    told = [m for m in clause.mentions("number") if _more(clause, m) or m in shares]
    return told[0] if told and _bare(clause, told[0]) and "percent" not in clause.named else None


def _of_units(hit: Hit, total: Draft) -> Mention | None:
    """Закупят 214 аппаратов. На сегодня поставлено 143 единицы: fewer than were told of, only called units."""
    tokens, numbers = hit.clause.sentence.tokens, hit.clause.mentions("number")
    units = [m for m in numbers if m.last < hit.clause.last and is_lemma(tokens[m.last], *UNITS)]
    fewer = [m for m in units if m.value.value < total.slots.get("count", 0)]
    alone = hit.clause.language == "ru" and len(numbers) == 1 and fewer and _bare(hit.clause, fewer[0])
    return fewer[0] if alone and hit.frame.name not in WEAK else None


def _more(clause: Clause, number: Mention) -> bool:
    return number.first > 0 and clause.sentence.tokens[number.first - 1].norm in MORE


def _bare(clause: Clause, number: Mention) -> bool:
    """Say whether behind a figure, and the unit of things, stands nothing that it counts."""
    tokens, at = clause.sentence.tokens, number.last
    at += at < clause.last and is_lemma(tokens[at], *UNITS)
    behind = tokens[at] if at < clause.last else None
    return behind is None or behind.text in ",." or behind.best.pos in ("ADV", "PART", "ADP") or bool(behind.best.form)


def _made(hit: Hit, number: Mention, item: str, total: Draft, memory: Memory) -> list[Draft]:
    clause, said = hit.clause, events.said(hit)
    if not said:
        return []
    draft = Draft("Procurement", {"item": item}, number.start, clause.sentence.tokens[hit.last - 1].end, hit.frame.name)
    roles.quantity(draft, "count", number)
    draft.say("status", said)
    for money in clause.mentions("money")[:1]:
        roles.quantity(draft, "amount", money)
    draft.say("source", money_source.source(clause)[0])
    roles.finish(draft, clause, memory, near=number.first)
    elsewhere = clause.language == "kk" and any(t.norm in OTHERS for t in clause.tokens)
    draft.take_over(total, *(CARRIED[:2] if elsewhere else CARRIED))
    return [draft]
