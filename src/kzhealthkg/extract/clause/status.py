"""What a predicate says of its event: planned, needed, under way, completed or stopped.

Kazakh says it by the last words of the clause (салынды, салынуда, салынып жатыр, салынатын болады,
салу жоспарланған), Russian by the verb's form and by words before it (планируется построить).
"""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.aimed import aimed
from kzhealthkg.extract.clause.conceded import EVEN
from kzhealthkg.extract.clause.fulfilled import fulfilled
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.ordered import ORDERING, ordered
from kzhealthkg.extract.clause.participles import carries
from kzhealthkg.extract.clause.phases import BY_PHASE, phase_of
from kzhealthkg.extract.clause.predicate_kk import BY_FORM, LASTING, WILL_BE, status_kk, tense_kk, unstopped
from kzhealthkg.extract.clause.predicate_ru import status_ru
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Token

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
    if last is None and _even_so(clause):
        return BY_PHASE.get(phase_of(clause.tokens[-2], "kk"), BY_PHASE["go"])["completed"]
    if last is None and _used_to(clause, tokens):
        return ""
    said = status_kk(tokens)
    if last is not None or not _is_converb(tokens):
        return said
    return "" if aimed(clause.sentence.tokens[clause.last :]) else _chained(clause, said)


def _used_to(clause: Clause, tokens: tuple[Token, ...]) -> bool:
    """Ол кезде дәрі Мәскеуден әкелінетін: a participle that closes the sentence tells what used to be."""
    bare = tokens[0].best.form == "part" and tokens[0].norm.endswith(LASTING) and not tokens[0].best.case
    rest = clause.sentence.tokens[clause.last - len(tokens) + 1 :] if bare else ()
    return bare and all(t.best.pos == "PUNCT" for t in rest)


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


def _even_so(clause: Clause) -> bool:
    """Жөндеу жүргізілсе де, кезек азайған жоқ: what is granted is a fact where what comes of it is told as one."""
    closing = clause.tokens[-2:]
    granting = closing[-1].norm in EVEN and closing[0].best.form == "cond" and not closing[0].best.negative
    if not granting or supposes(clause):
        return False
    rest = [t for t in clause.sentence.tokens[clause.last :] if t.best.form in BY_FORM]
    return bool(rest) and rest[-1].best.form in ("past", "perf", "prog")


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
    tense, denied = tense_kk(tokens)
    return "" if denied else _chained(clause, tense) if _is_converb(tokens) else tense


def _is_converb(tokens: tuple[Token, ...]) -> bool:
    return tokens[-1].forms == {"conv"} or tokens[-1].best.form == "conv"


def _chained(clause: Clause, said: str) -> str:
    """Салынып, жарақтандырылады: a converb takes the tense of the verb that closes the sentence, not if it denies."""
    rest = clause.sentence.tokens[clause.last :]
    if any(t.best.negative and t.best.form == "conv" and not unstopped(t) for t in clause.tokens[-2:]):
        return "stopped" if said and any(phase_of(t, "kk") == "stop" for t in rest[:3]) else said
    final = next((i for i, t in enumerate(rest) if t.best.form in CLOSING and not _when(t)), None)
    if final is None:
        return _bound(rest) or said
    if rest[final].best.form == "imper":
        return "" if rest[final].best.negative else "planned"  # жөндеп, берсін
    if phase_of(clause.tokens[-1], "kk") == "begin" and any(phase_of(t, "kk") == "stop" for t in rest):
        return said  # құрылысы 2014 жылы басталып, екі рет тоқтап қалған
    meant = _meant(clause, rest, final) if said == "completed" else ""
    return meant or _with_final(clause, said, rest, final)


def _with_final(clause: Clause, said: str, rest: tuple[Token, ...], final: int) -> str:
    """Return what a converb tells before the finite verb at ``final`` of the words behind its clause."""
    tense, denied = tense_kk(rest[max(0, final - 1) : final + 3])
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
    begun = said == "underway" and tense == "completed" and _part_of_these(clause, rest[:final])
    return said if begun or said in ("needed", "stopped", "planned") else tense or said


def _bound(rest: tuple[Token, ...]) -> str:
    """Салынып, [берілуі тиіс], тұрғындар қамтылуы қажет: what the last verb only has to do has not come either."""
    duty = (i for i, (a, b) in enumerate(pairwise(rest)) if "inf" in a.forms and phase_of(b, "kk") in ("need", "plan"))
    at = next(duty, None)
    return "" if at is None else status_kk(rest[at : at + 3])


def _meant(clause: Clause, rest: tuple[Token, ...], final: int) -> str:
    """Емхананы жөндеп, аппарат алу жоспарланып отыр: a converb is a part of the plan where both verbs are active or both passive."""
    near = [*pairwise(rest[max(0, final - 2) : final + 1])]
    duty = next((a for a, b in near if "inf" in a.forms and phase_of(b, "kk") in ("need", "plan")), None)
    if duty is None:
        return ""
    verb = clause.tokens[-2] if clause.tokens[-1].best.pos == "PUNCT" else clause.tokens[-1]
    apart = clause.mentions("date") or any(t.norm in NEXT or t.norm in AHEAD for t in rest[:final])
    return "completed" if apart or _is_passive(verb) != _is_passive(duty) else _bound(rest[max(0, final - 2) :])


def _is_passive(token: Token) -> bool:
    """Салын, жабдықтал, no сал: say whether a stem is longer than one that itself ends so."""
    stem = token.best.lemma.removesuffix("у")
    return len(stem) > len("сал") and stem.endswith(("л", "н"))


NEXT = frozenset(lexicon.words("extract.clause.status", "next"))


def _when(token: Token) -> bool:
    """Ашылғанда, мың тұрғынға шаққанда: a participle in the locative says only when, or of how many."""
    return token.best.form == "part" and token.best.case == "loc"


SERVING = frozenset({("жұмыс", "істе"), ("қызмет", "көрсет"), ("қызмет", "ет"), ("көмек", "көрсет")})
GONE = frozenset(lexicon.words("extract.clause.status", "gone"))
AHEAD = frozenset(lexicon.words("extract.clause.status", "ahead"))


def _serves(clause: Clause, rest: tuple[Token, ...], final: int) -> bool:
    """Ашылып, бүгінде жұмыс істейді: what works now has been opened."""
    works = any((a.norm, b.best.lemma) in SERVING for a, b in pairwise(rest[: final + 1]))
    will = any(t.norm in WILL_BE for t in rest[final + 1 : final + 2])  # қызмет көрсететін болады
    return works and not will and not any(t.norm in AHEAD for t in clause.sentence.tokens)


def _apart(clause: Clause) -> bool:
    """15 амбулатория беріліп, 11 нысанның құрылысы жүріп жатыр: each clause has counted things of its own."""
    last = len(clause.sentence.tokens)
    other = (m.value.count for m in clause.mentions("facility", first=clause.last, last=last))
    return any(c is not None for c in other) or bool(clause.mentions("money") and _owns_subject(clause))


def _part_of_these(clause: Clause, rest: tuple[Token, ...]) -> bool:
    """Төрт ФАП-тың құрылысы басталып, үшеуі берілді: only so many of those counted have got as far as the last verb says."""
    if not any(m.value.count is not None for m in clause.mentions("facility")):
        return False
    last = clause.last + len(rest)
    numbers = clause.whole.mentions("number", first=clause.last, last=last)
    return any(clause.sentence.tokens[m.last - 1].best.possessive for m in numbers)


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
