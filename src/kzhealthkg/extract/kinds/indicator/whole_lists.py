"""Measures that begin in the middle of a list of illnesses: the members before belong to them as well."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import AND, AND_RU
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.extract.figures.measure_ends import is_outside
from kzhealthkg.model import Token

ILL = frozenset({"rate", "illness", "diagnosis"})
ILLNESSES = lexicon.words("kinds.indicator.whole_lists", "illnesses")
JOINERS = AND | AND_RU | {","}
LONGEST = 12
"""Words of a list before its last member, at most."""
MEMBER = 3
"""Words of its first member, at most."""


def with_whole_lists(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Корью, коклюшем и паротитом заболело 120 детей: name every illness of a list, or nothing where that cannot be done."""
    if JOINERS.isdisjoint(clause.words):
        return drafts
    return [d for d in drafts if _made_whole(clause, d, drafts)]


def _made_whole(clause: Clause, draft: Draft, drafts: list[Draft]) -> bool:
    """Give a draft the members that its measure lacks; say whether it may stand."""
    said = str(draft.slots["measure"]).lower().replace(",", "").split()
    _go_on(clause, draft, said)
    at = next((i for i in range(clause.first + 2, clause.last) if _is_joined(clause, i, said)), None)
    if at is None:
        return True
    tokens = clause.sentence.tokens
    before = tokens[at - 2].norm
    if any(before in str(d.slots["measure"]).lower() for d in drafts):
        return True
    first = _first(clause, at)
    if first is None:
        return False
    word = tokens[at].norm
    measure = str(draft.slots["measure"])
    start = measure.lower().index(word)
    draft.slots["measure"] = f"{measure[:start]}{clause.text(first, at).lower()} {measure[start:]}"
    return True


def _is_joined(clause: Clause, at: int, said: list[str]) -> bool:
    """Say whether a word of a measure is an illness that a sign joins to another one which the measure does not name."""
    tokens = clause.sentence.tokens
    word, sign, before = tokens[at], tokens[at - 1], tokens[at - 2]
    if sign.norm not in JOINERS or word.norm not in said or _is_said(before, said):
        return False
    counted = tokens[at - 3].best.pos == "NUM" if at - 2 > clause.first else False  # ана өлімі 2 есе, нәресте өлімі …
    if counted or is_outside(clause, at - 2) or not _is_nominal(before):
        return False
    return _alike(before, word, clause.language) and (_is_ill(clause, at, said) or _is_ill(clause, at - 2, said))


def _is_said(token: Token, said: list[str]) -> bool:
    return any(word[:STEM] == token.norm[:STEM] for word in said)


def _go_on(clause: Clause, draft: Draft, said: list[str]) -> None:
    """Выявлены рак, гипертония и диабет: add the illnesses that stand in a list behind the one a measure names."""
    tokens = clause.sentence.tokens
    at = next((i for i in range(clause.first, clause.last - 2) if _goes_on(clause, i, said)), None)
    if at is None:
        return
    last = at + 1
    while last + 1 < clause.last and tokens[last].norm in JOINERS and _is_member(clause, last + 1, at):
        last += 2
    measure, word = str(draft.slots["measure"]), tokens[at].norm
    if last > at + 1 and word in measure.lower():
        end = measure.lower().index(word) + len(word)
        more = clause.text(at + 1, last).lower()
        draft.slots["measure"] = f"{measure[:end]}{'' if more.startswith(',') else ' '}{more}{measure[end:]}"


def _goes_on(clause: Clause, at: int, said: list[str]) -> bool:
    """Say whether a word of a measure is an illness behind which a list goes on that ends with "and"."""
    tokens = clause.sentence.tokens
    if tokens[at].norm not in said or tokens[at + 1].norm not in JOINERS or not _is_member(clause, at, at):
        return False
    behind = [t.norm for t in tokens[at + 1 : min(clause.last, at + LONGEST)]]
    joined = not (AND | AND_RU).isdisjoint(behind)
    return joined and _is_member(clause, at + 2, at) and not _is_said(tokens[at + 2], said)


def _is_member(clause: Clause, at: int, first: int) -> bool:
    """Say whether a single noun is an illness in the case of the first of its list."""
    tokens = clause.sentence.tokens
    ill = measures.sorts(clause, at) & ILL or tokens[at].norm.startswith(ILLNESSES)
    return (
        bool(ill)
        and _is_nominal(tokens[at])
        and bool({r.case for r in tokens[at].readings} & {r.case for r in tokens[first].readings})
    )


STEM = 3


def _is_ill(clause: Clause, at: int, said: list[str]) -> bool:
    """Say whether a word, or what the measure goes on with behind it, is of an illness."""
    tokens = clause.sentence.tokens
    reach = (i for i in range(at, min(clause.last, at + LONGEST)) if i == at or tokens[i].norm in said)
    return any(measures.sorts(clause, i) & ILL or tokens[i].norm.startswith(ILLNESSES) for i in reach)


def _is_nominal(token: Token) -> bool:
    named = token.best.pos in ("NOUN", "ADJ", "X", "PROPN") and token.best.form in ("", "inf")
    return token.text[0].isalpha() and (named or len(token.text) == 1 or token.best.form == "inf")


def _alike(before: Token, word: Token, language: str) -> bool:
    """Say whether two words may be members of one list: in one case, or the first of two Kazakh ones in none."""
    cases = {r.case for r in before.readings} & {r.case for r in word.readings}
    return bool(cases - {""}) or (language == "kk" and before.best.case in ("", "nom"))


def _first(clause: Clause, at: int) -> int | None:
    """Return where a list begins that goes on to a token, None where that is not plain."""
    tokens, first, since = clause.sentence.tokens, at, 0
    while first > clause.first and at - first < LONGEST:
        token = tokens[first - 1]
        joins = token.norm in JOINERS
        apart = is_outside(clause, first - 1) or not (_is_nominal(token) or "-" in token.text)
        if not joins and (apart or not _fits(token, tokens[at], clause.language)):
            break
        first, since = first - 1, 0 if joins else since + 1
    return first if 0 < since <= MEMBER and _begins(clause, first) else None


def _begins(clause: Clause, first: int) -> bool:
    """Say whether nothing stands right before a list that may belong to its first member."""
    if first == clause.first or is_outside(clause, first - 1):
        return True
    before = clause.sentence.tokens[first - 1].best
    return before.pos in ("NUM", "PUNCT", "ADP", "ADV") or before.case == "loc" or clause.language == "ru"


def _fits(token: Token, word: Token, language: str) -> bool:
    """Say whether a noun may stand in a list of members: in their case, in the genitive, or in Kazakh in none."""
    if language == "kk":
        return token.best.case in ("", "nom", "gen", word.best.case)
    own = {r.case for r in token.readings}
    return bool(own & {r.case for r in word.readings}) or "gen" in own
