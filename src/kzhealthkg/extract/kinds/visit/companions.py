"""Who is there beside the one who acts: X-пен бірге, вместе с X, с участием X, X-тің қатысуымен."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import groups, words_before, words_of
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.agents import Agent, people_of
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention

ESCORTED = frozenset(lexicon.words("kinds.visit.companions", "escorted"))


def present(clause: Clause, memory: Memory) -> list[Agent]:
    """Return those who take part: X-тің қатысуымен …, с участием X …"""
    tokens, found = clause.sentence.tokens, []
    for group in groups(clause.sentence):
        if group[-1].case != "gen" or (clause.language == "kk" and not clause.first <= group[0].first < clause.last):
            continue
        before = [t.norm for t in words_before(clause.sentence, group, 2)]
        behind = [t.norm for t in tokens[group[-1].last : group[-1].last + 1]]
        if before == ["с", "участием"] or behind == ["қатысуымен"]:
            found += people_of(group, memory, clause.index)
    return found


def companions(clause: Clause, memory: Memory, agent: list[Agent]) -> list[Agent]:
    """Return those who go along: X-пен бірге, X-пен; вместе с X."""
    taken = {a.person.name for a in agent}
    found = []
    for group in groups(clause.sentence):
        inside = clause.first <= group[0].first and group[-1].last <= clause.last
        if _heads_party(clause, group, agent) or (inside and (_escorts(clause, group) or _along(clause, group))):
            found += [a for a in people_of(group, memory, clause.index) if a.person.name not in taken]
    return found


def _heads_party(clause: Clause, group: list[Mention], agent: list[Agent]) -> bool:
    """Делегация во главе с X, в составе которой Y, побывала …: who heads those named behind goes as they do."""
    if clause.language != "ru" or group[-1].case != "ins" or group[-1].last > clause.last:
        return False
    before = [t.norm for t in words_before(clause.sentence, group, 3)]
    behind = clause.sentence.tokens[group[-1].last : group[-1].last + 1]
    members = all(a.said and a.start > group[-1].end for a in agent)
    return before == ["во", "главе", "с"] and bool(agent) and members and any(t.text == "," for t in behind)


def _escorts(clause: Clause, group: list[Mention]) -> bool:
    """В сопровождении X, X-тің сүйемелдеуімен: who escorts goes along."""
    if group[-1].case != "gen":
        return False
    if any(t.norm in ESCORTED for t in clause.sentence.tokens[group[-1].last : group[-1].last + 1]):
        return True
    before = [t.norm for t in words_before(clause.sentence, group, 2)]
    return before == ["в", "сопровождении"]


def _along(clause: Clause, group: list[Mention]) -> bool:
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        return _beside_with(clause, group)
    following = tokens[group[-1].last : group[-1].last + 2]
    return group[-1].case == "ins" and not any(is_lemma(t, *words_of("meet", "kk")) for t in following)


def _beside_with(clause: Clause, group: list[Mention]) -> bool:
    """Вместе с X, с министром Айгуль Сатовой: a name that may be a genitive as well is what its office is."""
    start = group[0].value.post_start if group[0].type == "person" else -1
    start = start if start >= 0 else group[0].start
    at = next((i for i, t in enumerate(clause.sentence.tokens) if t.start >= start), 0)
    known = {group[-1].case, *(r.case for r in clause.sentence.tokens[at].readings if group[-1].case == "gen")}
    return "ins" in known and at > 0 and clause.sentence.tokens[at - 1].norm in WITH
