"""What is said of the whole country: елімізде, ел бойынша, в Казахстане."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.syntax import Clause, numbered
from kzhealthkg.model import Mention

COUNTRY = lexicon.words("extract.context.national", "country")
SHORT = lexicon.words("extract.context.national", "short")[0]
WITHIN = frozenset(lexicon.words("extract.context.national", "within"))
KAZAKHSTAN = frozenset(lexicon.words("extract.context.national", "kazakhstan"))
NATION = frozenset(lexicon.words("extract.context.national", "nation"))
REACHING = frozenset(lexicon.words("extract.context.national", "reaching"))
CORNERS = frozenset(lexicon.words("extract.context.national", "corners"))
OWNED = frozenset(lexicon.words("extract.context.national", "owned"))
BUYERS = frozenset(lexicon.words("extract.context.national", "buyers"))
SOLE = frozenset(lexicon.words("extract.context.national", "sole"))
COMPARED = frozenset(lexicon.words("extract.context.national", "compared"))


@once_each
def national(clause: Clause) -> bool:
    """Елде, еліміз бойынша, Қазақстанда: said of the whole country."""
    return (
        any(_is_country(clause, m) for m in clause.named.get("place", ()) if m.value.name in KAZAKHSTAN)
        or _reaches_wide(clause)
        or _counts_owned(clause)
        or _names_nation(clause)
        or _buys_for_all(clause)
    )


def _buys_for_all(clause: Clause) -> bool:
    """Единый дистрибьютор закупил лекарства, «СК-Фармация» дәрі сатып алды: who buys for the whole country."""
    if BUYERS.isdisjoint(clause.words):
        return False
    return not SOLE.isdisjoint(clause.words)


def _reaches_wide(clause: Clause) -> bool:
    """Ел бойынша, республика көлемінде, в РК, по РК."""
    if SHORT in clause.words and any(b.norm == SHORT and a.norm in WITHIN for a, b in pairwise(clause.tokens)):
        return True
    if not clause.says(*COUNTRY):
        return False
    return any(a.norm in COUNTRY and b.norm in REACHING for a, b in pairwise(clause.tokens))


def _counts_owned(clause: Clause) -> bool:
    """Елдің 12 ауруханасында: the country right before what is counted."""
    if OWNED.isdisjoint(clause.words):
        return False
    if any(a.norm in OWNED and not CORNERS.isdisjoint(b.words) for a, b in pairwise(clause.tokens)):
        return True  # еліміздің түкпір-түкпірінде
    before = (m.first - 1 for m in clause.mentions("number") if m.first > clause.first)
    return any(clause.sentence.tokens[i].norm in OWNED for i in before)


def _names_nation(clause: Clause) -> bool:
    """Елімізде: a word for the country that is no part of an office or a body."""
    if NATION.isdisjoint(clause.words):
        return False
    held = {i for m in clause.mentions("post", "organization") for i in range(m.first, m.last)}
    said = [clause.first + i for i in numbered(clause.tokens, NATION)]
    return any(i not in held and not _left(clause, i) for i in said)


def _left(clause: Clause, at: int) -> bool:
    """Активы, выведенные из страны; елімізде ең төмен: what left the country, or is compared in it, is not spread over it."""
    tokens = clause.sentence.tokens
    compared = at + 1 < clause.last and tokens[at + 1].norm in COMPARED
    return compared or (at > clause.first and tokens[at - 1].norm == "из")


def _is_country(clause: Clause, mention: Mention) -> bool:
    """«Дал Казахстан» ЖШС, коллеги из Казахстана: in a name, or as where people come from, it is not spoken of."""
    tokens = clause.sentence.tokens
    beside = [*tokens[max(0, mention.first - 1) : mention.first], *tokens[mention.last : mention.last + 1]]
    quoted = any(t.text in '«»“”"' for t in beside)
    held = any(m.first <= mention.first and mention.last <= m.last for m in clause.mentions("organization", "post"))
    return mention.case != "abl" and not (quoted or held)
