"""The page of a monograph: figures with their words and numbers, pictures of rules, measures."""

import base64
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from register import render
from register.model.algorithm import Algorithm
from register.model.vocabulary import Vocabulary

SITE = render.Site("https://registre.example")

FIGURE = """\
forme: {forme}
donnees: prix.csv
alternative: {{fr: "Le prix monte avec le revenu.", en: "The price rises with income."}}
abscisse: {{fr: "Revenu fiscal de référence", en: "Reference tax income"}}
unite_abscisse: EUR
unite: EUR
series:
  trois: {{nom: {{fr: "trois enfants", en: "three children"}}}}
  un: {{nom: {{fr: "un enfant", en: "one child"}}}}
source: [rapport]
"""

Told = Callable[..., str]


@pytest.fixture
def told(folder: Path, read: Callable[[], Algorithm], vocabulaire: Vocabulary) -> Told:
    """Write a monograph in the copied card, and return its page."""

    def page(
        text: str, *, forme: str = "courbe", lignes: str = "21000,1.02,1.20\n42000,2.04,\n",
        english: str = "", lang: render.Lang = "fr",
    ) -> str:  # fmt: skip
        (folder / "figures").mkdir()
        (folder / "figures" / "prix.yaml").write_text(FIGURE.format(forme=forme), "utf-8")
        (folder / "figures" / "prix.csv").write_text(f"rfr,trois,un\n{lignes}", "utf-8")
        (folder / "mesures.yaml").write_text(
            "- texte: {fr: Trois enfants au plafond, en: Three children}\n"
            "  cas: trois-enfants-juste-au-plafond\n"
            "  avec: {rfr: 21000}\n"
            "  etapes: {quotient: 6000}\n"
            "  resultat: {valeur: 0.85}\n",
            "utf-8",
        )
        (folder / "monographie.md").write_text(f"# L'histoire\n\n{text}\n", "utf-8")
        if english:
            (folder / "monographie.en.md").write_text(f"# The story\n\n{english}\n", "utf-8")
        return render.monograph_page(read(), vocabulaire, lang=lang, site=SITE)

    return page


def picture(page: str) -> str:
    """Return the drawing held by the first picture of a page."""
    held = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert held is not None
    return base64.b64decode(held[1]).decode("utf-8")


def test_a_figure_has_its_alternative_its_legend_its_source_and_its_numbers(told: Told) -> None:
    page = told("![Le prix d'un repas.](figures/prix.yaml)")

    assert 'alt="Le prix monte avec le revenu."' in page
    assert "<figcaption>Le prix d&#39;un repas." in page
    assert '<a href="#source-rapport">' in page
    assert "42\u202f000\xa0€" in page
    assert "2,04\xa0€" in page


def test_an_unknown_value_is_shown_as_unknown_and_cuts_the_line(told: Told) -> None:
    page = told("![x](figures/prix.yaml)")

    assert 'class="marque inconnu">non connu' in page
    assert [line.count(",") for line in re.findall(r'points="([^"]+)"', picture(page))] == [2, 1]


def test_steps_keep_their_value_until_the_next_one(told: Told) -> None:
    page = told("![x](figures/prix.yaml)", forme="marches", lignes="0,1,1\n10,3,3\n20,3,3\n")

    assert re.findall(r'points="([^"]+)"', picture(page))[0] == (
        "90,205 395,205 395,16 700,16 700,16"
    )


def test_bars_carry_their_labels_and_their_values(told: Told) -> None:
    page = told("![x](figures/prix.yaml)", forme="barres", lignes="deux parts,2.5,\n2015,1,\n")

    drawing = picture(page)
    assert ">deux parts</text>" in drawing
    assert ">2,50</text>" in drawing or ">2,5</text>" in drawing
    assert ">2015</text>" in drawing
    assert drawing.count("<rect") == 2 + 2  # two bars, two keys of the legend


def test_a_source_cited_by_its_id_leads_to_the_list_below(told: Told) -> None:
    page = told("Le prix est fixé par le conseil ([delib]).")

    assert '<a href="#source-delib"' in page
    assert '<li id="source-delib">' in page
    assert 'id="source-service"' not in page


def test_a_rule_is_drawn_in_order_with_what_each_operation_reads(told: Told) -> None:
    page = told("![Les opérations.](regles/2024-09-01.yaml)")

    drawing = picture(page)
    assert re.findall(r">(\d\. [^<]+)</text>", drawing) == [
        "1. Quotient", "2. Prix de base", "3. Prix facturé", "4. Dérogation",
    ]  # fmt: skip
    assert 'class="humain"' in drawing
    assert re.search(r"2\. Prix de base</th><td>.*?</td><td>[^<]*Quotient", page)
    assert drawing.count("<line ") == 2
    assert re.search(r"3\. Prix facturé</th><td>.*?</td><td>[^<]*Prix de base", page)


def test_a_measure_says_what_came_out_and_how_to_find_it_again(told: Told) -> None:
    page = told("![Nos calculs.](mesures.yaml)")

    assert "Trois enfants au plafond" in page
    assert "Quotient : 6\u202f000" in page
    assert "0,85" in page
    assert "registre calculer tarif-cantine --date 2024-10-01 --situation reponses.json" in page
    assert "{&#34;rfr&#34;: 21000, &#34;parts&#34;: 3.5, &#34;enfants_inscrits&#34;: 3}" in page


def test_an_english_reader_gets_the_english_text_where_there_is_one(told: Told) -> None:
    page = told("Le prix.", english="The price ([delib]).\n\n![p](figures/prix.yaml)", lang="en")

    assert "<h1>The story</h1>" in page
    assert 'alt="The price rises with income."' in page
    assert "three children" in picture(page)


def test_an_english_reader_of_a_french_text_is_told_so(told: Told) -> None:
    page = told("Le prix.", lang="en")

    assert "has not been translated yet" in page
    assert '<h1 lang="fr">' in page


def test_a_legend_is_text_and_never_markup(told: Told) -> None:
    page = told("![<script>alert(1)</script>](figures/prix.yaml)")

    assert "<script>alert" not in page


def test_large_numbers_and_double_punctuation_stay_on_one_line(told: Told) -> None:
    assert "12\u202f000 euros&nbsp;: non" in told("Il reste 12 000 euros : non.")
