"""Where the words for what money is for begin: behind openings, dates, payers and places of their clause."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context.openings import opening
from kzhealthkg.model import Mention, Token

ATTRIBUTION = 6
"""Words in the longest "X-тің айтуынша," that opens a clause."""


def start_kk(clause: Clause, end: int, skip: tuple[int, int]) -> int:
    """Return where the purpose begins: after openings, dates, sources, payers and places of the clause."""
    tokens = clause.sentence.tokens
    first = max(_after_size(clause, _after_frame(clause, end, skip), end), _after_verb(clause, end))
    tellers = [
        m.last for m in clause.mentions(*_telling(clause, end), first=first, last=end - 1) if m.case in ("nom", "")
    ]
    first = max([first, *tellers])  # әкім X жөндеуге M бөлінетінін жеткізді
    newly = (m for m in clause.mentions("place", first=first + 1, last=end - 1) if m.case == "gen")
    first = max([first, *(m.first for m in newly if tokens[m.first - 1].best.form == "perf")])
    while first < end - 1 and (step := _step(clause, first, end, skip)):
        first += step
    return _whole_name(clause, first, end)


def _whole_name(clause: Clause, first: int, end: int) -> int:
    """«Мемлекеттік қызметшілерге көмек» бағдарламасына M: a name in quotation marks is a purpose as a whole."""
    tokens = clause.sentence.tokens
    closed = next((i for i in range(first, end) if tokens[i].text in "«»"), None)
    if closed is None or tokens[closed].text == "«":
        return first
    return next((i for i in range(first - 1, clause.first - 1, -1) if tokens[i].text == "«"), first)


def _step(clause: Clause, first: int, end: int, skip: tuple[int, int]) -> int:
    """Return how many words at token ``first`` are no part of a purpose; 0 where it begins there."""
    return (
        _opening(clause, first)
        or _mention_at(clause, first)
        or _begun(clause, first, end)
        or _skipped(clause.sentence.tokens, first, skip)
        or _payer(clause, first, end)
        or _how_often(clause.sentence.tokens[first : first + 2])
    )


def _how_often(pair: tuple[Token, ...]) -> int:
    """Жыл сайын [дәрі-дәрмекке] M бөлінеді: how often money is given is no part of what it is for."""
    if pair[0].norm in YEARLY:
        return 1
    return 2 if pair[1].norm == EACH else 0


YEARLY = frozenset(lexicon.words("kinds.funding.purpose_start", "yearly"))
EACH = "сайын"


def _begun(clause: Clause, first: int, end: int) -> int:
    """2019 жылы басталған [нысан құрылысына]: since when a thing goes on is no part of what money is for."""
    token = clause.sentence.tokens[first]
    begun = first > clause.first and token.best.form == "perf" and not token.best.case
    return int(begun and first + 1 < end and phase_of(token, "kk") == "begin")


def _telling(clause: Clause, end: int) -> tuple[str, ...]:
    """Басқарма басшысы жөндеуге M бөлінгенін айтты: a bare office tells where what it tells is in the accusative."""
    rest = clause.sentence.tokens[end : clause.last]
    told = any(t.best.case == "acc" and bool(forms(t) & {"part", "perf"}) for t in rest)
    return ("person", "post") if told else ("person",)


FRAMES = frozenset(lexicon.words("kinds.funding.purpose_start", "frames"))


POINTERS = frozenset(lexicon.words("kinds.funding.purpose_start", "pointers"))


def _after_frame(clause: Clause, end: int, skip: tuple[int, int]) -> int:
    """Return the start of what follows the last "within …", the source, or "this": … аясында [ауруханаға] M бөлінді."""
    tokens = clause.sentence.tokens
    for i in range(end - 2, clause.first - 1, -1):
        if tokens[i].norm in POINTERS:
            return i
        if tokens[i].norm == "бойынша" and (tokens[i + 1].text == "," or is_lemma(tokens[i - 1], *PLANS)):
            return i + 1 + (tokens[i + 1].text == ",")
        if _in_town(clause, i) or tokens[i].norm in FRAMES or skip[0] <= tokens[i].start < skip[1]:
            return i + 1
    return clause.first


PLANS = lexicon.words("kinds.funding.purpose_start", "plans")


def _in_town(clause: Clause, i: int) -> bool:
    """… бөлігі Семей қаласында [науқастарды емдеуге]: a town where something is done stands before a purpose."""
    ended = any(m.last == i + 1 and m.case == "loc" for m in clause.mentions("place"))
    return ended and clause.sentence.tokens[i + 1].best.form != "perf"


def _after_size(clause: Clause, first: int, end: int) -> int:
    """Бір ауысымда 20 адам қабылдайтын [пункттің құрылысы]: how large a thing is is no part of what money is for."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(end - 2, first, -1) if tokens[i].norm in SIZED), None)
    numbers = clause.mentions("number", first=first, last=at) if at is not None else []
    return _after_doing(clause, at + 1 if at is not None and numbers else first, end)


def _after_verb(clause: Clause, end: int) -> int:
    """Сома төленді - [маманға] M жұмсалды: a purpose begins behind the predicate before it."""
    tokens = clause.sentence.tokens
    return next((i for i in range(end - 2, clause.first, -1) if _predicates(tokens[i : i + 2])), clause.first - 1) + 1


def _predicates(pair: tuple[Token, ...]) -> bool:
    """Төленді; кезек азайғанын, …; 35 млн, …: a verb of the past, an object clause or another sum that a comma ends."""
    if pair[0].norm in SUMS and pair[1].text == ",":
        return True
    told = pair[0].best.form == "past" or (pair[0].best.case == "acc" and pair[1].text == ",")
    return told and pair[0].best.pos == "VERB"


def _after_doing(clause: Clause, first: int, end: int) -> int:
    """X тапсырысымен жүріп жатқан [құрылыс жұмысы]: how far a thing has got is no part of what money is for."""
    tokens = clause.sentence.tokens
    doing = (i for i in range(end - 2, first, -1) if tokens[i].best.form == "perf" and is_lemma(tokens[i], *GOING))
    at = next((i for i in doing if tokens[i - 1].best.form == "conv"), None)
    return first if at is None else at + 1


GOING = lexicon.words("kinds.funding.purpose_start", "going")


SUMS = frozenset(lexicon.words("kinds.funding.purpose_start", "sums"))


SIZED = frozenset(lexicon.words("kinds.funding.purpose_start", "sized"))


def _payer(clause: Clause, first: int, end: int) -> int:
    """Үкімет …, X компаниясы …: who gives the money stands before what it is for."""
    tokens = clause.sentence.tokens
    named = next((m for m in clause.mentions("organization") if m.first == first and m.case in ("", "nom")), None)
    if named is not None and named.last < end and not tokens[named.last].best.possessive:
        return named.last - first
    house = next((m for m in clause.mentions("facility") if m.first == first and m.case == "nom"), None)
    if house is not None and house.last < end - 1 and tokens[house.last].best.pos == "ADJ":
        return house.last - first  # аурухана [жаңа жабдыққа] M жұмсады
    for i in range(first, min(first + PAYER, end - 1)):
        if is_lemma(tokens[i], *bodies()) and tokens[i].best.case == "nom":
            return i + 1 - first if not tokens[i + 1].best.possessive else 0
        if is_lemma(tokens[i], *bodies()) and tokens[i].best.case == "abl":
            return i + 1 - first  # министрліктен M сұрады
        if tokens[i].best.case not in ("", "nom", "gen"):
            return 0
    return 0


PAYER = 5
"""Words in the longest name of who gives money."""


@cache
def bodies() -> frozenset[str]:
    """Return the nouns for who gives money."""
    return frozenset(r["lemma"] for r in lexicon.table("payers") if r["language"] == "kk")


OPENERS = frozenset(lexicon.words("kinds.funding.purpose_start", "openers"))


def _opening(clause: Clause, first: int) -> int:
    tokens = clause.sentence.tokens
    if tokens[first].text in "«“" and not _closed(clause, first):
        return 1
    if tokens[first].norm == "ол" and tokens[first + 1].text == ",":
        return 2
    if tokens[first].norm in OPENERS or (not tokens[first].text[0].isalnum() and tokens[first].text not in "«“№"):
        return 1
    said = next((i for i in range(first, clause.last - 1) if _attributes(tokens[i], i - first)), None)
    if said is not None and tokens[said + 1].text == ",":
        return said + 2 - first
    return opening(clause, first)


def _attributes(token: Token, at: int) -> bool:
    """X институты директорының орынбасары Y-тің айтуынша: a word of saying may stand far behind who says it."""
    far = token.norm.startswith(SAYING) and at < FAR_ATTRIBUTION
    told = token.norm.endswith(AS_TOLD) and at < FAR_ATTRIBUTION  # атап өткендей
    return told or (token.best.case == "equ" and (far or at < ATTRIBUTION))


AS_TOLD = lexicon.words("kinds.funding.purpose_start", "as_told")


SAYING = lexicon.words("kinds.funding.purpose_start", "saying")


FAR_ATTRIBUTION = 18


def _closed(clause: Clause, first: int) -> bool:
    """Say whether a quotation that opens at a token ends in its clause: a name, not speech."""
    return any(t.text in '»”"' for t in clause.sentence.tokens[first + 1 : clause.last])


def _mention_at(clause: Clause, first: int) -> int:
    """Dates, programmes and places in a local case stand before a purpose and are no part of it."""
    told = next((m for m in clause.mentions("post", "person") if m.case == "nom" and _opens(clause, m, first)), None)
    if told is not None:
        return told.last - first
    for mention in clause.mentions("date", "programme", "place"):
        double = any(m.first == mention.last for m in clause.mentions("place"))
        if mention.first == first and (
            mention.type != "place" or double or mention.case in ("loc", "dat", "gen") or _gives(clause, mention)
        ):
            return mention.last - first
    if wide := _area_at(clause, first) or _time_at(clause, first):
        return wide
    return int(clause.sentence.tokens[first].norm in WITHIN)


def _gives(clause: Clause, mention: Mention) -> bool:
    """Қазақстан алдағы үш жылда … бөледі: the country that gives the money, and no Қазақстан халқы."""
    return mention.value.level == "country" and not clause.sentence.tokens[mention.last].best.possessive


def _opens(clause: Clause, mention: Mention, first: int) -> bool:
    """Облыс әкімі X …: whose office stands before the name begins with the office."""
    office = mention.value.post_start if mention.type == "person" else -1
    return mention.first == first or office == clause.sentence.tokens[first].start


WITHIN = frozenset(lexicon.words("kinds.funding.purpose_start", "within"))


def _area_at(clause: Clause, first: int) -> int:
    """Бірқатар ауылында …, облыстың үш ауданында …: in how wide an area the money is spent opens the purpose."""
    tokens = clause.sentence.tokens
    areas = area_words("kk")
    if first + 1 < clause.last and tokens[first].best.lemma in areas and tokens[first + 1].norm == "бойынша":
        return 2  # облыс бойынша
    for at in range(first, min(first + AREA_REACH, clause.last - 1)):
        if tokens[at].best.case == "loc":
            return at + 1 - first if tokens[at].best.lemma in areas else 0
        if tokens[at].best.pos == "NOUN" and tokens[at].best.case != "gen":
            return 0
    return 0


AREA_REACH = 4


def _time_at(clause: Clause, first: int) -> int:
    """Биыл …, 2004-2006 жылдарда …: when the money is given, which may have no date, opens the purpose."""
    tokens = clause.sentence.tokens[first : clause.last]
    at = next((i for i, t in enumerate(tokens[:3]) if t.norm.rpartition("-")[2].startswith("жыл")), None)
    dated = at is not None and any(c.isdigit() for t in tokens[: at + 1] for c in t.text)
    dated = dated or (at == 1 and tokens[0].norm.startswith(TIMES))
    if at is not None and dated and tokens[at].best.case in ("loc", "nom", "dat", ""):
        return at + 1
    return 1 if is_lemma(tokens[0], *TIMES) else 0


TIMES = lexicon.words("kinds.funding.purpose_start", "times")


def _skipped(tokens: tuple[Token, ...], first: int, skip: tuple[int, int]) -> int:
    """Қордан, бюджеттен: whose money it is."""
    paid = tokens[first].best.case == "abl" and is_lemma(tokens[first], *FUNDS)
    return 1 if paid or skip[0] <= tokens[first].start < skip[1] else 0


FUNDS = lexicon.words("kinds.funding.purpose_start", "funds")
