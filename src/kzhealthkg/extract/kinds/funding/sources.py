"""The parts of a sum, each with the source it comes from: оның 4 млн теңгесі – облыстық, 6 млн теңгесі – республикалық бюджеттен."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.syntax import FINITE, Clause
from kzhealthkg.extract.context import money_source, of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

SUM = ("amount", "bound", "currency", "source")
NOWHERE = ("", 0, 0)
LONGEST = 8
"""Words in the longest name of a source, with what stands around it."""


def parted(clause: Clause, told: list[Draft], memory: Memory) -> list[Draft]:
    """Return a draft for each part of the sum just told, where each names its source and has no verb of its own."""
    total = told[-1] if told else memory.last_draft("Funding", within=1, sentence=clause.index)
    if clause.language != "kk" or total is None:
        return []
    sums = _sums(clause, total)
    end = len(clause.sentence.tokens)
    found = sources(clause, sums, end) or _only_one(clause, sums, end)
    if not found or sum(m.value.value for m in sums) > total.slots.get("amount", 0):
        return []
    return [_part(total, clause, m, named) for m, named in zip(sums, found, strict=True)]


def told_later(clause: Clause, memory: Memory) -> None:
    """Құны 3 млрд теңге. Ол үшін республикалық бюджеттен қаражат бөлінген: the source of the sum just told."""
    if "money" in clause.named or MEANS.isdisjoint(clause.words) or not any(hits("funding", clause)):
        return
    if not any(t.norm in POINTING for t in clause.tokens[:2]):
        return
    before = [d for d in memory.recent(1, clause.index) if d.kind == "Funding"]
    if len(before) == 1 and before[0].sentence == clause.index - 1 and "source" not in before[0].slots:
        before[0].say("source", money_source.own_source(clause)[0])


MEANS = frozenset(lexicon.words("kinds.funding.sources", "means"))
POINTING = frozenset(lexicon.words("kinds.funding.sources", "pointing"))


def sources(clause: Clause, sums: list[Mention], end: int) -> list[tuple[str, int, int]]:
    """Return the sources right behind, or right before, each of several sums, all different; [] for none."""
    for row in (_behind, _before):
        found = row(clause, sums, end) if len(sums) > 1 else []
        if all(name for name, _, _ in found) and len({name for name, _, _ in found}) == len(sums):
            return found
    return []


def _only_one(clause: Clause, sums: list[Mention], end: int) -> list[tuple[str, int, int]]:
    """… бөлінді, соның 2 миллиарды облыстық бюджеттен; соның ішінде облыстық бюджеттен – 2 млрд теңге: the one part told."""
    if len(sums) != 1:
        return []
    tokens = clause.sentence.tokens
    share = takes_up(clause) and bool(tokens[sums[0].last - 1].best.possessive)  # соның ішінде 2 млрд теңгесі
    whose = share or tokens[sums[0].first - 1].norm in of_total.WHOSE
    end = next((i for i in range(sums[0].last, end) if tokens[i].norm in REST), end)  # …, қалғаны облыстық бюджеттен
    named = _behind(clause, sums, end) if whose else _before(clause, sums, end) if takes_up(clause) else []
    return named if named and named[0][0] else []


REST = frozenset(lexicon.words("kinds.funding.sources", "rest"))


def _sums(clause: Clause, total: Draft) -> list[Mention]:
    """Return the sums behind the total, if the first of them stands in this clause."""
    floor = total.end if total.sentence == clause.index else 0
    found = [m for m in clause.sentence.mentions if m.type == "money" and m.start >= floor and m.first >= clause.first]
    return found if found and found[0].first < clause.last else []


def _behind(clause: Clause, sums: list[Mention], end: int) -> list[tuple[str, int, int]]:
    """4 млн теңге – облыстық бюджеттен: nothing but a dash stands between, and no verb behind."""
    tokens = clause.sentence.tokens
    firsts = [m.last + (tokens[m.last].text in DASHES) for m in sums if m.last < end]
    pairs = zip(firsts, [*(m.first for m in sums[1:]), end], strict=False)
    return [
        adjective(clause, first, last) or _named(clause, first, last, tokens[first].start, None)
        if first < len(tokens)
        else ("", 0, 0)
        for first, last in pairs
    ]


def adjective(clause: Clause, first: int, last: int) -> tuple[str, int, int] | None:
    """Return the source that one word names: 3 млрд теңгесі республикалық, 1 млрд теңгесі облыстық бюджеттен: a budget named by its adjective alone."""
    if not first < last <= len(clause.sentence.tokens):
        return None
    token = clause.sentence.tokens[first]
    alone = last - first == 1 + (clause.sentence.tokens[last - 1].text == ",")
    name = next((name for name, words in BUDGETS.items() if token.norm in words), "")
    return (name, token.start, token.end) if alone and name else None


BUDGETS = {
    "republican-budget": lexicon.words("kinds.funding.sources", "republican"),
    "local-budget": lexicon.words("kinds.funding.sources", "local"),
}


def _before(clause: Clause, sums: list[Mention], _end: int) -> list[tuple[str, int, int]]:
    """Облыстық бюджеттен – 4 млн теңге: nothing but a dash stands between, and no verb before."""
    tokens = clause.sentence.tokens
    lasts = [m.first - (tokens[m.first - 1].text in DASHES) for m in sums]
    pairs = zip([clause.first, *(m.last for m in sums[:-1])], lasts, strict=True)
    return [_named(clause, first, last, None, tokens[last - 1].end) for first, last in pairs]


def _named(clause: Clause, first: int, last: int, start: int | None, end: int | None) -> tuple[str, int, int]:
    tokens = clause.sentence.tokens[first:last]
    plain = 0 < len(tokens) <= LONGEST and not any(t.best.form in FINITE for t in tokens)
    found = money_source.source(replace(clause, first=first, last=last)) if plain else NOWHERE
    return found if start in (None, found[1]) and end in (None, found[2]) else NOWHERE


def _part(total: Draft, clause: Clause, money: Mention, named: tuple[str, int, int]) -> Draft:
    other = () if total.sentence == clause.index else ("purpose",)
    slots = {k: v for k, v in total.slots.items() if k not in (*SUM, *other)}
    part = Draft("Funding", slots, min(money.start, named[1]), max(money.end, named[2]), total.rule)
    part.sentence, part.inherited = clause.index, total.inherited
    roles.quantity(part, "amount", money)
    part.say("source", named[0])
    return part
