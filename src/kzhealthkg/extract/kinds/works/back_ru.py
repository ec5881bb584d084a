"""Works in Russian that point back: объект, она, новый корпус, готовность, один из них."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.standing import placed
from kzhealthkg.extract.clause.status_ru import form_of, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.clause.themes_ru import INSIDE, inner_parts
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.across_ru import across
from kzhealthkg.extract.kinds.works.drafts_ru import drafted, end_of, finished
from kzhealthkg.extract.kinds.works.long_ago_ru import standing_before
from kzhealthkg.extract.kinds.works.pointing_ru import POINTING_REACH, TOPIC_REACH
from kzhealthkg.extract.kinds.works.since_ended import not_yet
from kzhealthkg.extract.kinds.works.stages import is_stage
from kzhealthkg.extract.kinds.works.totals_ru import of_total
from kzhealthkg.model import FacilityValue, Mention, PlaceValue

AT_OR_FOR = frozenset(lexicon.words("kinds.works.back_ru", "at_or_for"))
BESIDE = frozenset(lexicon.words("kinds.works.back_ru", "beside"))
BEDS = lexicon.words("kinds.works.back_ru", "beds")
RELATIVES = lexicon.words("kinds.works.back_ru", "relatives")
SEVERAL = frozenset(lexicon.words("kinds.works.back_ru", "several"))
SITE = ("facility", "facilityType", "count", "place", "district", "placeCode", "region")
KEPT = (*SITE, "due", "programme")
PRONOUNS = lexicon.words("kinds.works.back_ru", "pronouns")


def again(hit: Hit, mention: Mention, latest: Draft, found: str, memory: Memory) -> Draft:
    """Объект планируют сдать …: more of the work named just before."""
    draft = Draft("Works", dict(hit.frame.slots), mention.start, end_of(hit.clause), hit.frame.name)
    opened = draft.slots["workType"] == "construction"
    draft.take_over(latest, *(KEPT if opened else SITE))
    if opened and latest.slots["workType"] != "equipping":
        draft.slots["workType"] = latest.slots["workType"]
    if mention.value is not None and mention.value.type != "medical-facility":
        draft.inherit("facilityType", mention.value.type)
    draft.say("status", not_yet(hit.clause, latest, found))
    draft = finished(draft, hit, found, memory)
    if not opened and "date" not in hit.clause.named:
        draft.slots.pop("date", None)
    return draft


def of_no_house(hit: Hit, memory: Memory) -> bool:
    """Открыли выставку: a verb whose sentence names no facility, where no work was told that it could take up."""
    clause = hit.clause
    if "facility" in clause.sentence.named or memory.told_any("Works"):
        return False
    if hit.frame.slots["workType"] in MENDING or verb_of(hit) is None:
        return False
    return part_word(clause, clause.first, clause.last) is None


MENDING = frozenset({"repair", "reconstruction"})
"""Works that may be told of a part of the facility before."""


def pointed(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Она оснащена …, новый корпус откроют …: the facility spoken of just before."""
    clause = hit.clause
    shell = found == "completed" and hit.frame.slots["workType"] == "construction" and clause.says(*SHELL)
    found = "underway" if shell else found  # возведены стены
    latest = memory.last_draft("Works", within=1, sentence=clause.index)
    token = clause.tokens[0]
    pointer = Mention("facility", clause.first, clause.first + 1, token.start, token.end, None, "nom")
    more = of_total(hit, latest, found, memory) if latest is not None else []
    if more:
        return more
    elided = verb_of(hit) is token and clause.first > 0 and form_of(token) == "perf"
    subject = _relative(clause, memory) or across(hit, RELATIVES, memory)
    here = subject is not None and subject.name and latest is not None and latest.sentence != clause.index
    it = is_lemma(token, *PRONOUNS) or elided or _it(hit)
    if latest is not None and "count" not in latest.slots and it and not here:
        return [again(hit, pointer, latest, found, memory)]
    if subject is not None and "facility" not in clause.named and not (_inside_it(hit) or _of_other_thing(hit)):
        return [drafted(hit, _pointer_to(pointer, subject), subject, subject.place, found, memory)]
    if verb_of(hit) is None and _bare_noun(hit):
        return _of_before(hit, pointer, found, memory)
    return _new_part(hit, found, memory) or _inner(hit, found, memory)


def _of_other_thing(hit: Hit) -> bool:
    """Больница, где обновлена техническая база: what was renewed is named behind the verb, and it is no part of a building."""
    clause, verb = hit.clause, verb_of(hit)
    rest = [i for i in range(hit.last, clause.last) if clause.sentence.tokens[i].best.pos not in ("ADJ", "ADV")]
    behind = clause.sentence.tokens[rest[0]] if rest and verb is not None and form_of(verb) == "perf" else None
    named = behind is not None and any(r.pos == "NOUN" and r.case == "nom" for r in behind.readings)
    return named and not _is_inner(clause, rest[0])


def _is_inner(clause: Clause, at: int) -> bool:
    """Say whether a word is a part of a building, and nothing else owns it: фасад, but not фасад школы."""
    tokens = clause.sentence.tokens
    if part_word(clause, at, at + 1) is None and not is_lemma(tokens[at], *inner_parts()):
        return False
    owner = next((i for i in range(at + 1, clause.last) if tokens[i].best.pos != "ADJ"), None)
    owned = owner is not None and tokens[owner].best.pos == "NOUN" and tokens[owner].best.case == "gen"
    return not owned or owner is None or _is_inner(clause, owner)


def _inner(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Отделение капитально отремонтировали, начат ремонт кровли: parts of the facility that the sentence before is about."""
    clause = hit.clause
    facility = standing_before(clause, memory)
    mending = hit.frame.slots["workType"] in MENDING
    if not mending or facility is None or "facility" in clause.named or _elsewhere(clause, facility):
        return []
    if _mended_as_a_whole(facility, hit, memory):
        return []
    parts = [i for i in range(clause.first, clause.last) if _is_inner(clause, i) and not preposition_at(clause, i)]
    parts = parts or _in_part(hit)
    if not parts:
        return []
    token = clause.sentence.tokens[parts[0]]
    mention = Mention("facility", parts[0], parts[0] + 1, token.start, token.end, facility, "nom")
    return [drafted(hit, mention, facility, facility.place, found, memory)]


def _mended_as_a_whole(facility: FacilityValue, hit: Hit, memory: Memory) -> bool:
    """Идёт ремонт больницы. Отремонтированы три палаты: what is told of its parts is told of that repair."""
    if hit.frame.slots["workType"] not in ("repair", "reconstruction"):
        return False
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    whole = (
        latest is not None and latest.slots["workType"] in ("repair", "reconstruction") and "count" not in latest.slots
    )
    return whole and latest is not None and latest.slots.get("facilityType", "") == facility.type


def _in_part(hit: Hit) -> list[int]:
    """В отделении проведён ремонт: the part where a noun's work is, which nothing else owns."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    noun = [i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *inner_parts())]
    found = [i for i in noun if verb_of(hit) is None and preposition_at(clause, i) in INSIDE]
    return [i for i in found if not any(r.case == "gen" and r.pos == "NOUN" for r in tokens[i + 1].readings)]


def _it(hit: Hit) -> bool:
    """Сдать его планируют в мае: the object that the verb has beside it, and no noun that it owns."""
    tokens = hit.clause.sentence.tokens[hit.last : hit.clause.last]
    owned = any(t.best.pos in ("NOUN", "ADJ") for t in tokens[1:2])
    return verb_of(hit) is not None and any(t.norm in IT for t in tokens[:1]) and not owned


IT = frozenset(lexicon.words("kinds.works.back_ru", "it"))


def _new_part(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Построят новый корпус на 100 коек: a part of the facility spoken of, or of one beside it."""
    clause = hit.clause
    part = part_word(clause, clause.first, clause.last)
    beside = [
        m for m in clause.mentions("facility") if preposition_at(clause, m.first) in AT_OR_FOR or _based(clause, m)
    ]
    facility = beside[0].value if len(beside) == 1 else spoken_of(memory, clause) or _of_beds(clause)
    others = [
        m for m in clause.mentions("facility") if preposition_at(clause, m.first) not in BESIDE and m not in beside
    ]
    if facility is not None and _mended_as_a_whole(facility, hit, memory):
        return []
    if facility is not None and not beside and (_elsewhere(clause, facility) or is_stage(hit, facility, found, memory)):
        return []
    if part is None or not part[1] or facility is None or preposition_at(clause, part[0]) or others:
        return []
    at = clause.sentence.tokens[part[0]]
    mention = Mention("facility", part[0], part[0] + 1, at.start, at.end, facility, "nom")
    draft = drafted(hit, mention, facility, facility.place, found, memory)
    if draft.slots["workType"] == "construction":
        draft.say("workType", part[1])
    return [draft]


def _based(clause: Clause, mention: Mention) -> bool:
    """Новый корпус на базе больницы."""
    return mention.first > clause.first and is_lemma(clause.sentence.tokens[mention.first - 1], *BASE)


BASE = lexicon.words("kinds.works.back_ru", "base")


def _elsewhere(clause: Clause, facility: FacilityValue) -> bool:
    """В A отремонтирована больница, в B начата реконструкция корпуса: a building in B is none of A's hospital."""
    here = {p.name for p in places_of(clause)}
    own = facility.place
    return bool(here) and not (own is not None and here & {own.name, own.district})


def _of_beds(clause: Clause) -> FacilityValue | None:
    """В городе построят корпус на 100 коек: a building for patients, though of no named hospital."""
    places = places_of(clause.whole)
    beds = clause.says(*BEDS)
    return FacilityValue("", "", place=places[-1] if len(places) == 1 else None) if beds else None


def _relative(clause: Clause, memory: Memory) -> FacilityValue | None:
    """…, где ведётся ремонт; …, которая оснащена …: the facility named right before."""
    tokens = clause.sentence.tokens
    opening = [t for t in tokens[max(0, clause.first - 1) : clause.first + 1] if is_lemma(t, *RELATIVES)]
    named = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    far = not named or clause.first - named[-1].last > TOPIC_REACH
    if far or not opening or any(t.norm in SEVERAL for t in opening):
        return None
    value = placed(clause.sentence, named[-1])
    if value.definite and value.type not in ("", "medical-facility"):  # амбулатория, где завершается ремонт
        value = replace(memory.resolve(value), definite=False)
    return None if value.plural or value.definite else value


def _inside_it(hit: Hit) -> bool:
    """Больница, где открыли кабинет: what opens in a facility is not the facility."""
    near = hit.clause.sentence.tokens[max(0, hit.clause.first - 1) : hit.clause.first + 1]
    return hit.frame.slots["workType"] == "construction" and any(t.norm == "где" for t in near)


def _bare_noun(hit: Hit) -> bool:
    """Строительство планируется завершить …: the noun opens its clause and nothing depends on it."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if any(is_lemma(t, *ONE_OF_THEM) for t in clause.tokens[:2]):
        return False  # в первой идёт ремонт
    after = tokens[hit.last : hit.last + 1]
    counted = any(m.first == hit.last for m in clause.mentions("number"))  # строительство пяти домов
    alone = not after or after[0].best.pos not in ("NOUN", "PROPN", "ADJ") or after[0].best.case != "gen"
    alone = alone and not counted
    held = sum(m.last - m.first + 1 for m in clause.mentions("place", last=hit.first))
    near = hit.first - clause.first - held <= TOPIC_REACH or phase_of(tokens[hit.first - 1], "ru") != ""
    return alone and near and "facility" not in clause.named and part_word(clause, clause.first, clause.last) is None


def _of_before(hit: Hit, pointer: Mention, found: str, memory: Memory) -> list[Draft]:
    """The work is that on the facility of the sentence before."""
    latest = memory.last_draft("Works", within=1, sentence=hit.clause.index)
    here = _only_before(hit.clause)
    facility = here or standing_before(hit.clause, memory) or _site_before(hit.clause, memory)
    if here is not None and (latest is None or latest.sentence != hit.clause.index):
        return [drafted(hit, _pointer_to(pointer, here), here, here.place, found, memory)]
    if latest is not None and "count" not in latest.slots and latest.slots["workType"] != "equipping":
        elsewhere = [p for p in places_of(hit.clause) if p.name != latest.slots.get("place")]
        if elsewhere:
            return _likewise(hit, pointer, latest, elsewhere, found, memory)
        return [again(hit, pointer, latest, found, memory)]
    if latest is not None or facility is None or places_of(hit.clause):
        return []
    draft = drafted(hit, _pointer_to(pointer, facility), facility, facility.place, found, memory)
    draft.cover(pointer.start, end_of(hit.clause))
    return [draft]


BUILDING = lexicon.words("kinds.works.back_ru", "building")
SHELL = lexicon.words("kinds.works.back_ru", "shell")
ONE_OF_THEM = lexicon.words("kinds.works.back_ru", "one_of_them")


def _site_before(clause: Clause, memory: Memory) -> FacilityValue | None:
    """Осмотрел стройплощадку новой поликлиники. Строительство завершат в мае: the one nameless facility being built."""
    before = memory.document.sentences[clause.index - 1] if clause.index else None
    if before is None or not any(is_lemma(t, *BUILDING) for t in before.tokens):
        return None
    found = [placed(before, m) for m in before.mentions if m.type == "facility"]
    single = len(found) == 1 and found[0].type not in ("", "medical-facility")
    return memory.resolve(found[0]) if single and not (found[0].plural or found[0].count) else None


def _only_before(clause: Clause) -> FacilityValue | None:
    """Готовят проект больницы на 500 коек, строительство начнут в мае: the one facility that the sentence has named."""
    named = [m for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    single = len(named) == 1 and not named[0].value.plural and named[0].value.count is None
    return placed(clause.sentence, named[0]) if single and named[0].value.name else None


def _likewise(
    hit: Hit, pointer: Mention, latest: Draft, places: list[PlaceValue], found: str, memory: Memory
) -> list[Draft]:
    """В A больница построена. В B и C строительство завершат в октябре: others of the sort, one in each place."""
    value = FacilityValue("", str(latest.slots.get("facilityType", "")))
    if not value.type or "place" not in latest.slots:
        return []
    return [drafted(hit, _pointer_to(pointer, value), value, place, found, memory) for place in places]


def _pointer_to(pointer: Mention, facility: FacilityValue) -> Mention:
    """Return the pointer as a mention of the facility that it means."""
    return replace(pointer, value=facility)


def spoken_of(memory: Memory, clause: Clause) -> FacilityValue | None:
    """Return the facility named last, one of a known type before one of none."""
    if clause.index - memory.facility_sentence > POINTING_REACH:
        return None
    typed = [f for f in memory.facilities[-2:] if f.type not in ("", "medical-facility")]
    return typed[-1] if typed else next(iter(memory.facilities[-1:]), None)
