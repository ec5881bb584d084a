"""A village that an article has placed and names again by its bare name: Қымызынай ауылы …. Қымызынайдағы нысан …."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kzhealthkg.annotate.words import IN_RU
from kzhealthkg.model import Mention, PlaceValue, Reading, Sentence

OPEN: Final = frozenset({"village", "town"})
LOCAL: Final = frozenset({"loc", "locadj", "abl", "dat"})
AT: Final = frozenset({"loc", "locadj"})


def with_bare_names(sentences: tuple[Sentence, ...], found: list[list[Mention]], language: str) -> list[list[Mention]]:
    """Return the places of every sentence with those that bare names of villages told before it are."""
    told: dict[str, PlaceValue | None] = {}
    done: list[list[Mention]] = []
    for sentence, said in zip(sentences, found, strict=True):
        done.append(_with(sentence, said, told, language, LOCAL))
        for mention in said:
            if mention.type == "place" and mention.value.level in OPEN and _known(mention.value):
                name = mention.value.name.lower()
                same = told.get(name, mention.value)
                told[name] = mention.value if same is not None and _known(same) == _known(mention.value) else None
    if told and language == "kk":  # БЕГАЛЫДА ПУНКТ АШЫЛДЫ: the headline names it first
        done[:1] = [_with(s, said, told, language, AT) for s, said in zip(sentences, done[:1], strict=False)]
    return done


def _known(place: PlaceValue) -> str:
    """Return what tells a village apart from others of its name: its code, or the district that the text gives it."""
    return place.code or place.district


def _with(
    sentence: Sentence, said: list[Mention], told: dict[str, PlaceValue | None], language: str, cases: frozenset[str]
) -> list[Mention]:
    again = [m for m in _again(sentence, said, told, language) if m.case in cases] if told else []
    return sorted((*said, *again), key=lambda m: m.first) if again else said


def _again(
    sentence: Sentence, said: list[Mention], told: dict[str, PlaceValue | None], language: str
) -> Iterator[Mention]:
    covered = {i for m in said for i in range(m.first, m.last)}
    tokens = sentence.tokens
    for name, value in told.items():
        *first, last = name.split()
        for at, token in enumerate(tokens) if value is not None and last in sentence.words else ():
            start = at - len(first)
            if start < 0 or last not in token.words or not tokens[start].text[0].isupper() or covered & {start, at}:
                continue
            case = _case(sentence, start, at, last, language)
            if case and [t.norm for t in tokens[start:at]] == first and not _goes_on(sentence, at):
                yield Mention("place", start, at + 1, tokens[start].start, token.end, value, case)


def _case(sentence: Sentence, start: int, at: int, name: str, language: str) -> str:
    """Return the case in which a bare name says where something is; "" where it does not."""
    if language == "ru":
        return "loc" if start and sentence.tokens[start - 1].norm in IN_RU else ""
    return next((_local(r) for r in sentence.tokens[at].readings if r.lemma == name and r.case in LOCAL), "")


def _local(reading: Reading) -> str:
    return "locadj" if reading.locative_adjective else reading.case


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a capital behind the name makes it a longer one."""
    following = sentence.tokens[at + 1 : at + 2]
    return any(t.text[0].isupper() for t in following)
