"""What a formula would meet at run time is told at filing time, under the very characters."""

import shutil
from pathlib import Path

import pytest

from register.loading import folder, vocabulaire

ROOT = Path(__file__).parents[2]
CANTEEN = ROOT / "tests" / "fixtures" / "valides" / "tarif-cantine"
VOCABULARY, _ = vocabulaire(ROOT / "algorithms")

STYLES = {
    "plain": "formule: rfr * {} / parts",
    "quoted": "formule: 'rfr * {} / parts'",
    "double_quoted": 'formule: "rfr * {} / parts"',
    "literal": "formule: |\n      rfr *\n        {}\n      / parts",
    "folded": "formule: >\n      rfr *\n      {}\n      / parts",
}
ERRORS = {
    "unknown_name": ("(parts / prats)", "prats", "REGLE-3"),
    "unit_clash": ("(parts + rfr)", "rfr", "UNITE-2"),
    "division_by_zero": ("(parts / 0)", "0", "REGLE-10"),
    "unreadable": ("(parts + )", ")", "REGLE-1"),
    "wrong_number_of_arguments": ("si(parts, parts)", "si", "REGLE-3"),
}


def filed(tmp_path, *changes):
    """Return the findings of the canteen's card once each ``(file, before, after)`` is made."""
    card = tmp_path / "tarif-cantine"
    shutil.copytree(CANTEEN, card)
    for file, before, after in changes:
        text = (card / file).read_text("utf-8")
        assert text.count(before) == 1
        (card / file).write_text(text.replace(before, after), "utf-8")
    return folder(card, VOCABULARY)[1]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("error", ERRORS)
def test_the_caret_stands_under_the_error_in_every_style_of_yaml(tmp_path, style, error):
    written, culprit, code = ERRORS[error]
    rules = "regles/2024-09-01.yaml"

    (finding,) = filed(tmp_path, (rules, "formule: rfr / parts", STYLES[style].format(written)))

    assert (finding.code, finding.severity) == (code, "bloquant")
    line = (tmp_path / "tarif-cantine" / rules).read_text("utf-8").splitlines()[finding.line - 1]
    assert finding.excerpt == line
    start = finding.column - 1
    assert line[start : start + finding.length] == culprit


DIVIDED = ("regles/2024-09-01.yaml", "formule: rfr / parts")
MAY_BE_ZERO = ("fiche.yaml", "bornes: {min: 1, max: 20, pas: 0.25}", "bornes: {min: 0, max: 20}")


def test_an_answer_read_only_when_it_is_not_zero_may_be_divided_by(tmp_path):
    behind_si = (*DIVIDED, "formule: si(parts > 0, rfr / parts, 0)")

    assert filed(tmp_path, MAY_BE_ZERO, behind_si) == []


def test_a_condition_that_divides_is_not_behind_itself(tmp_path):
    in_condition = (*DIVIDED, "formule: si(rfr / parts > 0, rfr / parts, 0)")

    (finding,) = filed(tmp_path, MAY_BE_ZERO, in_condition)

    assert (finding.code, finding.severity) == ("REGLE-10", "attention")


def test_a_value_of_the_card_that_is_zero_is_told_with_its_day(tmp_path):
    found = filed(
        tmp_path,
        (*DIVIDED, "formule: rfr / parts * seuil_fratrie / seuil_fratrie"),
        ("parametres.yaml", "valeur: 3", "valeur: 0"),
    )

    assert [(one.code, one.message) for one in found] == [
        ("REGLE-10", "une division par « seuil_fratrie », qui vaut 0 depuis le 1er septembre 2019")
    ]


def test_days_that_no_rule_reads_are_not_missed(tmp_path):
    ended = (
        "regles/2024-09-01.yaml",
        "depuis: 2024-09-01\n",
        "depuis: 2024-09-01\njusqu_a: 2025-01-31\n",
    )
    hole = (
        "parametres.yaml",
        "      verifie_le: 2024-09-15            # after this day a result carries a reserve\n",
        "      jusqu_a: 2025-01-31\n    - depuis: 2025-03-01\n      valeur: 20\n"
        '      source: {article: "délib. n° 2025-2"}\n',
    )

    assert filed(tmp_path, ended, hole) == []
