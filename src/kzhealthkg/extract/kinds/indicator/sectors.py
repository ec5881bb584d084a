"""Figures of the health of prisoners or soldiers, told in a sentence that names them no more: they are not the nation's."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft

PRISON = Stems(lexicon.words("kinds.indicator.sectors", "prison"))
NATION = Stems(lexicon.words("kinds.indicator.sectors", "nation"))
NAMES = dict(zip(("ru", "kk"), lexicon.words("kinds.indicator.sectors", "names"), strict=True))
BEFORE = 2
"""Sentences before in which the sector is named, at most; else the headline names it."""


def in_sector(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """В колониях лечат больных. Заболеваемость снизилась на 12 %: add of whom a measure is, where its sentence does not say it."""
    sentence, told = clause.sentence, memory.document.sentences
    if begun_in(sentence) & (PRISON.bit | NATION.bit) or "place" in sentence.named:
        return
    near = (*told[:1], *told[max(0, clause.index - BEFORE) : clause.index])
    if any(begun_in(s) & PRISON.bit for s in near):
        for draft in drafts:
            draft.slots["measure"] = f"{draft.slots['measure']} ({NAMES[clause.language]})"
