"""Russian offices: the body stands after the role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate.bodies import bodies
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.bodies.ru import ru_bodies, ru_left, ru_name, ru_right_edge, unowned
from kzhealthkg.annotate.people.office_words_ru import (
    MOST_DESCRIBING,
    describes_unit,
    in_state,
    instrumental_unit,
    only_described,
    region_gen,
)
from kzhealthkg.annotate.people.offices import Offices
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.quotation import OPEN

_SECOND_OWNER = re.compile(r"\s+и\s+[А-ЯЁ][а-яё]+")
"""Министры Казахстана и Узбекистана: the second of two states."""
_OF_UNIT = re.compile(
    r"(?:отдел|сектор|отделени)\w*\s(?:[^,.;]*\s)?управления (?P<rest>(?:общественного )?здравоохранения.*)",
    re.I | re.S,
)
"""Руководитель отдела … управления здравоохранения: the head of a unit, not of the department."""
_LED = re.compile(r"\s+(?:во главе со?|в лице|представлял[аи]?|представил[аи]?)\s")
"""Врачи центра во главе с главным врачом; центр представляли заместитель директора …: whose office it is."""
_BOARD = re.compile(r"(?:совета директоров|наблюдательного совета|единственного акционера)\s+$", re.I)
_LEFT_FOR = re.compile(
    r"(?:(?:переш[её]л|перешла|перевед[её]н\w*|переходом)\s[^.\n]*\s(?:в|на)|[Вв]ыпускни\w+|[Оо]кончила?)\s+$"
)
"""Перешёл на работу в министерство, выпускник института: bodies of somebody's life before or after."""
_VISITING = "|".join(lexicon.words("annotate.people.offices_ru", "visiting"))
_VISITED = re.compile(rf"(?:\s+[а-яё-]+){{0,3}}?\s+(?:{_VISITING})")
"""Больницу (с проверкой) посетили директор центра и начальник отдела: the guests are of another body."""
LONGEST_LEFT = 60
"""Characters from a verb of leaving to the body that somebody goes to, at most."""
_SHORT = re.compile(r"[А-ЯЁA-Z]{3,8}|(?:Каз|Рос)НИИ\w*|НИИ\w+|[А-ЯЁ][а-яё]{1,3}[А-ЯЁ]{2,6}")
"""ННМЦ, КазНИИОиР, КазНМУ: bodies by their initials."""
_DECLINED = re.compile(r"^(\W\S*)ии(\W)$")
"""«СК-Фармации»: a name in quotation marks in the case of the office, as no bare name ends."""
_CHAMBER = re.compile(r"(?<!\w)(сената|мажилиса)(?!\w)", re.I)
_OF_POWER = {"akimat": "Акимат", "department": "Управление здравоохранения", "prosecution": "Прокуратура"}
_BRANCH = re.compile(r"(?P<town>[А-ЯЁ][а-яё-]+ск)(?:ого|ому|им|ом|ий)\s+филиал")
_AREAS = frozenset(lexicon.words("annotate.people.offices_ru", "areas"))
_ANY = frozenset(lexicon.words("annotate.people.offices_ru", "any"))
_IN = frozenset(lexicon.words("annotate.people.offices_ru", "in"))
_OF_CAUSE = lexicon.words("annotate.people.offices_ru", "of_cause")
_FIELD = re.compile(r"\s+по\s+[а-яё][а-яё\s,-]*$")
"""Заместитель директора по лечебной работе: the field of an office, up to its holder."""
_ELECTED = re.compile(
    r"(?:\s+(?:РК|Республики Казахстан|[IVX\d-]+\w* созыва))*\s+от\s+(?=.*(?:област|округ|парти|фракци|город|[А-ЯЁ]))(?:[\w№«»-]+\s*){1,5}$"
)
"""Депутат Мажилиса РК от Атырауской области, маслихата от 5-го округа: whom a deputy is elected by."""
BRANCHES = lexicon.words("annotate.people.offices_ru", "branches")
FACTIONS = lexicon.words("annotate.people.offices_ru", "factions")
GOVERNMENTS = lexicon.words("annotate.people.offices_ru", "governments")
UNITS_HEADED = lexicon.words("annotate.people.offices_ru", "of_units")


class RussianOffices(Offices):
    """A Russian body stands after the role: директор центра."""

    def _placed(self, office: Office, every: Sequence[Office]) -> Office:
        return self._with_field(self._of_body(office, every))

    def _before_field(self, office: Office, at: int, barrier: int) -> int:
        """Return where the body of a deputy has ended: what it is a deputy for is no part of the body's name."""
        if not office.role.startswith(("deputy", "vice")):
            return barrier
        pieces = ((p, before.text) for before, p in pairwise(self._found[at:]) if p.start < barrier)
        field = (p.start for p, before in pieces if p.text == "по" and not before.lower().startswith(_OF_CAUSE))
        return next(field, barrier)

    def _with_field(self, office: Office) -> Office:
        """Return an office with the words between it and its holder that say what it is for."""
        holder = min((start for start, _ in self._people if start > office.end), default=office.end)
        between = self._text[office.end : holder].rstrip()
        field = _FIELD.match(between) or (_ELECTED.match(between) if office.scope == "parliament" else None)
        return replace(office, end=office.end + field.end()) if field else office

    def _of_body(self, office: Office, every: Sequence[Office]) -> Office:
        stops = [s for s, _ in self._people if s >= office.end] + [o.start for o in every if o.start >= office.end]
        barrier = min(stops, default=len(self._text))
        at = self._index(office.end)
        last = self._ru_edge(at, self._before_field(office, at, barrier))
        if office.scope == "state":
            return self._ru_state(office, at, last)
        if office.scope == "area":
            return replace(office, region=self._context.region, bare=False)
        whole = max(office.end, self._found[last - 1].end if last else 0)
        if office.scope == "parliament" and (chamber := _CHAMBER.search(self._text, office.head, whole)):
            return replace(office, end=whole, organization=chamber[1].capitalize().removesuffix("а"), bare=False)
        if last == at:
            return self._by_board(office) or self._ru_main(office)
        return self._of_power(office, last, barrier) or self._ru_body(office, at, last)

    def _of_power(self, office: Office, last: int, barrier: int) -> Office | None:
        """Return an office of a ministry, an akimat or another power, whose body the office tells of; None for others."""
        end = self._found[last - 1].end
        second = _SECOND_OWNER.match(self._text, end, barrier) if office.plural and office.scope == "ministry" else None
        end = second.end() if second else end
        tail = " ".join(self._text[office.end : end].split())
        if office.scope == "ministry":
            tail = tail.removeprefix("Министерства ")  # вице-министр Министерства здравоохранения
            return replace(office, end=end, organization=f"Министерство {unowned(tail)}", bare=False)
        named = _OF_POWER.get(office.scope)
        if named is None or (office.scope == "prosecution" and tail.split()[0] not in _AREAS):
            return None
        return replace(office, end=end, organization=f"{named} {tail}", region=self._akimat_region(tail), bare=False)

    def find(self, said: Sequence[Office]) -> list[Office]:
        """Return the offices of some role words; one in the genitive right behind another belongs to it."""
        found: list[Office] = []
        for office in super().find(said):
            last = found[-1] if found else None
            if last and "gen" in office.cases and self._right_behind(last, office):
                name, region = self._with_owner(last, office), last.region or office.region
                found[-1] = replace(last, end=office.end, organization=name, region=region, bare=False)
            else:
                found.append(office)
        return found

    def _right_behind(self, office: Office, other: Office) -> bool:
        return office.end < other.start and not self._text[office.end : other.start].strip()

    def _with_owner(self, office: Office, owner: Office) -> str:
        """Return the body of an office: медицинского центра управления делами + президента, or that of the owner."""
        name = office.organization
        if not name or self._text[: office.end].split()[-1] != name.split()[-1]:
            return name or owner.organization
        return f"{name} {' '.join(self._text[owner.start : owner.end].split())}"

    def _ru_edge(self, at: int, barrier: int) -> int:
        """Return where the body of an office ends: отделением хирургии больницы | клиники Мэйо | в Республике Корея | (КНР)."""
        found = self._found
        last = ru_right_edge(found, self._past_unit(at, barrier), barrier)
        if at < last < len(found) and found[last].text.istitle() and found[last].start < barrier:
            noun = bodies.head(found[last - 1].text, "ru")
            last += found[last - 1].text == "Республики" or (noun or ("", ""))[1] == "facility"  # клиники Мэйо
        last = self._past_state(last, barrier)
        bracketed = last + 2 < len(found) and found[last].text == "(" and found[last + 2].text == ")"
        return last + 3 if bracketed else last

    def _past_unit(self, at: int, barrier: int) -> int:
        """Заведующий хирургическим отделением: return where the unit that somebody heads ends, else ``at``."""
        found = self._found
        unit = at + sum(1 for _ in takewhile(describes_unit, (p.text for p in found[at : at + MOST_DESCRIBING])))
        named = unit < len(found) and found[unit].start < barrier and instrumental_unit(found[unit].text)
        return unit + 1 if named else at

    def _past_state(self, last: int, barrier: int) -> int:
        """Посол в Республике Корея: return where the state behind a preposition ends, else ``last``."""
        found, place = self._found, last + 1
        if place >= len(found) or found[last].text not in _IN:
            return last
        while (
            place < len(found) and found[place].start < barrier and in_state(found[place - 1].text, found[place].text)
        ):
            place += 1
        return place if place > last + 1 else last

    def _akimat_region(self, tail: str) -> str:
        """Return the region of an akimat; a bare "области", "района" is the article's."""
        return self.region_of(tail) or ("" if re.search("[А-ЯЁ]", tail) else self._context.region)

    def _ru_state(self, office: Office, at: int, last: int) -> Office:
        """The president of a society, not of a country, is its head."""
        latin = last > at and "A" <= self._found[at].text[:1] <= "Z"  # президент Johns Hopkins Medicine
        if office.role == "president" and (latin or self._ru_bodies(at, last)):
            return self._ru_body(replace(office, role="head", scope="body"), at, last)
        if office.role != "ambassador":  # по поручению Президента в Алматы построят: there it is built
            last = next((i for i in range(at, last) if self._found[i].text in _IN), last)
        return replace(office, end=self._found[last - 1].end if last > at else office.end, bare=False)

    def _ru_main(self, office: Office) -> Office:
        region = gazetteer.regions().get(self._context.region)
        if office.scope == "region" and region:
            name = region_gen(gazetteer.region_name(region.iso, "ru", self._context.date))
            return replace(office, organization=f"Акимат {name}", region=region.iso)
        return office

    def _ru_body(self, office: Office, at: int, last: int) -> Office:
        office = replace(office, end=(end := self._found[last - 1].end), bare=False)
        if self._found[at].text.lower().startswith(FACTIONS):
            return replace(office, organization="")  # глава фракции «X» Мажилиса: of a party, not of the chamber
        if unit := _OF_UNIT.match(self._text, self._found[at].start, end):
            name = f"Управление {unit['rest']}"
            return replace(office, organization=name, region=self.region_of(name) or self._context.region)
        body = self._named_body(at, last)
        if body:
            name = self._branch_name(at, last) or body.name
            office = self._with_body(office, office.start, name, of_unit=self._part_before(body, at))
            return office if office.region else replace(office, region=self._of_branch(office.start, end))
        if self._text[self._found[at].start : end].lower() == "ведомства":
            name = self._nearest(office.start, ("institution",))
            meant = name and not name.lower().startswith(GOVERNMENTS)  # an akim leads those
            return self._with_body(office, office.start, name) if meant else office
        if named := self._of_short(office, at, last) or self._represented(office, at, last):
            return named
        if branch := self._branch_name(at, last):
            return self._with_body(office, office.start, branch)
        pointing = self._ru_pointing(office, at, last)
        return pointing if pointing.organization else self._by_board(pointing) or pointing

    def _part_before(self, body: Body, at: int) -> bool:
        """Руководитель отдела министерства: say whether a noun of a part stands between an office and its body."""
        between = takewhile(lambda p: p.start < body.start, self._found[at:])
        return any((noun := bodies.head(p.text, "ru")) is not None and noun[1] == "unit" for p in between)

    def _represented(self, office: Office, at: int, last: int) -> Office | None:
        """Глава представительства ЮНИСЕФ: a unit of a body that is known by its initials."""
        known = bodies.words("name", "ru")
        piece = next((p for p in self._found[at + 1 : last + 1] if p.text in known and p.text.isupper()), None)
        if piece is None:
            return None
        office = replace(office, end=max(office.end, piece.end))
        return self._with_body(office, office.start, self._branch_name(at, last) or known[piece.text])

    def _left_for(self, body: Body) -> bool:
        """Say whether a body is only where somebody has gone to work, or what a visit behind it is told of."""
        gone = _LEFT_FOR.search(self._text, max(0, body.start - LONGEST_LEFT), body.start) is not None
        return gone or _VISITED.match(self._text, body.end) is not None

    def _by_board(self, office: Office) -> Office | None:
        """Решением совета директоров X … назначен; врачи X во главе с директором: the body right before is the office's."""
        if office.scope not in ("body", "company"):
            return None
        near = [b for b in self._context.bodies if b.end <= office.start and not b.generic][-1:]
        between = self._text[near[0].end : office.start] if near else "\n"
        if "\n" in between or "." in between:
            return None
        told = _LED.fullmatch(between) or _BOARD.search(self._text, 0, near[0].start)
        return self._with_body(office, office.start, near[0].name) if told else None

    def _of_short(self, office: Office, at: int, last: int) -> Office | None:
        """Директор ННМЦ, директор ННЦХ им. X, председатель правления «Х»: a body by its initials or its bare name."""
        first, said = self._found[at], self._text[office.head : office.end].lower()
        if office.scope not in ("body", "company") or said.startswith(UNITS_HEADED):
            return None
        named = _SHORT.fullmatch(first.text) and not self.region_of(first.text) and not bodies.has_form(first.text)
        if first.text not in OPEN and (not named or self._ru_bodies(at, at + 1)):
            return None
        name = " ".join(self._text[first.start : self._found[last - 1].end].split())
        return self._with_body(office, office.start, _DECLINED.sub(r"\1ия\2", name))

    def _named_body(self, at: int, last: int) -> Body | None:
        """Return the company, or else the first body of several words, that some pieces name."""
        named = self._ru_bodies(at, last)
        company = next((b for b in named if bodies.has_form(b.name)), None)
        return company or next((b for b in named if len(b.name.split()) > 1 and not only_described(b.name)), None)

    def _ru_pointing(self, office: Office, at: int, last: int) -> Office:
        """Return the office of a body that only a noun points to: директор центра, заведующий отделением."""
        noun = next((n for p in self._found[at:last] if (n := bodies.head(p.text, "ru"))), None)
        if noun and noun[1] != "unit":
            name = self._same_head(office.start, noun[0])
            name = name or (self._nearest(office.start, ("facility",)) if noun[0] in _ANY else "")
            return self._with_body(office, office.start, name) if name else replace(office, organization="")
        place = self.region_of(self._text[self._found[at].start : office.end]) if noun else ""
        whole = [n[0] for p in self._found[at:last] if (n := bodies.head(p.text, "ru")) and n[1] != "unit"]
        if whole:  # заведующий отделением больницы
            name = self._same_head(office.start, whole[0])
            return replace(office, organization=name, region=place, of_unit=bool(name))
        if noun and (short := self._short_behind(at, last)):
            return replace(office, organization=short, region=place)
        name = self._nearest(office.start, ("facility",)) if noun else ""  # the lab of a clinic, not of who paid for it
        name = name or (self._nearest_here(office.start, ("institution",)) if noun else "")
        return replace(office, organization=name, region=place, of_unit=bool(noun))

    def _short_behind(self, at: int, last: int) -> str:
        """Начальник отдела ДКСЭН X: the body by its initials that the unit belongs to, "" where none stands behind it."""
        names = [start for start, _ in self._people]
        behind = (p for p in self._found[at + 1 : last + 1] if p.start not in names)
        return next((p.text for p in behind if _SHORT.fullmatch(p.text) and bodies.head(p.text, "ru") is None), "")

    def _branch_name(self, at: int, last: int) -> str:
        """Return "Карагандинский филиал ТОО «…»", "Региональное бюро ВОЗ" where the office is of a branch that is named so, "" elsewhere."""
        noun = next((i for i in range(at, last - 1) if self._found[i].text.lower().startswith(BRANCHES)), at)
        first = max(at, ru_left(self._found, noun))
        own = noun == at < last - 1 and self._found[at].text.lower().startswith(BRANCHES[0])  # директор филиала фонда
        if not own and first == noun:
            return ""
        name = ru_name(self._text, self._found, first, noun, last)
        return name[:1].upper() + name[1:]

    def _of_branch(self, start: int, end: int) -> str:
        """Return the region that a branch is called after; Алматинский may be of the oblast or of the city."""
        found = _BRANCH.search(self._text, start, end)
        return self.region_of(f"{found['town']}ая область") if found and found["town"] != "Алматинск" else ""

    def _ru_bodies(self, at: int, last: int) -> list[Body]:
        return list(ru_bodies(self._text, self._found[at:last]))
