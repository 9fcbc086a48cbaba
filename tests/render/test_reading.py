"""What helps to read a card: words explained in place, a worked example, data for programs."""

import json
import re
from collections.abc import Callable

import pytest

from explainers import explain
from register.model.algorithm import Algorithm
from register.model.vocabulary import Explained, Vocabulary
from register.render import Reader, card_page
from register.render.example import Example
from register.render.glossary import with_glossary
from tests.render.conftest import DECISION_DAY, SITE, Edit
from tests.render.html_text import Read


def explaining(**forms: list[str]) -> Vocabulary:
    words = {
        key: Explained.model_validate(
            {
                "formes": written,
                "mot": {"fr": key, "en": f"{key} in English"},
                "definition": {"fr": f"Ce que veut dire {key}.", "en": f"What {key} means."},
                "d_apres": "article 1",
            }
        )
        for key, written in forms.items()
    }
    return Vocabulary(listes={}, unites={}, glossaire=words)


def marked(article: str, **forms: list[str]) -> str:
    page = f"<main><article>{article}</article></main>"
    return with_glossary(page, Reader("fr", explaining(**forms)))


def test_a_word_is_explained_once_where_it_first_stands() -> None:
    html = marked("<p>La CADA et la CADA.</p>", cada=["CADA"])

    assert html.count('popovertarget="mot-cada">CADA</button>') == 1
    assert html.count('id="mot-cada"') == 1
    assert "Ce que veut dire cada." in html
    assert Read(html).unclosed == []


@pytest.mark.parametrize(
    "text",
    ["<a href='/'>CADA</a>", "<h2>CADA</h2>", "<code>CADA</code>", "<details>CADA</details>"],
)
def test_a_word_inside_a_link_a_title_or_a_fold_is_left_alone(text: str) -> None:
    assert "button" not in marked(text, cada=["CADA"])


def test_a_word_inside_another_word_or_in_other_letters_is_not_the_word() -> None:
    assert "button" not in marked("<p>CADASTRE, sous-CADA, cada</p>", cada=["CADA"])


def test_a_common_noun_is_known_at_the_head_of_a_sentence_and_the_longest_form_wins() -> None:
    html = marked("<p>Unités de compte.</p>", unite=["unité", "unités"], uc=["unités de compte"])

    assert 'popovertarget="mot-uc">Unités de compte</button>' in html
    assert "mot-unite" not in html


def test_what_touches_a_word_stays_on_its_line() -> None:
    html = marked("<p>Nombre d&#39;unités, dit-il (CADA)</p>", u=["unités"], cada=["CADA"])

    assert 'class="insecable">d&#39;<button' in html
    assert "</button>,</span>" in html
    assert 'class="insecable">(<button' in html


def test_nothing_outside_the_article_and_no_attribute_is_touched() -> None:
    html = '<title>CADA</title><p>CADA</p><article><p title="CADA">mot</p></article>'

    assert with_glossary(html, Reader("fr", explaining(cada=["CADA"]))) == html


def test_an_english_page_explains_the_french_word_in_english() -> None:
    page = '<article><p lang="fr">CADA</p></article>'
    html = with_glossary(page, Reader("en", explaining(cada=["CADA"])))

    assert "What cada means." in html


@pytest.fixture
def shown(read: Callable[[], Algorithm], vocabulaire: Vocabulary) -> Callable[..., str]:
    def page(*, autre_regle: bool = False) -> str:
        algorithm = read()
        case = algorithm.cas[0][1]
        explained = explain(algorithm, vocabulaire, case.situation, case.date)
        return card_page(
            algorithm,
            vocabulaire,
            lang="fr",
            day=DECISION_DAY,
            today=DECISION_DAY,
            site=SITE,
            exemple=Example(case, explained, autre_regle),
        )

    return page


def test_the_example_gives_its_answers_its_result_and_every_line(
    shown: Callable[..., str], read: Callable[[], Algorithm]
) -> None:
    text = Read(shown()).text
    case = read().cas[0][1]

    assert case.nom in text.replace("\u202f", " ").replace("\xa0", " ")
    assert "Le calcul donne" in text
    assert "Voir chaque ligne de ce calcul" in text
    assert "Ce n'est pas la décision" in text


def test_an_example_under_another_rule_says_so(shown: Callable[..., str]) -> None:
    assert "n'est pas celle affichée plus bas" in Read(shown(autre_regle=True)).text
    assert "n'est pas celle affichée plus bas" not in Read(shown()).text


def data_of(html: str) -> dict[str, object]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(blocks) == 1
    found: dict[str, object] = json.loads(blocks[0])
    return found


def test_programs_read_the_service_its_provider_and_the_sources(page: Callable[..., str]) -> None:
    data = data_of(page())
    service = data["about"]

    assert data["@id"] == "https://registre.example/fiches/tarif-cantine"
    assert data["inLanguage"] == "fr"
    assert isinstance(service, dict)
    assert service["@type"] == "GovernmentService"
    assert service["provider"]["name"]
    assert data["citation"]


def test_no_word_of_a_card_can_close_the_data_block(page: Callable[..., str], edit: Edit) -> None:
    hostile = "'</script><script>alert(1)</script>'"
    edit("fiche.yaml", "nom: {fr: Tarif de la cantine scolaire,", f"nom: {{fr: {hostile},")
    html = page()

    assert "<script>alert" not in html
    assert data_of(html)["name"] == "</script><script>alert(1)</script>"
