"""Works of which more than a verb decides the status: supposed, contrasted, due, opening at last."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.predicate_kk import BY_FORM, NO_MORE
from kzhealthkg.extract.clause.status import GONE, supposes
from kzhealthkg.extract.clause.syntax import Clause, forms, is_case, is_lemma
from kzhealthkg.model import Mention

AT_ONCE = lexicon.words("kinds.works.moods", "at_once")
ASKING = frozenset(lexicon.words("kinds.works.moods", "asking"))
SUPPOSING = ASKING | NO_MORE | {"еді", "егер"}


def supposed(clause: Clause) -> bool:
    """Егер қаржы бөлінсе, емхана салынады; салынар еді; қашан ашылады: what only would be, or is asked."""
    tokens = clause.sentence.tokens
    if SUPPOSING.isdisjoint(clause.sentence.words):
        return False
    would = clause.says("еді") and any(b.norm == "еді" and "fut" in forms(a) for a, b in pairwise(clause.tokens))
    asked = clause.says(*ASKING) and any(t.norm in ASKING for t in clause.tokens)
    begun = "егер" in clause.sentence.words and any(t.norm == "егер" for t in tokens[: clause.last])
    return would or asked or (begun and supposes(clause)) or _was_meant(clause)


def _was_meant(clause: Clause) -> bool:
    """Биыл ашылады деп жоспарланған еді: what was meant at another time."""
    if clause.sentence.words.isdisjoint(NO_MORE):
        return False
    rest = clause.sentence.tokens[clause.first : clause.last + 4]
    said = next((i for i, t in enumerate(rest) if t.norm == "деп"), None)
    if said is None:
        return False
    promised = is_lemma(rest[min(said + 1, len(rest) - 1)], *PROMISE)  # деп уәде берген еді
    triples = pairwise(rest[said + 1 + promised : said + 3 + promised])
    return any((promised or phase_of(b, "kk") == "plan") and c.norm in NO_MORE for b, c in triples)


PROMISE = lexicon.words("kinds.works.moods", "promise")


def opened(hit: Hit, said: str) -> str:
    """Емхана ашылып, халық қуанып жатыр; бүгін ашып отырмыз: what opens is open, whatever else goes on."""
    alone = hit.last >= hit.clause.last and hit.verb.best.form == "conv"
    now = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    alone = alone or (hit.verb.best.form == "conv" and any(t.norm.startswith("отыр") for t in now))
    at_once = is_lemma(hit.verb, *AT_ONCE)
    if said == "planned" and at_once and _with_hearers(hit):
        return "completed"
    return "completed" if said == "underway" and alone and at_once else said


def _with_hearers(hit: Hit) -> bool:
    """Бүгін емхананы сіздермен бірге ашамыз (ашқалы тұрмыз): what is told to those who are there as it opens."""
    words = hit.clause.sentence.words
    if HEARERS.isdisjoint(words) or ("date" in hit.clause.named and "бүгін" not in words):
        return False
    group = hit.clause.sentence.tokens[hit.last - 1 : min(hit.last + 1, hit.clause.last)]
    return any(t.norm.endswith(WE) for t in group)


HEARERS = frozenset(lexicon.words("kinds.works.moods", "hearers"))
WE = lexicon.words("kinds.works.moods", "we")


PART_OF = frozenset(lexicon.words("kinds.works.moods", "part_of"))


def contrasted(hit: Hit, said: str) -> str:
    """Оның 30-ы A-да салынса, 20-сы B-да салынды: a condition that sets one number against another was met."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    last = clause.tokens[-1] if hit.frame.options.get("noun") else hit.verb
    closes = last.best.form == "cond" and (last is not hit.verb or hit.last == clause.last)
    if said or not closes or "number" not in clause.named:
        return said
    other = clause.mentions("number", first=clause.last, last=len(tokens))
    part = any(t.norm in PART_OF for t in clause.tokens[:1])
    final = next((t.best.form for t in reversed(tokens) if t.best.form in BY_FORM), "")
    gone = any(t.norm in GONE for t in clause.tokens)
    if other and part and BY_FORM.get(final) == "planned":
        return "planned"  # оның 25-і A-да салынса, 15-і B-да салынады
    return "completed" if (other or part) and (gone or BY_FORM.get(final) == "completed") else ""


HANDING = frozenset(lexicon.words("kinds.works.moods", "handing"))


def obliged(hit: Hit, said: str) -> str:
    """Биыл 556 нысанды пайдалануға беру қажет: what has to be handed over is planned, not lacking."""
    if said == "needed" and hit.frame.options.get("noun") and is_case(hit.verb, "gen"):
        return ""  # құрылысының сапасына назар аудару керек: not the work is needed
    words = hit.clause.sentence.tokens[hit.first : hit.last]
    due = "date" in hit.clause.named and any(t.norm in HANDING for t in words)
    return "planned" if said == "needed" and due else said


def as_dated(hit: Hit, said: str, today: str) -> str:
    """Больницу обещали открыть ещё в 2021 году: a plan of old is none; с 1 июня роддом уходит на ремонт: it is yet to begin."""
    if said == "underway" and _opened_here(hit):
        return "completed"
    if said == "stopped" and any(
        is_lemma(t, *RESUMED) and t.best.form in DONE for t in hit.clause.sentence.tokens[hit.last :]
    ):
        return "underway"  # остановилось, но затем возобновилось
    dates = hit.clause.mentions("date") if today and said in ("planned", "underway", "completed") else []
    if not dates:
        return said
    if said == "completed":
        if _by_the_way(hit, dates, today):
            return ""
        ahead = all((m.last <= hit.first or 0 <= m.first - hit.last <= 1) and _to_come(m, today) for m in dates)
        return "planned" if ahead else said
    if said == "underway":
        begins = hit.frame.options.get("begins_then") and _present(hit)
        coming = begins and all((m.value.ahead or m.value.edtf) > today and m.value.role == "date" for m in dates)
        return "planned" if coming else said
    behind = all(m.first >= hit.last and m.value.edtf.rpartition("/")[2][:YEAR] < today[:YEAR] for m in dates)
    promised = behind and any(t.best.form == "past" and phase_of(t, "ru") == "plan" for t in hit.clause.tokens)
    return "" if promised else said


DONE = ("past", "perf")
RESUMED = lexicon.words("kinds.works.moods", "resumed")


def _opened_here(hit: Hit) -> bool:
    """Сегодня мы (вместе с вами) открываем поликлинику: what we open as we speak is open."""
    if NOW.isdisjoint(hit.clause.words) or not is_lemma(hit.verb, *OPENING):
        return False
    return hit.verb.norm.endswith(WE_RU)


NOW = frozenset(lexicon.words("kinds.works.moods", "now"))
OPENING = lexicon.words("kinds.works.moods", "opening")
WE_RU = lexicon.words("kinds.works.moods", "we_ru")
YEAR = 4
"""Digits of a year, with which a date begins."""


def _by_the_way(hit: Hit, dates: list[Mention], today: str) -> bool:
    """Принимают в амбулатории, построенной в 2019 году: when a house was built long ago, told beside something else."""
    if hit.clause.language != "ru" or hit.verb.best.form != "part" or not hit.first:
        return False
    behind = hit.clause.sentence.tokens[hit.first - 1].text == ","
    return behind and all(m.value.edtf.rpartition("/")[2][:YEAR] < str(int(today[:YEAR]) - 1) for m in dates)


def _to_come(date: Mention, today: str) -> bool:
    """Say whether a date is of a year to come, in which nothing has been done yet."""
    year = date.value.edtf[:YEAR]
    plain = date.value.role == "date" and not (date.value.ahead or date.value.behind)
    return plain and year.isdigit() and year > today[:YEAR]


def _present(hit: Hit) -> bool:
    return any(t.best.form == "pres" for t in hit.clause.sentence.tokens[hit.first : hit.last])
