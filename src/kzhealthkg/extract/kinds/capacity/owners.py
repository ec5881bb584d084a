"""Whose capacity a figure is: a facility named beside it, pointed to, or spoken of."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.elsewhere import not_centre
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import sizes
from kzhealthkg.extract.figures.figures import known, pointed, said_of, spoken_of
from kzhealthkg.extract.kinds.capacity.parts import of_centre
from kzhealthkg.model import FacilityValue, Mention
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.quotation import DASHES

SECTORS = lexicon.words("kinds.capacity.owners", "sectors")
MINE = lexicon.words("kinds.capacity.owners", "mine")
ABLE = lexicon.words("kinds.capacity.owners", "able")


def is_area(clause: Clause, at: int) -> bool:
    """Say whether a settled area is named at token ``at``: 300 тұрғыны бар [ауыл]."""
    area = area_words(clause.language)
    named = any(m.type == "place" and m.first == at for m in clause.sentence.mentions)
    return named or any(r.lemma in area for t in clause.sentence.tokens[at : at + 1] for r in t.readings)


def owner(hit: Hit, memory: Memory, number: Mention) -> tuple[Mention | None, FacilityValue | None]:
    """Return the facility a predicate's figure belongs to, and its mention where the clause names it."""
    clause = hit.clause
    if clause.language == "ru":
        mention = before_dash(clause, number) or _named_ru(hit, number)
        if mention is None and any(a.norm == "в" and b.norm == "них" for a, b in pairwise(clause.tokens)):
            return None, None  # работают больница и 11 амбулаторий, в них трудятся 84 врача
        if mention is None:
            return None, _unnamed(hit, memory, number)
        return mention, of_centre(clause, mention, memory) or said_of(memory, clause.sentence, mention)
    if hit.frame.options.get("able") and hit.verb.norm.endswith(MINE):
        return None, None
    end = group_end(hit)
    if _attributive(clause, end):
        mention = (
            sizes.inpatient(clause, number, end) or sizes.right(clause, end) or sizes.moved_into(clause, number, end)
        )
        return mention, known(memory, clause.sentence, mention) if mention else None
    left = [m for m in clause.mentions("facility", last=hit.first) if not m.value.plural and m.case != "acc"]
    if left and (left[-1].case == "abl" or (left[-1].case == "dat" and hit.frame.options.get("dated"))):
        return None, None  # орталықтан бес дәрігер, ауруханаға бес дәрігер: whence they come, where they go
    if not left and _several_left(hit):
        return None, None
    own = before_dash(clause, number) or next((m for m in reversed(left) if m.last <= number.first), None)
    mention = own or (left[-1] if left else None)
    return mention, _said_of(hit, memory, mention) if mention else _unnamed(hit, memory, number)


def before_dash(clause: Clause, number: Mention) -> Mention | None:
    """Мощность больницы – 300 коек, поликлиники – 500 посещений: the facility right before the dash of a figure."""
    at = dash_of(clause, number)
    found = [m for m in clause.mentions("facility") if m.last == at] if at is not None else []
    return replace(found[0], value=replace(found[0].value, plural=False)) if found else None


def dash_of(clause: Clause, number: Mention) -> int | None:
    """Return the dash right before a figure, or before a word that only leads to it: – на 500, – ауысымына 500."""
    tokens = clause.sentence.tokens
    near = range(number.first - 1, max(clause.first, number.first - LEADING) - 1, -1)
    return next((i for i in near if tokens[i].text in DASHES), None) if DASHES & clause.words else None


def of_another_head(hit: Hit, number: Mention) -> bool:
    """Мощность больницы – 300 коек, диспансера – 120: a noun behind a comma has the figure behind its dash."""
    at = dash_of(hit.clause, number)
    if at is None or before_dash(hit.clause, number) is not None:
        return False
    comma = next((i for i in range(at - 1, hit.clause.first, -1) if hit.clause.sentence.tokens[i].text == ","), None)
    return comma is not None and not comma < hit.first < at


LEADING = 2
"""Words from a dash to its figure, at most."""


def _said_of(hit: Hit, memory: Memory, mention: Mention) -> FacilityValue:
    """Амбулатория ашылды. Мекеме 15 келушіге арналған: what a word for any facility points back to."""
    if (centre := of_centre(hit.clause, mention, memory)) is not None:
        return centre
    found = said_of(memory, hit.clause.sentence, mention)
    untyped = not found.name and found.type in ("", "medical-facility")
    back = spoken_of(hit.clause, memory) if untyped and mention.value.definite else None
    return found if back is None or not_centre(hit.clause.sentence.tokens[mention.last - 1].norm, back) else back


def _several_left(hit: Hit) -> bool:
    """Емхана мен аурухана … Мекемелерге 45 мың адам тіркелген: a figure of several is none of one of them."""
    named = hit.clause.mentions("facility", last=hit.first)
    return any(m.value.plural and m.value.count is None and m.case in ("dat", "loc", "gen") for m in named)


AT = frozenset(lexicon.words("kinds.capacity.owners", "at"))


def _named_ru(hit: Hit, number: Mention) -> Mention | None:
    clause = hit.clause
    named = [m for m in clause.mentions("facility") if not m.value.plural]
    named = [m for m in named if preposition(clause, m) not in AT] or named  # поликлиника при больнице рассчитана на …
    if not BEDS.isdisjoint(clause.words):  # больница с поликлиникой рассчитана на 120 коек
        named = [m for m in named if preposition(clause, m) not in WITH or m.value.type != "polyclinic"]
    left = [m for m in named if m.last <= number.first] + [m for m in [sizes.wards(clause, number)] if m is not None]
    behind = [m for m in named if preposition(clause, m) not in WITH]  # корпус на 60 коек с онкоцентром
    if is_lemma(hit.verb, *TELLING):  # развёрнуто 300 коек: в больнице – 120
        behind = [m for m in behind if all(t.text not in ",:;" for t in clause.sentence.tokens[number.last : m.first])]
    return left[-1] if left else (behind[0] if behind else None)


BEDS = frozenset(lexicon.words("kinds.capacity.owners", "beds"))
TELLING = lexicon.words("kinds.capacity.owners", "telling")


def group_end(hit: Hit) -> int:
    """Return where the verb group ends: қабылдай [алатын], қабылдауға [қауқарлы]."""
    tokens, at = hit.clause.sentence.tokens, hit.last
    while at < hit.clause.last and (
        tokens[at].best.form or any(r.lemma in ABLE or r.lemma == "бар" for r in tokens[at].readings)
    ):
        at += 1
    return at


def _attributive(clause: Clause, end: int) -> bool:
    """Say whether a noun follows that the verb group describes."""
    if end >= clause.last or clause.sentence.tokens[end].text in ",;:—–":
        return False
    last = clause.sentence.tokens[end - 1]
    having = last.norm == "бар" and any(m.first == end for m in clause.mentions("facility"))  # мүмкіндігі бар емхана
    participle = bool(forms(last) & {"perf", "part"}) or last.norm.endswith("ған")
    return participle or having or any(r.lemma in ABLE for r in last.readings)


def sized_by(hit: Hit, number: Mention, at: int) -> bool:
    """30 адам қабылдайтын [ФАП]: a participle of what is always so, right between its figure and a facility."""
    verb, clause = hit.verb, hit.clause
    lasting = clause.language == "kk" and verb.best.form == "part" and verb.norm.endswith(LASTING)
    there = lasting and "жоқ" not in clause.words  # 500 адам қабылдайтын емхана жоқ
    house = sizes.right(clause, hit.last) if there and at + 1 == hit.first else None
    if house is None or number.value.value < FEWEST:
        return False
    return all(t.best.pos in ("ADJ", "NUM") for t in clause.sentence.tokens[hit.last : house.first])


LASTING = ("тын", "тін")
FEWEST = 10
"""Fewer people are a doctor's, not a house's."""


def _unnamed(hit: Hit, memory: Memory, number: Mention) -> FacilityValue | None:
    """Return the facility pointed to, or the one the article speaks of where no place takes the figure."""
    clause = hit.clause
    if clause.language == "ru" and is_lemma(hit.verb, *DEPLOYED) and _of_a_place(clause):
        return None  # всего в области развёрнуто 5000 коек
    found = pointed(clause, memory, max(hit.last, number.first))
    if found is not None or hit.frame.options.get("subject") != "named":
        return found or spoken_of(clause, memory)
    return None if _of_a_place(clause) else spoken_of(clause, memory, within=1)


DEPLOYED = lexicon.words("kinds.capacity.owners", "deployed")


def _of_a_place(clause: Clause) -> bool:
    """Облыста 3 мың дәрігер …, бұл салада 200 дәрігер …: a figure of a place or a sector is no facility's."""
    if clause.language == "kk" and clause.says(*SECTORS):
        return True
    area = area_words(clause.language)
    named = any(m.type == "place" for m in clause.sentence.mentions)
    return named or any(r.lemma in area for t in clause.tokens for r in t.readings)
