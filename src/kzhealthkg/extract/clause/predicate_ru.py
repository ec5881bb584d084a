"""What a Russian predicate says of its event: its form, its tense, and whether it is denied."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import BY_PHASE, phase_of, phases
from kzhealthkg.extract.clause.syntax import Clause, holding, is_lemma
from kzhealthkg.model import Token

BEGAN = frozenset(lexicon.words("extract.clause.predicate_ru", "began"))


def status_ru(clause: Clause, cue: Token) -> str:
    """Return the status that a Russian clause says of a cue, "" where it says none or denies it."""
    finite = form_ru(cue) in ("past", "pres", "fut", "perf")
    before = _before_which(clause, cue)
    phased = [before[at] for at in holding(before, _phased()) if not to_know(clause, before[at])]
    if any(was_due(clause, t) for t in phased):
        return ""
    said = {phase_of(t, "ru") for t in phased if not (attributive(t) or (finite and _tells_nothing(clause, t)))}
    for phase, outcome in (("stop", "stopped"), ("need", "needed"), ("plan", "planned")):
        if phase in said:
            return outcome
    verb = _verb_ru(clause, cue)
    if verb is None:
        return ""
    denied = _denied_ru(clause)
    tense = "planned" if _will_be(clause, verb) else _tense_ru(verb)
    phase = phase_of(verb, "ru") or _ended(clause, verb)
    return "" if denied else BY_PHASE[phase if phase in BY_PHASE else "go"].get(tense, "")


@cache
def _phased() -> frozenset[str]:
    """Return the words that say a phase."""
    return frozenset(phases("ru"))


def was_due(clause: Clause, token: Token) -> bool:
    """Больницу должны были сдать: a duty of the past is no plan."""
    return token.best.lemma in DUE and any(t.norm.startswith("был") for t in clause.tokens)


DUE = frozenset(lexicon.words("extract.clause.predicate_ru", "due"))


def _before_which(clause: Clause, cue: Token) -> tuple[Token, ...]:
    """Закуплены машины, которые необходимы врачам: what "which" opens says nothing of the verb before it."""
    if not clause.says("который"):
        return clause.tokens
    which = (i for i, t in enumerate(clause.tokens) if "который" in t.words and t.start > cue.start)
    return clause.tokens[: next(which, len(clause.tokens))]


def attributive(token: Token) -> bool:
    """Готовых к работе машин, необходимой помощи: a declined adjective says how things are, not how far they got."""
    return token.best.form == "part" or (token.best.pos == "ADJ" and bool(token.best.case))


def _tells_nothing(clause: Clause, token: Token) -> bool:
    """Здание готово, завезён томограф: beside a verb of doing what is ready is no plan, as who is ready to do it is."""
    ready = token.best.lemma == "готовый" and not any(t.best.form == "inf" for t in clause.tokens)
    return ready or _is_need_noun(token) or _by_plan(token) or _needed_no_more(clause, token)


def to_know(clause: Clause, token: Token) -> bool:
    """Нужно понимать, что …; следует отметить: what one has to know or say is no need of the thing told of."""
    if phase_of(token, "ru") not in ("need", "plan"):
        return False
    near = (t for t in clause.tokens if token.end < t.start < token.end + KNOWN_REACH)
    return any(t.best.form == "inf" and is_lemma(t, *KNOWING) for t in near)


KNOWING = lexicon.words("extract.clause.predicate_ru", "knowing")
KNOWN_REACH = 12
"""Letters from a word of need to the beginning of the verb of knowing that it governs, less than."""


def _needed_no_more(clause: Clause, token: Token) -> bool:
    """Открыто отделение, ехать в столицу больше не нужно: what need not be done is no lack of the thing told of."""
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return phase_of(token, "ru") == "need" and any(a.norm == "не" and b is token for a, b in pairs)


def _by_plan(token: Token) -> bool:
    """Осмотрено 38 % от плана, сделано по плану: beside a verb of doing a plan is only what it is measured by."""
    return token.best.lemma == "план" and token.best.case in ("gen", "dat", "ins")


def _is_need_noun(token: Token) -> bool:
    """Для нужд больницы, с учётом потребностей: beside a verb of doing the noun states no need."""
    return token.best.pos == "NOUN" and phase_of(token, "ru") == "need"


def _denied_ru(clause: Clause) -> bool:
    """Не before a verb; не менее, не только deny nothing."""
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return clause.says("не") and any(a.norm == "не" and (form_ru(b) or b.best.pos in ("VERB", "AUX")) for a, b in pairs)


def will_be(clause: Clause) -> bool:
    """Say whether a clause holds the future of быть, or goes on with it: будет построен A, отремонтирован B."""
    if clause.says("быть"):
        return any(t.best.form == "fut" and t.best.lemma == "быть" for t in clause.tokens)
    return clause.first > 0 and "быть" in clause.sentence.words and _goes_on(clause)


def _goes_on(clause: Clause) -> bool:
    """Будут построены A, в B отремонтированы C: participles first, and no verb of another time between the two."""
    at, verb = next(((i, t) for i, t in enumerate(clause.tokens) if t.best.form in TELLING), (0, None))
    if verb is None or verb.best.form != "perf" or not is_lemma(verb, *GOING_ON) or clause.says(*DONE):
        return False
    told = [t for t in clause.sentence.tokens[: clause.first] if t.best.form in TELLING]
    if is_lemma(verb, *FITTED) and len(told) > 1 and told[-1].best.form == "inf" and told[-2].best.lemma == "быть":
        told = [*told[:-1], verb]  # будет отвечать нормам, оснащена аппаратами
    elif is_lemma(verb, *FITTED) and told and told[-1].best.lemma == "быть":
        told = [*told, verb]  # будет трёхэтажной, оснащена аппаратами
    stops = [i for i, t in enumerate(told) if t.best.form != "perf"]
    auxiliary = told[stops[-1]] if stops and stops[-1] + 1 < len(told) else None
    goes_on = auxiliary is not None and auxiliary.best.lemma == "быть" and auxiliary.best.form == "fut"
    return goes_on and not (_subject_in(clause, clause.first + at) or _dated_before(clause))


def _subject_in(clause: Clause, last: int) -> bool:
    """Будет построена больница, проект создан: a noun before the participle has a predicate of its own."""
    alike = clause.tokens[0].norm == "а"
    alike = alike or any(m.type == "facility" and m.last < clause.first for m in clause.sentence.mentions)
    kept = ("place", "date", "facility") if alike else ("place", "date")  # ФАПы будут построены, больница оснащена
    named = {i for m in clause.mentions(*kept) for i in range(m.first, m.last)}
    tokens = ((i, clause.sentence.tokens[i]) for i in range(clause.first, last) if i not in named)
    return any(t.best.case in ("nom", "acc") and t.best.pos in ("NOUN", "PROPN") for _, t in tokens)


def _dated_before(clause: Clause) -> bool:
    """Больница будет сдана в 2025 году, в 2022 году построена поликлиника: another time than that of the future."""
    own = [str(m.value.edtf) for m in clause.mentions("date")]
    ahead = [str(m.value.edtf) for m in clause.sentence.mentions if m.type == "date" and m.last <= clause.first]
    return bool(own) and (not ahead or own[0] < ahead[-1])


TELLING = ("past", "pres", "fut", "perf", "inf")
GOING_ON = lexicon.words("extract.clause.predicate_ru", "going_on")
FITTED = lexicon.words("extract.clause.predicate_ru", "fitted")
DONE = lexicon.words("extract.clause.predicate_ru", "done")


GOES_ON = lexicon.words("extract.clause.predicate_ru", "goes_on")


def _will_be(clause: Clause, verb: Token) -> bool:
    """Будут переданы, будет закупать: the future of быть before a short participle or an infinitive."""
    return (verb.best.form in ("perf", "inf") or verb.best.lemma == "быть") and will_be(clause)


def _ended(clause: Clause, verb: Token) -> str:
    """Поставка будет завершена: behind the future of быть the participle says how far a thing has got."""
    done = (t for t in clause.tokens if t.best.form == "perf") if verb.best.lemma == "быть" else ()
    return next((phase for t in done if (phase := phase_of(t, "ru"))), "")


def _verb_ru(clause: Clause, cue: Token) -> Token | None:
    if form_ru(cue) in ("past", "pres", "fut", "perf", "part"):
        return cue
    named = {i for m in clause.mentions("date", "place") for i in range(m.first, m.last)}  # с начала года, в селе Кенес
    finite = (i for i in range(clause.first, clause.last) if clause.sentence.tokens[i].best.form in TELLING[:-1])
    return next((clause.sentence.tokens[i] for i in finite if i not in named), None)


def form_ru(token: Token) -> str:
    """Return a Russian word's verb form; открыто is a short participle before it is an adverb, начало of a cue a verb."""
    if token.norm in BEGAN and token.best.pos == "NOUN":
        return "past"
    if token.best.form or token.best.pos not in ("ADV", "ADJ"):
        return token.best.form
    return next((r.form for r in token.readings if r.form == "perf"), "")


def _tense_ru(verb: Token) -> str:
    form = form_ru(verb)
    if form == "fut" and is_lemma(verb, *GOES_ON):
        return "underway"  # закупается, whose dictionary form is also that of a perfective
    return {"past": "completed", "perf": "completed", "part": "completed", "pres": "underway", "fut": "planned"}.get(
        form, ""
    )
