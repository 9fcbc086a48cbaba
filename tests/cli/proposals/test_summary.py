"""The summary of a pull request, on real repositories: ``demande``."""

import re
import shutil

from tests.cli.proposals.conftest import ACCOUNT, BODY, CARD, LATER


def test_the_summary_tells_findings_changes_effects_and_messages(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 50")
    branch.commit("Porte la réduction à 50 %", f"Fiche: {CARD}", le=LATER)
    code, told, _ = registre("demande", "--apercus", "apercus")

    assert code == 0
    assert "## Tarif de la cantine scolaire (`tarif-cantine`)" in told
    assert "attention MANQUE-1: explication: à compléter" in told
    assert "- **Les paramètres** — « Réduction à partir du troisième enfant »" in told
    assert re.search(r"- Pour la situation de l'exemple « Trois.* » : 2,04.* → 1,20", told)
    assert "Porte la réduction à 50 %" in told
    assert "REVISION-1: elle ne dit pas sa nature → écrivez « Nature: » et un mot parmi" in told
    assert "`tarif-cantine.html`" in told
    page = (branch.path / "apercus" / "tarif-cantine.html").read_text("utf-8")
    assert "Tarif de la cantine scolaire" in page


def test_a_worked_case_that_no_longer_holds_is_told_with_its_gap(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 50")
    told = registre("demande")[1]
    gaps = told.partition("### Cas de calcul qui ne donnent plus ce qu'ils attendent")[2]

    assert "- Trois enfants, quotient exactement au plafond" in gaps
    assert gaps.count("2.04 attendu, 6/5 calculé") == 1


def test_cases_that_do_not_move_are_counted(registre, branch):
    branch.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")

    assert "- 1 cas : sans changement" in registre("demande")[1]


def test_the_summary_of_a_blocked_card_exits_with_1(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 0,15")
    code, told, _ = registre("demande")

    assert (code, "dont 1 bloquant(s)" in told) == (1, True)
    assert "bloquant FORME-7: reduction_fratrie.valeurs.2.valeur" in told


def test_a_new_card_is_told_without_anything_to_compare(registre):
    registre("nouveau", "cantine-de-lyon")
    code, told, _ = registre("demande")

    assert code == 1
    assert "## Fiche illisible (`cantine-de-lyon`)" in told
    assert "Rien à comparer" in told
    assert "Rien n'est encore enregistré (commit)." in told


def test_who_must_still_confirm_is_told(registre, branch):
    branch.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    without = registre("demande")[1]
    (branch.cards / "_administrations").mkdir()
    (branch.cards / "_administrations" / "000000000.yaml").write_text(BODY, "utf-8")

    assert "n'a pas de contact enregistré" in without
    assert f"le commit de fusion porte `Confirmee-par: {ACCOUNT}`" in registre("demande")[1]


def test_words_of_a_contributor_call_nobody_and_format_nothing(registre, branch):
    branch.rewrite("fiche.yaml", "Tarif de la cantine", "<img src=x> @ville *gras* de la cantine")
    told = registre("demande")[1]

    assert "<img" not in told
    assert "@ville" not in re.sub(r"`[^`]*`", "", told)
    assert "\\*gras\\*" in told


def test_a_summary_never_exceeds_what_a_forge_takes(registre, branch):
    many = "".join(f"m{n}_" + "x" * 50 + ": 1\n" for n in range(90))
    for n in range(12):
        shutil.copytree(branch.card, branch.cards / f"copie-{n}")
        (branch.cards / f"copie-{n}" / "fiche.yaml").write_text(many, "utf-8")
    told = registre("demande")[1]

    assert len(told) < 65_000
    assert told.count("<pre>") == told.count("</pre>")
    assert told.endswith("La suite est trop longue pour être affichée : `registre demande`.\n")
