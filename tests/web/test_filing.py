"""The filing form over HTTP: starts, answers, findings, files; nothing of it stays."""

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from register import loading, render
from register.web import filing
from register.web.headers import Headers
from tests.cards import CATALOGUE
from tests.conftest import FILES

ROOT = Path(__file__).parents[2]
CARDS = ROOT / "algorithms"
FORGE = "https://github.com/org/registre"


@pytest.fixture(scope="module")
def form() -> Iterator[TestClient]:
    def absent(request: Request) -> Response:
        return PlainTextResponse("rien ici", 404)

    routes = filing.routes(
        lambda: CATALOGUE,
        cards=CARDS,
        site=lambda address: render.Site(origine=address.rstrip("/"), forge=FORGE),
        absent=absent,
        today=lambda: dt.date(2025, 3, 1),
    )
    app = Starlette(routes=routes, middleware=[Middleware(Headers, absent=absent)])
    with TestClient(app, "http://registre.example", follow_redirects=False) as client:
        yield client


def carried(page: str) -> dict[str, str]:
    """Return the fields a page carries along unseen."""
    found = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {html.unescape(name): html.unescape(text) for name, text in found}


def started(form: TestClient, file: bytes = b"", lang: str = "", **answers: str) -> str:
    said = form.post(f"{lang}/deposer", data=answers, files={"fichier": ("f", file)})
    assert said.status_code == 200
    return said.text


def canteen(**changed: str) -> dict[str, str]:
    """Return the canteen as the form carries it, with texts replaced in its card."""
    files = {f"fichier:{name}": held.decode() for name, held in FILES.items() if "avis" not in name}
    for before, after in changed.items():
        assert before in files["fichier:fiche.yaml"]
        files["fichier:fiche.yaml"] = files["fichier:fiche.yaml"].replace(before, after)
    return files


def asked(form: TestClient, draft: Mapping[str, str], question: str, **answers: str) -> str:
    posted = {**draft, "question": question, "aller": "verifier", **answers}
    return form.post("/deposer", data=posted).text


def as_bytes(page: str) -> dict[str, bytes]:
    return {name.removeprefix("fichier:"): text.encode() for name, text in carried(page).items()}


def card_in(page: str) -> str:
    return carried(page)["fichier:fiche.yaml"]


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert found
    return html.unescape(found[1]).replace("\u00a0", " ")


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
