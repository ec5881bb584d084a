"""Operations done for the first time: тұңғыш рет бүйрек ауыстырылды; впервые провели пересадку почки."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase, phrase
from kzhealthkg.extract.clause.predicate_ru import form_ru
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.figures import known
from kzhealthkg.extract.kinds.service.names import with_purpose
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative

OPERATIONS = lexicon.words("kinds.service.first", "operations")
DONE = frozenset(lexicon.words("kinds.service.first", "done"))
TOLD_BY = frozenset(lexicon.words("kinds.service.first", "told_by"))
"""Without one of these nothing is done for the first time."""
FIRST = frozenset(lexicon.words("kinds.service.first", "first"))
BARE = lexicon.words("kinds.service.first", "bare")
VAGUE = frozenset(lexicon.words("kinds.service.first", "vague"))
LONGEST = 7
NAMED = ("facility", "place", "person", "organization", "number", "date")


def first_time(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the operation that a clause says was done for the first time."""
    return _first_ru(clause, memory) if clause.language == "ru" else _first_kk(clause, memory)


def _first_ru(clause: Clause, memory: Memory) -> list[Draft]:
    """Впервые в A провели операцию на сердце, выполнена первая пересадка почки, вновь проводят шунтирование."""
    tokens = clause.sentence.tokens
    if TOLD_BY.isdisjoint(clause.words) or DONE.isdisjoint(clause.words) or not clause.says(*OPERATIONS):
        return []
    done = [i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *DONE) and form_ru(tokens[i])]
    if len(done) != 1:
        return []
    found = [with_purpose(_without_first(phrase(clause, i))) for i in _operations(clause)]
    told = [item for item in found if any(t.norm not in VAGUE for t in _described(item))]
    if not told or not _anew(clause, told[0], done[0]):
        return []
    item, verb = told[0], tokens[done[0]]
    draft = Draft("Service", {}, min(verb.start, item.start), max(verb.end, item.end), "service-first-ru")
    draft.say("item", _lowered(item.text(singular=not clause.says(*AGAIN)), item.first))
    draft.say("status", "completed")
    _where(draft, clause, clause.last, memory)
    known_house = {"facility", "place"} & draft.slots.keys()
    return [roles.finish(draft, clause, memory)] if known_house or clause.says(*FOR_FIRST) else []


WHERE = frozenset({"facility", "place"})
FOR_FIRST = lexicon.words("kinds.service.first", "for_first")
AGAIN = lexicon.words("kinds.service.first", "again")
FIRST_ONE = lexicon.words("kinds.service.first", "first_one")


def _anew(clause: Clause, item: Phrase, verb: int) -> bool:
    """Say whether an operation is done for the first time, is the first one, or is done again."""
    form, tokens = form_ru(clause.sentence.tokens[verb]), clause.sentence.tokens
    if clause.says(*AGAIN):
        several = any(r.plural for r in tokens[item.head].readings) or is_lemma(tokens[verb], *AGAIN)
        return form in ("past", "perf", "part", "pres") and several and "facility" in clause.named
    first = any(is_lemma(t, *FIRST_ONE) for t in tokens[max(clause.first, item.first - 1) : item.head])
    of_one = any("people" in measures.sorts(clause, i) for i in range(clause.first, clause.last))
    first = first and bool(WHERE & clause.named.keys()) and not of_one  # пациенту сделали первую операцию
    return form in ("past", "perf", "part") and (clause.says(*FOR_FIRST) or first)


def _without_first(item: Phrase) -> Phrase:
    """Первая пересадка почки: the operation itself."""
    first = is_lemma(item.clause.sentence.tokens[item.first], *FIRST_ONE) and item.first < item.head
    return replace(item, first=item.first + 1, count=None) if first else item


def _operations(clause: Clause) -> Iterator[int]:
    tokens = clause.sentence.tokens
    return (i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *OPERATIONS))


def _described(item: Phrase) -> tuple[Token, ...]:
    """Return the words that say which operation it is; those that name one, like шунтирование, say it themselves."""
    tokens = item.clause.sentence.tokens
    plain = is_lemma(tokens[item.head], *BARE)
    return tokens[item.first : item.head] + tokens[item.head + plain : item.last]


def _first_kk(clause: Clause, memory: Memory) -> list[Draft]:
    """Облыста алғаш рет бүйрек алмастыру жасалды: what was done for the first time in Kazakh."""
    tokens = clause.sentence.tokens
    if (time := _first_time(clause)) is None:
        return []
    head = next((i for i in range(clause.last - 1, clause.first, -1) if is_lemma(tokens[i], *OPERATIONS)), None)
    if head is None:
        return _put_in(clause, time, memory)
    verb, first = _done(clause, head), _beginning(clause, time, head)
    if verb is None or first is None or not _is_one(clause, first, head):
        return []
    if first < head and all(t.norm in VAGUE for t in tokens[first:head]):
        return []
    draft = Draft("Service", {}, tokens[first].start, tokens[verb].end, "service-first")
    draft.say("item", _lowered(nominative(tokens[first : head + 1], "kk"), first))
    draft.say("status", "completed")
    _where(draft, clause, first, memory)
    return [roles.finish(draft, clause, memory)]


def _is_one(clause: Clause, first: int, head: int) -> bool:
    """Say whether some words, and not too many, say which operation it is; the name of one says it by itself."""
    named = not is_lemma(clause.sentence.tokens[head], *BARE)
    return (0 if named else 1) <= head - first < LONGEST


def _put_in(clause: Clause, time: int, memory: Memory) -> list[Draft]:
    """Алғаш рет жасанды жүрек орнатты, жүрек қақпақшасын ауыстырды: the putting in of what a body is given."""
    tokens = clause.sentence.tokens
    verb = next((i for i in range(clause.last - 1, time, -1) if is_lemma(tokens[i], *PUT_IN)), None)
    head = None if verb is None else verb - 1
    if verb is None or head is None or not is_lemma(tokens[head], *GIVEN) or _done(clause, head, PUT_IN) != verb:
        return []
    first = _beginning(clause, time, head)
    if first is None or not 0 <= head - first < LONGEST:
        return []
    draft = Draft("Service", {}, tokens[first].start, tokens[verb].end, "service-first")
    stem = next(r.lemma for r in tokens[verb].readings if r.lemma in PUT_IN)
    draft.say("item", _lowered(f"{clause.text(first, verb)} {stem.removesuffix('ыл')}у", first))
    draft.say("status", "completed")
    _where(draft, clause, first, memory)
    return [roles.finish(draft, clause, memory)]


PUT_IN = lexicon.words("kinds.service.first", "put_in")
GIVEN = lexicon.words("kinds.service.first", "given")


def _first_time(clause: Clause) -> int | None:
    """Return the token of "рет" in "тұңғыш рет", "алғаш рет"."""
    if not clause.says("рет"):
        return None
    tokens = clause.sentence.tokens
    near = pairwise(range(clause.first, clause.last))
    return next((b for a, b in near if tokens[a].norm in FIRST and tokens[b].norm == "рет"), None)


def _done(clause: Clause, head: int, verbs: Iterable[str] = DONE) -> int | None:
    """Return the verb behind an operation that says that it was done."""
    tokens = clause.sentence.tokens
    told = (i for i in range(head + 1, clause.last) if is_lemma(tokens[i], *verbs))
    at = next(told, None)
    if at is None or tokens[at].best.negative or not forms(tokens[at]) & {"past", "perf", "conv"}:
        return None
    behind = tokens[at + 1 : clause.last]
    return None if any(forms(t) & {"pres", "fut", "intent", "inf"} or t.best.negative for t in behind) else at


def _beginning(clause: Clause, time: int, head: int) -> int | None:
    """Return where the operation's words begin: behind "рет" and any name, place, number or converb."""
    if time > head:
        return phrase(clause, head).first
    tokens = clause.sentence.tokens
    names = [m.last for m in clause.mentions(*NAMED) if time < m.first and m.last <= head]
    done_by = [i + 1 for i in range(time, head) if tokens[i].best.form == "conv"]
    first = max([time + 1, *names, *done_by, *_doers(clause, time, head)])
    plain = all(t.text[0].isalnum() for t in tokens[first:head])
    return first if plain else phrase(clause, head).first


def _doers(clause: Clause, time: int, head: int) -> list[int]:
    """Алғаш рет [хирургтер] бүйрекке ота жасады: who did it is no part of the operation."""
    staff, tokens = nouns("professions", "kk"), clause.sentence.tokens
    told = (i for i in range(time, head) if tokens[i].best.plural and tokens[i].best.case in ("nom", ""))
    return [i + 1 for i in told if any(r.lemma.rpartition("-")[2] in staff for r in tokens[i].readings)]


def _lowered(text: str, first: int) -> str:
    return text[:1].lower() + text[1:] if first == 0 and text[1:2].islower() else text


def _where(draft: Draft, clause: Clause, first: int, memory: Memory) -> None:
    """Say where a first operation was done: A ауруханасында, A қаласында."""
    found = [m for m in clause.mentions("facility") if _holds(clause, m) and not _inside(m, first)]
    if found:
        facility = known(memory, clause.sentence, found[0])
        draft.say("facility", facility.name)
        say_place(draft, facility.place or nearest_place(clause, found[0].first))
        draft.cover(found[0].start, found[0].end)
    else:
        say_place(draft, nearest_place(clause, first))


def _holds(clause: Clause, house: Mention) -> bool:
    """Ауруханада, аурухананың хирургтары, аурухана дәрігерлері: where something is done, or whose doctors did it."""
    behind = clause.sentence.tokens[house.last : house.last + 1]
    doctors = any(t.best.possessive and t.best.case == "nom" for t in behind) and house.case in ("nom", "")
    return house.case in ("loc", "gen") or (doctors and clause.language == "kk")


def _inside(mention: Mention, first: int) -> bool:
    return mention.first >= first
