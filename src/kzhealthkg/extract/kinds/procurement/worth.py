"""Sums that say what a facility has cost, and not the things that came to it."""

from __future__ import annotations

from kzhealthkg.extract.clause.frames import Hit


def worth(hit: Hit) -> bool:
    """Больница стоимостью M оснащена …, M жұмсалған нысанға … орнатылды: what the hospital cost, not what it got."""
    facilities, money = hit.clause.mentions("facility", last=hit.first), hit.clause.mentions("money", last=hit.first)
    if hit.clause.language == "kk" and facilities and money:
        spent = hit.clause.sentence.tokens[money[0].last].best.form in ("perf", "part")
        return spent and any(m.first == money[0].last + 1 for m in facilities)
    return bool(facilities and money) and hit.clause.language == "ru" and hit.clause.says("стоимость")
