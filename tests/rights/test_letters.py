"""Each letter holds what its articles require, and invents nothing."""

import datetime as dt
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.model.algorithm import Catalogue
from register.model.letter import Letter, LetterKind
from register.rights.choice import CHOICES, Wish, choice_of, choose
from register.rights.letters import OBJECTS, WRITERS, Subject, write
from register.rights.request import Asker, Request, SeriesRequest

TODAY = dt.date(2026, 11, 21)
CARD = "https://registre.example/fiches/cheque-energie"
KINDS = get_args(LetterKind)

CAMILLE = Asker(
    nom="Camille Durand",
    adresse=("3 rue des Lilas", "75020 Paris"),
    courriel="camille@courriel.example",
)
COOPERATIVE = Asker(
    genre="entreprise",
    nom="Les Lilas",
    forme="société coopérative",
    immatriculation="123456789",
    adresse=("1 place du Marché", "69001 Lyon"),
    courriel="contact@lilas.example",
    representant="Dominique Petit",
)
FULL = Request(
    asker=CAMILLE,
    decision="Refus de chèque énergie",
    decision_le=dt.date(2026, 10, 1),
    reference="CE-2026-17",
    administration="Agence de services et de paiement",
    adresse=("8 place Maison-de-l'Administration", "87000 Limoges"),
    demande="l'explication du montant",
    demande_le=dt.date(2026, 10, 5),
    recue_le=dt.date(2026, 10, 7),
    refus_le=dt.date(2026, 11, 2),
    precision="Le calcul a compté deux personnes au lieu de trois",
)


@pytest.fixture(scope="session")
def energy(catalogue: Catalogue) -> Subject:
    found = catalogue.get("cheque-energie")
    assert found is not None
    return Subject(found, catalogue.vocabulaire, CARD)


def about(kind: LetterKind, request: Request = FULL) -> Letter:
    return write(kind, request, TODAY)


def test_every_kind_has_a_writer_a_subject_and_a_choice() -> None:
    assert set(WRITERS) == set(OBJECTS) == set(KINDS)
    assert {choice_of(kind).genre for kind in KINDS} == set(KINDS)


def test_the_explanation_asks_the_four_items_one_by_one() -> None:
    text = about("explication").text
    assert "L. 311-3-1 et R. 311-3-1-2" in text
    assert "sous une forme intelligible" in text
    for rank, item in enumerate(
        (
            "le degré et le mode de contribution du traitement algorithmique",
            "les données traitées et leurs sources",
            "les paramètres de traitement et, le cas échéant, leur pondération, appliqués à ma",
            "les opérations effectuées par le traitement",
        ),
        start=1,
    ):
        assert f"{rank}. {item}" in text


def test_the_explanation_names_the_decision_its_date_and_the_format_wanted() -> None:
    letter = about("explication")
    assert "Refus de chèque énergie, du 1er octobre 2026 (référence : CE-2026-17)" in letter.text
    assert "par courrier électronique et sans frais" in letter.text
    assert "art. L. 311-9, 3°" in letter.text
    assert letter.pieces == ("copie de la décision",)
    assert letter.destinataire[0] == "Agence de services et de paiement"


def test_the_explanation_says_what_the_register_already_answers(energy: Subject) -> None:
    text = write("explication", FULL, TODAY, energy).text
    assert CARD in text
    assert "n'est pas un site de l'État" in text
    assert "Revenu fiscal de référence du foyer fiscal" in text
    assert "Plafond du revenu par unité de consommation" in text
    assert "Droit au chèque" in text


def test_publication_is_a_separate_head_of_claim() -> None:
    text = about("explication", Request(publication_aussi=True)).text
    assert "Par une demande distincte" in text
    assert "art. L. 312-1-3" in text
    assert "L. 312-1-3" not in about("explication").text


def test_publication_cites_its_article_its_threshold_and_secrets() -> None:
    text = about("publication").text
    for article in ("L. 312-1-3", "D. 312-1-4", "2° de l'article L. 311-5", "L. 342-1"):
        assert article in text


@pytest.mark.parametrize("kind", ["explication", "documents", "code_source"])
def test_requests_recall_the_month_the_refusal_and_the_cada(kind: LetterKind) -> None:
    text = about(kind).text
    assert "délai d'un mois à compter de la réception" in text
    for article in ("R.* 311-12 et R. 311-13", "L. 342-1", "L. 311-14", "L. 112-3", "L. 114-2"):
        assert article in text


def test_documents_ask_for_an_open_standard_and_for_partial_communication() -> None:
    text = about("documents").text
    assert "Le calcul a compté deux personnes au lieu de trois" in text
    for article in ("L. 300-2 et L. 311-1", "art. L. 311-7", "art. L. 300-4"):
        assert article in text


def test_source_code_is_asked_in_the_version_of_the_decision() -> None:
    assert "dans la version utilisée pour la décision du 1er octobre 2026" in (
        about("code_source").text
    )


def test_reasons_are_asked_in_law_and_in_fact() -> None:
    text = about("motifs").text
    assert "article L. 211-2" in text
    assert "considérations de droit et de fait" in text
    assert "art. L. 211-5" in text


def test_reasons_of_a_silence_name_the_request_and_its_receipt() -> None:
    letter = about("motifs_du_silence")
    assert "Le 7 octobre 2026, vous avez reçu ma demande : l'explication du montant" in letter.text
    assert "article L. 232-4" in letter.text
    assert "dans le mois" in letter.text


def test_personal_data_ask_the_eight_points_and_a_copy() -> None:
    text = about("donnees_personnelles").text
    assert "article 15 du règlement (UE) 2016/679" in text
    assert "une copie de ces données (art. 15, 3)" in text
    assert "8. l'existence d'une prise de décision automatisée" in text
    assert "L'article 12, 3" in text


def test_a_human_review_asks_for_someone_who_may_set_the_result_aside() -> None:
    text = about("intervention_humaine").text
    assert "article 22" in text
    assert "qui ait le pouvoir d'écarter le résultat" in text
    assert "art. 47" not in text  # read again nowhere: not relied on


@pytest.mark.parametrize("kind", ["recours_gracieux", "recours_hierarchique"])
def test_an_appeal_names_the_decision_its_grounds_and_its_effect(kind: LetterKind) -> None:
    text = about(kind).text
    assert "CE-2026-17" in text
    assert "Le calcul a compté deux personnes" in text
    for article in ("L. 410-1", "L. 411-2", "L. 411-7", "L. 112-3 et L. 411-3"):
        assert article in text


def test_the_cada_gets_what_article_r_343_1_requires() -> None:
    letter = about("cada")
    assert letter.expediteur[0] == "Camille Durand"
    assert "3 rue des Lilas" in letter.expediteur
    assert "Objet de ma demande : l'explication du montant" in letter.text
    assert "Dispositions sur lesquelles je me fonde" in letter.text
    assert "refusé par écrit, le 2 novembre 2026" in letter.text
    assert letter.pieces[0] == "copie de la décision de refus ou de la demande restée sans réponse"


def test_a_legal_person_gives_the_cada_its_form_name_seat_and_representative() -> None:
    letter = about("cada", Request(asker=COOPERATIVE))
    head = "\n".join(letter.expediteur)
    assert "Les Lilas (société coopérative)" in head
    assert "SIREN : 123456789" in head
    assert "Siège social :\n1 place du Marché" in head
    assert "représentée par Dominique Petit" in head
    assert letter.signature == "Dominique Petit"


def test_the_cada_is_told_of_a_silence_only_when_the_person_says_so() -> None:
    assert "n'a pas répondu dans le mois" in about("cada", Request(sans_reponse=True)).text
    assert "n'a pas répondu" not in about("cada", Request()).text


def test_a_series_lists_each_administration_address_day_and_refusal() -> None:
    lines = tuple(
        SeriesRequest(f"Commune {rank}", f"mairie{rank}@commune.example", dt.date(2026, 9, rank))
        for rank in range(1, 7)
    )
    letter = about("cada_serie", Request(asker=CAMILLE, demande="le tarif", serie=lines))
    for rank in range(1, 7):
        assert f"{rank}. Commune {rank}, mairie{rank}@commune.example, saisie le" in letter.text
    assert "R. 343-3-1" in letter.text
    assert "J'ai informé chacune de ces administrations" in letter.text
    assert "au moins un refus" in letter.pieces[0]


def test_a_series_is_never_shown_with_fewer_than_five_requests() -> None:
    assert "\n5. [à compléter : nom" in about("cada_serie", Request()).text


def test_each_administration_of_a_series_is_told() -> None:
    text = about("information_serie").text
    assert "je vous informe que je saisis la Commission" in text
    assert "L. 342-1" in text


def test_the_defender_is_told_of_the_first_step() -> None:
    text = about("defenseur_des_droits").text
    assert "Ce que j'ai déjà demandé" in text
    assert "art. 71-1" in text


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_said_is_a_blank(kind: LetterKind) -> None:
    letter = about(kind, Request())
    assert letter.blancs
    assert letter.signature == "[à compléter : vos prénoms et nom]"
    dates = re.findall(r"\b\d{1,2}(?:er)? [a-zéû]+ \d{4}\b", letter.text)
    assert dates == ["21 novembre 2026"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_article_of_a_letter_stands_in_it(kind: LetterKind) -> None:
    letter = about(kind)
    for article in letter.articles:
        number = article.split(", ")[1].removeprefix("art. ")
        assert re.search(rf"(art\.|articles?|et) (.* et )?{re.escape(number)}\b", letter.text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_subject_names_nobody(kind: LetterKind) -> None:
    subject = about(kind).objet
    assert "Durand" not in subject
    assert "CE-2026-17" not in subject


@pytest.mark.parametrize("wish", get_args(Wish))
def test_every_wish_leads_to_a_request_with_its_article(wish: Wish) -> None:
    assert all("art." in choice.article for choice in choose(wish))
    assert wish in CHOICES


def test_a_third_party_is_not_offered_the_individual_explanation() -> None:
    assert "explication" not in {choice.genre for choice in choose("comprendre", concerned=False)}


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)


@given(st.sampled_from(KINDS), WORDS, WORDS)
def test_any_words_make_a_letter(kind: LetterKind, name: str, words: str) -> None:
    letter = about(kind, Request(asker=Asker(nom=name), precision=words, demande=words))
    assert letter.text.endswith("\n")
    if name.strip():
        assert name.strip() in letter.text
