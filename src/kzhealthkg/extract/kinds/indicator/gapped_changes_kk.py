"""Changes in a row whose unit and verb only the last one says, or whose owner stands for its measure: айлығы 30, жалақысы 20 пайызға өсті."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.rates import TIMES, measured
from kzhealthkg.model import Mention

SHARED = ("unit", "change", "date")
"""What the last of a row says for all."""
COUNTS = lexicon.words("kinds.indicator.gapped_changes_kk", "counts")
OWNERS = lexicon.words("kinds.indicator.gapped_changes_kk", "owners")
MOST = 100
"""A change by more is told of nothing beside another: саны 1200, … 20 пайызға азайды."""


def gapped(clause: Clause, drafts: list[Draft], memory: Memory) -> None:
    """Give the figures before the last change of a Kazakh row its unit and its verb; add those that none has told."""
    last = next((d for d in reversed(drafts) if d.slots.get("change") and "unit" in d.slots), None)
    if last is None or clause.language != "kk":
        return
    found = clause.mentions("number", "percent")
    at = next((i for i, m in enumerate(found) if m.start in last.used), 0)
    following = last.start
    for number in reversed(found[:at]):
        told = next((d for d in drafts if number.start in d.used), None)
        if number.type == "percent" or not _shares(clause, number, following, found[at]):
            return
        if _times(clause, number) > _times(clause, found[at]):
            return  # ана өлімі 1,8 есеге, сәби өлімі 11 пайызға төмендеді
        if told is None:
            measure = measured(clause, number.first, memory)
            told = _like(last, number, *measure, clause) if measure is not None and measure[0] else None
            drafts[:0] = [told] if told is not None else []
        if told is None or str(told.slots["measure"]).endswith(COUNTS):
            return
        told.slots.update({k: last.slots[k] for k in SHARED if k in last.slots})
        following = told.start


def _shares(clause: Clause, number: Mention, following: int, last: Mention) -> bool:
    """Say whether right behind a bare number a sign and the measure of the next figure follow."""
    tokens = clause.sentence.tokens
    at = number.last + _times(clause, number)
    behind = at + 1 + any(t.norm == "ал" for t in tokens[at + 1 : at + 2])
    goes_on = tokens[at].norm in LIST_SIGNS and any(t.start == following for t in tokens[behind : behind + 1])
    return float(number.value.value) <= MOST and goes_on and following < last.start


def _times(clause: Clause, number: Mention) -> bool:
    return any(TIMES.match(t.norm) for t in clause.sentence.tokens[number.last : clause.last][:1])


def of_owners(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Дәрігерлердің айлығы 30 пайызға, мейіргерлердікі 20 пайызға өсті: whose the same is, told beside its own change."""
    like = next((d for d in drafts if d.slots.get("change") and "unit" in d.slots), None)
    words = str(like.slots["measure"]).split() if like is not None and clause.language == "kk" else []
    at = next((i for i, word in enumerate(words[:-1]) if word.endswith(OF)), None)
    if like is None or at is None:
        return []
    made, tokens = [], clause.sentence.tokens
    for figure in clause.mentions("percent"):
        owner = tokens[figure.first - 1]
        if owner.norm.endswith(OWNERS) and not any(figure.start in d.used for d in drafts):
            measure = " ".join([owner.text[: -len("кі")] + "ң", *words[at + 1 :]])
            made.append(_like(like, figure, measure, figure.first - 1, clause))
    return made


OF = lexicon.words("kinds.indicator.gapped_changes_kk", "of")


def _like(last: Draft, number: Mention, measure: str, first: int, clause: Clause) -> Draft:
    made = last.copy()
    made.drop("bound", "value", *(LOCATED if "place" in clause.named else ()))
    made.start, made.end, made.used = clause.sentence.tokens[first].start, number.end, set()
    made.say("measure", measure)
    roles.quantity(made, "value", number)
    return made
