"""Files that start a draft and files that come out of it; nothing of it stays."""

import html
import io
import re
import zipfile

import pytest
from starlette.testclient import TestClient

from tests.conftest import FILES
from tests.web.filing.conftest import FORGE, asked, canteen, card_in, carried, heading, started


def test_a_zip_made_here_comes_back_with_all_its_files(form: TestClient) -> None:
    pack = form.post("/deposer/fichiers", data=canteen())
    page = started(form, pack.content, depart="fichier")

    assert pack.headers["content-disposition"] == 'attachment; filename="tarif-cantine.zip"'
    assert sorted(carried(page)) == sorted(canteen())
    assert carried(page)["fichier:parametres.yaml"] == FILES["parametres.yaml"].decode()


def test_the_same_draft_gives_the_same_zip(form: TestClient) -> None:
    once, again = (form.post("/deposer/fichiers", data=canteen()).content for _ in range(2))

    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as pack:
        assert "algorithms/tarif-cantine/fiche.yaml" in pack.namelist()


def test_a_card_of_the_register_gives_a_deployment_and_not_a_copy(form: TestClient) -> None:
    page = started(form, depart="fiche", fiche="permis-a-points")
    answers = {"r.deploiement.siren": "217 500 016", "r.deploiement.nom.fr": "Ville d'Ys"}
    filled = asked(form, carried(page), "deploiement", **answers)

    assert carried(filled)["fichier:deploiements/217500016.yaml"] == (
        'siren: "217500016"\nnom: {fr: "Ville d\'Ys"}\n'
    )
    last = form.post("/deposer", data={**carried(filled), "aller": "fin"}).text
    assert "depot/permis-a-points-217500016" in last
    assert "algorithms/permis-a-points/deploiements/217500016.yaml" in last
    assert f"{FORGE}/new/main?filename=" in last


def test_the_export_of_another_register_starts_a_draft_and_tells_its_losses(
    form: TestClient,
) -> None:
    export = b'[{"name": "Parkeervergunning", "organization": "Gemeente Ys", "risks": "Geen"}]'
    page = started(form, export, depart="registre", format="nl", rang="1")

    assert "Parkeervergunning" in card_in(page)
    assert "Ce qui n'a pas pu être repris" in page


def test_a_card_small_enough_is_offered_as_a_file_already_filled_in(form: TestClient) -> None:
    draft = {"fichier:fiche.yaml": canteen()["fichier:fiche.yaml"]}
    whole = form.post("/deposer", data={**canteen(), "aller": "fin"}).text
    alone = form.post("/deposer", data={**draft, "aller": "fin"}).text

    assert "Ouvrir le fichier déjà rempli" not in whole
    assert f"{FORGE}/upload/main" in whole
    assert "depot/tarif-cantine" in whole
    assert ("Ouvrir le fichier déjà rempli" in alone) == (f"{FORGE}/new/main" in alone)


def test_a_draft_to_correct_is_not_proposed(form: TestClient) -> None:
    page = form.post("/deposer", data={**canteen(**{"degre:": "degree:"}), "aller": "fin"}).text

    assert "Corrigez d'abord ce qui bloque" in page
    assert 'id="branche"' not in page


def test_the_preview_is_the_page_of_the_card(form: TestClient) -> None:
    page = form.post("/deposer/apercu", data=canteen()).text

    assert "Aperçu : cette fiche n'est pas publiée." in html.unescape(page)
    assert heading(page) == "Tarif de la cantine scolaire"
    assert 'id="operations"' in page


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"depart": "fiche", "fiche": "../../etc"}, "Choisissez une fiche dans la liste."),
        ({"depart": "fichier"}, "Choisissez un fichier, ou collez son contenu."),
        ({"depart": "fichier", "colle": "bonjour"}, "Rien n'a pu être repris de ce fichier."),
        ({"depart": "registre", "format": "nl", "colle": "{"}, "Rien n'a pu être repris"),
        ({"depart": "registre", "format": "xx", "colle": "x"}, "Rien n'a pu être repris"),
    ],
)
def test_a_start_that_cannot_be_is_told(
    form: TestClient, answers: dict[str, str], said: str
) -> None:
    assert said in html.unescape(started(form, **answers))


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("fiche.yaml", b"a" * 5_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    "file", [b"x" * 600_000, b"x" * 1_200_000, bomb()], ids=["file", "form", "zip"]
)
def test_what_is_larger_than_a_draft_is_refused_with_its_limit(
    form: TestClient, file: bytes
) -> None:
    said = form.post("/deposer", data={"depart": "fichier"}, files={"fichier": ("f", file)})

    assert said.status_code == 413
    assert "500 Kio" in said.text


def test_a_posted_draft_larger_than_the_form_is_refused(form: TestClient) -> None:
    assert form.post("/deposer", data={"fichier:fiche.yaml": "x" * 1_100_000}).status_code == 413


@pytest.mark.parametrize("broken", [b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 200])
def test_a_damaged_zip_is_told_and_breaks_nothing(form: TestClient, broken: bytes) -> None:
    assert "Rien n'a pu être repris" in started(form, broken, depart="fichier")


def test_a_file_keeps_every_byte_on_its_way(form: TestClient) -> None:
    text = 'id: tarif\nnom: {fr: "Été — 1 \u202f000 €"}\n'
    page = started(form, text.encode("utf-8-sig"), depart="fichier")

    assert 'nom: {fr: "Été — 1 \u202f000 €"}' in card_in(page)


def test_no_posted_name_reaches_a_file_of_the_machine(form: TestClient) -> None:
    posted = {"fichier:../../secret.yaml": "a: 1", "partage": "../../..", "aller": "fin"}
    page = form.post("/deposer", data=posted).text

    assert [name for name in carried(page) if "secret" in name] == []
    assert "partage" not in carried(page)


def test_hostile_answers_come_back_escaped(form: TestClient) -> None:
    hostile = "</textarea><script>alert(1)</script>"
    answers = {"r.nom.fr": hostile, "r.nom.en": hostile, "r.id": hostile}
    page = asked(form, {}, "nom", **answers)
    last = form.post("/deposer", data={**carried(page), "aller": "fin"}).text

    assert "<script>alert" not in page + last
    assert carried(page)["fichier:fiche.yaml"].count("<script>") == 3


def test_hidden_characters_are_taken_out_of_what_is_typed(form: TestClient) -> None:
    page = asked(form, {}, "nom", **{"r.nom.fr": "Ta\u202erif\x00 \u2028local"})

    assert 'nom: {fr: "Tarif local"}' in card_in(page)


@pytest.mark.parametrize("path", ["/deposer", "/deposer/fichiers", "/deposer/apercu"])
def test_no_answer_is_kept_by_a_cache_or_put_in_an_address(form: TestClient, path: str) -> None:
    said = form.post(path, data={**canteen(), "aller": "fin"})

    assert said.headers["cache-control"] == "no-store"
    assert form.get(path).status_code in (200, 303)


def test_every_question_opens_in_both_languages(form: TestClient) -> None:
    page = started(form, depart="modele", lang="/en")
    draft = carried(page)
    questions = re.findall(r'name="aller" value="(\w+)"', page.partition('id="etapes"')[2])

    assert len(questions) > 30
    for question in questions:
        said = form.post("/en/deposer", data={**draft, "aller": question})
        assert said.status_code == 200, question
        assert "</html>" in said.text
