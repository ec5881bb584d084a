"""Which staff a cue speaks of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause import lack_figures, lacking
from kzhealthkg.extract.clause.between import blocked
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.prepositions import MEANT_FOR
from kzhealthkg.extract.clause.syntax import ENDS, Clause, is_lemma
from kzhealthkg.extract.context import of_total
from kzhealthkg.extract.figures.people import counted, end, groups, had, in_case, is_whole, without_single
from kzhealthkg.extract.kinds.staffing.such_as import such_as
from kzhealthkg.model import Token

GENERAL = lexicon.words("kinds.staffing.groups", "general")
LESSONS = lexicon.words("kinds.staffing.groups", "lessons")
JOINS = frozenset(lexicon.words("kinds.staffing.groups", "joins"))


def staff(hit: Hit) -> list[Phrase]:
    """Return the groups of staff that a cue governs, in the case that its frame asks for."""
    clause, options = hit.clause, hit.frame.options
    if options.get("team"):
        return _team(hit)
    cases = frozenset(options["cases"])
    named = groups(clause, last=None if clause.language == "ru" else hit.last - 1)
    found = such_as(clause, named) or in_case([g for g in named if _missed(hit, g)], cases)
    found = [g for g in without_single(found) if not (options.get("counted") and had(g))]
    found = [g for g in found if g.count is None or not lack_figures.left_behind(clause, g.count)]
    found = [g for g in found if not _in_another_clause(hit, g)]
    if options.get("adjective") or options.get("negative"):
        found = [g for g in found if not blocked(clause, end(found[-1]), hit.first)]
    if options.get("aim"):
        found = [g for g in found if not lacking.aimed(hit, g.last)]
    found = [g for g in found if not is_whole(g) and not of_lessons(g) and not _for_them(hit, g)]
    found = [g for g in found if not (_only_some(hit, g) or _gives(hit, g))]
    if options.get("counted"):
        found = _counted_row(found) or (_row(found) if options.get("row") else [])
    if options.get("noun") and found and clause.language == "ru" and _told_before(hit, found):
        return [replace(found[-1], count=None)]
    if options.get("noun") and found and found[0].count is None and lack_figures.figure(hit) is not None:
        return _with_figure(hit, found)
    if hit.frame.slots["measure"] != "shortage":
        return found if options.get("counted") else counted(found)
    counted_too = {g.head for one in found for g in together(one)[1:]}
    found = [g for g in found if g.head not in counted_too]
    one = _single_ones(found)
    return [*_spelt_out(hit, found), *(g for g in found if g in one or g in counted(found))]


def _missed(hit: Hit, group: Phrase) -> bool:
    """Осталась без (единственного) хирурга: say whether "without" governs a group where the cue asks for it."""
    if not hit.frame.options.get("without"):
        return True
    before = group.clause.sentence.tokens[max(group.clause.first, group.head - MISSED_REACH) : group.head]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i].norm == WITHOUT), None)
    return at is not None and not any(t.best.pos in ("VERB", "PUNCT") for t in before[at:])


def _in_another_clause(hit: Hit, group: Phrase) -> bool:
    """Нет хирурга, при необходимости врача вызывают из A: who stands with a verb of his own is not lacking."""
    if hit.clause.language != "ru" or hit.frame.slots["measure"] != "shortage" or group.first < hit.last:
        return False
    tokens, last = hit.clause.sentence.tokens, hit.clause.last
    first = next((i for i in range(group.first, hit.last - 1, -1) if tokens[i].text == ","), None)
    if first is None:
        return False
    end = next((i for i in range(group.last, last) if tokens[i].text in ",;"), last)
    return any(t.best.pos == "VERB" and t.best.form in FINITE for t in tokens[first:end])


FINITE = frozenset({"past", "pres", "fut"})
WITHOUT = "без"
MISSED_REACH = 5


def _gives(hit: Hit, group: Phrase) -> bool:
    """Сотрудники завода оказали поддержку больнице: who gives is the nominative before an active verb of giving."""
    if hit.clause.language != "ru" or group.head >= hit.first or not is_lemma(hit.verb, *GIVING):
        return False
    cases = {r.case for r in hit.clause.sentence.tokens[group.head].readings}
    return hit.verb.best.form in ACTIVE and "nom" in cases and not cases & {"dat", "gen"}


GIVING = lexicon.words("kinds.staffing.groups", "giving")
ACTIVE = frozenset({"past", "pres", "fut"})


def _only_some(hit: Hit, group: Phrase) -> bool:
    """Работают 480 медиков, половину из них направили из A: a part that is told in words, not all of them."""
    between = [t for t in hit.clause.sentence.tokens[group.last : hit.first] if hit.clause.language == "ru"]
    return any(is_lemma(a, *of_total.PARTS_IN_WORDS) and b.norm == "из" for a, b in pairwise(between))


def _counted_row(found: list[Phrase]) -> list[Phrase]:
    """Приехали гинеколог, невропатолог и два терапевта: those counted, and single ones in a row with them."""
    single = [g for g in _single_ones(found) if not _is_many(g)]
    return [g for g in found if g.count is not None or g in single]


def _row(found: list[Phrase]) -> list[Phrase]:
    """Терапевт пен педиатр жұмысқа орналасты: single professions in a row are found staff without a number."""
    named = all(not _is_many(g) for g in found) and all(_beside(a, b) for a, b in pairwise(found))
    return found if len(found) > 1 and named and not found[0].clause.mentions("person") else []


def _is_many(group: Phrase) -> bool:
    """Хирургтар, дәрігер: more than one, or nobody in particular."""
    head = group.clause.sentence.tokens[group.head]
    return bool(head.best.plural) or is_lemma(head, *GENERAL, *COMMON)


COMMON = lexicon.words("kinds.staffing.groups", "common")


def _for_them(hit: Hit, group: Phrase) -> bool:
    """Для врачей закуплены машины, которые необходимы в сёлах: for whom something is, is not who is lacking."""
    if group.clause.language != "ru" or hit.frame.slots["measure"] != "shortage":
        return False
    first = group.count.first if group.count is not None and group.count.first < group.first else group.first
    return first > 0 and group.clause.sentence.tokens[first - 1].norm in FOR


FOR = frozenset(lexicon.words("kinds.staffing.groups", "for_them"))


def _spelt_out(hit: Hit, found: list[Phrase]) -> list[Phrase]:
    """Тағы 4 дәрігер – хирург, окулист және педиатр қажет: those whom the words behind a sign tell one by one."""
    clause, sign = hit.clause, hit.clause.first - 1
    if sign < 1 or clause.sentence.tokens[sign].text not in "–—:" or not found or _edge(found[0]) > clause.first:
        return []
    before = Clause(clause.sentence, clause.index, 0, sign, clause.language)
    found = [g for g in groups(before) if g.count is not None and g.last == sign and clause.language == "kk"]
    return [g for g in found if not any(t.best.form in ENDS for t in before.sentence.tokens[g.first : sign])]


def _edge(group: Phrase) -> int:
    """Return where a group begins, its number included."""
    return min(group.first, group.count.first) if group.count is not None else group.first


def _single_ones(found: list[Phrase]) -> list[Phrase]:
    """Не хватает кардиолога и двух хирургов, екі хирург пен педиатр қажет: in a list of those counted, a singular is one."""
    single = []
    for group in found:
        tokens = group.clause.sentence.tokens
        alone = group.count is None and not tokens[group.head].best.plural
        known = [g for g in found if g.count is not None or g in single]
        beside = [g for g in known if _beside(g, group) or _beside(group, g)]
        if alone and (beside or _closed_by_one(found, group)):
            single.append(group)
    return single


def _closed_by_one(found: list[Phrase], group: Phrase) -> bool:
    """Нужны анестезиолог, офтальмолог и два педиатра: single ones in a row that a counted group closes."""
    at = found.index(group)
    for one, other in pairwise(found[at:]):
        if not _beside(one, other):
            return False
        if other.count is not None:
            return True
    return False


def _beside(one: Phrase, other: Phrase) -> bool:
    """Whether nothing but a comma or "and" parts one group from the next, and its figure."""
    first = other.count.first if other.count is not None else other.first
    between = one.clause.sentence.tokens[one.last : first]
    return one.last < first and all(t.norm in JOINS for t in between)


def _told_before(hit: Hit, found: list[Phrase]) -> bool:
    """Работают 1 874 врача, дефицит – 169: those who work are not those who are lacking."""
    figure, last = lack_figures.figure(hit), found[-1]
    before = all(g.count is not None and g.last <= hit.first for g in found)
    comma = any(t.text == "," for t in hit.clause.sentence.tokens[last.last : hit.first])
    return figure is not None and before and comma and all(g.count is not figure for g in found)


def of_lessons(group: Phrase) -> bool:
    """На обучение специалистов выделено M, 180 маман даярлауға M: the money is for lessons, and supports nobody."""
    behind = group.clause.sentence.tokens[group.last : group.last + 2]
    if group.clause.language == "kk":
        return any(is_lemma(t, *LESSONS) for t in behind)
    tokens, first = group.clause.sentence.tokens, group.count.first if group.count else group.first
    owned = first > 1 and "gen" in {r.case for r in tokens[group.head].readings}
    return owned and is_lemma(tokens[first - 1], *LESSONS) and tokens[first - 2].norm in MEANT_FOR


def _with_figure(hit: Hit, found: list[Phrase]) -> list[Phrase]:
    """Дефицит врачей – 40 специалистов, дефицит кадров – 40 врачей: one lack, of whoever is named more closely."""
    figure = lack_figures.figure(hit)
    more = [g for g in found[1:] if g.count is not None or _apart(hit, g)]
    same = [g for g in more if g.count is figure]
    if not same or hit.clause.language != "ru":
        return [found[0], *more]
    general = (_is_anybody(found[0]) and not _is_anybody(same[0])) or is_lemma(_head(found[0]), *GENERAL)
    return more if general else [found[0], *(g for g in more if g not in same)]


def _head(group: Phrase) -> Token:
    return group.clause.sentence.tokens[group.head]


def _is_anybody(group: Phrase) -> bool:
    """Дефицит врачей: 12 хирургов, 8 педиатров: whoever they are, the next words tell it more closely."""
    return is_lemma(_head(group), *GENERAL, *COMMON)


def together(group: Phrase) -> list[Phrase]:
    """40 терапевт пен педиатр, 12 хирургов и педиатров: a group with those behind it whom its figure counts as well."""
    found = groups(group.clause)
    at = next((i for i, g in enumerate(found) if g.head == group.head and g.count is not None), None)
    if at is None or any(g.count is not None for g in found if g.head != group.head):
        return [group]
    return _sharing(found[at:])


def _sharing(found: list[Phrase]) -> list[Phrase]:
    one = found[0]
    if one.count is None or one.count.first > one.first or one.count.value.value <= FEW:
        return found[:1]
    row = [one]
    for other in found[1:]:
        if not _beside(row[-1], other) or not (one.clause.language == "kk" or _head(other).best.plural):
            break
        row.append(other)
    return row


FEW = 4
"""So many of one profession may stand beside a single one of the next: екі хирург пен педиатр."""


def _apart(hit: Hit, group: Phrase) -> bool:
    """Нехватка врачей составляет 40, медсестёр – 12: a group with a figure of its own behind a dash."""
    own = lack_figures.dashed(hit, group.last)
    return own is not None and own is not lack_figures.figure(hit)


def _team(hit: Hit) -> list[Phrase]:
    """… мамандардан тұратын команда құрылады: the staff that a team will consist of."""
    tokens = hit.clause.sentence.tokens
    return [
        g
        for g in groups(hit.clause, last=hit.first)
        if tokens[g.head].best.case == "abl" and tokens[g.last].norm == "тұратын"
    ][-1:]
