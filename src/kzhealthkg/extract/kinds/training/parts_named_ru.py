"""Parts of those who learned, told by who they are: из них 200 – врачи, 700 составят медсёстры; из них 20 хирургов."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.context import of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

BEING = lexicon.words("kinds.training.parts_named_ru", "being")
CARRIED = ("topic", "status", "date", "due", "countries", "region", "place", "placeCode", "district")


def named_parts(clause: Clause, memory: Memory) -> list[Draft]:
    """Обучат 900 медиков. Из них 200 составят врачи: the parts of those whom the sentence, or the one before, counts."""
    total = memory.last_draft("Training", within=1, sentence=clause.index)
    if clause.language != "ru" or total is None or "count" not in total.slots or not of_total.shares(clause):
        return []
    return _parts(replace(clause, last=len(clause.sentence.tokens)), total, memory)


def named_within(clause: Clause, first: int, total: Draft, memory: Memory) -> list[Draft]:
    """Обучение прошли 900 медиков, из них 200 врачей: the parts that the same clause tells from a token on."""
    return _parts(replace(clause, first=first), total, memory)


def _parts(clause: Clause, total: Draft, memory: Memory) -> list[Draft]:
    if any(t.best.form in FINITE and not is_lemma(t, *BEING) for t in clause.tokens):
        return []
    found = groups(clause)
    free = [m for m in clause.mentions("number") if m.start not in memory.used | total.used]
    told = [(m, g) for m in free if (g := _group(clause, m, found)) is not None]
    if not told or sum(m.value.value for m, _ in told) > total.slots["count"]:
        return []
    return [_part(clause, number, group, total, memory) for number, group in told]


def _group(clause: Clause, number: Mention, found: list[Phrase]) -> Phrase | None:
    """Return whom a number counts: 200 врачей, 200 – врачи, 200 составят врачи, 200 из них – врачи."""
    tokens, at = clause.sentence.tokens, number.last
    own = next((g for g in found if g.count is number), None)
    if own is not None:
        return own
    at += 2 * (at + 1 < clause.last and tokens[at].norm == "из" and tokens[at + 1].norm in of_total.OF_THEM)
    joined = at < clause.last and (tokens[at].text in DASHES or is_lemma(tokens[at], *BEING))
    return next((g for g in found if joined and g.first == at + 1), None)


def _part(clause: Clause, number: Mention, group: Phrase, total: Draft, memory: Memory) -> Draft:
    draft = Draft("Training", {}, number.start, group.end, "training-part-named")
    roles.quantity(draft, "count", number)
    draft.say("profession", profession(group))
    draft.take_over(total, *CARRIED)
    return roles.finish(draft, clause, memory)
