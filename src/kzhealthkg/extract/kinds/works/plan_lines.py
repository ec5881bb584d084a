"""Lines of a plan that tell works by action nouns: Биыл жоспарланған: – A қаласында емхана салу – 3,2 млрд теңге."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phases import phases_of
from kzhealthkg.extract.clause.status import status
from kzhealthkg.extract.clause.syntax import FINITE, Clause, is_lemma
from kzhealthkg.extract.context.memory import BULLETS, Memory
from kzhealthkg.model import Sentence

REACH = 12
"""Lines in the longest list."""
SIGNS = frozenset("–—-(),;.:")
CARRYING = frozenset(lexicon.words("kinds.works.plan_lines", "carrying"))
CARRIED_OUT = lexicon.words("kinds.works.plan_lines", "carried_out")
DONE = frozenset({"planned", "underway", "completed"})


def line_status(hit: Hit, memory: Memory) -> str:
    """Return the status that the heading of a list gives to an action noun that is all of a line, "" for none."""
    clause = hit.clause
    if told := _behind_heading(hit):
        return told
    if clause.language != "kk" or not memory.listed or not _is_line(clause.sentence) or not _closes(hit):
        return ""
    sentences = memory.document.sentences
    for at in range(clause.index - 1, max(-1, clause.index - REACH), -1):
        if sentences[at].tokens[-1].text == ":":
            return _heading(Clause(sentences[at], at, 0, len(sentences[at].tokens) - 1, "kk"))
        if not _is_line(sentences[at]):
            return ""
    return ""


def _behind_heading(hit: Hit) -> str:
    """2026 жылға жоспар: 18 нысанның құрылысын аяқтау, 11 аурухананы жөндеу: a heading in the same sentence."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    headed = clause.language == "kk" and clause.first > 1 and tokens[clause.first - 1].text == ":"
    if not headed or any(t.best.form in FINITE for t in clause.tokens):
        return ""
    behind = [i for i in range(hit.last - 1, clause.last) if "inf" in tokens[i].forms]
    acts = bool(behind) and tokens[behind[0]].best.case in ("nom", "")
    closes = acts and (behind[0] + 1 == clause.last or tokens[behind[0] + 1].text == ",")
    above = Clause(clause.sentence, clause.index, 0, clause.first - 1, "kk")
    return "planned" if closes and "plan" in phases_of(above.tokens, "kk") else ""


def in_plans(hit: Hit) -> str:
    """Жоспарда – емхана салу, жоспарымызда емхана салу бар: an action noun that is said to be in the plans is planned."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    near = [t for t in tokens[hit.last - 1 : min(hit.last + 1, clause.last)] if "inf" in t.forms]
    acts = clause.language == "kk" and any(t.best.case in ("nom", "") for t in near)
    dashed = clause.first > 1 and tokens[clause.first - 1].text in SIGNS
    before = (*tokens[max(0, clause.first - 2) : clause.first], *tokens[clause.first : hit.first])
    told = acts and (dashed or (clause.last > hit.last and tokens[clause.last - 1].norm == "бар"))
    named = told and any(t.norm.startswith(PLANNING) and t.best.case == "loc" for t in before)
    return "planned" if named and not any(t.best.form in ("past", "perf") for t in clause.tokens) else ""


PLANNING = lexicon.words("kinds.works.plan_lines", "planning")


def _is_line(sentence: Sentence) -> bool:
    """– A, • A, 2) A: a mark opens a line of a list."""
    first = sentence.tokens[0].text
    numbered = first.isdigit() and len(sentence.tokens) > 1 and sentence.tokens[1].text in (")", ".")
    return first in BULLETS or numbered


def _closes(hit: Hit) -> bool:
    """Say whether only a sum, a date and a verbal noun of carrying out follow an action noun in the nominative."""
    clause, noun = hit.clause, hit.clause.sentence.tokens[hit.last - 1]
    acts = "inf" in noun.forms or bool(hit.frame.options.get("noun"))
    held = {i for m in clause.mentions("money", "date", first=hit.last) for i in range(m.first, m.last)}
    rest = (clause.sentence.tokens[i] for i in range(hit.last, clause.last) if i not in held)
    return acts and noun.best.case in ("nom", "") and all(t.text in SIGNS or t.norm in CARRYING for t in rest)


def _heading(above: Clause) -> str:
    """Мынадай жұмыстар жоспарланған:, жұмыс жоспары: is planned, else as the verb that closes the heading says."""
    if "plan" in phases_of(above.tokens, "kk"):
        return "planned"
    done = is_lemma(above.tokens[-1], *CARRIED_OUT)
    said = status(above, above.last - 1) if done else ""
    return said if said in DONE else ""
