"""Parts of those who learned of whom only where is told: из них 30 за рубежом, оның 30-ы шетелде."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, Clause, words
from kzhealthkg.extract.context import of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.other_staff import elsewhere
from kzhealthkg.extract.kinds.training import abroad
from kzhealthkg.extract.kinds.training.abroad import countries
from kzhealthkg.extract.kinds.training.parts_named_ru import named_parts, named_within
from kzhealthkg.text.quotation import DASHES


def part_elsewhere(clause: Clause, memory: Memory) -> list[Draft]:
    """90 маман оқыды, оның 30-ы шетелде; обучены 90 врачей, из них 30 – за рубежом: a part, told by where alone."""
    total = memory.last_draft("Training", within=0, sentence=clause.index)
    numbers = of_total.shares(clause) if total is not None and "count" in total.slots else []
    if total is None or len(numbers) != 1 or elsewhere(clause):
        return named_parts(clause, memory)
    tokens = clause.sentence.tokens
    dashed = tokens[clause.last : clause.last + 1] or tokens[clause.last - 1 : clause.last]
    if any(t.text in DASHES for t in dashed):
        clause = replace(clause, last=len(tokens))
    if any(t.best.form in FINITE for t in clause.tokens) or not abroad.told(clause):
        return named_parts(clause, memory)
    draft = Draft("Training", {}, numbers[0].start, clause.tokens[-1].end, "training-part-elsewhere")
    roles.quantity(draft, "count", numbers[0])
    draft.say("countries", [m.value.name for m in countries(clause)])
    draft.take_over(total, "profession", "topic", "status", "date")
    return [roles.finish(draft, clause, memory)]


def part_within(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Обучили 300 врачей, из них 20 за границей: a part in the same clause, of which only where is said."""
    tokens = clause.sentence.tokens
    numbers = clause.mentions("number")
    opened = [m for m in numbers if words(tokens[max(0, m.first - 2) : m.first]).lower() in OF_THEM]
    opened = opened or [m for m in numbers if m.first and tokens[m.first - 1].text == ":"]
    if len(opened) != 1 or len(drafts) != 1 or "count" not in drafts[0].slots:
        return []
    rest = replace(clause, first=opened[0].first, last=min(clause.last, opened[0].last + NEAR))
    if not abroad.told(rest):
        return named_within(clause, opened[0].first, drafts[0], memory) if clause.language == "ru" else []
    part = Draft("Training", {}, opened[0].start, tokens[rest.last - 1].end, "training-part-elsewhere")
    roles.quantity(part, "count", opened[0])
    part.say("countries", [m.value.name for m in countries(rest)])
    part.take_over(drafts[0], "profession", "topic", "status", "date")
    return [roles.finish(part, clause, memory)]


OF_THEM = frozenset(lexicon.words("kinds.training.parts_abroad", "of_them"))
NEAR = 3
