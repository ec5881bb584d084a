"""Counted things whose noun only the last of a list says: 20 санитарлық және 5 апаттық көлік; 20 наркозных и 5 рентгеновских аппаратов."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kzhealthkg.extract.clause.coordinated import LIST_SIGNS
from kzhealthkg.extract.clause.syntax import Clause
from kzhealthkg.extract.context import roles
from kzhealthkg.extract.draft import Draft
from kzhealthkg.extract.figures import measures
from kzhealthkg.model import Mention, Token
from kzhealthkg.morph import forms_ru

COUNTED = {
    "Procurement": ("item", "count"),
    "Staffing": ("profession", "count"),
    "Service": ("item", ""),
    "Capacity": ("", "value"),
}
"""Kinds that count such things, with the slots of what a thing is called and of how many there are."""
LONGEST = 2
"""Words that stand for the whole of a counted thing, at most."""
APART = frozenset({"people", "staff", "thing"})


@dataclass(frozen=True)
class Member:
    """A number with the words of its own, and the last member of its list, which says the noun."""

    number: Mention
    own: tuple[Token, ...]
    whole: Mention


def of_shared_noun(drafts: list[Draft], clause: Clause) -> list[Draft]:
    """Return what is told of each member of a list that leaves the noun to the last one."""
    told = [d for d in drafts if d.kind in COUNTED]
    if not told or len(clause.mentions("number")) < 2:
        return []
    used = {start for draft in drafts for start in draft.used}
    members = [m for m in _members(clause) if m.number.start not in used]
    return [made for m in members for d in told if (made := _like(d, m, clause)) is not None]


def _members(clause: Clause) -> Iterator[Member]:
    """300 жоспарлы, 40 шұғыл ота: yield the numbers, from the last, that lack the noun said behind another."""
    numbers = clause.mentions("number")
    whole = numbers[-1]
    for i in range(len(numbers) - 2, -1, -1):
        number, following = numbers[i], numbers[i + 1]
        own = clause.sentence.tokens[number.last : following.first - 1]
        sign = clause.sentence.tokens[following.first - 1]
        fits = _needs_noun(clause, number.last, own) if own else following is whole and _one_each(clause, whole)
        if sign.norm in LIST_SIGNS and len(own) <= LONGEST and fits:
            yield Member(number, own, whole)
        elif following is whole and _described(clause, number, whole):
            yield Member(number, (), whole)
        else:
            whole = number


def _described(clause: Clause, number: Mention, whole: Mention) -> bool:
    """Тәулік бойғы 120 және күндізгі 40 төсек: an adjective of its own stands before the last number."""
    between = clause.sentence.tokens[number.last : whole.first]
    joined = len(between) > 1 and between[0].norm in LIST_SIGNS and between[0].text != ","
    return clause.language == "kk" and joined and all(t.best.pos == "ADJ" for t in between[1:])


def _one_each(clause: Clause, whole: Mention) -> bool:
    """50 және 100 орындық екі емхана: two sizes of two houses."""
    counts = (m.value.count for m in clause.mentions("facility", first=whole.last))
    return any(count is not None and count.value == PAIR for count in counts)


PAIR = 2


def _needs_noun(clause: Clause, first: int, own: tuple[Token, ...]) -> bool:
    """Adjectives that name nobody and nothing by themselves."""
    described = all(any(r.pos == "ADJ" for r in t.readings) and not t.best.possessive for t in own)
    described = described or any(r.form == "inf" for r in own[-1].readings)  # тыныс алу және 5 наркоз аппараты
    cases = {"gen", "nom", "ins"} if clause.language == "ru" else {"nom", ""}
    agreeing = all(any(r.case in cases for r in t.readings) for t in own)
    return described and agreeing and not any(measures.sorts(clause, first + i) & APART for i in range(len(own)))


INSIDE = ("beds", "places")


def _like(draft: Draft, member: Member, clause: Clause) -> Draft | None:
    """Return what is told of the whole list's last member, told of another one."""
    name, figure = COUNTED[draft.kind]
    counts = member.whole.start in draft.used or not figure
    said = _named(str(draft.slots.get(name, "")), member, clause) if name else ""
    if not counts or (name and not said) or not (name or member.own or draft.slots.get("unit") in INSIDE):
        return None
    made = draft.copy()
    made.drop("bound", *filter(None, (figure,)))
    made.say(name, said) if name else None
    made.used = set()
    if figure:
        roles.quantity(made, figure, member.number)
    made.cover(member.number.start, member.number.end)
    return made


def _named(told: str, member: Member, clause: Clause) -> str:
    """Return the name of the last member with the words of another one, "" where it does not begin with its own."""
    words = told.split()
    given = min(len(member.own), len(words) - 1)
    tokens = clause.sentence.tokens[member.whole.last : member.whole.last + given]
    if not tokens or any(w.lower()[:STEM] != t.norm[:STEM] for w, t in zip(words, tokens, strict=False)):
        return ""
    rest = words[given:]
    own = [t.text for t in member.own]
    if clause.language == "ru":
        many = forms_ru.plural(words[:1], 0) == words[:1]
        own = forms_ru.plural(own, len(own)) if many else [forms_ru.agreeing(word, rest[0]) for word in own]
    return " ".join([*own, *rest])


STEM = 4
"""Letters by which a word is known again in another form."""
