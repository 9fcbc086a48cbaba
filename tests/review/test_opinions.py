"""An opinion stands on the version it read; when the card changes, it says so."""

import datetime as dt

import pytest

from register import checks, loading
from register.review.opinions import pinned, since, standings
from tests.cards import CATALOGUE


def filed(blobs, head="nature: relecture", body="La règle est lisible."):
    lines = "".join(f"  {name}: {blob}\n" for name, blob in blobs.items())
    text = f"---\n{head}\nlu:\n{lines}auteur: Comité\ndate: 2025-03-01\n---\n{body}\n"
    return text.encode()


@pytest.fixture
def judged(canteen, with_files):
    """The canteen card with an opinion that read it as it stands."""
    return with_files(
        **{"avis/2025-02-10-comite.md": None, "avis/2025-03-01-a.md": filed(pinned(canteen))}
    )


def test_an_opinion_on_the_card_of_today_is_current(judged):
    (standing,) = standings(judged)

    assert not standing.perime
    assert standing.depose.texte == "La règle est lisible.\n"
    assert standing.depose.avis.date == dt.date(2025, 3, 1)


def test_an_opinion_on_another_version_is_stale_and_names_the_files(changed):
    (standing,) = standings(
        changed("fiche.yaml", "code_source: {publie: non", "code_source: {publie: oui")
    )

    assert standing.perime
    assert standing.modifies == ("fiche.yaml", "regles/2024-09-01.yaml", "parametres.yaml")


def test_a_new_rule_makes_an_opinion_stale(judged, canteen, with_files):
    blobs = {name: blob for name, blob in pinned(canteen).items() if "regles" not in name}
    card = with_files(**{"avis/2025-02-10-comite.md": None, "avis/2025-03-01-a.md": filed(blobs)})

    assert standings(card)[0].ajoutes == ("regles/2024-09-01.yaml",)


def test_another_opinion_or_another_case_leaves_it_current(canteen, with_files):
    head = "nature: reponse_administration\nrepond_a: 2025-03-01-a"
    card = with_files(
        **{
            "avis/2025-02-10-comite.md": None,
            "avis/2025-03-01-a.md": filed(pinned(canteen)),
            "avis/2025-04-01-reponse.md": filed(pinned(canteen), head, "Nous publierons."),
            "cas/trois-enfants-juste-au-plafond.yaml": None,
        }
    )
    (standing,) = standings(card)

    assert not standing.perime
    assert [answer.texte for answer in standing.reponses] == ["Nous publierons.\n"]


def test_what_changed_since_an_opinion_is_told_in_sentences(judged, changed, vocabulaire):
    after = changed("fiche.yaml", 'tarifs", depuis: 2024-07-01', 'tarifs", depuis: 2024-08-01')
    (found,) = since(judged.avis[0].avis, judged, after, vocabulaire)

    assert found.phrase.startswith("Publication en ligne")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("nature: relecture\nsens: [{sens: favorable}]", "n'appartiennent qu'à la CADA"),
        ("nature: cada", "a un numéro et un sens"),
        ("nature: reponse_administration", "vont ensemble"),
        ("nature: critique", "n'est pas dans la liste des codes"),
        ('nature: cada\nnumero: "1"\nsens: [{sens: mitige}]', "n'est pas dans la liste"),
    ],
)
def test_a_malformed_opinion_says_what_is_wrong_at_its_line(canteen, vocabulaire, head, said):
    files = {"avis/a.md": filed(pinned(canteen), head), "fiche.yaml": b""}
    _, findings = loading.held("tarif-cantine", files, vocabulaire)
    (finding,) = [one for one in findings if "avis/a.md" in one.file]

    assert said in finding.message
    assert finding.severity == "bloquant"


def test_an_opinion_without_a_head_says_where_to_look(vocabulaire):
    files = {"avis/a.md": b"La regle est lisible.\n"}
    _, findings = loading.held("tarif-cantine", files, vocabulaire)

    assert any("l'en-tête entre deux lignes --- manque" in one.message for one in findings)


def test_an_opinion_naming_what_is_not_there_is_told(canteen, with_files, vocabulaire):
    head = 'nature: reponse_administration\nrepond_a: rien\ndeploiement: "000000001"'
    head += "\npoints: [{exigence: L999, constat: present}]"
    card = with_files(**{"avis/b.md": filed(pinned(canteen), head)})

    codes = [fault.code for _, fault in checks.opinions(card, vocabulaire)]
    assert codes == ["AVIS-1", "AVIS-2", "AVIS-3"]


def test_the_recorded_opinions_of_the_cada_say_what_was_read_and_where_they_are():
    recorded = [
        (algorithm.id, one.avis)
        for algorithm in CATALOGUE.algorithmes
        for one in algorithm.avis
        if one.avis.nature == "cada"
    ]

    assert len({opinion.numero for _, opinion in recorded}) >= 6
    for _, opinion in recorded:
        assert opinion.url == f"https://www.data.gouv.fr/explore/cada/{opinion.numero}"
        assert opinion.lu_dans
        assert opinion.lu_le


def test_an_edited_opinion_shows_in_the_history(canteen, with_files, vocabulaire):
    from register.review import changes

    edited = filed(pinned(canteen), body="Autre chose.")
    card = with_files(**{"avis/2025-02-10-comite.md": edited})

    assert any("ne se modifie pas" in one.phrase for one in changes(canteen, card, vocabulaire))
