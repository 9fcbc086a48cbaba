"""Both forges run the command of the terminal, and nothing they call is missing."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from ruamel.yaml import YAML

from register.cli import main
from register.model.vocabulary import VOCABULARIES
from register.review.owners import owners
from tests.cards import CATALOGUE

ROOT = Path(__file__).parents[2]
WORKFLOW = YAML(typ="safe").load(ROOT / ".github" / "workflows" / "fiches.yml")
PIPELINE = YAML(typ="safe").load(ROOT / ".gitlab-ci.yml")
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
SCRIPTS = {
    "github": [step["run"] for step in STEPS if "run" in step],
    "gitlab": PIPELINE["fiches"]["script"],
}
QUESTIONS = ROOT / ".github" / "pull_request_template.md"


@pytest.mark.parametrize("forge", SCRIPTS)
def test_each_command_a_forge_calls_exists_with_its_options(forge):
    known = typer.main.get_command(main).commands
    called = [
        shlex.split(line.partition(">")[0].partition("||")[0])
        for script in SCRIPTS[forge]
        for line in script.splitlines()
        if "registre " in line
    ]

    assert {words[1] for words in called} == {"valider", "proprietaires", "demande"}
    for words in called:
        options = {name for one in known[words[1]].params for name in one.opts}
        assert words[0] == ".venv/bin/registre"
        assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("forge", SCRIPTS)
def test_each_forge_installs_as_everyone_does(forge):
    (target,) = [line.split()[1] for line in SCRIPTS[forge] if line.startswith("make ")]

    assert f"{target.replace('.venv', '$(VENV)')}:" in (ROOT / "Makefile").read_text("utf-8")


def test_what_others_wrote_is_pinned_to_one_commit():
    used = [step["uses"] for step in STEPS if "uses" in step]

    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", one) for one in used)
    assert len(used) == 4


def test_the_job_that_runs_a_proposal_may_write_nothing():
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "pull_request" in WORKFLOW["on"]
    assert "permissions" not in WORKFLOW["jobs"]["verifier"]
    commenting = WORKFLOW["jobs"]["commenter"]
    assert commenting["permissions"] == {"pull-requests": "write"}
    assert not any("checkout" in step.get("uses", "") for step in commenting["steps"])


def test_no_word_of_a_proposal_stands_in_a_script():
    assert not any("${{" in script for script in SCRIPTS["github"])


@pytest.fixture
def proposed(depot):
    """A branch with a wrong number, and the command where the forges install it."""
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    shutil.copy(ROOT / "CODEOWNERS", depot.path)
    depot.commit("Ajoute les listes", le="2024-01-11T12:00:00+01:00")
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 0,15")
    command = depot.path / ".venv" / "bin" / "registre"
    command.parent.mkdir(parents=True)
    command.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'from register.cli import main; main()' \"$@\"\n"
    )
    command.chmod(0o755)
    return depot


def run(proposed, lines: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
        cwd=proposed.path,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "REGISTRE_BASE": "main",
            "GITHUB_STEP_SUMMARY": str(proposed.path / "page.md"),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_steps_of_github_stop_a_wrong_card_after_telling_all(proposed):
    steps = [step["run"] for step in WORKFLOW["jobs"]["verifier"]["steps"] if "run" in step]
    annotate, owned, summarize = (run(proposed, [step]) for step in steps[1:])

    assert (annotate.returncode, owned.returncode, summarize.returncode) == (1, 0, 1)
    assert annotate.stdout.startswith("::error file=algorithms/tarif-cantine/parametres.yaml,")
    assert "bloquant FORME-7" in (proposed.path / "page.md").read_text("utf-8")
    assert (proposed.path / "apercus").is_dir()


def test_the_script_of_gitlab_stops_a_wrong_card_after_telling_all(proposed):
    done = run(proposed, SCRIPTS["gitlab"][1:])
    told = json.loads((proposed.path / "qualite.json").read_text("utf-8"))
    (stopping,) = [one["check_name"] for one in told if one["severity"] == "blocker"]

    assert done.returncode == 1, done.stderr
    assert stopping == "FORME-7"
    assert "bloquant FORME-7" in done.stdout
    assert set(PIPELINE["fiches"]["artifacts"]["paths"]) == {"resume.md", "apercus/"}


def test_the_forges_ask_the_same_questions():
    other = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"

    assert other.read_text("utf-8") == QUESTIONS.read_text("utf-8")


def test_the_questions_name_every_nature_and_every_duty():
    text = QUESTIONS.read_text("utf-8")
    natures = [code.replace("_", "-") for code in VOCABULARIES["nature_revision"]]

    assert re.findall(r"^- \[ \] `([\w-]+)` :", text, re.MULTILINE) == natures
    for article in ("L. 312-1-3", "L. 311-3-1", "R. 311-3-1-1", "R. 311-3-1-2", "L. 311-5, 2°"):
        assert article in text
    assert "## Date d'effet" in text
    assert "## Ce qui a été vérifié, et où" in text


def test_owners_are_those_of_the_administrations():
    found = owners(CATALOGUE)

    assert (ROOT / "CODEOWNERS").read_text("utf-8") == found
