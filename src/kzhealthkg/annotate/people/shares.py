"""Bodies that people share: ministers of two states, those who lead a body named before them, heads of its units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kzhealthkg.annotate.bodies import bodies as known
from kzhealthkg.annotate.bodies.bodies import Body
from kzhealthkg.annotate.people.attach import listed
from kzhealthkg.annotate.people.person_forms import Person
from kzhealthkg.annotate.people.roles import Office
from kzhealthkg.annotate.words import guards

Held = list[tuple[Person, list[Office]]]

_TWO_RU = re.compile(r"(?P<body>Министерство .*?) (?P<first>[А-ЯЁ]\w+) и (?P<second>[А-ЯЁ]\w+)")
_FIRST_KK = re.compile(r"(?P<first>[А-ЯӘҒҚҢӨҰҮҺІ]\w+)\s+(?:мен|пен|бен|және)\s+$")
_SECOND_KK = re.compile(r"(?P<second>[А-ЯӘҒҚҢӨҰҮҺІ]\w+?)(?P<ending>[ндт][ыі]ң)(?P<body>\s.*)")
_DASH = re.compile(r"\s*[—–:-]\s*")
_UNIT = re.compile(r"(?:^|\s)(?:\w+\s)*(?:басқармасы|департаменті|бөлімі)$|^(?:Управление|Департамент|Отдел)\s")


def settle(held: Held, text: str, bodies: Sequence[Body]) -> Held:
    """Return the people of a sentence with the bodies that their offices share with a word or an office before."""
    done: Held = []
    led = ""
    for at, (person, mine) in enumerate(held):
        near = at > 0 and bool(mine) and listed(text[held[at - 1][0].end : mine[0].start])
        led = (_led(mine[0], text, bodies) or (led if near else "")) if mine and mine[0].borrows else ""
        mine = [replace(o, organization=led) if led and o.borrows else o for o in mine]
        company = _company(done[-1][1]) if near else ""
        done.append((person, [_of_company(o, company) for o in mine]))
    return _two_owners(done, text)


LEAD = 50
"""Characters before a body in which the word that they lead it stands."""


def _led(office: Office, text: str, bodies: Sequence[Body]) -> str:
    """Руководство X — директор A и врач B; X басшылығы — директор A: the body that they lead."""
    before = [b for b in bodies if b.end <= office.start and not b.generic]
    if not before:
        return ""
    body = before[-1]
    lead, behind = text[max(0, body.start - LEAD) : body.start].split()[-1:], text[body.end : office.start]
    last = behind.split()[:1] if not _DASH.fullmatch(behind) else lead
    rest = behind.split(last[0], 1)[1] if last and last is not lead else behind
    return body.name if last and last[0].lower() in guards("leaders") and _DASH.fullmatch(rest) else ""


def _company(mine: Sequence[Office]) -> str:
    """Return the company that an office lends to the units named behind it."""
    return next((o.organization for o in mine if o.lends and known.has_form(o.organization)), "")


def _of_company(office: Office, company: str) -> Office:
    """Басқарма төрағасы A және байланыс басқармасының басшысы B: the unit is the company's."""
    own = office.role in ("head", "deputy-head") and not office.region and bool(_UNIT.search(office.organization))
    return replace(office, organization=company) if company and own else office


def _two_owners(held: Held, text: str) -> Held:
    """Министры X и Y A и B: the first is of X, the second of Y; of a longer list it is not known."""
    done = list(held)
    for at in range(len(held) - 1):
        office = held[at][1][0] if held[at][1] else None
        same = [i for i, (_, mine) in enumerate(held) if office and mine and mine[0].head == office.head]
        names = _owners(office, text) if office is not None and office.plural else ()
        if names and same[0] == at:
            for i, name in zip(same, names if len(same) == len(names) else ("",) * len(same), strict=True):
                done[i] = (held[i][0], [replace(held[i][1][0], organization=name), *held[i][1][1:]])
    return done


def _owners(office: Office, text: str) -> tuple[str, ...]:
    two = _TWO_RU.fullmatch(office.organization)
    if two:
        return f"{two['body']} {two['first']}", f"{two['body']} {two['second']}"
    first, second = _FIRST_KK.search(text[: office.start]), _SECOND_KK.fullmatch(office.organization)
    if office.scope != "ministry" or not first or not second:
        return ()
    return f"{_genitive(first['first'])}{second['body']}", office.organization


def _genitive(name: str) -> str:
    """Return a Kazakh name in the genitive."""
    vowels = re.findall("[аәеёиоөуұүыіэюя]", name.lower())
    hard = bool(vowels) and vowels[-1] in "аоұыуя"
    low = name[-1].lower()
    start = "н" if low in "аәеиоөуұүыімнң" else "д" if low in "рлйзж" else "т"
    return f"{name}{start}{'ың' if hard else 'ің'}"
