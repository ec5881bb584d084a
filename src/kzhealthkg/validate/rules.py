"""What can be broken: every shape and check by name, with its own weight and what it asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from kzhealthkg import lexicon
from kzhealthkg.messages import LANGUAGES, say
from kzhealthkg.validate.catalogue import Shape, load
from kzhealthkg.validate.levels import Levels
from kzhealthkg.validate.report import Severity
from kzhealthkg.vocab import BASE

WAIVER_RULES: Final = ("waiver-expired", "waiver-needless")


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape, a check, or what is asked of waivers or of the project itself; ``titles`` say in kk, ru and en what must hold.

    ``iri`` is empty for a shape that has no name in its own graph.
    """

    name: str
    severity: Severity
    source: Literal["shape", "check", "waiver", "project"]
    titles: Mapping[str, str] = field(default_factory=dict)
    iri: str = ""

    def title(self, language: str) -> str:
        """Return the title in ``language``, else in any language there is."""
        return self.titles.get(language) or next(iter(self.titles.values()), "")


def rules(shapes: Path | None = None) -> tuple[Rule, ...]:
    """Return the rules of the shapes (the project's own, or a file or folder), of the checks, of waivers and of the project, by name."""
    return _own() if shapes is None else _rules(shapes)


@cache
def _own() -> tuple[Rule, ...]:
    return _rules(None)


def _rules(shapes: Path | None) -> tuple[Rule, ...]:
    from kzhealthkg.validate import checks

    judging = load(shapes).judging()
    found = {shape.name: Rule(shape.name, shape.severity, "shape", _titles(shape), _iri(shape)) for shape in judging}
    for check in checks.load():
        found[check.name] = Rule(check.name, check.severity, "check", check.titles, f"{BASE}checks/{check.name}")
    found |= {rule.name: rule for rule in (*waiver_rules(), *own_rules())}
    return tuple(found[name] for name in sorted(found))


def waiver_rules() -> tuple[Rule, ...]:
    """Return what is asked of waivers."""
    return tuple(
        Rule(name, "warning", "waiver", _said(f"{name}.title"), f"{BASE}waivers/{name}") for name in WAIVER_RULES
    )


@cache
def own_texts() -> dict[tuple[str, str], dict[str, str]]:
    """Return the rows of ``lexicon/own_rules.tsv`` by rule and by what they are: title, message or mend."""
    return {(row["rule"], row["what"]): row for row in lexicon.table("own_rules")}


@cache
def own_rules() -> tuple[Rule, ...]:
    """Return what is asked of the project's own files."""
    titles = ((rule, row) for (rule, what), row in own_texts().items() if what == "title")
    return tuple(
        Rule(
            rule,
            cast("Severity", row["level"]),
            "project",
            {language: row[language] for language in LANGUAGES},
            f"{BASE}projects/{rule}",
        )
        for rule, row in titles
    )


def judged_by(levels: Levels, shapes: Path | None = None, *, checks: bool = True) -> tuple[Rule, ...]:
    """Return the rules that a run judges by, at their levels; none that is off, and none of waivers or the project."""
    sources = {"shape", "check"} if checks else {"shape"}
    return weighed((rule for rule in rules(shapes) if rule.source in sources), levels)


def weighed(own: Iterable[Rule], levels: Levels) -> tuple[Rule, ...]:
    """Return rules at their levels, none that is off."""
    pairs = ((rule, levels.of(rule.name, rule.severity)) for rule in own)
    return tuple(replace(rule, severity=level) for rule, level in pairs if level != "off")


def _iri(shape: Shape) -> str:
    return "" if shape.node.startswith("_:") else shape.node


def _titles(shape: Shape) -> dict[str, str]:
    return {**dict.fromkeys(LANGUAGES, shape.asked), **shape.messages}


def _said(key: str) -> dict[str, str]:
    return {language: say(language, key) for language in LANGUAGES}
