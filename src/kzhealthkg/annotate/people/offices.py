"""Offices with their bodies: what Kazakh and Russian share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from kzhealthkg.annotate.bodies.bodies import Body, heads_of
from kzhealthkg.annotate.bodies.regions import region_of
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.annotate.words import Piece
from kzhealthkg.model.frozen import Keeping, frozen, replace
from kzhealthkg.text.quotation import OPEN

_LOCAL = re.compile(
    r"облыстық|аудандық|қалалық|областн|районн|городск|сақтау басқармасы|управлени\w+ .*здравоохр", re.I
)
_PLACED = re.compile(r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:қала|облыс|аудан)\w*)?)(?<=ғы|гі)\s+$")
_IN_TOWN = re.compile(r"(?<!\w)(?:г\.|город\w*)\s*(?P<name>[А-ЯЁ][\w-]+)")
_DEPARTMENT = re.compile(
    r"денсаулық (?:сақтау )?(?:басқарма(?:сы)?(?!\w)|департаменті)|департамент\w* (?:общественного )?здравоохранения|управлени\w+ (?:общественного )?здравоохранения|управлени\w+ общественного здоровья",
    re.I,
)
_LEADER = re.compile(r"(?:(?:перв\w+ )?заместител\w+ )?(?:глав|руководител)(?!\w*\s+аппарат)|басшы", re.I)
_MINISTRY = re.compile(r"^министерство|министрлігі$", re.I)
_DEPARTMENT_ROLES = {"head": "department-head", "deputy-head": "deputy-department-head"}
_MINISTRY_ROLES = {"head": "minister", "deputy-head": "vice-minister"}


@frozen
class Context(Keeping):
    """What an office needs to know of its article: language, day, main region and the bodies named so far."""

    language: str
    date: str | None
    region: str
    bodies: tuple[Body, ...]
    abroad: frozenset[int] = frozenset()
    """Where the bodies begin that stand in another country."""

    @cached_property
    def headed(self) -> dict[str, list[Body]]:
        """Return the bodies by the head nouns inside their names."""
        found: dict[str, list[Body]] = {}
        for body in self.bodies:
            for noun in heads_of(body.name, self.language):
                found.setdefault(noun, []).append(body)
        return found


_SAID = re.compile(r"[»”\"―]\s?,\s?[–—-]")


_START = attrgetter("start")
STEM = 5
"""Letters by which a word of a name is known in any case of it."""


class Offices:
    """The offices of one sentence, each with its body; the languages differ in where the body stands."""

    def __init__(self, text: str, found: Sequence[Piece], people: Sequence[tuple[int, int]], context: Context) -> None:
        self._text, self._found, self._people, self._context = text, found, people, context

    def find(self, said: Sequence[Office]) -> list[Office]:
        """Return the offices of some role words, none of them a part of another's body."""
        inside = [s for s, _ in self._people]
        every = [o for o in said if not any(o.head <= p < o.end for p in inside)]
        placed = self._one_head([self._placed(office, every) for office in every])
        return [o for o in placed if not any(p.start <= o.start and o.end <= p.head for p in placed if p is not o)]

    def _one_head(self, placed: list[Office]) -> list[Office]:
        """X орталығының директоры A, орталық директоры B: a body has one head, the bare noun behind means another."""
        led = [(o.end, o.organization) for o in placed if o.role == "head" and not o.acting and self._names_own(o)]
        heads = (o for o in placed if led and o.role == "head" and not self._names_own(o))
        other = [o for o in heads if any(name == o.organization and self._parted(end, o.start) for end, name in led)]
        return [replace(o, organization="", region="", bare=False) if o in other else o for o in placed]

    def _parted(self, end: int, start: int) -> bool:
        """Say whether somebody is named between two offices."""
        return any(end <= s and e <= start for s, e in self._people)

    def _names_own(self, office: Office) -> bool:
        """Say whether an office says its body's name itself."""
        said = self._text[office.start : office.end].lower()
        return bool(office.organization) and all(w[:STEM].lower() in said for w in office.organization.split()[:2])

    def _placed(self, office: Office, every: Sequence[Office]) -> Office:
        """Return the office with its body."""
        raise NotImplementedError

    def _index(self, offset: int) -> int:
        return bisect_left(self._found, offset, key=_START)

    def _with_body(self, office: Office, start: int, name: str, *, of_unit: bool = False) -> Office:
        """Return the office of a body, or of one of its units: the head of a department's section is a head."""
        region = self.region_of(name)
        if not region and _LOCAL.search(name):
            region = self._place_beside(start, office.end)
        if of_unit:
            office = replace(office, of_unit=True)
        elif self._department(name):
            office = _as(office, _DEPARTMENT_ROLES)
        elif _MINISTRY.search(name) and self._leads(office, start):
            office = _as(office, _MINISTRY_ROLES)
        name = name if office.kazakh else capital(name)
        return replace(office, start=start, organization=name, region=region, bare=False)

    def _department(self, name: str) -> bool:
        """Say whether a body is a health department, not one that belongs to it: больница управления здравоохранения."""
        found, language = _DEPARTMENT.search(name), self._context.language
        if found is None:
            return False
        beside = name[: found.start()] if language == "ru" else name[found.end() :]
        return beside.endswith(tuple(OPEN)) or not heads_of(beside, language)

    def _leads(self, office: Office, start: int) -> bool:
        """Whether the words of the office say who leads a ministry, not one of its units: глава Минздрава."""
        before = self._text[start : office.head].split()
        whole = not before or before[-1].lower().startswith("министрлі")
        return whole and _LEADER.match(self._text, office.head) is not None

    def _place_beside(self, start: int, end: int) -> str:
        """Return the region of a place said right before a Kazakh body or inside a Russian one, or else the article's."""
        before = _PLACED.search(self._text, self._found[0].start, start)
        inside = _IN_TOWN.search(self._text, start, end)
        place = before or inside
        return self.region_of(place["name"]) if place else self._context.region

    def _same_head(self, offset: int, noun: str) -> str:
        """Return the body named with the same noun: the last one before, by its level at least, else one named later."""
        fits = self._context.headed.get(noun, [])
        named = [b for b in fits if not b.generic]
        told = [b for b in fits if b.end <= offset and (not b.generic or _LOCAL.search(b.name))]
        if named and self._text[offset : offset + 1].isupper() and not (told and told[-1].generic):
            return most_named([b for b in named if b.end <= offset] or named)
        if told:
            return _one_name([b.name for b in told]) or _one_name([b.name for b in told if not self._titled(b)])
        return named[0].name if named else ""

    def _titled(self, body: Body) -> bool:
        """Say whether a body is told in the headline, which names it in short."""
        return self._text.find("\n", 0, body.start) < 0

    def _nearest(self, offset: int, kinds: tuple[str, ...]) -> str:
        before = [b for b in self._context.bodies if b.end <= offset and b.kind in kinds and not b.generic]
        before = [b for b in before if not self._left_for(b)]
        here = self._found[0].start
        home = [b for b in before if b.start >= here or b.start not in self._context.abroad]
        return most_named((home or before)[::-1])

    def _nearest_here(self, offset: int, kinds: tuple[str, ...]) -> str:
        """Return the body named last before in the same sentence, "" where none is."""
        here = self._found[0].start
        named = [b for b in self._context.bodies if here <= b.start and b.end <= offset]
        return most_named([b for b in named if b.kind in kinds and not b.generic and not self._left_for(b)][::-1])

    def _whole_of_unit(self, offset: int) -> str:
        """Return the body of a bare unit: one of its own sentence, or the facility told of where somebody is quoted."""
        here = self._nearest_here(offset, ("facility",)) or self._nearest_here(offset, ("facility", "institution"))
        return here or (self._nearest(offset, ("facility",)) if self._quoted(offset) else "")

    def _quoted(self, offset: int) -> bool:
        """«…», – дейді бөлімше меңгерушісі X: whom an article quotes is of the institution that it tells of."""
        return _SAID.search(self._text, self._found[0].start, offset) is not None

    def _left_for(self, body: Body) -> bool:
        """Say whether a body is only where somebody has gone to work."""
        return False

    def region_of(self, words: str) -> str:
        """Return the ISO code of the region that a name holds, or "" where it holds none or several."""
        return region_of(words, self._context.date)


def _as(office: Office, known: dict[str, str]) -> Office:
    """Return an office with the role that its body gives it."""
    return replace(office, role=known.get(office.role, office.role), was=known.get(office.was, office.was))


def most_named(bodies: Sequence[Body]) -> str:
    """Return the name that most of the bodies bear, the first of several."""
    counts: dict[str, int] = {}
    for body in bodies:
        counts[body.name] = counts.get(body.name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


def _one_name(names: Sequence[str]) -> str:
    """Return the fullest of some names where each of the others is a part of it, "" where they are of several bodies."""
    fullest = max(reversed(names), key=lambda name: len(name.split()), default="")
    known = set(fullest.lower().split())
    return fullest if all(known.issuperset(name.lower().split()) for name in names) else ""


def capital(name: str) -> str:
    """Return the name with its first letter in capitals."""
    return name[:1].upper() + name[1:]
