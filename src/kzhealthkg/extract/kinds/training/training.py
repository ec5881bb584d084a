"""Training: staff are trained."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.cues import Frame
from kzhealthkg.extract.clause.frames import Hit, every, standing
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.standing import SETTLEMENTS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import events, of_total, roles
from kzhealthkg.extract.context.colons import before_colon
from kzhealthkg.extract.context.dates import say_dates
from kzhealthkg.extract.context.memory import FOREIGN, Memory
from kzhealthkg.extract.context.portions import portion_at
from kzhealthkg.extract.context.where import say_place, sole_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.other_staff import elsewhere
from kzhealthkg.extract.figures.people import counted, groups, in_case, joined, may_name
from kzhealthkg.extract.figures.people_counts import meant_for
from kzhealthkg.extract.figures.people_names import profession, together
from kzhealthkg.extract.kinds.training import abroad, courses, learners, participants
from kzhealthkg.extract.kinds.training.abroad import countries
from kzhealthkg.extract.kinds.training.came_ru import came_to_learn, who_came
from kzhealthkg.extract.kinds.training.parts_abroad import part_elsewhere, part_within
from kzhealthkg.extract.kinds.training.rows import in_a_row
from kzhealthkg.extract.kinds.training.topics import topic
from kzhealthkg.model import Mention

STUDYING = lexicon.words("kinds.training.training", "studying")


def training(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the trainings that one clause speaks of."""
    attended = participants.attended(clause, memory)
    if attended is not None:
        return attended
    if "training" not in clause.cues:
        return part_elsewhere(clause, memory)
    if not standing("training", clause, lambda frame: _may_have(clause, frame, memory)):
        return []
    for hit in sorted([h for h in every("training", clause) if not _describes(h)], key=_rank):
        may_tell = _may_tell(hit, memory) and not elsewhere(clause)
        said = events.said(hit) or came_to_learn(clause) if may_tell else ""
        drafts = _made(hit, "underway" if said == "planned" and learners.now(clause) else said, memory) if said else []
        if drafts:
            if participants.detailed(drafts, clause, memory):
                return []
            return [*drafts, *part_within(clause, drafts, memory)]
    return []


def _describes(hit: Hit) -> bool:
    """80 врачей, обучающихся на курсах, примут на работу: a participle only says who is meant."""
    if hit.clause.language != "ru":
        return learners.graduated(hit) or (is_lemma(hit.verb, READING) and hit.clause.says(*READ))  # кітап оқыды
    if any(m.first <= hit.first < m.last for m in hit.clause.mentions("date")):
        return True  # [с начала года] обучение прошли
    before = hit.clause.sentence.tokens[hit.last - 2 : hit.last - 1] if hit.last - hit.first > 1 else ()
    graduates = any(is_lemma(t, *GRADUATES) for t in before)  # направят 25 выпускников резидентуры
    return graduates or hit.verb.norm.endswith(STUDYING)


READING = "оқы"
READ = lexicon.words("kinds.training.training", "read")
GRADUATES = lexicon.words("kinds.training.training", "graduates")


def _may_have(clause: Clause, frame: Frame, memory: Memory) -> bool:
    """Say whether a clause names or counts what the cues of a frame need at least."""
    options, named = frame.options, clause.sentence.named
    if options.get("event"):
        return True
    if options.get("abroad"):
        return memory.last_draft("Training", within=2, sentence=clause.index) is not None
    if options.get("course"):
        return len(named.get("place", ())) > 1
    if options.get("counted") and "number" not in named:
        return False
    return "number" in clause.named or may_name(clause)


def _may_tell(hit: Hit, memory: Memory) -> bool:
    """Say whether a clause has what its cue needs at least: a course, or a word for learning."""
    options, clause = hit.frame.options, hit.clause
    if not _may_have(clause, hit.frame, memory):
        return False
    if options.get("event"):
        return courses.may_be_held(hit, memory)
    if options.get("abroad"):
        return bool(countries(clause)) or clause.says(*MORE)
    return bool(options.get("course")) or _about_training(hit)


MORE = lexicon.words("kinds.training.training", "more")


def _rank(hit: Hit) -> tuple[int, int]:
    """Who learned comes first, then where courses were, then that one was held."""
    options = hit.frame.options
    return (2 if options.get("event") else 1 if options.get("course") else 0, hit.first)


def _made(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    if hit.frame.options.get("event"):
        return courses.course(hit, said, memory)
    return _courses(hit, said, memory) if hit.frame.options.get("course") else _learned(hit, said, memory)


def _learned(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """12 дәрігер оқыды, A, B дәрігерлері тағылымдамадан өтті: those who learned, with the members of their list."""
    hit = learners.with_subject(hit)
    every_one = _learners(hit)
    found = [g for g in every_one if g.count is not None or not hit.frame.options.get("counted")]
    if apart := _each_elsewhere(hit, found):
        return [_draft(part, [group], said, memory) for part, group in apart]
    groups_of = [g for g in counted(found) if not _at_college(g)]
    if not groups_of:
        return [] if found else _shared(hit, said, memory)
    group = groups_of[-1] if hit.clause.language != "ru" else groups_of[0]
    whole = groups(hit.clause) if hit.clause.language == "ru" else found
    members = joined(whole, group) if group in whole else [group]
    draft = _draft(hit, members if len(members) > 1 else learners.counted_together(every_one, group), said, memory)
    if hit.clause.language == "kk" and participants.counted_in(draft, memory):
        return []
    told = {"count", "topic", "countries", "place"} & set(draft.slots) or hit.frame.options.get("teach")
    return (in_a_row(hit, draft) or [*_listed(hit, found, group, said, memory), draft]) if told else []


def _each_elsewhere(hit: Hit, found: list[Phrase]) -> list[tuple[Hit, Phrase]]:
    """7 дәрігер Литвада, 5 мейіргер Астанада оқудан өтті: each group with what stands behind it, up to the next."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "kk" or len(found) < 2 or any(g.count is None or _at_college(g) for g in found):
        return []
    starts = [min(g.first, g.count.first) for g in found if g.count is not None]
    edges = [*(start - 1 for start in starts[1:]), hit.first]
    parts = [replace(clause, first=g.first, last=edge) for g, edge in zip(found, edges, strict=True) if g.last < edge]
    apart = all(tokens[edge].text == "," for edge in edges[:-1]) and len(parts) == len(found)
    if not apart or not all(_where_told(part) for part in parts):
        return []
    return [
        (replace(hit, clause=part, first=part.last, last=part.last), g) for part, g in zip(parts, found, strict=True)
    ]


def _where_told(clause: Clause) -> bool:
    located = [m for m in clause.mentions("place") if m.case in ("loc", "dat")]
    return bool(located) or clause.says(*abroad.ABROAD)


IMPROVING = lexicon.words("kinds.training.training", "improving")


def _listed(hit: Hit, found: list[Phrase], group: Phrase, said: str, memory: Memory) -> list[Draft]:
    """120 дәрігер мен 200 мейіргер оқытылды: each other member of a list that has a number of its own."""
    if group.count is None or group not in found:
        return []
    others = chains.chain(found, group)[:-1] if hit.clause.language == "kk" else chains.following(found, group)[1:]
    return [_draft(hit, [m], said, memory) for m in others if m.count is not None and not _at_college(m)]


TO_BE = lexicon.words("kinds.training.training", "to_be")
LEAVERS = lexicon.words("kinds.training.training", "leavers")
PUPILS = lexicon.words("kinds.training.training", "pupils")
SPONSORS = lexicon.words("kinds.training.training", "sponsors")


def _at_college(group: Phrase) -> bool:
    """Колледжде 900 студент оқиды, на грант учатся 15 студентов: who studies for a first profession is no staff."""
    clause = group.clause
    if learners.holds_grant(clause, group.count.first if group.count else group.first):
        return True
    to_be = any(t.norm.startswith(TO_BE) for t in clause.sentence.tokens[group.first : group.head])
    if to_be or clause.sentence.tokens[group.head].norm.startswith(LEAVERS):
        return True
    if not clause.sentence.tokens[group.head].norm.startswith(PUPILS):
        return False
    return clause.language == "ru" or not any(t.norm.startswith(SPONSORS) for t in clause.tokens)


def _shared(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Олардың 58-і оқуын аяқтайды: a part of those just said to learn."""
    numbers = [m for m in of_total.shares(hit.clause) if m.last <= hit.first]
    if not numbers or hit.frame.options.get("teach"):
        return []
    total = memory.last_draft("Training", "Staffing", within=2, sentence=hit.clause.index)
    before = hit.clause.whole.mentions("number", last=hit.clause.first)
    if total is not None and total.sentence != hit.clause.index and before:
        return []  # 900 студент бар, олардың 300-і оқиды: a part of what this very sentence counts
    owner = next((g for g in groups(hit.clause) if g.last == numbers[-1].first), None)
    if total is None and owner is None:
        return []
    end = hit.clause.sentence.tokens[hit.clause.last - 1].end
    draft = Draft("Training", {"status": said}, numbers[-1].start, end, hit.frame.name)
    roles.quantity(draft, "count", numbers[-1])
    draft.say("profession", profession(owner) if owner is not None else "")  # мамандардың 12-сі
    draft.say("countries", [m.value.name for m in countries(hit.clause)])
    if total is not None:
        draft.take_over(total, "profession", "topic", "countries")
    return [roles.finish(draft, hit.clause, memory)]


def _about_training(hit: Hit) -> bool:
    needs = hit.frame.options.get("needs")
    return not needs or any(need in hit.clause.low for need in needs)


def _learners(hit: Hit) -> list[Phrase]:
    """12 дәрігер оқыды, обучены 12 врачей: the groups of staff that a cue of learning is said of."""
    clause = hit.clause
    found = groups(clause, last=hit.last - 1 if clause.language != "ru" else None)
    found = [g for g in in_case(found, frozenset(hit.frame.options["cases"])) if not learners.of_field(g)]
    found = [g for g in found if not (learners.teaches(hit, g) or learners.came_with(hit, g))]
    behind = hit.frame.options.get("behind")
    if behind:
        found = [g for g in found if meant_for(g, *behind)]
    elif clause.language == "ru" and not hit.frame.options.get("teach"):
        found = [g for g in found if g.count is not None or _subject_ru(g)]
        found = found or [g for b in who_came(clause) for g in groups(b) if g.count is not None or _subject_ru(g)]
    return found


def _subject_ru(group: Phrase) -> bool:
    """Хирурги прошли обучение; хирург высшей категории, стажировался в A: one doctor's career is no training."""
    token = group.clause.sentence.tokens[group.head]
    return token.best.case == "nom" and token.best.plural and _opens(group)


def _opens(group: Phrase) -> bool:
    """В прошлом году хирурги …, что в Таразе хирурги …: nothing but when and where stands before a group."""
    clause = group.clause
    named = clause.mentions("date", "place", "facility", last=group.first)
    inside = {i for m in named for i in range(m.first, m.last)}
    before = (
        t for i, t in enumerate(clause.sentence.tokens[clause.first : group.first], clause.first) if i not in inside
    )
    return all(t.best.pos in ("ADP", "ADV", "SCONJ", "PART", "PUNCT", "CCONJ") for t in before)


def _draft(hit: Hit, members: list[Phrase], said: str, memory: Memory) -> Draft:
    clause, group = hit.clause, members[0]
    tokens = clause.sentence.tokens
    draft = Draft(
        "Training", {}, min(group.start, tokens[hit.first].start), tokens[clause.last - 1].end, hit.frame.name
    )
    draft.say("profession", together(members) if len(members) > 1 else profession(group))
    if group.count is not None:
        roles.quantity(draft, "count", portion_at(clause, group.first, group.last) or group.count)
    draft.say("status", said)
    draft.say("countries", [m.value.name for m in countries(clause)])
    _say_topic(draft, hit, memory)
    say_place(draft, sole_place(clause, hit.first) or before_colon(clause))
    made = roles.finish(draft, clause, memory)
    if learners.of_a_town(group) and "region" in made.inherited:
        made.drop("region")
    return made


def _say_topic(draft: Draft, hit: Hit, memory: Memory) -> None:
    found = topic(hit)
    if found is not None:
        draft.say("topic", found.text)
        draft.cover(found.start, found.end)
        return
    latest = memory.last_draft("Grant", within=1, sentence=hit.clause.index)
    improves = hit.clause.says(*IMPROVING)  # повышение квалификации is no residency
    if latest is not None and latest.slots.get("level") == "residency" and not improves:
        draft.inherit("topic", "резидентура")


def _courses(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Курс A, B және C қалаларында өтті: one training in each place."""
    clause, sentence = hit.clause, hit.clause.sentence
    whole = words(sentence.tokens).lower() if said == "completed" else ""
    if not any(need in whole for need in hit.frame.options["needs"]):
        return []
    cities = [
        m
        for m in sentence.mentions
        if m.type == "place" and m.value.level in SETTLEMENTS and m.value.level not in FOREIGN
    ]
    members = events.listed(cities, Clause(sentence, clause.index, 0, len(sentence.tokens), clause.language))
    if len(members) < 2 or groups(clause):
        return []
    return [_course(hit, said, m, memory) for m in members]


def _course(hit: Hit, said: str, place: Mention, memory: Memory) -> Draft:
    tokens = hit.clause.sentence.tokens
    draft = Draft("Training", {"status": said}, tokens[0].start, tokens[hit.clause.last - 1].end, hit.frame.name)
    say_place(draft, place.value)
    say_dates(draft, hit.clause, memory)
    latest = memory.last_draft("Training", within=2, sentence=hit.clause.index)
    if latest is not None and not {"date", "due"} & set(draft.slots):
        draft.inherit("date", latest.slots.get("date"))
    draft.sentence = hit.clause.index
    return draft
