"""Verbs of taking and leaving an office, with the word that links the office to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from kzhealthkg import lexicon
from kzhealthkg.extract.clause.groups import groups
from kzhealthkg.extract.clause.supposed import rumoured
from kzhealthkg.extract.clause.syntax import is_lemma
from kzhealthkg.extract.draft import Draft
from kzhealthkg.model import Document, Mention, Sentence
from kzhealthkg.model.frozen import frozen
from kzhealthkg.sieve import Sieve

BESIDE = 3
"""Characters between a name and the words for leaving an office."""
_PASSIVE = {
    "kk": re.compile(
        r"[ыі]л|ындал|йланд|алын|кірі|қайт|кет|шық|ауыс(?!тыр)|келді|келген|орал|иелен|босады|босаған|қоштас", re.I
    ),
    "ru": re.compile(
        r"подал|уволилс|уволилас|написал|получил|сложил|перешел|перешёл|перешла|лишил|[ыі]л|[её]н(?!и)|ан[аы]?$|бран|снят|уш|покинул|оставил|приступ|вступ|возглав|стал|станет|занял|приш|покин|уход|утвержд|вышел|вышла|отправился|отправилась",
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
    gap = rf"\s+(?:(?!(?:{row['link']})(?!\w))[^\s.!?]+\s+){{0,8}}?"
    return rf"(?<!\w)(?P<link>{row['link']}){AT_WORK}(?P<gap>{gap})(?P<verb>{row['verb']})(?!\w)"


def _linked_ru(row: dict[str, str]) -> str:
    return rf"(?<!\w)(?P<verb>{row['verb']})(?!\w)\s*(?:{row['link']})(?!\w)"


def changes(sentence: Sentence, document: Document) -> Iterator[Change]:
    """Yield the changes that a sentence tells of."""
    language = document.language_of(sentence)
    text = document.article.clean.text
    for change, pattern in _verbs(language).fitting(map(attrgetter("norm"), sentence.tokens)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match["verb"].lower().startswith("стал") and not GUESTS.isdisjoint(t.norm for t in sentence.tokens):
                continue  # гостями центра стали директор больницы X и врач Y
            unsaid = language == "ru" and (_denied(sentence, match.start()) or _of_another(sentence, match, change))
            if unsaid or imagined(sentence, match.end()):
                continue
            passive = bool(_PASSIVE[language].search(match["verb"]))
            edge = {"office_end": match.start()} if language == "kk" else {"office_start": match.end()}
            yield Change(change, *match.span(), passive, **edge)


def _denied(sentence: Sentence, start: int) -> bool:
    """Не назначен министром, не стала директором: nobody has taken or left the office; [не только] стала does not deny."""
    before = [t.norm for t in sentence.tokens if t.end <= start][-DENYING:]
    return before[-1:] == ["не"] or (before[:1] == ["не"] and before[-1].startswith("бы"))


DENYING = 2
"""Words before a verb that may deny it: не был назначен."""


def imagined(sentence: Sentence, end: int) -> bool:
    """Если X будет назначен, может быть назначен, назначен ли X?: say whether what ends at an offset is no news."""
    if sentence.tokens[-1].text == "?" or rumoured(sentence):
        return True
    before = {t.norm for t in sentence.tokens if t.end <= end}
    behind = next((t for t in sentence.tokens if t.start >= end), None)
    return not SUPPOSING.isdisjoint(before) or (behind is not None and behind.best.form == "cond")


def _of_another(sentence: Sentence, match: re.Match[str], change: str) -> bool:
    """X сообщил, что больница освобождена от налогов; снята с учёта: what is no office is left by nobody."""
    if change != "dismissed" or match.end() != match.end("verb"):
        return False
    named = max((m.end for m in sentence.mentions if m.type == "person" and m.end <= match.start()), default=0)
    between = [t for t in sentence.tokens if named <= t.start and t.end <= match.start()]
    behind = [t for t in sentence.tokens if t.start >= match.end()][:LEAVING]
    from_what = behind[:1] and behind[0].norm in FROM and not any(is_lemma(t, *OFFICE) for t in behind)
    return bool(from_what) or any(t.norm in TELLING for t in between)


SUPPOSING = frozenset(lexicon.words("extract.posts.office_changes", "supposing"))
FROM = frozenset(lexicon.words("extract.posts.office_changes", "from_what"))
OFFICE = lexicon.words("extract.posts.office_changes", "office")
TELLING = frozenset(lexicon.words("extract.posts.office_changes", "telling"))
LEAVING = 4
"""Words behind a verb of leaving among which the word for an office stands."""
KNOWN = frozenset(lexicon.words("extract.posts.office_changes", "known"))
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
    if not KNOWN.isdisjoint(sentence.words):
        return ""  # 3 мая стало известно, что X ушёл
    found = [m for m in sentence.mentions if m.type == "date" and m.value.role == "date" and m.start < who]
    return str(found[0].value.behind or found[0].value.edtf) if len(found) == 1 else ""


def holder(change: Change, people: Sequence[Mention]) -> Mention | None:
    """Return the person whose own office is the one left: said at the verb, or by the subject of a passive one."""
    holders = [p for p in people if p.value.posts]
    at = [p for p in holders if change.office_start >= 0 and 0 <= p.value.post_start - change.office_start <= 2]
    if at:
        return at[0]
    if not change.passive:  # басшы X-ты қызметінен босатты
        edge = change.office_end if change.office_end >= 0 else change.start
        removed = [p for p in holders if p.case in ("acc", "gen") and 0 <= edge - p.end <= BESIDE]
        removed = [p for p in removed if p.case == "acc" or change.office_start >= 0]  # главврача X уволили
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


def relative_of(change: Change, people: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """X, которого недавно назначили министром: of whom a Russian relative clause tells."""
    if change.passive or change.office_start < 0:
        return None
    whom = [t for t in sentence.tokens if t.norm in WHOM and t.end <= change.start]
    named = [p for p in people if whom and p.end <= whom[-1].start]
    between = any(p.start >= whom[-1].end and p.end <= change.start for p in people) if whom else False
    return None if between or not named else named[-1]


WHOM = frozenset(lexicon.words("extract.posts.office_changes", "whom"))


def nearest(people: Sequence[Mention], at: int) -> Mention | None:
    """Return the last one named before an offset, else the first behind it."""
    before = [p for p in people if p.end <= at]
    after = [p for p in people if p.start >= at]
    return before[-1] if before else (after[0] if after else None)


def shared(draft: Draft, change: Change, sentence: Sentence) -> Iterator[Draft]:
    """X и Y назначены заместителями министра: those named in one list with whoever takes or leaves an office."""
    several = change.office_start < 0 or sentence.language == "kk" or _verb_of(change, sentence)[-1:] in ("ы", "и")
    for group in groups(sentence) if change.passive and several else ():
        listed = [m for m in group if m.type == "person" and m.case in ("nom", "")]
        first = next((m for m in listed if m.value.name == draft.slots["person"]), None)
        own = bool(first is not None and first.value.posts)
        if first is None or (own and change.change != "dismissed"):
            continue
        for person in listed:
            if person is not first and bool(person.value.posts) == own:
                yield _same_change(draft, person)


def _same_change(draft: Draft, person: Mention) -> Draft:
    """Директор X пен оның орынбасары Y қызметінен кетті: return the change of another of the list, of the own office if any."""
    other = draft.copy()
    other.say("person", person.value.name)
    other.cover(person.start, person.end)
    for post in person.value.posts[:1]:
        for slot, value in (("role", post.role), ("organization", post.organization), ("region", post.region)):
            other.slots.pop(slot, None)
            other.say(slot, value)
    return other


def _verb_of(change: Change, sentence: Sentence) -> str:
    return next((t.norm for t in sentence.tokens if t.start == change.start), "")
