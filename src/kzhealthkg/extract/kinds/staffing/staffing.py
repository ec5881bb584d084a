"""Staffing: staff are supported, recruited, housed or lacking."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import lack_figures
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import of_total, parallel, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups, had
from kzhealthkg.extract.figures.people_names import is_one, profession
from kzhealthkg.extract.figures.people_names import together as names
from kzhealthkg.extract.kinds.staffing.background import detailed_next, is_background, raised
from kzhealthkg.extract.kinds.staffing.by_benefit import by_benefit, of_a_part
from kzhealthkg.extract.kinds.staffing.by_place import by_place
from kzhealthkg.extract.kinds.staffing.cues import HOMES, fits, holds_home, homes, may_fit, told
from kzhealthkg.extract.kinds.staffing.dashed_ru import dashed
from kzhealthkg.extract.kinds.staffing.families import of_families, the_rest
from kzhealthkg.extract.kinds.staffing.gifts import given_homes
from kzhealthkg.extract.kinds.staffing.groups import COMMON, GENERAL, of_lessons, staff, together
from kzhealthkg.extract.kinds.staffing.home_needs import in_need_of_homes
from kzhealthkg.extract.kinds.staffing.lack_again import lack_again
from kzhealthkg.extract.kinds.staffing.lists import lacking_line
from kzhealthkg.extract.kinds.staffing.received_ru import received
from kzhealthkg.extract.kinds.staffing.shares import continued, elided, shares
from kzhealthkg.extract.kinds.staffing.sums import say_sum
from kzhealthkg.extract.kinds.staffing.sums_by_place import sums_by_place
from kzhealthkg.extract.kinds.staffing.taken_up import JOINS, POINTING, taken_up
from kzhealthkg.extract.kinds.staffing.vacancies import vacancies
from kzhealthkg.extract.kinds.staffing.where import each_place, situate
from kzhealthkg.extract.kinds.staffing.without_kk import without_kk
from kzhealthkg.model import Mention


def staffing(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says of staff given support, found, housed or lacking."""
    parts = shares(clause, memory)
    if parts:
        return [*parts, *by_benefit(clause, parts, memory)]
    for hit in every("staffing", clause) if may_fit(clause) else ():
        said = told(hit) if fits(hit) and not _on_tour(hit, memory) else ""
        said = (
            ""
            if (said == "needed" and _wished(hit)) or (said and (is_background(hit) or detailed_next(hit, memory)))
            else raised(hit, said)
        )
        if said and (drafts := _said(hit, said, memory) or taken_up(hit, said, memory)):
            return by_benefit(clause, drafts, memory) if of_a_part(hit) else _with_rows(clause, drafts, memory)
    if "number" not in clause.sentence.named:
        return _uncounted(clause, memory)
    return _with_rows(clause, _counted(clause, memory) or _uncounted(clause, memory), memory)


def _wished(hit: Hit) -> bool:
    """Үстемеақы уақтылы төленуі тиіс: support of no size that ought to be given is given to nobody."""
    return hit.frame.slots["measure"] == "social-support" and not hit.clause.mentions("money", "number")


def _with_rows(clause: Clause, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """Return what a clause tells, with the figures that it tells by place, by sort or by benefit."""
    parts = [*by_place(clause, drafts, memory), *dashed(clause, drafts, memory), *sums_by_place(clause, drafts, memory)]
    return [*drafts, *parts, *by_benefit(clause, drafts, memory)]


def _counted(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what a clause without a cue of staff counts of them."""
    return (
        received(clause, memory)
        or continued(clause, memory)
        or lacking_line(clause, memory)
        or lack_again(clause, memory)
        or vacancies(clause, memory)
    )


def _uncounted(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what a clause without a cue of staff says of them and counts nobody."""
    return without_kk(clause, memory) or the_rest(clause, memory)


def _said(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Return what a cue says of the staff that its clause, or the one before it, names."""
    spoken = memory.last_draft("Staffing", within=0, sentence=hit.clause.index)
    drafts = [_draft(hit, g, said, memory) for g in given_homes(hit, staff(hit)) or _before(hit, spoken)]
    if not drafts or _told_by_number(drafts, memory, hit.clause):
        return []
    _forget_general(drafts, spoken, memory)
    _as_headed(drafts, hit.clause, spoken, memory)
    drafts = [one for draft in drafts for one in each_place(draft, hit.clause)]
    return [*elided(hit, drafts[0]), *drafts, *_also_housed(hit, drafts), *_next_lacks(hit, memory)]


def _on_tour(hit: Hit, memory: Memory) -> bool:
    """Вместе с бригадой в район приехали четыре хирурга: who comes with a team just told of is not recruited."""
    return bool(hit.frame.options.get("arrive")) and (
        memory.last_draft("Mission", within=4, sentence=hit.clause.index) is not None or _to_treat(hit)
    )


def _to_treat(hit: Hit) -> bool:
    """Приехали 12 врачей и осмотрели 340 жителей: who came and saw patients has not come to stay."""
    behind = hit.clause.sentence.tokens[hit.last :] if hit.clause.whole.says(*TREATING) else ()
    return any(is_lemma(t, *TREATING) and t.best.form in ("past", "fut") for t in behind)


TREATING = lexicon.words("kinds.staffing.staffing", "treating")


def _forget_general(drafts: list[Draft], spoken: Draft | None, memory: Memory) -> None:
    """Дефицит кадров сохраняется: не хватает 264 врачей: a lack of staff in general is what the next words detail."""
    lacks = all(d.slots.get("measure") == "shortage" for d in (*drafts, *([spoken] if spoken else [])))
    counted = any("count" in d.slots for d in drafts)
    named = all(d.slots.get("profession") and not _is_general(d) for d in drafts)
    if spoken is not None and lacks and (counted or named) and "count" not in spoken.slots and _is_general(spoken):
        memory.drafts.remove(spoken)


def _told_by_number(drafts: list[Draft], memory: Memory, clause: Clause) -> bool:
    """200 дәрігер қажет. Маман тапшылығы сезіледі: a lack of staff in general is the one just told with its number."""
    told = memory.last_draft("Staffing", within=1, sentence=clause.index)
    if told is None or told.slots["measure"] != "shortage" or "count" not in told.slots or len(drafts) != 1:
        return False
    lack = drafts[0].slots
    placed = any(
        lack.get(slot, told.slots.get(slot)) != told.slots.get(slot) for slot in ("region", "place", "district")
    )
    general = str(lack.get("profession", "")).split(" ")[-1] in (*COMMON, *GENERAL)
    return lack.get("measure") == "shortage" and "count" not in lack and general and not placed


def _as_headed(drafts: list[Draft], clause: Clause, spoken: Draft | None, memory: Memory) -> None:
    """Неонатолог тапшылығы бар: 5 дәрігер жетпейді: who is lacking is told before the colon, how many behind it."""
    before = clause.sentence.tokens[max(0, clause.first - 1) : clause.first + 1]
    if spoken is None or len(drafts) != 1 or not any(t.text in HEADED for t in before):
        return
    lacks = all(d.slots.get("measure") == "shortage" for d in (spoken, drafts[0]))
    how_many = "count" in drafts[0].slots and "count" not in spoken.slots
    if lacks and how_many and drafts[0].slots.get("profession") in COMMON and not _is_general(spoken):
        memory.drafts.remove(spoken)
        drafts[0].say("profession", spoken.slots.get("profession"))


HEADED = frozenset(":—–")


def _is_general(draft: Draft) -> bool:
    return str(draft.slots.get("profession", "")).split(" ")[-1] in GENERAL


def _next_lacks(hit: Hit, memory: Memory) -> list[Draft]:
    """Дәрігер тапшылығы 40 маманды, ал мейіргер тапшылығы 50 адамды құрайды: each lack with its figure."""
    behind = [h for h in every("staffing", hit.clause) if h.frame is hit.frame and h.first >= hit.last]
    found, first = [], hit.last
    for lack in behind if hit.frame.options.get("noun") and hit.clause.language == "kk" else []:
        named = [g for g in groups(hit.clause, first, lack.first) if g.count is None]
        if named and lack_figures.figure(lack) is not None:
            found.append(_draft(lack, named[-1], hit.frame.options["status"], memory))
        first = lack.last
    return found


def _also_housed(hit: Hit, drafts: list[Draft]) -> list[Draft]:
    """Жәрдемақы, тұрғын үй несиелері қарастырылған: homes in a list of benefits are told apart."""
    listed = any(t.norm in JOINS for t in hit.clause.tokens)
    homes = holds_home(hit.clause)
    support = hit.frame.slots["measure"] == "social-support"
    apart = not hit.clause.mentions("money", "number") or _home_beside_sum(hit.clause)
    told = drafts if listed and homes and support and apart else []
    return [_housed(d) for d in told]


def _housed(draft: Draft) -> Draft:
    slots = {k: v for k, v in draft.slots.items() if k not in ("amount", "currency", "bound")}
    return replace(draft, slots=slots | {"measure": "housing"}, inherited=set(draft.inherited), used=set())


def _home_beside_sum(clause: Clause) -> bool:
    """Пәтер мен 8,5 миллион теңге көтермеақы берілді: a home, and a sum that is of the other benefit."""
    tokens = clause.sentence.tokens
    joined = [m.first - 2 for m in clause.mentions("money") if tokens[m.first - 1].norm in JOINS]
    homes = HOMES[clause.language]
    return any(at >= clause.first and tokens[at].best.case == "nom" and is_lemma(tokens[at], *homes) for at in joined)


def _before(hit: Hit, spoken: Draft | None) -> list[Phrase]:
    """62 врача завершили обучение и трудоустроены: the staff that the clause before is about."""
    clause = hit.clause
    if hit.frame.options.get("status") or clause.first == 0 or groups(clause) or spoken or _to_another(hit):
        return []
    some = (
        is_lemma(clause.tokens[0], *of_total.PARTS_IN_WORDS) and "из" in clause.words
    )  # половину из них направили из A
    if clause.language == "ru" and (some or any(m.first == clause.first for m in clause.mentions("number"))):
        return []  # пришли 29 врачей, 11 получили квартиры: so many of them
    earlier = Clause(clause.sentence, clause.index, 0, clause.first - 1, clause.language)
    told = [g for g in groups(earlier) if g.count is not None and not (had(g) or of_lessons(g))][-1:]
    return told or [g for g in groups(earlier) if "dat" in hit.frame.options.get("cases", ()) and _described(g)][-1:]


def _described(group: Phrase) -> bool:
    """Врачам, которые приехали в село, выплачивают …: staff in the dative that a relative clause describes."""
    tokens = group.clause.sentence.tokens
    behind = tokens[group.last : group.last + 2]
    which = len(behind) > 1 and behind[0].text == "," and is_lemma(behind[1], *WHICH)
    return which and any(r.case == "dat" for r in tokens[group.head].readings)


WHICH = lexicon.words("kinds.staffing.staffing", "which")


THEM = frozenset(lexicon.words("kinds.staffing.staffing", "them"))


def _to_another(hit: Hit) -> bool:
    """12 дәрігер жұмыс істейді, оған (емханаға) M бөлінді: what is given goes to something else than the staff before."""
    if hit.clause.language != "kk":
        return False
    if hit.frame.slots["measure"] == "recruitment" and hit.clause.mentions("money"):
        return True
    given = hit.frame.options.get("cases") == ["dat"]
    free = [t for t in hit.clause.tokens if t.best.case == "dat" and t.best.pos in ("NOUN", "PROPN", "PRON")]
    return given and bool(free) and not any(t.norm in THEM for t in free)


def _draft(hit: Hit, group: Phrase, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft(
        "Staffing",
        dict(hit.frame.slots),
        min(group.start, tokens[hit.first].start),
        tokens[clause.last - 1].end,
        hit.frame.name,
    )
    draft.say("measure", "housing" if homes(hit) or in_need_of_homes(hit) else "")
    draft.say("profession", _same_as_before(group, memory) or _named(draft, group))
    draft.say("status", said)
    say_sum(draft, clause, group)
    if hit.frame.options.get("grown"):
        draft.drop("bound")
    number = _count(draft, hit, group)
    at = number.first if number is not None and clause.language == "ru" else hit.first
    own = parallel.partner(clause, draft, "place")
    if own is not None:
        say_place(draft, own.value)
    else:
        situate(draft, clause, at, number)
    return roles.finish(draft, clause, memory)


def _named(draft: Draft, group: Phrase) -> str:
    """Return who a group is: those together whom one figure of a lack counts."""
    row = together(group) if draft.slots["measure"] == "shortage" else [group]
    return names(row) if len(row) > 1 else profession(group)


def _same_as_before(group: Phrase, memory: Memory) -> str:
    """Не хватает анестезиологов, нужно 80 таких специалистов: who they are was told just before, "" where not."""
    clause = group.clause
    latest = memory.last_draft("Staffing", within=1, sentence=clause.index)
    pointing = latest is not None and is_lemma(clause.sentence.tokens[group.first], *POINTING)
    return str(latest.slots.get("profession", "")) if latest is not None and pointing else ""


def _count(draft: Draft, hit: Hit, group: Phrase) -> Mention | None:
    """Say how many of a group there are, and return the number that says so."""
    number = group.count
    if number is None and draft.slots["measure"] == "housing":
        number = of_families(group)
    if number is None and hit.frame.options.get("noun"):
        number = lack_figures.dashed(hit, group.last) or lack_figures.figure(hit)
    if number is None and draft.slots["measure"] == "shortage":
        number = lack_figures.own_figure(hit, group.last)
    if number is None:
        draft.say("count", 1 if is_one(group) else None)
        return None
    roles.quantity(draft, "count", number)
    if lack_figures.fallen_to(hit, number):
        draft.drop("bound")
        draft.used.update(m.start for m in hit.clause.mentions("number", first=hit.last, last=number.first))
    if number.last <= hit.clause.first:
        draft.used.discard(number.start)  # the clause before has told something else of them
    return number
