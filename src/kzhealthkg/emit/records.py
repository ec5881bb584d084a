"""What people read beside the graph: statements as JSON lines, and the links that want a look."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from kzhealthkg import vocab
from kzhealthkg.emit.statements import statement_id
from kzhealthkg.model import Link, Statement

COLUMNS: Final = ("outcome", "article", "slot", "name", "entity", "candidates", "reasons", "kind", "quote")

LINK_COLUMNS: Final = (
    "entity", "outcome", "article", "slot", "name", "candidates", "scores", "reasons", "kind", "statement", "quote",
)  # fmt: skip


def record_line(statement: Statement) -> str:
    """Return a statement as one line of JSON, as ``extract`` prints it."""
    return json.dumps(statement.record(), ensure_ascii=False, default=_number)


def _number(value: Any) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} has no form in JSON")
    return int(value) if value == value.to_integral_value() else float(value)


def names(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield slot and name for every entity that a statement names."""
    for slot, value in statement.slots.items():
        if slot in vocab.ENTITY_SLOTS:
            yield from ((slot, name) for name in (value if slot in vocab.LISTS else (value,)))


def review_lines(said: Sequence[Statement], links: Iterable[Link]) -> list[str]:
    """Return the rows of ``review.tsv``: its header, then every Unsure and every New link, a name once an article."""
    found: dict[tuple[str, ...], str] = {}
    for row in sorted(_row(said[link.statement], link) for link in links if link.outcome != "Linked"):
        outcome, article, slot, name, entity, *_ = row
        found.setdefault((outcome, article, slot, name, entity), "\t".join(row))
    # Unsure before New: what a person has to decide stands on top.
    return ["\t".join(COLUMNS), *sorted(found.values(), key=lambda row: (not row.startswith("Unsure\t"), row))]


def _row(statement: Statement, link: Link) -> tuple[str, ...]:
    cells = (
        link.outcome, statement.article, link.slot, link.name, link.entity,
        " ".join(link.candidates), " ".join(link.reasons), statement.kind, statement.quote,
    )  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in cells)


def link_lines(said: Sequence[Statement], links: Iterable[Link]) -> list[str]:
    """Return the rows of ``links.tsv``: its header, then every link by the thing it leads to; " | " parts lists."""
    rows = {"\t".join(_link_row(said[link.statement], link)) for link in links}
    return ["\t".join(LINK_COLUMNS), *sorted(rows)]


def _link_row(statement: Statement, link: Link) -> tuple[str, ...]:
    cells = (
        link.entity, link.outcome, statement.article, link.slot, link.name, " | ".join(link.candidates),
        " | ".join(link.scores), " | ".join(link.reasons), statement.kind, statement_id(statement), statement.quote,
    )  # fmt: skip
    return tuple(" ".join(cell.split()) for cell in cells)
