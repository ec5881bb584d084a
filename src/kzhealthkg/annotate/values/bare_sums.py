"""Sums without their currency, which another says: A қорынан 2 млрд, B бюджетінен 300 млн теңге; оның 2 миллиарды."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.values import numbers
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

FUNDS = lexicon.words("annotate.values.bare_sums", "funds")
FUND_REACH = 4
SCALES = lexicon.words("annotate.values.bare_sums", "scales")


def as_money(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """A қорынан 2 млрд, B бюджетінен 300 млн теңге: a sum whose currency only a later one says."""
    done: list[Mention] = []
    unit = ""
    for mention in reversed(found):
        if mention.type == "money":
            unit = mention.value.unit
        elif unit and mention.type == "number" and _bare_sum(tokens, mention):
            mention = _sum(mention, unit)
        elif unit and mention.type == "number" and _scaleless(tokens, mention, done[-1:]):
            scaled = numbers.plain(mention.value.value * _scale(tokens, done[-1]))
            mention = _sum(replace(mention, value=replace(mention.value, value=scaled)), unit)
        done.append(mention)
    return _with_parts(tokens, _russian(tokens, [_alone(tokens, m) for m in done[::-1]]))


def _alone(tokens: Sequence[Token], mention: Mention) -> Mention:
    """Құны 417 млн тұратын аппарат, 850 млн қаржы бөлінді, стоимость – 2,4 млрд: a sum that only words of money tell."""
    last = mention.last - 1 - (tokens[mention.last - 1].text == ".")
    last = _scale_at(tokens, mention, last) if mention.value.bound else last
    if mention.type != "number" or last == mention.first or not tokens[last].norm.startswith(SCALES):
        return mention
    after = tokens[mention.last] if mention.last < len(tokens) else None
    if after is not None and after.norm in PASSING and _of_money(tokens, mention.last + 1):
        return _sum(replace(mention, value=replace(mention.value, bound="atLeast")), TENGE)
    given = after is not None and after.norm.startswith((*MONEY, *GIVEN))
    ends = _counts_nothing(tokens, mention) or (after is not None and after.norm.startswith(COSTING))
    return _sum(mention, TENGE) if given or (ends and _priced(tokens, mention)) else mention


def _of_money(tokens: Sequence[Token], at: int) -> bool:
    """Миллиардтан асатын [қаржы]."""
    return at < len(tokens) and tokens[at].norm.startswith(MONEY)


PASSING = frozenset(lexicon.words("annotate.values.bare_sums", "passing"))


def _scale_at(tokens: Sequence[Token], mention: Mention, last: int) -> int:
    """1 миллиардтан астам қаржы: where the scale stands before the words that bound it."""
    scales = (i for i in range(last, mention.first, -1) if tokens[i].norm.startswith(SCALES))
    return next(scales, last)


def _priced(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether the noun of a price, or выделено, stands right before a number, a dash between or not."""
    at = mention.first - 1
    at -= at > 0 and tokens[at].text in DASHES
    return at >= 0 and tokens[at].norm in PRICES


PRICES = frozenset(lexicon.words("annotate.values.bare_sums", "prices"))
COSTING = lexicon.words("annotate.values.bare_sums", "costing")
GIVEN = lexicon.words("annotate.values.bare_sums", "given")


def _russian(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """Выделили 640 млн тенге, из них освоено 410 миллионов: in Russian a sum beside others that counts nothing."""
    unit = next((m.value.unit for m in found if m.type == "money"), "")
    return [_sum(m, unit) if unit and m.type == "number" and _counts_nothing(tokens, m) else m for m in found]


def _counts_nothing(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a number ends in млн, млрд and a sign, a Russian verb or a preposition follows."""
    last = mention.last - 1 - (tokens[mention.last - 1].text == ".")
    after = tokens[mention.last] if mention.last < len(tokens) else None
    ends = after is None or not after.text[0].isalnum() or after.norm in BEHIND or after.best.form in FORMS
    return last > mention.first and tokens[last].norm.startswith(RUSSIAN) and ends


FORMS = frozenset({"past", "perf", "pres", "fut"})
BEHIND = frozenset(lexicon.words("annotate.values.bare_sums", "behind"))
RUSSIAN = lexicon.words("annotate.values.bare_sums", "russian")


def _sum(mention: Mention, unit: str) -> Mention:
    return replace(mention, type="money", value=replace(mention.value, unit=unit))


def _scaleless(tokens: Sequence[Token], mention: Mention, after: list[Mention]) -> bool:
    """Облыстық бюджеттен 3, республикалық бюджеттен 5; 2022 жылы 3, 2023 жылы 5 млрд теңге: milliards are said once as well."""
    before = [tokens[m.first - 1] for m in (mention, *after) if m.first]
    alike = all(_from_fund(t) for t in before) or all(_of_year(t) for t in before)
    return len(before) > 1 and alike and tokens[mention.last].text == "," and mention.value.value < LEAST_SCALE


def _scale(tokens: Sequence[Token], mention: Mention) -> Decimal:
    simple = numbers.figure(tokens[mention.first])
    return mention.value.value / simple if simple else Decimal(1)


def _from_fund(token: Token) -> bool:
    return token.best.case == "abl" and token.norm.startswith(FUNDS)


def _of_year(token: Token) -> bool:
    return token.best.lemma == "жыл"


LEAST_SCALE = 1000


def _with_parts(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """Бөлінген қаражаттың 7 миллиарды A-ға, 2 миллиарды B-ға; 9 млрд теңге, оның 2 млрд-ы: parts of what was told."""
    done: list[Mention] = []
    unit, part = "", False
    for mention in found:
        unit = mention.value.unit if mention.type == "money" else unit
        owner = tokens[mention.first - 1] if mention.first else None
        funds = owner is not None and owner.best.case == "gen" and owner.norm.startswith(MONEY)
        told = funds or part or (bool(unit) and owner is not None and owner.norm in WHOSE)
        bare = told and mention.type == "number" and _is_scale_of(tokens[mention.last - 1])
        part = bare or (told and mention.type == "money" and tokens[mention.last - 1].best.possessive)
        done.append(_sum(mention, unit or TENGE) if bare else mention)
    return done


def _is_scale_of(token: Token) -> bool:
    return token.norm.startswith(SCALES) and (token.best.possessive or "-" in token.norm)


TENGE = "KZT"
MONEY = lexicon.words("annotate.values.bare_sums", "money")
WHOSE = frozenset(lexicon.words("annotate.values.bare_sums", "whose"))


def _bare_sum(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a number ends in млн, млрд, a fund or who gets it stands before it and nothing that it counts follows."""
    near = tokens[max(0, mention.first - FUND_REACH) : mention.first]
    near = near[:-1] if near and near[-1].text in DASHES else near
    if not any(t.norm.startswith(FUNDS) for t in near) and not any(_gets(t) for t in near[-1:]):
        return False
    last = mention.last - 1 - (tokens[mention.last - 1].text == ".")
    return tokens[last].norm.startswith(SCALES) and mention.last < len(tokens) and tokens[mention.last].text in ",;"


def _gets(token: Token) -> bool:
    """Облысына, Атырауға, жөндеуге, емханаға, 2023 жылы: an area, an aim or a year; a person gets a payment of his own."""
    best = token.best
    return best.lemma == "жыл" or (best.case == "dat" and best.lemma not in _people())


@cache
def _people() -> frozenset[str]:
    return frozenset(r["lemma"] for r in lexicon.table("professions") if r["language"] == "kk") | PEOPLE


PEOPLE = frozenset(lexicon.words("annotate.values.bare_sums", "people"))
