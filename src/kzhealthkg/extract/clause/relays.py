"""Who says a piece of news or passes it on: по словам главы, …; …, деп хабарлайды X; …, сообщает X."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.syntax import FINITE, words
from kzhealthkg.model import Sentence, Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.quotation import DASHES, SPEECH

ATTRIBUTING = frozenset(lexicon.words("extract.clause.relays", "attributing"))
OPENING = frozenset(phrase.split()[0] for phrase in ATTRIBUTING)
BENEFITS = frozenset(lexicon.words("extract.clause.relays", "benefits"))
POINTING = frozenset(lexicon.words("extract.clause.relays", "pointing"))
AS, DEP = "как", "деп"
FIGURED = ("number", "money", "percent", "date", "facility", "person")
"""Mentions by which an end tells more than what comes of it."""
SIGNS = frozenset((",", *DASHES, SPEECH))
RELAYING = lexicon.words("extract.clause.relays", "relaying")
ALONE = frozenset(lexicon.words("extract.clause.relays", "alone"))
THUS = frozenset(lexicon.words("extract.clause.relays", "thus"))
TELLING, TELLERS = lexicon.words("extract.clause.relays", "telling"), ("person", "organization", "post")
RELAYING_RU = frozenset(lexicon.words("extract.clause.relays", "relaying_ru"))
CLOSING = BENEFITS | THUS | RELAYING_RU
"""Words one of which every such end holds."""


def attributed(tokens: tuple[Token, ...]) -> int | None:
    """По словам главы, …; как сообщает пресс-служба, …: return where the comma behind who says it stands, None where nobody opens so."""
    passed_on = len(tokens) > 1 and tokens[0].norm == AS and tokens[1].norm in RELAYING_RU
    if not passed_on and (tokens[0].norm not in OPENING or words(tokens[:2]).lower() not in ATTRIBUTING):
        return None
    return next((at for at, token in enumerate(tokens) if token.text == ","), None)


def unrelayed(sentence: Sentence, language: str) -> Sentence:
    """Return a sentence without what only closes it: who passes it on (деп хабарлайды X; сообщает X) and what comes of it."""
    if CLOSING.isdisjoint(sentence.words):
        return sentence
    last = min(_relayed(sentence, language), _before_benefit(sentence))
    if last == len(sentence.tokens):
        return sentence
    tokens, mentions = sentence.tokens[:last], tuple(m for m in sentence.mentions if m.last <= last)
    return replace(sentence, tokens=tokens, mentions=mentions, end=tokens[-1].end, words=frozenset(), marks=0)


def _before_benefit(sentence: Sentence) -> int:
    """…, что позволит улучшить помощь; …, бұл … мүмкіндік береді: return where such an end without a figure begins."""
    tokens, end = sentence.tokens, len(sentence.tokens)
    if BENEFITS.isdisjoint(sentence.words):
        return end
    ends = (at for at in range(1, end - 2) if tokens[at].text == "," and tokens[at + 1].norm in POINTING)
    first = next((at for at in ends if not BENEFITS.isdisjoint([t.norm for t in tokens[at + 2 :]])), end)
    return end if any(m.first > first and m.type in FIGURED for m in sentence.mentions) else first


def _relayed(sentence: Sentence, language: str) -> int:
    """Return where the words of who passes a sentence on begin, its length where there are none."""
    tokens, end = sentence.tokens, len(sentence.tokens)
    if language == "ru":
        signs = (at for at in range(1, end - 1) if tokens[at].text in SIGNS) if RELAYING_RU & sentence.words else ()
        return next((at for at in signs if _relays_ru(_behind_signs(tokens, at))), end)
    thus = () if THUS.isdisjoint(sentence.words) else (at for at in range(1, end - 1) if tokens[at].norm in THUS)
    at = next((at for at in thus if _relays_kk(sentence, at)), end)
    while at < end and tokens[at - 1].text in SIGNS and at > 1:
        at -= 1
    return at


def _behind_signs(tokens: tuple[Token, ...], at: int) -> tuple[Token, ...]:
    """Return the tokens behind a run of commas and dashes."""
    while at < len(tokens) and tokens[at].text in SIGNS:
        at += 1
    return tokens[at:]


def _relays_ru(behind: tuple[Token, ...]) -> bool:
    """Say whether the last verb behind a comma is one of passing on, which opens it, or stands behind "как"."""
    said = behind[1:] if behind and behind[0].norm == AS else behind
    return bool(said) and said[0].norm in RELAYING_RU and not any(t.best.form in FINITE for t in said[1:])


def _relays_kk(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of passing on follows "деп", or one of telling with who tells behind it; or деді a sign."""
    if sentence.tokens[at].norm != DEP:
        return sentence.tokens[at].norm in ALONE or sentence.tokens[at - 1].text in SIGNS
    verb = sentence.tokens[at + 1]
    if verb.best.pos != "VERB" or not verb.norm.startswith((*RELAYING, *TELLING)):
        return False
    return verb.norm.startswith(RELAYING) or any(m.first > at + 1 and m.type in TELLERS for m in sentence.mentions)
