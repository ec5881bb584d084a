"""Whether a token names specialists, and whether those are who acts."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.model import Token

BEFORE = 3
"""Words from a number to the specialists that it counts, at most: төрт білікті балалар хирургы."""


def is_staff(token: Token, language: str) -> bool:
    """Say whether a token may name a specialist."""
    known = nouns("professions", language)
    return not known.isdisjoint(token.words) and any(r.lemma in known for r in token.readings)


def is_expert(token: Token) -> bool:
    """Дәрігер, профессор: a Kazakh word for a specialist, by trade or by title."""
    return is_staff(token, "kk") or is_lemma(token, *TITLES)


TITLES = lexicon.words("kinds.mission.staff_words", "titles")


def are_staff(token: Token, language: str) -> bool:
    """Say whether a token may name specialists; a Russian one may stand in the singular."""
    return any(r.lemma in nouns("professions", language) and (r.plural or language == "ru") for r in token.readings)


def acting(tokens: tuple[Token, ...], at: int) -> bool:
    """Дәрігерлер, бес маманы: Kazakh specialists in the nominative, several of them."""
    if tokens[at].best.case not in ("nom", "") or not is_staff(tokens[at], "kk"):
        return False
    near = tokens[max(0, at - BEFORE) : at]
    return are_staff(tokens[at], "kk") or any(t.best.pos == "NUM" or t.text[0].isdigit() for t in near)


def is_team(token: Token, language: str) -> bool:
    """Дәрігерлері, бригадасы: specialists, or in Kazakh a team of them."""
    return is_staff(token, language) or (language == "kk" and is_lemma(token, *TEAMS))


TEAMS = lexicon.words("kinds.mission.staff_words", "teams")


def staff_before(tokens: tuple[Token, ...], at: int) -> bool:
    """Врачи X; not для сотрудников X, who are taught."""
    found = next((i for i in range(at - 1, max(-1, at - 4), -1) if is_staff(tokens[i], "ru")), None)
    receives = found is not None and found > 0 and tokens[found - 1].norm == "для"
    if found is None or receives:
        return False
    if any(t.best.pos == "VERB" or t.norm in WHERE_AT for t in tokens[found + 1 : at]):
        return False  # хирурги провели в больнице X девять операций
    named = found > 0 and tokens[found - 1].norm in WITH_ONE  # прием вели 9 врачей, включая эндокринолога из больницы
    return not named and tokens[found].best.case not in ("dat", "acc")


WHERE_AT = frozenset(lexicon.words("kinds.mission.staff_words", "where_at"))
WITH_ONE = frozenset(lexicon.words("kinds.mission.staff_words", "with_one"))
