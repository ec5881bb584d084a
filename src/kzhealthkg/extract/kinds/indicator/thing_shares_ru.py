"""Of how large a share of things a Russian predicate tells something: 45 % машин скорой помощи выработали ресурс."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.per import is_per
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.extract.figures.measure_ends import is_outside
from kzhealthkg.extract.kinds.indicator.stocks import is_countable
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative

COUNTED = frozenset({"thing", "facility", "staff"})
MASSES = lexicon.words("kinds.indicator.thing_shares_ru", "masses")
TOLD = frozenset({"past", "pres", "perf"})
LONGEST = 7
"""Words in the longest predicate that is said in a measure."""


def thing_shares(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the share of things or houses that opens a clause, or follows its verb, with what is told of them."""
    share = clause.named["percent"][0]
    if is_per(clause, share) or len(clause.mentions("percent", "number", "money")) > 1:
        return []
    head = head_ru(clause, share)
    if head is None or not is_case(clause.sentence.tokens[head], "gen"):
        return []
    end = measures.span(clause, head)[1]
    staff = "staff" in measures.sorts(clause, head)
    if (staff and not clause.words.isdisjoint(GATHERING)) or not _is_thing(clause, head, memory):
        return []
    told = _predicate(clause, share, end, staff=staff)
    if not told:
        return []
    tokens = clause.sentence.tokens[share.last : end]
    many = clause.sentence.tokens[head].best.plural
    name = counted_names.plural_ru(tokens, head - share.last) if many else nominative(tokens, "ru")
    draft = rates.drafted(clause, "indicator-thing-share-ru", (f"{name}: {told}", share.first), share, memory)
    draft.say("unit", "%")
    draft.cover(share.start, clause.sentence.tokens[clause.last - 1].end)
    return [draft]


GATHERING = frozenset(lexicon.words("kinds.indicator.thing_shares_ru", "gathering"))


def _predicate(clause: Clause, share: Mention, end: int, *, staff: bool) -> str:
    """Return the words of the only verb behind the things, else the verb right before their share; "" for none."""
    tokens = clause.sentence.tokens
    before = share.first - 1
    if before >= clause.first and tokens[before].best.pos == "ADJ" and "perf" in tokens[before].forms:
        return tokens[before].norm  # занято 45 % коек
    dated = {i for m in clause.mentions("date") for i in range(m.first, m.last)}
    forms = (*TOLD, "fut", "inf")
    verbs = [i for i in range(clause.first, clause.last) if tokens[i].best.form in forms and i not in dated]
    if len(verbs) != 1 or tokens[verbs[0]].best.form not in TOLD or status(clause, verbs[0]) == "planned":
        return ""
    at = verbs[0]
    if at == share.first - 1:
        return _with_opening(clause, at, staff=staff) if staff or is_lemma(tokens[at], *FALLING) else tokens[at].norm
    opened = all(t.best.pos != "NOUN" or not is_case(t, "nom") for t in tokens[clause.first : share.first])
    close = end <= at <= end + 2 and clause.last - end <= LONGEST
    named = clause.mentions("place", "date", "person", first=end)
    first = next((i for i in range(end, at) if not is_outside(clause, i)), at)  # 45 % машин [района] выработали ресурс
    return clause.text(first, clause.last) if opened and close and not named else ""


def _with_opening(clause: Clause, at: int, *, staff: bool) -> str:
    """На детей приходится 35 % вызовов: return the verb with what it takes, "" where that does not open the clause.

    Of staff that is any object: пенсионного возраста достигли 30 % врачей.
    """
    tokens, said = clause.sentence.tokens, clause.text(clause.first, at)
    opened = tokens[clause.first].norm == ON or (staff and tokens[clause.first].best.case in OBJECT)
    plain = opened and 1 < at - clause.first <= LONGEST
    named = clause.mentions("place", "date", "person", "number", last=at)
    return f"{clause.sentence.tokens[at].norm} {said[:1].lower()}{said[1:]}" if plain and not named else ""


OBJECT = frozenset({"gen", "acc", "dat", "ins"})
FALLING = lexicon.words("kinds.indicator.thing_shares_ru", "falling")
ON = lexicon.words("kinds.indicator.thing_shares_ru", "on")[0]


def _is_thing(clause: Clause, head: int, memory: Memory) -> bool:
    """45 % машин, оборудования: things of health, also those that are not counted one by one."""
    mass = is_lemma(clause.sentence.tokens[head], *MASSES) and measures.near_health(clause, memory)
    return mass or is_countable(clause, head, COUNTED, memory)
