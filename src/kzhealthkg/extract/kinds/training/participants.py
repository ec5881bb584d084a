"""Who took part in a course: the figures of sentences behind it, put into what was told of the course."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.extract.kinds.training.courses import NEAR, RULES, named_in, told
from kzhealthkg.model import Mention

PARTICIPANTS = lexicon.words("kinds.training.participants", "participants")
POINTERS = frozenset(lexicon.words("kinds.training.participants", "pointers"))
WHICH = frozenset(lexicon.words("kinds.training.participants", "which"))
TAKING_PART = lexicon.words("kinds.training.participants", "taking_part")
BECAME = lexicon.words("kinds.training.participants", "became")
GENERAL = ("", *lexicon.words("kinds.training.participants", "general"))
PASSING = lexicon.words("kinds.training.participants", "passing")
LEARNING = lexicon.words("kinds.training.participants", "learning")
JUST = 2


def attended(clause: Clause, memory: Memory) -> list[Draft] | None:
    """Put the participants that a clause counts into the course told before, the further groups into its likes.

    None where it counts none.
    """
    before = told(clause, memory) if "number" in clause.sentence.named else None
    if before is None or not _took_part(clause, before):
        return None
    counted = [(g, g.count) for g in groups(clause) if g.count is not None]
    number = counted[0][1] if counted else _participants(clause)
    if number is None or number.start in memory.used:
        return None
    before.start, before.end = clause.tokens[0].start, clause.tokens[-1].end
    likes = [replace(before, slots=dict(before.slots), used=set()) for _ in counted[1:]]
    for draft, (group, _) in zip((before, *likes), counted, strict=False):
        named = profession(group)
        if named not in GENERAL or draft.slots.get("profession", "").split(" ")[0] in GENERAL:
            draft.slots["profession"] = named
    for draft, (_, count) in zip(likes, counted[1:], strict=True):
        roles.quantity(draft, "count", count)
    roles.quantity(before, "count", number)
    memory.used.add(number.start)
    return likes


def _took_part(clause: Clause, before: Draft) -> bool:
    """Say whether a clause counts those who took part in a course told before it, or in its own sentence."""
    if before.sentence == clause.index:
        return _in_which(clause)
    passed = clause.index - before.sentence == 1 and before.slots.get("profession", "") in GENERAL
    return _of_participants(clause) or (passed and clause.says(*PASSING) and clause.says(*LEARNING))


def detailed(drafts: list[Draft], clause: Clause, memory: Memory) -> bool:
    """Завершился курс для врачей. Восемь хирургов освоили X: who is counted next gives the course in general more."""
    if _gone_abroad(drafts, clause, memory):
        return True
    before = told(clause, memory)
    counted = all("count" in d.slots for d in drafts)
    if before is None or clause.index - before.sentence != 1 or not counted:
        return False
    new = "topic" in before.slots and any("topic" in d.slots for d in drafts)
    if before.slots.get("profession", "") in GENERAL and not new:
        memory.drafts.remove(before)
        for draft in drafts:
            draft.take_over(before, *LOCATED, "date", "topic")
    return False


def _gone_abroad(drafts: list[Draft], clause: Clause, memory: Memory) -> bool:
    """60 врачей пройдут обучение. Медики повысят квалификацию в клиниках Турции: the next gives those counted more."""
    before = memory.last_draft("Training", within=1, sentence=clause.index)
    if before is None or len(drafts) != 1 or clause.language != "ru" or "countries" in before.slots:
        return False
    one, who = drafts[0].slots, before.slots.get("profession", "")
    if "count" in one or "countries" not in one or "count" not in before.slots:
        return False
    if one.get("status") != before.slots.get("status") or one.get("profession", "") not in {who, *GENERAL}:
        return False
    before.take_over(drafts[0], "countries", "topic")
    return True


def counted_in(draft: Draft, memory: Memory) -> bool:
    """Тренинг өтті. Төрт күн бойы 72 фельдшер дағдысын пысықтады: who learned are those of the course just told."""
    found = (d for d in memory.recent(JUST, draft.sentence) if d.rule in RULES and "count" not in d.slots)
    before = next(found, None)
    if before is None or "count" not in draft.slots or {"place", "countries", "date"} & draft.slots.keys():
        return False
    before.slots |= {k: draft.slots[k] for k in ("count", "bound", "profession") if k in draft.slots}
    before.take_over(draft, "topic")
    before.start, before.end = draft.start, draft.end
    memory.used |= draft.used
    return True


def _of_participants(clause: Clause) -> bool:
    if clause.says(*BECAME) and clause.says(*PARTICIPANTS):
        return True  # слушателями стали 20 врачей
    if not clause.says(*TAKING_PART):
        return False
    return clause.says(*POINTERS) or bool(named_in(clause))


def _in_which(clause: Clause) -> bool:
    """Мастер-класс, в котором приняли участие 40 хирургов; … өтіп, оған 40 хирург қатысты."""
    before = clause.sentence.tokens[max(0, clause.first - NEAR) : clause.first]
    return clause.says(*TAKING_PART) and any(t.norm in WHICH for t in (*before, *clause.tokens))


def _participants(clause: Clause) -> Mention | None:
    tokens = clause.sentence.tokens
    numbers = clause.mentions("number")
    return next((m for m in numbers if any(is_lemma(t, *PARTICIPANTS) for t in tokens[m.last : m.last + 2])), None)
