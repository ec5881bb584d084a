"""What is only imagined, or only said by rumour: a condition, what never was, what was denied."""

from __future__ import annotations

import re
from itertools import pairwise

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.status import supposes
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Sentence, Token

RUMOURED = tuple(tuple(r.split()) for r in lexicon.words("extract.clause.supposed", "rumoured"))


def unreal(clause: Clause) -> bool:
    """Егер аппарат келген болса, …; если бы привезли …: what is asked or only imagined, or was never so."""
    if _asserts_nothing(clause.sentence):
        return True
    marked = not UNREAL.isdisjoint(clause.sentence.words)
    if clause.language == "ru":
        return marked and _unreal_ru(clause)
    if marked and (asked(clause) or _would_be(clause) or _follows(clause)):
        return True
    return clause.sentence.tokens[clause.last - 1].best.form == "cond" and supposes(clause)


@once_each
def _asserts_nothing(sentence: Sentence) -> bool:
    """Say whether a sentence is a question, or tells of a rumour."""
    return sentence.tokens[-1].text.endswith("?") or rumoured(sentence)


def _unreal_ru(clause: Clause) -> bool:
    """Say whether a Russian clause is asked, supposed, guessed, denied, a condition or a wish."""
    if asked(clause) or _would_ru(clause) or _guessed(clause):
        return True
    return _not_excluded(clause) or _on_condition(clause) or _wished(clause)


def _would_ru(clause: Clause) -> bool:
    """Привезли бы аппараты; хотя бы один, как бы supposes nothing."""
    if WOULD not in clause.words:
        return False
    tokens = clause.sentence.tokens
    return any(tokens[i].norm == WOULD and tokens[i - 1].norm not in AT_LEAST for i in range(clause.first, clause.last))


WOULD = "бы"
AT_LEAST = frozenset(lexicon.words("extract.clause.supposed", "at_least"))


def _wished(clause: Clause) -> bool:
    """Важно, чтобы построили больницу; чтобы за год открыли пять, такого не было: a past tense that tells of nothing past."""
    if SO_THAT.isdisjoint(clause.sentence.words):
        return False
    tokens, opened = clause.sentence.tokens, max(0, clause.first - 1)
    at = next((i for i in range(opened, clause.last) if tokens[i].norm in SO_THAT), None)
    if at is None or any(t.best.form == "past" for t in tokens[clause.first : at]):
        return False
    return any(t.best.form == "past" for t in tokens[at : clause.last])


SO_THAT = frozenset(lexicon.words("extract.clause.supposed", "so_that"))


def _on_condition(clause: Clause) -> bool:
    """Если примут закон, если врачи пройдут обучение: a condition of what is to come; если в 2020 году построили …, то … compares."""
    if IF_RU.isdisjoint(clause.sentence.words):
        return False
    tokens = clause.sentence.tokens
    if not _to_come(clause.tokens):
        return False
    if any(t.norm in IF_RU for t in tokens[max(0, clause.first - 1) : clause.first + 2]):
        return True
    at = next(i for i, t in enumerate(tokens) if t.norm in IF_RU)
    return _bounds(clause, at) and _to_come(_condition(tokens, at))


def _to_come(tokens: tuple[Token, ...]) -> bool:
    forms = {t.best.form for t in tokens}
    return "fut" in forms and not forms & {"past", "perf"}


def _condition(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """Return the words from an "если" to the sign that ends it."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDING), len(tokens))
    return tokens[at:end]


def _bounds(clause: Clause, at: int) -> bool:
    """Если примут закон, купят машины; купят машины, если примут закон: a condition right before a clause or right behind it."""
    end = at + len(_condition(clause.sentence.tokens, at))
    ahead = 0 <= clause.first - end < NEXT
    between = clause.sentence.tokens[clause.last : at]
    return ahead or (0 <= at - clause.last < NEXT and not any(t.norm in BUT for t in between))


ENDING = frozenset(",;:–—")
NEXT = 3
"""Words between a condition and what comes of it, at most: a comma, and "то"."""
BUT = frozenset(lexicon.words("extract.clause.supposed", "but"))


IF_RU = frozenset(lexicon.words("extract.clause.supposed", "if_ru"))


def asked(clause: Clause) -> bool:
    """Узнал, каким оборудованием оснастят больницу; қашан салынатынын сұрады: what somebody asks is not told."""
    if WHICH.isdisjoint(clause.sentence.words):
        return False
    if _left_open(clause) if clause.language == "ru" else _heads(clause):
        return True
    if ASKING.isdisjoint(clause.sentence.words):
        return False
    tokens = clause.sentence.tokens
    if clause.language == "kk":
        return not WHICH.isdisjoint(clause.words) and any(is_lemma(t, *ASKING) for t in tokens[clause.first :])
    commas = [i for i in range(max(0, clause.first - 2), clause.last - 1) if tokens[i].text == ","]
    opened = [i for i in commas if any(t.norm in WHICH for t in tokens[i + 1 : i + 1 + OPENING])]
    return any(is_lemma(t, *ASKING) for i in opened for t in tokens[max(0, i - ASKED) : i])


def _left_open(clause: Clause) -> bool:
    """Какие больницы получат аппараты, решит комиссия: a question in which a sentence opens, and to which no clause before answers."""
    words = [t.norm for t in clause.sentence.tokens[:OPENING_RU] if t.text[0].isalpha()]
    opens = bool(words) and clause.first < OPENING_RU - OPENING
    return opens and (words[0] in WHICH_RU or (words[0] in IN_OR_ON and words[1:2] != [] and words[1] in WHICH_RU))


def _heads(clause: Clause) -> bool:
    """Таразда жаңа емхана қашан ашылады: a headline without a stop that asks what the article goes on to answer."""
    open_end = clause.sentence.tokens[-1].text[-1].isalnum()
    return clause.index == 0 and open_end and not WHICH.isdisjoint(clause.words)


OPENING_RU = 4
WHICH_RU = frozenset(lexicon.words("extract.clause.supposed", "which_ru"))
ASKING = frozenset(lexicon.words("extract.clause.supposed", "asking"))
WHICH = frozenset(lexicon.words("extract.clause.supposed", "which"))
OPENING = 2
"""Words in which a question in a clause of its own opens: в каких."""
ASKED = 5
"""Words before such a clause in which the verb of asking stands."""


def _would_be(clause: Clause) -> bool:
    """Қаржы керек болар еді, дәрігерлер келер еді: what would be."""
    if clause.last - clause.first < 2 or clause.sentence.tokens[clause.last - 1].norm not in ONCE:
        return False
    verb = clause.sentence.tokens[clause.last - 2]
    return verb.best.form == "fut" or (verb.best.pos != "VERB" and verb.norm.endswith(AORIST))


AORIST = lexicon.words("extract.clause.supposed", "aorist")
ONCE = frozenset(lexicon.words("extract.clause.supposed", "once"))
IF = lexicon.words("extract.clause.supposed", "if")


def _follows(clause: Clause) -> bool:
    """Егер індекс өссе, 250 төсек ашылуы мүмкін: what would come of a condition."""
    if clause.sentence.words.isdisjoint(IF):
        return False
    opened = any(t.norm in IF for t in clause.sentence.tokens[: clause.first])
    return opened and not any(t.best.form in ("past", "perf") for t in clause.tokens)


def rumoured(sentence: Sentence) -> bool:
    """… туралы ақпарат тарады; министрлік теріске шығарды; информация недостоверна."""
    if not begun_in(sentence) & OPENINGS.bit:
        return False
    return RUMOURS.search("\n" + "\n".join([token.norm for token in sentence.tokens])) is not None


OPENINGS = Stems([stems[0] for stems in RUMOURED])
RUMOURS = re.compile("|".join("\n" + "[^\n]*\n".join(map(re.escape, stems)) for stems in RUMOURED))
"""The beginnings of the words of each rumour, in a column of words, each behind a line's end."""


HEDGES = frozenset(lexicon.words("extract.clause.supposed", "hedges"))


def _not_excluded(clause: Clause) -> bool:
    """Не исключено, что в A построят больницу: what only may come to be."""
    if EXCLUDED.isdisjoint(clause.sentence.words):
        return False
    tokens = clause.sentence.tokens[: clause.last]
    return any(b.norm in EXCLUDED and a.norm in NOT for a, b in pairwise(tokens))


EXCLUDED = frozenset(lexicon.words("extract.clause.supposed", "excluded"))
NOT = frozenset(lexicon.words("extract.clause.supposed", "not"))


def _guessed(clause: Clause) -> bool:
    """Там, возможно, откроется больница: what is only guessed; что стало возможно is no guess."""
    if HEDGES.isdisjoint(clause.words):
        return False
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last) if tokens[i].norm in HEDGES), None)
    return at is not None and any(t.text == "," for t in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]))


UNREAL = WHICH | ONCE | frozenset(IF) | HEDGES | EXCLUDED | IF_RU | SO_THAT | {WOULD}
"""Without one of these a sentence asks, supposes, guesses and wishes nothing, but for the ending of a Kazakh verb."""
