"""From an empty folder to the summary of a pull request, on real files and real repositories."""

import json
import re
import shutil
import textwrap
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from register.cli import main
from tests.render.html_text import Read

ROOT = Path(__file__).parents[2]
CARD, ACCOUNT = "tarif-cantine", "@valbrune/cantine"
LATER = "2024-02-01T12:00:00+01:00"
BODY = f"""siren: "000000000"
nom: Commune de Valbrune
type: commune
cinquante_etp_ou_plus: oui
inventaire: {{inconnu: non cherché}}
contacts:
  - {{service: Direction de l'éducation, compte: "{ACCOUNT}"}}
"""


@pytest.fixture
def branch(depot):
    """The canteen on ``main``, with the lists and the template; a branch to work on."""
    for name in ("_vocabulaire", "_modele"):
        shutil.copytree(ROOT / "algorithms" / name, depot.cards / name)
    depot.commit("Ajoute les listes", le="2024-01-11T12:00:00+01:00")
    depot.git("checkout", "-qb", "proposition")
    return depot


@pytest.fixture
def registre(branch, monkeypatch):
    """Run ``registre`` in the repository; the exit code, what it writes, what it says aside."""
    monkeypatch.chdir(branch.path)

    def run(*arguments: str):
        done = CliRunner().invoke(main, arguments)
        return done.exit_code, done.stdout, done.stderr

    return run


# registre nouveau


def test_a_new_card_starts_from_the_template_and_nothing_in_it_is_said(registre, branch):
    code, told, _ = registre("nouveau", "cantine-de-lyon")
    text = (branch.cards / "cantine-de-lyon" / "fiche.yaml").read_text("utf-8")

    assert code == 0
    assert "registre valider algorithms/cantine-de-lyon" in told
    assert re.search(r"^id: cantine-de-lyon\b", text, re.MULTILINE)
    assert "  nom:  # ex. : Commune de Valbrune" in text
    unsaid = [line for line in text.splitlines() if "Valbrune" in line.partition("#")[0]]
    assert unsaid == []


def test_a_new_card_tells_at_once_what_is_missing_and_cannot_pass(registre):
    registre("nouveau", "cantine-de-lyon")
    code, told, _ = registre("valider", "algorithms/cantine-de-lyon")

    assert code == 1
    assert {line.split(" ")[2] for line in told.splitlines()} == {"FORME-3:"}
    assert "mention.presente: la clé est là, mais rien n'est écrit → complétez-la" in told


def test_a_card_of_the_same_kind_keeps_the_rule_and_no_figure(registre, branch):
    code, _, _ = registre("nouveau", "cantine-de-lyon", "--depuis", CARD)
    folder = branch.cards / "cantine-de-lyon"
    card, figures = ((folder / name).read_text("utf-8") for name in _COPIED)

    assert code == 0
    assert "formule: rfr / parts" in (folder / "regles" / "2024-09-01.yaml").read_text("utf-8")
    assert "acte: Fixation du prix" in card
    assert not re.search("1840|000000000|2024-10-02|2024-09-15|Direction", card)
    assert not re.search(r"6000|2\.40|2024", figures)
    assert registre("valider", "algorithms/cantine-de-lyon")[0] == 1


_COPIED = ("fiche.yaml", "parametres.yaml")


def test_the_same_algorithm_elsewhere_is_a_deployment(registre, branch):
    code, _, _ = registre("nouveau", CARD, "--deploiement", "217500016")
    file = branch.card / "deploiements" / "217500016.yaml"

    assert code == 0
    assert 'siren: "217500016"' in file.read_text("utf-8")
    assert registre("nouveau", CARD, "--deploiement", "217500016")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Cantine de Lyon"], "écrivez cantine-de-lyon"),
        ([CARD], "existe déjà"),
        (["autre", "--depuis", "tarif-cantin"], "vouliez-vous écrire tarif-cantine ?"),
        ([CARD, "--deploiement", "12"], "neuf chiffres"),
        (["autre", "--depuis", CARD, "--deploiement", "217500016"], "pas les deux"),
    ],
)
def test_what_cannot_be_prepared_is_refused_with_a_remedy(registre, branch, arguments, said):
    code, _, told = registre("nouveau", *arguments)

    assert (code, said in told) == (2, True), told
    assert branch.git("status", "--porcelain") == ""


def test_the_identifier_of_a_card_that_was_taken_away_never_serves_again(registre, branch):
    shutil.rmtree(branch.card)
    branch.commit("Retire le dossier", le=LATER)

    assert "ne sert qu'une fois" in registre("nouveau", CARD)[2]


# registre apercu


def test_a_preview_is_one_file_that_asks_for_nothing(registre, branch):
    code, _, _ = registre("apercu", CARD, "--sortie", "page.html")
    html = (branch.path / "page.html").read_text("utf-8")
    page = Read(html)

    assert code == 0
    assert "Aperçu de fichiers, publiés ou non." in page.text
    assert "Tarif de la cantine scolaire" in page.text
    assert "data:font/woff2;base64," in html
    loaded = [given for tag, given in page.tags if tag in ("link", "script", "img", "iframe")]
    addresses = [one.get("href") or one.get("src") or "" for one in loaded]
    assert all(not address or address.startswith("data:") for address in addresses)
    assert not re.search(r'(?:href|action)="/|<form', html)
    assert not re.search(r"url\((?!\"?data:)", html)


def test_links_of_a_preview_lead_to_the_site_that_is_named(registre, branch):
    registre("apercu", f"algorithms/{CARD}", "--langue", "en", "--site", "https://reg.example/")
    html = (branch.path / f"{CARD}.html").read_text("utf-8")

    assert 'href="https://reg.example/en/guides"' in html
    assert "Preview of files, published or not." in Read(html).text


def test_a_card_that_cannot_be_read_has_no_preview(registre, branch):
    branch.rewrite("fiche.yaml", "schema: 1", "schema: [")
    code, _, told = registre("apercu", CARD)

    assert (code, "registre valider" in told) == (2, True)


# registre comparer


def test_two_versions_compare_as_sentences_with_their_effect(registre, branch):
    branch.rewrite("parametres.yaml", "valeur: 15", "valeur: 50")
    code, told, _ = registre("comparer", f"{CARD}@{branch.git('rev-parse', 'main')[:10]}", CARD)

    assert code == 0
    assert "Les paramètres" in told
    assert "« Réduction à partir du troisième enfant »" in told
    assert re.search(r"« Trois enfants.* » : 2,04.* → 1,20", told)


def test_a_day_names_the_version_of_that_day(registre):
    code, told, _ = registre("comparer", f"{CARD}@2024-01-10", CARD)

    assert (code, told) == (0, "Rien de ce que le registre lit ne change.\n")


def test_two_cards_compare_without_mixing_their_cases(registre, branch):
    shutil.copytree(branch.card, branch.cards / "autre")
    card = branch.cards / "autre" / "fiche.yaml"
    text = card.read_text("utf-8").replace("id: tarif-cantine", "id: autre")
    card.write_text(text.replace("statut: en_service", "statut: retire"), "utf-8")
    code, told, _ = registre("comparer", CARD, "algorithms/autre")

    assert code == 0
    assert "État de l'algorithme : « En service » devient « Retiré »." in told
    assert "Effet sur les cas" not in told


def test_a_card_that_cannot_be_read_is_not_compared(registre):
    registre("nouveau", "autre", "--depuis", CARD)
    code, _, told = registre("comparer", CARD, "autre")

    assert (code, told) == (2, "La fiche autre est illisible → registre valider algorithms/autre\n")


@pytest.mark.parametrize("name", ["tarif-cantin", f"{CARD}@2023-01-01", f"{CARD}@abcdef1"])
def test_a_card_or_a_version_that_is_not_there_is_said_so(registre, name):
    assert registre("comparer", CARD, name)[0] == 2


# registre valider --modifies


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


# registre demande


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


# registre proprietaires


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


@pytest.mark.parametrize("guide", ["administration", "developpeur", "grille"])
def test_each_command_a_guide_gives_exists_with_its_options(guide):
    known = typer.main.get_command(main).commands
    text = (ROOT / "guides" / f"{guide}.md").read_text("utf-8")
    called = re.findall(r"^registre (\w+)(.*)$", text, re.MULTILINE)

    assert called
    for name, rest in called:
        options = {option for one in known[name].params for option in one.opts}
        assert set(re.findall(r"--[a-z]+", rest)) <= options, name


def test_the_contact_of_the_guide_is_one_the_register_reads(registre, branch):
    text = (ROOT / "guides" / "administration.md").read_text("utf-8")
    (contact,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (branch.cards / "_administrations").mkdir()
    file = branch.cards / "_administrations" / "000000000.yaml"
    file.write_text(BODY.partition("contacts:")[0] + textwrap.dedent(contact), "utf-8")
    registre("proprietaires")

    owned = (branch.path / "CODEOWNERS").read_text("utf-8")
    assert "/algorithms/tarif-cantine/ @ma-ville/education\n" in owned
