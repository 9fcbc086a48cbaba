"""Every monograph has the same headings, and every number it says it measured is found again."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from explainers.cases import differences
from register.model.algorithm import Algorithm
from register.model.rational import Fraction
from register.model.story import as_case, drawn_from
from tests.cards import CATALOGUE

ALGORITHMS = Path(__file__).parents[2] / "algorithms"
TOLD = [
    pytest.param(algorithm, id=algorithm.id)
    for algorithm in CATALOGUE.algorithmes
    if algorithm.monographie.fr
]

HEADINGS = (
    "Ce que le calcul décide, et pour qui",
    "Comment il marche",
    "L'enjeu technique",
    "L'enjeu juridique",
    "L'enjeu d'organisation",
    "Ce qu'en ont dit la société civile, les juges et les autorités",
    "Ce qui ne peut pas être expliqué, et pourquoi",
    "Ce que nous avons vérifié en l'exécutant",
    "Sources",
)
ENGLISH = (
    "What the computation decides, and for whom",
    "How it works",
    "The technical stakes",
    "The legal stakes",
    "The stakes for organisations",
    "What civil society, judges and authorities said",
    "What cannot be explained, and why",
    "What we checked by running it",
    "Sources",
)


@pytest.mark.parametrize("algorithm", TOLD)
def test_a_monograph_has_the_nine_headings_in_order(algorithm: Algorithm) -> None:
    told = algorithm.monographie
    assert tuple(re.findall(r"^## (.+)$", told.fr or "", re.MULTILINE)) == HEADINGS
    if told.en is not None:
        assert tuple(re.findall(r"^## (.+)$", told.en, re.MULTILINE)) == ENGLISH


@pytest.mark.parametrize("algorithm", TOLD)
def test_a_monograph_cites_sources_of_its_card_and_shows_files_that_are_there(
    algorithm: Algorithm,
) -> None:
    assert algorithm.monographie.cited
    assert algorithm.monographie.cited <= set(algorithm.card.cited)
    stories = [f for f in algorithm.constats if "/monographie" in f.file or "/figures" in f.file]
    assert [str(finding) for finding in stories] == []


@pytest.mark.parametrize("algorithm", TOLD)
def test_every_figure_has_words_that_replace_it_and_a_source(algorithm: Algorithm) -> None:
    for plot in algorithm.monographie.figures.values():
        assert plot.figure.source
        assert plot.figure.alternative.en
        assert len(plot.figure.alternative.fr) > 60


@pytest.mark.parametrize("algorithm", TOLD)
def test_the_numbers_that_were_measured_are_found_again(algorithm: Algorithm) -> None:
    told, cases = algorithm.monographie, dict(algorithm.cas)
    points = (point for plot in told.figures.values() for point in drawn_from(plot))
    for measure in (*told.mesures, *points):
        case = as_case(measure, cases)
        assert case is not None
        assert (measure.texte.fr, differences(algorithm, case)) == (measure.texte.fr, [])


@pytest.mark.parametrize("algorithm", TOLD)
def test_a_card_that_computes_measures_something(algorithm: Algorithm) -> None:
    assert bool(algorithm.monographie.mesures) == algorithm.executable


def figure(name: str, card: str) -> list[list[str]]:
    with (ALGORITHMS / card / "figures" / name).open(encoding="utf-8") as lines:
        return list(csv.reader(lines))[1:]


@pytest.fixture(scope="module")
def groups() -> dict[str, int]:
    """The group of each of the 6,561 ratings, as the card keeps them."""
    with (ALGORITHMS / "apa-gir" / "cas" / "exhaustif.csv").open(encoding="utf-8") as lines:
        return {line["notes"]: int(line["gir"]) for line in csv.DictReader(lines)}


def test_the_spread_of_the_ratings_is_counted_on_all_of_them(groups: dict[str, int]) -> None:
    counted = Counter(groups.values())
    told = {
        int(label.split()[1]): int(number) for label, number in figure("repartition.csv", "apa-gir")
    }
    assert told == counted


def test_the_worsenings_that_lower_dependency_are_counted_on_all_of_them(
    groups: dict[str, int],
) -> None:
    activities = ["", "", "", "", "", "", "transferts", "déplacements"]
    counted: Counter[str] = Counter()
    unchanged = worse = 0
    for notes, group in groups.items():
        for place, note in enumerate(notes):
            after = (
                groups[f"{notes[:place]}{chr(ord(note) + 1)}{notes[place + 1 :]}"]
                if note != "C"
                else 0
            )
            unchanged += after == group
            worse += 0 < after < group
            if after > group:
                step = f"{activities[place]} de {note} à {chr(ord(note) + 1)}"
                counted[f"{step}, du {group} au {after}"] += 1
    assert {
        label: int(number) for label, number in figure("aggravations.csv", "apa-gir")
    } == counted
    assert (unchanged, worse) == (27576, 7386)


def test_every_situation_of_group_5_is_one_rating_away_from_the_right(
    groups: dict[str, int],
) -> None:
    def beside(notes: str, step: int, end: str) -> list[int]:
        return [
            groups[f"{notes[:at]}{chr(ord(note) + step)}{notes[at + 1 :]}"]
            for at, note in enumerate(notes)
            if note != end
        ]

    fifth = [notes for notes, group in groups.items() if group == 5]
    fourth = [notes for notes, group in groups.items() if group == 4]
    assert all(min(beside(notes, 1, "C")) <= 4 for notes in fifth)
    assert sum(max(beside(notes, -1, "A")) >= 5 for notes in fourth) == 333


def test_the_best_score_without_a_bonus_in_paris_is_the_one_drawn() -> None:
    lines = figure("seuils.csv", "affelnet-paris")
    drawn = {int(line[0]): line[4] for line in lines}
    algorithm = next(p.values[0] for p in TOLD if p.id == "affelnet-paris")
    assert isinstance(algorithm, Algorithm)
    best = {
        (measure.date.year if measure.date else 2025): str(measure.resultat.valeur)
        for measure in algorithm.monographie.mesures[:5]
        if measure.resultat is not None
    }
    assert drawn == best


def test_the_rates_drawn_are_those_of_the_scale_and_of_the_relief() -> None:
    """One more euro costs the rate of its band, and more while the relief is withdrawn."""
    tax = next(p.values[0] for p in TOLD if p.id == "impot-revenu")
    assert isinstance(tax, Algorithm)
    low, high = (
        (int(band.au_dela_de), Fraction(band.taux))
        for band in latest(tax.parametres["bareme"]).tranches[:2]
    )
    withdrawn = Fraction(latest(tax.parametres["taux_decote"]).valeur) / 100
    drawn: dict[str, list[tuple[int, Fraction]]] = {"seul": [], "couple": []}
    for income, *rates in figure("taux.csv", "impot-revenu"):
        for (name, steps), rate in zip(drawn.items(), rates, strict=True):
            if not steps or steps[-1][1] != Fraction(rate):
                drawn[name].append((int(income), Fraction(rate)))
    for name, shares, start in (("seul", 1, "personne_seule"), ("couple", 2, "couple")):
        relief = Fraction(latest(tax.parametres[f"decote_{start}"]).valeur)
        pays = shares * low[0] + relief / (1 + withdrawn) / low[1]
        full = shares * low[0] + relief / withdrawn / low[1]
        second = shares * high[0]
        over = second + (relief / withdrawn - shares * low[1] * (high[0] - low[0])) / high[1]
        expected = [(0, Fraction(0)), (round(pays), 100 * low[1] * (1 + withdrawn))]
        if full < second:
            expected += [(round(full), 100 * low[1]), (second, 100 * high[1])]
        else:
            expected += [(second, 100 * high[1] * (1 + withdrawn)), (round(over), 100 * high[1])]
        assert drawn[name] == expected


def latest(parameter: Any) -> Any:
    return max(parameter.valeurs, key=lambda value: value.depuis)
