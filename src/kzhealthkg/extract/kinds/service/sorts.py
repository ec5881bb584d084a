"""Departments of which only the sort is said: откроются хирургическое отделение, урологическое — на 20 коек."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import Phrase
from kzhealthkg.extract.clause.phrases_ru import of_its_own
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.model import Token
from kzhealthkg.model.frozen import replace
from kzhealthkg.text.quotation import DASHES

JOINED = lexicon.words("kinds.service.sorts", "joined")
SIGNS = frozenset(lexicon.words("kinds.service.sorts", "signs"))
ENDINGS = lexicon.words("kinds.service.sorts", "endings")


def sorts_behind(item: Phrase) -> list[tuple[Phrase, str]]:
    """Return a thing for each adjective of a list behind a Russian one that has a size, and no noun, of its own."""
    clause, tokens = item.clause, item.clause.sentence.tokens
    if clause.language != "ru":
        return []
    head = replace(item, first=item.head, last=item.head + 1).text()
    found = [at for at in range(item.last, clause.last - 1) if _is_sort(clause, item.head, at)]
    return [(replace(item, first=at, last=at + 1, head=at, count=None), f"{tokens[at].norm} {head}") for at in found]


def _is_sort(clause: Clause, head: int, at: int) -> bool:
    """An adjective that agrees with the noun before stands between a sign and a dash, or before its size."""
    tokens = clause.sentence.tokens
    before, token, behind = tokens[at - 1], tokens[at], tokens[at + 1]
    sized = behind.text in DASHES or (behind.norm == "на" and any(t.text[0].isdigit() for t in tokens[at + 2 : at + 3]))
    return before.norm in SIGNS and sized and token.best.pos == "ADJ" and _agrees(token, tokens[head])


def _agrees(adjective: Token, noun: Token) -> bool:
    own = {(r.case, r.plural) for r in adjective.readings if r.pos == "ADJ"}
    return adjective.norm.endswith(ENDINGS) and bool(own & {(r.case, r.plural) for r in noun.readings})


def sorts_of_many(item: Phrase) -> list[tuple[Phrase, str]]:
    """Return a thing for each sort that a Russian plural has: отделения кардиологии, хирургии и урологии."""
    if item.clause.language != "ru":
        return []
    one = replace(item, first=item.head, last=item.head + 1, count=None).text(singular=True)
    return [(replace(item, last=last), f"{one} {said}") for said, last in _sorts_after(item)]


def _sorts_after(item: Phrase) -> list[tuple[str, int]]:
    """Return what each member of a list in the genitive says, with its end."""
    tokens, found, at = item.clause.sentence.tokens, list[tuple[str, int]](), item.head + 1
    end = item.clause.last
    while at < end:
        noun = at + 1 if at + 1 < end and _genitive(tokens[at], "ADJ") and _genitive(tokens[at + 1], "NOUN") else at
        if not _genitive(tokens[noun], "NOUN") or (of_its_own(tokens[noun]) and not tokens[noun].text.isupper()):
            break
        noun = _whole(item.clause, noun)
        found.append((" ".join(t.text for t in tokens[at : noun + 1]), noun + 1))
        at = noun + 2
        if at >= end or tokens[noun + 1].norm not in SIGNS:
            break
    pair = len(found) == len(SIGNS)
    one = pair and (not tokens[item.head].best.plural or any(said.startswith(JOINED) for said, _ in found))
    return [] if one or len(found) < len(SIGNS) else found


def _whole(clause: Clause, noun: int) -> int:
    """Отделения трансплантации костного мозга, хирургии: return the last noun of what one member says."""
    tokens, named = clause.sentence.tokens, clause.mentions("facility", "place", "organization")
    while noun + 1 < clause.last and not any(m.first <= noun + 1 < m.last for m in named):
        if tokens[noun + 1].norm in SIGNS:
            break
        described = noun + 2 < clause.last and _genitive(tokens[noun + 1], "ADJ")
        behind = noun + 1 + described
        if not _genitive(tokens[behind], "NOUN") or of_its_own(tokens[behind]):
            break
        noun = behind
    return noun


def _genitive(token: Token, pos: str) -> bool:
    short = pos == "NOUN" and token.text.isupper() and token.text.isalpha()
    return short or any(r.pos == pos and r.case == "gen" for r in token.readings)
