"""Grants that are no places to study medicine: of business, of schools, of every field."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, words
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.grant.rows import any_level
from kzhealthkg.model import Sentence

BUSINESS = lexicon.words("kinds.grant.guards", "business")
FIELDS = lexicon.words("kinds.grant.guards", "fields")
AHEAD = 3
EDUCATION = lexicon.words("kinds.grant.guards", "education")
OF_DOCTORS = frozenset({"residency", "internship"})


def of_business(clause: Clause) -> bool:
    """Шағын грант, қайтарымсыз грант, бизнес идеяға грант: money for a business, and no place to study."""
    return any(clause.begins(stem) if " " not in stem else stem in clause.low for stem in BUSINESS)


def of_education(clause: Clause, memory: Memory) -> bool:
    """Білім басқармасы: 135 түлек грантпен оқиды: what schools tell, with no word of health near, is of every field."""
    sentences = memory.document.sentences
    near = sentences[max(0, clause.index - 2) : clause.index + AHEAD]
    if any_level(clause) in OF_DOCTORS or any(measures.medical(s.tokens, clause.language) for s in near):
        return False
    return any(phrase in words(s.tokens).lower() for s in near for phrase in EDUCATION)


def of_all_fields(clause: Clause, memory: Memory) -> bool:
    """200 грант бөлінді. Оның 100-і педагогикалық, 100-і медициналық: a total of several fields."""
    if clause.language != "kk" or measures.medical(clause.tokens, "kk"):
        return False
    near = memory.document.sentences[clause.index : clause.index + AHEAD]
    other = any(t.norm.startswith(FIELDS) for s in near if s is near[0] or _counts(s) for t in s.tokens)
    part = any(measures.medical(s.tokens, "kk") and _tells_part(s) for s in near[1:])
    return part or (other and any(measures.medical(s.tokens, "kk") for s in near))


def _counts(sentence: Sentence) -> bool:
    """Оның 100-і құрылыс саласына: a part counts its grants; емхана құрылысына конкурс жарияланды tells of a house."""
    types = {m.type for m in sentence.mentions}
    return "number" in types and not types & {"facility", "money"}


def _tells_part(sentence: Sentence) -> bool:
    """Оның ішінде …, … гранттардың ішінде …"""
    return any(t.norm == "ішінде" for t in sentence.tokens) and any(m.type == "number" for m in sentence.mentions)


def holders_sent(clause: Clause) -> bool:
    """Ауылға 120 грант иегерін жіберу: those who hold a grant are sent to work, and nothing is granted."""
    held = clause.language == "kk" and clause.begins(HOLDER)
    return held and any(a.norm.startswith(GRANTS) and b.norm in SENT for a, b in pairwise(clause.tokens))


GRANTS = "грант"
HOLDER = "иегер"
SENT = frozenset(lexicon.words("kinds.grant.guards", "sent"))
