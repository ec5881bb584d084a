"""Parts of a number of staff: оның 7-і анестезиолог, олардың 86-сы ауылға барады, оның ішінде 27 терапевт."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Any

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.between import past_dash
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import FIGURE_ENDINGS, Clause
from kzhealthkg.extract.context import of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import PLACED, Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import is_one, profession
from kzhealthkg.extract.kinds.staffing.cues import FINITE_RU, fits, holds_home, told
from kzhealthkg.extract.kinds.staffing.sums import say_sum
from kzhealthkg.model import Mention

CARRIED = ("measure", "profession", "status", "date", "due", "region", "programme")
SHARE_REACH = 2
SHARE_WORDS = 3
BOUND = re.compile(r"^(?:астамы|астам|жуығы|жуық|таяуы)\s+")
"""100-ден астамы дәрігер: the words of a bound are none of a profession."""
NAMED = 2
"""Words behind a figure within which stands what it counts."""


def shares(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның 7-і анестезиолог, олардың 86-сы ауылға барады, 38 дәрігердің 15-і …: parts of a total."""
    numbers = of_total.shares(clause)
    if not numbers:
        return []
    total, found = _total(clause, memory), groups(clause)
    drafts = []
    for number in [m for m in numbers if not _of_things(clause, m)]:
        owner = _owner(clause, number) if total is None or total.sentence != clause.index else None
        group = next((g for g in found if g.count is number or _follows(g, number)), owner)
        hit = _telling(clause, number)
        placed = hit is None and _located(clause, number)
        if (total is not None and (group or hit or placed) and owner is None) or (
            owner is not None and hit is not None
        ):
            drafts.append(_part(clause, total if owner is None else None, number, group, hit, memory))
    return drafts


def _of_things(clause: Clause, number: Mention) -> bool:
    """32 пункттің 9-ын: a share of what is no staff."""
    if clause.language != "kk" or number.first <= clause.first:
        return False
    counted = [
        m.last for m in clause.whole.mentions("number") if m.last < number.first and not of_total.owned(clause, m)
    ]
    staff = any({"staff", "people"} & measures.sorts(clause, i) for at in counted for i in range(at, at + NAMED))
    if counted and not staff:
        return True  # 120 ауыл бар, соның 82-сінде пункт орналасқан
    before = clause.sentence.tokens[number.first - 1]
    owner = before.best.case == "gen" and before.best.pos == "NOUN"
    return owner and not ({"staff", "people"} & measures.sorts(clause, number.first - 1))


def _total(clause: Clause, memory: Memory) -> Draft | None:
    """Return what was told of staff last, unless staff in work have been counted since: 900 маман істейді, оның 40-ы дәрігер."""
    total = memory.last_draft("Staffing", "Indicator", within=SHARE_REACH, sentence=clause.index)
    counted = total is not None and total.kind == "Indicator" and total.sentence == clause.index
    if counted or (total is not None and total.rule == "indicator-stock" and _of_staff(total)):
        return None  # 5 мың адам жұқтырған, оның 900-і – медицина қызметкері
    told = memory.last_draft("Staffing", within=SHARE_REACH, sentence=clause.index)
    return None if told is not None and told.sentence < clause.index and _at_work(clause) else told


def _at_work(clause: Clause) -> bool:
    """Салада 14 мың адам еңбек етеді, оның 3 мыңы дәрігер: a share of those whom its own sentence counts in work."""
    before = replace(clause, first=0, last=clause.first)
    return bool(before.mentions("number")) and before.says(*WORKING)


WORKING = lexicon.words("kinds.staffing.shares", "working")


def _of_staff(stock: Draft) -> bool:
    return str(stock.slots["measure"]).rsplit(" ", 1)[-1] in measures.of_sort("staff", "kk")


def _located(clause: Clause, number: Mention) -> bool:
    """… оның 97-сі ауылда: a share told by where it is."""
    rest = clause.sentence.tokens[number.last : clause.last]
    if clause.language == "ru":
        return len(rest) > SHARE_WORDS - 1 and rest[0].text in "–—-" and rest[1].norm in SENT
    rest = tuple(takewhile(lambda t: t.text != ",", rest))  # 97-сі ауылда, 40-ы қалада
    return 0 < len(rest) <= SHARE_WORDS and rest[-1].best.case == "loc" and not any(t.best.form for t in rest)


def _place_behind(clause: Clause, number: Mention) -> Mention | None:
    """Оның 12-сі [Қордай ауданында], 8-і [Меркіге]: return the place right behind a Kazakh share."""
    first = past_dash(clause, number.last)
    found = clause.mentions("place", first=number.last) if clause.language == "kk" else []
    return next((m for m in found if m.first == first and m.case in ("loc", "dat")), None)


def _owner(clause: Clause, number: Mention) -> Phrase | None:
    """38 дәрігердің 15-і; 40 дәрігер келсе, солардың 23-і: the staff of the same sentence that a share is of."""
    pointing = number.first > 0 and clause.sentence.tokens[number.first - 1].norm in of_total.WHOSE
    found = [g for g in groups(clause.whole) if g.count is not None and g.last <= number.first]
    return next((g for g in reversed(found) if pointing or g.last == number.first), None)


def _telling(clause: Clause, number: Mention) -> Hit | None:
    """Return the cue behind a share that says what became of it."""
    found = (h for h in every("staffing", clause) if h.first >= number.last)
    return next((h for h in found if fits(h) and (h.frame.slots["measure"] == "shortage" or told(h))), None)


def _follows(group: Phrase, number: Mention) -> bool:
    between = [t.norm for t in group.clause.sentence.tokens[number.last : group.first]]
    if len(between) > 2 and between[0] == "из" and between[1] in of_total.OF_THEM:
        between = between[2:]  # 8 из них – врачи
    return 0 <= len(between) <= 2 and all(norm in "–—-" for norm in between if norm not in FIGURE_ENDINGS)


def _part(
    clause: Clause, total: Draft | None, number: Mention, group: Phrase | None, hit: Hit | None, memory: Memory
) -> Draft:
    end = clause.sentence.tokens[clause.last - 1].end
    draft = Draft("Staffing", dict(hit.frame.slots) if hit is not None else {}, number.start, end, "staffing-share")
    roles.quantity(draft, "count", number)
    if group is not None:
        draft.say("profession", BOUND.sub("", profession(group)))
        draft.cover(group.start, group.end)
    if hit is not None:
        draft.say("status", hit.frame.options.get("status") or told(hit))
        rest = _before_next(clause, number, hit)
        own = rest or replace(clause, first=number.last, last=max(hit.first, number.last + 1))
        if draft.slots["measure"] == "social-support" and _only_homes(own):
            draft.slots["measure"] = "housing"
        elif rest is None:
            say_sum(draft, clause)
    if clause.language == "ru" and group is None and hit is None:
        say_place(draft, next((m.value for m in clause.mentions("place", first=number.last)), None))
    if (place := _place_behind(clause, number)) is not None:
        say_place(draft, place.value)
    draft.take_over(total, *_carried(draft, total))
    return roles.finish(draft, clause, memory)


def _only_homes(words: Clause) -> bool:
    """Say whether what a share got is a home, or money for one, and no other benefit."""
    return holds_home(words) and not any(t.norm.startswith(SUPPORT) for t in words.tokens)


SUPPORT = lexicon.words("kinds.staffing.shares", "support")


def _before_next(clause: Clause, number: Mention, hit: Hit) -> Clause | None:
    """Үшеуіне үй, екеуіне M теңге берілді: return the words of a share that another follows, None for the last one."""
    behind = [m for m in of_total.shares(clause) if number.last <= m.first < hit.first]
    return Clause(clause.sentence, clause.index, number.last, behind[0].first, clause.language) if behind else None


def _carried(draft: Draft, total: Draft | None) -> tuple[str, ...]:
    """Return what a share takes from its total; of another measure only who they are and where."""
    if total is None:
        return ()
    same = draft.slots.get("measure", total.slots.get("measure")) == total.slots.get("measure")
    return CARRIED if same else ("profession", "region")


def continued(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның ішінде 27 терапевт, 21 педиатр: the members of a total, without a verb of their own."""
    total = memory.last_draft("Staffing", within=1, sentence=clause.index)
    if total is None or not (takes_up(clause) or clause.tokens[0].norm in ABOVE_ALL or _among(clause)):
        return []
    if any(t.best.form in FINITE_RU for t in clause.tokens):
        return []
    found = groups(clause)
    counted = [_part(clause, total, g.count, g, None, memory) for g in found if g.count is not None]
    return counted + [_single(clause, total, g, memory) for g in found if counted and g.count is None and is_one(g)]


def _among(clause: Clause) -> bool:
    """Пәтер алғандардың арасында 12 хирург бар; среди новосёлов 12 хирургов: those told of open the clause."""
    if clause.language == "ru":
        return clause.tokens[0].norm in AMONG and clause.tokens[1].best.case == "gen"
    near = clause.tokens[:AMONG_REACH]
    return any(a.best.case in ("gen", "nom") and a.best.plural and b.norm in AMONG for a, b in pairwise(near))


AMONG = frozenset(lexicon.words("kinds.staffing.shares", "among"))
AMONG_REACH = 4
"""Words of a clause that tell among whom, at most."""


def _single(clause: Clause, total: Draft, group: Phrase, memory: Memory) -> Draft:
    """Среди них семь анестезиологов, один хирург: a member of whom there is one."""
    draft = Draft("Staffing", {"profession": profession(group), "count": 1}, group.start, group.end, "staffing-share")
    draft.take_over(total, *_carried(draft, total))
    return roles.finish(draft, clause, memory)


ABOVE_ALL = frozenset(lexicon.words("kinds.staffing.shares", "above_all"))


def elided(hit: Hit, told: Draft) -> list[Draft]:
    """Орталыққа – 161, ауылдарға – 110 дәрігер қажет: figures whose noun is said once, behind the last of them."""
    whole = hit.clause.whole
    last = next((m for m in whole.mentions("number") if m.start in told.used), None)
    if hit.clause.language == "ru":
        return _by_place(whole, told) or _sent(whole, told)
    if last is None:
        return []
    found = [m for m in whole.mentions("number", last=last.first) if _stands_alone(whole, m)]
    return [_as_told(whole, told, m) for m in found]


def _by_place(whole: Clause, told: Draft) -> list[Draft]:
    """В A – 164, в B – 37 врачей не хватает; в A не хватает 164 врачей, в B – 37: to each place its figure."""
    tokens, drafts = whole.sentence.tokens, []
    for place in whole.mentions("place"):
        number = next((m for m in whole.mentions("number") if m.first == place.last + 1), None)
        if number is None or tokens[place.last].text not in "–—-" or number.value.unit:
            continue
        if number.start in told.used:
            told.slots.pop("region", None)
            say_place(told, place.value)
        elif number.last >= len(tokens) or tokens[number.last].text in ",;.":
            drafts.append(_as_told(whole, told, number))
    return drafts


SENT = frozenset(lexicon.words("kinds.staffing.shares", "sent"))


def _sent(whole: Clause, told: Draft) -> list[Draft]:
    """Прибыли 11 врачей: 7 – в A, 4 – в B; из них 5 – в сёла: the total is of none of these places but its own."""
    tokens, drafts = whole.sentence.tokens, []
    for number in whole.mentions("number", first=1):
        gap = tokens[number.last : number.last + 2]
        if number.start in told.used or len(gap) < 2 or gap[0].text not in "–—-" or gap[1].norm not in SENT:
            continue
        place = next((m for m in whole.mentions("place") if m.first == number.last + 2), None)
        if place is None and tokens[number.first - 1].norm not in of_total.OF_THEM:
            continue
        drafts.append(_as_told(whole, told, number))
        say_place(drafts[-1], place.value if place is not None else None)
    if any("place" not in d.slots or d.slots["place"] == told.slots.get("place") for d in drafts):
        told.drop(*PLACED)
    return drafts


def _stands_alone(whole: Clause, number: Mention) -> bool:
    """Say whether a figure stands between whom it is for and the next member of the list."""
    tokens = whole.sentence.tokens
    before = tokens[number.first - 2 if tokens[number.first - 1].text in "–—-" else number.first - 1]
    receiving = number.first > 0 and before.best.case in ("dat", "loc") and before.best.pos in ("NOUN", "PROPN")
    return receiving and tokens[number.last].text == "," and not number.value.unit


def _as_told(whole: Clause, told: Draft, number: Mention) -> Draft:
    carried: dict[str, Any] = {k: told.slots[k] for k in ("measure", "profession", "status") if k in told.slots}
    draft = Draft("Staffing", carried, number.start, told.end, told.rule)
    roles.quantity(draft, "count", number)
    near = [m for m in whole.mentions("place", last=number.first) if number.first - m.last <= 1]
    say_place(draft, near[-1].value if near else None)
    draft.take_over(told, "date", "due", "region", "programme")
    draft.sentence = whole.index
    return draft
