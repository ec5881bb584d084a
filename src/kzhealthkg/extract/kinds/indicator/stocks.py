"""Stocks: so many facilities, staff, patients or operations there are, or were in a time."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.participles import participle
from kzhealthkg.extract.clause.per import per_words
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context import of_total, roles
from kzhealthkg.extract.context.inside import housed
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import compared_with, of_today, same_period, year_earlier, yet_to_come
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, people_ru
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.counted_about import about, having, serving
from kzhealthkg.extract.figures.counted_heads import head_kk, head_ru
from kzhealthkg.extract.figures.figures import vacant
from kzhealthkg.extract.figures.measured_before import cases_before, denied_here, latest, take_up
from kzhealthkg.extract.figures.stock_names import (
    as_said,
    between,
    born_of,
    found_before,
    implanted,
    name,
    owner,
    struck_by,
)
from kzhealthkg.extract.kinds.indicator.stock_shared import sharing
from kzhealthkg.model import Mention

PASSIVE = lexicon.words("kinds.indicator.stocks", "passive")
HELP = lexicon.words("kinds.indicator.stocks", "help")

ILL = frozenset(lexicon.words("kinds.indicator.stocks", "ill"))
THINGS = frozenset({"facility", "staff", "thing"})
GENERIC = frozenset({"thing", "staff"})
SUPPOSED = frozenset(lexicon.words("kinds.indicator.stocks", "supposed"))
PARTS = lexicon.words("kinds.indicator.stocks", "parts")


def stock(hit: Hit, memory: Memory) -> list[Draft]:
    """Return what a predicate counts: N X жұмыс істейді, N X есепте тұр, проведено N X."""
    clause = hit.clause
    if (
        not (asserts(hit) or hit.frame.options.get("need"))
        or people_ru.silent(hit)
        or yet_to_come(hit)
        or of_today(hit)
        or hit.verb.best.form == "ger"
        or (hit.frame.options.get("contrast") and _supposed(clause))
        or _only_able(hit)
        or _auxiliary(hit)
    ):
        return []
    told = []
    for number in clause.mentions("number", *people_ru.figures(hit)):
        empty = clause.language == "ru" and vacant(clause, number)
        head = None if empty or _sized(clause, number) else _head(hit, number)
        if head is not None and _is_told(hit, number, head, memory):
            told.append((number, head, _draft(hit, number, head, memory)))
    told = [(number, head, draft) for number, head, draft in told if draft.slots.get("measure")]
    return [*sharing(clause, told), *(draft for _, _, draft in told)]


def _only_able(hit: Hit) -> bool:
    """Жылына 1200 ота жасауға мүмкіндік бар: what there is is a chance, not so many operations."""
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
    return hit.clause.language == "kk" and any(is_lemma(t, *ABLE) for t in before)


def _auxiliary(hit: Hit) -> bool:
    """45 медпунктов были закрыты: what was done to them is told, not how many there were."""
    clause = hit.clause
    near = clause.sentence.tokens[hit.last : min(clause.last, hit.last + 2)]
    return clause.language == "ru" and hit.verb.best.lemma == "быть" and any("perf" in t.forms for t in near)


ABLE = lexicon.words("kinds.indicator.stocks", "able")


def _supposed(clause: Clause) -> bool:
    """Егер 5 дәрігер болса; бұрын 5 дәрігер болса: a stock that is only thought of, or of an undated past."""
    return any(t.norm in SUPPOSED for t in clause.tokens)


def _sized(clause: Clause, number: Mention) -> bool:
    """Стационар на 10 коек, из 14 детей, у 14 детей выявлен порок: of how large a thing, whose or of whom."""
    before = clause.sentence.tokens[number.first - 1].norm if number.first else ""
    return clause.language == "ru" and before in SIZING


SIZING = frozenset(lexicon.words("kinds.indicator.stocks", "sizing"))


def _head(hit: Hit, number: Mention) -> int | None:
    """Return the head of the noun phrase that a number counts; the cue's own noun where no other stands."""
    clause, options = hit.clause, hit.frame.options
    if clause.language == "ru":
        if number.type == "percent":
            return people_ru.shared(clause, number)
        return head_ru(clause, number) or _inverted(hit, number)
    only, cases = frozenset(options["only"]), frozenset(options.get("cases", ("nom", "acc", "gen", "")))
    inside = hit.first < number.first and number.last < hit.last
    if number.last > hit.first and not inside:
        return None
    head = None if inside else head_kk(clause, number.last, hit.first, only, cases)
    if head is None and (inside or options.get("event")):
        head = head_kk(clause, number.last, hit.last - 1, only, cases)
    return None if head is not None and (_is_object(hit, head) or _has_share(clause, head)) else head


def _has_share(clause: Clause, head: int) -> bool:
    """400 баланың 270-і егілді: those in the genitive before a figure are the whole of which it is a part."""
    behind = (m for m in clause.mentions("number", "percent") if m.first == head + 1)
    return is_case(clause.sentence.tokens[head], "gen") and any(of_total.owned(clause, m) for m in behind)


def _inverted(hit: Hit, number: Mention) -> int | None:
    """Случаев кори выявлено 12: return the genitive that opens a clause whose number stands alone behind the verb."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    bare = number.last >= clause.last or tokens[number.last].text in ",;:()–—"
    if number.first != hit.last or not bare:
        return None
    nouns = hit.frame.options.get("nouns", ())  # обращений поступило 214
    opened = (
        i
        for i in range(clause.first, hit.first)
        if "event" in measures.sorts(clause, i) or (nouns and is_lemma(tokens[i], *nouns))
    )
    return next((i for i in opened if is_case(tokens[i], "gen")), None)


def _is_object(hit: Hit, head: int) -> bool:
    """Қызметті көрсетілді деп жалған жазған: what a passive verb has for an object is not its subject."""
    passive = hit.verb.best.lemma.endswith(PASSIVE)
    noun = hit.clause.sentence.tokens[head]
    if head == hit.last - 2 and hit.verb.best.form == "pres" and is_lemma(noun, *HELP) and not passive:
        return True  # екі бригада қызмет көрсетеді: the noun of a verb in two words
    return passive and "cases" not in hit.frame.options and is_case(hit.clause.sentence.tokens[head], "acc")


def _is_told(hit: Hit, number: Mention, head: int, memory: Memory) -> bool:
    """Say whether a frame may count this noun, and whether it is one of health."""
    clause, options = hit.clause, hit.frame.options
    token = clause.sentence.tokens[head]
    if "nouns" in options and not any(r.lemma in options["nouns"] for r in token.readings):
        return False
    if _inner(clause, head, memory):
        return False
    if "as" in options and clause.language == "ru" and {r.case for r in token.readings} == {"dat"}:
        return False  # 52 пациентам сделали УЗИ
    if options.get("health") and not (
        measures.of_health(clause, head + 1, hit.last) or found_before(hit, number) or _by_means(clause, number)
    ):
        return False
    placed = not options.get("housed") or housed(clause)
    if not placed or (options.get("implant") and not implanted(hit, head)):
        return False
    if options.get("near") and not measures.near_health(clause, memory):
        return False
    if options.get("ill") and not (_is_ill(clause, head) or _ill_before(hit, number)):
        return False
    return is_countable(clause, head, frozenset(options["only"]), memory)


def _by_means(clause: Clause, number: Mention) -> str:
    """Скрининг бағдарламасымен 94 мың адам қамтылды: by what people are covered, where it stands before them."""
    at = number.first - 1
    if clause.language == "ru" or at < clause.first or not is_case(clause.sentence.tokens[at], "ins"):
        return ""
    first = measures.span(clause, at)[0]
    named = clause.mentions("place", "date", first=first, last=number.first)
    return (
        f"{clause.text(first, number.first)} " if measures.of_health(clause, first, number.first) and not named else ""
    )


INNER = lexicon.words("kinds.indicator.stocks", "inner")


def _inner(clause: Clause, head: int, memory: Memory) -> bool:
    """Нысанда 14 кабинет бар, в стационаре 18 отделений: the rooms of one facility are no stock."""
    if not is_lemma(clause.sentence.tokens[head], *INNER):
        return False
    single = [m for m in clause.mentions("facility") if not m.value.plural]
    spoken = memory.facility_just_before(clause.index) is not None and not clause.mentions("place")
    return bool(single) or spoken


def _is_ill(clause: Clause, head: int) -> bool:
    """Қант диабеті бар 400 бала: people whom only their illness makes a figure of health."""
    first = measures.span(clause, head)[0]
    had = having(clause, first - 2) if first > clause.first + 1 else None  # аутизмі бар 27 бала
    first = had if had is not None else first
    return any(
        "rate" in measures.sorts(clause, i) or clause.sentence.tokens[i].best.lemma in ILL for i in range(first, head)
    )


def _ill_before(hit: Hit, number: Mention) -> bool:
    """Қант диабетімен ауыратын 400 адам бар, диабетпен 400 адам ауырады: the illness stands before the number."""
    clause, said = hit.clause, about(hit.clause, number).split()
    before = clause.sentence.tokens[number.first - 1]
    told = before.best.form in ("perf", "part") or before.norm == "бар"  # ерекше қажеттілігі бар 400 бала
    if not told and "as" not in hit.frame.options:
        return False
    near = range(max(clause.first, number.first - len(said)), number.first)
    ill = (i for i in near if "rate" in measures.sorts(clause, i) or clause.sentence.tokens[i].best.lemma in ILL)
    return any(clause.sentence.tokens[i].text in said for i in ill)


def is_countable(clause: Clause, head: int, only: frozenset[str], memory: Memory) -> bool:
    """Say whether a noun is of one of the sorts, and of health where the sort alone does not say so."""
    said = measures.sorts(clause, head) | people_ru.sort_of(clause, head)
    found = said & only
    if (
        not found
        or (found == {"facility"} and _is_untyped(clause, head))
        or (found <= GENERIC and "health" not in said and not measures.near_health(clause, memory))
    ):
        return False
    return not measures.is_other(clause, phrase(clause, head).first, head + 1)


def _is_untyped(clause: Clause, head: int) -> bool:
    """1 колледж: a bare noun of a facility that is of no type is none of health care."""
    held = [m for m in clause.sentence.mentions if m.type == "facility" and m.first <= head < m.last]
    bare = bool(held) and not (held[0].value.type or held[0].value.name)
    return bare and not measures.medical(clause.sentence.tokens[held[0].first : head + 1], clause.language)


def _draft(hit: Hit, number: Mention, head: int, memory: Memory) -> Draft:
    clause = hit.clause
    draft = counted(clause, number, head, hit.frame.name, memory)
    if "event" in measures.sorts(clause, head):
        _of_cases(draft, hit, number, head, memory)
    elif clause.language == "ru":
        draft.say("measure", people_ru.named(hit, number, str(draft.slots.pop("measure", ""))))
    else:
        _befallen(draft, hit, number, head)
    tokens = clause.sentence.tokens
    if draft.slots.get("measure") in BARE:
        bare = str(draft.slots.pop("measure"))  # so many of what only the words before tell
        draft.say("measure", f"{doing}{bare}" if (doing := serving(clause, number)) else "")
    draft.cover(tokens[hit.first].start, tokens[hit.last - 1].end)
    return draft


AMONG = lexicon.words("kinds.indicator.stocks", "among")


def _of_cases(draft: Draft, hit: Hit, number: Mention, head: int, memory: Memory) -> None:
    """Name the illness of which there were so many cases: the one told with them, else the one before."""
    clause = hit.clause
    del draft.slots["measure"]
    found = between(hit, head).strip() if is_case(clause.sentence.tokens[head], "loc") else ""
    draft.say("measure", owner(clause, number, head) or found or denied_here(clause) or cases_before(clause, memory))
    before = latest(clause, memory)
    things = before is not None and before.rule.startswith("indicator-stock")  # 124 пункт: of no illness
    if before is None or (not things and measures.tells_rate(str(before.slots["measure"]), clause.language)):
        take_up(draft, clause, memory)
    group = between(hit, head).strip()
    if group.endswith(AMONG) and draft.slots.get("measure"):
        draft.slots["measure"] = f"{group}ғы {draft.slots['measure']}"  # балалар арасындағы қызылша
    per = per_words(clause, number.first)
    if per and per not in draft.slots.get("measure", per):
        draft.slots["measure"] = f"{draft.slots['measure']} ({per})"


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
    owned = owned or ("" if between(hit, head) else found_before(hit, number))
    owned = owned or (_by_means(clause, number) if options.get("health") and not about(clause, number) else "")
    prefix = about(clause, number)
    had = prefix if prefix.endswith("бар ") else ""  # ота жасалған туа біткен ақауы бар нәресте
    ahead = between(hit, head)
    said = said.split(" ", 1)[-1] if ahead.split()[-1:] == said.split()[:1] else said  # бірінші компонентін
    told = f"{owned}{ahead}{said} {had}{str(draft.slots.pop('measure')).removeprefix(prefix)}"
    prefix = "" if had or prefix[:STEM].lower() == said[:STEM] else prefix  # скринингпен … қамтылды
    draft.say("measure", prefix + told)


FOUND = "indicator-case"
"""Тексерілгендердің 40-ында обыр анықталды: the rule by which people have what was found in so many of them."""
BARE = frozenset(lexicon.words("kinds.indicator.stocks", "bare"))
STEM = 6


def counted(clause: Clause, number: Mention, head: int, rule: str, memory: Memory) -> Draft:
    """Return the draft of so many counted things, with when and where."""
    tokens = clause.sentence.tokens
    last = measures.span(clause, head)[1]
    draft = Draft("Indicator", {}, min(number.start, tokens[head].start), max(number.end, tokens[last - 1].end), rule)
    draft.say("measure", f"{about(clause, number)}{name(clause, number, head, last)}")
    roles.quantity(draft, "value", number)
    draft.say("unit", "%" if number.type == "percent" else "")
    say_place(draft, nearest_place(clause, number.first))
    same_period(draft, clause, memory)
    roles.finish(draft, clause, memory, completion=False, near=number.first)
    if _of_next(clause, number):
        draft.slots.pop("date", None)
    if clause.language == "ru" and draft.slots.get("date") in compared_with(clause):
        del draft.slots["date"]
    year_earlier(draft, clause, number.first)
    return draft


def _of_next(clause: Clause, number: Mention) -> bool:
    """11 жағдай, былтыр 14 болған: the only date, behind a comma, is that of the next figure."""
    dates = clause.mentions("date") if clause.language == "kk" else []
    between = [t.text for t in clause.sentence.tokens[number.last : dates[0].first]] if dates else []
    apart = "," in between and any(m.first == dates[0].last for m in clause.mentions("number", "percent"))
    return apart or "(" in between
