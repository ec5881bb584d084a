"""What a Kazakh sentence that names no facility adds to the works told just before: a date, a deadline, how far it is."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import hits
from kzhealthkg.extract.clause.phases import phase_of, phases_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles, when
from kzhealthkg.extract.context.memory import ANYTHING, Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Token

FULL = 100
HALFWAY = frozenset({"underway", "stopped"})
SUBJECTS = lexicon.words("kinds.works.follow", "subjects")
AGO = 4
"""Sentences back to the works that a promise without a subject is of."""
WORKS = lexicon.words("kinds.works.follow", "works")
CARRIED_OUT = lexicon.words("kinds.works.follow", "carried_out")
MEASURED = lexicon.words("kinds.works.follow", "measured")


def follow(clause: Clause, memory: Memory) -> None:
    """Add what a clause that names no facility says of the works told just before."""
    finish_date(clause, memory)
    promised(clause, memory)
    being_converted(clause, memory)


def finish_date(clause: Clause, memory: Memory) -> None:
    """Жұмыстарды аяқтау 2026 жылға жоспарланған: a deadline for the work named just before."""
    latest = memory.last_draft("Works", within=5, sentence=clause.index)
    if latest is None:
        return
    if latest.slots.get("status") in ("planned", "underway") and _begins(clause):
        value = clause.mentions("date")[-1].value
        latest.slots.setdefault("date", when.seen_from(latest, "date", value))
        latest.cover(clause.tokens[0].start, clause.tokens[-1].end)
        return
    dates = clause.mentions("date")
    if (
        dates
        and latest.slots.get("status") != "completed"
        and clause.says(*WORKS)
        and "facility" not in clause.named
        and "end" in (said := phases_of(clause.tokens, clause.language))
        and ("plan" in said or status(clause, clause.first) == "planned")
    ):
        _say_due(latest, when.ahead(dates[-1].value))


def _begins(clause: Clause) -> bool:
    """Құрылыс 2-тоқсанда басталады: when a planned work begins."""
    opens = is_lemma(clause.tokens[0], "құрылыс") and "facility" not in clause.named and "date" in clause.named
    return (
        opens
        and "begin" in phases_of(clause.tokens, clause.language)
        and status(clause, clause.first) in ("planned", "underway", "completed")
    )


def promised(clause: Clause, memory: Memory) -> None:
    """Жоспар бойынша желтоқсанда тапсырылады; оларды жыл соңына дейін аяқтау жоспарланған: a deadline for them all."""
    dates = [m for m in clause.named.get("date", ()) if m.value.role in ("date", "due")]
    if len(dates) != 1 or clause.mentions("facility", "money", "place", "percent") or not _will_end(clause):
        return
    if not _about_them(clause, dates[0]):
        return
    for draft in _latest(clause, memory):
        if draft.slots.get("status") in ("underway", "planned"):
            _say_due(draft, when.ahead(dates[0].value))


def _say_due(draft: Draft, term: str) -> None:
    """Биыл жөнделеді. … жұмысты қазанда бітіреді: a month of the year that was told is the closer term."""
    if term.startswith(str(draft.slots.get("due", ""))):
        draft.slots["due"] = term


def _will_end(clause: Clause) -> bool:
    """Say whether the clause promises that something ends, opens or is handed over."""
    ends = [i for i in range(clause.first, clause.last) if phase_of(clause.sentence.tokens[i], "kk") == "end"]
    cues = [h.last - 1 for h in hits("works", clause) if h.frame.name == "works-construct"]
    return any(status(clause, at) in ("planned", "underway") for at in [*ends, *cues][:1])


def _about_them(clause: Clause, date: Mention) -> bool:
    """Say whether the clause has no other subject than the works spoken of."""
    tokens = clause.sentence.tokens
    free = [tokens[i] for i in range(clause.first, clause.last) if not date.first <= i < date.last]
    nouns = [t for t in free if t.best.pos in ("NOUN", "PROPN") and t.best.case in ("nom", "acc", "gen")]
    return "number" not in clause.named and all(is_lemma(t, *SUBJECTS) or _is_verbal(t) for t in nouns)


def _is_verbal(token: Token) -> bool:
    return bool(token.best.form) or any(r.form == "inf" for r in token.readings)


def _latest(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the works of the last sentence that told any, a few sentences back at the most; of a list those spoken of since."""
    last = memory.last_draft("Works", within=AGO, sentence=clause.index)
    if last is None:
        return []
    told = [d for d in memory.recent(AGO, clause.index) if d.kind == "Works" and d.sentence == last.sentence]
    since = memory.document.sentences[last.sentence + 1 : clause.index + 1]
    named = [m.value.name for s in since for m in s.mentions if m.type == "place"]
    towns = [name for name in named if any(d.slots.get("place") == name for d in told)]
    return [d for d in told if d.slots.get("place") == towns[-1]] if towns else told


def being_converted(clause: Clause, memory: Memory) -> None:
    """Бұрынғы мектеп ғимаратында ашылады, қазір жөндеу жүріп жатыр: the conversion named just before is under way."""
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    if latest is None or (latest.slots["workType"], latest.slots.get("status")) != ("conversion", "planned"):
        return
    other = [m for m in clause.mentions("facility") if not m.value.definite]
    repairs = [h for h in hits("works", clause) if h.frame.slots["workType"] == "repair" and not other]
    if any(status(clause, h.last - 1) == "underway" for h in repairs):
        latest.slots["status"] = "underway"
        latest.cover(clause.tokens[0].start, clause.tokens[-1].end)


def progress(clause: Clause, memory: Memory) -> None:
    """Жұмыстар 90 пайызға аяқталған, құрылыстың 60 пайызы орындалды: how far the work named just before has got."""
    percents = clause.named.get("percent", [])
    latest = memory.last_draft("Works", within=AGO, sentence=clause.index) if percents else None
    if latest is None or "count" in latest.slots or len(percents) != 1 or percents[0].value.value > FULL:
        return
    other = [m for m in clause.mentions("facility") if not (m.value.definite or _is_it(m, clause, latest))]
    after = clause.sentence.tokens[percents[0].last : clause.last]
    done = any(phase_of(t, "kk") == "end" or is_lemma(t, *CARRIED_OUT) for t in after)
    about = clause.says(*MEASURED)
    going = _going_on(latest, clause, memory)
    if going is not None and not other and done and about and percents[0].case != "abl":
        going.slots.setdefault("percent", roles.number(percents[0].value))
        going.used.add(percents[0].start)


def _is_it(mention: Mention, clause: Clause, latest: Draft) -> bool:
    """Атырауда госпиталь салынуда. Атыраудағы орталықтың құрылысы 80 пайызға аяқталды: a bare noun, in its own place."""
    bare = not mention.value.name and mention.value.type in ANYTHING
    return bare and all(m.value.name == latest.slots.get("place") for m in clause.mentions("place"))


THERE = ("workType", "place", "region")


def _going_on(latest: Draft, clause: Clause, memory: Memory) -> Draft | None:
    """Аурухана салынып жатыр. Ол желтоқсанда ашылады. Жұмыстың 70 пайызы атқарылды: the work whose end was just promised."""
    if latest.slots.get("status") in HALFWAY:
        return latest
    near = [d for d in memory.recent(AGO, clause.index) if d.kind == "Works" and d.slots.get("status") == "underway"]
    alike = [d for d in near if all(d.slots.get(k) == latest.slots.get(k, d.slots.get(k)) for k in THERE)]
    ahead = latest.slots.get("status") == "planned" and "facility" not in latest.slots
    return alike[0] if ahead and len(near) == len(alike) == 1 and "count" not in alike[0].slots else None
