"""What was planned and then done: құрылысы жоспарланып, 2023 жылы пайдалануға берілді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phases import phase_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Token

ACHIEVED = lexicon.words("extract.clause.fulfilled", "achieved")
INTO_USE = frozenset(lexicon.words("extract.clause.fulfilled", "into_use"))
THE_WORK = lexicon.words("extract.clause.fulfilled", "the_work")


def fulfilled(clause: Clause, final: int) -> bool:
    """Say whether the verb at ``final`` says that what the converb planned is there, and no other thing is meant."""
    if phase_of(clause.tokens[-1], "kk") != "plan":
        return False
    tokens = clause.sentence.tokens
    ended = phase_of(tokens[final], "kk") == "end" or is_lemma(tokens[final], *ACHIEVED)
    times = clause.whole.mentions("date", first=clause.last, last=final)
    said = {i for m in times for i in range(m.first, m.last)}
    between = [t for i, t in enumerate(tokens[clause.last : final], clause.last) if i not in said]
    return (ended or tokens[final - 1].norm in INTO_USE) and not any(_is_another(t) for t in between)


def _is_another(token: Token) -> bool:
    """Жоспарланып, ауданда [мектеп] ашылды; [жобасы] аяқталды: a subject of its own; the work itself is none."""
    noun = token.best.pos in ("NOUN", "PROPN") and token.best.case in ("nom", "acc", "")
    return noun and not is_lemma(token, *THE_WORK)
