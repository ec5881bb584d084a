"""Words that stand for who says something: оның айтуынша, – деді ол, – сказал министр, спикер … жеткізді."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.model import Mention, Sentence

PRONOUNS = frozenset(lexicon.words("extract.context.tellers", "pronouns"))
OFFICES = frozenset(lexicon.words("extract.context.tellers", "offices"))
SUBJECTS = frozenset(lexicon.words("extract.context.tellers", "subjects"))
TOLD = lexicon.words("extract.context.tellers", "told")
CLAUSES = frozenset(lexicon.words("extract.context.tellers", "clauses"))
OPENING = 3
BEHIND = 3
"""Words between a verb of saying and its subject behind: деп атап өтті [жаңа] басшы."""


def pointer(sentence: Sentence, known: dict[str, str]) -> Mention | str | None:
    """Return the office that stands, without a name, for who says a sentence, or the word that points back to them.

    ``known`` holds the words of saying with the side on which the speaker stands.
    """
    for at, token in enumerate(sentence.tokens):
        side = known.get(token.norm, "")
        found = _owner(sentence, at, side) or (_behind(sentence, at) if side == "after" else None)
        found = found or (_ahead(sentence, at) if side in ("after", "before") else None)
        if found:
            return found
    return None


def _owner(sentence: Sentence, at: int, side: str) -> Mention | str | None:
    """Оның айтуынша, министрдің сөзінше, по словам главы управления."""
    if side not in ("owner", "whose"):
        return None
    beside = sentence.tokens[at - 1].norm if at else ""
    if beside in PRONOUNS:
        return beside
    if side == "whose":
        return next((m for m in sentence.mentions if m.type == "post" and m.first == at + 1), None)
    held = next((m for m in sentence.mentions if m.type == "post" and m.last == at and m.case == "gen"), None)
    return held or (beside if beside in OFFICES else None)


def _behind(sentence: Sentence, at: int) -> Mention | str | None:
    """– деді ол; – деп түйіндеді облыс әкімі; — отметил новый директор; он добавил, что …"""
    tokens = sentence.tokens
    near = range(at + 1, min(len(tokens), at + 1 + BEHIND))
    for i in near:
        if tokens[i].norm in SUBJECTS:
            return tokens[i].norm
        found = next((m for m in sentence.mentions if m.type == "post" and m.first == i and m.case == "nom"), None)
        if found is not None and {r.case for r in tokens[i].readings}.isdisjoint({"nom", ""}):
            return None  # главный врач рассказал акиму, что …
        if found is not None or not tokens[i].text[0].isalpha():
            return found
    return None


def _ahead(sentence: Sentence, at: int) -> str | None:
    """Спикер … салынғанын жеткізді; он добавил, что …: the subject opens the sentence."""
    tokens = sentence.tokens
    telling = tokens[at - 1].norm.endswith(TOLD) if at else False
    clause = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at + 2].norm in CLAUSES
    opened = (t.norm for t in tokens[: min(at, OPENING)] if t.norm in SUBJECTS)
    return next(opened, None) if telling or clause else None
