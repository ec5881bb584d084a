"""Staff by what they got: из них 63 – подъёмные, 28 – жильё; подъёмные получили 63 врача, жильё – 28."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.staffing.cues import BENEFITS, holds_option
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

HOUSING = lexicon.words("kinds.staffing.by_benefit", "housing")
SUPPORT = lexicon.words("kinds.staffing.by_benefit", "support")
REACH = 4
"""Words of a benefit beside its dash, at most."""


def by_benefit(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return one draft for each figure that a dash joins to a benefit, of the staff told of just before."""
    if "number" not in clause.named or DASHES.isdisjoint(clause.sentence.words):
        return []
    base = drafts[-1] if drafts else memory.last_draft("Staffing", within=1, sentence=clause.index)
    if base is None or base.slots.get("status") != "completed" or "profession" not in base.slots:
        return []
    taken = (memory.used, *[d.used for d in drafts])
    free = [n for n in clause.mentions("number") if not any(n.start in used for used in taken)]
    found = [(n, m) for n in free if (m := _measure(clause, n))]
    return [_got(clause, number, measure, base, memory) for number, measure in found if _fits(number, base)]


def _measure(clause: Clause, number: Mention) -> str:
    """Return which benefit stands on the other side of the dash beside a bare figure, "" for none."""
    tokens = clause.sentence.tokens
    if number.last < len(tokens) and tokens[number.last].text in DASHES:
        return _benefit(tokens[number.last + 1 : number.last + 1 + REACH])
    closed = number.last >= len(tokens) or tokens[number.last].text in ",;."
    if number.first > 1 and tokens[number.first - 1].text in DASHES and closed:
        return _benefit(tuple(reversed(tokens[max(0, number.first - 1 - REACH) : number.first - 1])))
    return ""


def _benefit(words: tuple[Token, ...]) -> str:
    """Return the measure that the first words up to a sign name."""
    for token in words:
        if not token.text[0].isalpha():
            break
        if is_lemma(token, *HOUSING):
            return "housing"
        if is_lemma(token, *SUPPORT):
            return "social-support"
    return ""


def _fits(number: Mention, base: Draft) -> bool:
    """Say whether so many are no more than the staff whom they are of, where these are a total."""
    return base.slots["measure"] in BENEFITS or number.value.value <= base.slots.get("count", number.value.value)


def _got(clause: Clause, number: Mention, measure: str, base: Draft, memory: Memory) -> Draft:
    end = clause.sentence.tokens[min(number.last, len(clause.sentence.tokens) - 1)].end
    draft = Draft("Staffing", {"measure": measure, "status": "completed"}, number.start, end, "staffing-benefit")
    draft.take_over(base, "profession", "date", "programme")
    roles.quantity(draft, "count", number)
    return roles.finish(draft, clause, memory)


def of_a_part(hit: Hit) -> bool:
    """20 врачей получили грамоты, пятеро — квартиры: only the figure beside the dash got the benefit, not the staff before."""
    clause, options = hit.clause, hit.frame.options
    if (
        hit.frame.slots["measure"] not in BENEFITS
        or not options.get("needs")
        or DASHES.isdisjoint(clause.sentence.words)
    ):
        return False
    dashes = [
        m.last for m in clause.mentions("number") if clause.sentence.tokens[min(m.last, clause.last - 1)].text in DASHES
    ]
    paid = options.get("money") and any(m.first == hit.last + 1 for m in clause.mentions("money"))  # получили по M
    alone = [at for at in dashes if not (paid or holds_option(replace(clause, last=at), hit.frame, "needs"))]
    return any(_benefit(clause.sentence.tokens[at + 1 : at + 1 + REACH]) for at in alone)
