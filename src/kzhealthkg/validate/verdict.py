"""What was found in a build, kept beside it, so that the next build is judged only where it differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from kzhealthkg import resources, vocab
from kzhealthkg.model import Term
from kzhealthkg.validate.data import GRAPH
from kzhealthkg.validate.report import Finding, Spot

FILE: Final = "verdict.json"


def keep(folder: Path, findings: Iterable[Finding]) -> None:
    """Write the findings on a build, before levels and waivers, into its folder."""
    told = [asdict(finding) for finding in findings]
    text = json.dumps({"of": _of(folder), "findings": told}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def kept(folder: Path) -> list[Finding] | None:
    """Return the findings that lie in a build's folder; None where there are none of this graph and these rules."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if found["of"] != _of(folder):
            return None
        return [_finding(one) for one in found["findings"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _of(folder: Path) -> str:
    """Return what tells a graph and the rules it was judged by from any other."""
    names = [("shapes", "*.ttl"), ("queries/checks", "*.rq"), ("queries/checks", "*.tsv")]
    rules = [file for part, form in names for file in sorted(resources.path(*part.split("/")).glob(form))]
    found = hashlib.sha256(vocab.VERSION.encode())
    for file in (folder / GRAPH, *rules):
        found.update(file.read_bytes())
    return found.hexdigest()


def _finding(stored: dict[str, Any]) -> Finding:
    parts = {"value": Term, "said": Spot, "written": Spot}
    made = {name: part(**stored[name]) for name, part in parts.items() if stored[name]}
    return Finding(**{**stored, **made})
