"""Who says it: …, – деді X; X-тің айтуынша …; по словам X …; … деп хабарлайды X."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Document, Mention, Sentence

REACH = 12
DASHES = ("—", "–", "-", "«", "“", "„", '"')
HEADING = 25
"""Words in the longest line that names who speaks in the paragraphs below it: X, director of Y:"""
OPENING = 5


@cache
def _words(language: str) -> dict[str, str]:
    return {row["word"]: row["side"] for row in lexicon.table("speech") if row["language"] == language}


@cache
def _needs(language: str) -> dict[str, str]:
    return {row["word"]: row["needs"] for row in lexicon.table("speech") if row["language"] == language}


def _tells(sentence: Sentence, word: str, language: str) -> bool:
    """Дәріні X жеткізді: without деп the verb tells what was brought, and nobody speaks."""
    needed = _needs(language)[word]
    return not needed or any(t.norm == needed for t in sentence.tokens)


def speakers(document: Document) -> list[str]:
    """Return the speaker of every sentence, "" where the article attributes it to nobody.

    A paragraph that opens as direct speech belongs as a whole to the speaker named in it.
    """
    language = "ru" if document.article.language == "ru" else "kk"
    named = [_speaker(sentence, sentence.language or language) for sentence in document.sentences]
    spoken = {s.paragraph: who for s, who in zip(document.sentences, named, strict=True) if who}
    opened = {s.paragraph for s in _openings(document) if s.tokens[0].text in DASHES and not _names(s)}
    headed = _under_headings(document, opened)
    spoken, opened = headed | spoken, opened | set(headed)
    return [
        who or (spoken.get(s.paragraph, "") if s.paragraph in opened else "")
        for s, who in zip(document.sentences, named, strict=True)
    ]


NAME = 8
"""Tokens in the longest quotation that opens a paragraph as a name."""


def _names(sentence: Sentence) -> bool:
    """«Дархан» орталығы салынды: a short quotation that runs on into its own clause is a name, no speech."""
    if sentence.tokens[0].text not in "«“„":
        return False
    closing = next((i for i, t in enumerate(sentence.tokens[:NAME]) if t.text in "»”"), None)
    after = sentence.tokens[closing + 1 : closing + 2] if closing is not None else ()
    return any(t.text.isalpha() for t in after)


def _openings(document: Document) -> list[Sentence]:
    first: dict[int, Sentence] = {}
    for sentence in document.sentences:
        first.setdefault(sentence.paragraph, sentence)
    return list(first.values())


def _under_headings(document: Document, opened: set[int]) -> dict[int, str]:
    """«X, облыстық аурухананың директоры:» — the paragraph below is X's, and those below it that open as speech."""
    found: dict[int, str] = {}
    who, told = "", 0
    for sentence in _openings(document):
        heading = _heading(sentence)
        follows = bool(who) and (told == 0 or sentence.paragraph in opened)
        if heading or not follows:
            who, told = heading, 0
            continue
        found[sentence.paragraph] = who
        told += 1
    return found


def _heading(sentence: Sentence) -> str:
    people = [m for m in sentence.mentions if m.type == "person"]
    line = len(sentence.tokens) <= HEADING and sentence.tokens[-1].text == ":"
    return str(people[0].value.name) if line and len(people) == 1 and people[0].first == 0 else ""


def _speaker(sentence: Sentence, language: str) -> str:
    if not any(m.type in ("person", "organization") for m in sentence.mentions):
        return ""
    known = _words(language)
    for at, token in enumerate(sentence.tokens):
        told = token.norm in known and _tells(sentence, token.norm, language)
        found = _beside(sentence, at, known[token.norm]) if told else None
        if found is None and token.norm == "деп":
            found = _beside(sentence, at, "start")
        if found is not None:
            return str(found.value.name)
    return ""


CLAUSES = frozenset(lexicon.words("extract.speaker", "clauses"))


def _where_it_ends(sentence: Sentence, at: int, side: str) -> int:
    """Сообщил, что X; по данным управления, X: who is named behind such a comma is not who says it."""
    tokens = sentence.tokens[at : at + REACH + 1]
    ends = [
        i for i, t in enumerate(tokens[:-1]) if t.text == "," and (side == "whose" or tokens[i + 1].norm in CLAUSES)
    ]
    return at + (ends[0] if ends else REACH)


def _begins(sentence: Sentence, mention: Mention) -> int:
    """Return where who speaks is named, the office before the name with it."""
    post = mention.value.post_start if mention.type == "person" else -1
    if post < 0 or post >= mention.start:
        return mention.first
    return next((i for i, t in enumerate(sentence.tokens) if t.start >= post), mention.first)


def _beside(sentence: Sentence, at: int, side: str) -> Mention | None:
    """Return the person or body nearest to a word of saying, on its side."""
    named = [m for m in sentence.mentions if m.type in ("person", "organization")]
    if side in ("after", "whose"):
        end = _where_it_ends(sentence, at, side)
        behind = [m for m in named if m.first > at and _begins(sentence, m) <= end]
        return next((m for m in behind if m.type == "person"), behind[0] if behind else None)
    if side == "start":
        return next((m for m in named[:1] if m.first <= OPENING and m.type == "person" and m.case in ("nom", "")), None)
    ahead = [m for m in named if m.last <= at <= m.last + 3 and (side == "before" or m.case in ("gen", "", "nom"))]
    return ahead[-1] if ahead else None
