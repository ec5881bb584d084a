"""People with their posts, organisations and programmes of an article, as mentions a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, reduce
from operator import or_

from kzhealthkg.annotate import programmes
from kzhealthkg.annotate.bodies import bodies, organizations
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.bodies.regions import region_of
from kzhealthkg.annotate.marks import ANY, CALLING, NAME, PROGRAMME, PROGRAMME_WORD, TIE, TITLE
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.people import persons
from kzhealthkg.annotate.people.abroad import abroad
from kzhealthkg.annotate.people.attach import attach, titles
from kzhealthkg.annotate.people.offices import Context
from kzhealthkg.annotate.people.offices_kk import KazakhOffices
from kzhealthkg.annotate.people.offices_ru import RussianOffices
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.recased import recased
from kzhealthkg.annotate.people.registry import Registry
from kzhealthkg.annotate.people.roles import Office, roles
from kzhealthkg.annotate.people.shares import Held, settle
from kzhealthkg.annotate.words import Piece, guards, pieces, ru_tags
from kzhealthkg.model import Article, Mention, OrganizationValue, PersonValue, PostValue, ProgrammeValue, Sentence
from kzhealthkg.model.frozen import frozen, replace


@frozen
class _Line:
    """One sentence on its way: its pieces and what may begin at any of them, its role words, people and bodies."""

    sentence: Sentence
    pieces: tuple[Piece, ...]
    marks: int
    roles: tuple[Office, ...]
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()


def find_people(
    sentences: tuple[Sentence, ...], article: Article, region: str = "", marks_of: Callable[[str], int] = lambda _: ANY
) -> list[list[Mention]]:
    """Return the mentions of people, posts, organisations and programmes, one list a sentence.

    ``region`` is the ISO code of the region that the article is about, "" where it is about none; ``marks_of`` tells
    the marks of a word that is cut out of a token.
    """
    text, language = article.clean.text, "ru" if article.language == "ru" else "kk"
    lines = [_line(s, text, language, marks_of) for s in sentences]
    lines = _named(lines, text, language)
    bodies = tuple(body for line in lines for body in line.bodies)
    context = Context(
        language,
        article.date,
        region or _named_most(sentences),
        bodies,
        abroad((line.sentence, line.bodies) for line in lines),
    )
    named = any(s.marks & PROGRAMME for s in sentences)
    known = programmes.find(text, _norms(sentences, PROGRAMME_WORD)) if named else []
    return [_mentions(line, text, context, known) for line in lines]


def _norms(sentences: Sequence[Sentence], mark: int) -> list[str]:
    """Return the words that bear a mark."""
    return [token.norm for s in sentences if s.marks & mark for token in s.tokens if token.marks & mark]


def _line(sentence: Sentence, text: str, language: str, marks_of: Callable[[str], int]) -> _Line:
    cut = pieces(text, sentence, marks_of)
    marks = sentence.marks if cut is sentence.tokens else reduce(or_, [piece.marks for piece in cut], 0)
    return _Line(sentence, cut, marks, roles(text, sentence, language))


def _named(lines: Sequence[_Line], text: str, language: str) -> list[_Line]:
    """Return the lines with their people, in the fullest form the article gives, and their bodies."""
    first = [_first(line, text, language) for line in lines]
    registry = Registry([person for people in first for person in people])
    return [_whole(line, people, registry, text, language) for line, people in zip(lines, first, strict=True)]


def _whole(line: _Line, people: tuple[Person, ...], registry: Registry, text: str, language: str) -> _Line:
    """Return a line with its people in the fullest form and its bodies."""
    named = [*map(registry.resolve, people), *registry.partial(line.pieces, language, people)]
    named.sort(key=lambda person: person.start)
    spans = [(person.start, person.end) for person in named]
    bodies = organizations.bodies(text, line.pieces, line.marks, spans, language)
    if not named and not bodies:
        return line
    return _Line(line.sentence, line.pieces, line.marks, line.roles, tuple(named), tuple(bodies))


def _first(line: _Line, text: str, language: str) -> tuple[Person, ...]:
    """Return the people as a sentence alone names them."""
    if not line.sentence.marks & (NAME | TIE):
        return ()
    found = tuple(persons.find(line.pieces, language, _after_posts(line, text, language)))
    return recased(found, line.roles, text) if found and line.roles and language == "ru" else found


def _after_posts(line: _Line, text: str, language: str) -> frozenset[int]:
    """Return the numbers of the pieces that a name may begin at, because an office or a title ends before them."""
    if not line.roles and not line.marks & (TITLE | CALLING):
        return frozenset()
    ends = [o.end for o in line.roles if o.case == "nom" or language == "ru"]
    found = set()
    for end in ends + _after_regions(line, text, ends) if language == "ru" else ends:
        gap = _gap_after().match(text, end, line.sentence.end)
        at = gap.end() if gap else end
        found |= _piece_at(line.pieces, at)
        found |= _behind_body(line.pieces, end) if language == "ru" else set()
    if found:  # министр Қонаев қаласындағы ауруханаға барды
        towns = {m.start for m in line.sentence.mentions if m.type == "place" and m.last - m.first > 1}
        found = {i for i in found if line.pieces[i].start not in towns}
    if found and language == "ru":
        found = {i + 1 if i in owning else i for owning in (_owning(line),) for i in found}
    if found and language == "ru":  # директор Института Гюстава … : a body's own noun begins no name
        found = {i for i in found if bodies.head(line.pieces[i].text, "ru") is None}
    found |= _after_titles(line.pieces) if line.marks & TITLE else set()
    return frozenset(found | (_after_callings(line.pieces) if line.marks & CALLING and language != "ru" else set()))


def _piece_at(pieces: Sequence[Piece], start: int) -> set[int]:
    """Return the number of the piece that begins at an offset, where one does."""
    at = bisect_left(pieces, start, key=lambda piece: piece.start)
    return {at} if at < len(pieces) and pieces[at].start == start else set()


BODY_LENGTH = 8
"""Words in the longest body and field between a Russian office and its holder."""


def _behind_body(pieces: Sequence[Piece], end: int) -> set[int]:
    """Директор клиники по лечебной работе | Денис …: the name behind the small words that say of what and what for."""
    first = bisect_left(pieces, end, key=lambda piece: piece.start)
    at = first
    while at < min(len(pieces), first + BODY_LENGTH) and (step := _of_body(pieces, at)):
        at += step
    return {at} if at < len(pieces) and not pieces[at].text.isascii() else set()


def _of_body(pieces: Sequence[Piece], at: int) -> int:
    """По лечебной работе, Европейского бюро ВОЗ в Казахстане: how many words of a body's name or a field begin here."""
    word = pieces[at].text
    if word == "в":
        state = 2 + _is_state(pieces, at + 1)  # в Республике Казахстан
        return state * _named_at(pieces, at + state)
    if _is_state(pieces, at):
        return 2  # посол Республики Корея
    if word == "по" or _is_owned(word) or (word.istitle() and persons.of_country(word, "ru")):
        return 1
    if names.ru_place(word) and names.given(word, "ru") is None and bodies.head(word, "ru") is None:
        return int(_named_at(pieces, at + 1))  # университета Семей | Асан …
    if word.isupper():
        return int(1 < len(word) < ABBREVIATION and _named_at(pieces, at + 1))
    return int(word.istitle() and any(pos == "ADJF" and case == "gent" for _, pos, case in ru_tags(word)[:1]))


def _is_state(pieces: Sequence[Piece], at: int) -> bool:
    """Республики Корея, Республике Казахстан: a state's noun and its name."""
    words = [piece.text for piece in pieces[at : at + 2]]
    return len(words) > 1 and words[0].startswith("Республик") and words[1].istitle()


def _named_at(pieces: Sequence[Piece], at: int) -> bool:
    """Say whether two capitals begin at a piece, or the place in which a body sits stands before them."""
    words = [piece.text for piece in pieces[at : at + 4]]
    if words[:1] == ["в"]:
        words = words[2:]
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()


ABBREVIATION = 7
"""Letters of an abbreviation that names a body, less than."""


def _is_owned(word: str) -> bool:
    return word.islower() and any(case in ("gent", "ablt", "datv", "loct") for _, _, case in ru_tags(word))


OWNER_LENGTH = 60
"""Characters in the longest "управления здравоохранения … области" between a Russian office and a name."""


def _after_regions(line: _Line, text: str, ends: list[int]) -> list[int]:
    """Аким X области, руководитель управления … X области, аким ВКО: a name follows the region that the office is of."""
    places = [m for m in line.sentence.mentions if m.type == "place" and (m.case == "gen" or m.value.name.isupper())]
    near = [
        m for m in places if any(end < m.start <= end + OWNER_LENGTH and "," not in text[end : m.start] for end in ends)
    ]
    return [m.end for m in near]


def _owning(line: _Line) -> set[int]:
    """Директор больницы Караганды Ерлан …: the towns that a body belongs to, before a whole name."""
    starts = {m.start for m in line.sentence.mentions if m.type == "place" and m.last - m.first == 1}
    at = [i for i, piece in enumerate(line.pieces) if piece.start in starts]
    return {i for i in at if persons.whole(line.pieces[i + 1 : i + 3]) and not names.given(line.pieces[i].text, "ru")}


def _after_titles(found: Sequence[Piece]) -> set[int]:
    known = guards("title")
    after = {i + 1 for i, piece in enumerate(found) if piece.marks & TITLE and piece.text.lower() in known}
    return after | {i + 1 for i in after if i < len(found) and found[i].text == "."}


def _after_callings(found: Sequence[Piece]) -> set[int]:
    """Үндістандық хирург Раджив Кумар: two names that no list has, right behind what somebody is by profession."""
    known, at = guards("profession"), range(1, len(found) - 1)
    behind = (i for i in at if found[i - 1].text in known and found[i].text.istitle() and found[i + 1].text.istitle())
    return {i for i in behind if not any(_told_otherwise(piece.text) for piece in found[i : i + 2])}


def _told_otherwise(word: str) -> bool:
    return names.place(word) or names.ordinary(word, "kk")


@cache
def _gap_after() -> re.Pattern[str]:
    areas = r"(?:области|района|города|региона|округа|столицы)\s"
    return re.compile(rf"(?:\s|[—–-]\s|,\s|{areas}|(?:{titles()})[\s.,]+)*", re.I)


def _named_most(sentences: Sequence[Sentence]) -> str:
    """Return the region that the places of an article name most often, "" where two are named as often."""
    places = (m for s in sentences for m in s.mentions if m.type == "place")
    ranked = Counter(m.value.region for m in places if m.value.region).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return str(ranked[0][0])


def _mentions(line: _Line, text: str, context: Context, known: Sequence[programmes.Found]) -> list[Mention]:
    programmes_named = _inside(known, line.sentence) if known else ()
    if not (line.people or line.roles or line.bodies or programmes_named):
        return []
    offices = _offices(line, text, context) if line.roles else []
    held = _holding(line, offices, text) if offices else [(person, []) for person in line.people]
    taken = {office.head for _, mine in held for office in mine}
    free = [office for office in offices if office.head not in taken and office.role != "-"]
    found = (
        *(_person(line, person, mine) for person, mine in held),
        *(_mention(line, "post", o.start, o.end, _post(o, text), o.case) for o in free),
        *(_organization(line, b, context) for b in line.bodies if b.kind == "institution" and not b.generic),
        *(_programme(line, programme) for programme in programmes_named),
    )
    return sorted((m for m in found if m), key=lambda m: (m.start, -m.end, m.type))


def _offices(line: _Line, text: str, context: Context) -> list[Office]:
    spans = [(person.start, person.end) for person in line.people]
    finder = RussianOffices if context.language == "ru" else KazakhOffices
    return finder(text, line.pieces, spans, context).find(line.roles)


def _holding(line: _Line, offices: Sequence[Office], text: str) -> Held:
    """Return the people of a sentence with the offices that they hold."""
    held = attach(line.people, offices, text, (line.sentence.start, line.sentence.end))
    return settle(held, text, line.bodies)


def _organization(line: _Line, body: Body, context: Context) -> Mention | None:
    name = organizations.with_form(body, context.bodies)
    value = OrganizationValue(name, body.kind, region_of(body.name, context.date))
    return _mention(line, "organization", body.start, body.end, value, body.case)


def _programme(line: _Line, programme: programmes.Found) -> Mention | None:
    """Return the part of a programme's name that stands in a sentence."""
    start, end = max(programme.start, line.sentence.start), min(programme.end, line.sentence.end)
    return _mention(line, "programme", start, end, ProgrammeValue(programme.id))


def _inside(known: Sequence[programmes.Found], sentence: Sentence) -> Sequence[programmes.Found]:
    """Return the programmes that a sentence names, of all in the order of the text, none inside another."""
    first = bisect_right(known, sentence.start, key=lambda p: p.end)
    return known[first : bisect_left(known, sentence.end, key=lambda p: p.start)]


def _person(line: _Line, person: Person, offices: Sequence[Office]) -> Mention | None:
    real = [o for o in offices if o.role != "-"]
    start, end = (min(o.start for o in real), max(o.end for o in real)) if real else (-1, -1)
    posts = tuple(_post(o, "") for o in real)
    former = tuple(_post(replace(o, role=o.was), "") for o in offices if o.role == "-" and o.was not in ("", "-"))
    value = PersonValue(person.name, person.given, person.surname, person.patronymic, posts, start, end, former)
    return _mention(line, "person", person.start, person.end, value, person.case)


def _post(office: Office, text: str) -> PostValue:
    words = " ".join(text[office.start : office.end].split())
    return PostValue(office.role, office.organization, office.region, office.acting, words)


def _mention(line: _Line, kind: str, start: int, end: int, value: object, case: str = "nom") -> Mention | None:
    inside = line.sentence.touched(start, end)
    return Mention(kind, inside[0], inside[-1] + 1, start, end, value, case) if inside else None
