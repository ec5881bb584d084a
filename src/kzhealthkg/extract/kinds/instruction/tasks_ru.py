"""What somebody is told to do in Russian: the infinitive or noun behind a verb of demand."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, words
from kzhealthkg.extract.context import when
from kzhealthkg.extract.kinds.instruction.task_text import Task, lowered
from kzhealthkg.model import Token
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import CLOSE, OPEN

ABOUT = frozenset(lexicon.words("kinds.instruction.tasks_ru", "about"))
GIVING = lexicon.words("kinds.instruction.tasks_ru", "giving")
ACTIONS = lexicon.words("kinds.instruction.tasks_ru", "actions")
ORDINALS = frozenset(lexicon.words("kinds.instruction.tasks_ru", "ordinals"))
"""Во-вторых, екіншіден: words before a member of a row of tasks."""
ASKING = "instruction-ask"
"""Призвал правительство пересмотреть …: who is asked stands in the accusative before what is to be done."""
REACH_RU = 8
BLAMED = 5
"""Words in the longest name of who is blamed."""


def task_ru(hit: Hit) -> Task | None:
    """Return what a Russian cue demands; None where it demands nothing that is said."""
    clause = hit.clause
    tokens = clause.sentence.tokens
    reach = range(hit.last, _quotation(hit))
    infinitive_at = next((i for i in reach if tokens[i].best.form == "inf" and i - hit.last <= REACH_RU), None)
    first = infinitive_at or _about(hit) or next((i for i in reach if _begins_ru(hit, tokens[i])), None)
    if first is None:
        return _ahead_ru(hit)
    infinitive = tokens[first].best.form == "inf"
    asked = hit.frame.name.startswith(ASKING) or bool(hit.frame.options.get("quote"))
    first = _object_first(hit, first) if infinitive and not asked else first
    first -= infinitive and first > hit.last and tokens[first - 1].norm == "не"
    last = end_ru(clause, first)
    if infinitive and tokens[first].norm == "быть" and hit.frame.options.get("quote"):
        return _state_ru(clause, last)
    first = _reason(tokens, first, last) if hit.frame.options.get("noun") and not infinitive else first
    part = tokens[first:last]
    text = words(part) if infinitive else nominative(part, "ru")
    return Task(text.strip(" ,"), part[0].start, part[-1].end)


def _quotation(hit: Hit) -> int:
    """Потребовал: «Ускорьте ремонт»: return where direct speech opens behind a cue; what it bids is an order of its own."""
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    opened = (i for i in range(hit.last, last - 1) if tokens[i].text == ":" and tokens[i + 1].text in OPEN)
    return last if hit.frame.options.get("quote") else next(opened, last)


def _about(hit: Hit) -> int | None:
    """Дал поручение по ремонту больниц, поставил задачу о закупе: the task behind a preposition that its noun governs."""
    tokens = hit.clause.sentence.tokens
    if tokens[hit.last - 1].best.pos == "VERB" and tokens[hit.first].best.pos == "VERB":
        return None
    found = next((i for i in range(hit.last, hit.last + ADDRESSED) if tokens[i : i + 1] and tokens[i].norm in ABOUT), 0)
    signs = any(not t.text[0].isalnum() for t in tokens[hit.last : found])
    ahead = tokens[found + 1 : found + 2]
    return found + 1 if found and not signs and ahead and ahead[0].best.pos in ("NOUN", "ADJ") else None


def _reason(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Раскритиковал подрядчика за отставание: what somebody is blamed for is the topic, not who is."""
    return next((i + 1 for i in range(first + 1, min(last - 1, first + BLAMED)) if tokens[i].norm == "за"), first)


def _object_first(hit: Hit, at: int) -> int:
    """Поручил особое внимание уделять развитию, постоянно держать на контроле: the task begins before the infinitive."""
    tokens = hit.clause.sentence.tokens
    said = hit.clause.mentions("person", "post", "organization", "facility")
    taken = {i for m in said for i in range(m.first, m.last)}
    first = at
    while first > hit.last and first - 1 not in taken and _is_object(tokens[first - 1], tokens[first]):
        first -= 1
    return first - (at > first > hit.last and tokens[first - 1].best.pos == "ADP")  # в кратчайшие сроки принять меры


def _is_object(token: Token, after: Token) -> bool:
    """Say whether a word before the infinitive, or before its object, is an adverb of manner, an object or its adjective."""
    if after.best.pos in ("NOUN", "ADJ") and after.best.form != "inf":
        return token.best.pos == "ADJ" and any(r.case == "acc" for r in token.readings)
    manner = token.best.pos == "ADV" and token.norm.endswith("о") and token.text.islower()
    things = [r for r in token.readings if r.pos == "NOUN"]
    return manner or (bool(things) and token.text.islower() and {r.case for r in things} <= {"nom", "acc"})


def _ahead_ru(hit: Hit) -> Task | None:
    """Ускорить ремонт больниц поручил X: the task opens the clause."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    first = next((m.last for m in clause.mentions("date") if m.first - clause.first <= 1), clause.first)
    part = tokens[first : _subject(hit)]
    while len(part) > 1 and part[-1].best.pos in ("ADV", "PART"):
        part = part[:-1]
    if len(part) < 2 or part[0].best.form != "inf" or hit.frame.options.get("quote"):
        return None
    return Task(lowered(clause, first, words(part)), part[0].start, part[-1].end)


def _subject(hit: Hit) -> int:
    """Закрепить выпускников министр (она) поручила, ускорить ремонт ещё в мае поручил X: where who bids it, or when, begins."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    subjects = [m for m in clause.mentions("person", "post") if m.case == "nom"]
    starts_at = {m.value.post_start for m in subjects if m.type == "person" and m.value.posts}
    named = {m.first for m in subjects} | {i for i in range(clause.first, hit.first) if tokens[i].start in starts_at}
    when_said = {m.first - 1 for m in clause.mentions("date") if m.last == hit.first and m.value.role == "date"}
    pronoun = (
        i for i in range(clause.first, hit.first) if tokens[i].best.pos == "PRON" and tokens[i].best.case == "nom"
    )
    starts = (i for i in (*named, *when_said, *pronoun) if clause.first < i < hit.first)
    return min(starts, default=hit.first)


def _state_ru(clause: Clause, last: int) -> Task:
    """Всё должно быть доступно: a state that is demanded stays a sentence."""
    first = next(i for i in range(clause.first, last) if clause.sentence.tokens[i].text[0].isalnum())
    part = clause.sentence.tokens[first:last]
    return Task(lowered(clause, first, words(part)), part[0].start, part[-1].end)


def _begins_ru(hit: Hit, token: Token) -> bool:
    """The task begins with an infinitive, or with a noun phrase in a case that the verb governs."""
    if token.best.form == "inf":
        return True
    inside = any(m.start <= token.start < m.end for m in hit.clause.mentions("person", "post", "organization"))
    if inside or token.best.pos not in ("NOUN", "ADJ") or hit.frame.options.get("quote"):
        return False
    cases = {r.case for r in token.readings}
    if hit.clause.sentence.tokens[hit.last - 1].norm.startswith(GIVING):
        return token.norm.endswith(ACTIONS) and "acc" in cases
    return bool(cases & set(hit.frame.options["cases"] or ("gen", "acc"))) and token.best.case != "dat"


def _closes(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Say whether a quotation ends at token ``at`` that began before the task: one that it holds stays whole."""
    before = [t.text for t in tokens[first:at]]
    return tokens[at].text in CLOSE and sum(s in OPEN for s in before) <= sum(s in CLOSE for s in before)


def _turns(clause: Clause, at: int) -> bool:
    """…, а управлению – сдать больницу: somebody else is told something else from here on."""
    tokens = clause.sentence.tokens[at : at + 3]
    held = clause.mentions("person", "post", "organization", first=at + 2)
    told = any(m.first == at + 2 and m.case == "dat" for m in held)
    turn = [t.norm for t in tokens[:2]] == [",", "а"]
    return (
        turn
        and len(tokens) > 2
        and (told or tokens[2].norm == "от" or any(r.case == "dat" for r in tokens[2].readings))
    )


def end_ru(clause: Clause, first: int) -> int:
    """Return where a task that begins at token ``first`` ends: at a sign, a turn, or a verb of its own."""
    tokens = clause.sentence.tokens
    others = {comma for comma, _ in _others_told(clause, first)}
    for i in range(first, clause.last):
        if (
            (tokens[i].text in ";:–—" and not _inside(clause, i))
            or i in others
            or (tokens[i].norm in ORDINALS and i > first)
            or _turns(clause, i)
            or _closes(tokens, first, i)
            or (tokens[i].best.form in ("past", "pres", "fut") and tokens[i - 1].text == ",")
        ):
            return i
    return clause.last


def _inside(clause: Clause, at: int) -> bool:
    """План на 2025–2027 годы: a dash inside a date ends no task."""
    return any(m.first < at < m.last - 1 for m in clause.mentions("date"))


def further_ru(hit: Hit) -> list[tuple[Task, str]]:
    """Поручил акимам завершить учёт, Минтруду – ускорить работу: what those told behind the first must do, and by when."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    found = []
    for comma, first in _others_told(clause, hit.last):
        last = end_ru(clause, first)
        dates = (m.value for m in clause.mentions("date", first=comma, last=last) if m.value.role == "due")
        due = next((when.ahead(value) for value in dates), "")
        found.append((Task(words(tokens[first:last]).strip(" ,"), tokens[first].start, tokens[last - 1].end), due))
    return found


def _others_told(clause: Clause, first: int) -> list[tuple[int, int]]:
    """Return the comma before and the infinitive behind each dash that parts who else is told from what."""
    tokens = clause.sentence.tokens
    begun = {m.first: m.last for m in clause.mentions("date")}
    found = []
    for dash in (i for i in range(first + 1, clause.last - 1) if tokens[i].text in "–—"):
        at = begun.get(dash + 1, dash + 1)  # – до 1 октября сдать больницу
        comma = next((j for j in range(dash - 1, max(first, dash - ADDRESSED), -1) if tokens[j].text == ","), 0)
        told = any(r.case == "dat" for t in tokens[comma + 1 : dash] for r in t.readings)
        if comma and told and at < clause.last and tokens[at].best.form == "inf":
            found.append((comma, at))
    return found


ADDRESSED = 9
"""Words from the comma to the dash behind who else is told, at most."""
