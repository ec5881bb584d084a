"""What an agreement covers, told in a sentence of its own behind it: құжат A мен B-ны қамтиды, документ предусматривает …"""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.relays import unrelayed
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.kinds.documents.agreement_topics import is_empty, pieces, text_of
from kzhealthkg.model import Sentence, Token

PAPERS = lexicon.words("kinds.documents.next_topics", "papers")
COVERING = lexicon.words("kinds.documents.next_topics", "covering")
AIMING = lexicon.words("kinds.documents.next_topics", "aiming")
WITHIN = frozenset(lexicon.words("kinds.documents.next_topics", "within"))
TOGETHER = lexicon.words("kinds.documents.next_topics", "together")
SIDES = lexicon.words("kinds.documents.next_topics", "sides")
FIELDS = frozenset(lexicon.words("kinds.documents.next_topics", "fields"))
DIRECTIONS = lexicon.words("kinds.documents.next_topics", "directions")
ALSO = frozenset(lexicon.words("kinds.documents.next_topics", "also"))
BEHIND, LONGEST, OPENING = 2, 30, 4
OTHER = ("number", "money", "percent", "date", "person")


def covered(index: int, memory: Memory) -> list[str]:
    """Return the topics that one of the next sentences gives to the agreement told in sentence ``index``."""
    for sentence in memory.document.sentences[index + 1 : index + 1 + BEHIND]:
        language = sentence.language or memory.language
        tokens = unrelayed(sentence, language).tokens
        part = _part_ru(tokens) if language == "ru" else _part_kk(tokens)
        if part and not _tells_more(sentence, part):
            texts = [text_of(piece, language) for piece in pieces(part, sentence.tokens)]
            return [text for text in texts if text and not is_empty(text, language)]
    return []


def _tells_more(sentence: Sentence, part: tuple[Token, ...]) -> bool:
    """Figures, days and people among the words are of what is done, and no topics."""
    inside = range(part[0].start, part[-1].end)
    return len(part) > LONGEST or any(m.start in inside for m in sentence.mentions if m.type in OTHER)


def _part_kk(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Құжат … қамтиды, келісім …-ға бағытталған, меморандум аясында тараптар … бойынша ынтымақтасады; бағыттары – …"""
    paper = next((i for i in range(min(OPENING, len(tokens))) if is_lemma(tokens[i], *PAPERS)), None)
    last = len(tokens) - 1
    while last > 0 and not tokens[last].text[0].isalnum():
        last -= 1
    if paper is None or last - paper < BEHIND:
        return ()
    if (part := _behind_dash(tokens, paper, last + 1)) or tokens[paper].best.case not in ("nom", ""):
        return part
    verb, start = tokens[last], paper + 1
    if tokens[start].norm in WITHIN:
        return _of_sides(tokens, start + 1, last)
    case = "acc" if is_lemma(verb, *COVERING) else "dat" if is_lemma(verb, *AIMING) else ""
    start += tokens[start].norm in ALSO
    governed = bool(case) and any(r.case == case for r in tokens[last - 1].readings)
    return tokens[start:last] if governed and not verb.best.negative else ()


def _behind_dash(tokens: tuple[Token, ...], paper: int, end: int) -> tuple[Token, ...]:
    """Ынтымақтастықтың негізгі бағыттары – A, B және C."""
    for at in range(paper + 1, min(paper + OPENING, end - 1)):
        if tokens[at].text in "–—" and is_lemma(tokens[at - 1], *DIRECTIONS) and tokens[at - 1].best.plural:
            return tokens[at + 1 : end]
    return ()


def _of_sides(tokens: tuple[Token, ...], first: int, last: int) -> tuple[Token, ...]:
    """… аясында тараптар A мен B бойынша (бағытында) ынтымақтасады: the fields in which they work together."""
    first += tokens[first].text == ","
    side = first if is_lemma(tokens[first], *SIDES) else first - 1
    end = next((i for i in range(last - 1, side, -1) if tokens[i].norm in FIELDS), None)
    joined = end is not None and is_lemma(tokens[last], *TOGETHER) and last - end <= OPENING
    while joined and end is not None and tokens[end - 1].norm in FIELDS:
        end -= 1
    return tokens[side + 1 : end] if joined and side >= first else ()


def _part_ru(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Документ предусматривает A и B, соглашение направлено на A; основные направления сотрудничества – A, B."""
    end = next((i for i, t in enumerate(tokens) if t.text in ".;:"), len(tokens))
    papers = [i for i in range(min(OPENING, end)) if is_lemma(tokens[i], *PAPERS)]
    if not papers:
        return ()
    at = papers[-1] + 1
    headed = any(is_lemma(t, *DIRECTIONS) for t in tokens[: at - 1])
    if headed and at < end and tokens[at].text in "–—":
        return tokens[at + 1 : end]
    at += at < end and tokens[at].norm in ALSO
    if at + 1 < end and is_lemma(tokens[at], *AIMING) and tokens[at + 1].norm == "на":
        return tokens[at + 2 : end]
    return tokens[at + 1 : end] if at + 1 < end and not headed and is_lemma(tokens[at], *COVERING) else ()
