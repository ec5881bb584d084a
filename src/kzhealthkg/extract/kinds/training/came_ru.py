"""Who learns, told by the Russian clause before: врачи вернулись из Турции, где учились; приехали врачи, чтобы перенять опыт."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma

WHERE = frozenset(lexicon.words("kinds.training.came_ru", "where"))
IN_ORDER_TO = frozenset(lexicon.words("kinds.training.came_ru", "in_order_to"))
COMING = lexicon.words("kinds.training.came_ru", "coming")


def who_came(clause: Clause) -> list[Clause]:
    """Return the clause before that tells who learns and where, [] where none does."""
    if clause.language != "ru" or clause.first == 0:
        return []
    where = clause.sentence.tokens[clause.first - 1].norm in WHERE
    return [_before(clause)] if where or came_to_learn(clause) else []


def came_to_learn(clause: Clause) -> str:
    """Return the status of the coming that a clause tells the aim of, "" where it tells none."""
    if clause.language != "ru" or clause.first == 0 or clause.sentence.tokens[clause.first].norm not in IN_ORDER_TO:
        return ""
    before = _before(clause)
    came = [i for i in range(before.first, before.last) if is_lemma(clause.sentence.tokens[i], *COMING)]
    return status(before, came[-1]) if came else ""


def _before(clause: Clause) -> Clause:
    return Clause(clause.sentence, clause.index, 0, clause.first - 1, clause.language)
