"""What a text states does not hang on how the news is wrapped: the cases' own texts, each told in another wrapping.

A relation changes a text so that what it states stays the same: it is passed on by an agency, said in quotation
marks, opened by a joining phrase, typed without the marks of print. Some texts resist (a short line that is only
headline, words of time that the wrapping gives another anchor), so the measure is the share that stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from kzhealthkg.annotate import annotate
from kzhealthkg.extract import extract
from kzhealthkg.model import Article
from kzhealthkg.text import clean
from test_cases import CASES, read

Wrapping = Callable[[str], str | None]
STAYS = 0.99
"""Share of the statements that a wrapping must leave as they are; one that it adds counts as one changed."""
WRAPPED = re.compile(r"\n|[«»]|де(?:ді|п)|айт|сообщ|сказал|отме[тч]")
"""Texts of several lines, or that somebody says already."""
APART = ("article", "quote", "start", "end", "rule", "speaker", "partOf")


def texts(language: str) -> Iterator[str]:
    """Yield the texts of the cases in a language that state something."""
    for path in CASES:
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            text, known, expectations = read(block)
            if known["language"] == language and any(e[0] == "=" and e.split()[1] != "none" for e in expectations):
                yield text


def stated(text: str, language: str) -> list[str]:
    """Return what a text states, without where it stands and who says it."""
    made = Article("case", text, clean(text)[0], date="2024-05-10", language=language)  # type: ignore[arg-type]
    records = (s.record() for s in extract(annotate(made)))
    return [str({k: str(v).casefold() for k, v in r.items() if k not in APART}) for r in records]


def alone(wrap: Wrapping) -> Wrapping:
    """Return a wrapping of texts of one line that nobody says yet and that end in a full stop."""
    return lambda text: None if WRAPPED.search(text) or not text.endswith(".") else wrap(text)


def typed(text: str) -> str | None:
    changed = text.replace("«", '"').replace("»", '"').replace(" – ", " - ")
    return changed if changed != text and '"' not in text else None


def shortened(text: str) -> str | None:
    """Put a short name behind the first institution that is named by a word of its sort."""
    changed = re.sub(
        r"\b(?:ауруханасы|орталығы|институты|больниц|центр|институт)\w*(?= )", r"\g<0> (ҰМО)", text, count=1
    )
    return changed if changed != text else None


RELATIONS: dict[str, tuple[str, Wrapping]] = {
    "passed on, kk": ("kk", alone(lambda text: f"{text[:-1]}, деп хабарлайды агенттік.")),
    "passed on, ru": ("ru", alone(lambda text: f"{text[:-1]}, сообщает агентство.")),
    "said, kk": ("kk", alone(lambda text: f"«{text[:-1]}», – деді маман.")),
    "said, ru": ("ru", alone(lambda text: f"«{text[:-1]}», – сказал специалист.")),
    "as told, kk": ("kk", lambda text: f"Облыс әкімдігінде атап өткендей, {text}"),
    "as told, ru": ("ru", lambda text: f"Как сообщает пресс-служба, {text}"),
    "with what it brings, kk": ("kk", alone(lambda text: f"{text[:-1]}, бұл сапалы көмек көрсетуге мүмкіндік береді.")),
    "with what it brings, ru": ("ru", alone(lambda text: f"{text[:-1]}, что позволит улучшить качество помощи.")),
    "with a picture, kk": ("kk", alone(lambda text: f"{text[:-1]} (суретте).")),
    "with a picture, ru": ("ru", alone(lambda text: f"{text[:-1]} (на фото).")),
    "joined, kk": ("kk", lambda text: f"Айта кетейік, {text}"),
    "joined, ru": ("ru", lambda text: f"Кроме того, {text}"),
    "named in short, kk": ("kk", shortened),
    "named in short, ru": ("ru", shortened),
    "typed, kk": ("kk", typed),
    "typed, ru": ("ru", typed),
}


@pytest.mark.parametrize("name", RELATIONS)
def test_what_is_stated_does_not_hang_on_the_wrapping(name: str) -> None:
    language, wrap = RELATIONS[name]
    told = kept = 0
    lost: list[str] = []
    for text in texts(language):
        wrapped = wrap(text)
        if wrapped is None:
            continue
        before, after = stated(text, language), stated(wrapped, language)
        gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
        changed = max(gone.total(), come.total())
        told, kept = told + len(before), kept + len(before) - changed
        lost += [f"{wrapped!r}: {list(gone)} → {list(come)}" for _ in range(bool(changed))]
    assert told > 100
    assert kept >= STAYS * told, f"{kept} of {told} stay\n" + "\n".join(lost[:20])
