"""Grant: study places or grants are given, in all and by level."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.frames import Hit, every
from kzhealthkg.extract.clause.syntax import Clause, is_lemma, words
from kzhealthkg.extract.context import events, of_total, roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.openings import takes_up
from kzhealthkg.extract.context.wording import recurs
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.kinds.grant import rows as grant_rows
from kzhealthkg.extract.kinds.grant.grantors import GRANT, giving_body, grantor
from kzhealthkg.extract.kinds.grant.guards import holders_sent, of_all_fields, of_business, of_education
from kzhealthkg.extract.kinds.grant.rows import any_level, level_of
from kzhealthkg.model import Mention

PLACES = lexicon.words("kinds.grant.grant", "places")
GRANTS = frozenset((*GRANT, *PLACES))
SCHOOLS = lexicon.words("kinds.grant.grant", "schools")
REACH = 5
MORE = frozenset(lexicon.words("kinds.grant.grant", "more"))
FROM = frozenset({"gen", "abl"})
"""Cases of the number that another one takes the place of: 1 500-дің орнына, 100-ден."""
CARRIED = ("date", "grantor", "region")
STUDY_YEARS = lexicon.words("kinds.grant.grant", "study_years")
OF_STUDY = lexicon.words("kinds.grant.grant", "of_study")
SPECIALITIES = lexicon.words("kinds.grant.grant", "specialities")


def grant(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the grants that one clause says are given."""
    drafts = _granted(clause, memory)
    return [] if drafts and (of_business(clause) or holders_sent(clause)) else drafts


def _granted(clause: Clause, memory: Memory) -> list[Draft]:
    if not clause.says(*GRANT) and not _places(clause):
        return _continued(clause, memory)
    if not clause.says("грант", *PLACES) and not _of_study(clause, memory):
        return []
    for hit in every("grant", clause):
        said = _status(hit, events.said(hit))
        drafts = _drafts(hit, said, memory) if said else []
        if drafts:
            return [] if of_all_fields(clause, memory) or of_education(clause, memory) else drafts
    return _itemised(clause, memory)


def _itemised(clause: Clause, memory: Memory) -> list[Draft]:
    """… 500 грант бөлінді: квота – 60 грант, 20 грант – …: parts of the total that the same sentence gave."""
    taken_up = "number" in clause.named and (of_total.shares(clause) or takes_up(clause))  # из них 20 грантов
    total = memory.last_draft("Grant", within=int(bool(taken_up)), sentence=clause.index)
    tokens = clause.sentence.tokens
    numbers = [m for m in clause.mentions("number") if m.last < clause.last and is_lemma(tokens[m.last], *GRANT)]
    forms = ("past", "pres", "fut", "perf") if taken_up else ("past", "pres", "fut")
    verbs = any(t.best.form in forms for t in clause.tokens)
    if total is None or verbs or "count" not in total.slots:
        return []
    return [
        _part(clause, total, m, tokens[m.last].end, _level(clause, m, numbers) or total.slots.get("level", ""), memory)
        for m in numbers
    ]


def _part(clause: Clause, total: Draft, number: Mention, end: int, level: str, memory: Memory) -> Draft:
    """Return what a number gives of a total, up to a position in the text."""
    draft = Draft("Grant", {}, number.start, end, "grant-share")
    draft.say("level", level)
    roles.quantity(draft, "count", number)
    draft.take_over(total, *CARRIED, "status")
    return roles.finish(draft, clause, memory)


def _places(clause: Clause) -> bool:
    """Резидентураға 139 орын бөлінді, университетке 15 орын: places of study are grants."""
    return clause.says(*PLACES) and _studied(clause)


def _studied(clause: Clause) -> bool:
    schools = [t for t in clause.tokens if is_lemma(t, *SCHOOLS)] if clause.says(*SCHOOLS) else []
    cases = ("dat", "loc", "gen") if clause.language == "ru" else ("dat", "loc")
    school = any(t.best.case in cases for t in schools)
    return bool(any_level(clause)) or school or "білім беру тапсырыс" in words(clause.tokens).lower()


def _of_study(clause: Clause, memory: Memory) -> bool:
    """Ұрықтандыруға 7000 квота, 300 операцияға квота: a quota is a grant where study is spoken of."""
    near = memory.document.sentences[max(0, clause.index - 1) : clause.index + 1]
    return bool(any_level(clause)) or any(t.norm.startswith(STUDY) for s in near for t in s.tokens)


STUDY = lexicon.words("kinds.grant.grant", "study")


def _status(hit: Hit, said: str) -> str:
    """Бөлінді and было предусмотрено are done; предусмотрено alone is a plan."""
    if said == "underway" and hit.clause.language == "kk" and hit.verb.best.form == "conv":
        return "allocated"
    if said == "planned" and hit.verb.best.form == "pres" and recurs(hit.clause):
        return "underway"
    past = any(t.best.lemma == "быть" and t.best.form == "past" for t in hit.clause.tokens)
    return "allocated" if said == "completed" or (past and said == "planned") else said


def _drafts(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    clause = hit.clause
    described = events.attributive(hit)  # бөлінген 150 грант
    numbers = [m for m in clause.mentions("number") if m.first < hit.last + described or clause.language == "ru"]
    if hit.frame.options.get("rise"):
        yearly = _by_year(hit, said, memory)
        return yearly or [_reached(hit, m, numbers, said, memory) for m in _risen(clause, numbers)]
    counting = [m for m in numbers if _counts_grants(hit, m)] + (_given_on(hit) if described else [])
    numbers = clause.mentions("number") if described else counting if len(counting) == 1 else numbers
    if counting:
        return [_draft(hit, m, _level(clause, m, numbers), said, memory) for m in counting]
    level = any_level(clause)
    return [_draft(hit, None, level, said, memory)] if level and not numbers and _given(hit) else []


def _given_on(hit: Hit) -> list[Mention]:
    """Бөлінген 300 гранттың [40-ы] резидентураға берілді: a share of grants that a verb behind it gives."""
    clause = hit.clause
    last = max((h.first for h in every("grant", clause)), default=hit.first)
    return [m for m in of_total.shares(clause) if hit.last < m.first < last and _share_of_grants(clause, m)]


def _share_of_grants(clause: Clause, number: Mention) -> bool:
    """Гранттардың [220-сы]: a share right behind the grants that it is of."""
    owner = clause.sentence.tokens[number.first - 1] if number.first > clause.first else None
    own = owner is not None and owner.best.case == "gen" and is_lemma(owner, *GRANT)
    return own and clause.language == "kk" and of_total.owned(clause, number)


def _ranging(clause: Clause) -> bool:
    """От бакалавриата до докторантуры: of all levels, and so of none."""
    norms = [t.norm if not level_of(t.norm, "ru") else "level" for t in clause.tokens]
    return clause.language == "ru" and any(
        norms[i : i + 4] == ["от", "level", "до", "level"] for i in range(len(norms))
    )


def _given(hit: Hit) -> bool:
    """Грантын бөлдік: the grant is the object right before the cue."""
    tokens = hit.clause.sentence.tokens
    near = tokens[hit.last : hit.last + 3] if hit.clause.language == "ru" else tokens[max(hit.first - 1, 0) : hit.first]
    return any(is_lemma(t, *GRANT) for t in near)


def _risen(clause: Clause, numbers: list[Mention]) -> list[Mention]:
    """Гранттар саны 100-ден 150-ге көбейді: the number reached."""
    if clause.language == "ru":
        tokens = clause.sentence.tokens
        reached = [m for m in numbers if "до" in (tokens[m.first - 1].norm, tokens[m.first].norm) and m.first]
        return (reached or [m for m in numbers if m.first and is_lemma(tokens[m.first - 1], *REACHING)])[-1:]
    return [m for m in numbers if m.case == "dat"][-1:]


def _reached(hit: Hit, number: Mention, numbers: list[Mention], said: str, memory: Memory) -> Draft:
    """100-ден 150-ге ұлғайтылды, со 100 до 150: the number that grants rise from is no figure of its own."""
    draft = _draft(hit, number, any_level(hit.clause), said, memory)
    tokens = hit.clause.sentence.tokens
    draft.used |= {m.start for m in numbers if m.case in FROM or tokens[max(0, m.first - 1)].norm in FROM_RU}
    return draft


REACHING = lexicon.words("kinds.grant.grant", "reaching")
FROM_RU = frozenset(lexicon.words("kinds.grant.grant", "from_ru"))


def _by_year(hit: Hit, said: str, memory: Memory) -> list[Draft]:
    """2026 жылы 300-ге, 2027 жылы – 350-ге дейін көбейеді: a number for each of several years."""
    clause = hit.clause
    drafts: list[Draft] = []
    dates = clause.mentions("date", last=hit.first)
    if len(dates) < 2 or clause.language != "kk":
        return []
    for date, following in zip(dates, [*dates[1:], None], strict=True):
        end = hit.first if following is None else following.first
        numbers = [m for m in clause.mentions("number", first=date.last, last=end) if m.case not in FROM]
        if numbers:
            draft = _draft(hit, numbers[-1], any_level(clause), said, memory)
            draft.slots.pop("due", None)
            draft.slots["date"] = date.value.edtf
            drafts.append(draft)
    return drafts if len(drafts) > 1 else []


def _counts_grants(hit: Hit, number: Mention) -> bool:
    """The word counted is a grant, a level of study in the dative (68 бакалаврға), or who gets one."""
    clause = hit.clause
    if grant_rows.labelled(clause, number) or _share_of_grants(clause, number):
        return True
    joined = 2 * (clause.sentence.tokens[number.last].norm in LIST_SIGNS) if number.last < clause.last else 0
    nearer = (m.first for m in clause.mentions("number", first=number.last + joined))  # 60 түлекке 50 грант
    after = clause.sentence.tokens[number.last : min([number.last + REACH, *nearer])]
    if any(is_lemma(a, *OF_STUDY) and is_lemma(b, *STUDY_YEARS) for a, b in pairwise(after[:2])):
        return False  # 2024 – 2025 оқу жылына арналған грант
    if after and is_lemma(after[0], *SPECIALITIES):
        return False  # по 49 специальностям выделено 2700 грантов
    if not any_level(clause) and after and is_lemma(after[0], *PLACES):
        return _studied(clause)
    wanted = (*GRANT, *PLACES) if any_level(clause) else GRANT
    if any(is_lemma(t, *wanted) or level_of(t.norm, clause.language) for t in after):
        return True
    if not clause.says(*PLACES) and any(m.first == number.last + 1 for m in of_total.shares(clause)):
        return False  # 34 маманның 12-сі грантпен оқиды
    held = any(g.count is number for g in groups(clause)) or _of_students(clause, number)
    return held and (bool(hit.frame.options.get("holders")) or _handed_to(clause, number))


def _handed_to(clause: Clause, number: Mention) -> bool:
    """Әкім гранты 45 түлекке берілді, гранты достались 45 врачам: those whom uncounted grants go to are counted."""
    tokens = clause.sentence.tokens
    granted = [i for i in range(clause.first, clause.last) if is_lemma(tokens[i], *GRANT)]
    if any(0 <= i - m.last < REACH for i in granted for m in clause.mentions("number") if m is not number):
        return False
    plain = any("nom" in {r.case for r in tokens[i].readings} for i in granted)
    return plain and any("dat" in {r.case for r in t.readings} for t in tokens[number.last : number.last + TO_WHOM])


TO_WHOM = 2
"""Words in the name of those to whom grants go: болашақ дәрігерге."""
HOLDERS = lexicon.words("kinds.grant.grant", "holders")


def _of_students(clause: Clause, number: Mention) -> bool:
    """Гранты получили 50 абитуриентов: who study are counted."""
    behind = clause.sentence.tokens[number.last : min(clause.last, number.last + 3)]
    return any(is_lemma(t, *HOLDERS) for t in behind)


def _level(clause: Clause, number: Mention, numbers: list[Mention]) -> str:
    """The level stands right behind its number, or before it (резидентураға 33 грант)."""
    tokens = clause.sentence.tokens
    own = grant_rows.own_level(clause, number, numbers)
    if own:
        return own
    if number.last < len(tokens) and level_of(tokens[number.last].norm, clause.language):
        return level_of(tokens[number.last].norm, clause.language)
    floor = max((m.last + 1 for m in numbers if m.last < number.first), default=clause.first)
    before = [level_of(t.norm, clause.language) for t in tokens[floor : number.first]]
    following = min((m.first for m in numbers if m.first > number.last), default=clause.last)
    behind = clause.language == "ru" or len(numbers) == 1
    after = [level_of(t.norm, clause.language) for t in tokens[number.last : following]] if behind else []
    near = [*after, *reversed(before)] if clause.language == "ru" else [*reversed(before), *after]
    return next((v for v in near if v), "")


def _draft(hit: Hit, number: Mention | None, level: str, said: str, memory: Memory) -> Draft:
    clause = hit.clause
    start = number.start if number is not None else clause.tokens[0].start
    draft = Draft("Grant", {}, start, clause.sentence.tokens[clause.last - 1].end, hit.frame.name)
    if number is not None:
        roles.quantity(draft, "count", number)
    if hit.frame.options.get("rise") and draft.slots.get("bound") == "atMost":
        del draft.slots["bound"]  # 2 000-ға дейін ұлғаяды: the number that is reached
    draft.say("level", "" if _ranging(clause) else level)
    draft.say("status", said)
    draft.say("grantor", grantor(clause) or giving_body(hit))
    total = memory.last_draft("Grant", within=1, sentence=clause.index)
    if level and total is not None and "level" not in total.slots:
        draft.take_over(total, *CARRIED)
    elif not level and total is not None and any(t.norm in MORE for t in clause.tokens):
        draft.inherit("level", total.slots.get("level"))
    rise = number is not None and bool(hit.frame.options.get("rise"))
    return roles.finish(draft, clause, memory, near=number.first if rise and number is not None else None)


def _continued(clause: Clause, memory: Memory) -> list[Draft]:
    """Оның ішінде 20-сы бакалавриатқа, 10-ы хирургтерге: parts of a total of grants, by level or profession."""
    total = memory.last_draft("Grant", within=1, sentence=clause.index) if "number" in clause.named else None
    if total is None:
        return []
    parts = of_total.shares(clause) or (clause.mentions("number") if takes_up(clause) else [])
    told = [(number, _level(clause, number, parts) or _field(clause, number, total)) for number in parts]
    return [_part(clause, total, number, clause.tokens[-1].end, level, memory) for number, level in told if level]


def _field(clause: Clause, number: Mention, total: Draft) -> str:
    """Оның 38-і анестезиологтарға [тиесілі], из них 20 – анестезиологам: the level of a total whose part goes to a profession."""
    tokens = clause.sentence.tokens[number.last : min(clause.last, number.last + REACH)]
    behind = [i for i, t in enumerate(tokens, number.last) if "dat" in {r.case for r in t.readings}]
    meant = any("staff" in measures.sorts(clause, i) for i in behind)
    return str(total.slots.get("level", "")) if meant else ""
