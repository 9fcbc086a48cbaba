"""What git remembers is told as it is: who, when, why, and what the message leaves unsaid."""

import datetime as dt

from register.history import Repository
from register.model.revision import FileChange, paris_day

CARD = "tarif-cantine"


def test_a_revision_says_who_wrote_it_when_why_and_from_which_day(depot):
    (filed,) = depot.timeline().revisions(CARD)

    assert (filed.objet, filed.corps, filed.auteur) == ("Dépose la cantine", "Pourquoi.", "Ana")
    assert (filed.nature, filed.date_effet) == ("depot", dt.date(2019, 9, 1))
    assert paris_day(filed.publiee.le) == dt.date(2024, 1, 10)
    assert (filed.publiee.certaine, filed.defauts, filed.relue) == (True, (), False)
    assert FileChange("regles/2024-09-01.yaml", "ajoute") in filed.fichiers


def test_a_message_without_trailers_is_told_not_guessed(depot):
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.git("commit", "-qam", "Corrige : nature à deviner", le="2024-02-01T12:00:00+01:00")

    changed = depot.timeline().revisions(CARD)[0]

    assert (changed.nature, changed.date_effet) == (None, None)
    assert [fault.message for fault in changed.defauts] == [
        "elle ne dit pas sa nature",
        "elle ne dit pas quelle fiche elle change",
    ]


def test_wrong_trailers_are_quoted(depot):
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.commit(
        "Change",
        "Fiche: autre-fiche",
        "Nature: bricolage",
        "Date-effet: 31/02/2024",
        le="2024-02-01T12:00:00+01:00",
    )

    changed = depot.timeline().revisions(CARD)[0]

    assert (changed.nature, changed.date_effet) == (None, None)
    assert [fault.message for fault in changed.defauts] == [
        "« bricolage » n'est pas une nature connue",
        "« 31/02/2024 » n'est pas un jour (AAAA-MM-JJ)",
        "elle dit changer autre-fiche",
    ]


def test_a_change_of_rule_must_say_from_which_day(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit(
        "Relève la réduction",
        f"Fiche: {CARD}",
        "Nature: changement-de-regle",
        le="2024-02-01T12:00:00+01:00",
    )

    changed = depot.timeline().revisions(CARD)[0]

    assert changed.nature == "changement_de_regle"
    assert [fault.message for fault in changed.defauts] == [
        "elle change une règle sans dire à partir de quel jour"
    ]


def test_a_commit_that_does_not_touch_the_card_is_not_its_revision(depot):
    (depot.path / "README.md").write_text("Bonjour", "utf-8")
    depot.commit("Un mot d'accueil", le="2024-02-01T12:00:00+01:00")

    assert len(depot.timeline().revisions(CARD)) == 1


def test_a_merged_branch_is_published_by_the_merge_and_reviewed_by_who_merged(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    proposed = depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00", par="Ben")
    depot.git("checkout", "-q", "main")
    depot.git(
        "merge", "-q", "--no-ff", "-m", "Accepte", "proposition", le="2024-03-05T12:00:00+01:00"
    )

    revision = depot.timeline().revisions(CARD)[0]

    assert (revision.commit, revision.publication) == (proposed, depot.git("rev-parse", "HEAD"))
    assert paris_day(revision.redigee_le) == dt.date(2024, 2, 1)
    assert paris_day(revision.publiee.le) == dt.date(2024, 3, 5)
    assert (revision.auteur, revision.integree_par, revision.relue) == ("Ben", "Ana", True)
    assert len(depot.timeline().revisions(CARD)) == 2


def test_what_a_merge_composed_itself_is_a_revision_of_its_own(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00", par="Ben")
    depot.git("checkout", "-q", "main")
    depot.rewrite("parametres.yaml", "valeur: 3\n", "valeur: 4\n")
    depot.commit("Quatre enfants", le="2024-02-02T12:00:00+01:00")
    depot.git("merge", "-q", "--no-ff", "-m", "Réunit", "proposition")
    merge = depot.git("rev-parse", "HEAD")

    subjects = [revision.objet for revision in depot.timeline().revisions(CARD)]

    assert subjects == ["Réunit", "Propose 20 %", "Quatre enfants", "Dépose la cantine"]
    assert depot.timeline().revisions(CARD)[0].commit == merge


def test_a_proposal_that_was_merged_without_effect_never_showed(depot):
    depot.git("checkout", "-qb", "proposition")
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Propose 20 %", le="2024-02-01T12:00:00+01:00")
    depot.git("checkout", "-q", "main")
    depot.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "Écarte", "proposition")

    assert [one.objet for one in depot.timeline().revisions(CARD)] == ["Dépose la cantine"]


def test_a_revert_says_which_revision_it_undoes_and_shows_the_former_text_again(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    changed = depot.commit("Relève à 20 %", le="2024-02-01T12:00:00+01:00")
    depot.git("revert", "--no-edit", changed, le="2024-02-02T12:00:00+01:00")
    timeline = depot.timeline()

    reverting = timeline.revisions(CARD)[0]
    newest, _, oldest = timeline.versions(CARD)

    assert reverting.annule == changed
    assert newest.fichiers == oldest.fichiers
    assert reverting.defauts[0].message == "elle ne dit pas sa nature"


def test_a_message_that_claims_to_undo_an_unknown_revision_is_not_believed(depot):
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.commit("Annule\n\nThis reverts commit 1234567890.", le="2024-02-01T12:00:00+01:00")

    assert depot.timeline().revisions(CARD)[0].annule is None


def test_a_renamed_rule_file_stays_the_same_file_under_two_names(depot):
    rules = depot.card / "regles"
    (rules / "2024-09-01.yaml").rename(rules / "2024-10-01.yaml")
    depot.commit("Nomme la règle d'après son jour", le="2024-02-01T12:00:00+01:00")

    renaming = depot.timeline().revisions(CARD)[0]

    assert renaming.renommages == (
        ("tarif-cantine/regles/2024-09-01.yaml", "regles/2024-10-01.yaml"),
    )
    newest, oldest = depot.timeline().versions(CARD)
    assert newest.fichiers["regles/2024-10-01.yaml"] == oldest.fichiers["regles/2024-09-01.yaml"]
    assert "regles/2024-09-01.yaml" not in newest.fichiers


def test_a_clock_that_lost_its_battery_is_held_between_its_neighbours(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève", le="1970-01-02T00:00:00+00:00")
    depot.rewrite("parametres.yaml", "valeur: 20", "valeur: 25")
    depot.commit("Relève encore", le="2024-03-01T12:00:00+01:00")

    wrong = depot.timeline().revisions(CARD)[1]

    assert wrong.objet == "Relève"
    assert not wrong.publiee.certaine
    assert wrong.horloge_fausse
    assert paris_day(wrong.publiee.au_plus_tot) == dt.date(2024, 1, 10)
    assert paris_day(wrong.publiee.au_plus_tard) == dt.date(2024, 3, 1)


def test_a_clock_ahead_of_the_present_is_not_believed(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève", le="2090-01-01T00:00:00+00:00")
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

    wrong = Repository(depot.cards).timeline(now).revisions(CARD)[0]

    assert not wrong.publiee.certaine
    assert wrong.publiee.au_plus_tard == now


def test_a_few_seconds_between_two_machines_are_no_wrong_clock(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève", le="2024-01-10T11:59:50+01:00")

    assert all(one.publiee.certaine for one in depot.timeline().revisions(CARD))


def test_the_whole_register_tells_what_was_published_since_a_day(depot):
    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève", le="2024-02-01T00:30:00+01:00")
    timeline = depot.timeline()

    assert [one.objet for one in timeline.since(dt.date(2024, 2, 1))] == ["Relève"]
    assert timeline.since(dt.date(2024, 2, 2)) == ()
    assert len(timeline.since(dt.date(2024, 1, 10))) == 2


def test_the_history_is_read_again_only_when_the_branch_moves(depot):
    repository = Repository(depot.cards)
    first = repository.timeline()

    assert repository.timeline() is first

    depot.rewrite("parametres.yaml", "valeur: 15", "valeur: 20")
    depot.commit("Relève", le="2024-02-01T12:00:00+01:00")

    assert len(repository.timeline().revisions(CARD)) == 2


def test_a_message_cannot_pass_for_another_commit(depot):
    depot.rewrite("fiche.yaml", "Tarif de la cantine", "Prix de la cantine")
    depot.commit("Trompe \x1e\x1f\x1d", le="2024-02-01T12:00:00+01:00", par="A\x1fna")

    assert len(depot.timeline().revisions(CARD)) == 2
