"""What says behind a comma which ones a Russian figure counts: 40 клиник, аккредитованных по стандарту."""

from __future__ import annotations

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.frames import Hit
from kzhealthkg.extract.clause.syntax import Clause, is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import forms_ru

LONGEST = 12
"""Words of a description, at most."""
NEAR = 6
"""Words from a number to the comma behind those it counts, at most."""
STEM = 5
HELPING = "indicator-helping-ru"
RELATIVE = frozenset(lexicon.words("kinds.indicator.described_ru", "relative"))
HELP = lexicon.words("kinds.indicator.described_ru", "help")
PLAIN = frozenset(lexicon.words("kinds.indicator.described_ru", "plain"))


def described(clause: Clause, drafts: list[Draft]) -> None:
    """Add to the measure of each count what a participle or a relative clause behind those counted says of them."""
    if clause.language != "ru" or "," not in clause.sentence.words:
        return
    for number in clause.mentions("number", "percent"):
        counted = next((d for d in drafts if number.start in d.used), None)
        if counted is None or "change" in counted.slots or "," in counted.slots["measure"]:
            continue
        if said := _behind(clause.whole, number, str(counted.slots["measure"])):
            counted.slots["measure"] = f"{counted.slots['measure']}, {said}"


def _behind(clause: Clause, number: Mention, measure: str) -> str:
    """Return the description behind the comma that follows those a number counts, "" for none."""
    tokens = clause.sentence.tokens
    comma = _comma(clause, number)
    if comma is None or comma + 2 >= clause.last or not _named(tokens[number.last : comma], measure):
        return ""
    opening = _opening(tokens[comma + 1])
    last = next((i for i in range(comma + 2, clause.last) if tokens[i].text in ENDS), clause.last)
    words = tokens[comma + 2 : last]
    again = any(_stem(t.norm) in _stems(measure) for t in (tokens[comma + 1], *words) if len(t.norm) >= STEM)
    if not opening or again or not 0 < len(words) <= LONGEST:
        return ""
    if f" {tokens[comma - 1].norm}" in measure:  # сколиоз у школьников, прошедших осмотр
        opening = tokens[comma + 1].norm
    return f"{opening} {clause.text(comma + 2, last)}"


def _named(counted: tuple[Token, ...], measure: str) -> bool:
    """Say whether a measure names those before the comma, and not what was found in them: у 30% детей, прошедших осмотр, …"""
    words = {word[:ROOT].lower() for word in measure.split()}
    said = {t.norm[:ROOT] for t in counted if t.best.pos in ("NOUN", "PROPN", "X")}
    return bool(words & said) or (PEOPLE[0][:ROOT] in said and PEOPLE[1][:ROOT] in words)


ROOT = 3
PEOPLE = lexicon.words("kinds.indicator.described_ru", "people")
ENDS = frozenset(",;.:()–—")


def _comma(clause: Clause, number: Mention) -> int | None:
    """Return the comma right behind the noun phrase that a number counts."""
    tokens = clause.sentence.tokens
    for at in range(number.last, min(clause.last, number.last + NEAR)):
        if tokens[at].text == ",":
            events = any("event" in measures.sorts(clause, i) for i in range(number.last, at))
            return at if at > number.last and not events else None
        if tokens[at].best.pos not in NOMINAL:
            return None
    return None


NOMINAL = ("NOUN", "ADJ", "PROPN", "X", "ADP")


def _opening(token: Token) -> str:
    """Return a participle in the plural as it stands beside a nominative, or the word of a relative clause."""
    if token.norm in RELATIVE:
        return token.norm
    plural = any(r.form in ("part", "perf") and r.case in ("gen", "nom") and r.plural for r in token.readings)
    return forms_ru.plural([token.norm], 0)[0] if plural else ""


def _stem(word: str) -> str:
    return word.lower().replace("ё", "е")[:STEM]


def _stems(measure: str) -> set[str]:
    return {_stem(word) for word in measure.split()}


def helping(hit: Hit) -> str:
    """Психиатрическую помощь оказывают 40 больниц: what help those counted give, behind a comma; "" for help as such."""
    clause, tokens = hit.clause, hit.clause.sentence.tokens
    if hit.frame.name != HELPING:
        return ""
    verb = next((t for t in tokens[hit.first : hit.last] if t.best.form in ("past", "pres")), None)
    at = next((i for i in range(hit.first, hit.last) if is_lemma(tokens[i], *HELP)), None)
    if verb is None or at is None or verb.norm[-2:] not in PRESENT or not verb.norm.endswith("т"):
        return ""
    first, last = measures.span(clause, at)
    last = min([last, *(m.first for m in clause.mentions("number", "place", "date", first=at))])
    words = [t.norm for t in tokens[first:last] if t is not verb]
    return "" if PLAIN.issuperset(words) else f", {verb.norm[:-1]}щие {' '.join(words)}"


PRESENT = ("ют", "ут", "ят", "ат")
