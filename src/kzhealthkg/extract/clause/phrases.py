"""Noun phrases around a head: to the left in Kazakh, on both sides in Russian."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.inside_kk import inside_kk
from kzhealthkg.extract.clause.nouns import edge, light, nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases_ru import left_ru, right_ru
from kzhealthkg.extract.clause.stopwords import of_term
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token
from kzhealthkg.model.frozen import frozen
from kzhealthkg.morph import nominative
from kzhealthkg.text.quotation import CLOSE, OPEN

REACH = 14
JOINING = frozenset(lexicon.words("extract.clause.phrases", "joining"))
LASTING = frozenset(lexicon.words("extract.clause.phrases", "lasting"))
SIZED = frozenset(lexicon.words("extract.clause.phrases", "sized"))
ROOMS = lexicon.words("extract.clause.phrases", "rooms")
AGAINST = "қарсы"


@frozen
class Phrase:
    """A noun phrase: tokens ``first:last`` of the clause's sentence, its head, and its count if it has one."""

    clause: Clause
    first: int
    last: int
    head: int
    count: Mention | None = None

    @property
    def start(self) -> int:
        """Where the phrase begins in the clean text, its count included."""
        own = self.clause.sentence.tokens[self.first].start
        return min(own, self.count.start) if self.count else own

    @property
    def end(self) -> int:
        """Where the phrase ends in the clean text."""
        return self.clause.sentence.tokens[self.last - 1].end

    def text(self, *, singular: bool = False) -> str:
        """Return the phrase in the nominative; дәрі-дәрмектері by itself is no one's in the singular."""
        tokens = self.clause.sentence.tokens[self.first : self.last]
        bare = singular and len(tokens) == 1 and self.clause.language == "kk" and tokens[0].best.plural
        return nominative(tokens, self.clause.language, singular=singular, bare=bare).strip(" ,–—-")


@once_each
def phrase(clause: Clause, head: int) -> Phrase:
    """Return the noun phrase that token ``head`` heads."""
    if clause.language == "ru":
        first, last = left_ru(clause, head), right_ru(clause, head)
    else:
        first, last = _sized(clause, _left_kk(clause, head), head), head + 1
    counted, first = _counted(clause, first)
    return Phrase(clause, first, last, head, counted)


def _sized(clause: Clause, first: int, head: int) -> int:
    """Үш деңгейлі жүйе, 64 кескінді томограф: a figure that measures the thing counts none, nor is its adjective told."""
    tokens = clause.sentence.tokens
    sized = clause.first < first < head and tokens[first].norm in SIZED
    figure = sized and (tokens[first - 1].text[0].isdigit() or any(m.last == first for m in clause.mentions("number")))
    return first + 1 if figure else first


def _counted(clause: Clause, first: int) -> tuple[Mention | None, int]:
    """Return the number that counts a phrase: it stands before it, "бірлік" or "единиц" between."""
    tokens = clause.sentence.tokens
    if (lasting := _lasting(clause, first)) is not None:
        return None, lasting
    numbers = clause.named.get("number")
    if numbers is None:
        return None, first
    ends = {m.last for m in numbers}
    at = _before_size(clause, first)
    while at > clause.first and at not in ends and tokens[at - 1].best.lemma in light() | edge():
        at -= 1
    for mention in numbers:
        if mention.last == at:
            return mention, first
        if at < first and mention.last == first:
            return mention, first
    return None, first


def _before_size(clause: Clause, first: int) -> int:
    """40 мың доза [көлемінде] вакцина: where what tells of how many of a unit stands before a thing begins."""
    said = first > clause.first + 1 and clause.sentence.tokens[first - 1].norm in SIZED_AS
    return first - 1 if said and clause.sentence.tokens[first - 2].best.lemma in light() | edge() else first


SIZED_AS = frozenset(lexicon.words("extract.clause.phrases", "sized_as"))


def _lasting(clause: Clause, first: int) -> int | None:
    """Бір күндік стационар, үш күндік курс: where the figure stands that says how long the thing lasts."""
    tokens = clause.sentence.tokens
    if not clause.first < first < clause.last or tokens[first].norm not in LASTING:
        return None
    one = first - 1 if tokens[first - 1].best.pos == "NUM" else None
    return next((m.first for m in clause.mentions("number") if m.last == first), one)


def _left_kk(clause: Clause, head: int) -> int:
    first = head
    while first > clause.first and head - first < REACH:
        step = 0 if _other_people(clause, first - 1, head) else _step_kk(clause, first)
        first -= step
        if not step or clause.sentence.tokens[first + step - 1].norm == AGAINST:
            break
    return without_edge(clause, first, head)


def _other_people(clause: Clause, at: int, head: int) -> bool:
    """Түрік хирургтары | аудан дәрігерлеріне: people told of in the plural are nobody's sort of staff."""
    before = clause.sentence.tokens[at]
    if not before.best.plural or before.best.case != "nom" or before.best.lemma not in _people():
        return False
    return not nouns("professions", "kk").isdisjoint(clause.sentence.tokens[head].words)


@cache
def _people() -> frozenset[str]:
    return nouns("professions", "kk") | frozenset(SCHOLARS)


SCHOLARS = lexicon.words("extract.clause.phrases", "scholars")


def without_edge(clause: Clause, first: int, head: int) -> int:
    """Жаңа, заманауи at the left edge say nothing of what a thing is; inside a name they stay."""
    tokens = clause.sentence.tokens
    while first < head and tokens[first].best.lemma in edge() and not of_term(tokens[first + 1]):
        first += 1
    return first


def _step_kk(clause: Clause, first: int) -> int:
    """Return how many words before token ``first`` belong to its phrase: облыстық | аурухана; 0 for none."""
    tokens = clause.sentence.tokens
    before = tokens[first - 1]
    if before.text in CLOSE:
        opening = next(
            (i for i in range(first - 2, max(clause.first - 1, first - 2 - REACH), -1) if tokens[i].text in OPEN), None
        )
        return 0 if opening is None else first - opening
    if (
        before.norm.startswith(("арналған", AGAINST))
        and tokens[first - 2].best.case == "dat"
        and first - 2 >= clause.first
    ):
        against = before.norm == AGAINST
        return first - (_against(clause, first - 2) if against else for_whom(clause, first - 2))
    if before.text in ")/":
        return _beside_sign(clause, first)
    if before.norm in JOINING or before.text == ",":
        return _joined_kk(clause, first)
    if before.best.case == "acc" and _acts(clause, first):
        return 1
    return 1 if inside_kk(clause, first - 1) else 0


def for_whom(clause: Clause, at: int) -> int:
    """Return where begins what ends in the dative at a token before "арналған": диабетпен ауыратын балаларға."""
    tokens, first = clause.sentence.tokens, _listed_left(clause, _left_kk(clause, at))
    told = next((i for i in (at, first - 1) if i > clause.first and _befalls(tokens[i])), None)
    if told is None:
        return first
    by = tokens[told - 1].best
    suffered = by.pos in ("NOUN", "PROPN") and (by.case == "ins" or (tokens[told].norm in HAVING and by.possessive))
    return _left_kk(clause, told - 1) if suffered else min(first, told)


def _befalls(token: Token) -> bool:
    """Ауыратын, шалдыққандарға, бар: what tells of people what they suffer from or have."""
    return token.best.form in ("part", "perf") or token.norm in HAVING


HAVING = frozenset(lexicon.words("extract.clause.phrases", "having"))


def _beside_sign(clause: Clause, first: int) -> int:
    """ПЭТ/КТ кешені, өкпені желдету (ИВЛ) аппараты: return how many tokens an abbreviation takes with its signs."""
    tokens = clause.sentence.tokens
    short = first - 2 >= clause.first and tokens[first - 2].text.isupper()
    if tokens[first - 1].text == "/":
        return 2 if short else 0
    return 3 if short and first - 3 > clause.first and tokens[first - 3].text == "(" else 0


def _against(clause: Clause, at: int) -> int:
    """Маусымдық тұмауға, жүйке ауруларына қарсы: the illness, not who acts against it."""
    tokens = clause.sentence.tokens
    first = at - bool(tokens[at].best.possessive and at > clause.first and tokens[at - 1].best.pos == "NOUN")
    while first > clause.first and _describes(tokens[first - 1]):
        first -= 1
    return first


def _describes(token: Token) -> bool:
    """Ауыр; жедел-респираторлық, which may be a noun as well."""
    return token.best.pos == "ADJ" or (token.norm.endswith(ADJECTIVES) and any(r.pos == "ADJ" for r in token.readings))


ADJECTIVES = lexicon.words("extract.clause.phrases", "adjectives")


def _acts(clause: Clause, first: int) -> bool:
    """Өкпені жасанды желдету аппараты, күту бөлімін ашудың: an action takes an object of its own."""
    tokens = clause.sentence.tokens
    action = is_action(tokens[first])
    owner = action and any(r.case == "gen" for r in tokens[first].readings[:2])
    at = first + (tokens[first].best.pos == "ADJ")
    for_it = at + 1 < clause.last and tokens[at].best.form == "inf" and tokens[at + 1].best.pos == "NOUN"
    meant = action and any(t.norm.startswith("арналған") for t in tokens[first + 1 : first + 2])
    return owner or meant or (for_it and bool(tokens[at + 1].best.possessive) and not tokens[at + 1].best.form)


def is_action(token: Token) -> bool:
    """Say whether a word may be an action noun: емдеу, қою."""
    return any(r.form == "inf" for r in token.readings)


def _listed_left(clause: Clause, first: int) -> int:
    """Балалар және ересектерге арналған …: the first member of the list has no ending."""
    tokens = clause.sentence.tokens
    listed = first - 2 >= clause.first and tokens[first - 1].norm in JOINING
    member = tokens[first - 2].best if listed else None
    return first - 2 if member is not None and member.pos in ("NOUN", "ADJ") and member.case == "nom" else first


def _joined_kk(clause: Clause, first: int) -> int:
    """A, B және C HEAD: members of one sort before the head stay in the phrase."""
    at = first - 2
    if at < clause.first or not inside_kk(clause, at):
        return 0
    left, right = clause.sentence.tokens[at].best, clause.sentence.tokens[first].best
    counted = any(m.last == at for m in clause.mentions("number"))
    if left.lemma in nouns("professions", "kk") and not counted and not _of_rooms(clause, first + 1):
        return 0
    same = left.pos == right.pos and left.possessive == right.possessive and left.case == right.case
    adjectives = clause.sentence.tokens[at].norm[-3:] == clause.sentence.tokens[first].norm[-3:] and (
        left.pos != "NOUN" or any(r.pos != "NOUN" for r in clause.sentence.tokens[at].readings)
    )  # томограф және маммограф end alike, and describe nothing
    return 2 if adjectives or (same and left.pos == "ADJ") or _sorts(clause, at, first) else 0


def _sorts(clause: Clause, at: int, first: int) -> bool:
    """Терапия, хирургия және педиатрия бөлімшелері, травматология және ортопедия бөлімшесі: bare nouns that share a head."""
    left, right = clause.sentence.tokens[at].best, clause.sentence.tokens[first].best
    bare = all(r.pos == "NOUN" and r.case == "nom" and not (r.plural or r.possessive or r.form) for r in (left, right))
    apart = any(left.lemma in nouns(table, "kk") for table in ("professions", "items"))
    shared = _plural_ahead(clause, first + 1) or (_of_one_room(clause, first + 1) and left.lemma.endswith(FIELD))
    return bare and (_of_rooms(clause, first + 1) or (not apart and shared))


def _of_rooms(clause: Clause, at: int) -> bool:
    """Терапевт, педиатр, рентген кабинеттері: whose rooms they are, no people or things."""
    return _plural_ahead(clause, at) and is_lemma(clause.sentence.tokens[_ahead(clause, at)], *ROOMS)


def _of_one_room(clause: Clause, at: int) -> bool:
    """Ортопедия бөлімшесі: say whether the noun right at a token is a department of what stands before it."""
    owned = at < clause.last and clause.sentence.tokens[at].best.possessive
    return bool(owned) and is_lemma(clause.sentence.tokens[at], *ROOMS)


FIELD = lexicon.words("extract.clause.phrases", "field")


def _plural_ahead(clause: Clause, at: int) -> bool:
    tokens, at = clause.sentence.tokens, _ahead(clause, at)
    return at < clause.last and tokens[at].best.plural and tokens[at].best.pos == "NOUN"


def _ahead(clause: Clause, at: int) -> int:
    """Return the first word from ``at`` on that bare words and signs of a list may stand before."""
    tokens = clause.sentence.tokens
    while at < clause.last and (
        tokens[at].norm in JOINING
        or tokens[at].text == ","
        or (tokens[at].best.case == "nom" and not tokens[at].best.plural)
    ):
        at += 1
    return at
