"""How far a purchase has got by what is said of the money for it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.kinds.funding.of_goods import of_means


def money_status(clause: Clause) -> str:
    """Money foreseen or given for buying says how far the buying has got."""
    if "money" not in clause.named and not of_means(clause):
        return ""
    tokens = clause.sentence.tokens
    paid = [h.last - 1 for h in hits("funding", clause) if clause.language == "ru"]
    last = next((i for i in range(clause.last - 1, clause.first, -1) if forms(tokens[i])), None)
    at = paid[-1] if paid else last
    found = status(clause, at) if at is not None else ""
    spent = any(is_lemma(tokens[at], *SPENT) for at in paid)
    return "allocated" if found == "completed" and not spent else found


SPENT = lexicon.words("kinds.procurement.means", "spent")


def ends(clause: Clause, found: str) -> bool:
    """Поставка завершится в августе, жеткізу тамызда аяқталады: the end of what goes on is its term."""
    if found != "underway":
        return False
    ended = [t for t in clause.tokens if phase_of(t, clause.language) == "end"]
    return any(t.best.form in ("fut", "intent") or (t.best.form == "pres" and clause.language == "kk") for t in ended)
