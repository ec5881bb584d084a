"""``pytest --kzhealthkg data.ttl``: a test a file and rule, beside the tests that are there.

pytest loads this module in every run, so it imports nothing before the option is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest._code.code import ExceptionInfo, TerminalRepr

    from kzhealthkg.validate import Finding, Levels, Look, Report, Waivers
    from kzhealthkg.validate.rules import Rule

READ = "rdf"
"""The test that a file can be read; no rule is called so."""


class Broken(Exception):  # noqa: N818
    """A test failed; the text says what was found."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("kzhealthkg", "RDF graphs, judged by kzhealthkg")
    group.addoption(
        "--kzhealthkg", action="append", default=[], metavar="DATA",
        help="an RDF file, or a build's folder, to judge; each is a graph of its own (may be repeated)",
    )  # fmt: skip
    group.addoption("--kzhealthkg-profile", default="default", metavar="NAME|FILE", help="what the rules weigh")
    group.addoption(
        "--kzhealthkg-fail-on", default="violation", choices=("violation", "warning", "info"),
        help="the least weight that fails a test (default: violation)",
    )  # fmt: skip
    group.addoption("--kzhealthkg-waivers", metavar="FILE", help="table of accepted findings")
    group.addoption("--kzhealthkg-lang", choices=("kk", "ru", "en"), help="language of what is said")


def pytest_configure(config: pytest.Config) -> None:
    """Take in the files; pytest.UsageError where an option is not understood."""
    config.addinivalue_line("markers", "kzhealthkg: a graph is judged by a rule (--kzhealthkg)")
    if config.option.kzhealthkg:
        config.pluginmanager.register(Graphs(_files(config), _asked(config)), "kzhealthkg-graphs")


def _lang(config: pytest.Config) -> str:
    from kzhealthkg.messages import locale_language

    return config.option.kzhealthkg_lang or locale_language()


def _files(config: pytest.Config) -> list[Path]:
    from kzhealthkg.messages import say
    from kzhealthkg.validate.data import GRAPH

    found: dict[Path, None] = {}
    for name in config.option.kzhealthkg:
        path = config.invocation_params.dir / name
        file = path / GRAPH if path.is_dir() else path
        if not file.is_file():
            raise pytest.UsageError(say(_lang(config), "error.nodata", path=name))
        found[file.resolve()] = None
    return list(found)


@dataclass(frozen=True)
class Asked:
    """What the options ask for."""

    levels: Levels
    waivers: Waivers
    rules: Sequence[Rule]
    lang: str
    look: Look


def _asked(config: pytest.Config) -> Asked:
    from argparse import Namespace

    from kzhealthkg.cli import policy
    from kzhealthkg.messages import SaidError, reason, said
    from kzhealthkg.validate import Look
    from kzhealthkg.validate.rules import rules, weighed

    option, lang = config.option, _lang(config)
    args = Namespace(
        lang=lang, profile=option.kzhealthkg_profile, waivers=option.kzhealthkg_waivers, level=[], off=[], today=None
    )
    try:
        levels = policy.levels(args, rules())
        waivers = policy.waivers(args)
    except SaidError as error:
        raise pytest.UsageError(error.said(lang)) from None
    except OSError as error:
        raise pytest.UsageError(f"{error.filename}: {said(reason(error), lang)}") from None
    return Asked(levels, waivers, weighed(rules(), levels), lang, Look(fail_on=option.kzhealthkg_fail_on))


@dataclass(frozen=True, eq=False)
class Graphs:
    """The part of the plugin that is there only with the option."""

    files: Sequence[Path]
    asked: Asked

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Return a collector where pytest meets a file: in its folders, or because one of its tests is named."""
        if file_path.resolve() not in self.files:
            return None
        return GraphFile.from_parent(parent, path=file_path, asked=self.asked)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Add the tests of files that pytest did not meet (it looks into no folder build), before any are left out."""
        met = {item.path.resolve() for item in items if isinstance(item, Judgement)}
        for file in self.files:
            if file not in met:
                items.extend(session.genitems(GraphFile.from_parent(session, path=file, asked=self.asked)))


class GraphFile(pytest.File):
    """A file that is judged once, when the first of its tests runs."""

    def __init__(self, *, asked: Asked, **rest: Any) -> None:
        super().__init__(**rest)
        self.asked = asked

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the test that it can be read, and one for each rule."""
        for name in (READ, *(rule.name for rule in self.asked.rules)):
            yield Judgement.from_parent(self, name=name)

    @cached_property
    def report(self) -> Report:
        """What was found."""
        from kzhealthkg.validate import DataError, Report, validate
        from kzhealthkg.validate.writers.look import relative

        try:
            path = Path(relative(str(self.path)))
            return validate(path, levels=self.asked.levels, waivers=self.asked.waivers)
        except DataError as error:
            return Report((), problems=error.problems)

    def found(self, name: str) -> tuple[list[Finding], list[Finding]]:
        """Return the findings of a test: what fails it, and what weighs less."""
        heavy: list[Finding] = []
        light: list[Finding] = []
        for finding in self._by_test.get(name, ()):
            (heavy if self.asked.look.fails(finding.severity) else light).append(finding)
        return heavy, light

    @cached_property
    def _by_test(self) -> dict[str, list[Finding]]:
        """The findings by rule; those of rules that have no test stand at READ, so that none is lost."""
        known = {rule.name for rule in self.asked.rules}
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            found.setdefault(finding.rule if finding.rule in known else READ, []).append(finding)
        return found

    def told(self, findings: Sequence[Finding]) -> str:
        """Return findings as text: node, message, sentence, its place, the RDF, how to mend it."""
        from kzhealthkg.validate import as_text

        part = replace(self.report, findings=tuple(findings), waived=(), problems=())
        return as_text(part, self.asked.lang, self.asked.look).rstrip("\n").rpartition("\n")[0].rstrip("\n")


class Judgement(pytest.Item):
    """A file and a rule: fails where the rule is broken by what weighs enough."""

    parent: GraphFile

    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self.add_marker("kzhealthkg")

    def runtest(self) -> None:
        """Raise Broken with what was found; what weighs less is a section of the test's report."""
        from kzhealthkg.messages import said

        problems = self.parent.report.problems
        if problems and self.name == READ:
            raise Broken("\n".join(said(problem, self.parent.asked.lang) for problem in problems))
        if problems:
            pytest.skip(said(problems[0], self.parent.asked.lang))
        heavy, light = self.parent.found(self.name)
        if light:
            self.add_report_section("call", "kzhealthkg", self.parent.told(light))
        if heavy:
            raise Broken(self.parent.told(heavy))

    def repr_failure(self, excinfo: ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        """Return what was found, and a traceback only for a fault of the program."""
        if isinstance(excinfo.value, Broken):
            return f"{self._title()}\n{excinfo.value}".strip("\n")
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Return the file and the name of the test."""
        return self.path, None, f"{self.path.name}: {self.name}"

    def _title(self) -> str:
        titles = {rule.name: rule.title(self.parent.asked.lang) for rule in self.parent.asked.rules}
        return titles.get(self.name, "")
