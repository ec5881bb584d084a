"""Values that a predicate says: X N-ді құрады, X N-ге жетті, X составил N."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.per import is_per, per_words
from kzhealthkg.extract.clause.predicate_ru import will_be
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import again, measures, rates
from kzhealthkg.extract.figures.asserted import asserts
from kzhealthkg.extract.figures.pay import pay
from kzhealthkg.model import Mention, Token

BY = lexicon.words("extract.figures.values", "by")[0]
NEARING = lexicon.words("extract.figures.values", "nearing")
EXCEEDING = lexicon.words("extract.figures.values", "exceeding")

CASES = {
    "жет": "dat",
    "тең": "dat",
    "теңел": "dat",
    "жақында": "dat",
    "жуықта": "dat",
    "ас": "abl",
    "асып": "abl",
    "жеткізіл": "dat",
}


def value(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the value a predicate says: X N-ді құрады, X N-ге жетті, X составил N."""
    clause = hit.clause
    number = _beside(hit) or _years(hit)
    if number is None or not (asserts(hit) or _not_passed(hit)) or _expected(hit) or _foretold(hit, memory):
        return []
    if _by_how_much(hit, number) or _step(clause, number, memory):
        return []
    row = again.dated_row(clause, number)
    if row and (named := rates.measured(clause, row[0].first, memory)) is not None:
        return [_of_year(hit, named, m, memory) for m in row]
    measure = rates.measured(clause, min(number.first, hit.first), memory) or _of_subject(clause, memory)
    if measure is None and again.goes_on(clause, number, memory):
        per = per_words(clause, number.first)
        measure = f" ({per})" if per else "", number.first
    if measure is None or (number.type == "number" and _lacking(clause.language, measure[0])):
        return []
    draft = rates.drafted(hit.clause, hit.frame.name, measure, number, memory)
    if clause.language == "kk" and draft.slots.get("date") in again.compared(clause.whole):
        draft.slots.pop("date", None)
    draft.say("unit", rates.unit(clause, number, hit.first if clause.language == "kk" else clause.last))
    if hit.frame.options.get("reached"):
        draft.slots.pop("bound", None)
    draft.say("bound", _passed(hit))
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    told = [*_members(hit, number, memory), *_origin(hit, number, draft, memory), draft]
    return told if "measure" in draft.slots else []


def _by_how_much(hit: Hit, number: Mention) -> bool:
    """Превышает норму на 12 %: by how much, and no value."""
    bounded = hit.clause.language == "ru" and hit.frame.slots.get("bound")
    return bool(bounded) and hit.clause.sentence.tokens[number.first - 1].norm == BY


def _step(clause: Clause, share: Mention, memory: Memory) -> bool:
    """8,1-ге дейін азайып, 12 %-ды құрады: a share right behind a change told in other units is how far that went."""
    opens = share.type == "percent" and share.first <= clause.first + 1
    told = memory.latest("Indicator") if clause.language == "kk" and opens else None
    if told is None or "change" not in told.slots:
        return False
    return told.end > clause.sentence.tokens[0].start and not told.slots.get("unit")


def _lacking(language: str, measure: str) -> bool:
    """Дефицит кадров составляет 3 925: so many staff are lacking, which is no measure."""
    return any(measure.lower().startswith(lemma[:STEM]) for lemma in measures.of_sort("lack", language))


STEM = 5


def _of_year(hit: Hit, measure: rates.Measure, figure: Mention, memory: Memory) -> Draft:
    draft = rates.drafted(hit.clause, hit.frame.name, measure, figure, memory)
    draft.slots["date"] = again.dated(hit.clause, figure) or draft.slots.get("date", "")
    draft.say("unit", rates.unit(hit.clause, figure, hit.clause.last))
    return draft


def _origin(hit: Hit, number: Mention, told: Draft, memory: Memory) -> list[Draft]:
    """Былтырғы 71 пайыздан 86 пайызға жетті: the value that was left behind, where a date tells when it held."""
    before = again.left_behind(hit.clause, number)
    if before is None or not told.slots.get("measure") or not (date := again.left_date(hit.clause, before)):
        return []
    draft = rates.drafted(hit.clause, hit.frame.name, (str(told.slots["measure"]), before.first), before, memory)
    draft.slots["date"] = date
    draft.say("unit", rates.unit(hit.clause, before, hit.clause.last))
    return [draft]


def fulfilled(hit: Hit, memory: Memory) -> list[Draft]:
    """План вакцинации выполнен на 92 %: how much of a plan has come true."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language == "kk":
        return _fulfilled_kk(hit, memory)
    shares = [m for m in clause.mentions("percent", first=hit.last) if m.first - hit.last <= 2]
    at = next((i for i in range(hit.first - 1, clause.first - 1, -1) if is_lemma(tokens[i], "план")), None)
    done = hit.verb.best.form == "perf" and not will_be(clause)
    if not (shares and done) or at is None or not measures.near_health(clause, memory):
        return []
    last = measures.span(clause, at)[1]
    said = f"выполнение плана {clause.text(at + 1, last)}".strip()
    draft = rates.drafted(clause, hit.frame.name, (said, at), shares[0], memory)
    draft.say("unit", "%")
    return [draft]


def _fulfilled_kk(hit: Hit, memory: Memory) -> list[Draft]:
    """Екпе жоспарының 92 пайызы орындалды, жоспар 92 пайызға орындалды: how much of a plan has come true."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    shares = [m for m in clause.mentions("percent", last=hit.first) if hit.first - m.last <= 1]
    at = shares[0].first - 1 if shares else clause.first
    if not shares or at < clause.first or not is_lemma(tokens[at], "жоспар") or not asserts(hit):
        return []
    if not measures.near_health(clause, memory):
        return []
    said = clause.text(measures.span(clause, at)[0], at) if at > clause.first else ""
    said = f"{said} жоспарының орындалуы" if said else "жоспардың орындалуы"
    draft = rates.drafted(clause, hit.frame.name, (said, at), shares[0], memory)
    draft.say("unit", "%")
    return [draft]


def _expected(hit: Hit) -> bool:
    """… мыңға жетеді деп күтілуде: what is only expected measures nothing yet."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 3]
    if hit.clause.language == "kk" and any(t.norm in WISHING for t in behind[:1]):
        return True  # 100-ге жетсе екен
    that = hit.clause.language == "kk" and any(t.norm == "деп" for t in behind)
    return that and any(is_lemma(t, *FORECASTS) for t in behind)


def _foretold(hit: Hit, memory: Memory) -> bool:
    """Болжам бойынша 5 мыңға жетеді, 2040 жылға қарай 9 пайызды құрайды: a value of a year to come is only a forecast."""
    clause, now = hit.clause, (memory.document.article.date or "")[:4]
    if clause.language != "kk" or hit.verb.best.form not in ("pres", "intent", "fut"):
        return False
    ahead = bool(now) and any(m.value.edtf[:4] > now for m in clause.mentions("date", last=hit.first))
    ahead = ahead or is_lemma(hit.verb, *RAISED)  # төсек саны 300-ге жеткізіледі
    return ahead or any(t.norm.startswith(FORETELLING) for t in clause.whole.tokens)


RAISED = lexicon.words("extract.figures.values", "raised")
FORETELLING = lexicon.words("extract.figures.values", "foretelling")
WISHING = frozenset(lexicon.words("extract.figures.values", "wishing"))
FORECASTS = lexicon.words("extract.figures.values", "forecasts")


def _not_passed(hit: Hit) -> bool:
    """Өлім 1,9 пайыздан аспады, аспайды: a value told by what it does not pass."""
    best = hit.verb.best
    finite = best.form in ("past", "pres", "perf") and hit.last >= hit.clause.last
    return hit.clause.language == "kk" and best.negative and finite and is_lemma(hit.verb, "ас")


def _passed(hit: Hit) -> str:
    """Превысил 60 %, 60 %-дан асты, асып түсті: at least; не превысил, аспады: at most; 100-ге жуықтады: about."""
    if is_lemma(hit.verb, *NEARING):
        return "about"
    exceeded = any(is_lemma(t, *EXCEEDING) for t in (hit.verb, hit.clause.sentence.tokens[hit.first]))
    over = hit.frame.slots.get("bound") or ("atLeast" if exceeded else "")
    if over == "about":
        return over
    before = hit.clause.sentence.tokens[max(0, hit.first - 1)].norm
    denied = hit.verb.best.negative if hit.clause.language == "kk" else before == "не"
    return "atMost" if over and denied else over


def _of_subject(clause: Clause, memory: Memory) -> rates.Measure | None:
    """Продолжительность жизни выросла и достигла N, саны өсіп, N-ге жетті: the subject stands in the clause before."""
    tokens, at = clause.sentence.tokens, clause.first - 1
    if at < 1 or tokens[at].norm != ("и" if clause.language == "ru" else ","):
        return None
    before = Clause(clause.sentence, clause.index, 0, at, clause.language)
    if clause.language != "ru":
        led = tokens[at - 1].best.form == "conv" and not before.mentions("number", "percent", "money")
        return rates.measured(before, at - 1, memory) if led else None
    return rates.measured(before, at, memory)


def _members(hit: Hit, last: Mention, memory: Memory) -> list[Draft]:
    """X 70%-ды, Y 30%-ды құрайды: the figures that share the last one's predicate, each behind its own measure."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    drafts: list[Draft] = []
    for number in clause.mentions("number", "percent", last=last.first) if clause.language == "kk" else []:
        measure = rates.measured(clause, number.first, memory)
        bare = number.case == last.case == "nom" and is_lemma(hit.verb, "бол")  # ана өлімі 10,1, сәби өлімі 9,5 болды
        alike = bare or number.case == last.case != "nom" or (last.type == "percent" and number.type == "number")
        apart = tokens[number.last].norm in LIST_SIGNS | {"ал"}
        if alike and apart and measure is not None and measure[0] and not is_per(clause, number):
            drafts.append(rates.drafted(clause, hit.frame.name, measure, number, memory))
            drafts[-1].say("unit", rates.unit(clause, last, last.last))
    return drafts


def _beside(hit: Hit) -> Mention | None:
    """Return the figure next to the predicate, in the case it wants; what it is per is no value."""
    found = [m for m in (*hit.clause.mentions("percent", "number"), *pay(hit.clause)) if not is_per(hit.clause, m)]
    if hit.clause.language == "ru":
        near = [m for m in found if 0 <= m.first - hit.last <= 2]
        return near[0] if near else None
    near = [m for m in found if 0 <= hit.first - m.last <= 2]
    if not near:
        return next((m for m in found if m.first < hit.first < m.last), None)  # 17,2-ден аспайды, read as a bound
    said_by = (hit.verb, hit.clause.sentence.tokens[hit.first])  # асып түсті
    wanted = next((c for lemma, c in CASES.items() if any(is_lemma(t, lemma) for t in said_by)), "")
    between = [t for t in hit.clause.sentence.tokens[near[-1].last - 1 : hit.first] if t.norm not in ONLY]
    said = (
        any(is_case(t, wanted) for t in between)
        if wanted
        else near[-1].last == hit.first or is_case(between[-1], "acc") or _in_units(between[1:])
    )
    return near[-1] if said else None


def _in_units(between: list[Token]) -> bool:
    """Көрсеткіш 9,4 дерек болды: nothing but the unit stands between a value and being."""
    return len(between) == 1 and is_lemma(between[0], *UNITS) and is_case(between[0], "nom")


UNITS = lexicon.words("extract.figures.values", "units")
ONLY = frozenset(lexicon.words("extract.figures.values", "only"))


def _years(hit: Hit) -> Mention | None:
    """Өмір сүру ұзақтығы 75 жасқа жетті: an age, which counts nothing elsewhere, as a value."""
    clause = hit.clause
    near = (
        range(hit.last, min(clause.last, hit.last + 3))
        if clause.language == "ru"
        else range(max(clause.first, hit.first - 2), hit.first)
    )
    return next((m for at in near if (m := rates.age_at(clause, at)) is not None), None)
