"""Offices that a Kazakh verb tells of: leads a body, does the duties of, works as, came to lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.relays import unrelayed
from kzhealthkg.extract.clause.syntax import forms, holding
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.posts.bodies import role_of
from kzhealthkg.extract.posts.units import of_part, unit_kk
from kzhealthkg.model import Document, Mention, PostValue, Sentence, Token

PAST = frozenset(lexicon.words("extract.posts.told_kk", "past"))

NEAR = 8
"""Words between a verb and the person of whom it tells an office."""
BODIES = ("organization", "facility")
ANY = "…"
"""What lets a few words stand between two of a row."""
GAP = 3
DAY = 10
"""Characters of a day: who leads from a day on has been appointed."""
GIVEN = frozenset({"charged", "handed"})
"""Rules of which whoever gets the office stands in the dative."""
NOW = frozenset({"pres", "prog"})
FOR_NOW = frozenset(lexicon.words("extract.posts.told_kk", "for_now"))
OTHERS = frozenset(lexicon.words("extract.posts.told_kk", "others"))


@cache
def _rows() -> tuple[tuple[list[str], dict[str, str], frozenset[str]], ...]:
    """Return the words of each row, those of most words first, with the row, and all that a sentence must hold of them."""
    told = ((row["words"].split(), row) for row in lexicon.table("holding_kk"))
    rows = ((words, row, frozenset(words) - {ANY}) for words, row in told)
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _by_last() -> dict[str, list[int]]:
    """Return the last word of rows → the numbers of these."""
    found: dict[str, list[int]] = {}
    for number, (words, *_) in enumerate(_rows()):
        found.setdefault(words[-1], []).append(number)
    return found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(_by_last())


def told_kk(document: Document) -> Iterator[Draft]:
    """Yield the offices that Kazakh verbs say are held or taken, in the order of the text."""
    if document.article.language == "ru":
        return
    known = _last_words()
    for index, whole in enumerate(document.sentences):
        if whole.language == "ru" or known.isdisjoint(whole.words) or "person" not in whole.named:
            continue
        sentence = unrelayed(whole, "kk")
        people = sentence.named.get("person", [])
        for at in holding(sentence.tokens, known) if people else ():
            if (draft := _led(sentence, index, at, people)) is not None:
                yield draft


def _led(sentence: Sentence, index: int, at: int, people: list[Mention]) -> Draft | None:
    known = _by_last()
    ended = sorted(number for word in known.keys() & sentence.tokens[at].words for number in known[word])
    for words, row, needed in map(_rows().__getitem__, ended):
        if not needed <= sentence.words:
            continue
        first = _first(sentence.tokens, words, at)
        found = _office(sentence, first, row) if first is not None and _asserted(sentence, at, row) else None
        charged = row["rule"] in GIVEN
        told = people if not charged else [replace(m, case="nom") for m in people if m.case == "dat"]
        person = (
            _who(sentence.tokens, told, at if charged else first, at)
            if found is not None and first is not None
            else None
        )
        if found is not None and person is not None and person is not found[0]:
            return _draft(sentence, index, (at, row["change"]), person, found)
    return None


def _first(tokens: tuple[Token, ...], words: list[str], at: int) -> int | None:
    """Return where the words of a row begin that end at token ``at``; None where they do not."""
    position, slack = at + 1, 0
    for word in reversed(words):
        if word == ANY:
            slack += GAP
            continue
        reach = range(position - 1, max(-1, position - 2 - slack), -1)
        found = next((i for i in reach if word in tokens[i].words), None)
        if found is None:
            return None
        position, slack = found, 0
    return position


def _asserted(sentence: Sentence, at: int, row: dict[str, str]) -> bool:
    """An office is held by a verb in the present; it is taken by one in the past."""
    token = sentence.tokens[at]
    following = sentence.tokens[at + 1].norm if at + 1 < len(sentence.tokens) else ""
    if any(r.negative for r in token.readings[:1]) or following in PAST:
        return False
    if row["change"]:
        return bool(forms(token) & {"past", "perf"}) and following[:1] in ("", ".", ",", "!", "»")
    return bool(forms(token) & NOW) or token.norm == row["words"].split()[-1]


def _office(sentence: Sentence, first: int, row: dict[str, str]) -> tuple[Mention, PostValue] | None:
    if row["rule"] in ("body", "handed"):
        return _body(sentence, first, row["case"])
    if row["rule"] == "leads":
        behind = first + len(row["words"].split())
        led = next((m for m in sentence.mentions if m.first == behind and m.type in BODIES and m.value.name), None)
        return _value(led) if led is not None and not getattr(led.value, "plural", False) else None
    posts = [m for m in sentence.mentions if m.type == "post" and m.last == first]
    held = [m for m in posts if row["rule"] == "as" or m.case == "gen"]
    if not held:
        return None
    value: PostValue = held[0].value
    acting = value.acting or row["rule"] in ("duties", "charged")
    return held[0], PostValue(value.role, value.organization, value.region, acting, value.text)


def _body(sentence: Sentence, first: int, case: str) -> tuple[Mention, PostValue] | None:
    """… ауруханасын [2019 жылдан бері] басқарады: the named body nearest before the verb, in the case it governs."""
    bodies = [m for m in sentence.mentions if m.type in BODIES and m.last <= first]
    fitting = [m for m in bodies if not getattr(m.value, "plural", False) and _cased(m, case)]
    if not fitting or first - fitting[-1].last > NEAR:
        parts = ((m, part) for m in reversed(bodies) if (part := unit_kk(sentence, m, first, case)) is not None)
        return next((of_part(m, part) for m, part in parts), None)
    return _value(fitting[-1])


def _value(mention: Mention) -> tuple[Mention, PostValue]:
    """Return a body with the office of who leads it."""
    place = getattr(mention.value, "place", None)
    region = place.region if place is not None else getattr(mention.value, "region", "")
    return mention, PostValue(role_of(mention.value.name), mention.value.name, region, False, "")


def _cased(mention: Mention, case: str) -> bool:
    return (mention.case or "nom") == case or (case == "nom" and mention.case == "gen")


def _who(tokens: tuple[Token, ...], people: list[Mention], first: int, at: int) -> Mention | None:
    """Return the person in the nominative nearest to a verb."""
    named = [m for m in people if m.case in ("nom", "") and m.last <= at]
    between = tokens[named[-1].last : first] if named else ()
    others = any(t.norm in OTHERS for t in between)
    return named[-1] if named and first - named[-1].last <= 2 * NEAR and not others else None


def _draft(
    sentence: Sentence, index: int, said: tuple[int, str], person: Mention, found: tuple[Mention, PostValue]
) -> Draft:
    at, change = said
    mention, post = found
    since = _since(sentence)
    change = change or ("appointed" if len(since) == DAY and any(t.norm == "бастап" for t in sentence.tokens) else "")
    edges = [sentence.tokens[at].end, *(e for m in (person, mention) for e in (m.start, m.end))]
    kind = "Appointment" if change else "Post"
    draft = Draft(kind, {}, min(edges), max(edges), f"posts.{kind.lower()}-told", sentence=index)
    acting = post.acting or any(t.norm in FOR_NOW for t in sentence.tokens[: at + 1])
    values = (("person", person.value.name), ("role", post.role), ("organization", post.organization))
    for slot, value in (*values, ("region", post.region), ("acting", acting or None), ("change", change)):
        draft.say(slot, value)
    draft.say("date", since if change != "dismissed" or "/" not in since else "")
    return draft


def _since(sentence: Sentence) -> str:
    """2019 жылдан бері басқарады: since when; none where the sentence names no date or several."""
    dates = [m.value.edtf for m in sentence.mentions if m.type == "date" and m.value.role == "date"]
    return dates[0] if len(dates) == 1 else ""
