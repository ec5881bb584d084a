"""What a clause without staff says of those told just before: they were housed, supported, hired."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.stems import Stems
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.portions import OF_THEM
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.kinds.staffing.cues import holds_home
from kzhealthkg.extract.kinds.staffing.families import families
from kzhealthkg.extract.kinds.staffing.sums import say_sum
from kzhealthkg.model import Mention

JOINS = frozenset(lexicon.words("kinds.staffing.taken_up", "joins"))


def taken_up(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Return what a clause without staff says of those spoken of just before."""
    measure = hit.frame.slots["measure"]
    if measure == "housing":
        return _to_all(hit, said, memory) or families(hit, said, memory) or _housed(hit, said, memory)
    if measure == "social-support":
        some = _housed(hit, said, memory) if _some(hit.clause) else []
        return some or _to_all(hit, said, memory) or _supported(hit, said, memory) or _of_nobody(hit, said, memory)
    return _hired(hit, said, memory) if measure == "recruitment" else []


ALL = frozenset(lexicon.words("kinds.staffing.taken_up", "all"))
ALL_REACH = 3
SEVERAL = 2
"""Sentences back to others who may be meant as well."""


def _to_all(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Прибыли 3 врача. Им выделены подъёмные и предоставлено жильё: what all those counted just before got."""
    clause = hit.clause
    latest = memory.last_draft("Staffing", within=1, sentence=clause.index)
    if "number" not in clause.named and _meant_all(clause) and (row := _row_told(latest, memory)):
        return [_to_one(hit, said, one, memory) for one in row if one.sentence < clause.index]
    if latest is None or "count" not in latest.slots or not (_meant_all(clause) or _joined(clause, latest)):
        return []
    if any(_of_them(clause, m) or holds_home(_behind(clause, m)) for m in clause.mentions("number")):
        return []  # им выделено две квартиры
    before = (d for d in memory.recent(SEVERAL, clause.index) if d.kind == "Staffing" and d.sentence < latest.sentence)
    if latest.slots.get("status") == "planned" and any(d.slots["measure"] == "recruitment" for d in before):
        return []  # бес дәрігер келді, тағы үшеуі күтілуде: оларға …
    beside = [d for d in memory.recent(1, clause.index) if d.kind == "Staffing" and d.sentence == latest.sentence]
    latest = max(beside, key=lambda d: d.slots.get("count", 0))  # прибыли 57 врачей, 18 из них – в районы. Каждому …
    return [_to_one(hit, said, latest, memory)]


def _to_one(hit: Hit, said: str, latest: Draft, memory: Memory) -> Draft:
    """Return what those of one draft got."""
    clause = hit.clause
    draft = Draft("Staffing", dict(hit.frame.slots), clause.tokens[0].start, clause.tokens[-1].end, hit.frame.name)
    draft.say("status", said)
    draft.take_over(latest, "profession", "count", "bound", "region", "place", "placeCode", "district")
    say_sum(draft, clause)
    return roles.finish(draft, clause, memory)


def _row_told(latest: Draft | None, memory: Memory) -> list[Draft]:
    """Терапевт пен педиатр орналасты. Оларға …: return the single ones in a row who have just been found."""
    if latest is None:
        return []
    told = [d for d in memory.recent(1, latest.sentence) if d.kind == "Staffing" and d.sentence == latest.sentence]
    found = all(d.slots["measure"] == "recruitment" and d.rule == latest.rule for d in told)
    single = any(d.slots.get("count", 1) == 1 for d in told)  # приехали хирург и два терапевта
    return told[::-1] if found and single and len(told) > 1 else []


def _meant_all(clause: Clause) -> bool:
    return any(t.norm in ALL for t in clause.tokens[:ALL_REACH])


def _joined(clause: Clause, latest: Draft) -> bool:
    """Им выплачены подъёмные и предоставлено жильё: "and" joins what the same people got."""
    before = clause.sentence.tokens[clause.first - 1].norm if clause.first else ""
    return latest.sentence == clause.index and before in JOINS - {","} and bool(clause.tokens[0].best.form)


def _behind(clause: Clause, number: Mention) -> Clause:
    """Return the word that a number counts."""
    return replace(clause, first=number.last, last=min(clause.last, number.last + 1))


def _supported(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Такую выплату получили 64 человека: the support spoken of just before, of so many who are only called people."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    latest = memory.last_draft("Staffing", within=1, sentence=clause.index)
    people = [m for m in clause.mentions("number") if is_lemma(tokens[min(m.last, clause.last - 1)], "человек")]
    before = latest is not None and latest.slots.get("measure") == "social-support" and clause.says(*POINTING)
    if clause.language != "ru" or len(people) != 1 or not (before or clause.says(*SETTLING)):
        return []
    draft = Draft("Staffing", dict(hit.frame.slots), tokens[clause.first].start, people[0].end, hit.frame.name)
    draft.say("status", said)
    if latest is not None and before:
        draft.inherit("profession", latest.slots.get("profession"))
    roles.quantity(draft, "count", people[0])
    say_sum(draft, clause)
    return [roles.finish(draft, clause, memory)]


def _of_nobody(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Көтермеақы мөлшері 10 млн теңгеге дейін ұлғайтылады: how much is paid of what only staff get."""
    clause = hit.clause
    if not hit.frame.options.get("size") or not clause.opens(SETTLING_KK) or groups(clause):
        return []
    draft = Draft("Staffing", dict(hit.frame.slots), clause.tokens[0].start, clause.tokens[-1].end, hit.frame.name)
    draft.say("status", said)
    say_sum(draft, clause)
    if hit.frame.options.get("grown"):
        draft.drop("bound")
    return [roles.finish(draft, clause, memory)]


SETTLING_KK = Stems(lexicon.words("kinds.staffing.taken_up", "settling_kk"))
SETTLING = lexicon.words("kinds.staffing.taken_up", "settling")
POINTING = lexicon.words("kinds.staffing.taken_up", "pointing")


def _hired(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """… оқуын аяқтап, жұмысқа кіріспек: the same staff as those trained."""
    trained = memory.last_draft("Training", within=0, sentence=hit.clause.index)
    if trained is None or "count" not in trained.slots or not hit.frame.options.get("counted") or groups(hit.clause):
        return []
    tokens = hit.clause.sentence.tokens
    draft = Draft("Staffing", dict(hit.frame.slots), trained.start, tokens[hit.clause.last - 1].end, hit.frame.name)
    draft.say("status", said)
    draft.take_over(trained, "count", "bound", "profession", "date", "due")
    return [roles.finish(draft, hit.clause, memory)]


def _housed(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """… баспана мәселесі шешіліп жатыр: of the staff that the same sentence spoke of."""
    pointing = any(t.norm.startswith("олар") for t in hit.clause.tokens)
    pointing = pointing or any([t.norm] in MORE for t in hit.clause.tokens[:1]) or _some(hit.clause)
    latest = memory.last_draft("Staffing", within=1 if pointing else 0, sentence=hit.clause.index)
    if latest is None:
        return []
    tokens = hit.clause.sentence.tokens
    end = tokens[hit.clause.last - 1].end
    draft = Draft("Staffing", dict(hit.frame.slots), tokens[hit.clause.first].start, end, hit.frame.name)
    draft.say("status", said)
    draft.inherit("profession", latest.slots.get("profession"))
    for number in [m for m in hit.clause.mentions("number") if _of_them(hit.clause, m)][:1]:
        roles.quantity(draft, "count", number)
    return [roles.finish(draft, hit.clause, memory)]


def _some(clause: Clause) -> bool:
    """Say whether a Russian clause tells of so many of those spoken of before."""
    return clause.language == "ru" and any(_of_them(clause, m) for m in clause.mentions("number"))


def _opening_count(clause: Clause) -> Mention | None:
    """Троим предоставлено жильё, двое получили подъёмные: a clause that opens with how many, right before its verb."""
    first = [m for m in clause.mentions("number", last=clause.first + 1) if clause.language == "ru"]
    told = first and first[0].last < clause.last and clause.sentence.tokens[first[0].last].best.form in VERBAL
    return first[0] if told else None


PEOPLE = lexicon.words("kinds.staffing.taken_up", "people")
VERBAL = frozenset({"perf", "past", "fut", "pres"})
MORE = [[word] for word in lexicon.words("kinds.staffing.taken_up", "more")]


def _of_them(clause: Clause, number: Mention) -> bool:
    """12 из них, из них 12, двенадцати из которых, ещё 12 обеспечены жильём: how many of those spoken of before."""
    tokens = clause.sentence.tokens
    if number is _opening_count(clause):
        return True
    people = tokens[number.first].norm.endswith(PEOPLE)  # ещё троим комнаты выделят
    more = [t.norm for t in tokens[max(0, number.first - 1) : number.first]] in MORE
    if more and (tokens[number.last].best.form or people):
        return True
    if any(t.text in "–—" for t in tokens[number.last : clause.last]):
        return False  # 25 из них получили подъёмные, 14 – жильё
    behind, before = tokens[number.last : number.last + 2], tokens[max(0, number.first - 2) : number.first]
    return any(" ".join(t.norm for t in two) in OF_THEM for two in (behind, before))
