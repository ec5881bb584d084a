"""Answers in the reader's words: the names of columns, kinds, and the codes that queries write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kzhealthkg import lexicon
from kzhealthkg.messages import say

_SCHEMES: Final = {"kind": "", "kindName": "", "statusCode": "status/", "measure": "measure/"}
"""Columns that hold names of the ontology, and where their labels stand."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What columns and their values are called in one language; ``labels`` as ``pipeline.labels`` gives them."""

    language: str = "en"
    labels: Mapping[str, str] = field(default_factory=dict)

    def heading(self, name: str) -> str:
        """Return what a column is called; its own name where it is not one of ours."""
        return self._text(name) or name

    def value(self, name: str, text: str, datatype: str) -> str:
        """Return a value as people read it: yes and no, the label of a kind, the words of a code."""
        if datatype.endswith("#boolean") and text in ("true", "false"):
            return say(self.language, "word.yes" if text == "true" else "word.no")
        label = self.labels.get(_SCHEMES[name] + text) if name in _SCHEMES else None
        return label or self._text(f"{name}={text}") or text

    def _text(self, name: str) -> str:
        return _texts()[name][self.language] if name in _texts() else ""


@cache
def _texts() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in lexicon.table("columns")}
