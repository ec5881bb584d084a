"""Which facilities a Russian cue speaks of.

A verb governs a nominative or accusative on either side, a participle the noun that it agrees with, a
noun (строительство) the genitive after it; ремонт also stands "in" a facility, and what is turned into
one comes after "в" or "под".
"""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.between import bracketed, distance
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.gaps_ru import REACH, across, clear
from kzhealthkg.extract.clause.lists_ru import WORKS, listed, one_each, preposition, preposition_at
from kzhealthkg.extract.clause.mentions_ru import (
    ATTACHED,
    apposed,
    cases,
    head_readings,
    is_wing,
    landmark,
    part_behind,
    preposition_before,
)
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.status_ru import form_of, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

INTO = frozenset(lexicon.words("extract.clause.themes_ru", "into"))
UNDER = frozenset(lexicon.words("extract.clause.themes_ru", "under"))
"""Also before the verb: под ФАП приспособили школу."""

LEFTWARDS = 3
"""How much farther than it is a theme before the cue counts: Russian objects follow."""

MENDING = frozenset({"repair", "reconstruction"})
INSIDE = frozenset(lexicon.words("extract.clause.themes_ru", "inside"))


@cache
def inner_parts() -> frozenset[str]:
    """Return the parts of a facility that are repaired in its stead."""
    return frozenset(r["lemma"] for r in lexicon.table("inner_parts") if r["language"] == "ru")


def themes_ru(hit: Hit) -> list[Mention]:
    """Return the facilities that a cue governs, with the members of their list; [] where there is none."""
    found = [m for m in hit.clause.mentions("facility") if m.last <= hit.first or m.first >= hit.last]
    aside = bracketed(hit.clause)  # больницу рядом с центром (бывший диспансер) построили
    found = [m for m in found if hit.first in aside or m.first not in aside]
    found = [m for m in found if not landmark(hit.clause, m)]
    verb = verb_of(hit)
    if hit.frame.options.get("receiver"):
        chosen = _of_receiver(hit, found)
    elif hit.frame.options.get("into"):
        chosen = [m for m in found if _into(hit, m)]
    elif verb is None or hit.frame.options.get("noun"):
        chosen = _of_noun(hit, found)
    elif form_of(verb) == "part":
        chosen = _of_participle(hit, found)
    else:
        chosen = _of_verb(hit, found)
    bare, chosen = chosen, [apposed(hit.clause, found, m) for m in chosen]
    found = [m for m in found if m not in bare or m in chosen]
    return chosen[:1] if _of_one(hit, verb) else listed(hit, found, chosen[0]) if chosen else []


def _into(hit: Hit, mention: Mention) -> bool:
    """Переоборудовали в поликлинику, под поликлинику переоборудовали: what an old house is turned into."""
    before = mention.last <= hit.first
    said = preposition(hit.clause, mention) in (UNDER if before else INTO)
    return said and not (before and "acc" not in cases(hit.clause, mention))


def _of_receiver(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Поликлиника получила новое здание, новоселье отметила больница: who has a new house is the subject."""
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    wing = hit.frame.slots.get("workType") != "extension" or is_wing(hit.clause, hit.last - 1) or _gains(hit)
    if any(t.best.case == "gen" for t in behind) or not wing:
        return []  # готовится к открытию нового отделения; получила в новом корпусе палаты
    several = bool(hit.frame.options.get("fit"))  # к открытию готовы пять медпунктов
    named = [m for m in found if not preposition(hit.clause, m) and (several or not m.value.plural)]
    named = [m for m in named if "nom" in cases(hit.clause, m) or (several and m.value.count is not None)]
    return sorted(named, key=lambda m: distance(hit, m))[:1]


def _gains(hit: Hit) -> bool:
    """Больница обзавелась корпусом, пополнилась пристройкой: verbs of which the new thing stands in the instrumental."""
    verb, *between, gained = hit.clause.sentence.tokens[hit.first : hit.last]
    own = gained.best.case == "ins" and all(t.best.pos == "ADJ" for t in between)
    return own and is_lemma(verb, *GAINING)


GAINING = lexicon.words("extract.clause.themes_ru", "gaining")


def _of_one(hit: Hit, verb: Token | None) -> bool:
    """Строящийся центр и больница: a participle in the singular before a noun is of that one alone."""
    if verb is None or form_of(verb) != "part" or hit.last >= hit.clause.last:
        return False
    said = [r for r in verb.readings if r.form == "part"]
    behind = hit.clause.sentence.tokens[hit.first - 1].text == "," and not _right_before(hit)
    return bool(said) and not any(r.plural for r in said) and not behind


def _right_before(hit: Hit) -> Mention | None:
    """Посетил поликлинику, строящуюся районную больницу: the facility that a participle stands right before."""
    tokens = hit.clause.sentence.tokens
    behind = [m for m in hit.clause.mentions("facility") if m.first >= hit.last][:1]
    near = [m for m in behind if all(t.best.pos == "ADJ" for t in tokens[hit.last : m.first])]
    return near[0] if near else None


def _of_noun(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Строительство больницы, ремонт в больнице: the genitive behind a noun, or where it is carried out."""
    inner = inner_parts() if hit.frame.slots.get("workType") in MENDING else frozenset()
    right = [m for m in found if m.first >= hit.last and clear(hit.clause, hit.last, m.first, inner)]
    right = [m for m in right if _attached(hit.clause, m) or _genitive(hit.clause, m)]
    if right or not hit.frame.options.get("inside"):
        return right[:1]
    where = [m for m in found if m.last < hit.first and _opens_where(hit.clause, m)]
    if where:
        return where[-1:]
    inside = [m for m in found if _is_inside(hit.clause, m) or _is_subject(hit.clause, m) or _is_due(hit.clause, m)]
    return sorted(inside, key=lambda m: distance(hit, m))[:1]


def _is_inside(clause: Clause, mention: Mention) -> bool:
    """Ремонт в больнице, в отделении больницы: where it is carried out, or what has the part where it is."""
    part = mention.first - 1
    owns = part >= clause.first and is_lemma(clause.sentence.tokens[part], *inner_parts())
    at = preposition_at(clause, part) if owns and "gen" in cases(clause, mention) else preposition(clause, mention)
    return at in INSIDE


def _opens_where(clause: Clause, mention: Mention) -> bool:
    """На базе больницы, где ведётся ремонт, …: the relative clause is about the facility before it."""
    behind = [t.norm for t in clause.sentence.tokens[mention.last : mention.last + 2]]
    return behind == [",", "где"]


def _genitive(clause: Clause, mention: Mention) -> bool:
    return not preposition(clause, mention) and "gen" in cases(clause, mention)


def _attached(clause: Clause, mention: Mention) -> bool:
    """Пристройка к больнице, корпус при роддоме; к больнице сделана пристройка: the facility a new part belongs to."""
    if preposition_before(clause, mention) not in ATTACHED:
        return part_behind(clause, mention) is not None
    at = next(
        (i for i in range(mention.first - 1, clause.first - 1, -1) if clause.sentence.tokens[i].norm in ATTACHED), 0
    )
    part = part_word(clause, max(clause.first, at - 5), at) or part_behind(clause, mention)
    return part is not None and not preposition_at(clause, part[0])


def _of_participle(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Строящаяся больница; больница, построенная за год."""
    tokens = hit.clause.sentence.tokens
    at = next(i for i in range(hit.first, hit.last) if form_of(tokens[i]) == "part")
    own = _right_before(hit)
    left = [m for m in found if m.last == at - 1 and tokens[at - 1].text == "," and own is None]
    right = [m for m in found if m.first >= hit.last and clear(hit.clause, hit.last, m.first)]
    agreeing = [m for m in [*left, *right[:1]] if _agrees(hit.clause, m, tokens[at]) and not _in_such(hit.clause, m)]
    return agreeing[:1]


def _in_such(clause: Clause, mention: Mention) -> bool:
    """Койки в возводимых больницах: where something is done is of no number and no moment."""
    several = mention.value.plural and mention.value.count is None
    return several and preposition(clause, mention) in INSIDE


def _agrees(clause: Clause, mention: Mention, token: Token) -> bool:
    own = {(r.case, r.plural) for r in token.readings if r.form == "part"}
    head = {(r.case or c, r.plural) for r in head_readings(clause, mention) for c in ("nom", "gen", "acc", "loc")}
    return bool(own & head) or any(c == mention.case for c, _ in own)


def _of_verb(hit: Hit, found: list[Mention]) -> list[Mention]:
    """Построили больницу, в больнице отремонтировали отделение: the object of a verb, or what owns its object."""
    mending = hit.frame.slots.get("workType") in MENDING or bool(
        hit.frame.options.get("equip") and hit.clause.says("весь")
    )
    fit = [
        m
        for m in found
        if not preposition(hit.clause, m) and (_direct(hit.clause, m) or (mending and _owns_part(hit.clause, m)))
    ]
    fit += [m for m in found if _owns_what_is_done(hit, m, mending=mending)]
    fit = [m for m in fit if distance(hit, m) <= REACH and not across(hit, m)]
    if _has_object(hit):
        fit = [m for m in fit if m.first >= hit.last or _owns_what_is_done(hit, m, mending=mending)]
    return sorted(fit, key=lambda m: distance(hit, m) + LEFTWARDS * (m.last <= hit.first))[:1]


def _owns_what_is_done(hit: Hit, mention: Mention, *, mending: bool) -> bool:
    """Say whether what is built is built on to a facility, or what is mended is inside of it."""
    return _attached(hit.clause, mention) or _added_to(hit, mention) or (mending and _holds_part(hit, mention))


def _added_to(hit: Hit, mention: Mention) -> bool:
    """К больнице пристроили палаты: what is built on, a verb of building on tells by itself."""
    return hit.frame.slots.get("workType") == "extension" and preposition_before(hit.clause, mention) in ATTACHED


def _owns_part(clause: Clause, mention: Mention) -> bool:
    """Отремонтировали кровлю поликлиники, родильное отделение больницы: what is repaired is a part of it."""
    before, own = _word_before(clause, mention), cases(clause, mention)
    part = before is not None and is_lemma(before, *inner_parts()) and "gen" in own
    return part and before is not None and any(r.case in ("nom", "acc") for r in before.readings)


def _holds_part(hit: Hit, mention: Mention) -> bool:
    """В больнице отремонтировали родильное отделение: what is repaired is inside of it."""
    tokens, rest = hit.clause.sentence.tokens, range(hit.last, min(hit.clause.last, hit.last + LEFTWARDS))
    part = next((i for i in rest if tokens[i].best.pos != "ADJ"), hit.last)
    inner = part < hit.clause.last and is_lemma(tokens[part], *inner_parts())
    named = [m for m in hit.clause.mentions("facility") if m.first == part + 1]
    return inner and not named and mention.last <= hit.first and preposition(hit.clause, mention) in INSIDE


def _has_object(hit: Hit) -> bool:
    """Станция обновит автопарк: what stands before a verb that has its object is the one who acts."""
    verb, clause = verb_of(hit), hit.clause
    if verb is None or form_of(verb) == "perf" or verb.best.lemma.endswith("ся"):
        return False
    covered = {i for m in clause.mentions("facility", "date", "place", "organization") for i in range(m.first, m.last)}
    after = range(hit.last, min(clause.last, hit.last + 4))
    noun = next((i for i in after if clause.sentence.tokens[i].best.pos != "ADJ"), hit.last)
    token = clause.sentence.tokens[noun] if noun < clause.last else None
    if token is None or noun in covered or token.best.pos != "NOUN":
        return False
    return any(r.pos == "NOUN" and r.case == "acc" for r in token.readings)


def _direct(clause: Clause, mention: Mention) -> bool:
    """A subject or object; the genitive after a noun is none, save after a part of a building (корпус)."""
    before = _word_before(clause, mention)
    if part_word(clause, max(clause.first, mention.first - 6), mention.first):
        return not _prepositional_part(clause, mention)
    own = cases(clause, mention)
    attribute = before is not None and before.best.pos == "NOUN" and not before.best.form and "gen" in own
    if before is not None and is_lemma(before, *SET):
        attribute = False  # ввели в эксплуатацию ФАП
    if attribute and before is not None and before.best.lemma in WORKS:
        return False  # на строительство 40 ФАПов есть документы, 12 построены
    counted = mention.value.count is not None or one_each(clause, mention)
    return (counted or bool(own & {"nom", "acc"})) and not (attribute and not counted)


SET = lexicon.words("extract.clause.themes_ru", "set")


def _prepositional_part(clause: Clause, mention: Mention) -> bool:
    """В здании больницы открылся … is not about the building."""
    found = part_word(clause, max(clause.first, mention.first - 6), mention.first)
    return found is not None and bool(preposition_at(clause, found[0]))


def _is_subject(clause: Clause, mention: Mention) -> bool:
    """Капремонт прошли 12 объектов, больница нуждается в ремонте."""
    own = cases(clause, mention)
    return not preposition(clause, mention) and _direct(clause, mention) and ("nom" in own or mention.value.count)


def _is_due(clause: Clause, mention: Mention) -> bool:
    """Больнице предстоит, требуется, нужен ремонт."""
    due = any(phase_of(t, "ru") in ("plan", "need") for t in clause.tokens)
    return due and "dat" in cases(clause, mention) and not preposition(clause, mention)


def _word_before(clause: Clause, mention: Mention) -> Token | None:
    """Return the word before a mention and its own adjectives and count."""
    tokens, at = clause.sentence.tokens, mention.first - 1
    while at >= clause.first and tokens[at].best.pos in ("ADJ", "NUM"):
        at -= 1
    return tokens[at] if at >= clause.first else None
