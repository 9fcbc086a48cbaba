"""Words of the second opinion: another engine on the same case."""

from collections.abc import Mapping

SECOND: Mapping[str, tuple[str, str]] = {
    "second_titre": ("Un second calcul, pour comparer", "A second computation, to compare"),
    "second_porte_sur": ("Il couvre :", "It covers:"),
    "second_accord": (
        "Les deux calculs concordent : le second donne {resultat}.",
        "The two computations agree: the second one gives {resultat}.",
    ),
    "second_ecart_admis": (
        "L'écart ({ecart}) vient des arrondis : jusqu'à {admis}, ils sont dits concordants.",
        "The gap ({ecart}) comes from rounding: up to {admis}, they are said to agree.",
    ),
    "second_ecart": (
        "Les deux calculs diffèrent : le second donne {resultat}.",
        "The two computations differ: the second one gives {resultat}.",
    ),
    "second_de_combien": ("L'écart est de {ecart}.", "The gap is {ecart}."),
    "second_que_faire": (
        "L'un des deux se trompe, ou ils lisent le texte autrement : "
        "ne vous appuyez sur aucun sans demander l'explication officielle.",
        "One of them is wrong, or they read the text differently: "
        "rely on neither without asking for the official explanation.",
    ),
    "second_sans_avis": ("Pas de second avis :", "No second opinion:"),
    "second_moteur_regles": (
        "Second calcul : des règles écrites dans le registre d'après les textes.",
        "Second computation: rules written in the register from the texts.",
    ),
    "second_moteur_openfisca": (
        "Second calcul : OpenFisca-France, un modèle indépendant.",
        "Second computation: OpenFisca-France, an independent model.",
    ),
}
"""Key → French, English."""
