"""A person who never used git files a real municipal algorithm, in a real browser."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.web.conftest import ROOT, Server

pytestmark = pytest.mark.navigateur

SAYS = (
    "https://www.champcevinel.fr/2022/11/14/mise-en-place-de-la-tarification-sociale-a-la-cantine/"
)
"""The page of the municipality: brackets of the family quotient, and the price of each."""

BRACKETS = [("622", "1"), ("1000", "3,30"), ("1500", "3,40")]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="fr-FR", accept_downloads=True
    )
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


class Agent:
    """The person at the form: they know their subject, and nothing of YAML."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address + "/")
        page.get_by_role("link", name="Déposer une fiche").click()
        page.get_by_label("De rien").check()
        self.press("Commencer")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state()

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[name="r.{name}"]')

    def fill(self, name: str, text: str) -> None:
        self.field(name).fill(text)

    def choose(self, name: str, code: str) -> None:
        field = self.field(name)
        if field.first.evaluate("one => one.localName") == "select":
            field.select_option(code)
        else:
            self.page.locator(f'[name="r.{name}"][value="{code}"]').check()

    def tick(self, name: str, code: str) -> None:
        self.page.locator(f'[name="r.{name}.code.{code}"]').check()

    def unknown(self, name: str, searched: str) -> None:
        field = self.field(f"{name}.inconnu")
        field.locator("xpath=ancestor::details[1]/summary").click()
        field.fill(searched)

    def on(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def go(self) -> None:
        self.press("Continuer")

    def jump(self, title: str) -> None:
        self.page.locator("#etapes").get_by_role("button", name=title, exact=True).click()
        self.on(title)


def describe(agent: Agent) -> None:
    """Answer what the municipality's page says, and admit what it does not say."""
    agent.on("Comment s'appelle ce calcul ?")
    agent.fill("nom.fr", "Tarif de la cantine de Champcevinel")
    agent.go()
    agent.on("Que fait-il, en deux phrases ?")
    agent.fill(
        "resume.fr",
        "La commune fixe le prix du repas d'après votre quotient familial. Chaque tranche a son "
        "prix, de 1 à 3,50 euros.",
    )
    agent.go()
    agent.choose("etablie_par", "tiers")
    agent.go()
    agent.on("Sur quels documents vous appuyez-vous ?")
    agent.fill("sources.0.titre", "Mise en place de la tarification sociale à la cantine")
    agent.choose("sources.0.nature", "administration")
    agent.fill("sources.0.url", SAYS)
    agent.fill("sources.0.date", "2022-11-14")
    agent.fill("sources.0.lue_le", "2026-11-22")
    agent.fill("sources.0.id", "annonce")
    agent.go()
    agent.fill("administration.nom", "Commune de Champcevinel")
    agent.choose("administration.type", "commune")
    agent.unknown("administration.siren", "la page lue ne le donne pas")
    agent.tick("administration.source", "annonce")
    agent.go()
    agent.choose("territoire.echelle", "communal")
    agent.fill("territoire.nom", "Champcevinel")
    agent.go()
    agent.fill("decision.acte", "Fixation du prix du repas")
    agent.choose("statut", "en_service")
    agent.choose("domaine", "education")
    agent.choose("date_de_reference", "mois_du")
    agent.go()
    agent.tick("situations", "elever_un_enfant")
    agent.go()
    agent.fill("finalite.texte", "Faire payer le repas selon les ressources de la famille.")
    agent.tick("finalite.source", "annonce")
    agent.jump("Que pèse le calcul dans la décision ?")
    agent.choose("contribution.degre", "entierement_automatisee")
    agent.fill("contribution.mode", "La tranche du quotient familial donne le prix.")
    agent.tick("contribution.source", "annonce")
    agent.jump("Qui reçoit cette décision ?")
    agent.choose("decision.destinataires", "personnes_physiques")
    agent.choose("decision.portee", "externe")
    agent.jump("Quelles données entrent dans le calcul ?")
    agent.fill("donnees.0.nom.fr", "Quotient familial")
    agent.fill("donnees.0.source", "attestation de la CAF")
    agent.choose("donnees.0.personnelle", "oui")
    agent.go()
    agent.on("Des règles écrites, ou un modèle appris ?")
    agent.choose("type", "regles")
    agent.go()


def quantify(agent: Agent) -> None:
    """Give the ceiling and the price of each bracket, a French comma in the prices."""
    agent.on("Quels paramètres, et leur poids ?")
    said = [(f"Plafond de la tranche {n}", c, "EUR") for n, (c, _) in enumerate(BRACKETS, 1)]
    said += [(f"Prix de la tranche {n}", p, "EUR/repas") for n, (_, p) in enumerate(BRACKETS, 1)]
    for rank, (name, value, unit) in enumerate(said):
        if rank:
            agent.press("Ajouter un bloc")
        item = agent.page.locator("details.element").nth(rank)
        if not item.get_attribute("open") and item.get_attribute("open") != "":
            item.locator("summary").first.click()
        agent.fill(f"parametres.{rank}.libelle.fr", name)
        agent.fill(f"parametres.{rank}.valeur", value)
        agent.fill(f"parametres.{rank}.unite", unit)
        agent.fill(f"parametres.{rank}.depuis", "2022-11-14")
        agent.fill(f"parametres.{rank}.article", "annonce de la commune, 14 novembre 2022")
        agent.fill(f"parametres.{rank}.verifie_le", "2026-11-22")
    agent.go()
    agent.on("Quelles opérations, dans quel ordre ?")
    agent.fill("regle.depuis", "2022-11-14")
    agent.fill("regle.texte", "annonce de la commune, 14 novembre 2022 ; délibération non lue")
    agent.fill("regle.url", SAYS)
    agent.fill("regle.verifie_le", "2026-11-22")
    agent.fill("operations.0.nom.fr", "Prix du repas")
    agent.choose("operations.0.corps", "decrit")
    agent.fill(
        "operations.0.dit.fr",
        "Le prix est celui de la première tranche dont le plafond n'est pas dépassé.",
    )
    agent.fill("operations.0.article", "annonce de la commune, 14 novembre 2022")
    agent.go()


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from register.cli import main; main()"
    command = [sys.executable, "-c", program, "valider", "--racine", str(ROOT), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder.parents[1])


def test_a_person_who_never_used_git_files_a_valid_card_of_a_real_municipality(
    server: Server, context: BrowserContext, tmp_path: Path
) -> None:
    agent = Agent(context.new_page(), server.address)
    describe(agent)
    quantify(agent)
    agent.press("Relire et déposer")
    agent.on("Relire et déposer")
    expect(agent.page.get_by_text("Rien ne bloque le dépôt.")).to_be_visible()
    expect(agent.page.locator("#branche")).to_have_text("depot/tarif-de-la-cantine-de-champcevinel")
    message = agent.page.locator("#message").inner_text()
    assert "Fiche: tarif-de-la-cantine-de-champcevinel" in message
    assert "Nature: depot" in message
    assert "Date-effet: 2022-11-14" in message
    agent.page.get_by_text("Ce que dit la vérification").click()
    shown = agent.page.locator(".constat").all_inner_texts()

    with context.expect_page() as opened:
        agent.page.get_by_role("button", name="Voir la fiche telle qu'elle sera").click()
    preview = opened.value
    expect(preview.get_by_role("heading", level=1)).to_have_text(
        "Tarif de la cantine de Champcevinel"
    )
    expect(preview.get_by_text("Aperçu : cette fiche n'est pas publiée.")).to_be_visible()
    expect(preview.get_by_text("3,30 €").first).to_be_visible()
    preview.close()

    with agent.page.expect_download() as kept:
        agent.page.get_by_role("button", name="Télécharger les fichiers (.zip)").click()
    with zipfile.ZipFile(kept.value.path()) as pack:
        pack.extractall(tmp_path)
    folder = tmp_path / "algorithms" / "tarif-de-la-cantine-de-champcevinel"
    assert sorted(path.name for path in folder.rglob("*.yaml")) == [
        "2022-11-14.yaml",
        "fiche.yaml",
        "parametres.yaml",
    ]
    said = validate(folder)
    assert said.returncode == 0, said.stdout
    assert "dont 0 bloquant(s)" in said.stderr
    findings = [line for line in said.stdout.splitlines() if line.startswith("algorithms/")]
    assert len(findings) == len(shown) > 0
    assert all(server.address in url for url in agent.asked)
    assert not any("Champcevinel" in url for url in agent.asked)


def test_the_answers_come_back_from_the_downloaded_draft(
    server: Server, context: BrowserContext, tmp_path: Path
) -> None:
    agent = Agent(context.new_page(), server.address)
    agent.fill("nom.fr", "Tarif de la garderie")
    with agent.page.expect_download() as kept:
        agent.page.get_by_role("button", name="Télécharger le brouillon (.zip)").click()
    draft = tmp_path / "brouillon.zip"
    kept.value.save_as(draft)

    agent.page.goto(server.address + "/deposer")
    agent.page.get_by_label("D'un brouillon, d'un zip ou d'un fichier YAML").check()
    agent.page.get_by_label("Le fichier", exact=True).set_input_files(draft)
    agent.press("Commencer")
    expect(agent.field("nom.fr")).to_have_value("Tarif de la garderie")


def test_what_the_validator_says_appears_while_one_types(
    server: Server, context: BrowserContext
) -> None:
    agent = Agent(context.new_page(), server.address)
    agent.jump("Quand la fiche a-t-elle été relue ?")
    agent.jump("Combien de décisions par an ?")
    agent.fill("decision.volume_annuel.nombre", "beaucoup")
    agent.fill("decision.volume_annuel.annee", "2024")
    said = agent.page.locator('[id="r.decision.volume_annuel.nombre-constats"]')
    expect(said).to_contain_text("« beaucoup » n'est pas un nombre")
    agent.fill("decision.volume_annuel.nombre", "1840")
    agent.field("decision.volume_annuel.annee").focus()
    expect(said).not_to_contain_text("beaucoup")


def test_a_question_is_answered_without_script_by_the_enter_key(
    server: Server, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(server.address + "/deposer")
    page.get_by_role("button", name="Commencer").press("Enter")
    page.locator('[name="r.id"]').fill("pas un identifiant")
    page.locator('[name="r.id"]').press("Enter")
    expect(page.locator('[id="r.id-constats"]')).to_contain_text("n'est pas un identifiant")
    page.get_by_role("button", name="Continuer sans corriger").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Que fait-il, en deux phrases ?")
    context.close()
