"""One Russian work in the making: its name, its figures, its dates."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.joined_ru import joined_from
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.mentions_ru import part_behind
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.prepositions import ABOUT, IN_OR_ON
from kzhealthkg.extract.clause.status_ru import form_of, steps, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import money_source, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.old_terms import of_term
from kzhealthkg.extract.context.regions import say_region
from kzhealthkg.extract.context.when import ahead
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.complexes_ru import of_its_house
from kzhealthkg.extract.kinds.works.cores_ru import core, of_new, own_date
from kzhealthkg.extract.kinds.works.designs import undated
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.extract.kinds.works.put_off import put_off
from kzhealthkg.extract.kinds.works.stages import BUILDING, modernised
from kzhealthkg.model import FacilityValue, Mention, PlaceValue, Token

MORE = frozenset(lexicon.words("kinds.works.drafts_ru", "more"))
REPAIR = lexicon.words("kinds.works.drafts_ru", "repair")
DOING = lexicon.words("kinds.works.drafts_ru", "doing")


def drafted(
    hit: Hit, mention: Mention, facility: FacilityValue, where: PlaceValue | None, found: str, memory: Memory
) -> Draft:
    """Return the work that a cue says of one facility in one place."""
    tokens = hit.clause.sentence.tokens
    first, last = min(hit.first, mention.first), max(hit.last, mention.last)
    draft = Draft("Works", dict(hit.frame.slots), tokens[first].start, tokens[first].end, hit.frame.name)
    draft.cover(tokens[last - 1].start, tokens[last - 1].end)  # a verb that is left out stands further before
    say_name(draft, facility)
    if not facility.name and facility.count is None and _one_more(hit.clause, mention):
        draft.say("count", 1)
    _say_type(draft, hit, mention)
    of_its_house(draft, hit, mention)
    draft.say("status", found)
    say_place(draft, where)
    draft.plural = facility.plural
    draft.general = facility.plural and where is None
    for number in hit.clause.mentions("number"):
        if number.value is mention.value.count:
            draft.cover(number.start, number.end)
            draft.used.add(number.start)
    own = _own_sum(hit.clause, mention)
    if own is not None:
        roles.quantity(draft, "amount", own)
    return finished(draft, hit, found, memory)


def _say_type(draft: Draft, hit: Hit, mention: Mention) -> None:
    """Fill ``workType`` where a part, a repair beside it or what was mended says another than the cue."""
    part = part_behind(hit.clause, mention) or part_word(hit.clause, joined_from(hit.clause, mention), mention.first)
    if part and part[1] and draft.slots["workType"] == "construction" and not of_new(hit.clause, mention):
        draft.say("workType", part[1])
    if _beside_repair(hit):
        draft.slots["workType"] = "repair"
    if draft.slots["workType"] in ("construction", "extension"):
        draft.say("workType", _mended(hit, mention))


def _one_more(clause: Clause, mention: Mention) -> bool:
    """Ещё одна амбулатория и три ФАПа: one of a counted list."""
    norms = [t.norm for t in clause.sentence.tokens[max(clause.first, mention.first - 3) : mention.first]]
    return any(a in MORE and b.startswith("одн") for a, b in pairwise([*norms, ""]))


def _own_sum(clause: Clause, mention: Mention) -> Mention | None:
    """ФАП в селе A (стоимость – M), медпункт в селе B (стоимость – N): of several sums, the one behind its facility."""
    sums = clause.mentions("money")
    following = next((m.first for m in clause.mentions("facility") if m.first >= mention.last), clause.last)
    own = [m for m in sums if mention.last <= m.first < following]
    return own[0] if len(sums) > 1 and len(own) == 1 else None


def _beside_repair(hit: Hit) -> bool:
    """Капитальный ремонт и модернизация: the two together are a repair."""
    before = hit.clause.sentence.tokens[max(0, hit.first - 2) : hit.first]
    joined = len(before) == 2 and before[1].norm == "и" and is_lemma(before[0], *REPAIR)
    return joined and is_lemma(hit.verb, "модернизация")


MENDING = frozenset({"repair", "reconstruction"})
AFTER_REACH = 3


def _is_mended(other: Hit, mention: Mention) -> bool:
    """Открылась отремонтированная поликлиника; поликлиника, прошедшая капремонт: which house it is."""
    tokens = other.clause.sentence.tokens
    if other.last == mention.first:
        return form_of(tokens[other.last - 1]) == "part" or tokens[other.last - 1].best.pos == "ADJ"
    behind = tokens[mention.last : other.first]
    return len(behind) in (2, 3) and behind[0].text == "," and form_of(behind[1]) == "part"


def _mended(hit: Hit, mention: Mention) -> str:
    """Отремонтированы и сданы в эксплуатацию, открыли после ремонта: what is opened again was only mended."""
    tokens = hit.clause.sentence.tokens
    if modernised(hit, mention):
        return "reconstruction"
    if (
        verb_of(hit) is None
        or is_lemma(hit.verb, *BUILDING)
        or any(t.best.lemma == "новый" for t in tokens[max(0, mention.first - AFTER_REACH) : mention.last])
    ):
        return ""
    for other in hits("works", hit.clause.whole):
        joined = other.last == hit.first - 1 and tokens[other.last].norm == "и"
        after = any(t.norm == "после" for t in tokens[max(0, other.first - AFTER_REACH) : other.first])
        if other.frame.slots["workType"] in MENDING and (joined or after or _is_mended(other, mention)):
            return str(other.frame.slots["workType"])
    return ""


def finished(draft: Draft, hit: Hit, found: str, memory: Memory) -> Draft:
    """Fill the figures, the source, the dates and the region of a work."""
    clause = hit.clause
    owned = draft.slots["workType"] == "equipping" and clause.says("стоимость")  # больница стоимостью M оснащена
    for money in clause.mentions("money")[:1] if "amount" not in draft.slots and not owned else []:
        roles.quantity(draft, "amount", money)
    for percent in [m for m in clause.mentions("percent") if not _of_money(clause, m)][:1]:
        roles.quantity(draft, "percent", percent)
        draft.say("status", "underway" if draft.slots["percent"] < 100 else found)
    draft.say("source", money_source.source(core(hit))[0])
    if decided(hit):
        say_region(draft, clause, memory)
        draft.sentence = clause.index
        return draft
    made = roles.finish(draft, core(hit), memory, completion=_completion(hit, found))
    own_date(made, hit)
    return undated(_latest(_promised(_since(_without_duration(made, clause), hit), hit), clause), hit)


PAIRS = frozenset(lexicon.words("kinds.works.drafts_ru", "pairs"))


def _latest(draft: Draft, clause: Clause) -> Draft:
    """Сдадут в августе и сентябре: of two terms that "and" joins the work is done by the later one."""
    tokens = clause.sentence.tokens
    for one, other in pairwise(clause.mentions("date")):
        joined = " ".join(t.norm for t in tokens[one.last : other.first]) in PAIRS
        if joined and draft.slots.get("due") in (one.value.edtf, one.value.ahead):
            draft.slots["due"] = ahead(other.value)
    return draft


MONTHS = lexicon.words("kinds.works.drafts_ru", "months")


def _without_duration(draft: Draft, clause: Clause) -> Draft:
    """Больница построена за три месяца: how long one building took is not when it was built."""
    lasted = [m for m in clause.mentions("date") if _lasted(clause.sentence.tokens[m.first : m.last])]
    if lasted and "count" not in draft.slots and draft.slots.get("date") in {m.value.edtf for m in lasted}:
        draft.drop("date")
    return draft


def _lasted(words: tuple[Token, ...]) -> bool:
    """За три месяца, за 6 месяцев; the first six months are a time of their own."""
    counted = len(words) == LASTED and words[0].norm == "за" and words[1].best.pos == "NUM"
    return counted and is_lemma(words[-1], *MONTHS)


LASTED = 3


def _promised(draft: Draft, hit: Hit) -> Draft:
    """Ремонт, начатый в 2022 году, завершат до мая: the deadline stands behind the phrase that tells of the beginning."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    commas = [i for i in range(core(hit).last + 1, clause.last) if tokens[i].text == ","]
    rest = tokens[commas[0] : clause.last] if commas and draft.slots.get("status") == "underway" else ()
    dates = clause.mentions("date", first=commas[0]) if rest else []
    if len(dates) == 1 and any(phase_of(t, "ru") == "end" and t.best.form in ("fut", "inf") for t in rest):
        draft.say("due", ahead(dates[0].value))
    return draft


SPENT = lexicon.words("kinds.works.drafts_ru", "spent")
SPENT_REACH = 4


def _of_money(clause: Clause, percent: Mention) -> bool:
    """Освоение средств – 83 процента: how much money is spent, not how far the building is."""
    before = clause.sentence.tokens[max(clause.first, percent.first - SPENT_REACH) : percent.first]
    return any(is_lemma(t, *SPENT) for t in before)


def decided(hit: Hit) -> bool:
    """Принято решение о строительстве …: planned, and the day is that of the decision."""
    about = preposition_at(hit.clause, doing(hit)) in ABOUT
    return about and verb_of(hit) is None and hit.clause.says("решение")


def doing(hit: Hit) -> int:
    """Return where the word for doing the work stands: решение о проведении комплексной реконструкции."""
    tokens, at = hit.clause.sentence.tokens, hit.first
    while at > hit.clause.first and tokens[at - 1].best.pos == "ADJ":
        at -= 1
    doing = at > hit.clause.first and is_lemma(tokens[at - 1], *DOING)
    return at - 1 if doing else hit.first


def in_course(hit: Hit) -> bool:
    """В ходе капитального ремонта заменили окна: what was done within a work, not how far the work is."""
    tokens, at = hit.clause.sentence.tokens, doing(hit)
    while at > 0 and tokens[at - 1].best.pos == "ADJ":
        at -= 1
    return at > 1 and is_lemma(tokens[at - 1], *COURSES) and tokens[at - 2].norm in IN_OR_ON


def of_labour(hit: Hit) -> bool:
    """Ведутся работы по ремонту больницы: what the labour is for is the work; в ходе работ по ремонту is its time."""
    tokens, at = hit.clause.sentence.tokens, hit.first - 2
    if at < hit.clause.first or tokens[at + 1].norm != "по" or tokens[at].norm not in LABOUR:
        return False
    return not preposition_at(hit.clause, at) and any(r.case in ("nom", "acc") for r in tokens[at].readings)


LABOUR = frozenset(lexicon.words("kinds.works.drafts_ru", "labour"))


def _since(draft: Draft, hit: Hit) -> Draft:
    """A work begun in 2017 has gone on since then."""
    begun = any(phase_of(t, "ru") == "begin" for t in steps(hit))
    if draft.slots.get("status") == "underway" and "date" not in draft.slots:
        draft.say("date", _begun(hit.clause))
    if begun and draft.slots.get("status") == "underway" and "/" not in draft.slots.get("date", "/"):
        draft.slots["date"] += "/.."
        if _by_today(hit.clause):
            del draft.slots["date"]
    return draft


COURSES = lexicon.words("kinds.works.drafts_ru", "courses")
TODAY = lexicon.words("kinds.works.drafts_ru", "today")


def _by_today(clause: Clause) -> bool:
    """На сегодняшний день начато строительство 7 объектов: begun before, not since today."""
    dated = [t for m in clause.mentions("date") for t in clause.sentence.tokens[m.first : m.last]]
    return any(is_lemma(t, *TODAY) for t in dated)


def _begun(clause: Clause) -> str:
    """Строительство, начатое в 2024 году: it has gone on since then."""
    tokens = clause.sentence.tokens
    parts = [i for i in range(clause.first, clause.last) if form_of(tokens[i]) == "part"]
    at = next((i for i in parts if phase_of(tokens[i], "ru") == "begin"), -1)
    found = clause.mentions("date", first=at) if at >= 0 else []
    return f"{found[0].value.edtf}/.." if found and "/" not in found[0].value.edtf else ""


def _completion(hit: Hit, found: str) -> bool | None:
    """A work that will begin has no deadline, one that goes on and will end has."""
    if put_off(hit) or (found in ("underway", "planned") and _has_term(hit.clause)):
        return True
    carriers = steps(hit)
    phases, terms = {phase_of(t, "ru") for t in carriers}, [m.value.role for m in hit.clause.mentions("date")]
    if "begin" in phases or hit.frame.options.get("begins_then"):
        return found == "underway" and terms == ["due"]  # закрыли на ремонт до конца года
    if found == "planned" and phases == {"run"} and "due" not in terms:
        return False  # ремонт продолжится в этом году
    ending = any(t.best.form in ("fut", "inf") for t in carriers if phase_of(t, "ru") == "end")
    return True if found == "underway" and "end" in phases and (ending or "plan" in phases) else None


def _has_term(clause: Clause) -> bool:
    """Строится больница, срок сдачи – май: the only date of a clause is the term that it tells of."""
    dates = clause.mentions("date")
    role = "due" if len(dates) == 1 and of_term(clause, dates[0]) else "".join(m.value.role for m in dates)
    return role == "due" and clause.says("срок")


def end_of(clause: Clause) -> int:
    """Return where a clause ends in the clean text."""
    return clause.sentence.tokens[clause.last - 1].end


def cost_too(draft: Draft, again: Draft) -> None:
    """Объект стоимостью M возводит A, готовность – 72 %: what the verb says beside is of the same work."""
    if "percent" in draft.slots and "amount" not in draft.slots and "amount" in again.slots:
        draft.slots["amount"] = again.slots["amount"]
        draft.say("bound", again.slots.get("bound"))
        draft.used |= again.used
