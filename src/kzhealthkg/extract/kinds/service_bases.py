"""What works inside a facility: оның базасында A орталығы, B орталығы және C бөлімшелері жұмыс істейді."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract import wording
from kzhealthkg.extract.frames import Hit
from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.syntax import Clause, is_lemma
from kzhealthkg.extract.themes import BASES
from kzhealthkg.model import FacilityValue, Mention, Token

POINTERS = frozenset(lexicon.words("kinds.service_bases", "pointers"))
AND = frozenset(lexicon.words("kinds.service_bases", "and"))
ADJECTIVES = lexicon.words("kinds.service_bases", "adjectives")
INNER = ("centre", "laboratory")
"""Endings of the types that a part of a larger facility may be of."""


def pointed_base(clause: Clause) -> bool:
    """Say whether a clause tells of what is inside the facility spoken of just before (оның базасында)."""
    at = _base(clause)
    return at > clause.first and clause.sentence.tokens[at - 1].norm in POINTERS


def owner_before(clause: Clause) -> FacilityValue | None:
    """Return the facility that the same sentence names last before a clause, None where it names none."""
    found = [m.value for m in clause.sentence.mentions if m.type == "facility" and m.last <= clause.first]
    return found[-1] if found and found[-1].name and not found[-1].definite else None


def centres(hit: Hit) -> list[tuple[Phrase, str]]:
    """Return the centres and laboratories that a list counts among what works inside a facility."""
    clause, at = hit.clause, _base(hit.clause)
    if clause.language != "kk" or at < 0:
        return []
    found = [m for m in clause.mentions("facility", first=at + 1, last=hit.first) if _is_inner(m)]
    phrases = [Phrase(clause, m.first, m.last, m.last - 1) for m in found]
    return [(p, wording.lowered(p, p.text())) for p in phrases]


SEATED = lexicon.words("kinds.service_bases", "seated")


def is_town(clause: Clause, head: int) -> bool:
    """Бурабай ауданының орталығы: the centre of a district is a town."""
    tokens = clause.sentence.tokens
    owner = tokens[head - 1] if head > clause.first else None
    owned = owner is not None and owner.best.case == "gen" and is_lemma(owner, *SEATED)
    return owned and tokens[head].best.lemma in ("орталық", "орталығы")


def shared(item: Phrase) -> Phrase:
    """Травматологиялық және перинаталдық бөлімшелер: adjectives that share one noun stay one thing."""
    tokens, first = item.clause.sentence.tokens, item.first
    while item.clause.language == "kk" and tokens[item.head].best.plural and _joined(item, first):
        first -= 2
    return replace(item, first=first)


def _joined(item: Phrase, first: int) -> bool:
    """Say whether another adjective and "and" stand before one, or a comma where "and" was behind it."""
    tokens = item.clause.sentence.tokens
    if first - 2 < item.clause.first or not _is_adjective(tokens[first]) or not _is_adjective(tokens[first - 2]):
        return False
    return tokens[first - 1].norm in AND or (tokens[first - 1].text == "," and first < item.first)


def _is_adjective(token: Token) -> bool:
    return token.norm.endswith(ADJECTIVES) and any(r.pos == "ADJ" for r in token.readings)


def _is_inner(mention: Mention) -> bool:
    whole = mention.value.plural or mention.value.definite or mention.value.count is not None
    return mention.value.type.endswith(INNER) and mention.case in ("nom", "") and not whole


def _base(clause: Clause) -> int:
    """Return the token of "базасында", "құрамында", -1 where there is none."""
    tokens = clause.sentence.tokens
    held = (i for i in range(clause.first, clause.last) if tokens[i].norm.startswith(BASES))
    return next((i for i in held if tokens[i].best.case == "loc"), -1)
