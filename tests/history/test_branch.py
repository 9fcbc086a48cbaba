"""What a branch proposes is read from git and from the disk, committed or not."""

from register.history import Repository
from register.model.branch import Branch
from register.model.revision import Untold

CARD = "tarif-cantine"


def proposed(depot, base: str = "main") -> Branch:
    found = Repository(depot.cards).branch(base)
    assert isinstance(found, Branch), found
    return found


def test_a_branch_that_changes_nothing_proposes_nothing(depot):
    depot.git("checkout", "-qb", "proposition")

    assert proposed(depot).fichiers == ()


def test_committed_uncommitted_and_new_files_are_all_proposed(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00")
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    (depot.card / "monographie.md").write_text("# Récit\n", "utf-8")

    assert proposed(depot).fichiers == (
        f"{CARD}/fiche.yaml",
        f"{CARD}/monographie.md",
        f"{CARD}/parametres.yaml",
    )


def test_what_the_published_branch_did_since_is_not_proposed(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00")
    depot.git("checkout", "-q", "main")
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.commit("Renomme", le="2024-02-02T12:00:00+01:00")
    depot.git("checkout", "-q", "proposition")

    assert proposed(depot).fichiers == (f"{CARD}/parametres.yaml",)


def test_the_card_is_known_as_it_stood_before_the_branch(depot, canteen, vocabulaire):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    repository = Repository(depot.cards)
    branch = repository.branch("main")

    then = repository.algorithm(branch.avant[CARD], vocabulaire)

    assert then.parametres == canteen.parametres


def test_a_new_card_was_nothing_before(depot):
    depot.git("checkout", "-qb", "proposition")
    new = depot.cards / "autre"
    new.mkdir()
    (new / "fiche.yaml").write_text("schema: 1\n", "utf-8")

    assert (proposed(depot).fiches, dict(proposed(depot).avant)) == (("autre",), {})


def test_the_messages_of_the_branch_are_read_in_order_and_merges_left_out(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00")
    depot.git("checkout", "-q", "main")
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.commit("Renomme", le="2024-02-02T12:00:00+01:00")
    depot.git("checkout", "-q", "proposition")
    depot.git("merge", "-q", "--no-ff", "-m", "Suit main", "main")
    depot.rewrite("parametres.yaml", "valeur: 20", "valeur: 25")
    depot.git("commit", "-qam", "Propose 25 %", le="2024-02-03T12:00:00+01:00")

    commits = proposed(depot).commits

    assert [(one.objet, one.nature) for one in commits] == [
        ("Propose 20 %", "correction"),
        ("Propose 25 %", None),
    ]
    assert [fault.code for fault in commits[1].defauts] == ["REVISION-1", "REVISION-1"]


def test_a_base_that_does_not_exist_is_said_so(depot):
    found = Repository(depot.cards).branch("--output=x")

    assert found == Untold("revision_inconnue", detail="--output=x")


def test_a_folder_without_git_is_said_so(tmp_path):
    assert Repository(tmp_path).branch("main") == Untold("hors_git")
