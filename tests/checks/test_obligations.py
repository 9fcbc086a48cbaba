"""The desk says of each duty what the card tells, quotes it, and never judges alone."""

import datetime as dt

import pytest

from register.checks import deployed, findings, obligations
from register.checks.fields import quoted
from register.model.card import Card, Purpose
from register.model.duties import Deployment
from tests.cards import CATALOGUE

DAY = dt.date(2025, 3, 1)
CARDS = [algorithm.id for algorithm in CATALOGUE.algorithmes]


def asked(algorithm, vocabulary):
    return {answer.exigence: answer for answer in obligations(algorithm, vocabulary, DAY)}


def without(algorithm, key):
    """The algorithm whose card leaves out ``key``, given with its dots."""
    parts = key.split(".")

    def left(value, rest):
        inner = left(getattr(value, rest[0]), rest[1:]) if len(rest) > 1 else None
        return value.model_copy(update={rest[0]: inner})

    return algorithm.with_card(left(algorithm.card, parts))


def present(algorithm, key):
    value = algorithm.card
    for part in key.split("."):
        value = getattr(value, part, None)
    return value is not None and value != ()


@pytest.mark.parametrize("card_id", CARDS)
def test_each_answer_of_each_card_is_justified_by_a_quoted_key_or_its_absence(card_id):
    algorithm = CATALOGUE.get(card_id)
    answers = asked(algorithm, CATALOGUE.vocabulaire)

    assert list(answers) == list(CATALOGUE.vocabulaire.exigences)
    for answer in answers.values():
        assert answer.preuves
        for proof in answer.preuves:
            assert bool(proof.texte) == (proof.etat != "absent"), (card_id, answer.exigence)
        assert answer.cle is None or answer.cle in {proof.cle for proof in answer.preuves} | {
            "type",
            "apprentissage.revision_en_service",
        }


OPTIONAL = [
    "mention.texte",
    "publication.url",
    "publication",
    "mention",
    "explication",
    "explication.modalites",
    "secret",
    "secret.alinea",
    "secret.ce_qui_est_retenu",
    "regime_derogatoire",
    "code_source",
    "code_source.licence",
    "code_source.constate_le",
    "droits",
    "evaluation",
    "evaluation.ai_act",
    "administration.cinquante_etp_ou_plus",
    "decision.volume_annuel",
    "decision.effets_importants",
    "finalite",
    "apprentissage.revision_en_service",
    # No duty reads these: leaving them out must change nothing.
    "territoire",
    "fournisseur",
    "cout",
    "reutilisation",
    "revue",
    "mention.support",
    "publication.depuis",
    "administration.siren",
    "administration.contact",
]


@pytest.mark.parametrize("card_id", CARDS)
def test_a_key_left_out_changes_exactly_the_duties_that_quote_it(card_id):
    algorithm = CATALOGUE.get(card_id)
    before = asked(algorithm, CATALOGUE.vocabulaire)
    for key in OPTIONAL:
        if not present(algorithm, key):
            continue
        after = asked(without(algorithm, key), CATALOGUE.vocabulaire)
        changed = {code for code in before if before[code] != after[code]}
        quoting = {
            code
            for code, answer in before.items()
            if any(_one_in_the_other(key, proof.cle) and proof.texte for proof in answer.preuves)
        }
        assert changed == quoting, key


def _one_in_the_other(left, right):
    return f"{left}.".startswith(f"{right}.") or f"{right}.".startswith(f"{left}.")


def test_every_key_a_duty_reads_is_a_key_of_the_card():
    for code, duty in CATALOGUE.vocabulaire.exigences.items():
        for key in duty.keys:
            top = key.partition(".")[0]
            assert top in {*Card.model_fields, "parametres", "operations"}, code


def faults(algorithm, vocabulary):
    answers = obligations(algorithm, vocabulary, DAY)
    return {(fault.code, fault.article) for answer in answers for fault in answer.constats}


LEARNING = """\
type: apprentissage
apprentissage:
  cible: {inconnu: non cherchée}
  donnees_entrainement: {inconnu: non cherchées}
  variables_exclues: {inconnu: non cherchées}
  performance: {inconnu: non cherchée}
  derive: {inconnu: non cherchée}
  tests_de_biais: {inconnu: non cherchés}
"""
COUNCIL = "Cons. const., 12 juin 2018, n° 2018-765 DC"
KIND = "type: regles                           # regles | apprentissage\n"


def test_an_algorithm_that_revises_its_rules_alone_has_its_own_finding(changed, vocabulaire):
    revises = LEARNING + "  revision_en_service: {reponse: oui, validee_par_le_responsable: non}\n"
    card = changed("fiche.yaml", KIND, revises)

    assert faults(card, vocabulaire) == {("DEVOIR-1", COUNCIL)}
    assert asked(card, vocabulaire)["CC2018-765-revision"].etat == "a_completer"


@pytest.mark.parametrize(
    "told",
    [
        "",
        "  revision_en_service: {reponse: non}\n",
        "  revision_en_service: {reponse: oui, validee_par_le_responsable: oui}\n",
        "  revision_en_service: {inconnu: non cherché}\n",
    ],
)
def test_another_learning_algorithm_as_sole_basis_is_left_to_a_person(changed, vocabulaire, told):
    card = changed("fiche.yaml", KIND, LEARNING + told)

    assert faults(card, vocabulaire) == set()
    assert asked(card, vocabulaire)["CC2018-765-revision"].etat == "a_apprecier"


def test_a_mention_without_the_cada_route_has_its_own_finding(changed, vocabulaire):
    route = "vous avez deux mois pour saisir la CADA"
    card = changed("fiche.yaml", route, "vous pouvez réclamer")

    assert faults(card, vocabulaire) == {("MENTION-1", "CRPA, art. R. 311-3-1-1")}
    assert asked(card, vocabulaire)["R311-3-1-1-cada"].motif == "element_absent"


def test_a_secret_without_its_letter_has_its_own_finding(changed, vocabulaire):
    card = changed("fiche.yaml", "secret: {invoque: non}", "secret: {invoque: oui}")

    assert faults(card, vocabulaire) == {("DEVOIR-2", "CRPA, art. L. 311-5, 2°")}
    assert asked(card, vocabulaire)["L312-1-3-publication"].etat == "present"


def test_a_secret_with_its_letter_withholds_what_the_law_lets_it_withhold(changed, vocabulaire):
    told = "secret: {invoque: oui, alinea: recherche_infractions, ce_qui_est_retenu: Les seuils.}"
    answers = asked(changed("fiche.yaml", "secret: {invoque: non}", told), vocabulaire)

    withheld = {code for code, answer in answers.items() if answer.etat == "retenu"}
    assert withheld == {
        "R311-3-1-2-explication",
        "R311-3-1-2-3-parametres",
        "R311-3-1-2-4-operations",
        "L312-1-3-publication",
        "L300-2-code-source",
        "L311-5-secrets",
    }
    assert any(proof.texte == "Les seuils." for proof in answers["L311-5-secrets"].preuves)


def test_a_letter_that_was_searched_and_not_found_is_no_fault(changed, vocabulaire):
    told = "secret: {invoque: oui, alinea: {inconnu: presse de 2016}, ce_qui_est_retenu: Le code.}"
    card = changed("fiche.yaml", "secret: {invoque: non}", told)

    assert faults(card, vocabulaire) == set()
    answer = asked(card, vocabulaire)["L311-5-secrets"]
    assert (answer.etat, answer.motif, answer.cle) == (
        "a_completer",
        "cle_inconnue",
        "secret.alinea",
    )
    assert asked(card, vocabulaire)["L312-1-3-publication"].etat == "present"


def test_what_decides_on_nobody_owes_nothing_about_individual_decisions(changed, vocabulaire):
    card = changed("fiche.yaml", "degre: entierement_automatisee", "degre: sans_decision")
    answers = asked(card, vocabulaire)

    spared = {code for code, one in answers.items() if one.condition == "decision_individuelle"}
    articles = {vocabulaire.exigences[code].article.split(",")[1].strip() for code in spared}
    assert articles == {
        "art. L. 311-3-1",
        "art. R. 311-3-1-1",
        "art. R. 311-3-1-2",
        "art. L. 312-1-3",
    }
    assert {answers[code].etat for code in spared} == {"sans_objet"}
    assert answers["L300-2-code-source"].etat != "sans_objet"


def test_sensitive_data_in_a_fully_automated_decision_has_its_own_finding(changed, vocabulaire):
    card = changed("fiche.yaml", "sensible: non", "sensible: oui")

    assert faults(card, vocabulaire) == {
        ("DEVOIR-3", "Loi n° 78-17 du 6 janvier 1978, art. 47, 2°")
    }
    assert "Revenu fiscal" in asked(card, vocabulaire)["LIL47-sensibles"].constats[0].message


def test_sensitive_data_behind_a_person_is_no_finding(changed, vocabulaire):
    text = "degre: entierement_automatisee"
    aid = changed("fiche.yaml", text, "degre: aide_a_la_decision")
    data = tuple(one.model_copy(update={"sensible": "oui"}) for one in aid.card.donnees)
    card = aid.with_card(aid.card.model_copy(update={"donnees": data}))

    assert faults(card, vocabulaire) == set()
    assert asked(card, vocabulaire)["LIL47-sensibles"].etat == "sans_objet"


def test_a_body_below_fifty_full_time_equivalents_has_its_own_finding(changed, vocabulaire):
    card = changed("fiche.yaml", "cinquante_etp_ou_plus: oui", "cinquante_etp_ou_plus: non")
    answers = asked(card, vocabulaire)

    assert faults(card, vocabulaire) == {("DEVOIR-4", "CRPA, art. D. 312-1-4")}
    assert answers["L312-1-3-publication"].etat == "sans_objet"
    assert answers["L311-3-1-mention"].etat == "present"


def test_what_the_desk_finds_blocks_no_publication(changed, vocabulaire):
    card = changed("fiche.yaml", "secret: {invoque: non}", "secret: {invoque: oui}")

    assert {fault.severity for fault in findings(card, vocabulaire, DAY)} == {"attention"}


def test_a_special_regime_leaves_the_duties_it_replaces_to_a_person(changed, vocabulaire):
    regime = "regime_derogatoire: {fondement: {article: X}, effet: Réputées satisfaites.}\n"
    answers = asked(changed("fiche.yaml", KIND, KIND + regime), vocabulaire)

    assert {answers[code].motif for code in ("L311-3-1-mention", "L312-1-3-publication")} == {
        "regime"
    }
    assert answers["R311-3-1-2-2-donnees"].etat == "present"


def test_an_unknown_workforce_is_left_to_a_person_where_nothing_is_published(changed, vocabulaire):
    unknown = changed("fiche.yaml", "cinquante_etp_ou_plus: oui", "")
    assert asked(unknown, vocabulaire)["L312-1-3-publication"].etat == "present"

    silent = without(unknown, "publication")
    answer = asked(silent, vocabulaire)["L312-1-3-publication"]
    assert (answer.etat, answer.condition) == ("a_completer", "cinquante_etp")


def test_a_deployment_is_audited_on_what_it_says_itself(canteen, vocabulaire):
    used = Deployment(siren="000000001", nom="Commune voisine", cinquante_etp_ou_plus="non")
    answers = asked(deployed(canteen, used), vocabulaire)

    assert asked(canteen, vocabulaire)["L311-3-1-mention"].etat == "present"
    assert answers["L311-3-1-mention"].etat == "a_completer"
    assert answers["L312-1-3-publication"].etat == "sans_objet"


def test_what_a_card_says_twice_is_quoted_once_in_french() -> None:
    purpose = Purpose(texte="Fixer un prix.", en="To set a price.", source=("delib",))

    assert quoted(purpose) == "texte : Fixer un prix. ; source : delib"
