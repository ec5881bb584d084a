"""The draft of a work: what stands in its slots, and what a sentence about the same work adds."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.costing import building_of
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import elsewhere
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles, when
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.designs import undated
from kzhealthkg.extract.kinds.works.over_places import apart_of, in_many, in_wide
from kzhealthkg.extract.kinds.works.put_off import put_off
from kzhealthkg.extract.kinds.works.types import work_type
from kzhealthkg.extract.kinds.works.visit_days import described_date, without_visit_day
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Token

AGAIN = ("workType", "facility", "facilityType", "place", "district", "placeCode", "region", "due", "programme")
"""What a sentence about the same work takes over from the one before."""
PREPARED = lexicon.words("kinds.works.drafts", "prepared")
GOING_ON = lexicon.words("kinds.works.drafts", "going_on")
UP_TO = frozenset(lexicon.words("kinds.works.drafts", "up_to"))
COVERED = lexicon.words("kinds.works.drafts", "covered")
HUNDRED = 100


def again(hit: Hit, mention: Mention, latest: Draft, found: str, memory: Memory) -> Draft:
    """Нысанды … тапсыру жоспарланған: more of the work named just before."""
    clause = hit.clause
    start = min(mention.start, clause.sentence.tokens[hit.first].start)
    end = max(mention.end, clause.sentence.tokens[clause.last - 1].end)
    draft = Draft("Works", dict(hit.frame.slots), start, end, hit.frame.name)
    draft.take_over(latest, *(slot for slot in AGAIN if slot != "due" or found != "stopped"))
    if hit.frame.slots["workType"] == "construction":  # жабдықталды. Корпусының құрылысы жүріп жатыр
        draft.slots["workType"] = "extension" if latest.slots["workType"] == "equipping" else latest.slots["workType"]
    draft.say("status", found)
    figures(draft, clause, mention)
    _since(draft, clause)
    made = _when_ended(roles.finish(draft, clause, memory, completion=completion(hit, found)), clause)
    return undated(made, hit)


def _when_ended(draft: Draft, clause: Clause) -> Draft:
    """Құрылысы 2022 жылы басталып, биыл аяқталды: what is done or stopped is dated by its end, not by its beginning."""
    _partly(draft, clause)
    started = [t.best.form for t in clause.tokens[-1:] if phase_of(t, clause.language) == "begin"]
    over = {"completed": ("conv",), "stopped": ("conv", "perf", "past")}.get(str(draft.slots.get("status")), ())
    if "date" in draft.slots and any(form in over for form in started):
        rest = [m for m in clause.sentence.mentions if m.type == "date" and m.first >= clause.last]
        del draft.slots["date"]
        draft.say("date", rest[0].value.edtf if len(rest) == 1 and rest[0].value.role == "date" else "")
    if draft.slots.get("status") == "completed" and "count" not in draft.slots and _goes_on(draft, clause):
        del draft.slots["date"]  # көп жылдан бері күткен емхана ашылды, мамырда басталған құрылыс аяқталды
    return draft


def _partly(draft: Draft, clause: Clause) -> None:
    """Емхана салынып, құрылыс 85 пайызға аяқталды: what the next clause says is done in part is not done yet."""
    ending = clause.tokens[-1]
    after = [m for m in clause.sentence.mentions if m.type == "percent" and m.first >= clause.last]
    chained = draft.slots.get("status") == "completed" and ending.best.form == "conv" and len(after) == 1
    begins = clause.sentence.tokens[clause.last : after[0].first] if chained else ()
    if not any(is_lemma(t, *PREPARED) for t in begins) or after[0].value.value >= HUNDRED:
        return
    draft.drop("date", "status")
    draft.say("status", "underway")
    roles.quantity(draft, "percent", after[0])


def _goes_on(draft: Draft, clause: Clause) -> bool:
    return str(draft.slots.get("date", "")).endswith("/..") and not SINCE.isdisjoint(clause.words)


SINCE = frozenset(lexicon.words("kinds.works.drafts", "since"))


def _since(draft: Draft, clause: Clause) -> None:
    """2017 жылы басталған нысан: a work that goes on, or was done, since then."""
    tokens = clause.sentence.tokens
    for date in clause.mentions("date"):
        begun = tokens[date.last : date.last + 1]
        noun = tokens[date.last + 1 : date.last + 2]
        if any(t.norm == "басталған" for t in begun) and any(t.best.pos in ("NOUN", "ADJ") for t in noun):
            start = date.value.edtf.partition("/")[0]
            draft.say("date", f"{start}/.." if start else "")


def completion(hit: Hit, found: str) -> bool | None:
    """Whether a date is a deadline: a work that will begin has none, one that will end has."""
    if put_off(hit):
        return True
    phases = {phase_of(t, hit.clause.language) for t in hit.clause.sentence.tokens[hit.first : hit.clause.last]}
    if "begin" in phases or "status" in hit.frame.options or hit.frame.options.get("begins_then"):
        return None if "end" in phases else False
    final = hit.clause.tokens[-1].best.form
    to_come = (
        bool(phases & {"plan", "need"})
        or final in ("pres", "fut", "intent")
        or any(_will_end(t) for t in hit.clause.tokens)
    )
    return True if "end" in phases and found == "underway" and to_come else None


def _will_end(token: Token) -> bool:
    """Аяқталатынын айтты: an end that is told of as yet to come."""
    return token.best.form == "part" and token.best.case == "acc" and phase_of(token, "kk") == "end"


def work_draft(
    hit: Hit, mention: Mention, facility: FacilityValue, where: PlaceValue | None, found: str, memory: Memory
) -> Draft:
    """Return the draft of a work on one facility, standing in one place, with the status found."""
    clause = hit.clause
    last = clause.sentence.tokens[clause.last - 1].end if mention.last <= hit.last else mention.end
    start = min(mention.start, clause.sentence.tokens[hit.first].start)
    draft = Draft("Works", dict(hit.frame.slots), start, last, hit.frame.name)
    say_name(draft, facility)
    somewhere = in_many(clause, mention) or in_wide(clause, mention) or apart_of(clause, mention)
    somewhere = somewhere or elsewhere(clause.sentence, mention)
    draft.plural = mention.value is not None and mention.value.plural
    draft.general = mention.value is not None and (mention.value.plural or somewhere)
    draft.say("status", found)
    if facility.count is not None and facility.type in ("", "medical-facility"):
        _same_programme(draft, clause, memory)
    draft.say("workType", work_type(hit, mention, draft.slots["workType"]))
    say_place(draft, where)
    figures(draft, clause, mention)
    _own_date(draft, clause, mention)
    described_date(draft, hit)
    _since(draft, clause)
    made = _when_ended(roles.finish(draft, clause, memory, completion=completion(hit, found)), clause)
    return undated(without_visit_day(made, hit, mention), hit)


def _same_programme(draft: Draft, clause: Clause, memory: Memory) -> None:
    """30 нысан салынады. Биыл 12 нысан салынады: facilities counted again are built under the programme told before."""
    latest = memory.last_draft("Works", within=3, sentence=clause.index)
    if latest is None or latest.slots["workType"] != draft.slots["workType"]:
        return
    if _in_paragraph(latest, clause, memory) and not _of_part(latest, memory):
        draft.take_over(latest, "programme")


def _own_date(draft: Draft, clause: Clause, mention: Mention) -> None:
    """Былтыр A, биыл B салынды; A маусымда, B тамызда ашылады: each member of a list has the date beside it."""
    told = clause.mentions("facility", "date")
    own = _behind_each(told, mention)
    members = [m for m in told if m.type == "date" or m.last <= mention.last]
    at = next((i for i, m in enumerate(members) if m.start == mention.start), 0)
    if own is None and at > 1 and [m.type for m in members[at - 2 : at]] == ["facility", "date"]:
        own = members[at - 1]
    if own is not None:
        planned = draft.slots.get("status") == "planned"
        draft.say("due" if planned else "date", when.ahead(own.value) if planned else own.value.edtf)


def _behind_each(told: list[Mention], mention: Mention) -> Mention | None:
    """Return the date behind a facility, where facilities and dates take turns: A маусымда, B тамызда."""
    turns = len(told) > 3 and all(m.type == ("date" if i % 2 else "facility") for i, m in enumerate(told))
    return next((d for f, d in pairwise(told) if f.start == mention.start), None) if turns else None


def _in_paragraph(draft: Draft, clause: Clause, memory: Memory) -> bool:
    """Say whether a work was told in the paragraph of a clause, or right before it."""
    before = memory.document.sentences[draft.sentence]
    return clause.index - draft.sentence <= 1 or before.paragraph == clause.sentence.paragraph


def _of_part(draft: Draft, memory: Memory) -> bool:
    """Оның 10-ы … жобасы бойынша салынады: what is told of a part says nothing of the next total."""
    tokens = memory.document.sentences[draft.sentence].tokens
    return any(t.norm in roles.PART_OF for t in tokens)


def say_name(draft: Draft, facility: FacilityValue) -> None:
    """Fill what identifies the facility: its name, or how many of its type there are."""
    if facility.count is None or (facility.count.value == 1 and facility.name):
        draft.say("facility", facility.name)
    else:
        draft.say("count", roles.number(facility.count))
        draft.say("bound", facility.count.bound)
    if facility.type != "medical-facility":
        draft.say("facilityType", facility.type)


def figures(draft: Draft, clause: Clause, mention: Mention) -> None:
    """Fill ``amount``, ``percent`` and ``source`` from the clause."""
    counted = [m for m in clause.mentions("number") if m.last <= mention.first and mention.value.count is m.value]
    for number in counted:
        draft.cover(number.start, number.end)
        draft.used.add(number.start)
    equipped = draft.slots.get("workType") == "equipping"  # салуға 2 млрд бөлінген емхана жабдықталды
    for money in [m for m in _moneys(clause, mention) if not (equipped and building_of(clause, m) is not None)][:1]:
        roles.quantity(draft, "amount", money)
    for percent in [m for m in clause.mentions("percent") if _is_progress(clause, m)][:1]:
        roles.quantity(draft, "percent", percent)
        begun = draft.slots["percent"] < 100 and draft.slots.get("status") != "stopped"  # 70 пайызда тоқтап қалды
        draft.say("status", "underway" if begun else draft.slots.get("status", ""))
    draft.say("source", money_source.source(clause)[0])


def _moneys(clause: Clause, mention: Mention) -> list[Mention]:
    """ФАП (190 млн) және пункт (145 млн): an amount in brackets is the cost of the facility before them."""
    tokens, found = clause.sentence.tokens, clause.mentions("money")
    if (own_share := _in_turn(clause, mention)) is not None:
        return own_share
    own = {m.start: _bracketed(tokens, m.last) for m in clause.mentions("facility")}
    if mention.start not in own or not any(own.values()):
        return found
    mine = own[mention.start]
    if mine:
        inside = [m for m in found if m.first in mine]
        return inside or found
    return [m for m in found if not any(m.first in span for span in own.values())]


def _in_turn(clause: Clause, mention: Mention) -> list[Mention] | None:
    """190 млн теңгеге A, 145 млн теңгеге B: each facility's sum stands before it; None where they do not take turns."""
    things = [m for m in clause.mentions("facility", "money") if m.type == "money" or m.case != "abl"]
    at = next((i for i, m in enumerate(things) if m.start == mention.start), None)
    types = [m.type for m in things]
    sums = types.count("money")
    if at is None or len(things) != len(types) or sums < 1 or len(things) < 3 or sums == len(things):
        return None
    if types[0] == "money" and all(a != b for a, b in pairwise(types)):
        return things[at - 1 : at]
    behind = types == ["facility", "money", "facility"] and things[2].first - things[1].last <= 1
    return (things[1:2] if at == 2 else []) if behind else None


def _bracketed(tokens: tuple[Token, ...], first: int) -> range:
    """Return the tokens inside the brackets that open at ``first``, none where none open there."""
    if first >= len(tokens) or tokens[first].text != "(":
        return range(0)
    close = next((i for i in range(first, len(tokens)) if tokens[i].text == ")"), first)
    return range(first + 1, close)


def of_total(member: Draft, total: list[Draft], memory: Memory, size: int) -> Draft:
    """A list of so many places details a total, said in the same sentence or just before."""
    whole = total[0] if total else memory.last_draft("Works", within=2, sentence=member.sentence)
    if whole is not None and "count" in whole.slots and whole.slots.get("status") == member.slots.get("status"):
        member.take_over(whole, "programme", "date", "due", "source")
        if size <= whole.slots["count"] and "facility" not in member.slots:
            member.take_over(whole, "facilityType")  # 4 ФАП салынады. Жаңа нысандар A, B, C, D ауылдарында бой көтереді
        if _in_district(member, whole):
            member.take_over(whole, "district")
    return member


def _in_district(member: Draft, whole: Draft) -> bool:
    """Say whether a village without a district of its own may lie in the one that the total is told of."""
    code, known = str(member.slots.get("placeCode", "")), str(whole.slots.get("placeCode", ""))
    return whole.slots.get("region") == member.slots.get("region") and (not code or code[:4] == known[:4])


def complete(hit: Hit, mention: Mention, latest: Draft | None) -> None:
    """Барлық нысандар … жобасы аясында салынды: the programme of the facilities counted just before."""
    found = hit.clause.mentions("programme")
    if found and mention.value.plural and latest is not None and "count" in latest.slots:
        latest.inherit("programme", found[-1].value.id)


def taken_up(draft: Draft, mention: Mention, memory: Memory) -> bool:
    """Пункттер … жобасы аясында салынды: facilities placed one by one just before take up what is said of all."""
    if not mention.value.plural or draft.slots.keys() & {"count", "facility", "place", "district", "percent", "amount"}:
        return False
    same = ("workType", "facilityType", "status")
    near = [d for d in memory.recent(2, draft.sentence) if d.kind == "Works" and "place" in d.slots]
    near = [d for d in near if all(d.slots.get(k) == draft.slots.get(k) for k in same)]
    for one in near if len(near) > 1 else ():
        one.take_over(draft, "programme", "date", "source")
    return len(near) > 1


def _is_progress(clause: Clause, percent: Mention) -> bool:
    """65 %-ға аяқталған, 45 пайызын орындады: progress; емханалардың 70 пайызы: a share; 40 %-дан 39 %-ға дейін: neither."""
    token = clause.sentence.tokens[percent.last - 1]
    after = clause.sentence.tokens[percent.last - 1 : percent.last + 1]
    before = clause.sentence.tokens[max(clause.first, percent.first - 1) : percent.first]
    if any(is_lemma(t, *GOING_ON) and t.best.case == "gen" for t in before):
        return True
    ranged = any(t.norm in UP_TO for t in after) or "abl" in (percent.case, token.best.case)
    ranged = ranged or any(t.norm.startswith(COVERED) for t in clause.tokens)  # 100 % медициналық көмекпен қамтылған
    return not ranged and not (token.best.possessive and token.best.case in ("nom", ""))
