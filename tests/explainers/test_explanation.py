"""The whole explanation: the law's four headings, the same bytes for the same case."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import simplejson

from explainers import as_json, explain

GOLDEN = Path(__file__).parent / "golden"
DAY = dt.date(2024, 10, 1)
CASES = {
    "trois-enfants-juste-au-plafond": {
        "rfr": 42000,
        "parts": Decimal("3.5"),
        "enfants_inscrits": 3,
    },
    "un-enfant-au-dela": {"rfr": 61001, "parts": 3, "enfants_inscrits": 1},
}


def page(done, lang):
    """Write an explanation as plain lines, all that a person reads of it."""
    yield f"{done.resultat.sens.get(lang)} : {done.resultat.affichage.get(lang)}"
    yield done.resultat.rappel.get(lang)
    yield f"1° {done.contribution.degre} — {done.contribution.mode} {done.contribution.humain}"
    for datum in done.donnees:
        used = "" if datum.utilisee else " (sans effet)"
        yield f"2° {datum.nom.get(lang)} : {datum.affichage.get(lang)} ({datum.source}){used}"
    for one in done.parametres:
        before = f" ; avant : {one.precedente.get(lang)}" if one.precedente else ""
        since = f"depuis {one.depuis}, {one.source.article}{before}"
        yield f"3° {one.libelle.get(lang)} : {one.affichage.get(lang)} ({since})"
    for step in done.etapes:
        told = f"{step.avec_nombres.get(lang)} → " if step.avec_nombres else ""
        yield f"4° {step.nature} {step.nom.get(lang)} : {told}{step.affichage.get(lang)}"
        if step.phrase:
            yield f"   {step.phrase.get(lang)} [{step.fondement.article}]"
    for caveat in done.reserves:
        yield f"! {caveat.texte.get(lang)}"


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_person_reads_what_was_reviewed(canteen, words, name, lang):
    done = explain(canteen, words, CASES[name], DAY)

    written = "\n".join(page(done, lang)) + "\n"

    assert written == (GOLDEN / f"tarif-cantine-{name}.{lang}.txt").read_text(encoding="utf-8")


def test_the_same_case_gives_the_same_bytes(canteen, words):
    situation = CASES["trois-enfants-juste-au-plafond"]
    reordered = dict(reversed(situation.items()))

    assert as_json(explain(canteen, words, situation, DAY)) == as_json(
        explain(canteen, words, reordered, DAY)
    )


def test_the_json_has_the_keys_of_the_contract_and_exact_numbers(canteen, words):
    text = as_json(explain(canteen, words, CASES["trois-enfants-juste-au-plafond"], DAY))

    read = simplejson.loads(text, use_decimal=True)

    assert list(read) == [
        "fiche", "version", "date", "moteur", "contribution", "donnees", "parametres", "etapes",
        "resultat", "reserves",
    ]  # fmt: skip
    assert read["date"] == "2024-10-01"
    assert (read["resultat"]["valeur"], read["resultat"]["unite"]) == (Decimal("2.04"), "EUR/repas")
    assert {"id", "nature", "valeur", "unite", "fondement"} <= read["etapes"][0].keys()
    assert '"valeur": 2.04,' in text
    assert "\n" not in text


def test_the_files_read_are_pinned_by_their_git_blobs(canteen, words):
    version = explain(canteen, words, CASES["un-enfant-au-dela"], DAY).version

    assert version.regle == dt.date(2024, 9, 1)
    assert sorted(version.fichiers) == ["fiche.yaml", "parametres.yaml", "regles/2024-09-01.yaml"]
    assert all(len(blob) == 40 for blob in version.fichiers.values())


def test_a_condition_is_told_as_it_turned_out(build, compute):
    card = build(
        "- id: a\n  nature: nombre\n- id: b\n  nature: nombre\n- id: seul\n  nature: oui_non\n",
        "",
        """
        - id: bas
          formule: si(a < b, max(0, (b - a) / 2), a)
        - id: deux
          formule: si(et(seul, a < b), 1, 2)
        - id: r
          formule: bas + deux
        """,
    )

    low = compute(card, a=480, b=Decimal("635.71"), seul="non")
    high = compute(card, a=700, b=Decimal("635.71"), seul="oui")

    assert low.etapes[0].avec_nombres.fr == (
        "Comme 480 < 635,71 : max(0 ; (635,71 − 480) ÷ 2), on retient (635,71 − 480) ÷ 2"
    )
    assert low.etapes[1].avec_nombres.fr == "Comme « seul » = non : 2"
    assert high.etapes[0].avec_nombres.fr == "Comme 700 ≥ 635,71 : 700"
    assert high.etapes[0].avec_nombres.en == "Since 700 ≥ 635.71: 700"
