"""Articles as they were understood, on one page: the text on the left, what it states or why not on the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzhealthkg.markup import tag, text
from kzhealthkg.model import Statement
from kzhealthkg.shown import Reason, Seen, Trace
from kzhealthkg.view.page import page, switch
from kzhealthkg.view.pieces import Piece, Span, lanes, pieces, spans
from kzhealthkg.view.words import Words

MENTIONS = ("number", "money", "percent", "date", "place", "facility", "organization", "person", "post", "programme")


def explained(traces: Sequence[Trace], words: Words) -> str:
    """Return the page."""
    title = words.say("explain.title")
    body = "".join(_article(trace, number, words) for number, trace in enumerate(traces, 1))
    return page(title, words.language, f"{_head(title, traces, words)}<main>\n{body}</main>\n")


def _head(title: str, traces: Sequence[Trace], words: Words) -> str:
    boxes = [
        switch("on-statement", words.say("explain.statements"), sample="sample-statement"),
        switch("on-value", words.say("explain.values"), sample="m value"),
        switch("on-entity", words.say("explain.entities"), sample="m entity"),
        switch("on-cue", words.say("explain.cues"), sample="cue"),
        switch("on-why", words.say("explain.why"), sample="m left"),
        switch("on-clause", words.say("explain.clauses"), on=False),
    ]
    names = "".join(tag("span", text(words.say(f"mark.{name}")), class_=f"m {name}") for name in MENTIONS)
    items = (tag("li", tag("a", text(_title(t)), href=f"#a{n}")) for n, t in enumerate(traces, 1))
    contents = tag("ol", "".join(items), class_="contents") if len(traces) > 1 else ""
    bar = tag("div", "".join(boxes), class_="switches") + tag("div", names, class_="legend")
    return tag("header", f"{tag('h1', text(title))}{contents}") + tag("nav", bar) + "\n"


def _title(trace: Trace) -> str:
    return trace.article.title or trace.article.id


def _article(trace: Trace, number: int, words: Words) -> str:
    article, lines = trace.article, lanes(trace)
    region = words.labels.get(f"region/{article.region}", "")
    told = f"{words.say('built.statements')}: {len(trace.statements)}"
    about = [article.id if article.title else "", article.publisher, article.date, region, told]
    head = tag("h2", text(_title(trace))) + tag("p", text(" · ".join(a for a in about if a)), class_="about")
    rows, at = [], 0
    for count, seen in enumerate(trace.sentences, 1):
        before = article.text[at : seen.start]
        rows.append(_skipped(before))
        rows.append(_row(trace, seen, f"{number}-{count}", lines, words, opens="\n" in before or not at))
        at = seen.end
    rows.append(_skipped(article.text[at:]))
    return tag("article", f"{tag('header', head)}\n{''.join(rows)}", id=f"a{number}") + "\n"


def _skipped(before: str) -> str:
    """Return what the reader of articles left out: dates of the page, menus, signs between sentences."""
    bare = " ".join(before.split())
    return tag("p", text(bare), class_="skipped") + "\n" if any(c.isalnum() for c in bare) else ""


def _row(trace: Trace, seen: Seen, name: str, lines: Sequence[int], words: Words, *, opens: bool) -> str:
    language = trace.article.language
    marked = _marked(trace, seen, name, lines, words)
    number = tag("a", name.partition("-")[2], class_="sn", href=f"#s{name}")
    first = [n for n in seen.statements if trace.statements[n].start >= seen.start]
    cards = "".join(_card(trace.statements[n], n + 1, name, words) for n in first)
    why = _why(seen.reasons, words) if seen.reasons else ""
    sides = f"{number}{tag('p', marked, class_='text', lang=language)}{tag('aside', cards + why)}"
    return tag("div", sides, class_="row opens" if opens else "row", id=f"s{name}") + "\n"


def _marked(trace: Trace, seen: Seen, name: str, lines: Sequence[int], words: Words) -> str:
    article = name.partition("-")[0]
    starts = {start for start, _ in seen.clauses[1:]}
    begun: set[int] = set()
    found = []
    for piece in pieces(seen.start, seen.end, spans(trace, seen, lines), starts):
        if piece.start in starts:
            found.append('<i class="clause"></i>')
        for number, span in sorted((s.number, s) for s in piece.spans if s.layer == "statement"):
            if span.start == piece.start and number not in begun:
                begun.add(number)
                found.append(_badge(number, span.name, f"#c{article}-{number}", f"m{article}-{number}"))
        found.append(_piece(trace.article.text[piece.start : piece.end], piece, words))
    return "".join(found)


def _badge(number: int, kind: str, target: str, name: str = "") -> str:
    return tag("a", str(number), class_="badge", href=target, id=name, style=f"--k:var(--{kind})")


def _piece(said: str, piece: Piece, words: Words) -> str:
    """Return the piece with its marks; the shortest mention gives it its colour, each statement its line."""
    if not piece.spans:
        return text(said)
    told = [s for s in piece.spans if s.layer == "statement"]
    mentions = [s for s in piece.spans if s.layer in ("value", "entity", "left")]
    cues = [s for s in piece.spans if s.layer == "cue"]
    classes = [f"m {s.layer} {s.name}" for s in mentions[-1:]] + ["cue"] * bool(cues) + ["told"] * bool(told)
    style = ";".join(dict.fromkeys(f"--l{s.lane}:var(--{s.name})" for s in told))
    numbers = " ".join(str(s.number) for s in told)
    title = "\n".join(dict.fromkeys(_tip(s, words) for s in (*mentions, *cues)))
    return tag("span", text(said), class_=" ".join(classes), style=style, data_s=numbers, title=title)


def _tip(span: Span, words: Words) -> str:
    if span.layer == "cue":
        return f"{words.name(span.name)} · {span.note}"
    name = words.say(f"mark.{span.name}")
    read_as = ", ".join(f"{words.say(f'field.{field}')} {value}".strip() for field, value in span.fields)
    return f"{name}: {read_as}" if read_as else name


def _card(statement: Statement, number: int, name: str, words: Words) -> str:
    article = name.partition("-")[0]
    badge = _badge(number, statement.kind, f"#m{article}-{number}")
    head = f"{badge}{tag('b', text(words.name(statement.kind)))}{tag('code', text(statement.rule))}"
    pairs = "".join(
        f"<div><dt>{text(words.slot(slot))}</dt> <dd>{text(words.value(statement.kind, slot, value))}</dd></div>"
        for slot, value in statement.slots.items()
    )
    body = tag("h3", head) + (f"<dl>{pairs}</dl>" if pairs else "")
    return tag("section", body, class_="card", id=f"c{article}-{number}", style=f"--k:var(--{statement.kind})")


def _why(reasons: Iterable[Reason], words: Words) -> str:
    items = []
    for reason in reasons:
        head, lacks = words.reason(reason)
        frame = f" {tag('code', text(reason.frame))}" if reason.frame else ""
        items.append(tag("li", f"<b>{text(head)}</b>{frame}<br/>{text(lacks)}"))
    return tag(
        "section", tag("h3", text(words.say("explain.silent"))) + f"<ul>{''.join(items)}</ul>", class_="card why"
    )
