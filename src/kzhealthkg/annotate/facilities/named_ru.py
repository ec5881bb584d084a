"""What a Russian facility is called after, and what is no name at all."""

from __future__ import annotations

from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.annotate.facilities.words import guards
from kzhealthkg.annotate.facility_types import facility_type
from kzhealthkg.annotate.names import names
from kzhealthkg.annotate.names.namesakes import HONOUR
from kzhealthkg.model import Sentence, Token


@cache
def bare_words() -> frozenset[str]:
    """Return the lemmas that make no name of their own (врачебная амбулатория)."""
    rows = lexicon.table("facility_modifiers")
    return frozenset(r["word"] for r in rows if r["language"] == "ru" and r["bare"] == "yes")


PATIENTS = 3
"""Words that say whom a facility is for, "для" among them."""
GENERAL = frozenset({"", "hospital"})


def meant_for(text: str, sentence: Sentence, last: int) -> tuple[str, bool]:
    """Return the type of a facility, and whether only those it is for say it: госпиталь для инфекционных больных."""
    kind = facility_type(text)
    behind = sentence.tokens[last : last + PATIENTS]
    if kind not in GENERAL or not behind or behind[0].norm != "для":
        return kind, False
    meant = facility_type(" ".join((text, *(t.norm for t in behind))))
    return (meant, True) if meant not in (kind, "medical-facility") else (kind, False)


def honoured(tokens: tuple[Token, ...], first: int) -> int:
    """Return where имени М. Жумабаева, им. академика Н.Батпенова ends, or ``first`` where no name follows."""
    at = first + 1
    at += at < len(tokens) and tokens[at].text == "." and tokens[first].norm == "им"
    at += at < len(tokens) and tokens[at].best.pos == "NOUN" and tokens[at].text.islower()
    last = at = _initials(tokens, at)
    while last < len(tokens) and last - at < 2 and _of_honoured(tokens[last]) and (last == at or _second(tokens, last)):
        last += 1
    return _initials(tokens, last) if last == at + 1 else last if last > at else first


def _of_honoured(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower()


def _second(tokens: tuple[Token, ...], at: int) -> bool:
    """Имени Абая Кунанбаева; имени Павлова | Айгуль Тасова: a second word in the genitive, of the same person."""
    owned = any(r.case == "gen" for r in tokens[at].readings)
    return owned and names.of_one(tokens[at - 1].text, tokens[at].text)


def _initials(tokens: tuple[Token, ...], at: int) -> int:
    """Return where the initials that stand at a token end."""
    while (
        at + 1 < len(tokens) and len(tokens[at].text) == 1 and tokens[at].text.isupper() and tokens[at + 1].text == "."
    ):
        at += 2
    return at


def vague(tokens: tuple[Token, ...]) -> bool:
    """Say whether words name no facility in particular: учреждение здравоохранения, региональное медучреждение."""
    general = any(t.best.lemma in guards("vague") for t in tokens)
    return general and not any(t.text[0] in "№«“" or t.text[0].isdigit() or t.norm in HONOUR for t in tokens)


def counted_from(sentence: Sentence, first: int) -> int:
    """Return where the figure right before a name begins: 5 фельдшерских и 10 медицинских пунктов."""
    return next((m.first for m in sentence.mentions if m.type == "number" and m.last == first), first)


def may_describe(token: Token) -> bool:
    """A participle describes; so does a town's adjective (Кентауская) that has the ending of a converb."""
    return token.best.form == "part" or (token.best.form == "ger" and token.text[0].isupper())
