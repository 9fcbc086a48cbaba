import datetime as dt
from collections.abc import Callable

import pytest

from register import render
from register.model.algorithm import Algorithm
from register.model.rule import RuleSet
from register.model.vocabulary import Vocabulary
from register.render.formula import readable
from register.render.names import Names
from register.render.operations import operations
from register.render.parameters import ParameterView, parameters
from register.render.reader import Reader
from tests.render.html_text import Read

Page = Callable[..., str]
Edit = Callable[[str, str, str], None]
Load = Callable[[], Algorithm]

OCTOBER = dt.date(2024, 10, 1)
CHECKED = dt.date(2024, 9, 15)


def words(html: str) -> str:
    return Read(str(html)).text


@pytest.fixture
def names(read: Load, vocabulaire: Vocabulary) -> Names:
    algorithm = read()
    reader = Reader("fr", vocabulaire, algorithm.card)
    return Names(reader, algorithm, algorithm.rule_on(OCTOBER))


def view(names: Names, name: str, day: dt.date) -> ParameterView:
    return next(found for found in parameters(names, day) if found.id == name)


def rule(names: Names) -> RuleSet:
    assert names.rule is not None
    return names.rule


def test_a_parameter_shows_the_value_of_the_day(names: Names) -> None:
    before, after = (
        view(names, "reduction_fratrie", day) for day in (dt.date(2024, 8, 31), dt.date(2024, 9, 1))
    )

    assert before.actuelle is not None
    assert after.actuelle is not None
    assert words(before.actuelle.valeur) == "10 %"
    assert words(after.actuelle.valeur) == "15 %"


def test_a_parameter_keeps_its_other_values_with_their_dates(names: Names) -> None:
    (other,) = view(names, "reduction_fratrie", OCTOBER).autres

    assert words(other.valeur) == "10 %"
    assert words(other.periode) == "en vigueur du 1er septembre 2019 au 31 août 2024"


def test_a_day_after_the_last_check_carries_a_reserve_and_the_day_itself_does_not(
    names: Names,
) -> None:
    on_time = view(names, "seuil_fratrie", CHECKED)
    late = view(names, "seuil_fratrie", CHECKED + dt.timedelta(days=1))

    assert on_time.reserve == ""
    assert "Vérifié pour la dernière fois le 15 septembre 2024" in words(late.reserve)


def test_a_day_before_the_first_value_says_so(names: Names) -> None:
    early = view(names, "seuil_fratrie", dt.date(2019, 8, 31))

    assert early.actuelle is None
    assert "la première de cette fiche commence le 1er septembre 2019" in words(early.reserve)


def test_a_decision_table_is_printed_with_its_bounds_in_words(names: Names) -> None:
    standing = view(names, "tarifs", OCTOBER).actuelle

    assert standing is not None
    (grid,) = standing.grilles
    assert [words(head) for head in grid.colonnes] == ["Quotient", "Prix de base"]
    assert [[words(cell) for cell in line] for line in grid.lignes] == [
        ["jusqu'à 6 000 € par an et par part", "1 € par repas"],
        ["jusqu'à 12 000 € par an et par part", "2,40 € par repas"],
        ["jusqu'à 20 000 € par an et par part", "3,80 € par repas"],
        ["dans les autres cas", "5 € par repas"],
    ]


def test_operations_say_who_acts_what_is_done_and_on_which_text(names: Names) -> None:
    quotient, price, final, exception = operations(names, rule(names))

    assert words(quotient.texte) == "Revenu fiscal de référence ÷ Nombre de parts fiscales"
    assert [words(detail) for detail in quotient.details] == [
        "Arrondi vers le bas, à 1 € par an et par part."
    ]
    assert words(quotient.fondement) == "délib. n° 2024-17, art. 2"
    assert words(price.texte) == "On lit la table Prix du repas selon le quotient avec : Quotient."
    assert final.resultat
    assert 'class="marque humain"' in exception.nature


FORMULAS = {
    "rfr - (parts - 1)": "Revenu fiscal de référence − (Nombre de parts fiscales − 1)",
    "rfr - parts - 1": "Revenu fiscal de référence − Nombre de parts fiscales − 1",
    "(rfr + parts) * 0.5": "(Revenu fiscal de référence + Nombre de parts fiscales) × 0,5",
    "rfr / (parts * 2)": "Revenu fiscal de référence ÷ (Nombre de parts fiscales × 2)",
    "si(rfr >= 100, max(0, rfr - 1), 0)": (
        "si Revenu fiscal de référence ≥ 100 : le plus grand de 0 et "
        "Revenu fiscal de référence − 1 ; sinon : 0"
    ),
    "et(rfr > 1, ou(parts < 2, parts == 10))": (
        "Revenu fiscal de référence > 1 et "
        "(Nombre de parts fiscales < 2 ou Nombre de parts fiscales = 10)"
    ),
    "-rfr": "−Revenu fiscal de référence",
    'tarifs[parts] != "autre"': (
        "Prix du repas selon le quotient (selon Nombre de parts fiscales) ≠ « autre »"
    ),
}


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_reads_with_the_words_of_the_card(names: Names, formula: str) -> None:
    written = readable(formula, names)

    assert written is not None
    assert words(written) == FORMULAS[formula]


@pytest.mark.parametrize(
    "formula",
    ["rfr +", "__import__('os')", "rfr.real", "[1, 2]", "rfr * 3", "-" * 490 + "1", "(" * 400],
    ids=lambda text: text[:12],
)
def test_a_formula_the_grammar_refuses_is_shown_as_it_was_written(
    names: Names, formula: str
) -> None:
    assert readable(formula, names) is None


def test_the_page_shows_the_rule_of_the_day_and_lists_the_others(page: Page, edit: Edit) -> None:
    found = Read(page())

    assert "Règle en vigueur depuis le 1er septembre 2024." in found.text
    assert "/fiches/tarif-cantine?date=2024-09-01#operations" in found.links


def test_before_the_first_rule_the_page_shows_no_operation_and_says_why(page: Page) -> None:
    found = Read(page(day=dt.date(2024, 8, 31)))

    assert "Aucune règle connue au 31 août 2024" in found.text
    assert "operation-quotient" not in found.ids


def test_after_the_end_of_the_last_rule_the_page_says_it_ended(page: Page, edit: Edit) -> None:
    edit("regles/2024-09-01.yaml", "depuis: 2024-09-01", "depuis: 2024-09-01\njusqu_a: 2025-08-31")
    last_day, next_day = page(day=dt.date(2025, 8, 31)), page(day=dt.date(2025, 9, 1))

    assert "Règle en vigueur du 1er septembre 2024 au 31 août 2025." in Read(last_day).text
    assert "la précédente s'est arrêtée le 31 août 2025" in Read(next_day).text


def test_a_list_crossed_with_another_is_a_two_way_table(
    edit: Edit, read: Load, vocabulaire: Vocabulary
) -> None:
    edit(
        "parametres.yaml",
        "reduction_fratrie:",
        """\
niveau:
  libelle: {fr: Niveau, en: Level}
  type: liste
  elements: {maternelle: {fr: Maternelle}, primaire: {fr: Primaire}}
jour:
  libelle: {fr: Jour, en: Day}
  type: liste
  elements: {mercredi: {fr: Mercredi}, autre: {fr: Autre jour}}
supplement:
  libelle: {fr: Supplément, en: Extra}
  unite: EUR
  pour_chaque: [niveau, jour]
  defaut: 0
  valeurs:
    - depuis: 2024-09-01
      source: {article: "délib. n° 2024-17, art. 9"}
      valeur:
        maternelle: [2, inconnu]
reduction_fratrie:""",
    )
    algorithm = read()
    names = Names(Reader("fr", vocabulaire, algorithm.card), algorithm, None)
    standing = view(names, "supplement", OCTOBER).actuelle

    assert standing is not None
    (grid,) = standing.grilles
    assert words(grid.legende) == "Supplément (€)"
    assert [words(head) for head in grid.colonnes] == ["Niveau", "Mercredi", "Autre jour"]
    assert [[words(cell) for cell in line] for line in grid.lignes] == [
        ["Maternelle", "2", "inconnu"],
        ["Primaire", "0", "0"],
    ]


def test_reading_aloud_works_in_english_too(read: Load, vocabulaire: Vocabulary) -> None:
    algorithm = read()
    names = Names(Reader("en", vocabulaire, algorithm.card), algorithm, algorithm.rule_on(OCTOBER))
    written = readable("min(rfr, parts)", names)

    assert written is not None
    assert words(written) == "the smallest of Reference tax income and Number of tax shares"


def test_the_search_hit_is_a_plain_link_to_the_card(read: Load, vocabulaire: Vocabulary) -> None:
    assert Read(str(render.hit(read(), vocabulaire, "en"))).links == ["/en/fiches/tarif-cantine"]
