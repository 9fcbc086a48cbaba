"""``registre valider``: the finding line, the exit code, and three formats that agree."""

import json
import re


def spoil(racine, file: str, before: str, after: str):
    path = racine / "algorithms" / "tarif-cantine" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_card_without_fault_exits_with_0(registre):
    run = registre("valider")

    assert run.returncode == 0, run.stdout
    assert "bloquant " not in run.stdout


def test_a_wrong_card_gives_the_finding_line_and_exit_1(registre, racine):
    spoil(racine, "parametres.yaml", "valeur: 10", "valeur: 0,05")
    run = registre("valider", "algorithms/tarif-cantine")

    assert run.returncode == 1
    assert (
        "algorithms/tarif-cantine/parametres.yaml:7:15: bloquant FORME-7: "
        "reduction_fratrie.valeurs.1.valeur: « 0,05 » n'est pas un nombre → écrivez 0.05"
    ) in run.stdout


def test_three_formats_say_the_same(registre, racine):
    spoil(racine, "parametres.yaml", "valeur: 10", "valeur: 0,05")
    text = registre("valider").stdout
    findings = json.loads(registre("valider", "--format", "json").stdout)
    github = registre("valider", "--format", "github").stdout

    lines = [line for line in text.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]
    assert len(lines) == len(findings) == len(github.splitlines())
    for line, finding, annotation in zip(lines, findings, github.splitlines(), strict=True):
        place = f"{finding['file']}:{finding['line']}:{finding['column']}"
        assert line.startswith(f"{place}: {finding['severity']} {finding['code']}: ")
        assert (
            f"file={finding['file']},line={finding['line']},col={finding['column']}" in annotation
        )
        assert finding["message"].replace("%", "%25") in annotation
    assert "::error " in github


def test_unknown_is_not_a_fault(registre, racine):
    spoil(racine, "fiche.yaml", "  contact: cantine@valbrune.example\n",
          '  contact: {inconnu: "cherché sur le site de la commune"}\n')  # fmt: skip

    assert registre("valider").returncode == 0


def test_a_single_file_names_its_card(registre):
    assert "1 fiche(s)" in registre("valider", "algorithms/tarif-cantine/parametres.yaml").stderr


def test_a_path_that_does_not_exist_exits_with_2(registre):
    assert registre("valider", "algorithms/absente").returncode == 2


def test_the_other_cards_are_still_read(registre, racine):
    (racine / "algorithms" / "casse").mkdir()
    (racine / "algorithms" / "casse" / "fiche.yaml").write_text("a: [", encoding="utf-8")
    run = registre("valider")

    assert run.returncode == 1
    assert "algorithms/casse/fiche.yaml:" in run.stdout
    assert "2 fiche(s)" in run.stderr


def test_the_list_shows_each_card_and_whether_it_computes(registre):
    rows = json.loads(registre("lister", "--format", "json").stdout)

    assert [(row["id"], row["calculable"]) for row in rows] == [("tarif-cantine", True)]
