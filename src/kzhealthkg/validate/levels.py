"""How much each rule weighs in one run: what the rule says itself, a profile's table, the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, Literal

from kzhealthkg import resources
from kzhealthkg.messages import SaidError
from kzhealthkg.validate import rows
from kzhealthkg.validate.report import SEVERITIES, Finding

Level = Literal["violation", "warning", "info", "off"]
LEVELS: Final[tuple[Level, ...]] = (*SEVERITIES, "off")
_COLUMNS: Final = ("rule", "level", "reason")


@dataclass(frozen=True, slots=True)
class Levels:
    """The rules that weigh something else than they say themselves, by name."""

    changed: Mapping[str, Level] = field(default_factory=dict)

    def of(self, rule: str, own: Level) -> Level:
        """Return the level of a rule whose own level is ``own``."""
        return self.changed.get(rule, own)

    def applied(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings at their levels, without those of rules that are off."""
        for finding in findings:
            level = self.of(finding.rule, finding.severity)
            if level != "off":
                yield finding if level == finding.severity else replace(finding, severity=level)


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the project."""
    return tuple(sorted(file.stem for file in resources.path("shapes", "profiles").glob("*.tsv")))


def levels_of(
    profile: str = "default", known: Collection[str] = (), level: Sequence[str] = (), off: Sequence[str] = ()
) -> Levels:
    """Return the levels of a profile (a shipped name or a file), then of RULE=LEVEL texts, then rules switched off.

    ``known`` are the names of the rules there are. Raises SaidError for a name, level or table that is
    not as it should be, with the nearest name that is.
    """
    changed = _profile(_find(profile), known)
    changed |= dict(_assigned(text, known) for text in level)
    changed |= {_name(rule, known, f"--off {rule}"): "off" for rule in off}
    return Levels(changed)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like ``name``, the first of equals, "" where none is known."""
    return max(sorted(known), key=lambda one: SequenceMatcher(None, one.lower(), name.lower()).ratio(), default="")


def _assigned(text: str, known: Collection[str]) -> tuple[str, Level]:
    rule, equals, level = text.partition("=")
    if not equals:
        raise SaidError("level.form", text=text, levels=", ".join(LEVELS))
    return _name(rule, known, f"--level {text}"), _level(level, f"--level {text}")


def _profile(file: Path, known: Collection[str], below: tuple[Path, ...] = ()) -> dict[str, Level]:
    """Return the rows of a profile over those of the profile that it extends."""
    if file.resolve() in below:
        raise SaidError("profile.circle", file=file)
    table = rows.read(file, _COLUMNS)
    base = table.header.get("extends")
    changed = _profile(_find(base, file), known, (*below, file.resolve())) if base else {}
    return changed | _own(table, known)


def _own(table: rows.Table, known: Collection[str]) -> dict[str, Level]:
    own: dict[str, Level] = {}
    for number, row in table.rows:
        where = f"{table.file}:{number}"
        rule = _name(row["rule"], known, where)
        if rule in own:
            raise SaidError("profile.twice", where=where, rule=rule)
        if not row["reason"]:
            raise SaidError("profile.reason", where=where, rule=rule)
        own[rule] = _level(row["level"], where)
    return own


def _find(profile: str, beside: Path | None = None) -> Path:
    """Return the file of a profile: a shipped name, else a path, seen from the table that extends it."""
    if profile in profiles():
        return resources.path("shapes", "profiles", f"{profile}.tsv")
    file = beside.parent / profile if beside else Path(profile)
    if not file.is_file():
        raise SaidError(
            "profile.unknown",
            where=beside or "--profile",
            name=profile,
            nearest=nearest(profile, profiles()),
            names=", ".join(profiles()),
        )
    return file


def _level(text: str, where: str) -> Level:
    if text not in LEVELS:
        raise SaidError(
            "level.unknown", where=where, level=text, nearest=nearest(text, LEVELS), levels=", ".join(LEVELS)
        )
    return text


def _name(rule: str, known: Collection[str], where: str) -> str:
    if rule not in known:
        raise SaidError("rule.unknown", where=where, rule=rule, nearest=nearest(rule, known))
    return rule
