"""The card as the register showed it on a day, or the reason why nobody can tell."""

import datetime as dt
import subprocess

import pytest

from register.history import Repository
from register.loading import folder
from register.model.revision import Unpublished, Untold

CARD = "tarif-cantine"
TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def two_versions(depot):
    """15 % from January 2024, 20 % from 1 March at half past midnight."""
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève à 20 %", le="2024-03-01T00:30:00+01:00")
    return depot


def discount(algorithm):
    return algorithm.parametres["reduction_fratrie"].valeurs[-1].valeur


@pytest.mark.parametrize(("day", "percent"), [("2024-02-29", 15), ("2024-03-01", 20)])
def test_a_day_gives_what_the_register_said_that_day(two_versions, vocabulaire, day, percent):
    repository = Repository(two_versions.cards)
    snapshot = repository.timeline().on(CARD, dt.date.fromisoformat(day), TODAY)

    assert discount(repository.algorithm(snapshot, vocabulaire)) == percent


def test_the_last_version_is_the_folder_as_it_stands(depot, vocabulaire):
    repository = Repository(depot.cards)
    snapshot = repository.timeline().latest(CARD)

    published = repository.algorithm(snapshot, vocabulaire)

    assert published == folder(depot.card, vocabulaire)[0]


def test_a_commit_is_the_permanent_address_of_a_version(two_versions):
    timeline = two_versions.timeline()
    first = two_versions.git("rev-parse", "HEAD~1")

    assert timeline.at(CARD, first[:8]) == timeline.versions(CARD)[1]
    assert timeline.at(CARD, "abcdef12") == Untold("revision_inconnue")
    assert timeline.at(CARD, "") == Untold("revision_inconnue")


def test_the_future_has_not_been_published(depot):
    assert depot.timeline().on(CARD, TODAY + dt.timedelta(1), TODAY) == Untold("futur", TODAY)


def test_before_the_card_the_first_day_is_named(depot):
    answer = depot.timeline().on(CARD, dt.date(2024, 1, 9), TODAY)

    assert answer == Untold("avant_la_fiche", dt.date(2024, 1, 10))


def test_a_day_under_a_wrong_clock_says_what_is_undecided(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    wrong = depot.commit("Relève", le="1970-01-02T00:00:00+00:00")
    depot.rewrite("parametres.yaml", "valeur: 20", "valeur: 25")
    last = depot.commit("Relève encore", le="2024-03-01T12:00:00+01:00")
    timeline = depot.timeline()

    between = timeline.on(CARD, dt.date(2024, 2, 1), TODAY)
    after = timeline.on(CARD, dt.date(2024, 3, 1), TODAY)

    assert (between.publication, between.indecises) == (
        timeline.versions(CARD)[2].publication,
        (wrong,),
    )
    assert (after.publication, after.indecises) == (last, ())


def test_a_card_taken_away_is_told_with_its_day(depot):
    (depot.cards / "LISEZMOI.md").write_text("Les fiches", "utf-8")
    depot.git("add", "-A")
    depot.git("rm", "-rq", "algorithms/tarif-cantine")
    depot.git("commit", "-qm", "Retire", le="2024-05-01T12:00:00+02:00")

    assert depot.timeline().on(CARD, TODAY, TODAY) == Untold("retiree", dt.date(2024, 5, 1))


def test_a_version_that_cannot_be_read_is_not_replaced_by_another(depot, vocabulaire):
    depot.rewrite("fiche.yaml", "schema: 1", "schema: 99")
    broken = depot.commit("Casse", le="2024-02-01T12:00:00+01:00")
    repository = Repository(depot.cards)

    answer = repository.algorithm(repository.timeline().latest(CARD), vocabulaire)

    assert answer == Untold("illisible", detail=broken)


def test_a_file_edited_by_hand_is_not_the_published_one(depot, vocabulaire):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 99")
    (depot.card / "monographie.md").write_text("# Plus long\n", "utf-8")
    (depot.card / "regles" / "2024-09-01.yaml").unlink()
    timeline = depot.timeline()

    on_disk = dict(folder(depot.card, vocabulaire)[0].fichiers)

    assert timeline.unpublished(CARD, on_disk) == Unpublished(
        modifies=("parametres.yaml",),
        ajoutes=("monographie.md",),
        retires=("regles/2024-09-01.yaml",),
    )
    assert len(timeline.revisions(CARD)) == 1


def test_nothing_differs_once_committed(depot, vocabulaire):
    on_disk = dict(folder(depot.card, vocabulaire)[0].fichiers)

    assert not depot.timeline().unpublished(CARD, on_disk)


def test_a_shallow_clone_says_from_which_day_it_can_tell(two_versions, tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", two_versions.path.as_uri(), clone], check=True
    )
    timeline = two_versions.timeline(clone / "algorithms")

    assert timeline.revisions(CARD) == ()
    assert timeline.tronquee_au == dt.date(2024, 3, 1)
    assert timeline.on(CARD, dt.date(2024, 2, 1), TODAY) == Untold(
        "avant_le_clone", dt.date(2024, 3, 1)
    )
    assert timeline.on(CARD, dt.date(2024, 3, 1), TODAY).publiee is None


def test_a_shallow_clone_with_a_merge_blames_no_commit_it_cannot_read(depot, tmp_path):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00", par="Ben")
    depot.git("checkout", "-q", "main")
    (depot.path / "README.md").write_text("Bonjour", "utf-8")
    depot.commit("Accueil", le="2024-02-03T12:00:00+01:00")
    depot.git("merge", "-q", "--no-ff", "-m", "Accepte", "proposition")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "2", depot.path.as_uri(), clone], check=True)

    revisions = depot.timeline(clone / "algorithms").revisions(CARD)

    assert [one.objet for one in revisions] == ["Accepte"]


def test_a_folder_outside_git_says_so(tmp_path):
    assert Repository(tmp_path).timeline() == Untold("hors_git")


def test_a_repository_without_commits_says_so(tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    assert Repository(tmp_path).timeline() == Untold("aucun_commit")


def test_a_card_never_committed_says_so(depot):
    assert depot.timeline().on("autre-fiche", TODAY, TODAY) == Untold("jamais_publiee")
    assert depot.timeline().latest("autre-fiche") == Untold("jamais_publiee")


def test_the_register_may_stand_deep_in_a_repository(depot, vocabulaire):
    depot.git("mv", "algorithms", "cartes")
    (depot.path / "projet").mkdir()
    depot.git("mv", "cartes", "projet/cartes")
    depot.commit("Déménage", le="2024-02-01T12:00:00+01:00")
    repository = Repository(depot.path / "projet" / "cartes")

    moved = repository.timeline().revisions(CARD)[0]

    assert {change.evenement for change in moved.fichiers} == {"ajoute"}
    latest = repository.timeline().latest(CARD)
    assert repository.algorithm(latest, vocabulaire) is not None
