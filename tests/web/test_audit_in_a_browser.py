"""A reviewer goes from the queue to a filed opinion; the card changes; the desk says so."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Visit, start, stop
from tests.web.test_journeys import AXE, RUN_AXE, STANDARDS

pytestmark = pytest.mark.navigateur

ROOT = Path(__file__).parents[2]


def test_an_opinion_filed_from_the_desk_is_stale_once_the_card_changes(
    depot, tmp_path: Path, visitor: Callable[..., Visit]
) -> None:
    shutil.copytree(ROOT / "algorithms" / "_vocabulaire", depot.cards / "_vocabulaire")
    (depot.card / "avis" / "2025-02-10-comite.md").unlink()
    depot.commit("Mots du registre", le="2024-02-01T12:00:00+01:00")

    (tmp_path / "avant").mkdir()
    running = start(tmp_path / "avant", depot.path)
    try:
        page = visitor(bypass_csp=True).page
        page.goto(running.address + "/audit")
        page.get_by_role("link", name="Tarif de la cantine scolaire").click()
        expect(page.get_by_text("Aucun avis déposé.")).to_be_visible()
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE, STANDARDS) == []
        page.get_by_role("link", name="Rédiger un avis").click()
        page.get_by_label("Au nom de qui").fill("Comité des usagers")
        page.get_by_label("L'avis en quelques phrases").fill("La règle est lisible.")
        page.locator("#constat_L311-3-1-mention").select_option("present")
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE, STANDARDS) == []
        page.get_by_role("button", name="Préparer le fichier").click()
        path = page.locator("#chemin").inner_text()
        text = page.locator("#fichier").text_content() or ""
        message = page.locator("#message").inner_text()
    finally:
        stop(running)

    (depot.path / path).write_text(text, "utf-8")
    depot.git("add", "-A")
    depot.git("commit", "-q", "-m", message, le="2024-02-02T12:00:00+01:00")
    depot.rewrite(
        "fiche.yaml", "recours: [gracieux, tribunal_administratif]", "recours: [gracieux]"
    )
    depot.commit("Retire un recours", le="2024-02-03T12:00:00+01:00")

    (tmp_path / "apres").mkdir()
    running = start(tmp_path / "apres", depot.path)
    try:
        page = visitor().page
        page.goto(running.address + "/audit/tarif-cantine")
        opinion = page.locator("section", has=page.locator("h2#avis"))
        expect(opinion).to_contain_text("Comité des usagers")
        expect(opinion).to_contain_text("Périmé : la fiche a changé depuis (fiche.yaml).")
        expect(opinion).to_contain_text("Droits et recours")
    finally:
        stop(running)
