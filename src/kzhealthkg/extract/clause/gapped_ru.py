"""What a Russian verb said once is told of in another place: в A заработал томограф, в больнице B – кабинет МРТ."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

ENDS = frozenset(lexicon.words("extract.clause.gapped_ru", "ends"))
JOINS = frozenset(lexicon.words("extract.clause.gapped_ru", "joins"))
BASE = frozenset(lexicon.words("extract.clause.gapped_ru", "base"))
TELLING = frozenset({"past", "pres", "fut", "perf", "inf"})
REACH = 8
"""Words from the sign before a place to the dash behind it, at most."""


def filled(kind: str, clause: Clause) -> list[Clause]:
    """Return a clause up to the first place with a dash behind it, and each such place's own clause.

    The verb stands in these for the dash, with what it needs before it: будет открыт, планируется открыть.
    """
    if clause.language != "ru" or kind not in clause.cues or DASHES.isdisjoint(clause.words):
        return [clause]
    dashes = (i for i in range(clause.first, clause.last - 1) if clause.sentence.tokens[i].text in DASHES)
    gaps = [(first, dash) for dash in dashes if (first := _opening(clause, dash)) is not None]
    said = [hit for hit in every(kind, clause) if gaps and hit.last <= gaps[0][0] and hit.verb.best.form in TELLING]
    if not said:
        return [clause]
    ends = [*(first for first, _ in gaps[1:]), clause.last]
    told = [_of_place(said[-1], first, dash, end) for (first, dash), end in zip(gaps, ends, strict=True)]
    return [replace(clause, last=gaps[0][0], wider=None), *told]


def _opening(clause: Clause, dash: int) -> int | None:
    """Return the sign before a place that a dash stands behind: …, в A –; …; а в больнице B –."""
    tokens = clause.sentence.tokens
    first = next((i for i in range(dash - 1, max(clause.first, dash - REACH), -1) if tokens[i].text in ENDS), None)
    if first is None:
        return None
    at = first + 1
    while tokens[at].norm in JOINS:
        at += 1
    where = [m for m in clause.mentions("place", "facility", first=at, last=dash)]
    verbs = any(t.best.form in TELLING for t in tokens[at:dash])
    opens = tokens[at].norm in IN or (tokens[at].norm == "на" and tokens[at + 1].norm in BASE)
    return first if where and opens and not verbs else None


def _of_place(hit: Hit, first: int, dash: int, end: int) -> Clause:
    """Return the clause of one further place, in a sentence that has the verb once more, for the dash."""
    sentence = hit.clause.sentence
    verb = _verb(hit)
    tokens = (*sentence.tokens[:dash], *verb, *sentence.tokens[dash + 1 :])
    grown = len(verb) - 1
    mentions = tuple(_moved(m, grown) if m.first > dash else m for m in sentence.mentions)
    whole = replace(sentence, tokens=tokens, mentions=mentions)
    return Clause(whole, hit.clause.index, first + 1, end + grown, "ru")


def _verb(hit: Hit) -> list[Token]:
    """Return the words of the cue that must be said again, without what only stands between them."""
    tokens = hit.clause.sentence.tokens
    before = tokens[hit.clause.first : hit.first]
    helping = [t for t in before if t.best.form in TELLING and (t.best.lemma == "быть" or phase_of(t, "ru"))]
    last = [tokens[hit.last - 1]] if hit.last - hit.first > 1 else []
    return [*helping, tokens[hit.first], *last]


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, first=mention.first + by, last=mention.last + by)
