"""What a verb said once is told of in each place: в A заработал томограф, в B – кабинет МРТ; A-да томограф, B-да кабинет ашылды."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.prepositions import IN
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Mention, Token
from kzhealthkg.text.quotation import DASHES

ENDS = frozenset(lexicon.words("extract.clause.gapped_verbs", "ends"))
JOINS = frozenset(lexicon.words("extract.clause.gapped_verbs", "joins"))
BASE = frozenset(lexicon.words("extract.clause.gapped_verbs", "base"))
TELLING = frozenset({"past", "pres", "fut", "perf", "inf"})
REACH = 8
"""Words from the sign before a place to the dash behind it, at most."""


def filled(kind: str, clause: Clause) -> list[Clause]:
    """Return a clause for each of several places of which its one verb tells, or the clause itself."""
    if kind not in clause.cues:
        return [clause]
    return _filled_ru(kind, clause) if clause.language == "ru" else _filled_kk(kind, clause)


def _filled_ru(kind: str, clause: Clause) -> list[Clause]:
    """Return the clause up to the first place with a dash behind it, and each such place's own.

    The verb stands in these for the dash, with what it needs before it: будет открыт, планируется открыть.
    """
    if DASHES.isdisjoint(clause.words):
        return [clause]
    dashes = (i for i in range(clause.first, clause.last - 1) if clause.sentence.tokens[i].text in DASHES)
    gaps = [(first, dash) for dash in dashes if (first := _opening(clause, dash)) is not None]
    said = [hit for hit in every(kind, clause) if gaps and hit.last <= gaps[0][0] and hit.verb.best.form in TELLING]
    if not said:
        return [clause]
    ends = [*(first for first, _ in gaps[1:]), clause.last]
    verb = _verb(said[-1])
    told = [_told_at(clause, (first + 1, end), dash, verb) for (first, dash), end in zip(gaps, ends, strict=True)]
    return [replace(clause, last=gaps[0][0], wider=None), *told]


def _filled_kk(kind: str, clause: Clause) -> list[Clause]:
    """Return for each place with a thing before a comma a clause with the verb behind the thing."""
    tokens = clause.sentence.tokens
    towns = {m.first for m in clause.mentions("place") if m.case == "loc"}
    hit = next((h for h in every(kind, clause) if h.last == clause.last), None) if len(towns) > 1 else None
    if hit is None or clause.first not in towns:
        return [clause]
    signs = [i for i in range(clause.first, hit.first) if tokens[i].text == ","]
    cuts = [i for i in signs if i + 1 in towns or (tokens[i + 1].norm in JOINS and i + 2 in towns)]
    cuts = [i for i in cuts if tokens[i - 1].best.case in ("nom", "")]
    if not cuts:
        return [clause]
    firsts = [clause.first, *(i + 1 for i in cuts)]
    verb = [*tokens[hit.first : hit.last]]
    told = [_told_at(clause, (first, cut), cut, verb) for first, cut in zip(firsts, cuts, strict=False)]
    return [*told, replace(clause, first=firsts[-1], wider=None)]


def _opening(clause: Clause, dash: int) -> int | None:
    """Return the sign before a place that a dash stands behind: …, в A –; …; а в больнице B –."""
    tokens = clause.sentence.tokens
    first = next((i for i in range(dash - 1, max(clause.first, dash - REACH), -1) if tokens[i].text in ENDS), None)
    if first is None:
        return None
    at = first + 1
    while tokens[at].norm in JOINS:
        at += 1
    where = clause.mentions("place", "facility", first=at, last=dash)
    verbs = any(t.best.form in TELLING for t in tokens[at:dash])
    opens = tokens[at].norm in IN or (tokens[at].norm == "на" and tokens[at + 1].norm in BASE)
    return first if where and opens and not verbs else None


def _told_at(clause: Clause, span: tuple[int, int], at: int, verb: list[Token]) -> Clause:
    """Return the clause of one place, in a sentence that has the verb once more, for the sign ``at``."""
    sentence, grown = clause.sentence, len(verb) - 1
    tokens = (*sentence.tokens[:at], *verb, *sentence.tokens[at + 1 :])
    mentions = tuple(_moved(m, grown) if m.first > at else m for m in sentence.mentions)
    end = span[1] + grown + (span[1] == at)
    return Clause(replace(sentence, tokens=tokens, mentions=mentions), clause.index, span[0], end, clause.language)


def _verb(hit: Hit) -> list[Token]:
    """Return the words of the cue that must be said again, without what only stands between them."""
    tokens = hit.clause.sentence.tokens
    before = tokens[hit.clause.first : hit.first]
    helping = [t for t in before if t.best.form in TELLING and (t.best.lemma == "быть" or phase_of(t, "ru"))]
    last = [tokens[hit.last - 1]] if hit.last - hit.first > 1 else []
    return [*helping, tokens[hit.first], *last]


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, first=mention.first + by, last=mention.last + by)
