"""The things that a cue of an event governs, with the members of their list: 5 көлік пен томограф жеткізілді."""

from __future__ import annotations

from collections.abc import Callable

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import blocked
from kzhealthkg.extract.clause.chains import chain, following, goes_on, left_edge
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.events import PREPOSITIONS, attributive, group_end
from kzhealthkg.model import Token

NAMED = ("facility", "organization", "person", "post", "programme")
MOBILE = lexicon.words("extract.context.governed", "mobile")
BETWEEN = 9
"""Words between a Russian cue and its thing, at most."""
RIGHT_REACH = 5
"""Words between a Kazakh participle and its thing, at most."""


def is_name(item: Phrase) -> bool:
    """Say whether a phrase's head is a part of a name, which is no thing; what is mobile is one."""
    mobile = any(t.norm.startswith(MOBILE) for t in item.clause.sentence.tokens[item.first : item.last])
    return inside(item.clause, item, *NAMED) and not mobile


def governed(
    hit: Hit,
    table: str,
    cases: frozenset[str],
    barred: Callable[[Phrase], bool] = is_name,
    heads: Callable[..., list[Phrase]] = headed,
) -> list[Phrase]:
    """Return the things of a lexicon table that a cue governs, with the members of their list; [] for none."""
    if hit.clause.language == "ru":
        return _around_ru(hit, [p for p in heads(hit.clause, table) if not barred(p)], cases)
    if attributive(hit):
        right = [p for p in heads(hit.clause, table) if p.first >= group_end(hit) and not barred(p)]
        near = right[:1] if right and not _stopped(hit.clause, group_end(hit), right[0]) else []
        return [p for p in near if p.count is not None]
    found = [p for p in heads(hit.clause, table, last=hit.first) if not barred(p)]
    left = [p for p in found if _case(p) in cases]
    if not left or (blocked(hit.clause, left[-1].last, hit.first) and not goes_on(left[-1], hit.first)):
        return []
    return chain([p for p in found if p.last <= left[-1].last], left[-1])


def inside(clause: Clause, item: Phrase, *types: str) -> bool:
    """Say whether a phrase's head is a part of a mention of one of the types."""
    return any(m.first <= item.head < m.last for m in clause.mentions(*types))


def _case(item: Phrase) -> str:
    return item.clause.sentence.tokens[item.head].best.case or "nom"


def _stopped(clause: Clause, first: int, item: Phrase) -> bool:
    between = clause.sentence.tokens[first : item.first]
    return len(between) > RIGHT_REACH or any(t.text in ",;—–:" for t in between)


def _around_ru(hit: Hit, found: list[Phrase], cases: frozenset[str]) -> list[Phrase]:
    fitting = [p for p in found if _fits_ru(hit, p, cases)]
    if not fitting:
        return []
    nearest = min(fitting, key=lambda p: left_edge(p) - hit.last if p.first >= hit.last else hit.first - p.last + 2)
    if nearest.first >= hit.last:
        return following([p for p in found if p.first >= nearest.first], nearest)
    return chain([p for p in found if p.last <= nearest.last], nearest)


WANTING = lexicon.words("extract.context.governed", "wanting")


def _fits_ru(hit: Hit, item: Phrase, cases: frozenset[str]) -> bool:
    """Закупили два аппарата, по две машины: say whether a thing stands in a case that a Russian cue governs."""
    tokens = hit.clause.sentence.tokens
    edge = left_edge(item)
    each = edge > hit.clause.first and (_each_ru(tokens, edge, item) or _one_each(hit, edge, item))
    wanted = is_lemma(hit.verb, *WANTING) and edge > hit.clause.first and tokens[edge - 1].norm in IN
    if edge > hit.clause.first and tokens[edge - 1].norm in PREPOSITIONS and not (each or wanted):
        return False
    noun = edge > hit.last and tokens[edge - 1].best.pos == "NOUN" and item.count is None
    doing = noun and tokens[edge - 1].best.lemma in DOING  # внедрено проведение коронарографии, пришла партия вакцины
    beside = noun and (_handed(hit, item) or _first_in(tokens, edge) or _behind_house(hit, item))
    if noun and not (doing or beside or _behind_aside(hit, item)):
        return False
    if (attributive(hit) or _owned(hit, item, edge)) and item.count is None:
        return False
    gap = tokens[hit.last : edge] if edge >= hit.last else tokens[item.last : hit.first]
    taken = hit.verb.best.form == "inf"  # аппараты планируют закупить
    verbs = [t for t in gap if t.best.form in ("past", "pres", "fut") and t.best.lemma != "быть"]
    if any(is_lemma(t, "который") for t in gap):
        return False  # пополнилась корпусом, в котором 45 коек
    if len(gap) > BETWEEN or any(not (taken and phase_of(t, "ru")) for t in verbs):
        return False
    short = tokens[item.head].text.isupper() and item.last - item.first == 1
    own = {r.case for r in tokens[item.head].readings}
    fitting = cases | COUNTED if item.count or doing else cases
    return short or not own.isdisjoint(fitting) or (each and "dat" in own)


COUNTED = frozenset({"gen"})
"""Открыто 12 кабинетов: the case of what a numeral counts."""


def _each_ru(tokens: tuple[Token, ...], edge: int, item: Phrase) -> bool:
    """По три машины, по одному аппарату: so many for each."""
    return tokens[edge - 1].norm == "по" and (item.count is not None or is_lemma(tokens[edge], "один"))


def _one_each(hit: Hit, edge: int, item: Phrase) -> bool:
    """Все районы получат по реанимобилю: one thing for each of those who get it."""
    tokens, head = hit.clause.sentence.tokens, hit.clause.sentence.tokens[item.head]
    dative = head.best.case == "dat" and not head.best.plural
    return hit.frame.options.get("receiver") == "subject" and tokens[edge - 1].norm == "по" and dative


def _first_in(tokens: tuple[Token, ...], edge: int) -> bool:
    """Установлен первый в регионе ангиограф: where it is the first of its sort stands before the thing."""
    return edge > 2 and tokens[edge - 2].norm in IN and tokens[edge - 3].best.lemma in RANKED


DOING = frozenset(lexicon.words("extract.context.governed", "doing"))
RANKED = frozenset(lexicon.words("extract.context.governed", "ranked"))


def _behind_aside(hit: Hit, item: Phrase) -> bool:
    """Приобрела за счёт спонсоров аппарат: what a preposition has stands between, and the thing is in no genitive."""
    tokens, edge = hit.clause.sentence.tokens, left_edge(item)
    cases = {r.case for r in tokens[item.head].readings}
    return "gen" not in cases and any(t.norm in ASIDE for t in tokens[hit.last : edge])


ASIDE = PREPOSITIONS | frozenset(lexicon.words("extract.context.governed", "aside"))


def _handed(hit: Hit, item: Phrase) -> bool:
    """Подарил больнице аппарат, получила в дар аппарат: behind the receiver, or how it is given, stands the thing."""
    tokens, edge = hit.clause.sentence.tokens, left_edge(item)
    if tokens[edge - 1].norm in GIFTS:
        return "acc" in {r.case for r in tokens[item.head].readings}
    given = "dat" in {r.case for r in tokens[edge - 1].readings} and tokens[edge - 1].best.case != "gen"
    return given and "acc" in {r.case for r in tokens[item.head].readings}


def _owned(hit: Hit, item: Phrase, edge: int) -> bool:
    """Из-за подорожания оборудования приобрели два: before a verb, what another noun owns is not its object."""
    tokens = hit.clause.sentence.tokens
    if edge - 1 <= hit.clause.first or item.last > hit.first or tokens[item.head].best.case != "gen":
        return False
    return tokens[edge - 1].best.pos == "NOUN" and tokens[edge - 2].best.pos == "ADP"


def _behind_house(hit: Hit, item: Phrase) -> bool:
    """Передал в роддом инкубаторы, установил в больницах района томографы: behind where things go to stands the object."""
    tokens, edge = hit.clause.sentence.tokens, left_edge(item)
    opened = next((i for i in range(hit.last, edge) if tokens[i].norm in TO_HOUSES), None)
    cases = {r.case for r in tokens[item.head].readings}
    phrase = opened is not None and all(t.best.pos in WORDS_OF for t in tokens[opened + 1 : edge])
    return phrase and "acc" in cases and "gen" not in cases and tokens[item.head].best.case in ("acc", "nom")


WORDS_OF = frozenset({"NOUN", "ADJ", "NUM", "PROPN"})
TO_HOUSES = frozenset(lexicon.words("extract.context.governed", "to_houses"))
GIFTS = frozenset(lexicon.words("extract.context.governed", "gifts"))
