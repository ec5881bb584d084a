"""What a figure measures: the words for it, the sort of thing it is, and whether it is of health."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.stems import Stems, begun
from kzhealthkg.extract.clause.syntax import ACTION_ENDINGS, Clause, forms, is_case, is_lemma
from kzhealthkg.extract.context.elsewhere import sectors
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures.joined import joined_from
from kzhealthkg.extract.figures.lying import graded, lies, range_before
from kzhealthkg.extract.figures.measure_ends import is_outside, span_ru
from kzhealthkg.extract.figures.measure_starts import affects, having, overall, without_teller
from kzhealthkg.extract.figures.measured_ages import aged, spans
from kzhealthkg.extract.figures.townsmen import is_townsman
from kzhealthkg.model import HYPHEN, Reading, Sentence, Token
from kzhealthkg.morph import nominative

RELATING = frozenset(lexicon.words("extract.figures.measures", "relating"))
HEALTH = frozenset({"rate", "health"})
REACH = 14
STRUCK = lexicon.words("extract.figures.measures", "struck")
TIMED = frozenset(lexicon.words("extract.figures.measures", "timed"))


@cache
def _sorts(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.table("measured"):
        if row["language"] == language:
            found.setdefault(row["lemma"], set()).add(row["sort"])
    for lemma in sectors(language):
        found.setdefault(lemma, set()).add("other")
    for lemma in nouns("professions", language):
        found.setdefault(lemma, set()).add("staff")
    return {lemma: frozenset(sorts) for lemma, sorts in found.items()}


HEALTH_WORDS = {
    language: Stems(
        r["stem"] for r in lexicon.table("health_words") if r["language"] == language and " " not in r["stem"]
    )
    for language in ("kk", "ru")
}


@cache
def of_sort(sort: str, language: str) -> frozenset[str]:
    """Return the lemmas of one sort of measured thing."""
    return frozenset(lemma for lemma, found in _sorts(language).items() if sort in found)


def sorts(clause: Clause, at: int) -> frozenset[str]:
    """Return the sorts of measured thing that the word at a position can be."""
    token = clause.sentence.tokens[at]
    table = _sorts(clause.language)
    found: frozenset[str] = frozenset()
    if not table.keys().isdisjoint(token.words):
        found = table.get(token.norm, found).union(*(table.get(r.lemma, found) for r in _nominal(token)))
    elif "-" in token.norm:  # АИТВ-инфекциясы
        found = found.union(*(table.get(r.lemma.rsplit("-", 1)[-1], found) for r in _nominal(token))) & ILLNESS
    if clause.language == "ru" and is_townsman(token):
        found |= TOWNSMEN
    if "facility" not in clause.sentence.named:
        return found
    return found | {"facility"} if at in _of_facilities(clause.sentence) else found


def _may_hold(sentence: Sentence, wanted: frozenset[str], language: str) -> bool:
    """Say whether a word of a sentence may be of one of some sorts."""
    if sentence.marks & HYPHEN:
        return True
    return any(not of_sort(sort, language).isdisjoint(sentence.words) for sort in wanted)


@once_each
def _of_facilities(sentence: Sentence) -> frozenset[int]:
    """Return the tokens of the names of facilities."""
    return frozenset(at for m in sentence.named["facility"] for at in range(m.first, m.last))


ILLNESS = frozenset({"rate", "illness"})
OF_HEALTH = frozenset({"rate", "health", "staff", "diagnosis", "organ"})
TOWNSMEN = frozenset({"people"})


def _nominal(token: Token) -> list[Reading]:
    return [r for r in token.readings if not r.form or r.form == "inf"]


def of_health(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word of health stands among the tokens ``first:last``."""
    if medical(clause.sentence.tokens[first:last], clause.language):
        return True
    if not _may_hold(clause.sentence, OF_HEALTH, clause.language):
        return False
    return any(sorts(clause, i) & OF_HEALTH for i in range(first, last))


def near_health(clause: Clause, memory: Memory) -> bool:
    """Say whether this sentence speaks of health, or one beside it or the lead does where this is of no other sector."""
    if tells_of_others(clause.sentence, clause.language):
        return False
    told, at = memory.document.sentences, clause.index
    near = (*told[max(0, at - 1) : at + 2], *told[:LEAD])
    return any(_speaks_of_health(s, clause.language) for s in near)


LEAD = 2
"""Sentences at the top that say what an article is about."""


@once_each
def _speaks_of_health(sentence: Sentence, language: str) -> bool:
    whole = Clause(sentence, 0, 0, len(sentence.tokens), language)
    urgent = not sentence.words.isdisjoint(URGENT) and not sentence.words.isdisjoint(URGENT_HELP)  # жедел көмек
    if urgent or medical(sentence.tokens, language):
        return True
    return _may_hold(sentence, HEALTH, language) and any(sorts(whole, i) & HEALTH for i in range(whole.last))


URGENT = lexicon.words("extract.figures.measures", "urgent")
URGENT_HELP = lexicon.words("extract.figures.measures", "urgent_help")


@once_each
def tells_of_others(sentence: Sentence, language: str) -> bool:
    """Говорят о школах, құрылысқа 12 бригада: say whether a sentence names another sector, and nothing of health."""
    whole = Clause(sentence, 0, 0, len(sentence.tokens), language)
    other = is_other(whole, 0, whole.last) or whole.says(*BUILDING)
    return other and not (whole.mentions("facility") or _speaks_of_health(sentence, language))


BUILDING = lexicon.words("extract.figures.measures", "building")


def medical(tokens: tuple[Token, ...], language: str) -> bool:
    """Say whether one of the words begins as words of health care do."""
    return begun(tokens) & HEALTH_WORDS[language].bit != 0


def is_other(clause: Clause, first: int, last: int) -> bool:
    """Say whether a phrase speaks of something other than health: a budget, a harvest, schools."""
    if of_sort("other", clause.language).isdisjoint(clause.sentence.words):
        return False
    return any("other" in sorts(clause, i) for i in range(first, last))


@once_each
def span(clause: Clause, head: int) -> tuple[int, int]:
    """Return the tokens of the measure that a head names, with what it is of."""
    return span_ru(clause, head) if clause.language == "ru" else (_first_kk(clause, head), head + 1)


def text(clause: Clause, first: int, last: int) -> str:
    """Return tokens as a measure is written: the head in the nominative; "" for no tokens."""
    said = "" if first >= last else nominative(clause.sentence.tokens[first:last], clause.language).strip(" ,–—-:")
    return said if "(" in said else said.rstrip(")")


def _first_kk(clause: Clause, head: int) -> int:
    """Туберкулезбен сырқаттану көрсеткіші, лейкоз кезінде өмір сүру ұзақтығы."""
    first = phrase(clause, head).first
    action = any(_is_action(clause, i) for i in range(first, head + 1))
    while first > clause.first and head - first < REACH:
        action = action or any(forms(t) & ACTING for t in clause.sentence.tokens[first:head])
        step = min(_more_kk(clause, first, action), joined_from(clause, first, head, _rates(clause, head)))
        if step >= first:
            break
        first = step
    per = next((i for i in range(first, head) if clause.sentence.tokens[i].norm.startswith("шаққан")), None)
    return _without_area(clause, without_teller(clause, first if per is None else per + 1, head), head)


def _rates(clause: Clause, last: int) -> frozenset[int]:
    first = max(clause.first, last - REACH)
    return frozenset(i for i in range(first, last + 1) if sorts(clause, i) & {"rate", "size", "diagnosis"})


FIRST = frozenset(lexicon.words("extract.figures.measures", "first"))
ACTING = frozenset({"perf", "part", "inf"})


def _is_action(clause: Clause, at: int) -> bool:
    """Сырқаттану, қамту, өлім: what takes objects and causes of its own."""
    best = clause.sentence.tokens[at].best
    return best.form == "inf" or best.lemma.endswith(ACTION_ENDINGS) or "rate" in sorts(clause, at)


def _more_kk(clause: Clause, first: int, action: bool) -> int:
    """Return where a measure begins that goes on to the left of token ``first``; ``first`` where it does not."""
    if spans(clause, first):
        return first - 1
    of_age = aged(clause, first)
    if lies(clause, first - 1, sorts(clause, first - 1)):
        return phrase(clause, first - 1).first
    if (grade := graded(clause, first - 1)) is not None:
        return grade
    if (low := range_before(clause, first)) < first:
        return low
    if clause.sentence.tokens[first - 1].norm in NEW and "people" in sorts(clause, first):
        return first - 1  # жаңа науқастар саны: not all of them
    ranked = clause.sentence.tokens[first].norm == "рет" or is_lemma(clause.sentence.tokens[first], *STAGES)
    if ranked and clause.sentence.tokens[first - 1].norm in FIRST:
        return first - 1  # алғаш рет анықталған, алғашқы сатыда
    found = of_age if of_age is not None else having(clause, first)
    return found if found is not None else _further(clause, first, action)


def _further(clause: Clause, first: int, action: bool) -> int:
    tokens = clause.sentence.tokens
    before = tokens[first - 1]
    if before.text == ")":
        opening = [i for i in range(clause.first, first - 1) if tokens[i].text == "("]
        return phrase(clause, opening[-1] - 1).first if opening and opening[-1] > clause.first else first
    if is_outside(clause, first - 1):
        return first
    if "жалпы" in (before.norm, tokens[first].norm):
        return overall(clause, first)
    if before.norm in RELATING and first - 2 >= clause.first and not is_outside(clause, first - 2):
        if tokens[first - 2].text == ")":
            return _more_kk(clause, first - 1, action)
        return phrase(clause, first - 2).first
    if _is_object(clause, first, action):
        return phrase(clause, first - 1).first
    if before.best.form in ("perf", "part"):
        return phrase(clause, first - 2).first if first - 2 >= clause.first else first - 1
    return first


def _is_object(clause: Clause, first: int, action: bool) -> bool:
    """Say whether the word before a measure belongs to it: туберкулезге шалдығу, инсультті емдеуде өлім-жітім."""
    before, said = clause.sentence.tokens[first - 1], clause.sentence.tokens[first]
    stage = before.best.possessive or is_lemma(before, *STAGES)  # ерте сатысында анықталу, ерте сатыда анықтау
    staged = "inf" in forms(said) and before.best.case == "loc" and stage
    staying = is_lemma(said, *STAYING) and is_case(before, "loc")  # ауруханада болу ұзақтығы, есепте тұрған …
    affected = is_case(before, "dat") and affects(clause, first)
    held = (staged or staying or affected) and before.best.pos == "NOUN"
    if held or ("inf" in forms(before) and before.best.case == "loc"):
        return True
    aimed = is_lemma(said, *STRUCK) or "inf" in forms(said)
    cases = ("ins", "acc", "abl", *(("dat",) if aimed else ()))
    noun = before.best.pos == "NOUN" or "inf" in forms(before) or sorts(clause, first - 1) & {"rate", "thing"}
    return action and is_case(before, *cases) and bool(noun)


NEW = frozenset(lexicon.words("extract.figures.measures", "new"))
STAGES = lexicon.words("extract.figures.measures", "stages")
STAYING = lexicon.words("extract.figures.measures", "staying")


def _without_area(clause: Clause, first: int, head: int) -> int:
    """Облыстың ана өлімі: whose area it is belongs to region and place."""
    grades = {graded(clause, i) for i in range(first + 1, head)}
    while (
        first < head
        and first not in grades
        and _says_where_or_when(clause, first)
        and not _tells_which(clause, first, head)
    ):
        first += 1
    return first


def _tells_which(clause: Clause, at: int, head: int) -> bool:
    """Ауылдық жерлердегі, елді мекендердегі: an adjective says which places it is measured in, and no area."""
    tokens = clause.sentence.tokens
    describing = tokens[at].best.pos == "ADJ" and tokens[at].best.case in ("", "nom")
    lying = next((i for i in range(at, head) if lies(clause, i, sorts(clause, i))), at)
    return describing and lying > at and all(t.best.case in ("", "nom") for t in tokens[at:lying])


def _says_where_or_when(clause: Clause, at: int) -> bool:
    outside = is_outside(clause, at) or clause.sentence.tokens[at].norm in TIMED
    return (
        outside
        and not lies(clause, at, sorts(clause, at))
        and not (spans(clause, at + 1) or any(aged(clause, i) == at for i in range(at + 1, min(at + AGE, clause.last))))
    )


AGE = 5
"""Words in which an age is told by then: 18 бен 29 жас."""


def tells_rate(text: str, language: str) -> bool:
    """Say whether the words of a measure have an illness or a rate among them, of which there can be cases."""
    rates = tuple(lemma for lemma, sorts_of in _sorts(language).items() if "rate" in sorts_of)
    return any(word.startswith(rates) for word in text.lower().split())
