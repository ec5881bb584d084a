"""Staffing: staff are supported, recruited, housed or lacking."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg.extract import events, lacking, regions, roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.frames import Hit, every
from kzhealthkg.extract.memory import Memory
from kzhealthkg.extract.people import counted, groups, had, in_case, is_whole, profession, without_single
from kzhealthkg.extract.phrases import Phrase
from kzhealthkg.extract.syntax import ENDS, FIGURE_ENDINGS, Clause, forms, is_lemma, words
from kzhealthkg.model import Mention

CARRIED = ("measure", "profession", "status", "date", "due", "region", "programme")
SHARE_REACH = 2
SHARE_WORDS = 3
STEM = 5
"""Words shorter than this are looked up as lemmas, longer ones as beginnings of words."""
BENEFITS = frozenset({"social-support", "housing"})
HOMES = {"kk": ("тұрғын үй", "баспана", "пәтер"), "ru": ("жильё", "жилье", "квартира", "жилищный")}
ABLE = frozenset({"алады", "болады"})
FORESEEN = frozenset({"қарастырылған", "көзделген"})
HABITUAL = ("тын", "тін")
FINITE_RU = frozenset({"past", "pres", "fut", "perf"})


def staffing(clause: Clause, memory: Memory) -> list[Draft]:
    """Return what one clause says of staff given support, found, housed or lacking."""
    parts = _shares(clause, memory)
    if parts:
        return parts
    for hit in every("staffing", clause):
        said = _said(hit) if _fits(hit) else ""
        spoken = memory.last_draft("Staffing", within=0, sentence=clause.index)
        drafts = [_draft(hit, g, said, memory) for g in _groups(hit) or _before(hit, spoken)] if said else []
        if drafts:
            return [*drafts, *_also_housed(hit, drafts)]
        more = _taken_up(hit, said, memory) if said else []
        if more:
            return more
    return _continued(clause, memory)


def _also_housed(hit: Hit, drafts: list[Draft]) -> list[Draft]:
    """Жәрдемақы, тұрғын үй несиелері қарастырылған: homes in a list of benefits are told apart."""
    listed = any(t.text == "," or t.norm in ("және", "мен", "и") for t in hit.clause.tokens)
    homes = any(_holds(hit.clause, word) for word in HOMES[hit.clause.language])
    support = hit.frame.slots["measure"] == "social-support" and not hit.clause.mentions("money", "number")
    told = drafts if listed and homes and support else []
    return [replace(d, slots=d.slots | {"measure": "housing"}, inherited=set(d.inherited), used=set()) for d in told]


def _fits(hit: Hit) -> bool:
    options, clause = hit.frame.options, hit.clause
    needs, bars = options.get("needs"), options.get("bars", ())
    if _is_other_word(hit) and not (options.get("noun") or options.get("adjective")):
        return False
    if any(_holds(clause, bar) for bar in bars):
        return False
    return not needs or any(_holds(clause, n) for n in needs) or bool(options.get("money") and clause.mentions("money"))


def _is_other_word(hit: Hit) -> bool:
    """Төлем has a verb's stem (төле) among its readings and is no verb."""
    return hit.clause.language == "kk" and not forms(hit.verb) & {*ENDS, "inf"} and hit.verb.best.pos == "NOUN"


def _holds(clause: Clause, lemma: str) -> bool:
    if " " in lemma:
        return lemma in words(clause.tokens).lower()
    if clause.language == "ru":
        return any(is_lemma(t, lemma) for t in clause.tokens)
    if len(lemma) < STEM:
        return any(is_lemma(t, lemma) for t in clause.tokens)
    return any(t.norm.startswith(lemma) for t in clause.tokens)


def _said(hit: Hit) -> str:
    options = hit.frame.options
    if options.get("status"):
        return options["status"] if _stated(hit) else ""
    if _attributive(hit) and (hit.frame.slots["measure"] not in BENEFITS or not hit.clause.mentions("number", "money")):
        return ""
    found = events.said(hit)
    if options.get("planned") and found != "planned":
        return ""
    if found == "needed":
        return "planned"
    if found == "planned" and hit.frame.slots["measure"] in BENEFITS and _is_rule(hit):
        return "underway"
    return found


def _stated(hit: Hit) -> bool:
    """A lack has ways of its own to be said; any other event is said by its verb."""
    lack = hit.frame.slots["measure"] == "shortage"
    return lacking.stated(hit) if lack else bool(events.said(hit))


def _attributive(hit: Hit) -> bool:
    if hit.clause.language == "ru":
        return hit.verb.best.form not in FINITE_RU
    return events.attributive(hit)


def _is_rule(hit: Hit) -> bool:
    """Беріледі, төленеді without a number of staff or a date: a benefit in force."""
    numbered = any(g.count is not None for g in groups(hit.clause))
    following = hit.clause.sentence.tokens[hit.last : hit.last + 1]
    able = "conv" in forms(hit.verb) and any(t.norm in ABLE for t in following)
    foreseen = hit.verb.norm in FORESEEN and hit.last == hit.clause.last
    present = hit.verb.best.form == "pres" or able or foreseen or hit.verb.norm.endswith(HABITUAL)
    dated = any(not str(m.value.edtf).endswith("/..") for m in hit.clause.mentions("date"))
    return present and not numbered and not dated


def _groups(hit: Hit) -> list[Phrase]:
    clause, options = hit.clause, hit.frame.options
    if options.get("team"):
        return _team(hit)
    cases = frozenset(options["cases"])
    found = in_case(groups(clause, last=None if clause.language == "ru" else hit.first), cases)
    found = [g for g in without_single(found) if not (options.get("counted") and had(g))]
    if options.get("adjective") or options.get("negative"):
        found = [g for g in found if not events.blocked(clause, found[-1].last, hit.first)]
    if options.get("aim"):
        found = [g for g in found if not lacking.aimed(hit, g.last)]
    found = [g for g in found if not is_whole(g)]
    if options.get("counted"):
        found = [g for g in found if g.count is not None]
    if options.get("noun") and found and found[0].count is None and lacking.figure(hit) is not None:
        return [found[0], *(g for g in found[1:] if g.count is not None)]
    return counted(found)


def _before(hit: Hit, spoken: Draft | None) -> list[Phrase]:
    """62 врача завершили обучение и трудоустроены: the staff that the clause before is about."""
    clause = hit.clause
    if hit.frame.options.get("status") or clause.first == 0 or groups(clause) or spoken:
        return []
    earlier = Clause(clause.sentence, clause.index, 0, clause.first - 1, clause.language)
    return [g for g in groups(earlier) if g.count is not None and not had(g)][-1:]


def _team(hit: Hit) -> list[Phrase]:
    """… мамандардан тұратын команда құрылады: the staff that a team will consist of."""
    tokens = hit.clause.sentence.tokens
    return [
        g
        for g in groups(hit.clause, last=hit.first)
        if tokens[g.head].best.case == "abl" and tokens[g.last].norm == "тұратын"
    ][-1:]


def _draft(hit: Hit, group: Phrase, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    tokens = clause.sentence.tokens
    draft = Draft(
        "Staffing",
        dict(hit.frame.slots),
        min(group.start, tokens[hit.first].start),
        tokens[clause.last - 1].end,
        hit.frame.name,
    )
    draft.say("profession", profession(group))
    draft.say("status", said)
    _sum(draft, clause)
    number = group.count or (lacking.figure(hit) if hit.frame.options.get("noun") else None)
    if number is not None:
        roles.quantity(draft, "count", number)
        if number.last <= clause.first:
            draft.used.discard(number.start)  # the clause before has told something else of them
    at = number.first if number is not None and clause.language == "ru" else hit.first
    if not regions.several_regions(clause):
        roles.place(draft, roles.nearest_place(clause, at))
    return roles.finish(draft, clause, memory)


def _sum(draft: Draft, clause: Clause) -> None:
    if draft.slots["measure"] == "social-support":
        for money in clause.mentions("money")[:1]:
            roles.quantity(draft, "amount", money)


def _taken_up(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """Return what a clause without staff says of those spoken of just before."""
    measure = hit.frame.slots["measure"]
    if measure == "housing":
        return _housed(hit, said, memory)
    return _hired(hit, said, memory) if measure == "recruitment" else []


def _hired(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """… оқуын аяқтап, жұмысқа кіріспек: the same staff as those trained."""
    trained = memory.last_draft("Training", within=0, sentence=hit.clause.index)
    if trained is None or "count" not in trained.slots or not hit.frame.options.get("counted") or groups(hit.clause):
        return []
    tokens = hit.clause.sentence.tokens
    draft = Draft("Staffing", dict(hit.frame.slots), trained.start, tokens[hit.clause.last - 1].end, hit.frame.name)
    draft.say("status", said)
    for slot in ("count", "bound", "profession", "date", "due"):
        draft.inherit(slot, trained.slots.get(slot))
    return [roles.finish(draft, hit.clause, memory)]


def _housed(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """… баспана мәселесі шешіліп жатыр: of the staff that the same sentence spoke of."""
    pointing = any(t.norm.startswith("олар") for t in hit.clause.tokens)
    latest = memory.last_draft("Staffing", within=1 if pointing else 0, sentence=hit.clause.index)
    if latest is None:
        return []
    tokens = hit.clause.sentence.tokens
    end = tokens[hit.clause.last - 1].end
    draft = Draft("Staffing", dict(hit.frame.slots), tokens[hit.clause.first].start, end, hit.frame.name)
    draft.say("status", said)
    draft.inherit("profession", latest.slots.get("profession"))
    return [roles.finish(draft, hit.clause, memory)]


def _shares(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның 7-і анестезиолог, олардың 86-сы ауылға барады, 38 дәрігердің 15-і …: parts of a total."""
    total = memory.last_draft("Staffing", within=SHARE_REACH, sentence=clause.index)
    found = groups(clause)
    drafts = []
    for number in events.shares(clause):
        owner = _owner(clause, number) if total is None or total.sentence != clause.index else None
        group = next((g for g in found if g.count is number or _follows(g, number)), owner)
        hit = _telling(clause, number)
        placed = hit is None and _located(clause, number)
        if (total is not None and (group or hit or placed) and owner is None) or (
            owner is not None and hit is not None
        ):
            drafts.append(_part(clause, total if owner is None else None, number, group, hit, memory))
    return drafts


def _located(clause: Clause, number: Mention) -> bool:
    """… оның 97-сі ауылда: a share told by where it is."""
    rest = clause.sentence.tokens[number.last : clause.last]
    return 0 < len(rest) <= SHARE_WORDS and rest[-1].best.case == "loc" and not any(t.best.form for t in rest)


def _owner(clause: Clause, number: Mention) -> Phrase | None:
    """38 дәрігердің 15-і; 40 дәрігер келсе, солардың 23-і: the staff of the same sentence that a share is of."""
    pointing = number.first > 0 and clause.sentence.tokens[number.first - 1].norm in events.WHOSE
    found = [g for g in groups(clause.whole) if g.count is not None and g.last <= number.first]
    return next((g for g in reversed(found) if pointing or g.last == number.first), None)


def _telling(clause: Clause, number: Mention) -> Hit | None:
    """Return the cue behind a share that says what became of it."""
    found = (h for h in every("staffing", clause) if h.first >= number.last)
    return next((h for h in found if _fits(h) and (h.frame.slots["measure"] == "shortage" or _said(h))), None)


def _follows(group: Phrase, number: Mention) -> bool:
    tokens = group.clause.sentence.tokens
    return 0 <= group.first - number.last <= 2 and all(
        t.text in "–—-" for t in tokens[number.last : group.first] if t.norm not in FIGURE_ENDINGS
    )


def _part(
    clause: Clause, total: Draft | None, number: Mention, group: Phrase | None, hit: Hit | None, memory: Memory
) -> Draft:
    end = clause.sentence.tokens[clause.last - 1].end
    draft = Draft("Staffing", dict(hit.frame.slots) if hit is not None else {}, number.start, end, "staffing-share")
    roles.quantity(draft, "count", number)
    if group is not None:
        draft.say("profession", profession(group))
        draft.cover(group.start, group.end)
    if hit is not None:
        draft.say("status", hit.frame.options.get("status") or _said(hit))
        _sum(draft, clause)
    for slot in _carried(draft, total):
        draft.inherit(slot, total.slots.get(slot) if total is not None else None)
    return roles.finish(draft, clause, memory)


def _carried(draft: Draft, total: Draft | None) -> tuple[str, ...]:
    """Return what a share takes from its total; of another measure only who they are and where."""
    if total is None:
        return ()
    same = draft.slots.get("measure", total.slots.get("measure")) == total.slots.get("measure")
    return CARRIED if same else ("profession", "region")


def _continued(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның ішінде 27 терапевт, 21 педиатр: the members of a total, without a verb of their own."""
    total = memory.last_draft("Staffing", within=1, sentence=clause.index)
    if total is None or not roles.takes_up(clause) or any(t.best.form in FINITE_RU for t in clause.tokens):
        return []
    found = [g for g in groups(clause) if g.count is not None]
    return [_part(clause, total, g.count, g, None, memory) for g in found if g.count is not None]
