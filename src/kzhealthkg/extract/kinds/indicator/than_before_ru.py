"""By how much more or less than before, told beside the figure itself: 2670 случаев – на 40 больше, чем годом ранее."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.indicator.changed import EARLIER
from kzhealthkg.extract.kinds.indicator.more_ru import DEGREES
from kzhealthkg.extract.kinds.indicator.other_times import valued
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

THIS = lexicon.words("kinds.indicator.than_before_ru", "this")[0]
BY = lexicon.words("kinds.indicator.than_before_ru", "by")[0]
RISES = dict(
    zip(
        lexicon.words("kinds.indicator.than_before_ru", "rises"),
        ("indicator-rise-ru", "indicator-fall-ru"),
        strict=True,
    )
)
CHANGES = {"indicator-rise-ru": "increase", "indicator-fall-ru": "decrease"}
SIGNS = frozenset({",", *DASHES})


def told(clause: Clause, drafts: list[Draft]) -> None:
    """Add what a figure of the clause has changed by, in the place of a change that an earlier sentence would name."""
    if clause.language != "ru" or DEGREES.isdisjoint(clause.words):
        return
    for step in clause.mentions("number", "percent", first=clause.first + 2):
        if not _is_step(clause, step):
            continue
        counted = list(clause.mentions("number", "percent", last=step.first))
        base = _base(clause, counted, drafts)
        if not counted or (base is None and any(d.used & {m.start for m in counted} for d in drafts)):
            continue
        drafts[:] = [d for d in drafts if step.start not in d.used or d is base]
        if base is not None:
            drafts.append(_changed(clause, step, base))


def _is_step(clause: Clause, step: Mention) -> bool:
    """[– на 40 больше], чем годом ранее: say whether a sign parts a step from the figure before it, and it is from earlier."""
    tokens = clause.sentence.tokens
    sign = step.first - 2 - (tokens[step.first - 2].norm == THIS)
    if tokens[step.first - 1].norm != BY or tokens[sign].text not in SIGNS or step.last >= len(tokens):
        return False
    behind = tokens[step.last + 1 :]
    return tokens[step.last].norm in DEGREES and any(t.norm.startswith((*EARLIER, *AGO)) for t in behind)


AGO = lexicon.words("kinds.indicator.than_before_ru", "ago")


def _base(clause: Clause, counted: list[Mention], drafts: list[Draft]) -> Draft | None:
    """Return the value right before a step, None for none or for another change."""
    last = counted[-1].start if counted else -1
    return next((d for d in drafts if last in d.used and "value" in d.slots and "change" not in d.slots), None)


def _changed(clause: Clause, step: Mention, base: Draft) -> Draft:
    made = valued(step, base)
    made.rule = RISES[clause.sentence.tokens[step.last].norm]
    made.slots.pop("unit", None)
    made.say("unit", "%" if step.type == "percent" else "")
    made.say("change", CHANGES[made.rule])
    made.say("date", base.slots.get("date"))
    made.start, made.end = step.start, clause.sentence.tokens[step.last].end
    return made
