"""Write what of the documentation follows from the code; ``--check`` only says what lags behind, and fails.

* docs/reference/*.md: commands, questions, shapes and checks, terms of the ontology, reports in every format.
* docs/reference/report.html: the report that is a page.
* README*.md and docs/validation.md: the blocks after ``<!-- run: kzhealthkg … -->``, which hold that command's output.
  All commands of one file are run in their order in one folder with the seeds and docs/example; ``lines=N`` keeps the
  first N lines.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzhealthkg.validate import Report

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {
    "README.md": "en_GB.UTF-8", "README.kk.md": "kk_KZ.UTF-8", "README.ru.md": "ru_RU.UTF-8",
    "docs/validation.md": "en_GB.UTF-8",
}  # fmt: skip
LANGUAGES = ("kk", "ru", "en")
_BLOCK = re.compile(r"(<!-- run(?: lines=(\d+))?: (.+?) -->\n```text\n)(.*?)(```\n)", re.DOTALL)
_NOTE = "<!-- Written by docs/generate.py: change the code or the data it describes, then `make docs`. -->\n"
_TERMS = """SELECT ?term ?type ?kk ?ru ?en ?definition ?domain ?range {
  VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty }
  ?term a ?type ; rdfs:label ?kk , ?ru , ?en ; skos:definition ?definition .
  FILTER(LANG(?kk) = "kk" && LANG(?ru) = "ru" && LANG(?en) = "en" && LANG(?definition) = "en")
  FILTER(STRSTARTS(STR(?term), "https://w3id.org/kzhealth/"))
  OPTIONAL { ?term rdfs:domain ?domain } OPTIONAL { ?term rdfs:range ?range }
} ORDER BY ?type ?term ?domain ?range"""
_SHAPES = """SELECT ?shape ?severity ?message {
  ?shape sh:severity ?severity ; sh:message ?message FILTER(LANG(?message) = "en")
} ORDER BY ?shape ?message"""
_FORMATS = {
    "text": ("text", "", "For people at a terminal, in colour there; `NO_COLOR=1` keeps it plain."),
    "json": (
        "json",
        "-o clinic.json",
        "For programs of your own: all that is known of each finding, in every language.",
    ),
    "turtle": ("turtle", "-o report.ttl", "The validation report of SHACL, for tools that read RDF."),
    "sarif": (
        "json",
        "-o clinic.sarif",
        "SARIF 2.1.0, for code scanning and for editors that show it beside the file.",
    ),
    "junit": ("xml", "-o clinic.xml", "For CI servers that show tests: a test a rule, passed where the rule holds."),
    "github": (
        "text",
        "",
        "Annotations of a run of GitHub Actions: printed in a step, they stand at the lines of the files.",
    ),
    "markdown": (
        "md",
        '>> "$GITHUB_STEP_SUMMARY"',
        "For the summary of a run of GitHub Actions, or any page of Markdown.",
    ),
    "html": (
        "html",
        "-o clinic.html",
        "One page that needs nothing else, for a browser or among the artifacts of a run.",
    ),
}
_ACCEPTED = "--waivers waivers.tsv --today 2026-06-01"
_PREFIXES = "".join(
    f"PREFIX {name}: <{iri}>\n"
    for name, iri in {
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }.items()
)


def main() -> int:
    """Write every document that differs, or with ``--check`` name it and return 1."""
    check = "--check" in sys.argv[1:]
    wanted = documents()
    stale = [path for path in wanted if not path.is_file() or path.read_text("utf-8") != wanted[path]]
    for path in stale:
        if check:
            print(f"{path.relative_to(ROOT)}: lags behind the code (make docs)", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
    return 1 if check and stale else 0


def documents() -> dict[Path, str]:
    """Return the text that every generated document should have."""
    pages = {"cli": commands(), "queries": questions(), "shapes": shapes(), "ontology": terms(), "reports": reports()}
    folder = ROOT / "docs" / "reference"
    reference = {folder / f"{name}.md": _NOTE + text for name, text in pages.items()}
    reference[folder / "report.html"] = report("html")
    return reference | {ROOT / name: filled(ROOT / name, LOCALES[name]) for name in LOCALES}


def filled(file: Path, locale: str) -> str:
    """Return a page with the output of its commands in its blocks."""
    with tempfile.TemporaryDirectory() as folder:
        for beside in (ROOT / "seeds", *(ROOT / "docs" / "example").iterdir()):
            (Path(folder) / beside.name).symlink_to(beside)

        def block(found: re.Match[str]) -> str:
            shown = ran(found[3], folder, locale).splitlines()
            kept = [*shown[: int(found[2])], "…"] if found[2] and len(shown) > int(found[2]) else shown
            return found[1] + "".join(f"{line}\n" for line in kept) + found[5]

        return _BLOCK.sub(block, file.read_text(encoding="utf-8"))


def ran(command: str, folder: str, locale: str) -> str:
    """Return what a command prints, in the language of a locale."""
    program = f"{sys.executable} -m kzhealthkg"
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1", "COLUMNS": "100"}
    words = ["bash", "-c", re.sub(r"\bkzhealthkg\b", program, command, count=1)]
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command}: left with {done.returncode}\n{done.stderr}")
    return done.stdout


def commands() -> str:
    """Return the help of every command in three languages."""
    from kzhealthkg.cli import parser

    os.environ["COLUMNS"] = "100"
    pages = [f"# Commands · {language}\n\n{_helps(parser.make(language))}" for language in ("en", "kk", "ru")]
    return "\n".join(pages)


def _helps(parser: object) -> str:
    import argparse

    assert isinstance(parser, argparse.ArgumentParser)
    choices = next(a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    texts = {"kzhealthkg": parser.format_help()} | {name: verb.format_help() for name, verb in choices.items()}
    return "\n".join(f"## {name}\n\n```text\n{text}```\n" for name, text in texts.items())


def questions() -> str:
    """Return the stored questions with what they ask, their parameters and their defaults."""
    from kzhealthkg.query import names, question

    return "# Stored questions\n\n" + "\n".join(_question(question(name)) for name in names())


def _question(asked: object) -> str:
    from kzhealthkg.query import Question

    assert isinstance(asked, Question)
    titles = "\n".join(f"* {language}: {asked.titles[language]}" for language in LANGUAGES)
    rows = [(f"`{p.name}`", p.type, p.default, p.description) for p in asked.parameters]
    return f"## {asked.name}\n\n{titles}\n\n{_table(('parameter', 'type', 'default', 'what it does'), rows)}"


def shapes() -> str:
    """Return every shape and every check with its severity and message, and what the profiles weigh otherwise."""
    from kzhealthkg.validate.checks import load

    found = [(f"`{_local(s)}`", _local(severity).lower(), text) for s, severity, text in _ask(ROOT / "shapes", _SHAPES)]
    checks = [(f"`{check.name}`", check.severity, check.messages["en"], check.mends["en"]) for check in load()]
    head = ("name", "severity", "message")
    return (
        f"# What must hold\n\n## Shapes\n\n{_table(head, found)}\n## Checks\n\n{_table((*head, 'how to mend it'), checks)}"
        f"\n## Profiles\n\n{_profiles()}"
    )


def _profiles() -> str:
    """Return the rules that a profile weighs otherwise, with the reason."""
    from kzhealthkg.validate.levels import profiles
    from kzhealthkg.validate.rows import read

    def rows() -> Iterator[tuple[str, ...]]:
        for name in profiles():
            table = read(ROOT / "shapes" / "profiles" / f"{name}.tsv", ("rule", "level", "reason"))
            yield from ((name, f"`{row['rule']}`", row["level"], row["reason"]) for _, row in table.rows)

    return _table(("profile", "name", "severity", "why"), rows())


def terms() -> str:
    """Return the classes and properties of the ontology with their labels and definitions."""
    rows = list(_ask(ROOT / "ontology", _TERMS))
    parts = ["# Terms of the ontology\n"]
    for kind, title in (("Class", "Classes"), ("ObjectProperty", "Links"), ("DatatypeProperty", "Values")):
        head = ("term", "kk", "ru", "en", "definition", "of", "is")
        body = [
            (f"`{_local(r[0])}`", r[2], r[3], r[4], r[5], _local(r[6]), _local(r[7]))
            for r in rows
            if _local(r[1]) == kind
        ]
        parts.append(f"## {title}\n\n{_table(head, body)}")
    return "\n".join(parts)


def reports() -> str:
    """Return one report in every format: what it is for, the command, and what it writes."""
    head = (
        "# Reports\n\nWhat `kzhealthkg validate` says of two files in each of its formats: [clinic.ttl](../example/clinic.ttl)\n"
        "has four faults, of which [waivers.tsv](../example/waivers.tsv) accepts one; [torn.ttl](../example/torn.ttl) cannot\n"
        "be read, so the command leaves with 2. `--lang kk|ru|en` chooses the language, `--limit N` shows N findings of each\n"
        "rule and says how many more there are, `-o FILE` writes to a file. SARIF, JUnit and the page name the rules that hold\n"
        "too; here only two of them are kept.\n"
    )
    return head + "".join(_report(form, *about) for form, about in _FORMATS.items())


def _report(form: str, syntax: str, target: str, about: str) -> str:
    command = f"kzhealthkg validate clinic.ttl torn.ttl {_ACCEPTED} --format {form} {target}".rstrip()
    shown = f"```{syntax}\n{report(form)}```\n" if form != "html" else "The page: [report.html](report.html).\n"
    return f"\n## {form}\n\n{about}\n\n```sh\n{command}\n```\n\n{shown}"


def report(form: str) -> str:
    """Return the report on the example in one format, in English."""
    from kzhealthkg.validate import WRITERS

    return WRITERS[form](_judged(), "en")


@cache
def _judged() -> Report:
    """Return the report on the example; of the rules that hold, two are kept."""
    from kzhealthkg.validate import Waivers, validate
    from kzhealthkg.validate.waivers import read

    with contextlib.chdir(ROOT / "docs" / "example"):
        waivers = Waivers(read(Path("waivers.tsv")), date.fromisoformat(_ACCEPTED.split()[-1]))
        whole = validate([Path("clinic.ttl"), Path("torn.ttl")], waivers=waivers)
    broken = {finding.rule for finding in whole.findings}
    held = [rule.name for rule in whole.rules if rule.name not in broken][:2]
    return replace(whole, rules=tuple(rule for rule in whole.rules if rule.name in {*broken, *held}))


def _ask(folder: Path, query: str) -> Iterator[list[str]]:
    from kzhealthkg.store import open_store

    files = sorted(file for file in folder.rglob("*.ttl"))
    for row in open_store(files).select(_PREFIXES + query).rows:
        yield [term.value if term else "" for term in row]


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
