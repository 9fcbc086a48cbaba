"""The formula language: what it admits, what it refuses and where, and that it is harmless."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.model.formula import FUNCTIONS, MAX_DEPTH, Name, parse, walk
from register.model.tokens import ADMITTED, MAX_LENGTH, Refused


@pytest.mark.parametrize(
    "text",
    [
        "prix * (1 - taux)",
        "si(enfants >= seuil, prix * (1 - taux), prix)",
        "somme(poids[modalites])",
        'et(grade == "normale", non(retraite), parent == oui)',
        "10 * (10 + (moyenne - moyenne_academique) / ecart_type)",
        "compatibilite[groupe_donneur, groupe_receveur]",
        "-reste",
        "bareme(uc_par_personne,\n  personnes - 0.5 * alternes)",
    ],
)
def test_the_formulas_of_the_law_are_read(text: str) -> None:
    assert walk(parse(text))


@pytest.mark.parametrize(
    ("text", "code", "offset", "remedy"),
    [
        ("a = b", "REGLE-2", 2, "pour comparer, écrivez =="),
        ("a and b", "REGLE-2", 2, "écrivez et(a, b)"),
        ("a ** 2", "REGLE-2", 2, "écrivez puissance(x, y)"),
        ("a // 2", "REGLE-2", 2, "écrivez inferieur(x / y)"),
        ("a × b", "REGLE-2", 2, "écrivez *"),
        ("x.y", "REGLE-2", 1, ADMITTED),
        ("x[y][z]", "REGLE-2", 0, ADMITTED),
        ("lambda: 1", "REGLE-2", 0, ADMITTED),
        ("__import__", "REGLE-2", 0, ADMITTED),
        ("min(*a)", "REGLE-2", 4, ADMITTED),
        ("[a]", "REGLE-2", 0, ADMITTED),
        ("1 < a < 2", "REGLE-2", 0, "écrivez et(a < b, b < c)"),
        ("x + oui", "REGLE-2", 4, "comparez (x == oui) ou écrivez non(x)"),
        ("si(a, b)", "REGLE-3", 0, "séparez-les par des virgules"),
        ("(a", "REGLE-1", 0, "vérifiez les parenthèses"),
        ("a +", "REGLE-1", 2, "il manque un terme ou un signe"),
        ("a b", "REGLE-1", 2, "il manque un terme ou un signe"),
        ("1_000", "REGLE-1", 0, "un nombre s'écrit comme 12 ou 0.5"),
        ('"a" "b"', "REGLE-1", 0, "gardez-en un seul"),
        ('x == "a', "REGLE-1", 5, "fermez-le après le code"),
        ("", "REGLE-1", 0, "écrivez-la, ou retirez la clé"),
        (
            "prix * 3",
            "REGLE-5",
            7,
            "écrivez-le dans parametres.yaml, avec sa date et sa source",
        ),
    ],
)
def test_what_is_not_admitted_is_pointed_at(text: str, code: str, offset: int, remedy: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert (refused.value.code, refused.value.at.offset) == (code, offset)
    assert refused.value.remedy == remedy


def test_an_unknown_function_is_answered_with_those_that_exist() -> None:
    with pytest.raises(Refused) as refused:
        parse('eval("1")')
    assert refused.value.code == "REGLE-2"
    assert refused.value.remedy == "fonctions admises : " + " ".join(FUNCTIONS)


def test_a_place_is_counted_in_characters_even_after_accents() -> None:
    with pytest.raises(Refused) as refused:
        parse('si(zone == "é", 0, 7)')
    assert refused.value.at.offset == 19


@pytest.mark.parametrize(
    "text",
    ["(" * 21 + "a" + ")" * 21, "+".join("a" * (MAX_DEPTH + 2)), "a" * (MAX_LENGTH + 1)],
)
def test_length_and_depth_are_bounded(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)
    assert refused.value.code == "REGLE-1"


def test_the_only_numbers_are_those_that_carry_no_law() -> None:
    assert parse("0 + 1 + 2 + 10 + 12 + 100 + 1000 + 0.5")
    for number in ("3", "0.1", "0.50000000000000000000000001", "1001"):
        with pytest.raises(Refused, match="nombre de la règle"):
            parse(number)


_WORDS = st.sampled_from(
    [*FUNCTIONS, "a", "b", "oui", "1", "0.5", '"c"', "x", "__class__", "import", "lambda", "ﬁ"]
)
_SIGNS = st.sampled_from([*"+-*/()[],.<>=!\"'\\ :;{}@%|&~^\n\0é", "**", "==", "<=", "//"])
_TEXTS = st.lists(st.one_of(_WORDS, _SIGNS), max_size=40).map("".join) | st.text(max_size=600)


@given(_TEXTS)
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    try:
        nodes = walk(parse(text))
    except Refused as refused:
        assert refused.code in ("REGLE-1", "REGLE-2", "REGLE-3", "REGLE-5")
        assert 0 <= refused.at.offset <= max(0, len(text.strip()))
        return
    tree = ast.parse(text.strip().replace("\n", " "), mode="eval")
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Lambda)]
    assert all(not node.id.startswith("_") for node in nodes if isinstance(node, Name))
