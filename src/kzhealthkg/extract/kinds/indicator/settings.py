"""In what sort of houses, by what means or for whose money those counted were treated: the measure says it."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.draft import Draft
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
    if not drafts or not (begun_in(sentence) & TOLD.bit or any(_several(m) for m in sentence.named.get("facility", ()))):
        return
    for draft in drafts:
        if said := _kk(clause, draft, drafts) if clause.language == "kk" else _ru(clause, draft, drafts):
            draft.slots["measure"] = said


def _several(house: Mention) -> bool:
    """В частных клиниках, балалар ауруханаларында: say whether houses are told by their sort, which alone is meant."""
    value = house.value
    described = house.last - house.first > 1
    return bool(value.plural and not value.name and not value.count and (described or value.type not in BROAD))


def _ru(clause: Clause, draft: Draft, drafts: list[Draft]) -> str:
    """Пролеченные [в дневном стационаре] пациенты: return the measure with what is told, "" for nothing."""
    first, last = own(clause, draft, drafts)
    measure = str(draft.slots["measure"])
    if "change" in draft.slots or draft.slots.get("unit") == "%":
        return ""
    for at in range(first, last - 1):
        end = _end_ru(clause, at)
        told = clause.text(at, end).lower() if at < end <= last else ""
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
    house = next((m for m in clause.mentions("facility", first=at + 1) if m.first <= at + 2 and _several(m)), None)
    if house is not None and is_case(tokens[house.last - 1], "loc") and _plain(clause, at, house.last - 1):
        return house.last
    day = at + 2 < clause.last and tokens[at + 1].norm.startswith(DAYS) and tokens[at + 2].norm.startswith(STAYS)
    return at + 3 if day else at


def _goes_on(clause: Clause, at: int) -> bool:
    """За счёт [средств фонда], на платной [основе]: say whether a word belongs to the one before."""
    token, described = clause.sentence.tokens[at], clause.sentence.tokens[at - 1].best.pos == "ADJ"
    fits = is_case(token, "gen", "loc") if described else is_case(token, "gen")
    return fits and token.best.pos in ("NOUN", "ADJ", "X", "PROPN")


def _plain(clause: Clause, first: int, last: int) -> bool:
    """Say whether nothing with a name of its own stands among tokens."""
    return not clause.mentions(*NAMED, first=first, last=last + 1)


def _kk(clause: Clause, draft: Draft, drafts: list[Draft]) -> str:
    """Робот көмегімен жасалған ота, жекеменшік клиникалардағы ота: return the measure with what is told, "" for nothing."""
    first, last = own(clause, draft, drafts)
    numbers = clause.mentions("number", "percent")
    at = next((m.first for m in numbers if m.start in draft.used), last) - 1
    measure = str(draft.slots["measure"])
    tokens = clause.sentence.tokens
    if at <= first or "change" in draft.slots or draft.slots.get("unit") == "%":
        return ""
    start = phrase(clause, at - 1).first if tokens[at].norm in MEANS_KK else at
    house = next((m for m in clause.mentions("facility") if m.last == at + 1), None)
    if house is not None and is_case(tokens[at], "loc") and _several(house):
        start = min(house.first, phrase(clause, at).first)
    day = at > first and tokens[at].norm.startswith(STAYS) and tokens[at - 1].norm.startswith(DAYS)
    start = at - 1 if day and is_case(tokens[at], "loc") else start
    told = clause.text(start, at + 1)
    if start == at or start < first or not _plain(clause, start, at) or told[:STEM].lower() in measure.lower():
        return ""
    told = told if told[1:2].isupper() else told[:1].lower() + told[1:]
    if measure.split()[0].endswith(BEFALLEN):
        return f"{told} {measure}"
    if tokens[at].norm not in MEANS_KK:
        return f"{told}{'ғы' if told.endswith('а') else 'гі'} {measure}"
    return f"{told} {_done(measure)} {measure}"


BEFALLEN = ("ған", "ген", "қан", "кен", "тін", "тын")


def _done(measure: str) -> str:
    """Return what was done to things counted: берілген кеңес, көрсетілген қызмет, жасалған ота."""
    last = measure.rsplit(" ", 1)[-1]
    return DONE[0] if last not in GIVEN else DONE[1 + (GIVEN.index(last) > 0)]
