"""Files and folders as people leave them: encodings, line ends, names, links."""

import os
import subprocess

import pytest

from register.loading import catalogue

HEAD = "algorithms/tarif-cantine"


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("crlf", lambda content: content.replace(b"\n", b"\r\n")),
        ("byte_order_mark", lambda content: b"\xef\xbb\xbf" + content),
        ("no_final_newline", lambda content: content.rstrip(b"\n")),
        ("trailing_comment", lambda content: content + b"# fin\n"),
    ],
)
def test_what_other_editors_write_is_accepted(name, spoil, card, findings):
    file = card / "fiche.yaml"
    file.write_bytes(spoil(file.read_bytes()))

    assert findings(card) == []


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "fiche.yaml:1:1: bloquant FORME-3: le fichier est vide → complétez-le"),
        (b"# rien\n", "fiche.yaml:1:1: bloquant FORME-3: le fichier est vide → complétez-le"),
        (
            "nom: chèque\n".encode("latin-1"),
            "fiche.yaml:1:8: bloquant FORME-10: le fichier n'est pas écrit en UTF-8"
            " → enregistrez-le de nouveau en choisissant l'encodage UTF-8",
        ),
        (
            b"un texte\n",
            "fiche.yaml:1:1: bloquant FORME-4: un groupe de clés est attendu, pas « un texte »"
            " → écrivez les clés en dessous, en retrait, voir le modèle algorithms/_modele/",
        ),
        (
            b"- un\n- deux\n",
            "fiche.yaml:1:1: bloquant FORME-4: un groupe de clés est attendu, pas une liste"
            " → écrivez les clés en dessous, en retrait, voir le modèle algorithms/_modele/",
        ),
    ],
    ids=["empty", "comment_alone", "latin_1", "text_alone", "list_alone"],
)
def test_a_file_that_is_no_card_gives_one_finding(content, line, card, findings):
    (card / "fiche.yaml").write_bytes(content)

    assert findings(card) == [f"{HEAD}/{line}"]


def test_a_folder_without_a_card_gives_a_finding(card, findings):
    (card / "fiche.yaml").unlink()

    assert findings(card) == [
        f"{HEAD}/fiche.yaml:1:1: bloquant FORME-3: le fichier manque"
        " → déposez-le d'après algorithms/_modele/"
    ]


def test_a_card_alone_is_read(card, findings):
    for name in ("parametres.yaml", "regles/2024-09-01.yaml"):
        (card / name).unlink()

    assert findings(card) == []


def test_a_file_that_nobody_reads_is_told(card, findings):
    (card / "fiche.yml").write_text("schema: 1\n")
    (card / "cas" / "oublie.csv").write_text("a;b\n")
    remedy = "→ renommez-le d'après algorithms/_modele/, ou retirez-le"

    assert findings(card) == [
        f"{HEAD}/cas/oublie.csv:1:1: attention FORME-11: ce fichier n'est pas lu {remedy}",
        f"{HEAD}/fiche.yml:1:1: attention FORME-11: ce fichier n'est pas lu {remedy}",
    ]


def test_the_rules_stand_oldest_first_and_the_prose_is_kept(card, read):
    older = (card / "regles" / "2024-09-01.yaml").read_text().replace("2024-09-01", "2019-09-01")
    (card / "regles" / "2019-09-01.yaml").write_text(older)
    (card / "monographie.md").write_text("# L'histoire\n")

    algorithm, _ = read(card)

    assert [str(rule.depuis) for rule in algorithm.regles] == ["2019-09-01", "2024-09-01"]
    assert algorithm.monographie.fr == "# L'histoire\n"


def test_the_lot_that_a_case_names_is_kept_as_text(card, read):
    (card / "cas" / "lot.yaml").write_text(
        "nom: Tous\ndate: 2024-10-01\nlot: tous.csv\n"
        "provenance: {nature: exhaustif, source: Tous les cas}\n"
    )
    (card / "cas" / "tous.csv").write_text("quotient;prix\n6000;1.00\n")

    algorithm, findings = read(card)

    assert findings == []
    assert algorithm.lots == {"tous.csv": "quotient;prix\n6000;1.00\n"}
    assert [name for name, _ in algorithm.cas] == ["lot", "trois-enfants-juste-au-plafond"]


def test_each_file_read_has_the_id_that_git_gives_it(card, read):
    algorithm, _ = read(card)
    for name, blob in algorithm.fichiers.items():
        git = subprocess.run(
            ["git", "hash-object", "--no-filters", card / name],
            capture_output=True, text=True, check=True,
        )  # fmt: skip

        assert blob == git.stdout.strip()
    assert set(algorithm.fichiers) >= {"fiche.yaml", "parametres.yaml", "regles/2024-09-01.yaml"}


@pytest.mark.parametrize("name", ["fiche.yaml", "regles", "monographie.md"])
def test_a_link_is_not_followed(name, card, tmp_path, findings):
    outside = tmp_path / "outside"
    if (card / name).exists():
        (card / name).rename(outside)
    else:
        outside.write_text("# Dehors\n")
    (card / name).symlink_to(outside)

    lines = findings(card)

    assert len(lines) == 1
    assert lines[0].startswith(f"{HEAD}/{name}:1:1: bloquant FORME-10: ")


def test_a_folder_that_is_a_link_is_no_card(card):
    (card.parent / "ailleurs").symlink_to(card)

    found = catalogue(card.parent)

    assert [algorithm.id for algorithm in found.algorithmes] == ["tarif-cantine"]
    assert [str(finding) for finding in found.constats] == [
        "algorithms/ailleurs:1:1: bloquant FORME-10: ce dossier est un lien"
        " → déposez le dossier lui-même"
    ]


def test_a_pipe_is_not_waited_for(card, findings):
    (card / "parametres.yaml").unlink()
    os.mkfifo(card / "parametres.yaml")

    assert "ce n'est pas un fichier ordinaire" in findings(card)[0]


def test_a_name_that_is_not_text_is_still_told(card, findings):
    (card / os.fsdecode(b"fiche-\xe9.yaml")).write_text("schema: 1\n")

    assert findings(card)[0].startswith(f"{HEAD}/fiche-?.yaml:1:1: attention FORME-11: ")


def test_a_faulty_card_leaves_the_others_readable(card):
    broken = card.parent / "autre"
    broken.mkdir()
    (broken / "fiche.yaml").write_text("schema: [\n")

    found = catalogue(card.parent)

    assert [algorithm.id for algorithm in found.algorithmes] == ["tarif-cantine"]
    assert [finding.code for finding in found.constats] == ["FORME-9"]


def test_a_faulty_rule_file_keeps_the_card_readable_but_not_executable(card, read):
    (card / "regles" / "2024-09-01.yaml").write_text("depuis: 2024-09-01\n")

    algorithm, findings = read(card)

    assert algorithm.card.id == "tarif-cantine"
    assert not algorithm.executable
    assert algorithm.constats == tuple(findings)


def test_an_empty_root_is_an_empty_catalogue(tmp_path):
    found = catalogue(tmp_path)

    assert (found.algorithmes, found.constats, found.vocabulaire.listes) == ((), (), {})
