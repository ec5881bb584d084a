"""What an agreement must be told with to be one for sure: a predicate of its own, two sides where the verb alone tells it, its signers."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context.agents import Agent
from kzhealthkg.extract.context.events import attributive
from kzhealthkg.extract.context.memory import Memory
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.kinds.documents.undecided import OURS, WE
from kzhealthkg.model import Token


def only_describes(hit: Hit, noun: int) -> bool:
    """Қормен шарт жасасқан клиникалар, компания, заключившая договор: who has agreed is described, and no agreement told."""
    if hit.clause.language == "ru":
        tokens = hit.clause.sentence.tokens
        owner = hit.first > 0 and (tokens[hit.first - 1].text == "," or hit.first < noun)
        return owner and hit.verb.best.form == "part" and hit.verb.norm.endswith(ACTIVE)
    return hit.first > noun and attributive(hit) and not _reports(hit)


ACTIVE = lexicon.words("kinds.documents.evident", "active")


def _reports(hit: Hit) -> bool:
    """Меморандумға қол қойылған сәт, жиын: what is told of the signing itself."""
    behind = hit.clause.sentence.tokens[hit.last : hit.last + 2]
    return any(t.best.lemma in SIGNING for t in behind)


SIGNING = frozenset(lexicon.words("kinds.documents.evident", "signing"))


def sure_signers(hit: Hit, people: list[Agent], memory: Memory) -> list[Agent]:
    """Мы подписали меморандум, сказал X: who tells of it, or one whom the clause does not name as doing it, may sign or not."""
    speaker = memory.speakers[hit.clause.index]
    ours = not WE.isdisjoint(hit.clause.words) or hit.verb.norm.endswith(OURS)
    if ours or (speaker and any(a.person.name == speaker for a in people)):
        return []
    return people


def one_sided(hit: Hit, noun: int, draft: Draft) -> bool:
    """X договорился о приёме: by the verb alone two sides agree, and a plan to sign names one at least."""
    clause, sides = hit.clause, draft.slots.get("parties", ())
    if noun == hit.first and hit.frame.options.get("own"):
        two = len(sides) >= BOTH or len(clause.mentions("facility", "organization")) >= BOTH
        return not (two or clause.says(*SIDES))
    return draft.slots["status"] == "planned" and not (sides or "signatories" in draft.slots)


BOTH = 2
SIDES = lexicon.words("kinds.documents.evident", "sides")


def one_topic(part: tuple[Token, ...], found: list[tuple[Token, ...]], clause: Clause) -> list[tuple[Token, ...]]:
    """Тамыр және онкологиялық ауруларды емдеу: two nouns that one action noun behind them governs are one topic."""
    if clause.language != "kk" or len(found) != BOTH:
        return found
    first, second = found
    doing = any(r.form == "inf" for r in second[-1].readings) and any(t.best.case == "acc" for t in second[:-1])
    done = any(r.form == "inf" for r in first[-1].readings)
    return [part] if doing and not done else found
