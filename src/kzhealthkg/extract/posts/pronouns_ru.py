"""Who takes or leaves an office as "он" or "она": X стал министром. В 2021 году он был назначен вице-министром."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.model import Document, Sentence

PRONOUNS = frozenset(lexicon.words("extract.posts.pronouns_ru", "pronouns"))


def with_pronoun(sentence: Sentence, document: Document, index: int) -> Sentence:
    """Return a sentence in which a pronoun stands for the only one whom the sentence before tells of."""
    if not index or PRONOUNS.isdisjoint(sentence.words) or document.language_of(sentence) != "ru":
        return sentence
    if any(m.case == "nom" for m in sentence.named.get("person", ())):
        return sentence
    people = document.sentences[index - 1].named.get("person", ())
    if len({m.value.name for m in people}) != 1 or all(m.case != "nom" for m in people):
        return sentence
    at = next((i for i, t in enumerate(sentence.tokens) if t.norm in PRONOUNS), -1)
    if at < 0:
        return sentence
    token, person = sentence.tokens[at], next(m for m in people if m.case == "nom")
    named = replace(person, first=at, last=at + 1, start=token.start, end=token.end)
    return replace(sentence, mentions=tuple(sorted((*sentence.mentions, named), key=lambda m: m.start)))
