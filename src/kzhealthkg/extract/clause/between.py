"""What stands between the members of a list: words in brackets, participles that describe the next member."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Token

PARTICIPLE = frozenset({"perf", "part"})


def without_participle(between: list[Token]) -> list[Token]:
    """Return the words between two members of a list without what only describes the second one.

    10 көлік пен жаңа жабдықталған (кабинетке арналған) екі реанимобиль: a participle and its own words part no list.
    """
    describing = {i for i, t in enumerate(between) if i and t.best.form in PARTICIPLE}
    own = describing | {i - 1 for i in describing if between[i - 1].best.case == "dat"}
    kept = [t for i, t in enumerate(between) if not i or not (i in own or t.best.pos in ("ADJ", "ADV"))]
    return kept if describing else between


USES = frozenset(lexicon.words("extract.clause.between", "uses"))
LONGEST_USE = 6


def without_use(between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words between two members of a list from the sign on that ends what the first is for, or how large.

    Томограф на 64 среза, комплекс для операций на сердце, маммограф.
    """
    if not between or between[0].norm not in USES:
        return between
    sign = next((i for i, t in enumerate(between) if t.text == ","), 0)
    told = any(t.best.form in PARTICIPLE or t.best.pos == "VERB" for t in between[:sign])
    return between if told or not 0 < sign <= LONGEST_USE else between[sign:]


def bracketed(clause: Clause) -> frozenset[int]:
    """Return the tokens that stand in brackets: томограф (Германия) жеткізілді."""
    if "(" not in clause.sentence.words:
        return frozenset()
    tokens, depth, found = clause.sentence.tokens, 0, set()
    for i in range(clause.first, clause.last):
        depth += tokens[i].text == "("
        if depth:
            found.add(i)
        depth = max(0, depth - (tokens[i].text == ")"))
    return frozenset(found)
