"""A new house in an old one's stead that no noun names: ескі емхананың орнына жаңасы салынды, вместо старой построили новую."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import placed
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.drafts import work_draft
from kzhealthkg.extract.kinds.works.drafts_ru import drafted
from kzhealthkg.model import Mention

NEW = frozenset(lexicon.words("kinds.works.new_ones", "new"))
OLD = frozenset(lexicon.words("kinds.works.new_ones", "old"))
HOUSES = lexicon.words("kinds.works.new_ones", "houses")
PARTS = lexicon.words("kinds.works.new_ones", "parts")
REACH = 3
"""Words from the pronoun to its verb, at most."""


def new_one(hit: Hit, found: str, memory: Memory) -> list[Draft]:
    """Return the work on a new house of the sort that the sentence has told is old, or gone; [] where none is meant."""
    clause = hit.clause
    if NEW.isdisjoint(clause.words) or OLD.isdisjoint(clause.whole.words):
        return []
    at = _pointer(hit)
    old = _old(hit, at) if at is not None else None
    if at is None or old is None:
        return []
    value = memory.resolve(placed(clause.sentence, old))
    token = clause.sentence.tokens[at]
    pointer = Mention("facility", at, at + 1, token.start, token.end, value, "nom")
    make = work_draft if clause.language == "kk" else drafted
    made = make(hit, pointer, value, value.place, found, memory)
    if str(made.slots.get("date", "")).endswith("/.."):
        made.drop("date")  # 1962 жылдан бері қызмет көрсеткен: since when the old one stood
    return [made]


def _pointer(hit: Hit) -> int | None:
    """Return the token of "a new one" beside the verb, with no noun that it describes."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk":
        near = range(max(clause.first, hit.first - REACH), hit.first)
        return next((i for i in near if tokens[i].norm in NEW), None)
    beside = [i for i in (hit.first - 1, hit.last) if clause.first <= i < clause.last and tokens[i].norm in NEW]
    behind = tokens[beside[0] + 1 : clause.last] if beside else ()
    alone = not behind or behind[0] is hit.verb or behind[0].best.pos in ("ADP", "PUNCT", "CCONJ")
    return beside[0] if beside and alone else None


def _old(hit: Hit, at: int) -> Mention | None:
    """Return the one house told of before, unless a part of it is what is old."""
    tokens = hit.clause.sentence.tokens
    told = [m for m in hit.clause.sentence.mentions if m.type == "facility" and m.last <= at]
    if len(told) != 1 or told[0].value.plural or told[0].value.count is not None:
        return None
    rest = [t for t in tokens[told[0].last : at] if t.best.pos == "NOUN" and not is_lemma(t, *HOUSES)]
    owned = hit.clause.language == "kk" and any(t.best.possessive and t.best.case in ("nom", "gen") for t in rest)
    return None if owned or any(is_lemma(t, *PARTS) for t in tokens[:at]) else told[0]
