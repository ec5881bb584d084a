"""Cues of work that tell of no work: money put in, a purpose, a time, a body set up anew."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.only_some import only_some
from kzhealthkg.extract.clause.phases import phases_of
from kzhealthkg.extract.clause.phrases import JOINING
from kzhealthkg.extract.clause.syntax import ACTION_ENDINGS, is_lemma
from kzhealthkg.extract.clause.themes import group_end, is_purpose
from kzhealthkg.extract.kinds.funding.purpose_start import GOING
from kzhealthkg.extract.kinds.works.asides import of_house
from kzhealthkg.extract.kinds.works.given_up import given_up
from kzhealthkg.extract.kinds.works.once_was import once_was
from kzhealthkg.extract.kinds.works.said import MODAL_REACH
from kzhealthkg.extract.kinds.works.sites import described
from kzhealthkg.model import Token

SINCE = lexicon.words("kinds.works.guards", "since")
WHEN = lexicon.words("kinds.works.guards", "when")
EVER_SINCE = lexicon.words("kinds.works.guards", "ever_since")
TIMES = lexicon.words("kinds.works.guards", "times")
SET_UP = lexicon.words("kinds.works.guards", "set_up")


def _invested(hit: Hit) -> bool:
    """M теңге салды: money that is put in builds nothing yet."""
    return any(m.last == hit.first and m.case != "dat" for m in hit.clause.mentions("money"))


def _only_when(hit: Hit) -> bool:
    """Ашылған күннен бастап: a participle before a word of time only says when."""
    tokens = hit.clause.sentence.tokens
    if any(t.norm.endswith(WHEN) and t.best.case == "loc" for t in tokens[hit.last : hit.last + MODAL_REACH]):
        return True
    after = tokens[group_end(hit) :][:1]
    dated = (m for m in hit.clause.mentions("date", first=hit.last) if m.first == hit.last)
    if hit.verb.best.form == "perf" and any(m.value.edtf.endswith("/..") for m in dated):
        return True  # орталық ашылған 2014 жылдан бері
    if hit.verb.best.case == "loc" and hit.verb.best.form in ("part", "perf"):
        return True  # аурухана ашылғанда
    if hit.verb.norm.endswith(SINCE) and not any(is_lemma(t, *GOING) for t in after[:1]):
        return True
    ending = tokens[group_end(hit) - 1]  # салынып біткен соң
    if ending.best.form == "perf" and after and after[0].norm == "соң":
        return True
    since = ending if ending.best.form in ("perf", "part") else hit.verb
    if since.best.case == "abl" and any(is_lemma(t, *EVER_SINCE) for t in after):
        return True
    return any(is_lemma(t, *TIMES) for t in after)


def no_work(hit: Hit) -> bool:
    """Say whether a cue only tells of money put in, a purpose, a time, or a body that is set up anew."""
    return (
        not has_its_word(hit)
        or _invested(hit)
        or only_some(hit)
        or _anew(hit)
        or _aimed_at(hit)
        or _only_when(hit)
        or _far_from(hit)
        or _by_means(hit)
        or _of_builders(hit)
        or of_house(hit)
        or _entrusted(hit)
        or _of_department(hit)
        or _of_body(hit)
        or _praised(hit)
        or once_was(hit)
        or _of_device(hit)
        or _reported(hit)
        or _with_beds(hit)
        or _meant_once(hit)
        or _should_have(hit)
        or given_up(hit)
    )


def has_its_word(hit: Hit) -> bool:
    """Модульдік пункт орнатылды, установили модульный ФАП: say whether a clause has the word that a frame asks for."""
    return "with" not in hit.frame.options or hit.clause.says(*hit.frame.options["with"])


def _anew(hit: Hit) -> bool:
    """Мекеме қайта құрылды, құрылған X облысы: a body is set up."""
    again = hit.first > 0 and hit.clause.sentence.tokens[hit.first - 1].norm == "қайта"
    if again and hit.clause.text(hit.first, hit.last).lower().startswith("құрыл"):
        return True
    return is_lemma(hit.verb, *SET_UP) and described(hit) is not None


def _aimed_at(hit: Hit) -> bool:
    """Емхана салу үшін: a purpose, and no work in the dative that is begun."""
    return is_purpose(hit) and not (hit.frame.options.keys() & {"status", "past", "event"} or _set_about(hit))


def _far_from(hit: Hit) -> bool:
    """Емхана салынбақ түгілі, ескісі де жабылды: what is far from being done."""
    return any(t.norm in FAR for t in hit.clause.sentence.tokens[hit.last : hit.last + 1])


FAR = frozenset(lexicon.words("kinds.works.guards", "far"))


def _set_about(hit: Hit) -> bool:
    """Емхана құрылысына кірісті, құрылысына старт берілді: a work in the dative that is begun, and no purpose."""
    behind = hit.clause.sentence.tokens[hit.last : min(hit.last + 1, hit.clause.last)]
    return "begin" in phases_of(behind, hit.clause.language)


def _by_means(hit: Hit) -> bool:
    """Күрделі жөндеу, жарақтандыру арқылы 6 емхананы жаңғырту: an act only by way of which another is done."""
    if hit.clause.language != "kk" or hit.verb.best.form not in ("", "inf"):
        return False
    for token in hit.clause.sentence.tokens[hit.last : hit.last + MEANS_REACH]:
        if token.norm in MEANS:
            return True
        if not (token.text == "," or token.norm in JOINING or _act(token)):
            return False
    return False


def _act(token: Token) -> bool:
    return token.best.form == "inf" or token.best.lemma.endswith(ACTION_ENDINGS) or is_lemma(token, *PARTS)


MEANS = frozenset(lexicon.words("kinds.works.guards", "means"))
PARTS = lexicon.words("kinds.works.guards", "parts")
MEANS_REACH = 8


def _of_builders(hit: Hit) -> bool:
    """Құрылыс жұмыстарын бастады: the work that has begun is the builders', not that of the house."""
    tokens = hit.clause.sentence.tokens
    if hit.frame.options.get("noun") or not is_lemma(tokens[hit.first], *WORK) or hit.last - hit.first < 2:
        return False
    before = tokens[max(hit.clause.first, hit.first - 1) : hit.first]
    return tokens[hit.first].best.plural or any(is_lemma(t, *BUILDERS) for t in before)


WORK = lexicon.words("kinds.works.guards", "work")
BUILDERS = lexicon.words("kinds.works.guards", "builders")


def _of_department(hit: Hit) -> bool:
    """Бөлімнің ашылу рәсімі, аурухананың жаңадан ашылған бөлімшесі: what has opened is a department of a house."""
    if hit.clause.language != "kk":
        return False
    tokens = hit.clause.sentence.tokens
    if hit.frame.options.get("event"):
        before = tokens[hit.first - 1 : hit.first] if hit.first > hit.clause.first else ()
        return any(t.best.case == "gen" and is_lemma(t, *DEPARTMENTS) for t in before)
    behind = tokens[group_end(hit) : group_end(hit) + WORDS]
    owned = any(m.case == "gen" for m in hit.clause.mentions("facility", last=hit.first))
    return owned and hit.verb.best.form == "perf" and any(is_lemma(t, *DEPARTMENTS) for t in behind)


WORDS = 3
"""Words from a participle to the department that has opened, at most."""
DEPARTMENTS = lexicon.words("kinds.works.guards", "departments")


def _of_body(hit: Hit) -> bool:
    """Көру қабілетін қалпына келтірді: what is restored is in a patient, and no house."""
    before = hit.clause.sentence.tokens[max(hit.clause.first, hit.first - 1) : hit.first]
    return hit.frame.name == RENEWED and any(is_lemma(t, *OF_BODIES) for t in before)


RENEWED = "works-renew"
OF_BODIES = lexicon.words("kinds.works.guards", "of_bodies")


def _entrusted(hit: Hit) -> bool:
    """Нысан «A» ЖШС-на тапсырылған: whom a work is given to is who will do it."""
    bodies = hit.clause.mentions("organization", last=hit.first)
    given = hit.first > hit.clause.first and hit.clause.sentence.tokens[hit.first - 1].best.case in ("dat", "")
    return is_lemma(hit.verb, *ENTRUSTING) and given and any(m.last == hit.first and m.case in DATIVE for m in bodies)


ENTRUSTING = lexicon.words("kinds.works.guards", "entrusting")
DATIVE = ("dat", "")


def _of_device(hit: Hit) -> bool:
    """Лифт жөнделуде, оттегі станциясының құрылысы: a thing in a house is mended or built, and not the house."""
    noun = bool(hit.frame.options.get("noun"))
    mended = hit.frame.slots["workType"] == "repair"
    if not (noun or mended) or hit.first == hit.clause.first or hit.clause.language != "kk":
        return False
    thing = hit.clause.sentence.tokens[hit.first - 1]
    known = not (nouns("items", "kk") | THINGS).isdisjoint(thing.words) and not is_lemma(thing, *BLOCKS)
    whole = any(m.last == hit.first for m in hit.clause.mentions("facility"))
    cases = (*(NAMED if mended else ()), *(("gen",) if noun else ()))
    return known and not whole and thing.best.case in cases and thing.best.pos == "NOUN"


NAMED = ("nom", "", "acc")
BLOCKS = lexicon.words("kinds.works.guards", "blocks")


THINGS = frozenset(lexicon.words("kinds.works.guards", "things"))


def _praised(hit: Hit) -> bool:
    """Орталық елдің ең үздік ауруханасына айналды: what has become one of the best was not converted."""
    if hit.clause.language != "kk" or hit.frame.slots.get("workType") != "conversion" or not hit.clause.says(*PRAISING):
        return False
    return any(
        t.norm in PRAISING for t in hit.clause.sentence.tokens[max(hit.clause.first, hit.first - REACH) : hit.first]
    )


PRAISING = frozenset(lexicon.words("kinds.works.guards", "praising"))
REACH = 7
"""Words between praise and the verb of becoming, at most."""


def _reported(hit: Hit) -> bool:
    """Аурухана салу жоспарлары туралы айтты: plans for no house in particular that somebody only spoke about."""
    clause = hit.clause
    if clause.language != "kk" or ABOUT.isdisjoint(clause.sentence.words) or {"place", "number"} & clause.named.keys():
        return False
    behind = clause.sentence.tokens[hit.last : hit.last + ABOUT_REACH]
    about = next((i for i, t in enumerate(behind) if t.norm in ABOUT), 0)
    named = any(m.value.name or m.value.place for m in clause.mentions("facility", last=hit.first))
    return not named and any(t.norm.startswith(PLANS) for t in behind[:about])


ABOUT = frozenset(lexicon.words("kinds.works.guards", "about"))
ABOUT_REACH = 4
"""Words from an action noun to the postposition of what is spoken about, at most."""
PLANS = lexicon.words("kinds.works.guards", "plans")


def _with_beds(hit: Hit) -> bool:
    """120 төсек-орынмен жабдықталған: how many beds a house has is no fitting out."""
    if not hit.frame.options.get("equip") or hit.clause.language != "kk" or hit.first <= hit.clause.first:
        return False
    token = hit.clause.sentence.tokens[hit.first - 1]
    counted = any(m.last < hit.first for m in hit.clause.mentions("number"))
    return counted and token.best.case == "ins" and is_lemma(token, *BEDS)


BEDS = lexicon.words("kinds.works.guards", "beds")


def _meant_once(hit: Hit) -> bool:
    """Аурухана салынбақшы еді, ашылатын болған: what was meant to be done is told neither as done nor as planned."""
    if hit.clause.language != "kk" or WAS.isdisjoint(hit.clause.sentence.words):
        return False
    tokens, last = hit.clause.sentence.tokens, group_end(hit)
    group = tokens[hit.first : last + 1]
    return any(a.norm.endswith(MEANT) and b.norm in WAS for a, b in pairwise(group))


MEANT = lexicon.words("kinds.works.guards", "meant")
WAS = frozenset(lexicon.words("kinds.works.guards", "was"))


def _should_have(hit: Hit) -> bool:
    """Құрылысы басталған аурухана наурызда аяқталуы тиіс болатын, ашылуы керек еді: what should have been done by now."""
    if hit.clause.language != "kk" or ONCE.isdisjoint(hit.clause.sentence.words):
        return False
    return any(a.norm in MUST and b.norm in ONCE for a, b in pairwise(hit.clause.sentence.tokens[hit.first :]))


MUST = frozenset(lexicon.words("kinds.works.guards", "must"))
ONCE = WAS | {"болатын"}
