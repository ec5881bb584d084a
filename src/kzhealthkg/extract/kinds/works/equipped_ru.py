"""Where equipping is told for the devices, or aside, and is no work: оснащена аппаратами: …; больницу, оснащённую техникой."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.lists_ru import preposition_at
from kzhealthkg.extract.clause.only_some import only_some
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.kinds.goods.goods import things
from kzhealthkg.extract.kinds.goods.known import is_named

STAFFED = lexicon.words("kinds.works.equipped_ru", "staffed")
INCLUDING = frozenset(lexicon.words("kinds.works.equipped_ru", "including"))
BESIDE = 3
"""Words between the verb and those a facility is staffed with, less than."""


def no_equipping(hit: Hit) -> bool:
    """Say whether a cue of equipping tells of devices or staff, of something aside, or of only some houses."""
    return bool(hit.frame.options.get("equip")) and (_devices_follow(hit) or _aside(hit) or only_some(hit))


def _devices_follow(hit: Hit) -> bool:
    """Оснащена аппаратами: …: the devices are the statements, not the equipping."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    ins = (i for i in range(clause.first, clause.last) if tokens[i].best.case == "ins")
    nouns = [i for i in ins if tokens[i].best.pos == "NOUN"]
    means = any(preposition_at(clause, i) == "" for i in nouns)
    if _with_devices(hit) or any(is_lemma(tokens[i], *STAFFED) for i in nouns if i - hit.last < BESIDE):
        return True  # укомплектована врачами на 90%, кадрами укомплектована
    return any(t.text == ":" for t in tokens[hit.last : hit.last + 12]) or not means


def _with_devices(hit: Hit) -> bool:
    """Оснащена маммографом и МРТ, оборудованием, включая томографы: the devices are named."""
    clause, tokens = hit.clause.whole, hit.clause.sentence.tokens
    found = things(hit.clause, first=hit.last, last=hit.clause.last)
    if any(is_named(item) and "ins" in {r.case for r in tokens[item.head].readings} for item in found):
        return True
    of_which = next((i for i in range(hit.last, clause.last) if tokens[i].norm in INCLUDING), None)
    return of_which is not None and any(is_named(item) for item in things(clause, first=of_which, last=clause.last))


def _aside(hit: Hit) -> bool:
    """Сдаём больницу, оснащённую техникой; клинику, которая оснащена: what a facility has, told for another reason."""
    before = hit.clause.sentence.tokens[max(0, hit.first - RELATIVE) : hit.first]
    apposed = bool(before) and hit.verb.best.form == "part" and before[-1].text == ","
    return apposed or any(is_lemma(t, "который") for t in before)


RELATIVE = 3
"""Words from a relative pronoun to its verb, at most."""
