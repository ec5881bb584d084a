"""Groups of staff: a profession, how many, and the phrase that names them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause import chains
from kzhealthkg.extract.clause.heads import headed
from kzhealthkg.extract.clause.phrases import Phrase, nouns, phrase
from kzhealthkg.extract.clause.prepositions import OF_WHOLE
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import wording
from kzhealthkg.extract.figures.people_counts import BARE_NOUNS, cases, dashed, in_brackets, with_ones
from kzhealthkg.model import HYPHEN, Token
from kzhealthkg.morph import nominative

AND = frozenset(lexicon.words("extract.figures.people", "and"))
WHEN = frozenset(lexicon.words("extract.figures.people", "when"))

HOLDERS = ("person", "facility", "organization", "post", "programme")
LIKE = frozenset(lexicon.words("extract.figures.people", "like"))
HOUSES = lexicon.words("extract.figures.people", "houses")
BARE = frozenset(lexicon.words("extract.figures.people", "bare"))
CALLINGS = lexicon.words("extract.figures.people", "callings")
REGIONS = frozenset(lexicon.words("extract.figures.people", "regions"))
FROM = lexicon.words("extract.figures.people", "from_ending")
HOMES = frozenset(lexicon.words("extract.figures.people", "homes"))
OURS = frozenset(lexicon.words("extract.figures.people", "ours"))
AREAS = REGIONS - {"ауыл"}
"""Ауыл дәрігері is a sort of doctor, облыс дәрігері is not."""
OWNED = ("facility", "organization", "place", "person")


def groups(clause: Clause, first: int | None = None, last: int | None = None) -> list[Phrase]:
    """Return the groups of staff a clause names, those that a person's name or facility holds left out."""
    if not may_name(clause):
        return []
    found = sorted(headed(clause, "professions", first, last) + _holders(clause, first, last), key=lambda p: p.first)
    found = [p for p in found if not _named(clause, p) and not _apposed(clause, p)]
    found = with_ones([dashed(in_brackets(p)) for p in found if not _of_list(p, found)])
    taken = {p.count.first for p in found if p.count is not None and p.count.first >= p.last}
    return [p for p in found if p.count is None or p.count.first >= p.last or p.count.first not in taken]


def may_name(clause: Clause) -> bool:
    """Say whether any word of a clause's sentence may name staff: a profession, or who has one."""
    words = clause.sentence.words
    return (
        "ие" in words
        or bool(clause.sentence.marks & HYPHEN)
        or not nouns("professions", clause.language).isdisjoint(words)
    )


def end(group: Phrase) -> int:
    """Return the token behind a group, its bracket, and the noun that a list of professions closes with."""
    tokens, at = group.clause.sentence.tokens, group.last
    if group.count is not None and group.count.first >= group.last:
        bracket = tokens[group.last].text == "("
        at = group.count.last + (
            bracket or (group.count.last < len(tokens) and tokens[group.count.last].norm in BARE_NOUNS)
        )
    return at + 1 if at < len(tokens) and _closes_list(tokens[at]) else at


def _closes_list(token: Token) -> bool:
    return token.best.lemma == "маман" and token.best.possessive


def _of_list(group: Phrase, found: list[Phrase]) -> bool:
    """Хирург пен педиатр мамандары: the noun behind a list of professions is no group of its own."""
    alone = (
        group.count is None and group.last - group.first == 1 and _closes_list(group.clause.sentence.tokens[group.head])
    )
    return alone and any(p.last in (group.first, group.first - 3) for p in found)


def _holders(clause: Clause, first: int | None, last: int | None) -> list[Phrase]:
    """Тапшы мамандық иелері, техникалық кәсіп иелері: who has a profession."""
    tokens = clause.sentence.tokens
    if "ие" not in clause.sentence.words:
        return []
    low = clause.first if first is None else first
    reach = range(low + 1, clause.last if last is None else last)
    return [phrase(clause, i) for i in reach if is_lemma(tokens[i], "ие") and is_lemma(tokens[i - 1], *CALLINGS)]


def _specialised(group: Phrase) -> Phrase:
    """Хирург кадрлары: the profession tells more than the bare noun behind it."""
    tokens = group.clause.sentence.tokens
    like = next((i for i in range(group.first + 1, group.head) if tokens[i].norm in LIKE), None)
    if like is not None:
        return replace(group, last=like)
    light = tokens[group.head].best.lemma in BARE or _closes_list(tokens[group.head])
    bare = group.clause.language == "kk" and light and group.first < group.head
    known = bare and tokens[group.head - 1].best.lemma in nouns("professions", "kk")
    return replace(group, last=group.head) if known else group


def _named(clause: Clause, group: Phrase) -> bool:
    return any(m.first <= group.head < m.last for m in clause.mentions(*HOLDERS))


def _apposed(clause: Clause, group: Phrase) -> bool:
    """Гематолог-дәрігер Антон …: a profession right before a name is no group."""
    return any(m.first == group.last for m in clause.mentions("person"))


def counted(found: list[Phrase]) -> list[Phrase]:
    """Return the groups that have a number; all of them where none has."""
    numbered = [p for p in found if p.count is not None]
    return numbered or found


def in_case(found: list[Phrase], wanted: frozenset[str]) -> list[Phrase]:
    """Return the groups in one of the cases, with the members of the lists that they close."""
    kept: list[Phrase] = []
    for group in found:
        if cases(group) & wanted:
            members = chains.chain(found[: found.index(group) + 1], group)
            kept += [m for m in members if m not in kept]
    return kept


def had(group: Phrase) -> bool:
    """10 қызметкері бар амбулатория: the staff that a facility has are not being recruited."""
    tokens = group.clause.sentence.tokens
    return group.clause.language == "kk" and any(t.norm == "бар" for t in tokens[group.last : group.last + 1])


def is_whole(group: Phrase) -> bool:
    """20% из 300 сестёр, 300 мейіргердің 20%-ы: the whole that a share is of."""
    if group.clause.language == "kk":
        return any(m.first == group.last for m in group.clause.mentions("percent")) and group.count is not None
    first = group.count.first if group.count is not None else 0
    return first > 0 and group.clause.sentence.tokens[first - 1].norm in OF_WHOLE


def without_single(found: list[Phrase]) -> list[Phrase]:
    """Drop one person's professions (онколог, терапевт Имя Фамилия) and whoever speaks (отметила врач)."""
    single = [g for g in found if g.count is None and (_of_person(g) or _speaks(g))]
    return [g for g in found if g not in single]


def _of_person(group: Phrase) -> bool:
    """Терапевт Айнұр Сапарова: a person's name stands in the phrase or comes, behind a list, right after it."""
    people = [m for m in group.clause.mentions("person") if m.first > group.head]
    tokens = group.clause.sentence.tokens
    professions = nouns("professions", group.clause.language)
    return any(
        all(
            t.text == "," or t.norm in AND or not professions.isdisjoint(t.words)
            for t in tokens[group.head + 1 : m.first]
        )
        for m in people
    )


def _speaks(group: Phrase) -> bool:
    """— отметила врач: the noun behind a verb of saying is who says it."""
    tokens = group.clause.sentence.tokens
    return group.first > 0 and group.clause.language == "ru" and tokens[group.first - 1].norm in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon.table("speech") if r["language"] == "ru" and r["side"] == "after")


def profession(group: Phrase) -> str:
    """Return the name of a group in the nominative singular, with the owner that stands before its number."""
    own = _specialised(_own(group))
    owner = _owner(group)
    alone = own.last - own.first == 1 and not owner
    text = wording.lowered(
        own, _alone(own) if alone else _free(own) if own.first > group.first else own.text(singular=True)
    )
    text = "" if text.startswith("ақ халат") and _of_people(group) else text
    return f"{owner} {text}" if owner else text


def _of_people(group: Phrase) -> bool:
    """Ақ халатты жандар: a paraphrase that names no profession."""
    return any(t.norm.startswith("жан") for t in group.clause.sentence.tokens[group.last : group.last + 2])


def _alone(group: Phrase) -> str:
    """Return a profession without anything before it: the word that the table has, else its bare noun."""
    known = nouns("professions", group.clause.language)
    token = group.clause.sentence.tokens[group.first]
    lemma = next((r.lemma for r in token.readings if r.lemma in known), "")
    return lemma or nominative(_tokens(group), group.clause.language, singular=True, bare=True)


def _free(group: Phrase) -> str:
    """X қаласының медициналық қызметкері: without whose they are, the ending that says it is off too."""
    tokens = _tokens(group)
    owned = group.clause.language == "kk" and tokens[0].best.pos == "ADJ" and tokens[-1].best.possessive
    return nominative(tokens, "kk", singular=True, bare=True) if owned else group.text(singular=True)


def _tokens(group: Phrase) -> tuple[Token, ...]:
    return group.clause.sentence.tokens[group.first : group.last]


def _own(group: Phrase) -> Phrase:
    """Return a group without the institution or area that it works at: орталық қызметкері → қызметкер."""
    clause, tokens = group.clause, group.clause.sentence.tokens
    if clause.language == "kk" and group.first < group.head and _of_place(tokens[group.first]):
        group = replace(group, first=group.first + 1)
    held = ("facility", "organization") if clause.language == "ru" else OWNED
    bodies = [m for m in clause.mentions(*held) if m.first < group.last and m.last > group.first]
    if group.clause.language == "ru":
        group = _agreeing(_without_region(replace(group, first=group.first + is_one(group))))
        group = _without_town(group)
    if not bodies:
        return _unhoused(group) if clause.language != "ru" else group
    if clause.language == "ru":
        return replace(group, last=max(group.head + 1, min(m.first for m in bodies)))
    first = max(m.last for m in bodies)
    owners = (i + 1 for i in range(first, group.head) if tokens[i].best.case == "gen")  # … орталығының қызметкері
    return replace(group, first=min(max(owners, default=first), group.head))


@cache
def _houses() -> frozenset[str]:
    return frozenset(r["head"] for r in lexicon.table("facility_heads") if r["language"] == "kk")


def _unhoused(group: Phrase) -> Phrase:
    """Үйлестіру орталығының қызметкері: where somebody works is no part of what they are."""
    tokens = group.clause.sentence.tokens
    at = (
        i + 1
        for i in range(group.first, group.head)
        if tokens[i].best.case == "gen" and is_lemma(tokens[i], *_houses())
    )
    return replace(group, first=max(at, default=group.first))


def is_one(group: Phrase) -> bool:
    """Один неонатолог: the one that counts a singular is no part of what it is."""
    first = group.clause.sentence.tokens[group.first]
    return group.clause.language == "ru" and group.first < group.head and first.best.lemma == "один"


def _of_place(token: Token) -> bool:
    """Аудан, қарағандылық, қазақстандық: where people are from is no part of what they are."""
    if token.best.lemma in AREAS:
        return True
    return token.norm.endswith(FROM) and _is_home(token.norm[: -len("лық")])


@cache
def _is_home(name: str) -> bool:
    return name in HOMES or any(gazetteer.sure_city(place.code) for place in gazetteer.lookup(name))


def _without_region(group: Phrase) -> Phrase:
    """Акмолинских врачей, наших врачей: where they are from is no part of what they are."""
    tokens, first = group.clause.sentence.tokens, group.first
    while first < group.head and (tokens[first].best.lemma in OURS or _of_region(tokens[first].best.lemma)):
        first += 1
    return replace(group, first=first)


def _without_town(group: Phrase) -> Phrase:
    """Хирургов Астаны, врачей института: the place or house behind them is no part of what they are."""
    tokens = group.clause.sentence.tokens
    ends = [m.first for m in group.clause.mentions("place", first=group.head + 1, last=group.last)]
    ends += [i for i in range(group.head + 1, group.last) if is_lemma(tokens[i], *HOUSES)]
    last = min((*ends, group.last))
    while group.head + 1 < last < group.last and tokens[last - 1].best.pos == "ADJ":
        last -= 1  # врач приёмного отделения
    return replace(group, last=last)


def _agreeing(group: Phrase) -> Phrase:
    """Подъёмные молодым специалистам: an adjective in another case is no part of who they are."""
    tokens, first = group.clause.sentence.tokens, group.first
    own = {r.case for r in tokens[group.head].readings}
    while first < group.head and tokens[first].best.pos == "ADJ" and not own & {r.case for r in tokens[first].readings}:
        first += 1
    return replace(group, first=first)


@cache
def _of_region(adjective: str) -> bool:
    stem = adjective.removesuffix("ий")
    return adjective.endswith("ский") and any(unit.ru.lower().startswith(stem) for unit in gazetteer.regions().values())


def _owner(group: Phrase) -> str:
    """Жоғары оқу орындарының 169 түлегі: whose they are, unless it is a place or a body."""
    clause = group.clause
    tokens = clause.sentence.tokens
    if group.count is None or clause.language == "ru" or not tokens[group.head].best.possessive:
        return ""
    last = group.count.first
    first = last
    while first > clause.first and not _foreign(clause, first - 1) and _owning(clause, first - 1, last):
        first -= 1
    return words(tokens[first:last]).lower() if first < last and tokens[last - 1].best.case == "gen" else ""


def _owning(clause: Clause, at: int, last: int) -> bool:
    best = clause.sentence.tokens[at].best
    if best.lemma in REGIONS or (best.plural and not best.possessive and (best.case or "nom") == "nom"):
        return False  # кардиологтар орталықтың 15 дәрігеріне дәріс оқыды: the subject is no owner
    nominal = best.pos in ("NOUN", "ADJ") or best.form == "inf"
    return nominal and (best.case or "nom") == ("gen" if at == last - 1 else "nom")


def _foreign(clause: Clause, at: int) -> bool:
    covered = any(m.first <= at < m.last for m in clause.mentions(*OWNED, "date", "number", "money"))
    return covered or clause.sentence.tokens[at].norm in WHEN


def together(found: list[Phrase]) -> str:
    """Return the names of a list of groups as one text: гематолог және зертханалық диагностика дәрігері."""
    joining = " и " if found[0].clause.language == "ru" else " және "
    return joining.join(profession(g) for g in found)


def joined(found: list[Phrase], group: Phrase) -> list[Phrase]:
    """Return the list that a group without a number of its own closes."""
    if group.clause.language == "ru":
        members = chains.following(found, group)
    else:
        members = chains.chain(found[: found.index(group) + 1], group)
    return members if all(m.count is None for m in members[1:]) else [group]
