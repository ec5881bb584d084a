"""Figures of no place that their sentence names: of what is abroad, and totals before a colon behind which places stand."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun, begun_in
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft
from kzhealthkg.model import Mention, Sentence

ABROAD = lexicon.words("kinds.indicator.whereabouts", "abroad")
BEYOND = Stems(ABROAD)
APART = frozenset(",;:.") | frozenset(lexicon.words("kinds.indicator.whereabouts", "apart"))
OPENING = tuple(f"{word} " for word in lexicon.words("kinds.indicator.whereabouts", "opening"))


def unplace(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return the drafts without the place of another member: шетелден 6 науқас, за рубеж — 12, 120 вылетов: из A — 60."""
    told = [d for d in drafts if not str(d.slots["measure"]).lower().startswith(OPENING)]
    for draft in told:
        _unmet(clause, draft, memory)
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


def _unmet(clause: Clause, draft: Draft, memory: Memory) -> None:
    """На форуме в Алматы министр сообщил, что смертность снизилась: where people met is not where that was."""
    rate = "change" in draft.slots or draft.slots.get("unit") == "%"
    if not rate or "region" not in draft.slots:
        return
    sentences = memory.document.sentences
    for sentence in sentences[max(0, clause.index - 1) : clause.index + 1]:
        sites = [m for m in sentence.named.get("place", ()) if _of_meeting(sentence, m)]
        known = {m.value.region for m in sites if not m.value.region or m.value.region == draft.slots["region"]}
        others = [m for m in clause.sentence.named.get("place", ()) if m not in sites]
        if known and not others and (sites[0].value.name == draft.slots.get("place") or "place" not in draft.slots):
            draft.drop(*LOCATED)


def _of_meeting(sentence: Sentence, place: Mention) -> bool:
    """На конференции в Алматы, Шымкентте өткен форумда: say whether a place is where those met who speak for all."""
    if not begun_in(sentence) & MEETINGS.bit:
        return False
    near = sentence.tokens[max(0, place.first - NEAR) : place.last + NEAR]
    wide = any(t.norm.startswith(CONGRESSES) for t in near)
    return wide or bool(begun_in(sentence) & NATION.bit and begun(near) & MEETINGS.bit)


NEAR = 4
"""Words between a meeting and where it was, at most."""
CONGRESSES = lexicon.words("kinds.indicator.whereabouts", "congresses")
MEETINGS = Stems((*CONGRESSES, *lexicon.words("kinds.indicator.whereabouts", "meetings")))
NATION = Stems(lexicon.words("kinds.indicator.whereabouts", "nation"))


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
