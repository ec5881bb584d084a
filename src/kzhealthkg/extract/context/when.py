"""What a date means where it stands: of what is over or yet to come, or of a span of time."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.plan_years import of_plan
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import DateValue, Mention, Sentence

PERIOD = frozenset(lexicon.words("extract.context.when", "period"))
GOING = frozenset(lexicon.words("extract.context.when", "going"))
ABLE = frozenset(lexicon.words("extract.context.when", "able"))
YEAR = frozenset(lexicon.words("extract.context.when", "year"))


def ahead(value: DateValue) -> str:
    """Return the EDTF value of a date as what is yet to come means it."""
    return value.ahead or value.edtf


def seen_from(draft: Draft, slot: str, value: DateValue) -> str:
    """Return the EDTF value of a date as a draft's slot and status mean it.

    Желтоқсанда: the next December of what is promised, the last one of what is done.
    """
    status = draft.slots.get("status")
    lacking = draft.kind == "Staffing" and status == "needed"  # в июне нехватка составляла 40: last June
    if slot == "due" or (status in ("planned", "needed") and not lacking):
        return ahead(value)
    return value.behind or value.edtf


def opened(draft: Draft, clause: Clause, mention: Mention) -> DateValue:
    """Return a date's value, open at its end where a figure is told of the time since: 1 қыркүйектен бері, с 1 сентября."""
    value: DateValue = mention.value
    said = value.behind or value.edtf
    if mention.last <= clause.first and from_then(clause) and "/" not in said:
        return replace(value, edtf=f"{said}/..", ahead="", behind="")
    moment = _from_moment(clause, mention) or _from_event(clause, mention)
    counted = draft.kind == "Indicator" or _done_since(draft)
    if not counted or "/" in said or not (moment or (len(said) > len("2024") and since(clause, mention))):
        return value
    return replace(value, edtf=f"{said}/..", ahead="", behind="")


def _done_since(draft: Draft) -> bool:
    """1 ақпаннан бері 30 аппарат жеткізілді, с 1 февраля выделено M: so many have been got, or so much given, since then."""
    done = draft.kind != "Service" and draft.slots.get("status") in ("completed", "allocated")
    return done and (draft.plural or int(draft.slots.get("count", draft.slots.get("amount", 1))) > 1)


def to_be_done(clause: Clause, mention: Mention) -> bool:
    """2027 жылы аяқталуға тиіс (аяқталатын) аурухананың құрылысы жүріп жатыр: what is due stands before its noun."""
    words = clause.sentence.tokens[mention.last : mention.last + 3]
    ends = [i for i, t in enumerate(words) if phase_of(t, "kk") == "end" or is_lemma(t, *OPENED)]
    following = words[ends[0] + 1 : ends[0] + 2] if ends and clause.language == "kk" else ()
    owed = any(t.norm == "тиіс" for t in following) and mention.last + ends[0] + 2 < clause.last
    return owed or (bool(following) and words[ends[0]].best.form == "part" and words[ends[0]].norm.endswith(TO_COME))


OPENED = lexicon.words("extract.context.when", "opened")
TO_COME = lexicon.words("extract.context.when", "to_come")


def from_then(clause: Clause) -> bool:
    """Основан в 1950 году, за это время подготовлено …: the time from the date told before."""
    opening = " ".join([t.norm for t in clause.tokens[:4]])
    return FROM_THEN.search(opening) is not None


FROM_THEN = re.compile("|".join(map(re.escape, lexicon.words("extract.context.when", "from_then"))))
SINCE = frozenset(lexicon.words("extract.context.when", "since"))


def _from_moment(clause: Clause, mention: Mention) -> bool:
    """С момента открытия в 2010 году: the date is that of the moment since when something has been counted."""
    before = [t.norm for t in clause.sentence.tokens[max(0, mention.first - MOMENT) : mention.first]]
    return clause.language == "ru" and any(a in SINCE and b in MOMENTS for a, b in pairwise(before))


def _from_event(clause: Clause, mention: Mention) -> bool:
    """2020 жылы сақтандыру енгізілгеннен бері: the date is that of an event since when something is counted."""
    if clause.language != "kk" or SO_FAR not in clause.sentence.words:
        return False
    near = clause.sentence.tokens[mention.last : mention.last + EVENT]
    return any(b.norm == SO_FAR and a.best.case == "abl" and a.norm.endswith(DONE) for a, b in pairwise(near))


SO_FAR = "бері"
DONE = lexicon.words("extract.context.when", "done")
EVENT = 8
"""Words from the date of an event to the end of «since it», at most."""
MOMENTS = frozenset(lexicon.words("extract.context.when", "moments"))
MOMENT = 5
"""Words from the moment since when to its date, at most: с момента открытия в 2010 году."""


def since(clause: Clause, mention: Mention) -> bool:
    """Whether words beside a date tell the beginning of a time that has not ended: not с 1 по 7 сентября."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        after = [t.norm for t in tokens[mention.last : mention.last + 1]]
        return mention.first > 0 and tokens[mention.first - 1].norm in SINCE and after not in (["по"], ["до"])
    return any(t.norm in SINCE for t in tokens[mention.last : mention.last + 2])


FOLLOWING = frozenset(lexicon.words("extract.context.when", "following"))
DECREES = lexicon.words("extract.context.when", "decrees")


def of_document(clause: Clause, mention: Mention) -> bool:
    """Say whether a date is that of a decree which a deed follows: … 5 сәуірдегі №37 шешіміне сәйкес …"""
    rest = clause.sentence.tokens[mention.last : clause.last]
    at = next((i for i, t in enumerate(rest) if t.norm in FOLLOWING), None)
    decreed = at is not None and at > 0 and is_lemma(rest[at - 1], *DECREES)
    return decreed or ("/" in str(mention.value.edtf) and of_plan(clause, mention))


PERIODS = frozenset(lexicon.words("extract.context.when", "periods"))


def same_period(draft: Draft, clause: Clause, memory: Memory) -> None:
    """Есептік кезеңде, осы кезеңде: the time that the figure before was told of."""
    tokens = clause.sentence.tokens[: clause.last]
    points = any(a.norm in PERIODS and b.norm in PERIOD for a, b in pairwise(tokens))
    told = [d for d in memory.recent(4, clause.index) if d.kind == "Indicator" and "date" in d.slots] if points else []
    if told and "date" not in clause.named:  # of a year before, too, figures may have been told since
        draft.inherit("date", max(str(d.slots["date"]) for d in told))


FUTURE = frozenset({"pres", "fut", "intent"})
HABITUAL = lexicon.words("extract.context.when", "habitual")


def yet_to_come(hit: Hit) -> bool:
    """Say whether an event is only to come: 1600 бала екпе алады, енді күніне 45 адам тексеріледі; жыл сайын … goes on.

    So does what lasts by its nature: 900 адам диализ алады.
    """
    if hit.clause.language != "kk":
        return False
    if _only_possible(hit) or _hoped(hit):
        return True
    if not hit.frame.options.get("event_to_come"):
        return False
    told = hit.clause.sentence.tokens
    lasts = hit.frame.options.get("lasting") or any(t.norm.startswith(HABITUAL) for t in told)
    habit = lasts and not any(t.norm in FROM_NOW for t in told)
    going = any(t.norm in GOING for t in (hit.verb, *told[hit.last :]))  # реанимацияда жатыр
    if "intent" in forms(hit.verb) or (hit.verb.norm in PROMISED and told[hit.first - 1].norm.endswith(TO_COME)):
        return True  # жыл сайын 500 бала тексерілмек, қабылдайтын болады
    over = hit.verb.best.form in ("past", "perf")  # жасады, which may be read as a present too
    return bool(forms(hit.verb) & FUTURE) and not (habit or going or over)


PROMISED = frozenset(lexicon.words("extract.context.when", "promised"))
FROM_NOW = frozenset(lexicon.words("extract.context.when", "from_now"))


def _only_possible(hit: Hit) -> bool:
    """Емделе алады: what can be is no count of what is."""
    following = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    return "conv" in forms(hit.verb) and any(t.norm in ABLE for t in following)


def _hoped(hit: Hit) -> bool:
    """Жыл соңына дейін 450 мың бала қамтылады, 340 ота жасалады деп күтілуде: what is planned is not measured yet."""
    if not forms(hit.verb) & FUTURE or hit.verb.best.form in ("past", "perf"):
        return False
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 2]
    said = len(behind) > 1 and behind[0].norm == "деп" and behind[1].norm.startswith(HOPED)
    return said or any(m.value.role == "due" for m in hit.clause.mentions("date", last=hit.first))


HOPED = lexicon.words("extract.context.when", "hoped")


def of_today(hit: Hit) -> bool:
    """Кабинетте күніне 12 науқас ем алады: how many one house has in a day is no measure."""
    people = "people" in hit.frame.options.get("only", ()) and "place" not in hit.clause.whole.named
    return people and bool(forms(hit.verb) & FUTURE) and any(t.norm.startswith(DAILY) for t in hit.clause.tokens)


DAILY = lexicon.words("extract.context.when", "daily")


def year_earlier(draft: Draft, clause: Clause, figure: int, memory: Memory) -> None:
    """Годом ранее X составил N, бір жыл бұрын: a figure of the time before the one that the sentence tells of.

    Where that one names no time, it is the time of the figure told before, else that of the article.
    """
    tokens = clause.sentence.tokens[clause.first : figure]
    said = any(a.norm in YEAR and b.norm in EARLIER_BY for a, b in pairwise(tokens))
    if not said or clause.mentions("date"):
        return
    told = memory.last_draft("Indicator", within=1, sentence=clause.index)
    date = draft.slots.get("date") or (told.slots.get("date") if told is not None else None)
    date = str(date or article_year(memory.document.article.date or ""))
    if not date:
        return
    before = "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in date.split("/") if part[:4].isdigit())
    draft.slots["date"] = before


def article_year(published: str) -> str:
    """Return the year that undated figures of an article are of; "" in its first months, when the last year is summed up."""
    return published[:4] if published[5:7] > SUMMING_UP else ""


SUMMING_UP = "02"
"""The last month in which undated figures may well be of the year before."""
EARLIER_BY = frozenset(lexicon.words("extract.context.when", "earlier_by"))


def of_plan_before(clause: Clause, mention: Mention, status: str) -> bool:
    """Центр откроют в июле, для него уже закупили томограф: the month of a plan told before dates nothing done."""
    if status not in ("allocated", "completed") or not (mention.value.ahead or mention.value.behind):
        return False
    before = clause.sentence.tokens[: clause.first]
    tense = {"fut"} if clause.language == "ru" else FUTURE
    to_come = any(t.best.pos == "VERB" and t.best.form in tense for t in before)
    return to_come or any(t.norm.startswith(PLANNED) for t in before)


PLANNED = lexicon.words("extract.context.when", "planned")

AGAINST = frozenset(lexicon.words("extract.context.when", "against"))
AGAINST_REACH = 6


def compared_with(clause: Clause) -> set[str]:
    """6,4 против 13,5 в 2011 году: the dates of what a Russian figure is only compared with."""
    tokens = clause.sentence.tokens
    marks = [
        i
        for i in range(clause.first, clause.last)
        if tokens[i].norm in AGAINST or tokens[i].norm.startswith("сравнени") or _than(clause, i)
    ]
    return {m.value.edtf for m in clause.mentions("date") for i in marks if 0 < m.first - i <= AGAINST_REACH}


def _than(clause: Clause, at: int) -> bool:
    """Выше аналогичного периода прошлого года: a degree right before the genitive of what it is from."""
    tokens = clause.sentence.tokens
    if tokens[at].norm not in HIGHER or at + 1 >= clause.last:
        return False
    return tokens[at + 1].best.pos in ("ADJ", "NOUN") and any(r.case == "gen" for r in tokens[at + 1].readings)


HIGHER = frozenset(lexicon.words("extract.context.when", "higher"))


def only_compared(sentence: Sentence, mention: Mention) -> bool:
    """2024 жылғы көрсеткіштен артық, 2024 жылмен салыстырғанда, чем в 2024 году: a time that another is set against."""
    after = sentence.tokens[mention.last : mention.last + 2]
    before = sentence.tokens[max(0, mention.first - BESIDE) : mention.first]
    less = any(t.best.case == "abl" and t.best.pos == "NOUN" for t in after[:1])
    return less or any(t.norm.startswith(SET_AGAINST) for t in (*before, *after))


SET_AGAINST = lexicon.words("extract.context.when", "set_against")
BESIDE = 4
"""Words from what sets one time against another to its date, at most."""


def of_its_day(clause: Clause, completion: bool | None) -> bool:
    """Say whether a clause tells when a work ends, or closes with its beginning: іргетасы 5 мамырда қаланды."""
    kazakh = clause.language == "kk"
    return bool(completion) or (completion is False and (not kazakh or is_lemma(clause.tokens[-1], *BEGUN)))


BEGUN = lexicon.words("extract.context.when", "begun")
