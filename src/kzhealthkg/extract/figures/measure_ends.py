"""Where the words for what a figure measures end."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import area_words, nouns
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.prepositions import IN_OR_ON, WITH
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

BEFORE_SHORT = frozenset(lexicon.words("extract.figures.measure_ends", "before_short"))
REPORTED = lexicon.words("extract.figures.measure_ends", "reported")
LISTING = lexicon.words("extract.figures.measure_ends", "listing")
COMPARING = lexicon.words("extract.figures.measure_ends", "comparing")


def is_outside(clause: Clause, at: int) -> bool:
    """Places, dates, areas and what is compared with say where and when, not what."""
    if clause.sentence.tokens[at].norm.startswith(COMPARING) or _reported(clause, at) or _as_of(clause, at):
        return True
    held = any(m.first <= at < m.last for m in clause.mentions("place", "date", "number", "percent", "money"))
    area = area_words(clause.language)
    named = any(r.lemma in area for r in clause.sentence.tokens[at].readings)
    return held or (named and not _describes(clause, at) and not _of_a_sort(clause, at))


def _as_of(clause: Clause, at: int) -> bool:
    """Қаңтардағы жағдай бойынша, оның ішінде: as of when, or of which whole, something was counted is no part of what was."""
    norms = [t.norm for t in clause.sentence.tokens[max(clause.first, at - 1) : at + 2]]
    return any((a, b) in AS_OF for a, b in pairwise(norms))


AS_OF = frozenset((p.split(" ")[0], p.split(" ")[1]) for p in lexicon.words("extract.figures.measure_ends", "as_of"))


def _reported(clause: Clause, at: int) -> bool:
    """Есепке сәйкес, but no есепке алу: who reports, and no list that somebody is put on."""
    behind = clause.sentence.tokens[at + 1 : at + 2]
    return is_lemma(clause.sentence.tokens[at], *REPORTED) and not (behind and is_lemma(behind[0], *LISTING))


def _of_a_sort(clause: Clause, at: int) -> bool:
    """Обеспеченность врачами в городах, на селе: towns and villages as such are a part of what is measured."""
    token = clause.sentence.tokens[at]
    if clause.language == "kk" or is_lemma(token, *WHOLES):
        return False
    back = at - 1
    while back > clause.first and clause.sentence.tokens[back].best.pos == "ADJ":  # в пилотных районах
        back -= 1
    before = clause.sentence.tokens[back].norm if at else ""
    return before in IN_OR_ON and any(r.case == "loc" and (r.plural or r.lemma == VILLAGE) for r in token.readings)


VILLAGE = lexicon.words("extract.figures.measure_ends", "village")[0]
WHOLES = lexicon.words("extract.figures.measure_ends", "wholes")


def _describes(clause: Clause, at: int) -> bool:
    """Аудан ауруханаларының …: an area without an ending before what it owns says which they are."""
    tokens = clause.sentence.tokens
    after = tokens[at + 1].best if at + 1 < clause.last else None
    owned = after is not None and after.pos == "NOUN" and after.possessive
    return clause.language == "kk" and tokens[at].best.case == "nom" and owned


def span_ru(clause: Clause, head: int) -> tuple[int, int]:
    """Пятилетняя выживаемость при лейкозе, смертность от инфаркта."""
    tokens, first, last = clause.sentence.tokens, phrase(clause, head).first, head + 1
    while last < clause.last and (
        (behind := _behind_age(clause, last)) > last or not _ends_ru(clause, last) or _describes_on(clause, last)
    ):
        last = max(behind, last + 1)
    light = ("ADP", "ADV", "CCONJ", "CONJ", "PART", "PRON")
    while last > head + 1 and (tokens[last - 1].best.pos in light or tokens[last - 1].norm in IDLE | BASES):
        last -= 1
    last = _genitives_behind(clause, last) if last > head + 1 else last
    return first, _described_behind(clause, _listed_behind(clause, head, last))


def _behind_age(clause: Clause, at: int) -> int:
    """Среди женщин в возрасте 15–49 лет, дети до 14 лет: return where the age ends that begins here, else ``at``."""
    tokens = clause.sentence.tokens
    if tokens[at - 1].norm not in AGED and not _opens_age(tokens, at):
        return at
    near = range(at, min(at + AGE, clause.last))
    return next((i + 1 for i in near if tokens[i].norm in YEARS), at)


def _opens_age(tokens: tuple[Token, ...], at: int) -> bool:
    """Дети [до 14 лет], подростки [15–17 лет]: say whether so many years behind people are how old they are."""
    first = at + (tokens[at].norm in AGE_LIMITS)
    if not tokens[at - 1].norm.startswith(AGING) or first >= len(tokens) or not tokens[first].text[0].isdigit():
        return False
    return any(t.norm in YEARS for t in tokens[first + 1 : first + AGE])


AGING = lexicon.words("extract.figures.measure_ends", "aging")
AGE_LIMITS = frozenset(lexicon.words("extract.figures.measure_ends", "age_limits"))
AGED = frozenset(lexicon.words("extract.figures.measure_ends", "aged"))
YEARS = frozenset(lexicon.words("extract.figures.measure_ends", "years"))
AGE = 6
"""Words of an age, at most: от 15 до 49 лет."""


def _describes_on(clause: Clause, at: int) -> bool:
    """Доля плановых, экстренных операций: a comma between adjectives that describe one noun does not end a measure."""
    beside = clause.sentence.tokens[at - 1 : min(at + 2, clause.last)]
    if len(beside) < 3 or beside[1].text != "," or beside[0].best.pos != "ADJ":
        return False
    return any(r.pos == "ADJ" and r.case == beside[0].best.case for r in beside[2].readings)


def _listed_behind(clause: Clause, head: int, last: int) -> int:
    """Пациенты с гипертензией, диабетом и астмой: return where the list ends that "с" has opened, else ``last``."""
    tokens, end = clause.sentence.tokens, last
    begun = any(t.norm in WITH and _has_ins(n) for t, n in pairwise(tokens[head + 1 : last]))
    while begun and end + 1 < clause.last and tokens[end].text in ",и" and _has_ins(tokens[end + 1]):
        closed, end = tokens[end].text == "и", end + 1
        while end < clause.last and tokens[end].best.pos in ("NOUN", "ADJ") and not _ends_ru(clause, end):
            if closed and not (_has_ins(tokens[end]) or tokens[end].best.case == "gen"):
                break
            end += 1
        if closed:
            return end
    return last


def _genitives_behind(clause: Clause, last: int) -> int:
    """Доля пожилых, детей и беременных: return where a list of those a size is of ends, else ``last``."""
    tokens, end = clause.sentence.tokens, last
    while end + 1 < clause.last and tokens[end].text == "," and _has_gen(tokens[end + 1]):
        end += 2
        while end < clause.last and _has_gen(tokens[end]):
            end += 1
        if end + 1 < clause.last and tokens[end].text == "и" and _has_gen(tokens[end + 1]):
            return end + 2
    return last


def _has_gen(token: Token) -> bool:
    return token.best.pos in ("NOUN", "ADJ") and any(r.case == "gen" for r in token.readings)


def _has_ins(token: Token) -> bool:
    return token.best.pos in ("NOUN", "ADJ") and any(r.case == "ins" for r in token.readings)


IDLE = frozenset(lexicon.words("extract.figures.measure_ends", "idle"))


def _described_behind(clause: Clause, last: int) -> int:
    """Доля рака, выявленного на ранних стадиях, выросла: return where the participle between commas ends, else ``last``."""
    tokens = clause.sentence.tokens
    if last + 1 >= clause.last or tokens[last].text != "," or not _describing(tokens[last + 1]):
        return last
    near = range(last + 2, min(clause.last, last + DESCRIBED))
    end = next((i for i in near if tokens[i].text in ",;:–—" or tokens[i].text[0].isdigit()), last)
    plain = not any(t.best.form in FINITE for t in tokens[last + 2 : end])
    return end if end > last and tokens[end].text == "," and plain else last


def undescribed(clause: Clause, head: int, last: int) -> int:
    """25 клиник, заключивших договоры: what is counted ends at the participle behind it, which bears another case."""
    tokens = clause.sentence.tokens
    commas = (i for i in range(head, last - 1) if tokens[i].text == "," and _describing(tokens[i + 1]))
    return next(commas, last) if clause.language == "ru" else last


DESCRIBED = 10
"""Words of a participle and what belongs to it, at most."""
FINITE = frozenset({"past", "pres", "fut"})


def _describing(token: Token) -> bool:
    """Say whether a word is a participle, or tells an ailment, of something that is not the subject itself."""
    return any((r.form == "part" or r.lemma in AILING) and r.case not in ("nom", "") for r in token.readings)


AILING = frozenset(lexicon.words("extract.figures.measure_ends", "ailing"))


def _opens_other(clause: Clause, at: int) -> bool:
    """За последние десять лет, за восемь месяцев, при потребности в 70: a time, or what a value is held against."""
    if clause.sentence.tokens[at].norm == "за":
        following = clause.sentence.tokens[at + 1 : at + 2]
        return _next(clause, at) in SPANNING or any(t.best.pos == "NUM" for t in following)
    return _is_norm(clause, at) or (clause.sentence.tokens[at].norm in SINCE and _next(clause, at).startswith(MONTHS))


BASES = frozenset(lexicon.words("extract.figures.measure_ends", "bases"))
SINCE = frozenset(lexicon.words("extract.figures.measure_ends", "since"))
MONTHS = (
    *(row["stem"] for row in lexicon.table("months") if row["language"] == "ru"),
    *lexicon.words("extract.figures.measure_ends", "starts"),
)


def held_against(clause: Clause, number: Mention) -> bool:
    """При норме 20, при среднем приёме до 20 человек: a figure that what is told is only held against."""
    near = range(max(clause.first, number.first - NORM_REACH), number.first)
    return clause.language == "ru" and any(_is_norm(clause, i) for i in near)


NORM_REACH = 5
"""Words from при to the figure of a norm, at most: при среднем приёме не более 20."""


def _is_norm(clause: Clause, at: int) -> bool:
    """При норме, при среднем приёме: what a value is held against."""
    tokens = clause.sentence.tokens
    return tokens[at].norm == "при" and any(is_lemma(t, *DUE) for t in tokens[at + 1 : at + 3])


DUE = lexicon.words("extract.figures.measure_ends", "due")


def _ends_ru(clause: Clause, at: int) -> bool:
    """Смертность от рака | в 2024 году: say whether a token stands outside of what is measured."""
    token = clause.sentence.tokens[at]
    if (
        token.text == "("
        and clause.sentence.tokens[at + 1 : at + 2]
        and clause.sentence.tokens[at + 1].text[0].isupper()
    ):
        return False
    if token.text in "—–" and _of_stages(clause, at):
        return False
    if token.text in "—–;:,•" or token.best.form in ("past", "pres", "fut", "perf", "inf") or _is_short(token):
        return True
    if (
        any(m.first == at for m in clause.mentions("date"))
        or _opens_other(clause, at)
        or _does_it(token)
        or (token.norm == "в" and _next(clause, at) in FILLING)
        or summed(clause, at)
    ):
        return True
    if token.norm.startswith("сравнени") or (token.norm == "том" and _next(clause, at) == "числе"):
        return True  # по сравнению с прошлым годом; в том числе …
    if clause.sentence.tokens[at - 1].norm in BEFORE_SHORT and token.text.isupper():
        return True  # в РК, по ВКО: short names, which have no cases
    return token.text[0].isdigit() or (is_outside(clause, at) and token.best.case != "nom")


def _of_stages(clause: Clause, at: int) -> bool:
    """На I–II стадиях: a dash between Roman figures ends no measure."""
    beside = clause.sentence.tokens[at - 1 : at + 2]
    return len(beside) == len("I–V") and set(beside[0].text + beside[2].text) <= ROMAN


ROMAN = frozenset("IVXІХ")
"""Roman figures, in Latin letters and in those that look like them."""


def _does_it(token: Token) -> bool:
    """Срок ожидания врачи сократили: staff who can but be the subject are no part of what they have changed."""
    readings = [r for r in token.readings if r.pos == "NOUN"]
    staff = any(r.lemma in nouns("professions", "ru") for r in readings)
    return staff and all(r.plural and r.case == "nom" for r in readings)


def _is_short(token: Token) -> bool:
    """Пациенты довольны: a short adjective, which has no cases, tells something of them; лабораторно is like an adverb."""
    return not token.norm.endswith("о") and all(r.pos == "ADJ" and not (r.case or r.form) for r in token.readings)


FILLING = frozenset(lexicon.words("extract.figures.measure_ends", "filling"))
SUMMING = frozenset(lexicon.words("extract.figures.measure_ends", "summing"))
SPANNING = frozenset(lexicon.words("extract.figures.measure_ends", "spanning"))


def summed(clause: Clause, at: int) -> bool:
    """По итогам года, по данным за май: say whether words open that tell by what a figure is known."""
    return clause.sentence.tokens[at].norm == "по" and _next(clause, at) in SUMMING


def _next(clause: Clause, at: int) -> str:
    return clause.sentence.tokens[at + 1].norm if at + 1 < clause.last else ""
