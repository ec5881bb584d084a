"""Members of a delivery that a list names: олардың қатарында A, B және C бар; … жабдықталған: A, B, C."""

from __future__ import annotations

from collections.abc import Iterator

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import JOINING, Phrase
from kzhealthkg.extract.clause.syntax import Clause, words
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.goods import goods
from kzhealthkg.extract.kinds.goods.counted_members import member
from kzhealthkg.extract.kinds.goods.known import is_known
from kzhealthkg.text.quotation import CLOSE, DASHES, OPEN

OPENINGS = lexicon.words("kinds.procurement.members", "openings")
CLOSING = frozenset(lexicon.words("kinds.procurement.members", "closing"))
SIGNS = frozenset({",", ";"})
ADDING = frozenset(lexicon.words("kinds.procurement.members", "adding"))
LEAST = 3
"""Members below which a list is taken for no list of things."""
LONGEST = 14
"""Words in the longest name of a thing."""


def members(clause: Clause, memory: Memory) -> list[Draft]:
    """Return one draft for each thing of a list that opens with what was just said to be delivered."""
    if clause.language != "kk":
        return []
    if rest := _rest(clause, memory):
        return rest
    total = memory.last_draft("Procurement", within=1, sentence=clause.index) or _equipping(clause, memory)
    if total is None:
        return []
    first = _first(clause) or _there(clause, total) or _of_total(clause, total)
    if not first:
        return []
    found = [_item(clause, low, high) for low, high in _parts(clause, first)]
    things = [item for item in found if item is not None and not _is_staff(item)]
    if total.kind == "Works" and not all(is_known(item) for item in things):
        return []
    if "count" in total.slots:
        return [member(item, total, memory, MEMBER) for item in things] if _share(things, found, total) else []
    return [member(item, total, memory, MEMBER) for item in things] if len(things) == len(found) >= LEAST else []


def _share(things: list[Phrase], found: list[Phrase | None], total: Draft) -> bool:
    """45 құрылғы алынды, оның ішінде рентген, 2 маммограф бар: goods that are no more than their total."""
    counts = [item.count.value.value if item.count is not None else 1 for item in things]
    good = len(counts) == len(found) and all(goods.is_good(item.clause, item.head) for item in things)
    named = all(item.count is not None or is_known(item) for item in things)
    return good and named and 0 < sum(counts) <= total.slots["count"]


def _equipping(clause: Clause, memory: Memory) -> Draft | None:
    """Емхана жабдықталған. Мұнда рентген, анализатор, УДЗ аппараты бар: what a facility was fitted out with."""
    works = memory.last_draft("Works", within=1, sentence=clause.index)
    return works if works is not None and works.slots.get("workType") == "equipping" else None


def _there(clause: Clause, total: Draft) -> int:
    """Return where the list of what is there begins behind мұнда, 0 where the clause is no such list."""
    tokens = clause.tokens
    listed = total.kind == "Works" and tokens[0].norm in THERE and any(t.norm in CLOSING for t in tokens[-2:])
    return clause.first + 1 if listed else 0


THERE = frozenset(lexicon.words("kinds.procurement.members", "there"))


def _first(clause: Clause) -> int:
    """Return where the list begins, or 0 where the clause opens none."""
    tokens = clause.sentence.tokens
    for opening in OPENINGS:
        size = len(opening.split())
        if words(tokens[clause.first : clause.first + size]).lower() == opening:
            return clause.first + size
    if tokens[clause.first].norm in of_total.WHOSE and any(
        m.first == clause.first + 1 for m in of_total.shares(clause)
    ):
        return clause.first + 1  # оның 12-сі – көлік
    return clause.first if clause.first and tokens[clause.first - 1].text == ":" else 0


def _of_total(clause: Clause, total: Draft) -> int:
    """Көліктердің он бесі – реанимобиль: return where the share begins of the things just told of, 0 where there is none."""
    owner = clause.tokens[0].best
    again = owner.case == "gen" and str(total.slots.get("item", "")).endswith(owner.lemma)
    shares = of_total.shares(clause) if again else []
    return clause.first + 1 if any(m.first == clause.first + 1 for m in shares) else 0


def _rest(clause: Clause, memory: Memory) -> list[Draft]:
    """… он бесі – реанимобиль, қалғаны – қызметтік машина: what the rest is, behind a share of the same things."""
    before = clause.sentence.tokens[max(0, clause.first - 2) : clause.first]
    if len(before) < RESTS or before[0].norm not in REST:
        return []
    told = memory.last_draft("Procurement", within=0, sentence=clause.index)
    if told is None or told.rule != MEMBER:
        return []
    item = _item(clause, clause.first, clause.last) if before[1].text in DASHES else None
    return [member(item, told, memory, MEMBER)] if item is not None and goods.is_good(clause, item.head) else []


RESTS = 2
"""The word for the rest and its dash."""
MEMBER = "procurement-member"
REST = frozenset(lexicon.words("kinds.procurement.members", "rest"))


def _parts(clause: Clause, first: int) -> Iterator[tuple[int, int]]:
    tokens, last = clause.sentence.tokens, clause.last
    last -= tokens[last - 1].norm in CLOSING
    low, depth = first, 0
    for at in range(first, last):
        depth += (tokens[at].text in OPEN) - (tokens[at].text in CLOSE)
        if depth <= 0 and (tokens[at].text in SIGNS or _joins(clause, low, at)):
            if at > low:
                yield low, at
            low = at + 1
        elif at == low and tokens[at].norm in (*ADDING, *REST, "қатар"):
            low = at + 1
    if last > low:
        yield low, last


def _joins(clause: Clause, low: int, at: int) -> bool:
    """Аппараттары және …, 12 аппарат мен 40 монитор, цифрлы рентген және …: what begins another member."""
    norm = clause.sentence.tokens[at].norm
    counted = norm in JOINING and any(m.first == at + 1 for m in clause.mentions("number"))
    named = at - low > 1 and clause.sentence.tokens[at - 1].best.lemma in nouns("items", "kk")
    named = named or (at - low == 1 and _is_device(clause, at - 1) and _is_device(clause, at + 1))
    return counted or (norm in (*ADDING, *JOINING) and (_is_head(clause, at - 1) or named))


def _is_device(clause: Clause, at: int) -> bool:
    """Рентген және эндоскоп, томограф пен маммограф; no рентген және УДЗ аппараты: a bare noun that tells a device by itself."""
    tokens = clause.sentence.tokens
    known = at < clause.last and tokens[at].best.lemma in nouns("items", "kk") and not tokens[at].best.possessive
    behind = tokens[at + 1 : min(at + 2, clause.last)]
    return known and not any(t.best.pos in ("NOUN", "ADJ") and t.norm not in CLOSING for t in behind)


def _is_head(clause: Clause, at: int) -> bool:
    best = clause.sentence.tokens[at].best
    return best.pos == "NOUN" and (best.plural or best.possessive) and best.case == "nom"


def _item(clause: Clause, first: int, last: int) -> Phrase | None:
    """Return a thing: words that a noun in the nominative closes, a number before them at most."""
    tokens = clause.sentence.tokens
    count = next((m for m in clause.mentions("number") if m.first == first), None)
    low = count.last if count is not None else first
    low += count is not None and low < last and tokens[low].text in "–—-"
    head = tokens[last - 1].best if last > low else None
    if head is None or last - low > LONGEST or head.pos != "NOUN" or head.case != "nom" or head.form:
        return None
    if any(t.best.form in ("past", "pres", "conv", "prog") and t.best.pos == "VERB" for t in tokens[low:last]):
        return None
    return (
        None if clause.mentions("money", "person", first=low, last=last) else Phrase(clause, low, last, last - 1, count)
    )


def _is_staff(item: Phrase) -> bool:
    """11 маман қажет: 4 неонатолог, …: people are no goods."""
    return item.clause.sentence.tokens[item.last - 1].best.lemma in nouns("professions", "kk")
