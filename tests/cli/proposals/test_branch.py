"""What a branch changes is checked, and who reviews it: ``valider`` and ``proprietaires``."""

import json
import shutil

import pytest

from tests.cli.proposals.conftest import ACCOUNT, BODY, LATER


def test_only_the_cards_of_the_branch_are_checked(registre, branch):
    shutil.copytree(branch.card, branch.cards / "autre")
    branch.commit("Ajoute", le=LATER)
    branch.git("branch", "-f", "main")
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 0,15")
    code, told, counted = registre("valider", "--modifies", "--base", "main")

    assert (code, counted.startswith("1 fiche(s) lue(s)")) == (1, True)
    assert "FORME-7" in told
    assert "algorithms/autre" not in told


def test_a_branch_that_changes_nothing_has_nothing_amiss(registre):
    code, told, counted = registre("valider", "--modifies")

    assert (code, told) == (0, "")
    assert counted.startswith("0 fiche(s) lue(s), 0 constat(s)")


def test_a_change_of_the_common_lists_checks_every_card(registre, branch):
    (branch.cards / "_vocabulaire" / "unites.yaml").write_text("EUR: [", "utf-8")
    code, told, counted = registre("valider", "--modifies")

    assert (code, counted.startswith("1 fiche(s) lue(s)")) == (1, True)
    assert "algorithms/_vocabulaire/unites.yaml:" in told


def test_a_card_taken_away_is_told(registre, branch):
    shutil.rmtree(branch.card)
    code, told, _ = registre("valider", "--modifies")

    assert code == 1
    assert "algorithms/tarif-cantine/fiche.yaml:1:1: bloquant FORME-3: le fichier manque" in told


def test_a_wrong_file_of_an_administration_is_told(registre, branch):
    (branch.cards / "_administrations").mkdir()
    file = branch.cards / "_administrations" / "000000000.yaml"
    file.write_text(BODY.replace(ACCOUNT, "cantine@valbrune.example"), "utf-8")

    for arguments in (["valider"], ["valider", "--modifies"]):
        code, told, _ = registre(*arguments)
        assert code == 1
        assert 'n\'est pas un compte de la forge → écrivez "@compte"' in told


@pytest.mark.parametrize("base", ["absente", "--output=vole"])
def test_a_base_that_git_does_not_know_is_refused(registre, branch, base):
    code, _, told = registre("valider", "--modifies", f"--base={base}")

    assert (code, f"git ne connaît pas {base}" in told) == (2, True)
    assert not (branch.path / "vole").exists()


def test_each_forge_is_given_the_words_of_the_terminal(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 0,15")
    branch.rewrite("fiche.yaml", "  presente: oui\n", "")
    text = registre("valider", "--modifies")[1]
    findings = json.loads(registre("valider", "--modifies", "--format", "json")[1])
    github = registre("valider", "--modifies", "--format", "github")[1].splitlines()
    gitlab = json.loads(registre("valider", "--modifies", "--format", "gitlab")[1])

    lines = [line for line in text.splitlines() if not line.startswith(" ")]
    assert len(lines) == len(findings) == len(github) == len(gitlab) == 2
    for line, finding, annotation, quality in zip(lines, findings, github, gitlab, strict=True):
        said = line.partition(": ")[2]
        place = f"file={finding['file']},line={finding['line']},col={finding['column']}"
        assert said.endswith(annotation.rpartition("::")[2])
        assert place in annotation
        assert quality["description"] == said
        assert quality["location"]["lines"]["begin"] == finding["line"]
    assert "(CRPA, art. L. 311-3-1)" in github[0]


def test_owners_come_from_the_registered_contacts(registre, branch):
    (branch.cards / "_administrations").mkdir()
    (branch.cards / "_administrations" / "000000000.yaml").write_text(BODY, "utf-8")
    stale, _, _ = registre("proprietaires", "--verifier")
    written, _, _ = registre("proprietaires")
    kept, _, _ = registre("proprietaires", "--verifier")
    lines = (branch.path / "CODEOWNERS").read_text("utf-8").splitlines()

    assert (stale, written, kept) == (1, 0, 0)
    assert [line for line in lines if not line.startswith("#")] == [
        f"/algorithms/tarif-cantine/ {ACCOUNT}",
        f"/algorithms/_administrations/000000000.yaml {ACCOUNT}",
    ]


def test_a_deployment_is_reviewed_by_the_administration_that_uses_it(registre, branch):
    (branch.cards / "_administrations").mkdir()
    other = BODY.replace("000000000", "217500016").replace(ACCOUNT, "@paris")
    (branch.cards / "_administrations" / "217500016.yaml").write_text(other, "utf-8")
    (branch.card / "deploiements").mkdir()
    used = 'siren: "217500016"\nnom: Ville de Paris\n'
    (branch.card / "deploiements" / "217500016.yaml").write_text(used, "utf-8")
    registre("proprietaires")

    assert "/algorithms/tarif-cantine/deploiements/217500016.yaml @paris\n" in (
        branch.path / "CODEOWNERS"
    ).read_text("utf-8")


# the guides
