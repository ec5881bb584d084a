"""Whether two drafts word one thing in two ways: a headline shortens a name, a task, a benefit."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.countries import without_country
from kzhealthkg.extract.merge.measured_again import repeats
from kzhealthkg.extract.merge.names import ANYBODY
from kzhealthkg.extract.merge.same_changes import one_change
from kzhealthkg.extract.merge.works import HEADLINE, key

SHORTEST_TASK = 3


def worded(slot: str, one: Draft, other: Draft) -> bool:
    """Say whether two drafts name one task, or one facility that holds so many, in a shorter and a longer wording."""
    if slot == "facility" and one.kind == "Capacity" and one.slots["value"] == other.slots["value"]:
        short, long = sorted((key(d.slots[slot]) for d in (one, other)), key=len)
        same = one.slots.get("facilityType") == other.slots.get("facilityType")
        return same and long.endswith(f" {short}")
    if slot == "facility" and one.kind in ("Procurement", "Service") and 0 in (one.sentence, other.sentence):
        return shortened(plainly(one), plainly(other))
    if slot == "facilityType" and one.kind == "Works":
        return "facility" in one.slots and alike(one.slots["facility"], other.slots.get("facility"))
    if slot == "facilityType" and one.kind == "Capacity":
        return _one_house_of(one, other)
    if slot == "measure" and one.kind == "Indicator":
        return repeats(one, other) or _level_of(one, other) or one_change(one, other)
    if one.kind == "Visit" and slot in ("facility", "stop"):
        thin, full = sorted((one, other), key=lambda d: len(key(d.slots[slot])))
        called = _called_after(key(thin.slots.get("place", "")), key(thin.slots[slot]), key(full.slots[slot]))
        return called or _one_house(key(one.slots[slot]), key(other.slots[slot]))
    if slot == "profession":
        return _same_staff(one, other)
    return (slot == "topic" and _one_task(one, other)) or (slot == "document" and _one_document(one, other))


def _same_staff(one: Draft, other: Draft) -> bool:
    """Say whether two drafts name those who get something, or who learn, in two ways."""
    if one.kind == "Training":
        return _heralded(one, other)
    return one.kind == "Staffing" and (_one_benefit(one, other) or _as_many(one, other))


def _one_document(one: Draft, other: Draft) -> bool:
    """Подписан новый кодекс о здоровье. … Кодекс РК «О здоровье народа …»: the lead has every word of the headline's name."""
    name = without_country(one) if one.slots.get("status") == other.slots.get("status") else None
    if name and name == without_country(other):
        return True  # Қазақстан Республикасының … ұлттық жоспары
    first, later = sorted((one, other), key=lambda d: d.sentence)
    said, again = ({w.strip("«»")[:STEM] for w in key(d.slots["document"]).split()} for d in (first, later))
    same = first.slots.get("status") == later.slots.get("status") and first.sentence == 0 < later.sentence <= HEADLINE
    return same and len(said) > 1 and said <= again


LEVELS = lexicon.words("extract.merge.words", "levels")


def _level_of(one: Draft, other: Draft) -> bool:
    """Показатель травматизма, травматизм: with one change by as much, the level of a thing is the thing."""
    short, long = sorted((key(d.slots["measure"]) for d in (one, other)), key=len)
    changed = "change" in one.slots and one.slots["change"] == other.slots.get("change")
    stem = short[: max(STEM, len(short) - 2)]
    head, _, rest = long.partition(" ")
    same = one.slots["value"] == other.slots["value"] and one.sentence != other.sentence
    return changed and same and head.startswith(LEVELS) and rest.startswith(stem) and " " not in rest


def _one_house_of(one: Draft, other: Draft) -> bool:
    """Госпиталь на 300 мест, инфекционная больница на 300 коек: a bare sort is that of the named one with the same figure."""
    short, long = sorted((one, other), key=lambda d: len(str(d.slots["facilityType"])))
    same = all(one.slots.get(k) == other.slots.get(k) for k in ("value", "unit", "place", "region"))
    akin = str(long.slots["facilityType"]).endswith(f"-{short.slots['facilityType']}")
    return same and akin and "facility" not in short.slots


def _one_benefit(one: Draft, other: Draft) -> bool:
    """Ауыл дәрігерлеріне M беріледі … ауылға барған дәрігерлерге M: a headline's benefit is told again below it."""
    short, long = sorted((key(d.slots["profession"]) for d in (one, other)), key=len)
    same = "amount" in one.slots and one.slots["amount"] == other.slots.get("amount")
    one_word = f" {short}" in long and " " not in long.partition(f" {short}")[2]
    return same and 0 in (one.sentence, other.sentence) and one_word


def _as_many(one: Draft, other: Draft) -> bool:
    """94 медицина маманы in a headline are the 94 жас маман of the lead, 56 специалистов the 56 врачей."""
    names = [key(d.slots["profession"]) for d in (one, other)]
    heads = [name.rsplit(" ", 1)[-1][:STEM] for name in names]
    counts = [d.slots.get("count", 0) for d in (one, other)]
    headline = 0 in (one.sentence, other.sentence) and one.sentence != other.sentence
    anybody = any(name in ANYBODY for name in names)
    return headline and (heads[0] == heads[1] or anybody) and counts[0] == counts[1] >= MANY


def _heralded(one: Draft, other: Draft) -> bool:
    """80 медработников in a headline are the 80 работников сферы здравоохранения of the lead."""
    first, later = sorted((one, other), key=lambda d: d.sentence)
    lead = first.sentence == 0 < later.sentence <= LEAD and "topic" not in first.slots
    alike = all(first.slots.get(k) == later.slots.get(k) for k in ("count", "status"))
    return lead and alike and first.slots.get("count", 0) >= MANY


LEAD = 2
"""Sentences below the headline that tell again what it tells."""
MANY = 20
"""Figures below are shared by chance."""


def plainly(draft: Draft) -> str:
    """Жедел медициналық көмек ауруханасы is the жедел жәрдем ауруханасы: a name without its sort, and its town behind it."""
    words = [SAID_FOR.get(word, word) for word in key(draft.slots["facility"]).split() if word not in FILLING]
    town = key(draft.slots.get("place", ""))[:STEM]
    behind = len(words) > 1 and len(town) == STEM and words[-1].startswith(town)
    return " ".join(words[:-1] if behind else words)


FILLING = frozenset(lexicon.words("extract.merge.words", "filling"))
SAID_FOR = dict(zip(*[iter(lexicon.words("extract.merge.words", "said_for"))] * 2, strict=True))
"""A word → the one it is said for: жәрдем, көмек."""


def shortened(one: str, other: str) -> bool:
    """Say whether one name shortens another: онкологиялық орталық in a headline is the Абай облыстық онкологиялық орталығы of the article."""
    short, long = sorted((one.split(), other.split()), key=len)
    ends = short[-1][:STEM] == long[-1][:STEM]
    return ends and (len(short) < len(long) or short == long) and set(short[:-1]) <= set(long[:-1])


STEM = 5
"""Letters that the adjective of a town shares with its name, at least."""


def _called_after(town: str, short: str, long: str) -> bool:
    """Областная больница in Атырау is the Атырауская областная больница."""
    return len(town) >= STEM and long.endswith(f" {short}") and long.startswith(town[:STEM])


def _one_house(one: str, other: str) -> bool:
    """Центральная больница is the центральная районная больница that the same person has just been said to be at."""
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) > OWNER and short == long[: len(short)] and not any(w[0].isdigit() for w in long):
        return True  # научный центр глаза, научный центр глаза X университета
    return (
        len(short) > 1
        and len(short) < len(long)
        and set(short) < set(long)
        and short[0] == long[0]
        and short[-1] == long[-1]
    )


OWNER = 2
"""Words of a name behind which its owner may be left out, more than these."""


def _one_task(one: Draft, other: Draft) -> bool:
    """A headline words a task with fewer of the same words."""
    short, long = sorted((set(key(d.slots["topic"]).split()) for d in (one, other)), key=len)
    if one.kind == "Instruction" and _reworded(one, other):
        return True
    if one.kind != "Instruction" or 0 not in (one.sentence, other.sentence):
        return one.kind == "Instruction" and len(short) >= SHORTEST_TASK and short <= long
    timeless = [_timeless(key(d.slots["topic"]).split()) for d in (one, other)]
    if max(one.sentence, other.sentence) <= LEAD and _as_many_of(*timeless):
        return True
    return (len(short) >= SHORTEST_TASK and short <= long) or (len(timeless[0]) > 1 and timeless[0] == timeless[1])


def _reworded(one: Draft, other: Draft) -> bool:
    """Сократить очереди в поликлиниках; обеспечить сокращение очередей в поликлиниках: a task told again by the same stems.

    The lead may word one of a headline's words otherwise: обеспечить сёла лекарствами, обеспечить медпункты лекарствами.
    """
    if one.sentence == other.sentence:
        return False
    said = [str(d.slots["topic"]).casefold().split() for d in (one, other)]
    stems = [{w[:STEM] for w in words if len(w) >= SHORTEST_STEM or w.isdigit()} for words in said]
    few, many = sorted(stems, key=len)
    if len(few) < SHORTEST_TASK:
        return False
    lead = not min(one.sentence, other.sentence) and max(one.sentence, other.sentence) <= LEAD
    one_verb = said[0][0][:STEM] == said[1][0][:STEM] or said[0][-1][:STEM] == said[1][-1][:STEM]
    return few <= many or (lead and one_verb and len(few - many) == 1 and len(many) > len(few) + 1)


SHORTEST_STEM = 3
"""Letters of the shortest word of a task by which it is known."""


def _as_many_of(one: set[str], other: set[str]) -> bool:
    """Построить 300 медпунктов; завершить строительство 300 объектов: a task with the same figure and one more stem."""
    figures = {w for w in one & other if w.isdigit() and len(w) > 1}
    return bool(figures) and len({w[:STEM] for w in one} & {w[:STEM] for w in other}) > 1


def _timeless(words: list[str]) -> set[str]:
    """Return the words of a task without those that say by when: жыл соңына дейін, 31 желтоқсанға дейін."""
    timed = {i for i, word in enumerate(words) if word.startswith(TIMES)}
    return {
        word
        for i, word in enumerate(words)
        if i not in timed and not (i + 1 in timed and (word.isdigit() or word in SO_MANY))
    }


TIMES = lexicon.words("extract.merge.words", "times")
SO_MANY = frozenset(lexicon.words("extract.merge.words", "so_many"))


def alike(one: object, other: object) -> bool:
    """Lists agree where one holds the other: a headline names fewer parties."""
    if isinstance(one, list) and isinstance(other, list):
        first, second = {key(v) for v in one}, {key(v) for v in other}
        return first <= second or second <= first
    return key(one) == key(other)
