"""In what sort of houses, by what means or for whose money those counted were treated: the measure says it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.attributes_kk import SORTING
from kzhealthkg.extract.figures.counted_about import opening
from kzhealthkg.extract.kinds.indicator.restricted import own, within
from kzhealthkg.model import Mention

MEANS_KK = frozenset(lexicon.words("kinds.indicator.settings", "means_kk"))
MEANS_RU = lexicon.words("kinds.indicator.settings", "means_ru")
STAYS = lexicon.words("kinds.indicator.settings", "stays")
DAYS = lexicon.words("kinds.indicator.settings", "days")
TOLD = Stems((*MEANS_KK, *MEANS_RU, *STAYS))
OPEN = frozenset(lexicon.words("kinds.indicator.settings", "open"))
DONE = lexicon.words("kinds.indicator.settings", "done")
GIVEN = lexicon.words("kinds.indicator.settings", "given")
BROAD = frozenset({"", "medical-facility", "hospital"})
NAMED = ("place", "date", "number", "percent", "money", "person", "post")
LONGEST = 6
"""Words of what tells of houses, means or money, at most."""


def set_in(clause: Clause, drafts: list[Draft]) -> None:
    """Add to the measure of each count in what houses it is, by what means it was reached, or who paid for it."""
    sentence = clause.sentence
    if not drafts or not (
        begun_in(sentence) & TOLD.bit or any(m.value.plural for m in sentence.named.get("facility", ()))
    ):
        return
    for draft in drafts:
        if said := _kk(clause, draft, drafts) if clause.language == "kk" else _ru(clause, draft, drafts):
            draft.slots["measure"] = said


def _several(clause: Clause, house: Mention) -> bool:
    """В частных клиниках, балалар ауруханаларында: say whether houses are told by their sort, which alone is meant."""
    value = house.value
    if not value.plural or value.name or value.count:
        return False
    before = clause.sentence.tokens[house.first - 1] if house.first else None
    sorted_out = before is not None and before.best.pos == "ADJ" and not before.norm.startswith(GENERAL)
    return bool(sorted_out or value.type not in BROAD)


GENERAL = lexicon.words("kinds.indicator.settings", "general")


def _ru(clause: Clause, draft: Draft, drafts: list[Draft]) -> str:
    """Пролеченные [в дневном стационаре] пациенты: return the measure with what is told, "" for nothing."""
    first, last = own(clause, draft, drafts)
    measure = str(draft.slots["measure"])
    if "change" in draft.slots or draft.slots.get("unit") == "%":
        return ""
    for at in range(first, last - 1):
        end = _end_ru(clause, at)
        told = opening(clause.text(at, end), at) if at < end <= last else ""
        if told and told.rsplit(" ", 1)[-1][:STEM] not in measure.lower():
            return within(measure, told, "ru")
    return ""


STEM = 5


def _end_ru(clause: Clause, at: int) -> int:
    """Return where what begins at a token ends: в частных клиниках, по квоте, за счёт ОСМС; ``at`` where nothing does."""
    tokens = clause.sentence.tokens
    if clause.text(at, min(at + 2, clause.last)).lower().startswith(MEANS_RU):
        end = at + 2
        while end < clause.last and end - at < LONGEST and _goes_on(clause, end):
            end += 1
        whole = end > at + 2 or tokens[at].norm not in OPEN
        return end if whole and _plain(clause, at, end - 1) else at
    if tokens[at].norm not in IN_OR_ON:
        return at
    house = next(
        (m for m in clause.mentions("facility", first=at + 1) if m.first <= at + 2 and _several(clause, m)), None
    )
    if house is not None and is_case(tokens[house.last - 1], "loc") and _plain(clause, at, house.last - 1):
        return house.last
    day = at + 2 < clause.last and tokens[at + 1].norm.startswith(DAYS) and tokens[at + 2].norm.startswith(STAYS)
    return at + 3 if day else at


def _goes_on(clause: Clause, at: int) -> bool:
    """За счёт [средств фонда], на платной [основе]: say whether a word belongs to the one before."""
    token, described = clause.sentence.tokens[at], clause.sentence.tokens[at - 1].best.pos == "ADJ"
    fits = is_case(token, "gen", "loc") if described else is_case(token, "gen")
    return (fits and token.best.pos in ("NOUN", "ADJ", "X", "PROPN")) or (token.text.isupper() and len(token.text) > 1)


def _plain(clause: Clause, first: int, last: int) -> bool:
    """Say whether nothing with a name of its own stands among tokens."""
    return not clause.mentions(*NAMED, first=first, last=last + 1)


def _kk(clause: Clause, draft: Draft, drafts: list[Draft]) -> str:
    """Робот көмегімен жасалған ота, жекеменшік клиникалардағы ота: return the measure with what is told, "" for nothing."""
    first, last = own(clause, draft, drafts)
    numbers = clause.mentions("number", "percent")
    at = next((m.first for m in numbers if m.start in draft.used), last) - 1
    start = _start_kk(clause, first, at) if at >= first and "unit" not in draft.slots else None
    measure = str(draft.slots["measure"])
    if start is None or not _plain(clause, start, at):
        return ""
    told = opening(clause.text(start, at + 1), start)
    if told[:STEM].lower() in measure.lower():
        return ""
    if any(word.endswith(BEFALLEN) for word in measure.split()):
        return f"{told} {measure}"
    if clause.sentence.tokens[at].norm in MEANS_KK:
        return f"{told} {_done(measure)} {measure}"
    return f"{told}{'ғы' if told.endswith('а') else 'гі'} {measure}"


def _start_kk(clause: Clause, first: int, at: int) -> int | None:
    """Return where what is told of houses, a stay or means begins that ends at a token; None where nothing is."""
    tokens = clause.sentence.tokens
    if tokens[at].norm in MEANS_KK:
        return phrase(clause, at - 1).first if at > first else None
    if not is_case(tokens[at], "loc") or tokens[at].best.locative_adjective:
        return None
    house = next((m for m in clause.mentions("facility") if m.last == at + 1), None)
    if house is not None and _several(clause, house):
        start = house.first - (house.first > first and _described(clause, house.first - 1))
        return None if start == at and tokens[at].best.possessive else start  # қала емханаларында
    day = at > first and tokens[at].norm.startswith(STAYS) and tokens[at - 1].norm.startswith(DAYS)
    return at - 1 if day else None


def _described(clause: Clause, at: int) -> bool:
    """Жекеменшік клиникаларда, but қала емханаларында: say whether a word tells of which sort houses are."""
    token = clause.sentence.tokens[at]
    area = not area_words("kk").isdisjoint(token.words)
    sort = token.best.pos == "ADJ" or token.norm in SORTING
    return sort and not area and not token.norm.startswith(GENERAL)


BEFALLEN = ("ған", "ген", "қан", "кен", "тін", "тын")


def _done(measure: str) -> str:
    """Return what was done to things counted: берілген кеңес, көрсетілген қызмет, жасалған ота."""
    last = measure.rsplit(" ", 1)[-1]
    return DONE[0] if last not in GIVEN else DONE[1 + (GIVEN.index(last) > 0)]
