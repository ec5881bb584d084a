"""The figure of a lack: which number says how many are lacking, and which only how a lack has changed."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import area_words, nouns
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

TIMES = lexicon.words("extract.clause.lack_figures", "times")
REACHED = lexicon.words("extract.clause.lack_figures", "reached")
CHANGED = lexicon.words("extract.clause.lack_figures", "changed")


def figure(hit: Hit) -> Mention | None:
    """Return the number behind a noun of lacking: тапшылығы 274 адамды құрайды, дефицит – 30."""
    tokens = hit.clause.sentence.tokens
    found = [
        m
        for m in hit.clause.mentions("number", first=hit.last)
        if not any(t.norm.startswith(TIMES) for t in tokens[m.last : m.last + 1])
        and not (_of_areas(hit, m) or left_behind(hit.clause, m))
    ]
    if hit.clause.language == "ru":
        found = [m for m in found if tokens[m.first - 1].norm not in CHANGED and not of_next(hit, m)]
        return next((m for m in found if m.first - hit.last <= 3 or _tells_size(tokens[m.first - 1])), None)
    return found[0] if found and found[0].first - hit.last <= 3 else None


def left_behind(clause: Clause, number: Mention) -> bool:
    """Дефицит снизился с 8 (врачей) до 5, тапшылық 320-дан 150 маманға кеміді: how many were lacking before."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        behind = tokens[number.last : min(number.last + REACHED_BY, clause.last)]
        return tokens[number.first - 1].norm in WITH and any(t.norm == "до" for t in behind)
    left = number.case == "abl" or any(t.best.case == "abl" for t in tokens[number.last : number.last + 1])
    return left and any(m.first - number.last < REACHED_BY for m in clause.mentions("number", first=number.last))


REACHED_BY = 4
"""Words from a figure left behind to the one reached, at most."""


def _of_areas(hit: Hit, number: Mention) -> bool:
    """Дефицит сохраняется в четырёх районах, тапшылық 4 ауданда байқалады: a figure of where somebody is lacking."""
    counted = hit.clause.sentence.tokens[number.last : number.last + AREA_REACH]
    return any(is_lemma(t, *area_words(hit.clause.language), *HOUSES) for t in counted)


HOUSES = lexicon.words("extract.clause.lack_figures", "houses")
AREA_REACH = 2


def of_next(hit: Hit, number: Mention) -> bool:
    """Нехватка терапевта и двух педиатров: the figure behind a joining word counts whoever comes next."""
    before = hit.clause.sentence.tokens[number.first - 1]
    return number.first - 1 > hit.last and before.norm in JOINED


JOINED = frozenset(lexicon.words("extract.clause.lack_figures", "joined"))


def _tells_size(token: Token) -> bool:
    """Дефицит врачей составил 40, — 40, сократился с 60 до 40: what stands before the figure of a lack."""
    return token.text in DASHES or token.norm == "до" or is_lemma(token, *nouns("being", "ru"), *REACHED)


def fallen_to(hit: Hit, number: Mention) -> bool:
    """Дефицит снизился до 50: what a lack has come to is its size, no upper bound."""
    noun = hit.clause.language == "ru" and hit.frame.options.get("noun")
    words = hit.clause.sentence.tokens[number.first - 1 : number.last]
    return bool(noun) and any(t.norm == "до" for t in words)


def own_figure(hit: Hit, last: int) -> Mention | None:
    """Return the figure behind a group that ends at ``last``, or before its noun: не хватает хирургов — 3; 56 вакансий врачей."""
    if hit.clause.language != "ru":
        return None
    vacant = [m for m in hit.clause.mentions("number") if m.last == hit.first and hit.frame.options.get("noun")]
    return dashed(hit, last) or next(iter(vacant), None)


def dashed(hit: Hit, last: int) -> Mention | None:
    """Нехватка врачей – 40, медсестёр – 12: the figure behind the dash behind a Russian group that ends at ``last``."""
    if hit.clause.language != "ru":
        return None
    signs = hit.clause.sentence.tokens[last : last + 1]
    numbers = hit.clause.mentions("number") if signs and signs[0].text in DASHES else []
    return next((m for m in numbers if m.first == last + 1), None)
