"""What a stock is told to be of: the thing that is counted, the illness of its cases, what befell the people."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.per import per_words
from kzhealthkg.extract.clause.phrases import JOINING, phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import compared_with, same_period, year_earlier
from kzhealthkg.extract.context.where import say_place, sole_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measure_ends, measures, people_ru
from kzhealthkg.extract.figures.attributes_kk import first_of
from kzhealthkg.extract.figures.counted_about import AMONG, about, group_before, opening, owned, serving
from kzhealthkg.extract.figures.fronted import TREATED, given_to, in_places, taken
from kzhealthkg.extract.figures.masses import mass
from kzhealthkg.extract.figures.measured_before import cases_before, cases_told, denied_here, latest, take_up
from kzhealthkg.extract.figures.pointing_ru import of_cause
from kzhealthkg.extract.figures.stock_names import (
    among,
    as_said,
    between,
    born_of,
    found_before,
    name,
    owner,
    struck_by,
)
from kzhealthkg.extract.kinds.indicator.cases_of_ru import told_apart
from kzhealthkg.extract.kinds.indicator.described_ru import helping
from kzhealthkg.extract.kinds.indicator.doses_kk import own_dose
from kzhealthkg.extract.kinds.indicator.found_so_kk import found_so
from kzhealthkg.extract.kinds.indicator.giving import answered_by, answering, giving
from kzhealthkg.model import Mention


def by_means(clause: Clause, number: Mention) -> str:
    """Скрининг бағдарламасымен 94 мың адам қамтылды: by what people are covered, where it stands before them."""
    at = number.first - 1
    if clause.language == "ru" or at < clause.first or not is_case(clause.sentence.tokens[at], "ins", "abl"):
        return ""
    first = measures.span(clause, at)[0]
    named = clause.mentions("place", "date", first=first, last=number.first)
    return (
        f"{opening(clause.text(first, number.first), first)} "
        if not named and (measures.of_health(clause, first, number.first) or own_dose(clause, number))
        else ""
    )


def drafted(hit: Hit, number: Mention, head: int, memory: Memory) -> Draft:
    """Return the draft of a number and its head, with what the cue says of them."""
    clause = hit.clause
    draft = counted(clause, number, head, hit.frame.name, memory)
    if "event" in measures.sorts(clause, head):
        _of_cases(draft, hit, number, head, memory)
    elif clause.language == "ru":
        told = people_ru.named(hit, number, str(draft.slots.pop("measure", "")))
        if told.startswith(DONE_TO):
            ahead = min(hit.first, number.first)
            whose = given_to(clause, ahead, TREATED) or in_places(clause, ahead)
            told = f"{DONE_TO}{whose}{told.removeprefix(DONE_TO)}"
        told = AT_HEART.sub(r"\1 \3 \2", told)
        draft.say("measure", of_cause(told, clause, memory) + answered_by(hit) + helping(hit))
    else:
        _paired(draft, hit, number, head)
        if hit.frame.name == STOCK and draft.slots.get("measure"):
            said = found_so(clause, number, head, str(draft.slots["measure"])) or giving(hit, number, head)
            draft.slots["measure"] = said + _having(hit, head) + str(draft.slots["measure"])
        _befallen(draft, hit, number, head)
        if hit.frame.name == ANSWERED and draft.slots.get("measure"):
            draft.slots["measure"] = answering(hit, number) + str(draft.slots["measure"])
    tokens = clause.sentence.tokens
    if draft.slots.get("measure") in BARE:
        bare = str(draft.slots.pop("measure"))  # so many of what only the words before tell
        draft.say("measure", f"{doing}{bare}" if (doing := serving(clause, number)) else "")
    draft.cover(tokens[hit.first].start, tokens[hit.last - 1].end)
    return draft


def _having(hit: Hit, head: int) -> str:
    """340 дәрігердің жоғары санаты бар: return what those counted have, with a blank behind; "" for nothing."""
    clause = hit.clause
    tokens, last = clause.sentence.tokens, hit.first - 1
    owned = head < last < head + LONGEST and tokens[last].best.possessive and is_case(tokens[last], "nom")
    if not owned or hit.verb.norm != THERE or not is_case(tokens[head], "gen"):
        return ""
    named = clause.mentions("place", "date", "number", "person", first=head + 1, last=hit.last)
    return "" if named else f"{clause.text(head + 1, hit.last)} "


AT_HEART = re.compile(r"^(?!провед)(\w+) ([\w ]+?) (на (?:открытом|работающем|бьющемся) сердце)$")
"""Прооперированные [пациенты] на открытом сердце: where they were operated on belongs to the participle."""
THERE = "бар"
LONGEST = 5
"""Words from those counted to what they have, at most."""


def _paired(draft: Draft, hit: Hit, number: Mention, head: int) -> None:
    """80 дәріхана мен дүңгіршек бар: two nouns before the verb, of which one number is said."""
    behind = hit.clause.sentence.tokens[head + 1 : hit.first]
    if (
        len(behind) != 2
        or behind[0].norm not in JOINING
        or "measure" not in draft.slots
        or _goes_on(hit.clause, number)
    ):
        return
    noun = behind[1].best
    counted_too = noun.case in ("nom", "") and not (noun.possessive or noun.plural)
    if noun.pos in ("NOUN", "X") and counted_too and behind[1].text.islower():
        draft.slots["measure"] += f" {behind[0].norm} {counted_names.singular_kk(behind[1:])}"


def _goes_on(clause: Clause, number: Mention) -> bool:
    """Ангиограф, екі томограф және эндоскоп бар: in a list that began before the number, "and" joins its last member."""
    before = clause.sentence.tokens[max(clause.first, number.first - 2) : number.first]
    return (
        len(before) == 2 and before[1].text == "," and before[0].best.pos in ("NOUN", "X") and is_case(before[0], "nom")
    )


def _of_cases(draft: Draft, hit: Hit, number: Mention, head: int, memory: Memory) -> None:
    """Name the illness of which there were so many cases: the one told with them, else the one before."""
    clause = hit.clause
    del draft.slots["measure"]
    found = between(hit, head).strip() if is_case(clause.sentence.tokens[head], "loc") else ""
    draft.say(
        "measure", owner(clause, number, head) or found or denied_here(clause) or _of_same(clause, number, memory)
    )
    draft.say("measure", told_apart(clause, number.first, head, memory))
    before = latest(clause, memory)
    things = before is not None and before.rule.startswith(
        ("indicator-stock", "indicator-died")
    )  # 124 пункт: of no illness
    things = things or (before is not None and str(before.slots["measure"]).endswith(COUNTS))
    if things and "measure" not in draft.slots:
        draft.say("measure", cases_told(clause, memory))
    if before is None or (not things and measures.tells_rate(str(before.slots["measure"]), clause.language)):
        take_up(draft, clause, memory)
    group = between(hit, head).strip() or group_before(clause, number).strip()
    if group.endswith(AMONG) and draft.slots.get("measure"):
        draft.slots["measure"] = f"{group}ғы {draft.slots['measure']}"  # балалар арасындағы қызылша
    per = per_words(clause, number.first)
    if per and per not in draft.slots.get("measure", per):
        draft.slots["measure"] = f"{draft.slots['measure']} ({per})"


def _of_same(clause: Clause, number: Mention, memory: Memory) -> str:
    """Среди детей выявлено 42 случая: cases of the illness told before, with whom these were found in."""
    told = cases_before(clause, memory)
    return (
        f"{told}{among(clause, number.first)}" if told and clause.language == "ru" and " среди " not in told else told
    )


COUNTS = lexicon.words("kinds.indicator.stock_told", "counts")


def _befallen(draft: Draft, hit: Hit, number: Mention, head: int) -> None:
    """Name what a Kazakh predicate counts with what befell it: қан ауруымен есепте тұрған адам."""
    clause, options = hit.clause, hit.frame.options
    said = as_said(hit) or (hit.verb.norm if options.get("denied") else "")
    if not said and number.case == "loc" and hit.frame.name == FOUND:
        draft.slots["measure"] = f"{draft.slots['measure']} {participle(hit.verb)} адам"
    if not said:
        return
    owned = struck_by(clause, number) if options.get("object") else ""
    owned = born_of(clause, number) if options.get("of") else owned
    owned = taken(clause, number, head) if options.get("participle") or hit.frame.name == WAITING else owned
    owned = owned or ("" if between(hit, head) else found_before(hit, number))
    means = options.get("health") and hit.first > number.first and not about(clause, number)
    owned = owned or (by_means(clause, number) if means else "")
    prefix = about(clause, number)
    beside = prefix.strip().endswith(BEHIND) or first_of(clause, number.first - 1) is not None
    had = prefix if prefix and beside else ""  # ота жасалған туа біткен ақауы бар нәресте
    ahead = between(hit, head)
    said = said.split(" ", 1)[-1] if _said_ahead(hit, head, ahead, said) else said
    if (dose := own_dose(clause, number)) and hit.frame.name != COVERED:
        said, ahead = f"{dose} {said.rsplit(' ', 1)[-1]}", ""
    said = "" if ahead and _in_own_state(clause, head, hit.first) else said
    which = "" if ahead else _which(hit, number, said)
    told = f"{owned}{which}{ahead}{said} {had}".lstrip() if said else ahead
    told += str(draft.slots.pop("measure")).removeprefix(prefix)
    prefix = "" if had or prefix[:STEM].lower() == said[:STEM] else prefix  # скринингпен … қамтылды
    draft.say("measure", prefix + told)


def _in_own_state(clause: Clause, head: int, verb: int) -> bool:
    """8 адамның жағдайы ауыр, 3 науқас … жатыр: an adjective before the comma tells of them, not the verb behind."""
    tokens = clause.sentence.tokens
    comma = next((i for i in range(head + 1, verb) if tokens[i].text == ","), None)
    if comma is None or comma - head < len(("жағдайы", "ауыр")) + 1 or not is_case(tokens[head], "gen"):
        return False
    return tokens[comma - 1].best.pos == "ADJ" and not tokens[comma - 1].best.form


def _said_ahead(hit: Hit, head: int, ahead: str, said: str) -> bool:
    """Бірінші [компонентін]; 40 адамға [қоқан-лоққы] және 30 адамға шабуыл жасалды: the noun of the cue stands before it."""
    listed = ahead and hit.frame.options.get("act") and hit.clause.mentions("number", first=head, last=hit.first)
    return bool(listed) or ahead.split()[-1:] == said.split()[:1]


def _which(hit: Hit, number: Mention, said: str) -> str:
    """Скринингтік [тексеруден] 40 мың адам өтті: what describes the cue's own noun, where it stands before the figure."""
    clause, noun = hit.clause, hit.clause.sentence.tokens[hit.first]
    if hit.first >= number.first or noun.best.pos != "NOUN" or said.split(" ")[0][:STEM] != noun.norm[:STEM]:
        return ""
    first = phrase(clause, hit.first).first
    named = clause.mentions("place", "date", "facility", "organization", "programme", first=first, last=hit.first)
    return f"{opening(clause.text(first, hit.first), first)} " if first < hit.first and not named else ""


STOCK = "indicator-stock"
ANSWERED, WAITING, COVERED = "indicator-answered", "indicator-waiting", "indicator-covered"
DONE_TO = lexicon.words("kinds.indicator.stock_told", "done_to")[0] + " "
FOUND = "indicator-case"
"""Тексерілгендердің 40-ында обыр анықталды: the rule by which people have what was found in so many of them."""
BEHIND = lexicon.words("kinds.indicator.stock_told", "behind")
BARE = frozenset(lexicon.words("kinds.indicator.stock_told", "bare"))
STEM = 6


def counted(clause: Clause, number: Mention, head: int, rule: str, memory: Memory) -> Draft:
    """Return the draft of so many counted things, with when and where."""
    tokens = clause.sentence.tokens
    last = measure_ends.undescribed(clause, head, measures.span(clause, head)[1])
    draft = Draft("Indicator", {}, min(number.start, tokens[head].start), max(number.end, tokens[last - 1].end), rule)
    whose = owned(clause, number, head)
    said = measures.text(clause, number.last, last) if whose else name(clause, number, head, last)
    said = said if ")" in said else said.split(" (")[0]  # 40 больниц (государственные – 30
    draft.say("measure", f"{about(clause, number) or whose}{said}")
    roles.quantity(draft, "value", number)
    draft.say("unit", "%" if number.type == "percent" else mass(clause, number))
    say_place(draft, sole_place(clause, number.first))
    same_period(draft, clause, memory)
    roles.finish(draft, clause, memory, completion=False, near=number.first)
    if _of_next(clause, number) or draft.slots.get("date") in _bracketed(clause):
        draft.slots.pop("date", None)
        draft.say("date", _undisputed(clause))
    if clause.language == "ru" and draft.slots.get("date") in compared_with(clause.whole):
        del draft.slots["date"]
        draft.say("date", _opening_date(clause))
    year_earlier(draft, clause, number.first, memory)
    return draft


def _opening_date(clause: Clause) -> str:
    """За год 312 вылетов – больше, чем в 2022-м; спасены 298: the time that opens the sentence, "" where it is compared with."""
    opened = [m for m in clause.whole.mentions("date") if m.first <= clause.whole.first + 1 and m.value.role == "date"]
    found = str(opened[0].value.edtf) if opened else ""
    return "" if found in compared_with(clause.whole) else found


def _bracketed(clause: Clause) -> set[str]:
    """50 егіз (былтыр – 40) және 2 үшем: the times of what brackets hold, which are no other figure's."""
    tokens = clause.sentence.tokens
    dates = clause.mentions("date") if clause.language == "kk" and "(" in clause.words else []
    inside = {m.value.edtf for m in dates if m.first > clause.first and tokens[m.first - 1].text == "("}
    return inside - {m.value.edtf for m in dates if m.first == clause.first or tokens[m.first - 1].text != "("}


def _undisputed(clause: Clause) -> str:
    """Биыл 50 егіз (былтыр – 40) туды: the one time that opens the clause, where brackets hold others; "" for none."""
    opening = [m for m in clause.mentions("date") if m.first == clause.first and m.value.role == "date"]
    return str(opening[0].value.edtf) if opening and _bracketed(clause) else ""


def _of_next(clause: Clause, number: Mention) -> bool:
    """11 жағдай, былтыр 14 болған: the only date, behind a comma, is that of the next figure."""
    dates = clause.mentions("date") if clause.language == "kk" else []
    between = [t.text for t in clause.sentence.tokens[number.last : dates[0].first]] if dates else []
    apart = "," in between and any(m.first == dates[0].last for m in clause.mentions("number", "percent"))
    return apart or "(" in between
