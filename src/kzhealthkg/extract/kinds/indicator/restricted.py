"""What restricts a count and stands in its clause: the measure takes it in, or nothing is told."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.phrases import phrase
from kzhealthkg.extract.clause.prepositions import IN_OR_ON
from kzhealthkg.extract.clause.stems import Stems, begun_in
from kzhealthkg.extract.clause.syntax import Clause, is_case
from kzhealthkg.extract.draft import Draft

STEMS = {
    "intensive": lexicon.words("kinds.indicator.restricted", "intensive"),
    "advanced": lexicon.words("kinds.indicator.restricted", "advanced"),
    "specialised": lexicon.words("kinds.indicator.restricted", "specialised"),
    "rural": lexicon.words("kinds.indicator.restricted", "rural"),
    "reserve": lexicon.words("kinds.indicator.restricted", "reserve"),
    "funding": lexicon.words("kinds.indicator.restricted", "funding"),
    "sum": lexicon.words("kinds.indicator.restricted", "sum"),
    "listed": lexicon.words("kinds.indicator.restricted", "listed"),
    "such": lexicon.words("kinds.indicator.restricted", "such"),
    "branch": lexicon.words("kinds.indicator.restricted", "branch"),
    "at_once": lexicon.words("kinds.indicator.restricted", "at_once"),
}
FIRST = {sort: tuple(stem.partition(" ")[0] for stem in stems) for sort, stems in STEMS.items()}
RESTRICTING = Stems(stem for stems in STEMS.values() for stem in stems)
WITHIN = frozenset({"intensive", "rural", "reserve", "branch"})
"""Sorts that tell where those counted are, which a measure can take in."""
NEAR = 3
"""Words between a restricting word and what governs it, or what it describes, at most."""
NAMED = ("facility", "organization", "programme", "place", "person", "post")


def restricted(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts whose measures say all that restricts them; what a measure can take in, it is given."""
    if not drafts or not begun_in(clause.sentence) & RESTRICTING.bit:
        return drafts
    return [d for d in drafts if not any(_lost(clause, d, drafts, sort) for sort in STEMS)]


def _lost(clause: Clause, draft: Draft, drafts: list[Draft], sort: str) -> bool:
    """Say whether a restriction of one sort stands beside a count, and its measure can neither have nor take it."""
    measure = str(draft.slots["measure"])
    if any(f" {stem}" in f" {measure.lower()}" for stem in STEMS[sort]):
        return False
    at = next((i for i in range(*own(clause, draft, drafts)) if _tells(clause, i, sort)), None)
    if at is None or not _matters(clause, draft, sort, at):
        return False
    told = _within(clause, at) if sort in WITHIN else ""
    if told:
        draft.slots["measure"] = within(measure, told, clause.language)
    return not told


def within(measure: str, told: str, language: str) -> str:
    """Return a measure that says where those counted are: доставленные в реанимацию дети, реанимациядағы бала."""
    if language == "kk":
        return f"{told} {measure if measure[1:2].isupper() else measure[:1].lower() + measure[1:]}"
    first, _, rest = measure.partition(" ")
    return f"{first} {told} {rest}" if rest and first.endswith(BEFALLEN) else f"{measure} {told}"


BEFALLEN = ("нные", "тые", "щие", "вшие", "щиеся", "вшиеся")


def own(clause: Clause, draft: Draft, drafts: list[Draft]) -> tuple[int, int]:
    """Return the tokens told of one count alone: those between the figures of the counts beside it."""
    figures = clause.mentions("number", "percent", "money")
    at = next((m.first for m in figures if m.start in draft.used), clause.first)
    others = [m for m in figures if any(m.start in d.used for d in drafts if d is not draft)]
    first = max((m.last for m in others if m.last <= at), default=clause.first)
    last = min((m.first for m in others if m.first > at), default=clause.last)
    commas = [i for i in range(first, last) if clause.sentence.tokens[i].text == ","]
    first = next((i for i in reversed(commas) if first > clause.first and i < at), first)
    return first, next((i for i in commas if i > at and (last < clause.last or _counts(clause, i))), last)


def _counts(clause: Clause, comma: int) -> bool:
    """15 человек, двое в реанимации: say whether others are counted right behind a comma."""
    return any(t.best.pos == "NUM" for t in clause.sentence.tokens[comma + 1 : comma + 1 + NEAR])


def _tells(clause: Clause, at: int, sort: str) -> bool:
    """Say whether words that begin at a token tell a restriction of one sort, and are no part of a name."""
    begun = clause.sentence.tokens[at].text.lower().startswith(FIRST[sort])
    if not (begun and clause.text(at, min(at + 2, clause.last)).lower().startswith(STEMS[sort])):
        return False
    return not any(m.first <= at < m.last for m in clause.mentions(*NAMED))


def _matters(clause: Clause, draft: Draft, sort: str, at: int) -> bool:
    """Say whether a count is of the sort that a restriction is told of."""
    rate = "change" in draft.slots or "unit" in draft.slots
    if sort == "funding":
        return rate and is_case(clause.sentence.tokens[at], "nom")
    if sort == "sum":
        return draft.slots.get("unit") == "%"
    if sort in RULES:
        return draft.rule.startswith(RULES[sort])
    return sort != "at_once" or (at > clause.first and not rate)


RULES = {"such": "indicator-equipped", "branch": "indicator-busy"}
"""Rules alone to whose counts a restriction belongs."""


def _within(clause: Clause, at: int) -> str:
    """В отделении реанимации, ауылдық жерлердегі: return where those counted are, "" where it is told otherwise."""
    tokens = clause.sentence.tokens
    if clause.language == "ru":
        near = range(at, max(clause.first, at - NEAR) - 1, -1)
        first = next((i for i in near if tokens[i].norm in IN_OR_ON), None)
        last = min(clause.last, at + 1 + (first == at))
        while last < clause.last and _described(clause, last):
            last += 1
        clear = first is not None and all(tokens[i].best.pos in ("ADJ", "NOUN") for i in range(first + 1, at))
        return clause.text(first, last).lower() if clear and first is not None else ""
    head = next((i for i in range(at, min(at + NEAR, clause.last)) if is_case(tokens[i], "loc")), None)
    if head is None or clause.mentions("number", "place", "date", first=at, last=head):
        return ""
    said = clause.text(min(at, phrase(clause, head).first), head + 1).lower()
    if tokens[head].best.locative_adjective:
        return said
    return f"{said}ғы" if said.endswith("а") else f"{said}гі"


def _described(clause: Clause, at: int) -> bool:
    """Реанимации [новорождённых], сельских [районах]: what goes on telling where those counted are."""
    token = clause.sentence.tokens[at]
    own = token.best.pos == "NOUN" and is_case(token, "gen", "loc") and clause.sentence.tokens[at - 1].best.pos == "ADJ"
    return own and not clause.mentions("place", "date", "number", first=at, last=at + 1)
