"""Questions of the form, their answers, and the findings told beside them."""

import html

import pytest
from starlette.testclient import TestClient

from register import loading
from tests.cards import CATALOGUE
from tests.conftest import FILES
from tests.web.filing.conftest import as_bytes, asked, canteen, card_in, carried, heading, started


def test_the_form_starts_from_nothing_with_its_first_question(form: TestClient) -> None:
    page = started(form, depart="rien")

    assert heading(page) == "Comment s'appelle ce calcul ?"
    assert "la clé manque" not in page
    assert card_in(page) == "schema: 1\n"


def test_the_template_fills_every_question_and_says_it_is_imaginary(form: TestClient) -> None:
    page = started(form, depart="modele")

    assert "Tout ce qui est rempli est imaginaire" in page
    assert "Tarif de la cantine scolaire" in card_in(page)
    assert "id: " not in card_in(page).splitlines()[1]


def test_the_identifier_is_drawn_from_the_name(form: TestClient) -> None:
    page = asked(form, {}, "nom", **{"r.nom.fr": "Tarif de l'école de musique"})

    assert "id: tarif-de-l-ecole-de-musique\n" in card_in(page)


@pytest.mark.parametrize(
    ("typed", "kept"), [("1 840", "1840"), ("1840", "1840"), ("beaucoup", "beaucoup")]
)
def test_a_number_typed_as_people_write_it_becomes_one(
    form: TestClient, typed: str, kept: str
) -> None:
    page = asked(form, canteen(), "volume", **{"r.decision.volume_annuel.nombre": typed})

    assert f"    nombre: {kept}\n" in card_in(page)


def test_a_wrong_answer_is_kept_and_told_beside_its_field(form: TestClient) -> None:
    page = asked(form, canteen(), "volume", **{"r.decision.volume_annuel.nombre": "beaucoup"})
    beside = page.partition('id="r.decision.volume_annuel.nombre-constats"')[2].partition("</ul>")[
        0
    ]

    assert "« beaucoup » n'est pas un nombre" in html.unescape(beside).replace("\u00a0", " ")
    assert "FORME-7" in beside


def test_what_was_searched_in_vain_is_written_as_unknown(form: TestClient) -> None:
    page = asked(form, canteen(), "fournisseur", **{"r.fournisseur.inconnu": "cherché aux marchés"})

    assert 'fournisseur: {inconnu: "cherché aux marchés"}' in card_in(page)


def test_an_answer_wins_over_the_unknown_written_before(form: TestClient) -> None:
    answers = {"r.fournisseur.nom": "Éditeur X", "r.fournisseur.nature": "externe"}
    page = asked(form, canteen(), "fournisseur", **answers, **{"r.fournisseur.inconnu": "cherché"})

    assert 'nom: "Éditeur X"' in card_in(page)
    assert "inconnu" not in card_in(page).partition("fournisseur:")[2].partition("droits:")[0]


def test_a_question_left_as_it_is_changes_nothing_else(form: TestClient) -> None:
    before = asked(form, canteen(), "etablie_par", **{"r.etablie_par": "administration"})
    after = asked(form, carried(before), "etablie_par", **{"r.etablie_par": "administration"})

    assert card_in(after) == card_in(before)
    assert loading.held("tarif-cantine", as_bytes(after), CATALOGUE.vocabulaire)[0].card == (
        loading.held("tarif-cantine", FILES, CATALOGUE.vocabulaire)[0].card
    )


def test_parameters_and_operations_told_in_words_have_their_own_files(form: TestClient) -> None:
    page = asked(
        form,
        {"fichier:fiche.yaml": canteen()["fichier:fiche.yaml"]},
        "parametres",
        items="1",
        **{
            "r.parametres.0.libelle.fr": "Plafond",
            "r.parametres.0.valeur": "622,50",
            "r.parametres.0.unite": "EUR",
            "r.parametres.0.depuis": "14/11/2022",
            "r.parametres.0.article": "annonce",
        },
    )

    assert carried(page)["fichier:parametres.yaml"] == (
        'plafond:\n  libelle: {fr: "Plafond"}\n  unite: "EUR"\n  valeurs:\n'
        "    - depuis: 2022-11-14\n      valeur: 622.50\n      source: {article: annonce}\n"
    )


@pytest.mark.parametrize("typed", ["septembre", "../../x", "2024-13-45x"])
def test_a_rule_whose_day_is_no_day_keeps_its_answers(form: TestClient, typed: str) -> None:
    page = asked(form, {}, "operations", **{"r.regle.depuis": typed, "r.regle.texte": "Arrêté"})
    again = asked(form, carried(page), "revue")

    assert 'article: "Arrêté"' in carried(again)["fichier:regles/a-dater.yaml"]
    assert "FORME-6" in form.post("/deposer", data={**carried(again), "aller": "fin"}).text


def test_a_file_that_says_more_than_the_form_is_kept_as_it_is(form: TestClient) -> None:
    page = asked(form, canteen(), "parametres", garde=FILES["parametres.yaml"].decode())

    assert "il est gardé tel quel" in page
    assert carried(page)["fichier:parametres.yaml"] == FILES["parametres.yaml"].decode()


def test_a_question_to_correct_is_shown_once_more_before_going_on(form: TestClient) -> None:
    once = form.post("/deposer", data={"question": "nom", "aller": "suite"}).text
    twice = form.post("/deposer", data={"question": "nom", "aller": "suite", "vu": "nom"}).text

    assert heading(once) == "Comment s'appelle ce calcul ?"
    assert "Continuer sans corriger" in once
    assert heading(twice) == "Que fait-il, en deux phrases ?"


def test_an_element_is_added_and_taken_away(form: TestClient) -> None:
    shown = {"items": "3"} | {
        f"r.sources.{rank}.titre": title for rank, title in enumerate(("Un", "Deux", "Trois"))
    }
    more = form.post("/deposer", data={"question": "sources", "aller": "ajouter", **shown}).text
    less = form.post("/deposer", data={"question": "sources", "retirer": "1", **shown}).text

    assert 'name="r.sources.3.titre"' in more
    assert "Deux" in card_in(more)
    assert "Deux" not in card_in(less)
    assert "- id: trois" in card_in(less)


def test_a_long_sentence_is_marked_where_it_is_written(form: TestClient) -> None:
    long = "Le prix est calculé " + "suivant plusieurs revenus déclarés " * 8 + "."
    page = asked(form, {}, "resume", **{"r.resume.fr": f"{long} Court."})

    assert f"<mark>{long}</mark>" in page
    assert "Difficile à lire" in page


def test_a_yaml_slightly_wrong_loads_partly_and_says_what_did_not(form: TestClient) -> None:
    text = FILES["fiche.yaml"].decode().replace("domaine:", "domain:")
    page = started(form, depart="fichier", colle=text)

    assert "Ce qui n'a pas pu être repris" in page
    assert "ligne 8 : domain: cette clé" in html.unescape(page).replace("\u00a0", " ")
    assert "vouliez-vous écrire domaine" in page
    assert "id: tarif-cantine\n" in card_in(page)
