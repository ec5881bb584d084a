"""Articles as they were understood, for the terminal: colours where there are any, signs where there are none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from kzhealthkg.model import Statement
from kzhealthkg.shown import Seen, Trace
from kzhealthkg.view.pieces import Span, lanes, pieces, spans
from kzhealthkg.view.words import Words

_COLOURS = {
    "number": "33", "money": "33", "percent": "33", "date": "33", "place": "32", "facility": "36",
    "organization": "34", "programme": "34", "person": "35", "post": "35",
}  # fmt: skip
_LEFT, _CUE, _STATEMENT, _DIM, _BOLD, _OFF = "1;31", "1", "4", "2", "1", "\x1b[0m"


def marked(traces: Sequence[Trace], words: Words, *, colours: bool = False) -> str:
    """Return the articles with all their marks, what each sentence states and why one with a figure states nothing."""
    lines = [_legend(words)] if colours and traces else []
    for trace in traces:
        lines += _article(trace, words, colours)
    return "".join(f"{line}\n" for line in lines)


def _legend(words: Words) -> str:
    names = (_painted(words.say(f"mark.{name}"), code, colours=True) for name, code in _COLOURS.items())
    rest = (("explain.cues", _CUE), ("explain.statements", _STATEMENT), ("explain.left", _LEFT))
    return "  ".join([*names, *(_painted(words.say(key), code, colours=True) for key, code in rest)])


def _article(trace: Trace, words: Words, colours: bool) -> Iterator[str]:
    article, lines = trace.article, lanes(trace)
    about = [article.id, article.date, words.labels.get(f"region/{article.region}", ""), article.title]
    yield ""
    yield _painted(_clean("── " + " · ".join(a for a in about if a)), _BOLD, colours=colours)
    for number, seen in enumerate(trace.sentences, 1):
        text = article.text
        found = spans(trace, seen, lines)
        yield f"{number:>3}  {_coloured(text, seen, found) if colours else _plain(text, seen, found)}"
        yield from _below(trace, seen, words, colours)


def _below(trace: Trace, seen: Seen, words: Words, colours: bool) -> Iterator[str]:
    for number in seen.statements:
        statement = trace.statements[number]
        if statement.start >= seen.start:
            yield _statement(statement, number + 1, seen, words, colours)
    for reason in seen.reasons:
        head, lacks = words.reason(reason)
        frame = f" · {reason.frame}" if reason.frame else ""
        yield "     " + _painted(f"? {head}{frame}: {lacks}", "31", colours=colours)


def _statement(statement: Statement, number: int, seen: Seen, words: Words, colours: bool) -> str:
    whole = statement.end - statement.start >= 0.9 * (seen.end - seen.start)
    quote = "" if whole else f"\n       «{_clean(statement.quote)}»"
    head = _painted(f"{number} {words.name(statement.kind)}", _BOLD, colours=colours)
    rule = _painted(f" · {statement.rule}", _DIM, colours=colours) if statement.rule else ""
    return f"     {head}{rule} · {_clean(words.slots(statement.kind, statement.slots))}" + _painted(
        quote, _DIM, colours=colours
    )


def _coloured(text: str, seen: Seen, found: list[Span]) -> str:
    painted = []
    for piece in pieces(seen.start, seen.end, found):
        codes = [_code(s) for s in piece.spans if s.layer != "statement"][-1:]
        codes += [_CUE for s in piece.spans if s.layer == "cue"][:1]
        codes += [_STATEMENT for s in piece.spans if s.layer == "statement"][:1]
        painted.append(_painted(_signs(text[piece.start : piece.end]), ";".join(codes), colours=True))
    return "".join(painted)


def _code(span: Span) -> str:
    return _LEFT if span.layer == "left" else _CUE if span.layer == "cue" else _COLOURS.get(span.name, "36")


def _plain(text: str, seen: Seen, found: list[Span]) -> str:
    """Return the sentence with [mentions]{type} and _cues_; of marks that cross, the first is shown."""
    mentions = [s for s in found if s.layer not in ("statement", "cue")]
    shown = _nested([*mentions, *_joined([s for s in found if s.layer == "cue"])])
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for span in shown:
        cue = span.layer == "cue"
        opening.setdefault(span.start, []).append("_" if cue else "[")
        closing.setdefault(span.end, []).insert(0, "_" if cue else f"]{{{span.name}}}")
    parts = []
    for piece in pieces(seen.start, seen.end, shown):
        parts += opening.get(piece.start, [])
        parts.append(_signs(text[piece.start : piece.end]))
        parts += closing.get(piece.end, [])
    return "".join(parts)


def _joined(cues: list[Span]) -> list[Span]:
    """Return cues of several frames that overlap as one."""
    joined: list[Span] = []
    for cue in sorted(cues):
        if joined and cue.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(cue.end, joined[-1].end))
        else:
            joined.append(cue)
    return joined


def _nested(found: list[Span]) -> list[Span]:
    """Return the marks, the outer before the inner, without those that cross one before or mark the same words."""
    kept: list[Span] = []
    open_: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end, s.layer == "cue", s)):
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        if open_ and (span.end > open_[-1].end or (span.start, span.end) == (open_[-1].start, open_[-1].end)):
            continue
        open_.append(span)
        kept.append(span)
    return kept


def _painted(text: str, code: str, *, colours: bool) -> str:
    return f"\x1b[{code}m{text}{_OFF}" if colours and code and text else text


def _clean(text: str) -> str:
    return " ".join(_signs(text).split())


def _signs(text: str) -> str:
    """Return a text that moves no cursor: blanks for line ends, nothing that controls a terminal."""
    return "".join(" " if c.isspace() else "\ufffd" if unicodedata.category(c) == "Cc" else c for c in text)
