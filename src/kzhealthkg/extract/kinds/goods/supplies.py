"""Supplies: how a total of what is bought or delivered is shared out among receivers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import beside as beside_sums
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.standing import SETTLEMENTS, may_be
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import FOREIGN, Memory
from kzhealthkg.extract.context.national import national
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import LOCATED, PLACED, Draft
from kzhealthkg.extract.figures.figures import called, known, said_of, spoken_of
from kzhealthkg.extract.kinds.goods.receivers import RECEIVING, of_several, place_list, receivers
from kzhealthkg.extract.kinds.goods.receivers_ru import of_next, town_behind, towns_of_several, towns_receiving
from kzhealthkg.model import FacilityValue, Mention, PlaceValue
from kzhealthkg.morph import nominative

SHARE_REACH = 2
Pair = tuple[Mention, Mention]
EQUIPPED = lexicon.words("kinds.goods.supplies", "equipped")


def priced(clause: Clause) -> list[tuple[Mention, Mention]]:
    """Алматыға 169 млн, ШҚО-ға 168 млн теңгеге дәрі жеткізілді: return how much worth of a thing each place gets."""
    sums = clause.mentions("money")
    keys = beside_sums.keys(clause, sums) if clause.language == "kk" else []
    return list(zip(sums, keys, strict=True)) if keys and keys[0].type == "place" else []


def worth(draft: Draft, money: Mention, key: Mention) -> Draft:
    """Return what a draft says as so much worth of its thing in one place."""
    slots = {k: v for k, v in draft.slots.items() if k not in ("amount", "bound", "count", *LOCATED)}
    made = replace(draft, slots=slots, used=set())
    roles.quantity(made, "amount", money)
    say_place(made, key.value)
    return made


def _of_town(draft: Draft, mention: Mention, town: Mention | None, clause: Clause, memory: Memory) -> Draft:
    """Return what one receiver of a list gets, in the town behind its name."""
    if town is None:
        return _at(draft, mention, clause, memory)
    made = _in(draft, town)
    made.say("facility", mention.value.name)
    return made


def distributed(draft: Draft, hit: Hit, memory: Memory) -> list[Draft]:
    """Return a draft for its one receiver, or the total and one for each of several."""
    clause = hit.clause
    found = receivers(clause, hit)
    named = [m for m in found if m.value.name]
    placed = _placed(clause, found)
    if placed is not None:
        return [_in(draft, placed)]
    towns = [(m, town_behind(clause, m)) for m in found]
    told = [(m, town) for m, town in towns if m.value.name or town]
    if len(told) > 1 and clause.language == "ru" and len(told) == len(found) and any(town for _, town in told):
        return _each(draft, [_of_town(draft, m, town, clause, memory) for m, town in told])
    if len(named) > 1:
        return _each(draft, [_at(draft, m, clause, memory) for m in named])
    several = towns_of_several if clause.language == "ru" else of_several
    places = several(clause, found) if found else place_list(clause)
    if len(places) > 1:
        return _each(draft, [_in(draft, p) for p in places])
    if found and places:
        return [_in(draft, places[0])]
    if named:
        return [_at(draft, named[0], clause, memory)]
    _where(draft, hit, memory)
    _spoken_of(draft, found, clause, memory)
    return [draft]


def _placed(clause: Clause, found: list[Mention]) -> Mention | None:
    """X қаласындағы ауруханаға, X ауданының емханасына: a bare word for who gets a thing, with where it lies."""
    if clause.language != "kk" or len(found) != 1 or found[0].value.name or found[0].value.plural:
        return None
    beside = (m for m in clause.mentions("place") if m.last == found[0].first and m.case in LYING)
    return next(beside, None)


LYING = frozenset({"locadj", "gen"})


def _spoken_of(draft: Draft, found: list[Mention], clause: Clause, memory: Memory) -> None:
    """Орталық құралдармен жабдықталған: a bare word for who gets a thing points to the facility spoken of."""
    if not found and not HERE.isdisjoint(clause.words) and "place" not in draft.slots:
        _here(draft, spoken_of(clause, memory))
    if not found and clause.first == 0 and clause.tokens[0].norm in TO_IT and "place" not in clause.named:
        _for_room(draft, clause, memory)
    bare = [m for m in found if not m.value.name and not m.value.plural and m.value.place is None]
    if len(found) != 1 or not bare or "place" in draft.slots:
        return
    fitting = (f for f in reversed(memory.facilities) if f.name and may_be(bare[0].value, f))
    facility = called(memory, clause.sentence, bare[0]) or next(fitting, None)
    if facility is not None:
        draft.inherit("facility", facility.name)
        _settle(draft, facility.place)
    elif clause.language == "kk" and "place" not in clause.named:
        _settle(
            draft, said_of(memory, clause.sentence, bare[0]).place
        )  # ауылда емхана ашылды. Нысанға 12 аппарат берілді


def _here(draft: Draft, facility: FacilityValue | None) -> None:
    """Орталық жөнделді. Мұнда алты кувез орнатылды; здесь установлен томограф: in the facility spoken of."""
    if facility is not None and facility.name:
        draft.inherit("facility", facility.name)
        _settle(draft, facility.place)


def _for_room(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Ауруханада зертхана ашылды. Оған екі анализатор алынған: what is bought for a room goes to its house."""
    room = memory.last_draft("Service", within=1, sentence=clause.index)
    if room is not None and room.sentence == clause.index - 1 and "facility" not in draft.slots:
        draft.drop(*LOCATED)
        draft.take_over(room, "facility", *LOCATED)


TO_IT = frozenset(lexicon.words("kinds.goods.supplies", "to_it"))
HERE = frozenset(lexicon.words("kinds.goods.supplies", "here"))


def supplied(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Поставки осуществлены в A, B и C: the places of what was said to be supplied just before."""
    clause = hit.clause
    total = memory.last_draft("Procurement", within=SHARE_REACH, sentence=clause.index)
    places = place_list(clause)
    if total is None or not places or headed(clause, "items"):
        return []
    start, end = clause.tokens[0].start, clause.tokens[-1].end
    draft = Draft("Procurement", {"status": found}, start, end, hit.frame.name)
    draft.take_over(total, "item", "date", "due", "source")
    draft.sentence = clause.index
    return [_in(draft, p) for p in places]


def _each(draft: Draft, members: list[Draft]) -> list[Draft]:
    """The count is the total's; where it is said of each (үш машинадан), ``each`` gives it to them."""
    if draft.slots.get("count", 1) == 1:
        return members  # один аппарат получила A, второй – B
    for member in members:
        member.slots.pop("count", None)
        member.slots.pop("amount", None)
    draft.drop(*PLACED, "facility")
    return [draft, *members]


def _at(draft: Draft, mention: Mention, clause: Clause, memory: Memory) -> Draft:
    made = draft.copy()
    facility = known(memory, clause.sentence, mention)
    made.say("facility", facility.name)
    where = facility.place or nearest_place(clause, mention.first)
    say_place(made, None if of_next(clause, mention, where) else where)
    made.cover(mention.start, mention.end)
    return made


def _in(draft: Draft, mention: Mention) -> Draft:
    made = draft.copy()
    made.drop(*LOCATED)
    say_place(made, mention.value)
    made.cover(mention.start, mention.end)
    return made


def _dealt_out(clause: Clause, found: list[Mention]) -> bool:
    """39 көлік A, B аудандарына 2-ден, C ауданына 1 бөлінді: the total went to no one of the places."""
    last = next(iter(found[-1:]), None)
    between = clause.mentions("number", first=found[0].last, last=last.first) if last else []
    return len(found) > 1 and bool(between) and bool(clause.mentions("number", last=found[0].first))


def _where(draft: Draft, hit: Hit, memory: Memory) -> None:
    """No facility said: a place in the dative or locative, or the facility spoken of, where a thing is installed."""
    clause = hit.clause
    found = [m for m in clause.mentions("place") if m.case in RECEIVING and m.value.level not in FOREIGN]
    if not found and clause.language == "ru":
        found = place_list(clause) or towns_receiving(clause, subject=gets_itself(hit))
    if _dealt_out(clause, found):
        _where_last(draft, clause, found[-1])
        return
    if found:
        say_place(draft, found[-1].value)
    elif "amount" in draft.slots and (host := _equipped_before(clause)) is not None:
        draft.inherit("facility", memory.resolve(host.value).name)
        _settle(draft, memory.resolve(host.value).place)
    elif (
        hit.frame.options.get("installs")
        and memory.facilities
        and not national(clause)
        and not clause.mentions("place", "facility")
    ):
        facility = spoken_of(clause, memory, within=0) or _last_host(memory)
        draft.inherit("facility", facility.name)
        _settle(draft, facility.place)


def gets_itself(hit: Hit) -> bool:
    """Получила, купила больница X: who gets a thing is the subject."""
    active = hit.verb.best.form in ("past", "pres", "fut") and not hit.verb.norm.endswith("ся")
    return hit.frame.options.get("receiver") == "subject" or (bool(hit.frame.options.get("buying")) and active)


def _last_host(memory: Memory) -> FacilityValue:
    return next((f for f in reversed(memory.facilities) if f.type != "laboratory"), memory.facilities[-1])


def _where_last(draft: Draft, clause: Clause, last: Mention) -> None:
    """… аудандарына 3-тен, Талас ауданына 1 көлік берілді: the figure behind the last place is that place's."""
    after = clause.mentions("number", first=last.last)
    if after and after[0].first == last.last and after[0].start in draft.used:
        say_place(draft, last.value)


def _equipped_before(clause: Clause) -> Mention | None:
    """A жабдықталып, 5 млн теңгеге құрылғы алынды: what is bought goes where the clause before was at work."""
    before = clause.sentence.tokens[: clause.first]
    named = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    equipped = any(is_lemma(t, *EQUIPPED) for t in before)
    return named[0] if clause.language == "kk" and equipped and len(named) == 1 else None


def _settle(draft: Draft, value: PlaceValue | None) -> None:
    if value is not None and value.level in (*SETTLEMENTS, "district"):
        say_place(draft, value)


def pairs(clause: Clause, item: Phrase) -> list[Pair]:
    """Return receivers with a number of their own each: A-ға 2, B-ға 3 көлік берілді."""
    if item.count is None:
        return []
    receiving = [m for m in clause.mentions("facility", "place") if m.case == "dat" or clause.language == "ru"]
    receiving = whole(receiving)
    numbers = clause.mentions("number")
    if len(receiving) < 2 or len(receiving) != len(numbers):
        return []
    found = list(zip(receiving, numbers, strict=True))
    ordered = all(r.last <= n.first for r, n in found) and all(n.last <= s.first for (_, n), (s, _) in pairwise(found))
    return found if ordered else []


def whole(found: list[Mention]) -> list[Mention]:
    """Return mentions without those inside of another: the district in a hospital's name."""
    return [m for m in found if not _nested(m, found)]


def _nested(mention: Mention, others: list[Mention]) -> bool:
    return any(o is not mention and o.first <= mention.first and mention.last <= o.last for o in others)


def paired(draft: Draft, clause: Clause, pair: Pair, memory: Memory) -> Draft:
    """Return what one receiver of several gets."""
    receiver, number = pair
    made = draft.copy()
    made.slots.pop("bound", None)
    made.slots.pop("amount", None)
    roles.quantity(made, "count", number)
    return received(made, clause, receiver, memory)


def receiver_name(clause: Clause, receiver: Mention) -> str:
    """Return the name of a sort of facilities that got things: қалалық емханаларға → қалалық емхана."""
    tokens = clause.sentence.tokens[receiver.first : receiver.last]
    return nominative(tokens, clause.language, singular=clause.language != "ru") if len(tokens) > 1 else ""


def received(made: Draft, clause: Clause, receiver: Mention, memory: Memory) -> Draft:
    """Fill who gets a thing: a facility or a place."""
    if receiver.type == "facility":
        facility = known(memory, clause.sentence, receiver)
        made.say("facility", receiver_name(clause, receiver) if facility.plural else facility.name)
        say_place(made, facility.place)
    else:
        say_place(made, receiver.value)
    made.cover(receiver.start, receiver.end)
    return made
