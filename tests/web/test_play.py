"""The play screens, through ``app.py``, without a browser."""

from base64 import b64decode
from pathlib import Path

from streamlit.testing.v1 import AppTest

from register import loading, render
from tests.web.test_app import opened, shown

VOCABULARY, _ = loading.vocabulaire(Path(__file__).parents[2] / "algorithms")
DAY = "2024-06-01"


def field(app: AppTest, kind: str, label: str):
    return next(one for one in app.get(kind) if one.label.startswith(label))


def order_shown(app: AppTest) -> list[str]:
    table = shown(app).split('id="jeu-ordre"')[1].split("</section>")[0]
    return [cell.split("</th>")[0] for cell in table.split('<th scope="row">')[1:]]


def test_a_class_of_ten_is_ordered_and_redrawn_when_the_rate_moves() -> None:
    app = opened("calculer", fiche="parcoursup-ordre-appel", date=DAY)
    assert order_shown(app)[:3] == ["B3", "C1", "C2"]

    field(app, "slider", "Taux minimum de boursiers").set_value(0).run()
    assert order_shown(app) == ["C1", "C2", "B3", "C4", "R5", "C6", "B7", "T8", "C9", "C10"]
    assert not app.exception


def test_one_candidate_is_followed_through_the_overtakings() -> None:
    app = opened("calculer", fiche="parcoursup-ordre-appel", date=DAY)
    field(app, "selectbox", "Candidat dont le rang").set_value("C1").run()
    page = shown(app)
    assert "C1 est classé 1er et appelé 2e" in page
    assert "B3, appelé 1er" in page


def test_a_group_that_cannot_be_is_refused_by_its_line() -> None:
    app = opened("calculer", fiche="parcoursup-ordre-appel", date=DAY)
    field(app, "text_input", "Candidats, du premier").set_value("C1 B2 C1").run()
    assert "candidats, ligne 3 : ce candidat a déjà un rang" in shown(app)
    assert 'id="jeu-ordre"' not in shown(app)


def test_fewer_beds_lower_the_barrier() -> None:
    app = opened("calculer", fiche="parcoursup-propositions", date=DAY)
    assert "Barre de l'internat : 3" in shown(app)

    field(app, "slider", "Lits de l'internat").set_value(1).run()
    assert "Barre de l'internat : 1" in shown(app)


def test_a_licence_is_told_day_by_day() -> None:
    app = opened("calculer", fiche="permis-a-points", date=DAY)
    field(app, "number_input", "Nombre d'infractions").set_value(1).run()
    field(app, "selectbox", "Infraction 1").set_value("feu_rouge").run()
    field(app, "text_input", "Commise le").set_value("01/03/2024").run()
    field(app, "text_input", "Établie le").set_value("01/04/2024").run()
    page = shown(app).replace("\u00a0", " ").replace("\u202f", " ")
    assert "1er avril 2024, retrait : Feu rouge (art. R. 412-30)" in page
    assert "1er avril 2027, tous les points reviennent" in page
    assert "8 points" in page


def test_erasing_empties_what_was_told() -> None:
    app = opened("calculer", fiche="permis-a-points", date=DAY)
    field(app, "text_input", "Date d'obtention").set_value("01/01/1999").run()
    next(one for one in app.button if one.label == "Effacer mes réponses").click().run()
    assert field(app, "text_input", "Date d'obtention").value == "10/01/2020"


def test_the_picture_of_an_order_joins_each_candidate_to_their_call() -> None:
    reader = render.Reader("en", VOCABULARY)
    page = str(render.order_picture(reader, ["C1", "B2"], ["B2", "C1"], 1))
    image = b64decode(page.split("base64,")[1].split('"')[0]).decode()
    assert image.count("<line") == 2
    assert "Order of call" in page
    assert 'alt="The ranking on the left' in page


def test_labels_are_escaped_in_the_picture_and_in_the_table() -> None:
    reader = render.Reader("fr", VOCABULARY)
    label = "C<script>"
    page = str(render.order_picture(reader, [label], [label], 1))
    image = b64decode(page.split("base64,")[1].split('"')[0]).decode()
    assert "<script>" not in page + image
