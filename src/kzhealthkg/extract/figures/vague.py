"""Measures that do not tell by themselves what is measured: a share of them, the rate of an illness named before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause, is_case, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.figures import measures


def vague(clause: Clause, head: int, span: tuple[int, int], memory: Memory) -> bool:
    """Say whether only the words before tell whose share, or of which illness, a measure is."""
    return _of_them(clause, head) or _of_illness_before(clause, span, memory)


def _of_them(clause: Clause, head: int) -> bool:
    """Доля женщин среди них: a share of those whom only the words before tell."""
    return clause.says(*THEM) and is_lemma(clause.sentence.tokens[head], *SHARES)


def _of_illness_before(clause: Clause, span: tuple[int, int], memory: Memory) -> bool:
    """Успехи в борьбе с туберкулёзом. Заболеваемость снизилась: a bare rate of the illness that the sentence before names."""
    if not clause.index or span[1] - span[0] > 1 or not is_lemma(clause.sentence.tokens[span[0]], *OF_ILLNESS):
        return False
    sentence = memory.document.sentences[clause.index - 1]
    before = Clause(sentence, clause.index - 1, 0, len(sentence.tokens), clause.language)
    return any(measures.sorts(before, i) & ILLNESSES for i in range(before.last))


def describes_next(clause: Clause, head: int, before: int) -> bool:
    """Жұқпалы аурулар [стационары] 11%-ға артық жүктелген: a noun that only tells of what sort the next one is."""
    if clause.language != "kk" or head + 1 >= before or not is_case(clause.sentence.tokens[head], "nom"):
        return False
    word, behind = clause.sentence.tokens[head].best, clause.sentence.tokens[head + 1].best
    owned = behind.pos == "NOUN" and behind.possessive and behind.case == "nom"
    return bool(owned and not word.possessive and "facility" in measures.sorts(clause, head + 1))


def counts_per_head(clause: Clause, head: int, before: int) -> bool:
    """Травмы составляют 90 случаев на 100 тысяч: so many cases per so many people, of what is no rate itself."""
    figure = next(iter(clause.mentions("number", first=before)), None)
    cases = figure is not None and figure.last < clause.last and "event" in measures.sorts(clause, figure.last)
    return clause.language == "ru" and cases and not clause.sentence.tokens[head].norm.endswith(RATES)


def of_no_health(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Say whether a measure without a word of health cannot be of it, whatever stands beside."""
    return _only_a_time(clause, head, span) or _of_pupils(clause, span)


def _of_pupils(clause: Clause, span: tuple[int, int]) -> bool:
    """Оқушылар саны, число школьников: how many go to school is no figure of health for standing beside one."""
    return any(is_lemma(t, *PUPILS) for t in clause.sentence.tokens[slice(*span)])


PUPILS = lexicon.words("extract.figures.vague", "pupils")


def _only_a_time(clause: Clause, head: int, span: tuple[int, int]) -> bool:
    """Кездесу уақыты, жиын мерзімі: how long something lasts that is neither waited for nor of health."""
    words = [t.norm for t in clause.sentence.tokens[span[0] : head]]
    return is_lemma(clause.sentence.tokens[head], *TIMES_OF) and WAITED.isdisjoint(words)


ILLNESSES = frozenset({"health", "illness", "finding", "diagnosis"})
OF_ILLNESS = lexicon.words("extract.figures.vague", "of_illness")
RATES = lexicon.words("extract.figures.vague", "rates")
SHARES = lexicon.words("extract.figures.vague", "shares")
THEM = lexicon.words("extract.figures.vague", "them")
TIMES_OF = lexicon.words("extract.figures.vague", "times_of")
WAITED = frozenset(lexicon.words("extract.figures.vague", "waited"))
