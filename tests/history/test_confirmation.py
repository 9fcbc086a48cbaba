"""« Établie par l'administration » stands only once its registered contact reviewed the card."""

import pytest

CARD, ACCOUNT = "tarif-cantine", "@valbrune/cantine"
NOON = "T12:00:00+01:00"


def trailers(*more: str, nature: str = "correction") -> tuple[str, ...]:
    return (f"Fiche: {CARD}", f"Nature: {nature}", *more)


def change(depot, subject: str, *said: str, le: str) -> None:
    marks = (depot.card / "monographie.md").read_text("utf-8") if subject != "1" else ""
    (depot.card / "monographie.md").write_text(f"{marks}{subject}\n", "utf-8")
    depot.commit(subject, *said, le=f"{le}{NOON}")


def by(depot, *accounts: str):
    found = depot.timeline().confirmation(CARD, accounts)
    return found and found.par


def test_a_card_nobody_confirmed_is_not_confirmed(depot):
    assert by(depot, ACCOUNT) is None


def test_the_trailer_of_a_registered_account_confirms(depot):
    change(depot, "1", *trailers(f"Confirmee-par: {ACCOUNT}"), le="2024-02-01")

    assert by(depot, ACCOUNT) == ACCOUNT


def test_an_account_that_is_not_registered_confirms_nothing(depot):
    change(depot, "1", *trailers("Confirmee-par: @quelqu-un"), le="2024-02-01")

    assert by(depot, ACCOUNT) is None
    assert by(depot) is None


def test_the_merge_of_what_the_contact_reviewed_confirms(depot):
    depot.git("checkout", "-qb", "proposition")
    change(depot, "1", *trailers(), le="2024-02-01")
    depot.git("checkout", "-q", "main")
    said = f"Accepte la fiche\n\nConfirmee-par: {ACCOUNT}"
    depot.git("merge", "-q", "--no-ff", "-m", said, "proposition", le=f"2024-02-02{NOON}")

    assert by(depot, ACCOUNT) == ACCOUNT


@pytest.mark.parametrize(
    ("nature", "stands"),
    [("forme", True), ("technique", True), ("avis", True), ("correction", False)],
)
def test_a_confirmation_stands_until_what_the_card_says_changes(depot, nature, stands):
    change(depot, "1", *trailers(f"Confirmee-par: {ACCOUNT}"), le="2024-02-01")
    change(depot, "2", *trailers(nature=nature), le="2024-02-02")

    assert (by(depot, ACCOUNT) == ACCOUNT) is stands


def test_an_older_version_keeps_the_confirmation_it_had(depot):
    change(depot, "1", *trailers(f"Confirmee-par: {ACCOUNT}"), le="2024-02-01")
    confirmed = depot.git("rev-parse", "HEAD")
    change(depot, "2", *trailers(), le="2024-02-02")

    timeline = depot.timeline()

    assert timeline.confirmation(CARD, [ACCOUNT], confirmed).par == ACCOUNT
    assert timeline.confirmation(CARD, [ACCOUNT]) is None
