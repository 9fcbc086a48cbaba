"""A fault inside a value points at the character a person sees, however the value is written."""

import pytest

from register.loading import place
from register.model.finding import Fault

WRITTEN = {
    "plain": "formule: prix * (1 - taux_fratri)",
    "double_quotes": 'formule: "prix * (1 - taux_fratri)"',
    "single_quotes": "formule: 'prix * (1 - taux_fratri)'",
    "plain_on_two_lines": "formule: prix *\n  (1 - taux_fratri)",
    "folded": "formule: >-\n  prix *\n  (1 - taux_fratri)",
    "literal": "formule: |   # comment\n  prix *\n     (1 - taux_fratri)",
    "in_brackets": "formule: [prix * (1 - taux_fratri)]",
}


@pytest.mark.parametrize("style", WRITTEN)
def test_the_caret_stands_under_the_culprit(style, tmp_path):
    (tmp_path / "regles.yaml").write_text(f"# é\n{WRITTEN[style]}\n", encoding="utf-8")
    path = ("formule", 0) if style == "in_brackets" else ("formule",)
    visible = len("prix*(1-")
    fault = Fault(path, "REGLE-3", "inconnu", offset=visible, length=len("taux_fratri"))

    (finding,) = place(tmp_path, "regles.yaml", [fault])

    start = finding.column - 1
    assert finding.excerpt[start : start + finding.length] == "taux_fratri"
    line = (tmp_path / "regles.yaml").read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert finding.excerpt == line


def test_a_doubled_apostrophe_counts_for_one_character(tmp_path):
    (tmp_path / "a.yaml").write_text("phrase: 'L''aide {monant}'\n", encoding="utf-8")

    (finding,) = place(tmp_path, "a.yaml", [Fault(("phrase",), "PHRASE-1", "", offset=6)])

    assert finding.excerpt[finding.column - 1 :] == "{monant}'"


def test_an_offset_past_the_end_stays_inside_the_file(tmp_path):
    (tmp_path / "a.yaml").write_text("formule: a", encoding="utf-8")

    (finding,) = place(tmp_path, "a.yaml", [Fault(("formule",), "REGLE-1", "", offset=99)])

    assert (finding.line, finding.column) == (1, 10)


@pytest.mark.parametrize(
    ("path", "name", "line"),
    [
        (("operations", 1, "formule"), "operations.prix.formule", 6),
        (("operations", 1), "operations.prix", 5),
        (("operations", 1, "unite"), "operations.prix.unite", 5),
        (("lignes", 1, 0), "lignes.2.1", 9),
        (("texte", "fr"), "texte.fr", 10),
        (("mention",), "mention", 1),
        (("mention", "operations"), "mention.operations", 1),
    ],
)
def test_a_path_is_named_by_ids_and_a_missing_key_points_at_its_holder(path, name, line, tmp_path):
    text = (
        "operations:\n"
        "  - id: quotient\n"
        "    formule: rfr / parts\n"
        "\n"
        "  - id: prix\n"
        "    formule: quotient\n"
        "lignes:\n"
        "  - [1, 2]\n"
        "  - [3, 4]\n"
        "texte: Un texte lu comme du français\n"
    )
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")

    (finding,) = place(tmp_path, "a.yaml", [Fault(path, "MANQUE-1", "absent")])

    assert (finding.path, finding.line) == (name, line)


def test_faults_of_one_file_come_in_the_order_of_its_lines(tmp_path):
    (tmp_path / "a.yaml").write_text("un: 1\ndeux: 2\ntrois: 3\n", encoding="utf-8")
    faults = [Fault((key,), "REGLE-9", "") for key in ("trois", "un", "deux")]

    assert [finding.line for finding in place(tmp_path, "a.yaml", faults)] == [1, 2, 3]
