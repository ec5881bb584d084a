"""Which sum is a part of which: 7,5 млрд бөлінді, оның ішінде 6,2 млрд …; выделено 5 млрд, из них 2 млрд …"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Mention, Token

OPENINGS = [tuple(phrase.split()) for phrase in lexicon.words("extract.merge.wholes", "openings")]
FIRST = frozenset(phrase[0] for phrase in OPENINGS)
OWNERS = frozenset(lexicon.words("extract.merge.wholes", "owners"))
MORE = frozenset(lexicon.words("extract.merge.wholes", "more"))
"""Words that make a sum one beside what was said before, not a part of it."""

Sum = tuple[Draft, Mention]


def wholes(document: Document, drafts: Iterable[Draft]) -> list[tuple[Draft, Draft]]:
    """Return the pairs of a part and its whole among drafts with a sum of money, in the order of the text."""
    sums = sorted(_sums(document, drafts), key=lambda pair: (pair[0].sentence, pair[1].first))
    found: list[tuple[Draft, Draft]] = []
    for at, (draft, money) in enumerate(sums):
        whole = _whole(document, sums[:at], draft, money, found)
        if whole is not None and _fits(draft, whole, found):
            found.append((draft, whole))
    return found


def of_their_wholes(pairs: list[tuple[Draft, Draft]]) -> list[tuple[Draft, Draft]]:
    """Return the pairs; money that is a part of other money is of its year, its source and its programme."""
    for part, whole in pairs:
        if part.kind == whole.kind == "Funding":
            part.take_over(whole, "source", "programme", *(() if "due" in part.slots else ("date",)))
    return pairs


def _sums(document: Document, drafts: Iterable[Draft]) -> Iterable[Sum]:
    """Yield the drafts with a sum, each with the mention that says it."""
    for draft in drafts:
        if "amount" in draft.slots:
            every = (m for m in document.sentences[draft.sentence].mentions if m.type == "money")
            money = next((m for m in every if m.value.value == draft.slots["amount"]), None)
            if money is not None:
                yield draft, money


def _whole(
    document: Document, before: Sequence[Sum], draft: Draft, money: Mention, found: Sequence[tuple[Draft, Draft]]
) -> Draft | None:
    """Return the sum that a sum is opened as a part of: one before the opening, else the last of the sentence before."""
    tokens = document.sentences[draft.sentence].tokens
    at = _opened(tokens, money)
    if at is None:
        return None
    parts = [id(part) for part, _ in found]
    own = [d for d, m in before if d.sentence == draft.sentence and m.last <= at]
    last = [d for d, _ in before if d.sentence == draft.sentence - 1 and id(d) not in parts] if at <= 1 else []
    return next(reversed(own or last), None)


def _opened(tokens: Sequence[Token], money: Mention) -> int | None:
    """Return where words open the part that a sum is; None where none do, or where it comes on top."""
    norms = [token.norm for token in tokens[: money.first]]
    if norms and norms[-1] in OWNERS:
        return money.first - 1
    able = [i for i, norm in enumerate(norms) if norm in FIRST]
    at = next((i for i in reversed(able) if any(tuple(norms[i : i + len(o)]) == o for o in OPENINGS)), None)
    return None if at is None or not MORE.isdisjoint(norms[at:]) else at


def _fits(part: Draft, whole: Draft, found: Sequence[tuple[Draft, Draft]]) -> bool:
    """Whether a sum is less than its whole, in its currency, and the parts together are no more than it."""
    taken = sum((other.slots["amount"] for other, of in found if of is whole), start=Decimal(0))
    money = part.slots.get("currency") == whole.slots.get("currency")
    less = part.slots["amount"] < whole.slots["amount"]
    return money and less and taken + part.slots["amount"] <= whole.slots["amount"]
