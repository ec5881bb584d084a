"""Who says it: …, – деді X; X-тің айтуынша …; по словам X …; … деп хабарлайды X."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Document, Mention, Sentence

REACH = 12
DASHES = ("—", "–", "-", "«")


@cache
def _words(language: str) -> dict[str, str]:
    return {row["word"]: row["side"] for row in lexicon.table("speech") if row["language"] == language}


def speakers(document: Document) -> list[str]:
    """Return the speaker of every sentence, "" where the article attributes it to nobody.

    A paragraph that opens as direct speech belongs as a whole to the speaker named in it.
    """
    language = "ru" if document.article.language == "ru" else "kk"
    named = [_speaker(sentence, language) for sentence in document.sentences]
    spoken = {s.paragraph: who for s, who in zip(document.sentences, named, strict=True) if who}
    opened = {s.paragraph for s in _openings(document) if s.tokens[0].text in DASHES}
    return [
        who or (spoken.get(s.paragraph, "") if s.paragraph in opened else "")
        for s, who in zip(document.sentences, named, strict=True)
    ]


def _openings(document: Document) -> list[Sentence]:
    first: dict[int, Sentence] = {}
    for sentence in document.sentences:
        first.setdefault(sentence.paragraph, sentence)
    return list(first.values())


def _speaker(sentence: Sentence, language: str) -> str:
    known = _words(language)
    for at, token in enumerate(sentence.tokens):
        found = _beside(sentence, at, known[token.norm]) if token.norm in known else None
        if found is not None:
            return str(found.value.name)
    return ""


def _beside(sentence: Sentence, at: int, side: str) -> Mention | None:
    """Return the person or body nearest to a word of saying, on its side."""
    named = [m for m in sentence.mentions if m.type in ("person", "organization")]
    if side == "after":
        behind = [m for m in named if at < m.first <= at + REACH]
        return next((m for m in behind if m.type == "person"), behind[0] if behind else None)
    ahead = [m for m in named if m.last <= at <= m.last + 3 and (side == "before" or m.case in ("gen", "", "nom"))]
    return ahead[-1] if ahead else None
