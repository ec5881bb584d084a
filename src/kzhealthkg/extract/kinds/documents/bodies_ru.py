"""Parties that a Russian text says by a common noun: между акиматом области и X, представительство ЮНИСЕФ."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.kinds.documents.sides import Party
from kzhealthkg.model import Mention
from kzhealthkg.morph import nominative

BODIES = lexicon.words("kinds.documents.bodies_ru", "bodies")
BRANCHES = lexicon.words("kinds.documents.bodies_ru", "branches")


def between_ru(hit: Hit) -> list[Party]:
    """Между акиматом области и фондом, подписали акимат и фонд: bodies said by a common noun, on either side of "и"."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if clause.language != "ru":
        return []
    at = next((i for i in range(clause.first, clause.last) if tokens[i].norm == "между"), None)
    if at is None:
        signed = hit.verb.best.plural and hit.verb.best.form == "past" and is_lemma(hit.verb, *SIGNING)
        return _joined(clause, hit.last, "nom") if signed else []
    if any(t.text == "," for t in tokens[min(at, hit.last) : max(at, hit.first)]):
        return []
    return _joined(clause, at + 1, "ins")


SIGNING = lexicon.words("kinds.documents.bodies_ru", "signing")


def _joined(clause: Clause, first: int, case: str) -> list[Party]:
    """Return the two bodies in a case that "and" joins, from a token on."""
    tokens = clause.sentence.tokens
    joint = next((i for i in range(first, clause.last) if tokens[i].norm == "и"), first)
    found = [_body(replace(clause, last=joint), first, case), _body(clause, joint + 1, case)] if joint > first else []
    return [party for party in found if party is not None]


def _body(clause: Clause, first: int, case: str) -> Party | None:
    """Return the body whose name begins at a token in a case; None where a person or a quotation does."""
    tokens = clause.sentence.tokens
    head = next((i for i in range(first, min(clause.last, first + 3)) if tokens[i].best.pos == "NOUN"), None)
    if head is None or not is_lemma(tokens[head], *BODIES) or not any(r.case == case for r in tokens[head].readings):
        return None
    whole = phrase(clause, head)
    return Party(whole.text(), first, whole.last)


def with_branch(hit: Hit, body: Mention) -> Mention:
    """Европейское бюро ВОЗ, представительство ЮНИСЕФ: the branch of a body that is known is a party, not the body."""
    tokens, head = hit.clause.sentence.tokens, body.first - 1
    if body.type != "organization" or head < 0 or not is_lemma(tokens[head], *BRANCHES):
        return body
    first = head
    while first > 0 and tokens[first - 1].best.pos == "ADJ" and tokens[first - 1].text[0].isalpha():
        first -= 1
    if first > 0 and tokens[first - 1].text == ",":
        return body  # ТОО «A», представительство B
    case = next(
        (c for c in ("ins", "nom") if all(c in {r.case for r in t.readings} for t in tokens[first : head + 1])), ""
    )
    words = " ".join(t.text for t in tokens[body.first : body.last])
    name = f"{nominative(tokens[first : head + 1], 'ru')} {words}"
    return replace(body, first=first, start=tokens[first].start, case=case, value=replace(body.value, name=name))
