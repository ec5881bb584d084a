"""Why a sentence with a figure states nothing: the frame or kind that was nearest, and what it lacked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.clause.themes import is_purpose, themes
from kzhealthkg.extract.context import events
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.model import FacilityValue, Token
from kzhealthkg.shown import FIGURES, Reason
from kzhealthkg.vocab import KINDS as SLOTS
from kzhealthkg.vocab import STATUSLESS

KINDS = tuple(kind for kind in SLOTS if kind not in ("Post", "Appointment"))
"""The kinds that have frames; posts and appointments stand in the annotations."""

MOST = 3
MOST_HITS = 100
"""A sentence with more cues than this is no sentence, and its reasons would take quadratic time."""
THEME_CASES = frozenset({"nom", "acc", "gen", "dat", "loc"})
NEGATION_RU = "не"
TAIL = 3
"""Words behind a cue among which its negation can stand."""

Need = dict[str, str]


@cache
def _needs(kind: str) -> tuple[Need, ...]:
    return tuple(row for row in lexicon.table("needs") if row["kind"] == kind)


def reasons(clauses: Sequence[Clause], hits: Sequence[Hit]) -> tuple[Reason, ...]:
    """Return why these clauses of one sentence made no statement, the nearest kind first, each kind once."""
    figured = [clause for clause in clauses if clause.mentions(*FIGURES)] or list(clauses)
    types = {m.type for clause in figured for m in clause.mentions(*FIGURES)}
    fitting = [hit for hit in hits if _takes(hit.frame.kind, types)][:MOST_HITS]
    first: dict[str, Reason] = {}
    for _, reason in sorted((_judged(hit, figured) for hit in fitting), key=lambda pair: pair[0]):
        first.setdefault(reason.kind, reason)
    return tuple(first.values())[:MOST] or (_nearest(figured, types),)


Rank = tuple[bool, int, int, int, int, str]


def _judged(hit: Hit, figured: list[Clause]) -> tuple[Rank, Reason]:
    """Return how near a cue came, and what it lacked.

    A cue in the figure's clause is nearer, then one that lacks fewer things, fewer of all, one of more words.
    """
    lacks = _lacks(hit)
    apart = not any(hit.clause is clause for clause in figured)
    needs = sum(code.startswith("need:") for code in lacks)
    frame = hit.frame
    rank = apart, needs, len(lacks), hit.first - hit.last, KINDS.index(frame.kind), frame.name
    return rank, _reason(hit, lacks)


def _reason(hit: Hit, lacks: tuple[str, ...]) -> Reason:
    return Reason(hit.frame.kind, lacks or ("rule",), hit.frame.name, hit.clause.text(hit.first, hit.last))


def _takes(kind: str, types: set[str]) -> bool:
    return any(types & set(need["figures"].split()) for need in _needs(kind))


def _lacks(hit: Hit) -> tuple[str, ...]:
    """Return the codes of what keeps a cue from making a statement; () where every check is passed."""
    if hit.frame.options.get("idiom"):
        return ("idiom",)
    said = _unsaid(hit)
    absent = tuple(f"need:{need['need']}" for need in _needs(hit.frame.kind) if not _met(need, hit.clause))
    word = () if _worded(hit) else ("word",)
    return (*said, *word, *absent, *(_thing(hit) if hit.frame.kind == "Works" and not absent else ()))


def _unsaid(hit: Hit) -> tuple[str, ...]:
    """Return why a cue tells no event: denied, aimed at, without a predicate, or only named."""
    if hit.frame.kind == "Indicator":
        return () if asserts(hit) else ("denied",) if _denied(hit) else ("named",)
    if hit.frame.kind in STATUSLESS or hit.frame.options.keys() & {"status", "cost", "readiness"}:
        return ()
    said = status(hit.clause, hit.last - 1)
    if not said and _denied(hit):
        return ("denied",)
    if is_purpose(hit):
        return ("purpose",)
    if not said:
        return ("status",)
    return ("named",) if events.is_action_noun(hit) and not events.said(hit) else ()


def _denied(hit: Hit) -> bool:
    tokens = hit.clause.sentence.tokens
    if hit.clause.language == "ru":
        return any(t.norm == NEGATION_RU for t in hit.clause.tokens)
    tail = tokens[hit.last - 1 : min(len(tokens), hit.last + TAIL)]
    return any(t.best.negative or t.norm in events.DENYING for t in tail)


def _worded(hit: Hit) -> bool:
    """Say whether a word stands in the clause of which the frame needs one."""
    needs = hit.frame.options.get("needs")
    text = hit.clause.low
    money = hit.frame.options.get("money") and hit.clause.mentions("money")
    return not needs or bool(money) or any(need in text for need in needs)


def _thing(hit: Hit) -> tuple[str, ...]:
    """Return what is wrong with the facilities of a clause: too far from the cue, or none of health in particular."""
    governed = themes(hit, "facility", cases=frozenset(hit.frame.options.get("cases", THEME_CASES)))
    if not governed:
        return ("ungoverned",)
    return () if any(_particular(m.value) for m in governed) else ("vague",)


def _particular(facility: FacilityValue) -> bool:
    generic = facility.definite or facility.type in ("", "medical-facility")
    return bool(facility.name or (facility.count and not facility.definite) or not generic)


def _met(need: Need, clause: Clause) -> bool:
    names = need["names"].split()
    if need["sort"] == "mention":
        return bool(clause.mentions(*names))
    if need["sort"] == "word":
        return clause.says(*names)
    known = _words(need["names"], clause.language)
    return any(_is_one(token, known) for token in clause.tokens)


@cache
def _words(table: str, language: str) -> frozenset[str]:
    """Return the words of a table but those it knows only to be of another world: кітапхана."""
    return frozenset(r["lemma"] for r in lexicon.table(table) if r["language"] == language and r.get("sort") != "other")


def _is_one(token: Token, known: frozenset[str]) -> bool:
    return token.norm in known or any(r.lemma in known and not r.form for r in token.readings)


def _nearest(clauses: list[Clause], types: set[str]) -> Reason:
    """Return the kind of whose needs the most are met, where no cue is; a reason without a kind where none is."""
    shares = {kind: _share(kind, clauses) for kind in KINDS if _takes(kind, types)}
    best = max(shares, key=lambda kind: shares[kind], default="")
    if not best or not shares[best]:
        return Reason("", ("cue",))
    absent = [f"need:{n['need']}" for n in _needs(best) if not any(_met(n, clause) for clause in clauses)]
    return Reason(best, ("cue", *absent))


def _share(kind: str, clauses: list[Clause]) -> float:
    needs = _needs(kind)
    return sum(any(_met(need, clause) for clause in clauses) for need in needs) / len(needs)
