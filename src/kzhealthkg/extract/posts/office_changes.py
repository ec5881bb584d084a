"""Verbs of taking and leaving an office, with the word that links the office to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kzhealthkg import lexicon
from kzhealthkg.model import Document, Mention, Sentence
from kzhealthkg.model.frozen import frozen
from kzhealthkg.sieve import Sieve

BESIDE = 3
"""Characters between a name and the words for leaving an office."""
_PASSIVE = {
    "kk": re.compile(r"[ыі]л|ындал|йланд|алын|кірі|кет|шық|ауыс(?!тыр)", re.I),
    "ru": re.compile(
        r"подал|написал|лишил|[ыі]л|[её]н(?!и)|ан[аы]?$|бран|снят|уш|покинул|оставил|приступ|вступ|возглав|стал|занял|приш|покин|уход|утвержд|вышел|вышла|отправился|отправилась",
        re.I,
    ),
}
"""Verbs whose subject is who takes or leaves the office."""


@frozen
class Change:
    """A verb of taking or leaving an office in a sentence: where it stands and where its office must."""

    change: str
    start: int
    end: int
    passive: bool
    office_end: int = -1
    office_start: int = -1


@cache
def _verbs(language: str) -> Sieve[tuple[str, re.Pattern[str]]]:
    """Return the patterns of verbs with the word that links an office: before them in Kazakh, behind in Russian."""
    build = _linked_kk if language == "kk" else _linked_ru
    rows = [row for row in lexicon.table("appointments") if row["language"] == language]
    return Sieve(((row["change"], re.compile(build(row), re.I)), build(row)) for row in rows)


_WORKING = "|".join(lexicon.words("extract.posts.office_changes", "at_work"))
AT_WORK = rf"(?!\s+(?:{_WORKING})\s+\w+)"
"""Бас дәрігер болып қызмет атқарып келген: behind the link, how somebody has worked so far takes no office."""


def _linked_kk(row: dict[str, str]) -> str:
    return rf"(?<!\w)(?P<link>{row['link']}){AT_WORK}(?P<gap>\s+(?:[^\s.!?]+\s+){{0,8}}?)(?P<verb>{row['verb']})(?!\w)"


def _linked_ru(row: dict[str, str]) -> str:
    return rf"(?<!\w)(?P<verb>{row['verb']})(?!\w)\s*(?:{row['link']})(?!\w)"


def changes(sentence: Sentence, document: Document) -> Iterator[Change]:
    """Yield the changes that a sentence tells of."""
    if not any(m.type in ("person", "post") for m in sentence.mentions):
        return
    language = sentence.language or ("ru" if document.article.language == "ru" else "kk")
    text = document.article.clean.text
    for change, pattern in _verbs(language).fitting([token.norm for token in sentence.tokens]):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match["verb"].lower().startswith("стал") and not GUESTS.isdisjoint(t.norm for t in sentence.tokens):
                continue  # гостями центра стали директор больницы X и врач Y
            passive = bool(_PASSIVE[language].search(match["verb"]))
            edge = {"office_end": match.start()} if language == "kk" else {"office_start": match.end()}
            yield Change(change, *match.span(), passive, **edge)


GUESTS = frozenset(lexicon.words("extract.posts.office_changes", "guests"))


def left_by(change: Change, sentence: Sentence) -> Mention | None:
    """Глава управления ушла в отставку: the office of whoever the next sentence names."""
    posts = [m for m in sentence.mentions if m.type == "post"]
    russian = change.office_start >= 0 and change.passive and change.change == "dismissed"
    if not russian or len(posts) != 1 or any(m.type == "person" for m in sentence.mentions):
        return None
    return posts[0] if any(r.case == "nom" for r in sentence.tokens[posts[0].first].readings) else None


def listed_behind(change: Change, sentence: Sentence) -> list[Mention]:
    """Освобождены от должностей: X — директор A, Y — директор B: each named with the office behind the name."""
    people = [m for m in sentence.mentions if m.type == "person" and m.start >= change.end and m.value.posts]
    behind = [p for p in people if p.value.post_start >= p.end]
    return behind if change.passive and len(behind) > 1 else []


def date_of(sentence: Sentence) -> str:
    """Return the one day that a sentence with a change names, "" for none or several."""
    who = next((t.start for t in sentence.tokens if t.norm.startswith("котор")), sentence.end)  # X, который с июня …
    found = [m for m in sentence.mentions if m.type == "date" and m.value.role == "date" and m.start < who]
    return str(found[0].value.behind or found[0].value.edtf) if len(found) == 1 else ""


def holder(change: Change, people: Sequence[Mention]) -> Mention | None:
    """Return the person whose own office is the one left: said at the verb, or by the subject of a passive one."""
    holders = [p for p in people if p.value.posts]
    at = [p for p in holders if change.office_start >= 0 and 0 <= p.value.post_start - change.office_start <= 2]
    if at:
        return at[0]
    if not change.passive:  # басшы X-ты қызметінен босатты
        removed = [p for p in holders if p.case == "acc" and 0 <= change.office_end - p.end <= BESIDE]
        return removed[-1] if removed and change.change == "dismissed" else None
    left = change.office_end >= 0 or change.change == "dismissed"
    gone = [p for p in people if p.value.former] if change.change == "dismissed" else []  # прежний директор X уволен
    return nearest([p for p in holders or gone if p.case == "nom"], change.start) if left else None


def reported_of(change: Change, people: Sequence[Mention], text: str) -> Mention | None:
    """X-тің бас дәрігер болып тағайындалғанын хабарлады, тағайындалған X-ті құттықтады: of whom a participle tells."""
    said = text[change.start : change.end].lower()
    if not (change.passive and change.office_end >= 0):
        return None
    if _DESCRIBING.search(said):
        return next((p for p in people if 0 <= p.start - change.end <= BESIDE), None)
    if not _TOLD.search(said):
        return None
    before = [p for p in people if p.end <= change.end]
    owners = [p for p in before if p.case == "gen"]
    named = [p for p in before if p.case == "nom"]
    return next(reversed(owners or named), None)


_DESCRIBING = re.compile(r"[ғқгк][ае]н$")
_TOLD = re.compile(r"[ғқгк][ае]н(?:д[ыі]ғ[ыі])?(?:ын|ін|ы|і|н)$")
"""Тағайындалғанын, кеткені: the change as what a verb of telling tells."""


def nearest(people: Sequence[Mention], at: int) -> Mention | None:
    """Return the last one named before an offset, else the first behind it."""
    before = [p for p in people if p.end <= at]
    after = [p for p in people if p.start >= at]
    return before[-1] if before else (after[0] if after else None)
