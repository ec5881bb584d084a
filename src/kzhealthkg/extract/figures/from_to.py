"""The two values of a change from one to the other: 12-ден 8-ге, с 62 до 41 %."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention


def from_to(clause: Clause, figures: list[Mention], change: str = "") -> list[tuple[Mention, Mention]]:
    """Return the figures of each "from A to B"; in Russian of the first one, also where the second alone has percents."""
    near = [(_alike(clause, a, b), b) for a, b in pairwise(figures) if b.first - a.last <= BETWEEN]
    near = [(a, b) for a, b in near if a.type == b.type]
    if clause.language == "kk":
        found = [
            (a, b) for a, b in near if _case(clause, a) == "abl" and _case(clause, b) == "dat" and not a.value.bound
        ]
        return [pair for pair in found if not _by_percent(figures, pair, change)]
    tokens = clause.sentence.tokens
    found = [(a, b) for a, b in near if tokens[a.first - 1].norm in WITH]
    return [(a, b) for a, b in found if "до" in (tokens[b.first - 1].norm, tokens[b.first].norm)][:1]


def _by_percent(figures: list[Mention], pair: tuple[Mention, Mention], change: str) -> bool:
    """7,8-ден 9 пайызға төмендеді: from what and by how much, where "to" would be the other way."""
    written = next((m.type for m in figures if m.first == pair[0].first), "")
    bare = written == "number" and pair[1].type == "percent"
    fell = pair[1].value.value < pair[0].value.value
    return bare and bool(change) and fell != (change == "decrease")


def _alike(clause: Clause, one: Mention, other: Mention) -> Mention:
    """С 62 до 41 %, 62-ден 41 пайызға: the first value is a percentage as the second one is."""
    if one.type != "number" or other.first - one.last > 1:
        return one
    if other.type == "percent" and (clause.language == "ru" or one.case == "abl"):
        return replace(one, type="percent", value=replace(one.value, unit=other.value.unit))
    return _scaled(clause, one, other) if clause.language == "ru" else one


def _scaled(clause: Clause, one: Mention, other: Mention) -> Mention:
    """С 210 до 236 тысяч: thousands and millions are said once."""
    words = [t.norm for t in clause.sentence.tokens[one.first : other.last]]
    scale = next((SCALES[w] for word in words[one.last - one.first :] for w in SCALES if word.startswith(w)), 1)
    said = any(not word[0].isdigit() for word in words[: one.last - one.first])
    if said or scale == 1 or one.value.value >= scale:
        return one
    return replace(one, value=replace(one.value, value=one.value.value * scale))


SCALES = dict(
    zip(
        lexicon.words("extract.figures.from_to", "scales"),
        (1000, 1_000_000, 1_000_000, 1_000_000_000, 1_000_000_000),
        strict=True,
    )
)


def _case(clause: Clause, figure: Mention) -> str:
    """Return the case of a figure, which the noun of what it counts may bear: 12 жағдайдан 8-ге."""
    if figure.case not in ("nom", "") or figure.last >= clause.last:
        return figure.case
    behind = clause.sentence.tokens[figure.last]
    counts = bool(measures.sorts(clause, figure.last) & COUNTED) or is_lemma(behind, *UNITS)  # 6,1 промиллеге
    again = any(behind.best.lemma in t.words for t in clause.sentence.tokens[clause.first : figure.first])
    return behind.best.case if counts or again else figure.case  # нүктелер саны 100-ден 900 нүктеге


UNITS = lexicon.words("extract.figures.from_to", "units")


COUNTED = frozenset({"event", "people", "staff", "facility", "thing"})


BETWEEN = 4
"""Words between the two values of a change, at most."""
