"""Service: a service, department, system or device starts working at a facility."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract import events, measures, roles, wording
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import known
from kzhealthkg.extract.frames import Hit, every
from kzhealthkg.extract.inside import here
from kzhealthkg.extract.kinds.counted_members import opened_parts
from kzhealthkg.extract.kinds.service_bases import (
    behind_dash,
    centres,
    host_of,
    hosted,
    is_town,
    joined,
    of_sport,
    opened_here,
    owner_before,
    pointed_base,
    shared,
    subject_before,
)
from kzhealthkg.extract.kinds.service_first import first_time
from kzhealthkg.extract.kinds.service_listed import listed
from kzhealthkg.extract.kinds.service_names import like_told, singular, whole, with_purpose, without_subject
from kzhealthkg.extract.kinds.service_sorts import sorts_behind, sorts_of_many
from kzhealthkg.extract.kinds.service_words import alone, is_known, is_sort
from kzhealthkg.extract.kinds.supplies import place_list
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.phases import phase_of
from kzhealthkg.extract.phrases import Phrase, genitive, nouns, phrase
from kzhealthkg.extract.syntax import Clause, forms, is_lemma, words
from kzhealthkg.model import Token

OBJECT = frozenset({"nom", "acc"})
SIZES = lexicon.words("kinds.service", "sizes")
OWNERS = ("facility", "place", "organization", "person")
ROOMS = frozenset(lexicon.words("kinds.service", "rooms"))
TEAMS = frozenset(lexicon.words("kinds.service", "teams"))
TAKE_UP = 4
ANY_DEVICE = frozenset(lexicon.words("kinds.service", "any_device"))
DEVICES = ANY_DEVICE | {"аппарат", "жүйе", "кешен", "система", "комплекс"}
"""Words for any device, and words that are one where the fuller name has them as well."""
PRESS = lexicon.words("kinds.service", "press")
URGENT = lexicon.words("kinds.service", "urgent")
UNFINISHED = frozenset({"planned", "underway", "needed", "stopped"})


def service(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the services that one clause says have started, will start or work."""
    drafts: list[Draft] = []
    if _of_purchase(clause, memory):
        return drafts
    for hit in every("service", clause):
        said = _status(hit, memory)
        for item, worded in _items(hit, memory) if said else []:
            text = like_told(item, worded, memory)
            known = not text or any(d.slots["item"] == text for d in drafts)
            if not (known or (said == "planned" and _to_come(item, memory))):
                made = _draft(hit, item, text, said, memory)
                made.listed = text != worded
                drafts += _everywhere(made, item)
    return drafts or first_time(clause, memory)


def _of_purchase(clause: Clause, memory: Memory) -> bool:
    """Құрал-жабдық алынды, оның ішінде КТ мен рентген бар: parts of what was bought are no services."""
    opened = opened_parts(clause) if memory.told_any("Procurement") else None
    bought = memory.last_draft("Procurement", within=1, sentence=clause.index) if opened else None
    return bought is not None and opened is not None and opened[0] <= clause.first + 1


def _everywhere(draft: Draft, item: Phrase) -> list[Draft]:
    """A және B қалаларында 2 кешен іске қосылды: several things in several towns, one in each."""
    clause = item.clause
    places = [m for m in place_list(clause) if m.last <= item.first or clause.language == "ru"]
    plural = any(r.plural for r in clause.sentence.tokens[item.head].readings)
    several = item.count is not None if clause.language == "kk" else plural
    if not several or len(places) < 2 or "facility" in draft.slots:
        return [draft]
    if clause.language == "ru":
        draft.slots["item"] = singular(item, str(draft.slots["item"]))
    made = [replace(draft, slots=dict(draft.slots), used=set(draft.used)) for _ in places]
    for member, mention in zip(made, places, strict=True):
        for slot in ("place", "placeCode", "district", "region"):
            member.slots.pop(slot, None)
        roles.place(member, mention.value)
    return made


def _status(hit: Hit, memory: Memory) -> str:
    options = hit.frame.options
    if not options.get("working"):
        found = events.said(hit)
        return "completed" if found == "underway" and _begun(hit) else found
    if options.get("being") and (_unfinished(hit, memory) or not _somewhere(hit, memory)):
        return ""
    return "underway" if _works_now(hit) else ""


def _begun(hit: Hit) -> bool:
    """Жұмысын бастады: a service that has begun is there."""
    spanned = hit.clause.sentence.tokens[hit.first : hit.last]
    return any(phase_of(t, hit.clause.language) == "begin" and forms(t) & {"past", "perf"} for t in spanned)


def _works_now(hit: Hit) -> bool:
    clause = hit.clause
    denied = (t.norm in ("жоқ", "не", "нет") or t.best.lemma in HOW for t in clause.tokens)
    if clause.says("жоқ", "не", "нет", *HOW) and any(denied):
        return False
    if hit.verb.best.negative:
        return False
    if clause.language == "ru":
        spanned = clause.sentence.tokens[hit.first : hit.last]
        return any(t.best.form == "pres" for t in spanned) or hit.verb.norm == "есть"
    if hit.frame.options.get("being"):
        return hit.verb.norm == "бар" and hit.last == clause.last
    rest = {t.norm for t in clause.sentence.tokens[hit.last : hit.last + 1]}
    going = "conv" in forms(hit.verb) and bool(rest & {"тұр", "жатыр", "келеді", "отыр"})
    return going or (_is_present(hit.verb) and not events.attributive(hit))


def _is_present(verb: Token) -> bool:
    """Істейді is now; істеді, which looks like a present, is not."""
    return bool(forms(verb) & {"pres", "prog"}) and verb.best.form != "past"


HOW = frozenset(lexicon.words("kinds.service", "how"))


def _somewhere(hit: Hit, memory: Memory) -> bool:
    """What a car has is no service: бар, есть tell one only of a facility."""
    named = any(m.type == "facility" for m in hit.clause.sentence.mentions)
    return named or memory.facility_just_before(hit.clause.index) is not None


def _unfinished(hit: Hit, memory: Memory) -> bool:
    """What a building not yet open will hold makes no service."""
    latest = memory.last_draft("Works", within=3, sentence=hit.clause.index)
    return latest is not None and latest.slots.get("status") in UNFINISHED


PARTS = lexicon.words("kinds.service", "parts")


def _to_come(item: Phrase, memory: Memory) -> bool:
    """Орталық салынады. Онда A, B бөлімшелері ашылады: departments of a building not yet open make none."""
    clause = item.clause
    latest = memory.last_draft("Works", within=3, sentence=clause.index)
    named = [m for m in clause.mentions("facility") if not (m.value.definite or m.first <= item.head < m.last)]
    same = all(latest is not None and m.value.name == latest.slots.get("facility") for m in named)
    parts = is_lemma(clause.sentence.tokens[item.head], *PARTS)
    return parts and latest is not None and latest.slots.get("status") in UNFINISHED and same


def _items(hit: Hit, memory: Memory) -> list[tuple[Phrase, str]]:
    if inside := hosted(hit) or opened_here(hit, memory):
        parts = [p for p in events.governed(hit, "services", OBJECT, _named_otherwise) if joined(p, inside)]
        centre = [(p, wording.lowered(p, p.text())) for p in inside]
        return centre + [pair for p in parts if _telling(p) for pair in _named(p)]
    russian = hit.clause.language == "ru" and hit.verb.best.form != "inf"
    noun = russian and not hit.frame.options.get("working") and events.is_action_noun(hit)
    cases = frozenset({"gen"} if noun else hit.frame.options.get("cases", OBJECT))
    found = events.governed(hit, "services", cases, _named_otherwise)
    if hit.frame.options.get("working"):
        found = [p for p in found if p.count is None or wording.described(p)]
    if hit.frame.options.get("being"):
        found = [p for p in found if hit.clause.sentence.tokens[p.head].best.lemma not in ROOMS]
    found = [
        with_purpose(whole(without_subject(_trimmed(p))))
        for p in found
        if is_known(p, hit) and not (_is_other(p) or _had(p, hit))
    ]
    bare = [(item, _taken_up(item, memory)) for item in found if not _telling(item)]
    told = [pair for item in found if _telling(item) for pair in listed(hit, item) or _named(item)]
    told += [p for p in bare if p[1]]
    if hit.frame.options.get("working"):
        told = [*centres(hit, memory), *told]
    return told or [(item, owner) for item in found if (owner := _owned(item))]


def _is_other(item: Phrase) -> bool:
    """A school is of another world, one of patients is not."""
    return not is_sort(item) and measures.is_other(item.clause, item.first, item.last)


def _trimmed(item: Phrase) -> Phrase:
    """20 орындық жансақтау бөлімі: its size is not what a department is."""
    tokens = item.clause.sentence.tokens
    sized = tokens[item.first].norm.startswith(SIZES) and is_lemma(tokens[item.head], *PARTS)
    return replace(item, first=item.first + 1, count=None) if sized else item


def _had(item: Phrase, hit: Hit) -> bool:
    """Томографы бар орталық ашылады, бағдарлама бойынша ашылды: what is only told beside the thing that opens."""
    after = item.clause.sentence.tokens[item.last : item.last + 1] if item.last < hit.last - 1 else ()
    return not hit.frame.options.get("being") and any(t.norm in ("бар", "бойынша") for t in after)


def _owned(item: Phrase) -> str:
    """Ультрадыбыстық зерттеудің үш бөлмесі: what a bare counted room or department is for stands before its number."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    at = item.count.first - 1 if item.count is not None else -1
    single = item.last - item.first == 1 and tokens[item.head].best.possessive
    if clause.language != "kk" or not single or at < clause.first or tokens[at].best.case != "gen":
        return ""
    if tokens[at].best.pos != "NOUN" or events.inside(clause, phrase(clause, at), *OWNERS):
        return ""
    return f"{phrase(clause, at).text()} {item.text()}"


def _taken_up(item: Phrase, memory: Memory) -> str:
    """Аппарат іске қосылды: a bare word for a device is the one bought a little before."""
    token = item.clause.sentence.tokens[item.head]
    before = memory.last_draft("Procurement", within=TAKE_UP, sentence=item.clause.index)
    name = str(before.slots["item"]) if before is not None else ""
    bare = item.last - item.first == 1 and token.best.lemma in DEVICES
    same = any(part.lower().startswith(token.best.lemma) for part in name.split())
    return name if bare and (same or token.best.lemma in ANY_DEVICE) else ""


def _named_otherwise(item: Phrase) -> bool:
    """A стационар or зертхана inside a facility is a service, though it is a sort of facility too: провизорлық стационар."""
    clause = item.clause
    hospital = any(
        m.first <= item.head < m.last and m.value.type.endswith("hospital") for m in clause.mentions("facility")
    )
    own = clause.sentence.tokens[item.head].best.lemma in alone(clause.language) and not hospital
    types = [t for t in events.NAMED if not (own and t == "facility")]
    return events.inside(clause, item, *types)


def _telling(item: Phrase) -> bool:
    """A bare жүйе or бөлімшесі says too little, a топ is a service only where it moves."""
    clause = item.clause
    head = clause.sentence.tokens[item.head]
    lemma = head.best.lemma
    if clause.sentence.tokens[item.first].norm.startswith((*SIZES, "дейінгі", "кейінгі")):
        return False
    if is_town(clause, item.head) or head.norm.startswith(PRESS) or of_sport(item):
        return False
    if lemma in TEAMS:
        return any(t.norm.startswith((*events.MOBILE, *URGENT)) for t in clause.sentence.tokens[item.first : item.last])
    return item.last - item.first > 1 or lemma in alone(clause.language) or bool(wording.described(item))


def _named(item: Phrase) -> list[tuple[Phrase, str]]:
    """Return a thing with its text; кабинет стоматолога, хирурга are two."""
    if several := sorts_of_many(item):
        return several
    item = shared(item)
    first = (item, f"{wording.described(item)} {wording.lowered(item, item.text())}".strip())
    if more := sorts_behind(item):
        return [first, *more]
    if item.clause.language != "ru" or item.last - item.head != 2:
        return [first]
    tokens, found, at = item.clause.sentence.tokens, [first], item.last
    while at + 1 < item.clause.last and tokens[at].norm in (",", "и") and _is_owner(item.clause, at + 1):
        member = replace(item, last=at + 2)
        found.append((member, f"{replace(item, last=item.head + 1).text()} {words(tokens[at + 1 : at + 2])}"))
        at += 2
    return found


def _is_owner(clause: Clause, at: int) -> bool:
    token = clause.sentence.tokens[at]
    return genitive(token) and token.best.lemma in nouns("professions", "ru")


def _draft(hit: Hit, item: Phrase, text: str, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    end = max(item.end, tokens[hit.last - 1].end)
    draft = Draft("Service", {}, min(item.start, tokens[hit.first].start), end, hit.frame.name)
    draft.say("item", text)
    draft.say("status", said)
    _where(draft, clause, item, memory)
    made = roles.finish(draft, clause, memory)
    if "working" in hit.frame.options:
        made.slots.pop("date", None)
    return made


def _where(draft: Draft, clause: Clause, item: Phrase, memory: Memory) -> None:
    apart = pointed_base(clause) or here(clause, memory) or behind_dash(clause, item)
    mention = None if apart else host_of(clause, item)
    if mention is not None:
        facility = known(memory, clause.sentence, mention)
        draft.say("facility", facility.name)
        roles.place(draft, facility.place or roles.nearest_place(clause, mention.first))
        draft.cover(mention.start, mention.end)
    elif owner := owner_before(clause) if pointed_base(clause) else here(clause, memory):
        draft.say("facility", owner.name)
        roles.place(draft, owner.place)
    elif (subject := subject_before(clause, memory)) is not None:
        draft.inherit("facility", subject.name)
        roles.place(draft, subject.place)
    elif (told := memory.spoken_of()) is not None and not clause.mentions("place"):
        draft.inherit("facility", told.name)
        roles.place(draft, told.place)
    else:
        roles.place(draft, roles.nearest_place(clause, item.first))
