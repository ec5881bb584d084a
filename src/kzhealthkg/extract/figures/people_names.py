"""How a group of staff is named: by its profession, without where it works and comes from."""

from __future__ import annotations

from functools import cache

from kzhealthkg import gazetteer, lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import wording
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.morph import nominative

WHEN = frozenset(lexicon.words("extract.figures.people_names", "when"))
LIKE = frozenset(lexicon.words("extract.figures.people_names", "like"))
HOUSES = lexicon.words("extract.figures.people_names", "houses")
BARE = frozenset(lexicon.words("extract.figures.people_names", "bare"))
REGIONS = frozenset(lexicon.words("extract.figures.people_names", "regions"))
FROM = lexicon.words("extract.figures.people_names", "from_ending")
CLOSING = frozenset(lexicon.words("extract.figures.people_names", "closing"))
HOMES = frozenset(lexicon.words("extract.figures.people_names", "homes"))
OURS = frozenset(lexicon.words("extract.figures.people_names", "ours"))
AREAS = REGIONS - {"ауыл"}
"""Ауыл дәрігері is a sort of doctor, облыс дәрігері is not."""
EACH = frozenset(lexicon.words("extract.figures.people_names", "each"))
OWNED = ("facility", "organization", "place", "person")


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


def together(found: list[Phrase]) -> str:
    """Return the names of a list of groups as one text: гематолог және зертханалық диагностика дәрігері."""
    joining = " и " if found[0].clause.language == "ru" else " және "
    *before, last = (profession(g) for g in found)
    return joining.join(filter(None, (", ".join(before), last)))


def _specialised(group: Phrase) -> Phrase:
    """Хирург кадрлары: the profession tells more than the bare noun behind it."""
    tokens = group.clause.sentence.tokens
    like = next((i for i in range(group.first + 1, group.head) if tokens[i].norm in LIKE), None)
    if like is not None:
        return replace(group, last=like)
    light = tokens[group.head].best.lemma in BARE or closes_list(tokens[group.head])
    bare = group.clause.language == "kk" and light and group.first < group.head
    known = bare and tokens[group.head - 1].best.lemma in nouns("professions", "kk")
    return replace(group, last=group.head) if known else group


def closes_list(token: Token) -> bool:
    """Хирург мамандары: the noun that a list of professions closes with."""
    return token.best.lemma in CLOSING and token.best.possessive


def is_one(group: Phrase) -> bool:
    """Один неонатолог: the one that counts a singular is no part of what it is."""
    first = group.clause.sentence.tokens[group.first]
    return group.clause.language == "ru" and group.first < group.head and first.best.lemma == "один"


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
    group = _without_subject(group) if clause.language == "kk" else group
    held = ("facility", "organization") if clause.language == "ru" else OWNED
    bodies = [m for m in clause.mentions(*held) if m.first < group.last and m.last > group.first]
    if group.clause.language == "ru":
        group = _agreeing(_without_region(replace(group, first=group.first + is_one(group))))
        group = _without_town(group)
    if not bodies:
        return _unhoused(group) if clause.language != "ru" else group
    if clause.language == "ru":
        return _unowned(replace(group, last=max(group.head + 1, min(m.first for m in bodies))))
    first = max(m.last for m in bodies)
    owners = (i + 1 for i in range(first, group.head) if tokens[i].best.case == "gen")  # … орталығының қызметкері
    return replace(group, first=min(max(owners, default=first), group.head))


def _unowned(group: Phrase) -> Phrase:
    """Врачей нашей | клиники: whose the house behind them is goes with the house."""
    tokens, last = group.clause.sentence.tokens, group.last
    while last > group.head + 1 and is_lemma(tokens[last - 1], *OURS):
        last -= 1
    return replace(group, last=last)


def _without_subject(group: Phrase) -> Phrase:
    """Аудан әкімдігі дәрігерлерге үй берді: what is owned describes no staff that are not owned as well."""
    tokens = group.clause.sentence.tokens
    owned = [i for i in range(group.first, group.head) if tokens[i].best.possessive and tokens[i].best.case == "nom"]
    bodies = [i for i in owned if is_lemma(tokens[i], *BODIES)]
    apart = bodies and not tokens[group.head].best.possessive
    return replace(group, first=bodies[-1] + 1) if apart else group


BODIES = lexicon.words("extract.figures.people_names", "bodies")


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


def _of_place(token: Token) -> bool:
    """Аудан, қарағандылық, қазақстандық, әр: where people are from, or that all are meant, is no part of what they are."""
    if token.best.lemma in AREAS or token.norm in EACH:
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
    behind = range(group.head + 1, group.last)
    ends += [i for i in behind if is_lemma(tokens[i], *HOUSES) or tokens[i].text.istitle()]  # врач Айгерим
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
