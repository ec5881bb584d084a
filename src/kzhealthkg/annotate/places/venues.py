"""Where a briefing is held: a place that says nothing of where the things told there are."""

from __future__ import annotations

from collections.abc import Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.places.units import Unit
from kzhealthkg.annotate.words import IN_RU
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph.forms_ru import JOINING

BRIEFINGS = lexicon.words("annotate.places.venues", "briefings")
GATHERINGS = lexicon.words("annotate.places.venues", "gatherings")
MEETINGS = (*BRIEFINGS, *lexicon.words("annotate.places.venues", "meetings"))
BORN = lexicon.words("annotate.places.venues", "born")
NATIVES = lexicon.words("annotate.places.venues", "natives")
AGED = frozenset(lexicon.words("annotate.places.venues", "aged"))
ABOUT = frozenset(lexicon.words("annotate.places.venues", "about"))
RESIDENT = lexicon.words("annotate.places.venues", "resident")
MET = lexicon.words("annotate.places.venues", "met")
REPORTING = frozenset(lexicon.words("annotate.places.venues", "reporting"))
NEAR = tuple(f" {words}" for words in lexicon.words("annotate.places.venues", "near"))
NEAR_KK = lexicon.words("annotate.places.venues", "near_kk")
TOWN = frozenset(lexicon.words("annotate.places.venues", "town"))
PEOPLE = frozenset(lexicon.words("annotate.places.venues", "people"))
GIVING = lexicon.words("annotate.places.venues", "giving")
STAFF = frozenset(lexicon.words("annotate.places.venues", "staff"))
YEAR = frozenset(lexicon.words("annotate.places.venues", "year"))
CAPITAL = "KZ-71"
REGIONAL = "0000000"
"""End of the code of a city that is a region of its own: what is near it is not in it."""
REACH, BEHIND = 6, 4
SIGNS = ",;:—–.!?«"
LOCATED = frozenset({"loc", "locadj"})
OWNING = frozenset({"gen", "abl"})


_BEGINNINGS = (*MEETINGS, *GATHERINGS, *BORN, *NATIVES, *RESIDENT, *MET, *NEAR_KK)
_WORDS = frozenset({"из", *PEOPLE, *AGED, *REPORTING, *(max(words.split(), key=len) for words in NEAR)})


def may_tell(token: Token) -> bool:
    """Say whether a word may make a place beside it a venue, an origin or a seat: one of these words always does."""
    return token.norm.startswith(_BEGINNINGS) or not _WORDS.isdisjoint(token.words)


def is_venue(tokens: Sequence[Token], mention: Mention, regions: frozenset[str] = frozenset()) -> bool:
    """Say whether a place is only where a briefing is held.

    Елордада өткен брифингте, на брифинге в Астане: the capital; another town where its sentence names another of
    the ``regions`` as well (Алматыда өткен форумда Жамбыл облысының әкімі …).
    """
    if mention.type == "place" and _is_home(tokens, mention):
        return True
    if mention.type != "place" or mention.value.level != "city":
        return False
    if _is_told_at(tokens, mention) or (mention.value.code.endswith(REGIONAL) and _is_near(tokens, mention)):
        return True
    if mention.value.region == CAPITAL and _is_seat(tokens, mention, BRIEFINGS):
        return True
    others = regions - {mention.value.region, ""}
    return bool(others) and (_is_seat(tokens, mention, (*BRIEFINGS, *GATHERINGS)) or _is_met_at(tokens, mention))


def _is_home(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether somebody only was born, grew up or studied in a place: X-да туған дәрігер, уроженец X."""
    behind = tokens[mention.last : mention.last + 1]
    before = tokens[max(0, mention.first - 2) : mention.first]
    if any(t.norm.startswith(NATIVES) or t.norm in PEOPLE for t in before) or _is_birthplace(tokens, mention):
        return True
    words = BORN if mention.case in LOCATED else NATIVES if mention.case == "gen" else ()
    return bool(words) and any(t.norm.startswith(words) for t in behind)


def _is_birthplace(tokens: Sequence[Token], mention: Mention) -> bool:
    """Родилась в 1974 году в X: the year stands between the birth and the place."""
    before = tokens[max(0, mention.first - REACH) : mention.first]
    dated = bool(before) and before[-1].norm in IN_RU and any(t.norm in YEAR for t in before[-3:])
    return dated and any(t.norm.startswith(NATIVES) for t in before)


def _is_of_one(tokens: Sequence[Token], mention: Mention) -> bool:
    """X облысының тұрғыны, X облысының 54 жастағы тұрғыны: one person is from there."""
    behind = tokens[mention.last : mention.last + 3]
    aged = len(behind) > 2 and behind[0].text.isdigit() and behind[1].norm in AGED
    return mention.case in OWNING and (aged or any(t.norm.startswith(RESIDENT) for t in behind[:1]))


def is_origin(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether people have only come from a town, or one person is from a place: врачи из Астаны и Шымкента."""
    if mention.type == "place" and _is_of_one(tokens, mention):
        return True
    if mention.type != "place" or mention.value.level not in ("city", "oblast"):
        return False
    at = mention.first - 1
    while at > 0 and (tokens[at].text in JOINING or tokens[at].text[0].isupper() or tokens[at].norm in TOWN):
        at -= 1
    if not at or tokens[at].norm != "из":
        return False
    before = tokens[at - 1]
    return not STAFF.isdisjoint(before.words) or (
        before.text[0].isupper() and names.given(before.text, "ru") is not None
    )


def comes_from(tokens: Sequence[Token], mention: Mention | Unit) -> bool:
    """Say whether somebody comes from the towns of a list: Ақтау, Атырау қалаларынан келіп; из Актау и Атырау приезжают."""
    if mention.case not in OWNING:
        return False
    for token in tokens[mention.last : mention.last + COMING_REACH]:
        if _is_coming(token):
            return True
        if token.best.form in PREDICATES:
            return False
    return False


def _is_coming(token: Token) -> bool:
    """Say whether a word is a verb of coming, in any form of either language."""
    return not COMING.isdisjoint(token.words) and any(r.form and r.lemma in COMING for r in token.readings)


def by_the_way(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a place is only where somebody or something is from."""
    return is_origin(tokens, mention) or comes_from(tokens, mention) or _left_behind(tokens, mention)


def _left_behind(tokens: Sequence[Token], mention: Mention) -> bool:
    """Окончила университет в Караганде, Астанада тағылымдамадан өтті; доставили из Алматы: where one learnt, or a thing was."""
    at = mention.first - (mention.first > 0 and tokens[mention.first - 1].norm in TOWN)
    before = tokens[max(0, at - REACH) : at]
    if before and before[-1].norm == "из":
        return any(t.norm.startswith(BROUGHT) for t in before[-3:-1]) or _is_brought(tokens, mention)
    if before and before[-1].norm in IN_RU:
        return any(t.norm.startswith(LEARNT_RU) for t in before)
    if mention.case == "abl":
        return _is_brought(tokens, mention)
    return mention.case in LOCATED and any(t.norm.startswith(LEARNT_KK) for t in tokens[mention.last :][:BEHIND])


def _is_brought(tokens: Sequence[Token], mention: Mention) -> bool:
    return any(t.norm.startswith(BROUGHT) for t in tokens[mention.last :][:BEHIND])


BROUGHT = lexicon.words("annotate.places.venues", "brought")
LEARNT_RU = lexicon.words("annotate.places.venues", "learnt_ru")
LEARNT_KK = lexicon.words("annotate.places.venues", "learnt_kk")
COMING = frozenset(lexicon.words("annotate.places.venues", "coming"))
COMING_REACH = 8
PREDICATES = frozenset({"past", "pres", "fut", "prog", "conv"})


def _is_met_at(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a town is only where two have met: Астанада министрмен кездесті."""
    return mention.case == "loc" and any(t.norm.startswith(MET) for t in _phrase(tokens[mention.last :]))


def _is_told_at(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a town is only where something was told: сообщил Русский дом в Алматы; not рассказал о планах в Алматы."""
    if not mention.first or tokens[mention.first - 1].norm not in IN_RU:
        return False
    before = tokens[max(0, mention.first - REACH) : mention.first - 1]
    sign = max(
        (i for i, t in enumerate(before) if t.text in SIGNS or t.norm in ABOUT or t.best.form == "inf"), default=-1
    )
    return any(not REPORTING.isdisjoint(t.words) for t in before[sign + 1 :])


def is_seat(tokens: Sequence[Token], mention: Mention) -> bool:
    """Say whether a town is where a meeting is held, or near: its region is told of, but nothing told stands in it."""
    town = mention.type == "place" and mention.value.level == "city"
    return town and (_is_near(tokens, mention) or _is_seat(tokens, mention, MEETINGS))


def _is_near(tokens: Sequence[Token], mention: Mention) -> bool:
    before = " ".join(t.norm for t in tokens[max(0, mention.first - 3) : mention.first] if t.norm not in TOWN)
    behind = tokens[mention.last : mention.last + 1]
    return f" {before}".endswith(NEAR) or any(t.norm.startswith(NEAR_KK) and t.best.possessive for t in behind)


def _is_seat(tokens: Sequence[Token], mention: Mention, events: tuple[str, ...]) -> bool:
    behind = tokens[mention.last : mention.last + REACH]
    if mention.first and tokens[mention.first - 1].norm in IN_RU:
        before = tokens[max(0, mention.first - 1 - REACH // 2) : mention.first - 1]
        return any(t.norm.startswith(events) for t in [*before, *behind[:BEHIND]])
    return mention.case in LOCATED and any(t.norm.startswith(events) for t in _held(_phrase(behind)))


def _held(tokens: list[Token]) -> list[Token]:
    """Return the words without the advice that doctors give: кеңес берді is no meeting."""
    given = {i for i, t in enumerate(tokens[1:]) if t.norm.startswith(GIVING)}
    return [t for i, t in enumerate(tokens) if i not in given]


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    """Return the words up to the first sign that closes a phrase."""
    end = next((i for i, t in enumerate(tokens) if t.text in SIGNS), len(tokens))
    return list(tokens[:end])
