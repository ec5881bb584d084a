"""What the words of a task tell that is no task: what all are called on to do, what was told long before, figures."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit


def calls_everybody(hit: Hit) -> bool:
    """Призвал население вакцинироваться, халықты екпе алуға шақырды: what all are called on to do tasks nobody."""
    asks = hit.frame.name.startswith("instruction-ask")
    return asks and hit.clause.says(*EVERYBODY)


EVERYBODY = frozenset(lexicon.words("kinds.instruction.guards", "everybody"))


def long_ago(hit: Hit) -> bool:
    """Ранее аким поручил …: what was told long before is the background of what is told now."""
    before = () if BEFORE.isdisjoint(hit.clause.words) else hit.clause.sentence.tokens[hit.clause.first : hit.first]
    return any(t.norm in BEFORE for t in before)


BEFORE = frozenset(lexicon.words("kinds.instruction.guards", "before"))


def only_counted(hit: Hit) -> bool:
    """Тағы алтауы керек: so many more are lacking, which tasks nobody."""
    ruling = bool(hit.frame.options.get("ruling")) and hit.clause.language == "kk"
    return ruling and any(m.last == hit.first for m in hit.clause.mentions("number"))
