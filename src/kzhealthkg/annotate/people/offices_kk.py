"""Kazakh offices: the body stands before the role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.bodies.edges_kk import left_edge
from kzhealthkg.annotate.bodies.kk import named
from kzhealthkg.annotate.bodies.ministries_kk import ministry_field
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people.branches_kk import BRANCH, branch_name, whole_of
from kzhealthkg.annotate.people.names_in_kk import LEVELS, named_in, owner_in
from kzhealthkg.annotate.people.offices import Offices, capital
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.annotate.words import Piece, kk_stems
from kzhealthkg.model.frozen import replace

_OF_FIELD = lexicon.words("annotate.people.offices_kk", "of_field")
_FIELD_BEFORE = re.compile(rf"(?:[\w,-]+\s+){{1,5}}(?:{'|'.join(_OF_FIELD)})\s*$")
_ANY = frozenset(lexicon.words("annotate.people.offices_kk", "any"))

_PROJECTS = lexicon.words("annotate.people.offices_kk", "projects")
_WHOSE = lexicon.words("annotate.people.offices_kk", "people_of")
_PEOPLE_OF = re.compile(rf"(?:{'|'.join(_WHOSE)})\s+[–—-]\s(?:[^–—:;.]|\.(?=\S))*$")
_SOCIETIES = lexicon.words("annotate.people.offices_kk", "societies")
_NOW = frozenset(lexicon.words("annotate.people.offices_kk", "now"))
_FORMER = frozenset(lexicon.words("annotate.people.offices_kk", "former"))
_AKIMAT = "әкімдігі"
_LEADER = "басшы"
_OF_AREAS = dict(
    zip(
        lexicon.words("annotate.people.offices_kk", "areas"),
        lexicon.words("annotate.people.offices_kk", "of_areas"),
        strict=True,
    )
)
"""Sorts of areas that an akim governs, and their possessive in the genitive."""
_AKIMAT_KK = re.compile(
    r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:Қазақстан|би))?)\s+(?P<type>облыс|аудан|қала|ауыл|кент|ауылдық округ)(?:ы|і|сы)(?:ның|нің)?(?:\s+(?:жаңа|бұрынғы))?\s*$"
)


def _named_so(name: str, kind: str) -> bool:
    """Семей қала әкімі; no Кілтті қала әкімі: say whether a place bears the name, for a city one that is a city."""
    found = gazetteer.lookup(name) if gazetteer.known(name) else ()
    return any(kind != "қала" or p.level == "city" for p in found)


class KazakhOffices(Offices):
    """A Kazakh body stands before the role: министрліктің басшысы."""

    def _placed(self, office: Office, every: Sequence[Office]) -> Office:
        left = self._index(office.head)
        told = self._found[left - 1].text.lower() if left > 0 else ""
        left -= told in _NOW or (bool(office.was) and told in _FORMER)
        if office.scope == "ministry":
            return self._kk_ministry(office)
        if office.scope in ("akimat", "region"):
            return self._kk_akimat(office)
        if office.scope == "state":
            return self._state(office)
        if office.scope in ("prosecution", "parliament"):
            return self._kk_power(office, left)
        if office.scope == "deputy":
            return office
        if office.scope == "area":
            return replace(office, region=self._context.region, bare=False)
        before = self._text[self._found[0].start : office.head].rstrip()
        field = before.endswith(_OF_FIELD) and _FIELD_BEFORE.search(self._text, self._found[0].start, office.head)
        if field:
            left = self._after_genitive(field.start(), left)
        return self._kk_body(office, left)

    def _after_genitive(self, start: int, at: int) -> int:
        """Return the piece after the nearest genitive before ``at``: the body's name ends with it."""
        for i in range(at - 1, self._index(start) - 1, -1):
            if any(case == "gen" for _, case in kk_stems(self._found[i].text)):
                return i + 1
        return self._index(start)

    def _state(self, office: Office) -> Office:
        """The president of the country has no organisation, the one of a society is its head."""
        word = office.role_word(self._text)
        if not word.startswith("президент"):
            return replace(office, organization="Үкімет" if word.startswith("үкімет") else "", bare=False)
        body = self._kk_body(replace(office, role="head", scope="body"), self._index(office.head))
        before = self._found[self._index(office.head) - 1].text
        found = (
            bool(body.organization) or bodies.head(before, "kk") is not None or before.lower().startswith(_SOCIETIES)
        )
        return body if found else replace(office, bare=False)

    def _kk_ministry(self, office: Office) -> Office:
        before = self._text[self._found[0].start : office.head]
        match = ministry_field().search(before)
        if not match:
            return office
        start = self._found[0].start + match.start()
        name = bodies.tidy(match[0]) + " министрлігі"
        return replace(office, start=start, organization=capital(name), bare=False)

    def _kk_power(self, office: Office, at: int) -> Office:
        """Мәжіліс депутаты is of the Мәжіліс; Атырау облысының прокуроры of its prosecution office."""
        words = self._text[office.head : office.end].split()
        if office.scope == "parliament" and len(words) > 1:
            whole = self._kk_body(office, at + 1) if words[0].lower().startswith("мәслихат") else office
            if whole.organization:
                return whole
            return replace(office, organization=capital(words[0]))
        before = self._text[self._found[0].start : office.head]
        match = _AKIMAT_KK.search(before) if office.scope == "prosecution" else None
        if not match:
            return self._kk_body(office, at)
        found = self._akimat_of(office, match["name"], match["type"], match.start())
        return replace(found, organization=found.organization.replace("әкімдігі", "прокуратурасы"))

    def _kk_akimat(self, office: Office) -> Office:
        before = self._text[self._found[0].start : office.head]
        match = None if office.scope == "region" else _AKIMAT_KK.search(before)
        if match:
            return self._akimat_of(office, match["name"], match["type"], match.start())
        word = office.role_word(self._text)
        if office.scope == "akimat" and not word.startswith("әкім"):
            return self._named_unit(office, before)
        if office.scope == "akimat":
            return self._town(office, before)
        region = gazetteer.regions().get(self._context.region)
        if not region:
            return office
        name = gazetteer.region_name(region.iso, "kk", self._context.date)
        return replace(office, organization=f"{name}ның әкімдігі", region=region.iso)

    def _named_unit(self, office: Office, before: str) -> Office:
        """X ауданы әкімі, where the type word was taken as a part of the role."""
        match = re.search(r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s*$", before)
        kind = office.role_word(self._text).split()[0]
        if kind.startswith(_LEADER):
            return office  # ауданның жаңа басшысы: the area stands before the role
        if not match or names.common(match["name"], "kk") or not _named_so(match["name"], kind):
            region = gazetteer.regions().get(self._context.region)
            city = kind == "қала" and region is not None and region.kk.endswith("қаласы")
            name = f"{region.kk}ның" if city and region is not None else kind
            return replace(office, organization=f"{name} {_AKIMAT}", region=self._context.region)
        return self._akimat_of(office, match["name"], kind, match.start())

    def _akimat_of(self, office: Office, name: str, kind: str, offset: int) -> Office:
        full = f"{' '.join(name.split())} {_OF_AREAS[kind.lower()]}"
        start = self._found[0].start + offset
        region = self.region_of(f"{name} {kind}") or self._context.region
        return replace(office, start=start, organization=f"{full} әкімдігі", region=region, bare=False)

    def _town(self, office: Office, before: str) -> Office:
        match = re.search(r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s*$", before)
        stem = match and next(
            (s for s, c in kk_stems(match["name"]) if c in ("nom", "gen") and names.place_bare(s)), ""
        )
        if match and stem:
            return self._akimat_of(office, stem, "қала", match.start())
        region = self.region_of(match["name"]) if match and match["name"].isupper() else ""
        if not match or not region:
            return office
        start = self._found[0].start + match.start()
        return replace(office, start=start, organization=f"{match['name']} әкімдігі", region=region, bare=False)

    def _kk_body(self, office: Office, at: int) -> Office:
        barrier = max((end for _, end in self._people if end <= office.head), default=-1)
        first = left_edge(self._found, at, barrier)
        if at and self._found[at - 1].text.lower().startswith(_PROJECTS):
            return replace(office, bare=False)  # жоба жетекшісі leads no body
        if first >= at:
            return self._listed_of(office) or self._company_before(office)
        akim = self._akims_office(office, at)
        if akim:
            return akim
        start = self._found[first].start
        whole = self._institution(first, at)
        if whole and not whole.generic:
            if (branch := self._branch_of(whole, self._found[at - 1], office)) is not None:
                return branch
            return self._with_body(office, start, whole.name, of_unit=self._unit_after(whole, at))
        noun = bodies.head(self._found[at - 1].text, "kk")
        if not noun:
            return self._no_body(office, first)
        if noun[1] == "unit":
            return self._of_unit(office, first)
        return self._pointing(office, first, whole, noun[0])

    def _unit_after(self, whole: Body, at: int) -> bool:
        """… басқармасының кадр бөлімінің басшысы: the office is of the unit behind the body."""
        noun = bodies.head(self._found[at - 1].text, "kk")
        return whole.end < self._found[at - 1].end and noun is not None and noun[1] == "unit"

    def _akims_office(self, office: Office, at: int) -> Office | None:
        """Маңғыстау облысы әкімінің баспасөз хатшысы serves the akimat."""
        last = self._found[at - 1]
        if not last.text.lower().startswith("әкім") or "әкімдік" in bodies.bare(last.text.lower()):
            return None
        akim = self._kk_akimat(Office(last.start, last.end, last.start, "akim", "akimat"))
        return replace(office, start=akim.start, organization=akim.organization, region=akim.region, bare=False)

    def _institution(self, first: int, at: int) -> Body | None:
        """Return the institution that the name holds, the units of it left out."""
        generic = None
        for last in range(at, first, -1):
            body = named(self._text, self._found, first, last)
            if body and body.kind != "unit":
                if not body.generic:
                    return body
                generic = generic or body
        return generic

    def _listed_of(self, office: Office) -> Office | None:
        """X орталығының басшылығы – бас директор A мен медициналық директор B: the body whose people a dash lists."""
        before = self._text[self._found[0].start : office.head]
        match = _PEOPLE_OF.search(before) if office.scope == "body" else None
        if match is None:
            return None
        edge = self._found[0].start + match.start()
        owners = [b for b in self._context.bodies if b.end <= edge and not self._text[b.end : edge].strip(' »”"')]
        return self._with_body(office, office.start, owners[-1].name) if owners else None

    def _company_before(self, office: Office) -> Office:
        """A board has a company: the one named last before."""
        if office.scope != "company":
            return office
        names_ = [b.name for b in self._context.bodies if b.end <= office.head and bodies.has_form(b.name)]
        return replace(office, organization=names_[-1]) if names_ else office

    def _no_body(self, office: Office, first: int) -> Office:
        if office.scope == "specialist":
            return replace(office, start=self._found[first].start)
        return office

    def _of_unit(self, office: Office, first: int) -> Office:
        """A unit's head: the institution is the one named nearest in its sentence; a place may stand before the unit."""
        start = self._found[first].start
        start, region = self._place_before(first) or (start, "")
        unit = self._text[self._found[first].start : office.head]
        branched = any(
            word.startswith(BRANCH) for word in unit.lower().split()
        )  # қор филиалының директоры: no head of the whole
        region = region or (self.region_of(unit) if branched else "")
        if (branch := self._branch(start, office)) is not None:
            return branch
        body = self._own_body(start, office) or self._whole_of_unit(start)
        body = "" if branched or body.endswith(_AKIMAT) or unit.split()[0].lower() in LEVELS else body
        own = branched and any(bodies.head(word, "kk") for word in unit.split()[:-1])  # қор филиалы is of no one beside
        return replace(office, start=start, organization=body, region=region, bare=False, of_unit=not own)

    def _own_body(self, start: int, office: Office) -> str:
        """Университеттің халықаралық бөлімінің басшысы: the body before the unit, told by its bare noun."""
        inside = (p for p in self._found if start <= p.start and p.end <= office.head)
        nouns = (noun for p in inside if (noun := bodies.head(p.text, "kk")) and noun[1] != "unit" and noun[2] == "gen")
        first = next(nouns, None)
        return "" if first is None else self._same_head(start, bodies.bare(first[0].lower()))

    def _branch(self, start: int, office: Office) -> Office | None:
        """«X» АҚ Абай облысы бойынша филиалының директоры: the head of a branch heads that, not the whole."""
        whole = whole_of(self._context.bodies, self._text, start)
        last = [p for p in self._found if p.end <= office.head][-1:]
        return self._branch_of(whole, last[0], office) if whole is not None and last else None

    def _branch_of(self, whole: Body, last: Piece, office: Office) -> Office | None:
        name = branch_name(self._text, whole, last)
        region = self.region_of(self._text[whole.end : last.end]) if name else ""
        told = replace(office, start=whole.start, organization=name, region=region, bare=False, of_unit=True)
        return told if name else None

    def _place_before(self, first: int) -> tuple[int, str] | None:
        start = self._found[0].start
        match = re.search(
            r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:қала|облыс)\w+)?)\s+$",
            self._text[start : self._found[first].start],
        )
        if not match or not re.search(r"(?:дағы|дегі|тағы|тегі)\s*$", match[0]):
            return None
        region = self.region_of(match["name"])
        return (start + match.start(), region) if region else None

    def _pointing(self, office: Office, first: int, body: Body | None, noun: str) -> Office:
        """Орталықтың басшысы: the body named before whose head is the same noun."""
        start = self._found[first].start
        bare = bodies.bare(noun.lower())
        name = self._same_head(start, bare) or (self._nearest(start, ("facility",)) if bare in _ANY else "")
        told = body is not None and len(body.name.split()) > 1 and not bodies.of_any(body.name)
        if body and told and not (name and named_in(body.name, name)):
            name = body.name
        return self._with_body(office, start, owner_in(name, bare)) if name else office
