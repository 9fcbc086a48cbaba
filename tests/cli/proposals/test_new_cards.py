"""From an empty folder to a card that can be read: ``nouveau``, ``apercu``, the guides."""

import re
import shutil
import textwrap

import pytest
import typer.main

from register.cli import main
from tests.cli.proposals.conftest import BODY, CARD, LATER, ROOT
from tests.render.html_text import Read


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
