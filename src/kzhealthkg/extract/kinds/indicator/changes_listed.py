"""Changes listed behind a colon: достигнуто снижение: материнская смертность — на 9 %; общая смертность — на 2 %."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit, hits
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures, rates
from kzhealthkg.extract.kinds.indicator.changed import came_about, changed_by
from kzhealthkg.model import Mention, Sentence
from kzhealthkg.text.quotation import DASHES

LINES = 8
"""Lines below a heading that its word of change may still hold for."""
SIGNS = frozenset(",;:•*")
ENDS = frozenset(";:,.")
BY = lexicon.words("kinds.indicator.changes_listed", "by")[0]


def listed(clause: Clause, memory: Memory) -> list[Draft]:
    """Return the changes of measures that stand before a dash and "на", the word of change before their colon."""
    found = [m for m in clause.named["percent"] if _dash(clause, m) > clause.first]
    hit = _headed(clause, memory) if found else None
    if hit is None:
        return []
    named = [(m, _measure(clause, m, memory)) for m in found]
    return [changed_by(hit, clause, measure, m, memory) for m, measure in named if measure is not None]


def _dash(clause: Clause, percent: Mention) -> int:
    """… — на 9 %, … – 9 %-ға: return the dash before by how much, -1 where none stands there."""
    tokens, at = clause.sentence.tokens, percent.first - 1
    if clause.language == "ru":
        at = at - 1 if tokens[at].norm == BY else -1
    elif percent.case != "dat":
        return -1
    return at if at > clause.first and tokens[at].text in DASHES else -1


def _headed(clause: Clause, memory: Memory) -> Hit | None:
    """Return the word of change before the colon of the sentence, or of the heading that a line stands below."""
    if (own := _change(clause.sentence, clause)) is not None:
        return own
    for at in range(clause.index - 1, max(-1, clause.index - LINES), -1):
        sentence = memory.document.sentences[at]
        if sentence.tokens[-1].text == ":":
            return _change(sentence, Clause(sentence, at, 0, len(sentence.tokens), clause.language))
        if sentence.tokens[-1].text not in ENDS:
            return None
    return None


def _change(sentence: Sentence, clause: Clause) -> Hit | None:
    """Return the word of change before the colon in front of a clause's end, where it has no figure of its own."""
    colon = next((i for i in range(clause.last) if sentence.tokens[i].text == ":"), None)
    before = Clause(sentence, clause.index, 0, colon, clause.language) if colon else None
    if before is None or before.mentions("percent"):
        return None  # смертность снизилась на 3 %: …
    found = (h for h in hits("indicator", before) if h.frame.options["sort"] == "change")
    return next((h for h in found if came_about(h)), None)


def _measure(clause: Clause, percent: Mention, memory: Memory) -> rates.Measure | None:
    """Return what the words from a sign on to the dash measure."""
    tokens, dash = clause.sentence.tokens, _dash(clause, percent)
    first = next((i + 1 for i in range(dash - 1, clause.first - 1, -1) if tokens[i].text in SIGNS), clause.first)
    heads = [i for i in range(first, dash) if measures.sorts(clause, i) & rates.MEASURES]
    named = [i for i in heads if is_case(tokens[i], "nom", *(("gen",) if clause.language == "ru" else ()))]
    if not named:
        return None
    at = named[0] if clause.language == "ru" else named[-1]
    span = measures.span(Clause(clause.sentence, clause.index, first, dash, clause.language), at)
    said = rates.said_of_health(clause, at, span, memory)
    return (said, span[0]) if said else None
