"""Offices: the words of a role, the body it belongs to, and the region of that body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.annotate import names, organizations
from kzhealthkg.annotate.organizations import Body
from kzhealthkg.annotate.words import Piece, kk_stems, ru_nominative, ru_tags

_KK_END = (
    r"(?P<many>лар|лер|дар|дер|тар|тер)?(?P<own>ымыз|іміз|мыз|міз|[ыі]|с[ыі])?"
    r"(?P<case>[ндт][ыі]ң|[нғқгк][ае]|[ндт][ыі]|н|н?[дт][ае]|[ндт][ае]н|[мбп]ен)?"
)
_KK_CASE = {"ң": "gen", "н": "acc"}
_DEPUTY = {
    "minister": "vice-minister", "akim": "deputy-akim", "department-head": "deputy-department-head",
    "chief-physician": "deputy-chief-physician",
}  # fmt: skip
_KK_DEPUTY = re.compile(
    rf"\s+(?:бірінші\s+|(?:[\w,-]+\s+){{1,5}}?(?:жөніндегі|бойынша)\s+)?орынбасар{_KK_END}(?![\w-])", re.I
)
_KK_ACTING = re.compile(
    rf"\s+(?:уақытша\s+)?(?:міндет(?:ін|терін)\s+(?:уақытша\s+)?атқарушы{_KK_END}(?!\w)|м\.\s?а\.)", re.I
)
_RU_ACTING = re.compile(r"(?:и\.\s?о\.|врио|исполняющ\w+\s+обязанности)\s*$", re.I)
_RU_MANY = re.compile(r"(?:[^йш]и|ы|[аи]ми|[ая]ми|ей|ов|[ая]х|[ая]м)$", re.I)
_FIELD_BEFORE = re.compile(r"(?:[\w,-]+\s+){1,5}(?:жөніндегі|бойынша)\s*$")
_LOCAL = re.compile(
    r"облыстық|аудандық|қалалық|областн|районн|городск|сақтау басқармасы|управлени\w+ .*здравоохр", re.I
)
_DEPARTMENT = re.compile(r"денсаулық сақтау басқармасы|управлени\w+ (?:общественного )?здравоохранения", re.I)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as said: ``start``–``end`` covers its role and its body, ``head`` begins the role words."""

    start: int
    end: int
    head: int
    role: str
    scope: str
    plural: bool = False
    acting: bool = False
    case: str = "nom"
    organization: str = ""
    region: str = ""
    bare: bool = True
    """Whether nothing was said beside the role words."""

    kazakh: bool = False
    of_unit: bool = False
    """The head of a unit whose own name tells no institution."""

    @property
    def lends(self) -> bool:
        """Whether its body may be that of the next office in a list."""
        return bool(self.organization) and self.scope in ("body", "company") and not self.of_unit

    @property
    def borrows(self) -> bool:
        """Whether it is an office of a body that was not named with it."""
        return self.scope in ("body", "company") and (self.of_unit or (self.bare and not self.organization))

    def role_word(self, text: str) -> str:
        """Return the role words, lower-cased."""
        return text[self.head : self.end].lower()


@dataclass(frozen=True, slots=True)
class Context:
    """What an office needs to know of its article: language, day, main region and the bodies named so far."""

    language: str
    date: str | None
    region: str
    bodies: tuple[Body, ...]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rows = _rows(language)
    parts = "|".join(f"(?P<r{number}>{row['pattern']})" for number, row in rows)
    end = rf"{_KK_END}(?![\w-])" if language == "kk" else r"(?![\w-])"
    text = parts.replace(" ", r"\s+") if language == "kk" else parts.replace("*", "[а-яё]{0,4}").replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?:{text}){end}", re.I)


@cache
def _rows(language: str) -> tuple[tuple[int, dict[str, str]], ...]:
    rows = [row for row in enumerate(lexicon.table("roles")) if row[1]["language"] == language]
    return tuple(sorted(rows, key=lambda row: (-len(row[1]["pattern"]), row[0])))


def roles(text: str, start: int, end: int, language: str) -> Iterator[Office]:
    """Yield the role words of a stretch of text, deputies and acting ones made out, without their bodies."""
    at = start
    while match := _pattern(language).search(text, at, end):
        row = next(row for number, row in _rows(language) if match[f"r{number}"] is not None)
        office = _kk_role(text, match, row, end) if language == "kk" else _ru_role(text, match, row, start)
        at = max(office.end, match.start() + 1)
        if language != "ru" or not _no_role(match[0]):
            yield office


def _no_role(words: str) -> bool:
    """Whether Russian words only look like a role: правления, директора (of a list of nouns) are none."""
    return words.lower() in ("глав",)


def _kk_role(text: str, match: re.Match[str], row: dict[str, str], end: int) -> Office:
    """Return the office of Kazakh role words with the deputy or the acting one that follows them."""
    office = Office(
        match.start(), match.end(), match.start(), row["role"], row["scope"], bool(match["many"]), kazakh=True
    )
    office = replace(office, case=_kk_case(match["case"]))
    if office.case != "gen":
        return office
    deputy = _KK_DEPUTY.match(text, office.end, end)
    if deputy:
        role = _DEPUTY.get(office.role, "deputy-head")
        office = replace(
            office, role=role, end=deputy.end(), plural=bool(deputy["many"]), case=_kk_case(deputy["case"])
        )
    acting = _KK_ACTING.match(text, office.end, end)
    if acting:
        office = replace(office, acting=True, end=acting.end(), case=_kk_case(acting.groupdict().get("case")))
    return office


def _kk_case(ending: str | None) -> str:
    if not ending:
        return "nom"
    if ending.endswith("ң"):
        return "gen"
    if ending.endswith("ен") and ending[0] in "мбп":
        return "ins"
    if len(ending) == 3:
        return "abl"
    return {"д": "loc", "т": "loc"}.get(ending[-2:-1], "dat") if ending[-1] in "ае" else "acc"


def _ru_role(text: str, match: re.Match[str], row: dict[str, str], start: int) -> Office:
    acting = _RU_ACTING.search(text, start, match.start())
    begin = acting.start() if acting else match.start()
    last = match[0].split()[-1].lower()
    plural = bool(_RU_MANY.search(last)) and not last.endswith(("щей", "щим", "ой")) and row["scope"] != "state"
    return Office(begin, match.end(), match.start(), row["role"], row["scope"], plural, bool(acting))


class Posts:
    """Finds the offices of one sentence, each with its body."""

    def __init__(self, text: str, found: Sequence[Piece], people: Sequence[tuple[int, int]], context: Context) -> None:
        self._text, self._found, self._people, self._context = text, found, people, context

    def find(self, start: int, end: int) -> list[Office]:
        """Return the offices between two offsets, none of them a part of another's body."""
        language = self._context.language
        inside = [s for s, _ in self._people]
        every = [o for o in roles(self._text, start, end, language) if not any(o.head <= p < o.end for p in inside)]
        placed = [self._kk(office) if language == "kk" else self._ru(office, every) for office in every]
        return [o for o in placed if not any(p.start <= o.start and o.end <= p.head for p in placed if p is not o)]

    # Kazakh: the body stands before the role -------------------------------------------------------

    def _kk(self, office: Office) -> Office:
        left = self._index(office.head)
        if office.scope == "ministry":
            return self._kk_ministry(office)
        if office.scope in ("akimat", "region"):
            return self._kk_akimat(office)
        if office.scope == "state":
            return self._state(office)
        if office.scope in ("prosecution", "parliament"):
            return self._kk_power(office, left)
        field = _FIELD_BEFORE.search(self._text, self._found[0].start, office.head)
        if field:
            left = self._after_genitive(field.start(), left)
        return self._kk_body(office, left)

    def _index(self, offset: int) -> int:
        return next((i for i, piece in enumerate(self._found) if piece.start >= offset), len(self._found))

    def _after_genitive(self, start: int, at: int) -> int:
        """Return the piece after the nearest genitive before ``at``: the body's name ends with it."""
        for i in range(at - 1, self._index(start) - 1, -1):
            if any(case == "gen" for _, case in kk_stems(self._found[i].text)):
                return i + 1
        return self._index(start)

    def _state(self, office: Office) -> Office:
        """The president of the country has no organisation, the one of a society is its head."""
        if office.role_word(self._text)[:9] != "президент":
            return replace(office, bare=False)
        body = self._kk_body(replace(office, role="head", scope="body"), self._index(office.head))
        return body if body.organization else replace(office, bare=False)

    def _kk_ministry(self, office: Office) -> Office:
        before = self._text[self._found[0].start : office.head]
        match = _ministry_kk().search(before)
        if not match:
            return office
        start = self._found[0].start + match.start()
        name = organizations.tidy(match[0]) + " министрлігі"
        return replace(office, start=start, organization=_capital(name), bare=False)

    def _kk_power(self, office: Office, at: int) -> Office:
        """Мәжіліс депутаты is of the Мәжіліс; Атырау облысының прокуроры of its prosecution office."""
        words = self._text[office.head : office.end].split()
        if office.scope == "parliament" and len(words) > 1:
            return replace(office, organization=_capital(words[0]))
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
        return replace(office, organization=f"{region.kk}ның әкімдігі", region=region.iso)

    def _named_unit(self, office: Office, before: str) -> Office:
        """X ауданы әкімі, where the type word was taken as a part of the role."""
        match = re.search(r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s*$", before)
        kind = office.role_word(self._text).split()[0]
        if not match or names.common(match["name"], "kk"):
            return replace(office, region=self._context.region)
        return self._akimat_of(office, match["name"], kind, match.start())

    def _akimat_of(self, office: Office, name: str, kind: str, offset: int) -> Office:
        full = f"{' '.join(name.split())} {_TYPE_GEN[kind.lower()]}"
        start = self._found[0].start + offset
        region = self.region_of(f"{name} {kind}") or self._context.region
        return replace(office, start=start, organization=f"{full} әкімдігі", region=region, bare=False)

    def _town(self, office: Office, before: str) -> Office:
        match = re.search(r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s*$", before)
        stem = match and next(
            (s for s, c in kk_stems(match["name"]) if c in ("nom", "gen") and names.place_bare(s)), ""
        )
        return self._akimat_of(office, stem, "қала", match.start()) if match and stem else office

    def _kk_body(self, office: Office, at: int) -> Office:
        barrier = max((end for _, end in self._people if end <= office.head), default=-1)
        first = organizations.left_edge(self._found, at, barrier)
        if first >= at:
            return self._company_before(office)
        akim = self._akims_office(office, first, at)
        if akim:
            return akim
        start = self._found[first].start
        whole = self._institution(first, at)
        if whole and not whole.generic:
            return self._with_body(office, start, whole.name)
        noun = organizations.head(self._found[at - 1].text, "kk")
        if not noun:
            return self._no_body(office, first, at)
        if noun[1] == "unit":
            return self._of_unit(office, first)
        return self._pointing(office, first, whole, noun[0])

    def _akims_office(self, office: Office, first: int, at: int) -> Office | None:
        """Маңғыстау облысы әкімінің баспасөз хатшысы serves the akimat."""
        last = self._found[at - 1]
        if not last.text.lower().startswith("әкім") or "әкімдік" in organizations.bare(last.text.lower()):
            return None
        akim = self._kk_akimat(Office(last.start, last.end, last.start, "akim", "akimat"))
        return replace(office, start=akim.start, organization=akim.organization, region=akim.region, bare=False)

    def _institution(self, first: int, at: int) -> Body | None:
        """Return the institution that the name holds, the units of it left out."""
        generic = None
        for last in range(at, first, -1):
            body = organizations.named(self._text, self._found, first, last)
            if body and body.kind != "unit":
                if not body.generic:
                    return body
                generic = generic or body
        return generic

    def _with_body(self, office: Office, start: int, name: str) -> Office:
        region = self.region_of(name) or (self._context.region if _LOCAL.search(name) else "")
        if _DEPARTMENT.search(name):
            role = {"head": "department-head", "deputy-head": "deputy-department-head"}.get(office.role, office.role)
            office = replace(office, role=role)
        name = name if office.kazakh else _capital(name)
        return replace(office, start=start, organization=name, region=region, bare=False)

    def _company_before(self, office: Office) -> Office:
        """A board has a company: the one named last before."""
        if office.scope != "company":
            return office
        names_ = [b.name for b in self._context.bodies if b.end <= office.head and organizations.has_form(b.name)]
        return replace(office, organization=names_[-1]) if names_ else office

    def _no_body(self, office: Office, first: int, at: int) -> Office:
        if office.scope == "specialist":
            return replace(office, start=self._found[first].start)
        return office

    def _of_unit(self, office: Office, first: int) -> Office:
        """A unit's head: the institution is the one named nearest before; a place may stand before the unit."""
        start = self._found[first].start
        region = self._place_before(first)
        if region:
            start, region = region
        body = self._nearest(start, ("facility",)) or self._nearest(start, ("facility", "institution"))
        return replace(office, start=start, organization=body, region=region or "", bare=False, of_unit=True)

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
        bare = organizations.bare(noun.lower())
        name = self._same_head(start, bare)
        if not name and body and len(body.name.split()) > 1:
            name = body.name
        return self._with_body(office, start, name) if name else office

    def _same_head(self, offset: int, noun: str) -> str:
        named = [b for b in self._context.bodies if not b.generic]
        fits = [b for b in named if noun in organizations.heads_of(b.name, self._context.language)]
        if not fits:
            return ""
        if self._text[offset : offset + 1].isupper():
            return most_named(fits)
        before = [b for b in fits if b.start < offset]
        return before[-1].name if before else fits[0].name

    def _nearest(self, offset: int, kinds: tuple[str, ...]) -> str:
        before = [b for b in self._context.bodies if b.end <= offset and b.kind in kinds and not b.generic]
        return before[-1].name if before else ""

    # Russian: the body stands after the role -------------------------------------------------------

    def _ru(self, office: Office, every: Sequence[Office]) -> Office:
        stops = [s for s, _ in self._people if s >= office.end] + [o.start for o in every if o.start >= office.end]
        barrier = min(stops, default=len(self._text))
        at = self._index(office.end)
        last = self._ru_edge(at, barrier)
        if office.scope == "state":
            return self._ru_state(office, at, last)
        if last == at:
            return self._ru_main(office)
        end = self._found[last - 1].end
        tail = " ".join(self._text[office.end : end].split())
        if office.scope == "ministry":
            return replace(office, end=end, organization=f"Министерство {tail}", bare=False)
        if office.scope == "akimat":
            return replace(office, end=end, organization=f"Акимат {tail}", region=self.region_of(tail), bare=False)
        return self._ru_body(office, at, last)

    def _ru_edge(self, at: int, barrier: int) -> int:
        found = self._found
        last = at
        if last < len(found) and _instrumental_unit(found[last].text):
            last += 1
        last = organizations.ru_right_edge(found, last, barrier)
        if last + 1 < len(found) and found[last].text in ("в", "во", "на") and found[last + 1].start < barrier:
            place = last + 1
            while place < len(found) and found[place].start < barrier and _locative(found[place].text):
                place += 1
            last = place if place > last + 1 else last
        if last + 2 < len(found) and found[last].text == "(" and found[last + 2].text == ")":
            last += 3
        return last

    def _ru_state(self, office: Office, at: int, last: int) -> Office:
        """The president of a society, not of a country, is its head."""
        if self._ru_bodies(at, last) and office.role == "president":
            return self._ru_body(replace(office, role="head", scope="body"), at, last)
        return replace(office, end=self._found[last - 1].end if last > at else office.end, bare=False)

    def _ru_main(self, office: Office) -> Office:
        region = gazetteer.regions().get(self._context.region)
        if office.scope == "region" and region:
            return replace(office, organization=f"Акимат {_ru_region_gen(region.ru)}", region=region.iso)
        return office

    def _ru_body(self, office: Office, at: int, last: int) -> Office:
        end = self._found[last - 1].end
        office = replace(office, end=end, bare=False)
        company = next(
            (b for b in self._ru_bodies(at, last) if organizations.has_form(b.name)),
            None,
        )
        body = company or next((b for b in self._ru_bodies(at, last) if len(b.name.split()) > 1), None)
        if body:
            return self._with_body(office, office.start, body.name)
        noun = next((n for p in self._found[at:last] if (n := organizations.head(p.text, "ru"))), None)
        if noun and noun[1] != "unit":
            return replace(office, organization=self._same_head(office.start, noun[0]))
        place = self.region_of(self._text[self._found[at].start : end]) if noun else ""
        name = self._nearest(office.start, ("facility", "institution")) if noun else ""
        return replace(office, organization=name, region=place, of_unit=bool(noun))

    def _ru_bodies(self, at: int, last: int) -> list[Body]:
        return list(organizations.ru_bodies(self._text, self._found[at:last]))

    # ---------------------------------------------------------------------------------------------

    def region_of(self, words: str) -> str:
        """Return the ISO code of the region that a name holds, or "" where it holds none or several."""
        return region_of(words, self._context.date)


def most_named(bodies: Sequence[Body]) -> str:
    """Return the name that most of the bodies bear, the first of several."""
    counts: dict[str, int] = {}
    for body in bodies:
        counts[body.name] = counts.get(body.name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


def region_of(words: str, date: str | None) -> str:
    """Return the ISO code of the region or city that some words name, or "" where they name none or several."""
    low = " " + " ".join(words.lower().split()) + " "
    found = {iso for iso, pattern in _regions() if pattern.search(low)}
    return gazetteer.at(found.pop(), date) if len(found) == 1 else _by_place(words, date)


@cache
def _regions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((iso, re.compile("|".join(_stems(region)))) for iso, region in gazetteer.regions().items())


def _stems(region: gazetteer.Region) -> Iterator[str]:
    """Yield patterns for a region's Kazakh and Russian names in any case."""
    for name in (region.kk.lower(), region.ru.lower()):
        city = re.sub(r"^город |^г\. | қаласы$", "", name)
        if "облыс" not in name and "област" not in name:
            yield rf"(?<!\w){re.sub('[аыі]$', '', city)}\w*(?!\w|\s+обл)"
            continue
        parts = [re.sub(r"(?:ая|ь|[аыі])$", "", word) + r"\w*" for word in name.split()]
        yield r"(?<!\w)" + r"\s+".join(parts)
        if "облыс" in name and " " in name:
            yield rf"(?<!\w){name.rsplit(' ', 1)[0]}\s+облыст\w*"
        if name.startswith("область "):
            yield rf"(?<!\w){name[8:-1]}\w*\s+област\w*"


def _by_place(words: str, date: str | None) -> str:
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words):
        if not word[0].isupper():
            continue
        stems = [s for s, _ in kk_stems(word)] + [ru_nominative(word)] * bool(re.search("[а-яё]$", word))
        places = next((found for stem in stems if (found := gazetteer.lookup(stem))), ())
        regions = {gazetteer.region(p.code, date) for p in places if p.level in ("city", "district", "oblast")}
        if len(regions) == 1:
            return regions.pop()
    return ""


_TYPE_GEN = {"облыс": "облысының", "аудан": "ауданының", "қала": "қаласының", "ауыл": "ауылының", "кент": "кентінің",
             "ауылдық округ": "ауылдық округінің"}  # fmt: skip
_AKIMAT_KK = re.compile(
    r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:Қазақстан|би))?)\s+(?P<type>облыс|аудан|қала|ауыл|кент|ауылдық округ)(?:ы|і|сы)(?:ның|нің)?\s*$"
)


@cache
def _ministry_kk() -> re.Pattern[str]:
    fields = sorted(organizations.words("ministry", "kk"), key=lambda f: (-len(f), f))
    state = r"(?:(?:ҚР|(?:[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+\s+)?(?:Республикасы(?:ның)?|РЕСПУБЛИКАСЫ(?:НЫҢ)?)|[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+[нтд][ыі]ң)\s+)?"
    alternatives = "|".join(field.replace(" ", r"\s+") for field in fields)
    return re.compile(state + rf"(?i:{alternatives})\s*$")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _instrumental_unit(word: str) -> bool:
    return any(
        case == "ablt" and lemma in organizations.words("head", "ru") for lemma, _, case in ru_tags(word.lower())
    )


def _locative(word: str) -> bool:
    return word[0].isalpha() and any(case == "loct" for _, _, case in ru_tags(word.lower()))


def _ru_region_gen(name: str) -> str:
    return name.replace("ская область", "ской области").replace("область ", "области ")
