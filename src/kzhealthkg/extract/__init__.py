"""An annotated article → what it states.

``clause`` takes a sentence apart, ``context`` keeps what holds around a clause, ``figures`` reads what is counted and
measured; ``kinds`` make drafts of them, ``posts`` those of offices, and ``merge`` leaves one of each.

The order of ``KINDS`` is the specification: a kind that tells more of an amount claims it before
Funding does. Every kind is a function of one clause and of what the article said before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from kzhealthkg.extract.clause.clauses import clauses
from kzhealthkg.extract.clause.supposed import unreal
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.asked import BEHIND_DASH, DATED, FIGURED, LISTED, SPOKEN, Asked
from kzhealthkg.extract.context.beyond import beyond
from kzhealthkg.extract.context.both import of_both
from kzhealthkg.extract.context.each import of_each
from kzhealthkg.extract.context.gapped import gapped
from kzhealthkg.extract.context.gapped_kk import gapped_kk
from kzhealthkg.extract.context.great_cities import in_great_city
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.named_districts import without_named_districts
from kzhealthkg.extract.context.narrated import narrated_from, narrated_until
from kzhealthkg.extract.context.national_tellers import of_country
from kzhealthkg.extract.context.often import as_often
from kzhealthkg.extract.context.overall import share_no_sum
from kzhealthkg.extract.context.speaker import speakers
from kzhealthkg.extract.context.spread import spread
from kzhealthkg.extract.context.where import in_russian, in_that_district, in_the_district
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.shared_noun import of_shared_noun
from kzhealthkg.extract.focus import locate
from kzhealthkg.extract.kinds.capacity.capacity import capacity
from kzhealthkg.extract.kinds.capacity.sure import without_guess
from kzhealthkg.extract.kinds.documents.agreement import agreement
from kzhealthkg.extract.kinds.documents.policy import policy
from kzhealthkg.extract.kinds.funding.funding import funding
from kzhealthkg.extract.kinds.grant.grant import GRANTS, grant
from kzhealthkg.extract.kinds.indicator.indicator import UNFIGURED, indicator
from kzhealthkg.extract.kinds.instruction.evident import without_wishes
from kzhealthkg.extract.kinds.instruction.instruction import instruction
from kzhealthkg.extract.kinds.mission.made_up import WITHIN
from kzhealthkg.extract.kinds.mission.mission import mission
from kzhealthkg.extract.kinds.mission.services import of_team
from kzhealthkg.extract.kinds.procurement.procurement import procurement
from kzhealthkg.extract.kinds.service.first import TOLD_BY
from kzhealthkg.extract.kinds.service.own_house import without_unnamed
from kzhealthkg.extract.kinds.service.service import service
from kzhealthkg.extract.kinds.staffing.staffing import staffing
from kzhealthkg.extract.kinds.staffing.without_kk import MISSING
from kzhealthkg.extract.kinds.training.training import training
from kzhealthkg.extract.kinds.visit.summed_up import without_tours
from kzhealthkg.extract.kinds.visit.visit import visit
from kzhealthkg.extract.kinds.works.contradicted import already_built, contradicted
from kzhealthkg.extract.kinds.works.designs import still_drawn
from kzhealthkg.extract.kinds.works.funded import WORK
from kzhealthkg.extract.kinds.works.old_beginnings import of_old
from kzhealthkg.extract.kinds.works.old_houses import in_old_house
from kzhealthkg.extract.kinds.works.reopened import not_begun, reopened
from kzhealthkg.extract.kinds.works.sectors import without_all_sorts
from kzhealthkg.extract.kinds.works.unfinished import unfinished
from kzhealthkg.extract.kinds.works.works import works
from kzhealthkg.extract.merge.bare_again import without_bare_again
from kzhealthkg.extract.merge.bare_works import without_bare_works
from kzhealthkg.extract.merge.details import without_generals
from kzhealthkg.extract.merge.made_over import made_over
from kzhealthkg.extract.merge.merge import merged
from kzhealthkg.extract.merge.settled import settled
from kzhealthkg.extract.merge.spent import spent
from kzhealthkg.extract.merge.sure import without_unsure
from kzhealthkg.extract.merge.too_bare import without_too_bare
from kzhealthkg.extract.merge.wholes import of_their_wholes, wholes
from kzhealthkg.extract.posts.posts import posts
from kzhealthkg.model import Document, Sentence, Statement
from kzhealthkg.uncollected import uncollected
from kzhealthkg.vocab import slots


def extract(document: Document) -> tuple[Statement, ...]:
    """Return the statements of an annotated article, in the order of the text."""
    with uncollected():
        return stated(document, understood(document))


def understood(document: Document) -> Memory:
    """Read an article sentence by sentence; return what it said and the drafts made of it."""
    memory = Memory(document, document.region, speakers(document))
    language = memory.language
    for index, (sentence, speaker) in enumerate(zip(document.sentences, memory.speakers, strict=True)):
        told = len(memory.drafts)
        for clause in clauses(sentence, index, sentence.language or language):
            if drafts := _clause(clause, memory):
                memory.keep(drafts)
            clause.forget()
        if len(memory.drafts) > told:
            _complete(memory.drafts[told:], sentence, speaker, memory)
        memory.note(sentence, index)
    return memory


def _complete(drafts: list[Draft], sentence: Sentence, speaker: str, memory: Memory) -> None:
    """Give the drafts of one sentence its speaker, and take from them what is not told of them alone."""
    own = narrated_until(sentence, speaker) if speaker else 0
    behind = narrated_from(sentence) if speaker else -1
    for draft in drafts:
        if draft.kind not in OWN_ACTOR and draft.end > own and not -1 < behind <= draft.start:
            draft.inherit("speaker", speaker)
    of_country(drafts, sentence, speaker, memory)
    share_no_sum(drafts, sentence)
    if (paid := spent(drafts, sentence)) is not None:
        memory.drafts.remove(paid)
    for beside in of_team(drafts):
        memory.drafts.remove(beside)
    in_the_district(drafts, sentence, memory)
    in_that_district(drafts, sentence, memory)
    without_named_districts(drafts, sentence)


def stated(document: Document, memory: Memory) -> tuple[Statement, ...]:
    """Return the statements that drafts come to, those that say the same folded into one."""
    locate(memory.drafts, document)
    in_great_city(memory.drafts, document)
    for draft in memory.drafts:
        if (document.sentences[draft.sentence].language or memory.language) == "ru":
            in_russian(draft)
    drafts = without_all_sorts(without_generals(memory.drafts, document), document, memory.language)
    drafts = made_over(without_bare_again(drafts, document), document) if "Works" in memory.kinds else drafts
    told = merged([*without_tours(drafts), *posts(document, memory.speakers)])
    told = settled(without_too_bare(without_bare_works(without_wishes(without_unnamed(told)))), document)
    told = without_unsure([draft for draft in told if not of_old(draft, document)], document)
    for draft in told:
        reopened(draft, document)
        not_begun(draft)
        still_drawn(draft, document)
        unfinished(draft, document)
        contradicted(draft, document)
        already_built(draft, document)
        in_old_house(draft, document)
        without_guess(draft)
    parts = of_their_wholes(wholes(document, told))
    found = {id(draft): _statement(document, draft) for draft in told}
    for part, whole in parts:
        found[id(part)] = replace(found[id(part)], part_of=found[id(whole)])
    return _in_order(found.values())


def _in_order(told: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements in the order of the text, those of one kind and one stretch by what they say."""
    found = sorted(told, key=_STANDING)
    if all(_STANDING(one) != _STANDING(other) for one, other in pairwise(found)):
        return tuple(found)
    return tuple(sorted(found, key=lambda s: (*_STANDING(s), str(s.slots))))


_STANDING = attrgetter("start", "end", "kind")


NEAR = 8
"""Sentences within which a draft may still take up more figures."""

OWN_ACTOR = frozenset({"Visit", "Instruction"})
"""Kinds whose own person is told, not quoted."""

KINDS = Asked(
    (mission, {"mission", DATED, "team"}),
    (procurement, {"procurement", "Procurement", "Works", "money"}),
    (grant, {"grant", "Grant"}),
    (training, {"training", "Training"}),
    (capacity, {FIGURED}),
    (staffing, {"staffing", "Staffing", "number", "missing"}),
    (works, {"works", "Works", BEHIND_DASH, LISTED}),
    (service, {"service"}),
    (policy, {"policy"}),
    (funding, {"funding", "Funding", "money"}),
    (indicator, {FIGURED, "unfigured"}),
    (visit, {"visit"}),
    (instruction, {"instruction", SPOKEN}),
    (agreement, {"agreement"}),
    words={
        "team": WITHIN,
        "grant": GRANTS,
        "service": TOLD_BY,
        "works": WORK,
        "unfigured": UNFIGURED,
        "missing": MISSING,
    },
)
"""The kinds in the order in which they may take a figure: one figure makes one statement.

Each with the marks of which one must stand for it: the file of its cues, its own name where what was told before may
be told on, types of mentions, and the marks of ``asked``.
"""


def _clause(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the drafts of all kinds that one clause makes: a question, or what only would be, makes none."""
    drafts: list[Draft] = []
    if unreal(clause):
        return drafts
    for kind in KINDS.of(clause, memory):
        found = kind(clause, memory)
        if found:  # hardly ever
            found = [d for d in found if not beyond(d, clause.sentence)]
            found = as_often(found, clause, memory.document.article.date or "")
            told = _unclaimed(found, [*memory.recent(NEAR, clause.index), *drafts], memory.used)
            drafts += [member for draft in told for member in spread(draft, clause)]
    if not drafts:
        return drafts
    drafts += of_shared_noun(drafts, clause)
    drafts += gapped_kk(drafts, clause)
    drafts = of_each(of_both(drafts + gapped(drafts, clause), clause, memory), clause)
    if len(drafts) == 1:
        return drafts
    beside = (_by_devices, _demanded, _among_bought, _opened_inside, _counted_beside, _needed_beside)
    return [d for d in drafts if not any(rule(d, drafts) for rule in beside)]


def _among_bought(draft: Draft, drafts: list[Draft]) -> bool:
    """30 аппарат алынды, оның ішінде рентген аппараты бар: what is among the things bought is no service."""
    bought = (d for d in drafts if d.rule.endswith("-member"))
    return draft.kind == "Service" and any(d.slots["item"] == draft.slots["item"] for d in bought)


def _counted_beside(draft: Draft, drafts: list[Draft]) -> bool:
    """Құрылған 133 мобильді топ көмек көрсетіп келеді: what is counted as at work is only said to have been set up."""
    measured = (d.slots["measure"] for d in drafts if d.rule == "indicator-stock")
    return draft.kind == "Service" and "date" not in draft.slots and draft.slots["item"] in measured


def _opened_inside(draft: Draft, drafts: list[Draft]) -> bool:
    """Институттың филиалында томограф іске қосылды: what begins to work in a facility does not build that one."""
    if draft.kind != "Works":
        return False
    begun = [d.slots for d in drafts if d.kind == "Service" and d.end == draft.end]
    if draft.slots["workType"] == "extension" and begun:
        return True  # ауруханада операция блогы ашылды
    named = {str(slots[k]).lower() for slots in begun for k in ("item", "facility") if k in slots}
    return str(draft.slots.get("facility", "")).lower() in named


def _by_devices(draft: Draft, drafts: list[Draft]) -> bool:
    """12 аппаратпен жабдықталды: what a facility was equipped with tells its equipping."""
    if draft.slots.get("workType") != "equipping":
        return False
    told = (d for d in drafts if d.kind == "Procurement" or d.rule.startswith(FITTED))
    return any(d.start < draft.end and draft.start < d.end for d in told)


FITTED = "indicator-fitted"


def _demanded(draft: Draft, drafts: list[Draft]) -> bool:
    """Томографты іске қосуды талап етті: what somebody is told to do is the task, no need beside it."""
    several = int(draft.slots.get("count", 1)) > 1  # тағы 11 нысан салу қажеттігін айтты
    tasks = (d for d in drafts if d.kind == "Instruction" and _tasks(d.rule.removesuffix("-ru"), several))
    need = draft.slots.get("status") in ("needed", "planned") and draft.kind in ("Works", "Service", "Procurement")
    aim = draft.kind == "Indicator" and "change" in draft.slots  # өлімді төмендетуді тапсырды
    return (need or aim) and any(d.start <= draft.start < d.end for d in tasks)


def _needed_beside(draft: Draft, drafts: list[Draft]) -> bool:
    """Больницам нужно закупить 12 аппаратов: what is needed is told by itself, and tasks nobody beside."""
    if not draft.rule.startswith("instruction-must"):
        return False
    needs = (d for d in drafts if d.kind != "Instruction" and d.slots.get("status") in ("needed", "planned"))
    return any(d.start < draft.end and draft.start < d.end for d in needs)


def _tasks(rule: str, several: bool) -> bool:
    """Say whether a rule of instructions tells a task, or what is needed of several things, rather than of one."""
    return rule in TASKING or (several and rule == "instruction-need")


TASKING = frozenset({"instruction-task", "instruction-give", "instruction-passive"})


def _unclaimed(found: list[Draft], near: list[Draft], used: set[int]) -> list[Draft]:
    """Return the drafts none of whose figures another one has taken."""
    claimed = [used, *[other.used for other in near if other.used]]
    return [draft for draft in found if not draft.used or all(map(draft.used.isdisjoint, claimed))]


def _statement(document: Document, draft: Draft) -> Statement:
    quote, start, end = document.article.quote(draft.start, draft.end)
    ordered = {slot: draft.slots[slot] for slot in filter(draft.slots.__contains__, slots(draft.kind))}
    return Statement(document.article.id, draft.kind, quote, start, end, ordered, draft.rule)
