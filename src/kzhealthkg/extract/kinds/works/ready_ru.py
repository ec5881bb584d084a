"""How far a Russian work has got: готовность объекта 70 %, строительство завершено на 76 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.asides import part_word
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.places_ru import places_of
from kzhealthkg.extract.context.shown_ru import shown_since
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.context.sole import sole_work
from kzhealthkg.extract.context.where import say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.works.back_ru import KEPT, spoken_of
from kzhealthkg.extract.kinds.works.drafts import say_name
from kzhealthkg.extract.kinds.works.drafts_ru import end_of
from kzhealthkg.extract.kinds.works.pointing_ru import POINTING_REACH
from kzhealthkg.extract.kinds.works.readiness import of_no_building
from kzhealthkg.model import FacilityValue, Mention


def readiness(hit: Hit, memory: Memory) -> list[Draft]:
    """Return the progress of the work named last: готовность объекта 70 %, строительство завершено на 76 %."""
    clause, percents = hit.clause, hit.clause.mentions("percent")
    if not percents or _of_other_house(clause) or of_no_building(hit, percents[0]):
        return []
    draft = Draft("Works", dict(hit.frame.slots), clause.tokens[0].start, end_of(clause), hit.frame.name)
    named = [m for m in clause.mentions("facility") if _is_named(clause, m)]
    latest = _worked_on(memory, clause) or sole_work(memory, clause.index)
    shown = shown_since(memory, clause, latest.sentence) if latest is not None and not named else None
    named = [m for m in named if m.last <= percents[0].first] or named
    if not named and latest is not None and _in_other_town(clause, latest):
        return []
    if shown is not None:
        say_name(draft, memory.resolve(shown[1].value))
        say_place(draft, (sites(shown[0], [shown[1]])[0] or [shown[1].value.place])[0])
    elif named:
        say_name(draft, memory.resolve(named[-1].value))
        say_place(draft, (sites(clause, named[-1:])[0] or [named[-1].value.place])[0])
    elif latest is not None and "count" not in latest.slots:
        draft.slots.update({k: v for k, v in latest.slots.items() if k in (*KEPT, "workType")})
    elif latest is not None or not _say_spoken_of(draft, clause, memory):
        return []
    roles.quantity(draft, "percent", percents[0])
    still = "stopped" if not named and latest is not None and latest.slots.get("status") == "stopped" else "underway"
    draft.say("status", still if draft.slots["percent"] < 100 else "completed")
    ahead = any(phase_of(t, "ru") == "plan" or t.best.form == "fut" for t in clause.tokens)
    return [roles.finish(draft, clause, memory, completion=ahead or None)]


def _of_other_house(clause: Clause) -> bool:
    """Строительство ветеринарного пункта завершено на 80 %: what is being built is none of the facilities told of."""
    tokens, named = clause.sentence.tokens, clause.mentions("facility")
    for at in (i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *BUILDING)):
        what = next((i for i in range(at + 1, clause.last) if tokens[i].best.pos != "ADJ"), at)
        of_it = what > at and tokens[what].best.pos == "NOUN" and "gen" in {r.case for r in tokens[what].readings}
        if of_it and not is_lemma(tokens[what], *HOUSE) and not any(m.first <= what < m.last for m in named):
            return part_word(clause, what, what + 1) is None
    return False


BUILDING = frozenset(lexicon.words("kinds.works.ready_ru", "building"))
HOUSE = frozenset(lexicon.words("kinds.works.ready_ru", "house"))


def fit(hit: Hit) -> str | None:
    """Амбулатория готова к эксплуатации: finished, unless it will or should be; "" where it is not, None for other cues."""
    if not hit.frame.options.get("fit"):
        return None
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if any(t.norm == "не" for t in tokens[max(clause.first, hit.first - 2) : hit.last]):
        return ""
    ahead = any(t.best.form == "fut" or is_lemma(t, *DUE) for t in tokens[clause.first : clause.last])
    return "planned" if ahead else "completed"


DUE = frozenset(lexicon.words("kinds.works.ready_ru", "due"))


def _say_spoken_of(draft: Draft, clause: Clause, memory: Memory) -> bool:
    """Name the facility spoken of, or the one town of a headline; say whether there was either."""
    facility = spoken_of(memory, clause)
    places = places_of(clause.whole) if not clause.index else []
    if facility is None and len(places) != 1:
        return False
    draft.slots.update(_only_sort(memory))
    say_name(draft, facility or FacilityValue(""))
    say_place(draft, facility.place if facility else places[0])
    return True


def _is_named(clause: Clause, mention: Mention) -> bool:
    """Say whether a facility has a name, or its sort is said of one told for the first time or in a town of its own."""
    value: FacilityValue = mention.value
    sort = value.type not in ("", "medical-facility")
    return bool(value.name or (value.type and not value.definite) or (sort and any(sites(clause, [mention])[0])))


def _worked_on(memory: Memory, clause: Clause) -> Draft | None:
    """Return the newest work of the sentences before that is more than an equipping."""
    found = [d for d in memory.drafts if d.kind == "Works" and clause.index - d.sentence <= POINTING_REACH]
    found = [d for d in found if d.slots["workType"] != "equipping"]
    return found[-1] if found else None


def _only_sort(memory: Memory) -> dict[str, str]:
    """Return the sort of all the works that were told of so far, nothing where there are several or none."""
    sorts = {d.slots["workType"] for d in memory.drafts if d.kind == "Works"} - {"equipping"}
    return {"workType": sorts.pop()} if len(sorts) == 1 else {}


def _in_other_town(clause: Clause, latest: Draft) -> bool:
    """В A ремонт завершён на 60 %: not the work told just before, which is in B."""
    here = {p.name for p in places_of(clause)}
    return bool(here) and "place" in latest.slots and not here & {latest.slots["place"], latest.slots.get("district")}
