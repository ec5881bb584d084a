"""Write what of the documentation follows from the code; ``--check`` only says what lags behind, and fails.

* docs/reference/*.md: commands, questions, shapes and checks, terms of the ontology.
* README*.md: the blocks after ``<!-- run: kzhealthkg … -->``, which hold that command's output. All commands
  of one file are run in their order in one empty folder beside the seeds; ``lines=N`` keeps the first N lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALES = {"README.md": "en_GB.UTF-8", "README.kk.md": "kk_KZ.UTF-8", "README.ru.md": "ru_RU.UTF-8"}
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
    pages = {"cli": commands(), "queries": questions(), "shapes": shapes(), "ontology": terms()}
    reference = {ROOT / "docs" / "reference" / f"{name}.md": _NOTE + text for name, text in pages.items()}
    return reference | {ROOT / name: filled(ROOT / name, LOCALES[name]) for name in LOCALES}


def filled(file: Path, locale: str) -> str:
    """Return a README with the output of its commands in its blocks."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds")

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
    """Return every shape and every check with its severity and message."""
    from kzhealthkg.validate.checks import load

    found = [(f"`{_local(s)}`", _local(severity).lower(), text) for s, severity, text in _ask(ROOT / "shapes", _SHAPES)]
    checks = [(f"`{check.name}`", check.severity, check.messages["en"]) for check in load()]
    head = ("name", "severity", "message")
    return f"# What must hold\n\n## Shapes\n\n{_table(head, found)}\n## Checks\n\n{_table(head, checks)}"


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
