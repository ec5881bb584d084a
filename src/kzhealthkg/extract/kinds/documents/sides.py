"""Parties that a sentence only points to: the facility spoken of, the company of a form named before."""

from __future__ import annotations

import re

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.model import Mention
from kzhealthkg.model.frozen import frozen

FORM = re.compile(r"(?:ЖШС|АҚ|КЕАҚ|ШЖҚ|ЖК|КМК|ТОО|АО|НАО)")
POINTING = frozenset(lexicon.words("kinds.documents.sides", "pointing"))
OWNED_NOUNS = lexicon.words("kinds.documents.sides", "owned_nouns")
AND_KK = frozenset(lexicon.words("kinds.documents.sides", "and_kk"))


@frozen
class Party:
    """A party: its name and the tokens of the sentence that say it."""

    name: str
    first: int
    last: int


def own_side(hit: Hit, found: list[Mention], memory: Memory) -> list[Party]:
    """Орталық X клиникасымен меморандум түзді: the facility spoken of, where only its partners are named."""
    clause = hit.clause
    if clause.language == "ru":
        return [p for m in clause.mentions("facility") if _is_side_ru(hit, m) for p in _called(clause, m, memory)]
    subjects = [m for m in clause.mentions("facility", last=hit.first) if m.value.definite and m.case in ("nom", "")]
    alone = [m for m in subjects if not is_lemma(clause.sentence.tokens[m.last], *OWNED_NOUNS)]
    first = min((m.first for m in found if m.type != "place"), default=hit.first)
    along = any(m.case == "ins" for m in found)
    sides = [m for m in alone[:1] if m.last <= first and (along or clause.sentence.tokens[m.last].norm in AND_KK)]
    return [p for m in sides for p in _called(clause, m, memory)]


def _is_side_ru(hit: Hit, house: Mention) -> bool:
    """Центр подписал договор с X, договор с X подписал Центр, между Центром и X: the facility spoken of is a side."""
    if not house.value.definite:
        return False
    if house.case == "nom":
        return house.last <= hit.first or 0 <= house.first - hit.last <= 1
    before = hit.clause.sentence.tokens[max(0, house.first - 1) : house.first]
    return house.case == "ins" and [t.norm for t in before] == ["между"]


def _called(clause: Clause, mention: Mention, memory: Memory) -> list[Party]:
    """Return the facility named last whose name holds the noun that points to it: орталық is no college."""
    noun = clause.sentence.tokens[mention.last - 1].best.lemma[:-1]
    names = [f.name for f in memory.facilities if noun in f.name.lower()]
    return [Party(names[-1], mention.first, mention.last)] if names else []


def pointed(hit: Hit, memory: Memory) -> list[Party]:
    """Осы ЖШС-мен: the company of that form which was named last."""
    tokens = hit.clause.sentence.tokens
    for at in range(hit.clause.first, hit.first - 1):
        form = FORM.match(tokens[at + 1].text)
        if tokens[at].norm in POINTING and form and tokens[at + 1].best.case == "ins":
            named = _companies(memory, hit.clause.index, form[0])
            return [Party(named[-1], at, at + 2)] if named else []
    return []


def _companies(memory: Memory, before: int, form: str) -> list[str]:
    sentences = memory.document.sentences[:before]
    return [m.value.name for s in sentences for m in s.mentions if m.type == "organization" and form in m.value.name]


def both_told(hit: Hit, memory: Memory) -> list[str]:
    """Тараптар, екі мекеме арасында меморандумға қол қойылды: the only two bodies that the article has told of so far."""
    clause = hit.clause
    two = any(m.value.value == 2 and _is_side(clause, m.last) for m in clause.mentions("number"))
    if clause.language != "kk" or not (two or clause.says(*SIDES)) or memory.told_any("Agreement"):
        return []
    told = memory.document.sentences[max(0, clause.index - TOLD_REACH) : clause.index]
    names = dict.fromkeys(m.value.name for s in told for m in s.mentions if _is_body(m, s.mentions))
    return list(names) if len(names) == 2 else []


def _is_side(clause: Clause, at: int) -> bool:
    return any(is_lemma(t, *BODIES) for t in clause.sentence.tokens[at : at + 2])


def _is_body(mention: Mention, beside: tuple[Mention, ...]) -> bool:
    """Say whether a mention names one body, no part of the name of another."""
    if mention.type not in ("facility", "organization") or not mention.value.name:
        return False
    wider = (m for m in beside if m.type in ("facility", "organization") and m is not mention)
    inside = any(m.first <= mention.first and mention.last <= m.last for m in wider)
    return not inside and not getattr(mention.value, "plural", False)


SIDES = lexicon.words("kinds.documents.sides", "sides")
BODIES = lexicon.words("kinds.documents.sides", "bodies")
TOLD_REACH = 10
"""Sentences within which the sides of an agreement have been told."""
