"""Things of other givers, the verb told once: фонд подарил больнице два кувеза, а завод – монитор."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.kinds.goods import goods, item_names
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.text.quotation import DASHES

GIVERS = lexicon.words("kinds.procurement.other_givers_ru", "givers")
SIGNS = frozenset(",;")
REACH = 7
"""Words from the sign before a giver to the dash behind it, at most."""
TELLING = frozenset({"past", "pres", "fut"})


def gaps(hit: Hit) -> list[tuple[int, int]]:
    """Return the sign before each further giver and the dash behind it, where the verb has a giver of its own."""
    clause = hit.clause
    if clause.language != "ru" or DASHES.isdisjoint(clause.words) or hit.frame.options.get("receiver"):
        return []
    tokens = clause.sentence.tokens
    dashes = [i for i in range(hit.last, clause.last - 1) if tokens[i].text in DASHES]
    found = [(sign, i) for i in dashes if (sign := _sign(clause, hit.last, i)) is not None]
    given = hit.verb.best.form in TELLING and not hit.verb.norm.endswith("ся")
    own = bool(found) and given and _gives(clause, clause.first, found[0][0])
    return found if own and goods.things(clause, first=hit.last, last=found[0][0]) else []


def _sign(clause: Clause, first: int, dash: int) -> int | None:
    tokens = clause.sentence.tokens
    sign = next((i for i in range(dash - 1, max(first, dash - REACH), -1) if tokens[i].text in SIGNS), None)
    told = sign is not None and not any(t.best.pos == "VERB" for t in tokens[sign:dash])
    return sign if sign is not None and told and _gives(clause, sign + 1, dash, alone=True) else None


def _gives(clause: Clause, first: int, last: int, *, alone: bool = False) -> bool:
    """Whether somebody who gives stands there in the nominative; ``alone``: as the first noun."""
    nouns = [t for t in clause.sentence.tokens[first:last] if t.best.pos == "NOUN"]
    return any(is_lemma(t, *GIVERS) and "nom" in {r.case for r in t.readings} for t in (nouns[:1] if alone else nouns))


def told(hit: Hit, found: list[tuple[int, int]], own: list[Draft], memory: Memory) -> list[Draft]:
    """Return what each further giver gave to those who got the first one's things."""
    ends = [*(sign for sign, _ in found[1:]), hit.clause.last]
    pairs = zip(found, ends, strict=True)
    return [_like(hit, item, own[0], memory) for (_, dash), end in pairs for item in _things(hit.clause, dash + 1, end)]


def _things(clause: Clause, first: int, last: int) -> list[Phrase]:
    return [p for p in goods.things(clause, first=first, last=last) if is_known(p)]


def _like(hit: Hit, item: Phrase, own: Draft, memory: Memory) -> Draft:
    draft = Draft("Procurement", {}, item.start, item.end, hit.frame.name)
    item_names.name(draft, item, memory)
    if item.count is not None:
        roles.quantity(draft, "count", item.count)
    draft.take_over(own, "facility", *LOCATED, "date", "status")
    return roles.finish(draft, replace(hit.clause, first=item.first), memory)
