"""When a headline and the article below it tell one thing: a visit's town, an agreement's sides, a delivery."""

from __future__ import annotations

from typing import Any

from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.merge.districts import is_district
from kzhealthkg.extract.merge.sorts import things
from kzhealthkg.extract.merge.words import plainly, shortened
from kzhealthkg.extract.merge.works import HEADLINE, key

SAME = 4
"""A settlement lies in the district that its KATO code begins with."""


def visited_town(one: Draft, other: Draft) -> bool:
    """Министр осмотрел больницы в A. … Министр побывал в поликлинике A: a headline's town is the first stop in it."""
    first, later = sorted((one, other), key=lambda d: d.sentence)
    bare = first.sentence == 0 and "facility" not in first.slots
    same = first.slots.get("place") == later.slots.get("place") or town_of(first, later) or _nowhere(first, later)
    same = (same and "place" in first.slots) or _somewhere(first, later)
    same = same and first.slots.get("person") == later.slots.get("person")
    return bare and later.sentence > 0 and same and first.slots.get("date", "") in ("", later.slots.get("date"))


def _somewhere(first: Draft, later: Draft) -> bool:
    """Аким посетил больницы. … Аким области побывал в поликлинике A: a headline's visit without a place is the first stop."""
    placed = not {"place", "facility"}.isdisjoint(later.slots) and later.sentence <= HEADLINE
    return placed and first.slots.keys() <= {"person", "region"} and _one_region(first, later)


def _one_region(one: Draft, other: Draft) -> bool:
    return len({d.slots["region"] for d in (one, other) if "region" in d.slots}) <= 1


def _nowhere(first: Draft, later: Draft) -> bool:
    """Аким A побывал в поликлинике. Глава города осмотрел её: right below a headline, where it was is not said again."""
    unplaced = later.sentence <= HEADLINE and not {"place", "facility", "stop"} & later.slots.keys()
    return unplaced and first.slots.get("region") == later.slots.get("region")


def town_of(one: Draft, other: Draft) -> bool:
    """Проверил больницу в Хромтау. В поездке в Хромтауский район …: the headline's town is in the district below it."""
    first, later = sorted((one, other), key=lambda d: d.sentence)
    codes = [str(d.slots.get("placeCode", "")) for d in (first, later)]
    whole = (
        "place" in later.slots
        and "district" in later.slots
        and str(later.slots["district"]) in str(later.slots["place"])
    )
    whole = whole and later.slots["place"] != later.slots["district"]
    headline = first.sentence == 0 and later.sentence <= HEADLINE
    return headline and whole and bool(codes[0]) and codes[0] != codes[1] and codes[0][:SAME] == codes[1][:SAME]


def in_the_town(one: Draft, other: Draft) -> Draft | None:
    """Арал ауданына барды, Арал қаласындағы емхананы көрді: the visit of a house in the town that bears the district's name."""
    housed = [d for d in (one, other) if "facility" in d.slots and not is_district(d)]
    codes = [str(d.slots.get("placeCode", "")) for d in (one, other)]
    inside = bool(codes[0]) and codes[0] != codes[1] and codes[0][:SAME] == codes[1][:SAME]
    wide = any(is_district(d) and "facility" not in d.slots for d in (one, other))
    return housed[0] if inside and wide and housed else None


def same_years(one: Draft, other: Draft) -> bool:
    """За пять лет построили 46 объектов. С 2019 по 2023 год построено 46: a headline counts the years the lead names."""
    first, later = sorted((one, other), key=lambda d: d.sentence)
    dates = [str(d.slots.get("date", "")) for d in (first, later)]
    counted = "count" in first.slots and first.slots["count"] == later.slots.get("count")
    headline = first.sentence == 0 and 0 < later.sentence <= HEADLINE and all("/" in date for date in dates)
    return counted and headline and dates[0][:SAME] == dates[1][:SAME]


def agreed(one: Draft, other: Draft) -> bool:
    """Подписан меморандум о клинике. A и B подписали меморандум о …: a headline leaves the parties to the lead.

    A и B договорились: it leaves to the lead what they have signed.
    """
    first, later = sorted((one, other), key=lambda d: d.sentence)
    if _signed_again(first, later):
        return True
    if first.sentence or not 0 < later.sentence <= HEADLINE or "parties" not in later.slots:
        return False
    if first.slots.get("status") != later.slots.get("status"):
        return False
    if first.slots.keys() & {"parties", "signatories"}:
        typed = first.slots["agreementType"] == later.slots["agreementType"]
        shared = (typed or first.rule.startswith("agreement-agree")) and _one_side(first, later)
        return shared or (typed and _nameless(first))
    typed = first.slots["agreementType"] == later.slots["agreementType"]
    return typed or (first.slots["agreementType"] == "agreement" and _one_topic(first, later))


def _signed_again(first: Draft, later: Draft) -> bool:
    """Келісімшарт жасалды. … Келісімге X пен Y қол қойды: the paper just told of, by its widest name."""
    near = 0 < later.sentence - first.sentence <= HEADLINE and later.slots.get("agreementType") == "agreement"
    told = "parties" in first.slots and first.slots.get("status") == later.slots.get("status")
    named = "parties" not in later.slots or (told and _one_side(later, first))
    return near and told and named and "topics" not in later.slots


def _one_topic(one: Draft, other: Draft) -> bool:
    """Аурухана салу туралы келісім жасалды. … 300 төсектік аурухана салу меморандумы: one topic is told in the other."""
    pairs = ((key(a), key(b)) for a in one.slots.get("topics", ()) for b in other.slots.get("topics", ()))
    return any(a.endswith(b) or b.endswith(a) for a, b in pairs)


def _nameless(headline: Draft) -> bool:
    """Подписан меморандум с корейской клиникой: a headline's one party that only its sort tells."""
    parties = headline.slots.get("parties", ())
    return "signatories" not in headline.slots and len(parties) == 1 and parties[0].islower()


def _one_side(one: Draft, other: Draft) -> bool:
    """Say whether two agreements have a party in common, told in full or short."""
    pairs = ((key(a), key(b)) for a in one.slots.get("parties", ()) for b in other.slots["parties"])
    return any(a.startswith(b) or b.startswith(a) or shortened(a, b) for a, b in pairs)


def without_missions_heralded(drafts: list[Draft]) -> list[Draft]:
    """Аралда 300 бала тексерілді. … ауданға барып, 300 баланы тексерді: the lead tells the headline's figures in full."""
    teams = [d for d in drafts if d.kind == "Mission" and d.sentence]
    early = [d for d in teams if d.sentence <= HEADLINE]
    kept = [d for d in drafts if not any(_heralds(d, later) for later in early)] if early else drafts
    return [d for d in kept if not any(_treated(d, team) for team in teams)] if teams else kept


def _treated(draft: Draft, team: Draft) -> bool:
    """Хирург 8 балаға ота жасады. … келген хирург сегіз балаға имплант қойды: those operated on are the team's patients."""
    same = draft.rule == "indicator-operated" and draft.slots["value"] == team.slots.get("patients")
    near = 0 < team.sentence - draft.sentence <= NEAR and "date" not in draft.slots
    return same and near and draft.slots.get("region") in (None, team.slots.get("region"))


NEAR = 6
"""Sentences within which a team's patients are told again."""


def _heralds(first: Draft, later: Draft) -> bool:
    if first.sentence:
        return False
    if first.kind == "Indicator":
        return first.rule == "indicator-done" and first.slots["value"] == later.slots.get("operations")
    told = {k for k in MISSION_FIGURES if k in first.slots}
    if told == {"operations"} and first.slots["operations"] == later.slots.get("patients"):
        later.inherit("operations", first.slots["operations"])  # 12 ота жасалды: 12 науқасқа ота жасалды
    return first.kind == "Mission" and bool(told) and all(first.slots[k] == later.slots.get(k) for k in told)


MISSION_FIGURES = ("count", "patients", "operations", "participants")


def without_uncounted(drafts: list[Draft]) -> list[Draft]:
    """Медики получили квартиры. … Ключи вручили 24 врачам: a headline without figures is what the lead tells with them."""
    early = [d for d in drafts if d.kind == "Staffing" and 0 < d.sentence <= COUNTED and FIGURES & d.slots.keys()]
    told = {d.slots.get("measure") for d in early if d.sentence <= HEADLINE}
    later = {tuple(d.slots.get(k) for k in OF_STAFF) for d in early}
    return [d for d in drafts if not (_uncounted(d) and _counted_below(d, told, later))]


def _counted_below(headline: Draft, told: set[Any], later: set[tuple[Any, ...]]) -> bool:
    """Say whether the lead counts those of a headline, or a sentence below it as far and in the same region."""
    return headline.slots.get("measure") in told or tuple(headline.slots.get(k) for k in OF_STAFF) in later


OF_STAFF = ("measure", "status", "region")
COUNTED = 5
"""Sentences in which a headline's staff are counted."""


def without_district_towns(drafts: list[Draft]) -> list[Draft]:
    """A-да емхана салынады. A ауданындағы B ауылында емхана салынады: the headline's A is the lead's district."""
    early = [d for d in drafts if d.kind == "Works" and 0 < d.sentence <= HEADLINE and "district" in d.slots]
    return [d for d in drafts if not any(_of_district(d, other) for other in early)]


def _of_district(headline: Draft, lead: Draft) -> bool:
    same = all(headline.slots.get(k) == lead.slots.get(k) for k in ("workType", "region"))
    sort, lead_sort = (str(d.slots.get("facilityType", "")) for d in (headline, lead))
    same = same and (sort == lead_sort or lead_sort.endswith(f"-{sort}"))
    states = {headline.slots.get("status"), lead.slots.get("status")}
    same = same and (len(states) == 1 or states == {"planned", "underway"})
    plain = headline.kind == "Works" and headline.sentence == 0 and not OWN & headline.slots.keys()
    plain = plain and headline.slots.get("district") in (None, lead.slots["district"])
    return plain and same and headline.slots.get("place") == lead.slots["district"] != lead.slots.get("place")


def without_summing_headlines(drafts: list[Draft]) -> list[Draft]:
    """В районе появятся амбулатории. … строят амбулатории в сёлах A и B: a headline without a number sums up the villages."""
    below = [d for d in drafts if d.kind == "Works" and d.sentence]
    sites = [d for d in below if "place" in d.slots and not OWN_NAME & d.slots.keys()]
    return [d for d in drafts if not (d.kind == "Works" and _sums_up(d, sites))] if len(sites) > 1 else drafts


def _sums_up(headline: Draft, sites: list[Draft]) -> bool:
    slots = headline.slots
    place, district = str(slots.get("place", "")), str(slots.get("district", ""))
    if headline.sentence or OWN_NAME & slots.keys() or (place and not (district and place.startswith(district))):
        return False
    alike = [d for d in sites if all(d.slots.get(k) == slots.get(k) for k in SITED)]
    alike = [d for d in alike if not district or d.slots.get("district") == district]
    if slots.get("status") == "completed" and not any(d.slots.get("status") == "completed" for d in alike):
        return False  # в районе сдали амбулаторию … амбулатории откроют в сёлах A и B
    return len({d.slots["place"] for d in alike} - {place}) > 1


OWN_NAME = frozenset({"count", "facility", "amount", "percent"})
SITED = ("workType", "facilityType", "region")
OWN = frozenset({"count", "facility", "amount", "date"})
FIGURES = frozenset({"count", "amount"})


def _uncounted(draft: Draft) -> bool:
    return draft.kind == "Staffing" and draft.sentence == 0 and not FIGURES & draft.slots.keys()


def delivered(one: Draft, other: Draft) -> bool:
    """Больницы получили машины. Автомобили получили медучреждения: a headline's bare thing is that of the lead."""
    figures = [{k: d.slots.get(k) for k in ("count", "amount")} for d in (one, other)]
    early = one.sentence != other.sentence and max(one.sentence, other.sentence) <= HEADLINE
    alike = bool(things(one) & things(other)) or described(key(one.slots["item"]), key(other.slots["item"]))
    same = one.slots.get("status") == other.slots.get("status") and _one_receiver(one, other)
    first, later = (f for _, f in sorted(zip((one.sentence, other.sentence), figures, strict=True), key=lambda p: p[0]))
    told = first == later or (not any(first.values()) and later["count"] is None)
    return told and later["count"] != 1 and early and alike and same


def described(one: str, other: str) -> bool:
    """Say whether one of two names has what describes it beside: оборудование экспертного класса, медициналық аппарат."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} ") or long.endswith((f" {short}", f"-{short}"))


def _one_receiver(one: Draft, other: Draft) -> bool:
    first, second = (key(d.slots.get("facility", "")) for d in (one, other))
    towns = [{d.slots[k] for d in (one, other) if k in d.slots} for k in ("district", "place")]
    here = one.slots.get("region") == other.slots.get("region") and any(len(town) == 1 for town in towns)
    local = here and not (first and second)
    return first == second or local or bool(first and second and shortened(plainly(one), plainly(other)))


def whole_district(full: Draft, thin: Draft) -> bool:
    """A headline's "X district" is the district of the hospital named below it, no place of its own."""
    named = full.kind == "Procurement" and "facility" in full.slots and "facility" not in thin.slots
    district = thin.slots.get("district")
    return named and district is not None and str(thin.slots.get("place", "")).startswith(f"{district} ")


MENDING = ("reconstruction", "repair")


def without_vaguer(drafts: list[Draft]) -> list[Draft]:
    """Модернизируют центральную больницу. … Начат ремонт центральной районной больницы: the headline tells it vaguely."""
    mended = [d for d in drafts if d.kind == "Works" and d.slots["workType"] in MENDING and "facility" in d.slots]
    vague = [d for d in mended if d.sentence == 0 and any(_tells_more(one, d) for one in mended)]
    return [d for d in drafts if d not in vague] if vague else drafts


def _tells_more(one: Draft, headline: Draft) -> bool:
    """Say whether a work right below a headline is on the same house, called as it is or more fully, in no other place."""
    short, long = key(headline.slots["facility"]), key(one.slots["facility"])
    places = {d.slots["place"] for d in (one, headline) if "place" in d.slots}
    same = one.slots.get("region") == headline.slots.get("region") and len(places) < 2
    another = one.slots["workType"] != headline.slots["workType"] or short != long
    return 0 < one.sentence <= HEADLINE + 1 and another and same and (short == long or shortened(short, long))
