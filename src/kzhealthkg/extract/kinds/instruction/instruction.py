"""Instruction: a person gives a task, demands, criticises, or says what must be done."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every_hit, hits
from kzhealthkg.extract.clause.groups import names_anybody
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.agents import Agent, agents, is_done
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.officials import governing, in_office
from kzhealthkg.extract.context.quoted import in_speech, speaker
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.near_health import near_health, of_all_sectors
from kzhealthkg.extract.kinds.instruction.awaited import is_awaited
from kzhealthkg.extract.kinds.instruction.drafts import bidden, draft
from kzhealthkg.extract.kinds.instruction.evident import asked_by_nobody, says_little
from kzhealthkg.extract.kinds.instruction.feelers import feelers
from kzhealthkg.extract.kinds.instruction.guards import (
    MINISTRIES,
    bids_state,
    calls_everybody,
    long_ago,
    of_other_ministry,
    only_counted,
)
from kzhealthkg.extract.kinds.instruction.lines import below
from kzhealthkg.extract.kinds.instruction.must import DUE, is_doctor, is_of_nobody, is_opinion, of_other_sector
from kzhealthkg.extract.kinds.instruction.orders import orders
from kzhealthkg.extract.kinds.instruction.rows import row
from kzhealthkg.extract.kinds.instruction.task_text import Task, group
from kzhealthkg.extract.kinds.instruction.tasks import task
from kzhealthkg.extract.kinds.instruction.tasks_ru import further_ru
from kzhealthkg.extract.kinds.works.said import said
from kzhealthkg.model import Token

SERVED = lexicon.words("kinds.instruction.instruction", "served")
THEY = frozenset(lexicon.words("kinds.instruction.instruction", "they"))
ASKED = 2
"""Tokens behind what must be done in which a question mark makes it a question."""
SHORTEST = 2
"""Words that a task has at least: a bare noun says nothing."""


def instruction(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the instructions that one clause gives."""
    drafts: list[Draft] = []
    if not names_anybody(memory.document):
        return drafts
    for found in every_hit("instruction", clause):
        for hit in found:
            made = _told(hit, memory)
            drafts += made
            if made:
                break
    drafts += [bidden(clause, agent, what, memory) for agent, what in orders(clause, memory)]
    first, last = max(0, clause.index - NEAR), min(clause.index + NEAR, len(memory.document.sentences))
    told = not drafts or last - first < AROUND or near_health(first, last, memory)
    return drafts if told else _own(drafts, memory)


NEAR = 3
"""Sentences around a task in which a word of health care tells that it is one."""
AROUND = 3
"""So few sentences tell nothing of what a task is about."""


def _own(drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Аким поручил отремонтировать дороги: where nothing near is of health, who governs bids for other sectors."""
    return [d for d in drafts if not of_all_sectors(d.slots["person"], memory)]


def _told(hit: Hit, memory: Memory) -> list[Draft]:
    if long_ago(hit) or _is_slogan(hit) or (not hit.frame.options.get("quote") and not _is_done(hit)):
        return []
    people = _people(hit, memory)
    what = task(hit, people) if people else None
    if what is None and people and not (is_awaited(hit, memory) or calls_everybody(hit)):
        return [bidden(line, agent, one, memory) for one, line in below(hit, memory) for agent in people]
    if (
        what is None
        or len(what.text.split()) < SHORTEST
        or says_little(hit, what)
        or _needs_works(hit)
        or _points_back(what)
        or _in_mind(hit, what)
        or _is_condition(hit, what)
        or only_counted(hit)
        or is_awaited(hit, memory)
        or _of_another_ministry(hit, what)
        or calls_everybody(hit)
        or of_other_ministry(hit, people, what)
        or is_of_nobody(hit, what)
        or of_other_sector(hit, what)
    ):
        return []
    drafts = [draft(hit, agent, what, memory) for agent in people]
    more = [*(further_ru(hit) if hit.clause.language == "ru" else []), *row(hit, people, what)]
    return drafts + [_with_due(draft(hit, agent, told, memory), due) for agent in people for told, due in more]


def _with_due(draft: Draft, due: str) -> Draft:
    """Поручил A до 1 мая сдать дом, B – закупить …: the day told to one is not that of the next."""
    draft.slots.pop("due", None)
    draft.say("due", due)
    return draft


def _of_another_ministry(hit: Hit, what: Task) -> bool:
    """Поручил Министерству финансов снизить налоги: what another ministry must do is of health where a word says so."""
    clause = hit.clause
    told = [m for m in clause.mentions("organization") if m.case == "dat" and m.start <= what.start]
    told = [m for m in told if any(w.startswith(MINISTRIES) for w in m.value.name.casefold().split())]
    if len(told) != 1 or measures.of_health(clause, told[0].first, told[0].last):
        return False
    outside = (t for i, t in enumerate(clause.sentence.tokens) if not told[0].first <= i < told[0].last)
    return not measures.medical(tuple(t for t in outside if what.start <= t.start < what.end), clause.language)


def _points_back(what: Task) -> bool:
    """Решить эту проблему, осы мәселені шешу: a task that says nothing but that it was spoken of before."""
    said = what.text.lower().split()
    at = next((i for i, (this, noun) in enumerate(pairwise(said)) if this in THIS and noun.startswith(MATTERS)), None)
    return at is not None and len(said) <= LONGEST_POINTING


THIS = frozenset(lexicon.words("kinds.instruction.instruction", "this"))
MATTERS = lexicon.words("kinds.instruction.instruction", "matters")
LONGEST_POINTING = 4


def _in_mind(hit: Hit, what: Task) -> bool:
    """Мұны түсінуіміз керек, мы должны помнить: what is to be known or borne in mind is no task."""
    if not (hit.frame.options.get("quote") and hit.frame.options.get("ruling")):
        return False
    tokens, said = hit.clause.sentence.tokens, what.text.lower().split()
    ours = tokens[hit.first - 1].norm.endswith(OURS) or any(
        t.norm == "мы" for t in tokens[hit.clause.first : hit.first]
    )
    ends = (said[0], said[-1])
    return any(w.startswith(MINDS) for w in ends) or (ours and any(w.startswith(HEEDS) for w in ends))


MINDS = lexicon.words("kinds.instruction.instruction", "minds")
HEEDS = lexicon.words("kinds.instruction.instruction", "heeds")
OURS = lexicon.words("kinds.instruction.instruction", "ours")


def _is_condition(hit: Hit, what: Task) -> bool:
    """Для этого необходимо иметь опыт, бұл үшін жабдық болуы керек: what a thing takes is no task."""
    said, before = what.text.lower().split(), hit.clause.sentence.tokens[: hit.first]
    return any(w in HAVING for w in (said[0], said[-1])) and any(t.norm in AIMS for t in before)


HAVING = frozenset(lexicon.words("kinds.instruction.instruction", "having"))
AIMS = frozenset(lexicon.words("kinds.instruction.instruction", "aims"))


def _is_slogan(hit: Hit) -> bool:
    """Жители должны получать помощь, неге ашпайды?: what people are due, or a question, tasks nobody."""
    options, clause = hit.frame.options, hit.clause
    tokens = clause.sentence.tokens
    if not (options.get("quote") and options.get("ruling")):
        return False
    asked = any(t.text == "?" for t in tokens[hit.last : max(clause.last, hit.last) + 1][:ASKED])
    avowed = any(t.norm == "мы" for t in tokens[clause.first : hit.first]) and clause.says("быть")  # мы должны быть …
    return (
        asked
        or avowed
        or _is_opinion(hit)
        or _which_is_due(hit)
        or any(_is_served(t) for t in tokens[clause.first : hit.first])
    )


def _is_opinion(hit: Hit) -> bool:
    """Кезекті азайту қажет деп есептейді: what somebody holds tasks nobody."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 2]
    return len(behind) > 1 and behind[0].norm == "деп" and is_lemma(behind[1], *HOLDING)


HOLDING = lexicon.words("kinds.instruction.instruction", "holding")


def _which_is_due(hit: Hit) -> bool:
    """Ждут заключение, которое должны выдать в мае: what somebody is due to do with a thing tasks nobody."""
    opening = hit.clause.sentence.tokens[max(0, hit.clause.first - 1) : hit.first]
    return is_lemma(hit.verb, *DUE) and any(is_lemma(t, "который") for t in opening)


def _is_served(token: Token) -> bool:
    return token.best.case in ("nom", "") and is_lemma(token, *SERVED)


def _is_done(hit: Hit) -> bool:
    if hit.frame.options.get("negative"):
        return hit.verb.best.negative and bool({"past", "part"} & forms(hit.verb))
    return any(is_done(hit.clause, at) for at in range(hit.first, hit.last)) or _is_now(hit)


NOW = frozenset(lexicon.words("kinds.instruction.instruction", "now"))


def _is_now(hit: Hit) -> bool:
    """Аким поручает ускорить ремонт: a task told in the present, by somebody named."""
    denied = hit.clause.sentence.tokens[hit.first - 1].norm == "не" if hit.first else False
    return is_lemma(hit.verb, *NOW) and hit.verb.best.form == "pres" and not denied


def _people(hit: Hit, memory: Memory) -> list[Agent]:
    """Министр тапсырды, тапсырма берілді: who gives an instruction, by what they hold where they are only meant."""
    options = hit.frame.options
    if options.get("quote"):
        found = speaker(hit.clause, memory, hit.last)
    else:
        felt = feelers(hit, memory)
        found = agents(hit.clause, memory, hit.first, passive=bool(options.get("passive"))) if felt is None else felt
        told = {m.value.name for m in hit.clause.mentions("person") if m.case == "dat"}
        found = [a for a in found if a.said or (a.person.name not in told and not in_speech(hit.clause, memory))]
        found = [a for a in found if a.said or not (_is_now(hit) or asked_by_nobody(hit, a))]
    found = [
        a
        for a in found
        if a.said or (in_office(a.person.name, memory) and not _they(hit, found) and not _by_nobody(hit, memory))
    ]
    found = [a for a in found if not (_only_tells(hit, a, memory) or is_opinion(hit, a.person.name, memory))]
    found = [a for a in found if in_office(a.person.name, memory) or not is_doctor(hit.clause, a)]
    if not options.get("ruling") or bids_state(hit):
        return found
    return [a for a in found if in_office(a.person.name, memory, group("rule", "-"))]


def _only_tells(hit: Hit, agent: Agent, memory: Memory) -> bool:
    """Нам было поручено …, сказал X; система призвана …, отметил X: by a passive the one in the nominative gives no task."""
    clause = hit.clause
    if clause.language != "ru" or not any(t.best.form == "perf" for t in clause.sentence.tokens[hit.first : hit.last]):
        return False
    if not agent.said:
        return memory.speakers[clause.index] == agent.person.name
    people = (m for m in clause.sentence.mentions if m.type == "person" and m.case == "nom")
    return any(agent.start <= m.start < agent.end for m in people)


def _by_nobody(hit: Hit, memory: Memory) -> bool:
    """Поставлена задача, тапсырылды: where several govern, a task told in the passive is given by nobody known."""
    told = hit.clause.sentence.tokens[hit.first : hit.last]
    passive = hit.clause.language == "ru" and any(t.best.form == "perf" for t in told)
    return (passive or bool(hit.frame.options.get("passive"))) and len(governing(memory)) > 1


def _they(hit: Hit, found: list[Agent]) -> bool:
    """Олар басшының кетуін талап етті: they are not the one person spoken of before."""
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    return len(found) == 1 and any(t.norm in THEY for t in before)


def _needs_works(hit: Hit) -> bool:
    """That one facility must be built is a statement on the facility."""
    if not hit.frame.options.get("ruling") or hit.frame.name.startswith(DEADLINE):
        return False
    single = [m for m in hit.clause.mentions("facility") if not m.value.plural and m.value.count is None]
    return bool(single) and any(h.clause.language == "ru" or said(h) for h in hits("works", hit.clause))


DEADLINE = "instruction-deadline"
"""Дал месяц на завершение ремонта больницы: a term is given to somebody, and is no mere need."""
