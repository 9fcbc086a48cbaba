"""Changes read as a citizen would say them, what weighs on decisions first."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from register.model.change import AFFECTS, CellChange
from register.model.story import Measure, Story
from register.model.wording import NBSP
from register.review import changes
from register.review.words import pieces

CANTEEN = Path(__file__).parents[1] / "fixtures" / "valides" / "tarif-cantine"
PARAMETERS = "parametres.yaml"
RULE = "regles/2024-09-01.yaml"


@pytest.fixture
def sentences(canteen, vocabulaire):
    """Give (what it weighs on, sentence) for each change from the canteen card."""

    def told(after):
        return [(one.touche, one.phrase) for one in changes(canteen, after, vocabulaire)]

    return told


def test_nothing_changed_says_nothing(canteen, vocabulaire):
    assert changes(canteen, canteen, vocabulaire) == ()


def test_a_new_value_reads_from_to_and_from_which_day(changed, canteen, vocabulaire):
    after = changed(
        PARAMETERS,
        "    - depuis: 2024-09-01\n      valeur: 15\n",
        "    - depuis: 2025-09-01\n      valeur: 20\n"
        '      source: {article: "délib. n° 2025-8"}\n'
        "    - depuis: 2024-09-01\n      valeur: 15\n",
    )

    (change,) = changes(canteen, after, vocabulaire)

    assert change.phrase == (
        f"« Réduction à partir du troisième enfant » passe de 15{NBSP}% à 20{NBSP}% "
        "à compter du 1er septembre 2025."
    )
    assert (change.touche, change.a_compter_du) == ("parametre", dt.date(2025, 9, 1))


def test_a_corrected_value_is_not_told_as_a_new_rule(changed, sentences):
    assert sentences(changed(PARAMETERS, "valeur: 15", "valeur: 14.5")) == [
        (
            "parametre",
            "« Réduction à partir du troisième enfant », corrigé : la valeur à compter du "
            f"1er septembre 2024 passe de 15{NBSP}% à 14,5{NBSP}%.",
        )
    ]


def test_an_older_value_completes_the_history_without_changing_today(changed, sentences):
    after = changed(
        PARAMETERS,
        "    - depuis: 2019-09-01\n      jusqu_a",
        "    - depuis: 2015-09-01\n      valeur: 5\n"
        '      source: {article: "délib. n° 2015-2"}\n'
        "    - depuis: 2019-09-01\n      jusqu_a",
    )

    assert sentences(after) == [
        (
            "parametre",
            "« Réduction à partir du troisième enfant » : le registre dit maintenant ce qui "
            f"valait à compter du 1er septembre 2015 : 5{NBSP}%.",
        )
    ]


def test_one_cell_of_a_table_is_named_by_its_row(changed, canteen, vocabulaire):
    (change,) = changes(canteen, changed(PARAMETERS, "[12000, 2.40]", "[12000, 2.60]"), vocabulaire)

    (cell,) = change.cases
    assert (cell.colonne, cell.avant, cell.apres) == (
        "prix",
        f"2,40{NBSP}€ par repas",
        f"2,60{NBSP}€ par repas",
    )
    assert cell.ligne.startswith("ligne 2 (12")
    assert "passe de 2,40" in change.phrase


def test_a_new_row_leaves_the_others_alone(changed, canteen, vocabulaire):
    after = changed(
        PARAMETERS, "        - [12000, 2.40]\n", "        - [9000, 2]\n        - [12000, 2.40]\n"
    )

    (change,) = changes(canteen, after, vocabulaire)

    assert {cell.avant for cell in change.cases} == {None}
    assert change.cases[-1] == CellChange(
        change.cases[0].ligne, "prix", None, f"2{NBSP}€ par repas"
    )


def test_an_end_written_on_a_value_weighs_on_the_parameter(changed, sentences):
    after = changed(PARAMETERS, "valeur: 15\n", "valeur: 15\n      jusqu_a: 2025-08-31\n")

    assert sentences(after) == [
        (
            "parametre",
            "« Réduction à partir du troisième enfant », valeur à compter du 1er septembre 2024, "
            "dernier jour : ajouté (« 31 août 2025 »).",
        )
    ]


def test_a_changed_formula_is_a_change_of_rule_told_word_by_word(changed, canteen, vocabulaire):
    after = changed(
        RULE,
        "enfants_inscrits >= seuil_fratrie, prix *",
        "enfants_inscrits > seuil_fratrie, prix *",
    )

    (change,) = changes(canteen, after, vocabulaire)

    assert change.touche == "regle"
    assert change.cle == "regles.2024-09-01.operations.prix_final.formule"
    assert [piece.texte for piece in change.mots if piece.sort == "retire"] == ["="]


def test_a_sentence_rewritten_is_wording_only(changed, sentences):
    (told,) = sentences(changed(RULE, "On divise votre revenu", "Nous divisons votre revenu"))

    assert told[0] == "redaction"


def test_a_new_rule_is_compared_with_the_one_it_replaces(with_files, canteen, vocabulaire):
    rule = (CANTEEN / RULE).read_text("utf-8").replace("depuis: 2024-09-01", "depuis: 2025-09-01")
    without = rule[: rule.index("  - id: derogation")] + rule[rule.index("resultat:") :]
    after = with_files(**{"regles/2025-09-01.yaml": without.encode()})

    found = changes(canteen, after, vocabulaire)

    assert found[0].phrase.startswith("Une règle s'applique à compter du 1er septembre 2025")
    assert "Règle du 1er septembre 2025 : l'opération « Dérogation » disparaît." in [
        change.phrase for change in found
    ]


def test_a_datum_no_longer_mandatory_weighs_on_data(changed, canteen, vocabulaire):
    after = changed("fiche.yaml", "obligatoire: oui", "obligatoire: non")

    found = changes(canteen, after, vocabulaire)

    assert [(change.touche, "« oui » devient « non »" in change.phrase) for change in found] == [
        ("donnee", True)
    ]


def test_changes_are_sorted_by_what_they_weigh_on(changed, canteen, vocabulaire, with_files):
    after = changed("fiche.yaml", "fr: Tarif de la cantine scolaire", "fr: Prix de la cantine")
    after = after.__class__(
        after.card, (), {}, after.cas, after.lots, after.deploiements, Story("# Nouvelle")
    )

    order = [AFFECTS.index(one.touche) for one in changes(canteen, after, vocabulaire)]

    assert order == sorted(order)
    assert len(set(order)) > 1


def test_a_monograph_its_english_and_its_numbers_change_each_in_a_sentence(canteen, vocabulaire):
    def told(before, after):
        old, new = (replace(canteen, monographie=story) for story in (before, after))
        return [one.phrase for one in changes(old, new, vocabulaire)]

    measured = Measure(texte="Trois enfants", cas="trois-enfants-juste-au-plafond")
    assert told(Story(), Story("# A")) == ["La monographie est ajoutée."]
    assert told(Story("# A"), Story("# B")) == ["La rédaction de la monographie change."]
    assert told(Story("# A"), Story("# A", "# A")) == ["La monographie en anglais est ajoutée."]
    assert told(Story("# A"), Story("# A", mesures=(measured,))) == [
        "Les figures ou les nombres mesurés de la monographie changent."
    ]


def mutants(value, path=()):
    """Yield (path, other value) for every leaf of a dumped model."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from mutants(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from mutants(item, (*path, index))
    elif isinstance(value, str):
        yield path, {"oui": "non", "non": "oui"}.get(value, value + "x")
    elif isinstance(value, dt.date):
        yield path, value + dt.timedelta(days=1)
    elif isinstance(value, int | Decimal):
        yield path, value + 1


def planted(value, path, other):
    if not path:
        return other
    if isinstance(value, dict):
        return {k: planted(v, path[1:], other) if k == path[0] else v for k, v in value.items()}
    return [planted(v, path[1:], other) if i == path[0] else v for i, v in enumerate(value)]


def test_no_value_of_a_card_can_change_in_silence(canteen, vocabulaire):
    raw = canteen.card.model_dump(by_alias=True, exclude_none=True)
    tried = 0
    for path, other in mutants(raw):
        try:
            card = canteen.card.__class__.model_validate(planted(raw, path, other))
        except ValueError:
            continue
        tried += 1
        after = canteen.__class__(card, canteen.regles, canteen.parametres, canteen.cas)

        assert changes(canteen, after, vocabulaire), path
    assert tried > 90


def test_no_value_of_a_rule_can_change_in_silence(canteen, vocabulaire):
    (rule,) = canteen.regles
    raw = rule.model_dump(exclude_none=True)
    tried = 0
    for path, other in mutants(raw):
        try:
            other_rule = rule.__class__.model_validate(planted(raw, path, other))
        except ValueError:
            continue
        tried += 1
        after = canteen.__class__(canteen.card, (other_rule,), canteen.parametres, canteen.cas)

        assert changes(canteen, after, vocabulaire), path
    assert tried > 30


def test_words_are_compared_one_by_one_and_give_both_texts_back():
    before = "Le plafond est de 12 000 euros par an.\n\nIl est revu chaque année."
    after = "Le plafond est de 13 000 euros par an.\n\nIl est revu chaque année."

    found = pieces(before, after)

    assert "".join(p.texte for p in found if p.sort != "ajoute") == before
    assert "".join(p.texte for p in found if p.sort != "retire") == after
    assert [(p.texte, p.sort) for p in found if p.sort != "reste"] == [
        ("12", "retire"),
        ("13", "ajoute"),
    ]
