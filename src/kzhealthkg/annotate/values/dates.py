"""Dates and periods of a sentence as EDTF, those named from today resolved against the article's day.

The phrases stand in ``lexicon/date_phrases.tsv``; each row names a function of ``date_rules``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, reduce
from itertools import pairwise
from operator import or_

from kzhealthkg import edtf, lexicon
from kzhealthkg.annotate.marks import DATE, DATE_WORD, LOOSE
from kzhealthkg.annotate.values import date_words, elided_years
from kzhealthkg.annotate.values.date_rules import LEANING, RULES
from kzhealthkg.annotate.values.said_date import Said
from kzhealthkg.model import DateValue, Mention, Sentence
from kzhealthkg.model.frozen import Keeping, frozen, replace
from kzhealthkg.remembered import Remembered
from kzhealthkg.sieve import Sieve, openings


@frozen
class _Phrase(Keeping):
    said: str
    language: str
    rule: str
    argument: int
    role: str
    bit: int
    """A number of one bit that stands for the phrase; those of later rows are larger."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the phrase, compiled when first asked for."""
        return date_words.compiled(self.said, self.language)


def find_dates(sentence: Sentence, today: str | None, language: str, text: str = "") -> list[Mention]:
    """Return the date mentions, in order and without overlap.

    ``today`` is the article's ISO day; without it, what only it could resolve is left out. ``text`` is the article's,
    where it is at hand.
    """
    spoken = "ru" if language == "ru" else "kk"
    if not sentence.marks & DATE:
        return []
    able = phrases(spoken).fitting([token.norm for token in sentence.tokens if token.marks & DATE_WORD])
    if not able:
        return []
    starts = sentence.tokens[0].start
    low = text[starts : sentence.tokens[-1].end].lower()
    if len(low) != sentence.tokens[-1].end - starts or not low.isprintable():  # a blank is the only space in print
        low = _text(sentence)
    found: list[Mention] = []
    bare: list[Mention] = []
    for start, end, phrase, match in _matches(low, _beginnings(sentence, low, able, spoken), able):
        value = _date_value(phrase, match, spoken, date.fromisoformat(today) if today else None)
        if value:
            said = bare if phrase.rule == elided_years.RULE else found
            said.append(_of_term(sentence, _mention(sentence, starts + start, starts + end, value)))
    found += [mention for mention in bare if elided_years.stands(sentence, mention, found)]
    found = [m for m in found if not (_is_stamp(sentence, m) or _is_town(sentence, m))]
    return _once(sorted(found, key=lambda mention: mention.start))


TERMS = frozenset(lexicon.words("annotate.values.dates", "terms"))
SIGNS = frozenset(lexicon.words("annotate.values.dates", "signs"))
TERM_REACH = 5


def _of_term(sentence: Sentence, mention: Mention) -> Mention:
    """Срок сдачи – четвёртый квартал, аяқталу мерзімі – 2025 жыл: the date behind the sign is a deadline."""
    before = sentence.tokens[max(0, mention.first - TERM_REACH) : mention.first]
    told = bool(before) and before[-1].text in SIGNS and any(t.norm in TERMS for t in before)
    return replace(mention, value=replace(mention.value, role="due")) if told else mention


def _is_stamp(sentence: Sentence, mention: Mention) -> bool:
    """2024-05-06 Облыста бөлімше ашылды: a day in mere figures before a headline tells when that was set."""
    if sentence.paragraph or mention.first or mention.last > 1 or not _FIGURES.fullmatch(sentence.tokens[0].text):
        return False
    behind = next((t.text for t in sentence.tokens[1:] if not _FIGURES.fullmatch(t.text)), "")
    return behind[:1].isupper()


def _is_town(sentence: Sentence, mention: Mention) -> bool:
    """Қазанда өтті: with a capital a bare month that is a town's name as well is the town."""
    token = sentence.tokens[mention.first]
    return mention.last - mention.first == 1 and token.norm in TOWNS and token.text[0].isupper()


TOWNS = frozenset(lexicon.words("annotate.values.dates", "towns"))


_FIGURES = re.compile(r"[\d.:/-]+")


def _once(found: list[Mention]) -> list[Mention]:
    """Бүгін, 30 қыркүйекте: of a day said twice, the one in figures stays."""
    twice = {a.start for a, b in pairwise(found) if b.first - a.last <= 1 and _is_today(a) and _is_day(b)}
    return [mention for mention in found if mention.start not in twice]


def _is_today(mention: Mention) -> bool:
    value: DateValue = mention.value
    return len(value.edtf) == len("2024-05-10") and mention.last - mention.first == 1


def _is_day(mention: Mention) -> bool:
    value: DateValue = mention.value
    return len(value.edtf) == len("2024-05-10") and mention.last - mention.first > 1


def _text(sentence: Sentence) -> str:
    """Return the lower-cased text of the sentence made of its words, as long as it is, with blanks in its gaps."""
    parts, end = [], sentence.tokens[0].start
    for token in sentence.tokens:
        if token.start != end:
            parts.append(" " * (token.start - end))
        low = token.text.lower()
        parts.append(low if len(low) == len(token.text) else token.text)
        end = token.end
    return "".join(parts)


_Beginnings = Sequence[tuple[int, int]]
"""Where words begin as phrases may, and the bits of those."""


def _beginnings(sentence: Sentence, low: str, able: Sequence[_Phrase], language: str) -> _Beginnings:
    """Return where words of a lower-cased sentence begin as a phrase may, those inside of a token among them."""
    starts = sentence.tokens[0].start
    places = [t.start - starts for t in sentence.tokens]
    if sentence.marks & LOOSE:
        for token in [t for t in sentence.tokens if t.marks & LOOSE]:
            begun = _BEGINNING.finditer(low, token.start - starts + 1, token.end - starts)
            places += [match.start() for match in begun]
        places.sort()
    fits, begun_by = reduce(or_, [phrase.bit for phrase in able]), _begun_by(language)
    return [(at, bits) for at in places if (bits := fits & begun_by[low[at : at + 2]])]


_BEGINNING = re.compile(r"(?<!\w)\w")


@cache
def _begun_by(language: str) -> Remembered[str, int]:
    """Return the bits of the phrases that may begin with two signs."""
    found: dict[str, int] = {}
    for phrase in _phrases(language):
        for opening in openings(date_words.expanded(phrase.said, language)):
            found[opening] = found.get(opening, 0) | phrase.bit
    return Remembered(lambda signs: found.get(signs[0], 0) | found.get(signs, 0), most=20_000)


_Match = tuple[int, int, _Phrase, re.Match[str]]
"""Where a match begins and ends, and its phrase."""


def _matches(text: str, places: _Beginnings, able: Sequence[_Phrase]) -> Iterator[_Match]:
    """Yield the matches that do not overlap, the longest first, then the leftmost."""
    every = [*_said(text, places, able)]
    if len(every) > 1:
        every.sort(key=lambda found: (found[0] - found[1], found[0], found[2].bit))
    taken: list[tuple[int, int]] = []
    for found in every:
        if all(found[1] <= start or found[0] >= end for start, end in taken):
            taken.append((found[0], found[1]))
            yield found


def _said(text: str, places: _Beginnings, able: Sequence[_Phrase]) -> Iterator[_Match]:
    """Yield the matches, those of one phrase not overlapping; it is asked only where a word begins as it may."""
    ends: dict[int, int] = {}
    for place, bits in places:
        for phrase in [phrase for phrase in able if phrase.bit & bits]:
            match = phrase.pattern.match(text, place)
            if match and place >= ends.get(phrase.bit, 0):
                ends[phrase.bit] = match.end()
                yield place, match.end(), phrase, match


def _mention(sentence: Sentence, start: int, end: int, value: DateValue) -> Mention:
    inside = sentence.touched(start, end)
    first, last = sentence.tokens[inside[0]], sentence.tokens[inside[-1]]
    return Mention("date", inside[0], inside[-1] + 1, first.start, last.end, value, last.best.case)


def _date_value(phrase: _Phrase, match: re.Match[str], language: str, today: date | None) -> DateValue | None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    said = (_year(groups, today), groups, language, today, phrase.argument)
    text = _worked_out(phrase, Said(*said))
    if not text:
        return None
    ahead, behind = (_worked_out(phrase, Said(*said, lean)) for lean in (1, -1)) if phrase.rule in LEANING else ("", "")
    role = "due" if "due" in groups else phrase.role
    return DateValue(text, role, ahead if ahead != text else "", behind if behind != text else "")


def _worked_out(phrase: _Phrase, said: Said) -> str:
    """Return the EDTF value of a phrase, "" where it has none."""
    try:
        text = RULES[phrase.rule](said)
    except (ValueError, OverflowError):
        return ""
    return text if edtf.valid(text) else ""


def _year(groups: Mapping[str, str], today: date | None) -> int | None:
    if "y" in groups:
        return int(groups["y"])
    for name in groups:
        if name.startswith("rel") and today:
            return today.year + int(name[3:].rstrip("_").replace("m", "-"))
    return None


@cache
def phrases(language: str) -> Sieve[_Phrase]:
    """Return the phrases of dates, by which of them a sentence may hold."""
    return Sieve((phrase, date_words.expanded(phrase.said, language)) for phrase in _phrases(language))


@cache
def _phrases(language: str) -> tuple[_Phrase, ...]:
    rows = [row for row in lexicon.table("date_phrases") if row["language"] in ("any", language)]
    found: list[_Phrase] = []
    for row in rows:
        rule, _, argument = row["rule"].partition(":")
        found.append(_Phrase(row["pattern"], language, rule, int(argument or 0), row["role"], 1 << len(found)))
    return tuple(found)
