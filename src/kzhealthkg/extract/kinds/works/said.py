"""How far a Kazakh work has got: the status that a cue of works has from its verb, or from what stands beside a noun."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.groups import AND
from kzhealthkg.extract.clause.partly import in_part
from kzhealthkg.extract.clause.phases import BY_PHASE, phase_of, phases_of
from kzhealthkg.extract.clause.predicate_kk import CONTINUING, nearing
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.clause.themes import PARTICIPLE, group_end
from kzhealthkg.extract.kinds.works.new_houses import not_as_new
from kzhealthkg.extract.kinds.works.put_off import put_off
from kzhealthkg.model import Token

MODAL_REACH = 4
PASSED = frozenset(lexicon.words("kinds.works.said", "passed"))
BEING = frozenset(lexicon.words("kinds.works.said", "being"))


def _resumed(hit: Hit) -> bool:
    """Құрылысы тоқтап қалып, қайта басталды (жалғасты): what had stopped goes on."""
    rest = hit.clause.sentence.tokens[hit.last :] if "қайта" in hit.clause.sentence.words else ()
    return any(a.norm == "қайта" and phase_of(b, "kk") in GOING_ON and b.best.form in FINITE for a, b in pairwise(rest))


GOING_ON = frozenset({"begin", "run", "go"})


def _halted(clause: Clause) -> bool:
    """Құрылысы басталып, қаржы жоқтығынан тоқтап қалды: what has begun has stopped; екі рет тоқтаған еді has not."""
    tokens = clause.sentence.tokens
    if not any(phase_of(t, "kk") == "begin" for t in tokens[max(clause.first, clause.last - 3) : clause.last]):
        return False
    if any(m.type == "facility" and m.first >= clause.last for m in clause.sentence.mentions):
        return False
    rest = [phase_of(t, "kk") for t in tokens[clause.last :]]
    passed = any(t.norm in PASSED for t in tokens[clause.last :])
    return "stop" in rest and not passed and not {"begin", "run", "go", "end", "plan"} & set(rest)


@cache
def _inspecting(language: str) -> frozenset[str]:
    return frozenset(r["lemma"] for r in lexicon.table("inspecting") if r["language"] == language)


def said(hit: Hit) -> str:
    """Return the status of a cue; a frame may say what its past tense means (жөндеуге жабылды)."""
    if "status" in hit.frame.options:
        unsaid = hit.verb.best.form == "cond" or hit.verb.best.negative or not_as_new(hit)
        return "" if unsaid else str(hit.frame.options["status"])
    if later := put_off(hit):
        return later
    past = hit.frame.options.get("past")
    found = status(hit.clause, hit.last - 1) if past else _in_it(hit) or _in_need(hit) or _status(hit)
    clause = hit.clause
    partly = found == "completed" and in_part(clause, hit.first, hit.last)
    if partly or (found == "completed" and _of_stage(clause.sentence.tokens[hit.last : clause.last])):
        return "underway"
    if found == "underway" and hit.clause.language == "kk" and _halted(hit.clause):
        return "stopped"
    if found == "stopped" and _resumed(hit):
        return "underway"
    if found == "underway" and DRAWN & hit.clause.sentence.words and _being_drawn(hit):
        return "planned"
    if found == "planned" and not READY.isdisjoint(clause.sentence.words) and _ended(hit):
        return "completed"
    done = found == "completed" or (found == "underway" and hit.verb.forms & {"past", "perf"})
    return past if past and done else found


def _being_drawn(hit: Hit) -> bool:
    """Жобасы әзірленуде, құрылысы 3 жылда аяқталады: what is still being designed is not being built yet."""
    tokens = hit.clause.sentence.tokens
    pairs = pairwise(tokens[: hit.first])
    drawn = any(a.norm.startswith(PAPERS) and not DRAWN.isdisjoint(b.words) and b.best.form == "prog" for a, b in pairs)
    return drawn and "end" in phases_of(tokens[hit.first : hit.clause.last], "kk")


def _ended(hit: Hit) -> bool:
    """Құрылысы аяқталып, пайдалануға беруге дайын тұр: what has ended is only to be opened."""
    rest = hit.clause.sentence.tokens[hit.first : hit.last + READY_REACH]
    at = next((i for i, t in enumerate(rest) if t.best.form == "conv" and phase_of(t, "kk") == "end"), len(rest))
    return any(t.norm in READY for t in rest[at:])


READY = frozenset(lexicon.words("kinds.works.said", "ready"))
READY_REACH = 8
"""Words from a work to its being ready, at most."""
PAPERS = lexicon.words("kinds.works.said", "papers")
DRAWN = frozenset(lexicon.words("kinds.works.said", "drawn"))


def _in_it(hit: Hit) -> str:
    """Аурухана қазір жөндеуде [тұр], құрылысы соңғы кезеңде: what closes a clause in the locative goes on."""
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    while last > hit.last and (tokens[last - 1].norm in CONTINUING or not tokens[last - 1].text[0].isalpha()):
        last -= 1
    closing = tokens[last - 1]
    stage = hit.frame.options.get("noun") and last > hit.last and is_lemma(closing, *PERIODS)
    if closing.best.case != "loc" or not (last == hit.last or stage):
        return ""
    return "planned" if tokens[last - 2].norm.startswith(DESIGN) else "underway"  # жобалау сатысында


def _status(hit: Hit) -> str:
    """A noun's status needs a verb that says how far the work has got, or one of looking at it."""
    clause = hit.clause
    last = group_end(hit)
    bound = last if _describes(clause, last) else None
    names = {i for m in clause.mentions("organization", "date") for i in range(m.first, m.last)}
    rest = tuple(clause.sentence.tokens[i] for i in range(hit.last, bound or clause.last) if i not in names)
    if bound is not None and any(t.best.negative for t in clause.sentence.tokens[hit.last - 1 : bound]):
        return ""
    if not hit.verb.forms & (FINITE | {"part"}) and _looked_at(clause, hit.last):
        told = _told_of(hit)
        return status(clause, hit.last - 1, told) if told else "underway"
    if hit.verb.best.form == "inf" or ("inf" in hit.verb.forms and not hit.verb.forms & FINITE):
        return _of_action(hit, rest, bound)
    if not hit.frame.options.get("noun") or hit.verb.best.form:
        return status(clause, hit.last - 1, bound)
    if hit.frame.options.get("event"):
        return status(clause, hit.last - 1, bound) if any(t.forms & FINITE for t in rest) else ""
    if any(phase_of(t, clause.language) for t in (hit.verb, *rest)):
        return _of_phases(hit, rest, status(clause, hit.last - 1, bound))
    if any(is_lemma(t, *_inspecting(clause.language)) for t in rest):
        return "underway"
    other = next((h for h in hits("works", clause) if h.first >= hit.last and h.verb.best.form in FINITE), None)
    return status(clause, other.last - 1) if other is not None else ""


def _of_phases(hit: Hit, rest: tuple[Token, ...], found: str) -> str:
    """Return how far a work has got of which the words behind it say a phase: құрылысына старт берілді, бастау рәсімі өтті."""
    if any(phase_of(t, "kk") == "begin" and t.best.form in ("", "inf") for t in rest):
        return BY_PHASE["begin"].get(found, found)
    return "" if found == "needed" and _other_needed(hit, rest) else found


def _in_need(hit: Hit) -> str:
    """Жөндеуді қажет ететін емхананы аралады, жөндеуге мұқтаж аурухана: what is told of the facility named behind."""
    near = hit.clause.sentence.tokens[hit.last : hit.last + 2]
    if (
        hit.clause.language != "kk"
        or hit.last + 2 >= hit.clause.last
        or phase_of(near[0], "kk") != "need"
        or near[1].best.negative
    ):
        return ""
    return "needed" if near[1].forms & PARTICIPLE else ""


def _other_needed(hit: Hit, rest: tuple[Token, ...]) -> bool:
    """Құрылысын бақылауға алу қажет: what is needed is something else than the work, or its beginning or end."""
    action = next((t for t in rest if any(r.form == "inf" and r.case == "nom" for r in t.readings)), None)
    return hit.verb.best.case == "acc" and action is not None and not phase_of(action, "kk")


def _of_action(hit: Hit, rest: tuple[Token, ...], bound: int | None) -> str:
    """Салу жоспарланған, салынуға жақын: what is said of an action noun."""
    if (beside := _beside(hit)) is not None:
        return _status(beside) or _planned_at_end(hit.clause)
    if _listed(hit):
        return _planned_at_end(hit.clause)
    told = nearing((hit.verb, *rest[:MODAL_REACH])) or _modal(rest, hit.clause.language)
    return status(hit.clause, hit.last - 1, bound) if told else _carried_out_behind(hit)


def _carried_out_behind(hit: Hit) -> str:
    """Күрделі жөндеу Көкшетау қаласындағы №2 емханада жүріп жатыр: a repair that opens its clause, far from its verb."""
    clause = hit.clause
    opens = hit.first - clause.first < OPENING and hit.frame.options.get("noun") and not hit.verb.best.form
    closing = range(max(hit.last, clause.last - OPENING), clause.last) if opens and clause.language == "kk" else ()
    at = next((i for i in closing if phase_of(clause.sentence.tokens[i], "kk") in TOLD), None)
    behind = [m for m in clause.mentions("facility", first=hit.last) if m.last == at and m.case == "loc"]
    return status(clause, at) if at is not None and behind else ""


OPENING = 3
"""Words before the noun of a repair that opens its clause, and in the verb that closes it, at most."""


def _beside(hit: Hit) -> Hit | None:
    """A-ны жаңарту және B-ны салу жүргізілуде: the next of two works that share what is said of them."""
    rest = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    later = (h for h in hits("works", hit.clause) if h.first > hit.last)
    joined = (any(t.norm in AND for t in rest) or _listed(hit)) and hit.clause.language == "kk"
    return next((h for h in later if "inf" in h.verb.forms), None) if joined else None


def _listed(hit: Hit) -> bool:
    """6 ФАП салу, 2 аурухананы жөндеу, … көзделген: a bare action noun before the sign of a list."""
    rest = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    bare = "inf" in hit.verb.forms and hit.verb.best.case in ("", "nom")
    return hit.clause.language == "kk" and bare and any(t.text == "," for t in rest)


def _planned_at_end(clause: Clause) -> str:
    """… 60 дәрігерді тарту жоспарланған: what the verb that closes a list of action nouns says of them all."""
    planned = (i for i in range(max(clause.first, clause.last - MODAL_REACH), clause.last) if _plans(clause, i))
    at = next(planned, None)
    decided = DECISIONS.intersection(t.best.lemma for t in clause.tokens[-MODAL_REACH:])
    if at is None and decided and clause.tokens[-1].best.form in ("past", "perf"):
        return "planned"  # … туралы шешім қабылданды
    return status(clause, at) if at is not None else ""


DECISIONS = frozenset(lexicon.words("kinds.works.said", "decisions"))


def _plans(clause: Clause, at: int) -> bool:
    return phase_of(clause.sentence.tokens[at], "kk") == "plan"


def _describes(clause: Clause, last: int) -> bool:
    """Whether a verb group ends in a participle of what follows; жөндеу жасалатын [болды], басталғанымен are no such."""
    tokens = clause.sentence.tokens
    ending = tokens[last - 1]
    participle = last < clause.last and bool(ending.forms & PARTICIPLE) and ending.best.case != "ins"
    return participle and tokens[last].norm not in BEING


SEEN = lexicon.words("kinds.works.said", "seen")
TOLD = frozenset({"begin", "run", "go", "end", "stop"})
MANNER = lexicon.words("kinds.works.said", "manner")
STAGE = lexicon.words("kinds.works.said", "stage")


def _looked_at(clause: Clause, first: int) -> bool:
    """Құрылысын көрді, жөндеу жұмыстарымен танысты is looking at it; жөндеу көрді is being repaired."""
    tokens, looking = clause.sentence.tokens, _inspecting(clause.language)
    if looking.isdisjoint(clause.sentence.words):
        return False
    looks = (i for i in range(first, clause.last) if is_lemma(tokens[i], *looking))
    return any(_seen(tokens[clause.first : i]) for i in looks)


def _told_of(hit: Hit) -> int:
    """Құрылысы тоқтап тұрған аурухананы аралады: return where a participle ends that says how far the work is, or 0."""
    tokens, looking = hit.clause.sentence.tokens, _inspecting(hit.clause.language)
    perfect = (i for i in range(hit.last, hit.clause.last) if tokens[i].best.form == "perf" and not tokens[i].best.case)
    ends = (i + 1 for i in perfect if not (is_lemma(tokens[i], *looking) and _seen(tokens[hit.clause.first : i])))
    return next((end for end in ends if any(phase_of(t, "kk") in TOLD for t in tokens[hit.last : end])), 0)


def _seen(before: tuple[Token, ...]) -> bool:
    """Say whether the last word before a verb of looking, but for words of manner, is what is looked at."""
    token = next((t for t in reversed(before) if t.norm not in MANNER), before[-1])
    return token.best.case == "acc" or (token.best.case == "ins" and is_lemma(token, *SEEN))


PERIODS = lexicon.words("kinds.works.said", "periods")
DESIGN = lexicon.words("kinds.works.said", "design")
REACHED = lexicon.words("kinds.works.said", "reached")


def _of_stage(rest: tuple[Token, ...]) -> bool:
    """Құрылысының бірінші кезеңі аяқталды, соңғы кезеңге жетті: a stage is done or has begun, not all of the work."""
    if any(is_lemma(a, *PERIODS) and a.best.case == "dat" and is_lemma(b, *REACHED) for a, b in pairwise(rest)):
        return True
    stages = [i for i in range(1, len(rest)) if is_lemma(rest[i], "кезең") and rest[i].best.possessive]
    return any(is_lemma(rest[i - 1], *STAGE) or rest[i - 1].text[0].isdigit() for i in stages)


def _modal(rest: tuple[Token, ...], language: str) -> bool:
    """Салу жоспарланған, жөндеу (қаржының жоқтығынан) тоқтап тұр: an action noun says nothing without such a word close behind it."""
    near = [t for t in rest if t.best.case not in CAUSES][:MODAL_REACH]
    return any(phase_of(t, language) in ("plan", "need", "stop", "begin", "run", "go", "end") for t in near)


CAUSES = ("gen", "abl")
"""Cases of what only tells why."""
