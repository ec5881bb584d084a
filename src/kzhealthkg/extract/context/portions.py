"""How many of a counted sort are meant: из 12 ФАПов сданы 5, из 12 врачей 5 прошли обучение."""

from __future__ import annotations

from dataclasses import replace

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.status_ru import FINITE, form_of, verb_of
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.model import Mention, Token

REACH = 8
"""Words from the number of the whole to the noun that it counts."""


def portion(hit: Hit) -> list[Mention]:
    """Return the facilities of which a part was done, with the number of that part for their count."""
    if verb_of(hit) is None or form_of(hit.verb) == "part":
        return []
    clause = _with_whole(hit.clause)
    found = [(m, portion_at(clause, m.first, m.last)) for m in clause.mentions("facility")]
    told = [(whole, part) for whole, part in found if part is not None]
    alone = (m for m, _ in found if of_many(clause, m) and not _described(hit, m))
    if not told and (one := next(alone, None)) is not None:
        return [replace(one, value=replace(one.value, count=None, plural=False))]
    return [replace(m, value=replace(m.value, count=part.value, plural=True, name="")) for m, part in told[:1]]


def of_many(clause: Clause, mention: Mention) -> bool:
    """Say whether one of so many facilities is told of: одна из 12 амбулаторий, первая из пяти больниц."""
    if mention.value.count is None:
        return False
    at = next((m.first for m in clause.mentions("number") if m.value is mention.value.count), 0)
    at -= at > 0 and clause.sentence.tokens[at - 1].best.pos == "ADJ"
    before = clause.sentence.tokens[max(0, at - 2) : at]
    return len(before) > 1 and before[1].norm == "из" and is_lemma(before[0], *ONE) and _is_subject(before[0])


def _described(hit: Hit, mention: Mention) -> bool:
    """Одна из 12 больниц, которые построят: what "which" opens is told of all of them."""
    return any(is_lemma(t, "который") for t in hit.clause.sentence.tokens[mention.last : hit.first])


def _is_subject(token: Token) -> bool:
    return any(r.case in ("nom", "acc") and not r.plural for r in token.readings)


ONE = lexicon.words("extract.context.portions", "one")


def of_them(hit: Hit, mentions: list[Mention]) -> list[Mention]:
    """28 больниц, из них 5 требуют ремонта; 28 больниц, 5 из которых …: the one counted, with the number of the part."""
    tokens = hit.clause.sentence.tokens
    for number in hit.clause.mentions("number", last=hit.first) if len(mentions) == 1 else ():
        beside = (tokens[max(0, number.first - 2) : number.first], tokens[number.last : number.last + 2])
        told = any(" ".join(t.norm for t in words) in OF_THEM for words in beside)
        if told and mentions[0].value.count is not None and mentions[0].last <= number.first:
            return [replace(m, value=replace(m.value, count=number.value, name="")) for m in mentions]
    return mentions


OF_THEM = frozenset(lexicon.words("extract.context.portions", "of_them"))
PART_OF_THEM = OF_THEM.union(lexicon.words("extract.context.portions", "among_them"))
"""Words of two beside or before a number, which is a part of what was counted."""


def _with_whole(clause: Clause) -> Clause:
    """Из 20 ФАПов, которые построят в области, пять возведут в A: the sentence, where it opens with the whole."""
    tokens, first = clause.sentence.tokens, clause.first
    opens = clause.language == "ru" and first > 0 and tokens[0].norm == "из" and tokens[first - 1].text == ","
    described = opens and any(is_lemma(t, "который") for t in tokens[:first])
    return clause.whole if described and "facility" not in clause.named else clause


def portion_at(clause: Clause, first: int, last: int) -> Mention | None:
    """Return the number that says how many of what stands at ``first:last`` behind из; None where it is no whole."""
    if clause.language != "ru":
        return None
    tokens = clause.sentence.tokens
    near = [n for n in clause.mentions("number") if first - REACH <= n.first < last]
    wholes = [n for n in near if n.first > clause.first and tokens[n.first - 1].norm == "из"]
    parts = [n for n in clause.mentions("number", first=last) if _bare(clause, n)]
    fits = len(wholes) == len(parts) == 1 and parts[0].value.value < wholes[0].value.value
    return parts[0] if fits else None


def _bare(clause: Clause, number: Mention) -> bool:
    """Whether a number has no noun of its own: it stands at the end, or before a sign or the verb."""
    following = clause.sentence.tokens[number.last : clause.last]
    if not following:
        return True
    adverb = following[0].best.pos in ("ADV", "PART") and len(following) > 1
    token = following[1] if adverb else following[0]
    return token.text in ",.;" or token.best.form in FINITE or token.best.form == "perf"
