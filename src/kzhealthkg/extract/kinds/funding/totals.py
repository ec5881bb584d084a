"""What a whole field of health has to spend, behind a dash: бюджет отрасли – 914 млрд, из них …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention
from kzhealthkg.text.quotation import DASHES

BUDGETS = frozenset(lexicon.words("kinds.funding.totals", "budgets"))
FIELDS = lexicon.words("kinds.funding.totals", "fields")
OTHERS = lexicon.words("kinds.funding.totals", "others")
REACH = 9
"""Words from a budget to the dash behind it, at most."""


def behind_dash(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the budget of the field that a dash tells, where the clause has one."""
    if clause.words.isdisjoint(BUDGETS):
        return []
    money = next((m for m in clause.mentions("money") if clause.sentence.tokens[m.first - 1].text in DASHES), None)
    at = _budget(clause, money) if money is not None else None
    if money is None or at is None:
        return []
    tokens = clause.sentence.tokens
    draft = Draft("Funding", {}, tokens[at].start, money.end, "funding-total-dash")
    roles.quantity(draft, "amount", money)
    draft.say("status", "allocated")
    before = Clause(clause.sentence, clause.index, clause.first, money.last, clause.language)
    return [roles.finish(draft, before, memory)]


def _budget(clause: Clause, money: Mention) -> int | None:
    """Return where the budget of health stands that is the subject before the dash."""
    tokens = clause.sentence.tokens
    row = range(max(clause.first, money.first - REACH), money.first - 1)
    at = next((i for i in row if is_lemma(tokens[i], *BUDGETS) and tokens[i].best.case in ("nom", "")), None)
    if at is None:
        return None
    said = [t.norm for t in tokens[clause.first : money.first - 1]]
    signs = any(w in ",;:()" for w in said[at - clause.first :])
    ours = any(w.startswith(FIELDS) for w in said) and not any(w.startswith(OTHERS) for w in said)
    return at if ours and not signs else None
