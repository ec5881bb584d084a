"""A headline's measured value told again in the body in other words."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.measure_words import WORD, plain, stems

HEADLINE = 3
"""Sentences at the top that tell what the body tells again."""


def repeats(one: Draft, other: Draft) -> bool:
    """Say whether the body tells a headline's figure again in other words."""
    early, late = sorted((one, other), key=lambda d: d.sentence)
    if _reworded(one, other) or _said_again(early, late):
        return True
    if early.sentence == late.sentence or (early.sentence >= HEADLINE and not _inflected(early, late)):
        return False
    if any(one.slots.get(k) != other.slots.get(k) for k in ("value", "unit", "change", "bound", "region")):
        return False
    if one.slots["value"] < SMALLEST:
        if early.sentence == 0 and late.sentence < NEWS and _cases_of(early, late):
            return True
        known = "change" in one.slots or (one.rule == other.rule and late.sentence < HEADLINE)
        return known and (_within(early, late) if early.sentence == 0 else _inflected(early, late))
    letters = WORD if early.sentence else KEPT
    return len(stems(one, letters) & stems(other, letters)) > (1 if "unit" in one.slots else 0)


def _said_again(early: Draft, late: Draft) -> bool:
    """Выполнено 11 операций на сердце. «Сделали 11 операций»: told again near by with fewer words of the same."""
    if not 0 < late.sentence - early.sentence <= HEADLINE or early.rule != late.rule or late.slots["value"] < FEW:
        return False
    same = all(early.slots.get(k) == late.slots.get(k) for k in ("value", "unit", "change", "bound", "region"))
    timed = len({d.slots["date"] for d in (early, late) if "date" in d.slots}) < 2
    said, again = set(plain(early)), set(plain(late))
    return same and timed and len(again) > 1 and (again <= said or said <= again)


FEW = 5
"""Figures below are told of many things."""


def ill_in_headline(early: Draft, late: Draft) -> bool:
    """Выявили 2197 новых больных: a headline's ill are the 2197 cases that the lead names."""
    if early.sentence or not 0 < late.sentence < HEADLINE or early.slots["value"] < SMALLEST:
        return False
    same = all(early.slots.get(k) == late.slots.get(k) for k in ("value", "unit", "change", "bound", "region"))
    told = late.rule.removesuffix("-ru") == CASES and early.rule.removesuffix("-ru") in FOUND
    return same and told and any(word.startswith(ILL) for word in plain(early))


FOUND = frozenset({"indicator-found", "indicator-registered", "indicator-case"})

ILL = lexicon.words("extract.merge.measured_again", "ill")


def _cases_of(early: Draft, late: Draft) -> bool:
    """5 адам бруцеллез жұқтырды; бруцеллездің 5 жағдайы тіркелді: as many who fell ill as there were cases of it."""
    rules = {early.rule.removesuffix("-ru"), late.rule.removesuffix("-ru")}
    ill = CASES in rules or rules <= CAUGHT  # ботулизм жұқтырған, ботулизмге шалдыққан
    return ill and bool(rules & CAUGHT) and bool(stems(early) & stems(late))


NEWS = 6
"""Sentences below a headline that may word its cases otherwise."""

CASES = "indicator-case"

CAUGHT = frozenset({"indicator-caught", "indicator-struck", "indicator-found-in", "indicator-fell-ill"})


def _inflected(early: Draft, late: Draft) -> bool:
    """Смертность от инсультов, смертность от инсульта снизилась на 9%: one change, its words in another number."""
    said, again = ([w[:WORD] for w in plain(d)] for d in (early, late))
    return "change" in early.slots and "change" in late.slots and len(said) > 1 and said == again


def _within(early: Draft, late: Draft) -> bool:
    """Смертность от инфарктов, смертность от острого инфаркта миокарда: one measure has every word of the other."""
    said, again = ({w[:KEPT] for w in plain(d)} for d in (early, late))
    return said <= again or (again <= said and len(again) > 1)


KEPT = 4
"""Letters that the forms of one word of a measure share."""


def _reworded(one: Draft, other: Draft) -> bool:
    """340 бала дүниеге келді, 340 сәби дүниеге келді: one figure, whose people have two names."""
    same = all(one.slots.get(k) == other.slots.get(k) for k in ("value", "unit", "change"))
    early, late = sorted((one, other), key=lambda d: d.sentence)
    said, again = _of_people(early), _of_people(late)
    headline = early.sentence == 0 and late.sentence < NEWS
    briefer = headline and one.rule == other.rule and len(said) > 1 and set(said) <= set(again)
    return same and (briefer or (said == again and (headline or one.slots["value"] >= SMALLEST)))


def _of_people(draft: Draft) -> list[str]:
    """Return the words of a draft's measure, all that name grown people under one name."""
    return ["адам" if word in PEOPLE else word for word in plain(draft)]


PEOPLE = frozenset(lexicon.words("extract.merge.measured_again", "people"))

SMALLEST = 20
"""Figures below are shared by chance."""
