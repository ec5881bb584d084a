"""What the words of a task tell that is no task: what all are called on to do, what was told long before, figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import is_case, is_lemma
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.kinds.instruction.task_text import Task
from kzhealthkg.model import Token


def calls_everybody(hit: Hit) -> bool:
    """Призвал население вакцинироваться, M бөлуді сұрады: what all are called on to do, or money asked for, tasks nobody."""
    asks = hit.frame.name.startswith("instruction-ask")
    return asks and (any(is_lemma(t, *EVERYBODY) for t in _called(hit)) or bool(hit.clause.mentions("money")))


def _called(hit: Hit) -> Iterator[Token]:
    """Призвал студентов приехать, студенттерді келуге шақырды: the words that may say who is called on."""
    tokens, clause = hit.clause.sentence.tokens, hit.clause
    if clause.language == "kk":
        return (t for t in tokens[clause.first : hit.first] if t.best.case == "acc")
    return takewhile(lambda t: t.best.form != "inf", tokens[hit.last : clause.last])


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


def of_other_ministry(hit: Hit, people: list[Agent], what: Task) -> bool:
    """Министр труда поручил ускорить выплаты: what the minister of something else bids is of health where a word says so."""
    posts = [p for a in people for p in a.person.posts if p.role in MINISTERS]
    named = [p.organization.casefold() for p in posts if p.organization]
    others = [o for o in named if o.startswith(MINISTRIES) or o.endswith(MINISTRY)]
    if not others or len(others) < len(people) or any(h in o for o in others for h in HEALTH):
        return False
    clause = hit.clause
    task = tuple(t for t in clause.sentence.tokens if what.start <= t.start < what.end)
    return not (measures.medical(task, clause.language) or clause.whole.mentions("facility"))


MINISTERS = frozenset({"minister", "vice-minister"})
MINISTRIES = lexicon.words("kinds.instruction.guards", "ministries")
MINISTRY = lexicon.words("kinds.instruction.guards", "ministry")
HEALTH = lexicon.words("kinds.instruction.guards", "health")


def bids_state(hit: Hit) -> bool:
    """Үкіметке … тапсырамын, поручаю Министерству …: who gives a body of state a task in so many words governs."""
    tokens = hit.clause.sentence.tokens
    if not hit.frame.options.get("bids"):
        return False
    return any(is_lemma(t, *STATE) and is_case(t, "dat") for t in tokens[hit.clause.first : hit.clause.last])


STATE = lexicon.words("kinds.instruction.guards", "state")
