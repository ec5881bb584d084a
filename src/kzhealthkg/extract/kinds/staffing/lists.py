"""Lines of a list of who is lacking: Ең үлкен тапшылық: – хирургтер (40); – педиатр – 12."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import FINITE, Clause, forms, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.model import Mention

LACKING = lexicon.words("kinds.staffing.lists", "lacking")
BACK = 16
"""Lines in the longest list."""
LINE = 10
"""Words in the longest line."""
SIGNS = frozenset({"(", "–", "—", "-", ":"})
VACANT = lexicon.words("kinds.staffing.lists", "vacant")


def lacking_line(clause: Clause, memory: Memory) -> list[Draft]:
    """Return who is lacking by a line that gives a profession and its figure, under a heading of lacking."""
    if clause.language != "kk" or "number" not in clause.named:
        return []
    if named := _named_needs(clause) or _bracketed(clause):
        return [roles.finish(_line(g, g.count), clause, memory) for g in named if g.count is not None]
    if len(clause.sentence.tokens) > LINE or not _headed(clause, memory):
        return []
    found = [g for g in groups(clause) if g.count is None or g.count.first > g.last]
    numbers = clause.mentions("number")
    if not found and len(numbers) == 1:
        return _of_place(clause, numbers[0], memory)
    if len(found) != 1 or len(numbers) != 1 or not _apart(found[0], numbers[0]):
        return []
    return [roles.finish(_line(found[0], numbers[0]), clause, memory)]


def _of_place(clause: Clause, number: Mention, memory: Memory) -> list[Draft]:
    """118 дәрігер жетіспейді: – A ауданында – 31; – B ауданында – 12: how many of them each place lacks."""
    total = memory.last_draft("Staffing", within=BACK, sentence=clause.index)
    places = [m for m in clause.sentence.mentions if m.type == "place" and m.last <= number.first]
    if total is None or total.slots.get("measure") != "shortage" or "count" not in total.slots:
        return []
    if len(places) != 1 or number.value.value >= total.slots["count"]:
        return []
    draft = Draft("Staffing", {"measure": "shortage"}, places[0].start, number.end, "staffing-line")
    draft.take_over(total, "profession", "status", "date")
    roles.quantity(draft, "count", number)
    say_place(draft, places[0].value)
    return [roles.finish(draft, clause, memory)]


def _line(group: Phrase, number: Mention) -> Draft:
    start, end = min(group.start, number.start), max(group.end, number.end)
    draft = Draft("Staffing", {"measure": "shortage"}, start, end, "staffing-line")
    draft.say("profession", profession(group))
    draft.say("status", "needed")
    roles.quantity(draft, "count", number)
    return draft


def _named_needs(clause: Clause) -> list[Phrase]:
    """11 маман қажет: 4 неонатолог, 3 хирург; жетіспейтіндер – хирургтер (18), неонатологтар (7): who is lacking."""
    tokens = clause.sentence.tokens
    sign = clause.first - 1
    if (
        sign < 1
        or tokens[sign].text not in ":–—"
        or any(forms(t) & FINITE and t.best.pos == "VERB" for t in clause.tokens)
    ):
        return []
    lacked = is_lemma(tokens[sign - 1], *NEEDING) or tokens[sign - 1].norm.startswith(LACKED)
    if not (lacked or any(is_lemma(t, *VACANT) for t in tokens[:sign])):
        return []
    found = [g for g in groups(clause) if g.count is not None]
    counted = {g.count.first for g in found if g.count is not None}
    return found if all(m.first in counted for m in clause.mentions("number")) else []


def _bracketed(clause: Clause) -> list[Phrase]:
    """Тапшылық педиатр (19), хирург (7) мамандықтары бойынша сезіледі: several professions with figures behind them."""
    if "(" not in clause.sentence.words or not clause.says(*LACKING):
        return []
    found = [_without_lack(g) for g in groups(clause) if g.count is not None and g.count.first > g.last]
    return found if 1 < len(found) == len(clause.mentions("number")) else []


def _without_lack(group: Phrase) -> Phrase:
    """Ең көп тапшылық хирург (12): the lack itself is no part of the profession."""
    tokens = group.clause.sentence.tokens
    lack = next((i for i in range(group.head - 1, group.first - 1, -1) if is_lemma(tokens[i], *LACKING)), None)
    return group if lack is None else replace(group, first=lack + 1)


NEEDING = lexicon.words("kinds.staffing.lists", "needing")
LACKED = lexicon.words("kinds.staffing.lists", "lacked")


def _apart(group: Phrase, number: Mention) -> bool:
    """A bracket, a dash or a colon stands between the profession and its figure."""
    between = group.clause.sentence.tokens[group.last : number.first]
    return len(between) == 1 and between[0].text in SIGNS


def _headed(clause: Clause, memory: Memory) -> bool:
    """Say whether the line that ends in a colon above these lines speaks of lacking, and none of them has a verb."""
    sentences = memory.document.sentences
    if any(forms(t) & FINITE and t.best.pos == "VERB" for t in clause.tokens):
        return False
    for at in range(clause.index - 1, max(-1, clause.index - BACK), -1):
        tokens = sentences[at].tokens
        if tokens[-1].text == ":":
            return any(is_lemma(t, *LACKING) for t in tokens)
        if len(tokens) > LINE:
            return False
    return False
