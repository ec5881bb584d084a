"""Noun phrases by their heads: those of a clause that a lexicon table names."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.nouns import nouns
from kzhealthkg.extract.clause.once import once_each
from kzhealthkg.extract.clause.phrases import Phrase, phrase
from kzhealthkg.extract.clause.replaced import replaced
from kzhealthkg.extract.clause.syntax import Clause, holding, is_lemma
from kzhealthkg.model import HYPHEN, Reading, Sentence


def _known(reading: Reading, known: frozenset[str]) -> bool:
    """A compound's last part is its head: HEPA-фильтр is a фильтр."""
    return reading.pos in ("NOUN", "PROPN") and (reading.lemma in known or reading.lemma.rpartition("-")[2] in known)


def _cut(clause: Clause, at: int) -> bool:
    """КТ- и МРТ-аппараты: what a hyphen closes is a part of the word behind."""
    tokens = clause.sentence.tokens
    return at + 1 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end


def _of_measures(clause: Clause, at: int) -> bool:
    """Комплекс мер, система мероприятий: no thing."""
    if clause.language != "ru" or is_lemma(clause.sentence.tokens[at], *WAYS):
        return False
    return any(is_lemma(t, *ABSTRACT) for t in clause.sentence.tokens[at + 1 : at + 2])


def _of_steps(clause: Clause, at: int) -> bool:
    """План мероприятий по снижению смертности: a plan of steps is a document."""
    behind = clause.sentence.tokens[at + 1 : at + 2]
    return is_lemma(clause.sentence.tokens[at], *PLANS) and any(is_lemma(t, *STEPS) for t in behind)


DOCUMENTS = "documents"
PLANS = lexicon.words("extract.clause.heads", "plans")
STEPS = lexicon.words("extract.clause.heads", "steps")


def _matter(clause: Clause, at: int) -> bool:
    """Дәрілік зат, лекарственное средство is a medicine, any other зат or средство is not."""
    tokens = clause.sentence.tokens
    return is_lemma(tokens[at], *MATTERS) and not any(is_lemma(t, *REMEDY) for t in tokens[max(0, at - 1) : at])


MATTERS = lexicon.words("extract.clause.heads", "matters")
REMEDY = lexicon.words("extract.clause.heads", "remedy")
WAYS = lexicon.words("extract.clause.heads", "ways")
ABSTRACT = lexicon.words("extract.clause.heads", "abstract")


def may_head(words: frozenset[str], sentence: Sentence, known: frozenset[str]) -> bool:
    """Say whether any of some nouns is among words, or in their sentence the last part of a compound."""
    if not known.isdisjoint(words):
        return True
    return bool(sentence.marks & HYPHEN) and not known.isdisjoint(_last_parts(sentence))


def may_hold(clause: Clause, table: str) -> bool:
    """Say whether a clause may hold a phrase whose head stands in a lexicon table."""
    return may_head(clause.words, clause.sentence, nouns(table, clause.language))


@once_each
def _last_parts(sentence: Sentence) -> frozenset[str]:
    """Return what stands behind the hyphen in the lemmas of a sentence's compounds."""
    compounds = [token for token in sentence.tokens if token.marks & HYPHEN]
    return frozenset([reading.lemma.rpartition("-")[2] for token in compounds for reading in token.readings])


def _may_be(sentence: Sentence, known: frozenset[str], low: int, high: int) -> list[int]:
    """Return the tokens from ``low`` to ``high`` that may be one of some nouns, or hold one behind a hyphen."""
    tokens = sentence.tokens[low:high]
    if not sentence.marks & HYPHEN:
        return [low + at for at in holding(tokens, known)]
    return [at for at, t in enumerate(tokens, low) if t.marks & HYPHEN or not known.isdisjoint(t.words)]


def headed(clause: Clause, table: str, first: int | None = None, last: int | None = None) -> list[Phrase]:
    """Return the phrases of a clause whose heads stand in a lexicon table, left to right."""
    low = clause.first if first is None else first
    high = clause.last if last is None else last
    inside = clause.first <= low and high <= clause.last
    if inside and not may_hold(clause, table):
        return []
    return _headed(clause, table, low, high)[:]


@once_each
def _headed(clause: Clause, table: str, low: int, high: int) -> list[Phrase]:
    known, found, gone = nouns(table, clause.language), list[Phrase](), replaced(clause.sentence)
    for at in _may_be(clause.sentence, known, low, high):
        token = clause.sentence.tokens[at]
        if at in gone:
            continue
        if token.norm in known or any(_known(r, known) for r in token.readings):
            nothing = _of_measures(clause, at) and not (table == DOCUMENTS and _of_steps(clause, at))
            if (found and at < found[-1].last) or _cut(clause, at) or nothing or _matter(clause, at):
                continue
            candidate = phrase(clause, at)
            if found and candidate.first < found[-1].last:
                found.pop()
            found.append(candidate)
    return found
