"""The country's value beside a region's: 8,9 (по стране – 12,3), 6,8 при среднереспубликанском показателе 7,4."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.kinds.indicator.other_times import ends, valued
from kzhealthkg.model import Mention

NATION = frozenset(lexicon.words("kinds.indicator.nation_wide", "nation"))
RULE = "indicator-nation"
REACH = 7
"""Words from what sets the country's value apart to the figure, at most."""
OPENINGS = frozenset("(,–—;")
PHRASES = {
    "ru": re.compile(
        r"(?:тогда как |а |при этом |между тем )?"
        r"(?:(?:средний |средняя |среднее )?(?:показатель )?(?:в|по) (?:среднем (?:в|по) )?"
        r"(?:стране|республике|казахстане|казахстану|рк)(?: в среднем)?(?: (?:этот )?показатель)?"
        r"|(?:при )?(?:средн\w+ |обще)?(?:средне)?республиканск\w+(?: показател\w+| уровн\w+| значени\w+)?|рк)"
        r"(?: –| —| -| составляет| составил| составила| равен| равна| был| была| в)?"
    ),
    "kk": re.compile(
        r"(?:ал |бұл кезде )?(?:(?:республика|ел|еліміз|қазақстан|қр) бойынша(?: орташа| орта есеппен)?(?: бұл)?(?: көрсеткіш)?"
        r"|елімізде|елде|республикада|қазақстанда|қр|(?:орташа )?республикалық (?:орташа )?(?:көрсеткіш|деңгей)"
        r"|ел бойынша орташа|ел бойынша)(?: –| —| -)?"
    ),
}


def told(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return the value of the whole country that stands beside the one told last in the sentence."""
    if NATION.isdisjoint(clause.words):
        return []
    for figure in clause.mentions("number", "percent"):
        base = _base(clause, figure, drafts, memory) if _of_nation(clause, figure) else None
        if base is not None and (figure.type == "percent") == (base.slots.get("unit") == "%"):
            return [_nation(clause, figure, base)]
    return []


def _of_nation(clause: Clause, figure: Mention) -> bool:
    """Say whether nothing but words for the whole country stands between a sign and a figure that ends its part."""
    tokens, last = clause.sentence.tokens, figure.first
    if not ends(clause, figure.last):
        return False
    starts = range(last - 1, max(0, last - REACH) - 1, -1)
    said = (" ".join(t.norm for t in tokens[i:last]) for i in starts if _opens(clause, i))
    return any(PHRASES[clause.language].fullmatch(words) for words in said)


def _opens(clause: Clause, at: int) -> bool:
    """Say whether a part begins at a token: behind a sign, or with "при"."""
    tokens = clause.sentence.tokens
    return at > 0 and (tokens[at - 1].text in OPENINGS or tokens[at].norm == BESIDE)


BESIDE = lexicon.words("kinds.indicator.nation_wide", "beside")[0]


def _base(clause: Clause, figure: Mention, drafts: list[Draft], memory: Memory) -> Draft | None:
    """Return the region's value: the last one before in the clause, else in the sentence."""
    before = [d for d in drafts if d.used and max(d.used) < figure.start]
    found = max(before, key=lambda d: max(d.used)) if before else latest(clause, memory)
    if found is None or not (before or found.sentence == clause.index):
        return None
    step = found.slots.get("change") and found.slots.get("unit")
    return None if step or found.rule.startswith(STOCKS) else found


STOCKS = ("indicator-stock", "indicator-case", "indicator-done", "indicator-born")
"""Rules that count: so many of a country stand beside no region's figure as its level does."""


def _nation(clause: Clause, figure: Mention, base: Draft) -> Draft:
    draft = valued(figure, base)
    draft.sentence, draft.rule = clause.index, RULE
    draft.drop(*LOCATED)
    draft.say("date", base.slots.get("date"))
    draft.cover(figure.start, figure.end)
    return draft
