"""Russian figures of people with no noun of their own: вторую дозу получили 186 тысяч; 462 тысячи человек (85,4%)."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import counted_names
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.when import same_period
from kzhealthkg.extract.draft import LOCATED, Draft
from kzhealthkg.extract.figures import measures, people_ru
from kzhealthkg.extract.figures.counted_heads import head_ru
from kzhealthkg.extract.figures.measured_before import latest
from kzhealthkg.extract.figures.totals_ru import past_total
from kzhealthkg.model import Mention

LEAST = 100
"""The least bare figure that can only be of people."""
THEIRS = frozenset(lexicon.words("kinds.indicator.bare_counts_ru", "theirs"))
OR = frozenset(lexicon.words("kinds.indicator.bare_counts_ru", "or"))


def bare(hit: Hit, number: Mention, memory: Memory) -> Draft | None:
    """Привиты 412 тысяч девочек. Вторую дозу получили 186 тысяч: so many of the people counted just before."""
    clause, options = hit.clause, hit.frame.options
    if not THEIRS.isdisjoint(clause.words):
        return _theirs(hit, number, memory)
    if clause.language != "ru" or not {"named", "after"} & options.keys() or "people" not in options["only"]:
        return None
    people = _people_before(clause, memory) if _stands_bare(hit, number) else ""
    said = people_ru.named(hit, number, people) if people else ""
    if not said:
        return None
    draft = Draft("Indicator", {"measure": said}, number.start, number.end, hit.frame.name)
    roles.quantity(draft, "value", number)
    draft.say("unit", "%" if number.type == "percent" else "")
    draft.cover(clause.sentence.tokens[hit.first].start, clause.sentence.tokens[hit.last - 1].end)
    same_period(draft, clause, memory)
    return roles.finish(draft, clause, memory, completion=False, near=number.first)


def _theirs(hit: Hit, number: Mention, memory: Memory) -> Draft | None:
    """В прошлом году их было 240: so many, at another time, of what the sentence before counts."""
    clause, before = hit.clause, latest(hit.clause, memory)
    counts = before is not None and memory.drafts[-1] is before and before.slots.keys().isdisjoint(("unit", "change"))
    beside = hit.frame.name == STOCK and number.first == hit.last and number.last >= clause.last
    if before is None or not (counts and beside and clause.mentions("date")):
        return None
    draft = Draft("Indicator", {"measure": before.slots["measure"]}, number.start, number.end, STOCK)
    roles.quantity(draft, "value", number)
    draft.cover(clause.sentence.tokens[hit.first].start, number.end)
    draft.take_over(before, *LOCATED)
    return roles.finish(draft, clause, memory, completion=False, near=number.first)


STOCK = "indicator-stock-ru"


def _stands_bare(hit: Hit, number: Mention) -> bool:
    """Say whether a figure of hundreds ends its clause or stands right before the verb, with nothing counted."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    behind = tokens[number.last].text if number.last < len(tokens) else "."
    if number.type == "percent":
        return past_total(clause, number.last) >= clause.last > number.last  # 94 % из общего числа
    ends = number.last >= clause.last or behind in ",.;»)"
    plain = number.value.value >= LEAST and tokens[number.first - 1].text not in "(–—-" if number.first else True
    return plain and (number.last == hit.first or (ends and 0 <= number.first - hit.last <= 1))


def _people_before(clause: Clause, memory: Memory) -> str:
    """Return the people counted by the figure told last, in the nominative plural; "" for anything else."""
    told = [d for d in memory.recent(1, clause.index) if d.kind == "Indicator" and d.slots.get("unit") != "%"][:1]
    whole = [
        Clause(s, d.sentence, 0, len(s.tokens), "ru") for d in told for s in (memory.document.sentences[d.sentence],)
    ]
    heads = [(c, head_ru(c, m)) for c in whole for m in c.mentions("number") if m.start in told[0].used]
    people = [(c, h) for c, h in heads if h is not None and "people" in measures.sorts(c, h)]
    return counted_names.plural_ru(people[0][0].sentence.tokens[people[0][1] :][:1], 0).lower() if people else ""


def shares(clause: Clause, told: list[tuple[Mention, int, Draft]]) -> list[Draft]:
    """462 тысячи человек (85,4%), 16,7 млн человек, или 83% населения: the same people as a share."""
    if clause.language != "ru" or "percent" not in clause.named:
        return []
    pairs = [(_share(clause, number, head), draft) for number, head, draft in told if number.type == "number"]
    return [_as_share(share, draft) for share, draft in pairs if share is not None]


def _share(clause: Clause, number: Mention, head: int) -> Mention | None:
    """Return the percentage in brackets or behind "or" right behind those counted."""
    tokens, end = clause.sentence.tokens, max(head + 1, number.last)
    found = next((m for m in clause.mentions("percent", first=end)), None)
    between = [t.norm for t in tokens[end : found.first]] if found is not None else []
    opened = between == ["("] and found is not None and found.last < len(tokens) and tokens[found.last].text == ")"
    return found if opened or (len(between) <= 2 and between[-1:] and between[-1] in OR) else None


def _as_share(share: Mention, draft: Draft) -> Draft:
    slots = {k: v for k, v in draft.slots.items() if k not in ("value", "bound")} | {"unit": "%"}
    made = replace(draft, slots=slots, inherited=set(draft.inherited), used=set())
    roles.quantity(made, "value", share)
    return made
