"""Dates that only tell how old a thing is: 1970 жылы салынған аурухана, больница 1970 года постройки."""

from __future__ import annotations

from itertools import pairwise, takewhile

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Mention, Token

ORIGIN = lexicon.words("extract.context.ages", "origin")


def of_age(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Say whether a date only tells how old a thing is.

    Больница 1970 года постройки, 1970 жылы салынған аурухана: how old a thing is dates nothing that happens to it.
    """
    tokens = clause.sentence.tokens
    if mention.first >= len(tokens) or not tokens[mention.first].start <= mention.start < tokens[mention.first].end:
        return False  # a date taken up from another sentence
    after = tokens[mention.last : mention.last + 1]
    first = [t.norm for t in tokens[mention.last : mention.last + 2]]
    if any(is_lemma(t, *ORIGIN) for t in after) or _once_before(first, mention):
        return True
    if draft.kind in OPENING and _for_the_first_time(clause, mention):
        return True
    kazakh, at = clause.language == "kk", _behind_date(clause, mention)
    beside = tokens[at : at + 1] if kazakh else (*tokens[max(0, mention.first - 1) : mention.first], *after)
    if not kazakh and draft.kind != "Works" and _built_in(tokens, mention.first):
        return True
    if any(t.norm == "арналған" for t in beside) and any(is_lemma(t, *BUDGETS) for t in tokens[at : at + 3]):
        return False  # 2025 жылға арналған бюджетте M көзделген: the year that the money is for
    told = [t for t in beside if _describing(t, clause.language)]
    return any(t.end <= draft.start or t.start >= draft.end for t in told) and _attributive(clause, at)


def _behind_date(clause: Clause, mention: Mention) -> int:
    """Return where a participle stands that a date may belong to: behind a converb, a season, a place and its own noun."""
    tokens, at = clause.sentence.tokens, mention.last
    at += any(t.best.form == "conv" and t.norm != "туа" for t in tokens[at : at + 1])  # үш жыл бұрын салына бастаған …
    at += any(t.norm in SEASONS for t in tokens[at : at + 1])  # былтыр күзде іргетасы қаланған
    if clause.language != "kk":
        return at
    at += sum(1 for _ in takewhile(_stressing, tokens[at:]))  # былтыр ғана жаңадан ашылған
    at = next((m.last for m in clause.mentions("place") if m.first == at and m.case == "loc"), at)
    return at + (at < len(tokens) and (_of_part(tokens, at) or tokens[at].norm in INTO_USE))


def _stressing(token: Token) -> bool:
    """Ғана, қайта, жаңадан: a particle or an adverb that parts no date from its participle."""
    return token.norm in AFRESH or (token.best.pos in ("PART", "ADV") and not token.best.form)


AFRESH = frozenset(lexicon.words("extract.context.ages", "afresh"))


def _of_part(tokens: tuple[Token, ...], at: int) -> bool:
    """2016 жылы [іргетасы] қаланған емхана: the participle's own noun stands before it."""
    two = tokens[at : at + 2]
    return len(two) == 2 and two[0].best.pos == "NOUN" and two[0].best.possessive and _describing(two[1], "kk")


def _built_in(tokens: tuple[Token, ...], at: int) -> bool:
    """Корпус, построенный ещё в 1968 году, …: a participle behind a comma, which tells of something else."""
    at -= tokens[at - 1].norm in STILL if at else 0
    return at > 1 and tokens[at - 2].text == "," and _describing(tokens[at - 1], "ru")


SEASONS = frozenset(lexicon.words("extract.context.ages", "seasons"))

BUDGETS = lexicon.words("extract.context.ages", "budgets")

INTO_USE = frozenset(lexicon.words("extract.context.ages", "into_use"))

STILL = frozenset(lexicon.words("extract.context.ages", "still"))

FIRST = [[word] for word in lexicon.words("extract.context.ages", "first")]


def _once_before(following: list[str], mention: Mention) -> bool:
    """1970 жылы алғаш салынған, соңғы он жылда алғаш рет: a time of the past; 2024 жылы алғаш рет dates a deed."""
    return following[:1] in FIRST and (following[1:] != ["рет"] or str(mention.value.edtf).endswith("/.."))


def _for_the_first_time(clause: Clause, mention: Mention) -> bool:
    """Впервые за последние 10 лет, соңғы 20 жылда бірінші рет: how long it has not been done."""
    if "/" not in str(mention.value.edtf):
        return False
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        beside = (
            *tokens[max(0, mention.first - FIRST_REACH) : mention.first],
            *tokens[mention.last : mention.last + 1],
        )
        return any(t.norm in FIRST_RU for t in beside)
    return any(t.norm == "рет" for t in tokens[mention.last + 1 : mention.last + 2])


FIRST_RU = frozenset(lexicon.words("extract.context.ages", "first_ru"))

OPENING = frozenset({"Works", "Service", "Procurement"})

FIRST_REACH = 3
"""Words from впервые to the years for which a thing was not done, at most: впервые за последние."""


def _describing(token: Token, language: str) -> bool:
    """Салынған, построенная: a participle, in Kazakh without a case of its own."""
    if language == "ru":
        return any(r.form == "part" for r in token.readings)
    return token.best.form in ("part", "perf") and not token.best.case and token.norm != "аталған"


def _attributive(clause: Clause, at: int) -> bool:
    """Whether a Kazakh participle at a token describes what follows it: it does not close the clause."""
    behind = clause.sentence.tokens[at + 1 : at + 2]
    return clause.language == "ru" or any(
        t.best.pos in ("NOUN", "ADJ", "PROPN", "NUM") or t.text in "№«" for t in behind
    )


def of_survival(draft: Draft, clause: Clause, mention: Mention) -> bool:
    """Бес жылда өмір сүру көрсеткіші, выживаемость за 5 лет: the term that is survived, unless the last years are said."""
    if draft.kind != "Indicator" or "/" not in mention.value.edtf:
        return False
    near = clause.whole.tokens
    survived = any(t.norm.startswith(SURVIVED) for t in near) or any(
        a.norm == LIFE and b.norm.startswith(LIVED) for a, b in pairwise(near)
    )
    said = clause.sentence.tokens[max(0, mention.first - 1) : mention.last]
    return survived and not any(t.norm.startswith(LATEST) or (len(t.norm) == YEAR and t.norm.isdigit()) for t in said)


SURVIVED = lexicon.words("extract.context.ages", "survived")
LATEST = lexicon.words("extract.context.ages", "latest")
LIFE, LIVED = lexicon.words("extract.context.ages", "lived")


def long_ago(date: Mention, today: str) -> bool:
    """Больницу построили в 1964 году, износ здания – 70 %: when a house was built dates nothing that is told of it now."""
    year = date.value.edtf[:YEAR]
    return (
        year.isdigit() and today[:YEAR].isdigit() and int(today[:YEAR]) - int(year) > AGO and "/" not in date.value.edtf
    )


AGO = 20
"""Years after which what another clause tells of a house is its history."""
YEAR = 4
"""Figures of a year."""
