"""The house around what a clause tells of: a department of a hospital, a centre on the base of one."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.clause.themes import LEFT_REACH
from kzhealthkg.model import Mention

OPENING = lexicon.words("extract.clause.hosts", "opening")
WORKING = lexicon.words("extract.clause.hosts", "working")
BASES = lexicon.words("extract.clause.hosts", "bases")
BASE, *BESIDE = lexicon.words("extract.clause.hosts", "at_ru")
AT = frozenset({BASE, *BESIDE})
DESCRIBING = frozenset(lexicon.words("extract.clause.hosts", "describing"))


def host(clause: Clause) -> Mention | None:
    """Return the facility inside which something opens: … базасында, … жанынан."""
    if (house := before_where(clause)) is not None:
        return house
    tokens = clause.sentence.tokens
    for mention in clause.mentions("facility"):
        after = tokens[mention.last].norm if mention.last < len(tokens) else ""
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        around = after.startswith(BASES) or _inside(mention, after)
        if around or (clause.language == "ru" and not AT.isdisjoint(before)):
            return mention
    return _hospital_around(clause) or based_before(clause)


def _inside(mention: Mention, after: str) -> bool:
    """Аурухананың ішінде орталық ашылды; 12 нысанның ішінде 5 аурухана ашылды is among several, and inside none."""
    several = mention.value.plural or mention.value.count is not None
    return after.startswith(INSIDE) and not several and mention.value.type not in ("", "medical-facility")


INSIDE = lexicon.words("extract.clause.hosts", "inside")


def based_before(clause: Clause) -> Mention | None:
    """На базе больницы, где идёт ремонт, создаётся центр: the base stands before a description of it."""
    tokens, at = clause.sentence.tokens, clause.first - 1
    if clause.language != "ru" or at < 0 or tokens[at].text != "," or BASE not in clause.sentence.words:
        return None
    found = [m for m in clause.sentence.mentions if m.type == "facility" and m.last < at and tokens[m.last].text == ","]
    based = [m for m in found if any(t.norm == BASE for t in tokens[max(0, m.first - 2) : m.first])]
    described = (m for m in based if any(t.norm in DESCRIBING for t in tokens[m.last + 1 : m.last + 3]))
    return next(described, None)


def before_where(clause: Clause) -> Mention | None:
    """Осмотрел больницу, где открылись центр и отделение: what opens "where" opens inside the facility before."""
    tokens, at = clause.sentence.tokens, clause.first - 1
    if clause.language != "ru" or at < 2 or tokens[at].norm != "где":
        return None
    return next((m for m in clause.sentence.mentions if m.type == "facility" and m.last == at - 1), None)


def in_school(clause: Clause) -> bool:
    """В университете открыт центр, при школе появится медпункт: what opens in a house of study is a part of it."""
    if clause.language != "ru" or clause.words.isdisjoint(SCHOOLS):
        return False
    within = (i for i in range(clause.first + 1, clause.last) if is_lemma(clause.sentence.tokens[i], *SCHOOLS))
    return any(_holds(clause, i) for i in within)


def _holds(clause: Clause, at: int) -> bool:
    """При университете, в стенах лицея: a preposition of place before a noun, or the word for its walls or base."""
    tokens, first = clause.sentence.tokens, at - 1
    while first > clause.first and tokens[first].best.pos in ("ADJ", "PROPN"):
        first -= 1
    inside = tokens[first].norm in LYING and any(r.case == "loc" for r in tokens[at].readings)
    return first >= clause.first and (inside or tokens[first].norm in AT)


SCHOOLS = frozenset(lexicon.words("extract.clause.hosts", "schools"))
HOSTS = ("hospital", "polyclinic", "dispensary")
AROUND = (*HOSTS, "sanatorium")
"""Sorts of house in which a centre opens as a part of them."""
PARTS = ("centre", "emergency-station", "medical-point", "laboratory")
LYING = frozenset(lexicon.words("extract.clause.hosts", "lying"))
CENTRE = frozenset(lexicon.words("extract.clause.hosts", "centre"))
"""Центр гемодиализа: a centre of no listed sort."""
POINTS = frozenset(lexicon.words("extract.clause.hosts", "points"))


def _other_house(outer: Mention, inner: Mention) -> bool:
    """В центре крови открыли станцию, перинаталдық орталықта A орталығы: a house of another sort in which something opens."""
    centre = outer.case == "loc" and outer.value.type.endswith("centre")
    return centre and outer.value.type != inner.value.type


def _hospital_around(clause: Clause) -> Mention | None:
    """Аудандық ауруханада оңалту орталығы ашылды: a centre that opens in a hospital is a part of it."""
    tokens = clause.sentence.tokens
    for outer, inner in pairwise(clause.mentions("facility")):
        if _lies_in(clause, outer, inner):
            return inner
        dispensary = outer.value.name.endswith("диспансер")
        owner = outer.case == "gen" and outer.last == inner.first and clause.language == "kk"
        spoken_of = outer.value.definite and not outer.value.type  # мекемеде
        stands = outer.case == "loc" or (outer.case == "abl" and clause.language == "kk")  # ауруханадан орталық ашылды
        hospital = (stands or owner) and (outer.value.type.endswith(AROUND) or dispensary or spoken_of)
        hospital = hospital or _other_house(outer, inner) or _on_grounds(clause, outer, inner)
        hospital = hospital and (not outer.value.plural or (clause.language == "ru" and not outer.value.name))
        reach = LEFT_REACH if tokens[inner.last : inner.last + 1] and tokens[inner.last].norm in LIST_SIGNS else 1
        between = LEFT_REACH if clause.language == "ru" else 3
        around = (
            *tokens[inner.last : inner.last + reach],
            *tokens[outer.last : min(inner.first, outer.last + between)],
        )
        if hospital and (_is_centre(inner) or _is_ward(inner)) and any(is_lemma(t, *OPENING, *WORKING) for t in around):
            return outer
    return None


def _on_grounds(clause: Clause, outer: Mention, inner: Mention) -> bool:
    """Аурухананың аумағында инфекциялық стационар ашылды: wards on a hospital's grounds are a part of it."""
    lies = clause.sentence.tokens[outer.last].norm in GROUNDS
    return lies and outer.value.type.endswith(HOSTS) and _is_ward(inner)


def _is_ward(mention: Mention) -> bool:
    return bool(mention.value.name) and mention.value.name.split()[-1].lower() in WARDS


GROUNDS = frozenset(lexicon.words("extract.clause.hosts", "grounds"))
WARDS = frozenset(lexicon.words("extract.clause.hosts", "wards"))


def _is_centre(mention: Mention) -> bool:
    words = mention.value.name.lower().split(" ")
    return mention.value.type.endswith(PARTS) or not CENTRE.isdisjoint(words) or words[-1] in POINTS


def _lies_in(clause: Clause, inner: Mention, outer: Mention) -> bool:
    """Центр радиологии в онкологическом диспансере заработает: a centre, and right behind it the hospital that it opens in."""
    if clause.language != "ru" or outer.value.plural or outer.case != "loc":
        return False
    tokens = clause.sentence.tokens
    between = [t for t in tokens[inner.last : outer.first] if t.best.pos != "ADJ"]
    if not between or not all(is_lemma(t, *OPENING) for t in between[:-1]):
        return False
    there = between[-1].norm in LYING
    house = outer.value.type.endswith(AROUND) or outer.value.name.endswith("диспансер")
    return there and house and _is_centre(inner) and any(is_lemma(t, *OPENING, *WORKING) for t in clause.tokens)
