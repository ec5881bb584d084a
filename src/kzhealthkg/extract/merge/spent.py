"""Money that a clause gives and the next one spends: 450 млн теңге бөлініп, 12 көлік сатып алынды."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.sums import about
from kzhealthkg.model import Sentence, Token

BOUGHT = frozenset({"Procurement", "Works"})
GOODS = lexicon.words("extract.merge.spent", "goods")
TAKEN = ("amount", "currency", "source", "programme", "date", "facility")
"""What a thing bought has from the money that it was bought for."""


def spent(drafts: list[Draft], sentence: Sentence) -> Draft | None:
    """Return the funding that is the price of the one counted thing behind it, which takes the amount over."""
    given = [d for d in drafts if d.kind == "Funding"]
    if len(given) != 1 or sentence.language == "ru" or not _goes_on(given[0], sentence):
        return None
    behind = [d for d in drafts if d.kind in BOUGHT and d.start >= given[0].end]
    shares = behind[1:] if all(_is_share(d, behind[0]) for d in behind[1:]) else []
    if len(behind) - len(shares) != 1 or "count" not in behind[0].slots or "amount" in behind[0].slots:
        return None
    if given[0].slots.get("status") == "needed" or not _fits(given[0], behind[0]):
        return None
    behind[0].take_over(given[0], *TAKEN)
    behind[0].cover(given[0].start, given[0].end)
    behind[0].used |= given[0].used
    for draft in shares:
        draft.take_over(given[0], "source", "programme")
    return given[0]


def _is_share(draft: Draft, whole: Draft) -> bool:
    """18 нысан жөнделуде, оның он бірі аяқталған: works that are only a part of those that the money was given for."""
    alike = draft.kind == whole.kind == "Works" and draft.slots["workType"] == whole.slots["workType"]
    own = {"facility", "place", "amount", "source"} & draft.slots.keys()
    return alike and not own and 0 < draft.slots.get("count", 0) < whole.slots.get("count", 0)


def _goes_on(given: Draft, sentence: Sentence) -> bool:
    """Say whether the money's own verb is a converb right before a comma: бөлініп, …"""
    at = next((i for i, t in enumerate(sentence.tokens) if t.end == given.end), -1)
    behind = sentence.tokens[at + 1 : at + 2]
    return at >= 0 and _is_converb(sentence.tokens[at]) and [t.text for t in behind] == [","]


def _is_converb(token: Token) -> bool:
    return token.best.form == "conv"


def _fits(given: Draft, bought: Draft) -> bool:
    """Say whether the money is for such things: no 45 млрд теңге for the whole sector, and not for those begun alone."""
    purpose = str(given.slots.get("purpose", "")).lower()
    if purpose and bought.kind == "Works" and bought.slots.get("status") == "underway":
        return False  # ауруханалар салуға M бөлініп, үшеуінің құрылысы басталды
    return any(part in purpose for part in GOODS) or about(given, bought)
