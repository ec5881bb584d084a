"""Figures of no place that their sentence names: of what is abroad, and totals before a colon behind which places stand."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft

ABROAD = lexicon.words("kinds.indicator.whereabouts", "abroad")
BEYOND = Stems(ABROAD)
APART = frozenset(",;:.") | frozenset(lexicon.words("kinds.indicator.whereabouts", "apart"))
OPENING = tuple(f"{word} " for word in lexicon.words("kinds.indicator.whereabouts", "opening"))


def unplace(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without the place of another member: шетелден 6 науқас, за рубеж — 12, 120 вылетов: из A — 60."""
    told = [d for d in drafts if not str(d.slots["measure"]).lower().startswith(OPENING)]
    if "place" not in clause.sentence.named:
        return told
    beyond = clause.whole.opens(BEYOND)
    for draft in told:
        at = next((m.first for m in clause.mentions("number", "percent") if m.start in draft.used), None)
        if at is not None and beyond and _is_abroad(clause, at):
            draft.drop(*LOCATED)
        elif at is not None and _before_list(clause, at):
            regions = {m.value.region for m in clause.sentence.named["place"]}
            draft.drop(*(PLACED if len(regions) == 1 else LOCATED))
    return told


def _is_abroad(clause: Clause, at: int) -> bool:
    """Say whether the member of a list in which a figure stands is of another country."""
    tokens = clause.sentence.tokens
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].norm in APART), 0)
    last = next((i for i in range(at + 1, len(tokens)) if tokens[i].norm in APART), len(tokens))
    named = any(m.first >= first and m.last <= last for m in clause.sentence.named["place"])
    return not named and any(t.norm.startswith(ABROAD) for t in tokens[first:last])


def _before_list(clause: Clause, at: int) -> bool:
    """120 вылетов: из Астаны — 60, из Костаная — 50: say whether a colon stands between a total and the first place."""
    tokens = clause.sentence.tokens
    first = clause.sentence.named["place"][0].first
    rowed = len(clause.sentence.named["place"]) > 1 and ":" in clause.sentence.words
    return rowed and at < first and any(t.text == ":" for t in tokens[at:first])
