"""Тізім жасап, тапсырыс беріңіздер, – деді әкім; «Ускорьте ремонт», – сказал аким: what who governs bids in direct speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import in_office
from kzhealthkg.extract.context.quoted import speaker, told_by_anybody
from kzhealthkg.extract.kinds.instruction.task_text import Task, group
from kzhealthkg.extract.kinds.instruction.tasks import bidden
from kzhealthkg.extract.kinds.instruction.tasks_ru import end_ru
from kzhealthkg.model import Token
from kzhealthkg.remembered import Remembered

BIDDING = lexicon.words("kinds.instruction.orders", "bidding")
ENDING = re.compile(r"(?:[ыі]?(?:ңыз(?:дар)?|ңіз(?:дер)?)|с[ыі]н)$")
LET = lexicon.words("kinds.instruction.orders", "let")
"""Endings of what a third person is to do: құрылыс аяқталсын."""
PASSIVE = lexicon.words("kinds.instruction.orders", "passive")
SHORTEST_PASSIVE = 4
"""Letters of the shortest passive stem: алын, етіл."""
WISHES = frozenset(lexicon.words("kinds.instruction.orders", "wishes"))
BLESSED = frozenset(lexicon.words("kinds.instruction.orders", "blessed"))
COMMANDING = frozenset(lexicon.words("kinds.instruction.orders", "commanding"))
PAST = re.compile(r"(?:д|[пстшкқ]т)[ыі]ң[ыі]з(?:дар|дер)?$")
"""Көрсеттіңіздер, салдыңыздар: what has been done."""
CLOSING = frozenset('.!,»”"―')
PUBLIC = lexicon.words("kinds.instruction.orders", "public")
IF = frozenset(lexicon.words("kinds.instruction.orders", "if"))
SHORTEST = 2
"""Words that an order has at least."""
BIDDING_RU = lexicon.words("kinds.instruction.orders", "bidding_ru")


def orders(clause: Clause, memory: Memory) -> Iterator[tuple[Agent, Task]]:
    """Yield who bids and what, for each order that a clause holds."""
    bidden = _bidden_at(clause) if told_by_anybody(clause, memory) else []
    if not bidden or not clause.sentence.words.isdisjoint(PUBLIC) or _congratulates(clause, memory):
        return
    order = _order_ru if clause.language == "ru" else _order
    told = 0
    for at in bidden:
        if clause.sentence.tokens[at].start >= told and (people := _ruling(clause, memory, at)):
            what = order(clause, at)
            told = what.end if what is not None else told
            yield from ((agent, what) for agent in people if what is not None)


def _congratulates(clause: Clause, memory: Memory) -> bool:
    """Мерекелеріңізбен! Еңбектеріңіз жемісті болсын, биіктерге самғаңыздар: in a good wish nothing is bidden."""
    told = memory.document.sentences[max(0, clause.index - NEAR) : clause.index + NEAR + 1]
    near = (s for s in told if s.paragraph == clause.sentence.paragraph)
    return any(not FESTIVE.isdisjoint(s.words) for s in near)


FESTIVE = frozenset(lexicon.words("kinds.instruction.orders", "festive"))
NEAR = 2
"""Sentences of a paragraph beside a wish that say what it is for."""


def _bidden_at(clause: Clause) -> list[int]:
    """Return the places of the verbs in the imperative."""
    tokens = enumerate(clause.tokens, clause.first)
    if clause.language == "ru":
        return [at for at, token in tokens if token.best.form == "imper" and _bids_ru(token)]
    if not any(map(MAY_BID.__getitem__, clause.words)):
        return []
    found = [(at, token) for at, token in tokens if MAY_BID[token.norm]]
    let = bool(found) and not COMMANDING.isdisjoint(clause.sentence.words)
    found = [(at, token) for at, token in found if not _is_wished(clause, at)]
    return [at for at, token in found if BIDS[token.norm] or (_is_let(token) and (let or _is_to_be_done(clause, at)))]


def _is_wished(clause: Clause, at: int) -> bool:
    """Жемісті болыңыздар, биіктерге самғай беріңіздер: what somebody is to be, or to see."""
    return any(is_lemma(t, *WISHED) for t in clause.sentence.tokens[max(clause.first, at - 1) : at + 1])


WISHED = frozenset(lexicon.words("kinds.instruction.orders", "wished"))
"""Verbs of what somebody is wished to be: жемісті болыңыздар, биіктерге самғаңыздар."""


def _is_let(token: Token) -> bool:
    """Құрылыс бітсін, – деп тапсырды: what a third person is to do is bidden where the verb behind says so."""
    return token.norm.endswith(LET) and token.best.form == "imper" and not token.best.negative


def _is_to_be_done(clause: Clause, at: int) -> bool:
    """Мәселе қаралсын, – деді: what is to be done to a thing is bidden also without such a verb, unless it is a wish."""
    stem = clause.sentence.tokens[at].best.lemma
    passive = len(stem) >= SHORTEST_PASSIVE and stem.endswith(PASSIVE) and stem not in BLESSED
    return passive and clause.sentence.words.isdisjoint(WISHES)


BIDS = Remembered[str, bool](lambda norm: norm.endswith(BIDDING) and not PAST.search(norm))
"""Whether a Kazakh word bids."""
MAY_BID = Remembered[str, bool](lambda norm: BIDS[norm] or norm.endswith(LET))
"""Whether a Kazakh word bids, or lets somebody do something."""


def _bids_ru(token: Token) -> bool:
    """Ускорьте, обеспечьте: what several people are bidden."""
    return token.best.form == "imper" and token.norm.endswith(BIDDING_RU)


def _ruling(clause: Clause, memory: Memory, at: int) -> list[Agent]:
    return [a for a in speaker(clause, memory, at + 1) if in_office(a.person.name, memory, group("rule", "-"))]


def _order(clause: Clause, at: int) -> Task | None:
    """Return the order that a verb closes, the verb as an action noun: беріңіздер → беру."""
    tokens = clause.sentence.tokens
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    first = bidden(clause, at)
    if behind not in CLOSING or at - first < SHORTEST - 1 or tokens[first].norm in IF:
        return None
    text = f"{words(tokens[first:at])} {action(tokens[at])}"
    return Task(text[:1].lower() + text[1:], tokens[first].start, tokens[at].end)


def _order_ru(clause: Clause, at: int) -> Task | None:
    """Return the order that a verb opens, the verb as an infinitive: «Ускорьте ремонт» → ускорить ремонт."""
    tokens, last = clause.sentence.tokens, end_ru(clause, at)
    while last > at and tokens[last - 1].text in CLOSING:
        last -= 1
    if last - at < SHORTEST:
        return None
    text = words(replace(t, text=t.best.lemma) if _bids_ru(t) else t for t in tokens[at:last])
    return Task(text, tokens[at].start, tokens[last - 1].end)


def action(token: Token) -> str:
    """Return the action noun of a polite imperative: жасаңыз → жасау, оқыңыздар → оқу, жайыңыз → жаю; бітсін → біту."""
    stem = ENDING.sub("", token.norm)
    return stem[:-1] + "ю" if stem.endswith("й") else stem + "у"
