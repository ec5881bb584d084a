"""To which facility or work a Russian mention points back: объект сдан, строительство больницы завершено."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.standing import CALLED_APART, may_be_named
from kzhealthkg.extract.clause.status_ru import verb_of
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.sites_ru import sites
from kzhealthkg.extract.context.sole import sole_work
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import FacilityValue, Mention

THIS = lexicon.words("kinds.works.pointing_ru", "this")
TOPIC_REACH = 3
POINTING_REACH = 3


def points_back(hit: Hit, mention: Mention) -> bool:
    """Объект сдан, строительство больницы завершено: a bare noun is the facility spoken of."""
    value: FacilityValue = mention.value
    if value.name or value.count or any(sites(hit.clause, [mention])[0]):
        return False
    near = hit.clause.sentence.tokens[max(hit.clause.first, mention.first - 1) : mention.first]
    if any(m.first == mention.last + 1 for m in hit.clause.mentions("number")):
        return False  # строительство больницы на 300 коек
    this = any(is_lemma(t, *THIS) for t in near) or (value.definite and value.type in ("", "medical-facility"))
    topic = mention.last <= hit.first and mention.first - hit.clause.first <= TOPIC_REACH
    ended = verb_of(hit) is None or is_lemma(hit.clause.sentence.tokens[hit.first], *HANDING)  # сдать больницу
    return this or (topic and not value.plural) or (ended and value.definite) or (topic and value.plural)


HANDING = lexicon.words("kinds.works.pointing_ru", "handing")


def latest_work(hit: Hit, memory: Memory, mention: Mention | None) -> Draft | None:
    """Return the newest work that a mention can point back to, None where there is none."""
    near = [d for d in memory.drafts if d.kind == "Works" and hit.clause.index - d.sentence <= POINTING_REACH]
    if mention is None or not mention.value.plural:
        latest = near[-1] if near and "count" not in near[-1].slots else None
        latest = latest if near else sole_work(memory, hit.clause.index)
        if _named_since(latest, mention, memory):
            return None
        return latest if latest is None or mention is None or _fits(mention, latest) else None
    return next((d for d in reversed(near) if "count" in d.slots and _fits(mention, d)), None)


def _named_since(latest: Draft | None, mention: Mention | None, memory: Memory) -> bool:
    """Построена поликлиника. В селе работает больница. Учреждение отремонтируют: another sort has been named since the work."""
    if latest is None or mention is None or mention.value.type not in ("", "medical-facility"):
        return False
    since = memory.spoken_of() if memory.facility_sentence > latest.sentence else None
    return since is not None and since.type not in ("", "medical-facility", latest.slots.get("facilityType"))


def _fits(mention: Mention, latest: Draft) -> bool:
    """A bare больница points to a hospital only, объект to anything."""
    kind, known = mention.value.type, str(latest.slots.get("facilityType", ""))
    if mention.value.plural and not known and "facility" not in latest.slots and "count" in latest.slots:
        return kind in ("", "medical-facility")  # 20 объектов. Амбулатории сдадут: some of them
    named = may_be_named(mention.value, str(latest.slots.get("facility", "")))
    return kind in ("", "medical-facility", known) or (
        known.endswith(kind) and known not in CALLED_APART if known else named
    )
