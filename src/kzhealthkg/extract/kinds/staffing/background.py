"""What a sentence says of staff by the way, by hearsay or in general: it is no news of support, homes or a lack of them."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.staffing.cues import BENEFITS
from kzhealthkg.model import Sentence


def is_background(hit: Hit) -> bool:
    """Say whether a cue only describes, recalls or generalises, or is of something else than staff."""
    measure, clause = hit.frame.slots["measure"], hit.clause
    if measure == "shortage":
        counted = "number" in clause.named and clause.mentions("number")
        return _describes(hit) or (not counted and (_recalled(clause) or _none_of_lack(hit) or _was_felt(hit)))
    return (
        (measure == "social-support" and (_not_only(clause) or _earmarked(hit)))
        or (measure == "housing" and _of_new_houses(clause))
        or _of_social_workers(hit)
    )


def _recalled(clause: Clause) -> bool:
    """Маман жетіспейді деп айтылып жүр, как отмечалось, не хватает: a lack that is only recalled, or talked of."""
    return not RECALLED.isdisjoint(clause.sentence.words)


RECALLED = frozenset(lexicon.words("kinds.staffing.background", "recalled"))


def _describes(hit: Hit) -> bool:
    """Регионы, испытывающие нехватку; тапшылығы сезілетін өңірлерге: a lack by which places are described."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if not hit.frame.options.get("noun"):
        return False
    if clause.language == "ru":
        before = tokens[max(0, hit.first - REACH) : hit.first]
        return any(t.best.form == "part" and is_lemma(t, *FEELING) for t in before)
    behind = range(hit.last, min(clause.last - 1, hit.last + REACH))
    at = next((i for i in behind if tokens[i].best.form in ("part", "perf") or tokens[i].norm == THERE), None)
    return at is not None and tokens[at + 1].best.pos == "NOUN" and is_lemma(tokens[at + 1], *PLACES)


def _none_of_lack(hit: Hit) -> bool:
    """Дефицита кадров нет: what there is none of is the lack, or a trouble, not the staff."""
    return hit.frame.name == "staffing-none-ru" and hit.clause.says(*TROUBLES)


def _was_felt(hit: Hit) -> bool:
    """Дәрігер тапшылығы сезілді: a lack that was felt at no time told is none of today."""
    clause = hit.clause
    if clause.language != "kk" or not hit.frame.options.get("noun") or "date" in clause.sentence.named:
        return False
    last = next((t for t in reversed(clause.tokens) if t.best.pos != "PUNCT"), clause.tokens[-1])
    return is_lemma(last, *FELT) and "past" in last.forms and not last.norm.endswith(PRESENT)


PRESENT = ("еді", "ады", "йді", "йды")
FELT = lexicon.words("kinds.staffing.background", "felt")
TROUBLES = lexicon.words("kinds.staffing.background", "troubles")
THERE = "бар"
REACH = 4
"""Words between a noun of lack and the participle that it is told with, at most."""
FEELING = frozenset(lexicon.words("kinds.staffing.background", "feeling"))
PLACES = frozenset(lexicon.words("kinds.staffing.background", "places"))


def _not_only(clause: Clause) -> bool:
    """Поддержка оказывается не только выпускникам, но и врачам: who else gets it, without saying how much."""
    if clause.mentions("money", "number") or ONLY.isdisjoint(clause.words):
        return False
    norms = [t.norm for t in clause.tokens]
    return any(norms[i : i + 2] in (["не", "только"], ["ғана", "емес"]) for i in range(len(norms)))


ONLY = frozenset({"только", "ғана"})


def _earmarked(hit: Hit) -> bool:
    """На выплату пособий врачам выделили M: money for the payer, of which nobody counts who will get it."""
    summed = "money" in hit.clause.named and not hit.clause.mentions("number")
    return summed and _for_payment(hit)


def _for_payment(hit: Hit) -> bool:
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "ru" or not is_lemma(hit.verb, *ALLOTTING):
        return False
    pairs = ((tokens[i].norm, tokens[i + 1]) for i in range(clause.first, clause.last - 1))
    return any(a == "на" and is_lemma(b, *PAYMENT) for a, b in pairs)


ALLOTTING = frozenset(lexicon.words("kinds.staffing.background", "allotting"))
PAYMENT = frozenset(lexicon.words("kinds.staffing.background", "payment"))


def _of_new_houses(clause: Clause) -> bool:
    """Медики справили новоселье: открыт медпункт: a house-warming of the place where they work."""
    if MOVING.isdisjoint(clause.whole.words) or "facility" not in clause.sentence.named:
        return False
    homes = frozenset(t.norm for t in clause.tokens if t.norm not in MOVING)
    return not any(word.startswith(DWELLINGS) for word in homes)


MOVING = frozenset(lexicon.words("kinds.staffing.background", "moving"))
DWELLINGS = lexicon.words("kinds.staffing.background", "dwellings")


def _of_social_workers(hit: Hit) -> bool:
    """Жильё получат 900 социальных работников: they are of another sector, or of several."""
    words = [t.best.lemma for t in hit.clause.tokens]
    return hit.frame.slots["measure"] in BENEFITS and any(words[i : i + 2] in SOCIAL for i in range(len(words) - 1))


SOCIAL = [phrase.split() for phrase in lexicon.words("kinds.staffing.background", "social")]


def detailed_next(hit: Hit, memory: Memory) -> bool:
    """Мамандарға қолдау көрсетіледі. 70 АЕК көтермеақы …: support of no kind, of which the next sentences say what it is."""
    clause = hit.clause
    if (
        hit.frame.slots["measure"] != "social-support"
        or clause.mentions("money", "number")
        or _names_benefit(clause.sentence)
    ):
        return False
    behind = memory.document.sentences[clause.index + 1 : clause.index + 1 + DETAILED]
    return any(s.named.get("money") or _names_benefit(s) for s in behind)


def _names_benefit(sentence: Sentence) -> bool:
    return bool(begun_in(sentence) & BENEFIT.bit)


BENEFIT = Stems(lexicon.words("kinds.staffing.background", "benefit"))
"""Beginnings of words for a benefit, a home or a measure of money."""
DETAILED = 2
"""Sentences behind a general one in which it is detailed, at most."""


def raised(hit: Hit, said: str) -> str:
    """Берілетін көтермеақыны арттыру көзделмек: what is paid will be raised, and that is planned; allotted is not paid."""
    if said == "completed" and hit.frame.slots["measure"] == "social-support" and _for_payment(hit):
        return "allocated"  # выделены средства на выплату подъёмных 40 врачам
    described = said == "underway" and hit.clause.language == "kk" and hit.verb.best.form == "part"
    return "planned" if described and hit.clause.says(*INTENDED) and hit.clause.says(*RAISING) else said


INTENDED = lexicon.words("kinds.staffing.background", "intended")
RAISING = lexicon.words("kinds.staffing.background", "raising")
