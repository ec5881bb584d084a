"""What was missed and what was wrong, on one page: the words of the article beside gold and extraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from kzhealthkg.markup import table, tag, text
from kzhealthkg.shown import Comparison
from kzhealthkg.view.page import page, switch
from kzhealthkg.view.pieces import Piece, Span, pieces
from kzhealthkg.view.words import Words
from kzhealthkg.vocab import KINDS, slots

SORTS = ("missed", "wrong", "extra", "beyond")
AROUND = 160
"""Characters of the article shown before and behind the words in question."""

Grids = Sequence[tuple[Sequence[str], Sequence[Sequence[str]]]]


def differences(pairs: Sequence[Comparison], texts: Mapping[str, str], grids: Grids, words: Words) -> str:
    """Return the page; ``grids`` are the figures that stand above, each a head and its rows."""
    title = words.say("compare.title")
    shown = [pair for pair in pairs if pair.sort != "right"]
    figures = "".join(_figures(head, rows, words, folded=number > 0) for number, (head, rows) in enumerate(grids))
    articles = groupby(sorted(shown, key=_order), key=lambda pair: pair.article)
    body = "".join(_article(name, list(found), texts.get(name, ""), words) for name, found in articles)
    body = body or tag("p", text(words.say("compare.none")))
    head = tag("header", tag("h1", text(title)))
    return page(title, words.language, f"{head}{_switches(pairs, words)}<main>\n{figures}{body}</main>\n")


def _figures(head: Sequence[str], rows: Sequence[Sequence[str]], words: Words, *, folded: bool) -> str:
    """Return one table of figures; all but the first wait to be opened, so that the differences come soon."""
    shown = table(head, [(words.labels.get(row[0], row[0]), *row[1:]) for row in rows], len(head) - 1)
    return tag("details", tag("summary", text(head[0])) + shown) if folded else tag("div", shown, class_="figures")


def _order(pair: Comparison) -> tuple[str, int, str]:
    record = pair.gold or pair.found or {}
    return pair.article, int(record.get("start") or 0), pair.kind


def _switches(pairs: Sequence[Comparison], words: Words) -> str:
    counted = Counter(pair.sort for pair in pairs)
    boxes = [
        switch(f"on-{sort}", f"{words.say(f'compare.{sort}')}: {counted[sort]}", on=sort != "beyond") for sort in SORTS
    ]
    samples = (("gold", "score.gold"), ("found", "score.predicted"))
    legend = "".join(tag("span", text(words.say(key)), class_=name) for name, key in samples)
    right = tag("span", text(words.say("compare.right", count=counted["right"])))
    return tag("nav", tag("div", "".join(boxes) + right + legend, class_="switches")) + "\n"


def _article(name: str, pairs: list[Comparison], whole: str, words: Words) -> str:
    counted = Counter(pair.sort for pair in pairs)
    about = " · ".join(f"{words.say(f'compare.{sort}')}: {counted[sort]}" for sort in SORTS if counted[sort])
    head = tag("h2", text(name)) + tag("p", text(about), class_="about")
    return tag("article", tag("header", head) + "\n" + "".join(_difference(p, whole, words) for p in pairs)) + "\n"


def _difference(pair: Comparison, whole: str, words: Words) -> str:
    rule = (pair.found or {}).get("rule", "")
    head = text(words.name(pair.kind)) + tag("span", text(words.say(f"compare.{pair.sort}"))) + tag("code", text(rule))
    said = tag("div", tag("h3", head) + _words(pair, whole, words))
    return tag("section", f"{said}\n{_slots(pair, words)}", class_=f"diff {pair.sort}") + "\n"


def _words(pair: Comparison, whole: str, words: Words) -> str:
    found = [span for side in ("gold", "found") if (span := _span(getattr(pair, side), side, whole))]
    if not found:
        quote = (pair.gold or pair.found or {}).get("quote") or words.say("compare.notext")
        return tag("p", text(quote), class_="text gap")
    parts = [_excerpt(start, end, found, whole) for start, end in _windows(found, whole)]
    return tag("p", ' <span class="gap">[…]</span> '.join(parts), class_="text")


def _span(record: Mapping[str, Any] | None, side: str, whole: str) -> Span | None:
    """Return where a statement's words stand: where it says so if that is true, else where they are found."""
    quote = (record or {}).get("quote")
    if not isinstance(quote, str) or not quote:
        return None
    start = (record or {}).get("start")
    if not isinstance(start, int) or start < 0 or whole[start : start + len(quote)] != quote:
        start = whole.find(quote)
    return None if start < 0 else Span(start, start + len(quote), side, side)


def _windows(found: Sequence[Span], whole: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text to show, joined where they meet."""
    spans = sorted((_back(whole, s.start), _on(whole, s.end)) for s in found)
    start, end = spans[0]
    for first, last in spans[1:]:
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end


def _back(whole: str, at: int) -> int:
    """Return the beginning of the line, or of a word about AROUND characters before."""
    low = max(0, at - AROUND)
    line = whole.rfind("\n", low, at)
    return line + 1 if line >= 0 else whole.find(" ", low, at) + 1 if low and " " in whole[low:at] else low


def _on(whole: str, at: int) -> int:
    high = min(len(whole), at + AROUND)
    line = whole.find("\n", at, high)
    space = whole.rfind(" ", at, high)
    return line if line >= 0 else space if high < len(whole) and space >= 0 else high


def _excerpt(start: int, end: int, found: Sequence[Span], whole: str) -> str:
    """Return a stretch of the article, with "…" where its line goes on."""
    said = "".join(_piece(whole[p.start : p.end], p) for p in pieces(start, end, found))
    before = "… " if start and whole[start - 1] != "\n" else ""
    behind = " …" if end < len(whole) and whole[end] != "\n" else ""
    return f"{before}{said}{behind}"


def _piece(said: str, piece: Piece) -> str:
    if not piece.spans:
        return text(said)
    return tag("span", text(said), class_=" ".join(sorted({s.layer for s in piece.spans}, reverse=True)))


def _slots(pair: Comparison, words: Words) -> str:
    """Return the slots of both sides under each other's eyes."""
    gold, found = pair.gold or {}, pair.found or {}
    head = "".join(tag("th", text(words.say(f"score.{key}"))) for key in ("slot", "gold", "predicted"))
    own = slots(pair.kind) if pair.kind in KINDS else ()
    judged = (*pair.marks, *pair.beyond)
    named = [slot for slot in dict.fromkeys((*own, *judged)) if slot in gold or slot in found]
    rows = "".join(_slot(pair, slot, words) for slot in named)
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"


def _slot(pair: Comparison, slot: str, words: Words) -> str:
    values = (_value(side, pair.kind, slot, words) for side in (pair.gold, pair.found))
    cells = "".join(tag("td", text(value)) for value in (words.slot(slot), *values))
    return tag("tr", cells, class_=f"slot-{_mark(pair, slot)}")


def _value(record: Mapping[str, Any] | None, kind: str, slot: str, words: Words) -> str:
    value = (record or {}).get(slot)
    return "" if value is None else words.value(kind, slot, value)


def _mark(pair: Comparison, slot: str) -> str:
    mark = pair.marks.get(slot)
    if mark is None:
        return "wrong" if pair.gold is None else "beyond"
    return "right" if mark >= 1 else "half" if mark > 0 else "wrong"
