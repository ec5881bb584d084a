"""What a predicate seems to count and does not: residents, those only planned, parts of a group, people of no health."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention

STOCKS = frozenset({"indicator-stock", "indicator-stock-ru"})
CARRIED = "indicator-transported-ru"
AMONG = frozenset(lexicon.words("kinds.indicator.uncounted", "among"))
FORMERLY = frozenset(lexicon.words("kinds.indicator.uncounted", "formerly"))
PLANNED = lexicon.words("kinds.indicator.uncounted", "planned")
LIVING = lexicon.words("kinds.indicator.uncounted", "living")
FLOODS = Stems(lexicon.words("kinds.indicator.uncounted", "floods"))
PATIENTS = lexicon.words("kinds.indicator.uncounted", "patients")
NEAR = 4
"""Words from a number to what says of it that it was only planned, at most."""


def uncounted(hit: Hit, number: Mention, head: int) -> bool:
    """Say whether what stands beside a number tells that the predicate does not count it."""
    name = hit.frame.name
    if hit.clause.language == "kk":
        staff = name in STOCKS and "staff" in measures.sorts(hit.clause, head)
        return (staff and _of_group(hit.clause, number)) or _by_how_many(hit, head)
    if hit.frame.options.get("need"):
        return _in_need_of_house(hit)
    if name == CARRIED:
        return not _for_care(hit)
    former = name in STOCKS and hit.verb.best.form == "past" and not FORMERLY.isdisjoint(hit.clause.words)
    return former or _planned(hit.clause, number, head) or _lives_there(hit, number)


def _of_group(clause: Clause, number: Mention) -> bool:
    """Вакцина алғандардың ішінде 450 дәрігер бар: of which sorts those told of are is no stock of them."""
    if AMONG.isdisjoint(clause.words):
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, number.first) if tokens[i].norm in AMONG), clause.first)
    owner = tokens[at - 1] if at > clause.first else None
    if owner is None or not is_case(owner, "gen"):
        return False
    return owner.best.pos == "PRON" or bool(owner.best.form) or owner.norm.endswith(MANY)


MANY = ("ғандардың", "гендердің", "қандардың", "кендердің", "лардың", "лердің", "дардың", "дердің", "тардың", "тердің")


def _by_how_many(hit: Hit, head: int) -> bool:
    """Былтырмен салыстырғанда 30 жағдай артық тіркелді: by how many more or fewer, and not how many."""
    tokens = hit.clause.sentence.tokens
    return not MORE.isdisjoint(hit.clause.words) and head + 1 <= hit.first and tokens[head + 1].norm in MORE


MORE = frozenset(lexicon.words("kinds.indicator.uncounted", "more"))


def _in_need_of_house(hit: Hit) -> bool:
    """В больнице нуждаются 40 тысяч жителей: who is without a house is told by how many live there."""
    tokens = hit.clause.sentence.tokens
    return any(m.first and tokens[m.first - 1].norm in IN for m in hit.clause.mentions("facility"))


def _for_care(hit: Hit) -> bool:
    """Санавиация доставила 45 пациентов, not: из зоны паводка эвакуировали 1200 человек."""
    sentence = hit.clause.sentence
    if begun_in(sentence) & FLOODS.bit:
        return False
    sick = any(t.norm.startswith(PATIENTS) for t in sentence.tokens)
    return sick or measures.medical(hit.clause.tokens, "ru") or "facility" in sentence.named


def _planned(clause: Clause, number: Mention, head: int) -> bool:
    """Из запланированных 900 операций проведено 720: how many were only meant to be."""
    tokens = clause.sentence.tokens
    beside = (*tokens[max(clause.first, number.first - 1) : number.first], *tokens[number.last : head])
    return any(t.norm.startswith(PLANNED) for t in beside)


def _lives_there(hit: Hit, number: Mention) -> bool:
    """В селе проживает 3200 человек, под наблюдением 45: who lives there is none of those behind the comma."""
    tokens = hit.clause.sentence.tokens
    if number.last > hit.first or not any(t.text == "," for t in tokens[number.last : hit.first]):
        return False
    return any(t.norm.startswith(LIVING) for t in tokens[max(0, number.first - NEAR) : number.last + 2])
