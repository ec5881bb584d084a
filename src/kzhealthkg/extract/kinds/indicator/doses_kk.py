"""Which dose of a vaccine those counted have had: екінші компонентін 24 адам алды, бустерлік вакцинамен 24 адам егілді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.figures.stock_names import DOSES
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative
from kzhealthkg.morph.endings import inflected
from kzhealthkg.text.quotation import DASHES


def own_dose(clause: Clause, number: Mention) -> str:
    """[I компонентін] 43 адам, [II компонентін] 24 адам алды: the dose in the accusative right before those who had it."""
    tokens, at = clause.sentence.tokens, number.first - 1
    at -= at > clause.first and tokens[at].text in DASHES  # I компонентін – 43 адам
    if clause.language != "kk" or at < clause.first:
        return ""
    nouns = (*DOSES, *SHOTS) if _is_ranked(clause, at - 1) else DOSES
    if not any(r.case in ("acc", "ins") and r.lemma.lstrip(NUMBERED) in nouns for r in tokens[at].readings):
        return ""
    first = at
    while first > clause.first and (_is_ranked(clause, first - 1) or tokens[first - 1].best.pos == "ADJ"):
        first -= 1
    first -= first > clause.first and tokens[first - 1].best.pos == "NOUN" and is_case(tokens[first - 1], "gen")
    named = clause.mentions("place", "date", "facility", first=first, last=at)
    dose = "" if named else opening(clause.text(first, at + 1), first)
    return (
        dose
        if not dose or any(r.case == "acc" for r in tokens[at].readings)
        else f"{dose.rpartition(' ')[0]} {_had(tokens[at])}".strip()
    )


def _had(noun: Token) -> str:
    """Return a dose as what somebody has had: компонентімен is компонентін."""
    return inflected(nominative((noun,), "kk"), "acc", owned=bool(noun.best.possessive))


def _is_ranked(clause: Clause, at: int) -> bool:
    """II, екінші, бустерлік: say whether a word tells which of several doses it is."""
    token = clause.sentence.tokens[at]
    return at >= clause.first and (token.text in ORDINALS or token.norm.endswith(NTH) or token.norm in BOOSTING)


NUMBERED = "0123456789-"
"""What a dose may be numbered with: 2-компонент."""
NTH = ("нші", "ншы")
SHOTS = lexicon.words("kinds.indicator.doses_kk", "shots")
BOOSTING = frozenset(lexicon.words("kinds.indicator.doses_kk", "boosting"))
ORDINALS = frozenset({"I", "II", "III", "IV", "І", "ІІ", "ІІІ"})
"""Roman figures in Latin and in Kazakh letters."""
