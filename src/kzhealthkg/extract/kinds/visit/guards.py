"""What a verb of visiting tells that is no visit: papers read, money looked for, who is ill, what somebody was there."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.mission_words import group
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Token

PAPERS = frozenset(lexicon.words("kinds.visit.guards", "papers"))


def no_visit(hit: Hit) -> bool:
    """Say whether the words beside a cue make it no visit."""
    if (hit.frame.options.get("hosted") and not _is_hosted(hit)) or _takes_office(hit) or _of_gathering(hit):
        return True
    if _concerns(hit):
        return True
    return _is_paper(hit) or _of_the_ill(hit) or _is_work(hit) or _of_money(hit) or _of_thing(hit)


def _of_gathering(hit: Hit) -> bool:
    """Открытие конгресса, форумның ашылуы: what opens is a meeting of people and no house."""
    events, tokens = hit.frame.options.get("event"), hit.clause.tokens
    if not events or GATHERINGS.isdisjoint(hit.clause.words):
        return False
    if hit.clause.language == "kk":
        return any(is_lemma(b, *events) and is_lemma(a, *GATHERINGS) for a, b in pairwise(tokens))
    named = [t for t in tokens if (t.best.pos != "ADJ" and t.text[0].islower()) or is_lemma(t, *events, *GATHERINGS)]
    return any(is_lemma(a, *events) and is_lemma(b, *GATHERINGS) for a, b in pairwise(named))


GATHERINGS = frozenset(lexicon.words("kinds.visit.guards", "gatherings"))


def _concerns(hit: Hit) -> bool:
    """Ауруханаға қатысты шаралар: what concerns a hospital, where nobody takes part in anything."""
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    return hit.verb.norm == CONCERNING and any(t.best.pos in ("NOUN", "ADJ", "NUM") for t in behind)


CONCERNING = lexicon.words("kinds.visit.guards", "concerning")[0]


def _takes_office(hit: Hit) -> bool:
    """Ауруханаға жаңа басшы келді, в больницу пришёл новый главврач: who begins to work there is no visitor."""
    tokens = hit.clause.sentence.tokens
    posts = (m for m in hit.clause.mentions("post") if m.first and hit.frame.options.get("arrive"))
    return any(is_lemma(t, *NEW) for m in posts for t in (tokens[m.first - 1], *tokens[m.first : m.last]))


NEW = lexicon.words("kinds.visit.guards", "new")


def _is_hosted(hit: Hit) -> bool:
    """Гостями центра стали X и Y: the house stands right behind its guests, in the genitive."""
    tokens = hit.clause.sentence.tokens
    houses = (m for m in hit.clause.mentions("facility", first=hit.clause.first + 1) if m.case == "gen")
    return any(is_lemma(tokens[m.first - 1], *GUESTS) for m in houses)


GUESTS = lexicon.words("kinds.visit.guards", "guests")


def _of_money(hit: Hit) -> bool:
    """Аурухананы жөндеуге 132 млн теңге қаралған: a sum was looked for, no house looked at."""
    return hit.clause.language == "kk" and is_lemma(hit.verb, "қарал") and "money" in hit.clause.named


def _of_thing(hit: Hit) -> bool:
    """Аппарат тек облыстық ауруханада болған, конференция облыстық ауруханада болды: a thing or an event was there."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if not hit.frame.options.get("near"):
        return False
    before = tokens[hit.first - 1] if hit.first > clause.first else None
    counted = before is not None and before.best.pos == "NOUN" and before.best.case == "nom" and not before.best.form
    if counted and any(hit.first - m.last <= COUNTED for m in clause.mentions("number", last=hit.first - 1)):
        return True  # ауруханада 7 көлік болған
    if clause.mentions("person", "post", last=hit.first):
        return False
    held = {i for m in clause.sentence.mentions for i in range(m.first, m.last)}
    free = (i for i in range(clause.first, hit.first - 1) if i not in held and tokens[i].best.pos == "NOUN")
    apart = (i for i in free if tokens[i + 1].best.pos in ("ADJ", "ADV", "PART") or i + 1 in held)
    return any(tokens[i].best.case == "nom" and not tokens[i].best.form and not tokens[i].best.plural for i in apart)


COUNTED = 3
"""Words from a figure to the verb, at most, between which stands what it counts."""


def _is_work(hit: Hit) -> bool:
    """Ауруханада терапевт болып бастады, директор болды: what somebody was there is no visit."""
    if "бол" not in hit.verb.words:
        return False
    if any(m.last == hit.first and m.case in ("nom", "") for m in hit.clause.mentions("post")):
        return True
    before = hit.clause.sentence.tokens[hit.first - 1 : hit.first] if hit.clause.language == "kk" else ()
    return any(t.best.case in ("nom", "") and not nouns("professions", "kk").isdisjoint(t.words) for t in before)


def _of_the_ill(hit: Hit) -> bool:
    """Кардиохирурги осмотрели 48 пациентов, X емделуге барды: who is looked at, or goes there to be treated, is ill."""
    clause, known = hit.clause, group("patient", "ru")
    if clause.language != "ru" or known.isdisjoint(clause.words):
        before = clause.sentence.tokens[max(clause.first, hit.first - NEEDS) : hit.first]
        return not TREATED.isdisjoint(clause.words) and any(t.norm in TREATED for t in before)
    if hit.frame.name == CALLING_ON:
        return False  # навестил пациентов в больнице
    return any(is_lemma(t, *known) for t in clause.sentence.tokens[hit.last : min(clause.last, hit.last + SEEN)])


CALLING_ON = "visit-ill-ru"
TREATED = frozenset(lexicon.words("kinds.visit.guards", "treated"))
NEEDS = 2
"""Words between what somebody goes for and the verb of going, at most."""
SEEN = 4
"""Words from a verb of seeing to those seen, at most."""


def _is_paper(hit: Hit) -> bool:
    """Аурухананың жобасымен танысты: who reads of a hospital has not been there."""
    if hit.clause.language != "kk" or PAPERS.isdisjoint(hit.clause.sentence.words):
        return False
    before = hit.clause.sentence.tokens[hit.clause.first : hit.first]
    papers = [(i, t) for i, t in enumerate(before) if t.best.possessive and is_lemma(t, *PAPERS)]
    return any(t.best.case == "acc" or _dealt_with(hit, i) or _right_before(before[i + 1 :]) for i, t in papers)


def _dealt_with(hit: Hit, paper: int) -> bool:
    """Құрылысқа бөлінген қаржы мәселесі әкімнің төрағалығымен қаралды: the matter behind the house was looked at."""
    houses = hit.clause.mentions("facility", last=hit.first)
    return is_lemma(hit.verb, "қарал") and bool(houses) and hit.clause.first + paper >= houses[-1].last


def _right_before(between: tuple[Token, ...]) -> bool:
    """Мәселесі жан-жақты қаралды: only words of how stand between a noun and the verb."""
    return all(t.best.pos in ("ADJ", "ADV") for t in between)


def of_all_sorts(clause: Clause) -> bool:
    """Ауылда болып, әлеуметтік нысандарды аралады: a tour of all sorts of houses where nothing is said of health."""
    sentence = clause.sentence
    if SOCIAL.isdisjoint(sentence.words) or measures.medical(sentence.tokens, clause.language):
        return False
    at = [i for i, t in enumerate(sentence.tokens) if is_lemma(t, *SOCIAL)]
    return any(is_lemma(t, *OBJECTS) for i in at for t in sentence.tokens[i + 1 : i + DESCRIBED])


SOCIAL = frozenset(lexicon.words("kinds.visit.guards", "social"))
OBJECTS = lexicon.words("kinds.visit.guards", "objects")
DESCRIBED = 6
"""Words from "social" to what is so, at most: әлеуметтік және мәдени маңызы бар нысандар."""
