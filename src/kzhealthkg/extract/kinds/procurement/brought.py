"""Things that come without being bought: by themselves, into a patient, with a patient; or to whose number a house grew."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.governed import MOBILE
from kzhealthkg.extract.kinds.procurement.others import VEHICLES
from kzhealthkg.model import Token

ABROAD = frozenset(lexicon.words("kinds.procurement.brought", "abroad"))
ARRIVING = lexicon.words("kinds.procurement.brought", "arriving")
CARRYING = lexicon.words("kinds.procurement.brought", "carrying")
CARRIERS = lexicon.words("kinds.procurement.brought", "carriers")
BESIDES = lexicon.words("kinds.procurement.brought", "besides")
CORRIDORS = lexicon.words("kinds.procurement.brought", "corridors")
PUT_UP = lexicon.words("kinds.procurement.brought", "put_up")
IMPLANTS = lexicon.words("kinds.procurement.brought", "implants")


def brought(hit: Hit, item: Phrase) -> bool:
    """Say whether a thing that a cue governs is none that somebody got."""
    barred = (_grew_to, _comes_to_treat, _implanted, _put_up, _set_apart, _carrying)
    return any(bar(hit, item) for bar in barred)


def _grew_to(hit: Hit, item: Phrase) -> bool:
    """Төсек қуаты 20 төсекке дейін ұлғайды: to how many a house grew, with nothing bought."""
    counted = bool(hit.frame.options.get("counted"))
    return counted and item.count is not None and item.count.value.bound == "atMost"


def _comes_to_treat(hit: Hit, item: Phrase) -> bool:
    """Ауылға жылжымалы кешен келді: what is mobile, or one car, comes by itself and is no delivery."""
    tokens = item.clause.sentence.tokens[item.first : item.last]
    arriving = is_lemma(hit.verb, *ARRIVING)
    made_there = item.count is None and hit.verb.best.form in ("pres", "fut") and _from_abroad(hit.clause)
    if made_there and (arriving or _now_and_ever(hit.clause)):
        return True  # құрылғы шетелден келеді: where it is made
    if not arriving:
        return False
    mobile = any(t.norm.startswith(MOBILE) for t in tokens)
    return mobile or (item.count is None and not tokens[-1].best.plural and is_lemma(tokens[-1], *VEHICLES))


def _now_and_ever(clause: Clause) -> bool:
    """Препараттар шетелден жеткізіледі: neither when nor to whom is said."""
    timed = clause.named.keys() & {"date", "money", "facility"}
    return clause.language == "kk" and not timed and not any(t.best.case == "dat" for t in clause.tokens)


def _from_abroad(clause: Clause) -> bool:
    far = (m for m in clause.mentions("place") if m.case == "abl" and m.value.level in ("country", "foreign"))
    return any(t.norm in ABROAD for t in clause.tokens) or any(True for _ in far)


def _implanted(hit: Hit, item: Phrase) -> bool:
    """Науқасқа стент қойылды: what is put into somebody is care."""
    head = item.clause.sentence.tokens[item.head]
    return bool(hit.frame.options.get("installs")) and is_lemma(head, *IMPLANTS)


def _put_up(hit: Hit, item: Phrase) -> bool:
    """Дәлізге қосымша кереует қойылды: beds put up for a while in a full house were not bought."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if not hit.frame.options.get("installs") or not is_lemma(tokens[item.head], *PUT_UP):
        return False
    return clause.says(*BESIDES) or any(is_lemma(t, *CORRIDORS) for t in tokens)


def _set_apart(hit: Hit, item: Phrase) -> bool:
    """Орталыққа 30 төсек бөлінді, 15 коек передали терапии: beds set apart for somebody were there before."""
    if not is_lemma(item.clause.sentence.tokens[item.head], *BEDS):
        return False
    return is_lemma(hit.verb, *SETTING_APART) or (is_lemma(hit.verb, *HANDING_OVER) and _within(hit.clause, item))


def _within(clause: Clause, item: Phrase) -> bool:
    """15 коек передали терапии: a part of a house gets beds of no sort, and no giver from without is told."""
    plain = item.head == item.first
    return plain and any("dat" in {r.case for r in t.readings} and is_lemma(t, *PARTS) for t in clause.tokens)


HANDING_OVER = lexicon.words("kinds.procurement.brought", "handing_over")
PARTS = lexicon.words("kinds.procurement.brought", "parts_of_house")
BEDS = lexicon.words("kinds.procurement.brought", "beds")
SETTING_APART = lexicon.words("kinds.procurement.brought", "setting_apart")


def _carrying(hit: Hit, item: Phrase) -> bool:
    """Вертолёт доставил роженицу: what carries somebody is not itself delivered."""
    head, best = item.clause.sentence.tokens[item.head], hit.verb.best
    active = best.form in ("past", "pres", "fut") and not hit.verb.norm.endswith("ся")
    subject = item.last <= hit.first and "nom" in {r.case for r in head.readings}
    carried = hit.clause.language == "ru" and is_lemma(hit.verb, *CARRYING) and is_lemma(head, *CARRIERS)
    return carried and active and subject and _agrees(head, hit.verb)


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether a noun and a verb are of one number."""
    return any(r.case == "nom" and bool(r.plural) == bool(verb.best.plural) for r in subject.readings)
