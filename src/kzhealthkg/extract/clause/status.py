"""What a predicate says of its event: planned, needed, under way, completed or stopped.

Kazakh says it by the last words of the clause (салынды, салынуда, салынып жатыр, салынатын болады,
салу жоспарланған), Russian by the verb's form and by words before it (планируется построить).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.fulfilled import fulfilled
from kzhealthkg.extract.clause.mentioning import MENTIONING, brings_up
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.ordered import ORDERING, ordered
from kzhealthkg.extract.clause.participles import carries
from kzhealthkg.extract.clause.phases import BY_PHASE, phase_of, phases_of
from kzhealthkg.extract.clause.predicate_ru import status_ru
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.clause.terms import unended, without_terms
from kzhealthkg.model import Reading, Token

WILL_BE = frozenset(lexicon.words("extract.clause.status", "will_be"))
SETTLED = frozenset(lexicon.words("extract.clause.status", "settled"))
LASTING = lexicon.words("extract.clause.status", "lasting")
CONTINUING = frozenset(lexicon.words("extract.clause.status", "continuing"))
PAST_PARTICIPLE = re.compile(r"[ғгқк][ае]н(?!ш)")
"""Салынғанын айтты: what is reported as done, against салынатынын."""
ABOUT_TO = re.compile(r"[ғгқк][ае]л[ыі]$")
"""Салынғалы жатыр, ашылғалы отыр: what is about to be done."""
LIGHT = lexicon.words("extract.clause.status", "light")
NO_MORE = frozenset(lexicon.words("extract.clause.status", "no_more"))
UNMEANT = NO_MORE | {"жоқ"}
PRESENT = lexicon.words("extract.clause.status", "present")
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
CLOSING = frozenset({*BY_FORM, "part", "imper"})
"""Forms of the verb whose tense a converb before it takes."""


def status(clause: Clause, first: int, last: int | None = None) -> str:
    """Return the status of the predicate that begins at token ``first``, or "" where it is denied.

    ``last`` bounds the predicate (exclusive); it is the clause's end where it is not given.
    """
    return _status(clause, first, last)


@once_each
def _status(clause: Clause, first: int, last: int | None) -> str:
    """Return how far what the words from ``first`` on tell has got: салынып жатыр, построят."""
    tokens = clause.sentence.tokens
    first -= clause.language == "kk" and first > clause.first and carries(*tokens[first - 1 : first + 1])
    tokens = tokens[first : clause.last if last is None else last]
    if clause.language == "ru":
        return status_ru(clause, clause.sentence.tokens[first])
    if not ORDERING.isdisjoint(clause.sentence.words) and ordered(tokens):
        return ""
    if last is None and tokens[0].best.form == "cond" and _contrasted(clause):
        return "completed"
    said = _status_kk(tokens)
    return _chained(clause, said) if last is None and _is_converb(tokens) else said


def _contrasted(clause: Clause) -> bool:
    """Былтыр 40 көлік алынса, биыл 60-ы жеткізілді: of two figures told side by side both are facts."""
    whole = clause.sentence.tokens
    rest = [t for t in whole[clause.last :] if t.best.form in BY_FORM or t.norm == "еді"]
    if any(t.norm in OTHERS for t in whole[clause.last : clause.last + 2]) and not supposes(clause):
        return True  # A мен B-дағы пункттер ашылса, қалған нысандар күзде бітеді
    fact = bool(rest) and rest[-1].best.form in ("past", "perf") and not rest[-1].best.negative
    last = len(whole)
    told = (("number", "percent"), ("date",))  # наурызда аппарат орнатылса, шілдеде бөлімше ашылды
    sides = any(clause.mentions(*sort) and clause.whole.mentions(*sort, first=clause.last, last=last) for sort in told)
    return fact and sides and not supposes(clause) and not any(t.norm == "еді" for t in whole)


OTHERS = frozenset(lexicon.words("extract.clause.status", "others"))


def supposes(clause: Clause) -> bool:
    """Егер қаржы бөлінсе …; but егер 2021 жылы 20 пункт салынса, 2024 жылы 30-ы салынды sets two facts side by side."""
    if not any(t.norm == "егер" for t in clause.sentence.tokens):
        return False
    times = {m.value.edtf for m in clause.sentence.mentions if m.type == "date" and m.value.role != "due"}
    told = [t for t in clause.sentence.tokens if t.best.form in BY_FORM]
    return len(times) < 2 or not told or told[-1].best.form not in ("past", "perf")


def halted(clause: Clause, first: int) -> str:
    """Return the status of stopping somewhere on the way: тоқтап тұр is under way, тоқтады completed."""
    tokens = clause.sentence.tokens[first : clause.last]
    tense, denied = _tense_kk(tokens)
    return "" if denied else _chained(clause, tense) if _is_converb(tokens) else tense


NEARING = frozenset(lexicon.words("extract.clause.status", "nearing"))


def nearing(tokens: tuple[Token, ...]) -> bool:
    """Аяқталуға жақын, салыну үстінде: an action noun before such a word is under way."""
    return bool([b for a, b in pairwise(tokens) if b.norm in NEARING and "inf" in a.forms])


def _is_converb(tokens: tuple[Token, ...]) -> bool:
    return forms(tokens[-1]) == {"conv"} or tokens[-1].best.form == "conv"


def _chained(clause: Clause, said: str) -> str:
    """Салынып, жарақтандырылады: a converb takes the tense of the verb that closes the sentence, not if it denies."""
    rest = clause.sentence.tokens[clause.last :]
    if any(t.best.negative and t.best.form == "conv" and not _unstopped(t) for t in clause.tokens[-2:]):
        return "stopped" if said and any(phase_of(t, "kk") == "stop" for t in rest[:3]) else said
    final = next((i for i, t in enumerate(rest) if t.best.form in CLOSING and not _when(t)), None)
    if final is None:
        return said
    if rest[final].best.form == "imper":
        return "" if rest[final].best.negative else "planned"  # жөндеп, берсін
    if phase_of(clause.tokens[-1], "kk") == "begin" and any(phase_of(t, "kk") == "stop" for t in rest):
        return said  # құрылысы 2014 жылы басталып, екі рет тоқтап қалған
    tense, denied = _tense_kk(rest[max(0, final - 1) : final + 3])
    if said == "planned" and phase_of(rest[final], clause.language) == "begin":
        return BY_PHASE["begin"].get(tense, said)
    if said == "planned" and tense == "completed" and not denied and fulfilled(clause, clause.last + final):
        return tense
    if said == "completed" and (
        _serves(clause, rest, final)
        or (tense == "underway" and (_apart(clause) or _ended_before(clause, rest, final)))
        or any(t.norm in GONE for t in clause.tokens)
    ):
        return said
    return said if said in ("needed", "stopped", "planned") else tense or said


def _when(token: Token) -> bool:
    """Ашылғанда, мың тұрғынға шаққанда: a participle in the locative says only when, or of how many."""
    return token.best.form == "part" and token.best.case == "loc"


SERVING = frozenset({("жұмыс", "істе"), ("қызмет", "көрсет"), ("қызмет", "ет"), ("көмек", "көрсет")})
HEDGES = frozenset(lexicon.words("extract.clause.status", "hedges"))
GONE = frozenset(lexicon.words("extract.clause.status", "gone"))
AHEAD = frozenset(lexicon.words("extract.clause.status", "ahead"))


def _serves(clause: Clause, rest: tuple[Token, ...], final: int) -> bool:
    """Ашылып, бүгінде жұмыс істейді: what works now has been opened."""
    works = any((a.norm, b.best.lemma) in SERVING for a, b in pairwise(rest[: final + 1]))
    return works and not any(t.norm in AHEAD for t in clause.sentence.tokens)


def _apart(clause: Clause) -> bool:
    """15 амбулатория беріліп, 11 нысанның құрылысы жүріп жатыр: each clause has counted things of its own."""
    last = len(clause.sentence.tokens)
    other = (m.value.count for m in clause.mentions("facility", first=clause.last, last=last))
    return any(c is not None for c in other) or bool(clause.mentions("money") and _owns_subject(clause))


def _ended_before(clause: Clause, rest: tuple[Token, ...], final: int) -> bool:
    """Құрылысы аяқталып, жиһаз жеткізілуде: what ended is over where another noun is the subject of what goes on."""
    ended = phase_of(clause.tokens[-1], "kk") == "end"
    subject = next((t for t in reversed(rest[:final]) if t.best.form not in ("conv", "perf")), None)
    return ended and subject is not None and subject.best.pos == "NOUN" and subject.best.case == "nom"


def _owns_subject(clause: Clause) -> bool:
    """M теңге беріліп, баспана мәселесі шешіліп жатыр: the next clause has a subject of its own."""
    rest = clause.sentence.tokens[clause.last :]
    verb = next((i for i, t in enumerate(rest) if t.best.form), 0)
    return verb > 0 and rest[verb - 1].best.pos == "NOUN" and rest[verb - 1].best.possessive


def _status_kk(tokens: tuple[Token, ...]) -> str:
    """Аяқталды, салынып жатыр, салынуы керек: the phase of a Kazakh verb group, "" for what is unreal."""
    tokens = without_terms(tokens[: _hedge(tokens)])
    said = ["" if _unstopped(t) else phase for t, phase in zip(tokens, phases_of(tokens, "kk"), strict=True)]
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
    tense, denied = _tense_kk(tokens)
    if denied:
        return unended(tokens) if "end" in said else ""
    phase = next((p for p in reversed(said) if p in BY_PHASE_KK), "go")
    return BY_PHASE_KK[phase].get(tense, "")


def _must_end(tokens: tuple[Token, ...]) -> bool:
    """Аяқталуы [керек]: what has to end goes on, as what is due to end does."""
    return bool(tokens) and phase_of(tokens[-1], "kk") == "end" and bool(tokens[-1].best.possessive)


def _unstopped(token: Token) -> bool:
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


def _tense_kk(tokens: tuple[Token, ...]) -> tuple[str, bool]:
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
    return ("completed", True) if lead.best.negative else None


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
    return {form for token in tokens for form in forms(token)}
