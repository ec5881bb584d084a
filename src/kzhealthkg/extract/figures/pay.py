"""Sums of money that measure something: what people earn."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention

EARNED = lexicon.words("extract.figures.pay", "earned")
TENGE = {"kk": "теңге", "ru": "тенге"}


def pay(clause: Clause) -> list[Mention]:
    """Дәрігерлердің орташа жалақысы 420 мың теңгені құрады: the sums in tenge of a clause that tells what people earn."""
    if "money" not in clause.named or not clause.says(*EARNED):
        return []
    return [m for m in clause.mentions("money") if m.value.unit == "KZT"]
