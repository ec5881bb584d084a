"""Courses: where a school, a practicum or a programme of exchange was held, what about, and for whom.

Its participants are often told sentences later: they complete what was said of the event.
"""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import LASTING, Phrase
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.people import groups, joined
from kzhealthkg.extract.figures.people_counts import meant_for
from kzhealthkg.extract.figures.people_names import profession, together
from kzhealthkg.extract.kinds.training import topics
from kzhealthkg.extract.kinds.training.objects import Topic, titled_ru
from kzhealthkg.model import FacilityValue, PlaceValue, Token

RULES = frozenset(
    {"training-event", "training-event-ru", "training-teach", "training-teach-for", "training-teach-for-ru"}
)
REACH = 12
"""Sentences within which participants are those of the course told before."""
NEAR = 3
MEANT = "арналған"
OTHERS = lexicon.words("kinds.training.courses", "others")
LESSONS = lexicon.words("kinds.training.courses", "lessons")
MARKS = frozenset({*lexicon.words("kinds.training.courses", "marks"), MEANT})
OF_LEARNERS = lexicon.words("kinds.training.courses", "of_learners")
SCHOOLS = lexicon.words("kinds.training.courses", "schools")


@cache
def _table(language: str) -> dict[str, tuple[bool, tuple[str, ...]]]:
    rows = (r for r in lexicon.table("courses") if r["language"] == language)
    return {r["lemma"]: (r["alone"] == "yes", tuple(r["with"].split("|"))) for r in rows}


def course(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Return the course that a clause says is held, or [] where it was told before or is none of staff."""
    clause, head = hit.clause, _head(hit.clause)
    before = told(clause, memory)
    if before is not None and _is_next(clause, said, before):
        before = None
    if head is None and before is not None and _points_back(hit):
        more = Draft("Training", {}, 0, 0, "")
        _situate(more, clause, memory)
        return _completed(before, roles.finish(more, clause, memory, completion=False))
    if head is None or _undergone(hit, head) or any(t.norm.startswith(OTHERS) for t in clause.tokens):
        return []
    learners = _learners(clause, head)
    if not learners and _of_patients(clause, head):
        return []
    draft = _draft(hit, said, head, learners)
    _situate(draft, clause, memory)
    if before is not None and (not learners or _heralded(before)):
        return _completed(before, roles.finish(draft, clause, memory, completion=False))
    wanted = ("profession", "topic") if is_lemma(clause.sentence.tokens[head], *LESSONS) else TELLING
    telling = any(slot in draft.slots for slot in wanted)
    if not telling and not _in_house(clause, memory):
        return []
    roles.finish(draft, clause, memory, completion=False)
    return [draft] if telling or "region" in draft.slots else []


def _draft(hit: Hit, said: str, head: int, learners: list[Phrase]) -> Draft:
    """Return the course of a clause with whom it is for and what about."""
    clause = hit.clause
    draft = Draft("Training", {"status": said}, clause.tokens[0].start, clause.tokens[-1].end, hit.frame.name)
    draft.say("profession", _named(learners))
    if len(learners) == 1 and learners[0].count is not None:
        roles.quantity(draft, "count", learners[0].count)
    about = _topic(clause, head, learners) or titled_ru(clause, head)
    draft.say("topic", about.text if about else "")
    return draft


def _undergone(hit: Hit, head: int) -> bool:
    """Врач прошёл стажировку: what somebody goes through is an object, and no event that took place."""
    readings = hit.clause.sentence.tokens[head].readings
    through = hit.clause.language == "ru" and is_lemma(hit.verb, *GOING_THROUGH)
    return through and not any(r.case == "nom" for r in readings) and any(r.case == "acc" for r in readings)


GOING_THROUGH = lexicon.words("kinds.training.courses", "going_through")


def _of_patients(clause: Clause, head: int) -> bool:
    """Организована школа диабета: a school that teaches patients is a service, unless staff are its learners."""
    tokens = clause.sentence.tokens
    if not is_lemma(tokens[head], *SCHOOLS):
        return False
    beside = tokens[head + 1 : min(head + 3, clause.last)] if clause.language == "ru" else tokens[head - 2 : head]
    return any(t.norm.startswith(_patient_sorts(clause.language)) for t in beside)


@cache
def _patient_sorts(language: str) -> tuple[str, ...]:
    """Return the beginnings of the words that make a school one of patients."""
    rows = (r for r in lexicon.table("services") if r["language"] == language and r["lemma"] in SCHOOLS)
    return tuple(sort for row in rows for sort in row["of"].split("|"))


def _in_house(clause: Clause, memory: Memory) -> bool:
    """На базе больницы № 4 идут мастер-классы: held in a named house of health by no team."""
    houses = [m for m in clause.mentions("facility") if m.value.name and m.case in ("loc", "gen")]
    taught = bool(groups(clause)) or memory.told_any("Mission")
    return clause.language == "ru" and bool(houses) and not taught


TELLING = ("profession", "topic", "place")
"""Slots one of which a course has that is worth a statement."""


def _completed(before: Draft, more: Draft) -> list[Draft]:
    """Бағдарлама 21–23 қарашада өтті: where and when of the course told before."""
    if "place" not in before.slots and "place" in more.slots:
        before.slots.pop("region", None)
    if len(str(more.slots.get("date", ""))) > len(str(before.slots.get("date", ""))):
        before.slots["date"] = more.slots["date"]
    before.take_over(more, *LOCATED, "date", "topic", "profession")
    return []


def _is_next(clause: Clause, said: str, before: Draft) -> bool:
    """Следующая школа состоится в октябре: a course to come after one that was held is another."""
    return said == "planned" and before.slots.get("status") == "completed" and clause.says(*NEXT)


NEXT = lexicon.words("kinds.training.courses", "next")


def _heralded(before: Draft) -> bool:
    """Say whether only the headline told of a course so far, and not for whom it was."""
    return before.sentence == 0 and "profession" not in before.slots


def _points_back(hit: Hit) -> bool:
    """Іс-шара … өтті; мероприятие проводилось …: what is held is the course told before."""
    return _calls_event(hit) or bool(named_in(hit.clause))


def told(clause: Clause, memory: Memory) -> Draft | None:
    """Return the course that the article has told of so far, its participants still uncounted."""
    if not memory.told_any("Training"):
        return None
    for draft in memory.recent(REACH, clause.index):
        if draft.rule in RULES and "count" not in draft.slots:
            return draft
    return None


def may_be_held(hit: Hit, memory: Memory) -> bool:
    """Say whether a clause names a course, or points back to the one told before."""
    clause = hit.clause
    if named_in(clause):
        return _head(clause) is not None or told(clause, memory) is not None
    return _calls_event(hit) and told(clause, memory) is not None


def _calls_event(hit: Hit) -> bool:
    """Іс-шара … өтті: say whether a clause calls what is held an event."""
    return hit.clause.says(*hit.frame.options["event"])


@once_each
def _head(clause: Clause) -> int | None:
    """Return the noun of a course that words beside it make sure of."""
    table = _table(clause.language)
    sure = (at for at, lemma in named_in(clause) if table[lemma][0] or _made_sure(clause, at, table[lemma][1]))
    return next(sure, None)


@once_each
def named_in(clause: Clause) -> list[tuple[int, str]]:
    """Return the nouns of a clause that may be courses, with their lemmas."""
    table = _table(clause.language)
    if table.keys().isdisjoint(clause.words):
        return []
    nouns = [(at, t) for at, t in enumerate(clause.tokens, clause.first) if not table.keys().isdisjoint(t.words)]
    lemmas = ((at, next((r.lemma for r in t.readings if r.lemma in table), "")) for at, t in nouns)
    return [(at, lemma) for at, lemma in lemmas if lemma]


def _made_sure(clause: Clause, at: int, wanted: tuple[str, ...]) -> bool:
    tokens = clause.sentence.tokens
    if {"learners", "health"} & set(wanted) and _learners(clause, at):
        return True
    first, last = (at + 1, at + 2) if clause.language == "ru" else (at - 1, at)
    if "topic" in wanted and _on_health(clause, at):
        return True
    if "health" in wanted and _whose(clause, at):
        return True
    if "health" in wanted:
        return first >= clause.first and last <= clause.last and measures.of_health(clause, first, last)
    near = words(tokens[max(clause.first, at - NEAR) : min(clause.last, at + 1 + NEAR)]).lower()
    return any(word in near for word in wanted)


def _whose(clause: Clause, head: int) -> bool:
    """Хирургтердің қысқы мектебі: whose the school is stands in the genitive, a word before it."""
    owner = clause.sentence.tokens[head - 2 : head - 1] if head - 2 >= clause.first else ()
    return any(t.best.case == "gen" and not nouns("professions", "kk").isdisjoint(t.words) for t in owner)


def _on_health(clause: Clause, head: int) -> bool:
    """Инсультті емдеу бойынша семинар: what the course is about is of health."""
    about = _topic(clause, head, [])
    said = [t for t in clause.tokens if about is not None and about.start <= t.start < about.end]
    return measures.medical(tuple(said), clause.language)


def _learners(clause: Clause, head: int) -> list[Phrase]:
    """Return whom a course is for: дәрігерлерге арналған курс, дәрігерлерге семинар, семинар для врачей."""
    tokens, found = clause.sentence.tokens, groups(clause)
    if clause.language == "ru":
        whose = head + 1 if is_lemma(tokens[head], *OF_LEARNERS) else -1  # стажировка врачей
        first = next((g for g in found if meant_for(g) or g.first == whose), None)
        return joined(found, first) if first else []
    fitting = [g for g in found if g.last <= head and tokens[g.head].best.case == "dat"]
    return joined(found, fitting[-1]) if fitting else []


def _named(learners: list[Phrase]) -> str:
    if not learners:
        return ""
    return together(learners) if len(learners) > 1 else profession(learners[0])


def _topic(clause: Clause, head: int, learners: list[Phrase]) -> Topic | None:
    if clause.language == "ru":
        return topics.behind_ru(clause, head) or _school(clause, head)
    tokens = clause.sentence.tokens
    of_people = {g.last for g in learners}
    at = next((i for i in range(clause.first + 1, head) if tokens[i].norm in MARKS and i not in of_people), None)
    found = topics.before(clause, at) if at is not None else None
    return found or _school(clause, head)


def _school(clause: Clause, head: int) -> Topic | None:
    """Гемостаз мектебі, школа гемостаза: what it is about stands beside it; гематолог мектебі says who learns."""
    tokens = clause.sentence.tokens
    if not is_lemma(tokens[head], *SCHOOLS):
        return None
    at = head + 1 if clause.language == "ru" else head - 1
    if not clause.first <= at < clause.last or _tells_no_topic(tokens[at], clause.language):
        return None
    return Topic(measures.text(clause, at, at + 1), tokens[at].start, tokens[at].end)


def _tells_no_topic(token: Token, language: str) -> bool:
    """Школа для врачей, екі күндік мектеп, гематолог мектебі: who learns or how long is no topic."""
    learner = any(r.lemma in nouns("professions", language) for r in token.readings)
    season = language == "kk" and token.best.pos == "ADJ" and not measures.medical((token,), language)  # қысқы мектеп
    return learner or season or token.best.pos not in ("NOUN", "ADJ", "PROPN", "X") or token.norm in LASTING


def _situate(draft: Draft, clause: Clause, memory: Memory) -> None:
    facilities = [memory.resolve(m.value) for m in clause.mentions("facility") if m.case in ("loc", "gen", "")]
    stands: list[FacilityValue] = [f for f in facilities if f.place is not None]
    say_place(draft, stands[0].place if stands else _place(clause))


def _place(clause: Clause) -> PlaceValue | None:
    found = [m for m in clause.mentions("place") if m.case in ("loc", "locadj", "gen", "")]
    local: list[PlaceValue] = [m.value for m in found if m.value.level in SETTLEMENTS]
    return local[-1] if local else None
