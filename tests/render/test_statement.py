import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from register import render
from register.model.algorithm import Algorithm
from register.model.base import Bilingual, Reference
from register.model.explanation import (
    Caveat,
    Engine,
    Explanation,
    Outcome,
    Step,
    StepLine,
    UsedDatum,
    UsedParameter,
    Version,
    Weight,
)
from register.model.vocabulary import Vocabulary
from tests.render.html_text import Read

DAY = dt.date(2024, 10, 1)
Load = Callable[[], Algorithm]


def said(fr: str, en: str | None = None) -> Bilingual:
    return Bilingual(fr=fr, en=en)


def step(name: str, value: Decimal | None, shown: str, **more: object) -> Step:
    given = {
        "id": name,
        "nom": said(name.capitalize()),
        "nature": "calcul",
        "formule": None,
        "avec_nombres": None,
        "valeur": value,
        "affichage": said(shown),
        "unite": None,
        "fondement": Reference(article="délib. n° 2024-17, art. 2"),
        "phrase": None,
    }
    return Step.model_validate(given | more)


STEPS = (
    step("quotient", Decimal(12000), "12 000 € par part", avec_nombres=said("42 000 € ÷ 3,5")),
    step(
        "points",
        Decimal(3),
        "3 points",
        lignes=(
            StepLine(
                cle="a",
                nom=said("Ligne A"),
                avec_nombres=said("1 + 2"),
                valeur=Decimal(3),
                affichage=said("3 points"),
                utilisee=True,
            ),
            StepLine(
                cle="b",
                nom=said("Ligne B"),
                avec_nombres=None,
                valeur=Decimal(1),
                affichage=said("1 point"),
                utilisee=False,
            ),
        ),
    ),
    step("prix", Decimal("2.04"), "2,04 € le repas", phrase=said("La réduction s'applique.")),
    step("derogation", None, "L'adjoint peut abaisser le prix.", nature="humain", fondement=None),
)


def explanation(**changed: object) -> Explanation:
    """The canteen case of 1 October 2024: 42 000 €, 3.5 shares, three children."""
    given = {
        "fiche": "tarif-cantine",
        "version": Version(fichiers={"fiche.yaml": "0123456789abcdef"}, regle=dt.date(2024, 9, 1)),
        "date": DAY,
        "moteur": Engine(nom="regles", version="0.1.0"),
        "contribution": Weight(
            degre="entierement_automatisee",
            mode="Le calcul fixe seul le prix facturé.",
            humain="L'adjoint peut écarter le résultat.",
        ),
        "donnees": (
            UsedDatum(
                id="rfr",
                nom=said("Revenu fiscal", "Tax income"),
                valeur=Decimal(42000),
                affichage=said("42 000 € par an", "€42,000 per year"),
                unite="EUR/an",
                source="avis d'impôt",
                utilisee=True,
            ),
            UsedDatum(
                id="age",
                nom=said("Âge"),
                valeur=Decimal(40),
                affichage=said("40 ans"),
                unite="an",
                source="déclaration",
                utilisee=False,
            ),
        ),
        "parametres": (
            UsedParameter(
                id="reduction",
                libelle=said("Réduction"),
                valeur=Decimal(15),
                affichage=said("15 %"),
                unite="%",
                depuis=dt.date(2024, 9, 1),
                jusqu_a=None,
                verifie_le=dt.date(2024, 9, 15),
                precedente=said("10 %"),
                source=Reference(article="délib. n° 2024-17, art. 3"),
            ),
        ),
        "etapes": STEPS,
        "resultat": Outcome(
            operation="prix",
            valeur=Decimal("2.04"),
            affichage=said("2,04 € le repas", "€2.04 per meal"),
            unite="EUR/repas",
            calculable=True,
            sens=said("Prix de chaque repas facturé"),
            rappel=said("Ce n'est pas la décision : c'est le calcul publié, refait."),
        ),
        "reserves": (Caveat(code="VERIFICATION", texte=said("Vérifié jusqu'au 15 septembre.")),),
    }
    return Explanation.model_validate(given | changed)


@pytest.fixture
def written(read: Load, vocabulaire: Vocabulary) -> Callable[..., str]:
    def write(lang: render.Lang = "fr", **changed: object) -> str:
        card = read().card
        return str(render.statement(explanation(**changed), card, vocabulaire, lang))

    return write


def test_this_is_not_the_decision_stands_beside_the_result(written: Callable[..., str]) -> None:
    text = Read(written()).text

    assert text.startswith("2,04 € le repas Prix de chaque repas facturé Ce n'est pas la décision")


def test_the_four_items_are_there_each_with_its_article(written: Callable[..., str]) -> None:
    found = [words for _, words in Read(written()).headings]

    for rank in ("1°", "2°", "3°", "4°"):
        (heading,) = [words for words in found if words.startswith(rank)]
        assert heading.endswith(f"CRPA, art. R. 311-3-1-2, {rank}")


def test_each_step_shows_words_numbers_source_and_value(written: Callable[..., str]) -> None:
    text = Read(written()).text

    assert "Quotient 42 000 € ÷ 3,5 délib. n° 2024-17, art. 2 12 000 € par part" in text
    assert "Prix La réduction s'applique. délib. n° 2024-17, art. 2 2,04 € le repas" in text


def test_a_step_over_a_list_shows_each_element_and_those_without_effect(
    written: Callable[..., str],
) -> None:
    text = Read(written()).text

    assert "Ligne A : 1 + 2 3 points" in text
    assert "Ligne B (sans effet ici) 1 point" in text


def test_a_human_step_carries_its_mark_and_no_value(written: Callable[..., str]) -> None:
    html = written()

    assert '<span class="marque humain">Décision humaine possible</span>' in html
    assert (
        "Derogation Décision humaine possible L'adjoint peut abaisser le prix. à compléter —"
        in Read(html).text
    )


def test_a_step_that_could_not_be_computed_says_why(written: Callable[..., str]) -> None:
    stopped = step("total", None, "non calculable : la table manque", nature="non_calculable")
    text = Read(written(etapes=(stopped,))).text

    assert "Total Non calculable non calculable : la table manque" in text


def test_a_source_leads_to_the_list_of_sources_of_the_card(written: Callable[..., str]) -> None:
    cited = step("total", Decimal(1), "1", fondement=Reference(article="art. 2", source=("delib",)))

    assert "/fiches/tarif-cantine#source-delib" in Read(written(etapes=(cited,))).links
    assert "/en/fiches/tarif-cantine#source-delib" in Read(written("en", etapes=(cited,))).links


def test_what_depends_on_a_human_says_so(written: Callable[..., str]) -> None:
    tainted = step("total", Decimal(1), "1 point", depend_d_un_humain=True)
    text = Read(written(etapes=(tainted,))).text

    assert "Total dépend d'une décision humaine" in text


def test_every_parameter_has_its_source_its_date_and_its_last_check(
    written: Callable[..., str],
) -> None:
    text = Read(written()).text

    assert (
        "Réduction délib. n° 2024-17, art. 3 · en vigueur depuis le 1er septembre 2024 · "
        "vérifié le 15 septembre 2024 · avant : 10 % 15 %"
    ) in text


def test_data_without_effect_are_told_apart_from_data_used(written: Callable[..., str]) -> None:
    text = Read(written()).text

    used, unused = text.split("Demandées, mais sans effet sur ce résultat")
    assert "Revenu fiscal avis d'impôt 42 000 € par an" in used
    assert "Âge déclaration 40 ans" in unused


def test_reserves_are_shown(written: Callable[..., str]) -> None:
    assert "Les réserves sur ce résultat Vérifié jusqu'au 15 septembre." in Read(written()).text


def test_a_case_that_cannot_be_computed_says_why_and_shows_no_value(
    written: Callable[..., str],
) -> None:
    outcome = Outcome(
        operation=None,
        valeur=None,
        affichage=said("aucun"),
        unite=None,
        calculable=False,
        sens=None,
        rappel=said("Ce n'est pas la décision."),
        cause=said("La table de 2025 n'a pas été lue."),
    )
    text = Read(written(resultat=outcome)).text

    assert text.startswith("Non calculable Pourquoi : La table de 2025 n'a pas été lue.")


def test_the_english_statement_keeps_french_words_marked_as_french(
    written: Callable[..., str],
) -> None:
    html = written("en")

    assert "€2.04 per meal" in html
    assert '<span lang="fr">avis d&#39;impôt</span>' in html


def test_nothing_in_an_explanation_becomes_markup(written: Callable[..., str]) -> None:
    html = written(etapes=(step("x", Decimal(1), "<script>alert(1)</script>"),))

    assert "<script" not in html


def test_the_receipt_stands_alone_and_asks_nothing_of_any_site(
    read: Load, vocabulaire: Vocabulary
) -> None:
    html = render.receipt(
        explanation(),
        read().card,
        vocabulaire,
        "fr",
        style=".registre{color:#000}",
        site=render.Site("https://registre.example"),
    )
    found = Read(html)

    assert not {"script", "link", "img"} & {tag for tag, _ in found.tags}
    assert "<style>.registre{color:#000}</style>" in html
    assert "2,04 € le repas" in found.text
    assert "Ce site n'est pas un site officiel de l'État." in found.text
