"""The monograph of a folder: what it shows must be there, what it cites must be listed."""

import pytest

HEAD = "algorithms/tarif-cantine"

FIGURE = """\
forme: marches
donnees: prix.csv
alternative: {fr: "Le prix monte en trois marches."}
abscisse: {fr: "Quotient"}
series:
  prix:
    nom: {fr: "prix du repas"}
    etape: prix_final
calcul: {cas: trois-enfants-juste-au-plafond, varie: rfr}
source: [delib]
"""


@pytest.fixture
def drawn(card):
    """The card with a monograph that shows a figure, a rule and a measured number."""
    (card / "figures").mkdir()
    (card / "figures" / "prix.yaml").write_text(FIGURE)
    (card / "figures" / "prix.csv").write_text("rfr,prix\n21000,1.02\n42000,2.04\n")
    (card / "mesures.yaml").write_text(
        "- texte: Trois enfants au plafond\n"
        "  cas: trois-enfants-juste-au-plafond\n"
        "  resultat: {valeur: 2.04}\n"
    )
    (card / "monographie.md").write_text(
        "# L'histoire\n\nVoir [delib].\n\n![Le prix](figures/prix.yaml)\n\n"
        "![Les opérations](regles/2024-09-01.yaml)\n\n![Les calculs](mesures.yaml)\n"
    )
    return card


def test_a_monograph_is_read_with_its_figures_and_its_measured_numbers(drawn, read):
    algorithm, findings = read(drawn)

    told = algorithm.monographie
    assert [str(finding) for finding in findings] == []
    assert [row.entree for row in told.figures["figures/prix.yaml"].lignes] == [21000, 42000]
    assert [measure.cas for measure in told.mesures] == ["trois-enfants-juste-au-plafond"]
    assert told.cited == {"delib"}


def test_the_english_text_serves_english_readers_alone(drawn, read):
    (drawn / "monographie.en.md").write_text("# The story\n")

    algorithm, _ = read(drawn)

    assert algorithm.monographie.get("en") == "# The story\n"
    assert algorithm.monographie.get("fr").startswith("# L'histoire")


def test_what_is_shown_and_is_not_there_is_told_with_its_line(drawn, findings):
    (drawn / "monographie.md").write_text(
        "# Titre\n\n![x](figures/absente.yaml)\n\nVoir [delbi].\n"
    )

    missing, unlisted = findings(drawn)

    assert missing.startswith(
        f"{HEAD}/monographie.md:3:1: bloquant FORME-11: « figures/absente.yaml"
    )
    assert unlisted.startswith(f"{HEAD}/monographie.md:5:1: bloquant SOURCE-3: « delbi »")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("rfr,prix", "rfr,tarif", "les colonnes ne sont pas celles de la figure → …,prix"),
        ("2.04", "2,04", "la ligne 3 n'a pas un nombre par série"),
        ("2.04", "beaucoup", "la ligne 3 n'a pas un nombre par série"),
        ("42000,", "plus tard,", "la ligne 3 n'a pas un nombre par série"),
        ("21000,1.02\n42000,2.04\n", "", "aucune ligne"),
    ],
)
def test_a_table_that_is_not_the_one_of_its_figure_is_told(drawn, findings, old, new, told):
    table = drawn / "figures" / "prix.csv"
    table.write_text(table.read_text().replace(old, new))

    assert any("figures/prix.csv:1:1: bloquant" in one and told in one for one in findings(drawn))


def test_a_measure_or_a_figure_of_an_absent_case_is_told(drawn, findings):
    for name in ("mesures.yaml", "figures/prix.yaml"):
        text = (drawn / name).read_text()
        (drawn / name).write_text(text.replace("trois-enfants-juste-au-plafond", "perdu"))

    assert [one.partition(": ")[2].partition(" →")[0] for one in findings(drawn)] == [
        "bloquant FORME-11: calcul.cas: « perdu » n'est pas un cas du dossier",
        "bloquant FORME-11: 1.cas: « perdu » n'est pas un cas du dossier",
    ]


def test_a_source_that_only_a_figure_cites_must_be_listed(drawn, findings):
    text = (drawn / "figures" / "prix.yaml").read_text()
    (drawn / "figures" / "prix.yaml").write_text(text.replace("[delib]", "[perdue]"))

    (told,) = findings(drawn)

    assert told.startswith(
        f"{HEAD}/figures/prix.yaml:10:10: bloquant SOURCE-3: source.1: « perdue »"
    )


def test_a_file_of_figures_that_nothing_draws_is_not_read(drawn, findings):
    (drawn / "figures" / "brouillon.csv").write_text("a,b\n")

    (told,) = findings(drawn)

    assert told.startswith(f"{HEAD}/figures/brouillon.csv:1:1: attention FORME-11")
