import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from register import render
from register.model.algorithm import Algorithm
from tests.cards import CATALOGUE
from tests.render.html_text import Read

ROOT = Path(__file__).parents[2]
Page = Callable[..., str]
Edit = Callable[[str, str, str], None]

TEN_HEADINGS = [
    "1° Ce que le calcul pèse dans la décision CRPA, art. R. 311-3-1-2, 1°",
    "2° Les données utilisées et d'où elles viennent CRPA, art. R. 311-3-1-2, 2°",
    "3° Les paramètres au 1er octobre 2024 CRPA, art. R. 311-3-1-2, 3°",
    "4° Les opérations au 1er octobre 2024 CRPA, art. R. 311-3-1-2, 4°",
    "Mettre les règles en ligne CRPA, art. L. 312-1-3",
    "Le dire sur la décision CRPA, art. L. 311-3-1 et R. 311-3-1-1",
    "Expliquer à qui le demande CRPA, art. L. 311-3-1 et R. 311-3-1-2",
    "Secrets et régimes particuliers CRPA, art. L. 311-5, 2°",
    "Le code source CRPA, art. L. 300-2",
    "Vos droits",
]


def headings(html: str) -> list[str]:
    return [words for _, words in Read(html).headings]


def test_the_ten_headings_of_the_law_come_in_order_each_with_its_article(page: Page) -> None:
    found = [words for words in headings(page()) if words in TEN_HEADINGS]

    assert found == TEN_HEADINGS


def test_the_answer_comes_before_the_law(page: Page) -> None:
    text = Read(page()).text

    summary = text.index("La commune calcule le prix du repas de votre enfant")
    deadline = text.index("sans réponse au bout d'un mois, c'est un refus (art. R.* 311-12")
    first_item = text.index("1° Ce que le calcul pèse dans la décision CRPA")
    assert summary < deadline < first_item


def test_where_no_decision_is_taken_no_explanation_is_offered(page: Page, edit: Edit) -> None:
    edit("fiche.yaml", "degre: entierement_automatisee", "degre: sans_decision")
    brief = page().split('<dl class="bref">')[1].split("</dl>")[0]

    assert "Aucune décision individuelle" in brief
    assert "Aucune décision n'est prise sur vous" in Read(brief).text
    assert "Demander l'explication" not in Read(brief).text


def test_who_wrote_the_card_stands_above_the_facts(page: Page, edit: Edit) -> None:
    edit("fiche.yaml", "etablie_par: administration", "etablie_par: tiers")
    html = page()

    assert html.index("Fiche établie par des tiers") < html.index('class="bref"')
    assert "L'administration ne l'a ni écrite ni validée." in Read(html).text


@pytest.mark.parametrize("lang", render.LANGS)
def test_a_page_has_one_first_heading_and_skips_no_level(page: Page, lang: render.Lang) -> None:
    levels = [level for level, _ in Read(page(lang)).headings]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("lang", render.LANGS)
@pytest.mark.parametrize("algorithm", CATALOGUE.algorithmes, ids=lambda found: found.id)
def test_every_real_card_makes_a_sound_page(algorithm: Algorithm, lang: render.Lang) -> None:
    html = render.card_page(
        algorithm,
        CATALOGUE.vocabulaire,
        lang=lang,
        day=dt.date(2026, 11, 21),
        today=dt.date(2026, 11, 21),
        site=render.Site("https://registre.example"),
    )
    found = Read(html)
    anchors = {link[1:] for link in found.links if link.startswith("#")}

    assert found.unclosed == []
    assert sorted(set(found.ids)) == sorted(found.ids)
    assert anchors <= set(found.ids)


def test_a_missing_field_reads_to_be_completed_where_it_stands_and_in_the_list_of_gaps(
    page: Page, edit: Edit
) -> None:
    edit("fiche.yaml", "evaluation: {faite: non}\n", "")
    text = Read(page()).text

    assert "Évaluation faite à compléter" in text
    assert "Évaluations et audits — Évaluation faite : à compléter" in text


def test_what_is_unknown_says_what_was_searched(page: Page) -> None:
    text = Read(page()).text

    assert "Fournisseur inconnu (cherché au registre des marchés 2023 et 2024)" in text


def test_a_statement_on_reported_sources_alone_is_marked_not_verified(
    page: Page, edit: Edit
) -> None:
    before = Read(page()).text
    edit("fiche.yaml", "page: 12, lue_le: 2025-03-01}", "page: 12, fiabilite: rapportee}")
    after = Read(page()).text

    assert "1 840 (2024) source 2 non vérifié" not in before
    assert "1 840 (2024) source 2 non vérifié" in after
    assert "rapportée par une autre source, non vérifiée" in after


def test_a_statement_that_one_read_source_supports_is_not_marked(page: Page, edit: Edit) -> None:
    edit("fiche.yaml", "date: 2024-09-10}", "date: 2024-09-10, fiabilite: rapportee}")

    assert "sources 1, 3 non vérifié" not in Read(page()).text


def test_nothing_a_contributor_writes_becomes_markup(page: Page, edit: Edit) -> None:
    edit(
        "fiche.yaml",
        "Le calcul fixe seul le prix facturé.",
        "<script>alert(1)</script><b onclick=x> {{ 7*7 ",
    )
    edit("fiche.yaml", "{fr: Tarif de la cantine scolaire,", '{fr: "<img src=x onerror=alert(1)>",')
    edit("parametres.yaml", "Prix du repas selon le quotient", '"</table><script>alert(2)"')
    html = page()

    assert "<script>" not in html
    assert "<img" not in html
    assert "<b onclick" not in html
    assert "{{ 7*7 " in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_an_address_that_is_not_of_the_web_is_never_a_link(page: Page, edit: Edit) -> None:
    edit("fiche.yaml", "contact: cantine@valbrune.example", "contact: javascript:alert(1)@x")

    assert not [link for link in Read(page()).links if link.startswith("javascript:")]


def test_the_page_needs_no_script_and_asks_nothing_of_another_site(page: Page) -> None:
    tags = Read(page()).tags
    loaded = [
        given.get("src") or given.get("href") or ""
        for tag, given in tags
        if tag in ("link", "img", "script", "iframe")
        and given.get("rel") not in ("canonical", "alternate")
        and given.get("type") != "application/ld+json"
    ]

    # One block of data, which no browser runs.
    assert [given for tag, given in tags if tag == "script"] == [{"type": "application/ld+json"}]
    assert loaded
    assert all(address.startswith("/assets/") for address in loaded)


def test_the_page_says_it_is_not_an_official_site(page: Page) -> None:
    assert "Ce site n'est pas un site officiel de l'État." in Read(page()).text
    assert "not an official website of the French State" in Read(page("en")).text


def test_on_the_english_page_the_words_of_the_card_are_marked_french(page: Page) -> None:
    html = page("en")

    assert '<html lang="en">' in html
    assert "School canteen price" in html
    assert '<span lang="fr">Le calcul fixe seul le prix facturé.</span>' in html


def test_an_executable_card_leads_to_the_computation(page: Page) -> None:
    assert "/calculer?fiche=tarif-cantine" in Read(page()).links


def test_a_card_that_cannot_be_computed_says_why(page: Page, edit: Edit) -> None:
    edit(
        "regles/2024-09-01.yaml",
        "resultat: {operation: prix_final, sens: {fr: Prix de chaque repas facturé, "
        "en: Price of each meal charged}}",
        "",
    )
    edit(
        "fiche.yaml", "moteur: regles}", "moteur: aucun, pourquoi_pas_executable: La table manque.}"
    )
    found = Read(page())

    assert "Ce cas ne peut pas être calculé ici. Pourquoi : La table manque." in found.text
    assert not [link for link in found.links if link.startswith("/calculer")]


def test_each_mark_stands_beside_words(page: Page) -> None:
    html = page()

    assert '<span class="marque calcule">Décision entièrement automatisée</span>' in html
    assert '<span class="marque humain">Décision humaine</span>' in html
    assert '<span class="marque inconnu">inconnu</span>' in html


def test_the_rights_give_every_deadline_with_its_article(page: Page) -> None:
    text = Read(page()).text

    for words in (
        "R.* 311-12 et R. 311-13",
        "R. 311-15 et R. 343-1",
        "L. 342-1",
        "R.* 343-4 et R. 343-5",
        "n'arrête pas le délai pour contester la décision elle-même",
    ):
        assert words in text


def test_a_late_review_is_said(page: Page) -> None:
    text = Read(page(today=dt.date(2026, 11, 21))).text

    assert "La relecture prévue le 15 septembre 2025 n'a pas eu lieu." in text
