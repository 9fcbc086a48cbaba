"""What a filing hands over: files at their place, branch, message, addresses that work."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from register.model.finding import Finding
from register.review.proposal import (
    LONGEST_ADDRESS,
    forge_of,
    new_file_address,
    proposal,
    upload_address,
)

FILES = {"fiche.yaml": "id: cantine\n", "regles/2024-09-01.yaml": "depuis: 2024-09-01\n"}


def made(**more):
    return proposal("cantine", "Tarif de la cantine", FILES, [], **more)


def test_the_message_names_the_card_its_nature_and_the_day_the_rule_starts():
    message = made(depuis=dt.date(2024, 9, 1)).message
    subject, empty, *_, last = message.splitlines()

    assert subject == "Dépose la fiche « Tarif de la cantine »"
    assert empty == ""
    assert last == "Date-effet: 2024-09-01"
    assert "\nFiche: cantine\nNature: depot\n" in message


def test_without_a_rule_nothing_takes_effect():
    assert "Date-effet" not in made().message


def test_a_subject_stays_within_sixty_characters():
    long = proposal("x", "Un nom " * 30, FILES, [])

    assert len(long.titre) == 60
    assert long.titre.endswith("…")


def test_files_stand_where_the_register_reads_them():
    assert list(made().fichiers) == [
        "algorithms/cantine/fiche.yaml",
        "algorithms/cantine/regles/2024-09-01.yaml",
    ]


def test_a_deployment_has_its_own_branch_and_names_its_administration():
    shared = proposal("cantine", "Commune d'Ys", {}, [], siren="123456789")

    assert shared.branche == "depot/cantine-123456789"
    assert shared.titre == "Dépose le déploiement de Commune d'Ys"
    assert "Fiche: cantine" in shared.message


def test_the_request_tells_what_was_read_and_what_is_left():
    finding = Finding("f", 1, 1, "MANQUE-1", "attention", "cout", "à compléter")
    text = proposal(
        "cantine", "Tarif", FILES, [finding], documents=[("Délibération", "2024-09-15")]
    ).texte

    assert "- Délibération (lu le 2024-09-15)" in text
    assert "- 0 constat(s) bloquant(s), 1 point(s) à regarder ou à compléter" in text


@pytest.mark.parametrize(
    ("forge", "kind"),
    [
        ("https://github.com/a/b", "github"),
        ("https://gitlab.com/a/b", "gitlab"),
        ("https://gitlab.ville.example/a/b", "gitlab"),
        ("https://codeberg.org/a/b", "gitea"),
        ("https://github.com.example/a/b", None),
        ("https://git.example/a/b", None),
        ("", None),
    ],
)
def test_a_forge_is_known_by_its_host(forge, kind):
    assert forge_of(forge) == kind


@pytest.mark.parametrize(
    ("forge", "path", "name"),
    [
        ("https://github.com/a/b/", "/a/b/new/main", "filename"),
        ("https://codeberg.org/a/b", "/a/b/_new/main", "filename"),
        ("https://gitlab.com/a/b", "/a/b/-/new/main", "file_name"),
    ],
)
def test_the_new_file_is_named_and_filled_where_the_forge_takes_it(forge, path, name):
    text = 'nom: {fr: "Prix & repas"}  # à 100 %\n'
    address = new_file_address(forge, "algorithms/x/fiche.yaml", text)
    split = urlsplit(address)
    asked = parse_qs(split.query)

    assert split.path == path
    assert asked.pop(name) == ["algorithms/x/fiche.yaml"]
    assert asked in ({}, {"value": [text]})


def test_an_address_too_long_for_a_forge_is_not_offered():
    assert new_file_address("https://github.com/a/b", "f", "é" * 2_000) is None
    almost = new_file_address("https://github.com/a/b", "f", "e" * 7_000)
    assert almost and len(almost) < LONGEST_ADDRESS


def test_only_a_forge_that_takes_folders_offers_to_drop_one():
    assert upload_address("https://github.com/a/b") == "https://github.com/a/b/upload/main"
    assert upload_address("https://gitlab.com/a/b") is None
