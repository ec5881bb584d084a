"""The examples of docs/ci.md: each is run, or handed to what would run it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from elsewhere import PLUGIN, ROOT, git, loaded
from kzhealthkg.cli import parser
from kzhealthkg.vocab import VERSION

TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def examples(heading: str, syntax: str) -> list[str]:
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(rf"```{syntax}\n(.*?)```", section, re.DOTALL)


@pytest.fixture
def graph(work: Path) -> Path:
    (work / "clinic.ttl").rename(work / "graph" / "clinic.ttl")
    return work


def ran(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the page with what is tested here."""
    program = re.sub(r"^pytest", f'"$PYTHON" -m pytest -p {PLUGIN} --kzhealthkg-lang en', command)
    program = re.sub(r"^kzhealthkg", '"$PYTHON" -m kzhealthkg', program)
    own = {"PYTHON": sys.executable, "HOME": str(folder.parent), "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    return subprocess.run(
        ["bash", "-c", program], cwd=folder, env=os.environ | own, capture_output=True, encoding="utf-8", check=False
    )


def test_the_commands_leave_with_the_codes_that_it_says(graph: Path) -> None:
    blocks = examples("pytest", "sh") + examples("Anything else", "sh")
    lines = [line for block in blocks for line in block.splitlines()]
    assert len(lines) == 4
    for line in lines:
        command, _, comment = line.partition("# ")
        done = ran(command.strip(), graph)
        assert str(done.returncode) == comment[:1], (line, done.stdout, done.stderr)
    assert all((graph / f"kg.{suffix}").is_file() for suffix in ("xml", "sarif", "html"))


def test_a_failed_test_looks_as_it_says(graph: Path) -> None:
    command = examples("pytest", "sh")[0].splitlines()[0].partition("#")[0]
    out = ran(command, graph).stdout
    summary, text = examples("pytest", "text")
    assert summary in out
    assert text in out


def test_the_options_for_pyproject_are_understood(graph: Path) -> None:
    (text,) = examples("pytest", "toml")
    assert tomllib.loads(text)
    (graph / "pyproject.toml").write_text(text, encoding="utf-8")
    out = ran("pytest", graph).stdout
    assert "FAILED graph/clinic.ttl::person-label" in out


def test_the_hooks_stand_as_pre_commit_wants_them(graph: Path) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    blocks = examples("pre-commit", "yaml")
    assert len(blocks) == 2
    for block in blocks:
        (graph / ".pre-commit-config.yaml").write_text(block, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "pre_commit", "validate-config"], cwd=graph, check=True)
        (repo,) = yaml.safe_load(block)["repos"]
        (own,) = repo["hooks"]
        assert (repo["rev"], own["id"]) == (f"v{VERSION}", hook["id"])


@pytest.mark.parametrize(("number", "staged"), [(0, "graph/clinic.ttl"), (1, "graph/healthy.nq")])
def test_the_hooks_find_what_is_wrong(graph: Path, number: int, staged: str) -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    (repo,) = yaml.safe_load(examples("pre-commit", "yaml")[number])["repos"]
    here = {"entry": f"{sys.executable} -m {hook['entry']}", "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": [hook | here | repo["hooks"][0]]}]}
    (graph / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    git(graph, "init", "-q")
    git(graph, "add", ".pre-commit-config.yaml", staged)
    done = ran('"$PYTHON" -m pre_commit run --color never', graph)
    assert (done.returncode, "person-label" in done.stdout) == (1, True), done.stdout + done.stderr


def test_the_workflow_says_what_the_action_knows() -> None:
    action = loaded("action.yml")
    (text,) = examples("GitHub Actions", "yaml")
    steps = yaml.safe_load(text)["jobs"]["validate"]["steps"]
    (own,) = [step for step in steps if step["uses"] == f"OWNER/kzhealthkg@v{VERSION}"]
    assert own["with"].keys() <= action["inputs"].keys()
    assert set(re.findall(r"steps\.graph\.outputs\.([\w-]+)", text)) <= action["outputs"].keys()


def test_the_table_of_inputs_is_that_of_the_action() -> None:
    inputs = loaded("action.yml")["inputs"]
    rows = re.findall(r"^\| `([\w-]+)` \| .* \| (.+) \|$", TEXT, re.MULTILINE)
    assert [name for name, _ in rows] == list(inputs)
    stated = {name: default.strip("`") for name, default in rows if default.startswith("`")}
    defaults = {name: about["default"] for name, about in inputs.items() if about.get("default")}
    assert stated | defaults == stated


def test_the_job_says_what_the_template_knows(graph: Path) -> None:
    template = loaded("ci/gitlab.yml")[".kzhealthkg"]
    (text,) = examples("GitLab CI", "yaml")
    job = yaml.safe_load(text)["graph"]
    assert job["variables"].keys() <= template["variables"].keys()
    assert set(re.findall(r"KZHEALTHKG_\w+", TEXT)) <= template["variables"].keys()
    script = "\n".join(template["script"]).replace('"$kzhealthkg/venv/bin/kzhealthkg"', "kzhealthkg")
    exports = "".join(f"export {name}='{text}'\n" for name, text in (template["variables"] | job["variables"]).items())
    (graph / "job").write_text(exports + script.replace("kzhealthkg", '"$PYTHON" -m kzhealthkg', 1), encoding="utf-8")
    done = ran("bash job", graph)
    assert (done.returncode, "person-label" in done.stdout) == (1, True), done.stderr


def test_every_option_named_is_one(graph: Path) -> None:
    (command,) = examples("Anything else", "sh")
    parser.make("en").parse_args(command.partition("#")[0].split()[1:])
    named = set(re.findall(r"--kzhealthkg[\w-]*", TEXT))
    assert named <= set(re.findall(r"--kzhealthkg[\w-]*", ran("pytest --help", graph).stdout))
