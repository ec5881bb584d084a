"""What a statement may not say once the whole article is read: times that do not fit it, staff of no profession, general lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.model import Document

PERSONNEL = frozenset(lexicon.words("extract.merge.settled", "personnel"))
GRADES = frozenset(lexicon.words("extract.merge.settled", "grades"))
ANYBODY = frozenset(lexicon.words("extract.merge.settled", "anybody"))
OF_YEARS = frozenset({"Funding", "Grant"})
"""Kinds whose date is the year that money or places are for."""
DETAILED, HEADLINE = 2, 1
"""Sentences from a general lack to what details it, and those of a headline."""


def settled(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """Return the drafts of an article with what none of them can say taken out."""
    for draft in drafts:
        _in_time(draft, document.article.date or "")
        if draft.kind in ("Policy", "Training"):
            _goes_on(draft, document.sentences[draft.sentence].words)
        if draft.kind == "Indicator" and "(" in str(draft.slots.get("measure", "")):
            _without_asides(draft, document.article.clean.text)
        if draft.kind == "Funding":
            _for_what(draft, document)
            _of_many(draft, document)
    drafts = [d for d in drafts if d.kind != "Funding" or not _of_wider_field(d)]
    drafts = _without_stops_again([_of_train(d) for d in drafts])
    staff = [d for d in drafts if d.kind == "Staffing"]
    gone = {id(d) for d in staff if _detailed(d, staff) or _headed(d, staff)}
    for draft in staff:
        _in_general(draft, document)
        who = str(draft.slots.get("profession", "")).casefold().split()
        if who and who[-1] in PERSONNEL and GRADES.isdisjoint(who):
            draft.drop("profession")
    return [d for d in drafts if id(d) not in gone]


def _without_asides(draft: Draft, text: str) -> None:
    """Екінші дозасын (облыс әкімі де алды) алған адам: what a bracket tells by the way is no part of what is measured."""
    said = str(draft.slots["measure"])
    asides = [m[0] for m in ASIDE.finditer(said) if m[0].strip().casefold() in text.casefold()]
    bare = reduce(lambda left, aside: left.replace(aside, ""), asides, said).strip()
    if asides and bare:
        draft.slots["measure"] = bare


ASIDE = re.compile(
    r"\s*\((?!на |в рас|в пере|мыңға|миллионға|жүзге)[^()\s\d]+(?:[\s,–—-]+[^()\s\d]+){2,}\)|\s*\([^()\d]*$"
)
"""Three words or more in brackets: an abbreviation, a sort (2 тип) or a ratio is no aside; or one that is not closed."""


def _in_time(draft: Draft, published: str) -> None:
    """Прибыли к концу года, завезли в декабре: what has been done is due no more, and was done before it was told."""
    date = str(draft.slots.get("date", "")).partition("/")[0]
    if (
        draft.kind == "Works"
        and draft.slots.get("status") == "underway"
        and published
        and date > published[: len(date)]
    ):
        draft.say("due", draft.slots["date"])  # строится, ввод объекта в 2027 году: a year to come is that of its end
        draft.drop("date")
    if draft.slots.get("status") != "completed":
        due = str(draft.slots.get("due", ""))
        if published and len(due) == len(published) and due <= published:
            draft.drop("due")  # бүгінде … ашылуға дайын: what is due today is told of today
        return
    draft.drop("due")
    if draft.kind not in OF_YEARS and published and date and date > published[: len(date)]:
        draft.drop("date")


def _for_what(draft: Draft, document: Document) -> None:
    """Оны сатып алуға M бөлінді, на реализацию – M: an action without what it is done to says no purpose."""
    purpose = str(draft.slots.get("purpose", "")).casefold()
    alone = purpose in EQUIPPING and "facility" not in draft.slots
    if purpose in ACTIONS or (alone and not THEM.isdisjoint(document.sentences[draft.sentence].words)):
        draft.drop("purpose")


THEM = frozenset(lexicon.words("extract.merge.settled", "them"))
EQUIPPING = frozenset(lexicon.words("extract.merge.settled", "equipping"))
ACTIONS = frozenset(lexicon.words("extract.merge.settled", "actions"))


def _of_wider_field(draft: Draft) -> bool:
    """Әлеуметтік салаға, оның ішінде денсаулық сақтауға M бөлінді: a sum of which health has only a part."""
    purpose = str(draft.slots.get("purpose", "")).casefold()
    return any(f", {words}" in purpose for words in WITHIN)


WITHIN = lexicon.words("extract.merge.settled", "within")


def _of_many(draft: Draft, document: Document) -> None:
    """На все центры выделено M, по стране – M: money for all of them is not that of the place told last."""
    at = {"region", "place"} & draft.inherited
    sentence = document.sentences[draft.sentence]
    if at and not MANY.isdisjoint(sentence.words) and draft.slots.get("region") != document.region:
        draft.drop(*(s for s in LOCATED if s in draft.inherited))


MANY = frozenset(lexicon.words("extract.merge.settled", "many"))


def _of_train(draft: Draft) -> Draft:
    """Поезд «Саламатты Қазақстан»: a train of a programme's name is not the programme."""
    train = draft.kind == "Mission" and str(draft.slots.get("organization", "")).casefold().startswith(TRAINS)
    if train and not str(draft.slots.get("programme", "")).endswith("-train"):
        draft.drop("programme")
    return draft


TRAINS = lexicon.words("extract.merge.settled", "trains")


def _without_stops_again(drafts: list[Draft]) -> list[Draft]:
    """Поезд прибыл в область. Он побывает в A и B: a train's stops told again without figures are the one mission."""
    stops = [d for d in drafts if d.rule == "mission-travel-ru"]
    first = {d.slots.get("status"): d.sentence for d in reversed(stops)}
    gone = {id(d) for d in stops if d.sentence > first[d.slots.get("status")] and "date" not in d.slots}
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _goes_on(draft: Draft, words: frozenset[str]) -> None:
    """Принят в первом чтении; жыл сайын оқытамыз: a bill is not adopted yet, and what is done every year is no plan."""
    read = draft.slots.get("status") == "completed" and draft.kind == "Policy" and words >= FIRST_READING
    yearly = draft.slots.get("status") == "planned" and draft.kind == "Training" and not YEARLY.isdisjoint(words)
    if read or (yearly and "due" not in draft.slots):
        draft.slots["status"] = "underway"


FIRST_READING = frozenset(lexicon.words("extract.merge.settled", "first_reading"))
YEARLY = frozenset(lexicon.words("extract.merge.settled", "yearly"))


def _in_general(draft: Draft, document: Document) -> None:
    """Нам нужны педиатры: a lack without a figure is not that of the region told just before, where it is another's."""
    lack = draft.slots.get("measure") == "shortage" and "count" not in draft.slots
    if lack and "region" in draft.inherited and draft.slots.get("region") != document.region:
        draft.drop("region")


def _detailed(draft: Draft, staff: list[Draft]) -> bool:
    """Нехватка кадров остаётся острой. Не хватает 45 хирургов: a lack of staff in general that the next words detail."""
    who = str(draft.slots.get("profession", "")).casefold()
    if draft.slots.get("measure") != "shortage" or "count" in draft.slots or not _is_anybody(who):
        return False
    return any(_details(other, draft) for other in staff)


def _is_anybody(who: str) -> bool:
    return not who or who.rpartition(" ")[2] in ANYBODY


def _details(other: Draft, general: Draft) -> bool:
    """Say whether a lack told right behind a general one, of the same place, says how many or who."""
    near = other.start > general.start and other.sentence - general.sentence <= DETAILED
    own = "count" in other.slots or not _is_anybody(str(other.slots.get("profession", "")).casefold())
    said = [s for s in LOCATED if s in general.slots and s not in general.inherited]
    same = all(general.slots[s] == other.slots.get(s, general.slots[s]) for s in said)
    return near and own and same and other.slots.get("measure") == "shortage"


def _headed(draft: Draft, staff: list[Draft]) -> bool:
    """A headline's benefit of so much is the one that the text tells of in full."""
    if draft.sentence >= HEADLINE or "amount" not in draft.slots or "count" in draft.slots:
        return False
    alike = ("measure", "amount")
    told = [d for d in staff if d is not draft and all(d.slots.get(s) == draft.slots.get(s) for s in alike)]
    return any(d.sentence > draft.sentence for d in told)
