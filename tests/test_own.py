"""The project judges itself: it is as it asks to be, and each way not to be is found by one rule."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from kzhealthkg import resources
from kzhealthkg.cli import main
from kzhealthkg.validate import WRITERS, Finding, Levels, Waivers, own
from kzhealthkg.validate.rules import own_rules, own_texts
from kzhealthkg.validate.waivers import read

ROOT = resources.root()
KEPT = ("ontology", "shapes", "queries", "lexicon", "src", "tests/shapes", "tests/checks")
ALONE = ("CHANGELOG.md", "pyproject.toml", "docs/rdf-form.md")
TERM = """
kzh:Tent a owl:Class ;
    rdfs:label "шатыр"@kk , "палатка"@ru , "tent"@en ;
    skos:definition "Уақытша тұрғызылған баспана."@kk , "Временное укрытие из ткани."@ru , "A shelter of cloth."@en .
"""
BROKEN: dict[str, list[tuple[str, str, str | None]]] = {
    "own-parse": [
        ("ontology/alignments.ttl", "kzh:Article rdfs:subClassOf", "kzh:Article"),
        ("queries/articles.rq", "WHERE {", "WHERE {{"),
        ("lexicon/frames/visit.toml", r"\[\[frame\]\]", "[[frame]"),
    ],
    "own-prefix": [
        ("queries/checks/evidence-unused.rq", "www.w3.org/ns/oa#", "www.w3.org/ns/oa/"),
        ("ontology/alignments.ttl", "@prefix cito:", "@prefix citation: <urn:x:> .\n@prefix cito:"),
    ],
    "own-label": [
        ("ontology/concepts/change.ttl", '"рост"@ru , ', ""),
        ("ontology/classes.ttl", '"мақала"@kk', '"мақала"@kk , "жазба"@kk'),
    ],
    "own-definition": [("ontology/concepts/bound.ttl", r'skos:definition "[^"]*"@kk , ', "skos:definition ")],
    "own-script": [
        ("ontology/concepts/change.ttl", '"рост"@ru', '"өсу"@ru'),
        ("shapes/person.ttl", "has a name in", "has а name in"),
        ("ontology/concepts/change.ttl", '"The measure went up."', '"The мeasure went up."'),
    ],
    "own-term": [
        ("queries/checks/evidence-unused.rq", r"\?statement kzh:evidence", "?statement kzh:evidense"),
        ("queries/checks/evidence-unused.rq", "by kzh:evidence", "by kzh:proof"),
        ("shapes/person.ttl", "sh:property kzs:person-label", "sh:property kzs:person-lable , kzs:person-label"),
        ("shapes/grant.ttl", "level:bachelor", "level:bachelour"),
    ],
    "own-term-unused": [("ontology/classes.ttl", r"\Z", TERM)],
    "own-lexicon": [
        ("lexicon/bounds.tsv", "\tabout$", "\tnearly"),
        ("lexicon/bounds.tsv", "\tbound$", "\tlimit"),
        ("lexicon/frames/works.toml", '"repair"', '"repare"'),
        ("lexicon/frames/works.toml", 'kind = "Works"', 'kind = "Work"'),
        ("lexicon/frames/works.toml", "{ workType", "{ worktype"),
    ],
    "own-code": [
        ("src/kzhealthkg/view/network.py", r"\Z", '\nLOST = "PREFIX kzh: <> SELECT * { ?a kzh:lost ?b }"\n'),
        ("src/kzhealthkg/view/network.py", r"\Z", '\nLOST = vocab.ONTOLOGY + "lost"\n'),
        ("src/kzhealthkg/emit/statements.py", r'term\("rule"\)', 'term("rul")'),
    ],
    "own-version": [
        ("CHANGELOG.md", r"## \d+\.\d+", "## 99.0"),
        ("docs/rdf-form.md", r"build-\d+\.\d+", "build-99.0"),
        ("ontology/classes.ttl", r'owl:versionInfo "\d+', 'owl:versionInfo "99'),
        ("ontology/classes.ttl", r"/ontology/\d+", "/ontology/99"),
        ("src/kzhealthkg/vocab.py", r'VERSION: Final = "\d+', 'VERSION: Final = "99'),
    ],
    "own-shape": [
        ("shapes/person.ttl", r' , "[^"]*"@ru', ""),
        ("shapes/person.ttl", "    sh:severity sh:Violation ;\n", ""),
        ("shapes/person.ttl", "sh:property kzs:person-label , ", "sh:property "),
    ],
    "own-shape-case": [("tests/shapes/person/invalid.label.ttl", "", None), ("tests/shapes/visit/valid.ttl", "", None)],
    "own-check": [
        ("queries/checks/two-types.rq", r"#\+ mend-ru.*\n", ""),
        ("queries/checks/LEVELS.tsv", "two-types\t.*\n", ""),
        ("queries/checks/LEVELS.tsv", "two-types\twarning|two-types\tviolation", "two-types\tfatal"),
    ],
    "own-check-case": [("tests/checks/two-types/broken.ttl", "", None)],
}
EACH = [(rule, *edit) for rule, edits in BROKEN.items() for edit in edits]


@pytest.fixture(scope="module")
def healthy() -> set[str]:
    """What the project finds of itself now."""
    return {told(finding) for finding in own.judged().findings}


def told(finding: Finding) -> str:
    return f"{finding.rule} {finding.focus} {finding.message('en')}"


def copied(root: Path) -> Path:
    """Return a folder with links to the files that are judged."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "*.png")
    for folder in KEPT:
        shutil.copytree(ROOT / folder, root / folder, copy_function=os.symlink, ignore=ignored)
    for file in ALONE:
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).symlink_to(ROOT / file)
    return root


def edited(file: Path, old: str, new: str | None) -> None:
    """Change the first place in a file that has the pattern, or without ``new`` remove the file."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    if new is not None:
        changed = re.sub(old, lambda _: new, text, count=1, flags=re.MULTILINE)
        assert changed != text
        file.write_text(changed, encoding="utf-8")


def test_the_project_is_as_it_asks_to_be() -> None:
    report = own.judged()
    assert [told(finding) for finding in report.findings if finding.severity != "info"] == []
    assert {rule.name for rule in report.rules} == {rule.name for rule in own_rules()} == set(BROKEN)
    assert report.triples > 4000


@pytest.mark.parametrize(("rule", "file", "old", "new"), EACH, ids=[f"{e[0]}-{n}" for n, e in enumerate(EACH)])
def test_a_broken_file_is_found_by_one_rule(
    rule: str, file: str, old: str, new: str | None, healthy: set[str], tmp_path: Path
) -> None:
    root = copied(tmp_path)
    edited(root / file, old, new)
    found = [finding for finding in own.judged(root).findings if told(finding) not in healthy]
    assert [finding.rule for finding in found] == [rule]
    (finding,) = found
    assert set(finding.messages) == set(finding.mends) == {"kk", "ru", "en"}
    assert len(set(finding.messages.values())) == 3
    assert finding.written is not None
    if new is not None:
        assert Path(finding.written.name).name == Path(file).name
        assert finding.written.line > 0


def test_without_tests_the_cases_are_left_out(tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.rmtree(root / "tests")
    assert {rule.name for rule in own_rules()} - {rule.name for rule in own.judged(root).rules} == own.CASES


def test_levels_and_waivers_count_here_too(tmp_path: Path) -> None:
    root = copied(tmp_path / "root")
    edited(root / "ontology/concepts/change.ttl", '"рост"@ru , ', "")
    (node,) = {finding.focus for finding in own.judged(root).findings if finding.rule == "own-label"}
    assert not own.judged(root, levels=Levels({"own-label": "off"})).fails("warning")
    table = tmp_path / "waivers.tsv"
    row = f"own-label\t<{node}>\tbeing translated\tA. Mysalova\t\n"
    table.write_text(f"check\tnode\treason\twho\tuntil\n{row}", encoding="utf-8")
    report = own.judged(root, waivers=Waivers(read(table)))
    assert (report.conforms, [finding.rule for finding in report.waived]) == (True, ["own-label"])


@pytest.mark.parametrize("form", WRITERS)
def test_every_writer_writes_it(form: str, tmp_path: Path) -> None:
    root = copied(tmp_path)
    edited(root / "CHANGELOG.md", r"## \d+\.\d+", "## 99.0")
    assert "own-version" in WRITERS[form](own.judged(root), "ru")


def test_the_texts_fill_in_the_same_in_each_language() -> None:
    for (rule, what), row in own_texts().items():
        texts = [row[language] for language in ("kk", "ru", "en")]
        assert len({tuple(sorted(set(re.findall(r"{(\w+)}", text)))) for text in texts}) == 1, (rule, what)
        assert len(set(texts)) == 3
        assert not re.search("[А-Яа-яЁё]", row["en"])
        assert not re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", row["ru"])


def test_the_command_line_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--self", "--lang", "en", "--off", "own-term-unused"]) == 0
    assert capsys.readouterr().out.endswith("Violations: 0 · Warnings: 0 · Information: 0\n")


def test_the_command_line_takes_no_data_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--self", "build", "--lang", "en"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
