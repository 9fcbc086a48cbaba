"""What time has made doubtful is told once it is, and not a day before."""

import datetime as dt

import pytest

from register.checks import freshness

PARAMETERS, RULE = "parametres.yaml", "regles/2024-09-01.yaml"


def told(algorithm, day):
    return {
        (file, fault.code, ".".join(map(str, fault.path)))
        for file, fault in freshness(algorithm, dt.date.fromisoformat(day))
    }


@pytest.mark.parametrize(("day", "stale"), [("2025-09-15", False), ("2025-09-16", True)])
def test_a_value_not_read_again_for_a_year_is_told_the_day_after(canteen, day, stale):
    fault = (PARAMETERS, "FRAICHEUR-1", "reduction_fratrie.valeurs.1.verifie_le")

    assert (fault in told(canteen, day)) is stale


@pytest.mark.parametrize(("day", "stale"), [("2025-09-01", False), ("2025-09-02", True)])
def test_a_rule_never_read_again_counts_from_its_first_day(canteen, day, stale):
    assert ((RULE, "FRAICHEUR-1", "") in told(canteen, day)) is stale


def test_a_value_that_no_longer_applies_need_not_be_read_again(changed):
    after = changed(PARAMETERS, "valeur: 15\n", "valeur: 15\n      jusqu_a: 2025-08-31\n")

    assert not any(path.startswith("reduction") for _, _, path in told(after, "2026-01-01"))


@pytest.mark.parametrize(("day", "late"), [("2025-09-15", False), ("2025-09-16", True)])
def test_a_review_is_overdue_the_day_after_it_was_due(canteen, day, late):
    assert (("fiche.yaml", "FRAICHEUR-3", "revue.prochaine") in told(canteen, day)) is late


@pytest.mark.parametrize(("day", "newer"), [("2025-02-28", False), ("2025-03-01", True)])
def test_a_newer_version_of_a_cited_article_is_told_from_its_day(changed, day, newer):
    after = changed(
        "fiche.yaml",
        'article: "code de l\'éducation, art. R. 531-52"',
        'version_plus_recente: {depuis: 2025-03-01}, article: "code de l\'éducation, R. 531-52"',
    )
    fault = ("fiche.yaml", "FRAICHEUR-2", "fondements_juridiques.1.version_plus_recente")

    assert (fault in told(after, day)) is newer


def test_a_fresh_card_says_nothing(canteen):
    assert told(canteen, "2024-09-20") == set()


def test_warnings_never_stop_a_publication(canteen):
    faults = [fault for _, fault in freshness(canteen, dt.date(2030, 1, 1))]

    assert {fault.severity for fault in faults} == {"attention"}
    assert all(fault.remedy for fault in faults)
