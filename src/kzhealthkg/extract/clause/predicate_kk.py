"""What a Kazakh predicate says of its event by the last words of its clause: салынды, салынуда, салынуы тиіс."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.mentioning import MENTIONING, brings_up
from kzhealthkg.extract.clause.phases import BY_PHASE, phase_of, phases_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.clause.terms import unended, without_terms
from kzhealthkg.model import Reading, Token

WILL_BE = frozenset(lexicon.words("extract.clause.predicate_kk", "will_be"))
SETTLED = frozenset(lexicon.words("extract.clause.predicate_kk", "settled"))
LASTING = lexicon.words("extract.clause.predicate_kk", "lasting")
CONTINUING = frozenset(lexicon.words("extract.clause.predicate_kk", "continuing"))
PAST_PARTICIPLE = re.compile(r"[ғгқк][ае]н(?!ш)")
"""Салынғанын айтты: what is reported as done, against салынатынын."""
ABOUT_TO = re.compile(r"[ғгқк][ае]л[ыі]$")
"""Салынғалы жатыр, ашылғалы отыр: what is about to be done."""
LIGHT = lexicon.words("extract.clause.predicate_kk", "light")
NO_MORE = frozenset(lexicon.words("extract.clause.predicate_kk", "no_more"))
UNMEANT = NO_MORE | {"жоқ"}
PRESENT = lexicon.words("extract.clause.predicate_kk", "present")
"""Endings of the present converb."""
BY_PHASE_KK = {**BY_PHASE, "run": {**BY_PHASE["begin"], "planned": "underway"}}
BY_FORM = {
    "prog": "underway",
    "pres": "planned",
    "intent": "planned",
    "fut": "planned",
    "past": "completed",
    "perf": "completed",
}
NEARING = frozenset(lexicon.words("extract.clause.predicate_kk", "nearing"))
HEDGES = frozenset(lexicon.words("extract.clause.predicate_kk", "hedges"))


def nearing(tokens: tuple[Token, ...]) -> bool:
    """Аяқталуға жақын, салыну үстінде: an action noun before such a word is under way."""
    return bool([b for a, b in pairwise(tokens) if b.norm in NEARING and "inf" in a.forms])


def status_kk(tokens: tuple[Token, ...]) -> str:
    """Аяқталды, салынып жатыр, салынуы керек: the phase of a Kazakh verb group, "" for what is unreal."""
    if len(tokens) == 1 and _is_plain(tokens[0]):
        return BY_PHASE_KK["go"].get(BY_FORM[tokens[0].best.form], "")
    return _status_of(without_terms(tokens[: _hedge(tokens)]))


def _status_of(tokens: tuple[Token, ...]) -> str:
    """Return the status of several words, or of one that says a phase, denies or is no finite verb."""
    said = ["" if unstopped(t) else phase for t, phase in zip(tokens, phases_of(tokens, "kk"), strict=True)]
    if _unreal(tokens, said):
        return ""
    if "need" in said and _must_end(tokens[: said.index("need")]):
        return "underway"
    for phase, outcome in (("stop", "stopped"), ("need", "needed")):
        if phase in said:
            return outcome
    if "plan" in said:  # құрылысын аяқтау жоспарланған: what is to end goes on
        return "underway" if "end" in said[: said.index("plan")] else "planned"
    if nearing(tokens):
        return "underway"
    tense, denied = tense_kk(tokens)
    if denied:
        return unended(tokens) if "end" in said else ""
    phase = next((p for p in reversed(said) if p in BY_PHASE_KK), "go")
    return BY_PHASE_KK[phase].get(tense, "")


def _is_plain(token: Token) -> bool:
    """Салынды, ашылады: a finite verb that denies nothing and says no phase, as most predicates are."""
    return token.best.form in BY_FORM and not token.best.negative and not phase_of(token, "kk")


def _must_end(tokens: tuple[Token, ...]) -> bool:
    """Аяқталуы [керек]: what has to end goes on, as what is due to end does."""
    return bool(tokens) and phase_of(tokens[-1], "kk") == "end" and bool(tokens[-1].best.possessive)


def unstopped(token: Token) -> bool:
    """Тоқтамай, кешіктірілмей: what does not stop has come to no stop."""
    return token.best.negative and phase_of(token, "kk") == "stop"


def _hedge(tokens: tuple[Token, ...]) -> int:
    """Return where the words begin that only soften what is said, or set it back in time: қаланған [болатын]."""
    for i in range(1, len(tokens)):
        norm = tokens[i].norm
        earlier = norm == "болатын" and "perf" in tokens[i - 1].forms
        if earlier or norm in HEDGES or (norm in MENTIONING and brings_up(tokens, i)):
            return i
    return len(tokens)


def _unreal(tokens: tuple[Token, ...], said: list[str]) -> bool:
    """Салынса, жоспарда жоқ, салынуы тиіс еді: what is wished, not meant or was only due."""
    meant = [i for i, phase in enumerate(said) if phase in ("plan", "need")]
    if not meant:
        light = tokens[1:2] if tokens[0].best.form == "conv" else ()  # оқытып алсақ
        return any(t.best.form == "cond" for t in (tokens[0], *light))
    refused = any(t.best.negative and t.best.form == "past" for i in meant for t in tokens[i + 1 : i + 2])
    return refused or any(t.norm in UNMEANT for i in meant for t in tokens[i + 1 : i + 3])


def tense_kk(tokens: tuple[Token, ...]) -> tuple[str, bool]:
    """Return the status that the verb forms say, and whether the verb is denied."""
    norms = [t.norm for t in tokens]
    if "жоқ" in norms or [t for t in tokens if t.best.form == "conv" and t.best.negative]:
        return "", True
    told = _told_of(tokens)
    if told is not None:
        return told
    going = _going(norms, tokens)
    if going:  # салынбайтын болды: it will not be
        return going, any(t.best.form == "part" and t.best.negative for t in tokens)
    closing = _closing(tokens)
    if closing is not None:
        return BY_FORM[closing.form], closing.negative
    for token in tokens:
        if token.best.form in BY_FORM:
            return BY_FORM[token.best.form], token.best.negative
    last = next((r for r in tokens[-1].readings if r.form in BY_FORM), None)
    if last is not None and tokens[-1].best.form not in ("conv", "part", "inf"):
        return BY_FORM[last.form], last.negative
    return _nonfinite(tokens)


def _told_of(tokens: tuple[Token, ...]) -> tuple[str, bool] | None:
    """Ашылатынын, салып беретінін, жеткізілмегенін айтты: what a participle with a case says is to come, or denies."""
    verbs = tokens if tokens[0].best.form else tuple(t for t in tokens if t.best.form) or tokens
    lead = verbs[1] if len(verbs) > 1 and verbs[0].best.form == "conv" and is_lemma(verbs[1], *LIGHT) else verbs[0]
    if lead.best.form != "part" or not lead.best.case:
        return None
    if not PAST_PARTICIPLE.search(lead.norm):
        return "planned", lead.best.negative
    felt = lead is tokens[0] and lead.best.case == "dat"  # ашылғанына қуанып отыр
    return ("completed", lead.best.negative) if felt or lead.best.negative else None


def _going(norms: list[str], tokens: tuple[Token, ...]) -> str:
    """Салынғалы жатыр, салынып жатыр, салынатын болды: what a verb and the one that carries it say."""
    behind = norms[1:]
    if not CONTINUING.isdisjoint(behind):
        if any(ABOUT_TO.search(a) and b in CONTINUING for a, b in pairwise(norms)):
            return "planned"
        if "conv" in _all_forms(tokens):
            return "underway"
    if not SETTLED.isdisjoint(behind) and any(a.endswith(LASTING) and b in SETTLED for a, b in pairwise(norms)):
        return "planned"  # жөнделетін болды: it has been settled that it will be
    return "" if WILL_BE.isdisjoint(behind) or _all_forms(tokens).isdisjoint(("part", "pres")) else "planned"


def _closing(tokens: tuple[Token, ...]) -> Reading | None:
    """… көтермеақы алды, деп хабарлайды: a cue before a comma is the verb, though a noun looks the same."""
    if len(tokens) < 2 or tokens[1].text != "," or tokens[0].best.form:
        return None
    return next((r for r in tokens[0].readings if r.form == "past"), None)


def _nonfinite(tokens: tuple[Token, ...]) -> tuple[str, bool]:
    found = _all_forms(tokens)
    reported = next((t for t in tokens if t.best.form == "part" and t.best.case), None)
    if reported is not None and PAST_PARTICIPLE.search(reported.norm):
        return "completed", reported.best.negative
    if "conv" in found:  # салына: a present converb, cut off from what it leads to, says nothing
        return ("" if tokens[-1].norm.endswith(PRESENT) else "completed"), False
    return ("planned", False) if "part" in found else ("", False)


def _all_forms(tokens: Iterable[Token]) -> set[str]:
    return {form for token in tokens for form in token.forms}
