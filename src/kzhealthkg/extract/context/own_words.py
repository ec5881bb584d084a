"""Who says I or we: the one whom the quotation names behind it does what is told there, not the one spoken of before."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Document, PersonValue, Token
from kzhealthkg.text.quotation import SPEECH

PRONOUNS = frozenset(lexicon.words("extract.context.own_words", "pronouns"))
FINITE = frozenset({"past", "pres", "fut"})
FURTHEST = 6
"""Sentences of a quotation between what is told and who is named as having said it, at most."""


def oneself(clause: Clause, memory: Memory, at: int) -> tuple[Token, PersonValue] | None:
    """Return the word that says I or we for the subject of a predicate, and who says so; None where nobody is named."""
    word = _first_person(clause, at)
    name = _voice(clause, memory) if word is not None else ""
    if not name:
        return None
    mentions = (m for s in memory.document.sentences for m in s.named.get("person", ()))
    person = next((m.value for m in mentions if m.value.name == name), None)
    return (word, person) if word is not None and person is not None else None


def _first_person(clause: Clause, at: int) -> Token | None:
    """Return the word by which the subject of a predicate is I or we: [мы] увидели, [барып], көрдік."""
    said = None if clause.sentence.words.isdisjoint(PRONOUNS) else clause.tokens
    if (pronoun := next((t for t in said or () if t.norm in PRONOUNS and t.best.case == "nom"), None)) is not None:
        return pronoun
    tokens = clause.sentence.tokens
    for verb in tokens[at : None if clause.language == "kk" else at + 1]:
        if verb.best.form in FINITE:
            return verb if verb.best.person == "1" else None
    return None


def _voice(clause: Clause, memory: Memory) -> str:
    """Return the name of who says a clause, also where a later sentence of the quotation tells it; "" where none does."""
    sentences, said = memory.document.sentences, memory.speakers
    if said[clause.index]:
        return said[clause.index]
    for index in range(clause.index + 1, min(len(sentences), clause.index + FURTHEST)):
        sentence = sentences[index]
        if sentence.paragraph != clause.sentence.paragraph or sentence.tokens[0].text == SPEECH:
            return ""
        if SPEECH in sentence.words:
            return said[index] if _is_open(memory.document, clause.index) else ""
    return ""


def _is_open(document: Document, index: int) -> bool:
    """Say whether a quotation that opened in the sentence's paragraph is still open at its end."""
    paragraph = document.sentences[index].paragraph
    signs = [
        t for s in document.sentences[: index + 1] if s.paragraph == paragraph for t in s.tokens if t.text == SPEECH
    ]
    return len(signs) % 2 == 1
