"""Parts of a total by age: қызылшамен 210 бала ауырды: 1 жасқа дейін – 80, 1-4 жас – 70, 5 жастан асқандар – 60."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.indicator.part_totals import counts_people, last_word, of_cases, part_of
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

_SORTS = (
    (lexicon.words("kinds.indicator.part_ages", "until"), "{} жасқа дейінгі", "лер"),
    (lexicon.words("kinds.indicator.part_ages", "within"), "{} жастағы", "лар"),
    (lexicon.words("kinds.indicator.part_ages", "over"), "{} жастан асқан", "дар"),
)
AGED = {words: (saying, many) for rows, saying, many in _SORTS for words in rows}
"""How an age is said, as it says which people, and the ending of those many."""
WHO = tuple(lexicon.words("kinds.indicator.part_ages", "who"))
_AGE = re.compile(r"(\d+(?:\s?[-–]\s?\d+)?|[^\W\d]+) (.+)")
LONGEST = 7
"""Words of an age, at most: 15 пен 17 жас аралығындағы балалар."""


def by_age(clause: Clause, total: Draft) -> list[Draft]:
    """Return the parts of people or of cases that ages alone tell apart, each beside the figure of its own."""
    if total.sentence not in (clause.index, clause.index - 1) or not (counts_people(total) or of_cases(total)):
        return []
    found = [(m, _age(clause, m)) for m in clause.mentions("number", "percent") if not _of_age(clause, m)]
    if not found or not all(age for _, age in found):
        return []
    if len(found) == 1 and found[0][1] and found[0][1][1]:
        return []  # олардың 74-і – 14 жасқа дейінгі балалар: a noun behind a share tells it
    return [_part(clause, number, age, total) for number, age in found if age]


def _of_age(clause: Clause, figure: Mention) -> bool:
    """1-4 жас, 14 жасқа: say whether a figure is of an age."""
    return any(t.norm.startswith("жас") for t in clause.sentence.tokens[figure.last : figure.last + 1])


Age = tuple[str, str]
"""What age people are of, and the noun for them where it is said: "1 жасқа дейінгі", "бала"."""


def _age(clause: Clause, number: Mention) -> Age | None:
    """Return the age told before or behind a figure and its dash, None for none or other words."""
    tokens, at = clause.sentence.tokens, number.first
    if at - 1 > clause.first and tokens[at - 1].text in DASHES:
        return _said(clause, _opened(clause, at - 1), at - 1)
    if number.last < clause.last and tokens[number.last].text in DASHES and tokens[number.last - 1].best.possessive:
        return _said(clause, number.last + 1, _closed(clause, number.last + 1))
    return None


def _opened(clause: Clause, end: int) -> int:
    """Return where the member of a list begins that ends at a token."""
    signs = (i + 1 for i in range(end - 1, clause.first - 1, -1) if clause.sentence.tokens[i].norm in OPENING)
    return next(signs, clause.first)


def _closed(clause: Clause, first: int) -> int:
    tokens = clause.sentence.tokens
    return next((i for i in range(first, clause.last) if tokens[i].norm in OPENING), clause.last)


OPENING = frozenset(lexicon.words("kinds.indicator.part_ages", "opening"))


def _said(clause: Clause, first: int, last: int) -> Age | None:
    """Return the age where nothing but it and a word for people stands among the tokens ``first:last``."""
    matched = _AGE.fullmatch(clause.text(first, last).casefold()) if 1 < last - first <= LONGEST else None
    words = matched[2].split() if matched else []
    who = next((lemma for lemma in WHO if words[1:] and words[-1].startswith(lemma)), "")
    how = " ".join(words[:-1] if who else words)
    return (AGED[how][0].format(matched[1]), who) if matched and how in AGED else None


def _part(clause: Clause, number: Mention, told: Age, total: Draft) -> Draft:
    draft = part_of(clause, number, number.last - 1, total)
    draft.say("unit", "%" if number.type == "percent" else "")
    age, who = told
    draft.cover(clause.sentence.tokens[_opened(clause, number.first)].start, draft.end)
    draft.cover(draft.start, clause.sentence.tokens[_closed(clause, number.last) - 1].end)
    measure = str(total.slots["measure"])
    if of_cases(total):
        many = next(many for saying, many in AGED.values() if age.endswith(saying[2:]))
        illness = measure if measure[1:2].isupper() else f"{measure[:1].lower()}{measure[1:]}"
        draft.say("measure", f"{age}{many} арасындағы {illness}")
        return draft
    befallen = " ".join(measure.split()[:-1])
    draft.say("measure", f"{befallen} {age} {who or last_word(total)}".strip())
    return draft
