"""What somebody is told to do: the action noun before a Kazakh verb of demand, the infinitive or noun after a Russian one."""

from __future__ import annotations

import re
from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import ENDS, FINITE, Clause, forms, is_case, is_lemma, words
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.openings import connecting
from kzhealthkg.extract.kinds.instruction.addressees import address, before_told, without_told
from kzhealthkg.extract.kinds.instruction.listed_tasks import is_action, listed_task
from kzhealthkg.extract.kinds.instruction.task_text import Task, group, lowered
from kzhealthkg.extract.kinds.instruction.tasks_ru import ORDINALS, task_ru
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import nominative

BEING = frozenset(lexicon.words("kinds.instruction.tasks", "being"))
OPENERS = frozenset(lexicon.words("kinds.instruction.tasks", "openers"))
TIMED = frozenset(lexicon.words("kinds.instruction.tasks", "timed"))

TOLD = frozenset(lexicon.words("kinds.instruction.tasks", "told"))
JOINS = frozenset(lexicon.words("kinds.instruction.tasks", "joins"))
OPENING = 10
SKIPPED = 3
SHORTEST_PART = 3
BLAMED = 5
"""Words in the longest name of who is blamed, between the reason and the verb."""


def task(hit: Hit, people: list[Agent]) -> Task | None:
    """Return what a cue demands; None where it demands nothing that is said."""
    if hit.clause.language == "ru":
        return task_ru(hit)
    at = _head(hit, people)
    if at is None:
        return listed_task(hit)
    first = begun(hit.clause, at, people, addressed=not hit.frame.options.get("unaddressed"))
    tokens = hit.clause.sentence.tokens
    if first > at:
        return None
    before = _first_part(hit.clause, first, people)
    if before is None and hit.frame.options.get("ruling") and hit.frame.options.get("quote"):
        before = _chained(hit.clause, first)
    text = _text(without_told(hit.clause, first, at))
    if before is not None:
        opening = re.sub(r"(?<=[ую])[дт][ыі](?=,)", "", words(tokens[before:first]))  # ұлғайтуды, … тапсырды
        text, first = f"{opening} {text}", before
    text = re.sub(r"(?<=екен)(і|дігі)(?:н|не)$", r"\1", text)  # деңгейі төмен екенін сынады
    return Task(lowered(hit.clause, first, text), tokens[first].start, tokens[at].end)


def _first_part(clause: Clause, first: int, people: list[Agent]) -> int | None:
    """Мердігерге жұмысты жүргізіп, … бітіруді тапсырды: a task may begin with a converb behind the one who is told.

    Ескерту жасап, … тапсырды: what the speaker does himself is no part of it.
    """
    tokens = clause.sentence.tokens
    if first != clause.first or not _follows_converb(tokens, first):
        return None
    whole = replace(clause, first=_clause_before(tokens, first - 2))
    start = begun(whole, first - 1, people)
    told = any(address(whole, at, first - 1) for at in range(whole.first, start))
    return start if told and start < first - 1 else None


def _chained(clause: Clause, first: int) -> int | None:
    """«Жобаны бітіріп, кеңеске енгізіп, ұсыну қажет»: converbs from the start of what is said are part of what must be done."""
    tokens, start = clause.sentence.tokens, first
    while start == first == clause.first or start < first:
        if not _follows_converb(tokens, start) or not is_case(tokens[start - 3], *GOVERNED):
            break  # жүктеме артып, …: what happens, and nobody does
        opened = (i + 1 for i in range(start - 2, -1, -1) if tokens[i].text in "«“„:")
        start = max(_clause_before(tokens, start - 2), next(opened, 0))
    if start == first or not (start == 0 or tokens[start - 1].text in "«“„–—:"):
        return None
    doers = replace(clause, first=start, last=first).mentions("person", "post")
    start = begun(replace(clause, first=start), first - 1, [])
    return None if start >= first - 1 or any(m.case in ("", "nom") for m in doers) else start


GOVERNED = ("acc", "dat", "ins")


def _follows_converb(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether a comma behind a converb ends at token ``at``: no reason, no words of somebody, nothing the speaker gives."""
    if at < SHORTEST_PART or tokens[at - 1].text != "," or "conv" not in forms(tokens[at - 2]):
        return False
    return tokens[at - 2].norm != "деп" and not is_lemma(tokens[at - 3], *group("act", "kk"))


def bidden(clause: Clause, at: int) -> int:
    """Return where what the imperative at token ``at`` bids begins: in the quotation, behind who is addressed."""
    tokens = clause.sentence.tokens
    opened = [i + 1 for i in range(at) if tokens[i].text in "«“„―–—:"]
    told = [i + 1 for i in range(1, at) if tokens[i].text == "," and tokens[i - 1].best.form in FINITE]
    return begun(replace(clause, first=max([0, *opened, *told])), at, [])


def _clause_before(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the clause that ends at token ``at`` begins."""
    verbal = (i for i in range(at - 1, 0, -1) if tokens[i].text == "," and tokens[i - 1].best.form in ENDS)
    return next((i + 1 for i in verbal), 0)


# Kazakh ----------------------------------------------------------------------------------------------


def _head(hit: Hit, people: list[Agent]) -> int | None:
    """Return the last word of the task: an action noun, or what stands before "бойынша", "қажеттігін"."""
    tokens, options = hit.clause.sentence.tokens, hit.frame.options
    at = _back(hit.clause, hit.first - 1, people)
    if at < hit.clause.first:
        return None
    if options.get("noun") and (reason := _reason(hit.clause, at)) is not None:
        return reason
    need = _before_need(tokens, at)
    if options.get("need") or need is not None:
        return None if need is None or need < hit.clause.first or not is_action(tokens[need]) else need
    if tokens[at].norm in group("about", "kk"):
        return at - 1
    named = (r for r in tokens[at].readings if r.pos == "NOUN" or r.form in ("inf", "part", "perf"))
    fitting = any(r.case in options["cases"] for r in named)
    wanted = is_action(tokens[at]) or options.get("noun")
    return at if fitting and wanted and _cased(tokens[at], options["cases"]) else None


def _reason(clause: Clause, at: int) -> int | None:
    """Мердігерді … үшін сынға алды, …-ге байланысты басшыны сынады: what somebody is blamed for ends before the word."""
    tokens = clause.sentence.tokens
    reach = range(at, max(clause.first, at - BLAMED), -1) if _accused(tokens, at) else [at]
    return next((i - 1 for i in reach if tokens[i].norm in group("for", "kk")), None)


def _cased(token: Token, cases: list[str]) -> bool:
    nominal = next((r for r in token.readings if r.pos != "VERB" or r.form in ("inf", "part")), None)
    return nominal is not None and nominal.case in cases


def _back(clause: Clause, at: int, people: list[Agent]) -> int:
    """Step left over words of emphasis and over the agent."""
    tokens = clause.sentence.tokens
    for _ in range(SKIPPED):
        inside = next((a for a in people if a.said and a.start <= tokens[at].start < a.end), None)
        if inside is not None:
            at = max((i for i in range(at) if tokens[i].end <= inside.start), default=clause.first)
        elif tokens[at].norm in group("skip", "kk") or tokens[at].norm == "деп":
            at -= 1
        else:
            at = before_told(clause, at)
    return at


def _before_need(tokens: tuple[Token, ...], at: int) -> int | None:
    if tokens[at].norm in group("need", "kk"):
        return at - 1
    if tokens[at].norm in BEING and tokens[at - 1].norm in group("must", "kk"):
        return at - 2
    return None


def begun(clause: Clause, at: int, people: list[Agent], *, addressed: bool = True) -> int:
    """Return where the task begins: behind the agent, an opening phrase, the one who is told."""
    tokens = clause.sentence.tokens
    first = max([clause.first, *(i + 1 for i in range(clause.first, at) if _closes(tokens, i))])
    for agent in people:
        first = max([first, *(m.last for m in clause.mentions("person", last=at) if _owns_feeling(m, agent))])
        if not agent.said:
            first = max([first, *(m.last for m in clause.mentions("person", last=at) if _speaks(m, agent))])
        if agent.said and clause.tokens[0].start <= agent.start and agent.end <= tokens[at].start:
            first = max(first, next(i for i in range(clause.first, at + 1) if tokens[i].start >= agent.end))
    moved = True
    while moved and first < at:
        step = _opening(clause, first, at) or (address(clause, first, at) if addressed else 0)
        first, moved = first + step, bool(step)
    return first


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Жөндеу аяқталуы тиіс, құрал алу керек: what must be done first ends at its comma."""
    if tokens[at].norm in ORDINALS:
        return True  # біріншіден, … аяқтауды, екіншіден, … тартуды
    if at > 0 and tokens[at].text == "," and tokens[at - 1].norm in TOLD:
        return True  # қадағалауды тапсырып, … сынға алды
    must = at > 0 and tokens[at].text in ",;" and tokens[at - 1].norm in group("must", "kk")
    initial = tokens[at].text == "." and at > 0 and len(tokens[at - 1].text) == 1  # Б. Асановқа
    return (tokens[at].text in ".!?" and not initial) or must


def _speaks(mention: Mention, agent: Agent) -> bool:
    """X … көтеру керек екенін айтты: who says what must be done is no part of it."""
    return mention.case in ("nom", "") and mention.value.name == agent.person.name


def _owns_feeling(mention: Mention, agent: Agent) -> bool:
    """X-тің жұмысқа көңілі толмады: who is displeased may stand in the genitive."""
    return mention.case == "gen" and mention.value.name == agent.person.name


def _opening(clause: Clause, first: int, at: int) -> int:
    tokens = clause.sentence.tokens
    dated = next(
        (m for m in clause.mentions("date", first=first, last=at) if m.first == first and m.value.role != "due"), None
    )
    if dated is not None and not tokens[dated.last].norm.startswith("арналған"):
        return dated.last - first + (tokens[dated.last].norm in TIMED)
    joined = connecting("kk").match(words(tokens[first : first + 4]).lower())
    if joined is not None:
        return len(joined[0].split())
    if at + 1 < clause.last and tokens[at + 1].norm in group("for", "kk") and _accused(tokens, first):
        return 1
    if tokens[first].text.isdigit() and tokens[first + 1].text == ")":
        return 2
    if (not tokens[first].text[0].isalnum() and not _closed(tokens, first, at)) or tokens[first].norm in OPENERS:
        return 1
    found = [i for i in range(first, min(at, first + OPENING)) if tokens[i].norm in group("while", "kk")]
    return found[-1] + 1 - first if found else 0


def _accused(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].best.case == "acc" and is_lemma(tokens[at], *group("to", "kk"))


def _closed(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """A quotation mark that is closed before the task ends belongs to a name in it."""
    return tokens[first].text in "«“" and any(t.text in "»”" for t in tokens[first + 1 : at + 1])


def _text(tokens: tuple[Token, ...]) -> str:
    """Return a task in the nominative, each member of a list of actions in its own."""
    case = _case(tokens[-1])
    parts, first = [], 0
    for i, token in enumerate(tokens[:-1]):
        if tokens[i + 1].norm in JOINS and case not in ("", "nom") and _case(token) == case and is_action(token):
            parts.append(nominative(tokens[first : i + 1], "kk"))
            first = i + 1
    parts.append(nominative(tokens[first:], "kk"))
    return _joined(parts)


def _case(token: Token) -> str:
    return next((r.case for r in token.readings if r.pos == "NOUN" or r.form == "inf"), "")


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        light = part.lstrip(" ,")
        bare = light.removeprefix("сондай-ақ ").removeprefix("әрі ")
        text += (" " if bare.startswith("және ") else ", ") + bare
    text = re.sub(r"(?<=[ую])[дт][ыі]$", "", text.strip(" ,"))
    return re.sub(r"(?<=[ую])(?:[ыі]м[ыі]з|(?:л[ае]р)?[ыі]ң[ыі]з)$", "", text)
