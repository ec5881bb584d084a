"""Аудан әкімі X, аким города X: an office of a bare area is of the one that the article names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.extract.context.origins import is_origin
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.focus import district_of
from kzhealthkg.model import Document, PlaceValue, Sentence

OF_DISTRICT = re.compile(
    r"(?<!\w)(?:аудандық|аудан(?:ы|ының|ның)?\s+(?:әкім|мәслихат)|(?:аким\w*|акимат\w*|глав\w)\s+района|районн)", re.I
)
NO_BODY = re.compile(
    r"(?<!\w)(?:глав\w+ сем|отбасы\w*\s+(?:басшы|ие)|руководител\w+ (?:\w+ )?(?:проект|программ)|жоба\w*\s+(?:жетекші|басшы|үйлестіруші))",
    re.I,
)
LOCAL = frozenset({"akim", "deputy-akim", "department-head", "deputy-department-head"})
"""Who governs an area that is the article's, where no other is said."""
BARE = dict.fromkeys(lexicon.words("extract.posts.areas", "bare_district"), "district") | dict.fromkeys(
    lexicon.words("extract.posts.areas", "bare_city"), "city"
)
"""Offices of a bare area, each with the level of it."""
LEVELS = {"district": frozenset({"district"}), "city": frozenset({"city", "town"})}
ADJECTIVE = re.compile(r"[иы]й$")


def leads_no_body(draft: Draft, document: Document) -> bool:
    """Глава семьи, руководитель проекта, жоба жетекшісі: who heads a family or a project holds no office of a body."""
    if draft.slots.get("role") != "head" or "organization" in draft.slots:
        return False
    first = max(document.sentences[draft.sentence].start, draft.start - BEFORE)
    return NO_BODY.search(document.article.clean.text[first : draft.end]) is not None


BEFORE = 14
"""Letters before an office in which its family or project may stand."""


def in_area(drafts: list[Draft], document: Document) -> list[Draft]:
    """Give such offices the only district, or the only city, that the article or their own sentence names."""
    district = district_of(document) if drafts else None
    for draft in drafts:
        said = document.article.clean.text[draft.start : draft.end]
        if district is not None and OF_DISTRICT.search(said) and draft.slots.get("region") in (None, district.region):
            draft.say("district", district.name)
            draft.say("region", district.region)
        _name_fully(draft, district, document)
    for draft in drafts:
        draft.say("region", _by_oblast(draft, document))
        if draft.slots.get("role") in LOCAL or _of_local_house(draft):
            draft.say("region", document.region)
        elif draft.slots.get("role") == CHIEF:
            _in_own_area(draft, document)
    return drafts


CHIEF = "chief-specialist"


def _in_own_area(draft: Draft, document: Document) -> None:
    """Қостанай облысының бас онкологы: a chief specialist is of the area that the words of the office name."""
    named = [m for m in document.sentences[draft.sentence].mentions if m.type == "place" and m.value.region]
    own = {m.value.region for m in named if draft.start <= m.start and m.end <= draft.end}
    if len(own) == 1:
        draft.inherit("region", own.pop())


def _of_local_house(draft: Draft) -> bool:
    """Главный врач районной больницы, директор №4 емханасы: a house of a district or a town with no name."""
    body = str(draft.slots.get("organization", "")).casefold()
    return body.startswith(LOCAL_HOUSES) or (draft.slots.get("role") in HOUSED and "№" in body)


HOUSED = frozenset({"head", "deputy-head", "chief-physician", "deputy-chief-physician"})
LOCAL_HOUSES = lexicon.words("extract.posts.areas", "local_houses")


def _by_oblast(draft: Draft, document: Document) -> str:
    """Директор филиала фонда по СКО: the region of the oblast that an office is held for."""
    sentence = document.sentences[draft.sentence]
    if "по" not in sentence.words:
        return ""
    for place in (m for m in sentence.mentions if m.type == "place" and m.value.level == "oblast" and m.first):
        before = sentence.tokens[place.first - 1]
        if before.norm == "по" and draft.start < before.start <= draft.end + 1:
            return str(place.value.region)
    return ""


def _name_fully(draft: Draft, district: PlaceValue | None, document: Document) -> None:
    """Акимат района: of the district that its sentence or those before it name, or of the article's; a city likewise."""
    level = BARE.get(str(draft.slots.get("organization", "")).casefold())
    if not level:
        return
    area = _only(level, document.sentences[draft.sentence : draft.sentence + 1]) or (
        district if level == "district" else _only(level, document.sentences)
    )
    area = area or _told_before(level, document, draft.sentence)
    if area is not None and draft.slots.get("region") in (None, area.region):
        draft.slots["organization"] = _body(area, level, kazakh=draft.slots["organization"].endswith("і"))
        draft.say("region", area.region)
        draft.say("district", area.name if level == "district" else "")


def _told_before(level: str, document: Document, index: int) -> PlaceValue | None:
    """Қазалы ауданында емхана ашылды. Оны аудан әкімі көрді: the area that the paragraph named just before."""
    sentences = document.sentences
    before = [s for s in sentences[:index] if s.paragraph == sentences[index].paragraph]
    for sentence in reversed(before):
        told = [m for m in sentence.mentions if m.type == "place" and m.value.code and m.value.level in LEVELS[level]]
        if told:
            only = len({m.value.code for m in told}) == 1 and not is_origin(sentence, told[0])
            return told[0].value if only else None
    return None


def _only(level: str, sentences: Sequence[Sentence]) -> PlaceValue | None:
    """Return the one area of a level that sentences name."""
    named = {m.value.code: m.value for s in sentences for m in s.mentions if m.type == "place"}
    found = [value for code, value in named.items() if code and value.level in LEVELS[level]]
    return found[0] if len(found) == 1 else None


def _body(area: PlaceValue, level: str, *, kazakh: bool) -> str:
    """Акимат Сырымского района, акимат города Костанай; Сырым ауданының, Қостанай қаласының әкімдігі."""
    if kazakh:
        return f"{area.name} {'ауданының' if level == 'district' else 'қаласының'} әкімдігі"
    if level == "city":
        return f"Акимат города {area.name}"
    adjective = ADJECTIVE.search(area.name)
    return f"Акимат {ADJECTIVE.sub('ого', area.name)} района" if adjective else f"Акимат района {area.name}"
