"""People with their posts, organisations and programmes of an article, as mentions a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from kzhealthkg.annotate import programmes
from kzhealthkg.annotate.bodies import organizations
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.bodies.regions import region_of
from kzhealthkg.annotate.facilities.office_parts import leads_part
from kzhealthkg.annotate.marks import ANY, NAME, PROGRAMME, PROGRAMME_WORD, STRANGE, TIE
from kzhealthkg.annotate.people import persons
from kzhealthkg.annotate.people.abroad import abroad
from kzhealthkg.annotate.people.attach import attach
from kzhealthkg.annotate.people.line import Line
from kzhealthkg.annotate.people.name_starts import name_starts
from kzhealthkg.annotate.people.offices import Context
from kzhealthkg.annotate.people.offices_kk import KazakhOffices
from kzhealthkg.annotate.people.offices_ru import RussianOffices
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.recased import recased
from kzhealthkg.annotate.people.registry import Registry
from kzhealthkg.annotate.people.roles import Office, roles
from kzhealthkg.annotate.people.shares import Held, settle
from kzhealthkg.annotate.places.main_region import LIVES
from kzhealthkg.annotate.places.venues import by_the_way
from kzhealthkg.annotate.words import pieces
from kzhealthkg.model import Article, Mention, OrganizationValue, PersonValue, PostValue, ProgrammeValue, Sentence
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.division import division_day


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
        division_day(article),
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


def _line(sentence: Sentence, text: str, language: str, marks_of: Callable[[str], int]) -> Line:
    return Line(sentence, *pieces(text, sentence, marks_of), roles(text, sentence, language))


def _named(lines: Sequence[Line], text: str, language: str) -> list[Line]:
    """Return the lines with their people, in the fullest form the article gives, and their bodies."""
    first = [_first(line, text, language) for line in lines]
    registry = Registry([person for people in first for person in people])
    return [_whole(line, people, registry, text, language) for line, people in zip(lines, first, strict=True)]


def _whole(line: Line, people: tuple[Person, ...], registry: Registry, text: str, language: str) -> Line:
    """Return a line with its people in the fullest form and its bodies."""
    named = [*map(registry.resolve, people), *registry.partial(line.pieces, language, people)]
    named.sort(key=lambda person: person.start)
    spans = [(person.start, person.end) for person in named]
    bodies = organizations.bodies(text, line.pieces, line.marks, spans, language)
    if not named and not bodies:
        return line
    return Line(line.sentence, line.pieces, line.marks, line.roles, tuple(named), tuple(bodies))


def _first(line: Line, text: str, language: str) -> tuple[Person, ...]:
    """Return the people as a sentence alone names them."""
    if not line.sentence.marks & (NAME | TIE):
        return ()
    starts = name_starts(line, text, language)
    if not (starts or line.marks & STRANGE or persons.may_hold(text, line.sentence.start, line.sentence.end)):
        return ()  # as most capitals stand alone
    found = tuple(persons.find(line.pieces, language, line.marks, starts))
    return recased(found, line.roles, text) if found and line.roles and language == "ru" else found


def _named_most(sentences: Sequence[Sentence]) -> str:
    """Return the region that the places of an article name most often, "" where two are named as often.

    Where somebody comes from, was born or has studied is not counted.
    """
    votes: dict[str, int] = {}
    told = (
        (s, m)
        for s in sentences
        if LIVES.isdisjoint(s.words)
        for m in s.mentions
        if m.type == "place" and m.value.region
    )
    for region in [m.value.region for s, m in told if not by_the_way(s.tokens, m)]:
        votes[region] = votes.get(region, 0) + 1
    votes.pop("", None)
    most = max(votes.values(), default=0)
    named = [region for region, times in votes.items() if times == most]
    return named[0] if len(named) == 1 else ""


def _mentions(line: Line, text: str, context: Context, known: Sequence[programmes.Found]) -> list[Mention]:
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


def _offices(line: Line, text: str, context: Context) -> list[Office]:
    spans = [(person.start, person.end) for person in line.people]
    finder = RussianOffices if context.language == "ru" else KazakhOffices
    return finder(text, line.pieces, spans, context).find(line.roles)


def _holding(line: Line, offices: Sequence[Office], text: str) -> Held:
    """Return the people of a sentence with the offices that they hold."""
    held = attach(line.people, offices, text, (line.sentence.start, line.sentence.end))
    return settle(held, text, line.bodies)


def _organization(line: Line, body: Body, context: Context) -> Mention | None:
    name = organizations.with_form(body, context.bodies)
    value = OrganizationValue(name, body.kind, region_of(body.name, context.date))
    return _mention(line, "organization", body.start, body.end, value, body.case)


def _programme(line: Line, programme: programmes.Found) -> Mention | None:
    """Return the part of a programme's name that stands in a sentence."""
    start, end = max(programme.start, line.sentence.start), min(programme.end, line.sentence.end)
    return _mention(line, "programme", start, end, ProgrammeValue(programme.id))


def _inside(known: Sequence[programmes.Found], sentence: Sentence) -> Sequence[programmes.Found]:
    """Return the programmes that a sentence names, of all in the order of the text, none inside another."""
    first = bisect_right(known, sentence.start, key=lambda p: p.end)
    return known[first : bisect_left(known, sentence.end, key=lambda p: p.start)]


def _person(line: Line, person: Person, offices: Sequence[Office]) -> Mention | None:
    real = [o for o in offices if o.role != "-"]
    start, end = (min(o.start for o in real), max(o.end for o in real)) if real else (-1, -1)
    posts = tuple(_post(_of_whole(o, line), "") for o in real)
    former = tuple(_post(replace(o, role=o.was), "") for o in offices if o.role == "-" and o.was not in ("", "-"))
    value = PersonValue(person.name, person.given, person.surname, person.patronymic, posts, start, end, former)
    return _mention(line, "person", person.start, person.end, value, person.case)


def _of_whole(office: Office, line: Line) -> Office:
    """Return an office without the body of which it leads but a section."""
    if not office.organization or office.role not in HEADS:
        return office
    words = " ".join(p.text for p in line.pieces if office.start <= p.start < office.end)
    return replace(office, organization="") if leads_part(words, office.organization) else office


HEADS = frozenset({"head", "deputy-head"})


def _post(office: Office, text: str) -> PostValue:
    words = " ".join(text[office.start : office.end].split())
    return PostValue(office.role, office.organization, office.region, office.acting, words)


def _mention(line: Line, kind: str, start: int, end: int, value: object, case: str = "nom") -> Mention | None:
    inside = line.sentence.touched(start, end)
    return Mention(kind, inside[0], inside[-1] + 1, start, end, value, case) if inside else None
