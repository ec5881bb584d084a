"""Which office belongs to whom: said before the name, shared in a list, or said behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kzhealthkg import lexicon
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people.gaps import over_gap
from kzhealthkg.annotate.people.office_words_ru import acts, finite, held_once
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.roles import DEPUTIES, Office
from kzhealthkg.annotate.words import AND_KK, guards, kk_stems
from kzhealthkg.model.frozen import replace

_BRACKETED = re.compile(r"\([^()]*\)")
_AND = re.compile(r"\s+(?:и|және|әрі)\s+")
COORDINATING = AND_KK | frozenset(lexicon.words("annotate.people.attach", "coordinating"))
LISTING = AND_KK | frozenset(lexicon.words("annotate.people.attach", "listing"))
FEMININE = lexicon.words("annotate.people.attach", "feminine")


def attach(
    people: Sequence[Person], offices: Sequence[Office], text: str, bounds: tuple[int, int]
) -> list[tuple[Person, list[Office]]]:
    """Return each person with the offices said before the name, shared with one before it, or said behind it."""
    held: list[tuple[Person, list[Office]]] = []
    used: set[int] = set()  # where the role words of offices begin
    for at, person in enumerate(people):
        floor = people[at - 1].end if at else bounds[0]
        own = [o for o in offices if not (at and (_behind_dash(o, floor, text) or _apposed(o, floor, text)))]
        mine = _before(person, own, people, text, floor)
        if not mine and at and _coordinated(text[people[at - 1].end : person.start]):
            mine = [office for office in held[-1][1] if office.plural]
        used |= {office.head for office in mine}
        held.append((person, mine))
    free = [office for office in offices if office.head not in used]
    whole = [(person, mine or _behind(person, people, free, text, bounds[1])) for person, mine in held]
    return _inherited(whole, offices, text)


def _behind_dash(office: Office, floor: int, text: str) -> bool:
    """X — директор A, Y — директор B: the office behind the dash is not that of the next name."""
    return office.start > floor and text[floor : office.start].strip() in ("—", "–", "-")


_CLOSED = re.compile(r",\s+(?:и|а также|және|әрі|сондай-ақ)\s")


def _apposed(office: Office, floor: int, text: str) -> bool:
    """X, директор A, и ректор B Y; X (директор A) и Y: the office between two commas or in brackets is that one's."""
    sign = text[floor : office.start].strip() if office.start > floor else ""
    return (sign == "," and bool(_CLOSED.match(text, office.end))) or (sign == "(" and text[office.end :][:1] == ")")


def _inherited(
    held: list[tuple[Person, list[Office]]], offices: Sequence[Office], text: str
) -> list[tuple[Person, list[Office]]]:
    """Give an office without a body the one of the office beside it, or of the person listed just before."""
    done: list[tuple[Person, list[Office]]] = []
    for person, mine in held:
        mine = [_deputy(o, offices) for o in mine]
        near = [o for o in mine if o.lends]
        if not near and done and done[-1][1] and mine and listed(text[done[-1][0].end : mine[0].start]):
            near = [o for o in done[-1][1] if o.lends]
        near = near or [o for o in mine if o.of_unit and o.organization]
        done.append((person, [_lent(o, near) for o in mine]))
    return done


def _deputy(office: Office, offices: Sequence[Office]) -> Office:
    """Әкім X, оның орынбасары Y: the deputy of whose office was said just before in the same sentence."""
    before = [o for o in offices if o.end <= office.start and o.role in DEPUTIES]
    if office.scope != "deputy" or not before:
        return office
    chief = before[-1]
    return replace(office, role=DEPUTIES[chief.role], organization=chief.organization, region=chief.region, bare=False)


def listed(between: str) -> bool:
    """Say whether only the sign or word of a list stands between two names."""
    return between.strip().lower() in LISTING


def _lent(office: Office, near: Sequence[Office]) -> Office:
    if not near or not office.borrows:
        return office
    joined = near[0].start < office.start and near[0].role == "-"
    start = near[0].start if joined else office.start
    return replace(office, organization=near[0].organization, region=office.region or near[0].region, start=start)


def _coordinated(between: str) -> bool:
    return between.strip().lower() in COORDINATING


def _before(person: Person, offices: Sequence[Office], people: Sequence[Person], text: str, start: int) -> list[Office]:
    """Walk from the name to the left over titles, dashes and commas, and collect the offices met."""
    mine: list[Office] = []
    at = person.start
    while True:
        at = over_gap(text, start, at)
        office = next((o for o in offices if o.end == at), None)
        if office is None and (skipped := _over_profession(text, start, at)) is not None:
            at = skipped
            continue
        office = office or _reaching(offices, people, text, at)
        if office is None or not _agrees(office, person) or _of_another(office, mine) or _of_several(office, mine):
            return mine
        if _issuer(office, person, text) or _aided(office, text) or _of_named_body(office, person, people, text):
            return mine
        mine.insert(0, office)
        at = office.start
        if not _LISTED.search(text[start:at]):
            return mine


_LISTED = re.compile(r"(?:,|\s[–—-]|(?<!\w)(?:және|әрі|и|мен|пен|бен))\s*$")
"""What stands between an office and one that is told before it of the same person."""


def _of_several(office: Office, mine: Sequence[Office]) -> bool:
    """Басқарма басшылары, «X» компаниясының президенті Y: heads listed before an office of one are others."""
    return office.kazakh and office.plural and bool(mine) and not mine[0].plural


_ALONE = frozenset({"president", "prime-minister", "minister", "akim"})
"""Offices of which nobody holds two."""


def _of_another(office: Office, mine: Sequence[Office]) -> bool:
    """Аким области и министр X: who governs a region is no minister."""
    return office.role in _ALONE and any(o.role in _ALONE and o.role != office.role for o in mine)


def _agrees(office: Office, person: Person) -> bool:
    """Whether an office may stand in the case of the name: "главы государства Иван", "встреча министров, Иван" are two."""
    if office.kazakh:
        return office.plural or office.case in ("nom", "acc", "gen")
    if not office.cases or (person.case == "nom" and _undeclined(person)):
        return True
    return "nom" in office.cases if person.case == "nom" else bool(office.cases - {"nom"})


def _issuer(office: Office, person: Person, text: str) -> bool:
    """Указом Президента X освобождена: whose act it is, is not who takes or leaves an office by it."""
    if office.kazakh or person.case != "nom":
        return False
    before = text[max(0, office.start - ACT) : office.start].lower().split()
    behind = text[person.end : person.end + ACT].lower().split()
    return bool(before and behind) and before[-1] in ACTS and behind[0].startswith(CHANGED)


def _aided(office: Office, text: str) -> bool:
    """С советником министра X: who holds the office is the one whom the person before the name advises."""
    before = "" if office.kazakh or "gen" not in office.cases else text[max(0, office.start - ACT) : office.start]
    return bool(words := before.lower().split()) and words[-1].startswith(AIDES)


def _of_named_body(office: Office, person: Person, people: Sequence[Person], text: str) -> bool:
    """Руководители клиники Каннам Северанс: behind the heads of a body, one name that no list has is the body's."""
    many = not office.kazakh and text[office.head : office.end].split(" ")[0].lower() in HEADS
    if not many or names.given(person.given.split(" ")[0], "ru") is not None:
        return False
    between = (text[person.end : p.start] for p in people if p.start > person.end)
    return not any(_coordinated(words) or listed(words) for words in between)


HEADS = frozenset(lexicon.words("annotate.people.attach", "heads"))
ACT = 30
AIDES = lexicon.words("annotate.people.attach", "aides")
ACTS = frozenset(lexicon.words("annotate.people.attach", "acts"))
CHANGED = lexicon.words("annotate.people.attach", "changed")


def _undeclined(person: Person) -> bool:
    """Ажар Гиният, Айгуль Ли are the same in every case; Гиниятова is not."""
    same = person.given[-1:] not in "аяь" or person.given.endswith("гуль")
    return person.gender == "f" and same and not person.surname.endswith(FEMININE)


_LETTER = re.compile("[а-яё]")


def _reaching(offices: Sequence[Office], people: Sequence[Person], text: str, at: int) -> Office | None:
    """Return a Russian office whose body's name runs on to ``at`` in words that the grammar of bodies does not know."""
    before = (o for o in reversed(offices) if o.end < at and o.scope in ("body", "company"))
    office = next((o for o in before if _LETTER.search(text, o.head, o.end)), None)
    if office is None or office.kazakh or any(office.end <= p.start < at for p in people):
        return None
    between = _BRACKETED.sub("", text[office.end : at])  # ректор «A» (г. B, C) Имя Фамилия
    if len(between.split()) > 25 or _last_comma(between) is not None or re.search(r"[.!?]\s+[А-Я]\w", between):
        return None
    return None if any(finite(word) for word in re.findall(r"[а-яё-]{3,}", between)) else replace(office, end=at)


def _over_profession(text: str, start: int, at: int) -> int | None:
    """Return the place before a bare profession (…, гематолог-дәрігер), up to the comma before it; None otherwise."""
    comma = _last_comma(text[start:at])
    if comma is None:
        return None
    words = _WORDS.findall(text, start + comma, at)
    professional = bool(words) and (_is_profession(words[-1]) or _is_profession(words[0]))
    return start + comma if professional else None


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _is_profession(word: str) -> bool:
    parts = [stem.lower() for part in word.split("-") for stem, _ in kk_stems(part)]
    return any(part in guards("profession") for part in parts)


def _last_comma(text: str) -> int | None:
    """Return where the last comma outside quotes and brackets stands."""
    if NESTING.isdisjoint(text):
        at = text.rfind(",")
        return at if at >= 0 else None
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in "»”)") - (text[at] in "«“(")
        if text[at] == "," and depth == 0:
            return at
    return None


NESTING = frozenset("«“»”()")


def _behind(person: Person, people: Sequence[Person], free: Sequence[Office], text: str, end: int) -> list[Office]:
    """Collect the offices that stand in apposition behind the name: PERSON — POST, PERSON, POST."""
    limit = min([p.start for p in people if p.start >= person.end] + [end])
    opening = _OPENING.match(text, person.end, limit)
    if not opening:
        return []
    mine: list[Office] = []
    for begin, stop, last in _segments(text, opening.end(), limit, end):
        if text.startswith("котор", begin):
            break  # X, который был министром: what he was is told by the verb
        office = next(
            (o for o in free if begin <= o.start and (o.end == stop or (o.start == begin and o.end <= stop))), None
        )
        told = office and not office.kazakh and (held_once(text[begin : office.start]) or acts(text[office.end : stop]))
        if told:
            break
        if office and not last:
            mine += [office, *_joined_to(office, free, text)]
        elif not office and len(text[begin:stop].split()) > 6:
            break
    return mine


_OPENING = re.compile(r"\s*[,—–(-]\s*")
"""What may stand between a name and the office behind it."""


def _joined_to(office: Office, free: Sequence[Office], text: str) -> Iterator[Office]:
    """Yield the offices that a conjunction adds to one behind a name."""
    while (
        after := next((o for o in free if o.start > office.end and _AND.fullmatch(text, office.end, o.start)), None)
    ) is not None:
        yield after
        office = after


_SEGMENT = re.compile(r"[,;()—–]|(?<!зам)(?<!\bи)(?<!\bи\.о)(?<!\bи\. о)(?<!м\.а)\.(?=\s|$)|$")
"""A sign that ends what stands in apposition, or the end."""


def _segments(text: str, start: int, limit: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches between commas, and whether one runs into the next person's name."""
    at = start
    for match in _SEGMENT.finditer(text[start:limit]):
        stop = start + match.start()
        if stop > at and text[at:stop].strip():
            lead = len(text[at:stop]) - len(text[at:stop].lstrip())
            runs_on = not match[0] and limit < end
            yield at + lead, at + len(text[at:stop].rstrip()), runs_on
        at = start + match.end()
        if match[0] in (";", ")", "."):
            return
