"""What cannot be decided of an agreement: who stands behind "them", whose government signs, what "we agreed" makes."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.prepositions import WITH
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.elsewhere import sectors
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.documents.signers import bodies_of


def with_unnamed(clause: Clause) -> bool:
    """С ними заключён договор, олармен шарт жасадық: say whether the other side is only pointed to."""
    if clause.language == "kk":
        return not THEM.isdisjoint(t.norm for t in clause.tokens)
    pairs = zip(clause.tokens, clause.tokens[1:], strict=False)
    return any(a.norm in WITH and b.norm in THEM for a, b in pairs)


THEM = frozenset(lexicon.words("kinds.documents.undecided", "them"))


def only_ours(hit: Hit, draft: Draft) -> bool:
    """Мы договорились отправлять больных, жіберуге келістік: what "we" agreed on among ourselves is of no parties."""
    if not hit.frame.options.get("own") or {"parties", "signatories"} & draft.slots.keys():
        return False
    return hit.verb.norm.endswith(OURS) or not WE.isdisjoint(hit.clause.words)


OURS = lexicon.words("kinds.documents.undecided", "ours")
"""Endings of a Kazakh verb of the first person: келістік."""
WE = frozenset(lexicon.words("kinds.documents.undecided", "we"))


def comments(clause: Clause) -> bool:
    """Это уже третий подписанный меморандум: what is said of an agreement just told makes no other one."""
    first = clause.sentence.tokens[clause.first].norm
    return first in THIS and not clause.mentions("organization", "facility", "person")


THIS = frozenset(lexicon.words("kinds.documents.undecided", "this"))


def bodies(hit: Hit, people: list[Agent]) -> list[str]:
    """Return the bodies that signers stand for, none where they sign for governments or for two of one name."""
    found = [b for b in bodies_of(people) if not any(w.startswith(TWO) for w in b.casefold().split())]
    states = any(t.norm.startswith(GOVERNMENTS) for t in hit.clause.tokens)
    named = [p.organization for a in people for p in a.person.posts[:1] if p.organization]
    return [] if states or len(set(named)) < len(named) else found


TWO = lexicon.words("kinds.documents.undecided", "two")
GOVERNMENTS = lexicon.words("kinds.documents.undecided", "governments")


def of_other_sector(clause: Clause, draft: Draft) -> bool:
    """Договорились о покупке оператора связи: of trade in other things, where no word of health stands."""
    others = sectors(clause.language) | TRADE
    if others.isdisjoint(clause.sentence.words) or measures.medical(clause.sentence.tokens, clause.language):
        return False
    said = " ".join(draft.slots.get("topics", ())).casefold()
    return any(word in said for word in others)


TRADE = frozenset(lexicon.words("kinds.documents.undecided", "trade"))
