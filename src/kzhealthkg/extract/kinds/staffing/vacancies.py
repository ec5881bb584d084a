"""Vacancies: so many posts that nobody holds, whoever is wanted for them (8 вакансия бар, 15 бос орын бар)."""

from __future__ import annotations

from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import Clause, forms, is_lemma
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.context.where import nearest_place, say_place
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures.people import groups
from kzhealthkg.extract.figures.people_names import profession
from kzhealthkg.extract.kinds.staffing.vacancies_filled import filled_kk, filled_ru
from kzhealthkg.model import Mention

VACANT = lexicon.words("kinds.staffing.vacancies", "vacant")
POST = lexicon.words("kinds.staffing.vacancies", "post")
THERE = lexicon.words("kinds.staffing.vacancies", "there")
BETWEEN = 3
FAR = 6
"""Words from the noun of a number to the figure, at most."""
HOW_MANY = lexicon.words("kinds.staffing.vacancies", "how_many")
JOBS = lexicon.words("kinds.staffing.vacancies", "jobs")
FALL = lexicon.words("kinds.staffing.vacancies", "fall")
VACANCY_RU = "вакансия"
FREE = frozenset(lexicon.words("kinds.staffing.vacancies", "free"))
PLACES = lexicon.words("kinds.staffing.vacancies", "places")
EMPTY = frozenset(lexicon.words("kinds.staffing.vacancies", "empty"))


def vacancies(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the vacancies that a clause counts where it names no profession."""
    if "number" not in clause.named:
        return []
    if clause.language == "ru":
        return _vacant_ru(clause, memory)
    if not clause.says(*POST, *VACANT):
        return []
    numbers = clause.mentions("number")
    if how_many := _how_many(clause, numbers):
        return [_draft(clause, how_many, "", memory)]
    if taken := filled_kk(clause, numbers):
        return [_draft(clause, m, _post_of(clause, m.last), memory, taken=True) for m in taken]
    if named := [d for m in numbers if (d := _named_post(clause, m, memory)) is not None]:
        return named
    vacant = [d for m in numbers if (d := _vacancy(clause, m, memory)) is not None]
    return [] if vacant and groups(clause) else vacant


POST_RU = lexicon.words("kinds.staffing.vacancies", "post_ru")
VACANT_RU = frozenset(lexicon.words("kinds.staffing.vacancies", "vacant_ru"))
NO_MORE_RU = frozenset(lexicon.words("kinds.staffing.vacancies", "no_more_ru"))


def _vacant_ru(clause: Clause, memory: Memory) -> list[Draft]:
    """Вакантными остаются 250 мест, имеется 40 вакантных ставок (врачей), открыто 30 вакансий."""
    if not clause.says(*POST_RU):
        return []
    if how_many := _how_many(clause, clause.mentions("number")):
        return [_draft(clause, how_many, "", memory)]
    if taken := filled_ru(clause, clause.mentions("number")):
        staff = [g for g in groups(clause) if g.count is None]
        who = profession(staff[0]) if len(staff) == 1 else ""
        return [_draft(clause, m, who, memory, taken=True) for m in taken]
    if any(t.best.lemma in NO_MORE_RU or t.norm in NO_MORE_RU for t in clause.tokens):
        return []
    vacant = any(t.best.lemma in VACANT_RU or t.norm.startswith("вакант") for t in clause.tokens)
    found = [m for m in clause.mentions("number") if _is_post_ru(clause, m, vacant)]
    staff = [g for g in groups(clause) if g.count is None]
    return [_draft(clause, m, profession(staff[0]) if len(staff) == 1 else "", memory) for m in found]


def _is_post_ru(clause: Clause, number: Mention, vacant: bool) -> bool:
    tokens = clause.sentence.tokens
    behind = tokens[number.last : min(clause.last, number.last + BETWEEN)]
    at = next((i for i, t in enumerate(behind) if is_lemma(t, *POST_RU)), None)
    if at is None or any(t.best.pos != "ADJ" for t in behind[:at]):
        return False
    return vacant or is_lemma(behind[at], VACANCY_RU)


def _vacancy(clause: Clause, number: Mention, memory: Memory) -> Draft | None:
    end = _noun_end(clause, number)
    if not _stands_vacant(clause, number) and (end is None or not _is_there(clause, end)):
        return None
    return _draft(clause, number, "", memory)


def _stands_vacant(clause: Clause, number: Mention) -> bool:
    """64 дәрігер орнының 13 орны бос, 13 штат бос: posts that nobody holds, and no beds that nobody lies in."""
    tokens = clause.sentence.tokens
    behind = tokens[number.last : min(clause.last, number.last + BETWEEN)]
    at = next(
        (i for i, (post, state) in enumerate(pairwise(behind)) if is_lemma(post, *POST) and state.norm in FREE), None
    )
    if at is None:
        return False
    return not is_lemma(behind[at], *PLACES) or not nouns("professions", "kk").isdisjoint(clause.sentence.words)


def _named_post(clause: Clause, number: Mention, memory: Memory) -> Draft | None:
    """14 дәрігерлік орын бос (тұр), 14 дәрігерлік бос орын бар: so many posts of a profession that nobody holds."""
    if _idle(clause, number):
        who = _post_of(clause, number.last)
        return _draft(clause, number, who, memory) if who else None
    words = clause.sentence.tokens[number.last : min(clause.last, number.last + BETWEEN)]
    vacant = next((i for i, t in enumerate(words) if i and t.norm in FREE), 0)
    if len(words) < BETWEEN or not vacant or not is_lemma(words[BETWEEN - vacant], *POST):
        return None
    if vacant == 1 and not _is_there(clause, number.last + BETWEEN):
        return None
    who = next((p for p in nouns("professions", "kk") if words[0].norm in (f"{p}лік", f"{p}лық")), "")
    return _draft(clause, number, who, memory) if who else None


def _idle(clause: Clause, number: Mention) -> bool:
    """Бос тұрған алты …, бос 6 …: say whether posts counted next are told to be vacant, and not to be so no more."""
    before = clause.sentence.tokens[max(clause.first, number.first - 2) : number.first]
    standing = len(before) > 1 and before[-1].best.form == "perf"
    vacant = before[:-1] if standing else before[-1:]
    over = any(t.best.form in ("past", "perf") and is_lemma(t, *FILLED) for t in clause.tokens)
    return any(t.norm in IDLE for t in vacant) and not over


IDLE = frozenset(lexicon.words("kinds.staffing.vacancies", "idle"))
FILLED = lexicon.words("kinds.staffing.vacancies", "filled")


def _post_of(clause: Clause, first: int) -> str:
    """Дәрігерлік орын, фельдшерлік лауазым: return whose the posts are that begin at a token, "" for none."""
    words = clause.sentence.tokens[first : min(clause.last, first + 2)]
    post = len(words) > 1 and is_lemma(words[1], *POST)
    return next((p for p in nouns("professions", "kk") if post and words[0].norm in (f"{p}лік", f"{p}лық")), "")


def _how_many(clause: Clause, numbers: list[Mention]) -> Mention | None:
    """Бос жұмыс орындарының саны – 212, количество вакансий достигло 212: return the one figure that counts vacancies."""
    tokens = clause.sentence.tokens
    at = next((i for i, t in enumerate(clause.tokens, clause.first) if is_lemma(t, *HOW_MANY)), None)
    if at is None or len(numbers) != 1 or numbers[0].first <= at or numbers[0].value.unit:
        return None
    near = (
        tokens[at + 1 : at + 1 + BETWEEN] if clause.language == "ru" else tokens[max(clause.first, at - BETWEEN) : at]
    )
    vacant = any(is_lemma(t, *VACANT, VACANCY_RU) for t in near) or (
        any(t.norm in FREE or is_lemma(t, *VACANT_RU) for t in near) and any(is_lemma(t, *JOBS) for t in near)
    )
    return (
        numbers[0]
        if vacant and numbers[0].first - at <= FAR and not any(is_lemma(t, *FALL) for t in clause.tokens)
        else None
    )


def _draft(clause: Clause, number: Mention, who: str, memory: Memory, *, taken: bool = False) -> Draft:
    measure, status = ("recruitment", "completed") if taken else ("shortage", "needed")
    draft = Draft("Staffing", {"measure": measure}, number.start, clause.tokens[-1].end, "staffing-vacancy")
    draft.say("profession", who)
    draft.say("status", status)
    roles.quantity(draft, "count", number)
    say_place(draft, nearest_place(clause, number.first))
    return roles.finish(draft, clause, memory)


def _noun_end(clause: Clause, number: Mention) -> int | None:
    """Return where "вакансия" or "бос (жұмыс) орын" ends behind a figure; None where neither stands there."""
    tokens = clause.sentence.tokens
    behind = tokens[number.last : min(clause.last, number.last + BETWEEN)]
    for offset, token in enumerate(behind):
        vacant = is_lemma(token, *VACANT)
        place = is_lemma(token, *POST) and any(t.norm in FREE for t in behind[:offset])
        if vacant or place:
            return number.last + offset + 1
        if token.norm not in EMPTY:
            return None
    return None


def _is_there(clause: Clause, first: int) -> bool:
    rest = clause.sentence.tokens[first : clause.last]
    denied = any(r.negative for t in rest for r in t.readings[:1]) or any(t.norm == "жоқ" for t in rest)
    past = any("past" in forms(t) and is_lemma(t, "бол") for t in rest)
    return not denied and not past and any(is_lemma(t, *THERE) for t in rest)
