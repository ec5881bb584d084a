"""When a visit was: a day, the first and the last one, or a month; and which dates are of something else."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention

ALREADY = lexicon.words("kinds.visit.days", "already")
NOW = lexicon.words("kinds.visit.days", "now")
SINCE = frozenset(lexicon.words("kinds.visit.days", "since"))
DAY, MONTH = 10, 7
OPENS, CLOSES = frozenset("«“"), frozenset("»”")


def say_date(draft: Draft, clause: Clause) -> None:
    """A day says when the visit was, or the first and the last one, or a month that opens it or stands behind who visits; else it is of what is visited."""
    said = clause.named.get("date") or clause.sentence.named.get("date")
    if not said:
        return
    found = [m for m in said if m.value.role != "due"]  # 1 қыркүйекке дейін тапсыруды жүктеді
    found = [m for m in found if not (_from_then_on(clause, m) or _just_now(clause, m) or _of_saying(draft, clause, m))]
    begins = {0, clause.first, *[p.last for p in clause.mentions("person")]}
    opening = [m.value.edtf for m in found if m.first in begins and len(m.value.edtf) == MONTH]
    days = [m.value.edtf for m in found if len(m.value.edtf) in (DAY, 2 * DAY + 1)]
    draft.say("date", next(iter([*days, *opening]), ""))


def _from_then_on(clause: Clause, date: Mention) -> bool:
    """Пояснил, что с 1 июля вырастет зарплата: from when something holds is no day of a visit."""
    tokens, ends = clause.sentence.tokens, len(date.value.edtf) > DAY  # с 3 по 5 мая
    return (
        not ends
        and clause.language == "ru"
        and any(t.norm in SINCE for t in tokens[max(0, date.first - 1) : date.first + 1])
    )


def _just_now(clause: Clause, date: Mention) -> bool:
    """«Сейчас мы строим», — сказал аким в ходе поездки: what goes on now dates no visit."""
    tokens = clause.sentence.tokens
    already = date.first > 0 and tokens[date.first - 1].norm in ALREADY
    return already or any(t.norm.startswith(NOW) for t in tokens[date.first : date.last])


def _of_saying(draft: Draft, clause: Clause, date: Mention) -> bool:
    """«Это мы увидели в ходе поездки», — заявил депутат в среду: when a visit was told of is not when it was."""
    if clause.language != "ru" or OPENS.isdisjoint(clause.sentence.words):
        return False
    tokens = clause.sentence.tokens
    opened = next((t.start for t in reversed(tokens) if t.text in OPENS and t.start <= draft.start), -1)
    closed = next((t.start for t in tokens if t.text in CLOSES and t.start > max(opened, 0)), -1)
    return 0 <= opened <= draft.start < closed < date.start


def on_same_day(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Who is said to be at the same facility in the next sentence was there on the same day."""
    latest = memory.last_draft("Visit", within=1, sentence=clause.index)
    if latest is not None and latest.slots.get("stop") == draft.slots.get("stop"):
        draft.inherit("date", latest.slots.get("date"))
