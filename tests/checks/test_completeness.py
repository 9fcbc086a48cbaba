"""What a card leaves to complete is told, with its article, and blocks nothing."""

import shutil
from pathlib import Path

import pytest

from register.checks.completeness import EXPECTED, completeness
from register.loading import folder, place, vocabulaire

ROOT = Path(__file__).parents[2]
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
VOCABULARY, _ = vocabulaire(ROOT / "algorithms")


@pytest.fixture
def card(tmp_path):
    """A copy of the canteen card, to be changed."""
    path = tmp_path / "algorithms" / "tarif-cantine"
    shutil.copytree(CANTEEN, path)
    return path


def told(card, code):
    algorithm, findings = folder(card, VOCABULARY)
    assert findings == []
    placed = place(card, "fiche.yaml", completeness(algorithm, VOCABULARY))
    return {finding.path: finding for finding in placed if finding.code == code}


def change(card, before, after, name="fiche.yaml"):
    text = (card / name).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (card / name).write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "key", "article"),
    [
        ("secret: {invoque: non}\n", "secret", "CRPA, art. L. 311-5, 2°"),
        (
            'publication: {regles_en_ligne: oui, url: "https://valbrune.example/tarifs", '
            "depuis: 2024-07-01}\n",
            "publication",
            "CRPA, art. L. 312-1-3",
        ),
        (
            "  cinquante_etp_ou_plus: oui\n",
            "administration.cinquante_etp_ou_plus",
            "CRPA, art. D. 312-1-4",
        ),
        (
            "  moment: Chaque année en août, puis à chaque changement de situation déclaré.\n",
            "contribution.moment",
            "CRPA, art. R. 311-3-1-2, 1°",
        ),
        ("revue: {derniere: 2024-09-15, prochaine: 2025-09-15}\n", "revue", None),
    ],
)
def test_a_key_left_out_is_to_complete_under_its_article(before, key, article, card):
    assert key not in told(card, "MANQUE-1")
    change(card, before, "")

    finding = told(card, "MANQUE-1")[key]

    assert (finding.severity, finding.article) == ("attention", article)


def test_what_is_written_unknown_is_not_left_out(card):
    change(card, "revue: {derniere", 'cout: {inconnu: "cherché au budget"}\nrevue: {derniere')

    assert "cout" not in told(card, "MANQUE-1")


def test_a_datum_says_how_it_is_collected_and_whether_it_is_personal(card):
    change(card, "    collecte: declaration\n    personnelle: oui\n", "")

    missing = told(card, "MANQUE-1")

    assert missing["donnees.enfants_inscrits.collecte"].article == "CRPA, art. R. 311-3-1-2, 2°"
    assert "donnees.enfants_inscrits.personnelle" in missing
    assert "donnees.rfr.collecte" not in missing


def test_a_card_without_rules_or_parameters_is_to_complete(card):
    shutil.rmtree(card / "regles")
    (card / "parametres.yaml").unlink()

    missing = told(card, "MANQUE-1")

    assert missing["parametres"].article == "CRPA, art. R. 311-3-1-2, 3°"
    assert missing["operations"].article == "CRPA, art. R. 311-3-1-2, 4°"


def test_a_block_without_a_source_is_told_where_it_stands(card):
    assert "mention" not in told(card, "SOURCE-1")
    change(
        card, "  constatee_le: 2024-10-02\n  source: [service]\n", "  constatee_le: 2024-10-02\n"
    )

    assert told(card, "SOURCE-1")["mention"].line == 75


def test_a_block_that_is_unknown_needs_no_source(card):
    change(card, "secret: {invoque: non}", "secret: {invoque: {inconnu: aucune demande connue}}")

    assert "secret" not in told(card, "SOURCE-1")


def test_a_text_of_law_is_its_own_source(card):
    assert not any(path.startswith("fondements") for path in told(card, "SOURCE-1"))


def test_a_source_that_nothing_cites_is_told(card):
    change(card, "date_de_reference:", "  - {id: oubli, titre: Rapport oublié}\ndate_de_reference:")

    assert set(told(card, "SOURCE-2")) == {"sources.oubli"}


def test_a_source_that_only_a_parameter_cites_is_cited(card):
    change(card, "date_de_reference:", "  - {id: taux, titre: Arrêté}\ndate_de_reference:")
    change(
        card,
        'source: {article: "délib. n° 2019-31, art. 3"}\n    - depuis',
        "source: [taux]\n    - depuis",
        "parametres.yaml",
    )

    assert told(card, "SOURCE-2") == {}


def test_every_expected_key_is_a_key_of_the_card():
    algorithm, _ = folder(CANTEEN, VOCABULARY)
    for key in EXPECTED:
        *blocks, last = key.split(".")
        block = algorithm.card
        for name in blocks:
            block = getattr(block, name)

        assert last in type(block).model_fields
